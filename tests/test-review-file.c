/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Review files as wholes: what opening refuses, damage, salvage, forgetting, copies, and others at the same file. */
#define _GNU_SOURCE
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/review/tl-backup.h"
#include "model/review/tl-history.h"
#include "model/review/tl-release.h"
#include "model/store/tl-schema.h"
#include "tests/review-case.h"

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &data, &size, NULL));
  g_assert_true (g_file_set_contents (to, data, (gssize) size, NULL));
}

/* Leaves at @copy what a crash in the middle of a write to @path would: a torn file with its journal. */
static void
break_off (const char *path,
           const char *copy)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *copied_journal = g_strconcat (copy, "-journal", NULL);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA cache_size = 1; BEGIN IMMEDIATE; UPDATE review SET title = 'Torn';"
                                     "INSERT INTO text VALUES ('x', hex (zeroblob (1000000)));"
                                     "UPDATE review SET title = 'Torn again'", NULL, NULL, NULL), ==, SQLITE_OK);
  copy_file (path, copy);
  copy_file (journal, copied_journal);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);
}

static void
expect_title (const char *path,
              const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tl_record_get_text (tl_review_get_subject (review), "title"), ==, title);
  g_assert_true (tl_review_verify (review, &error));
}

static void
a_write_that_was_broken_off_is_taken_back_for_a_reader_too (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *torn = g_strconcat (path, ".torn", NULL);
  g_autofree char *saved = g_strconcat (path, ".saved", NULL);
  guint n_saved, n_lost;

  break_off (path, torn);
  expect_title (torn, "A case");

  break_off (path, torn);
  g_assert_true (tl_review_salvage (torn, saved, &n_saved, &n_lost, &error));
  g_assert_no_error (error);
  expect_title (saved, "A case");
}

/* SQLite would take the journal beside it for one of the new file's, and tear that. */
static void
a_file_that_is_replaced_takes_its_journal_with_it (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *torn = g_strconcat (path, ".torn", NULL);
  g_autofree char *journal = g_strconcat (torn, "-journal", NULL);

  break_off (path, torn);
  tl_review_create_titled (torn, TL_REVIEW_CREATE_REPLACE, "Fresh", "learning-together", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  expect_title (torn, "Fresh");
}

static void
a_file_that_another_program_holds_is_not_damaged (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  sqlite3 *db;

  sqlite3_busy_timeout (tl_connection_get_handle (tl_review_get_connection (review)), 0);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (tl_review_verify (review, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_LOCKED);
  g_clear_error (&error);
  sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (db);

  g_assert_true (tl_review_verify (review, &error));
  g_assert_false (tl_review_get_read_only (review));
}

static void
two_who_edit_one_file_see_each_other (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) mine = open_new (&path);
  g_autoptr (TlReview) theirs = tl_review_open (path, 0, NULL);
  g_autofree char *first = add_factor (mine, "first");
  g_autofree char *second = add_factor (theirs, "second");

  /* Beginning an edit caught theirs up with the first. */
  g_assert_nonnull (tl_review_lookup (theirs, first));
  g_assert_null (tl_review_lookup (mine, second));
  g_assert_true (tl_review_catch_up (mine, &error));
  g_assert_nonnull (tl_review_lookup (mine, second));
  g_assert_true (tl_review_undo (mine, NULL, NULL, &error));
  g_assert_true (tl_review_catch_up (theirs, &error));
  g_assert_null (tl_review_lookup (theirs, second));
}

static void
what_is_forgotten_is_nowhere_in_the_file (void)
{
  static const char marker[] = "Zanzibar-4711-marker";
  g_autofree char *path = NULL;
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlReview) other = tl_review_open (path, 0, NULL);
  g_autofree char *id = add_factor (review, marker);
  gsize length;

  g_assert_true (set_one (review, id, "statement", "gone", NULL, &error));
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  g_assert_nonnull (memmem (raw, length, marker, strlen (marker)));

  g_assert_true (tl_review_forget (review, &error));
  g_free (raw);
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  g_assert_null (memmem (raw, length, marker, strlen (marker)));
  g_assert_false (tl_review_undo (review, NULL, NULL, &error));
  g_clear_error (&error);

  /* Someone else who has the file open notices. */
  g_assert_true (tl_review_catch_up (other, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (other, id), "statement"), ==, "gone");
  g_assert_null (tl_history_get_undo_label (tl_review_get_history (other)));
}

