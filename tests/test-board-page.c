/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board's page: findings read one by one, what the board answers and does written beside them, recommendations, and
 * what a chair can do in a board copy. */
#include "config.h"

#include "model/case/tl-board-edit.h"
#include "model/exchange/tl-board-copy.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/board/tl-action-card.h"
#include "ui/board/tl-actions-view.h"
#include "ui/board/tl-board-answer.h"
#include "ui/board/tl-board-findings.h"
#include "ui/board/tl-board-form.h"
#include "ui/board/tl-board-page.h"
#include "ui/board/tl-board-print.h"
#include "ui/board/tl-counts-view.h"
#include "ui/board/tl-due-line.h"
#include "ui/board/tl-due-lines.h"
#include "ui/board/tl-finding-sheet.h"
#include "ui/board/tl-response-card.h"
#include "ui/board/tl-tracker-table.h"
#include "ui/board/tl-tracker.h"
#include "ui/board/tl-weakens-list.h"
#include "ui/board/tl-why-sheet.h"
#include "ui/board/tl-why-view.h"
#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-page.h"

typedef struct {
  char        *path;
  TlReview    *review;
  TlSelection *selection;
  GtkWidget   *window;
  GtkWidget   *page;
  char        *first;
  char        *second;
  char        *question; /* of the first */
  char        *factor;   /* behind the first */
} Fixture;

static void
fill (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->factor = add_factor (fixture->review, "Nobody rings back");
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  const char *const factors[] = { fixture->factor, NULL };
  fixture->second = add_in (edit, "finding", "statement", "The second finding");
  fixture->first = add_in (edit, "finding", "statement", "The LSCB and the LSCB again");
  tl_edit_set (edit, fixture->first, "number", "1", &error);
  tl_edit_set (edit, fixture->second, "number", "2", &error);
  tl_edit_set (edit, fixture->first, "in_case", "It did.", &error);
  tl_edit_set_list (edit, fixture->first, "factors", factors, &error);
  fixture->question = add_in (edit, "board_question", "text", "What would it take?");
  tl_edit_set (edit, fixture->question, "finding", fixture->first, &error);
  g_autofree char *acronym = add_in (edit, "acronym", "short", "LSCB");
  tl_edit_set (edit, acronym, "long", "Local Board", &error);
  commit_edit (edit);
  g_assert_no_error (error);
}

static void
show (Fixture *fixture)
{
  fixture->selection = tl_selection_new (fixture->review);
  fixture->page = tl_board_page_new (fixture->selection);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (fixture->page));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  fill (fixture);
  show (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (G_OBJECT (fixture->selection)->ref_count == 1);
  g_assert_finalize_object (fixture->selection);
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->first);
  g_free (fixture->second);
  g_free (fixture->question);
  g_free (fixture->factor);
}

static GtkWidget *
find (Fixture *fixture,
      GType    type)
{
  return find_within (fixture->page, type);
}

static gboolean
act (Fixture    *fixture,
     GType       type,
     const char *action)
{
  return gtk_widget_activate_action (find (fixture, type), action, NULL);
}

static TlRecord *
get_shown (Fixture *fixture)
{
  return tl_board_findings_get (TL_BOARD_FINDINGS (find (fixture, TL_TYPE_BOARD_FINDINGS)));
}

static guint
count (GtkWidget *root,
       GType      type)
{
  guint n = 0;

  while (find_nth (root, type, n) != NULL)
    n++;
  return n;
}

/* Reading */

static void
test_one_goes_from_finding_to_finding (Fixture      *fixture,
                                       gconstpointer data)
{
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->first);
  g_assert_true (act (fixture, TL_TYPE_BOARD_FINDINGS, "board.next"));
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->second);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, fixture->second);
  act (fixture, TL_TYPE_BOARD_FINDINGS, "board.next");
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->second);
  g_assert_true (act (fixture, TL_TYPE_BOARD_FINDINGS, "board.previous"));
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->first);
}

static void
test_the_keyboard_stays_on_the_page (Fixture      *fixture,
                                     gconstpointer data)
{
  gtk_widget_activate_action (find (fixture, TL_TYPE_BOARD_ANSWER), "answer.respond", "s", "accepted");
  GtkWidget *entry = find_within (find (fixture, TL_TYPE_RESPONSE_CARD), GTK_TYPE_ENTRY);
  g_assert_true (gtk_widget_grab_focus (entry));
  g_assert_true (act (fixture, TL_TYPE_BOARD_FINDINGS, "board.next"));

  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, find (fixture, TL_TYPE_FINDING_SHEET)));
}

