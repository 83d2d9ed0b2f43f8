/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place for one new box near the boxes it is linked to, without moving any other.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-private.h"

/* Price of a link that points upwards inside the band, in units of distance; about one box and a half. */
#define UPWARD_PRICE 300.0
/* Going down a row is worth as much as going this many times as far sideways. */
#define DOWN_PRICE 1.5
/* Price of standing between rows. */
#define BETWEEN_PRICE 60.0
/* Price of making a band higher. */
#define GROW_PRICE 200.0

typedef struct
{
  const TlLayoutBox *boxes;
  guint n_boxes;
  const TlLayoutLine *lines;
  guint n_lines;
  guint box;
  const TlLayoutOptions *options;
  TlLayoutExtent extent;
  double want_x; /* left edge */
  double want_y; /* top edge */
} Spot;

static gboolean
is_there (const Spot *spot,
          int         box)
{
  return box != (int) spot->box && (spot->boxes[box].placed || spot->boxes[box].pinned);
}

/* The box at the other end of @line, if @line joins the new box to one that has a place; else -1. */
static int
other_end (const Spot         *spot,
           const TlLayoutLine *line)
{
  if (line->from == (int) spot->box && is_there (spot, line->to))
    return line->to;
  if (line->to == (int) spot->box && is_there (spot, line->from))
    return line->from;
  return -1;
}

/* The middle of the neighbours; without any, right of the last box of the band. */
static void
find_wish (Spot *spot)
{
  const TlLayoutBox *box = &spot->boxes[spot->box];
  double sum = 0;
  double right = -G_MAXDOUBLE;
  double left = G_MAXDOUBLE;
  guint n = 0;

  spot->want_y = spot->extent.top + spot->options->band_padding;
  for (guint i = 0; i < spot->n_lines; i++)
    {
      int other = other_end (spot, &spot->lines[i]);

      if (other < 0)
        continue;
      sum += spot->boxes[other].x + spot->boxes[other].width / 2;
      n++;
      if (spot->boxes[other].band < box->band)
        continue;
      if (spot->boxes[other].band > box->band)
        spot->want_y = MAX (spot->want_y, spot->extent.bottom - spot->options->band_padding - box->height);
    }
  if (n > 0)
    {
      spot->want_x = floor (sum / n - box->width / 2);
      return;
    }
  for (guint i = 0; i < spot->n_boxes; i++)
    {
      if (!is_there (spot, (int) i))
        continue;
      left = MIN (left, spot->boxes[i].x);
      if (spot->boxes[i].band == box->band)
        right = MAX (right, spot->boxes[i].x + spot->boxes[i].width + spot->options->box_gap);
    }
  if (right > -G_MAXDOUBLE)
    spot->want_x = right;
  else
    spot->want_x = left < G_MAXDOUBLE ? left : 0;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  double left_a = ((const TlLayoutExtent *) a)->top;
  double left_b = ((const TlLayoutExtent *) b)->top;

  return (left_a > left_b) - (left_a < left_b);
}

/* The free x nearest to the wish, the new box's top being at @y. */
static double
free_x_at (const Spot *spot,
           double      y)
{
  const TlLayoutBox *box = &spot->boxes[spot->box];
  double gap = spot->options->box_gap;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TlLayoutExtent));

  for (guint i = 0; i < spot->n_boxes; i++)
    {
      const TlLayoutBox *other = &spot->boxes[i];
      TlLayoutExtent extent = { other->x - gap, other->x + other->width + gap };

      if (is_there (spot, (int) i) && other->y < y + box->height + gap / 2 && other->y + other->height + gap / 2 > y)
        g_array_append_val (taken, extent);
    }
  g_array_sort (taken, compare_lefts);
  return _tl_layout_rows_free_x ((TlLayoutExtent *) taken->data, taken->len, spot->want_x, box->width);
}

/* How far the place @x, @y is from what one would wish; less is better. */
static double
price_of (const Spot *spot,
          double      x,
          double      y)
{
  const TlLayoutBox *box = &spot->boxes[spot->box];
  double price = fabs (x - spot->want_x) + DOWN_PRICE * fabs (y - spot->want_y);

  if (y + box->height > spot->extent.bottom)
    price += GROW_PRICE;
  for (guint i = 0; i < spot->n_lines; i++)
    {
      const TlLayoutLine *line = &spot->lines[i];
      int other = other_end (spot, line);
      gboolean is_cause;

      if (other < 0 || spot->boxes[other].band != box->band)
        continue;
      is_cause = line->from == (int) spot->box;
      if (is_cause ? y + box->height > spot->boxes[other].y : y < spot->boxes[other].y + spot->boxes[other].height)
        price += UPWARD_PRICE;
    }
  return price;
}

