/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a library's window that follow links, as a person uses them: what was planted is found, what stands
 * behind it is shown to the office alone, and from a finding one comes to others and to its record. */
#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>

#include "tests/library-window-case.h"
#include "ui/canvas/tl-map-view.h"
#include "ui/charts/tl-answer-table.h"
#include "ui/charts/tl-flow-chart.h"
#include "ui/charts/tl-flow-ribbon.h"
#include "ui/library/tl-behind-list.h"
#include "ui/library/tl-name-question-dialog.h"
#include "ui/window/tl-merged-page.h"
#include "ui/window/tl-texts-page.h"

#define N_RECORDS 200

static const char *const way[] = { "TO.4", "MS.10", "RI.3" };
static const guint8 way_links[][2] = { { 0, 1 }, { 1, 2 } };
static const TlPlant plants[] = {
  { .codes = way, .n_codes = G_N_ELEMENTS (way), .links = way_links, .n_links = G_N_ELEMENTS (way_links),
    .percent = 30 },
  { .codes = (const char *const[]) { NULL }, .n_codes = 1, .percent = 20,
    .statement = "The interpreter was booked for one visit in %u" },
};

typedef LibraryWindowCase Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 3, .n_factors = 30, .plants = plants,
                                      .n_plants = G_N_ELEMENTS (plants) };

  library_case_set_up (&fixture->library, &options);
  library_window_case_open (fixture, N_RECORDS);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  library_window_case_tear_down (fixture);
}

/* The check button under @root beside which @text is written. */
static GtkWidget *
find_check (GtkWidget  *root,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_CHECK_BUTTON (root))
    return says (root, text) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_check (child, text);
  return found;
}

static GtkWidget *
get_behind (gpointer page)
{
  return find_within (page, TL_TYPE_BEHIND_LIST);
}

static void
wait_for_answer (TlAnswerPage *page)
{
  WAIT_UNTIL (tl_answer_page_get_answer (page) != NULL);
}

/* Chains */

static void
a_planted_chain_flows_and_leads_to_its_reviews (Fixture      *fixture,
                                                gconstpointer data)
{
  TlChainsPage *page = fixture->window->chains;
  GtkWidget *chart, *behind;
  const TlChains *chains;

  tl_library_window_show_page (fixture->window, "chains");
  WAIT_UNTIL ((chains = tl_chains_page_get_chains (page)) != NULL);
  g_assert_cmpuint (chains->n_chains, ==, 1);
  g_assert_cmpstr (chains->chains[0].path[0], ==, "national-1:TO.4");
  g_assert_cmpstr (chains->chains[0].path[2], ==, "national-1:RI.3");
  g_assert_true (says (GTK_WIDGET (page), chains->caption));
  g_assert_true (tl_question_page_has_answer (TL_QUESTION_PAGE (page)));

  /* What leaves as a picture says of what it is. */
  g_autoptr (GBytes) picture = tl_question_page_make_image (TL_QUESTION_PAGE (page), TL_PICTURE_SVG, NULL);
  g_autofree char *svg = g_strndup (g_bytes_get_data (picture, NULL), g_bytes_get_size (picture));
  g_assert_nonnull (strstr (svg, "Base: 200 reviews"));

  /* The ribbon is chosen by the keyboard, and with it the line of the table. */
  chart = find_within (GTK_WIDGET (page), TL_TYPE_FLOW_CHART);
  WAIT_UNTIL (gtk_widget_get_mapped (chart) && gtk_widget_get_width (chart) > 0);
  g_assert_nonnull (find_within (chart, TL_TYPE_FLOW_RIBBON));
  g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));
  WAIT_UNTIL (tl_flow_chart_get_chosen (TL_FLOW_CHART (chart)) == 0);
  g_assert_cmpint (tl_answer_table_get_chosen (TL_ANSWER_TABLE (find_within (GTK_WIDGET (page),
                                                                             TL_TYPE_ANSWER_TABLE))), ==, 0);

  /* What stands behind it is for the office's own eyes. */
  behind = get_behind (page);
  WAIT_UNTIL (says (behind, "for the office’s own eyes"));
  GtkWidget *small = find_check (GTK_WIDGET (fixture->window->population), "Small counts shown");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (small), TRUE);
  WAIT_UNTIL (tl_chains_page_get_chains (page) != chains && tl_chains_page_get_chains (page) != NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (small)));
  WAIT_UNTIL (says (behind, "reviews") && find_within (behind, GTK_TYPE_BUTTON) != NULL);
}

