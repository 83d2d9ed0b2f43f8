/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The curve of one line that goes alone: which sides of its boxes it joins, and its way from one to the other.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Boxes less apart than this, top to bottom, count as side by side. */
#define LEAST_DROP 12.0
#define LOOP_SIZE 30.0
/* How far aside a way is looked for at first; four times as far, and so on, where there is none. */
#define FIRST_MARGIN 480.0
#define MAX_MARGIN 1e6

static void
swap_axes (TlLayoutPoint *point)
{
  *point = (TlLayoutPoint) { point->y, point->x };
}

/* Lists the boxes, other than the two ends, that reach into the stripe in which the line may go. */
static GArray *
list_areas (const TlLayoutIndex *index,
            const TlLayoutLine  *line,
            const TlLayoutArea  *stripe,
            gboolean             aside,
            double               clearance)
{
  const TlLayoutBox *boxes = _tl_layout_index_boxes (index, NULL);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (TlLayoutArea));

  _tl_layout_index_find (index, stripe, line, near);
  for (guint i = 0; i < near->len; i++)
    {
      const TlLayoutBox *box = &boxes[g_array_index (near, int, i)];
      TlLayoutArea area = {
        box->x - clearance, box->x + box->width + clearance, box->y - clearance, box->y + box->height + clearance,
      };

      if (aside)
        area = (TlLayoutArea) { area.top, area.bottom, area.left, area.right };
      g_array_append_val (areas, area);
    }
  return areas;
}

/*
 * Finds the corners of the way from @start to @end, which is below it or, where the line goes @aside, to the right of
 * it: in an ever wider stripe, and if need be nearer by the boxes, until there is a way.
 */
static gboolean
find_way (const TlLayoutIndex *index,
          const TlLayoutLine  *line,
          TlLayoutPoint        start,
          TlLayoutPoint        end,
          gboolean             aside,
          GArray              *corners)
{
  const double clearances[] = { TL_LAYOUT_CLEARANCE, TL_LAYOUT_LEAST_CLEARANCE, 0 };

  for (double margin = FIRST_MARGIN; margin < MAX_MARGIN; margin *= 4)
    for (guint i = 0; i < G_N_ELEMENTS (clearances); i++)
      {
        double far = margin + TL_LAYOUT_CLEARANCE;
        TlLayoutArea stripe = {
          MIN (start.x, end.x) - (aside ? TL_LAYOUT_CLEARANCE : far),
          MAX (start.x, end.x) + (aside ? TL_LAYOUT_CLEARANCE : far),
          MIN (start.y, end.y) - (aside ? far : TL_LAYOUT_CLEARANCE),
          MAX (start.y, end.y) + (aside ? far : TL_LAYOUT_CLEARANCE),
        };
        g_autoptr (GArray) areas = list_areas (index, line, &stripe, aside, clearances[i]);
        TlLayoutPoint from = aside ? (TlLayoutPoint) { start.y, start.x } : start;
        TlLayoutPoint to = aside ? (TlLayoutPoint) { end.y, end.x } : end;

        if (!_tl_layout_alone (areas, from, to, margin, clearances[i], corners))
          continue;
        for (guint j = 0; aside && j < corners->len; j++)
          swap_axes (&g_array_index (corners, TlLayoutCorner, j).point);
        return TRUE;
      }
  return FALSE;
}

/* Between boxes side by side, or such that no line can go down from one to the other. */
static gboolean
find_way_aside (const TlLayoutIndex *index,
                const TlLayoutLine  *line,
                GArray              *corners)
{
  const TlLayoutBox *boxes = _tl_layout_index_boxes (index, NULL);
  const TlLayoutBox *from = &boxes[line->from];
  const TlLayoutBox *to = &boxes[line->to];
  gboolean to_right = from->x + from->width / 2 <= to->x + to->width / 2;
  const TlLayoutBox *left = to_right ? from : to;
  const TlLayoutBox *right = to_right ? to : from;
  TlLayoutPoint start = { left->x + left->width, left->y + left->height / 2 };
  TlLayoutPoint end = { right->x, right->y + right->height / 2 };

  return end.x > start.x && find_way (index, line, start, end, TRUE, corners);
}

