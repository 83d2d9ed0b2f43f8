/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benchmark: all chains that recur among 100,000 reviews of 60 factors, 90 links and 80 tags, with what chance would
 * give: of two links within 1 s, of three within 3 s, one pattern within 1 s, in processor time of the thread that
 * asks, which on an idle machine is what the clock shows: a second thread helps it to count. Beside a bare scan of the
 * same packed graphs in the same run. The planted chain has to be found. TL_CHAINS_REVIEWS gives another number of
 * reviews.
 *
 * The library is made without files: only the tables that the question reads are filled. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/library/tl-library-tables.h"
#include "model/library/tl-packer.h"
#include "model/questions/tl-chains.h"
#include "model/typology/tl-typology.h"

#define N_REVIEWS 100000
#define N_FACTORS 60
#define N_LINKS 90
#define N_TAGS 80
#define N_LEVELS 4
#define N_ROUNDS 5
#define PER_TRANSACTION 1000

/* In one of ten reviews these codes stand one after the other. */
static const char *const planted[] = { "national-1:HR.3", "national-1:HR.5", "national-1:HR.7", "national-1:HR.9" };

static GPtrArray *codes;
static GRand *rand_;
static gboolean failed;

static void
check (gboolean  done,
       GError   *error)
{
  if (done)
    return;
  g_print ("Bail out! %s\n", error != NULL ? error->message : "something is wrong");
  exit (1);
}

static guint
below (guint n)
{
  return (guint) g_rand_int_range (rand_, 0, (gint32) n);
}

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Making the library */

static void
find_leaves (GListModel *list)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (list, i);

      if (tl_code_get_children (code) != NULL && g_list_model_get_n_items (tl_code_get_children (code)) > 0)
        find_leaves (tl_code_get_children (code));
      else
        g_ptr_array_add (codes, (char *) tl_code_get_qualified (code));
    }
}

/* Some codes are frequent and most are not. */
static const char *
pick_code (void)
{
  guint a = below (codes->len), b = below (codes->len);

  return codes->pdata[MIN (a, b)];
}

static void
pack (TlPacker     *packer,
      TlGraphDraft *draft,
      gint64        record)
{
  static const char *const levels[N_LEVELS] = { "case", "frontline", "local_strategic", "national" };
  gboolean with_chain = below (10) == 0;
  guint places[G_N_ELEMENTS (planted)];
  g_autoptr (GError) error = NULL;

  tl_graph_draft_clear (draft);
  for (guint i = 0; i < N_FACTORS; i++)
    tl_graph_draft_add_factor (draft, i + 2, levels[i * N_LEVELS / N_FACTORS]);
  for (guint i = 0; i < G_N_ELEMENTS (planted); i++)
    places[i] = 1 + (G_N_ELEMENTS (planted) - 1 - i) * 14 + below (14);
  for (guint i = 1; with_chain && i < G_N_ELEMENTS (planted); i++)
    tl_graph_draft_add_link (draft, places[i - 1] + 2, places[i] + 2, "contributes", "supported", "would_not_have");
  for (guint i = 1; i < N_LINKS - (with_chain ? 3 : 0) + 1; i++)
    {
      guint cause = i < N_FACTORS ? i : 1 + below (N_FACTORS - 1);

      tl_graph_draft_add_link (draft, cause + 2, below (cause) + 2, "contributes",
                          below (20) == 0 ? "rejected" : "asserted", below (2) == 0 ? "less_likely" : NULL);
    }
  for (guint i = 0; i < N_TAGS; i++)
    {
      guint at = i < N_FACTORS - 1 ? i + 1 : 1 + below (N_FACTORS - 1);
      const char *code = pick_code ();

      for (guint j = 0; with_chain && i < N_FACTORS && j < G_N_ELEMENTS (planted); j++)
        if (places[j] == at)
          code = planted[j];
      tl_graph_draft_add_tag (draft, at + 2, code, NULL, TL_CODING_TAGGED | TL_CODING_TAGGED_LEAD);
    }
  check (tl_packer_write (packer, record, draft, &error), error);
}

