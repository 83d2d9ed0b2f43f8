/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of a library as a person uses it: records, themes with their base, filters, adding, quarantine. */
#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tests/library-window-case.h"
#include "ui/widgets/tl-bar.h"
#include "ui/charts/tl-heat-map.h"
#include "ui/charts/tl-multiples.h"
#include "ui/charts/tl-pairs-table.h"
#include "ui/charts/tl-themes-chart.h"
#include "ui/charts/tl-themes-copy.h"
#include "ui/charts/tl-themes-line.h"
#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"
#include "ui/library/tl-add-report.h"
#include "ui/library/tl-withdraw-dialog.h"
#include "ui/window/tl-pairs-page.h"

#define N_RECORDS 12

typedef LibraryWindowCase Fixture;

static TlThemesChart *
get_chart (Fixture *fixture)
{
  return TL_THEMES_CHART (find_within (GTK_WIDGET (fixture->window->themes), TL_TYPE_THEMES_CHART));
}

static const TlThemes *
get_themes (Fixture *fixture)
{
  return tl_themes_page_get_themes (fixture->window->themes);
}

static guint
count_records (Fixture *fixture)
{
  GListModel *shown = tl_records_page_get_shown (fixture->window->records);
  return shown != NULL ? g_list_model_get_n_items (shown) : G_MAXUINT;
}

static gint64
get_base (Fixture *fixture)
{
  const TlThemes *themes = get_themes (fixture);
  return themes != NULL ? themes->columns[0].base : G_MININT64;
}

static void
open_window (Fixture *fixture)
{
  fixture->window = TL_LIBRARY_WINDOW (tl_library_window_new (NULL, fixture->library.library));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (count_records (fixture) == 0 || (count_records (fixture) <= N_RECORDS && get_themes (fixture) != NULL));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 3 };

  library_case_set_up_empty (&fixture->library, &options);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);
      gtk_window_destroy (window);
    }
  WAIT_UNTIL (fixture->window == NULL);

  TlLibrary *library = fixture->library.library;
  g_object_add_weak_pointer (G_OBJECT (library), (gpointer *) &fixture->library.library);
  g_object_unref (library);
  WAIT_UNTIL (fixture->library.library == NULL);
  library_case_tear_down (&fixture->library);
}

static void
test_empty (Fixture      *fixture,
            gconstpointer data)
{
  open_window (fixture);
  g_assert_cmpuint (count_records (fixture), ==, 0);
  g_assert_true (says (GTK_WIDGET (fixture->window->body), "A learning record is what a review passes on"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->body), ==, "empty");
  tl_library_window_show_page (fixture->window, "records");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->body), ==, "pages");
}

static GtkColumnViewColumn *
find_column (GtkColumnView *table,
             const char    *title)
{
  GListModel *columns = gtk_column_view_get_columns (table);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_title (column), title))
        return g_steal_pointer (&column);
    }
  return NULL;
}

static void
test_records (Fixture      *fixture,
              gconstpointer data)
{
  library_case_gather (&fixture->library);
  open_window (fixture);
  g_assert_cmpuint (count_records (fixture), ==, N_RECORDS);
  tl_library_window_show_page (fixture->window, "records");
  tl_records_page_show_part (fixture->window->records, "records");

  GtkWidget *table = find_within (GTK_WIDGET (fixture->window->records), GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) factors = find_column (GTK_COLUMN_VIEW (table), "Factors");
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (table), factors, GTK_SORT_DESCENDING);

  GListModel *shown = tl_records_page_get_shown (fixture->window->records);
  for (guint i = 1; i < N_RECORDS; i++)
    {
      g_autoptr (TlLibraryRecord) before = g_list_model_get_item (shown, i - 1);
      g_autoptr (TlLibraryRecord) record = g_list_model_get_item (shown, i);
      g_assert_cmpuint (tl_library_record_get_n_factors (before), >=, tl_library_record_get_n_factors (record));
    }

  g_autoptr (TlLibraryRecord) first = g_list_model_get_item (shown, 0);
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)), 0, TRUE);
  g_assert_true (says (GTK_WIDGET (fixture->window->records), tl_library_record_get_id (first)));
  g_assert_true (says (GTK_WIDGET (fixture->window->records), tl_library_record_get_summary (first)));
}

