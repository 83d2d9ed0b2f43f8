/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with a canvas over a small review: set up, used through gestures and actions, and taken down without a
 * trace. */
#include "config.h"

#include "tests/support/canvas-window.h"

#include <glib/gstdio.h>

#include "model/review/tl-review-file.h"

const CanvasFactor canvas_factors[3] = {
  { "11111111-1111-4111-8111-111111111111", "Caseloads were high", 2, 200, 100 },
  { "22222222-2222-4222-8222-222222222222", "The visit was cut short", 3, 200, 400 },
  { "33333333-3333-4333-8333-333333333333", "Nobody asked", 2, 520, 100 },
};

static void
write_first (TlReview *review,
             gboolean  with_places)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlMethod) method
      = tl_method_lookup (tl_record_get_text (tl_review_get_subject (review), "method"), &error);
  g_assert_no_error (error);
  TlEdit *edit = tl_edit_begin (review, "Begin", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (canvas_factors); i++)
    {
      g_free (tl_edit_add (edit, "factor", canvas_factors[i].id, &error));
      tl_edit_set (edit, canvas_factors[i].id, "statement", canvas_factors[i].statement, &error);
      const char *level = tl_method_get_level (method, canvas_factors[i].level)->key;

      tl_edit_set (edit, canvas_factors[i].id, "level", level, &error);
      tl_edit_set (edit, canvas_factors[i].id, "kind", "condition", &error);
      if (with_places)
        {
          tl_edit_set_int (edit, canvas_factors[i].id, "x", canvas_factors[i].x, &error);
          tl_edit_set_int (edit, canvas_factors[i].id, "y", canvas_factors[i].y, &error);
        }
    }
  g_free (tl_edit_add (edit, "link", LINK, &error));
  tl_edit_set (edit, LINK, "cause", CAUSE, &error);
  tl_edit_set (edit, LINK, "effect", EFFECT, &error);
  tl_edit_set (edit, LINK, "kind", "contributes", &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
show (CanvasWindow *fixture)
{
  fixture->selection = tl_selection_new (fixture->review);
  fixture->canvas = TL_CANVAS (tl_canvas_new ());
  tl_canvas_set_review (fixture->canvas, fixture->review);
  tl_canvas_set_selection (fixture->canvas, fixture->selection);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_window_present (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->canvas->viewport.width > 0 && !fixture->canvas->layout_running
             && fixture->canvas->populate_id == 0);
}

void
canvas_set_up (CanvasWindow *fixture,
               gconstpointer data)
{
  Setting setting = (Setting) GPOINTER_TO_INT (data);
  g_autoptr (GError) error = NULL;

  fixture->path = make_path ("canvas.throughline");
  tl_review_create_titled (fixture->path, 0, "A case", (setting & ACCIMAP) != 0 ? "accimap" : "learning-together",
                           "england_2010", &error);
  g_assert_no_error (error);
  fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  if ((setting & EMPTY) == 0)
    write_first (fixture->review, (setting & NO_PLACES) == 0);
  if ((setting & READ_ONLY) != 0)
    {
      g_assert_finalize_object (fixture->review);
      fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_READ_ONLY, &error);
      g_assert_no_error (error);
    }
  show (fixture);
}

void
canvas_tear_down (CanvasWindow *fixture,
                  gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->canvas), (gpointer *) &fixture->canvas);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  WAIT_UNTIL (fixture->canvas == NULL && fixture->window == NULL);
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->review);
  g_free (fixture->path);
}

TlCanvasNode *
canvas_get_node (CanvasWindow *fixture,
                 const char *id)
{
  TlCanvasNode *node = tl_canvas_scene_find_node (fixture->canvas->scene, id);

  g_assert_nonnull (node);
  return node;
}

void
canvas_get_spot (CanvasWindow *fixture,
                 const char *id,
                 double     *x,
                 double     *y)
{
  TlCanvasNode *node = canvas_get_node (fixture, id);

  tl_canvas_viewport_to_view (&fixture->canvas->viewport, node->x, node->y, x, y);
}

guint
canvas_count (CanvasWindow *fixture,
              const char *kind)
{
  return tl_record_list_get_n (tl_review_get_list (fixture->review, kind));
}

const char *
canvas_get_undo_label (CanvasWindow *fixture)
{
  return tl_history_get_undo_label (tl_review_get_history (fixture->review));
}

GtkEventController *
canvas_find_controller (CanvasWindow *fixture,
                        GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller; /* the canvas keeps it */
    }
  g_assert_not_reached ();
}

GtkEventController *
canvas_find_drop_target (CanvasWindow *fixture,
                         GType         dropped)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller)
          && gdk_content_formats_contain_gtype (gtk_drop_target_get_formats (GTK_DROP_TARGET (controller)), dropped))
        return controller; /* the canvas keeps it */
    }
  g_assert_not_reached ();
}

void
canvas_press (CanvasWindow *fixture,
              double   x,
              double   y)
{
  g_signal_emit_by_name (canvas_find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-begin", x, y);
}

void
canvas_move_by (CanvasWindow *fixture,
                double   dx,
                double   dy)
{
  g_signal_emit_by_name (canvas_find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-update", dx, dy);
}

void
canvas_let_go (CanvasWindow *fixture,
               double   dx,
               double   dy)
{
  g_signal_emit_by_name (canvas_find_controller (fixture, GTK_TYPE_GESTURE_DRAG), "drag-end", dx, dy);
}

void
canvas_drag (CanvasWindow *fixture,
             const char *id,
             double      dx,
             double      dy)
{
  double x, y;

  canvas_get_spot (fixture, id, &x, &y);
  canvas_press (fixture, x, y);
  canvas_move_by (fixture, dx / 2, dy / 2);
  canvas_move_by (fixture, dx, dy);
  canvas_let_go (fixture, dx, dy);
}

/* Draws a link from the lower edge of one factor to the middle of another. */
void
canvas_draw_link (CanvasWindow *fixture,
                  const char *cause,
                  const char *effect)
{
  graphene_rect_t rect;
  double x, y;

  tl_selection_set_one (fixture->selection, cause);
  _tl_canvas_get_view_rect (fixture->canvas, canvas_get_node (fixture, cause), &rect);
  canvas_get_spot (fixture, effect, &x, &y);
  canvas_press (fixture, rect.origin.x + rect.size.width / 2, rect.origin.y + rect.size.height);
  g_assert_cmpint (fixture->canvas->tool, ==, TL_CANVAS_TOOL_CONNECT);
  x -= rect.origin.x + rect.size.width / 2;
  y -= rect.origin.y + rect.size.height;
  canvas_move_by (fixture, x, y);
  canvas_let_go (fixture, x, y);
}

void
canvas_type (CanvasWindow *fixture,
             const char *text,
             gboolean    keep)
{
  g_assert_true (_tl_canvas_entry_is_open (fixture->canvas));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->canvas->entry_text)), text, -1);
  _tl_canvas_entry_close (fixture->canvas, keep);
}

const char *
canvas_get_notice (CanvasWindow *fixture)
{
  return gtk_widget_get_visible (fixture->canvas->notice)
             ? gtk_label_get_label (GTK_LABEL (fixture->canvas->notice))
             : NULL;
}

void
canvas_undo (CanvasWindow *fixture)
{
  g_autoptr (GError) error = NULL;

  tl_review_undo (fixture->review, NULL, NULL, &error);
  g_assert_no_error (error);
}
