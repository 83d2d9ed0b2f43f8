/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window and what is in it, on a display: each test opens a small review of its own in a real window. */
#include "config.h"

#include "model/review/tl-history.h"
#include "model/review/tl-release.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/history/tl-history-page.h"
#include "ui/history/tl-history-row.h"
#include "ui/history/tl-reversed-list.h"
#include "ui/fields/tl-field-row.h"
#include "ui/inspector/tl-inspector.h"
#include "ui/inspector/tl-section.h"
#include "ui/outline/tl-outline-page.h"
#include "ui/typology/tl-typology-picker.h"
#include "ui/widgets/tl-release-choice.h"
#include "ui/widgets/tl-settings.h"
#include "ui/window/tl-review-window.h"

typedef struct {
  char           *path;
  TlReview       *review;
  TlReviewWindow *window;
  char           *workload; /* a factor */
  char           *visit;    /* another, which the first contributes to */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->review = open_new (&fixture->path);

  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  fixture->workload = add_in (edit, "factor", "statement", "workload");
  fixture->visit = add_in (edit, "factor", "statement", "visit cut short");
  g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);
  tl_edit_set (edit, link, "cause", fixture->workload, &error);
  tl_edit_set (edit, link, "effect", fixture->visit, &error);
  commit_edit (edit);

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
  g_free (fixture->workload);
  g_free (fixture->visit);
}

static TlInspector *
get_inspector (Fixture *fixture)
{
  return TL_INSPECTOR (find_within (GTK_WIDGET (fixture->window), TL_TYPE_INSPECTOR));
}

/* Selects a record and returns the row of one of its fields. */
static TlFieldRow *
show_row (Fixture    *fixture,
          const char *id,
          const char *field)
{
  tl_review_window_reveal (fixture->window, id);
  g_assert_cmpstr (tl_record_get_id (tl_inspector_get_record (get_inspector (fixture))), ==, id);

  GtkWidget *row = tl_inspector_find_row (get_inspector (fixture), field);
  g_assert_nonnull (row);
  return TL_FIELD_ROW (row);
}

static GtkTextBuffer *
get_buffer (TlFieldRow *row)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_within (GTK_WIDGET (row), GTK_TYPE_TEXT_VIEW)));
}

static char *
dup_shown (TlFieldRow *row)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (get_buffer (row), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (row), &start, &end, FALSE);
}

static void
type (TlFieldRow *row,
      const char *text)
{
  gtk_text_buffer_set_text (get_buffer (row), text, -1);
}

static void
assert_shown (TlFieldRow *row,
              const char *expected)
{
  g_autofree char *shown = dup_shown (row);
  g_assert_cmpstr (shown, ==, expected);
}

static void
assert_value (Fixture    *fixture,
              const char *id,
              const char *field,
              const char *expected)
{
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (fixture->review, id), field), ==, expected);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static guint
count_changes (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (fixture->review)));
}

/* Going to what was found */

static void
assert_found (Fixture    *fixture,
              const char *id,
              const char *field,
              guint       start,
              guint       end,
              const char *expected)
{
  guint index = (guint) tl_kind_find_field_index (tl_kind_lookup ("factor"), field);
  GtkTextIter from, to;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.reveal-passage", "(suuu)", id, index,
                                             start, end));

  TlFieldRow *row = TL_FIELD_ROW (tl_inspector_find_row (get_inspector (fixture), field));
  GtkTextBuffer *buffer = get_buffer (row);
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer, &from, &to) == (expected[0] != '\0'));
  g_autofree char *selected = gtk_text_buffer_get_text (buffer, &from, &to, FALSE);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_cmpstr (selected, ==, expected);
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
}

static void
test_what_was_found_is_selected (Fixture      *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  tl_edit_set (edit, fixture->visit, "detail", "Über eine Stunde, and cut short", &error);
  commit_edit (edit);
  assert_found (fixture, fixture->visit, "detail", 10, 16, "Stunde");
  assert_found (fixture, fixture->workload, "statement", 0, 4, "work");

  /* What was found may have been changed since. */
  assert_found (fixture, fixture->workload, "statement", 4, 400, "load");
  assert_found (fixture, fixture->workload, "statement", 300, 400, "");
}

