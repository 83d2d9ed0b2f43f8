/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits, undo, redo, history, and what opening refuses. */
#define _GNU_SOURCE
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/review/tl-backup.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-release.h"
#include "model/review/tl-review-file.h"

static char *
make_path (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("throughline-XXXXXX", NULL);
  return g_build_filename (folder, name, NULL);
}

static TlReview *
open_new (char **path)
{
  g_autoptr (GError) error = NULL;

  *path = make_path ("case.throughline");
  tl_review_create_titled (*path, "A case", "learning-together", "england_2010", &error);
  g_assert_no_error (error);
  TlReview *review = tl_review_open (*path, 0, &error);
  g_assert_no_error (error);
  tl_review_set_author (review, "Reviewer 1");
  return review;
}

static char *
add_factor (TlReview   *review,
            const char *statement)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_assert_no_error (error);
  char *id = tl_edit_add (edit, "factor", NULL, &error);
  g_assert_no_error (error);
  tl_edit_set (edit, id, "statement", statement, &error);
  g_assert_no_error (error);
  tl_edit_set (edit, id, "level", "frontline", &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static char *
add_link (TlReview   *review,
          const char *cause,
          const char *effect)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_assert_no_error (error);
  char *id = tl_edit_add (edit, "link", NULL, &error);
  g_assert_true (tl_edit_set (edit, id, "cause", cause, &error));
  g_assert_true (tl_edit_set (edit, id, "effect", effect, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static gboolean
set_one (TlReview    *review,
         const char  *id,
         const char  *field,
         const char  *text,
         const char  *group,
         GError     **error)
{
  TlEdit *edit = tl_edit_begin (review, NULL, error);

  tl_edit_set_group (edit, group);
  if (!tl_edit_set (edit, id, field, text, error))
    {
      tl_edit_abort (edit);
      return FALSE;
    }
  g_autofree char *change = tl_edit_commit (edit, error);
  return change != NULL;
}

static void
an_edit_shows_in_the_list_and_survives_closing (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "Two teams shared one telephone");
  TlRecord *factor = tl_review_lookup (review, id);

  g_assert_cmpstr (tl_record_get_text (factor, "statement"), ==, "Two teams shared one telephone");
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "factor")), ==, 1);
  g_assert_cmpstr (tl_history_get_undo_label (tl_review_get_history (review)), ==,
                   "Add factor “Two teams shared one telephone”");

  g_clear_object (&review);
  review = tl_review_open (path, 0, NULL);
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "level"), ==, "frontline");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (review))), ==, 1);
}

static void
undo_and_redo_survive_closing (void)
{
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *cause = add_factor (review, "workload");
  g_autofree char *effect = add_factor (review, "visit cut short");
  g_autofree char *link = add_link (review, cause, effect);

  g_assert_cmpstr (tl_history_get_undo_label (tl_review_get_history (review)), ==,
                   "Add link “workload” → “visit cut short”");
  g_clear_object (&review);
  review = tl_review_open (path, 0, NULL);
  g_assert_true (tl_review_undo (review, &label, NULL, &error));
  g_assert_null (tl_review_lookup (review, link));
  g_clear_object (&review);
  review = tl_review_open (path, 0, NULL);
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_nonnull (tl_review_lookup (review, link));
  g_assert_false (tl_review_redo (review, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
removing_a_factor_takes_its_links_and_undo_brings_them_back (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *cause = add_factor (review, "workload");
  g_autofree char *effect = add_factor (review, "visit cut short");
  g_autofree char *link = add_link (review, cause, effect);
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_true (tl_edit_remove (edit, cause, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_null (tl_review_lookup (review, link));
  g_assert_cmpstr (tl_history_get_undo_label (tl_review_get_history (review)), ==, "Remove factor “workload”");

  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_nonnull (tl_review_lookup (review, link));
  g_autoptr (GPtrArray) links = tl_review_get_referrers (review, cause, "link", "cause");
  g_assert_cmpuint (links->len, ==, 1);
}

static void
typing_in_one_group_is_one_step (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "a");

  g_assert_true (set_one (review, id, "statement", "ab", "typing-1", &error));
  g_assert_true (set_one (review, id, "statement", "abc", "typing-1", &error));
  g_assert_true (set_one (review, id, "statement", "abcd", "typing-2", &error));
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "abc");
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "a");
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "abc");
}

static void
a_bad_verb_leaves_nothing_of_its_edit (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  const char *bad[][2] = {
    { "level", "nowhere" }, { "influence", "somewhat" }, { "known_from", "2011-02-30" }, { "x", "1.5" },
    { "role", "00000000-0000-4000-8000-000000000000" }, { "agency", id }, { "colour", "red" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      TlEdit *edit = tl_edit_begin (review, NULL, &error);
      g_assert_true (tl_edit_set (edit, id, "statement", "changed", &error));
      g_assert_false (tl_edit_set (edit, id, bad[i][0], bad[i][1], &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_null (tl_edit_commit (edit, &error));
      g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
      g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "workload");
    }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (review))), ==, 1);
}

