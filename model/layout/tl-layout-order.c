/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The left-to-right order in each rank: sweeps that put every node over the middle of its neighbours, from several
 * starts, and then exchanges; the best order found is kept. The same input always gives the same order.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* Sweeps from one start without any gain after which it is given up. */
#define PATIENCE 4
#define MAX_SWEEPS 30
/* So many are sorted by insertion. */
#define SORT_RUN 8

typedef struct
{
  double key;
  int node;
} Keyed;

static void
store_places (TlLayoutNet *net)
{
  for (guint i = 0; i < net->n_ranks; i++)
    for (guint j = net->start[i]; j < net->start[i + 1]; j++)
      net->pos[net->order[j]] = (int) (j - net->start[i]);
}

/*
 * Sorts by key, leaving equals in their order, which g_qsort_with_data() does not promise: insertion in short runs,
 * then merging. @keyed has room for another @n behind the first.
 */
static void
sort_keyed (Keyed *keyed,
            guint  n)
{
  Keyed *spare = keyed + n;

  for (guint i = 1; i < n; i++)
    {
      Keyed value = keyed[i];
      guint j = i;

      for (; j % SORT_RUN > 0 && keyed[j - 1].key > value.key; j--)
        keyed[j] = keyed[j - 1];
      keyed[j] = value;
    }
  for (guint run = SORT_RUN; run < n; run *= 2)
    {
      for (guint first = 0; first + run < n; first += 2 * run)
        {
          guint end = MIN (first + 2 * run, n);
          guint right = first + run;
          guint left = 0;
          guint to = first;

          if (keyed[right - 1].key <= keyed[right].key)
            continue;
          memcpy (spare, keyed + first, sizeof (Keyed) * run);
          while (left < run)
            keyed[to++] = right < end && keyed[right].key < spare[left].key ? keyed[right++] : spare[left++];
        }
    }
}

/* Sorts the nodes of a rank by the middle of their neighbours on one side; a node without any keeps its slot. */
static void
sort_rank (TlLayoutNet *net,
           guint        rank,
           const guint *start,
           const int   *neighbours,
           Keyed       *keyed)
{
  int *order = net->order + net->start[rank];
  guint n = net->start[rank + 1] - net->start[rank];
  guint n_keyed = 0;

  for (guint i = 0; i < n; i++)
    {
      int node = order[i];
      double sum = 0;

      for (guint j = start[node]; j < start[node + 1]; j++)
        sum += net->pos[neighbours[j]];
      if (start[node] < start[node + 1])
        keyed[n_keyed++] = (Keyed) { sum / (start[node + 1] - start[node]), node };
    }
  sort_keyed (keyed, n_keyed);
  for (guint i = 0, j = 0; i < n; i++)
    {
      if (start[order[i]] < start[order[i] + 1])
        order[i] = keyed[j++].node;
      net->pos[order[i]] = (int) i;
    }
}

static void
sweep (TlLayoutNet *net,
       gboolean     down,
       Keyed       *keyed)
{
  for (guint i = 1; i < net->n_ranks; i++)
    {
      if (down)
        sort_rank (net, i, net->up_start, net->ups, keyed);
      else
        sort_rank (net, net->n_ranks - 1 - i, net->down_start, net->downs, keyed);
    }
}

/*
 * Puts the nodes into their ranks as a walk through the net comes by them, so that what belongs together is
 * together.
 */
static void
order_by_walk (TlLayoutNet *net,
               gboolean     from_top)
{
  g_autofree guint *fill = g_memdup2 (net->start, sizeof (guint) * (net->n_ranks + 1));
  g_autofree gboolean *seen = g_new0 (gboolean, net->n_nodes);
  g_autofree int *ordered = g_new (int, net->n_nodes);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < net->n_nodes; i++)
    {
      guint slot = from_top ? i : net->n_nodes - 1 - i;

      g_array_append_val (stack, net->order[slot]);
      while (stack->len > 0)
        {
          int node = g_array_index (stack, int, stack->len - 1);

          g_array_set_size (stack, stack->len - 1);
          if (seen[node])
            continue;
          seen[node] = TRUE;
          ordered[fill[net->rank[node]]++] = node;
          for (guint j = net->up_start[node]; j < net->up_start[node + 1]; j++)
            g_array_append_val (stack, net->ups[j]);
          for (guint j = net->down_start[node]; j < net->down_start[node + 1]; j++)
            g_array_append_val (stack, net->downs[j]);
        }
    }
  memcpy (net->order, ordered, sizeof (int) * net->n_nodes);
  store_places (net);
}

static void
shuffle (TlLayoutNet *net,
         guint32     *state)
{
  for (guint i = 0; i < net->n_ranks; i++)
    {
      for (guint j = net->start[i + 1]; j > net->start[i] + 1; j--)
        {
          guint k;
          int node = net->order[j - 1];

          *state ^= *state << 13;
          *state ^= *state >> 17;
          *state ^= *state << 5;
          k = net->start[i] + *state % (j - net->start[i]);
          net->order[j - 1] = net->order[k];
          net->order[k] = node;
        }
    }
  store_places (net);
}

static int
compare_x (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  const double *x = user_data;
  int node_a = *(const int *) a;
  int node_b = *(const int *) b;

  if (x[node_a] != x[node_b])
    return x[node_a] < x[node_b] ? -1 : 1;
  return node_a - node_b;
}

/*
 * Takes the x of the middle of every box that stood somewhere before; the others go to the middle of their
 * neighbours.
 */
