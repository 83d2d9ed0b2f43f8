/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cheapest ways of a line across the strip between two ranks, for all slots at once. A way from slot s to slot t
 * crosses the lines that end left of one of them and not of the other, so that going from t to t + 1 changes the costs
 * by one for all s left of an end and the other way for all others: a tree of partial sums finds the least.
 */
#include "config.h"

#include "model/layout/tl-layout-strip-private.h"

/* A cost that no slot has. */
#define NEVER (1 << 28)

/*
 * Writes what it costs to go from @post of the outer rank to every slot of the inner one.
 */
void
_tl_layout_strip_leave_post (const TlLayoutStrip *strip,
                             int                  post,
                             int                 *costs)
{
  int cost = 0;

  costs[0] = 0;
  for (int i = 0; i < strip->n_inner; i++)
    {
      for (guint j = strip->first[i]; j < strip->first[i + 1]; j++)
        cost += (strip->ends[j] > post) - (strip->ends[j] < post);
      costs[i + 1] = cost;
    }
}

static void
join_folds (TlLayoutFold *folds,
            guint         i)
{
  const TlLayoutFold *left = &folds[2 * i];
  const TlLayoutFold *right = left + 1;

  folds[i].sum = left->sum + right->sum;
  folds[i].least = MIN (left->least, left->sum + right->least);
}

/*
 * Writes the least cost of every slot of the inner rank, those of the outer one being @outer_costs. @folds has room for
 * four times as many as there are outer slots.
 */
void
_tl_layout_strip_cross (const TlLayoutStrip *strip,
                        const int           *outer_costs,
                        TlLayoutFold        *folds,
                        int                 *costs)
{
  guint n_leaves = 1;
  int base = 0;

  while (n_leaves <= (guint) strip->n_outer)
    n_leaves *= 2;
  folds[n_leaves] = (TlLayoutFold) { outer_costs[0], outer_costs[0] };
  for (guint i = 1; i < n_leaves; i++)
    {
      int sum = i <= (guint) strip->n_outer ? outer_costs[i] - outer_costs[i - 1] + strip->slopes[i] : NEVER;

      folds[n_leaves + i] = (TlLayoutFold) { sum, sum };
      if (sum == NEVER)
        folds[n_leaves + i].sum = 0;
    }
  for (guint i = n_leaves - 1; i > 0; i--)
    join_folds (folds, i);

  costs[0] = folds[1].least;
  for (int i = 0; i < strip->n_inner; i++)
    {
      for (guint j = strip->first[i]; j < strip->first[i + 1]; j++)
        {
          int slot = strip->ends[j] + 1;

          base++;
          if (slot > strip->n_outer)
            continue;
          folds[n_leaves + (guint) slot].sum -= 2;
          folds[n_leaves + (guint) slot].least -= 2;
          for (guint k = (n_leaves + (guint) slot) / 2; k > 0; k /= 2)
            join_folds (folds, k);
        }
      costs[i + 1] = folds[1].least + base;
    }
}

/*
 * Returns: the slot of the outer rank from which slot @inner is reached at least cost; of several the one nearest to
 *   @wish. @room has room for the outer slots.
 */
int
_tl_layout_strip_find_outer (const TlLayoutStrip *strip,
                             const int           *outer_costs,
                             int                  inner,
                             int                  wish,
                             int                 *room)
{
  int best = 0;
  int best_cost = NEVER;
  int cost = 0;

  for (int i = 0; i <= strip->n_outer; i++)
    room[i] = strip->slopes[i];
  for (guint i = strip->first[0]; i < strip->first[inner]; i++)
    if (strip->ends[i] < strip->n_outer)
      room[strip->ends[i] + 1] -= 2;
  for (int i = 0; i <= strip->n_outer; i++)
    {
      int whole;

      cost += room[i];
      whole = outer_costs[i] + cost;
      if (whole < best_cost || (whole == best_cost && ABS (i - wish) < ABS (best - wish)))
        {
          best = i;
          best_cost = whole;
        }
    }
  return best;
}

/*
 * Returns: what it costs to go from slot @outer to slot @inner
 */
int
_tl_layout_strip_cost (const TlLayoutStrip *strip,
                       int                  outer,
                       int                  inner)
{
  int cost = 0;

  for (int i = 1; i <= outer; i++)
    cost += strip->slopes[i];
  for (guint i = strip->first[0]; i < strip->first[inner]; i++)
    cost += strip->ends[i] >= outer ? 1 : -1;
  return cost;
}

/*
 * Returns: what it costs to go from @post of the outer rank to slot @inner
 */
int
_tl_layout_strip_post_cost (const TlLayoutStrip *strip,
                            int                  post,
                            int                  inner)
{
  int cost = 0;

  for (guint i = strip->first[0]; i < strip->first[inner]; i++)
    cost += (strip->ends[i] > post) - (strip->ends[i] < post);
  return cost;
}
