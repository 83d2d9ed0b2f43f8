/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints the links. The still ones are kept as one finished node for a stretch around the view, painted anew only when
 * a link changes or the view leaves that stretch; hovering and selecting paint on top of it. */
#include "config.h"

#include "ui/canvas/tl-canvas-links.h"

#include "ui/canvas/tl-canvas-curve.h"

#define ARROW_LENGTH 10.0
#define ARROW_HALF_WIDTH 4.5
#define BAR_HALF_WIDTH 8.0
#define FADED_ALPHA 0.22f

struct _TlCanvasLinks
{
  GskRenderNode *node;
  graphene_rect_t region; /* that the node covers, in canvas units */
  guint serial;           /* of the scene it shows */
  double zoom;            /* for which it was painted */
  TlCanvasColours colours;
  guint n_drawn;
};

/* Where the stroke has to end so that it does not show beside the head. */
static TlLayoutPoint
get_stroke_end (const TlLayoutPoint *points,
                guint                n_points,
                double               head)
{
  TlLayoutPoint direction = tl_layout_curve_end_direction (points, n_points);
  TlLayoutPoint end = points[n_points - 1];

  return (TlLayoutPoint) { end.x - direction.x * head, end.y - direction.y * head };
}

static void
trace (cairo_t             *cr,
       const TlLayoutPoint *points,
       guint                n_points,
       double               head)
{
  TlLayoutPoint end = get_stroke_end (points, n_points, head);

  cairo_new_path (cr);
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i + 2 < n_points; i += 3)
    {
      TlLayoutPoint to = i + 3 >= n_points ? end : points[i + 2];

      cairo_curve_to (cr, points[i].x, points[i].y, points[i + 1].x, points[i + 1].y, to.x, to.y);
    }
}

static void
draw_arrow (cairo_t             *cr,
            const TlLayoutPoint *points,
            guint                n_points,
            double               size)
{
  TlLayoutPoint direction = tl_layout_curve_end_direction (points, n_points);
  TlLayoutPoint tip = points[n_points - 1];
  double back_x = tip.x - direction.x * ARROW_LENGTH * size, back_y = tip.y - direction.y * ARROW_LENGTH * size;
  double half = ARROW_HALF_WIDTH * size;

  cairo_new_path (cr);
  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, back_x - direction.y * half, back_y + direction.x * half);
  cairo_line_to (cr, back_x + direction.y * half, back_y - direction.x * half);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* What hinders ends in a bar across instead of an arrow. */
static void
draw_bar (cairo_t             *cr,
          const TlLayoutPoint *points,
          guint                n_points)
{
  TlLayoutPoint direction = tl_layout_curve_end_direction (points, n_points);
  TlLayoutPoint at = get_stroke_end (points, n_points, 4);

  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 3);
  cairo_move_to (cr, at.x - direction.y * BAR_HALF_WIDTH, at.y + direction.x * BAR_HALF_WIDTH);
  cairo_line_to (cr, at.x + direction.y * BAR_HALF_WIDTH, at.y - direction.x * BAR_HALF_WIDTH);
  cairo_stroke (cr);
}

/**
 * tl_canvas_curve_draw:
 * @cr: in canvas units
 *
 * Draws a link that is being made: dashed, with an arrow.
 */
void
tl_canvas_curve_draw (cairo_t             *cr,
                      const TlLayoutPoint *points,
                      guint                n_points,
                      const GdkRGBA       *colour)
{
  const double dashes[] = { 6, 4 };

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  trace (cr, points, n_points, ARROW_LENGTH - 1);
  cairo_stroke (cr);
  draw_arrow (cr, points, n_points, 1.1);
}

/**
 * tl_canvas_link_draw_as:
 * @cr: in canvas units
 * @points: its curve
 * @role: its kind
 * @state: (nullable): its state
 * @colour: of an asserted link; others take more or less of it
 * @emphasised: it is pointed at, selected, or belongs to what is
 *
 * Draws a link. Its kind shows in the stroke and its end: plain for what contributes, heavy for what is necessary,
 * long dashes for what enables, a bar across the end for what hinders. A contested link is dotted, a rejected one
 * faded. The words for it are in tl-link-legend.c.
 */
