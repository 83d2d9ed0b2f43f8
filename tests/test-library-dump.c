/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library for another engine: what is loaded from the dump gives the counts that the library gives. */
#include "config.h"

#include "model/library/tl-library-dump.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "model/exchange/tl-csv.h"
#include "model/exchange/tl-problem.h"
#include "model/questions/tl-themes.h"
#include "tests/library-case.h"

static char *folder;
static TlLibrary *library;

static char *
in_folder (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* The counts of whoever has only the dump and SQL that every engine knows. */
static const char themes_sql[] =
  "SELECT under.above, count(DISTINCT coding.review) FROM coding JOIN code_under AS under ON under.code = coding.code "
  "WHERE coding.tagged = 1 GROUP BY under.above";

static sqlite3 *
load_sql (const char *path)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static gint64
count_rows (sqlite3    *db,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", table);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);

  gint64 n = sqlite3_column_int64 (statement, 0);

  sqlite3_finalize (statement);
  return n;
}

static sqlite3 *
dump_and_load (void)
{
  g_autofree char *path = in_folder ("dump.sql");
  g_autoptr (GError) error = NULL;

  tl_library_dump (library, TL_DUMP_SQL, path, NULL, &error);
  g_assert_no_error (error);

  sqlite3 *db = load_sql (path);

  g_assert_no_errno (g_unlink (path));
  return db;
}

static void
what_is_loaded_counts_the_same (void)
{
  const TlThemesQuery query = { .internal = TRUE };
  g_autoptr (TlThemes) themes = tl_library_themes (library, &query, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3 *db = dump_and_load ();
  sqlite3_stmt *statement;
  guint n_counted = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (db, themes_sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_insert (counts, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                         GINT_TO_POINTER (sqlite3_column_int (statement, 1)));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  for (guint i = 0; i < themes->n_rows; i++)
    {
      gint64 reviews = themes->rows[i].cells[0].reviews;

      g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (counts, themes->rows[i].code)), ==, reviews);
      n_counted += reviews > 0;
    }
  g_assert_cmpuint (n_counted, >, 10);
}

static void
earlier_revisions_stay_behind (void)
{
  g_autoptr (GListModel) all = tl_library_list (library, TRUE, NULL);
  g_autoptr (GListModel) current = tl_library_list (library, FALSE, NULL);
  sqlite3 *db = dump_and_load ();
  guint n_factors = 0;

  g_assert_cmpuint (g_list_model_get_n_items (all), >, g_list_model_get_n_items (current));
  for (guint i = 0; i < g_list_model_get_n_items (current); i++)
    {
      g_autoptr (TlLibraryRecord) record = g_list_model_get_item (current, i);

      n_factors += tl_library_record_get_n_factors (record);
    }
  g_assert_cmpint (count_rows (db, "review"), ==, g_list_model_get_n_items (current));
  g_assert_cmpint (count_rows (db, "factor"), ==, n_factors);
  g_assert_cmpint (count_rows (db, "code"), >, 50);
  sqlite3_close (db);
}

static void
assert_same_cells (sqlite3    *db,
                   const char *table,
                   GPtrArray  *rows)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY rowid", table);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < rows->len; i++)
    {
      const TlCsvRow *row = g_ptr_array_index (rows, i);

      g_assert_true (i == 0 || sqlite3_step (statement) == SQLITE_ROW);
      g_assert_cmpint (sqlite3_column_count (statement), ==, row->n_cells);
      for (guint j = 0; j < row->n_cells; j++)
        {
          const char *text = i == 0 ? sqlite3_column_name (statement, (int) j)
                                    : (const char *) sqlite3_column_text (statement, (int) j);

          g_assert_cmpstr (row->cells[j], ==, text != NULL ? text : "");
        }
    }
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
}

static void
the_tables_are_the_same_in_either_format (void)
{
  g_autofree char *path = in_folder ("tables");
  g_autofree char *schema_path = g_build_filename (path, "schema.sql", NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = dump_and_load ();
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_tables = 0;

  tl_library_dump (library, TL_DUMP_CSV, path, NULL, &error);
  g_assert_no_error (error);
  sqlite3_close (load_sql (schema_path));
  g_assert_no_errno (g_unlink (schema_path));

  dir = g_dir_open (path, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *table = g_strndup (name, strlen (name) - strlen (".csv"));
      g_autofree char *text = NULL;
      gsize length;

      g_file_get_contents (file, &text, &length, &error);
      g_assert_no_error (error);

      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      g_autoptr (GPtrArray) problems = tl_problems_new ();
      g_autoptr (GPtrArray) rows = tl_csv_parse (bytes, problems);

      g_assert_cmpuint (problems->len, ==, 0);
      assert_same_cells (db, table, rows);
      g_assert_no_errno (g_unlink (file));
      n_tables++;
    }
  g_assert_cmpuint (n_tables, >, 20);
  g_assert_no_errno (g_rmdir (path));
  sqlite3_close (db);
}

static void
what_is_not_finished_replaces_nothing (void)
{
  g_autofree char *path = in_folder ("dump.sql");
  g_autofree char *text = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "as it was", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (tl_library_dump (library, TL_DUMP_SQL, path, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "as it was");
  g_assert_no_errno (g_unlink (path));

  g_clear_error (&error);
  g_assert_false (tl_library_dump (library, TL_DUMP_SQL, tl_library_get_path (library), NULL, &error));
  g_assert_nonnull (error);

  g_autoptr (GListModel) records = tl_library_list (library, FALSE, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (records), >, 0);
}

/* Takes in @n_records of which every second comes again, revised. */
static void
add_records (guint n_records)
{
  const TlGenerateOptions options = { .n_records = n_records, .seed = 5 };
  g_autofree char *records = in_folder ("records");
  const char *paths[] = { records, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_library_generate (records, &options, NULL, NULL));
  g_assert_true (tl_library_add (library, paths, NULL, NULL, NULL, NULL, &error));
  for (guint i = 1; i <= n_records; i++)
    {
      g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i);
      g_autofree char *file = g_build_filename (records, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (file, &text, NULL, NULL));

      g_autoptr (GString) revised = g_string_new (text);

      g_assert_cmpuint (g_string_replace (revised, "revision=\"1\"", "revision=\"2\"", 1), ==, 1);
      g_assert_true (i % 2 == 0 ? g_file_set_contents (file, revised->str, -1, NULL) : g_unlink (file) == 0);
    }
  g_assert_true (tl_library_add (library, paths, NULL, NULL, NULL, NULL, &error));
  for (guint i = 2; i <= n_records; i += 2)
    {
      g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i);
      g_autofree char *file = g_build_filename (records, name, NULL);

      g_assert_no_errno (g_unlink (file));
    }
  g_assert_no_errno (g_rmdir (records));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folder = make_temporary ();

  g_autofree char *path = in_folder ("national.tllibrary");

  library = tl_library_create (path, NULL);
  add_records (30);

  g_test_add_func ("/dump/what-is-loaded-counts-the-same", what_is_loaded_counts_the_same);
  g_test_add_func ("/dump/earlier-revisions-stay-behind", earlier_revisions_stay_behind);
  g_test_add_func ("/dump/the-tables-are-the-same-in-either-format", the_tables_are_the_same_in_either_format);
  g_test_add_func ("/dump/what-is-not-finished-replaces-nothing", what_is_not_finished_replaces_nothing);

  int result = g_test_run ();

  g_clear_object (&library);
  g_free (folder);
  return result;
}