static void
a_link_without_an_end_is_refused (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);

  g_assert_true (tl_edit_set (edit, link, "cause", id, &error));
  g_assert_null (tl_edit_commit (edit, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (review, "link")), ==, 0);
}

static void
a_release_holds_for_the_text_as_it_was (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  TlRecord *factor = tl_review_lookup (review, id);
  guint field = (guint) tl_kind_find_field_index (tl_kind_lookup ("factor"), "statement");
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_true (tl_edit_release (edit, id, "statement", TL_TIER_LEARNING, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tl_review_get_release (review, factor, field), ==, TL_TIER_LEARNING);

  g_assert_true (set_one (review, id, "statement", "workload of Ms Smith", NULL, &error));
  g_assert_cmpint (tl_review_get_release (review, factor, field), ==, TL_TIER_NEVER);
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpint (tl_review_get_release (review, factor, field), ==, TL_TIER_LEARNING);
}

static void
an_empty_text_is_not_released_and_no_damage (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_false (tl_edit_release (edit, id, "detail", TL_TIER_LEARNING, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_clear_error (&error);
  tl_edit_abort (edit);

  /* A release that does not say of which field. */
  edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *release = tl_edit_add (edit, "release", NULL, &error);
  g_assert_true (tl_edit_set (edit, release, "subject", id, &error));
  g_assert_true (tl_edit_withdraw (edit, id, "statement", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_nonnull (tl_review_lookup (review, release));
}

static void
what_was_undone_can_be_forgotten_too (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "workload");

  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_true (tl_review_forget (review, &error));
  g_assert_false (tl_review_redo (review, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  g_assert_null (tl_review_lookup (review, id));
}

/* Typing a letter and deleting it again leaves the text as it was. */
static void
a_step_that_comes_to_nothing_is_undone_too (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *id = add_factor (review, "a");

  g_assert_true (set_one (review, id, "statement", "ab", "typing", &error));
  g_assert_true (set_one (review, id, "statement", "a", "typing", &error));
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (tl_review_lookup (review, id));

  g_clear_object (&review);
  review = tl_review_open (path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_true (tl_review_redo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "a");
  g_assert_null (tl_history_get_redo_label (tl_review_get_history (review)));
}

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
  g_autofree char *fresh = g_strconcat (path, ".fresh", NULL);

  break_off (path, torn);
  g_assert_true (tl_review_create_titled (fresh, "Fresh", "learning-together", NULL, &error));
  g_assert_true (tl_connection_replace (fresh, torn, &error));
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
  g_test_add_func ("/review/an-edit-shows-in-the-list-and-survives-closing",
                   an_edit_shows_in_the_list_and_survives_closing);
  g_test_add_func ("/review/undo-and-redo-survive-closing", undo_and_redo_survive_closing);
  g_test_add_func ("/review/removing-a-factor-takes-its-links-and-undo-brings-them-back",
                   removing_a_factor_takes_its_links_and_undo_brings_them_back);
  g_test_add_func ("/review/typing-in-one-group-is-one-step", typing_in_one_group_is_one_step);
  g_test_add_func ("/review/a-bad-verb-leaves-nothing-of-its-edit", a_bad_verb_leaves_nothing_of_its_edit);
  g_test_add_func ("/review/a-link-without-an-end-is-refused", a_link_without_an_end_is_refused);
  g_test_add_func ("/review/a-release-holds-for-the-text-as-it-was", a_release_holds_for_the_text_as_it_was);
  g_test_add_func ("/review/an-empty-text-is-not-released-and-no-damage", an_empty_text_is_not_released_and_no_damage);
  g_test_add_func ("/review/what-was-undone-can-be-forgotten-too", what_was_undone_can_be_forgotten_too);
  g_test_add_func ("/review/a-step-that-comes-to-nothing-is-undone-too", a_step_that_comes_to_nothing_is_undone_too);
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
  g_test_add_func ("/review/a-read-only-review-can-not-be-changed", a_read_only_review_can_not_be_changed);
  return g_test_run ();
}
