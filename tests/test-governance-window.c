/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a review keeps about itself, in its window: figures, acronyms, recipients, reviewers and the quality markers. */
#include "config.h"

#include <adwaita.h>

#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-marker-row.h"
#include "ui/dialogs/tl-markers-dialog.h"
#include "ui/fields/tl-field-row.h"
#include "ui/inspector/tl-inspector.h"
#include "ui/window/tl-governance-view.h"
#include "ui/window/tl-review-window.h"

typedef struct {
  char           *path;
  char           *finding;
  TlReview       *review;
  TlReviewWindow *window;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);

  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  fixture->finding = tl_edit_add (edit, "finding", NULL, &error);
  tl_edit_set (edit, fixture->finding, "statement", "Because the MASH is far away, few ring it.", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  fixture->window = TL_REVIEW_WINDOW (tl_review_window_new (NULL, fixture->review));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  close_on (fixture->window, fixture->review);
  g_free (fixture->path);
  g_free (fixture->finding);
}

static TlRecord *
get_shown (Fixture *fixture)
{
  return tl_inspector_get_record (TL_INSPECTOR (find_within (GTK_WIDGET (fixture->window), TL_TYPE_INSPECTOR)));
}

static guint
count (Fixture    *fixture,
       const char *kind)
{
  return tl_record_list_get_n (tl_review_get_list (fixture->review, kind));
}

/* The first widget of a type with such a text on it that is to be seen. */
static GtkWidget *
find_titled (GtkWidget  *root,
             GType       type,
             const char *property,
             const char *title)
{
  GtkWidget *found;

  for (guint n = 0; (found = find_nth (root, type, n)) != NULL; n++)
    {
      g_autofree char *text = NULL;

      g_object_get (found, property, &text, NULL);
      if (g_strcmp0 (text, title) == 0)
        return found;
    }
  return NULL;
}