void
tl_canvas_link_draw_as (cairo_t             *cr,
                        const TlLayoutPoint *points,
                        guint                n_points,
                        TlLinkRole           role,
                        const char          *state,
                        const GdkRGBA       *colour,
                        gboolean             emphasised)
{
  const double enables[] = { 9, 5 }, contested[] = { 2, 4 };
  gboolean hinders = role == TL_LINK_ROLE_HINDERS;
  double width = role == TL_LINK_ROLE_NECESSARY ? 3.2 : 1.6;
  GdkRGBA tone = *colour;

  if (n_points < 4)
    return;
  if (g_strcmp0 (state, "rejected") == 0)
    tone.alpha *= 0.35f;
  gdk_cairo_set_source_rgba (cr, &tone);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, emphasised ? width + 1 : width);
  if (g_strcmp0 (state, "contested") == 0)
    cairo_set_dash (cr, contested, G_N_ELEMENTS (contested), 0);
  else if (role == TL_LINK_ROLE_ENABLES)
    cairo_set_dash (cr, enables, G_N_ELEMENTS (enables), 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);

  trace (cr, points, n_points, hinders ? 4 : ARROW_LENGTH - 1);
  cairo_stroke (cr);
  if (hinders)
    draw_bar (cr, points, n_points);
  else
    draw_arrow (cr, points, n_points, role == TL_LINK_ROLE_NECESSARY || emphasised ? 1.25 : 1);
}

/**
 * tl_canvas_link_draw:
 * @cr: in canvas units
 * @colour: of an asserted link
 * @emphasised: it is pointed at, selected, or belongs to what is
 *
 * Draws one link of the canvas.
 */
void
tl_canvas_link_draw (cairo_t            *cr,
                     const TlCanvasEdge *edge,
                     const GdkRGBA      *colour,
                     gboolean            emphasised)
{
  tl_canvas_link_draw_as (cr, (const TlLayoutPoint *) edge->points->data, edge->points->len, edge->role,
                          tl_record_get_text (edge->record, "state"), colour, emphasised);
}

static void
paint (TlCanvasLinks          *self,
       TlCanvasScene          *scene,
       const TlCanvasViewport *viewport)
{
  double margin = MAX (viewport->width, viewport->height) / 2;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA colour = self->colours.foreground, faded;
  cairo_t *cr;

  tl_canvas_viewport_get_visible (viewport, margin, &self->region);
  self->serial = tl_canvas_scene_get_serial (scene);
  self->zoom = viewport->zoom;
  self->n_drawn = 0;

  cr = gtk_snapshot_append_cairo (snapshot, &self->region);
  colour.alpha *= 0.62f;
  faded = colour;
  faded.alpha *= FADED_ALPHA;
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (scene, i);

      if (edge->live || !tl_canvas_edge_is_shown (edge)
          || !graphene_rect_intersection (&edge->bounds, &self->region, NULL))
        continue;
      tl_canvas_link_draw (cr, edge, edge->sight == TL_SIGHT_FADED ? &faded : &colour, FALSE);
      self->n_drawn++;
    }
  cairo_destroy (cr);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gtk_snapshot_free_to_node (snapshot);
}

static gboolean
is_fresh (TlCanvasLinks          *self,
          TlCanvasScene          *scene,
          const TlCanvasViewport *viewport)
{
  graphene_rect_t visible;

  tl_canvas_viewport_get_visible (viewport, 0, &visible);
  return self->node != NULL && self->serial == tl_canvas_scene_get_serial (scene)
         && viewport->zoom < self->zoom * 2 && graphene_rect_contains_rect (&self->region, &visible);
}

TlCanvasLinks *
tl_canvas_links_new (void)
{
  return g_new0 (TlCanvasLinks, 1);
}

void
tl_canvas_links_free (TlCanvasLinks *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_free (self);
}

/**
 * tl_canvas_links_set_colours:
 * @colours: the theme's
 *
 * Links are painted anew in these.
 */
void
tl_canvas_links_set_colours (TlCanvasLinks         *self,
                             const TlCanvasColours *colours)
{
  self->colours = *colours;
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/**
 * tl_canvas_links_forget:
 *
 * Links are painted anew, for some are seen otherwise.
 */
void
tl_canvas_links_forget (TlCanvasLinks *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

const TlCanvasColours *
tl_canvas_links_get_colours (TlCanvasLinks *self)
{
  return &self->colours;
}

/**
 * tl_canvas_links_snapshot:
 * @snapshot: in pixels of the view
 *
 * Shows the links that are not being dragged about.
 */
void
tl_canvas_links_snapshot (TlCanvasLinks          *self,
                          TlCanvasScene          *scene,
                          const TlCanvasViewport *viewport,
                          GtkSnapshot            *snapshot)
{
  float scale = (float) tl_canvas_viewport_get_scale (viewport);

  if (!is_fresh (self, scene, viewport))
    paint (self, scene, viewport);
  if (self->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -viewport->x, (float) -viewport->y));
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

/**
 * tl_canvas_links_get_n_drawn:
 *
 * Returns: how many links were painted the last time
 */
guint
tl_canvas_links_get_n_drawn (TlCanvasLinks *self)
{
  return self->n_drawn;
}