static void
a_pattern_is_put_together (Fixture      *fixture,
                           gconstpointer data)
{
  TlChainsPage *page = fixture->window->chains;
  const TlChains *chains;

  tl_library_window_show_page (fixture->window, "chains");
  g_assert_true (tl_chains_page_look_for (page, "national-1:TO.4", "national-1:MS.10"));
  WAIT_UNTIL ((chains = tl_chains_page_get_chains (page)) != NULL && chains->n_chains == 1
              && chains->chains[0].path[2] == NULL);
  g_assert_cmpstr (chains->chains[0].path[1], ==, "national-1:MS.10");
  g_assert_cmpint (chains->chains[0].reviews, >, N_RECORDS / 5);
  g_assert_false (tl_chains_page_look_for (page, "national-1:NO.4", ""));
}

/* Answers */

static void
gaps_are_grouped_by_their_words (Fixture      *fixture,
                                 gconstpointer data)
{
  TlAnswerPage *page = fixture->window->gaps;

  tl_library_window_show_page (fixture->window, "gaps");
  wait_for_answer (page);
  g_assert_cmpuint (tl_answer_page_get_answer (page)->rows->len, ==, 1);
  g_assert_true (says (GTK_WIDGET (page), "interpreter"));
  g_assert_true (tl_question_page_has_image (TL_QUESTION_PAGE (page)));
  g_assert_true (says (get_behind (page), "for the office’s own eyes"));
}

static void
words_are_found_marked_and_lead_to_the_record (Fixture      *fixture,
                                               gconstpointer data)
{
  TlAnswerPage *page = fixture->window->texts;
  const TlAnswer *answer;
  const TlInstance *instance;

  tl_question_set_internal (fixture->window->question, TRUE);
  tl_library_window_show_page (fixture->window, "search");
  g_assert_false (tl_question_page_has_answer (TL_QUESTION_PAGE (page)));
  tl_texts_page_look_for (page, "interpreter");
  WAIT_UNTIL ((answer = tl_answer_page_get_answer (page)) != NULL);
  g_assert_cmpint (tl_answer_page_get_chosen (page)->reviews, >, N_RECORDS / 10);

  instance = tl_answer_page_get_chosen (page)->instances->pdata[0];
  g_assert_cmpuint (((TlInstanceRecord *) instance->records->pdata[0])->marks->len, >, 0);

  g_autofree char *review = g_strdup (instance->review);
  gtk_widget_activate_action (get_behind (page), "win.show-learning-record", "s", review);
  WAIT_UNTIL (says (GTK_WIDGET (fixture->window->records), review));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "records");

  /* It is among the others, for which there is more to scroll than fits. */
  GtkWidget *table = find_within (GTK_WIDGET (fixture->window->records), GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *down = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (table));
  WAIT_UNTIL (gtk_adjustment_get_page_size (down) > 0);
  WAIT_UNTIL (gtk_adjustment_get_upper (down) > 2 * gtk_adjustment_get_page_size (down));
}

/* Maps */

static void
what_recurs_is_seen_on_a_map (Fixture      *fixture,
                              gconstpointer data)
{
  GtkWidget *page = find_within (GTK_WIDGET (fixture->window->recurring), TL_TYPE_ANSWER_PAGE);
  TlMapView *map;

  tl_library_window_show_page (fixture->window, "recurring");
  wait_for_answer (TL_ANSWER_PAGE (page));
  g_assert_cmpuint (tl_answer_page_get_answer (TL_ANSWER_PAGE (page))->rows->len, >, 0);
  map = TL_MAP_VIEW (tl_answer_page_get_picture (TL_ANSWER_PAGE (page)));
  g_assert_cmpuint (tl_map_view_get_picture (map)->factors->len, ==, G_N_ELEMENTS (way));
  g_assert_cmpuint (tl_map_view_get_picture (map)->links->len, ==, G_N_ELEMENTS (way_links));
}

static void
a_link_of_the_merged_map_is_walked_to_and_chosen (Fixture      *fixture,
                                                  gconstpointer data)
{
  GtkWidget *page = find_within (GTK_WIDGET (fixture->window->recurring), TL_TYPE_MERGED_PAGE), *map;
  const TlMerged *merged;
  const TlPicture *picture;
  TlAnswerTable *table = TL_ANSWER_TABLE (find_within (page, TL_TYPE_ANSWER_TABLE));
  const char *chosen;
  gboolean down;

  tl_parts_page_show (fixture->window->recurring, "merged");
  tl_library_window_show_page (fixture->window, "recurring");
  WAIT_UNTIL ((merged = tl_merged_page_get_merged (TL_MERGED_PAGE (page))) != NULL);
  map = find_within (page, TL_TYPE_MAP_VIEW);
  picture = tl_map_view_get_picture (TL_MAP_VIEW (map));

  /* The thickest links are those in most reviews, and each says in how many. */
  for (guint i = 1; i < picture->links->len; i++)
    g_assert_cmpfloat (tl_picture_get_link (picture, i)->thickness, <=,
                       tl_picture_get_link (picture, i - 1)->thickness);
  WAIT_UNTIL (gtk_widget_get_width (map) > 0);
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  WAIT_UNTIL (tl_map_view_get_chosen (TL_MAP_VIEW (map)) != NULL);

  /* From a card one key leads to a link, the next to its other end. */
  down = gtk_widget_child_focus (map, GTK_DIR_DOWN);
  WAIT_UNTIL (g_ascii_isdigit (tl_map_view_get_chosen (TL_MAP_VIEW (map))[0]) || !down);
  if (!g_ascii_isdigit (tl_map_view_get_chosen (TL_MAP_VIEW (map))[0]))
    g_assert_true (gtk_widget_child_focus (map, GTK_DIR_UP));
  chosen = tl_map_view_get_chosen (TL_MAP_VIEW (map));
  g_assert_true (g_ascii_isdigit (chosen[0]));
  g_assert_cmpint (tl_answer_table_get_chosen (table), ==, atoi (chosen));
  WAIT_UNTIL (says (page, "for the office’s own eyes"));
}

