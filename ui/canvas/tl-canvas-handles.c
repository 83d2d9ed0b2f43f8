/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What links are drawn from: handles at the edges of a factor, grips at the ends of the link that is selected; and the
 * link that is being drawn, with its word of what will come of it. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"
#include "ui/canvas/tl-canvas-links.h"
#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

#define HANDLE_RADIUS 6.5
#define HANDLE_REACH 12.0
#define GRIP_RADIUS 5.0
#define SIGN_RADIUS 11.0

static void
get_handle_point (const TlCanvasNode *node,
                  TlCanvasHandle      handle,
                  TlLayoutPoint      *point)
{
  graphene_rect_t rect;

  tl_canvas_node_get_rect (node, &rect);
  point->x = rect.origin.x + rect.size.width / 2;
  point->y = handle == TL_CANVAS_HANDLE_CAUSE ? rect.origin.y : rect.origin.y + rect.size.height;
}

/* Where the curve leaves its cause or reaches its effect. */
static void
get_end_point (const TlCanvasEdge *edge,
               gboolean            effect,
               TlLayoutPoint      *point)
{
  *point = g_array_index (edge->points, TlLayoutPoint, effect ? edge->points->len - 1 : 0);
}

static gboolean
are_shown (TlCanvas *self)
{
  return self->tool == TL_CANVAS_TOOL_NONE && !_tl_canvas_is_plain (self) && !_tl_canvas_entry_is_open (self)
         && !tl_review_get_read_only (self->review);
}

/* A factor at which handles are shown: the one pointed at (0), and the one that is selected (1). */
static TlCanvasNode *
get_handle_node (TlCanvas *self,
                 guint     position)
{
  if (!are_shown (self))
    return NULL;
  if (position == 0)
    return self->hover_node;
  return self->selection != NULL && tl_selection_get_n (self->selection) == 1 ? _tl_canvas_get_primary_node (self)
                                                                              : NULL;
}

/* The link at whose ends grips are shown: the one that is selected. */
static TlCanvasEdge *
get_grip_edge (TlCanvas *self)
{
  TlCanvasEdge *edge = NULL;

  if (are_shown (self) && self->selection != NULL && tl_selection_get_n (self->selection) == 1)
    edge = tl_canvas_scene_find_edge (self->scene, tl_selection_get_primary_id (self->selection));
  return edge != NULL && edge->points->len >= 4 ? edge : NULL;
}

static gboolean
is_near (TlCanvas            *self,
         const TlLayoutPoint *point,
         double               view_x,
         double               view_y)
{
  double x, y;

  tl_canvas_viewport_to_view (&self->viewport, point->x, point->y, &x, &y);
  return hypot (view_x - x, view_y - y) <= HANDLE_REACH;
}

/**
 * _tl_canvas_handles_pick:
 * @node: (out): the factor from which a link would be drawn
 * @edge: (out) (nullable): the link of which the other end would be led elsewhere
 *
 * Returns: which handle is at this spot of the view
 */
TlCanvasHandle
_tl_canvas_handles_pick (TlCanvas      *self,
                         double         view_x,
                         double         view_y,
                         TlCanvasNode **node,
                         TlCanvasEdge **edge)
{
  TlLayoutPoint point;

  *edge = get_grip_edge (self);
  for (guint i = 0; *edge != NULL && i < 2; i++)
    {
      get_end_point (*edge, i == 0, &point);
      *node = i == 0 ? (*edge)->cause : (*edge)->effect;
      if (is_near (self, &point, view_x, view_y))
        return i == 0 ? TL_CANVAS_HANDLE_EFFECT : TL_CANVAS_HANDLE_CAUSE;
    }
  *edge = NULL;
  for (guint i = 0; i < 2; i++)
    {
      *node = get_handle_node (self, i);
      for (TlCanvasHandle handle = TL_CANVAS_HANDLE_CAUSE; *node != NULL && handle <= TL_CANVAS_HANDLE_EFFECT; handle++)
        {
          get_handle_point (*node, handle, &point);
          if (is_near (self, &point, view_x, view_y))
            return handle;
        }
    }
  return TL_CANVAS_HANDLE_NONE;
}

