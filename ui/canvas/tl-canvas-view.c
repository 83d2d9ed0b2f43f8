/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of a graph is in view, and that it moves: while it does, widgets are made a few at a time, and what shows is the
 * picture that tl-canvas-paint.c keeps of it. */
#define G_LOG_DOMAIN "tl-canvas"

#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

/* A graph that is opened is never shown smaller than this, for nothing could be read of it. */
#define FIRST_ZOOM 0.6
/* Of what is there, so many pixels always stay in sight. */
#define KEEP_IN_SIGHT 80
/* Milliseconds without movement after which the view rests; microseconds at a time for widgets that it still lacks. */
#define REST_DELAY 120
#define MOVING_BUDGET 2000
#define RESTING_BUDGET 8000

/**
 * _tl_canvas_populate:
 *
 * Has the widgets that are near the view.
 */
void
_tl_canvas_populate (TlCanvas *self)
{
  g_clear_handle_id (&self->populate_id, g_source_remove);
  if (self->scene == NULL || self->viewport.width <= 0)
    return;
  _tl_canvas_lanes_wrap (self);
  _tl_canvas_overview_update (self);
  _tl_canvas_children_populate (self, self->moving ? MOVING_BUDGET : -1);
  _tl_canvas_keys_follow (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
show_view (TlCanvas *self)
{
  graphene_rect_t content;

  tl_canvas_scene_get_content (self->scene, &content);
  tl_canvas_viewport_clamp (&self->viewport, &content, KEEP_IN_SIGHT);
  _tl_canvas_populate (self);
  _tl_canvas_pointer_update_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "zoom");
}

/* What moved is as it was when the movement began; what rests is painted as it is now. */
static void
rest (TlCanvas *self)
{
  self->moving = FALSE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (!_tl_canvas_is_plain (self))
    tl_canvas_picture_forget (self->whole);
}

static gboolean
rest_cb (gpointer data)
{
  TlCanvas *self = data;

  self->rest_id = 0;
  if (self->scene == NULL || _tl_canvas_children_populate (self, RESTING_BUDGET))
    rest (self);
  else
    self->rest_id = g_idle_add (rest_cb, self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/**
 * _tl_canvas_view_changed:
 *
 * The viewport is elsewhere at once.
 */
void
_tl_canvas_view_changed (TlCanvas *self)
{
  if (self->scene == NULL)
    return;
  rest (self);
  show_view (self);
}

/**
 * _tl_canvas_view_moved:
 *
 * The viewport has moved or zoomed a little, and may go on doing so.
 */
void
_tl_canvas_view_moved (TlCanvas *self)
{
  if (self->scene == NULL)
    return;
  self->moving = TRUE;
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_DELAY, rest_cb, self);
  show_view (self);
}

/**
 * _tl_canvas_fit_now:
 *
 * Fits, without showing it yet.
 */
void
_tl_canvas_fit_now (TlCanvas *self)
{
  graphene_rect_t content;

  self->fit_wanted = FALSE;
  tl_canvas_scene_get_content (self->scene, &content);
  tl_canvas_viewport_fit (&self->viewport, &content, TL_CANVAS_FIT_PADDING, 1);
}

/* The outcome that stands lowest, which is where reading a graph begins. */
static TlCanvasNode *
find_lowest_outcome (TlCanvas *self)
{
  TlMethod *method = tl_canvas_scene_get_method (self->scene);
  TlCanvasNode *lowest = NULL;

  for (guint i = 0; method != NULL && i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      if (node->placed && (lowest == NULL || node->y > lowest->y)
          && tl_method_get_factor_role (method, tl_record_get_text (node->record, "kind")) == TL_FACTOR_ROLE_OUTCOME)
        lowest = node;
    }
  return lowest;
}

/**
 * _tl_canvas_show_first:
 *
 * Fits; but the first time that a review is seen it stays near enough to read, and what does not fit then is left out
 * of sight above the outcomes.
 */
void
_tl_canvas_show_first (TlCanvas *self)
{
  TlCanvasViewport *viewport = &self->viewport;
  TlCanvasNode *outcome = find_lowest_outcome (self);
  gboolean is_first = self->first_view;
  graphene_rect_t rect;

  _tl_canvas_fit_now (self);
  self->first_view = FALSE;
  if (!is_first || viewport->zoom >= FIRST_ZOOM)
    return;
  tl_canvas_viewport_zoom_at (viewport, FIRST_ZOOM, viewport->width / 2, viewport->height / 2);
  if (outcome == NULL)
    return;

  double scale = tl_canvas_viewport_get_scale (viewport);
  tl_canvas_node_get_rect (outcome, &rect);
  viewport->x = outcome->x - (viewport->left + viewport->width - viewport->right) / 2 / scale;
  viewport->y = rect.origin.y + rect.size.height - (viewport->height - TL_CANVAS_FIT_PADDING) / scale;
}

/**
 * _tl_canvas_show_selected:
 *
 * Shows the factors and links that are selected, as near as they can be seen whole, and at 100 % at most.
 */
void
_tl_canvas_show_selected (TlCanvas *self)
{
  guint n = self->scene != NULL && self->selection != NULL ? tl_selection_get_n (self->selection) : 0;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, 0, 0), rect;

  for (guint i = 0; i < n; i++)
    {
      const char *id = tl_selection_get_id (self->selection, i);
      TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, id);
      TlCanvasEdge *edge = tl_canvas_scene_find_edge (self->scene, id);

      if (node != NULL && tl_canvas_node_is_shown (node))
        tl_canvas_node_get_rect (node, &rect);
      else if (edge != NULL && tl_canvas_edge_is_shown (edge))
        rect = edge->bounds;
      else
        continue;
      graphene_rect_union (all.size.width > 0 ? &all : &rect, &rect, &all);
    }
  if (all.size.width <= 0 || self->viewport.width <= 0)
    return;
  tl_canvas_viewport_fit (&self->viewport, &all, TL_CANVAS_FIT_PADDING, 1);
  _tl_canvas_view_changed (self);
}

/**
 * tl_canvas_set_covered:
 * @top: pixels at the upper edge that something else covers
 *
 * What is gone to from now on is shown below that. What is in view stays where it is.
 */
void
tl_canvas_set_covered (TlCanvas *self,
                       double    top)
{
  g_return_if_fail (TL_IS_CANVAS (self));

  self->viewport.top = top;
}