static void
test_themes (Fixture      *fixture,
             gconstpointer data)
{
  gboolean withheld = FALSE;

  library_case_gather (&fixture->library);
  open_window (fixture);
  tl_library_window_show_page (fixture->window, "themes");

  TlThemesChart *chart = get_chart (fixture);
  g_assert_cmpint (get_base (fixture), ==, N_RECORDS);
  g_assert_nonnull (strstr (tl_themes_chart_get_caption (chart), get_themes (fixture)->caption));
  g_assert_true (says (GTK_WIDGET (chart), "base 12"));

  GtkWidget *table = find_within (GTK_WIDGET (chart), GTK_TYPE_COLUMN_VIEW);
  GListModel *lines = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, get_themes (fixture)->n_rows);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TlThemesLine) line = g_list_model_get_item (lines, i);
      g_autofree char *sentence = tl_themes_line_dup_sentence (line, 0);

      /* The typology's order, whatever the counts are. */
      g_assert_cmpstr (tl_themes_line_get_row (line)->code, ==, get_themes (fixture)->rows[i].code);
      g_assert_nonnull (strstr (sentence, " of 12 reviews"));
      if (tl_themes_line_get_cell (line, 0)->reviews == TL_COUNT_WITHHELD)
        {
          g_assert_true (g_str_has_prefix (sentence, "c of 12"));
          withheld = TRUE;
        }
    }
  g_assert_true (withheld);
  g_assert_nonnull (strstr (tl_themes_chart_get_caption (chart), get_themes (fixture)->note));

  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)), 1, TRUE);
  g_assert_cmpstr (tl_themes_chart_get_code (chart), ==, get_themes (fixture)->rows[1].code);
  g_assert_true (says (GTK_WIDGET (fixture->window->themes), "Belongs here"));
}

static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }
  g_assert_true (handled);
}

/* The cell that is chosen is read out, and its line is chosen in the table. */
static void
test_pairs (Fixture      *fixture,
            gconstpointer data)
{
  library_case_gather (&fixture->library);
  open_window (fixture);
  tl_library_window_show_page (fixture->window, "pairs");

  TlPairsPage *page = TL_PAIRS_PAGE (find_within (GTK_WIDGET (fixture->window), TL_TYPE_PAIRS_PAGE));
  WAIT_UNTIL (tl_pairs_page_get_pairs (page) != NULL);
  TlHeatMap *map = TL_HEAT_MAP (find_within (GTK_WIDGET (page), TL_TYPE_HEAT_MAP));
  TlPairsTable *table = TL_PAIRS_TABLE (find_within (GTK_WIDGET (page), TL_TYPE_PAIRS_TABLE));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const TlPair *first = tl_heat_map_get_pair (map, &before);

  g_assert_nonnull (first);
  press (GTK_WIDGET (map), GDK_KEY_Down);
  press (GTK_WIDGET (map), GDK_KEY_Right);
  const TlPair *chosen = tl_heat_map_get_pair (map, &after);
  g_assert_true (chosen != first);
  g_assert_true (tl_pairs_table_get_pair (table) == chosen);
  g_assert_true (says (GTK_WIDGET (page), after));

  /* A step out of the triangle is none. */
  press (GTK_WIDGET (map), GDK_KEY_Right);
  g_assert_true (tl_heat_map_get_pair (map, NULL) == chosen);
  press (GTK_WIDGET (map), GDK_KEY_Home);
  g_assert_true (tl_heat_map_get_pair (map, NULL) != chosen);

  WAIT_UNTIL (says (GTK_WIDGET (page), "for the office’s own eyes"));
  tl_question_set_internal (fixture->window->question, TRUE);
  WAIT_UNTIL (says (GTK_WIDGET (page), "In no review") || says (GTK_WIDGET (page), "Review "));
  g_assert_true (tl_question_page_has_image (TL_QUESTION_PAGE (page)));
}

static void
test_small_charts (Fixture      *fixture,
                   gconstpointer data)
{
  library_case_gather (&fixture->library);
  open_window (fixture);
  tl_themes_page_choose_columns (fixture->window->themes, TL_FACET_YEAR);
  WAIT_UNTIL (get_themes (fixture) != NULL && get_themes (fixture)->n_columns > 1);
  tl_themes_chart_set_as_multiples (get_chart (fixture), TRUE);

  GtkWidget *multiples = find_within (GTK_WIDGET (get_chart (fixture)), TL_TYPE_MULTIPLES);
  g_assert_true (gtk_widget_get_child_visible (multiples));
  g_assert_true (says (multiples, get_themes (fixture)->rows[3].label));
  tl_multiples_choose (TL_MULTIPLES (multiples), get_themes (fixture)->rows[3].code);
  g_assert_cmpstr (tl_themes_chart_get_code (get_chart (fixture)), ==, get_themes (fixture)->rows[3].code);
  tl_themes_page_choose_columns (fixture->window->themes, TL_FACET_NONE);
  WAIT_UNTIL (get_themes (fixture) != NULL && get_themes (fixture)->n_columns == 1);
  g_assert_false (gtk_widget_get_child_visible (multiples));
}

