/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board's answers before they are taken in: told one by one, chosen, and taken as one step. */
#include "config.h"

#include "model/case/tl-board-edit.h"
#include "model/exchange/tl-board-copy.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-answers-dialog.h"

typedef struct {
  char      *path;
  char      *copy_path;
  TlReview  *review;
  GtkWidget *parent;
  GtkWidget *dialog;
} Fixture;

/* (transfer full): a copy with two responses to a finding */
static char *
write_copy (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  char *copy_path = make_path ("board.throughline");
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *finding = tl_edit_add (edit, "finding", NULL, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_true (tl_board_copy_write (fixture->review, copy_path, NULL, NULL, &error));

  g_autoptr (TlReview) copy = tl_review_open (copy_path, 0, &error);
  edit = tl_edit_begin (copy, NULL, &error);
  g_free (tl_board_edit_respond (edit, finding, "accepted", &error));
  g_free (tl_board_edit_respond (edit, finding, "rejected", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return copy_path;
}

static void
open_dialog (Fixture    *fixture,
             const char *copy_path)
{
  fixture->dialog = tl_answers_dialog_new (GTK_WINDOW (fixture->parent), fixture->review, copy_path);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  fixture->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->parent));
  fixture->copy_path = write_copy (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->dialog != NULL)
    g_object_remove_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_window_destroy (GTK_WINDOW (fixture->parent));
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_remove (fixture->copy_path);
  g_free (fixture->path);
  g_free (fixture->copy_path);
}

static guint
count_responses (Fixture *fixture)
{
  return tl_record_list_get_n (tl_review_get_list (fixture->review, "response"));
}

/* As it is once the copy has been read. */
static void
open_and_read (Fixture *fixture)
{
  open_dialog (fixture, fixture->copy_path);
  WAIT_UNTIL (find_nth (fixture->dialog, GTK_TYPE_CHECK_BUTTON, 1) != NULL);
}

static void
test_what_is_ticked_is_taken_as_one_step (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_and_read (fixture);
  g_assert_null (find_nth (fixture->dialog, GTK_TYPE_CHECK_BUTTON, 2));
  g_signal_emit_by_name (find_button (fixture->dialog, "_Take In"), "clicked");
  g_assert_cmpuint (count_responses (fixture), ==, 2);
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_cmpuint (count_responses (fixture), ==, 0);
}

static void
test_what_is_not_ticked_is_left (Fixture      *fixture,
                                 gconstpointer data)
{
  open_and_read (fixture);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_within (fixture->dialog, GTK_TYPE_CHECK_BUTTON)), FALSE);
  g_signal_emit_by_name (find_button (fixture->dialog, "_Take In"), "clicked");
  g_assert_cmpuint (count_responses (fixture), ==, 1);
}

static void
test_cancelling_takes_nothing (Fixture      *fixture,
                               gconstpointer data)
{
  open_and_read (fixture);
  g_signal_emit_by_name (find_button (fixture->dialog, "_Cancel"), "clicked");
  g_assert_cmpuint (count_responses (fixture), ==, 0);
}

/* Nothing can be taken before it is known what there is; and giving up leaves nobody at work. */
static void
test_reading_can_be_given_up (Fixture      *fixture,
                              gconstpointer data)
{
  open_dialog (fixture, fixture->copy_path);
  g_assert_nonnull (find_within (fixture->dialog, GTK_TYPE_PROGRESS_BAR));
  g_assert_false (gtk_widget_get_sensitive (find_button (fixture->dialog, "_Take In")));
  g_signal_emit_by_name (find_button (fixture->dialog, "_Cancel"), "clicked");
  WAIT_UNTIL (fixture->dialog == NULL);
  g_assert_cmpuint (count_responses (fixture), ==, 0);
}

static void
test_what_is_no_copy_is_refused (Fixture      *fixture,
                                 gconstpointer data)
{
  open_dialog (fixture, fixture->path);
  WAIT_UNTIL (fixture->dialog == NULL);
  g_assert_cmpuint (count_responses (fixture), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/answers-dialog/what-is-ticked-is-taken-as-one-step", test_what_is_ticked_is_taken_as_one_step);
  CASE ("/answers-dialog/what-is-not-ticked-is-left", test_what_is_not_ticked_is_left);
  CASE ("/answers-dialog/cancelling-takes-nothing", test_cancelling_takes_nothing);
  CASE ("/answers-dialog/reading-can-be-given-up", test_reading_can_be_given_up);
  CASE ("/answers-dialog/what-is-no-copy-is-refused", test_what_is_no_copy_is_refused);

  return g_test_run ();
}
