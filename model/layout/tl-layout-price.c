/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it costs that boxes stand where they do, and not where they stood: as it is really drawn, or guessed, many times
 * faster, from what moved last.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-keep-private.h"

/* What it is worth not to move a box by one unit, and not to change which of two boxes is further left. */
#define MOVE_PRICE 0.2
#define FLIP_PRICE 160.0
/* What a line costs that does not point downwards: one box being beside, or above the other. */
#define SIDE_PRICE 150.0
#define UP_PRICE 300.0

/*
 * Lists for every box the lines that join it to others.
 */
void
_tl_layout_price_list_lines (TlLayoutKeep *keep)
{
  g_autofree guint *fill = NULL;

  keep->first = g_new0 (guint, keep->n_boxes + 1);
  for (guint i = 0; i < keep->n_lines; i++)
    {
      if (keep->lines[i].from == keep->lines[i].to)
        continue;
      keep->first[keep->lines[i].from + 1]++;
      keep->first[keep->lines[i].to + 1]++;
    }
  for (guint i = 0; i < keep->n_boxes; i++)
    keep->first[i + 1] += keep->first[i];
  keep->own = g_new (guint, keep->first[keep->n_boxes] + 1);
  fill = g_memdup2 (keep->first, sizeof (guint) * (keep->n_boxes + 1));
  for (guint i = 0; i < keep->n_lines; i++)
    {
      if (keep->lines[i].from == keep->lines[i].to)
        continue;
      keep->own[fill[keep->lines[i].from]++] = i;
      keep->own[fill[keep->lines[i].to]++] = i;
    }
}

/*
 * Returns: the box to which line @number of the lines of @box joins it, if that has a place; else -1
 */
int
_tl_layout_price_other_end (const TlLayoutKeep *keep,
                            guint               box,
                            guint               number)
{
  const TlLayoutLine *line = &keep->lines[keep->own[number]];
  int other = line->from == (int) box ? line->to : line->from;

  return keep->boxes[other].placed || keep->boxes[other].pinned ? other : -1;
}

/*
 * Returns: what lines inside the band cost that do not point downwards, the top of @box being at @y
 */
double
_tl_layout_price_of_direction (const TlLayoutKeep *keep,
                               guint               box,
                               double              y)
{
  const TlLayoutBox *here = &keep->boxes[box];
  double price = 0;

  for (guint i = keep->first[box]; i < keep->first[box + 1]; i++)
    {
      int other = _tl_layout_price_other_end (keep, box, i);
      double drop;

      if (other < 0 || keep->boxes[other].band != here->band)
        continue;
      if (keep->lines[keep->own[i]].from == (int) box)
        drop = keep->boxes[other].y - (y + here->height);
      else
        drop = y - (keep->boxes[other].y + keep->boxes[other].height);
      if (drop <= 0)
        price += drop > -here->height - keep->boxes[other].height ? SIDE_PRICE : UP_PRICE;
    }
  return price;
}

/* What it costs that @box stands where it does, and not where it stood at the beginning. */
static double
price_of_place (const TlLayoutKeep *keep,
                guint               box)
{
  const TlLayoutBox *boxes = keep->boxes;
  const TlLayoutBox *origin = keep->origin;
  double was = origin[box].x + origin[box].width / 2;
  double is = boxes[box].x + boxes[box].width / 2;
  double price = MOVE_PRICE * (fabs (is - was) + fabs (boxes[box].y - origin[box].y));

  if (!origin[box].placed)
    return 0;
  for (guint i = 0; i < keep->n_boxes; i++)
    {
      double other_was = origin[i].x + origin[i].width / 2;
      double other_is = boxes[i].x + boxes[i].width / 2;

      if (i != box && origin[i].placed && origin[i].band == origin[box].band &&
          (was - other_was) * (is - other_is) < 0)
        price += FLIP_PRICE;
    }
  return price;
}

static double
price_of_box (const TlLayoutKeep *keep,
              guint               box)
{
  if (!keep->boxes[box].placed)
    return 0;
  return price_of_place (keep, box) + _tl_layout_price_of_direction (keep, box, keep->boxes[box].y) / 2;
}

/*
 * Returns: what all of it costs, drawn as it is now and compared with where boxes were at the beginning
 */
double
_tl_layout_price_all (const TlLayoutKeep *keep)
{
  double price = _tl_layout_drawing_price (keep->boxes, keep->n_boxes, keep->lines, keep->n_lines);

  for (guint i = 0; i < keep->n_boxes; i++)
    price += price_of_box (keep, i);
  return price;
}

/*
 * Returns: by about how much the price of it all was changed by the move since @before, lines being taken for straight
 */
double
_tl_layout_price_guess (const TlLayoutKeep *keep)
{
  g_autofree gboolean *moved = g_new (gboolean, keep->n_boxes);
  TlLayoutKeep was = *keep;
  double price;

  was.boxes = keep->before;
  for (guint i = 0; i < keep->n_boxes; i++)
    moved[i] = keep->boxes[i].x != was.boxes[i].x || keep->boxes[i].y != was.boxes[i].y ||
               keep->boxes[i].placed != was.boxes[i].placed;
  price = _tl_layout_drawing_guess (keep->boxes, keep->lines, keep->n_lines, moved) -
          _tl_layout_drawing_guess (was.boxes, keep->lines, keep->n_lines, moved);
  for (guint i = 0; i < keep->n_boxes; i++)
    if (moved[i])
      price += price_of_box (keep, i) - price_of_box (&was, i);
  return price;
}
