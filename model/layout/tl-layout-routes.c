/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curves of all lines of a drawing, found from boxes and lines alone, so that canvas, hit test and pictures agree
 * wherever a person has put the boxes.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

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
  if (!routes->weave->is_free[line] || routes->has_moved[ends->from] || routes->has_moved[ends->to])
    {
      _tl_layout_route (routes->index, ends, points);
      return;
    }
  _tl_layout_string_draw (&g_array_index (routes->ways->corners, TlLayoutCorner, routes->ways->first[line]),
                          routes->ways->n[line], points);
  if (routes->weave->box[routes->weave->upper[line]] != ends->from)
    _tl_layout_curve_reverse (points);
}