/* From what is read the Tab key goes on to the first thing that can be done about it. */
static void
test_what_can_be_done_is_reached_by_tab (Fixture      *fixture,
                                         gconstpointer data)
{
  GtkWidget *sheet = find (fixture, TL_TYPE_FINDING_SHEET);

  /* The Tab key goes by places. */
  WAIT_UNTIL (gtk_widget_get_height (find (fixture, TL_TYPE_BOARD_ANSWER)) > 0);
  g_assert_true (gtk_widget_grab_focus (sheet));
  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (gtk_widget_is_ancestor (focus, sheet));
      if (gtk_widget_get_ancestor (focus, TL_TYPE_BOARD_ANSWER) != NULL)
        return;
    }
  g_assert_not_reached ();
}

static void
test_what_is_selected_is_read (Fixture      *fixture,
                               gconstpointer data)
{
  tl_selection_set_one (fixture->selection, fixture->second);
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->second);
  tl_selection_set_one (fixture->selection, fixture->question);
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->first);
}

static void
test_what_is_removed_leaves_the_keyboard (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_activate_action (find (fixture, TL_TYPE_BOARD_ANSWER), "answer.respond", "s", "accepted");
  g_assert_true (gtk_widget_grab_focus (find_within (find (fixture, TL_TYPE_RESPONSE_CARD), GTK_TYPE_ENTRY)));
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         find (fixture, TL_TYPE_FINDING_SHEET)));
}

static void
test_an_acronym_is_told_once (Fixture      *fixture,
                              gconstpointer data)
{
  g_assert_true (says (find (fixture, TL_TYPE_FINDING_SHEET), "The LSCB (Local Board) and the LSCB again"));
}

static void
test_the_why_is_drawn_and_told (Fixture      *fixture,
                                gconstpointer data)
{
  GtkWidget *sheet = find (fixture, TL_TYPE_WHY_SHEET);
  int height = 0;

  WAIT_UNTIL (gtk_widget_get_visible (find (fixture, TL_TYPE_WHY_VIEW)));
  gtk_widget_measure (sheet, GTK_ORIENTATION_VERTICAL, 600, &height, NULL, NULL, NULL);
  g_assert_cmpint (height, >, 80);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (sheet), GTK_ACCESSIBLE_ROLE_IMG);

  /* A finding on which nothing stands has no picture. */
  act (fixture, TL_TYPE_BOARD_FINDINGS, "board.next");
  g_assert_false (gtk_widget_get_visible (find (fixture, TL_TYPE_WHY_VIEW)));
}

static void
test_text_grows_in_steps (Fixture      *fixture,
                          gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    act (fixture, TL_TYPE_BOARD_FINDINGS, "board.zoom-in");
  g_assert_true (gtk_widget_has_css_class (gtk_widget_get_parent (gtk_widget_get_parent (
                                             find_within (find (fixture, TL_TYPE_FINDING_SHEET), GTK_TYPE_LABEL))),
                                           "zoom-6"));
  g_assert_true (act (fixture, TL_TYPE_BOARD_FINDINGS, "board.zoom-reset"));
}

static void
test_a_new_finding_and_a_removed_one_are_followed (Fixture      *fixture,
                                                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  tl_edit_remove (edit, fixture->first, &error);
  commit_edit (edit);
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->second);
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_true (act (fixture, TL_TYPE_BOARD_FINDINGS, "board.previous"));
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->first);
}

/* Writing */

static TlRecord *
get_only (Fixture    *fixture,
          const char *kind)
{
  TlRecordList *list = tl_review_get_list (fixture->review, kind);

  g_assert_cmpuint (tl_record_list_get_n (list), ==, 1);
  return tl_record_list_get (list, 0);
}

static GtkWidget *
respond (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (find (fixture, TL_TYPE_BOARD_ANSWER), "answer.respond", "s", "accepted"));
  return find (fixture, TL_TYPE_RESPONSE_CARD);
}

