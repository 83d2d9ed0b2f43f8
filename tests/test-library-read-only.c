/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Libraries where nothing can be written: in a folder of somebody else's, as on a disc. Whoever tests may be allowed
 * everything, and is somebody else meanwhile. */
#define _GNU_SOURCE /* setresuid() */

#include "config.h"

#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"
#include "model/library/tl-library-texts.h"
#include "model/library/tl-receipt.h"
#include "model/library/tl-watch.h"
#include "model/questions/tl-themes.h"
#include "tests/library-case.h"

#define N_RECORDS 20
#define NOBODY 65534

static void
set_up (LibraryCase   *fixture,
        gconstpointer  data)
{
  TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 11 };

  library_case_set_up (fixture, &options);
}

static void
tear_down (LibraryCase   *fixture,
           gconstpointer  data)
{
  library_case_tear_down (fixture);
}

/* Later GLib gives each program a temporary folder that only its owner may enter. */
static void
let_others_through (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  GStatBuf status;

  g_assert_no_errno (g_stat (parent, &status));
  /* Somebody else may be of the same group still. */
  if ((status.st_mode & (S_IXGRP | S_IXOTH)) != (S_IXGRP | S_IXOTH))
    g_assert_no_errno (g_chmod (parent, (int) (status.st_mode & 07777) | S_IXGRP | S_IXOTH));
  if (!g_str_equal (parent, path))
    let_others_through (parent);
}

/* From here on nothing can be written in the folder of the library, nor the library itself. */
static void
forbid (LibraryCase *fixture)
{
  g_clear_object (&fixture->library);
  g_assert_no_errno (g_chmod (fixture->path, 0444));
  g_assert_no_errno (g_chmod (fixture->folder, 0555));
  if (geteuid () == 0)
    {
      let_others_through (fixture->folder);
      g_assert_no_errno (setresuid (NOBODY, NOBODY, 0));
    }
}

static void
allow (LibraryCase *fixture)
{
  g_clear_object (&fixture->library);
  if (getuid () == NOBODY)
    g_assert_no_errno (setresuid (0, 0, 0));
  g_assert_no_errno (g_chmod (fixture->folder, 0755));
}

static guint
count_files (LibraryCase *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

static void
open_library (LibraryCase *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->library = tl_library_open (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_true (tl_library_get_read_only (fixture->library));
}

static void
count_cb (guint    record,
          gpointer data)
{
  (*(guint *) data)++;
}

static guint
find_words (LibraryCase *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibraryTexts) texts = tl_library_texts_open (fixture->library, NULL, &error);
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (tl_library_texts_find (texts, "generated", count_cb, &n, &error));
  return n;
}

static void
questions_are_answered_and_nothing_is_written (LibraryCase   *fixture,
                                               gconstpointer  data)
{
  const TlThemesQuery query = { .internal = TRUE };
  g_autoptr (GError) error = NULL;
  guint before;

  forbid (fixture);
  before = count_files (fixture);
  open_library (fixture);

  g_autoptr (TlThemes) themes = tl_library_themes (fixture->library, &query, &error);
  g_autoptr (TlReceipt) receipt = tl_library_get_receipt (fixture->library, 0, NULL);

  g_assert_no_error (error);
  g_assert_cmpint (themes->columns[0].base, ==, N_RECORDS);
  g_assert_cmpuint (receipt->files->len, ==, N_RECORDS);
  g_assert_cmpuint (find_words (fixture), ==, N_RECORDS);
  g_assert_false (tl_library_watch (fixture->library, "/", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
  g_assert_cmpuint (count_files (fixture), ==, before);
  allow (fixture);
}

/* The index that was beside the library is gone: it is made elsewhere, or for the moment. */
static void
what_is_missing_is_made_elsewhere (LibraryCase   *fixture,
                                   gconstpointer  data)
{
  g_autofree char *index = g_strconcat (fixture->path, "-search", NULL);
  g_autofree char *ours = g_build_filename (g_get_user_cache_dir (), "throughline", NULL);

  /* Gone in both cases, so that somebody else may make it. */
  g_assert_no_errno (g_mkdir_with_parents (g_get_user_cache_dir (), 0700));
  for (g_autofree char *path = g_strdup (g_get_user_cache_dir ()); !g_str_equal (path, g_get_tmp_dir ());)
    {
      char *parent = g_path_get_dirname (path);

      g_assert_no_errno (g_chmod (path, 0777));
      g_free (path);
      path = parent;
    }
  g_assert_no_errno (g_unlink (index));
  forbid (fixture);
  open_library (fixture);
  g_assert_cmpuint (find_words (fixture), ==, N_RECORDS);
  g_assert_true (g_file_test (ours, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (find_words (fixture), ==, N_RECORDS);
  g_assert_false (g_file_test (index, G_FILE_TEST_EXISTS));

  /* Nowhere at all. */
  g_assert_no_errno (g_chmod (ours, 0));
  g_assert_cmpuint (find_words (fixture), ==, N_RECORDS);
  g_assert_no_errno (g_chmod (ours, 0700));
  allow (fixture);
  remove_tree (ours);
}

static void
copy (const char *from,
      const char *to)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (from, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
}

/* A disc that was burnt while somebody was adding. */
static void
what_only_the_log_has_is_not_passed_over (LibraryCase   *fixture,
                                          gconstpointer  data)
{
  g_autofree char *copied = g_build_filename (fixture->folder, "copy.tllibrary", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copied_log = g_strconcat (copied, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_library_watch (fixture->library, fixture->records, NULL));
  copy (fixture->path, copied);
  copy (log, copied_log);
  forbid (fixture);
  g_assert_null (tl_library_open (copied, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, "-wal"));
  allow (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func) g_test_add ("/library-read-only/" name, LibraryCase, NULL, set_up, func, tear_down)
  ADD ("questions-are-answered-and-nothing-is-written", questions_are_answered_and_nothing_is_written);
  ADD ("what-is-missing-is-made-elsewhere", what_is_missing_is_made_elsewhere);
  ADD ("what-only-the-log-has-is-not-passed-over", what_only_the_log_has_is_not_passed_over);
#undef ADD
  return g_test_run ();
}
