/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board's answers on their way back from its copy: what it did, what stands against that in the review, and that
 * taking them is one step which can be undone. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/case/tl-answers.h"
#include "model/case/tl-board-edit.h"
#include "model/exchange/tl-board-copy.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-past.h"
#include "tests/review-case.h"

typedef struct {
  char     *path;
  char     *copy_path;
  TlReview *review;
  TlReview *copy;
  char     *question;
  char     *other;    /* another question */
  char     *response; /* to the question, from before there was a copy */
  char     *action;   /* that follows from it */
  char     *factor;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);
  fixture->factor = add_factor (fixture->review, "Nobody rings back");
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *finding = tl_edit_add (edit, "finding", NULL, &error);
  fixture->question = tl_edit_add (edit, "board_question", NULL, &error);
  fixture->other = tl_edit_add (edit, "board_question", NULL, &error);
  tl_edit_set (edit, fixture->question, "finding", finding, &error);
  tl_edit_set (edit, fixture->question, "text", "What would it take?", &error);
  tl_edit_set_int (edit, fixture->question, "number", 1, &error);
  tl_edit_set (edit, fixture->other, "finding", finding, &error);
  fixture->response = tl_board_edit_respond (edit, fixture->question, "considered_further", &error);
  fixture->action = tl_board_edit_add_action (edit, fixture->response, "Ring back", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  fixture->copy_path = make_path ("board.throughline");
  g_assert_true (tl_board_copy_write (fixture->review, fixture->copy_path, NULL, NULL, &error));
  fixture->copy = tl_review_open (fixture->copy_path, 0, &error);
  g_assert_no_error (error);
  tl_review_set_author (fixture->copy, "The chair");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->copy);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_remove (fixture->copy_path);
  g_free (fixture->path);
  g_free (fixture->copy_path);
  g_free (fixture->question);
  g_free (fixture->other);
  g_free (fixture->response);
  g_free (fixture->action);
  g_free (fixture->factor);
}

static TlAnswers *
read_answers (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlAnswers *answers = tl_answers_read (fixture->review, fixture->copy_path, &error);

  g_assert_no_error (error);
  return answers;
}

