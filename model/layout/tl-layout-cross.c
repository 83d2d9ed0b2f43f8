/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Crossings of a net, counted in a tree of partial sums.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

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

  for (guint i = 0; i <= n_lower; i++)
    tree[i] = 0;
  for (guint i = net->start[rank]; i < net->start[rank + 1]; i++)
    {
      int node = net->order[i];

      for (guint j = net->down_start[node]; j < net->down_start[node + 1]; j++)
        places[j] = net->pos[net->downs[j]];
      sort_ints (places + net->down_start[node], net->down_start[node + 1] - net->down_start[node]);
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