static void
test_filters (Fixture      *fixture,
              gconstpointer data)
{
  gint64 reviews = 0;

  library_case_gather (&fixture->library);
  open_window (fixture);

  g_autoptr (TlLibraryRecord) record
      = g_list_model_get_item (tl_records_page_get_shown (fixture->window->records), 0);
  g_autofree char *year = g_strdup_printf ("%u", tl_library_record_get_year (record));
  TlPopulationBar *bar = fixture->window->population;
  TlAnswerTerms terms;

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autoptr (TlLibraryRecord) other
          = g_list_model_get_item (tl_records_page_get_shown (fixture->window->records), i);
      reviews += tl_library_record_get_year (other) == tl_library_record_get_year (record);
    }
  g_assert_cmpint (reviews, <, N_RECORDS);

  WAIT_UNTIL (tl_population_bar_choose (bar, TL_POPULATION_YEAR_FROM, year));
  g_assert_true (tl_population_bar_choose (bar, TL_POPULATION_YEAR_TO, year));
  tl_question_get_terms (fixture->window->question, &terms);
  g_assert_cmpuint (terms.population->year_from, ==, tl_library_record_get_year (record));
  g_assert_cmpuint (terms.population->year_to, ==, terms.population->year_from);
  WAIT_UNTIL (get_base (fixture) == (reviews <= TL_COUNT_DEFAULT_THRESHOLD ? TL_COUNT_WITHHELD : reviews));

  tl_question_reset (fixture->window->question);
  g_assert_true (tl_population_bar_choose (bar, TL_POPULATION_YEAR_FROM, ""));
  tl_themes_page_choose_columns (fixture->window->themes, TL_FACET_REGION);
  WAIT_UNTIL (get_themes (fixture) != NULL && get_themes (fixture)->n_columns > 1);
  g_assert_cmpint (get_base (fixture), ==, N_RECORDS);

  GtkWidget *table = find_within (GTK_WIDGET (get_chart (fixture)), GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (table))), ==,
                    get_themes (fixture)->n_columns + 1);

  g_autoptr (TlTableCopy) copy = tl_themes_copy_new (get_themes (fixture));
  const char *tabs = tl_table_copy_get_tabs (copy), *html = tl_table_copy_get_html (copy);
  g_assert_nonnull (strstr (tabs, get_themes (fixture)->caption));
  g_assert_nonnull (strstr (tabs, "reviews of 12"));
  g_assert_nonnull (strstr (html, "<td>c</td>"));
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->library.records, "minutes.xml", NULL);
  const char *paths[] = { fixture->library.records, NULL };
  g_autoptr (GError) error = NULL;
  GtkWidget *report = NULL;

  open_window (fixture);
  g_file_set_contents (other, "<minutes/>", -1, &error);
  g_assert_no_error (error);

  tl_library_window_add (fixture->window, paths);
  g_assert_true (gtk_revealer_get_reveal_child (
      GTK_REVEALER (find_within (GTK_WIDGET (fixture->window->add_bar), GTK_TYPE_REVEALER))));
  WAIT_UNTIL (count_records (fixture) == N_RECORDS && get_base (fixture) == N_RECORDS);
  g_assert_null (fixture->window->adding);
  g_assert_cmpstr (adw_window_title_get_subtitle (fixture->window->title), ==, "12 learning records");

  tl_library_window_show_page (fixture->window, "records");
  g_assert_true (says (GTK_WIDGET (fixture->window->records), "Quarantine (1)"));
  tl_records_page_show_part (fixture->window->records, "quarantine");
  WAIT_UNTIL (says (GTK_WIDGET (fixture->window->records), "minutes.xml"));
  g_assert_true (says (GTK_WIDGET (fixture->window->records), "Line 1"));

  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      if (TL_IS_ADD_REPORT (window))
        report = window;
    }
  g_assert_nonnull (report);
  g_assert_true (says (report, "minutes.xml"));
  g_assert_true (says (report, "12"));
}

