/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The x of every node of a net, its order being given: each rank in turn is laid as near as its gaps allow to where its
 * neighbours would have it. For one rank that is an exact least-squares problem, solved by pooling adjacent violators.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* So often every rank is laid; nothing much moves afterwards. */
#define N_ROUNDS 8
/* Between two passing lines, and between a passing line and a box. */
#define PASSING_GAP 8.0
#define PIN_PULL 1e6
#define NO_PULL 0.01

typedef struct
{
  double want;
  double weight;
  guint n;
} Pool;

typedef enum
{
  FROM_ABOVE = 1,
  FROM_BELOW = 2,
  FROM_BOTH = 3,
} Side;

typedef struct
{
  TlLayoutNet *net;
  const TlLayoutBox *boxes;
  double gap;
  Pool *pools;
} Place;

static double
distance_between (const Place *place,
                  int          left,
                  int          right)
{
  const TlLayoutNet *net = place->net;
  gboolean both_boxes = net->box[left] >= 0 && net->box[right] >= 0;
  double gap = both_boxes ? place->gap : MIN (PASSING_GAP, place->gap);

  return (net->width[left] + net->width[right]) / 2 + gap;
}

static void
pack_ranks (Place *place)
{
  TlLayoutNet *net = place->net;

  for (guint i = 0; i < net->n_ranks; i++)
    {
      guint first = net->start[i];
      guint end = net->start[i + 1];

      if (first == end)
        continue;
      net->x[net->order[first]] = 0;
      for (guint j = first + 1; j < end; j++)
        net->x[net->order[j]] =
          net->x[net->order[j - 1]] + distance_between (place, net->order[j - 1], net->order[j]);
      for (guint j = end; j-- > first;)
        net->x[net->order[j]] -= net->x[net->order[end - 1]] / 2;
    }
}

/* Where @node would best be, and how hard that pulls: at the middle of its neighbours. */
static Pool
ask_node (const Place *place,
          int          node,
          Side         side)
{
  const TlLayoutNet *net = place->net;
  const TlLayoutBox *box = net->box[node] >= 0 ? &place->boxes[net->box[node]] : NULL;
  double sum = 0;
  guint n = 0;

  if (box != NULL && box->pinned)
    return (Pool) { box->x + box->width / 2, PIN_PULL, 1 };
  if (side & FROM_ABOVE)
    for (guint i = net->up_start[node]; i < net->up_start[node + 1]; i++, n++)
      sum += net->x[net->ups[i]];
  if (side & FROM_BELOW)
    for (guint i = net->down_start[node]; i < net->down_start[node + 1]; i++, n++)
      sum += net->x[net->downs[i]];
  return n > 0 ? (Pool) { sum / n, n, 1 } : (Pool) { net->x[node], NO_PULL, 1 };
}

/* Lays one rank. Measured from the left end of a closely packed rank, wishes must only not decrease. */
static void
lay_rank (Place   *place,
          guint    rank,
          Side     side)
{
  TlLayoutNet *net = place->net;
  const int *order = net->order + net->start[rank];
  guint n = net->start[rank + 1] - net->start[rank];
  guint n_pools = 0;
  guint i = 0;
  double packed = 0;

  for (guint j = 0; j < n; j++)
    {
      Pool pool = ask_node (place, order[j], side);

      if (j > 0)
        packed += distance_between (place, order[j - 1], order[j]);
      pool.want -= packed;
      while (n_pools > 0 && place->pools[n_pools - 1].want >= pool.want)
        {
          const Pool *last = &place->pools[--n_pools];
          double weight = last->weight + pool.weight;

          pool.want = (last->want * last->weight + pool.want * pool.weight) / weight;
          pool.weight = weight;
          pool.n += last->n;
        }
      place->pools[n_pools++] = pool;
    }

  packed = 0;
  for (guint j = 0; j < n_pools; j++)
    for (guint k = 0; k < place->pools[j].n; k++, i++)
      {
        if (i > 0)
          packed += distance_between (place, order[i - 1], order[i]);
        net->x[order[i]] = place->pools[j].want + packed;
      }
}

/* Shifts the whole net to where its pinned boxes are, on average. */
static void
move_to_pins (Place *place)
{
  TlLayoutNet *net = place->net;
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < net->n_nodes; i++)
    {
      const TlLayoutBox *box = net->box[i] >= 0 ? &place->boxes[net->box[i]] : NULL;

      if (box == NULL || !box->pinned)
        continue;
      sum += box->x + box->width / 2 - net->x[i];
      n++;
    }
  for (guint i = 0; i < net->n_nodes; i++)
    net->x[i] += sum / n;
}

/*
 * Sets the x of all nodes of @net, in units of its own, or in those of the drawing if it has pinned boxes.
 */
void
_tl_layout_place (TlLayoutNet           *net,
                  const TlLayoutBox     *boxes,
                  const TlLayoutOptions *options,
                  GCancellable          *cancellable)
{
  g_autofree Pool *pools = g_new (Pool, net->n_nodes);
  Place place = { net, boxes, options->box_gap, pools };

  pack_ranks (&place);
  if (net->has_pins)
    move_to_pins (&place);
  for (guint i = 0; i < N_ROUNDS && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gboolean down = i % 2 == 0;
      Side side = i >= N_ROUNDS / 2 ? FROM_BOTH : down ? FROM_ABOVE : FROM_BELOW;

      for (guint j = 0; j < net->n_ranks; j++)
        lay_rank (&place, down ? j : net->n_ranks - 1 - j, side);
    }
}
