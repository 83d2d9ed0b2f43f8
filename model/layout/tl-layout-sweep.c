/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sweeps from rank to rank in which every node goes to the mean place of its neighbours in the rank before (Sugiyama
 * and others 1981): a cheap step from an order in disorder to one that is worth while to look at closely.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* Sorts a rank by the mean places of the neighbours that @start and @ends list; a node without any follows the one
 * left of it. */
static void
sort_rank (TlLayoutNet *net,
           guint        rank,
           const guint *start,
           const int   *ends,
           double      *mean)
{
  int *order = net->order + net->start[rank];
  int n = (int) (net->start[rank + 1] - net->start[rank]);
  double left = 0;

  for (int i = 0; i < n; i++)
    {
      int node = order[i];
      double sum = 0;
      int j = i;

      for (guint k = start[node]; k < start[node + 1]; k++)
        sum += net->pos[ends[k]];
      if (start[node] < start[node + 1])
        left = sum / (start[node + 1] - start[node]);
      mean[node] = left;
      for (; j > 0 && mean[order[j - 1]] > mean[node]; j--)
        order[j] = order[j - 1];
      order[j] = node;
    }
  for (int i = 0; i < n; i++)
    net->pos[order[i]] = i;
}

/*
 * Sweeps @n_sweeps times down and up again.
 */
void
_tl_layout_sweep (TlLayoutNet *net,
                  guint        n_sweeps)
{
  g_autofree double *mean = g_new (double, net->n_nodes);

  for (guint i = 0; i < n_sweeps; i++)
    {
      for (guint rank = 1; rank < net->n_ranks; rank++)
        sort_rank (net, rank, net->up_start, net->ups, mean);
      for (guint rank = net->n_ranks - 1; rank > 0; rank--)
        sort_rank (net, rank - 1, net->down_start, net->downs, mean);
    }
}
