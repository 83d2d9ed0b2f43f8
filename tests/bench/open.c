/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs to open the sample, without the look for damage, against reading the same rows with SQLite alone: at
 * most three times as much. Both by turns, and each counts by its median. The file is in memory by then, so what counts
 * is the processor's time, which other programs on the machine do not lengthen. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "model/exchange/tl-import.h"
#include "model/review/tl-review.h"
#include "model/store/tl-connection.h"

#define N_ROUNDS 101
#define LIMIT 3.0

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

/* In microseconds. */
static double
get_time (void)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now), ==, 0);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static double
time_open (const char *path,
           guint      *n_records)
{
  g_autoptr (GError) error = NULL;
  double start = get_time ();
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  double time = get_time () - start;

  g_assert_no_error (error);
  *n_records = 0;
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    *n_records += tl_record_list_get_n (tl_review_get_list (review, tl_kinds_get (i)->name));
  return time;
}

/* Every column of every row, as whoever wants to show them has to. */
static guint
read_table (sqlite3    *db,
            const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", name);
  sqlite3_stmt *statement;
  guint n = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        if (sqlite3_column_type (statement, i) != SQLITE_NULL)
          n += sqlite3_column_bytes (statement, i) > 0;
    }
  sqlite3_finalize (statement);
  return n;
}

static double
time_bare (const char *path,
           GPtrArray  *names,
           guint      *n_values)
{
  double start = get_time ();
  sqlite3 *db;

  *n_values = 0;
  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < names->len; i++)
    *n_values += read_table (db, g_ptr_array_index (names, i));
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);

  double time = get_time () - start;
  sqlite3_close (db);
  return time;
}

/* The tables that opening reads: all but the texts of sources, which are read when they are shown. */
static GPtrArray *
list_tables (const char *path)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'text'", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return names;
}

static void
opening_costs_at_most_three_times_bare_reading (void)
{
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "fictional-review.xml", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "bench-open.throughline", NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  double opens[N_ROUNDS], bares[N_ROUNDS];
  guint n_records = 0, n_values = 0;

  tl_import_xml (sample, path, NULL, TL_IMPORT_REPLACE, &problems, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) names = list_tables (path);

  /* The first of each finds neither the file nor its own code in memory. */
  time_open (path, &n_records);
  time_bare (path, names, &n_values);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      opens[i] = time_open (path, &n_records);
      bares[i] = time_bare (path, names, &n_values);
    }

  double open = median (opens, N_ROUNDS), bare = median (bares, N_ROUNDS);
  g_test_message ("opening %u records takes %.0f µs, reading their %u values %.0f µs: %.2f times as much, at most %.1f",
                  n_records, open, n_values, bare, open / bare, LIMIT);
  g_assert_cmpfloat (open / bare, <=, LIMIT);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/bench/opening-costs-at-most-three-times-bare-reading",
                   opening_costs_at_most_three_times_bare_reading);
  return g_test_run ();
}
