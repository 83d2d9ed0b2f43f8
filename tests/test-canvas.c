/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canvas as a person looks at it, selects and moves, in a real window. */
#include "config.h"

#include "tests/support/canvas-window.h"

static void
test_looking_writes_nothing (CanvasWindow *fixture,
                             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (canvas_factors); i++)
    {
      TlCanvasNode *node = canvas_get_node (fixture, canvas_factors[i].id);

      g_assert_true (node->placed);
      g_assert_false (node->stored);
      g_assert_cmpint (tl_record_get_int (node->record, "x", UNPLACED), ==, UNPLACED);
    }
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->y, <, canvas_get_node (fixture, EFFECT)->y);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (fixture->review))), ==, 1);
}

static void
test_first_move_keeps_all (CanvasWindow *fixture,
                           gconstpointer data)
{
  double y = canvas_get_node (fixture, EFFECT)->y, x = canvas_get_node (fixture, CAUSE)->x;

  canvas_drag (fixture, CAUSE, -60, 0);
  g_assert_cmpint (tl_record_get_int (canvas_get_node (fixture, EFFECT)->record, "y", UNPLACED), ==,
                   (gint64) (y + 0.5));
  g_assert_cmpint (tl_record_get_int (canvas_get_node (fixture, CAUSE)->record, "x", UNPLACED), <, (gint64) x - 50);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tl_review_get_history (fixture->review))), ==, 2);
  canvas_undo (fixture);
  g_assert_cmpint (tl_record_get_int (canvas_get_node (fixture, EFFECT)->record, "y", UNPLACED), ==, UNPLACED);
  WAIT_UNTIL (!fixture->canvas->layout_running && canvas_get_node (fixture, EFFECT)->placed);
  g_assert_cmpfloat (canvas_get_node (fixture, CAUSE)->x, ==, x);
}

static void
test_click_selects (CanvasWindow *fixture,
                    gconstpointer data)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (fixture->canvas->scene, LINK);
  double x, y;

  canvas_drag (fixture, CAUSE, 0, 0);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, CAUSE);
  g_assert_true (gtk_widget_has_css_class (canvas_get_node (fixture, CAUSE)->widget, "selected"));
  g_assert_true (gtk_widget_has_focus (canvas_get_node (fixture, CAUSE)->widget));
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Begin");

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, edge->middle.x, edge->middle.y, &x, &y);
  canvas_press (fixture, x, y);
  canvas_let_go (fixture, 0, 0);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, LINK);
  g_assert_false (gtk_widget_has_css_class (canvas_get_node (fixture, CAUSE)->widget, "selected"));

  canvas_press (fixture, 990, 690);
  canvas_let_go (fixture, 0, 0);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 0);
}

static void
test_rubber_band (CanvasWindow *fixture,
                  gconstpointer data)
{
  graphene_rect_t left, right;

  _tl_canvas_get_view_rect (fixture->canvas, canvas_get_node (fixture, CAUSE), &left);
  _tl_canvas_get_view_rect (fixture->canvas, canvas_get_node (fixture, OTHER), &right);
  canvas_press (fixture, left.origin.x + 10, left.origin.y - 8);
  g_assert_cmpint (fixture->canvas->tool, ==, TL_CANVAS_TOOL_RUBBER_BAND);
  canvas_move_by (fixture, right.origin.x - left.origin.x + 20, 30);
  canvas_let_go (fixture, right.origin.x - left.origin.x + 20, 30);
  g_assert_true (tl_selection_contains (fixture->selection, CAUSE));
  g_assert_true (tl_selection_contains (fixture->selection, OTHER));
  g_assert_false (tl_selection_contains (fixture->selection, EFFECT));
}

static void
test_moving_is_one_edit (CanvasWindow *fixture,
                         gconstpointer data)
{
  TlCanvasNode *node = canvas_get_node (fixture, CAUSE);
  double scale = tl_canvas_viewport_get_scale (&fixture->canvas->viewport);

  canvas_drag (fixture, CAUSE, 50 * scale, 20 * scale);
  g_assert_cmpint (tl_record_get_int (node->record, "x", 0), ==, canvas_factors[0].x + 50);
  g_assert_cmpint (tl_record_get_int (node->record, "y", 0), ==, canvas_factors[0].y + 20);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "frontline");
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Move factor “Caseloads were high”");
  g_assert_cmpfloat (node->x, ==, canvas_factors[0].x + 50);

  canvas_undo (fixture);
  g_assert_cmpfloat (node->x, ==, canvas_factors[0].x);
  g_assert_cmpfloat (node->y, ==, canvas_factors[0].y);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Begin");
}