static void
plan (Fixture    *fixture,
      const char *text)
{
  GtkWidget *card = find (fixture, TL_TYPE_RESPONSE_CARD);
  GtkWidget *entry = find_within (card, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_the_board_responds_in_its_place (Fixture      *fixture,
                                      gconstpointer data)
{
  GtkWidget *card = respond (fixture);

  g_assert_nonnull (card);
  g_assert_cmpstr (tl_record_get_text (get_only (fixture, "response"), "to"), ==, fixture->question);
  g_assert_true (says (card, "Accepted"));
  /* Its fields are open already. */
  g_assert_nonnull (find_within (card, TL_TYPE_FIELD_ROW));

  g_autoptr (GError) error = NULL;
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_null (find (fixture, TL_TYPE_RESPONSE_CARD));
}

static void
test_an_action_is_planned_and_aimed (Fixture      *fixture,
                                     gconstpointer data)
{
  respond (fixture);
  plan (fixture, "  Ring back  ");

  TlRecord *action = get_only (fixture, "action");
  GtkWidget *list = find (fixture, TL_TYPE_WEAKENS_LIST);
  g_assert_cmpstr (tl_record_get_text (action, "text"), ==, "Ring back");
  g_assert_nonnull (list);
  g_assert_cmpuint (count (list, GTK_TYPE_CHECK_BUTTON), ==, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_within (list, GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_cmpstr (tl_record_get_list (action, "weakens")[0], ==, fixture->factor);

  g_autoptr (GError) error = NULL;
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_within (list, GTK_TYPE_CHECK_BUTTON))));
}

static void
test_what_is_being_written_stays_when_another_is_added (Fixture      *fixture,
                                                        gconstpointer data)
{
  respond (fixture);
  plan (fixture, "One");
  GtkWidget *first = find (fixture, TL_TYPE_ACTION_CARD);
  plan (fixture, "Another");
  g_assert_cmpuint (count (find (fixture, TL_TYPE_RESPONSE_CARD), TL_TYPE_ACTION_CARD), ==, 2);
  g_assert_true (find_nth (find (fixture, TL_TYPE_RESPONSE_CARD), TL_TYPE_ACTION_CARD, 0) == first
                 || find_nth (find (fixture, TL_TYPE_RESPONSE_CARD), TL_TYPE_ACTION_CARD, 1) == first);
}

static void
test_actions_stand_by_date_over_all_findings (Fixture      *fixture,
                                              gconstpointer data)
{
  respond (fixture);
  plan (fixture, "Ring back");
  set_field (fixture->review, tl_record_get_id (get_only (fixture, "action")), "due", "2011-03");
  set_field (fixture->review, tl_record_get_id (get_only (fixture, "action")), "strength", "structure");

  GtkWidget *view = find (fixture, TL_TYPE_ACTIONS_VIEW);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (view)), view);
  WAIT_UNTIL (says (view, "was due in March 2011"));
  g_assert_nonnull (find_within (view, TL_TYPE_COUNTS_VIEW));
  g_assert_true (says (view, "of 1"));
}

static void
test_a_place_is_revealed_on_its_page (Fixture      *fixture,
                                      gconstpointer data)
{
  respond (fixture);
  plan (fixture, "Ring back");
  TlRecord *action = get_only (fixture, "action");

  act (fixture, TL_TYPE_BOARD_FINDINGS, "board.next");
  g_assert_true (tl_page_shows (TL_PAGE (fixture->page), action));
  g_assert_false (tl_page_shows (TL_PAGE (fixture->page), tl_review_lookup (fixture->review, fixture->factor)));
  tl_page_reveal (TL_PAGE (fixture->page), tl_record_get_id (action));
  g_assert_cmpstr (tl_record_get_id (get_shown (fixture)), ==, fixture->first);
}

/* Recommendations */

static void
test_recommendations_are_followed (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *id = add_in (edit, "recommendation", "text", "Ring back");
  tl_edit_set (edit, id, "first_due", "2011-12", &error);
  tl_edit_set (edit, id, "due", "2012-07", &error);
  commit_edit (edit);

  GtkWidget *table = find (fixture, TL_TYPE_TRACKER_TABLE);
  tl_page_reveal (TL_PAGE (fixture->page), id);
  GtkWidget *lines = find (fixture, TL_TYPE_DUE_LINES);
  gtk_stack_set_visible_child (GTK_STACK (gtk_widget_get_parent (lines)), lines);
  GtkWidget *line = find_nth (fixture->page, TL_TYPE_DUE_LINE, 1);
  g_assert_nonnull (table);
  g_assert_nonnull (line);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "First due December 2011, now July 2012, 7 months later.");
  g_assert_cmpuint (count (line, GTK_TYPE_BOX), ==, 3);
}

static void
test_a_recommendation_is_answered_beneath_the_table (Fixture      *fixture,
                                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *id = add_in (edit, "recommendation", "text", "Ring back");
  commit_edit (edit);

  g_assert_true (tl_page_shows (TL_PAGE (fixture->page), tl_review_lookup (fixture->review, id)));
  tl_page_reveal (TL_PAGE (fixture->page), id);
  GtkWidget *tracker = find (fixture, TL_TYPE_TRACKER);
  GtkWidget *answer = find_within (tracker, TL_TYPE_BOARD_ANSWER);
  g_assert_nonnull (answer);
  WAIT_UNTIL (says (answer, "Ring back"));
  g_assert_true (gtk_widget_activate_action (answer, "answer.respond", "s", "in_principle"));
  g_assert_cmpstr (tl_record_get_text (get_only (fixture, "response"), "to"), ==, id);
  WAIT_UNTIL (says (find_within (tracker, TL_TYPE_TRACKER_TABLE), "Accepted in principle"));
}

