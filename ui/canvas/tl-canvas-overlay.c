/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn around the widgets: the links of what is pointed at or selected, and with every movement of the pointer
 * what is in its hand. */
#include "config.h"

#include "ui/canvas/tl-canvas-links.h"
#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

#define OUTLINE_REACH 3
#define OUTLINE_PIXELS 2.5
/* Pixels that the ends of a gap's line stick out. */
#define TICK 4.0f

/* Makes @bounds, which is empty while its width is 0, hold @rect and @margin around it. */
static void
grow (graphene_rect_t       *bounds,
      const graphene_rect_t *rect,
      double                 margin)
{
  graphene_rect_t more;

  graphene_rect_inset_r (rect, (float) -margin, (float) -margin, &more);
  if (bounds->size.width > 0)
    graphene_rect_union (bounds, &more, bounds);
  else
    *bounds = more;
}

/* A node of its own to draw on, in canvas units: on GTK 4.8 what gtk_snapshot_append_cairo() draws after a scale and a
 * translation lies in the wrong place, since it takes the two in the other order. No larger than need be, for all of it
 * is gone over anew each time. */
static GskRenderNode *
make_drawing (TlCanvas              *self,
              const graphene_rect_t *bounds,
              cairo_t              **cr)
{
  GskRenderNode *drawing;
  graphene_rect_t seen;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &seen);
  if (bounds->size.width <= 0 || !graphene_rect_intersection (&seen, bounds, &seen))
    return NULL;
  drawing = gsk_cairo_node_new (&seen);
  *cr = gsk_cairo_node_get_draw_context (drawing);
  return drawing;
}

static void
show_drawing (TlCanvas      *self,
              GskRenderNode *drawing,
              cairo_t       *cr,
              GtkSnapshot   *snapshot)
{
  float scale = (float) tl_canvas_viewport_get_scale (&self->viewport);

  cairo_destroy (cr);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -self->viewport.x, (float) -self->viewport.y));
  gtk_snapshot_append_node (snapshot, drawing);
  gtk_snapshot_restore (snapshot);
  gsk_render_node_unref (drawing);
}

static gboolean
is_emphasised (TlCanvas           *self,
               const TlCanvasEdge *edge)
{
  if (edge->sight == TL_SIGHT_MARKED || edge == self->hover_edge || edge->cause == self->hover_node
      || edge->effect == self->hover_node)
    return TRUE;
  return self->selection != NULL
         && (tl_selection_contains (self->selection, tl_canvas_edge_get_id (edge))
             || tl_selection_contains (self->selection, tl_canvas_node_get_id (edge->cause))
             || tl_selection_contains (self->selection, tl_canvas_node_get_id (edge->effect)));
}

static void
draw_outline (TlCanvas           *self,
              cairo_t            *cr,
              const TlCanvasNode *node)
{
  graphene_rect_t rect;

  tl_canvas_node_get_rect (node, &rect);
  gdk_cairo_set_source_rgba (cr, &self->colours.accent);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, OUTLINE_PIXELS / tl_canvas_viewport_get_scale (&self->viewport));
  cairo_rectangle (cr, rect.origin.x - OUTLINE_REACH, rect.origin.y - OUTLINE_REACH,
                   rect.size.width + 2 * OUTLINE_REACH, rect.size.height + 2 * OUTLINE_REACH);
  cairo_stroke (cr);
}

static void
snapshot_rubber_band (TlCanvas    *self,
                      GtkSnapshot *snapshot)
{
  GdkRGBA fill = self->colours.accent;
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
  g_autoptr (GPtrArray) edges = g_ptr_array_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0), visible;
  double scale = tl_canvas_viewport_get_scale (&self->viewport);
  GskRenderNode *drawing;
  cairo_t *cr;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (!tl_canvas_edge_is_shown (edge) || !graphene_rect_intersection (&edge->bounds, &visible, NULL)
          || !(edge->live || is_emphasised (self, edge)))
        continue;
      g_ptr_array_add (edges, edge);
      grow (&bounds, &edge->bounds, 0);
    }
  drawing = make_drawing (self, &bounds, &cr);
  if (drawing == NULL)
    return;
  for (guint i = 0; i < edges->len; i++)
    {
      TlCanvasEdge *edge = g_ptr_array_index (edges, i);
      gboolean is_bright = is_emphasised (self, edge);

      tl_canvas_link_draw (cr, edge, is_bright ? &self->colours.accent : &self->colours.foreground, scale,
                           is_bright && (edge == self->hover_edge || edge->sight == TL_SIGHT_MARKED));
    }
  show_drawing (self, drawing, cr, snapshot);
}

