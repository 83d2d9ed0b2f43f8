/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows and bands from top to bottom, the extent of each band, and room beside boxes that must not move.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-private.h"

/*
 * @taken: sorted by their beginning; top and bottom of each stand for its left and right end
 *
 * Returns: the left edge nearest to @x at which @width fits without touching what is taken
 */
double
_tl_layout_rows_free_x (const TlLayoutExtent *taken,
                        guint                 n_taken,
                        double                x,
                        double                width)
{
  double best = -G_MAXDOUBLE;
  double from = -G_MAXDOUBLE;

  for (guint i = 0; i <= n_taken; i++)
    {
      double to = i < n_taken ? taken[i].top - width : G_MAXDOUBLE;

      if (from <= to)
        {
          double here = CLAMP (x, from, to);

          if (fabs (here - x) < fabs (best - x))
            best = here;
        }
      if (i < n_taken)
        from = MAX (from, taken[i].bottom);
    }
  return best;
}

static int
compare_extents (gconstpointer a,
                 gconstpointer b)
{
  double top_a = ((const TlLayoutExtent *) a)->top;
  double top_b = ((const TlLayoutExtent *) b)->top;

  return (top_a > top_b) - (top_a < top_b);
}

static int
compare_box_x (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const TlLayoutBox *boxes = user_data;
  guint box_a = *(const guint *) a;
  guint box_b = *(const guint *) b;

  if (boxes[box_a].x != boxes[box_b].x)
    return boxes[box_a].x < boxes[box_b].x ? -1 : 1;
  return box_a < box_b ? -1 : 1;
}

/* Moves the boxes of one row sideways, out of the way of pinned boxes and of each other. */
static void
make_room (TlLayoutBox           *boxes,
           guint                  n_boxes,
           GArray                *row,
           const GArray          *pinned,
           const TlLayoutOptions *options)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TlLayoutExtent));
  double gap = options->box_gap;
  double top = G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < row->len; i++)
    {
      const TlLayoutBox *box = &boxes[g_array_index (row, guint, i)];

      top = MIN (top, box->y);
      bottom = MAX (bottom, box->y + box->height);
    }
  for (guint i = 0; i < pinned->len; i++)
    {
      const TlLayoutBox *box = &boxes[g_array_index (pinned, guint, i)];
      TlLayoutExtent extent = { box->x - gap, box->x + box->width + gap };

      if (box->y < bottom + gap && box->y + box->height + gap > top)
        g_array_append_val (taken, extent);
    }

  g_array_sort_with_data (row, compare_box_x, boxes);
  for (guint i = 0; i < row->len; i++)
    {
      TlLayoutBox *box = &boxes[g_array_index (row, guint, i)];
      TlLayoutExtent extent;

      g_array_sort (taken, compare_extents);
      box->x = _tl_layout_rows_free_x ((TlLayoutExtent *) taken->data, taken->len, box->x, box->width);
      extent = (TlLayoutExtent) { box->x - gap, box->x + box->width + gap };
      g_array_append_val (taken, extent);
    }
}

/* The latest top of every band at which the pinned boxes of it and of those below still lie in their bands. */
static double
latest_top (const TlLayoutBox     *pins,
            guint                  n_boxes,
            const double          *need,
            const TlLayoutOptions *options)
{
  double latest = G_MAXDOUBLE;

  for (int band = options->n_bands - 1; band >= 0; band--)
    {
      if (latest < G_MAXDOUBLE)
        latest -= need[band];
      for (guint i = 0; i < n_boxes; i++)
        if (pins[i].pinned && pins[i].band == band)
          latest = MIN (latest, pins[i].y - options->band_padding);
    }
  return latest;
}

/* The heights of the rows, and of the bands without regard to where boxes are pinned. */
static void
measure (const TlLayoutBox     *boxes,
         const TlLayoutRanks   *ranks,
         const TlLayoutOptions *options,
         double                *row_height,
         double                *need)
{
  for (guint i = 0; i < ranks->n_boxes; i++)
    {
      int row = _tl_layout_ranks_get (ranks, boxes, i);

      row_height[row] = MAX (row_height[row], boxes[i].height);
    }
  for (int i = 0; i < ranks->n_bands; i++)
    {
      double sum = 0;

      for (int j = ranks->first[i]; j < ranks->first[i + 1]; j++)
        if (row_height[j] > 0)
          sum += row_height[j] + (sum > 0 ? options->row_gap : 0);
      need[i] = MAX (sum + 2 * options->band_padding, options->band_min_height);
    }
}

/* Writes the y of the middle of every row. */
static void
stack_rows (const TlLayoutBox     *pins,
            const TlLayoutRanks   *ranks,
            const TlLayoutOptions *options,
            const double          *row_height,
            const double          *need,
            double                *row_y)
{
  double top = MIN (0, latest_top (pins, ranks->n_boxes, need, options));

  for (int band = 0; band < ranks->n_bands; band++)
    {
      double y = top + options->band_padding;
      double bottom = top + need[band];

      for (int i = ranks->first[band]; i < ranks->first[band + 1]; i++)
        {
          row_y[i] = y + row_height[i] / 2;
          y += row_height[i] > 0 ? row_height[i] + options->row_gap : 0;
        }
      for (guint i = 0; i < ranks->n_boxes; i++)
        if (pins[i].pinned && pins[i].band == band)
          bottom = MAX (bottom, pins[i].y + pins[i].height + options->band_padding);
      top = bottom;
    }
}

