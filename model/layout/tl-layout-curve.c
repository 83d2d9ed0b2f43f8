/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Cubic curves: points on them, drawing them, and which boxes they run through.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

#include <math.h>

/* Pieces into which a cubic is cut to see what it runs through. */
#define N_PIECES 40

/**
 * tl_layout_curve_at:
 * @points: (array length=n_points): control points as tl_layout_line_route() gives them
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

/* Goes on from the last point to @end, beginning and ending upright. */
void
_tl_layout_curve_drop (GArray       *points,
                       TlLayoutPoint end)
{
  TlLayoutPoint start = g_array_index (points, TlLayoutPoint, points->len - 1);
  double middle = (start.y + end.y) / 2;

  _tl_layout_curve_cubic (points, (TlLayoutPoint) { start.x, middle }, (TlLayoutPoint) { end.x, middle }, end);
}

/* Whether the stretch from @a to @b touches @box grown by @margin on all sides. */
static gboolean
stretch_hits (TlLayoutPoint      a,
              TlLayoutPoint      b,
              const TlLayoutBox *box,
              double             margin)
{
  double from = 0;
  double to = 1;
  double starts[2] = { a.x, a.y };
  double moves[2] = { b.x - a.x, b.y - a.y };
  double lows[2] = { box->x - margin, box->y - margin };
  double highs[2] = { box->x + box->width + margin, box->y + box->height + margin };

  for (int i = 0; i < 2; i++)
    {
      double one;
      double two;

      if (fabs (moves[i]) < 1e-9)
        {
          if (starts[i] <= lows[i] || starts[i] >= highs[i])
            return FALSE;
          continue;
        }
      one = (lows[i] - starts[i]) / moves[i];
      two = (highs[i] - starts[i]) / moves[i];
      from = MAX (from, MIN (one, two));
      to = MIN (to, MAX (one, two));
    }
  return from < to;
}

guint
_tl_layout_curve_hits (const TlLayoutRoute *route,
                       const TlLayoutPoint *points,
                       guint                n_points)
{
  guint n_hits = 0;
  guint n_pieces = N_PIECES * ((n_points - 1) / 3);
  double left = points[0].x;
  double right = points[0].x;

  for (guint i = 1; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
    }
  for (guint i = 0; i < route->near->len; i++)
    {
      const TlLayoutBox *box = &route->boxes[g_array_index (route->near, int, i)];
      TlLayoutPoint last = points[0];

      if (box->x > right + TL_LAYOUT_LEAST_CLEARANCE || box->x + box->width < left - TL_LAYOUT_LEAST_CLEARANCE)
        continue;
      for (guint j = 1; j <= n_pieces; j++)
        {
          TlLayoutPoint next = tl_layout_curve_at (points, n_points, (double) j / n_pieces);

          if (stretch_hits (last, next, box, TL_LAYOUT_LEAST_CLEARANCE))
            {
              n_hits++;
              break;
            }
          last = next;
        }
    }
  return n_hits;
}