static TlLibrary *
make_library (const char *path,
              guint       n)
{
  g_autoptr (GError) error = NULL;
  TlLibrary *library = tl_library_create (path, &error);
  TlConnection *connection;

  check (library != NULL, error);
  connection = tl_library_get_connection (library);
  check (tl_connection_begin (connection, TRUE, &error), error);

  g_autoptr (TlGraphDraft) draft = tl_graph_draft_new ();
  g_autoptr (TlPacker) packer = tl_packer_new (connection, &error);

  check (packer != NULL, error);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *sql = g_strdup_printf (
        "INSERT INTO record VALUES (%u, 'review %u', 1, '', '', 0, 0, %d, %d, %d);"
        "INSERT INTO review (key, id, method, type, year, region) VALUES (%u << %d | 1, x'00', 'learning-together', "
        "'serious_incident', %u, 'london');"
        "INSERT INTO typology VALUES (%u, 'national-1', '1.0');"
        "INSERT INTO coding VALUES (%u, 'national-1:HR.1', 'case', 3);",
        i, i, N_FACTORS, N_LINKS, N_TAGS, i, TL_LIBRARY_KEY_BITS, 2000 + i % 20, i, i);

      check (tl_connection_execute (connection, sql, &error), error);
      pack (packer, draft, i);
      if (i % PER_TRANSACTION == 0)
        check (tl_connection_commit (connection, &error) && tl_connection_begin (connection, TRUE, &error), error);
    }
  check (tl_connection_commit (connection, &error), error);
  return library;
}

/* Measuring */

/* The least that any question about graphs costs: every blob is fetched and every byte of it looked at. */
static double
scan_bare (TlLibrary *library,
           guint     *sum)
{
  g_autoptr (GError) error = NULL;
  TlConnection *connection = tl_library_get_connection (library);
  double start = now_ms ();
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT graph FROM packed ORDER BY record", &error);
  gboolean row = TRUE;

  *sum = 0;
  while (row)
    {
      check (tl_connection_step (connection, statement, &row, &error), error);

      const guint8 *bytes = row ? sqlite3_column_blob (statement, 0) : NULL;
      int n = row ? sqlite3_column_bytes (statement, 0) : 0;

      for (int i = 0; i < n; i++)
        *sum += bytes[i];
    }
  return now_ms () - start;
}

static double
ask (TlLibrary   *library,
     guint        length,
     const char  *pattern,
     guint       *n_chains,
     gboolean    *found)
{
  g_autoptr (GError) error = NULL;
  const TlChainsQuery query = { .length = length, .pattern = pattern, .seed = 1 };
  double start = now_ms ();
  g_autoptr (TlChains) chains = tl_library_chains (library, &query, NULL, &error);
  double taken = now_ms () - start;

  check (chains != NULL, error);
  *n_chains = chains->n_chains;
  *found = FALSE;
  for (guint i = 0; i < chains->n_chains; i++)
    {
      gboolean same = TRUE;

      for (guint j = 0; same && j <= length; j++)
        same = strcmp (chains->chains[i].path[j], planted[j]) == 0;
      *found |= same;
    }
  return taken;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
measure (TlLibrary  *library,
         guint       number,
         guint       length,
         const char *pattern,
         double      limit,
         const char *name)
{
  double times[N_ROUNDS], bare[N_ROUNDS];
  guint n_chains, sum;
  gboolean found;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      bare[i] = scan_bare (library, &sum);
      times[i] = ask (library, length, pattern, &n_chains, &found);
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);
  qsort (bare, N_ROUNDS, sizeof *bare, compare);

  gboolean right = times[N_ROUNDS / 2] <= limit && found;

  failed |= !right;
  g_print ("%s %u /bench/chains/%s # %.0f ms (%.0f to %.0f), limit %.0f ms; %.1f x a bare scan of %.0f ms; "
           "%u chains%s\n",
           right ? "ok" : "not ok", number, name, times[N_ROUNDS / 2], times[0], times[N_ROUNDS - 1], limit,
           times[N_ROUNDS / 2] / bare[N_ROUNDS / 2], bare[N_ROUNDS / 2], n_chains,
           found ? "" : ", the planted one not among them");
}

int
main (void)
{
  const char *asked = g_getenv ("TL_CHAINS_REVIEWS");
  guint n = asked != NULL ? (guint) strtoul (asked, NULL, 10) : N_REVIEWS;
  g_autofree char *folder = g_dir_make_tmp ("throughline-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chains.tllibrary", NULL);
  static const char *const endings[] = { "", "-wal", "-shm" };
  TlLibrary *library;

  codes = g_ptr_array_new ();
  rand_ = g_rand_new_with_seed (1);
  find_leaves (tl_typology_get_top (tl_typology_lookup ("national-1", NULL)));
  library = make_library (path, n);

  g_print ("1..4\n");
  measure (library, 1, 1, NULL, 1000, "all-of-one-link");
  measure (library, 2, 2, NULL, 1000, "all-of-two-links-within-1-s");
  measure (library, 3, 3, NULL, 3000, "all-of-three-links-within-3-s");
  measure (library, 4, 3, "national-1:HR.3 > national-1:HR.5 > national-1:HR.7 > national-1:HR.9", 1000,
           "one-pattern-within-1-s");

  g_object_unref (library);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
  g_rmdir (folder);
  g_ptr_array_unref (codes);
  g_rand_free (rand_);
  return failed ? 1 : 0;
}
