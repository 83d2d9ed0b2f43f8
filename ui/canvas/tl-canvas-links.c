/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws links: those that rest for a tile of the canvas's picture, one alone on top of it. */
#include "config.h"

#include "ui/canvas/tl-canvas-links.h"

#include "ui/canvas/tl-canvas-curve.h"
#include "ui/canvas/tl-canvas-style.h"

#define ARROW_LENGTH 10.0
#define ARROW_HALF_WIDTH 4.5
#define BAR_HALF_WIDTH 8.0
#define FADED_ALPHA 0.22f
#define REJECTED_ALPHA 0.35f
#define REJECTED_ALPHA_IN_HIGH_CONTRAST 0.6f
/* No stroke is thinner than this on screen, and from so far away heads and dashes are not to be seen. */
#define MIN_PIXELS 0.7
#define MIN_DETAIL_SCALE 0.22

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

static void
set_dash (cairo_t    *cr,
          TlLinkRole  role,
          const char *state)
{
  const double enables[] = { 9, 5 }, contested[] = { 2, 4 };

  if (g_strcmp0 (state, "contested") == 0)
    cairo_set_dash (cr, contested, G_N_ELEMENTS (contested), 0);
  else if (role == TL_LINK_ROLE_ENABLES)
    cairo_set_dash (cr, enables, G_N_ELEMENTS (enables), 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * tl_canvas_link_draw_as:
 * @cr: in canvas units
 * @points: its curve
 * @role: its kind
 * @state: (nullable): its state
 * @colour: of an asserted link; others take more or less of it
 * @scale: pixels a canvas unit takes
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
                        double               scale,
                        gboolean             emphasised)
{
  gboolean hinders = role == TL_LINK_ROLE_HINDERS;
  double width = role == TL_LINK_ROLE_NECESSARY ? 3.2 : 1.6;
  GdkRGBA tone = *colour;

  if (n_points < 4)
    return;
  if (g_strcmp0 (state, "rejected") == 0)
    tone.alpha *= tl_canvas_style_is_high_contrast () ? REJECTED_ALPHA_IN_HIGH_CONTRAST : REJECTED_ALPHA;
  gdk_cairo_set_source_rgba (cr, &tone);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, MAX (emphasised ? width + 1 : width, MIN_PIXELS / scale));
  if (scale < MIN_DETAIL_SCALE)
    {
      cairo_set_dash (cr, NULL, 0, 0);
      trace (cr, points, n_points, 0);
      cairo_stroke (cr);
      return;
    }
  set_dash (cr, role, state);
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
 * @scale: pixels a canvas unit takes
 * @emphasised: it is pointed at, selected, or belongs to what is
 *
 * Draws one link of the canvas.
 */
void
tl_canvas_link_draw (cairo_t            *cr,
                     const TlCanvasEdge *edge,
                     const GdkRGBA      *colour,
                     double              scale,
                     gboolean            emphasised)
{
  tl_canvas_link_draw_as (cr, (const TlLayoutPoint *) edge->points->data, edge->points->len, edge->role,
                          tl_record_get_text (edge->record, "state"), colour, scale, emphasised);
}

/**
 * tl_canvas_links_draw:
 * @cr: in canvas units
 * @region: what is wanted, in canvas units
 * @scale: pixels a canvas unit takes
 *
 * Draws the links in @region that are not being dragged about.
 */
void
tl_canvas_links_draw (TlCanvasScene         *scene,
                      const TlCanvasColours *colours,
                      cairo_t               *cr,
                      const graphene_rect_t *region,
                      double                 scale)
{
  GdkRGBA faded = colours->link;

  faded.alpha *= FADED_ALPHA;
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (scene, i);

      if (!edge->live && tl_canvas_edge_is_shown (edge) && graphene_rect_intersection (&edge->bounds, region, NULL))
        tl_canvas_link_draw (cr, edge, edge->sight == TL_SIGHT_FADED ? &faded : &colours->link, scale, FALSE);
    }
}
