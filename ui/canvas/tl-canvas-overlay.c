/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn around the widgets: the links of what is pointed at or selected, the handles from which links are
 * drawn, the link being drawn and the rubber band. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"
#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

#define HANDLE_RADIUS 6.5
#define HANDLE_REACH 12.0

/**
 * _tl_canvas_push_units:
 *
 * What follows is in canvas units, until gtk_snapshot_restore().
 */
void
_tl_canvas_push_units (TlCanvas    *self,
                       GtkSnapshot *snapshot)
{
  float scale = (float) tl_canvas_viewport_get_scale (&self->viewport);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -self->viewport.x, (float) -self->viewport.y));
}

/* A node of its own to draw on: on GTK 4.8 what gtk_snapshot_append_cairo() draws after a scale and a translation lies
 * in the wrong place, since it takes the two in the other order. */
static GskRenderNode *
make_drawing (TlCanvas  *self,
              cairo_t  **cr)
{
  GskRenderNode *drawing;
  graphene_rect_t visible;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  drawing = gsk_cairo_node_new (&visible);
  *cr = gsk_cairo_node_get_draw_context (drawing);
  return drawing;
}

static void
show_drawing (TlCanvas      *self,
              GskRenderNode *drawing,
              cairo_t       *cr,
              GtkSnapshot   *snapshot)
{
  cairo_destroy (cr);
  _tl_canvas_push_units (self, snapshot);
  gtk_snapshot_append_node (snapshot, drawing);
  gtk_snapshot_restore (snapshot);
  gsk_render_node_unref (drawing);
}

static gboolean
is_emphasised (TlCanvas           *self,
               const TlCanvasEdge *edge)
{
  if (edge == self->hover_edge || edge->cause == self->hover_node || edge->effect == self->hover_node)
    return TRUE;
  return self->selection != NULL
         && (tl_selection_contains (self->selection, tl_canvas_edge_get_id (edge))
             || tl_selection_contains (self->selection, tl_canvas_node_get_id (edge->cause))
             || tl_selection_contains (self->selection, tl_canvas_node_get_id (edge->effect)));
}

static void
draw_edges (TlCanvas *self,
            cairo_t  *cr)
{
  const TlCanvasColours *colours = tl_canvas_links_get_colours (self->links);
  graphene_rect_t visible;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge->points->len < 4 || !graphene_rect_intersection (&edge->bounds, &visible, NULL))
        continue;
      if (is_emphasised (self, edge))
        tl_canvas_link_draw (cr, edge, &colours->accent, edge == self->hover_edge);
      else if (edge->live)
        tl_canvas_link_draw (cr, edge, &colours->foreground, FALSE);
    }
}

static void
draw_outline (TlCanvas           *self,
              cairo_t            *cr,
              const TlCanvasNode *node)
{
  graphene_rect_t rect;

  tl_canvas_node_get_rect (node, &rect);
  gdk_cairo_set_source_rgba (cr, &tl_canvas_links_get_colours (self->links)->accent);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2.5 / tl_canvas_viewport_get_scale (&self->viewport));
  cairo_rectangle (cr, rect.origin.x - 3, rect.origin.y - 3, rect.size.width + 6, rect.size.height + 6);
  cairo_stroke (cr);
}

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

static void
draw_connection (TlCanvas *self,
                 cairo_t  *cr)
{
  const TlCanvasColours *colours = tl_canvas_links_get_colours (self->links);
  TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, self->press_id);
  gboolean to_effect = self->connect_handle == TL_CANVAS_HANDLE_EFFECT;
  TlLayoutPoint from, to, points[4];

  if (node == NULL)
    return;
  get_handle_point (node, self->connect_handle, &from);
  if (self->connect_target != NULL && self->connect_refusal == NULL)
    get_handle_point (self->connect_target, to_effect ? TL_CANVAS_HANDLE_CAUSE : TL_CANVAS_HANDLE_EFFECT, &to);
  else
    tl_canvas_viewport_to_canvas (&self->viewport, self->pointer_x, self->pointer_y, &to.x, &to.y);
  tl_canvas_curve_between (to_effect ? &from : &to, to_effect ? &to : &from, points);
  tl_canvas_curve_draw (cr, points, G_N_ELEMENTS (points),
                        self->connect_refusal != NULL ? &colours->refused : &colours->accent);
}

