/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The traps of SQLite's session extension: what has to hold of tables and changesets so that undo never does something
 * else than what was done. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "model/store/tl-changeset.h"
#include "model/store/tl-schema.h"
#include "model/store/tl-table.h"
#include "tests/temporary.h"

#define FACTOR "11111111-1111-4111-8111-111111111111"
#define OTHER "22222222-2222-4222-8222-222222222222"

static TlConnection *
open_new (void)
{
  g_autoptr (GError) error = NULL;
  TlConnection *connection = tl_connection_open_memory ("case", &error);

  g_assert_no_error (error);
  g_assert_true (tl_connection_begin (connection, TRUE, &error));
  g_assert_true (tl_schema_create (connection, &error));
  g_assert_true (tl_connection_commit (connection, &error));
  return connection;
}

static void
execute (TlConnection *connection,
         const char   *sql)
{
  g_autoptr (GError) error = NULL;

  tl_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

static gint64
count (TlConnection *connection,
       const char   *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  tl_connection_get_number (connection, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

/* What @sql does to the tables, as an edit would record it. */
static GBytes *
record (TlConnection *connection,
        const char   *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlRecorder) recorder = tl_recorder_start (connection, &error);

  g_assert_no_error (error);
  execute (connection, sql);
  GBytes *changeset = tl_recorder_finish (recorder, connection, &error);
  g_assert_no_error (error);
  return changeset;
}

/* A changeset that some other program made: @table is made there, then @sql is recorded. */
static GBytes *
record_elsewhere (const char *table,
                  const char *sql)
{
  sqlite3 *db;
  sqlite3_session *session;
  int size;
  void *data;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, table, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_attach (session, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &data), ==, SQLITE_OK);
  g_assert_cmpint (size, >, 0);
  sqlite3session_delete (session);
  sqlite3_close (db);
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/* The columns of a table as a file has them, from the first to one before @end. */
static char *
list_columns (const TlTable *table,
              guint          end)
{
  g_autoptr (GString) names = g_string_new ("\"id\" TEXT NOT NULL PRIMARY KEY");

  for (guint i = 0; i < end; i++)
    g_string_append_printf (names, ", \"%s\"", table->columns[i].name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
expect_refusal (TlConnection *connection,
                GBytes       *changeset,
                gboolean      inverted)
{
  g_autoptr (GError) error = NULL;
  const char *rows = "SELECT (SELECT count(*) FROM factor) * 1000 + (SELECT count(*) FROM agency) * 100 "
                     "+ (SELECT count(*) FROM factor_episodes) * 10 + (SELECT count(*) FROM text)";

  g_assert_true (tl_connection_begin (connection, TRUE, &error));
  gint64 before = count (connection, rows);
  g_assert_false (tl_changeset_apply (changeset, inverted, connection, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_cmpint (before, ==, count (connection, rows));
  tl_connection_rollback (connection);
}

static void
only_the_tables_of_kinds_are_recorded (void)
{
  g_autoptr (TlConnection) connection = open_new ();

  execute (connection, "CREATE TABLE derived (id TEXT NOT NULL PRIMARY KEY, body TEXT)");
  execute (connection, "BEGIN IMMEDIATE");
  g_autoptr (GBytes) none = record (connection,
                                    "INSERT INTO text VALUES ('d', 'b'); UPDATE meta SET value = 7;"
                                    "INSERT INTO change (id, time, label, kind) VALUES ('c', 0, 'l', 'edit');"
                                    "INSERT INTO derived VALUES ('a', 'b');");
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);

  /* But each of those is, with the tables of its lists. */
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlTable *table = tl_table_get (tl_kinds_get (i));
      g_autofree char *sql = g_strdup_printf ("INSERT INTO \"%s\" (id) VALUES ('" FACTOR "')", table->kind->name);
      g_autoptr (GBytes) some = record (connection, sql);

      g_assert_cmpuint (g_bytes_get_size (some), >, 0);
      for (guint j = 0; j < table->kind->n_fields; j++)
        if (table->lists[j] != NULL)
          {
            g_autofree char *list = g_strdup_printf ("INSERT INTO \"%s\" VALUES ('" FACTOR "', 'x', 0)",
                                                     table->lists[j]);
            g_autoptr (GBytes) more = record (connection, list);
            g_assert_cmpuint (g_bytes_get_size (more), >, 0);
          }
    }
  tl_connection_rollback (connection);
}

/* Without one, SQLite records nothing of a table and says nothing. */
static void
every_table_has_a_primary_key_that_is_not_null (void)
{
  g_autoptr (TlConnection) connection = open_new ();

  g_assert_cmpint (count (connection, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'"), >, 40);
  g_assert_cmpint (count (connection,
                          "SELECT count(*) FROM sqlite_schema AS t WHERE type = 'table' AND NOT EXISTS "
                          "(SELECT 1 FROM pragma_table_info(t.name) WHERE pk > 0)"), ==, 0);
  g_assert_cmpint (count (connection,
                          "SELECT count(*) FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
                          "WHERE t.type = 'table' AND c.pk > 0 AND NOT c.\"notnull\" AND t.name <> 'change'"), ==, 0);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND NOT strict "
                                      "AND name NOT LIKE 'sqlite_%'"), ==, 0);
}

static void
nothing_acts_by_itself (void)
{
  g_autoptr (TlConnection) connection = open_new ();

  g_assert_cmpint (count (connection, "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')"), ==,
                   0);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c "
                                      "WHERE t.type = 'table' AND c.hidden <> 0"), ==, 0);
}

static void
references_wait_for_the_commit_and_take_nothing_with_them (void)
{
  g_autoptr (TlConnection) connection = open_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (count (connection, "SELECT count(*) FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f"),
                   >, 40);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS f "
                                      "WHERE f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION'"), ==, 0);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%REFERENCES%' AND "
                                      "(length(sql) - length(replace(sql, 'REFERENCES', ''))) / 10 <> "
                                      "(length(sql) - length(replace(sql, 'DEFERRABLE INITIALLY DEFERRED', ''))) / 29"),
                   ==, 0);

  execute (connection, "BEGIN IMMEDIATE; INSERT INTO link (id, cause, effect) VALUES ('a', 'b', 'c')");
  g_assert_false (tl_connection_commit (connection, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM link"), ==, 0);
}

static void
a_changeset_with_an_unknown_table_is_refused (void)
{
  g_autoptr (TlConnection) connection = open_new ();
  g_autoptr (GBytes) ghost = record_elsewhere ("CREATE TABLE ghost (id TEXT NOT NULL PRIMARY KEY, a);"
                                               "CREATE TABLE factor (id TEXT NOT NULL PRIMARY KEY);",
                                               "INSERT INTO factor VALUES ('" FACTOR "');"
                                               "INSERT INTO ghost VALUES ('" OTHER "', 1);");
  g_autoptr (GBytes) own = record_elsewhere ("CREATE TABLE text (digest TEXT NOT NULL PRIMARY KEY, body TEXT)",
                                             "INSERT INTO text VALUES ('d', 'b')");
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  expect_refusal (connection, ghost, FALSE);
  expect_refusal (connection, own, FALSE);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM factor"), ==, 0);
  g_assert_false (tl_changeset_collect (ghost, touched));
}

static void
a_changeset_with_too_many_columns_is_refused (void)
{
  g_autoptr (TlConnection) connection = open_new ();
  const TlTable *table = tl_table_get (tl_kind_lookup ("factor"));
  g_autofree char *columns = list_columns (table, table->n_columns);
  g_autofree char *fitting = g_strdup_printf ("CREATE TABLE factor (%s)", columns);
  g_autofree char *wider = g_strdup_printf ("CREATE TABLE factor (%s, one_more)", columns);
  g_autoptr (GBytes) wide = record_elsewhere (wider, "INSERT INTO factor (id) VALUES ('" FACTOR "')");
  g_autoptr (GBytes) right = record_elsewhere (fitting, "INSERT INTO factor (id) VALUES ('" FACTOR "')");
  g_autoptr (GBytes) list = record_elsewhere ("CREATE TABLE factor_episodes (owner TEXT NOT NULL, value TEXT NOT NULL, "
                                              "position INTEGER, more, PRIMARY KEY (owner, value))",
                                              "INSERT INTO factor_episodes VALUES ('a', 'b', 0, 0)");
  g_autoptr (GError) error = NULL;

  expect_refusal (connection, wide, FALSE);
  expect_refusal (connection, list, FALSE);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM factor"), ==, 0);
  g_assert_true (tl_changeset_apply (right, FALSE, connection, &error));
  g_assert_cmpint (count (connection, "SELECT count(*) FROM factor"), ==, 1);
}

/* SQLite passes over such a table, too. */
static void
a_changeset_with_another_key_is_refused (void)
{
  g_autoptr (TlConnection) connection = open_new ();
  g_autoptr (GBytes) second = record_elsewhere ("CREATE TABLE factor (id TEXT NOT NULL, statement TEXT NOT NULL, "
                                                "PRIMARY KEY (id, statement))",
                                                "INSERT INTO factor VALUES ('" FACTOR "', 's')");
  g_autoptr (GBytes) list = record_elsewhere ("CREATE TABLE factor_episodes (owner TEXT NOT NULL PRIMARY KEY, value, "
                                              "position)",
                                              "INSERT INTO factor_episodes VALUES ('a', 'b', 0)");

  expect_refusal (connection, second, FALSE);
  expect_refusal (connection, list, FALSE);
}

static void
an_older_changeset_with_fewer_columns_fits (void)
{
  g_autoptr (TlConnection) connection = open_new ();
  g_autofree char *columns = list_columns (tl_table_get (tl_kind_lookup ("factor")), 3);
  g_autofree char *table = g_strdup_printf ("CREATE TABLE factor (%s)", columns);
  g_autoptr (GBytes) narrow = record_elsewhere (table, "INSERT INTO factor (id, statement) VALUES ('" FACTOR "', 's')");
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_changeset_apply (narrow, FALSE, connection, &error));
  g_assert_cmpint (count (connection, "SELECT count(*) FROM factor WHERE statement = 's'"), ==, 1);
  g_assert_true (tl_changeset_apply (narrow, TRUE, connection, &error));
  g_assert_cmpint (count (connection, "SELECT count(*) FROM factor"), ==, 0);
}

