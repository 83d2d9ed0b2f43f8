/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What happened and why, as the Overview lays them side by side. */
#include "config.h"

#include <adwaita.h>

#include "model/review/tl-history.h"
#include "narrative-case.h"
#include "tests/window-case.h"
#include "ui/checks/tl-balance-view.h"

typedef struct {
  char        *path;
  TlReview    *review;
  TlCheckList *checks;
  GtkWidget   *window;
  GtkWidget   *view;
  char        *visit; /* an event that nothing explains */
  char        *gone_to;
} Fixture;

static void
go_cb (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  Fixture *fixture = data;

  g_free (fixture->gone_to);
  fixture->gone_to
      = g_strdup_printf ("%s %s", g_action_get_name (G_ACTION (action)), g_variant_get_string (parameter, NULL));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const GActionEntry actions[] = { { "reveal", go_cb, "s" }, { "page", go_cb, "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->review = open_new (&fixture->path);
  fixture->visit = add_record (fixture->review, "event", "title", "A visit", NULL);
  g_free (add_record (fixture->review, "event", "title", "A <call> & more", NULL));
  g_free (add_factor (fixture->review, "31 families"));
  fixture->checks = tl_check_list_new (fixture->review);
  tl_check_list_refresh (fixture->checks);

  fixture->view = tl_balance_view_new (fixture->checks);
  fixture->window = gtk_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->checks);
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_remove (fixture->path);
  g_free (fixture->path);
  g_free (fixture->visit);
  g_free (fixture->gone_to);
}

/* The row of a side, as they stand from the top. */
static AdwExpanderRow *
get_side (Fixture *fixture,
          guint    side)
{
  return ADW_EXPANDER_ROW (find_nth (fixture->view, ADW_TYPE_EXPANDER_ROW, side));
}

/* The first of an expander row is the row itself. */
static AdwPreferencesRow *
get_row (Fixture *fixture,
         guint    side,
         guint    n)
{
  GtkWidget *row = find_nth (GTK_WIDGET (get_side (fixture, side)), ADW_TYPE_ACTION_ROW, n + 1);
  return row != NULL ? ADW_PREFERENCES_ROW (row) : NULL;
}

static guint
count_rows (Fixture *fixture,
            guint    side)
{
  guint n = 0;

  while (get_row (fixture, side, n) != NULL)
    n++;
  return n;
}

static void
test_each_side_opens_to_its_places (Fixture      *fixture,
                                    gconstpointer data)
{
  const guint events = 0;

  WAIT_UNTIL (count_rows (fixture, events) == 2);
  g_assert_true (adw_expander_row_get_enable_expansion (get_side (fixture, events)));

  adw_expander_row_set_expanded (get_side (fixture, events), TRUE);
  for (guint i = 0; i < 2; i++)
    if (strstr (adw_preferences_row_get_title (get_row (fixture, events, i)), "A visit") != NULL)
      gtk_widget_activate (GTK_WIDGET (get_row (fixture, events, i)));

  g_autofree char *place = g_strdup_printf ("reveal %s", fixture->visit);
  g_assert_cmpstr (fixture->gone_to, ==, place);
}

/* At a level nobody has looked at there is no place but the page. */
static void
test_what_is_not_there_is_looked_for_in_the_graph (Fixture      *fixture,
                                                   gconstpointer data)
{
  const guint levels = 2;

  WAIT_UNTIL (count_rows (fixture, levels) > 0);
  adw_expander_row_set_expanded (get_side (fixture, levels), TRUE);
  gtk_widget_activate (GTK_WIDGET (get_row (fixture, levels, 0)));
  g_assert_cmpstr (fixture->gone_to, ==, "page graph");
}

/* A side that says nothing else now keeps its rows; one that is done folds up and says so. */
static void
test_it_follows_the_review (Fixture      *fixture,
                            gconstpointer data)
{
  const guint events = 0, levels = 2;
  g_autoptr (GError) error = NULL;
  TlRecordList *list = tl_review_get_list (fixture->review, "event");

  WAIT_UNTIL (count_rows (fixture, events) == 2 && count_rows (fixture, levels) > 0);
  AdwPreferencesRow *kept = get_row (fixture, levels, 0);
  g_autofree char *question = g_strdup (adw_expander_row_get_subtitle (get_side (fixture, events)));
  g_autofree char *both = g_strdup_printf ("%s %s", tl_record_get_id (tl_record_list_get (list, 0)),
                                           tl_record_get_id (tl_record_list_get (list, 1)));

  g_free (add_record (fixture->review, "episode", "title", "The spring", "events", both, NULL));
  WAIT_UNTIL (count_rows (fixture, events) == 0);
  g_assert_false (adw_expander_row_get_enable_expansion (get_side (fixture, events)));
  g_assert_cmpstr (adw_expander_row_get_subtitle (get_side (fixture, events)), !=, question);
  g_assert_true (get_row (fixture, levels, 0) == kept);

  tl_review_undo (fixture->review, NULL, NULL, &error);
  g_assert_no_error (error);
  WAIT_UNTIL (count_rows (fixture, events) == 2);
  g_assert_cmpstr (adw_expander_row_get_subtitle (get_side (fixture, events)), ==, question);
}

/* While nobody sees it, it does nothing; when it is seen again it is right. */
static void
test_it_rests_while_it_is_not_seen (Fixture      *fixture,
                                    gconstpointer data)
{
  const guint events = 0;

  WAIT_UNTIL (count_rows (fixture, events) == 2);
  gtk_widget_set_visible (fixture->view, FALSE);
  remove_record (fixture->review, fixture->visit);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (count_rows (fixture, events), ==, 2);
  gtk_widget_set_visible (fixture->view, TRUE);
  WAIT_UNTIL (count_rows (fixture, events) == 1);
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *path;
    void      (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/balance-view/each-side-opens-to-its-places", test_each_side_opens_to_its_places },
    { "/balance-view/what-is-not-there-is-looked-for-in-the-graph",
      test_what_is_not_there_is_looked_for_in_the_graph },
    { "/balance-view/it-follows-the-review", test_it_follows_the_review },
    { "/balance-view/it-rests-while-it-is-not-seen", test_it_rests_while_it_is_not_seen },
  };

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