static void
a_copy_a_day_is_kept_until_the_review_forgets (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  g_autofree char *folder = tl_review_dup_backup_folder (review);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d.throughline");
  g_autofree char *copy_path = g_build_filename (folder, today, NULL);
  g_autofree char *oldest = g_build_filename (folder, "2001-01-01.throughline", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 1; i <= TL_BACKUPS_KEPT; i++)
    {
      g_autofree char *old = g_strdup_printf ("%s/2001-01-%02u.throughline", folder, i);
      g_assert_true (g_file_set_contents (old, "old", -1, NULL));
    }
  g_assert_true (tl_review_back_up (review, &error));
  g_assert_true (tl_review_back_up (review, &error));
  g_assert_false (g_file_test (oldest, G_FILE_TEST_EXISTS));

  g_autoptr (TlReview) copy = tl_review_open (copy_path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (tl_record_equal (tl_review_lookup (copy, id), tl_review_lookup (review, id)));

  g_assert_true (tl_review_forget (review, &error));
  g_assert_false (g_file_test (copy_path, G_FILE_TEST_EXISTS));
}

static void
expect_refusal (const char *path,
                TlError     code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = tl_review_open (path, 0, &error);

  g_assert_null (review);
  g_assert_error (error, TL_ERROR, (int) code);
}

static void
files_that_are_no_review_are_refused (void)
{
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_clear_object (&review);
  folder = g_path_get_dirname (path);
  expect_refusal (folder, TL_ERROR_NOT_OURS);
  expect_refusal ("/nowhere/at/all.throughline", TL_ERROR_NOT_FOUND);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA user_version = 999", NULL, NULL, NULL);
  sqlite3_close (db);
  expect_refusal (path, TL_ERROR_NEWER);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, "PRAGMA user_version = 1; PRAGMA application_id = 42", NULL, NULL, NULL);
  sqlite3_close (db);
  expect_refusal (path, TL_ERROR_NOT_OURS);

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_autofree char *library = g_strdup_printf ("PRAGMA application_id = %d", TL_LIBRARY_APPLICATION_ID);
  sqlite3_exec (db, library, NULL, NULL, NULL);
  sqlite3_close (db);
  g_assert_null (tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_OURS);
  g_assert_nonnull (strstr (error->message, "is a library of learning records"));

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  expect_refusal (path, TL_ERROR_NOT_OURS);
  g_assert_true (g_file_set_contents (path, "<xml/> and more of it, longer than a page header of a hundred bytes, so "
                                            "that SQLite reads what it takes to be a header", -1, NULL));
  expect_refusal (path, TL_ERROR_NOT_OURS);
}

static void
damage_is_recognised_and_never_written_to (void)
{
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *copy = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  gsize length;
  guint n_damaged = 0;

  for (guint i = 0; i < 40; i++)
    g_free (add_factor (review, "A statement long enough to fill a page of the file sooner rather than later"));
  g_clear_object (&review);
  g_assert_true (g_file_get_contents (path, &whole, &length, NULL));
  copy = g_strdup_printf ("%s.copy", path);

  for (gsize page = 1; page < length / 4096; page++)
    {
      g_autofree char *bad = g_memdup2 (whole, length);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      gsize after_length;

      for (guint i = 0; i < 4096; i++)
        bad[page * 4096 + i] = (char) g_test_rand_int ();
      g_assert_true (g_file_set_contents (copy, bad, (gssize) length, NULL));

      g_autoptr (TlReview) damaged = tl_review_open (copy, 0, &error);
      TlEdit *edit = damaged != NULL ? tl_edit_begin (damaged, NULL, &error) : NULL;
      if (edit != NULL)
        {
          /* Pages that hold nothing can't be damaged. */
          tl_edit_abort (edit);
          continue;
        }
      n_damaged++;
      g_assert_error (error, TL_ERROR, TL_ERROR_DAMAGED);
      g_assert_true (g_file_get_contents (copy, &after, &after_length, NULL));
      g_assert_cmpmem (bad, length, after, after_length);
    }
  g_assert_cmpuint (n_damaged, >=, length / 4096 - 2);

  /* Cut short. */
  g_assert_true (g_file_set_contents (copy, whole, (gssize) length / 2, NULL));
  expect_refusal (copy, TL_ERROR_DAMAGED);
}

static void
salvage_saves_what_can_be_read (void)
{
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *cause = add_factor (review, "workload");
  g_autofree char *effect = add_factor (review, "visit cut short");
  g_autofree char *link = add_link (review, cause, effect);
  guint saved, lost;
  gsize length;

  copy = g_strdup_printf ("%s.copy", path);
  g_assert_true (tl_review_salvage (path, copy, &saved, &lost, &error));
  g_assert_cmpuint (saved, ==, 4);
  g_assert_cmpuint (lost, ==, 0);
  g_clear_object (&review);

  /* Break the page that holds the factors: the link can't stay without them. */
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  char *page = memmem (raw, length, "visit cut short", 15);
  memset (raw + (page - raw) / 4096 * 4096, 0xff, 4096);
  g_assert_true (g_file_set_contents (path, raw, (gssize) length, NULL));
  g_unlink (copy);
  g_assert_true (tl_review_salvage (path, copy, &saved, &lost, &error));
  review = tl_review_open (copy, 0, &error);
  g_assert_no_error (error);
  g_assert_true (tl_review_verify (review, &error));
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "link")), ==, 0);
}