static void
draw_disc (cairo_t             *cr,
           const TlLayoutPoint *point,
           double               radius,
           const GdkRGBA       *colour)
{
  cairo_new_path (cr);
  cairo_arc (cr, point->x, point->y, radius, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_fill (cr);
}

static void
draw_handles (TlCanvas           *self,
              cairo_t            *cr,
              const TlCanvasNode *node)
{
  const GdkRGBA *accent = &self->colours.accent;
  double scale = tl_canvas_viewport_get_scale (&self->viewport);

  for (TlCanvasHandle handle = TL_CANVAS_HANDLE_CAUSE; handle <= TL_CANVAS_HANDLE_EFFECT; handle++)
    {
      TlLayoutPoint point;

      get_handle_point (node, handle, &point);
      draw_disc (cr, &point, HANDLE_RADIUS / scale, accent);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_width (cr, 1.6 / scale);
      cairo_move_to (cr, point.x - 3 / scale, point.y);
      cairo_line_to (cr, point.x + 3 / scale, point.y);
      cairo_move_to (cr, point.x, point.y - 3 / scale);
      cairo_line_to (cr, point.x, point.y + 3 / scale);
      cairo_stroke (cr);
    }
}

static void
draw_grips (TlCanvas           *self,
            cairo_t            *cr,
            const TlCanvasEdge *edge)
{
  const TlCanvasColours *colours = &self->colours;
  double scale = tl_canvas_viewport_get_scale (&self->viewport);

  for (guint i = 0; i < 2; i++)
    {
      TlLayoutPoint point;

      get_end_point (edge, i == 0, &point);
      draw_disc (cr, &point, GRIP_RADIUS / scale, &colours->accent);
      draw_disc (cr, &point, (GRIP_RADIUS - 2) / scale, &colours->background);
    }
}

/* No entry: a disc with a bar at the corner of what can't be linked, and a broken edge around it. */
static void
draw_refusal (TlCanvas           *self,
              cairo_t            *cr,
              const TlCanvasNode *node)
{
  const TlCanvasColours *colours = &self->colours;
  double scale = tl_canvas_viewport_get_scale (&self->viewport);
  const double dashes[] = { 5 / scale, 4 / scale };
  graphene_rect_t rect;

  tl_canvas_node_get_rect (node, &rect);
  gdk_cairo_set_source_rgba (cr, &colours->refused);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (cr, 2.5 / scale);
  cairo_rectangle (cr, rect.origin.x - 3, rect.origin.y - 3, rect.size.width + 6, rect.size.height + 6);
  cairo_stroke (cr);

  TlLayoutPoint corner = { rect.origin.x + rect.size.width, rect.origin.y };
  draw_disc (cr, &corner, (SIGN_RADIUS + 2) / scale, &colours->background);
  draw_disc (cr, &corner, SIGN_RADIUS / scale, &colours->refused);
  gdk_cairo_set_source_rgba (cr, &colours->background);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 4 / scale);
  cairo_move_to (cr, corner.x - 6 / scale, corner.y);
  cairo_line_to (cr, corner.x + 6 / scale, corner.y);
  cairo_stroke (cr);
}

static void
draw_target (TlCanvas           *self,
             cairo_t            *cr,
             const TlCanvasNode *node)
{
  graphene_rect_t rect;

  tl_canvas_node_get_rect (node, &rect);
  gdk_cairo_set_source_rgba (cr, &self->colours.accent);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2.5 / tl_canvas_viewport_get_scale (&self->viewport));
  cairo_rectangle (cr, rect.origin.x - 3, rect.origin.y - 3, rect.size.width + 6, rect.size.height + 6);
  cairo_stroke (cr);
}

static void
draw_connection (TlCanvas *self,
                 cairo_t  *cr)
{
  const TlCanvasColours *colours = &self->colours;
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, self->press_id);
  TlCanvasEdge *edge = self->connect_link_id != NULL
                           ? tl_canvas_scene_find_edge (self->scene, self->connect_link_id)
                           : NULL;
  gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;
  gboolean is_refused = self->connect_refusal != NULL;
  TlLayoutPoint from, to, points[4];

  if (node == NULL)
    return;
  if (edge != NULL)
    get_end_point (edge, !to_effect, &from);
  else
    get_handle_point (node, self->connect_handle, &from);
  if (self->connect_target != NULL && !is_refused)
    get_handle_point (self->connect_target, to_effect ? TL_CANVAS_HANDLE_CAUSE : TL_CANVAS_HANDLE_EFFECT, &to);
  else
    tl_canvas_viewport_to_canvas (&self->viewport, self->pointer_x, self->pointer_y, &to.x, &to.y);
  tl_canvas_curve_between (to_effect ? &from : &to, to_effect ? &to : &from, points);
  if (self->connect_target != NULL && is_refused)
    draw_refusal (self, cr, self->connect_target);
  else if (self->connect_target != NULL && self->connect_target != node)
    draw_target (self, cr, self->connect_target);
  tl_canvas_curve_draw (cr, points, G_N_ELEMENTS (points), is_refused ? &colours->refused : &colours->accent);
}

/**
 * _tl_canvas_handles_get_bounds:
 * @bounds: (inout): made to hold, in canvas units, what _tl_canvas_handles_draw() would draw on; empty while its width
 *   is 0
 */
void
_tl_canvas_handles_get_bounds (TlCanvas        *self,
                               graphene_rect_t *bounds)
{
  float reach = (float) (-HANDLE_REACH / tl_canvas_viewport_get_scale (&self->viewport));
  TlCanvasEdge *edge = get_grip_edge (self);
  graphene_rect_t rects[4];
  guint n = 0;

  for (guint i = 0; i < 2; i++)
    {
      TlCanvasNode *node = get_handle_node (self, i);

      if (node != NULL)
        tl_canvas_node_get_rect (node, &rects[n++]);
    }
  if (edge != NULL)
    rects[n++] = edge->bounds;
  if (self->tool == TL_CANVAS_TOOL_CONNECT && self->tool_moved)
    tl_canvas_viewport_get_visible (&self->viewport, 0, &rects[n++]);
  for (guint i = 0; i < n; i++)
    {
      graphene_rect_inset (&rects[i], reach, reach);
      graphene_rect_union (bounds->size.width > 0 ? bounds : &rects[i], &rects[i], bounds);
    }
}

/**
 * _tl_canvas_handles_draw:
 * @cr: in canvas units
 */
void
_tl_canvas_handles_draw (TlCanvas *self,
                         cairo_t  *cr)
{
  TlCanvasEdge *edge = get_grip_edge (self);

  for (guint i = 0; i < 2; i++)
    {
      TlCanvasNode *node = get_handle_node (self, i);

      if (node != NULL)
        draw_handles (self, cr, node);
    }
  if (edge != NULL)
    draw_grips (self, cr, edge);
  if (self->tool == TL_CANVAS_TOOL_CONNECT && self->tool_moved)
    draw_connection (self, cr);
}
