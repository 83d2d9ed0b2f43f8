/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How much an edit costs through the whole path, transaction, changeset, records and views, against a bare insert by
 * SQLite that is as safe from a power cut: at most twice as much. Both write to the folder of the build, which is on a
 * disk, in turns, and each turn counts by its median. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"

#define N_ROUNDS 15
#define N_EDITS 40
#define LIMIT 2.0

#define FACTOR "11111111-1111-4111-8111-111111111111"

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;
  return x < y ? -1 : x > y;
}

static double
median (double *values,
        guint   n)
{
  qsort (values, n, sizeof *values, compare);
  return values[n / 2];
}

static void
notify_cb (TlRecord   *record,
           GParamSpec *pspec,
           guint      *n_notified)
{
  (*n_notified)++;
}

/* The median of the edits of one round, in microseconds. */
static double
time_edits (TlReview *review,
            guint     round)
{
  double times[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strdup_printf ("There was no time to read the file, round %u, edit %u", round, i);
      gint64 start = g_get_monotonic_time ();
      TlEdit *edit = tl_edit_begin (review, NULL, &error);

      g_assert_no_error (error);
      tl_edit_set (edit, FACTOR, "statement", text, &error);
      g_autofree char *change = tl_edit_commit (edit, &error);
      times[i] = (double) (g_get_monotonic_time () - start);
      g_assert_no_error (error);
    }
  return median (times, N_EDITS);
}

static double
time_inserts (sqlite3 *db,
              guint    round)
{
  double times[N_EDITS];
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO factor VALUES (?, ?)", -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autofree char *text = g_strdup_printf ("There was no time to read the file, round %u, edit %u", round, i);
      gint64 start = g_get_monotonic_time ();

      sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, text, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
      sqlite3_reset (statement);
      times[i] = (double) (g_get_monotonic_time () - start);
    }
  sqlite3_finalize (statement);
  return median (times, N_EDITS);
}

static TlReview *
open_review (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_unlink (path);
  tl_review_create_titled (path, 0, "A case", "learning-together", NULL, &error);
  g_assert_no_error (error);
  TlReview *review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);

  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_free (tl_edit_add (edit, "factor", FACTOR, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return review;
}

static sqlite3 *
open_bare (const char *path)
{
  sqlite3 *db;

  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;"
                                     "CREATE TABLE factor (id TEXT NOT NULL PRIMARY KEY, statement TEXT) STRICT, "
                                     "WITHOUT ROWID;", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static void
an_edit_costs_at_most_twice_a_bare_insert (void)
{
  g_autofree char *review_path = g_test_build_filename (G_TEST_BUILT, "bench-edit.throughline", NULL);
  g_autofree char *bare_path = g_test_build_filename (G_TEST_BUILT, "bench-edit.sqlite", NULL);
  g_autoptr (TlReview) review = open_review (review_path);
  sqlite3 *db = open_bare (bare_path);
  double edits[N_ROUNDS], inserts[N_ROUNDS], ratios[N_ROUNDS];
  guint n_notified = 0;

  g_signal_connect (tl_review_lookup (review, FACTOR), "notify::statement", G_CALLBACK (notify_cb), &n_notified);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      inserts[i] = time_inserts (db, i);
      edits[i] = time_edits (review, i);
      ratios[i] = edits[i] / inserts[i];
    }
  g_assert_cmpuint (n_notified, ==, N_ROUNDS * N_EDITS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (review))), ==,
                    N_ROUNDS * N_EDITS + 1);

  double ratio = median (ratios, N_ROUNDS);
  g_test_message ("an edit takes %.0f µs, a bare insert %.0f µs: %.2f times as long, at most %.1f",
                  median (edits, N_ROUNDS),
                  median (inserts, N_ROUNDS), ratio, LIMIT);
  g_assert_cmpfloat (ratio, <=, LIMIT);

  sqlite3_close (db);
  g_clear_object (&review);
  g_unlink (review_path);
  g_unlink (bare_path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/an-edit-costs-at-most-twice-a-bare-insert", an_edit_costs_at_most_twice_a_bare_insert);
  return g_test_run ();
}