/* The Enter key comes sooner than any pause in typing. */
static void
test_what_is_typed_last_is_gone_to (Fixture      *fixture,
                                    gconstpointer data)
{
  tl_review_window_show_page (fixture->window, "outline");
  GtkWidget *outline = find_within (GTK_WIDGET (fixture->window), TL_TYPE_OUTLINE_PAGE);
  GtkWidget *filter = find_within (outline, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (filter), "workload");
  g_signal_emit_by_name (filter, "activate");
  g_assert_cmpstr (tl_record_get_id (tl_inspector_get_record (get_inspector (fixture))), ==, fixture->workload);
}

/* The inspector */

static void
test_typing_commits_and_undo_shows (Fixture      *fixture,
                                    gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "statement");

  assert_shown (row, "workload");
  type (row, "a caseload of 31 families");
  assert_value (fixture, fixture->workload, "statement", "workload");
  WAIT_UNTIL (g_strcmp0 (tl_record_get_text (tl_review_lookup (fixture->review, fixture->workload), "statement"),
                         "a caseload of 31 families") == 0);

  activate (fixture, "win.undo");
  assert_value (fixture, fixture->workload, "statement", "workload");
  assert_shown (row, "workload");
  activate (fixture, "win.redo");
  assert_shown (row, "a caseload of 31 families");
}

static void
test_one_stay_is_undone_as_one (Fixture      *fixture,
                                gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "detail");
  guint before = count_changes (fixture);

  type (row, "Thirty-one");
  tl_field_row_flush (row);
  type (row, "Thirty-one families");
  tl_field_row_flush (row);
  g_assert_cmpuint (count_changes (fixture), ==, before + 2);

  activate (fixture, "win.undo");
  assert_value (fixture, fixture->workload, "detail", NULL);
  assert_shown (row, "");
}

static void
test_two_stays_are_undone_one_by_one (Fixture      *fixture,
                                      gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "detail");

  type (row, "Thirty-one");
  tl_field_row_flush (row);
  tl_field_row_end_group (row);
  type (row, "Thirty-one families");
  tl_field_row_flush (row);

  activate (fixture, "win.undo");
  assert_shown (row, "Thirty-one");
}

static void
test_undo_first_keeps_what_was_typed (Fixture      *fixture,
                                      gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "statement");

  type (row, "half a thou");
  activate (fixture, "win.undo");
  assert_shown (row, "workload");
  activate (fixture, "win.redo");
  assert_shown (row, "half a thou");
}

static void
test_no_date_stays_as_typed (Fixture      *fixture,
                             gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "known_from");

  type (row, "last spring");
  tl_field_row_flush (row);
  assert_value (fixture, fixture->workload, "known_from", NULL);
  assert_shown (row, "last spring");

  type (row, "2010-05");
  tl_field_row_flush (row);
  assert_value (fixture, fixture->workload, "known_from", "2010-05");
}

static void
test_a_date_is_typed_and_shown_in_words (Fixture      *fixture,
                                         gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "known_from");

  type (row, " about 3 may 2009 ");
  tl_field_row_flush (row);
  assert_value (fixture, fixture->workload, "known_from", "2009-05-03~");

  show_row (fixture, fixture->visit, "statement");
  assert_shown (show_row (fixture, fixture->workload, "known_from"), "about 3 May 2009");
}

static void
test_another_selection_keeps_what_was_typed (Fixture      *fixture,
                                             gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "statement");

  type (row, "typed and left");
  show_row (fixture, fixture->visit, "statement");
  assert_value (fixture, fixture->workload, "statement", "typed and left");
}

static void
test_a_change_underneath_is_shown (Fixture      *fixture,
                                   gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "statement");
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) other = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  TlEdit *edit = tl_edit_begin (other, NULL, &error);
  tl_edit_set (edit, fixture->workload, "statement", "changed by another", &error);
  commit_edit (edit);

  tl_review_catch_up (fixture->review, &error);
  g_assert_no_error (error);
  assert_shown (row, "changed by another");
}

static void
test_choices_come_from_the_method (Fixture      *fixture,
                                   gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "level");
  GtkDropDown *drop_down = GTK_DROP_DOWN (find_within (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN));

  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  gtk_drop_down_set_selected (drop_down, 1);
  assert_value (fixture, fixture->workload, "level", "national");
  activate (fixture, "win.undo");
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
}

