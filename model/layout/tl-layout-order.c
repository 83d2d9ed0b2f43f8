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
/* Steps a quick layout may take for each line, a thorough one at least for each line, and for each pair of lines. */
#define QUICK_STEPS 280
#define NEW_START_STEPS 220
#define THOROUGH_STEPS 1000
#define PAIR_STEPS 20
#define MAX_STEPS 30000000
/* First orders of which that with the fewest crossings is taken up, and others that a net with few crossings tries. */
#define QUICK_STARTS 4
#define THOROUGH_STARTS 12
#define NEW_STARTS 3
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

static gint64
count_lines (const TlLayoutNet *net)
{
  gint64 n_lines = 0;

  for (guint i = 0; i < net->n_boxes; i++)
    n_lines += net->down_start[i + 1] - net->down_start[i];
  return n_lines;
}

static void
restore (TlLayoutNet *net,
         const int   *order)
{
  memcpy (net->order, order, sizeof (int) * net->n_nodes);
  store_places (net);
}

static void
start_order (TlLayoutNet       *net,
             const TlLayoutBox *boxes,
             guint              start,
             GCancellable      *cancellable)
{
  _tl_layout_spectrum (net, start, cancellable);
  if (net->has_pins)
    order_pins (net, boxes);
}

/* Takes up the best of several first orders: any of them may have a large part of the net the wrong way round. */
static void
choose_start (TlLayoutNet       *net,
              const TlLayoutBox *boxes,
              guint              n_starts,
              GCancellable      *cancellable)
{
  g_autofree int *best = g_new (int, net->n_nodes);
  gint64 n_best = G_MAXINT64;

  for (guint i = 0; i < n_starts && n_best > 0 && !g_cancellable_is_cancelled (cancellable); i++)
    {
      gint64 n_crossings;

      start_order (net, boxes, i, cancellable);
      n_crossings = _tl_layout_cross_count (net);
      if (n_crossings >= n_best)
        continue;
      n_best = n_crossings;
      memcpy (best, net->order, sizeof (int) * net->n_nodes);
    }
  if (n_best < G_MAXINT64)
    restore (net, best);
}

/* Lets stars settle from the order at hand and spends what is then left of @n_steps on leaving it for a better one. */
static gint64
improve (TlLayoutNet           *net,
         const TlLayoutBox     *boxes,
         const TlLayoutOptions *options,
         gint64                 n_steps,
         GCancellable          *cancellable)
{
  g_autoptr (TlLayoutStar) star =
    _tl_layout_star_new (net, boxes, options->thorough ? THOROUGH_WINDOW : QUICK_WINDOW);
  gboolean settled = _tl_layout_star_settle (star, n_steps, cancellable);
  gint64 n_settled = _tl_layout_cross_count (net);
  g_autofree int *before = NULL;
  gint64 n_annealed;

  if (!settled || n_settled == 0)
    return n_settled;
  before = g_memdup2 (net->order, sizeof (int) * net->n_nodes);
  _tl_layout_star_anneal (star, HEAT, n_steps, cancellable);
  _tl_layout_star_settle (star, G_MAXINT64, cancellable);
  n_annealed = _tl_layout_cross_count (net);
  if (n_annealed < n_settled)
    return n_annealed;
  restore (net, before);
  return n_settled;
}

/* Tries other first orders of a net with so few crossings that each of them would be seen. */
static void
start_anew (TlLayoutNet           *net,
            const TlLayoutBox     *boxes,
            const TlLayoutOptions *options,
            gint64                 n_best,
            GCancellable          *cancellable)
{
  gint64 n_steps = NEW_START_STEPS * count_lines (net);
  g_autofree int *best = NULL;

  for (guint i = 0; i < NEW_STARTS && n_best > 0 && n_best < net->n_boxes / 2; i++)
    {
      gint64 n_crossings;

      if (best == NULL)
        best = g_memdup2 (net->order, sizeof (int) * net->n_nodes);
      start_order (net, boxes, THOROUGH_STARTS + i, cancellable);
      n_crossings = improve (net, boxes, options, n_steps, cancellable);
      if (n_crossings >= n_best)
        continue;
      n_best = n_crossings;
      memcpy (best, net->order, sizeof (int) * net->n_nodes);
    }
  if (best != NULL)
    restore (net, best);
}

/*
 * Orders the nodes of every rank of @net so that few lines cross. Stops early, leaving some order, when cancelled. How
 * long it tries is counted in steps, since a clock would make equal input give different output.
 */
void
_tl_layout_order (TlLayoutNet           *net,
                  const TlLayoutBox     *boxes,
                  const TlLayoutOptions *options,
                  GCancellable          *cancellable)
{
  gint64 n_lines = count_lines (net);
  gint64 n_steps = QUICK_STEPS * n_lines;
  gint64 n_crossings;

  if (options->thorough)
    n_steps = MIN (MAX (PAIR_STEPS * n_lines * n_lines / 2, THOROUGH_STEPS * n_lines), MAX_STEPS);
  choose_start (net, boxes, options->thorough ? THOROUGH_STARTS : QUICK_STARTS, cancellable);
  n_crossings = improve (net, boxes, options, n_steps, cancellable);
  start_anew (net, boxes, options, n_crossings, cancellable);
}
