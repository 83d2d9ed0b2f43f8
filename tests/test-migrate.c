/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of earlier versions: each opens, is brought up to date, and its whole history can be undone and done again.
 *
 * tests/migrate/ holds one file a released version, for ever. `test-migrate --make FILE` makes such a file of what the
 * declarations are now; it is called once a release, before TL_SCHEMA_VERSION rises. */
#define _GNU_SOURCE
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "model/review/tl-searcher.h"
#include "model/store/tl-schema.h"
#include "model/store/tl-table.h"
#include "tests/support/tl-generate.h"
#include "tests/support/tl-mirror.h"
#include "tests/support/tl-verbs.h"
#include "tests/temporary.h"

#define FACTOR "11111111-1111-4111-8111-111111111111"
#define EFFECT "22222222-2222-4222-8222-222222222222"
#define LINK "33333333-3333-4333-8333-333333333333"
#define EPISODE "44444444-4444-4444-8444-444444444444"

/* How many random things a released file holds besides its generated records. */
#define N_VERBS 60

static void
execute (sqlite3    *db,
         const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

/* Takes away what later declarations added: the last columns of two kinds, a list, and a whole kind. */
static sqlite3 *
open_as_earlier (const char *path)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  execute (db, "ALTER TABLE factor DROP COLUMN pinned; ALTER TABLE factor DROP COLUMN y;"
               "ALTER TABLE link DROP COLUMN certainty;"
               "DROP TABLE action_weakens; DROP TABLE publication;");
  return db;
}

/* One edit, as the earlier version would have recorded it: it knew these tables only. */
static void
edit_as_earlier (sqlite3    *db,
                 const char *label,
                 const char *sql)
{
  static const char *const tables[] = { "review", "factor", "factor_episodes", "episode", "link" };
  sqlite3_session *session;
  sqlite3_stmt *statement;
  g_autofree char *id = tl_id_new ();
  void *data;
  int size;

  execute (db, "BEGIN IMMEDIATE");
  g_assert_cmpint (sqlite3session_create (db, "main", &session), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_assert_cmpint (sqlite3session_attach (session, tables[i]), ==, SQLITE_OK);
  execute (db, sql);
  g_assert_cmpint (sqlite3session_changeset (session, &size, &data), ==, SQLITE_OK);
  sqlite3session_delete (session);

  g_assert_cmpint (sqlite3_prepare_v2 (db, "INSERT INTO change (id, author, time, label, kind, changeset) "
                                           "VALUES (?, 'Someone', 1300000000000, ?, 'edit', ?)", -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, label, -1, SQLITE_STATIC);
  sqlite3_bind_blob (statement, 3, data, size, sqlite3_free);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_finalize (statement);
  execute (db, "COMMIT");
}

static void
make_earlier_file (const char *path)
{
  g_autoptr (GError) error = NULL;

  tl_review_create_titled (path, 0, "An earlier case", "learning-together", NULL, &error);
  g_assert_no_error (error);

  sqlite3 *db = open_as_earlier (path);
  edit_as_earlier (db, "Add", "INSERT INTO factor (id, statement, x) VALUES ('" FACTOR "', 'workload', 3), "
                              "('" EFFECT "', 'visit cut short', 4);"
                              "INSERT INTO link (id, cause, effect, state) VALUES ('" LINK "', '" FACTOR "', '" EFFECT
                              "', 'asserted');");
  edit_as_earlier (db, "Change", "UPDATE factor SET statement = 'too much work' WHERE id = '" FACTOR "';"
                                 "INSERT INTO episode (id, title) VALUES ('" EPISODE "', 'First visit');"
                                 "INSERT INTO factor_episodes VALUES ('" FACTOR "', '" EPISODE "', 0);");
  edit_as_earlier (db, "Remove", "DELETE FROM link; DELETE FROM factor WHERE id = '" EFFECT "'");
  sqlite3_close (db);
}

static TlReview *
open_review (const char *path)
{
  g_autoptr (GError) error = NULL;
  TlReview *review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  tl_review_verify (review, &error);
  g_assert_no_error (error);
  return review;
}

/* The names of the columns of a table of the file. */
static GPtrArray *
read_columns (const char *path,
              const char *table)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db;
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM pragma_table_info(?) ORDER BY cid", -1, &statement, NULL),
                   ==, SQLITE_OK);
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return names;
}

/* Whether the file has the first columns of every declaration, and, if @all, all of them. */
static void
assert_columns (const char *path,
                gboolean    all)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlTable *table = tl_table_get (tl_kinds_get (i));
      g_autoptr (GPtrArray) columns = read_columns (path, table->kind->name);

      g_assert_cmpuint (columns->len, <=, table->n_columns + 1);
      if (all)
        g_assert_cmpuint (columns->len, ==, table->n_columns + 1);
      for (guint j = 0; j < columns->len; j++)
        g_assert_cmpstr (g_ptr_array_index (columns, j), ==, j == 0 ? "id" : table->columns[j - 1].name);

      for (guint j = 0; j < table->kind->n_fields; j++)
        if (table->lists[j] != NULL)
          {
            g_autoptr (GPtrArray) list = read_columns (path, table->lists[j]);
            g_assert_true (list->len == 3 || (list->len == 0 && !all));
          }
    }
}

