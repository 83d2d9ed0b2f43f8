/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the inspector says about a claim: what it rests on, how it was tested, what is still asked. Each test shows one
 * record of a small review in a real window. */
#include "config.h"

#include "model/case/tl-evidence-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/fields/tl-answer-row.h"
#include "ui/fields/tl-field-group.h"
#include "ui/fields/tl-question-list.h"
#include "ui/fields/tl-question-row.h"
#include "ui/inspector/tl-evidence-row.h"
#include "ui/inspector/tl-evidence-section.h"
#include "ui/inspector/tl-inspector.h"
#include "ui/inspector/tl-test-section.h"
#include "ui/widgets/tl-referrers.h"

typedef struct {
  char        *path;
  TlReview    *review;
  TlSelection *selection;
  GtkWidget   *window;
  TlInspector *inspector;
  char        *cause;
  char        *effect;
  char        *link;
  char        *extract;
} Fixture;

/* Without a level, for the methods of the tests have none in common. */
static char *
add_statement (TlReview   *review,
               const char *statement)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, "factor", NULL, &error);

  tl_edit_set (edit, id, "statement", statement, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

static char *
add_extract (TlReview   *review,
             const char *quotation)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *source = tl_edit_add (edit, "source", NULL, &error);
  char *extract = tl_edit_add (edit, "extract", NULL, &error);

  tl_edit_set (edit, source, "title", "Case record", &error);
  tl_edit_set (edit, extract, "source", source, &error);
  tl_edit_set (edit, extract, "quotation", quotation, &error);
  tl_edit_set (edit, extract, "anchor", "p. 3", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return extract;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const char *method = data;
  g_autoptr (GError) error = NULL;

  fixture->path = make_path ("inspector.throughline");
  g_assert_true (tl_review_create_titled (fixture->path, 0, "A case", method != NULL ? method : "learning-together",
                                          "england_2010", &error));
  fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);

  fixture->cause = add_statement (fixture->review, "31 families");
  fixture->effect = add_statement (fixture->review, "Short visit");
  fixture->link = add_link (fixture->review, fixture->cause, fixture->effect);
  fixture->extract = add_extract (fixture->review, "I had <31>.");

  fixture->selection = tl_selection_new (fixture->review);
  fixture->inspector = TL_INSPECTOR (tl_inspector_new ());
  tl_inspector_set_selection (fixture->inspector, fixture->selection);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->inspector));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (gtk_widget_get_mapped (GTK_WIDGET (fixture->inspector)));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->selection);
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->cause);
  g_free (fixture->effect);
  g_free (fixture->link);
  g_free (fixture->extract);
}

static guint
count_within (GtkWidget *root,
              GType      type)
{
  guint n = 0;

  while (find_nth (root, type, n) != NULL)
    n++;
  return n;
}

static GtkWidget *
find_shown (Fixture *fixture,
            GType    type,
            guint    n)
{
  return find_nth (GTK_WIDGET (fixture->inspector), type, n);
}

static void
show (Fixture    *fixture,
      const char *id)
{
  tl_selection_set_one (fixture->selection, id);
  g_assert_cmpstr (tl_record_get_id (tl_inspector_get_record (fixture->inspector)), ==, id);
}

static const char *
get_value (Fixture    *fixture,
           const char *id,
           const char *field)
{
  return tl_record_get_text (tl_review_lookup (fixture->review, id), field);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, &error));
}

/* Evidence */

static char *
attach (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  char *id = tl_evidence_edit_attach (edit, fixture->review, fixture->extract, fixture->cause, FALSE, &error);

  g_free (tl_edit_finish (edit, id != NULL, &error));
  g_assert_no_error (error);
  return id;
}

static guint
count_evidence (Fixture *fixture,
                gboolean against)
{
  return count_within (find_shown (fixture, TL_TYPE_EVIDENCE_SECTION, against ? 1 : 0), TL_TYPE_EVIDENCE_ROW);
}

static void
test_evidence_changes_sides (Fixture      *fixture,
                             gconstpointer data)
{
  show (fixture, fixture->cause);
  g_autofree char *id = attach (fixture);
  GtkWidget *supporting = find_shown (fixture, TL_TYPE_EVIDENCE_SECTION, 0);

  g_assert_cmpuint (count_evidence (fixture, FALSE), ==, 1);
  gtk_widget_grab_focus (find_nth (supporting, TL_TYPE_EVIDENCE_ROW, 0));
  g_assert_true (gtk_widget_activate_action (supporting, "evidence.turn", "s", id));
  g_assert_cmpuint (count_evidence (fixture, FALSE), ==, 0);
  g_assert_cmpuint (count_evidence (fixture, TRUE), ==, 1);
  g_assert_cmpstr (get_value (fixture, id, "stance"), ==, "against");

  /* The keyboard is not lost with the row. */
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, supporting));

  undo (fixture);
  g_assert_cmpuint (count_evidence (fixture, FALSE), ==, 1);
  g_assert_cmpuint (count_evidence (fixture, TRUE), ==, 0);
}

