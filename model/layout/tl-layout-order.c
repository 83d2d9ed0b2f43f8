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
/* Steps a quick layout may take for each line, and a thorough one for each line or for each pair of lines, whichever
 * are more; and how many beside, for in a small net each crossing is seen. */
#define QUICK_STEPS 280
#define QUICK_MORE_STEPS 6000
#define THOROUGH_STEPS 1000
#define THOROUGH_MORE_STEPS 30000
#define PAIR_STEPS 20
#define MAX_STEPS 30000000
/* First orders of which that with the fewest crossings is taken up, and how many when it is done anew. */
#define QUICK_STARTS 4
#define THOROUGH_STARTS 12
#define NEW_STARTS 2
/* Sweeps over the first orders that are tried anew; they would harm the first of all, which sees the net as a whole. */
#define NEW_SWEEPS 3
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

/* An order and how many crossings it has. */
typedef struct
{
  int *order;
  gint64 n_crossings;
} Best;

static void
best_init (Best              *best,
           const TlLayoutNet *net)
{
  best->order = g_memdup2 (net->order, sizeof (int) * net->n_nodes);
  best->n_crossings = G_MAXINT64;
}

static void
best_clear (Best *best)
{
  g_free (best->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Best, best_clear)

/* Keeps the order of @net if it has fewer crossings than the best one so far. */
static void
best_offer (Best              *best,
            const TlLayoutNet *net)
{
  gint64 n_crossings = _tl_layout_cross_count (net);

  if (n_crossings >= best->n_crossings)
    return;
  best->n_crossings = n_crossings;
  memcpy (best->order, net->order, sizeof (int) * net->n_nodes);
}

/* Takes up the best of several first orders: any of them may have a large part of the net the wrong way round. */
static void
choose_start (TlLayoutNet       *net,
              const TlLayoutBox *boxes,
              guint              first,
              guint              n_starts,
              guint              n_sweeps,
              GCancellable      *cancellable)
{
  g_auto (Best) best = { NULL };

  best_init (&best, net);
  for (guint i = 0; i < n_starts && best.n_crossings > 0 && !g_cancellable_is_cancelled (cancellable); i++)
    {
      _tl_layout_spectrum (net, first + i, cancellable);
      _tl_layout_sweep (net, n_sweeps);
      if (net->has_pins)
        order_pins (net, boxes);
      best_offer (&best, net);
    }
  restore (net, best.order);
}

/* Lets stars settle from one first order after the other, until half of the steps are spent. */
static void
settle_starts (TlLayoutNet       *net,
               const TlLayoutBox *boxes,
               TlLayoutStar      *star,
               guint              n_starts,
               gint64             n_steps,
               Best              *best,
               GCancellable      *cancellable)
{
  choose_start (net, boxes, 0, n_starts, 0, cancellable);
  _tl_layout_star_settle (star, n_steps, cancellable);
  best_offer (best, net);
  while (best->n_crossings > 0 && _tl_layout_star_get_steps (star) < n_steps / 2 &&
         !g_cancellable_is_cancelled (cancellable))
    {
      choose_start (net, boxes, n_starts, NEW_STARTS, NEW_SWEEPS, cancellable);
      n_starts += NEW_STARTS;
      _tl_layout_star_wake (star);
      _tl_layout_star_settle (star, n_steps, cancellable);
      best_offer (best, net);
    }
  restore (net, best->order);
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
  g_autoptr (TlLayoutStar) star =
    _tl_layout_star_new (net, boxes, options->thorough ? THOROUGH_WINDOW : QUICK_WINDOW);
  gint64 n_lines = count_lines (net);
  gint64 n_steps = QUICK_STEPS * n_lines + QUICK_MORE_STEPS;
  g_auto (Best) best = { NULL };

  if (options->thorough)
    n_steps = MIN (MAX (PAIR_STEPS * n_lines * n_lines / 2, THOROUGH_STEPS * n_lines + THOROUGH_MORE_STEPS),
                   MAX_STEPS);
  best_init (&best, net);
  settle_starts (net, boxes, star, options->thorough ? THOROUGH_STARTS : QUICK_STARTS, n_steps, &best, cancellable);
  if (best.n_crossings == 0 || _tl_layout_star_get_steps (star) >= n_steps)
    return;
  _tl_layout_star_anneal (star, HEAT, n_steps, cancellable);
  _tl_layout_star_settle (star, G_MAXINT64, cancellable);
  best_offer (&best, net);
  restore (net, best.order);
}