static void
take (Fixture         *fixture,
      const TlAnswers *answers)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, "Take in", &error);

  g_assert_true (tl_answers_apply (answers, edit, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static const char *
get_text (TlReview   *review,
          const char *id,
          const char *field)
{
  TlRecord *record = tl_review_lookup (review, id);

  g_assert_nonnull (record);
  return tl_record_get_text (record, field);
}

static void
remove_record (TlReview   *review,
               const char *id)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  g_assert_true (tl_edit_remove (edit, id, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

/* Responds to the other question in the copy, with an action; gives the response and the action. */
static void
respond (Fixture  *fixture,
         char    **response,
         char    **action)
{
  g_autoptr (GError) error = NULL;
  const char *const factors[] = { fixture->factor, NULL };
  TlEdit *edit = tl_edit_begin (fixture->copy, NULL, &error);

  *response = tl_board_edit_respond (edit, fixture->other, "accepted", &error);
  *action = tl_board_edit_add_action (edit, *response, "Listen", &error);
  tl_edit_set_list (edit, *action, "weakens", factors, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
test_an_untouched_copy_brings_nothing (Fixture      *fixture,
                                       gconstpointer data)
{
  set_field (fixture->review, fixture->response, "reasons", "We wrote this ourselves.");
  remove_record (fixture->review, fixture->action);
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_autofree char *summary = tl_answers_dup_summary (answers);

  g_assert_cmpuint (tl_answers_get_n (answers), ==, 0);
  g_assert_cmpstr (summary, ==, "The copy holds nothing that the review does not have.");
}

static void
test_new_answers_come_whole_and_go_by_one_undo (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *response = NULL, *action = NULL;

  respond (fixture, &response, &action);
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (answers), ==, 2);
  g_assert_cmpint (tl_answers_get (answers, 0)->change, ==, TL_ANSWER_ADDED);
  g_assert_cmpstr (tl_answers_get (answers, 0)->id, ==, response);
  g_assert_true (tl_answers_get (answers, 1)->take);

  take (fixture, answers);
  g_assert_cmpstr (get_text (fixture->review, response, "to"), ==, fixture->other);
  g_assert_cmpstr (get_text (fixture->review, action, "response"), ==, response);
  g_assert_true (tl_record_equal (tl_review_lookup (fixture->review, action),
                                  tl_review_lookup (fixture->copy, action)));

  g_autoptr (TlAnswers) again = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (again), ==, 0);

  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_null (tl_review_lookup (fixture->review, response));
  g_assert_null (tl_review_lookup (fixture->review, action));
}

static void
test_an_action_without_its_response_is_left (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autofree char *response = NULL, *action = NULL;

  respond (fixture, &response, &action);
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  tl_answers_get (answers, 0)->take = FALSE;
  take (fixture, answers);
  g_assert_null (tl_review_lookup (fixture->review, action));
}

static void
test_what_became_of_a_question_is_told (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autofree char *response = NULL, *action = NULL;

  respond (fixture, &response, &action);
  remove_record (fixture->review, fixture->other);
  remove_record (fixture->review, fixture->factor);
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (answers), ==, 2);
  g_assert_false (tl_answers_get (answers, 0)->can_take);
  g_assert_false (tl_answers_get (answers, 1)->can_take);
  g_assert_cmpstr (tl_answers_get (answers, 0)->note, ==, "What it belongs to is no longer in the review.");
  take (fixture, answers);
  g_assert_null (tl_review_lookup (fixture->review, response));
}

static void
test_a_factor_that_is_gone_is_left_out (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autofree char *response = NULL, *action = NULL;

  respond (fixture, &response, &action);
  remove_record (fixture->review, fixture->factor);
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  take (fixture, answers);
  g_assert_null (tl_record_get_list (tl_review_lookup (fixture->review, action), "weakens")[0]);
}

static void
test_a_field_that_only_the_board_changed_is_no_conflict (Fixture      *fixture,
                                                         gconstpointer data)
{
  set_field (fixture->copy, fixture->response, "decision", "accepted");
  set_field (fixture->review, fixture->response, "owner", "Chair");
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (answers), ==, 1);

  const TlAnswer *answer = tl_answers_get (answers, 0);
  const TlAnswerPart *part = g_ptr_array_index (answer->parts, 0);
  g_assert_cmpint (answer->change, ==, TL_ANSWER_CHANGED);
  g_assert_cmpuint (answer->parts->len, ==, 1);
  g_assert_cmpstr (answer->title, ==, "Question 1: What would it take?");
  g_assert_cmpstr (part->here, ==, "To be considered further");
  g_assert_cmpstr (part->there, ==, "Accepted");
  g_assert_false (answer->is_conflict);

  take (fixture, answers);
  g_assert_cmpstr (get_text (fixture->review, fixture->response, "decision"), ==, "accepted");
  g_assert_cmpstr (get_text (fixture->review, fixture->response, "owner"), ==, "Chair");
}

static void
test_what_both_changed_is_for_a_person_to_decide (Fixture      *fixture,
                                                  gconstpointer data)
{
  set_field (fixture->copy, fixture->response, "decision", "accepted");
  set_field (fixture->review, fixture->response, "decision", "rejected");
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_true (tl_answers_get (answers, 0)->is_conflict);
  g_assert_false (tl_answers_get (answers, 0)->take);

  tl_answers_get (answers, 0)->take = TRUE;
  take (fixture, answers);
  g_assert_cmpstr (get_text (fixture->review, fixture->response, "decision"), ==, "accepted");
}

static void
test_a_board_that_goes_on_writing_is_followed (Fixture      *fixture,
                                               gconstpointer data)
{
  set_field (fixture->copy, fixture->action, "status", "under_way");
  g_autoptr (TlAnswers) first = read_answers (fixture);
  take (fixture, first);

  set_field (fixture->copy, fixture->action, "status", "done");
  g_autoptr (TlAnswers) second = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (second), ==, 1);
  g_assert_false (tl_answers_get (second, 0)->is_conflict);
  take (fixture, second);
  g_assert_cmpstr (get_text (fixture->review, fixture->action, "status"), ==, "done");
}

static void
test_what_the_board_removed_is_removed (Fixture      *fixture,
                                        gconstpointer data)
{
  remove_record (fixture->copy, fixture->response);
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (answers), ==, 2);
  g_assert_cmpint (tl_answers_get (answers, 0)->change, ==, TL_ANSWER_REMOVED);
  take (fixture, answers);
  g_assert_null (tl_review_lookup (fixture->review, fixture->response));
  g_assert_null (tl_review_lookup (fixture->review, fixture->action));
}

static void
test_what_was_changed_here_is_not_removed_unasked (Fixture      *fixture,
                                                   gconstpointer data)
{
  remove_record (fixture->copy, fixture->action);
  set_field (fixture->review, fixture->action, "owner", "Duty team");
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (answers), ==, 1);
  g_assert_true (tl_answers_get (answers, 0)->is_conflict);
  take (fixture, answers);
  g_assert_nonnull (tl_review_lookup (fixture->review, fixture->action));
}

static void
test_undone_in_the_copy_is_as_if_never_done (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  set_field (fixture->copy, fixture->action, "status", "done");
  g_assert_true (tl_review_undo (fixture->copy, NULL, NULL, &error));
  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (answers), ==, 0);
}

static void
test_a_copy_without_its_history_is_held_against_the_review (Fixture      *fixture,
                                                            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *response = NULL, *action = NULL;

  respond (fixture, &response, &action);
  set_field (fixture->copy, fixture->action, "status", "done");
  g_assert_true (tl_review_forget (fixture->copy, &error));
  g_assert_no_error (error);

  g_autoptr (TlAnswers) answers = read_answers (fixture);
  g_assert_cmpuint (tl_answers_get_n (answers), ==, 3);
  g_assert_false (tl_answers_get (answers, 0)->is_conflict);
  g_assert_cmpint (tl_answers_get (answers, 0)->change, ==, TL_ANSWER_ADDED);
  for (guint i = 0; i < 3; i++)
    if (g_str_equal (tl_answers_get (answers, i)->id, fixture->action))
      g_assert_true (tl_answers_get (answers, i)->is_conflict);
}