/* Undoes everything and does it again, through a closing in between; the review is then as it was. */
static void
undo_and_redo_all (TlReview   *review,
                   const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = tl_review_describe (review);
  guint n = 0;

  while (tl_review_undo (review, NULL, NULL, &error))
    n++;
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 1; i < tl_kinds_get_n (); i++)
    g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, tl_kinds_get (i)->name)), ==, 0);

  g_autoptr (TlReview) again = open_review (path);
  while (n-- > 0)
    {
      tl_review_redo (again, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_autofree char *after = tl_review_describe (again);
  g_assert_cmpstr (before, ==, after);
  tl_assert_review_whole (again);
  tl_assert_review_is_file (again);
}

static void
an_earlier_file_undoes_its_whole_history (void)
{
  g_autofree char *path = make_path ("case.throughline");
  g_autoptr (GError) error = NULL;

  make_earlier_file (path);
  assert_columns (path, FALSE);

  g_autoptr (TlReview) review = open_review (path);
  assert_columns (path, TRUE);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, FACTOR), "statement"), ==, "too much work");
  g_assert_null (tl_review_lookup (review, LINK));

  /* On top of it, an edit of what the earlier version did not have. */
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_assert_true (tl_edit_set (edit, FACTOR, "pinned", "true", &error));
  g_assert_true (tl_edit_set (edit, FACTOR, "y", "12", &error));
  g_free (tl_edit_add (edit, "publication", NULL, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  undo_and_redo_all (review, path);
}

/* How many records of the review have @word, as whoever may not write to it finds out. */
static guint
count_found (const char *path,
             const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlSearcher) searcher = tl_searcher_new (path, FALSE, &error);
  gboolean more = TRUE;

  g_assert_no_error (error);
  while (more)
    g_assert_true (tl_searcher_work (searcher, &more, &error));
  g_autoptr (TlSearchAnswer) answer = tl_searcher_find (searcher, word, TL_SEARCH_DEFAULT, 0, 10, NULL, &error);
  g_assert_no_error (error);
  return answer->n_records;
}

/* It is read as if it had been brought up to date. */
static void
an_earlier_file_that_may_not_be_written_is_read_and_left_alone (void)
{
  g_autofree char *path = make_path ("case.throughline");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length_before, length_after;

  make_earlier_file (path);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, FACTOR), "statement"), ==, "too much work");
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "publication")), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (review))), ==, 3);
  g_assert_true (tl_review_verify (review, NULL));
  g_assert_cmpuint (count_found (path, "work"), ==, 1);

  g_assert_true (tl_review_get_read_only (review));
  g_assert_null (tl_edit_begin (review, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* A column that is not where the declaration has it is not ours to write to. */
static void
other_columns_are_refused (void)
{
  static const char *const changes[] = {
    "ALTER TABLE factor ADD COLUMN colour TEXT",
    "ALTER TABLE factor DROP COLUMN statement",
    "ALTER TABLE factor RENAME COLUMN statement TO sentence",
    "DROP TABLE acronym; CREATE TABLE acronym (id TEXT NOT NULL PRIMARY KEY, \"short\" INTEGER, \"long\" TEXT)",
    "CREATE TRIGGER t AFTER INSERT ON factor BEGIN DELETE FROM link; END",
    "CREATE VIEW v AS SELECT 1",
    "DROP TABLE change",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = make_path ("case.throughline");
      g_autoptr (GError) error = NULL;
      sqlite3 *db;

      g_assert_true (tl_review_create_titled (path, 0, "A case", "learning-together", NULL, NULL));
      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      execute (db, changes[i]);
      sqlite3_close (db);
      g_assert_null (tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_DAMAGED);
    }
}

static char *
copy_released (const char *name)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "migrate", name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  char *path = make_path ("case.throughline");
  gsize length;

  g_file_get_contents (from, &data, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

static void
every_released_file_opens (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "migrate", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_suffix (name, ".throughline"))
        continue;

      g_test_message ("%s", name);
      g_autofree char *path = copy_released (name);
      assert_columns (path, FALSE);
      g_autoptr (TlReview) review = open_review (path);
      assert_columns (path, TRUE);
      tl_assert_review_whole (review);
      undo_and_redo_all (review, path);
      n++;
    }
  g_assert_cmpuint (n, ==, TL_SCHEMA_VERSION);
}

static void
a_file_from_the_future_is_refused_and_left_alone (void)
{
  g_autofree char *path = copy_released ("v1.throughline");
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d; ALTER TABLE factor ADD COLUMN colour TEXT;"
                                          "CREATE TABLE wonder (id TEXT NOT NULL PRIMARY KEY)", TL_SCHEMA_VERSION + 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before, length_after;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  execute (db, sql);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (path, &before, &length_before, NULL));

  for (guint flags = 0; flags <= TL_REVIEW_OPEN_READ_ONLY; flags++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_review_open (path, flags, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_NEWER);
      g_assert_cmpstr (error->message, ==,
                       "“case.throughline” was written by a newer version of Throughline. Install that version to open "
                       "it; nothing in the file was changed.");
    }
  g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static int
make_released (const char *path)
{
  g_autoptr (TlVerbs) verbs = tl_verbs_new (1);
  g_autoptr (TlReview) review = NULL;

  g_ptr_array_unref (tl_generate_review (path, 1, 1));
  review = open_review (path);
  tl_review_set_author (review, "Reviewer 1");
  for (guint i = 0; i < N_VERBS; i++)
    tl_verbs_do (verbs, review);
  tl_assert_review_is_file (review);
  return 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && strcmp (argv[1], "--make") == 0)
    return make_released (argv[2]);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/migrate/an-earlier-file-undoes-its-whole-history", an_earlier_file_undoes_its_whole_history);
  g_test_add_func ("/migrate/an-earlier-file-that-may-not-be-written-is-read-and-left-alone",
                   an_earlier_file_that_may_not_be_written_is_read_and_left_alone);
  g_test_add_func ("/migrate/other-columns-are-refused", other_columns_are_refused);
  g_test_add_func ("/migrate/every-released-file-opens", every_released_file_opens);
  g_test_add_func ("/migrate/a-file-from-the-future-is-refused-and-left-alone",
                   a_file_from_the_future_is_refused_and_left_alone);
  return g_test_run ();
}