static void
test_nothing_to_read_is_said (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (TlSelection) selection = tl_selection_new (review);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page = tl_board_page_new (selection);

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_mapped (page));
  WAIT_UNTIL (says (page, "Nothing is put to the board yet"));
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

/* Paper */

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  tl_print_job_run_finish (TL_PRINT_JOB (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
test_all_findings_go_on_paper (Fixture      *fixture,
                               gconstpointer data)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autofree char *pdf = make_path ("findings.pdf");
  g_autofree char *bytes = NULL;
  gboolean done = FALSE;

  respond (fixture);
  g_ptr_array_add (findings, tl_review_lookup (fixture->review, fixture->first));
  g_ptr_array_add (findings, tl_review_lookup (fixture->review, fixture->second));
  g_autoptr (TlPrintJob) job = tl_board_print_new (fixture->review, findings);
  tl_print_job_export_to (job, pdf);
  tl_print_job_run_async (job, GTK_WINDOW (fixture->window), NULL, printed_cb, &done);
  WAIT_UNTIL (done);
  g_assert_true (g_file_get_contents (pdf, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
  g_remove (pdf);
}

/* A board copy */

static void
set_up_copy (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *copy = make_path ("board.throughline");

  fixture->review = open_new (&path);
  fill (fixture);
  g_assert_true (tl_board_copy_write (fixture->review, copy, NULL, NULL, &error));
  g_clear_object (&fixture->review);
  g_remove (path);
  fixture->path = g_steal_pointer (&copy);
  fixture->review = tl_review_open (fixture->path, 0, &error);
  g_assert_no_error (error);
  show (fixture);
}

static void
test_a_chair_writes_in_a_copy (Fixture      *fixture,
                               gconstpointer data)
{
  respond (fixture);
  plan (fixture, "Ring back");
  g_assert_cmpstr (tl_record_get_text (get_only (fixture, "action"), "text"), ==, "Ring back");
  g_assert_nonnull (find_within (find (fixture, TL_TYPE_ACTION_CARD), TL_TYPE_FIELD_ROW));
  g_assert_false (says (fixture->page, "Write This Finding"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/board-page/one-goes-from-finding-to-finding", test_one_goes_from_finding_to_finding);
  CASE ("/board-page/the-keyboard-stays-on-the-page", test_the_keyboard_stays_on_the_page);
  CASE ("/board-page/what-can-be-done-is-reached-by-tab", test_what_can_be_done_is_reached_by_tab);
  CASE ("/board-page/what-is-selected-is-read", test_what_is_selected_is_read);
  CASE ("/board-page/what-is-removed-leaves-the-keyboard", test_what_is_removed_leaves_the_keyboard);
  CASE ("/board-page/an-acronym-is-told-once", test_an_acronym_is_told_once);
  CASE ("/board-page/the-why-is-drawn-and-told", test_the_why_is_drawn_and_told);
  CASE ("/board-page/text-grows-in-steps", test_text_grows_in_steps);
  CASE ("/board-page/a-new-finding-and-a-removed-one-are-followed", test_a_new_finding_and_a_removed_one_are_followed);
  CASE ("/board-page/the-board-responds-in-its-place", test_the_board_responds_in_its_place);
  CASE ("/board-page/an-action-is-planned-and-aimed", test_an_action_is_planned_and_aimed);
  CASE ("/board-page/what-is-being-written-stays-when-another-is-added",
        test_what_is_being_written_stays_when_another_is_added);
  CASE ("/board-page/actions-stand-by-date-over-all-findings", test_actions_stand_by_date_over_all_findings);
  CASE ("/board-page/a-place-is-revealed-on-its-page", test_a_place_is_revealed_on_its_page);
  CASE ("/board-page/recommendations-are-followed", test_recommendations_are_followed);
  CASE ("/board-page/a-recommendation-is-answered-beneath-the-table",
        test_a_recommendation_is_answered_beneath_the_table);
  CASE ("/board-page/all-findings-go-on-paper", test_all_findings_go_on_paper);
  g_test_add ("/board-page/a-chair-writes-in-a-copy", Fixture, NULL, set_up_copy, test_a_chair_writes_in_a_copy,
              tear_down);
  g_test_add_func ("/board-page/nothing-to-read-is-said", test_nothing_to_read_is_said);

  return g_test_run ();
}