static void
a_conflict_takes_everything_back (void)
{
  g_autoptr (TlConnection) connection = open_new ();

  execute (connection, "BEGIN IMMEDIATE");
  g_autoptr (GBytes) changeset = record (connection,
                                         "INSERT INTO agency (id, label) VALUES ('" OTHER "', 'a');"
                                         "INSERT INTO factor (id, statement) VALUES ('" FACTOR "', 'before');");
  execute (connection, "COMMIT; UPDATE factor SET statement = 'after'");

  /* The factor is not as the edit left it. */
  expect_refusal (connection, changeset, TRUE);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM agency"), ==, 1);
  /* Both are there already. */
  expect_refusal (connection, changeset, FALSE);
  /* The factor is not there. */
  execute (connection, "DELETE FROM factor");
  expect_refusal (connection, changeset, TRUE);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM agency"), ==, 1);

  /* A reference would dangle. */
  execute (connection, "UPDATE agency SET label = 'a';"
                       "INSERT INTO factor (id, statement) VALUES ('" FACTOR "', 'before');"
                       "INSERT INTO role (id, agency) VALUES ('r', '" OTHER "')");
  expect_refusal (connection, changeset, TRUE);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM agency"), ==, 1);
  g_assert_cmpint (count (connection, "SELECT count(*) FROM factor"), ==, 1);
}

