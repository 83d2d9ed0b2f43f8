/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that only pretend to be libraries, or were ones: each is refused in its own words and not a byte of it is
 * changed. */
#include "config.h"

#include "model/questions/tl-themes.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/review/tl-review-file.h"
#include "tests/library-case.h"

typedef LibraryCase Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TlGenerateOptions options = { .n_records = 3, .seed = 3 };

  library_case_set_up (fixture, &options);
  g_clear_object (&fixture->library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  library_case_tear_down (fixture);
}

static void
assert_refused (const char *path,
                int         code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize length = 0, length_after = 0;

  g_file_get_contents (path, &before, &length, NULL);
  g_assert_null (tl_library_open (path, &error));
  g_assert_error (error, TL_ERROR, code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL) && g_str_has_suffix (error->message, "."));
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length, after, length_after);
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
what_is_no_library_is_refused (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  sqlite3 *db;

  assert_refused (other, TL_ERROR_NOT_FOUND);
  assert_refused (fixture->folder, TL_ERROR_NOT_OURS);

  g_assert_true (g_file_set_contents (other, "", 0, NULL));
  assert_refused (other, TL_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (other, "SQLite format 3", 16, NULL));
  assert_refused (other, TL_ERROR_NOT_OURS);
  g_unlink (other);

  g_assert_cmpint (sqlite3_open (other, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "CREATE TABLE mine (x)", NULL, NULL, NULL);
  sqlite3_close (db);
  assert_refused (other, TL_ERROR_NOT_OURS);
  g_unlink (other);

  g_assert_true (tl_review_create_titled (other, 0, "A review", "learning-together", NULL, NULL));
  assert_refused (other, TL_ERROR_NOT_OURS);
  g_unlink (other);
}

static void
one_from_the_future_is_refused (Fixture       *fixture,
                                gconstpointer  data)
{
  execute (fixture, "PRAGMA user_version = 99");
  assert_refused (fixture->path, TL_ERROR_NEWER);
}

static void
one_with_more_in_it_is_refused (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char *const changes[] = {
    "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END",
    "CREATE VIEW v AS SELECT 1",
    "CREATE TABLE loose (x)",
    "CREATE VIRTUAL TABLE f USING fts5 (x)",
    "ALTER TABLE factor ADD COLUMN more TEXT",
    "ALTER TABLE record ADD COLUMN more TEXT",
    "DROP TABLE link",
    "ALTER TABLE tag RENAME COLUMN code TO coda",
  };
  const char *change = changes[GPOINTER_TO_UINT (data)];

  g_assert_cmpuint (GPOINTER_TO_UINT (data), <, G_N_ELEMENTS (changes));
  execute (fixture, change);
  execute (fixture, "PRAGMA wal_checkpoint(TRUNCATE)");
  assert_refused (fixture->path, TL_ERROR_DAMAGED);
}

/* Whatever the damage: refused, or read without a crash, and never written to. */
static void
a_damaged_one_is_never_written_to (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autofree char *sound = NULL;
  gsize length;
  guint n_refused = 0;

  g_assert_true (g_file_get_contents (fixture->path, &sound, &length, NULL));
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *bytes = g_memdup2 (sound, length);
      g_autoptr (GError) error = NULL;
      gsize page = (gsize) g_test_rand_int_range (1, (gint32) (length / 4096)) * 4096;
      gsize kept = i % 3 == 0 ? page : length;

      for (gsize j = page; j < page + 4096 && i % 3 != 0; j++)
        bytes[j] = (char) g_test_rand_int ();
      g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) kept, NULL));

      g_autoptr (TlLibrary) library = tl_library_open (fixture->path, &error);
      const char *paths[] = { "/nowhere.xml", NULL };

      if (library != NULL)
        {
          const TlThemesQuery query = { NULL };
          g_autoptr (TlThemes) themes = tl_library_themes (library, &query, NULL);
          g_autoptr (GListModel) list = tl_library_list (library, TRUE, NULL);

          g_assert_false (tl_library_add (library, paths, NULL, NULL, NULL, NULL, &error));
        }
      g_assert_true (g_error_matches (error, TL_ERROR, TL_ERROR_DAMAGED)
                     || g_error_matches (error, TL_ERROR, TL_ERROR_FAILED));
      n_refused += library == NULL ? 1 : 0;
      g_clear_object (&library);

      g_autofree char *after = NULL;
      gsize length_after;

      g_assert_true (g_file_get_contents (fixture->path, &after, &length_after, NULL));
      g_assert_cmpmem (bytes, kept, after, length_after);
    }
  g_test_message ("%u of 60 were refused at once", n_refused);
}

static void
one_that_is_there_is_not_made_anew (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_library_create (fixture->path, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);

  g_autoptr (TlLibrary) library = tl_library_open (fixture->path, NULL);
  g_autoptr (GListModel) list = tl_library_list (library, FALSE, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/hostile/what-is-no-library-is-refused", Fixture, NULL, set_up, what_is_no_library_is_refused,
              tear_down);
  g_test_add ("/hostile/one-from-the-future-is-refused", Fixture, NULL, set_up, one_from_the_future_is_refused,
              tear_down);
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/one-with-other-tables-is-refused/%u", i);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, one_with_more_in_it_is_refused, tear_down);
    }
  g_test_add ("/hostile/a-damaged-one-is-never-written-to", Fixture, NULL, set_up, a_damaged_one_is_never_written_to,
              tear_down);
  g_test_add ("/hostile/one-that-is-there-is-not-made-anew", Fixture, NULL, set_up, one_that_is_there_is_not_made_anew,
              tear_down);

  return g_test_run ();
}
