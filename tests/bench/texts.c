/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benchmark: in how many reviews of a library words occur, against a bare FTS5 table of the very same texts, a row a
 * text, in the same run: at most 1.2 times what counting its rows costs, for a word that most reviews have and for two
 * that many have. In time of the processor; ours with all that a question does, from opening the index to the
 * caption. */
#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <time.h>

#include "model/library/tl-library-generate.h"
#include "model/library/tl-library-texts.h"
#include "model/questions/tl-texts-found.h"

#define N_RECORDS 2000
#define N_ROUNDS 15
#define LIMIT 1.2

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

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static gboolean
insert_text (const TlKind *kind,
             guint         row,
             const char   *text,
             gpointer      data)
{
  sqlite3_stmt *statement = data;

  sqlite3_bind_text (statement, 1, text, -1, SQLITE_STATIC);
  check (sqlite3_step (statement) == SQLITE_DONE, NULL);
  sqlite3_reset (statement);
  return TRUE;
}

static sqlite3 *
make_bare (TlLibrary *library)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement;
  sqlite3 *bare;

  check (sqlite3_open (":memory:", &bare) == SQLITE_OK, NULL);
  check (sqlite3_exec (bare, "CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='" TL_TOKENIZER "'); "
                       "BEGIN", NULL, NULL, NULL) == SQLITE_OK, NULL);
  check (sqlite3_prepare_v2 (bare, "INSERT INTO texts (text) VALUES (?)", -1, &statement, NULL) == SQLITE_OK, NULL);
  for (guint i = 1; i <= N_RECORDS; i++)
    check (tl_library_read_texts (library, i, insert_text, statement, &error), error);
  sqlite3_finalize (statement);
  check (sqlite3_exec (bare, "COMMIT", NULL, NULL, NULL) == SQLITE_OK, NULL);
  return bare;
}

static double
ask_bare (sqlite3    *bare,
          const char *match,
          gint64     *n)
{
  double start = cpu_ms ();
  sqlite3_stmt *statement;

  check (sqlite3_prepare_v2 (bare, "SELECT count(*) FROM texts WHERE texts MATCH ?", -1, &statement, NULL)
         == SQLITE_OK, NULL);
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  check (sqlite3_step (statement) == SQLITE_ROW, NULL);
  *n = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return cpu_ms () - start;
}

static double
ask (TlLibrary  *library,
     const char *words,
     gint64     *n)
{
  const TlTextsQuery query = { .words = words };
  g_autoptr (GError) error = NULL;
  double start = cpu_ms ();
  g_autoptr (TlAnswer) answer = tl_library_find_texts (library, &query, NULL, &error);
  double taken = cpu_ms () - start;

  check (answer != NULL, error);
  *n = ((TlAnswerRow *) answer->rows->pdata[0])->reviews;
  return taken;
}

static void
measure (TlLibrary  *library,
         sqlite3    *bare,
         guint       number,
         const char *words)
{
  double times[N_ROUNDS], bare_times[N_ROUNDS];
  gint64 n, n_bare;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      bare_times[i] = ask_bare (bare, words, &n_bare);
      times[i] = ask (library, words, &n);
    }
  qsort (times, N_ROUNDS, sizeof *times, compare);
  qsort (bare_times, N_ROUNDS, sizeof *bare_times, compare);

  double ratio = times[N_ROUNDS / 2] / bare_times[N_ROUNDS / 2];
  gboolean right = ratio <= LIMIT && n > 0;

  failed |= !right;
  g_print ("%s %u /bench/texts/at-most-1.2-of-bare-fts5 # “%s”: %.2f ms for %d reviews, bare %.2f ms for %d texts, "
           "ratio %.2f\n",
           right ? "ok" : "not ok", number, words, times[N_ROUNDS / 2], (int) n, bare_times[N_ROUNDS / 2],
           (int) n_bare, ratio);
}

int
main (void)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 1, .n_factors = 60, .n_links = 90,
                                      .n_tags = 80 };
  static const char *const endings[] = { "", "-wal", "-shm", "-search", "-search-wal", "-search-shm" };
  g_autofree char *folder = g_dir_make_tmp ("throughline-bench-XXXXXX", NULL);
  g_autofree char *records = g_build_filename (folder, "records", NULL);
  g_autofree char *path = g_build_filename (folder, "texts.tllibrary", NULL);
  const char *paths[] = { records, NULL };
  g_autoptr (GError) error = NULL;
  TlLibrary *library;
  sqlite3 *bare;
  gint64 n;

  check (tl_library_generate (records, &options, NULL, &error), error);
  library = tl_library_create (path, &error);
  check (library != NULL, error);
  check (tl_library_add (library, paths, NULL, NULL, NULL, NULL, &error), error);
  bare = make_bare (library);
  ask (library, "the", &n);

  g_print ("1..2\n");
  measure (library, bare, 1, "the");
  measure (library, bare, 2, "practitioners reason");

  sqlite3_close (bare);
  g_object_unref (library);
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/generated-%05u.xml", records, i + 1);

      g_unlink (file);
    }
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
  g_rmdir (records);
  g_rmdir (folder);
  return failed ? 1 : 0;
}