/* Between boxes one above the other. */
static gboolean
find_way_down (const TlLayoutIndex *index,
               const TlLayoutLine  *line,
               gboolean             down,
               GArray              *corners)
{
  const TlLayoutBox *boxes = _tl_layout_index_boxes (index, NULL);
  const TlLayoutBox *upper = &boxes[down ? line->from : line->to];
  const TlLayoutBox *lower = &boxes[down ? line->to : line->from];
  TlLayoutPoint start = { upper->x + upper->width / 2 + (down ? line->from_at : line->to_at),
                          upper->y + upper->height };
  TlLayoutPoint end = { lower->x + lower->width / 2 + (down ? line->to_at : line->from_at), lower->y };

  return end.y - start.y >= LEAST_DROP && find_way (index, line, start, end, FALSE, corners);
}

/* Straight between the sides that face, whatever is in the way. */
static void
add_straight_way (const TlLayoutIndex *index,
                  const TlLayoutLine  *line,
                  GArray              *corners)
{
  const TlLayoutBox *boxes = _tl_layout_index_boxes (index, NULL);
  const TlLayoutBox *from = &boxes[line->from];
  const TlLayoutBox *to = &boxes[line->to];
  gboolean down = from->y + from->height / 2 <= to->y + to->height / 2;
  TlLayoutCorner start = { { from->x + from->width / 2, down ? from->y + from->height : from->y }, 0 };
  TlLayoutCorner end = { { to->x + to->width / 2, down ? to->y : to->y + to->height }, 0 };

  g_array_append_val (corners, start);
  g_array_append_val (corners, end);
}

/* A loop at the right or, if something is in the way there, at the left. */
static void
route_loop (const TlLayoutIndex *index,
            const TlLayoutLine  *line,
            GArray              *points)
{
  const TlLayoutBox *box = &_tl_layout_index_boxes (index, NULL)[line->from];
  double middle = box->y + box->height / 2;
  double quarter = box->height / 4;
  TlLayoutArea at_right = { box->x + box->width, box->x + box->width + LOOP_SIZE, middle - quarter, middle + quarter };
  TlLayoutArea at_left = { box->x - LOOP_SIZE, box->x, middle - quarter, middle + quarter };
  g_autoptr (GArray) in_way_right = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) in_way_left = g_array_new (FALSE, FALSE, sizeof (int));
  gboolean is_right;
  double x;
  double far;
  TlLayoutPoint start;

  _tl_layout_index_find (index, &at_right, line, in_way_right);
  _tl_layout_index_find (index, &at_left, line, in_way_left);
  is_right = in_way_right->len <= in_way_left->len;
  x = is_right ? box->x + box->width : box->x;
  far = is_right ? x + LOOP_SIZE : x - LOOP_SIZE;
  start = (TlLayoutPoint) { x, middle - quarter };
  g_array_append_val (points, start);
  _tl_layout_curve_cubic (points, (TlLayoutPoint) { far, middle - 2 * quarter },
                          (TlLayoutPoint) { far, middle + 2 * quarter }, (TlLayoutPoint) { x, middle + quarter });
}

/*
 * Appends the curve of @line, found from the boxes alone: see tl_layout_routes_get().
 */
void
_tl_layout_route (const TlLayoutIndex *index,
                  const TlLayoutLine  *line,
                  GArray              *points)
{
  const TlLayoutBox *boxes = _tl_layout_index_boxes (index, NULL);
  const TlLayoutBox *from = &boxes[line->from];
  const TlLayoutBox *to = &boxes[line->to];
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (TlLayoutCorner));
  gboolean is_backwards = FALSE;

  if (line->from == line->to)
    {
      route_loop (index, line, points);
      return;
    }
  if (find_way_down (index, line, TRUE, corners))
    is_backwards = FALSE;
  else if (find_way_down (index, line, FALSE, corners))
    is_backwards = TRUE;
  else if (find_way_aside (index, line, corners))
    is_backwards = from->x + from->width / 2 > to->x + to->width / 2;
  else
    add_straight_way (index, line, corners);
  _tl_layout_string_draw ((const TlLayoutCorner *) corners->data, corners->len, points);
  if (is_backwards)
    _tl_layout_curve_reverse (points);
}
