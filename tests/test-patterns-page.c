/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of patterns in a real window: what is gathered, put elsewhere, taken out and shown there. */
#include "config.h"

#include "model/case/tl-board.h"
#include "model/case/tl-pattern-edit.h"
#include "model/case/tl-pattern.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-shortcuts-dialog.h"
#include "ui/findings/tl-factor-drag.h"
#include "ui/findings/tl-factor-tray.h"
#include "ui/findings/tl-finding-editor.h"
#include "ui/findings/tl-pattern-board.h"
#include "ui/findings/tl-patterns-page.h"
#include "ui/window/tl-review-window-private.h"

#define N_FACTORS 12

typedef struct {
  char           *path;
  TlReview       *review;
  TlReviewWindow *window;
  TlPatternsPage *page;
  TlFactorTray   *tray;
  TlPatternBoard *board;
  char           *factors[N_FACTORS];
  char           *pattern; /* of the first two factors, under "tools" */
} Fixture;

static char *
gather (Fixture           *fixture,
        const char        *title,
        const char        *category,
        const char *const *ids)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  char *id = tl_pattern_edit_gather (edit, title, category, ids, &error);
  g_autofree char *change = tl_edit_finish (edit, id != NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (change);
  return id;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  for (guint i = 0; i < N_FACTORS; i++)
    {
      g_autofree char *statement = g_strdup_printf ("Factor %c", 'a' + i);
      fixture->factors[i] = add_factor (fixture->review, statement);
    }
  const char *const two[] = { fixture->factors[0], fixture->factors[1], NULL };
  fixture->pattern = gather (fixture, "Doubt has no place", "tools", two);

  fixture->window = TL_REVIEW_WINDOW (tl_review_window_new (NULL, fixture->review));
  tl_review_window_show_page (fixture->window, "patterns");
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->page = TL_PATTERNS_PAGE (find_within (GTK_WIDGET (fixture->window), TL_TYPE_PATTERNS_PAGE));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->page)));
  fixture->tray = TL_FACTOR_TRAY (find_within (GTK_WIDGET (fixture->page), TL_TYPE_FACTOR_TRAY));
  fixture->board = TL_PATTERN_BOARD (find_within (GTK_WIDGET (fixture->page), TL_TYPE_PATTERN_BOARD));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_on (fixture->window, fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->pattern);
  for (guint i = 0; i < N_FACTORS; i++)
    g_free (fixture->factors[i]);
}

static TlFactorList *
get_list (Fixture *fixture)
{
  return tl_factor_tray_get_list (fixture->tray);
}

static TlPatternCard *
get_card (Fixture    *fixture,
          const char *id)
{
  TlPatternCard *card = tl_pattern_board_find (fixture->board, id);

  g_assert_nonnull (card);
  return card;
}

static gboolean
holds (Fixture    *fixture,
       const char *pattern,
       const char *factor)
{
  return g_strv_contains (tl_record_get_list (tl_review_lookup (fixture->review, pattern), "factors"), factor);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, NULL));
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

/* Gathering */

static void
test_tray_holds_what_is_in_no_pattern (Fixture      *fixture,
                                       gconstpointer data)
{
  g_assert_cmpuint (tl_factor_list_get_n (get_list (fixture)), ==, N_FACTORS - 2);
  g_assert_false (tl_factor_list_find (get_list (fixture), fixture->factors[0], NULL));
  g_assert_true (tl_factor_list_find (tl_pattern_card_get_list (get_card (fixture, fixture->pattern)),
                                      fixture->factors[0], NULL));
}

static void
test_gather_makes_a_pattern_to_be_named (Fixture      *fixture,
                                         gconstpointer data)
{
  const char *const ids[] = { fixture->factors[3], fixture->factors[4], NULL };
  TlRecordList *patterns = tl_review_get_list (fixture->review, "pattern");

  tl_selection_set_many (fixture->window->selection, ids);
  activate (fixture, "patterns.gather");
  g_assert_cmpuint (tl_record_list_get_n (patterns), ==, 2);
  g_assert_cmpuint (tl_factor_list_get_n (get_list (fixture)), ==, N_FACTORS - 4);

  TlRecord *pattern = tl_selection_get_primary (fixture->window->selection);
  g_assert_true (tl_record_is (pattern, "pattern"));
  g_assert_true (holds (fixture, tl_record_get_id (pattern), fixture->factors[4]));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (fixture->window->inspector)));
  undo (fixture);
  g_assert_cmpuint (tl_record_list_get_n (patterns), ==, 1);
  g_assert_cmpuint (tl_factor_list_get_n (get_list (fixture)), ==, N_FACTORS - 2);
}

static void
test_nothing_is_gathered_of_nothing (Fixture      *fixture,
                                     gconstpointer data)
{
  tl_selection_set_one (fixture->window->selection, fixture->pattern);
  activate (fixture, "patterns.gather");
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "pattern")), ==, 1);
}

