/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cubic curves: points on them, their middle and end, drawing them, and which boxes they run through.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

#include <math.h>

/* Chords per piece when a length is measured; the error stays far below a unit. */
#define N_CHORDS 16

/**
 * tl_layout_curve_at:
 * @points: (array length=n_points): control points as tl_layout_routes_get() gives them
 * @n_points: their number, one more than a multiple of 3
 * @t: from 0, the beginning, to 1, the end; every cubic takes an equal share
 *
 * Returns: the point of the curve at @t
 */
TlLayoutPoint
tl_layout_curve_at (const TlLayoutPoint *points,
                    guint                n_points,
                    double               t)
{
  guint n_cubics = (n_points - 1) / 3;
  guint cubic = MIN ((guint) (CLAMP (t, 0, 1) * n_cubics), n_cubics - 1);
  const TlLayoutPoint *p = points + 3 * cubic;
  double u = CLAMP (t, 0, 1) * n_cubics - cubic;
  double v = 1 - u;

  return (TlLayoutPoint) {
    v * v * v * p[0].x + 3 * v * v * u * p[1].x + 3 * v * u * u * p[2].x + u * u * u * p[3].x,
    v * v * v * p[0].y + 3 * v * v * u * p[1].y + 3 * v * u * u * p[2].y + u * u * u * p[3].y,
  };
}

/**
 * tl_layout_curve_middle:
 *
 * Returns: the point half-way along the curve, by length
 */
TlLayoutPoint
tl_layout_curve_middle (const TlLayoutPoint *points,
                        guint                n_points)
{
  guint n = (n_points - 1) / 3 * N_CHORDS;
  double length = 0, walked = 0;
  TlLayoutPoint before, here;

  g_return_val_if_fail (n_points >= 4, ((TlLayoutPoint) { 0, 0 }));

  before = points[0];
  for (guint i = 1; i <= n; i++, before = here)
    {
      here = tl_layout_curve_at (points, n_points, (double) i / n);
      length += hypot (here.x - before.x, here.y - before.y);
    }
  before = points[0];
  for (guint i = 1; i <= n; i++, before = here)
    {
      here = tl_layout_curve_at (points, n_points, (double) i / n);
      double chord = hypot (here.x - before.x, here.y - before.y);

      if (walked + chord >= length / 2 && chord > 0)
        {
          double part = (length / 2 - walked) / chord;

          return (TlLayoutPoint) { before.x + part * (here.x - before.x), before.y + part * (here.y - before.y) };
        }
      walked += chord;
    }
  return points[n_points - 1];
}

/**
 * tl_layout_curve_end_direction:
 *
 * Returns: the unit vector in which the curve arrives at its end; straight down if it has no length
 */
TlLayoutPoint
tl_layout_curve_end_direction (const TlLayoutPoint *points,
                               guint                n_points)
{
  TlLayoutPoint end;

  g_return_val_if_fail (n_points >= 1, ((TlLayoutPoint) { 0, 1 }));

  end = points[n_points - 1];
  for (guint i = n_points - 1; i > 0; i--)
    {
      double dx = end.x - points[i - 1].x, dy = end.y - points[i - 1].y;
      double length = hypot (dx, dy);

      if (length > 1e-6)
        return (TlLayoutPoint) { dx / length, dy / length };
    }
  return (TlLayoutPoint) { 0, 1 };
}

void
_tl_layout_curve_cubic (GArray       *points,
                        TlLayoutPoint control_1,
                        TlLayoutPoint control_2,
                        TlLayoutPoint end)
{
  g_array_append_val (points, control_1);
  g_array_append_val (points, control_2);
  g_array_append_val (points, end);
}

/* Goes on straight from the last point to @end. */
void
_tl_layout_curve_line (GArray       *points,
                       TlLayoutPoint end)
{
  TlLayoutPoint start = g_array_index (points, TlLayoutPoint, points->len - 1);
  TlLayoutPoint step = { (end.x - start.x) / 3, (end.y - start.y) / 3 };

  _tl_layout_curve_cubic (points, (TlLayoutPoint) { start.x + step.x, start.y + step.y },
                          (TlLayoutPoint) { end.x - step.x, end.y - step.y }, end);
}

/* Turns a chain of cubics round. */
void
_tl_layout_curve_reverse (GArray *points)
{
  for (guint i = 0, j = points->len - 1; i < j; i++, j--)
    {
      TlLayoutPoint point = g_array_index (points, TlLayoutPoint, i);

      g_array_index (points, TlLayoutPoint, i) = g_array_index (points, TlLayoutPoint, j);
      g_array_index (points, TlLayoutPoint, j) = point;
    }
}
