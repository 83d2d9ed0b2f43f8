/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts of the drawing side by side: connected parts, largest first, as close as their rows allow, and then the
 * boxes without lines as a block at the end of their band.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-private.h"

/* Width to height of a drawing in which no box has a line. */
#define DRAWING_ASPECT 2.2

typedef struct
{
  TlLayoutBox *boxes;
  TlLayoutRanks *ranks;
  const TlLayoutOptions *options;
  double *right; /* of every row: where what is placed ends */
} Pack;

static int
compare_nets (gconstpointer a,
              gconstpointer b)
{
  const TlLayoutNet *net_a = *(TlLayoutNet *const *) a;
  const TlLayoutNet *net_b = *(TlLayoutNet *const *) b;

  if (net_a->has_pins != net_b->has_pins)
    return net_a->has_pins ? -1 : 1;
  if (net_a->n_boxes != net_b->n_boxes)
    return net_a->n_boxes > net_b->n_boxes ? -1 : 1;
  return net_a->box[0] - net_b->box[0];
}

static double
left_edge (const TlLayoutNet *net,
           guint              rank)
{
  int node = net->order[net->start[rank]];

  return net->x[node] - net->width[node] / 2;
}

static double
right_edge (const TlLayoutNet *net,
            guint              rank)
{
  int node = net->order[net->start[rank + 1] - 1];

  return net->x[node] + net->width[node] / 2;
}

/* How far @net has to go to the right to clear what is placed in its rows and in the rows next to them. */
static double
shift_for_net (const Pack        *pack,
               const TlLayoutNet *net)
{
  int n_rows = pack->ranks->first[pack->ranks->n_bands];
  double shift = -G_MAXDOUBLE;

  if (net->has_pins)
    return 0;
  for (guint i = 0; i < net->n_ranks; i++)
    {
      int row = net->top_rank + (int) i;

      if (net->start[i] == net->start[i + 1])
        continue;
      for (int j = MAX (row - 1, 0); j <= MIN (row + 1, n_rows - 1); j++)
        shift = MAX (shift, pack->right[j] - left_edge (net, i));
    }
  return shift;
}

static void
place_net (Pack        *pack,
           TlLayoutNet *net)
{
  double shift = shift_for_net (pack, net);

  for (guint i = 0; i < net->n_nodes; i++)
    {
      TlLayoutBox *box = net->box[i] >= 0 ? &pack->boxes[net->box[i]] : NULL;

      if (box != NULL && !box->pinned)
        box->x = floor (net->x[i] + shift - box->width / 2);
    }
  for (guint i = 0; i < net->n_ranks; i++)
    {
      double *right = &pack->right[net->top_rank + (int) i];

      if (net->start[i] < net->start[i + 1])
        *right = MAX (*right, ceil (right_edge (net, i) + shift) + 2 * pack->options->box_gap);
    }
}

/* How many columns the block of the @list boxes of @band gets: no wider than the drawing, nor than twice its height. */
static guint
choose_columns (const Pack   *pack,
                const GArray *list,
                double        start,
                double        drawing_width)
{
  double widest = 0;
  double tallest = 0;
  double fitting;
  double squarish;

  for (guint i = 0; i < list->len; i++)
    {
      const TlLayoutBox *box = &pack->boxes[g_array_index (list, guint, i)];

      widest = MAX (widest, box->width + pack->options->box_gap);
      tallest = MAX (tallest, box->height + pack->options->row_gap / 2);
    }
  squarish = ceil (sqrt (list->len * DRAWING_ASPECT * tallest / widest));
  fitting = floor ((drawing_width - start) / widest);
  return (guint) CLAMP (MAX (squarish, fitting), 1, list->len);
}

/* Spreads the boxes of @list over @n_columns columns, row by row, beginning at @start. */
static void
place_block (Pack         *pack,
             const GArray *list,
             guint         n_columns,
             double        start)
{
  g_autofree double *column_x = g_new0 (double, n_columns + 1);

  for (guint i = 0; i < list->len; i++)
    {
      const TlLayoutBox *box = &pack->boxes[g_array_index (list, guint, i)];

      column_x[i % n_columns + 1] = MAX (column_x[i % n_columns + 1], box->width + pack->options->box_gap);
    }
  column_x[0] = start;
  for (guint i = 1; i <= n_columns; i++)
    column_x[i] += column_x[i - 1];
  for (guint i = 0; i < list->len; i++)
    {
      guint number = g_array_index (list, guint, i);

      pack->boxes[number].x = column_x[i % n_columns];
      pack->ranks->sub[number] = (int) (i / n_columns);
    }
}

static void
place_isolated (Pack         *pack,
                int           band,
                const GArray *list,
                double        drawing_width)
{
  TlLayoutRanks *ranks = pack->ranks;
  double start = 0;
  guint n_columns;
  int n_rows;

  for (int i = 0; i < ranks->n_subs[band]; i++)
    start = MAX (start, pack->right[ranks->first[band] + i]);
  n_columns = choose_columns (pack, list, start, drawing_width);
  n_rows = (int) ((list->len + n_columns - 1) / n_columns);

  /* A band that has the rows anyway makes use of them. */
  if (n_rows < ranks->n_subs[band])
    {
      n_rows = MIN (ranks->n_subs[band], MAX (n_rows, (int) ceil (sqrt (list->len / 2.0))));
      n_columns = (list->len + (guint) n_rows - 1) / (guint) n_rows;
    }
  place_block (pack, list, n_columns, start);
  ranks->n_subs[band] = MAX (ranks->n_subs[band], n_rows);
}

/* Width of a drawing of boxes without lines. */
static double
width_for_area (const Pack *pack,
                guint       n_boxes)
{
  double area = 0;

  for (guint i = 0; i < n_boxes; i++)
    area += (pack->boxes[i].width + pack->options->box_gap) * (pack->boxes[i].height + pack->options->row_gap);
  return sqrt (area * DRAWING_ASPECT);
}

/*
 * Sets the x of all boxes that are not pinned, and gives the boxes without lines their rows.
 */
void
_tl_layout_pack (TlLayoutBox           *boxes,
                 guint                  n_boxes,
                 GPtrArray             *nets,
                 TlLayoutRanks         *ranks,
                 const TlLayoutOptions *options,
                 GCancellable          *cancellable)
{
  int n_rows = ranks->first[ranks->n_bands];
  g_autofree double *right = g_new0 (double, n_rows + 1);
  g_autofree GArray **lists = g_new (GArray *, ranks->n_bands);
  Pack pack = { boxes, ranks, options, right };
  double drawing_width = width_for_area (&pack, n_boxes);

  g_ptr_array_sort (nets, compare_nets);
  for (guint i = 0; i < nets->len && !g_cancellable_is_cancelled (cancellable); i++)
    place_net (&pack, g_ptr_array_index (nets, i));
  for (int i = 0; i < n_rows; i++)
    drawing_width = MAX (drawing_width, right[i]);

  for (int i = 0; i < ranks->n_bands; i++)
    lists[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_boxes; i++)
    if (ranks->isolated[i] && !boxes[i].pinned)
      g_array_append_val (lists[boxes[i].band], i);
  for (int i = 0; i < ranks->n_bands; i++)
    {
      if (lists[i]->len > 0)
        place_isolated (&pack, i, lists[i], drawing_width);
      g_array_unref (lists[i]);
    }
  _tl_layout_ranks_number (ranks);
}
