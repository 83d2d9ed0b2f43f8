/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The left-to-right order in each rank: a first order that sees the net as a whole, and then star by star the order
 * with fewer crossings. The same input always gives the same order.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* How many places beyond its own nodes a star is moved at once. */
#define WINDOW 12
#define THOROUGH_WINDOW 48
/* How many steps a quick layout may take for each line. */
#define QUICK_STEPS 400

static void
store_places (TlLayoutNet *net)
{
  for (guint i = 0; i < net->n_ranks; i++)
    for (guint j = net->start[i]; j < net->start[i + 1]; j++)
      net->pos[net->order[j]] = (int) (j - net->start[i]);
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

static gint64
count_lines (const TlLayoutNet *net)
{
  gint64 n_lines = 0;

  for (guint i = 0; i < net->n_boxes; i++)
    n_lines += net->down_start[i + 1] - net->down_start[i];
  return n_lines;
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
  g_autoptr (TlLayoutStar) star = NULL;

  _tl_layout_spectrum (net, cancellable);
  if (net->has_pins)
    order_pins (net, boxes);
  star = _tl_layout_star_new (net, boxes, options->thorough ? THOROUGH_WINDOW : WINDOW);
  _tl_layout_star_insert_all (star, options->thorough ? G_MAXINT64 : QUICK_STEPS * count_lines (net), cancellable);
}
