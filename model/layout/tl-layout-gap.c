/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of a line through the gaps of the rows it passes: the shortest, with as few bends as the boxes allow.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

#include <math.h>

/* Free space between a line and a box it passes, if there is room: from the least, in so many steps, line by line. */
#define CLEARANCE 5.0
#define CLEARANCE_STEP 3.0
#define N_CLEARANCES 4
/* Gaps of each row that are considered, the nearest first. */
#define MAX_GAPS 6
/* Price of going sideways where there is no room for it. */
#define SQUEEZE_PRICE 1e4

static int
compare_tops (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const TlLayoutBox *boxes = user_data;
  int box_a = *(const int *) a;
  int box_b = *(const int *) b;

  if (boxes[box_a].y != boxes[box_b].y)
    return boxes[box_a].y < boxes[box_b].y ? -1 : 1;
  return box_a - box_b;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const TlLayoutBox *boxes = user_data;
  int box_a = *(const int *) a;
  int box_b = *(const int *) b;

  if (boxes[box_a].x != boxes[box_b].x)
    return boxes[box_a].x < boxes[box_b].x ? -1 : 1;
  return box_a - box_b;
}

/* Groups the boxes near by into rows: boxes that overlap from top to bottom are in one row. */
static void
find_rows (TlLayoutRoute *route)
{
  g_array_sort_with_data (route->near, compare_tops, (gpointer) route->boxes);
  for (guint i = 0; i < route->near->len; i++)
    {
      const TlLayoutBox *box = &route->boxes[g_array_index (route->near, int, i)];
      double bottom = MIN (box->y + box->height, route->end.y);
      TlLayoutRow *last = route->rows->len > 0 ? &g_array_index (route->rows, TlLayoutRow, route->rows->len - 1) : NULL;
      TlLayoutRow row = { MAX (box->y, route->start.y), bottom, i, i + 1 };

      if (last != NULL && box->y < last->bottom + TL_LAYOUT_LEAST_CLEARANCE)
        {
          last->bottom = MAX (last->bottom, bottom);
          last->end = i + 1;
        }
      else
        g_array_append_val (route->rows, row);
    }
  for (guint i = 0; i < route->rows->len; i++)
    {
      const TlLayoutRow *row = &g_array_index (route->rows, TlLayoutRow, i);

      g_qsort_with_data (&g_array_index (route->near, int, row->first), (int) (row->end - row->first), sizeof (int),
                         compare_lefts, (gpointer) route->boxes);
    }
}

/* Keeps the gap at @x among the best of its row, @n of them being known, sorted by their distance from @ideal. */
static guint
keep_gap (TlLayoutGap *gaps,
          guint        n,
          double       x,
          double       ideal)
{
  guint i = n;

  for (guint j = 0; j < n; j++)
    if (fabs (gaps[j].x - x) < 0.5)
      return n;
  if (n == MAX_GAPS && fabs (gaps[n - 1].x - ideal) <= fabs (x - ideal))
    return n;
  if (n == MAX_GAPS)
    i = n - 1;
  for (; i > 0 && fabs (gaps[i - 1].x - ideal) > fabs (x - ideal); i--)
    gaps[i] = gaps[i - 1];
  gaps[i].x = x;
  return MIN (n + 1, MAX_GAPS);
}

/* Finds the best places to pass @row: in each gap the one nearest to the straight way, and those below either end. */
static guint
find_gaps (const TlLayoutRoute *route,
           const TlLayoutRow   *row,
           TlLayoutGap         *gaps)
{
  double share = ((row->top + row->bottom) / 2 - route->start.y) / (route->end.y - route->start.y);
  double ideal = route->start.x + share * (route->end.x - route->start.x);
  double from = route->area.left;
  guint n = 0;

  for (guint i = row->first; i <= row->end; i++)
    {
      const TlLayoutBox *box = i < row->end ? &route->boxes[g_array_index (route->near, int, i)] : NULL;
      double to = box != NULL ? box->x : route->area.right;

      if (to - from >= 2 * TL_LAYOUT_LEAST_CLEARANCE + 1)
        {
          double clearance = MIN (route->clearance, (to - from) / 2 - 0.5);

          n = keep_gap (gaps, n, CLAMP (ideal, from + clearance, to - clearance), ideal);
          n = keep_gap (gaps, n, CLAMP (route->start.x, from + clearance, to - clearance), ideal);
          n = keep_gap (gaps, n, CLAMP (route->end.x, from + clearance, to - clearance), ideal);
        }
      if (box != NULL)
        from = MAX (from, box->x + box->width);
    }
  return n;
}