/* Of a table that has many; the file is closed. */
static guint
find_middle_page (const char *path)
{
  sqlite3_stmt *pages;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "WITH leaf AS (SELECT pageno FROM dbstat WHERE name = 'factor' "
                                           "AND pagetype = 'leaf' ORDER BY path) SELECT pageno FROM leaf "
                                           "LIMIT 1 OFFSET (SELECT count(*) / 2 FROM leaf)", -1, &pages, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (pages), ==, SQLITE_ROW);

  guint page = (guint) sqlite3_column_int (pages, 0);

  sqlite3_finalize (pages);
  sqlite3_close (db);
  return page;
}

static void
salvage_goes_on_behind_a_page_that_can_not_be_read (void)
{
  enum { N = 400, ON_A_PAGE = 40 };
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  guint saved, lost;
  gsize length;

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *id = tl_edit_add (edit, "factor", NULL, &error);
      g_autofree char *statement = g_strdup_printf ("What contributed to it in the %uth place, and how it did", i);

      g_assert_true (tl_edit_set (edit, id, "statement", statement, &error));
    }
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  copy = g_strdup_printf ("%s.copy", path);
  g_clear_object (&review);
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  memset (raw + (gsize) (find_middle_page (path) - 1) * 4096, 0xff, 4096);
  g_assert_true (g_file_set_contents (path, raw, (gssize) length, NULL));

  g_assert_true (tl_review_salvage (path, copy, &saved, &lost, &error));
  g_assert_no_error (error);
  g_test_message ("%u records were saved of %u", saved, N + 1);
  g_assert_cmpuint (saved, <, N + 1);
  g_assert_cmpuint (saved, >=, N + 1 - ON_A_PAGE);
  g_assert_cmpuint (lost, >, 0);
  review = tl_review_open (copy, 0, &error);
  g_assert_no_error (error);
  g_assert_true (tl_review_verify (review, &error));
}

/* The tables are made in the order of the kinds, so that those of the last ones are at the end. */
static void
salvage_reads_a_file_cut_short_as_far_as_it_goes (void)
{
  g_autofree char *path = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *raw = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "workload");
  guint saved, lost;
  gsize length;

  copy = g_strdup_printf ("%s.copy", path);
  g_clear_object (&review);
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  g_assert_true (g_file_set_contents (path, raw, (gssize) length - 4096, NULL));
  expect_refusal (path, TL_ERROR_DAMAGED);
  g_assert_true (tl_review_salvage (path, copy, &saved, &lost, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (saved, ==, 2);
  review = tl_review_open (copy, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tl_review_lookup (review, factor));
}

static void
a_read_only_review_can_not_be_changed (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);

  g_clear_object (&review);
  review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, NULL);
  g_assert_null (tl_edit_begin (review, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_READ_ONLY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/review/a-write-that-was-broken-off-is-taken-back-for-a-reader-too",
                   a_write_that_was_broken_off_is_taken_back_for_a_reader_too);
  g_test_add_func ("/review/a-file-that-is-replaced-takes-its-journal-with-it",
                   a_file_that_is_replaced_takes_its_journal_with_it);
  g_test_add_func ("/review/a-file-that-another-program-holds-is-not-damaged",
                   a_file_that_another_program_holds_is_not_damaged);
  g_test_add_func ("/review/two-who-edit-one-file-see-each-other", two_who_edit_one_file_see_each_other);
  g_test_add_func ("/review/what-is-forgotten-is-nowhere-in-the-file", what_is_forgotten_is_nowhere_in_the_file);
  g_test_add_func ("/review/a-copy-a-day-is-kept-until-the-review-forgets",
                   a_copy_a_day_is_kept_until_the_review_forgets);
  g_test_add_func ("/review/files-that-are-no-review-are-refused", files_that_are_no_review_are_refused);
  g_test_add_func ("/review/damage-is-recognised-and-never-written-to", damage_is_recognised_and_never_written_to);
  g_test_add_func ("/review/salvage-saves-what-can-be-read", salvage_saves_what_can_be_read);
  g_test_add_func ("/review/salvage-goes-on-behind-a-page-that-can-not-be-read",
                   salvage_goes_on_behind_a_page_that_can_not_be_read);
  g_test_add_func ("/review/salvage-reads-a-file-cut-short-as-far-as-it-goes",
                   salvage_reads_a_file_cut_short_as_far_as_it_goes);
  g_test_add_func ("/review/a-read-only-review-can-not-be-changed", a_read_only_review_can_not_be_changed);
  return g_test_run ();
}