static void
test_snaps (CanvasWindow *fixture,
            gconstpointer data)
{
  TlCanvasNode *node = canvas_get_node (fixture, CAUSE);
  double scale = tl_canvas_viewport_get_scale (&fixture->canvas->viewport), x, y;

  canvas_get_spot (fixture, CAUSE, &x, &y);
  canvas_press (fixture, x, y);
  canvas_move_by (fixture, 60 * scale, 40 * scale);
  g_assert_cmpuint (fixture->canvas->snap.n_guides, ==, 0);
  canvas_move_by (fixture, 60 * scale, 3 * scale); /* OTHER stands beside it */
  g_assert_cmpuint (fixture->canvas->snap.n_guides, >, 0);
  g_assert_cmpfloat_with_epsilon (node->dy, 0, 1e-3);
  canvas_let_go (fixture, 60 * scale, 3 * scale);
  g_assert_cmpuint (fixture->canvas->snap.n_guides, ==, 0);
  g_assert_cmpint (tl_record_get_int (node->record, "y", 0), ==, canvas_factors[0].y);
  g_assert_cmpint (tl_record_get_int (node->record, "x", 0), ==, canvas_factors[0].x + 60);
}

static void
test_border_moves_the_view (CanvasWindow *fixture,
                            gconstpointer data)
{
  TlCanvas *canvas = fixture->canvas;
  double x, y, before = canvas->viewport.x;

  canvas_get_spot (fixture, OTHER, &x, &y);
  canvas_press (fixture, x, y);
  canvas_move_by (fixture, canvas->viewport.width - 4 - x, 0);
  WAIT_UNTIL (canvas->viewport.x > before + 40);
  g_assert_cmpfloat (canvas_get_node (fixture, OTHER)->dx, >, 40);
  _tl_canvas_pointer_cancel (canvas);
  WAIT_UNTIL (canvas->drift_id == 0);
}

static void
test_overview (CanvasWindow *fixture,
               gconstpointer data)
{
  TlCanvas *canvas = fixture->canvas;
  double x, y;

  tl_canvas_fit (canvas);
  g_assert_false (gtk_widget_get_child_visible (canvas->overview));
  tl_canvas_viewport_zoom_at (&canvas->viewport, 4, 0, 0);
  _tl_canvas_view_changed (canvas);
  g_assert_true (gtk_widget_get_child_visible (canvas->overview));

  /* Its middle is that of the graph. */
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (canvas->overview);
  g_autoptr (GObject) drag = g_list_model_get_item (controllers, 0);
  graphene_rect_t content;

  g_signal_emit_by_name (drag, "drag-begin", gtk_widget_get_width (canvas->overview) / 2.0 - 1,
                         gtk_widget_get_height (canvas->overview) / 2.0 - 1);
  tl_canvas_scene_get_content (canvas->scene, &content);
  tl_canvas_viewport_to_view (&canvas->viewport, content.origin.x + content.size.width / 2,
                              content.origin.y + content.size.height / 2, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, (canvas->viewport.left + canvas->viewport.width) / 2, 60);
  g_assert_cmpfloat_with_epsilon (y, canvas->viewport.height / 2, 60);

  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.overview", NULL);
  g_assert_false (gtk_widget_get_child_visible (canvas->overview));
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.overview", NULL);
  g_assert_true (gtk_widget_get_child_visible (canvas->overview));
}

static void
test_shows_selected (CanvasWindow *fixture,
                     gconstpointer data)
{
  TlCanvas *canvas = fixture->canvas;
  double x, y;

  tl_selection_set_one (fixture->selection, EFFECT);
  gtk_widget_activate_action (GTK_WIDGET (canvas), "canvas.fit-selected", NULL);
  g_assert_cmpfloat (canvas->viewport.zoom, ==, 1);
  canvas_get_spot (fixture, EFFECT, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, canvas->viewport.height / 2, 1);
}

static void
test_moving_several (CanvasWindow *fixture,
                     gconstpointer data)
{
  tl_selection_set_many (fixture->selection, (const char *const[]) { CAUSE, OTHER, NULL });
  canvas_drag (fixture, CAUSE, 40, 0);
  g_assert_cmpint (tl_record_get_int (canvas_get_node (fixture, OTHER)->record, "x", 0), >, canvas_factors[2].x);
  g_assert_cmpint (tl_record_get_int (canvas_get_node (fixture, EFFECT)->record, "x", 0), ==, canvas_factors[1].x);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Move 2 factors");
}

