/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The x of every node of a net, its order being given: each rank in turn is laid as near as its gaps allow to where its
 * neighbours would have it. For one rank that is an exact least-squares problem, solved by pooling adjacent violators.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

#define MEAN_ROUNDS 24
#define MEDIAN_ROUNDS 6
/* Between two passing lines, and between a passing line and a box. */
#define PASSING_GAP 8.0
/*
 * How hard a line pulls: between boxes, from a box into a long line, and within a long line, which should be
 * straight.
 */
static const double PULL[3] = { 1, 2, 8 };
#define PIN_PULL 1e6
#define NO_PULL 0.01

typedef struct
{
  double want;
  double weight;
  guint n;
} Pool;

typedef struct
{
  double x;
  double weight;
} Wish;

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
  double *want;
  double *weight;
  Pool *pools;
  GArray *wishes;
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

static void
add_wishes (Place       *place,
            int          node,
            const guint *start,
            const int   *neighbours)
{
  const TlLayoutNet *net = place->net;

  for (guint i = start[node]; i < start[node + 1]; i++)
    {
      int n_passing = (net->box[node] < 0) + (net->box[neighbours[i]] < 0);
      Wish wish = { net->x[neighbours[i]], PULL[n_passing] };

      g_array_append_val (place->wishes, wish);
    }
}

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  double x_a = ((const Wish *) a)->x;
  double x_b = ((const Wish *) b)->x;

  return (x_a > x_b) - (x_a < x_b);
}

static double
mean_of_wishes (const GArray *wishes,
                double        weight)
{
  double sum = 0;

  for (guint i = 0; i < wishes->len; i++)
    sum += g_array_index (wishes, Wish, i).x * g_array_index (wishes, Wish, i).weight;
  return sum / weight;
}

/* The point nearest to @x at which as much pulls to the left as to the right. */
static double
median_of_wishes (GArray *wishes,
                  double  weight,
                  double  x)
{
  double sum = 0;

  g_array_sort (wishes, compare_wishes);
  for (guint i = 0; i < wishes->len; i++)
    {
      const Wish *wish = &g_array_index (wishes, Wish, i);

      sum += wish->weight;
      if (sum > weight / 2)
        return wish->x;
      if (sum == weight / 2 && i + 1 < wishes->len)
        return CLAMP (x, wish->x, g_array_index (wishes, Wish, i + 1).x);
    }
  return x;
}

static void
ask_node (Place   *place,
          guint    i,
          int      node,
          Side     side,
          gboolean median)
{
  const TlLayoutNet *net = place->net;
  const TlLayoutBox *box = net->box[node] >= 0 ? &place->boxes[net->box[node]] : NULL;
  double weight = 0;

  g_array_set_size (place->wishes, 0);
  if (side & FROM_ABOVE)
    add_wishes (place, node, net->up_start, net->ups);
  if (side & FROM_BELOW)
    add_wishes (place, node, net->down_start, net->downs);
  for (guint j = 0; j < place->wishes->len; j++)
    weight += g_array_index (place->wishes, Wish, j).weight;

  place->weight[i] = MAX (weight, NO_PULL);
  if (box != NULL && box->pinned)
    {
      place->want[i] = box->x + box->width / 2;
      place->weight[i] = PIN_PULL;
    }
  else if (weight <= 0)
    place->want[i] = net->x[node];
  else
    place->want[i] = median ? median_of_wishes (place->wishes, weight, net->x[node])
                            : mean_of_wishes (place->wishes, weight);
}

/* Lays one rank. Measured from the left end of a closely packed rank, wishes must only not decrease. */
static void
lay_rank (Place   *place,
          guint    rank,
          Side     side,
          gboolean median)
{
  TlLayoutNet *net = place->net;
  const int *order = net->order + net->start[rank];
  guint n = net->start[rank + 1] - net->start[rank];
  guint n_pools = 0;
  guint i = 0;
  double packed = 0;

  for (guint j = 0; j < n; j++)
    {
      Pool pool;

      ask_node (place, j, order[j], side, median);
      if (j > 0)
        packed += distance_between (place, order[j - 1], order[j]);
      pool = (Pool) { place->want[j] - packed, place->weight[j], 1 };
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

static void
lay_ranks (Place   *place,
           gboolean down,
           Side     side,
           gboolean median)
{
  guint n_ranks = place->net->n_ranks;

  for (guint i = 0; i < n_ranks; i++)
    lay_rank (place, down ? i : n_ranks - 1 - i, side, median);
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
  g_autofree double *want = g_new (double, net->n_nodes);
  g_autofree double *weight = g_new (double, net->n_nodes);
  g_autofree Pool *pools = g_new (Pool, net->n_nodes);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  Place place = { net, boxes, options->box_gap, want, weight, pools, wishes };

  pack_ranks (&place);
  if (net->has_pins)
    move_to_pins (&place);
  for (int i = 0; i < MEAN_ROUNDS && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gboolean one_sided = i < MEAN_ROUNDS / 2;

      lay_ranks (&place, i % 2 == 0, one_sided ? (i % 2 == 0 ? FROM_ABOVE : FROM_BELOW) : FROM_BOTH, FALSE);
    }
  for (int i = 0; i < MEDIAN_ROUNDS && !g_cancellable_is_cancelled (cancellable); i++)
    lay_ranks (&place, i % 2 == 0, FROM_BOTH, TRUE);
}