static void
a_finding_leads_to_others_like_it (Fixture      *fixture,
                                   gconstpointer data)
{
  GtkWidget *national;
  const TlAnswerRow *row;
  const TlInstance *instance;
  const char *finding = NULL;

  tl_question_set_internal (fixture->window->question, TRUE);
  tl_parts_page_show (fixture->window->findings, "national");
  tl_library_window_show_page (fixture->window, "findings");
  national = find_nth (GTK_WIDGET (fixture->window->findings), TL_TYPE_ANSWER_PAGE, 1);
  wait_for_answer (TL_ANSWER_PAGE (national));
  row = tl_answer_page_get_chosen (TL_ANSWER_PAGE (national));
  g_assert_cmpstr (row->keys[0], ==, "*");

  instance = row->instances->pdata[0];
  for (guint i = 0; i < instance->records->len; i++)
    if (g_str_equal (((TlInstanceRecord *) instance->records->pdata[i])->kind, "finding"))
      finding = ((TlInstanceRecord *) instance->records->pdata[i])->id;
  g_assert_nonnull (finding);
  gtk_widget_activate_action (get_behind (national), "win.findings-like", "(ss)", instance->review, finding);
  wait_for_answer (fixture->window->like);

  const TlAnswer *answer = tl_answer_page_get_answer (fixture->window->like);
  g_assert_cmpstr (((TlAnswerRow *) answer->rows->pdata[answer->rows->len - 1])->keys[0], ==, "all");
  g_assert_cmpint (((TlAnswerRow *) answer->rows->pdata[answer->rows->len - 1])->reviews, >, 0);
}

/* Saved questions */

static GtkWidget *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
ask_saved (Fixture    *fixture,
           const char *text,
           int         shown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlAsked) asked = tl_asked_parse (text, &error);

  g_assert_no_error (error);
  asked->shown = (TlAskedShown) shown;
  tl_library_save_question (fixture->library.library, "asked", asked, &error);
  g_assert_no_error (error);
  _tl_library_window_read_questions (fixture->window);

  g_autoptr (TlSavedQuestion) saved = tl_library_find_question (fixture->library.library, "asked", &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.ask-question", "x", saved->number);
}

/* Each is asked by the page that can, with all its choices, and that page says the same of itself. */
static void
a_saved_question_is_asked_with_all_its_choices (Fixture      *fixture,
                                                gconstpointer data)
{
  static const struct {
    const char *text;
    int         shown;
    const char *page;
  } cases[] = {
    { "themes --by region --years 2009-2012 --direct", TL_ASKED_SHOWN_CHARTS, "themes" },
    { "themes --by year --typology national-2", 0, "themes" },
    { "pairs --region london --coder lead", TL_ASKED_SHOWN_CATEGORIES | TL_ASKED_SHOWN_IN_ORDER, "pairs" },
    { "pairs --direct", 0, "pairs" },
    { "chains --length 3 --tested --all --age 1_to_4", 0, "chains" },
    { "chains 'national-1:TO.4@frontline > ** > * > national-1:RI.3'", 0, "chains" },
    { "chains 'national-2:T1 > *' --typology national-2", 0, NULL },
    { "recurring --tested", 0, "recurring" },
    { "merged --level frontline", 0, "recurring" },
    { "national", 0, "findings" },
    { "gaps --type serious_incident", 0, "gaps" },
    { "search '\"one visit\" -two' --method learning-together", 0, "search" },
    { "merged --min 30", 0, NULL },
    { "themes --by region,year", 0, NULL },
    { "like 00000000-0000-4000-8000-000000000000 1", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlAsked) told = g_new0 (TlAsked, 1);
      TlAnswerTerms terms;

      tl_library_window_show_page (fixture->window, "records");
      ask_saved (fixture, cases[i].text, cases[i].shown);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==,
                       cases[i].page != NULL ? cases[i].page : "records");
      if (cases[i].page == NULL)
        continue;

      GtkWidget *page = gtk_stack_get_visible_child (fixture->window->stack);

      g_assert_true (tl_question_page_tell (TL_QUESTION_PAGE (page), told));
      tl_question_get_terms (fixture->window->question, &terms);
      tl_population_copy (terms.population, &told->population);
      g_autofree char *text = tl_asked_dup_text (told);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpint (told->shown, ==, cases[i].shown);
    }
}

