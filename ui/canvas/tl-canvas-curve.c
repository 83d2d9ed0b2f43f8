/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The geometry of a link's curve: how near the pointer is, what it meets, what it can touch. Pure. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"

#include <math.h>

/* Chords per piece when a length or a distance is measured; the error stays far below a pixel. */
#define N_CHORDS 16

static guint
count_pieces (guint n_points)
{
  return n_points >= 4 ? (n_points - 1) / 3 : 0;
}

static double
get_distance_to_chord (TlLayoutPoint a,
                       TlLayoutPoint b,
                       double        x,
                       double        y)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0;

  t = CLAMP (t, 0, 1);
  return hypot (x - (a.x + t * dx), y - (a.y + t * dy));
}

/**
 * tl_canvas_curve_get_distance:
 *
 * Returns: how far @x, @y is from the nearest point of the curve
 */
double
tl_canvas_curve_get_distance (const TlLayoutPoint *points,
                              guint                n_points,
                              double               x,
                              double               y)
{
  guint n = count_pieces (n_points) * N_CHORDS;
  double nearest = G_MAXDOUBLE;
  TlLayoutPoint before, here;

  if (n == 0)
    return nearest;
  before = points[0];
  for (guint i = 1; i <= n; i++, before = here)
    {
      here = tl_layout_curve_at (points, n_points, (double) i / n);
      nearest = MIN (nearest, get_distance_to_chord (before, here, x, y));
    }
  return nearest;
}

/**
 * tl_canvas_curve_get_bounds:
 * @margin: added all round
 * @bounds: (out): a rectangle that holds the curve; not the smallest, for it holds the control points too
 */
void
tl_canvas_curve_get_bounds (const TlLayoutPoint *points,
                            guint                n_points,
                            double               margin,
                            graphene_rect_t     *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_if_fail (n_points > 0);

  for (guint i = 0; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  graphene_rect_init (bounds, (float) (left - margin), (float) (top - margin), (float) (right - left + 2 * margin),
                      (float) (bottom - top + 2 * margin));
}

/**
 * tl_canvas_curve_meets:
 *
 * Returns: whether any part of the curve is within @rect
 */
gboolean
tl_canvas_curve_meets (const TlLayoutPoint   *points,
                       guint                  n_points,
                       const graphene_rect_t *rect)
{
  guint n = count_pieces (n_points) * N_CHORDS;

  for (guint i = 0; n > 0 && i <= n; i++)
    {
      TlLayoutPoint here = tl_layout_curve_at (points, n_points, (double) i / n);

      if (graphene_rect_contains_point (rect, &GRAPHENE_POINT_INIT ((float) here.x, (float) here.y)))
        return TRUE;
    }
  return FALSE;
}

/**
 * tl_canvas_curve_between:
 * @points: (out): one piece that leaves @from downwards and arrives at @to from above
 *
 * The curve of a link while it is being drawn.
 */
void
tl_canvas_curve_between (const TlLayoutPoint *from,
                         const TlLayoutPoint *to,
                         TlLayoutPoint        points[4])
{
  double reach = CLAMP (fabs (to->y - from->y) / 2, 24, 120);

  points[0] = *from;
  points[1] = (TlLayoutPoint) { from->x, from->y + reach };
  points[2] = (TlLayoutPoint) { to->x, to->y - reach };
  points[3] = *to;
}
