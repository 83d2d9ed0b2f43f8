/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curves of all lines of a drawing, found from boxes and lines alone, so that canvas, hit test and pictures agree
 * wherever a person has put the boxes.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-route-private.h"

/* A bend is rounded over so long a stretch of line before and after it, if there is room. */
#define ROUNDING 40.0

struct _TlLayoutRoutes
{
  TlLayoutIndex *index;
  TlLayoutLine *lines;
  guint n_lines;
  TlLayoutStoreys *storeys;
  TlLayoutWeave *weave;
  TlLayoutWays *ways;
  gboolean *has_moved; /* boxes, since the routes were found */
};

/**
 * tl_layout_routes_new: (constructor)
 * @boxes: (array length=n_boxes): boxes with positions
 * @n_boxes: number of boxes
 * @lines: (array length=n_lines): lines between them
 * @n_lines: number of lines
 *
 * Finds routes for all lines together, such that few of them cross. Copies of @boxes and @lines are kept. May run in
 * any thread.
 *
 * Returns: (transfer full): the routes, to be freed with tl_layout_routes_free()
 */
TlLayoutRoutes *
tl_layout_routes_new (const TlLayoutBox  *boxes,
                      guint               n_boxes,
                      const TlLayoutLine *lines,
                      guint               n_lines)
{
  TlLayoutRoutes *routes;

  g_return_val_if_fail (boxes != NULL || n_boxes == 0, NULL);
  g_return_val_if_fail (lines != NULL || n_lines == 0, NULL);

  routes = g_new0 (TlLayoutRoutes, 1);
  routes->index = _tl_layout_index_new (boxes, n_boxes);
  routes->lines = g_memdup2 (lines, sizeof (TlLayoutLine) * n_lines);
  routes->n_lines = n_lines;
  routes->has_moved = g_new0 (gboolean, n_boxes + 1);
  routes->storeys = _tl_layout_storeys_new (boxes, n_boxes);
  routes->weave = _tl_layout_weave_new (boxes, n_boxes, lines, n_lines, routes->storeys);
  _tl_layout_lead (routes->weave);
  _tl_layout_ports (routes->weave, routes->lines);
  routes->ways = _tl_layout_ways_new (routes->weave, routes->storeys, boxes, routes->lines);
  return routes;
}

/**
 * tl_layout_routes_free:
 * @routes: (transfer full): the routes
 */
void
tl_layout_routes_free (TlLayoutRoutes *routes)
{
  g_return_if_fail (routes != NULL);

  _tl_layout_index_free (routes->index);
  _tl_layout_storeys_free (routes->storeys);
  _tl_layout_weave_free (routes->weave);
  _tl_layout_ways_free (routes->ways);
  g_free (routes->lines);
  g_free (routes->has_moved);
  g_free (routes);
}

/**
 * tl_layout_routes_move_box:
 * @routes: the routes
 * @box: number of a box
 * @x: its left edge from now on
 * @y: its top edge from now on
 *
 * Lets the lines of one box follow it, each going its own way round boxes; all other lines stay as they are. That is
 * for a box that is being dragged: where it comes to rest, make new routes.
 */
void
tl_layout_routes_move_box (TlLayoutRoutes *routes,
                           guint           box,
                           double          x,
                           double          y)
{
  g_return_if_fail (routes != NULL);

  _tl_layout_index_move_box (routes->index, box, x, y);
  routes->has_moved[box] = TRUE;
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

  return MIN (MIN (ROUNDING, MIN (in, out) / 2), corner->room / half_sine);
}

/* Draws a line from corner to corner, rounding those between its ends. */
static void
draw (const TlLayoutRoutes *routes,
      guint                 number,
      GArray               *points)
{
  const TlLayoutWeave *weave = routes->weave;
  const TlLayoutCorner *corners = &g_array_index (routes->ways->corners, TlLayoutCorner, routes->ways->first[number]);
  guint n = routes->ways->n[number];

  g_array_append_val (points, corners[0].point);
  for (guint i = 1; i + 1 < n; i++)
    {
      TlLayoutPoint corner = corners[i].point;
      double rounding = find_rounding (corners[i - 1].point, &corners[i], corners[i + 1].point);
      TlLayoutPoint begin = point_towards (corner, corners[i - 1].point, rounding);
      TlLayoutPoint end = point_towards (corner, corners[i + 1].point, rounding);

      _tl_layout_curve_line (points, begin);
      _tl_layout_curve_cubic (points, point_towards (corner, begin, rounding / 3),
                              point_towards (corner, end, rounding / 3), end);
    }
  _tl_layout_curve_line (points, corners[n - 1].point);
  if (weave->box[weave->upper[number]] != routes->lines[number].from)
    _tl_layout_curve_reverse (points);
}

/**
 * tl_layout_routes_get:
 * @routes: the routes
 * @line: number of a line
 * @points: (element-type TlLayoutPoint): emptied, then filled with the control points
 *
 * Gives the curve of a line: a chain of cubic Bézier curves, as a beginning and then three points for each cubic. To a
 * box further down it goes from bottom to top, to one further up from top to bottom, to one beside it from side to
 * side, and to itself in a loop at the right. It keeps clear of other boxes unless they are packed too closely.
 */
void
tl_layout_routes_get (const TlLayoutRoutes *routes,
                      guint                 line,
                      GArray               *points)
{
  const TlLayoutLine *ends;

  g_return_if_fail (routes != NULL && points != NULL);
  g_return_if_fail (line < routes->n_lines);

  ends = &routes->lines[line];
  g_array_set_size (points, 0);
  if (routes->weave->is_free[line] && !routes->has_moved[ends->from] && !routes->has_moved[ends->to])
    draw (routes, line, points);
  else
    _tl_layout_route (routes->index, ends, points);
}
