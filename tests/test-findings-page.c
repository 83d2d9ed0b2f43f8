/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of findings in a real window: their order, and one of them as it is written. */
#include "config.h"

#include "model/case/tl-board.h"
#include "model/case/tl-evidence-edit.h"
#include "model/case/tl-finding-edit.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/fields/tl-field-row.h"
#include "ui/fields/tl-part-list.h"
#include "ui/findings/tl-board-question-list.h"
#include "ui/findings/tl-finding-editor.h"
#include "ui/findings/tl-finding-evidence-list.h"
#include "ui/findings/tl-finding-gaps.h"
#include "ui/findings/tl-finding-row.h"
#include "ui/findings/tl-findings-list.h"
#include "ui/findings/tl-findings-page.h"
#include "ui/window/tl-review-window-private.h"

#define N_FINDINGS 3

typedef struct {
  char            *path;
  TlReview        *review;
  TlReviewWindow  *window;
  TlFindingsPage  *page;
  TlFindingsList  *list;
  TlFindingEditor *editor;
  char            *findings[N_FINDINGS];
  char            *factor;
} Fixture;

static void
finish (TlEdit   *edit,
        gboolean  done,
        GError   *error)
{
  g_autofree char *change = tl_edit_finish (edit, done, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  fixture->factor = add_factor (fixture->review, "The form has no room for doubt");
  for (guint i = 0; i < N_FINDINGS; i++)
    {
      GError *error = NULL;
      TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

      fixture->findings[i] = tl_finding_edit_add (edit, fixture->review, &error);
      finish (edit, fixture->findings[i] != NULL, error);
    }
  fixture->window = TL_REVIEW_WINDOW (tl_review_window_new (NULL, fixture->review));
  tl_review_window_show_page (fixture->window, "findings");
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->page = TL_FINDINGS_PAGE (find_within (GTK_WIDGET (fixture->window), TL_TYPE_FINDINGS_PAGE));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
  fixture->list = TL_FINDINGS_LIST (find_within (GTK_WIDGET (fixture->page), TL_TYPE_FINDINGS_LIST));
  fixture->editor = TL_FINDING_EDITOR (find_within (GTK_WIDGET (fixture->page), TL_TYPE_FINDING_EDITOR));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_on (fixture->window, fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->factor);
  for (guint i = 0; i < N_FINDINGS; i++)
    g_free (fixture->findings[i]);
}

static TlRecord *
get_finding (Fixture *fixture,
             guint    i)
{
  return tl_review_lookup (fixture->review, fixture->findings[i]);
}

static void
open_finding (Fixture *fixture,
              guint    i)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.open", "s", fixture->findings[i]);
  g_assert_true (tl_finding_editor_get_finding (fixture->editor) == get_finding (fixture, i));
}

static gboolean
has_focus_within (Fixture   *fixture,
                  GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));

  return focus == widget || gtk_widget_is_ancestor (focus, widget);
}

static void
assert_order (Fixture *fixture,
              guint    first,
              guint    second,
              guint    third)
{
  const guint order[] = { first, second, third };
  g_autoptr (GPtrArray) findings = tl_board_list_findings (fixture->review);

  for (guint i = 0; i < N_FINDINGS; i++)
    {
      GtkWidget *row = find_nth (GTK_WIDGET (fixture->list), TL_TYPE_FINDING_ROW, i);

      g_assert_true (g_ptr_array_index (findings, i) == get_finding (fixture, order[i]));
      g_assert_true (tl_finding_row_get_finding (TL_FINDING_ROW (row)) == get_finding (fixture, order[i]));
    }
}

/* The list */

static void
test_findings_are_put_in_order_by_key (Fixture      *fixture,
                                       gconstpointer data)
{
  tl_findings_list_focus (fixture->list, get_finding (fixture, 0));
  tl_selection_set_one (fixture->window->selection, fixture->findings[0]);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.move", "i", 1);
  assert_order (fixture, 1, 0, 2);
  g_assert_true (tl_findings_list_get_current (fixture->list, NULL) == get_finding (fixture, 0));
  g_assert_true (has_focus_within (fixture, find_nth (GTK_WIDGET (fixture->list), TL_TYPE_FINDING_ROW, 1)));
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, NULL));
  assert_order (fixture, 0, 1, 2);
}