static void
draw_handles (TlCanvas           *self,
              cairo_t            *cr,
              const TlCanvasNode *node)
{
  const GdkRGBA *accent = &tl_canvas_links_get_colours (self->links)->accent;
  double scale = tl_canvas_viewport_get_scale (&self->viewport);

  for (TlCanvasHandle handle = TL_CANVAS_HANDLE_CAUSE; handle <= TL_CANVAS_HANDLE_EFFECT; handle++)
    {
      TlLayoutPoint point;

      get_handle_point (node, handle, &point);
      cairo_new_path (cr);
      cairo_arc (cr, point.x, point.y, HANDLE_RADIUS / scale, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (cr, accent);
      cairo_fill (cr);
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

/**
 * _tl_canvas_overlay_get_handle_node:
 * @position: 0 or 1
 *
 * Returns: (nullable): a factor at which handles are shown: the one pointed at, and the one that is selected
 */
TlCanvasNode *
_tl_canvas_overlay_get_handle_node (TlCanvas *self,
                                    guint     position)
{
  if (self->tool != TL_CANVAS_TOOL_NONE || _tl_canvas_is_plain (self) || _tl_canvas_entry_is_open (self)
      || tl_review_get_read_only (self->review))
    return NULL;
  if (position == 0)
    return self->hover_node;
  return self->selection != NULL && tl_selection_get_n (self->selection) == 1 ? _tl_canvas_get_primary_node (self)
                                                                              : NULL;
}

/**
 * _tl_canvas_overlay_pick_handle:
 * @node: (out): the factor at whose edge it is
 *
 * Returns: which handle is at this spot of the view
 */
TlCanvasHandle
_tl_canvas_overlay_pick_handle (TlCanvas      *self,
                                double         view_x,
                                double         view_y,
                                TlCanvasNode **node)
{
  for (guint i = 0; i < 2; i++)
    {
      *node = _tl_canvas_overlay_get_handle_node (self, i);
      for (TlCanvasHandle handle = TL_CANVAS_HANDLE_CAUSE; *node != NULL && handle <= TL_CANVAS_HANDLE_EFFECT; handle++)
        {
          TlLayoutPoint point;
          double x, y;

          get_handle_point (*node, handle, &point);
          tl_canvas_viewport_to_view (&self->viewport, point.x, point.y, &x, &y);
          if (hypot (view_x - x, view_y - y) <= HANDLE_REACH)
            return handle;
        }
    }
  return TL_CANVAS_HANDLE_NONE;
}

static void
snapshot_rubber_band (TlCanvas    *self,
                      GtkSnapshot *snapshot)
{
  GdkRGBA fill = tl_canvas_links_get_colours (self->links)->accent;
  GdkRGBA line = fill;
  graphene_rect_t rect;
  GskRoundedRect outline;

  _tl_canvas_rubber_band_get_rect (self, &rect);
  fill.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &fill, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 0);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { line, line, line, line });
}

/**
 * _tl_canvas_overlay_snapshot_edges:
 *
 * Shows the links of what is pointed at, selected or dragged, below the factors. Few, and so drawn anew each time.
 */
void
_tl_canvas_overlay_snapshot_edges (TlCanvas    *self,
                                   GtkSnapshot *snapshot)
{
  cairo_t *cr;
  GskRenderNode *drawing = make_drawing (self, &cr);

  draw_edges (self, cr);
  show_drawing (self, drawing, cr, snapshot);
}

/**
 * _tl_canvas_overlay_snapshot:
 *
 * Shows what changes with every movement of the pointer. It is drawn anew each time and so only for what is in view.
 */
void
_tl_canvas_overlay_snapshot (TlCanvas    *self,
                             GtkSnapshot *snapshot)
{
  cairo_t *cr;
  GskRenderNode *drawing = make_drawing (self, &cr);

  if (_tl_canvas_is_plain (self))
    {
      for (guint i = 0; self->selection != NULL && i < tl_selection_get_n (self->selection); i++)
        {
          TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, tl_selection_get_id (self->selection, i));

          if (node != NULL && node->placed)
            draw_outline (self, cr, node);
        }
    }
  if (self->tool == TL_CANVAS_TOOL_CONNECT && self->connect_target != NULL && self->connect_refusal == NULL)
    draw_outline (self, cr, self->connect_target);
  for (guint i = 0; i < 2; i++)
    {
      TlCanvasNode *node = _tl_canvas_overlay_get_handle_node (self, i);

      if (node != NULL)
        draw_handles (self, cr, node);
    }
  if (self->tool == TL_CANVAS_TOOL_CONNECT && self->tool_moved)
    draw_connection (self, cr);
  show_drawing (self, drawing, cr, snapshot);

  if (self->tool == TL_CANVAS_TOOL_RUBBER_BAND && self->tool_moved)
    snapshot_rubber_band (self, snapshot);
}