static void
test_retry (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *good = g_build_filename (fixture->library.records, "generated-00001.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *paths[] = { fixture->library.records, NULL };

  g_file_get_contents (good, &text, NULL, &error);
  g_assert_no_error (error);
  g_file_set_contents (good, "<minutes/>", -1, &error);
  g_assert_no_error (error);
  open_window (fixture);
  tl_library_window_add (fixture->window, paths);
  WAIT_UNTIL (count_records (fixture) == N_RECORDS - 1);

  g_file_set_contents (good, text, -1, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.retry-quarantined", "s", good);
  WAIT_UNTIL (count_records (fixture) == N_RECORDS && get_base (fixture) == N_RECORDS);
}

static void
test_withdraw (Fixture      *fixture,
               gconstpointer data)
{
  GtkWidget *dialog, *entry;
  g_autofree char *review = NULL;

  library_case_gather (&fixture->library);
  open_window (fixture);
  WAIT_UNTIL (count_records (fixture) == N_RECORDS);
  g_autoptr (TlLibraryRecord) record
      = g_list_model_get_item (tl_records_page_get_shown (fixture->window->records), 0);
  review = g_strdup (tl_library_record_get_id (record));

  dialog = tl_withdraw_dialog_new (GTK_WINDOW (fixture->window), review);
  gtk_window_present (GTK_WINDOW (dialog));
  entry = find_nth (dialog, ADW_TYPE_ENTRY_ROW, 1);
  g_signal_emit_by_name (entry, "entry-activated");
  g_assert_cmpuint (count_records (fixture), ==, N_RECORDS);
  gtk_editable_set_text (GTK_EDITABLE (entry), "The board asked for it");
  g_signal_emit_by_name (entry, "entry-activated");
  WAIT_UNTIL (count_records (fixture) == N_RECORDS - 1 && get_base (fixture) == N_RECORDS - 1);

  g_autoptr (GPtrArray) log = tl_library_list_withdrawals (fixture->library.library, NULL);
  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (((TlWithdrawal *) g_ptr_array_index (log, 0))->review, ==, review);
  g_assert_cmpstr (((TlWithdrawal *) g_ptr_array_index (log, 0))->reason, ==, "The board asked for it");
}

static void
test_watch (Fixture      *fixture,
            gconstpointer data)
{
  g_assert_true (tl_library_watch (fixture->library.library, fixture->library.records, NULL));
  open_window (fixture);
  WAIT_UNTIL (count_records (fixture) == N_RECORDS && get_base (fixture) == N_RECORDS);
  WAIT_UNTIL (tl_folder_watch_get_n (fixture->window->watch) == 1);
}

static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  const char *paths[] = { fixture->library.records, NULL };

  open_window (fixture);
  tl_library_window_add (fixture->window, paths);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel-add", NULL);
  WAIT_UNTIL (fixture->window->adding == NULL);
  tl_library_window_add (fixture->window, paths);
  WAIT_UNTIL (count_records (fixture) == N_RECORDS);
}

static void
test_close (Fixture      *fixture,
            gconstpointer data)
{
  const char *paths[] = { fixture->library.records, NULL };

  open_window (fixture);
  tl_library_window_add (fixture->window, paths);
}

static void
test_bar (void)
{
  GtkWidget *bar = g_object_ref_sink (tl_bar_new ());

  tl_bar_set_count (TL_BAR (bar), 20, 100, 0.4, "20 of 100 reviews");
  g_assert_cmpfloat_with_epsilon (tl_bar_get_fraction (TL_BAR (bar)), 0.5, 1e-9);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                                     "20 of 100 reviews"));

  tl_bar_set_count (TL_BAR (bar), TL_COUNT_WITHHELD, 100, 0.4, "c of 100 reviews");
  g_assert_cmpfloat (tl_bar_get_fraction (TL_BAR (bar)), <, 0);
  g_assert_true (gtk_widget_has_css_class (bar, "withheld"));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW));

  tl_bar_set_count (TL_BAR (bar), 0, 100, 0.4, "0 of 100 reviews");
  g_assert_cmpfloat (tl_bar_get_fraction (TL_BAR (bar)), ==, 0);
  g_assert_false (gtk_widget_has_css_class (bar, "withheld"));

  /* Where it may go on is a part of its own. */
  tl_bar_set_perhaps (TL_BAR (bar), 0, 100, 0.4);
  g_assert_null (gtk_widget_get_next_sibling (gtk_widget_get_first_child (bar)));
  tl_bar_set_perhaps (TL_BAR (bar), 10, 100, 0.4);
  g_assert_nonnull (gtk_widget_get_next_sibling (gtk_widget_get_first_child (bar)));
  g_assert_cmpfloat (tl_bar_get_fraction (TL_BAR (bar)), ==, 0);
  g_assert_finalize_object (bar);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/library-window/a-withheld-count-has-no-bar", test_bar);
#define ADD(name, func) g_test_add ("/library-window/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("an-empty-library-says-what-a-record-is", test_empty);
  ADD ("records-sort-and-open", test_records);
  ADD ("themes-print-base-and-withhold-small-counts", test_themes);
  ADD ("pairs-are-gone-about-by-keys-and-read-out", test_pairs);
  ADD ("small-charts-have-a-chart-a-theme", test_small_charts);
  ADD ("a-filter-asks-anew", test_filters);
  ADD ("an-added-folder-is-listed-and-counted-and-its-faults-quarantined", test_add);
  ADD ("what-was-put-right-is-tried-again", test_retry);
  ADD ("a-review-is-withdrawn-only-with-a-reason", test_withdraw);
  ADD ("a-watched-folder-is-gathered-as-the-window-opens", test_watch);
  ADD ("adding-can-be-stopped-and-taken-up-again", test_cancel);
  ADD ("a-window-closed-while-adding-goes", test_close);
#undef ADD
  return g_test_run ();
}
