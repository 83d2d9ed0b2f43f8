/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the pages of a library's window look and are gone about: they fit small screens and large letters, nothing is cut
 * off, every one takes the keyboard, and Enter leads from a count to what stands behind it, Escape back. */
#include "config.h"

#include <adwaita.h>

#include "tests/library-window-case.h"
#include "ui/canvas/tl-map-view.h"
#include "ui/charts/tl-answer-table.h"
#include "ui/charts/tl-flow-chart.h"
#include "ui/charts/tl-heat-map.h"
#include "ui/library/tl-behind-list.h"
#include "ui/widgets/tl-footnote.h"
#include "ui/widgets/tl-look-behind.h"

#define N_RECORDS 200

typedef LibraryWindowCase Fixture;

static const guint8 way[][2] = { { 0, 1 }, { 1, 2 } };
#define PLANT(...) { .codes = (const char *const[]) { __VA_ARGS__ }, .n_codes = 3, .links = way, .n_links = 2, \
                     .percent = 25 }
static const TlPlant plants[] = {
  PLANT ("TO.4", "MS.10", "RI.3"), PLANT ("FP.2", "LW.10", "HR.1"), PLANT ("RI.1", "FP.10", "FP.6"),
};

/* A window of a size is as it was asked for only if it was before it was shown. */
static void
set_up_sized (Fixture *fixture,
              int      width,
              int      height)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 3, .n_factors = 30, .plants = plants,
                                      .n_plants = G_N_ELEMENTS (plants) };

  library_case_set_up (&fixture->library, &options);
  fixture->window = TL_LIBRARY_WINDOW (tl_library_window_new (NULL, fixture->library.library));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->window->n_records == N_RECORDS);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  set_up_sized (fixture, 1360, 800);
}

static void
set_up_small (Fixture      *fixture,
              gconstpointer data)
{
  set_up_sized (fixture, 1024, 600);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  library_window_case_tear_down (fixture);
}

/* What of a type is seen on the page that is shown. */
static GtkWidget *
find_seen (Fixture *fixture,
           GType    type)
{
  GtkWidget *page = gtk_stack_get_visible_child (fixture->window->stack), *found;

  for (guint n = 0; (found = find_nth (page, type, n)) != NULL; n++)
    if (gtk_widget_get_mapped (found))
      return found;
  return NULL;
}

static void
show_part (Fixture           *fixture,
           const char *const  part[2])
{
  tl_library_window_show_page (fixture->window, part[0]);
  if (part[1] != NULL)
    tl_parts_page_show (TL_PARTS_PAGE (gtk_stack_get_visible_child (fixture->window->stack)), part[1]);
  WAIT_UNTIL (_tl_library_window_get_answering (fixture->window) != NULL);
}

static const char *const pages[] = { "themes", "pairs",  "chains",  "recurring", "findings",
                                     "gaps",   "search", "release", "records" };

static void
check_fits (Fixture *fixture,
            int      width,
            int      height)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      int least_width, least_height;

      tl_library_window_show_page (fixture->window, pages[i]);
      gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
      gtk_widget_measure (window, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
      g_test_message ("%s: %d × %d", pages[i], least_width, least_height);
      g_assert_cmpint (least_width, <=, width);
      g_assert_cmpint (least_height, <=, height);
    }
}

static void
every_page_takes_the_keyboard_and_fits_a_small_screen (Fixture      *fixture,
                                                       gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_widget_activate_action (window, "win.library-page", "s", pages[i]);

      GtkWidget *page = gtk_stack_get_visible_child (fixture->window->stack);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

      g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, page));
      WAIT_UNTIL (i > 3 || _tl_library_window_get_answering (fixture->window) != NULL);
    }
  check_fits (fixture, 1024, 600);
}

/* As on a laptop, with letters twice as large. */
static void
every_page_fits_a_screen_with_large_letters (Fixture      *fixture,
                                             gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  check_fits (fixture, 1280, 720);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* Rows of the table of an answer of which more than half is seen. */
static guint
count_seen_rows (Fixture *fixture)
{
  GtkWidget *table = find_seen (fixture, TL_TYPE_ANSWER_TABLE);
  GtkWidget *list = table != NULL ? find_within (table, GTK_TYPE_LIST_VIEW) : NULL;
  guint n = 0;

  if (list == NULL)
    return 0;
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t at;

      if (gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, list, &at) && at.size.height > 0
          && at.origin.y >= 0 && at.origin.y + at.size.height / 2 < (float) gtk_widget_get_height (list))
        n++;
    }
  return n;
}

/* What was counted stands last, and is not cut off. */
static gboolean
is_whole (Fixture *fixture)
{
  GtkWidget *caption = find_seen (fixture, TL_TYPE_FOOTNOTE);
  graphene_rect_t at;

  return gtk_widget_compute_bounds (caption, GTK_WIDGET (fixture->window), &at)
         && at.origin.y + at.size.height <= (float) gtk_widget_get_height (GTK_WIDGET (fixture->window));
}