static void
test_put_moves_between_patterns_in_one_step (Fixture      *fixture,
                                             gconstpointer data)
{
  const char *const ids[] = { fixture->factors[1], NULL };
  const char *const five[] = { fixture->factors[5], NULL };
  g_autofree char *other = gather (fixture, "Hurry", "management_systems", five);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.put", "(ss^as)", fixture->pattern, other, ids);
  g_assert_false (holds (fixture, fixture->pattern, fixture->factors[1]));
  g_assert_true (holds (fixture, other, fixture->factors[1]));
  undo (fixture);
  g_assert_true (holds (fixture, fixture->pattern, fixture->factors[1]));
  g_assert_false (holds (fixture, other, fixture->factors[1]));
}

static void
test_factors_dropped_on_a_category_are_gathered_there (Fixture      *fixture,
                                                       gconstpointer data)
{
  const char *const ids[] = { fixture->factors[1], fixture->factors[2], NULL };

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.gather-in", "(ss^as)", fixture->pattern,
                              "reasoning", ids);
  TlRecord *pattern = tl_selection_get_primary (fixture->window->selection);
  g_assert_cmpstr (tl_record_get_text (pattern, "category"), ==, "reasoning");
  g_assert_true (holds (fixture, tl_record_get_id (pattern), fixture->factors[1]));
  g_assert_false (holds (fixture, fixture->pattern, fixture->factors[1]));
}

/* In a card */

static void
test_delete_takes_out_and_keeps_the_keyboard_near (Fixture      *fixture,
                                                   gconstpointer data)
{
  TlFactorList *list = tl_pattern_card_get_list (get_card (fixture, fixture->pattern));

  tl_selection_set_one (fixture->window->selection, fixture->factors[0]);
  g_assert_true (tl_factor_list_focus (list, 0));
  activate (fixture, "patterns.delete");
  g_assert_false (holds (fixture, fixture->pattern, fixture->factors[0]));
  g_assert_nonnull (tl_review_lookup (fixture->review, fixture->factors[0]));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (list)));
}

static void
test_delete_on_a_card_removes_the_pattern (Fixture      *fixture,
                                           gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, fixture->pattern)));
  activate (fixture, "patterns.delete");
  g_assert_null (tl_review_lookup (fixture->review, fixture->pattern));
  g_assert_null (tl_pattern_board_find (fixture->board, fixture->pattern));
  g_assert_cmpuint (tl_factor_list_get_n (get_list (fixture)), ==, N_FACTORS);
  undo (fixture);
  g_assert_nonnull (tl_pattern_board_find (fixture->board, fixture->pattern));
}

static void
test_factors_are_put_in_order (Fixture      *fixture,
                               gconstpointer data)
{
  TlFactorList *list = tl_pattern_card_get_list (get_card (fixture, fixture->pattern));

  tl_selection_set_one (fixture->window->selection, fixture->factors[0]);
  tl_factor_list_focus (list, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.place", "i", 1);
  g_assert_cmpstr (tl_record_get_list (tl_review_lookup (fixture->review, fixture->pattern), "factors")[0], ==,
                   fixture->factors[1]);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (list)));
}

static void
test_a_card_changes_category_and_keeps_the_keyboard (Fixture      *fixture,
                                                     gconstpointer data)
{
  TlPatternCard *card = get_card (fixture, fixture->pattern);
  TlRecord *pattern = tl_review_lookup (fixture->review, fixture->pattern);

  gtk_widget_grab_focus (GTK_WIDGET (card));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.shift", "i", 1);
  g_assert_cmpstr (tl_record_get_text (pattern, "category"), ==, "management_systems");
  g_assert_true (get_card (fixture, fixture->pattern) == card);
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (card)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.shift", "i", -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.shift", "i", -1);
  g_assert_null (tl_record_get_text (pattern, "category"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.shift", "i", -1);
  g_assert_null (tl_record_get_text (pattern, "category"));
}

static void
test_long_patterns_are_folded_until_asked (Fixture      *fixture,
                                           gconstpointer data)
{
  TlPatternCard *card = get_card (fixture, fixture->pattern);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  tl_edit_set_list (edit, fixture->pattern, "factors", (const char *const[]) {
    fixture->factors[0], fixture->factors[1], fixture->factors[2], fixture->factors[3], fixture->factors[4],
    fixture->factors[5], fixture->factors[6], fixture->factors[7], fixture->factors[8], fixture->factors[9], NULL },
    &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_factor_list_get_n (tl_pattern_card_get_list (card)), ==, 8);
  tl_review_window_reveal (fixture->window, fixture->factors[9]);
  tl_review_window_show_page (fixture->window, "patterns");
  tl_page_reveal (TL_PAGE (fixture->page), fixture->factors[9]);
  g_assert_cmpuint (tl_factor_list_get_n (tl_pattern_card_get_list (card)), ==, 10);
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), GTK_WIDGET (card)));
}