static void
test_findings_are_put_in_order_by_drop (Fixture      *fixture,
                                        gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.move-to", "(su)", fixture->findings[2], 0);
  assert_order (fixture, 2, 0, 1);
  g_assert_cmpint (tl_record_get_int (get_finding (fixture, 1), "number", 0), ==, 3);
}

static void
test_a_new_finding_is_opened (Fixture      *fixture,
                              gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.add", NULL);
  TlRecord *finding = tl_finding_editor_get_finding (fixture->editor);

  g_assert_cmpint (tl_record_get_int (finding, "number", 0), ==, N_FINDINGS + 1);
  g_assert_true (has_focus_within (fixture, GTK_WIDGET (fixture->editor)));
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, NULL));
  g_assert_null (tl_finding_editor_get_finding (fixture->editor));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->list)));
}

/* The editor */

static void
test_steps_from_one_to_the_next (Fixture      *fixture,
                                 gconstpointer data)
{
  open_finding (fixture, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.step", "i", 1);
  g_assert_true (tl_finding_editor_get_finding (fixture->editor) == get_finding (fixture, 2));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.step", "i", 1);
  g_assert_true (tl_finding_editor_get_finding (fixture->editor) == get_finding (fixture, 2));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.close", NULL);
  g_assert_null (tl_finding_editor_get_finding (fixture->editor));
  g_assert_true (tl_findings_list_get_current (fixture->list, NULL) == get_finding (fixture, 2));
  g_assert_true (has_focus_within (fixture, GTK_WIDGET (fixture->list)));
}

static void
test_another_that_is_chosen_is_shown (Fixture      *fixture,
                                      gconstpointer data)
{
  open_finding (fixture, 0);
  tl_selection_set_one (fixture->window->selection, fixture->factor);
  g_assert_true (tl_finding_editor_get_finding (fixture->editor) == get_finding (fixture, 0));
  tl_selection_set_one (fixture->window->selection, fixture->findings[1]);
  g_assert_true (tl_finding_editor_get_finding (fixture->editor) == get_finding (fixture, 1));
}

static GtkWidget *
find_gap (Fixture    *fixture,
          const char *place)
{
  GtkWidget *gaps = find_within (GTK_WIDGET (fixture->editor), TL_TYPE_FINDING_GAPS);
  GtkWidget *row;

  for (guint i = 0; (row = find_nth (gaps, ADW_TYPE_ACTION_ROW, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (row), place))
      return row;
  return NULL;
}

static void
test_what_is_open_leads_there (Fixture      *fixture,
                               gconstpointer data)
{
  static const char *const places[]
      = { "statement", "in_case", "underlying", "prevalence", "reliability", "patterns", "board_question" };

  open_finding (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_nonnull (find_gap (fixture, places[i]));
      g_assert_true (tl_finding_editor_go_to (fixture->editor, places[i]));
      g_assert_true (has_focus_within (fixture, GTK_WIDGET (fixture->editor)));
    }
  set_field (fixture->review, fixture->findings[0], "statement", "Counting days leads to early closing.");
  g_assert_null (find_gap (fixture, "statement"));
}

static void
test_what_is_typed_is_kept_when_another_is_opened (Fixture      *fixture,
                                                   gconstpointer data)
{
  open_finding (fixture, 0);
  GtkWidget *view = find_within (GTK_WIDGET (fixture->editor), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Hurry leads to silence.", -1);
  open_finding (fixture, 1);
  g_assert_cmpstr (tl_record_get_text (get_finding (fixture, 0), "statement"), ==, "Hurry leads to silence.");
}

/* Questions for the board */

static TlBoardQuestionList *
get_questions (Fixture *fixture)
{
  return TL_BOARD_QUESTION_LIST (find_within (GTK_WIDGET (fixture->editor), TL_TYPE_BOARD_QUESTION_LIST));
}

static void
ask (Fixture    *fixture,
     const char *text)
{
  GtkWidget *entry = find_within (GTK_WIDGET (get_questions (fixture)), GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_questions_are_asked_and_put_in_order (Fixture      *fixture,
                                           gconstpointer data)
{
  open_finding (fixture, 0);
  ask (fixture, "How would you know?");
  ask (fixture, "Who would notice?");
  g_autoptr (GPtrArray) asked = tl_board_list_questions (fixture->review, get_finding (fixture, 0));

  g_assert_cmpuint (asked->len, ==, 2);
  g_assert_null (find_gap (fixture, "board_question"));
  GtkWidget *list = find_nth (GTK_WIDGET (get_questions (fixture)), GTK_TYPE_LIST_BOX, 1); /* after the group’s own */
  GtkWidget *second = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1));
  gtk_widget_grab_focus (find_within (second, GTK_TYPE_TEXT_VIEW));
  gtk_widget_activate_action (GTK_WIDGET (get_questions (fixture)), "board-questions.move", "i", -1);
  g_autoptr (GPtrArray) moved = tl_board_list_questions (fixture->review, get_finding (fixture, 0));
  g_assert_true (g_ptr_array_index (moved, 0) == g_ptr_array_index (asked, 1));
  g_assert_true (has_focus_within (fixture, GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0))));
}

static void
test_a_question_is_revealed_in_its_finding (Fixture      *fixture,
                                            gconstpointer data)
{
  open_finding (fixture, 1);
  ask (fixture, "How would you know?");
  g_autoptr (GPtrArray) asked = tl_board_list_questions (fixture->review, get_finding (fixture, 1));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "findings.close", NULL);
  tl_review_window_reveal (fixture->window, tl_record_get_id (g_ptr_array_index (asked, 0)));
  g_assert_true (tl_finding_editor_get_finding (fixture->editor) == get_finding (fixture, 1));
}

