/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The boxes of a drawing by where they are: a grid whose columns and rows hold about as many boxes each, however they
 * are spread, so that a line need only look at the boxes it can meet.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-route-private.h"

/* Boxes in a cell, on average, if they are spread evenly. */
#define BOXES_PER_CELL 4

struct _TlLayoutIndex
{
  TlLayoutBox *boxes;
  guint n_boxes;
  guint n_strips; /* columns, and rows */
  double *lefts;  /* where each column begins, the first but one being at 1 */
  double *tops;   /* likewise for rows */
  GArray **cells; /* (element-type guint): row by row, the boxes whose upper left corner is in the cell */
  double max_width;
  double max_height;
};

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double value_a = *(const double *) a;
  double value_b = *(const double *) b;

  return (value_a > value_b) - (value_a < value_b);
}

/* Sorts @values and keeps those that part them into @n_strips equal lots. */
static double *
part_evenly (double *values,
             guint   n,
             guint   n_strips)
{
  double *begins = g_new0 (double, n_strips + 1);

  if (n > 0)
    qsort (values, n, sizeof (double), compare_doubles);
  for (guint i = 1; i < n_strips; i++)
    begins[i] = values[(gsize) i * n / n_strips];
  return begins;
}

/* The strip in which @value lies. */
static guint
find_strip (const double *begins,
            guint         n_strips,
            double        value)
{
  guint low = 0;
  guint high = n_strips;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (value >= begins[middle])
        low = middle;
      else
        high = middle;
    }
  return low;
}

static GArray *
find_cell (const TlLayoutIndex *index,
           const TlLayoutBox   *box)
{
  guint row = find_strip (index->tops, index->n_strips, box->y);
  guint column = find_strip (index->lefts, index->n_strips, box->x);

  return index->cells[row * index->n_strips + column];
}

static void
add_box (TlLayoutIndex *index,
         guint          box)
{
  g_array_append_val (find_cell (index, &index->boxes[box]), box);
  index->max_width = MAX (index->max_width, index->boxes[box].width);
  index->max_height = MAX (index->max_height, index->boxes[box].height);
}

/*
 * Takes note of where boxes are. The index keeps a copy of @boxes; tell it of a box that moves with
 * _tl_layout_index_move_box(), and make another when boxes come or go.
 *
 * Returns: (transfer full): the index
 */
TlLayoutIndex *
_tl_layout_index_new (const TlLayoutBox *boxes,
                     guint              n_boxes)
{
  TlLayoutIndex *index;
  g_autofree double *values = g_new (double, n_boxes + 1);

  index = g_new0 (TlLayoutIndex, 1);
  index->boxes = g_memdup2 (boxes, sizeof (TlLayoutBox) * n_boxes);
  index->n_boxes = n_boxes;
  index->n_strips = MAX ((guint) sqrt ((double) n_boxes / BOXES_PER_CELL), 1);
  for (guint i = 0; i < n_boxes; i++)
    values[i] = boxes[i].x;
  index->lefts = part_evenly (values, n_boxes, index->n_strips);
  for (guint i = 0; i < n_boxes; i++)
    values[i] = boxes[i].y;
  index->tops = part_evenly (values, n_boxes, index->n_strips);
  index->cells = g_new (GArray *, index->n_strips * index->n_strips);
  for (guint i = 0; i < index->n_strips * index->n_strips; i++)
    index->cells[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_boxes; i++)
    add_box (index, i);
  return index;
}

void
_tl_layout_index_free (TlLayoutIndex *index)
{
  for (guint i = 0; i < index->n_strips * index->n_strips; i++)
    g_array_unref (index->cells[i]);
  g_free (index->cells);
  g_free (index->lefts);
  g_free (index->tops);
  g_free (index->boxes);
  g_free (index);
}

/*
 * The left upper corner of @box is at @x, @y from now on.
 */
void
_tl_layout_index_move_box (TlLayoutIndex *index,
                          guint          box,
                          double         x,
                          double         y)
{
  GArray *cell;

  g_return_if_fail (box < index->n_boxes);
  g_return_if_fail (isfinite (x) && isfinite (y));

  cell = find_cell (index, &index->boxes[box]);
  for (guint i = 0; i < cell->len; i++)
    {
      if (g_array_index (cell, guint, i) != box)
        continue;
      g_array_remove_index_fast (cell, i);
      break;
    }
  index->boxes[box].x = x;
  index->boxes[box].y = y;
  add_box (index, box);
}

/*
 * @n_boxes: (out) (optional): their number
 *
 * Returns: (array length=n_boxes): the boxes, where they are now
 */
const TlLayoutBox *
_tl_layout_index_boxes (const TlLayoutIndex *index,
                        guint               *n_boxes)
{
  if (n_boxes != NULL)
    *n_boxes = index->n_boxes;
  return index->boxes;
}

/*
 * Appends to @found, in no particular order, the numbers of the boxes that reach into @area, save the ends of @line.
 */
void
_tl_layout_index_find (const TlLayoutIndex *index,
                       const TlLayoutArea  *area,
                       const TlLayoutLine  *line,
                       GArray              *found)
{
  guint first_row = find_strip (index->tops, index->n_strips, area->top - index->max_height);
  guint last_row = find_strip (index->tops, index->n_strips, area->bottom);
  guint first_column = find_strip (index->lefts, index->n_strips, area->left - index->max_width);
  guint last_column = find_strip (index->lefts, index->n_strips, area->right);

  for (guint row = first_row; row <= last_row; row++)
    for (guint column = first_column; column <= last_column; column++)
      {
        const GArray *cell = index->cells[row * index->n_strips + column];

        for (guint i = 0; i < cell->len; i++)
          {
            int number = (int) g_array_index (cell, guint, i);
            const TlLayoutBox *box = &index->boxes[number];

            if (number != line->from && number != line->to &&
                box->y < area->bottom && box->y + box->height > area->top &&
                box->x < area->right && box->x + box->width > area->left)
              g_array_append_val (found, number);
          }
      }
}