static guint
count_saved (Fixture *fixture)
{
  g_autoptr (GPtrArray) saved = tl_library_list_questions (fixture->library.library, NULL);

  return saved->len;
}

static void
one_is_saved_renamed_deleted_and_taken_back (Fixture      *fixture,
                                             gconstpointer data)
{
  TlSavedList *list = fixture->window->saved;
  GtkWidget *window = GTK_WIDGET (fixture->window);
  const TlSavedQuestion *saved;

  tl_library_window_show_page (fixture->window, "chains");
  gtk_widget_activate_action (window, "win.keep-question", "s", "Chains of ours");
  WAIT_UNTIL (tl_saved_list_has_name (list, "Chains of ours"));
  g_assert_true (says (GTK_WIDGET (list), "Chains of ours"));
  saved = tl_saved_list_find (list, 1);
  g_assert_cmpint (saved->asked->kind, ==, TL_ASKED_CHAINS);

  /* Asked for under a name that is taken, it says so; renamed to one, it can't be. */
  gtk_widget_activate_action (window, "win.keep-question", "s", "Another");
  WAIT_UNTIL (tl_saved_list_has_name (list, "Another"));
  gtk_widget_activate_action (window, "win.rename-question", "x", (gint64) 1);

  GtkWidget *dialog = find_dialog (TL_TYPE_NAME_QUESTION_DIALOG);
  GtkEditable *name = GTK_EDITABLE (find_within (dialog, ADW_TYPE_ENTRY_ROW));

  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Chains of ours");
  gtk_editable_set_text (name, "Another");
  g_assert_true (says (dialog, "Another question has this name."));
  gtk_editable_set_text (name, "  All chains ");
  g_signal_emit_by_name (name, "entry-activated");
  WAIT_UNTIL (tl_saved_list_has_name (list, "All chains") && !tl_saved_list_has_name (list, "Chains of ours"));

  gtk_widget_activate_action (window, "win.delete-question", "x", (gint64) 1);
  WAIT_UNTIL (!tl_saved_list_has_name (list, "All chains"));
  WAIT_UNTIL (says (window, "“All chains” was deleted"));
  g_assert_cmpuint (count_saved (fixture), ==, 1);
  gtk_widget_activate_action (window, "win.restore-question", "(ssi)", "All chains", "chains --length 2", 0);
  WAIT_UNTIL (tl_saved_list_has_name (list, "All chains"));
  g_assert_cmpuint (count_saved (fixture), ==, 2);
}

static void
nothing_is_saved_where_nothing_is_asked (Fixture      *fixture,
                                         gconstpointer data)
{
  tl_library_window_show_page (fixture->window, "search");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.save-question", NULL);
  WAIT_UNTIL (says (GTK_WIDGET (fixture->window), "Nothing is asked here yet"));
  g_assert_null (find_dialog (TL_TYPE_NAME_QUESTION_DIALOG));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/library-pages/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("a-planted-chain-flows-and-leads-to-its-reviews", a_planted_chain_flows_and_leads_to_its_reviews);
  ADD ("a-pattern-is-put-together", a_pattern_is_put_together);
  ADD ("gaps-are-grouped-by-their-words", gaps_are_grouped_by_their_words);
  ADD ("words-are-found-marked-and-lead-to-the-record", words_are_found_marked_and_lead_to_the_record);
  ADD ("what-recurs-is-seen-on-a-map", what_recurs_is_seen_on_a_map);
  ADD ("a-link-of-the-merged-map-is-walked-to-and-chosen", a_link_of_the_merged_map_is_walked_to_and_chosen);
  ADD ("a-finding-leads-to-others-like-it", a_finding_leads_to_others_like_it);
  ADD ("a-saved-question-is-asked-with-all-its-choices", a_saved_question_is_asked_with_all_its_choices);
  ADD ("one-is-saved-renamed-deleted-and-taken-back", one_is_saved_renamed_deleted_and_taken_back);
  ADD ("nothing-is-saved-where-nothing-is-asked", nothing_is_saved_where_nothing_is_asked);
#undef ADD
  return g_test_run ();
}