static void
several_rows_of_an_answer_are_seen_on_a_small_screen (Fixture      *fixture,
                                                      gconstpointer data)
{
  static const char *const answers[][2] = {
    { "chains", NULL }, { "recurring", "recurring" }, { "recurring", "merged" }, { "findings", "national" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      show_part (fixture, answers[i]);
      WAIT_UNTIL (count_seen_rows (fixture) >= 2);
      g_assert_true (is_whole (fixture));
    }
}

/* However little room there is, what lanes are called can be read. */
static void
names_of_lanes_stand_one_beneath_the_other (Fixture      *fixture,
                                            gconstpointer data)
{
  static const char *const merged[] = { "recurring", "merged" };
  float bottom = 0;
  guint n = 0;

  show_part (fixture, merged);

  GtkWidget *map = find_seen (fixture, TL_TYPE_MAP_VIEW);

  WAIT_UNTIL (gtk_widget_get_height (map) > 0 && gtk_widget_get_width (gtk_widget_get_first_child (map)) > 0);
  for (GtkWidget *name = gtk_widget_get_first_child (map); name != NULL; name = gtk_widget_get_next_sibling (name))
    if (gtk_widget_has_css_class (name, "lane-name"))
      {
        graphene_rect_t at;

        g_assert_true (gtk_widget_compute_bounds (name, map, &at));
        g_assert_cmpfloat (at.origin.y, >=, bottom);
        bottom = at.origin.y + at.size.height;
        n++;
      }
  g_assert_cmpuint (n, >, 1);
}

/* Going about */

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* Presses Enter on the first row of the table that is seen; returns the row. */
static GtkWidget *
enter_first_row (Fixture *fixture)
{
  GtkWidget *list = find_within (find_seen (fixture, GTK_TYPE_COLUMN_VIEW), GTK_TYPE_LIST_VIEW);
  GtkWidget *row = gtk_widget_get_first_child (list);

  g_assert_true (gtk_widget_grab_focus (row));
  g_assert_true (gtk_widget_activate_action (row, "list.activate-item", "u", 0));
  return row;
}

static gboolean
is_behind (Fixture *fixture)
{
  return gtk_widget_is_ancestor (get_focus (fixture), find_seen (fixture, TL_TYPE_BEHIND_LIST));
}

static void
enter_leads_behind_a_count_and_escape_back (Fixture      *fixture,
                                            gconstpointer data)
{
  static const char *const parts[][2] = {
    { "themes", NULL }, { "pairs", NULL }, { "chains", NULL }, { "recurring", "recurring" }, { "recurring", "merged" },
    { "findings", "national" },
  };
  GtkWidget *window = GTK_WIDGET (fixture->window);

  tl_question_set_internal (fixture->window->question, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      show_part (fixture, parts[i]);

      GtkWidget *row = enter_first_row (fixture);

      g_assert_true (is_behind (fixture));
      gtk_widget_activate_action (get_focus (fixture), "way.back", NULL);
      g_assert_true (get_focus (fixture) == row);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, parts[i][0]);

      /* What it leads to is there when it is gone to again; from a review on to its record, and all the way back. */
      WAIT_UNTIL (find_within (find_seen (fixture, TL_TYPE_BEHIND_LIST), GTK_TYPE_LIST_BOX_ROW) != NULL);
      enter_first_row (fixture);

      GtkWidget *review = get_focus (fixture);

      g_assert_true (GTK_IS_LIST_BOX_ROW (review) && is_behind (fixture));
      gtk_widget_activate (review);
      g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "records");
      gtk_widget_activate_action (window, "way.back", NULL);
      g_assert_true (get_focus (fixture) == review);
      gtk_widget_activate_action (window, "way.back", NULL);
      g_assert_true (get_focus (fixture) == row);
      gtk_widget_activate_action (window, "way.back", NULL);
      g_assert_true (get_focus (fixture) == row);
    }
}

static void
what_is_counted_but_protected_says_so (Fixture      *fixture,
                                       gconstpointer data)
{
  show_part (fixture, (const char *const[]) { "chains", NULL });
  enter_first_row (fixture);
  g_assert_true (is_behind (fixture) && GTK_IS_LABEL (get_focus (fixture)));
}

static void
charts_lead_behind_too (Fixture      *fixture,
                        gconstpointer data)
{
  static const char *const parts[][2] = { { "chains", NULL }, { "pairs", NULL }, { "recurring", "recurring" } };
  const GType charts[] = { TL_TYPE_FLOW_CHART, TL_TYPE_HEAT_MAP, TL_TYPE_MAP_VIEW };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      show_part (fixture, parts[i]);

      GtkWidget *chart = find_seen (fixture, charts[i]);

      g_assert_true (gtk_widget_child_focus (chart, GTK_DIR_TAB_FORWARD));

      GtkWidget *focus = get_focus (fixture);

      gtk_widget_activate_action (focus, TL_LOOK_BEHIND, NULL);
      g_assert_true (is_behind (fixture));
      gtk_widget_activate_action (get_focus (fixture), "way.back", NULL);
      g_assert_true (get_focus (fixture) == focus);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, prepare, func) g_test_add ("/library-looks/" name, Fixture, NULL, prepare, func, tear_down)
  ADD ("every-page-takes-the-keyboard-and-fits-a-small-screen", set_up,
       every_page_takes_the_keyboard_and_fits_a_small_screen);
  ADD ("every-page-fits-a-screen-with-large-letters", set_up, every_page_fits_a_screen_with_large_letters);
  ADD ("several-rows-of-an-answer-are-seen-on-a-small-screen", set_up_small,
       several_rows_of_an_answer_are_seen_on_a_small_screen);
  ADD ("names-of-lanes-stand-one-beneath-the-other", set_up_small, names_of_lanes_stand_one_beneath_the_other);
  ADD ("enter-leads-behind-a-count-and-escape-back", set_up, enter_leads_behind_a_count_and_escape_back);
  ADD ("what-is-counted-but-protected-says-so", set_up, what_is_counted_but_protected_says_so);
  ADD ("charts-lead-behind-too", set_up, charts_lead_behind_too);
#undef ADD
  return g_test_run ();
}