static TlSection *
find_section (Fixture    *fixture,
              const char *title)
{
  GtkWidget *section = find_within (GTK_WIDGET (get_inspector (fixture)), TL_TYPE_SECTION);

  for (; section != NULL; section = gtk_widget_get_next_sibling (section))
    if (TL_IS_SECTION (section)
        && g_str_equal (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (section)), title))
      return TL_SECTION (section);
  return NULL;
}

static void
test_links_are_listed_and_follow_undo (Fixture      *fixture,
                                       gconstpointer data)
{
  show_row (fixture, fixture->visit, "statement");
  g_assert_cmpuint (tl_section_get_n (find_section (fixture, tl_section_causes.title)), ==, 1);
  g_assert_cmpuint (tl_section_get_n (find_section (fixture, tl_section_effects.title)), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.remove", "s", fixture->workload);
  g_assert_null (tl_review_lookup (fixture->review, fixture->workload));
  g_assert_cmpuint (tl_section_get_n (find_section (fixture, tl_section_causes.title)), ==, 0);
  activate (fixture, "win.undo");
  g_assert_cmpuint (tl_section_get_n (find_section (fixture, tl_section_causes.title)), ==, 1);
}

static GtkDropDown *
find_release_choice (Fixture *fixture)
{
  GtkWidget *choice = find_within (GTK_WIDGET (get_inspector (fixture)), TL_TYPE_RELEASE_CHOICE);

  return GTK_DROP_DOWN (find_within (choice, GTK_TYPE_DROP_DOWN));
}

static void
test_a_release_ends_with_the_text (Fixture      *fixture,
                                   gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "statement");
  TlRecord *record = tl_review_lookup (fixture->review, fixture->workload);
  guint field = (guint) tl_kind_find_field_index (tl_record_get_kind (record), "statement");

  g_assert_cmpuint (gtk_drop_down_get_selected (find_release_choice (fixture)), ==, 0);
  gtk_drop_down_set_selected (find_release_choice (fixture), 1);
  g_assert_cmpint (tl_review_get_release (fixture->review, record, field), ==, TL_TIER_LEARNING);
  gtk_drop_down_set_selected (find_release_choice (fixture), 2);
  g_assert_cmpint (tl_review_get_release (fixture->review, record, field), ==, TL_TIER_PUBLIC);

  type (row, "workload of the team");
  tl_field_row_flush (row);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_release_choice (fixture)), ==, 0);
}

/* The typology picker */

static TlTypologyPicker *
find_picker (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (TL_IS_TYPOLOGY_PICKER (window))
        return TL_TYPOLOGY_PICKER (window);
    }
  return NULL;
}

static void
test_picking_a_code_tags (Fixture      *fixture,
                          gconstpointer data)
{
  TlRecordList *tags = tl_review_get_list (fixture->review, "tag");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.tag", "s", fixture->workload);
  TlTypologyPicker *picker = find_picker ();
  g_assert_nonnull (picker);
  tl_typology_picker_set_search (picker, "record");
  TlCode *code = tl_typology_picker_get_code (picker);
  g_assert_nonnull (code);
  tl_typology_picker_pick (picker);

  g_assert_cmpuint (tl_record_list_get_n (tags), ==, 1);
  TlRecord *tag = tl_record_list_get (tags, 0);
  g_assert_cmpstr (tl_record_get_text (tag, "target"), ==, fixture->workload);
  g_assert_cmpstr (tl_record_get_text (tag, "code"), ==, tl_code_get_qualified (code));
  g_assert_cmpstr (tl_record_get_text (tag, "scheme_version"), ==, "1.0");

  activate (fixture, "win.undo");
  g_assert_cmpuint (tl_record_list_get_n (tags), ==, 0);
}

/* What was found before is not picked either: the Enter key comes sooner than any pause in typing. */
static void
test_nothing_found_picks_nothing (Fixture      *fixture,
                                  gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.tag", "s", fixture->workload);
  TlTypologyPicker *picker = find_picker ();
  GtkWidget *search = find_within (GTK_WIDGET (picker), GTK_TYPE_SEARCH_ENTRY);

  tl_typology_picker_set_search (picker, "record");
  gtk_editable_set_text (GTK_EDITABLE (search), "qqqzzz");
  g_signal_emit_by_name (search, "activate");
  g_assert_null (tl_typology_picker_get_code (picker));
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "tag")), ==, 0);
  gtk_window_destroy (GTK_WINDOW (picker));
}