/* Files that are something else */

static void
assert_refused (Fixture    *fixture,
                const char *path,
                const char *pattern)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAnswers) answers = tl_answers_read (fixture->review, path, &error);

  g_assert_null (answers);
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("%s", error->message);
}

static void
test_other_files_are_refused (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other_path = NULL;
  g_autoptr (TlReview) other = open_new (&other_path);
  g_autofree char *other_copy = make_path ("other.throughline");
  g_autofree char *text = make_path ("text.throughline");

  g_assert_true (tl_board_copy_write (other, other_copy, NULL, NULL, &error));
  g_assert_true (g_file_set_contents (text, "not a review", -1, &error));
  assert_refused (fixture, fixture->path, "“case.throughline” is not a copy made for the board.*");
  assert_refused (fixture, other_copy, "“other.throughline” is the board’s copy of another review.");
  assert_refused (fixture, text, "*text.throughline*");
  assert_refused (fixture, "/nowhere/at-all.throughline", "*");
}

/* A byte here and there in the pages that hold the answers and the history: refused or read, never taken by half. */
static void
test_a_damaged_copy_changes_nothing (Fixture      *fixture,
                                     gconstpointer data)
{
  g_autofree char *response = NULL, *action = NULL, *bytes = NULL;
  gsize size;
  guint n_refused = 0;

  respond (fixture, &response, &action);
  g_assert_finalize_object (fixture->copy);
  g_assert_true (g_file_get_contents (fixture->copy_path, &bytes, &size, NULL));
  for (gsize at = 4096 + 100; at < size; at += 4096)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *damaged = g_memdup2 (bytes, size);

      memset (damaged + at, 0xa5, 512);
      g_assert_true (g_file_set_contents (fixture->copy_path, damaged, (gssize) size, NULL));
      g_autoptr (TlAnswers) answers = tl_answers_read (fixture->review, fixture->copy_path, &error);
      n_refused += answers == NULL;
      g_assert_true (answers != NULL || error != NULL);
    }
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_true (g_file_set_contents (fixture->copy_path, bytes, (gssize) size, NULL));
  fixture->copy = tl_review_open (fixture->copy_path, 0, NULL);
}

static void
test_the_past_is_told_backwards (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  int field = tl_kind_find_field_index (tl_kind_lookup ("action"), "status");

  set_field (fixture->copy, fixture->action, "status", "under_way");
  set_field (fixture->copy, fixture->action, "status", "done");
  g_autoptr (TlReviewPast) past = tl_review_read_past (fixture->copy, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_review_past_is_whole (past));
  g_assert_cmpuint (tl_review_past_get_n (past, fixture->action), ==, 2);
  g_assert_cmpuint (tl_review_past_get_n (past, fixture->factor), ==, 0);
  g_assert_cmpstr (tl_review_past_get (past, fixture->action, 0)->values[field].text, ==, "under_way");
  g_assert_cmpstr (tl_review_past_get (past, fixture->action, 1)->values[field].text, ==, "planned");
  g_assert_cmpstr (get_text (fixture->copy, fixture->action, "status"), ==, "done");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/answers/an-untouched-copy-brings-nothing", test_an_untouched_copy_brings_nothing);
  CASE ("/answers/new-answers-come-whole-and-go-by-one-undo", test_new_answers_come_whole_and_go_by_one_undo);
  CASE ("/answers/an-action-without-its-response-is-left", test_an_action_without_its_response_is_left);
  CASE ("/answers/what-became-of-a-question-is-told", test_what_became_of_a_question_is_told);
  CASE ("/answers/a-factor-that-is-gone-is-left-out", test_a_factor_that_is_gone_is_left_out);
  CASE ("/answers/a-field-that-only-the-board-changed-is-no-conflict",
        test_a_field_that_only_the_board_changed_is_no_conflict);
  CASE ("/answers/what-both-changed-is-for-a-person-to-decide", test_what_both_changed_is_for_a_person_to_decide);
  CASE ("/answers/a-board-that-goes-on-writing-is-followed", test_a_board_that_goes_on_writing_is_followed);
  CASE ("/answers/what-the-board-removed-is-removed", test_what_the_board_removed_is_removed);
  CASE ("/answers/what-was-changed-here-is-not-removed-unasked", test_what_was_changed_here_is_not_removed_unasked);
  CASE ("/answers/undone-in-the-copy-is-as-if-never-done", test_undone_in_the_copy_is_as_if_never_done);
  CASE ("/answers/a-copy-without-its-history-is-held-against-the-review",
        test_a_copy_without_its_history_is_held_against_the_review);
  CASE ("/answers/other-files-are-refused", test_other_files_are_refused);
  CASE ("/answers/a-damaged-copy-changes-nothing", test_a_damaged_copy_changes_nothing);
  CASE ("/answers/the-past-is-told-backwards", test_the_past_is_told_backwards);

  return g_test_run ();
}
