/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas follows what is looked at: what is hidden can't be picked, and going to it brings it back. */
#include "config.h"

#include "tests/support/canvas-window.h"

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

static void
a_collapsed_group_is_one_card (CanvasWindow *fixture,
                               gconstpointer data)
{
  TlCanvasGroups *groups = tl_canvas_get_groups (fixture->canvas);
  TlCanvasNode *cause = canvas_get_node (fixture, CAUSE);
  double x = cause->x, y = cause->y;
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, NULL, &error);

  g_assert_true (tl_edit_set (edit, CAUSE, "category", "worker", &error));
  g_assert_true (tl_edit_set (edit, OTHER, "category", "worker", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  tl_canvas_groups_collapse (groups, TL_GROUPS_BY_CATEGORY, "worker");
  g_assert_cmpuint (fixture->canvas->cards->len, ==, 1);
  g_assert_false (tl_canvas_node_is_shown (cause));
  g_assert_false (tl_canvas_edge_is_shown (tl_canvas_scene_find_edge (fixture->canvas->scene, LINK)));
  g_assert_cmpfloat (cause->x, ==, x);
  g_assert_cmpfloat (cause->y, ==, y);

  g_signal_emit_by_name (g_ptr_array_index (fixture->canvas->cards, 0), "clicked");
  g_assert_cmpuint (fixture->canvas->cards->len, ==, 0);
  g_assert_true (tl_canvas_node_is_shown (cause));
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