static void
test_another_lane_is_another_level (CanvasWindow *fixture,
                                    gconstpointer data)
{
  TlCanvasNode *node = canvas_get_node (fixture, OTHER);
  double scale = tl_canvas_viewport_get_scale (&fixture->canvas->viewport);

  canvas_drag (fixture, OTHER, 0, 300 * scale);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "case");
  g_assert_cmpuint (node->band, ==, 3);
  canvas_undo (fixture);
  g_assert_cmpstr (tl_record_get_text (node->record, "level"), ==, "frontline");
  g_assert_cmpint (tl_record_get_int (node->record, "y", 0), ==, canvas_factors[2].y);
}

static void
test_lane_grows (CanvasWindow *fixture,
                 gconstpointer data)
{
  TlCanvasBand *band = tl_canvas_scene_get_band (fixture->canvas->scene, 2);
  double scale = tl_canvas_viewport_get_scale (&fixture->canvas->viewport);
  double by = band->bottom - 2 - canvas_get_node (fixture, OTHER)->y;

  canvas_drag (fixture, OTHER, 0, by * scale);
  g_assert_cmpstr (tl_record_get_text (canvas_get_node (fixture, OTHER)->record, "level"), ==, "frontline");
  g_assert_cmpint (tl_record_get_int (canvas_get_node (fixture, EFFECT)->record, "y", 0), >, canvas_factors[1].y);
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (fixture->canvas->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (fixture->canvas->scene, i);
      TlCanvasBand *lane = tl_canvas_scene_get_band (fixture->canvas->scene, node->band);

      g_assert_cmpfloat (node->y - TL_CANVAS_FACTOR_HEIGHT / 2.0, >=, lane->top);
      g_assert_cmpfloat (node->y + TL_CANVAS_FACTOR_HEIGHT / 2.0, <=, lane->bottom);
    }
}

static void
test_escape_puts_back (CanvasWindow *fixture,
                       gconstpointer data)
{
  TlCanvasNode *node = canvas_get_node (fixture, CAUSE);
  double x, y;

  canvas_get_spot (fixture, CAUSE, &x, &y);
  canvas_press (fixture, x, y);
  canvas_move_by (fixture, 100, 100);
  g_assert_cmpfloat (node->dx, >, 0);
  _tl_canvas_pointer_cancel (fixture->canvas);
  g_assert_cmpfloat (node->dx, ==, 0);
  canvas_let_go (fixture, 100, 100);
  g_assert_cmpint (tl_record_get_int (node->record, "x", 0), ==, canvas_factors[0].x);
  g_assert_cmpstr (canvas_get_undo_label (fixture), ==, "Begin");
}

static void
test_names (CanvasWindow *fixture,
            gconstpointer data)
{
  TlCanvasEdge *edge = tl_canvas_scene_find_edge (fixture->canvas->scene, LINK);

  gtk_test_accessible_assert_role (canvas_get_node (fixture, CAUSE)->widget, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (canvas_get_node (fixture, CAUSE)->widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Caseloads were high");
  gtk_test_accessible_assert_property (edge->widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Caseloads were high contributes to The visit was cut short");
  g_assert_true (gtk_widget_get_focusable (edge->widget));
  tl_selection_set_one (fixture->selection, CAUSE);
  gtk_test_accessible_assert_state (canvas_get_node (fixture, CAUSE)->widget, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

static void
test_arrows_walk (CanvasWindow *fixture,
                  gconstpointer data)
{
  tl_selection_set_one (fixture->selection, CAUSE);
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_DOWN);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, EFFECT);
  g_assert_true (gtk_widget_has_focus (canvas_get_node (fixture, EFFECT)->widget));
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_UP);
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_RIGHT);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, OTHER);
  _tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_LEFT);
  g_assert_true (_tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, LINK);
  g_assert_false (_tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_TAB_FORWARD));
  g_assert_true (_tl_canvas_keys_move_on (fixture->canvas, GTK_DIR_TAB_BACKWARD));
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, CAUSE);
}