static void
an_unexplained_acronym_is_offered_and_explained (Fixture      *fixture,
                                                 gconstpointer data)
{
  GtkWidget *view = find_within (GTK_WIDGET (fixture->window), TL_TYPE_GOVERNANCE_VIEW);
  GtkWidget *row = find_titled (view, ADW_TYPE_ACTION_ROW, "title", "MASH");

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Mostly: Multi-agency safeguarding hub");
  g_signal_emit_by_name (find_within (row, GTK_TYPE_BUTTON), "clicked");
  g_assert_true (tl_record_is (get_shown (fixture), "acronym"));
  g_assert_cmpstr (tl_record_get_text (get_shown (fixture), "long"), ==, "Multi-agency safeguarding hub");
  g_assert_null (find_titled (view, GTK_TYPE_BUTTON, "label", "Explain"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (count (fixture, "acronym"), ==, 0);
  g_assert_nonnull (find_titled (view, GTK_TYPE_BUTTON, "label", "Explain"));
}

static void
the_four_recipients_are_added_at_once (Fixture      *fixture,
                                       gconstpointer data)
{
  GtkWidget *view = find_within (GTK_WIDGET (fixture->window), TL_TYPE_GOVERNANCE_VIEW);
  GtkWidget *button
      = find_titled (view, GTK_TYPE_BUTTON, "label", "Add the four who receive a board’s annual report");

  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (count (fixture, "recipient"), ==, 4);
  g_assert_false (gtk_widget_get_visible (button));
  GtkWidget *row = find_titled (view, ADW_TYPE_ACTION_ROW, "title", "Police and crime commissioner");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "not sent yet");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  g_assert_cmpuint (count (fixture, "recipient"), ==, 0);
  g_assert_true (gtk_widget_get_visible (button));
}

static void
a_figure_is_added_to_what_is_selected_and_listed_there (Fixture      *fixture,
                                                        gconstpointer data)
{
  tl_review_window_reveal (fixture->window, fixture->finding);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-figure", "s", fixture->finding);
  g_assert_true (tl_record_is (get_shown (fixture), "figure"));
  g_assert_cmpstr (tl_record_get_list (get_shown (fixture), "for_findings")[0], ==, fixture->finding);

  tl_review_window_reveal (fixture->window, fixture->finding);
  g_assert_nonnull (find_titled (find_within (GTK_WIDGET (fixture->window), TL_TYPE_INSPECTOR), ADW_TYPE_ACTION_ROW,
                                 "subtitle", "For"));
}

static void
bodies_and_methods_are_offered_to_a_reviewer (Fixture      *fixture,
                                              gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.add-record", "s", "reviewer");
  TlInspector *inspector = TL_INSPECTOR (find_within (GTK_WIDGET (fixture->window), TL_TYPE_INSPECTOR));
  TlRecord *reviewer = get_shown (fixture);
  GtkWidget *body = tl_inspector_find_row (inspector, "accrediting_body");
  GtkWidget *methods = tl_inspector_find_row (inspector, "methods");
  GtkPopover *bodies = gtk_menu_button_get_popover (GTK_MENU_BUTTON (find_within (body, GTK_TYPE_MENU_BUTTON)));
  GtkPopover *packs = gtk_menu_button_get_popover (GTK_MENU_BUTTON (find_within (methods, GTK_TYPE_MENU_BUTTON)));

  g_assert_null (find_within (tl_inspector_find_row (inspector, "number"), GTK_TYPE_MENU_BUTTON));
  g_signal_emit_by_name (find_nth (GTK_WIDGET (bodies), GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_cmpstr (tl_record_get_text (reviewer, "accrediting_body"), ==, "Social Care Institute for Excellence");
  g_signal_emit_by_name (find_nth (GTK_WIDGET (packs), GTK_TYPE_BUTTON, 0), "clicked");
  g_signal_emit_by_name (find_nth (GTK_WIDGET (packs), GTK_TYPE_BUTTON, 1), "clicked");
  g_signal_emit_by_name (find_nth (GTK_WIDGET (packs), GTK_TYPE_BUTTON, 1), "clicked");
  g_auto (GStrv) both = g_strsplit (tl_record_get_text (reviewer, "methods"), "; ", -1);
  g_assert_cmpuint (g_strv_length (both), ==, 2);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_within (methods, GTK_TYPE_TEXT_VIEW)));
  g_autofree char *shown = NULL;
  g_object_get (buffer, "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, tl_record_get_text (reviewer, "methods"));
}

/* Quality markers */

static GtkWidget *
open_markers (Fixture *fixture)
{
  GtkWidget *dialog = tl_markers_dialog_new (GTK_WINDOW (fixture->window), fixture->review);

  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_UNTIL (gtk_widget_get_mapped (dialog));
  return dialog;
}

static void
close_markers (GtkWidget *dialog)
{
  g_object_ref (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (!gtk_widget_get_realized (dialog));
  g_assert_finalize_object (G_OBJECT (dialog));
}

static void
notes_are_written_beside_the_questions (Fixture      *fixture,
                                        gconstpointer data)
{
  GtkWidget *dialog = open_markers (fixture);
  GtkWidget *row = find_nth (dialog, TL_TYPE_MARKER_ROW, 8);
  GtkWidget *add = find_titled (row, ADW_TYPE_ACTION_ROW, "title", "Add a note");

  g_assert_null (find_nth (dialog, TL_TYPE_MARKER_ROW, 18));
  g_signal_emit_by_name (add, "activated");
  g_assert_cmpuint (count (fixture, "marker_note"), ==, 1);
  TlRecord *note = tl_record_list_get (tl_review_get_list (fixture->review, "marker_note"), 0);
  g_assert_cmpint (tl_record_get_int (note, "marker", 0), ==, 9);
  g_assert_false (gtk_widget_get_visible (add));

  GtkWidget *view = find_within (find_within (row, TL_TYPE_FIELD_ROW), GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "The trial is in May.", -1);
  close_markers (dialog);
  g_assert_cmpstr (tl_record_get_text (note, "note"), ==, "The trial is in May.");

  dialog = open_markers (fixture);
  row = find_nth (dialog, TL_TYPE_MARKER_ROW, 8);
  g_assert_true (tl_marker_row_matches (TL_MARKER_ROW (row), "trial is"));
  gtk_widget_activate_action (dialog, "win.undo", NULL);
  gtk_widget_activate_action (dialog, "win.undo", NULL);
  g_assert_cmpuint (count (fixture, "marker_note"), ==, 0);
  g_assert_null (find_within (row, TL_TYPE_FIELD_ROW));
  close_markers (dialog);
}

static void
a_search_leaves_what_has_the_words (Fixture      *fixture,
                                    gconstpointer data)
{
  GtkWidget *dialog = open_markers (fixture);
  GtkWidget *search = find_within (dialog, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *first = find_nth (dialog, TL_TYPE_MARKER_ROW, 0);
  GtkWidget *publication = find_nth (dialog, TL_TYPE_MARKER_ROW, 16);
  GtkWidget *nothing = find_titled (dialog, ADW_TYPE_STATUS_PAGE, "title", "Nothing found");

  gtk_editable_set_text (GTK_EDITABLE (search), "HOLDS it back");
  WAIT_UNTIL (!gtk_widget_get_visible (first));
  g_assert_true (gtk_widget_get_mapped (publication));
  gtk_editable_set_text (GTK_EDITABLE (search), "no such words");
  WAIT_UNTIL (gtk_widget_get_child_visible (nothing) && gtk_widget_get_mapped (nothing));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  WAIT_UNTIL (gtk_widget_get_mapped (first));
  close_markers (dialog);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/governance-window/an-unexplained-acronym-is-offered-and-explained",
      an_unexplained_acronym_is_offered_and_explained },
    { "/governance-window/the-four-recipients-are-added-at-once", the_four_recipients_are_added_at_once },
    { "/governance-window/a-figure-is-added-to-what-is-selected-and-listed-there",
      a_figure_is_added_to_what_is_selected_and_listed_there },
    { "/governance-window/bodies-and-methods-are-offered-to-a-reviewer",
      bodies_and_methods_are_offered_to_a_reviewer },
    { "/governance-window/notes-are-written-beside-the-questions", notes_are_written_beside_the_questions },
    { "/governance-window/a-search-leaves-what-has-the-words", a_search_leaves_what_has_the_words },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
