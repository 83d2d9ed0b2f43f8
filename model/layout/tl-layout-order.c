/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The left-to-right order in each rank: a first order that sees the net as a whole, and then star by star the order
 * with fewer crossings. The same input always gives the same order.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* How many places beyond its own nodes a star is moved at once. */
#define QUICK_WINDOW 12
#define THOROUGH_WINDOW 24
/* Steps that a quick layout may take for each line, a thorough one at least for each line, and for each pair of lines. */
#define QUICK_STEPS 300
#define THOROUGH_STEPS 1000
#define PAIR_STEPS 20
#define MAX_STEPS 30000000
/* How many crossings more a star may get for a while, so that it finds a way to fewer. */
#define HEAT 8

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

/* How much may be done for a net; counted, since a clock would make equal input give different output. */
static gint64
count_steps (const TlLayoutNet     *net,
             const TlLayoutOptions *options)
{
  gint64 n_lines = 0;

  for (guint i = 0; i < net->n_boxes; i++)
    n_lines += net->down_start[i + 1] - net->down_start[i];
  if (options->thorough)
    return MIN (MAX (PAIR_STEPS * n_lines * n_lines / 2, THOROUGH_STEPS * n_lines), MAX_STEPS);
  return QUICK_STEPS * n_lines;
}

/* Spends what is left of @n_steps on leaving the order at hand for a better one. */
static void
improve (TlLayoutNet  *net,
         TlLayoutStar *star,
         gint64        n_steps,
         GCancellable *cancellable)
{
  g_autofree int *before = g_memdup2 (net->order, sizeof (int) * net->n_nodes);
  gint64 n_before = _tl_layout_cross_count (net);

  if (n_before == 0)
    return;
  _tl_layout_star_anneal (star, HEAT, n_steps, cancellable);
  _tl_layout_star_settle (star, G_MAXINT64, cancellable);
  if (_tl_layout_cross_count (net) < n_before)
    return;
  memcpy (net->order, before, sizeof (int) * net->n_nodes);
  store_places (net);
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
  gint64 n_steps = count_steps (net, options);
  g_autoptr (TlLayoutStar) star = NULL;

  _tl_layout_spectrum (net, cancellable);
  if (net->has_pins)
    order_pins (net, boxes);
  star = _tl_layout_star_new (net, boxes, options->thorough ? THOROUGH_WINDOW : QUICK_WINDOW);
  if (_tl_layout_star_settle (star, n_steps, cancellable) && !options->keep)
    improve (net, star, n_steps, cancellable);
}
