/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A way as a string: pulled taut through gates one below the other, and drawn with its corners rounded.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-route-private.h"

/* A corner is rounded over so long a stretch before and after it, if there is room. */
#define ROUNDING 40.0
/* No straight piece shorter than this is drawn between two rounded corners. */
#define LEAST_LENGTH 0.01
/* A rounded corner is half this part of its room off the corner, so that two lines beside each other do not meet. */
#define ROOM_SHARE 0.8

/*
 * Adds a gate at @y, from @low to @high. Where one has no room at all, it is as wide as a point.
 */
void
_tl_layout_string_add (GArray *gates,
                       double  y,
                       double  low,
                       double  high,
                       double  room)
{
  TlLayoutGate gate = { y, low, high, room };

  if (low > high)
    gate.low = gate.high = (low + high) / 2;
  g_array_append_val (gates, gate);
}

/*
 * Appends to @corners those of the shortest way from @start through all gates, the last of which is its end.
 */
void
_tl_layout_string_pull (const GArray *gates,
                        TlLayoutPoint start,
                        GArray       *corners)
{
  TlLayoutCorner last = { start, 0 };
  double low_slope = -G_MAXDOUBLE;
  double high_slope = G_MAXDOUBLE;
  guint low = 0;
  guint high = 0;

  g_array_append_val (corners, last);
  for (guint i = 0; i < gates->len; i++)
    {
      const TlLayoutGate *gate = &g_array_index (gates, TlLayoutGate, i);
      double drop = gate->y - last.point.y;
      double to_low = (gate->low - last.point.x) / drop;
      double to_high = (gate->high - last.point.x) / drop;

      if (to_low > high_slope || to_high < low_slope)
        {
          const TlLayoutGate *bend = &g_array_index (gates, TlLayoutGate, to_low > high_slope ? high : low);

          i = to_low > high_slope ? high : low;
          last = (TlLayoutCorner) { { to_low > high_slope ? bend->high : bend->low, bend->y }, bend->room };
          g_array_append_val (corners, last);
          low_slope = -G_MAXDOUBLE;
          high_slope = G_MAXDOUBLE;
          continue;
        }
      if (to_low >= low_slope)
        {
          low_slope = to_low;
          low = i;
        }
      if (to_high <= high_slope)
        {
          high_slope = to_high;
          high = i;
        }
    }
  last = (TlLayoutCorner) { { g_array_index (gates, TlLayoutGate, gates->len - 1).low,
                              g_array_index (gates, TlLayoutGate, gates->len - 1).y }, 0 };
  g_array_append_val (corners, last);
}

/* The point on the way from @corner to @other at @distance. */
static TlLayoutPoint
point_towards (TlLayoutPoint corner,
               TlLayoutPoint other,
               double        distance)
{
  double share = distance / hypot (other.x - corner.x, other.y - corner.y);

  return (TlLayoutPoint) { corner.x + (other.x - corner.x) * share, corner.y + (other.y - corner.y) * share };
}

/* How far from a corner to begin rounding it, so that the curve stays in the room it has. */
static double
find_rounding (TlLayoutPoint before,
               const TlLayoutCorner *corner,
               TlLayoutPoint after)
{
  double in = hypot (corner->point.x - before.x, corner->point.y - before.y);
  double out = hypot (after.x - corner->point.x, after.y - corner->point.y);
  double turn = ((corner->point.x - before.x) * (after.x - corner->point.x) +
                 (corner->point.y - before.y) * (after.y - corner->point.y)) / (in * out);
  double half_sine = sqrt (MAX (0.5 - turn / 2, 1e-4)); /* of half the angle it turns by */

  return MIN (MIN (ROUNDING, MIN (in, out) / 2), ROOM_SHARE * corner->room / half_sine);
}

static void
go_straight (GArray       *points,
             TlLayoutPoint end)
{
  TlLayoutPoint start = g_array_index (points, TlLayoutPoint, points->len - 1);

  if (hypot (end.x - start.x, end.y - start.y) > LEAST_LENGTH || points->len == 1)
    _tl_layout_curve_line (points, end);
}

/*
 * Appends to @points, which is empty, the curve of a way with @n corners, its ends among them.
 */
void
_tl_layout_string_draw (const TlLayoutCorner *corners,
                        guint                 n,
                        GArray               *points)
{
  g_array_append_val (points, corners[0].point);
  for (guint i = 1; i + 1 < n; i++)
    {
      TlLayoutPoint corner = corners[i].point;
      double rounding = find_rounding (corners[i - 1].point, &corners[i], corners[i + 1].point);
      TlLayoutPoint begin = point_towards (corner, corners[i - 1].point, rounding);
      TlLayoutPoint end = point_towards (corner, corners[i + 1].point, rounding);

      go_straight (points, begin);
      _tl_layout_curve_cubic (points, point_towards (corner, begin, rounding / 3),
                              point_towards (corner, end, rounding / 3), end);
    }
  go_straight (points, corners[n - 1].point);
}
