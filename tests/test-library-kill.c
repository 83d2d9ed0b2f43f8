/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The kill test of a library: `throughline-cli library add` is killed at random moments. The library is sound whenever
 * that was, and once it was let finish it holds what one holds that nobody disturbed. The name of the program is the
 * first argument. */
#define _GNU_SOURCE
#include "config.h"

#include <poll.h>
#include <signal.h>

#include "tests/library-case.h"
#include "tests/library-same.h"

#define N_RECORDS 700
#define N_LIBRARIES 2

/* Until a kill has come between two commits. */
#define MAX_LIBRARIES 30
#define N_KILLS 6

/* Of libraries that are killed while they are made, and by when that is done, in microseconds. */
#define N_BIRTHS 20
#define BIRTH 60000

static const char *cli;

static GSubprocess *
start (LibraryCase *self,
       const char  *path)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                                           &error, cli, "library", "add", path, self->records, NULL);

  g_assert_no_error (error);
  return process;
}

/* How long adding takes when nobody disturbs it, in microseconds. */
static gint64
add_undisturbed (LibraryCase *self,
                 const char  *path)
{
  gint64 before = g_get_monotonic_time ();
  g_autoptr (GSubprocess) process = start (self, path);

  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  return g_get_monotonic_time () - before;
}

static void
kill_within (LibraryCase *self,
             const char  *path,
             gint64       longest)
{
  gint64 delay = g_test_rand_int_range (0, (gint32) longest);
  const struct timespec time = { .tv_sec = delay / G_USEC_PER_SEC, .tv_nsec = delay % G_USEC_PER_SEC * 1000 };
  g_autoptr (GSubprocess) process = start (self, path);

  /* Nothing comes from nowhere: waits, and no longer. */
  g_assert_cmpint (ppoll (NULL, 0, &time, NULL), ==, 0);
  g_subprocess_force_exit (process);
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
}

/* How many records are in what the killed program left behind; every one of them whole. */
static gint64
count_sound (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (get_number (db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), ==, 1);

  gint64 n = get_number (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'record'") == 0
               ? 0 : get_number (db, "SELECT count(*) FROM record");

  if (n > 0)
    {
      g_assert_cmpint (get_number (db, "SELECT count(*) FROM packed"), ==, n);
      g_assert_cmpint (get_number (db, "SELECT count(*) FROM review"), ==, n);
      g_assert_cmpint (get_number (db, "SELECT count(*) FROM record WHERE factors <> "
                                       "(SELECT count(*) FROM factor WHERE key >> 24 = record.number)"), ==, 0);
    }
  sqlite3_close (db);
  return n;
}

static void
a_killed_gathering_goes_on_and_ends_the_same (void)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 23, .n_factors = 4, .n_factors_max = 12 };
  LibraryCase library;
  guint n_halfway = 0;

  library_case_set_up_empty (&library, &options);
  g_clear_object (&library.library);

  gint64 time = add_undisturbed (&library, library.path);

  for (guint i = 0; i < N_LIBRARIES || (n_halfway == 0 && i < MAX_LIBRARIES); i++)
    {
      g_autofree char *name = g_strdup_printf ("killed-%u.tllibrary", i);
      g_autofree char *path = g_build_filename (library.folder, name, NULL);

      g_object_unref (tl_library_create (path, NULL));
      for (guint j = 0; j < N_KILLS; j++)
        {
          kill_within (&library, path, time);

          gint64 n = count_sound (path);

          n_halfway += n > 0 && n < N_RECORDS;
        }
      add_undisturbed (&library, path);
      assert_same_rows (library.path, path);
      assert_index_is_whole (path);
    }

  /* Else nothing was shown. */
  g_test_message ("%u kills left some of the records", n_halfway);
  g_assert_cmpuint (n_halfway, >, 0);
  library_case_tear_down (&library);
}

/* There is none, or one that the next gathering can go on with. */
static void
one_killed_at_its_birth_is_none_or_whole (void)
{
  const TlGenerateOptions options = { .n_records = 3, .seed = 29, .n_factors = 4, .n_factors_max = 12 };
  LibraryCase library;
  guint n_none = 0;

  library_case_set_up_empty (&library, &options);
  g_clear_object (&library.library);
  for (guint i = 0; i < N_BIRTHS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/born-%u.tllibrary", library.folder, i);

      kill_within (&library, path, BIRTH);
      n_none += !g_file_test (path, G_FILE_TEST_EXISTS);
      add_undisturbed (&library, path);
      assert_index_is_whole (path);
    }
  g_test_message ("%u of %u were killed before there was a library", n_none, N_BIRTHS);
  library_case_tear_down (&library);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  cli = argv[1];
  g_test_add_func ("/library/kill/a-killed-gathering-goes-on-and-ends-the-same",
                   a_killed_gathering_goes_on_and_ends_the_same);
  g_test_add_func ("/library/kill/one-killed-at-its-birth-is-none-or-whole", one_killed_at_its_birth_is_none_or_whole);
  return g_test_run ();
}
