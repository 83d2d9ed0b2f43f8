/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas by keyboard, through the actions that the keys stand for; and what assistive technology is told. */
#include "config.h"

#include "tests/support/canvas-window.h"

static void
press (CanvasWindow *fixture,
       const char   *action,
       const char   *target)
{
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, "s", target);
  else
    gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL);
}

/* What has the keyboard, by the widget that has it. */
static GtkWidget *
get_focus (CanvasWindow *fixture)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (fixture->canvas));
}

static void
assert_at (CanvasWindow *fixture,
           const char   *id)
{
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, id);
  g_assert_true (get_focus (fixture) == canvas_get_node (fixture, id)->widget);
}

static void
begin_at (CanvasWindow *fixture,
          const char   *id)
{
  tl_selection_set_one (fixture->selection, id);
  _tl_canvas_keys_focus (fixture->canvas, id);
  assert_at (fixture, id);
}

static void
test_arrows_walk (CanvasWindow *fixture,
                  gconstpointer data)
{
  begin_at (fixture, CAUSE);
  press (fixture, "canvas.go", "down"); /* along the link */
  assert_at (fixture, EFFECT);
  press (fixture, "canvas.go", "up");
  assert_at (fixture, CAUSE);
  press (fixture, "canvas.go", "right"); /* along the lane */
  assert_at (fixture, OTHER);
  press (fixture, "canvas.go", "right"); /* and no farther */
  assert_at (fixture, OTHER);
  press (fixture, "canvas.go", "down"); /* no link: what stands there */
  assert_at (fixture, EFFECT);
  press (fixture, "canvas.go", "top");
  assert_at (fixture, CAUSE);
  press (fixture, "canvas.go", "last");
  assert_at (fixture, OTHER);
  press (fixture, "canvas.go", "bottom");
  assert_at (fixture, EFFECT);
}

static void
test_selecting (CanvasWindow *fixture,
                gconstpointer data)
{
  begin_at (fixture, CAUSE);
  press (fixture, "canvas.extend", "right");
  assert_at (fixture, OTHER);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  press (fixture, "canvas.look", "left"); /* the keyboard alone goes on */
  g_assert_true (get_focus (fixture) == canvas_get_node (fixture, CAUSE)->widget);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  press (fixture, "canvas.toggle", NULL);
  g_assert_false (tl_selection_contains (fixture->selection, CAUSE));
  g_assert_true (tl_selection_contains (fixture->selection, OTHER));
}

static void
test_a_run_of_moves_is_undone_as_one (CanvasWindow *fixture,
                                      gconstpointer data)
{
  double x = canvas_get_node (fixture, CAUSE)->x;

  begin_at (fixture, CAUSE);
  press (fixture, "canvas.move", "right");
  press (fixture, "canvas.move", "right");
  press (fixture, "canvas.move-finely", "left");
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->x, >, x + 24);
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->x, <, x + 48);
  assert_at (fixture, CAUSE);
  canvas_undo (fixture);
  g_assert_cmpfloat_with_epsilon (canvas_get_node (fixture, CAUSE)->x, x, 0.1);
}

static void
test_levels (CanvasWindow *fixture,
             gconstpointer data)
{
  guint band = canvas_get_node (fixture, CAUSE)->band;

  begin_at (fixture, CAUSE);
  press (fixture, "canvas.level-up", NULL);
  g_assert_cmpuint (canvas_get_node (fixture, CAUSE)->band, ==, band - 1);
  assert_at (fixture, CAUSE);
  press (fixture, "canvas.level-down", NULL);
  g_assert_cmpuint (canvas_get_node (fixture, CAUSE)->band, ==, band);
  canvas_undo (fixture);
  canvas_undo (fixture);
  press (fixture, "canvas.level-up", NULL);
  press (fixture, "canvas.level-up", NULL);
  press (fixture, "canvas.level-up", NULL); /* there is no more */
  g_assert_cmpuint (canvas_get_node (fixture, CAUSE)->band, ==, 0);
}

static void
test_the_keyboard_is_never_lost (CanvasWindow *fixture,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  begin_at (fixture, OTHER);
  press (fixture, "canvas.delete", NULL);
  assert_at (fixture, CAUSE); /* what was nearest */
  canvas_undo (fixture);
  assert_at (fixture, CAUSE);
  press (fixture, "canvas.delete", NULL);
  assert_at (fixture, OTHER);
  press (fixture, "canvas.delete", NULL);
  press (fixture, "canvas.delete", NULL);
  g_assert_cmpuint (canvas_count (fixture, "factor"), ==, 0);
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  tl_review_undo (fixture->review, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_says (GtkWidget  *widget,
             const char *name,
             const char *description)
{
  g_autofree char *other_name
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_autofree char *other_description
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);

  g_assert_cmpstr (other_name, ==, NULL);
  g_assert_cmpstr (other_description, ==, NULL);
}

static void
test_what_is_said (CanvasWindow *fixture,
                   gconstpointer data)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (fixture->canvas->scene, LINK);

  assert_says (canvas_get_node (fixture, CAUSE)->widget, "Caseloads were high",
               "Condition, Front line, contributed to by 0, contributes to 1");
  assert_says (edge->widget, "Caseloads were high contributes to The visit was cut short", "contributes to");
  g_assert_true (gtk_test_accessible_has_relation (edge->widget, GTK_ACCESSIBLE_RELATION_FLOW_TO));
  press (fixture, "canvas.go", "down");
  tl_selection_set_one (fixture->selection, CAUSE);
  press (fixture, "canvas.pin", NULL);
  assert_says (canvas_get_node (fixture, CAUSE)->widget, "Caseloads were high",
               "Condition, Front line, pinned, contributed to by 0, contributes to 1");
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void (*test) (CanvasWindow *, gconstpointer);
  } tests[] = {
    { "/canvas/keys/arrows-walk-along-links-and-lanes", test_arrows_walk },
    { "/canvas/keys/shift-extends-and-ctrl-space-toggles", test_selecting },
    { "/canvas/keys/a-run-of-moves-is-undone-as-one", test_a_run_of_moves_is_undone_as_one },
    { "/canvas/keys/a-factor-goes-up-and-down-levels", test_levels },
    { "/canvas/keys/the-keyboard-is-never-lost", test_the_keyboard_is_never_lost },
    { "/canvas/keys/factors-and-links-say-what-they-are", test_what_is_said },
  };

  adw_init ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, CanvasWindow, NULL, canvas_set_up, tests[i].test, canvas_tear_down);
  return g_test_run ();
}