/*
 * Sets the y of all boxes from their rows, puts the pinned boxes back to where @pins has them and lets the others make
 * way for them.
 */
void
_tl_layout_rows (TlLayoutBox           *boxes,
                 const TlLayoutBox     *pins,
                 const TlLayoutRanks   *ranks,
                 const TlLayoutOptions *options,
                 GCancellable          *cancellable)
{
  int n_rows = ranks->first[ranks->n_bands];
  g_autofree double *row_height = g_new0 (double, n_rows + 1);
  g_autofree double *row_y = g_new0 (double, n_rows + 1);
  g_autofree double *need = g_new0 (double, ranks->n_bands);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) pinned = g_array_new (FALSE, FALSE, sizeof (guint));

  measure (boxes, ranks, options, row_height, need);
  stack_rows (pins, ranks, options, row_height, need, row_y);
  for (int i = 0; i < n_rows; i++)
    g_ptr_array_add (rows, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < ranks->n_boxes; i++)
    {
      int row = _tl_layout_ranks_get (ranks, boxes, i);

      if (pins[i].pinned)
        {
          boxes[i].x = pins[i].x;
          boxes[i].y = pins[i].y;
          g_array_append_val (pinned, i);
          continue;
        }
      boxes[i].y = floor (row_y[row] - boxes[i].height / 2);
      g_array_append_val (g_ptr_array_index (rows, row), i);
    }
  for (guint i = 0; pinned->len > 0 && i < rows->len && !g_cancellable_is_cancelled (cancellable); i++)
    make_room (boxes, ranks->n_boxes, g_ptr_array_index (rows, i), pinned, options);
}

/*
 * Where a band that begins at @top and whose boxes end at @upper ends, the boxes of the next band with boxes beginning
 * at @lower and bands without boxes between taking @empty_height.
 */
static double
find_edge (double                 top,
           double                 upper,
           double                 lower,
           double                 empty_height,
           const TlLayoutOptions *options)
{
  double edge = MAX (lower - options->band_padding, MIN (top + options->band_min_height, lower)) - empty_height;

  return edge >= upper ? edge : MIN (upper + options->band_padding, (upper + lower) / 2);
}

/**
 * tl_layout_band_extents:
 * @boxes: (array length=n_boxes): boxes with positions
 * @n_boxes: number of boxes
 * @options: the options they were laid out with
 * @extents: (out caller-allocates): for each of the options' bands, its upper and lower edge
 *
 * Finds where each band begins and ends, the boxes being where they are. A band ends where the next one begins. After
 * tl_layout_run() every box lies in its band with its padding; where a person has put boxes of neighbouring bands too
 * near for that, the edge goes midway between them. Bands without boxes have their least height.
 */
void
tl_layout_band_extents (const TlLayoutBox     *boxes,
                        guint                  n_boxes,
                        const TlLayoutOptions *options,
                        TlLayoutExtent        *extents)
{
  int n_bands = options->n_bands;
  g_autofree TlLayoutExtent *content = NULL;
  int last = -1; /* band with boxes */
  double top = 0;

  g_return_if_fail (n_bands > 0);
  g_return_if_fail (extents != NULL);

  content = g_new (TlLayoutExtent, n_bands);
  for (int i = 0; i < n_bands; i++)
    content[i] = (TlLayoutExtent) { G_MAXDOUBLE, -G_MAXDOUBLE };
  for (guint i = 0; i < n_boxes; i++)
    {
      TlLayoutExtent *own = &content[boxes[i].band];

      own->top = MIN (own->top, boxes[i].y);
      own->bottom = MAX (own->bottom, boxes[i].y + boxes[i].height);
    }

  for (int i = 0; i < n_bands; i++)
    {
      int n_empty = i - last - 1;

      if (content[i].top > content[i].bottom)
        continue;
      top = content[i].top - options->band_padding;
      if (last >= 0)
        {
          top = find_edge (extents[last].top, content[last].bottom, content[i].top, n_empty * options->band_min_height,
                           options);
          extents[last].bottom = MAX (top, extents[last].top);
          top = extents[last].bottom + n_empty * options->band_min_height;
        }
      for (int j = i - 1; j > last; j--)
        extents[j] = (TlLayoutExtent) { top - (i - j) * options->band_min_height,
                                        top - (i - j - 1) * options->band_min_height };
      extents[i].top = top;
      extents[i].bottom = MAX (top + options->band_min_height, content[i].bottom + options->band_padding);
      last = i;
    }
  for (int i = last + 1; i < n_bands; i++)
    {
      extents[i].top = i > 0 ? extents[i - 1].bottom : 0;
      extents[i].bottom = extents[i].top + options->band_min_height;
    }
}