static void
an_undo_that_does_not_fit_changes_nothing (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "case.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;

  g_assert_true (tl_review_create_titled (path, 0, "A case", "learning-together", NULL, &error));
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *id = tl_edit_add (edit, "factor", NULL, &error);
  g_assert_true (tl_edit_set (edit, id, "statement", "workload", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  /* Behind the back of the history. */
  execute (tl_review_get_connection (review), "UPDATE factor SET statement = 'something else'");
  g_file_get_contents (path, &before, &length_before, NULL);
  g_assert_false (tl_review_undo (review, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_DAMAGED);
  g_file_get_contents (path, &after, &length_after, NULL);
  g_assert_cmpmem (before, length_before, after, length_after);
  g_assert_nonnull (tl_review_lookup (review, id));
}

static gboolean
fill_cb (TlConnection  *connection,
         gpointer       data,
         GError       **error)
{
  return tl_connection_execute (connection, data, error);
}

static gint64
count_numbers (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlConnection) connection = tl_connection_open (path, TL_CONNECTION_READ_ONLY, &error);

  g_assert_no_error (error);
  return count (connection, "SELECT count(*) FROM number");
}

/* Two programs make a file at the same moment: who comes second takes nothing away from the first. */
static void
who_comes_second_makes_no_file (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "case.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlConnection) other = tl_connection_open_memory ("other", &error);

  g_assert_true (tl_new_file_make (path, fill_cb, "CREATE TABLE number (n); INSERT INTO number VALUES (1)", &error));
  g_assert_false (tl_new_file_make (path, fill_cb, "CREATE TABLE number (n)", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (tl_new_file_copy (other, path, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (count_numbers (path), ==, 1);
}

/* What stays behind where a program is killed while it writes; the database itself was removed, or never begun. */
static void
leave_journal (const char *path,
               const char *mode)
{
  g_autofree char *other = g_strconcat (path, ".other", NULL);
  g_autofree char *sql = g_strdup_printf ("PRAGMA journal_mode = %s; PRAGMA cache_size = 1; CREATE TABLE number (n); "
                                          "BEGIN; INSERT INTO number WITH r AS (SELECT 1 AS n UNION ALL "
                                          "SELECT n + 1 FROM r LIMIT 9999) SELECT zeroblob (99) FROM r; %s;",
                                          mode, g_str_equal (mode, "WAL") ? "COMMIT" : "SELECT 1");
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (other, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const beside[] = { "-journal", "-wal", "-shm" };
      g_autofree char *from = g_strconcat (other, beside[i], NULL);
      g_autofree char *to = g_strconcat (path, beside[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (from, &bytes, &length, NULL))
        g_assert_true (g_file_set_contents (to, bytes, (gssize) length, NULL));
    }
  sqlite3_close (db);
}

static void
a_new_file_takes_no_journal_of_another (gconstpointer mode)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "case.throughline", NULL);
  g_autoptr (GError) error = NULL;

  leave_journal (path, mode);
  g_assert_true (tl_new_file_make (path, fill_cb, "CREATE TABLE number (n); INSERT INTO number VALUES (1)", &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_numbers (path), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/only-the-tables-of-kinds-are-recorded", only_the_tables_of_kinds_are_recorded);
  g_test_add_func ("/store/every-table-has-a-primary-key-that-is-not-null",
                   every_table_has_a_primary_key_that_is_not_null);
  g_test_add_func ("/store/nothing-acts-by-itself", nothing_acts_by_itself);
  g_test_add_func ("/store/references-wait-for-the-commit-and-take-nothing-with-them",
                   references_wait_for_the_commit_and_take_nothing_with_them);
  g_test_add_func ("/store/a-changeset-with-an-unknown-table-is-refused", a_changeset_with_an_unknown_table_is_refused);
  g_test_add_func ("/store/a-changeset-with-too-many-columns-is-refused", a_changeset_with_too_many_columns_is_refused);
  g_test_add_func ("/store/a-changeset-with-another-key-is-refused", a_changeset_with_another_key_is_refused);
  g_test_add_func ("/store/an-older-changeset-with-fewer-columns-fits", an_older_changeset_with_fewer_columns_fits);
  g_test_add_func ("/store/a-conflict-takes-everything-back", a_conflict_takes_everything_back);
  g_test_add_func ("/store/an-undo-that-does-not-fit-changes-nothing", an_undo_that_does_not_fit_changes_nothing);
  g_test_add_func ("/store/who-comes-second-makes-no-file", who_comes_second_makes_no_file);
  g_test_add_data_func ("/store/a-new-file-takes-no-journal-of-another", "DELETE",
                        a_new_file_takes_no_journal_of_another);
  g_test_add_data_func ("/store/a-new-file-takes-no-log-of-another", "WAL", a_new_file_takes_no_journal_of_another);
  return g_test_run ();
}