static void
test_other_edits_show (CanvasWindow *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, "Elsewhere", &error);
  g_autofree char *id = tl_edit_add (edit, "factor", NULL, &error);
  g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);

  tl_edit_set (edit, id, "statement", "It rained", &error);
  tl_edit_set (edit, link, "cause", id, &error);
  tl_edit_set (edit, link, "effect", EFFECT, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  TlCanvasNode *node = canvas_get_node (fixture, id);
  g_assert_true (node->placed);
  g_assert_false (node->stored);
  g_assert_cmpuint (tl_canvas_scene_get_n_bands (fixture->canvas->scene), ==, 5); /* it has no level yet */
  g_assert_cmpuint (canvas_get_node (fixture, EFFECT)->n_causes, ==, 2);
}

/* The factors and links that are widgets in view; some others are kept for when they are needed again. */
static guint
count_shown (TlCanvas *canvas)
{
  guint n = 0;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (canvas->scene); i++)
    {
      GtkWidget *widget = tl_canvas_scene_get_node (canvas->scene, i)->widget;
      n += widget != NULL && gtk_widget_get_child_visible (widget);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (canvas->scene); i++)
    {
      GtkWidget *widget = tl_canvas_scene_get_edge (canvas->scene, i)->widget;
      n += widget != NULL && gtk_widget_get_child_visible (widget);
    }
  return n;
}

static void
test_thousands (CanvasWindow *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, "Many", &error);
  g_autofree char *before = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = tl_edit_add (edit, "factor", NULL, &error);
      g_autofree char *statement = g_strdup_printf ("Factor %u", i);

      tl_edit_set (edit, id, "statement", statement, &error);
      tl_edit_set (edit, id, "level", "frontline", &error);
      tl_edit_set_int (edit, id, "x", (i % 100) * 260, &error);
      tl_edit_set_int (edit, id, "y", (i / 100) * 140, &error);
      if (before != NULL && i % 3 == 0)
        {
          g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);

          tl_edit_set (edit, link, "cause", before, &error);
          tl_edit_set (edit, link, "effect", id, &error);
        }
      g_free (before);
      before = g_steal_pointer (&id);
    }
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_canvas_scene_get_n_nodes (fixture->canvas->scene), ==, 5000);

  tl_canvas_fit (fixture->canvas);
  g_assert_cmpuint (count_shown (fixture->canvas), ==, 0);
  tl_canvas_reveal (fixture->canvas, before);
  g_assert_nonnull (canvas_get_node (fixture, before)->widget);
  g_assert_cmpuint (count_shown (fixture->canvas), >, 0);
  g_assert_cmpuint (count_shown (fixture->canvas), <, 120);
  g_assert_cmpuint (fixture->canvas->n_widgets, <, 400);
}

#define ADD(name, setting, function)                                                                                   \
  g_test_add ("/canvas/" name, CanvasWindow, GINT_TO_POINTER (setting), canvas_set_up, function,                \
              canvas_tear_down)

int
main (int   argc,
      char *argv[])
{
  /* Not with directories of its own, where GTK would miss its settings' schemas: with-display sees to that. */
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();

  ADD ("looking-at-a-review-without-places-writes-nothing", NO_PLACES, test_looking_writes_nothing);
  ADD ("the-first-move-keeps-all-places", NO_PLACES, test_first_move_keeps_all);
  ADD ("a-click-selects", 0, test_click_selects);
  ADD ("a-rubber-band-selects-what-it-touches", 0, test_rubber_band);
  ADD ("moving-is-one-edit-and-undo-moves-back", 0, test_moving_is_one_edit);
  ADD ("a-factor-snaps-in-line-with-others", 0, test_snaps);
  ADD ("what-is-held-at-the-border-moves-the-view", 0, test_border_moves_the_view);
  ADD ("the-overview-leads-to-what-is-pressed", 0, test_overview);
  ADD ("what-is-selected-is-shown-whole", 0, test_shows_selected);
  ADD ("what-is-selected-moves-together", 0, test_moving_several);
  ADD ("another-lane-is-another-level", 0, test_another_lane_is_another_level);
  ADD ("a-lane-grows-for-what-is-put-at-its-edge", 0, test_lane_grows);
  ADD ("escape-puts-a-moved-factor-back", 0, test_escape_puts_back);
  ADD ("factors-and-links-are-named", 0, test_names);
  ADD ("arrows-walk-along-links-and-lanes", 0, test_arrows_walk);
  ADD ("what-others-change-is-shown", 0, test_other_edits_show);
  ADD ("five-thousand-factors-have-few-widgets", EMPTY, test_thousands);

  return g_test_run ();
}
