/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curve of one line that goes its own way round the boxes: one cubic if nothing is in its way, else a chain of
 * cubics through the gaps of the rows it passes.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Boxes less apart than this, top to bottom, count as side by side. */
#define LEAST_DROP 12.0
#define LOOP_SIZE 30.0
/* How far a line that goes round boxes beside it stays above or below them. */
#define DETOUR 36.0
/* How far to the left and right of both ends a way is looked for; four times as far, and so on, where there is none. */
#define FIRST_MARGIN 480.0
#define MAX_MARGIN 10000.0

typedef enum
{
  WAY_LOOP, /* from a box to itself */
  WAY_DOWN, /* from the bottom of one box to the top of another below it */
  WAY_UP,
  WAY_SIDE, /* between boxes side by side */
} Way;

/* Which sides @line joins. */
static Way
find_sides (const TlLayoutBox  *boxes,
            const TlLayoutLine *line)
{
  const TlLayoutBox *from = &boxes[line->from];
  const TlLayoutBox *to = &boxes[line->to];

  if (line->from == line->to)
    return WAY_LOOP;
  if (to->y - (from->y + from->height) >= LEAST_DROP)
    return WAY_DOWN;
  if (from->y - (to->y + to->height) >= LEAST_DROP)
    return WAY_UP;
  return WAY_SIDE;
}

/* Looks for boxes, other than the two ends, where the line may go. */
static void
find_near (TlLayoutRoute       *route,
           const TlLayoutIndex *index,
           const TlLayoutLine  *line,
           TlLayoutArea         area)
{
  route->area = area;
  g_array_set_size (route->near, 0);
  _tl_layout_index_find (index, &area, line, route->near);
}

/* Looks for a way in an ever wider stripe until there is a gap in every row. */
static void
find_way (TlLayoutRoute       *route,
          const TlLayoutIndex *index,
          const TlLayoutLine  *line,
          GArray              *points)
{
  double left = MIN (route->start.x, route->end.x);
  double right = MAX (route->start.x, route->end.x);

  for (double margin = FIRST_MARGIN; margin < MAX_MARGIN; margin *= 4)
    {
      find_near (route, index, line,
                 (TlLayoutArea) { left - margin, right + margin, route->start.y, route->end.y });
      if (_tl_layout_gap_route (route, points))
        return;
    }
  find_near (route, index, line, (TlLayoutArea) { -G_MAXDOUBLE, G_MAXDOUBLE, route->start.y, route->end.y });
  _tl_layout_gap_route (route, points);
}

/* From the bottom of the upper box to the top of the lower one. */
static void
route_down (TlLayoutRoute       *route,
            const TlLayoutIndex *index,
            const TlLayoutLine  *line,
            GArray              *points)
{
  TlLayoutPoint direct[4];
  guint n_hits;

  g_array_append_val (points, route->start);
  _tl_layout_curve_drop (points, route->end);
  find_near (route, index, line,
             (TlLayoutArea) { MIN (route->start.x, route->end.x) - TL_LAYOUT_LEAST_CLEARANCE,
                              MAX (route->start.x, route->end.x) + TL_LAYOUT_LEAST_CLEARANCE,
                              route->start.y, route->end.y });
  n_hits = _tl_layout_curve_hits (route, (TlLayoutPoint *) points->data, points->len, G_MAXUINT);
  if (n_hits == 0)
    return;

  memcpy (direct, points->data, sizeof direct);
  g_array_set_size (points, 1);
  find_way (route, index, line, points);
  if (_tl_layout_curve_hits (route, (TlLayoutPoint *) points->data, points->len, n_hits) < n_hits)
    return;
  g_array_set_size (points, 0);
  g_array_append_vals (points, direct, 4);
}

static void
route_loop (const TlLayoutBox *box,
            GArray            *points)
{
  double right = box->x + box->width;
  double middle = box->y + box->height / 2;
  double quarter = box->height / 4;
  TlLayoutPoint start = { right, middle - quarter };

  g_array_append_val (points, start);
  _tl_layout_curve_cubic (points, (TlLayoutPoint) { right + LOOP_SIZE, middle - 2 * quarter },
             (TlLayoutPoint) { right + LOOP_SIZE, middle + 2 * quarter }, (TlLayoutPoint) { right, middle + quarter });
}

