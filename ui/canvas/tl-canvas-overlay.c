/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is drawn around the widgets: the links of what is pointed at or selected, and with every movement of the pointer
 * what is in its hand. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

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
  if (edge->sight == TL_SIGHT_MARKED || edge == self->hover_edge || edge->cause == self->hover_node
      || edge->effect == self->hover_node)
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

      if (!tl_canvas_edge_is_shown (edge) || !graphene_rect_intersection (&edge->bounds, &visible, NULL))
        continue;
      if (is_emphasised (self, edge))
        tl_canvas_link_draw (cr, edge, &colours->accent, edge == self->hover_edge || edge->sight == TL_SIGHT_MARKED);
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

          if (node != NULL && tl_canvas_node_is_shown (node))
            draw_outline (self, cr, node);
        }
    }
  _tl_canvas_handles_draw (self, cr);
  show_drawing (self, drawing, cr, snapshot);

  if (self->tool == TL_CANVAS_TOOL_RUBBER_BAND && self->tool_moved)
    snapshot_rubber_band (self, snapshot);
}
