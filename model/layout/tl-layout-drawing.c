/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How good a drawing is, as its lines are really drawn: how often they cross, how long they are, and whether each finds
 * a way that touches no box.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-keep-private.h"
#include "model/layout/tl-layout-private.h"
#include "model/layout/tl-layout-route-private.h"

/* What a crossing, a line through a box, and a unit of the length of lines costs. */
#define CROSSING_PRICE 200.0
#define THROUGH_PRICE 2000.0
#define LENGTH_PRICE 0.25

/* Numbers the boxes that have a place, and copies them and the lines between them. */
static void
take_placed (const TlLayoutBox  *boxes,
             guint               n_boxes,
             const TlLayoutLine *lines,
             guint               n_lines,
             GArray             *placed,
             GArray             *shown)
{
  g_autofree int *number = g_new (int, n_boxes + 1);

  for (guint i = 0; i < n_boxes; i++)
    {
      number[i] = -1;
      if (!boxes[i].placed && !boxes[i].pinned)
        continue;
      number[i] = (int) placed->len;
      g_array_append_val (placed, boxes[i]);
    }
  for (guint i = 0; i < n_lines; i++)
    {
      TlLayoutLine line = { .from = number[lines[i].from], .to = number[lines[i].to] };

      if (line.from >= 0 && line.to >= 0 && line.from != line.to)
        g_array_append_val (shown, line);
    }
}

static gint64
count_crossings (const TlLayoutWeave   *weave,
                 const TlLayoutStoreys *storeys)
{
  TlLayoutNet net = {
    .n_nodes = weave->n_nodes, .n_ranks = storeys->n, .order = weave->order, .start = weave->start,
    .pos = weave->pos, .down_start = weave->down_start, .downs = weave->downs,
  };

  return _tl_layout_cross_count (&net);
}

/*
 * Returns: the price of drawing @boxes where they stand, with the lines between those that have a place
 */
double
_tl_layout_drawing_price (const TlLayoutBox  *boxes,
                          guint               n_boxes,
                          const TlLayoutLine *lines,
                          guint               n_lines)
{
  g_autoptr (GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (TlLayoutBox), n_boxes);
  g_autoptr (GArray) shown = g_array_sized_new (FALSE, FALSE, sizeof (TlLayoutLine), n_lines);
  const TlLayoutBox *box;
  TlLayoutStoreys *storeys;
  TlLayoutWeave *weave;
  TlLayoutWays *ways;
  double price = 0;

  take_placed (boxes, n_boxes, lines, n_lines, placed, shown);
  box = (const TlLayoutBox *) placed->data;
  storeys = _tl_layout_storeys_new (box, placed->len);
  weave = _tl_layout_weave_new (box, placed->len, (const TlLayoutLine *) shown->data, shown->len, storeys);
  ways = _tl_layout_ways_new (weave, storeys, box, (TlLayoutLine *) shown->data);
  for (guint i = 0; i < shown->len; i++)
    {
      const TlLayoutBox *from = &box[g_array_index (shown, TlLayoutLine, i).from];
      const TlLayoutBox *to = &box[g_array_index (shown, TlLayoutLine, i).to];

      price += LENGTH_PRICE * hypot (from->x + from->width / 2 - to->x - to->width / 2, from->y - to->y);
      if (weave->upper[i] >= 0 && !weave->is_free[i])
        price += THROUGH_PRICE;
    }
  price += CROSSING_PRICE * count_crossings (weave, storeys);
  _tl_layout_ways_free (ways);
  _tl_layout_weave_free (weave);
  _tl_layout_storeys_free (storeys);
  return price;
}
