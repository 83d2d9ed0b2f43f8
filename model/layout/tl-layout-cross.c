/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crossings of a net: counting them, and taking them away by exchanging neighbours and moving nodes along their rank.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* Rounds of exchange and moving, if crossings still go away; fewer where nodes and window are many. */
#define MAX_ROUNDS 40
#define MIN_ROUNDS 3
#define MAX_STEPS 100000000

static void
sort_ints (int  *values,
           guint n)
{
  for (guint i = 1; i < n; i++)
    {
      int value = values[i];
      guint j = i;

      for (; j > 0 && values[j - 1] > value; j--)
        values[j] = values[j - 1];
      values[j] = value;
    }
}

/* Writes for every node of @rank the places of its neighbours on one side, in rising order. */
static void
collect_places (const TlLayoutNet *net,
                guint              rank,
                const guint       *start,
                const int         *neighbours,
                int               *places)
{
  for (guint i = net->start[rank]; i < net->start[rank + 1]; i++)
    {
      int node = net->order[i];

      for (guint j = start[node]; j < start[node + 1]; j++)
        places[j] = net->pos[neighbours[j]];
      sort_ints (places + start[node], start[node + 1] - start[node]);
    }
}

/* Crossings between one rank and the next, by counting inversions in a tree of partial sums. */
static gint64
count_below (const TlLayoutNet *net,
             guint              rank,
             int               *places,
             guint             *tree)
{
  guint n_lower = net->start[rank + 2] - net->start[rank + 1];
  guint n_seen = 0;
  gint64 n_crossings = 0;

  collect_places (net, rank, net->down_start, net->downs, places);
  for (guint i = 0; i <= n_lower; i++)
    tree[i] = 0;
  for (guint i = net->start[rank]; i < net->start[rank + 1]; i++)
    {
      int node = net->order[i];

      for (guint j = net->down_start[node]; j < net->down_start[node + 1]; j++)
        {
          guint n_left = 0;

          for (guint k = (guint) places[j] + 1; k > 0; k &= k - 1)
            n_left += tree[k];
          n_crossings += n_seen - n_left;
          n_seen++;
          for (guint k = (guint) places[j] + 1; k <= n_lower; k += k & -k)
            tree[k]++;
        }
    }
  return n_crossings;
}

/*
 * Returns: the number of pairs of lines that cross when the nodes stand in the order of @net
 */
gint64
_tl_layout_cross_count (const TlLayoutNet *net)
{
  g_autofree int *places = g_new (int, net->down_start[net->n_nodes] + 1);
  g_autofree guint *tree = g_new (guint, net->n_nodes + 2);
  gint64 n_crossings = 0;

  for (guint i = 0; i + 1 < net->n_ranks; i++)
    n_crossings += count_below (net, i, places, tree);
  return n_crossings;
}

/* Crossings of the lines of @left with those of @right on one side, minus those if they stood the other way round. */
static int
count_gain (const int *left,
            guint      n_left,
            const int *right,
            guint      n_right)
{
  int n_crossings = 0;
  guint n_below = 0; /* places on the right smaller than the one looked at */
  guint n_until = 0; /* the same, or smaller or equal */

  for (guint i = 0; i < n_left; i++)
    {
      while (n_below < n_right && right[n_below] < left[i])
        n_below++;
      n_until = MAX (n_until, n_below);
      while (n_until < n_right && right[n_until] <= left[i])
        n_until++;
      n_crossings += (int) n_below - (int) (n_right - n_until);
    }
  return n_crossings;
}

typedef struct
{
  TlLayoutNet *net;
  int *up_places;
  int *down_places;
} Exchange;

/* What is won by letting @left and @right change places. */
static int
gain_of_pair (const Exchange *exchange,
              int             left,
              int             right)
{
  const TlLayoutNet *net = exchange->net;
  const guint *up = net->up_start;
  const guint *down = net->down_start;

  return count_gain (exchange->up_places + up[left], up[left + 1] - up[left],
                     exchange->up_places + up[right], up[right + 1] - up[right]) +
         count_gain (exchange->down_places + down[left], down[left + 1] - down[left],
                     exchange->down_places + down[right], down[right + 1] - down[right]);
}