typedef struct
{
  double y;
  gboolean is_between; /* rows */
} Height;

/* By y, and for one y those of rows first. */
static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const Height *height_a = a;
  const Height *height_b = b;

  if (height_a->y != height_b->y)
    return height_a->y < height_b->y ? -1 : 1;
  return height_a->is_between - height_b->is_between;
}

static void
add_height (GArray  *heights,
            double   y,
            gboolean is_between)
{
  Height height = { y, is_between };

  g_array_append_val (heights, height);
}

/* Right above and right below @other, if the band reaches as far. */
static void
add_heights_beside (const Spot        *spot,
                    const TlLayoutBox *other,
                    GArray            *heights)
{
  double height = spot->boxes[spot->box].height;
  double padding = spot->options->band_padding;
  double above = floor (other->y - spot->options->row_gap - height);
  double below = ceil (other->y + other->height + spot->options->row_gap);

  if (above >= spot->extent.top + padding)
    add_height (heights, above, TRUE);
  if (below + height + padding <= spot->extent.bottom)
    add_height (heights, below, TRUE);
}

/* The heights worth trying, each once: those of the rows that are there, the top of the band, and between rows. */
static GArray *
list_heights (const Spot *spot)
{
  const TlLayoutBox *box = &spot->boxes[spot->box];
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (Height));
  guint n_kept = 0;

  add_height (heights, spot->extent.top + spot->options->band_padding, FALSE);
  for (guint i = 0; i < spot->n_boxes; i++)
    {
      const TlLayoutBox *other = &spot->boxes[i];
      double y = floor (other->y + (other->height - box->height) / 2);

      if (!is_there (spot, (int) i) || other->band != box->band)
        continue;
      if (y >= spot->extent.top && y + box->height <= spot->extent.bottom)
        add_height (heights, y, FALSE);
      add_heights_beside (spot, other, heights);
    }

  g_array_sort (heights, compare_heights);
  for (guint i = 0; i < heights->len; i++)
    {
      Height height = g_array_index (heights, Height, i);

      if (n_kept == 0 || height.y > g_array_index (heights, Height, n_kept - 1).y)
        g_array_index (heights, Height, n_kept++) = height;
    }
  g_array_set_size (heights, n_kept);
  return heights;
}

/**
 * tl_layout_place_one:
 * @boxes: (array length=n_boxes) (inout): the boxes; those that are placed or pinned have a position
 * @n_boxes: number of boxes
 * @lines: (array length=n_lines): lines between them, those of the new box among them
 * @n_lines: number of lines
 * @box: index of the new box
 * @options: gaps and bands
 *
 * Finds a free place for a new box in its band, near the boxes it is linked to, below its causes and above its effects
 * where there is room: in one of the rows, or in free space between them. No other box moves; the new box overlaps none
 * and is marked as placed. An empty band gets its first box below the left edge of the drawing.
 */
void
tl_layout_place_one (TlLayoutBox           *boxes,
                     guint                  n_boxes,
                     const TlLayoutLine    *lines,
                     guint                  n_lines,
                     guint                  box,
                     const TlLayoutOptions *options)
{
  g_autofree TlLayoutExtent *extents = NULL;
  g_autofree TlLayoutBox *others = NULL;
  g_autoptr (GArray) heights = NULL;
  double best_price = G_MAXDOUBLE;
  guint n_others = 0;
  Spot spot = { boxes, n_boxes, lines, n_lines, box, options };

  g_return_if_fail (options != NULL && options->n_bands > 0);
  g_return_if_fail (box < n_boxes);
  g_return_if_fail (boxes[box].band >= 0 && boxes[box].band < options->n_bands);

  others = g_new (TlLayoutBox, n_boxes);
  for (guint i = 0; i < n_boxes; i++)
    if (is_there (&spot, (int) i))
      others[n_others++] = boxes[i];
  extents = g_new0 (TlLayoutExtent, options->n_bands);
  tl_layout_band_extents (others, n_others, options, extents);
  spot.extent = extents[boxes[box].band];
  find_wish (&spot);
  heights = list_heights (&spot);

  for (guint i = 0; i < heights->len; i++)
    {
      const Height *height = &g_array_index (heights, Height, i);
      double x = free_x_at (&spot, height->y);
      double price = price_of (&spot, x, height->y) + (height->is_between ? BETWEEN_PRICE : 0);

      if (price >= best_price)
        continue;
      best_price = price;
      boxes[box].x = x;
      boxes[box].y = height->y;
    }
  boxes[box].placed = TRUE;
}