static void
test_detached_evidence_leaves_its_extract (Fixture      *fixture,
                                           gconstpointer data)
{
  show (fixture, fixture->cause);
  g_autofree char *id = attach (fixture);

  gtk_widget_activate_action (find_shown (fixture, TL_TYPE_EVIDENCE_SECTION, 0), "evidence.detach", "s", id);
  g_assert_null (tl_review_lookup (fixture->review, id));
  g_assert_nonnull (tl_review_lookup (fixture->review, fixture->extract));
  g_assert_cmpuint (count_evidence (fixture, FALSE), ==, 0);
  undo (fixture);
  g_assert_cmpuint (count_evidence (fixture, FALSE), ==, 1);
}

static void
test_a_note_waits_until_asked_for (Fixture      *fixture,
                                   gconstpointer data)
{
  g_autofree char *id = attach (fixture);
  g_autoptr (GError) error = NULL;

  show (fixture, fixture->cause);
  GtkWidget *row = find_shown (fixture, TL_TYPE_EVIDENCE_ROW, 0);
  GtkWidget *note = find_nth (row, TL_TYPE_FIELD_ROW, 0);

  g_assert_false (gtk_widget_get_visible (note));
  gtk_widget_activate_action (row, "evidence-row.note", NULL);
  g_assert_true (gtk_widget_get_visible (note));

  show (fixture, fixture->effect);
  set_one (fixture->review, id, "note", "Her own words", NULL, &error);
  show (fixture, fixture->cause);
  row = find_shown (fixture, TL_TYPE_EVIDENCE_ROW, 0);
  g_assert_true (gtk_widget_get_visible (find_nth (row, TL_TYPE_FIELD_ROW, 0)));
}

/* Tests of claims */

static GtkWidget *
find_answer (Fixture    *fixture,
             const char *field,
             guint       position)
{
  return find_nth (tl_inspector_find_row (fixture->inspector, field), GTK_TYPE_CHECK_BUTTON, position);
}

static void
test_a_link_is_asked_about_in_its_own_words (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show (fixture, fixture->link);
  GtkWidget *row = tl_inspector_find_row (fixture->inspector, "test_answer");

  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "“31 families”"));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "“Short visit”"));
  set_one (fixture->review, fixture->cause, "statement", "40 families", NULL, &error);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "“40 families”"));

  set_one (fixture->review, fixture->link, "test_question", "With fewer families, a longer visit?", NULL, &error);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "With fewer families, a longer visit?");
}

static void
test_an_answer_is_given_and_taken_back (Fixture      *fixture,
                                        gconstpointer data)
{
  show (fixture, fixture->link);
  GtkWidget *reason = tl_inspector_find_row (fixture->inspector, "test_reason");
  GtkWidget *row = tl_inspector_find_row (fixture->inspector, "test_answer");
  GtkWidget *take_back = find_nth (row, GTK_TYPE_BUTTON, 0);

  g_assert_false (gtk_widget_get_visible (reason));
  g_assert_false (gtk_widget_get_visible (take_back));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_answer (fixture, "test_answer", 2)), TRUE);
  g_assert_cmpstr (get_value (fixture, fixture->link, "test_answer"), ==, "less_likely");
  g_assert_true (gtk_widget_get_visible (reason));
  g_assert_true (gtk_widget_get_visible (take_back));

  g_signal_emit_by_name (take_back, "clicked");
  g_assert_null (get_value (fixture, fixture->link, "test_answer"));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_answer (fixture, "test_answer", 2))));
  undo (fixture);
  g_assert_cmpstr (get_value (fixture, fixture->link, "test_answer"), ==, "less_likely");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_answer (fixture, "test_answer", 2))));
}

static void
test_completeness_is_asked_where_it_is_wanted (Fixture      *fixture,
                                               gconstpointer data)
{
  gboolean wanted = data != NULL;

  show (fixture, fixture->effect);
  GtkWidget *section = find_shown (fixture, TL_TYPE_TEST_SECTION, 0);

  g_assert_true ((section != NULL) == wanted);
  g_assert_nonnull (tl_inspector_find_row (fixture->inspector, "completeness"));
  g_assert_true (gtk_widget_get_visible (tl_inspector_find_row (fixture->inspector, "completeness")) == wanted);
  if (wanted)
    {
      AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (find_nth (section, TL_TYPE_FIELD_GROUP, 0));
      g_assert_nonnull (strstr (adw_preferences_group_get_description (group), "31 families"));
    }
}

/* Questions */

static void
test_a_question_is_asked_in_one_line (Fixture      *fixture,
                                      gconstpointer data)
{
  show (fixture, fixture->cause);
  GtkWidget *section = find_shown (fixture, TL_TYPE_QUESTION_LIST, 0);
  GtkWidget *entry = find_nth (section, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "How usual was <that> & who knew?");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_cmpuint (count_within (section, TL_TYPE_QUESTION_ROW), ==, 1);

  GtkWidget *row = find_nth (section, TL_TYPE_QUESTION_ROW, 0);
  TlRecordList *questions = tl_review_get_list (fixture->review, "question");
  g_assert_cmpstr (tl_record_get_text (tl_record_list_get (questions, 0), "about"), ==, fixture->cause);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "How usual was <that> & who knew?");

  g_assert_cmpuint (count_within (row, TL_TYPE_FIELD_ROW), ==, 0);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_nth (find_nth (row, TL_TYPE_ANSWER_ROW, 0),
                                                              GTK_TYPE_CHECK_BUTTON, 2)), TRUE);
  g_assert_cmpstr (tl_record_get_text (tl_record_list_get (questions, 0), "status"), ==, "left_open");
  g_assert_true (gtk_widget_has_css_class (row, "closed"));
}

