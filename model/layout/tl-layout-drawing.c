/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How good a drawing is, its lines being led as they will be drawn: how often they cross, how long they are, and
 * whether each finds a way that touches no box. And a guess at it, from straight lines.
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
/* Lines are led as far aside as this, in places, which tells nearly as well how they cross as all that is drawn. */
#define REACH 8

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
  double price = 0;

  take_placed (boxes, n_boxes, lines, n_lines, placed, shown);
  box = (const TlLayoutBox *) placed->data;
  storeys = _tl_layout_storeys_new (box, placed->len);
  weave = _tl_layout_weave_new (box, placed->len, (const TlLayoutLine *) shown->data, shown->len, storeys);
  _tl_layout_lead (weave, REACH);
  for (guint i = 0; i < shown->len; i++)
    {
      const TlLayoutBox *from = &box[g_array_index (shown, TlLayoutLine, i).from];
      const TlLayoutBox *to = &box[g_array_index (shown, TlLayoutLine, i).to];

      price += LENGTH_PRICE * hypot (from->x + from->width / 2 - to->x - to->width / 2, from->y - to->y);
      if (weave->upper[i] >= 0 && !weave->is_free[i])
        price += THROUGH_PRICE;
    }
  price += CROSSING_PRICE * count_crossings (weave, storeys);
  _tl_layout_weave_free (weave);
  _tl_layout_storeys_free (storeys);
  return price;
}

/* A line as if it were straight, from the bottom of the upper box to the top of the lower one. */
typedef struct
{
  const TlLayoutLine *line;
  TlLayoutPoint top;
  TlLayoutPoint bottom;
} Straight;

static Straight
straighten (const TlLayoutBox  *boxes,
            const TlLayoutLine *line)
{
  const TlLayoutBox *upper = &boxes[line->from];
  const TlLayoutBox *lower = &boxes[line->to];

  if (upper->y > lower->y)
    {
      upper = &boxes[line->to];
      lower = &boxes[line->from];
    }
  return (Straight) {
    line, { upper->x + upper->width / 2, upper->y + upper->height }, { lower->x + lower->width / 2, lower->y },
  };
}

/* On which side of @a the point is, and how far. */
static double
side_of (const Straight *a,
         TlLayoutPoint   point)
{
  return (a->bottom.x - a->top.x) * (point.y - a->top.y) - (a->bottom.y - a->top.y) * (point.x - a->top.x);
}

static gboolean
cross (const Straight *a,
       const Straight *b)
{
  if (MAX (a->top.x, a->bottom.x) < MIN (b->top.x, b->bottom.x) ||
      MIN (a->top.x, a->bottom.x) > MAX (b->top.x, b->bottom.x) ||
      MAX (a->top.y, a->bottom.y) < MIN (b->top.y, b->bottom.y) ||
      MIN (a->top.y, a->bottom.y) > MAX (b->top.y, b->bottom.y))
    return FALSE;
  if (a->line->from == b->line->from || a->line->to == b->line->to || a->line->from == b->line->to ||
      a->line->to == b->line->from)
    return FALSE;
  return side_of (a, b->top) * side_of (a, b->bottom) < 0 && side_of (b, a->top) * side_of (b, a->bottom) < 0;
}

/*
 * @moved: for every box, whether its lines are looked at
 *
 * Returns: about the price of drawing the lines of the boxes that are looked at, among all lines between boxes that
 *   have a place: as if all were straight
 */
double
_tl_layout_drawing_guess (const TlLayoutBox  *boxes,
                          const TlLayoutLine *lines,
                          guint               n_lines,
                          const gboolean     *moved)
{
  g_autofree Straight *still = g_new (Straight, n_lines + 1);
  g_autofree Straight *moving = g_new (Straight, n_lines + 1);
  guint n_still = 0;
  guint n_moving = 0;
  double price = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const TlLayoutBox *from = &boxes[lines[i].from];
      const TlLayoutBox *to = &boxes[lines[i].to];

      if (from == to || !(from->placed || from->pinned) || !(to->placed || to->pinned))
        continue;
      if (moved[lines[i].from] || moved[lines[i].to])
        moving[n_moving++] = straighten (boxes, &lines[i]);
      else
        still[n_still++] = straighten (boxes, &lines[i]);
    }
  for (guint i = 0; i < n_moving; i++)
    {
      price += LENGTH_PRICE * hypot (moving[i].top.x - moving[i].bottom.x, moving[i].top.y - moving[i].bottom.y);
      for (guint j = 0; j < n_still; j++)
        price += cross (&moving[i], &still[j]) ? CROSSING_PRICE : 0;
      for (guint j = i + 1; j < n_moving; j++)
        price += cross (&moving[i], &moving[j]) ? CROSSING_PRICE : 0;
    }
  return price;
}