/* History and window */

static void
test_history_is_newest_first (Fixture      *fixture,
                              gconstpointer data)
{
  g_autoptr (GListModel) changes = tl_reversed_list_new (G_LIST_MODEL (tl_review_get_history (fixture->review)));
  TlFieldRow *row = show_row (fixture, fixture->workload, "statement");

  type (row, "first");
  tl_field_row_flush (row);
  activate (fixture, "win.undo");

  g_autoptr (TlChange) newest = g_list_model_get_item (changes, 0);
  g_autoptr (TlChange) before = g_list_model_get_item (changes, 1);
  g_assert_cmpint (tl_change_get_kind (newest), ==, TL_CHANGE_UNDO);
  g_assert_cmpint (tl_change_get_kind (before), ==, TL_CHANGE_EDIT);
  g_assert_true (tl_change_get_undone (before));

  tl_review_window_show_page (fixture->window, "history");
  WAIT_UNTIL (find_within (GTK_WIDGET (fixture->window), TL_TYPE_HISTORY_ROW) != NULL);
}

static void
test_undo_says_what (Fixture      *fixture,
                     gconstpointer data)
{
  TlFieldRow *row = show_row (fixture, fixture->workload, "statement");

  type (row, "caseload");
  tl_field_row_flush (row);

  const char *label = tl_history_get_undo_label (tl_review_get_history (fixture->review));
  g_assert_nonnull (strstr (label, "Statement"));
  g_assert_nonnull (strstr (label, "caseload"));
}

static void
test_a_kept_name_stands_in_the_history (Fixture      *fixture,
                                        gconstpointer data)
{
  tl_settings_set_string ("author", "Lead reviewer");
  g_autofree char *author = tl_settings_dup_string ("author");
  g_assert_cmpstr (author, ==, "Lead reviewer");

  GtkWidget *window = tl_review_window_new (NULL, fixture->review);
  g_assert_cmpstr (tl_review_get_author (fixture->review), ==, "Lead reviewer");
  gtk_window_destroy (GTK_WINDOW (window));
  tl_settings_set_string ("author", "");
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *name;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/inspector/typing-commits-at-a-pause-and-undo-shows", test_typing_commits_and_undo_shows },
    { "/inspector/one-stay-in-a-row-is-undone-as-one", test_one_stay_is_undone_as_one },
    { "/inspector/two-stays-are-undone-one-by-one", test_two_stays_are_undone_one_by_one },
    { "/inspector/undo-while-typing-loses-nothing", test_undo_first_keeps_what_was_typed },
    { "/inspector/what-is-no-date-stays-as-typed", test_no_date_stays_as_typed },
    { "/inspector/a-date-is-typed-and-shown-in-words", test_a_date_is_typed_and_shown_in_words },
    { "/inspector/another-selection-keeps-what-was-typed", test_another_selection_keeps_what_was_typed },
    { "/inspector/a-change-by-another-program-is-shown", test_a_change_underneath_is_shown },
    { "/inspector/choices-come-from-the-method", test_choices_come_from_the_method },
    { "/inspector/links-are-listed-and-follow-undo", test_links_are_listed_and_follow_undo },
    { "/inspector/a-release-ends-when-the-text-changes", test_a_release_ends_with_the_text },
    { "/typology/picking-a-code-tags-the-factor", test_picking_a_code_tags },
    { "/typology/where-nothing-is-found-nothing-is-picked", test_nothing_found_picks_nothing },
    { "/history/the-newest-change-stands-first", test_history_is_newest_first },
    { "/window/what-was-found-is-selected", test_what_was_found_is_selected },
    { "/outline/what-is-typed-last-is-gone-to", test_what_is_typed_last_is_gone_to },
    { "/window/undo-says-what-it-takes-back", test_undo_says_what },
    { "/window/a-name-once-given-stands-in-the-history", test_a_kept_name_stands_in_the_history },
  };

  /* The folders are not isolated: without the data of the system no icon can be read. tests/with-display does. */
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