/* What surrounds single factors and links. */
static void
snapshot_marks (TlCanvas    *self,
                GtkSnapshot *snapshot)
{
  g_autoptr (GPtrArray) outlined = g_ptr_array_new ();
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0), rect;
  guint n = _tl_canvas_is_plain (self) && self->selection != NULL ? tl_selection_get_n (self->selection) : 0;
  GskRenderNode *drawing;
  cairo_t *cr;

  for (guint i = 0; i < n; i++)
    {
      TlCanvasNode *node = tl_canvas_scene_find_node (self->scene, tl_selection_get_id (self->selection, i));

      if (node == NULL || !tl_canvas_node_is_shown (node))
        continue;
      g_ptr_array_add (outlined, node);
      tl_canvas_node_get_rect (node, &rect);
      grow (&bounds, &rect, OUTLINE_REACH + OUTLINE_PIXELS / tl_canvas_viewport_get_scale (&self->viewport));
    }
  if (self->drop_node != NULL)
    {
      g_ptr_array_add (outlined, self->drop_node);
      tl_canvas_node_get_rect (self->drop_node, &rect);
      grow (&bounds, &rect, OUTLINE_REACH + OUTLINE_PIXELS / tl_canvas_viewport_get_scale (&self->viewport));
    }
  _tl_canvas_handles_get_bounds (self, &bounds);
  drawing = make_drawing (self, &bounds, &cr);
  if (drawing == NULL)
    return;
  for (guint i = 0; i < outlined->len; i++)
    draw_outline (self, cr, g_ptr_array_index (outlined, i));
  _tl_canvas_handles_draw (self, cr);
  show_drawing (self, drawing, cr, snapshot);
}

/* Factors that are being dragged and have no widget. */
static void
snapshot_dragged (TlCanvas    *self,
                  GtkSnapshot *snapshot)
{
  GskRenderNode *drawing;
  graphene_rect_t visible;
  cairo_t *cr;

  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  drawing = make_drawing (self, &visible, &cr);
  if (drawing == NULL)
    return;
  _tl_canvas_boxes_draw_dragged (self, cr, &visible, tl_canvas_viewport_get_scale (&self->viewport));
  show_drawing (self, drawing, cr, snapshot);
}

static void
append_line (GtkSnapshot   *snapshot,
             const GdkRGBA *colour,
             float          x,
             float          y,
             float          right,
             float          bottom)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (floorf (x), floorf (y), floorf (right - x) + 1,
                                                  floorf (bottom - y) + 1));
}

/* With what the factor that is being moved is in line. */
static void
snapshot_guides (TlCanvas    *self,
                 GtkSnapshot *snapshot)
{
  for (guint i = 0; i < self->snap.n_guides; i++)
    {
      const TlCanvasGuide *guide = &self->snap.guides[i];
      double x, y, right, bottom;

      tl_canvas_viewport_to_view (&self->viewport, guide->from.x, guide->from.y, &x, &y);
      tl_canvas_viewport_to_view (&self->viewport, guide->to.x, guide->to.y, &right, &bottom);
      append_line (snapshot, &self->colours.accent, (float) x, (float) y, (float) right, (float) bottom);
      for (guint end = 0; guide->is_gap && end < 2; end++)
        {
          float at_x = (float) (end == 0 ? x : right), at_y = (float) (end == 0 ? y : bottom);
          gboolean is_level = guide->from.y == guide->to.y;

          append_line (snapshot, &self->colours.accent, at_x - (is_level ? 0 : TICK), at_y - (is_level ? TICK : 0),
                       at_x + (is_level ? 0 : TICK), at_y + (is_level ? TICK : 0));
        }
    }
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
  if (self->n_dragged > 0 && _tl_canvas_is_plain (self))
    snapshot_dragged (self, snapshot);
  snapshot_marks (self, snapshot);
  snapshot_guides (self, snapshot);
  if (self->tool == TL_CANVAS_TOOL_RUBBER_BAND && self->tool_moved)
    snapshot_rubber_band (self, snapshot);
}