/* Evidence */

static void
test_evidence_of_its_factors_is_quoted (Fixture      *fixture,
                                        gconstpointer data)
{
  GError *error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_autofree char *source = tl_edit_add (edit, "source", NULL, &error);
  g_autofree char *extract = tl_edit_add (edit, "extract", NULL, &error);
  const char *const factors[] = { fixture->factor, NULL };

  tl_edit_set (edit, extract, "source", source, &error);
  tl_edit_set (edit, extract, "quotation", "Where would I have put it?", &error);
  g_free (tl_evidence_edit_attach (edit, fixture->review, extract, fixture->factor, FALSE, &error));
  finish (edit, tl_edit_set_list (edit, fixture->findings[0], "factors", factors, &error), error);

  open_finding (fixture, 0);
  GtkWidget *evidence = find_within (GTK_WIDGET (fixture->editor), TL_TYPE_FINDING_EVIDENCE_LIST);
  GtkWidget *row = find_within (evidence, ADW_TYPE_ACTION_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "“Where would I have put it?”");
  g_assert_nonnull (find_gap (fixture, "evidence"));

  GtkWidget *factor_list = find_nth (GTK_WIDGET (fixture->editor), TL_TYPE_PART_LIST, 3);
  gtk_widget_activate_action (factor_list, "part-list.take-out", "s", fixture->factor);
  g_assert_cmpuint (g_strv_length ((char **) tl_record_get_list (get_finding (fixture, 0), "factors")), ==, 0);
  g_assert_null (find_within (evidence, ADW_TYPE_ACTION_ROW));
}

#define ADD(name, test) g_test_add ("/findings-page/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("findings-are-put-in-order-by-key", test_findings_are_put_in_order_by_key);
  ADD ("findings-are-put-in-order-by-drop", test_findings_are_put_in_order_by_drop);
  ADD ("a-new-finding-is-opened", test_a_new_finding_is_opened);
  ADD ("steps-from-one-to-the-next", test_steps_from_one_to_the_next);
  ADD ("another-that-is-chosen-is-shown", test_another_that_is_chosen_is_shown);
  ADD ("what-is-open-leads-there", test_what_is_open_leads_there);
  ADD ("what-is-typed-is-kept-when-another-is-opened", test_what_is_typed_is_kept_when_another_is_opened);
  ADD ("questions-are-asked-and-put-in-order", test_questions_are_asked_and_put_in_order);
  ADD ("a-question-is-revealed-in-its-finding", test_a_question_is_revealed_in_its_finding);
  ADD ("evidence-of-its-factors-is-quoted", test_evidence_of_its_factors_is_quoted);
  return g_test_run ();
}
