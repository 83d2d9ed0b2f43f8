/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way down of a line that goes alone, past all boxes that are in its way: the free space is cut into cells, one row
 * of them between any two heights at which a box begins or ends, and the way leads through the cells that take it least
 * far aside.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-route-private.h"

/* A piece of free space; the line enters it at @x. */
typedef struct
{
  double left;
  double right;
  double x;
  double price;
  int previous; /* cell in the row above, counted from the first of all; -1 if it cannot be reached */
} Cell;

typedef struct
{
  const GArray *areas; /* (element-type TlLayoutArea): what is in the way, by left edge */
  TlLayoutPoint start;
  TlLayoutPoint end;
  double left; /* how far aside the line may go */
  double right;
  GArray *heights; /* (element-type double) */
  GArray *cells;   /* row by row */
  GArray *rows;    /* (element-type guint): the first cell of each; one more entry holds the end */
} Search;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double value_a = *(const double *) a;
  double value_b = *(const double *) b;

  return (value_a > value_b) - (value_a < value_b);
}

static void
list_heights (Search *search)
{
  guint n_kept = 1;

  g_array_append_val (search->heights, search->start.y);
  g_array_append_val (search->heights, search->end.y);
  for (guint i = 0; i < search->areas->len; i++)
    {
      const TlLayoutArea *area = &g_array_index (search->areas, TlLayoutArea, i);

      if (area->top > search->start.y && area->top < search->end.y)
        g_array_append_val (search->heights, area->top);
      if (area->bottom > search->start.y && area->bottom < search->end.y)
        g_array_append_val (search->heights, area->bottom);
    }
  g_array_sort (search->heights, compare_doubles);
  for (guint i = 1; i < search->heights->len; i++)
    if (g_array_index (search->heights, double, i) > g_array_index (search->heights, double, n_kept - 1))
      g_array_index (search->heights, double, n_kept++) = g_array_index (search->heights, double, i);
  g_array_set_size (search->heights, n_kept);
}

/* Adds the cells between @top and @bottom, from left to right. */
static void
add_row (Search *search,
         double  top,
         double  bottom)
{
  Cell cell = { search->left, search->right, 0, G_MAXDOUBLE, -1 };

  g_array_append_val (search->rows, search->cells->len);
  for (guint i = 0; i < search->areas->len; i++)
    {
      const TlLayoutArea *area = &g_array_index (search->areas, TlLayoutArea, i);

      if (area->top >= bottom || area->bottom <= top)
        continue;
      cell.right = MIN (area->left, search->right);
      if (cell.right > cell.left)
        g_array_append_val (search->cells, cell);
      cell.left = MAX (cell.left, area->right);
    }
  cell.right = search->right;
  if (cell.right > cell.left)
    g_array_append_val (search->cells, cell);
}

/* Finds for the cells of @row from where each is reached best. */
static void
reach_row (Search *search,
           guint   row)
{
  guint above = g_array_index (search->rows, guint, row - 1);
  guint first = g_array_index (search->rows, guint, row);
  guint end = g_array_index (search->rows, guint, row + 1);
  gboolean is_last = end == search->cells->len;

  for (guint i = above; i < first; i++)
    {
      const Cell *from = &g_array_index (search->cells, Cell, i);

      if (from->price == G_MAXDOUBLE)
        continue;
      for (guint j = first; j < end; j++)
        {
          Cell *to = &g_array_index (search->cells, Cell, j);
          double x;
          double price;

          if (to->right < from->left || to->left > from->right)
            continue;
          x = CLAMP (from->x, MAX (from->left, to->left), MIN (from->right, to->right));
          price = from->price + fabs (x - from->x) + (is_last ? fabs (x - search->end.x) : 0);
          if (price >= to->price)
            continue;
          to->x = x;
          to->price = price;
          to->previous = (int) i;
        }
    }
}

/* Adds the gates between the cells that lead to @cell, from the top. */
static void
add_gates (const Search *search,
           int           cell,
           double        room,
           GArray       *gates)
{
  guint n = search->heights->len - 2;

  g_array_set_size (gates, n);
  for (guint i = n; i-- > 0;)
    {
      const Cell *lower = &g_array_index (search->cells, Cell, cell);
      const Cell *upper = &g_array_index (search->cells, Cell, lower->previous);

      g_array_index (gates, TlLayoutGate, i) = (TlLayoutGate) {
        g_array_index (search->heights, double, i + 1),
        MAX (lower->left, upper->left), MIN (lower->right, upper->right), room,
      };
      cell = lower->previous;
    }
  _tl_layout_string_add (gates, search->end.y, search->end.x, search->end.x, 0);
}

static int
compare_areas (gconstpointer a,
               gconstpointer b)
{
  double left_a = ((const TlLayoutArea *) a)->left;
  double left_b = ((const TlLayoutArea *) b)->left;

  return (left_a > left_b) - (left_a < left_b);
}

/* The best cell of the last row, which has to hold the end; -1 if it cannot be reached. */
static int
find_last_cell (Search *search)
{
  guint n_rows = search->heights->len - 1;

  for (guint i = 0; i < n_rows; i++)
    add_row (search, g_array_index (search->heights, double, i), g_array_index (search->heights, double, i + 1));
  g_array_append_val (search->rows, search->cells->len);
  for (guint i = 0; i < g_array_index (search->rows, guint, 1); i++)
    {
      Cell *cell = &g_array_index (search->cells, Cell, i);

      if (search->start.x < cell->left || search->start.x > cell->right)
        continue;
      cell->x = search->start.x;
      cell->price = 0;
    }
  for (guint i = 1; i < n_rows; i++)
    reach_row (search, i);
  for (guint i = g_array_index (search->rows, guint, n_rows - 1); i < search->cells->len; i++)
    {
      const Cell *cell = &g_array_index (search->cells, Cell, i);

      if (cell->price < G_MAXDOUBLE && search->end.x >= cell->left && search->end.x <= cell->right)
        return (int) i;
    }
  return -1;
}

/*
 * @areas: (element-type TlLayoutArea): what is in the way; sorted here
 * @margin: how far to the left and right of both ends the line may go
 * @room: how far from what is really in the way the areas keep
 * @corners: (element-type TlLayoutCorner): the corners of the way are appended
 *
 * Returns: whether there is a way from @start down to @end that touches no area
 */
gboolean
_tl_layout_alone (GArray       *areas,
                  TlLayoutPoint start,
                  TlLayoutPoint end,
                  double        margin,
                  double        room,
                  GArray       *corners)
{
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) gates = g_array_new (FALSE, FALSE, sizeof (TlLayoutGate));
  double left = MIN (start.x, end.x) - margin;
  double right = MAX (start.x, end.x) + margin;
  Search search = { areas, start, end, left, right, heights, cells, rows };
  int cell;

  g_array_sort (areas, compare_areas);
  list_heights (&search);
  cell = find_last_cell (&search);
  if (cell < 0)
    return FALSE;
  add_gates (&search, cell, room, gates);
  _tl_layout_string_pull (gates, start, corners);
  return TRUE;
}