static void
order_as_before (TlLayoutNet       *net,
                 const TlLayoutBox *boxes)
{
  g_autofree double *x = g_new0 (double, net->n_nodes);
  g_autofree int *known = g_new0 (int, net->n_nodes);

  for (guint i = 0; i < net->n_nodes; i++)
    {
      const TlLayoutBox *box = net->box[i] >= 0 ? &boxes[net->box[i]] : NULL;

      known[i] = box != NULL && (box->placed || box->pinned) ? 2 : 0;
      if (known[i])
        x[i] = box->x + box->width / 2;
    }
  for (guint round = 0; round < 2 * net->n_ranks; round++)
    {
      for (guint i = 0; i < net->n_nodes; i++)
        {
          double sum = 0;
          guint n = 0;

          if (known[i] == 2)
            continue;
          for (guint j = net->up_start[i]; j < net->up_start[i + 1]; j++)
            if (known[net->ups[j]])
              sum += x[net->ups[j]], n++;
          for (guint j = net->down_start[i]; j < net->down_start[i + 1]; j++)
            if (known[net->downs[j]])
              sum += x[net->downs[j]], n++;
          if (n > 0)
            {
              x[i] = sum / n;
              known[i] = 1;
            }
        }
    }
  for (guint i = 0; i < net->n_ranks; i++)
    g_qsort_with_data (net->order + net->start[i], (int) (net->start[i + 1] - net->start[i]), sizeof (int),
                       compare_x, x);
  store_places (net);
}

/* Lets pinned boxes of one rank stand in the order of the places they are pinned to. */
static void
order_pins (TlLayoutNet       *net,
            const TlLayoutBox *boxes)
{
  g_autofree double *x = g_new0 (double, net->n_nodes);
  g_autofree int *pinned = g_new (int, net->n_nodes);

  for (guint i = 0; i < net->n_nodes; i++)
    x[i] = net->box[i] >= 0 ? boxes[net->box[i]].x : 0;
  for (guint i = 0; i < net->n_ranks; i++)
    {
      guint n_pinned = 0;

      for (guint j = net->start[i]; j < net->start[i + 1]; j++)
        if (net->box[net->order[j]] >= 0 && boxes[net->box[net->order[j]]].pinned)
          pinned[n_pinned++] = net->order[j];
      g_qsort_with_data (pinned, (int) n_pinned, sizeof (int), compare_x, x);
      n_pinned = 0;
      for (guint j = net->start[i]; j < net->start[i + 1]; j++)
        if (net->box[net->order[j]] >= 0 && boxes[net->box[net->order[j]]].pinned)
          net->order[j] = pinned[n_pinned++];
    }
  store_places (net);
}

/* Sweeps and exchanges from the order at hand, leaving the best order found; returns its crossings. */
static gint64
improve (TlLayoutNet  *net,
         guint         window,
         gboolean      downwards,
         Keyed        *keyed,
         int          *best,
         GCancellable *cancellable)
{
  gint64 n_best = _tl_layout_cross_count (net);
  gint64 n_crossings;
  int n_idle = 0;

  memcpy (best, net->order, sizeof (int) * net->n_nodes);
  for (int i = 0; n_best > 0 && n_idle < PATIENCE && i < MAX_SWEEPS; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      sweep (net, (i % 2 == 0) == downwards, keyed);
      n_crossings = _tl_layout_cross_count (net);
      n_idle++;
      if (n_crossings < n_best)
        {
          n_idle = 0;
          n_best = n_crossings;
          memcpy (best, net->order, sizeof (int) * net->n_nodes);
        }
    }
  memcpy (net->order, best, sizeof (int) * net->n_nodes);
  store_places (net);
  if (n_best > 0 && _tl_layout_sift (net, window, cancellable))
    {
      n_best = _tl_layout_cross_count (net);
      memcpy (best, net->order, sizeof (int) * net->n_nodes);
    }
  return n_best;
}

/*
 * Orders the nodes of every rank of @net so that few lines cross. Stops early, leaving some order, when cancelled.
 */
void
_tl_layout_order (TlLayoutNet           *net,
                  const TlLayoutBox     *boxes,
                  const TlLayoutOptions *options,
                  GCancellable          *cancellable)
{
  guint work = net->n_nodes + net->down_start[net->n_nodes];
  guint n_starts = options->thorough ? CLAMP (600000 / work, 4, 200) : CLAMP (20000 / work, 2, 8);
  guint window = CLAMP ((options->thorough ? 40000000 : 4000000) / work, 8, net->n_nodes);
  g_autofree Keyed *keyed = g_new (Keyed, 2 * (gsize) net->n_nodes);
  g_autofree int *found = g_new (int, net->n_nodes);
  g_autofree int *best = g_new (int, net->n_nodes);
  gint64 n_best = G_MAXINT64;
  guint32 state = 2463534242u;

  for (guint i = 0; i < (options->keep ? 1 : n_starts) && n_best > 0; i++)
    {
      gint64 n_crossings;

      if (options->keep)
        order_as_before (net, boxes);
      else if (i < 2)
        order_by_walk (net, i == 0);
      else
        shuffle (net, &state);
      n_crossings = improve (net, window, i % 2 == 0, keyed, found, cancellable);
      if (n_crossings < n_best)
        {
          n_best = n_crossings;
          memcpy (best, found, sizeof (int) * net->n_nodes);
        }
      if (g_cancellable_is_cancelled (cancellable))
        break;
    }
  memcpy (net->order, best, sizeof (int) * net->n_nodes);
  store_places (net);
  if (net->has_pins)
    order_pins (net, boxes);
}
