/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a map: its lanes, and its links as thick as they are in the picture. What leads to or from what is chosen
 * stands out. */
#include "config.h"

#include "ui/canvas/tl-map-private.h"

#include <math.h>

#define LANE_TINT 0.03
#define USUAL_THICKNESS 1.8
#define LEAST_HEAD 9
#define HEAD_GROWTH 2
#define HEAD_SLENDERNESS 0.45

static void
paint_lanes (TlMapView *self,
             cairo_t   *cr)
{
  GdkRGBA tint = self->colours.lane;

  tint.alpha *= LANE_TINT;
  for (guint i = 0; i < self->picture->bands->len; i++)
    {
      const TlLayoutExtent *extent = &tl_picture_get_band (self->picture, i)->extent;
      double top, bottom, x;

      tl_canvas_viewport_to_view (&self->viewport, 0, extent->top, &x, &top);
      tl_canvas_viewport_to_view (&self->viewport, 0, extent->bottom, &x, &bottom);
      if (i % 2 == 1)
        {
          gdk_cairo_set_source_rgba (cr, &tint);
          cairo_rectangle (cr, 0, top, self->viewport.width, bottom - top);
          cairo_fill (cr);
        }
      gdk_cairo_set_source_rgba (cr, &self->colours.lane_edge);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, 0, round (top) + 0.5);
      cairo_line_to (cr, self->viewport.width, round (top) + 0.5);
      cairo_stroke (cr);
    }
}

static gboolean
is_chosen (TlMapView           *self,
           const TlPictureLink *link)
{
  return self->chosen != NULL
         && (g_str_equal (self->chosen, link->id)
             || g_str_equal (self->chosen, tl_picture_get_factor (self->picture, link->cause)->id)
             || g_str_equal (self->chosen, tl_picture_get_factor (self->picture, link->effect)->id));
}

/* The curve ends at the back of the head. */
static void
paint_link (TlMapView           *self,
            const TlPictureLink *link,
            cairo_t             *cr)
{
  const TlLayoutPoint *points = (const TlLayoutPoint *) (gconstpointer) link->points->data;
  guint n = link->points->len;

  if (n < 4)
    return;

  double thickness = link->thickness > 0 ? link->thickness : USUAL_THICKNESS;
  double head = MAX (LEAST_HEAD, HEAD_GROWTH * thickness), half = head * HEAD_SLENDERNESS;
  TlLayoutPoint tip = points[n - 1], direction = tl_layout_curve_end_direction (points, n);
  TlLayoutPoint back = { tip.x - direction.x * head, tip.y - direction.y * head };

  gdk_cairo_set_source_rgba (cr, is_chosen (self, link) ? &self->colours.accent : &self->colours.link);
  cairo_set_line_width (cr, thickness);
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i + 2 < n; i += 3)
    if (i + 3 < n)
      cairo_curve_to (cr, points[i].x, points[i].y, points[i + 1].x, points[i + 1].y, points[i + 2].x,
                      points[i + 2].y);
    else
      cairo_curve_to (cr, points[i].x, points[i].y, points[i + 1].x - direction.x * head,
                      points[i + 1].y - direction.y * head, back.x, back.y);
  cairo_stroke (cr);
  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, back.x - direction.y * half, back.y + direction.x * half);
  cairo_line_to (cr, back.x + direction.y * half, back.y - direction.x * half);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* Draws all that is not a widget; what is chosen last, so that nothing covers it. */
void
_tl_map_paint (TlMapView *self,
               cairo_t   *cr)
{
  double scale = tl_canvas_viewport_get_scale (&self->viewport);

  if (tl_picture_has_lanes (self->picture))
    paint_lanes (self, cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -self->viewport.x, -self->viewport.y);
  for (guint chosen = 0; chosen < 2; chosen++)
    for (guint i = 0; i < self->picture->links->len; i++)
      {
        const TlPictureLink *link = tl_picture_get_link (self->picture, i);

        if (is_chosen (self, link) == (chosen == 1))
          paint_link (self, link, cr);
      }
}