/* Goes from the middle of the upper or lower side of one box to that of the other, past what is between them. */
static void
route_round (const TlLayoutRoute *route,
             const TlLayoutLine  *line,
             gboolean             below,
             GArray              *points)
{
  const TlLayoutBox *from = &route->boxes[line->from];
  const TlLayoutBox *to = &route->boxes[line->to];
  TlLayoutPoint start = { from->x + from->width / 2, below ? from->y + from->height : from->y };
  TlLayoutPoint end = { to->x + to->width / 2, below ? to->y + to->height : to->y };
  double far = below ? MAX (start.y, end.y) + DETOUR : MIN (start.y, end.y) - DETOUR;

  g_array_set_size (points, 0);
  g_array_append_val (points, start);
  _tl_layout_curve_cubic (points, (TlLayoutPoint) { start.x, far }, (TlLayoutPoint) { end.x, far }, end);
}

/* Between boxes side by side: straight across, or else below or above what is between them. */
static void
route_side (TlLayoutRoute       *route,
            const TlLayoutIndex *index,
            const TlLayoutLine  *line,
            GArray              *points)
{
  const TlLayoutBox *from = &route->boxes[line->from];
  const TlLayoutBox *to = &route->boxes[line->to];
  gboolean to_right = from->x + from->width / 2 <= to->x + to->width / 2;
  TlLayoutPoint start = { to_right ? from->x + from->width : from->x, from->y + from->height / 2 };
  TlLayoutPoint end = { to_right ? to->x : to->x + to->width, to->y + to->height / 2 };
  double middle = (start.x + end.x) / 2;
  guint n_hits;

  g_array_append_val (points, start);
  _tl_layout_curve_cubic (points, (TlLayoutPoint) { middle, start.y }, (TlLayoutPoint) { middle, end.y }, end);
  find_near (route, index, line,
             (TlLayoutArea) { MIN (from->x, to->x) - TL_LAYOUT_LEAST_CLEARANCE,
                              MAX (from->x + from->width, to->x + to->width) + TL_LAYOUT_LEAST_CLEARANCE,
                              MIN (from->y, to->y) - DETOUR,
                              MAX (from->y + from->height, to->y + to->height) + DETOUR });
  n_hits = _tl_layout_curve_hits (route, (TlLayoutPoint *) points->data, points->len, G_MAXUINT);
  if (n_hits == 0)
    return;
  route_round (route, line, TRUE, points);
  n_hits = _tl_layout_curve_hits (route, (TlLayoutPoint *) points->data, points->len, G_MAXUINT);
  if (n_hits == 0)
    return;
  route_round (route, line, FALSE, points);
  if (_tl_layout_curve_hits (route, (TlLayoutPoint *) points->data, points->len, n_hits) >= n_hits)
    route_round (route, line, TRUE, points);
}

/*
 * Appends the curve of @line, found from the boxes alone: see tl_layout_routes_get().
 */
void
_tl_layout_route (const TlLayoutIndex *index,
                  const TlLayoutLine  *line,
                  GArray              *points)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (TlLayoutRow));
  g_autoptr (GArray) gaps = g_array_new (FALSE, TRUE, sizeof (TlLayoutGap));
  TlLayoutRoute route = { .near = near, .rows = rows, .gaps = gaps };
  const TlLayoutBox *boxes = _tl_layout_index_boxes (index, NULL);
  const TlLayoutBox *from = &boxes[line->from];
  const TlLayoutBox *to = &boxes[line->to];
  Way way = find_sides (boxes, line);

  route.boxes = boxes;
  route.number = (guint) line->from * 3 + (guint) line->to;
  if (way == WAY_LOOP)
    route_loop (from, points);
  else if (way == WAY_SIDE)
    route_side (&route, index, line, points);
  else
    {
      gboolean down = way == WAY_DOWN;
      const TlLayoutBox *upper = down ? from : to;
      const TlLayoutBox *lower = down ? to : from;

      route.start = (TlLayoutPoint) { upper->x + upper->width / 2 + (down ? line->from_at : line->to_at),
                                      upper->y + upper->height };
      route.end = (TlLayoutPoint) { lower->x + lower->width / 2 + (down ? line->to_at : line->from_at), lower->y };
      route_down (&route, index, line, points);
      if (!down)
        _tl_layout_curve_reverse (points);
    }
}
