/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas follows what is looked at: what is hidden can't be picked, and going to it brings it back. */
#include "config.h"

#include "tests/support/canvas-window.h"
#include "ui/window/tl-graph-page.h"

static void
what_is_hidden_is_out_of_reach (CanvasWindow *fixture,
                                gconstpointer data)
{
  TlCanvasSight *sight = tl_canvas_get_sight (fixture->canvas);
  TlCanvasNode *other = canvas_get_node (fixture, OTHER), *cause = canvas_get_node (fixture, CAUSE);

  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "canvas.focus", NULL);
  g_assert_cmpint (other->sight, ==, TL_SIGHT_FADED);
  g_assert_true (gtk_widget_has_css_class (other->widget, "faded"));
  g_assert_true (gtk_widget_has_css_class (cause->widget, "marked"));
  tl_canvas_sight_set_hides_rest (sight, TRUE);
  g_assert_false (gtk_widget_get_child_visible (other->widget));
  g_assert_null (tl_canvas_scene_pick_node (fixture->canvas->scene, other->x, other->y));
  g_assert_true (tl_canvas_scene_pick_node (fixture->canvas->scene, cause->x, cause->y) == cause);

  tl_canvas_reveal (fixture->canvas, OTHER);
  g_assert_cmpint (tl_canvas_sight_get_mode (sight), ==, TL_SIGHT_EVERYTHING);
  g_assert_true (gtk_widget_get_child_visible (other->widget));
  g_assert_false (gtk_widget_has_css_class (cause->widget, "marked"));
}

/* Takes the factors @first and, where there is one, @second together and shows them as one card. */
static void
collapse (CanvasWindow *fixture,
          const char   *first,
          const char   *second)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  g_assert_true (tl_edit_set (edit, first, "category", "worker", &error));
  if (second != NULL)
    g_assert_true (tl_edit_set (edit, second, "category", "worker", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  tl_canvas_groups_collapse (tl_canvas_get_groups (fixture->canvas), TL_GROUPS_BY_CATEGORY, "worker");
  g_assert_cmpuint (fixture->canvas->cards->len, ==, 1);
}

static void
a_collapsed_group_is_one_card (CanvasWindow *fixture,
                               gconstpointer data)
{
  TlCanvasNode *cause = canvas_get_node (fixture, CAUSE);
  double x = cause->x, y = cause->y;

  collapse (fixture, CAUSE, OTHER);
  g_assert_false (tl_canvas_node_is_shown (cause));
  g_assert_false (tl_canvas_edge_is_shown (tl_canvas_scene_find_edge (fixture->canvas->scene, LINK)));
  g_assert_cmpfloat (cause->x, ==, x);
  g_assert_cmpfloat (cause->y, ==, y);

  g_signal_emit_by_name (g_array_index (fixture->canvas->cards, TlCanvasCard, 0).widget, "clicked");
  g_assert_cmpuint (fixture->canvas->cards->len, ==, 0);
  g_assert_true (tl_canvas_node_is_shown (cause));
}

static GtkWidget *
get_focus (CanvasWindow *fixture)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (fixture->canvas));
}

static void
a_card_has_the_keyboard_as_a_factor_has (CanvasWindow *fixture,
                                         gconstpointer data)
{
  GtkWidget *canvas = GTK_WIDGET (fixture->canvas), *card, *line;
  const char *group = "Group: The worker as a person, 2 factors, 0 links in, 1 link out";
  const char *links = "“The worker as a person” to “The visit was cut short”: 1 link";
  TlCanvasNode *effect = canvas_get_node (fixture, EFFECT);

  tl_selection_set_one (fixture->selection, CAUSE);
  _tl_canvas_keys_focus (fixture->canvas, CAUSE);
  collapse (fixture, CAUSE, OTHER);
  card = g_array_index (fixture->canvas->cards, TlCanvasCard, 0).widget;
  line = g_array_index (fixture->canvas->card_lines, TlCanvasCardLine, 0).widget;
  g_assert_true (get_focus (fixture) == card); /* what had it is part of the card now */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, group);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, links);
  g_assert_false (gtk_widget_has_css_class (line, "signed")); /* one link needs no number */

  gtk_widget_activate_action (canvas, "canvas.go", "s", "down");
  g_assert_true (get_focus (fixture) == effect->widget);
  gtk_widget_activate_action (canvas, "canvas.go", "s", "up");
  g_assert_true (get_focus (fixture) == card);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 0);
  gtk_widget_child_focus (canvas, GTK_DIR_TAB_FORWARD);
  g_assert_true (get_focus (fixture) == line);
  gtk_widget_activate_action (canvas, "canvas.go", "s", "down");
  g_assert_true (get_focus (fixture) == effect->widget);
  gtk_widget_activate_action (canvas, "canvas.go", "s", "up");
  gtk_widget_child_focus (canvas, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (canvas, GTK_DIR_TAB_BACKWARD);
  g_assert_true (get_focus (fixture) == card);

  g_assert_true (gtk_widget_activate (card)); /* as Enter and Space do */
  WAIT_UNTIL (fixture->canvas->cards->len == 0);
  g_assert_true (get_focus (fixture) == canvas_get_node (fixture, CAUSE)->widget);
}

static void
a_lens_shows_on_the_card (CanvasWindow *fixture,
                                          gconstpointer data)
{
  TlCanvasNode *cause = canvas_get_node (fixture, CAUSE);

  tl_canvas_lens_set_kind (tl_canvas_get_lens (fixture->canvas), TL_LENS_EVIDENCE);
  g_assert_true (gtk_widget_has_css_class (cause->widget, "lens"));
  tl_canvas_lens_set_kind (tl_canvas_get_lens (fixture->canvas), TL_LENS_NONE);
  g_assert_false (gtk_widget_has_css_class (cause->widget, "lens"));
}