static void
test_nothing_is_no_question (Fixture      *fixture,
                             gconstpointer data)
{
  show (fixture, fixture->cause);
  GtkWidget *entry = find_nth (find_shown (fixture, TL_TYPE_QUESTION_LIST, 0), GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (fixture->review, "question")), ==, 0);
}

/* Fields and lists */

static void
test_empty_fields_wait (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show (fixture, fixture->cause);
  GtkWidget *detail = tl_inspector_find_row (fixture->inspector, "detail");
  GtkWidget *dissent = tl_inspector_find_row (fixture->inspector, "dissent");

  g_assert_false (gtk_widget_get_visible (detail));
  g_assert_false (gtk_widget_get_visible (dissent));
  gtk_widget_activate_action (find_shown (fixture, TL_TYPE_FIELD_GROUP, 0), "fields.show", "s", "detail");
  g_assert_true (gtk_widget_get_visible (detail));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), detail));

  set_one (fixture->review, fixture->cause, "dissent", "Not everyone agrees", NULL, &error);
  g_assert_true (gtk_widget_get_visible (dissent));
}

/* The keyboard is on the button within a drop-down list. */
static void
test_a_choice_is_read_out_with_its_field (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show (fixture, fixture->cause);
  gtk_widget_activate_action (find_shown (fixture, TL_TYPE_FIELD_GROUP, 0), "fields.show", "s", "certainty");

  GtkWidget *row = tl_inspector_find_row (fixture->inspector, "certainty");
  GtkWidget *button = find_nth (row, GTK_TYPE_TOGGLE_BUTTON, 0);

  g_assert_true (gtk_widget_is_ancestor (button, find_nth (row, GTK_TYPE_DROP_DOWN, 0)));
  set_one (fixture->review, fixture->cause, "certainty", "probable", NULL, &error);
  g_assert_no_error (error);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Certainty: Probable");
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  GString    *heard)
{
  g_string_append_printf (heard, "%u-%u+%u ", position, removed, added);
}

static void
test_referrers_say_only_what_changed (Fixture      *fixture,
                                      gconstpointer data)
{
  TlRecord *effect = tl_review_lookup (fixture->review, fixture->effect);
  g_autoptr (GListModel) causes = tl_referrers_new (fixture->review, effect, "link", "effect", NULL);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *other = add_statement (fixture->review, "Lone visits");

  g_signal_connect (causes, "items-changed", G_CALLBACK (items_changed_cb), heard);
  g_assert_cmpuint (g_list_model_get_n_items (causes), ==, 1);
  set_one (fixture->review, fixture->link, "rationale", "No time was left", NULL, &error);
  g_autofree char *link = add_link (fixture->review, other, fixture->effect);
  g_assert_cmpstr (heard->str, ==, "1-0+1 ");

  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);
  g_assert_true (tl_edit_remove (edit, fixture->link, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_cmpstr (heard->str, ==, "1-0+1 0-1+0 ");
  g_autoptr (TlRecord) left = g_list_model_get_item (causes, 0);
  g_assert_cmpstr (tl_record_get_id (left), ==, link);
}

int
main (int    argc,
      char **argv)
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
    const char *method;
  } tests[] = {
    { "/inspector/evidence-changes-sides-and-keeps-the-keyboard", test_evidence_changes_sides },
    { "/inspector/detached-evidence-leaves-its-extract", test_detached_evidence_leaves_its_extract },
    { "/inspector/a-note-waits-until-asked-for", test_a_note_waits_until_asked_for },
    { "/inspector/a-link-is-asked-about-in-its-own-words", test_a_link_is_asked_about_in_its_own_words },
    { "/inspector/an-answer-is-given-and-taken-back", test_an_answer_is_given_and_taken_back },
    { "/inspector/completeness-waits-where-it-is-not-wanted", test_completeness_is_asked_where_it_is_wanted },
    { "/inspector/completeness-is-asked-where-it-is-wanted", test_completeness_is_asked_where_it_is_wanted,
      "why-because" },
    { "/inspector/a-question-is-asked-in-one-line", test_a_question_is_asked_in_one_line },
    { "/inspector/nothing-is-no-question", test_nothing_is_no_question },
    { "/inspector/empty-fields-wait", test_empty_fields_wait },
    { "/inspector/a-choice-is-read-out-with-its-field", test_a_choice_is_read_out_with_its_field },
    { "/inspector/a-list-says-only-what-came-and-went", test_referrers_say_only_what_changed },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].method, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