static void
test_the_keyboard_goes_from_card_to_factors (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (get_card (fixture, fixture->pattern));
  GtkWidget *list = GTK_WIDGET (tl_pattern_card_get_list (TL_PATTERN_CARD (card)));

  make_active (fixture->window);
  gtk_widget_grab_focus (card);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->board), GTK_DIR_DOWN));
  g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), list));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->board), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_focus (card));
}

/* From pattern to finding */

static void
test_a_finding_is_made_and_opened (Fixture      *fixture,
                                   gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, fixture->pattern)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "patterns.make-finding", "s", "");
  g_autoptr (GPtrArray) findings = tl_board_list_findings (fixture->review);

  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "findings");
  TlFindingEditor *editor
      = TL_FINDING_EDITOR (find_within (GTK_WIDGET (fixture->window->stack), TL_TYPE_FINDING_EDITOR));
  g_assert_true (tl_finding_editor_get_finding (editor) == g_ptr_array_index (findings, 0));
  undo (fixture);
  g_assert_null (tl_finding_editor_get_finding (editor));
}

/* Selection */

static void
test_selection_is_shared_both_ways (Fixture      *fixture,
                                    gconstpointer data)
{
  const char *const ids[] = { fixture->factors[5], fixture->factors[7], fixture->factors[0], NULL };

  tl_selection_set_many (fixture->window->selection, ids);
  g_auto (GStrv) in_tray = tl_factor_list_dup_selected (get_list (fixture));
  g_assert_cmpuint (g_strv_length (in_tray), ==, 2);
  g_auto (GStrv) in_card = tl_factor_list_dup_selected (tl_pattern_card_get_list (get_card (fixture,
                                                                                            fixture->pattern)));
  g_assert_cmpstr (in_card[0], ==, fixture->factors[0]);

  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, fixture->pattern)));
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->window->selection), ==, fixture->pattern);
  g_auto (GStrv) none = tl_factor_list_dup_selected (get_list (fixture));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

static void
test_the_tray_is_narrowed_down_by_words (Fixture      *fixture,
                                         gconstpointer data)
{
  GtkWidget *entry = find_within (GTK_WIDGET (fixture->tray), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), "FACTOR e");
  WAIT_UNTIL (tl_factor_list_get_n (get_list (fixture)) == 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nothing");
  WAIT_UNTIL (tl_factor_list_get_n (get_list (fixture)) == 0);
}

#define ADD(name, test) g_test_add ("/patterns-page/" name, Fixture, NULL, set_up, test, tear_down)

static void
test_the_words_are_those_of_the_profile (Fixture      *fixture,
                                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *id = tl_record_get_id (tl_review_get_subject (fixture->review));

  g_assert_true (says (GTK_WIDGET (fixture->page), "Make a Finding"));
  g_assert_true (set_one (fixture->review, id, "profile", "wales", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (says (GTK_WIDGET (fixture->page), "Make a Learning point"));

  GtkWidget *keys = g_object_ref_sink (tl_shortcuts_dialog_new (NULL, fixture->review));
  g_assert_true (says (keys, "Make a learning point of the pattern"));
  gtk_window_destroy (GTK_WINDOW (keys));
  g_object_unref (keys);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("the-words-are-those-of-the-profile", test_the_words_are_those_of_the_profile);
  ADD ("tray-holds-what-is-in-no-pattern", test_tray_holds_what_is_in_no_pattern);
  ADD ("gather-makes-a-pattern-to-be-named", test_gather_makes_a_pattern_to_be_named);
  ADD ("nothing-is-gathered-of-nothing", test_nothing_is_gathered_of_nothing);
  ADD ("put-moves-between-patterns-in-one-step", test_put_moves_between_patterns_in_one_step);
  ADD ("factors-dropped-on-a-category-are-gathered-there", test_factors_dropped_on_a_category_are_gathered_there);
  ADD ("delete-takes-out-and-keeps-the-keyboard-near", test_delete_takes_out_and_keeps_the_keyboard_near);
  ADD ("delete-on-a-card-removes-the-pattern", test_delete_on_a_card_removes_the_pattern);
  ADD ("factors-are-put-in-order", test_factors_are_put_in_order);
  ADD ("a-card-changes-category-and-keeps-the-keyboard", test_a_card_changes_category_and_keeps_the_keyboard);
  ADD ("long-patterns-are-folded-until-asked", test_long_patterns_are_folded_until_asked);
  ADD ("the-keyboard-goes-from-card-to-factors", test_the_keyboard_goes_from_card_to_factors);
  ADD ("a-finding-is-made-and-opened", test_a_finding_is_made_and_opened);
  ADD ("selection-is-shared-both-ways", test_selection_is_shared_both_ways);
  ADD ("the-tray-is-narrowed-down-by-words", test_the_tray_is_narrowed_down_by_words);
  return g_test_run ();
}