static double
price_of_step (TlLayoutPoint from,
               TlLayoutPoint to)
{
  double aside = fabs (to.x - from.x);
  double drop = to.y - from.y;

  if (aside < 0.5)
    return 0;
  return aside + (drop < TL_LAYOUT_LEAST_CLEARANCE ? SQUEEZE_PRICE : aside * MIN (0.2, 4 / drop));
}

/*
 * Chooses a gap in every row such that the way from start to end is short: the cheapest way, row by row. Returns
 * whether every row has a gap.
 */
static gboolean
choose_gaps (TlLayoutRoute *route,
             double        *passes)
{
  guint n_rows = route->rows->len;
  guint n_before = 1;
  TlLayoutGap origin = { route->start.x, 0, -1 };
  const TlLayoutGap *before = &origin;
  double y = route->start.y;
  int best = 0;

  g_array_set_size (route->gaps, (n_rows + 1) * MAX_GAPS);
  for (guint i = 0; i <= n_rows; i++)
    {
      const TlLayoutRow *row = i < n_rows ? &g_array_index (route->rows, TlLayoutRow, i) : NULL;
      TlLayoutGap *gaps = &g_array_index (route->gaps, TlLayoutGap, i * MAX_GAPS);
      double top = row != NULL ? row->top : route->end.y;
      guint n = row != NULL ? find_gaps (route, row, gaps) : 1;

      if (n == 0)
        return FALSE;
      if (row == NULL)
        gaps[0].x = route->end.x;
      for (guint j = 0; j < n; j++)
        {
          gaps[j].price = G_MAXDOUBLE;
          for (guint k = 0; k < n_before; k++)
            {
              TlLayoutPoint from = { before[k].x, y };
              TlLayoutPoint to = { gaps[j].x, top };
              double price = before[k].price + price_of_step (from, to);

              if (price >= gaps[j].price)
                continue;
              gaps[j].price = price;
              gaps[j].previous = (int) k;
            }
        }
      before = gaps;
      n_before = n;
      y = row != NULL ? row->bottom : y;
    }
  for (guint i = n_rows + 1; i-- > 0;)
    {
      const TlLayoutGap *gap = &g_array_index (route->gaps, TlLayoutGap, i * MAX_GAPS + (guint) best);

      if (i < n_rows)
        passes[i] = gap->x;
      best = gap->previous;
    }
  return TRUE;
}

/* The point at which the way, having passed @row, is ready to go sideways again; row 0 stands for the start. */
static TlLayoutPoint
point_after (const TlLayoutRoute *route,
             const double        *passes,
             guint                row)
{
  if (row == 0)
    return route->start;
  return (TlLayoutPoint) { passes[row - 1], g_array_index (route->rows, TlLayoutRow, row - 1).bottom };
}

static TlLayoutPoint
point_before (const TlLayoutRoute *route,
              const double        *passes,
              guint                row)
{
  if (row == route->rows->len)
    return route->end;
  return (TlLayoutPoint) { passes[row], g_array_index (route->rows, TlLayoutRow, row).top };
}

/*
 * Draws the way through the gaps with as few bends as the boxes allow: from each point on as far as one curve
 * reaches.
 */
static void
draw_through_gaps (TlLayoutRoute *route,
                   const double  *passes,
                   GArray        *points)
{
  guint n_rows = route->rows->len;
  guint done = 0; /* rows passed */

  while (TRUE)
    {
      TlLayoutPoint start = point_after (route, passes, done);
      TlLayoutPoint next = point_before (route, passes, done);
      guint reach = done;

      for (guint i = n_rows; i > done; i--)
        {
          TlLayoutPoint far = point_before (route, passes, i);
          double middle = (start.y + far.y) / 2;
          TlLayoutPoint cubic[4] = { start, { start.x, middle }, { far.x, middle }, far };

          if (_tl_layout_curve_hits (route, cubic, 4, 1) > 0)
            continue;
          reach = i;
          next = far;
          break;
        }
      if (next.y > start.y || next.x != start.x)
        _tl_layout_curve_drop (points, next);
      if (reach == n_rows)
        break;
      _tl_layout_curve_drop (points, point_after (route, passes, reach + 1));
      done = reach + 1;
    }
}

/*
 * Appends to @points, which ends in the start of @route, the way to its end.
 *
 * Returns: whether there is any within its area
 */
gboolean
_tl_layout_gap_route (TlLayoutRoute *route,
                      GArray        *points)
{
  g_autofree double *passes = NULL;

  route->clearance = CLEARANCE + CLEARANCE_STEP * (route->number % N_CLEARANCES);
  g_array_set_size (route->rows, 0);
  find_rows (route);
  passes = g_new0 (double, route->rows->len + 1);
  if (!choose_gaps (route, passes))
    return FALSE;
  draw_through_gaps (route, passes, points);
  return TRUE;
}