static GtkWidget *
find_canvas (GtkWidget *widget)
{
  GtkWidget *found = TL_IS_CANVAS (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);
  return found;
}

static void
a_bar_does_not_push_the_picture_down (CanvasWindow *fixture,
                                      gconstpointer data)
{
  guint n_selection = G_OBJECT (fixture->selection)->ref_count, n_review = G_OBJECT (fixture->review)->ref_count;
  GtkWidget *page = tl_graph_page_new (fixture->selection, NULL), *canvas = find_canvas (page);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bar = gtk_widget_get_next_sibling (canvas);
  const char *const focus[] = { CAUSE, NULL };
  graphene_rect_t before, after;

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_width (canvas) > 0);
  double y = TL_CANVAS (canvas)->viewport.y;
  g_assert_true (gtk_widget_compute_bounds (canvas, page, &before));

  tl_canvas_sight_set_hides_rest (tl_canvas_get_sight (TL_CANVAS (canvas)), TRUE);
  tl_canvas_sight_focus (tl_canvas_get_sight (TL_CANVAS (canvas)), focus, 1);
  WAIT_UNTIL (gtk_widget_get_mapped (bar) && gtk_widget_get_height (bar) > 0);
  g_assert_cmpfloat (TL_CANVAS (canvas)->viewport.top, >, 20);
  g_assert_true (gtk_widget_compute_bounds (canvas, page, &after));
  g_assert_true (graphene_rect_equal (&before, &after));
  g_assert_cmpfloat (TL_CANVAS (canvas)->viewport.y, ==, y);

  gtk_widget_activate_action (canvas, "canvas.show-everything", NULL);
  g_assert_cmpfloat (TL_CANVAS (canvas)->viewport.top, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_UNTIL (G_OBJECT (fixture->selection)->ref_count == n_selection);
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == n_review);
}

/* The Enter key comes sooner than any pause in typing. */
static void
enter_goes_to_what_was_typed_last (CanvasWindow *fixture,
                                   gconstpointer data)
{
  GtkWidget *page = tl_graph_page_new (fixture->selection, NULL), *canvas = find_canvas (page);
  GtkWidget *window = gtk_window_new (), *entry;
  TlCanvasSight *sight = tl_canvas_get_sight (TL_CANVAS (canvas));

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_width (canvas) > 0);
  gtk_widget_activate_action (canvas, "canvas.find", NULL);
  entry = gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "visit");
  WAIT_UNTIL (tl_canvas_sight_get_n_items (sight) == 1);

  gtk_editable_set_text (GTK_EDITABLE (entry), "as");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (tl_canvas_sight_get_n_items (sight), ==, 3);
  g_assert_cmpuint (tl_canvas_sight_get_position (sight), ==, 0);
  g_signal_emit_by_name (entry, "activate");
  g_signal_emit_by_name (entry, "search-changed"); /* as after the pause */
  g_assert_cmpuint (tl_canvas_sight_get_position (sight), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The sight holds the review, and so its file: neither may stay behind with a search that had the keyboard. */
static void
a_search_leaves_nothing_behind (CanvasWindow *fixture,
                               gconstpointer data)
{
  guint n_selection = G_OBJECT (fixture->selection)->ref_count, n_review = G_OBJECT (fixture->review)->ref_count;
  GtkWidget *page = tl_graph_page_new (fixture->selection, NULL), *canvas = find_canvas (page);
  GtkWidget *window = gtk_window_new ();
  TlCanvasSight *sight = tl_canvas_get_sight (TL_CANVAS (canvas));
  GtkWidget *focus;

  g_object_add_weak_pointer (G_OBJECT (sight), (gpointer *) &sight);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 700);
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  WAIT_UNTIL (gtk_widget_get_width (canvas) > 0);

  gtk_widget_activate_action (canvas, "canvas.find", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_TEXT (focus));
  WAIT_UNTIL (gtk_widget_has_focus (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "visit");
  WAIT_UNTIL (tl_canvas_sight_get_n_items (sight) > 0);
  g_signal_emit_by_name (gtk_widget_get_parent (focus), "stop-search"); /* as Escape does */
  g_assert_cmpint (tl_canvas_sight_get_mode (sight), ==, TL_SIGHT_EVERYTHING);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (focus != NULL && (focus == canvas || gtk_widget_is_ancestor (focus, canvas)));
  gtk_window_destroy (GTK_WINDOW (window));
  WAIT_UNTIL (sight == NULL);
  WAIT_UNTIL (G_OBJECT (fixture->selection)->ref_count == n_selection);
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == n_review);
}

int
main (int   argc,
      char *argv[])
{
  const struct {
    const char *path;
    void (*test) (CanvasWindow *, gconstpointer);
  } tests[] = {
    { "/see/what-is-hidden-is-out-of-reach", what_is_hidden_is_out_of_reach },
    { "/see/a-collapsed-group-is-one-card", a_collapsed_group_is_one_card },
    { "/see/a-card-has-the-keyboard-as-a-factor-has", a_card_has_the_keyboard_as_a_factor_has },
    { "/see/a-bar-does-not-push-the-picture-down", a_bar_does_not_push_the_picture_down },
    { "/see/enter-goes-to-what-was-typed-last", enter_goes_to_what_was_typed_last },
    { "/see/a-search-leaves-nothing-behind", a_search_leaves_nothing_behind },
    { "/see/a-lens-shows-on-the-card", a_lens_shows_on_the_card },
  };

  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, CanvasWindow, NULL, canvas_set_up, tests[i].test, canvas_tear_down);
  return g_test_run ();
}