static gboolean
exchange_neighbours (Exchange *exchange,
                     guint     rank)
{
  TlLayoutNet *net = exchange->net;
  int *order = net->order + net->start[rank];
  guint n = net->start[rank + 1] - net->start[rank];
  gboolean better = FALSE;
  gboolean again = TRUE;

  for (guint round = 0; again && round < n; round++)
    {
      again = FALSE;
      for (guint i = 0; i + 1 < n; i++)
        {
          int left = order[i];

          if (gain_of_pair (exchange, left, order[i + 1]) <= 0)
            continue;
          order[i] = order[i + 1];
          order[i + 1] = left;
          again = better = TRUE;
        }
    }
  return better;
}

/* Finds the best place for the node at @i within @window places of it; returns whether it went there. */
static gboolean
move_node (Exchange *exchange,
           int      *order,
           int       n,
           int       i,
           int       window)
{
  int node = order[i];
  int best = i;
  int best_gain = 0;
  int gain = 0;

  for (int j = i - 1; j >= MAX (0, i - window); j--)
    {
      gain += gain_of_pair (exchange, order[j], node);
      if (gain > best_gain)
        {
          best_gain = gain;
          best = j;
        }
    }
  gain = 0;
  for (int j = i + 1; j < MIN (n, i + window + 1); j++)
    {
      gain += gain_of_pair (exchange, node, order[j]);
      if (gain > best_gain)
        {
          best_gain = gain;
          best = j;
        }
    }
  if (best == i)
    return FALSE;
  if (best < i)
    memmove (order + best + 1, order + best, sizeof (int) * (gsize) (i - best));
  else
    memmove (order + i, order + i + 1, sizeof (int) * (gsize) (best - i));
  order[best] = node;
  return TRUE;
}

static gboolean
move_nodes (Exchange *exchange,
            guint     rank,
            guint     window)
{
  TlLayoutNet *net = exchange->net;
  int *order = net->order + net->start[rank];
  int n = (int) (net->start[rank + 1] - net->start[rank]);
  gboolean better = FALSE;

  for (int i = 0; i < n; i++)
    better |= move_node (exchange, order, n, i, (int) window);
  return better;
}

/*
 * Takes crossings away until no exchange of neighbours and no move of a node by at most @window places helps. Never
 * adds one.
 *
 * Returns: whether anything got better
 */
gboolean
_tl_layout_cross_exchange (TlLayoutNet  *net,
                           guint         window,
                           GCancellable *cancellable)
{
  g_autofree int *up_places = g_new (int, net->up_start[net->n_nodes] + 1);
  g_autofree int *down_places = g_new (int, net->down_start[net->n_nodes] + 1);
  Exchange exchange = { net, up_places, down_places };
  gint64 n_rounds = CLAMP (MAX_STEPS / ((gint64) net->n_nodes * window), MIN_ROUNDS, MAX_ROUNDS);
  gboolean better = FALSE;
  gboolean again = TRUE;

  for (gint64 round = 0; again && round < n_rounds && !g_cancellable_is_cancelled (cancellable); round++)
    {
      again = FALSE;
      for (guint i = 0; i < net->n_ranks; i++)
        {
          guint rank = round % 2 == 0 ? i : net->n_ranks - 1 - i;

          collect_places (net, rank, net->up_start, net->ups, up_places);
          collect_places (net, rank, net->down_start, net->downs, down_places);
          again |= exchange_neighbours (&exchange, rank);
          again |= move_nodes (&exchange, rank, window);
          for (guint j = net->start[rank]; j < net->start[rank + 1]; j++)
            net->pos[net->order[j]] = (int) (j - net->start[rank]);
        }
      better |= again;
    }
  return better;
}
