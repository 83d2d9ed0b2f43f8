/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moves things in a row apart, each as far from the one before as it must be, such that together they move as little
 * as can be: an exact least-absolute-deviations problem, solved by pooling adjacent violators.
 */
#include "config.h"

#include "model/layout/tl-layout-keep-private.h"

typedef struct
{
  double want; /* measured from where it would be if all stood as close as they may */
  double weight;
} Wish;

/* Neighbours that move as one, wishing for the median of what they wish for one by one. */
typedef struct
{
  guint first;
  guint n;
  double median;
} Pool;

/* The greatest of the values that leave no more than half of the weight on either side; @wishes are sorted. */
static double
find_median (const Wish *wishes,
             guint       n)
{
  double sum = 0;
  double half = 0;

  for (guint i = 0; i < n; i++)
    half += wishes[i].weight / 2;
  for (guint i = 0; i < n; i++)
    {
      sum += wishes[i].weight;
      if (sum > half)
        return wishes[i].want;
    }
  return wishes[n - 1].want;
}

/* Sorts two neighbouring sorted runs into one; @spare has room for both. */
static void
merge_runs (Wish  *wishes,
            guint  n_left,
            guint  n_right,
            Wish  *spare)
{
  guint left = 0;
  guint right = n_left;
  guint n = n_left + n_right;

  for (guint i = 0; i < n; i++)
    {
      gboolean take_left = right == n || (left < n_left && wishes[left].want <= wishes[right].want);

      spare[i] = take_left ? wishes[left++] : wishes[right++];
    }
  memcpy (wishes, spare, sizeof (Wish) * n);
}

/*
 * @wants: where each would stand best, in the order in which they are to stand
 * @weights: what it costs to move each by one unit
 * @distances: how far each is from the one before at least; the first one does not matter
 * @places: (out): where they stand, such that together they move as little as can be; where it is all the same, the
 *   first ones stay
 */
void
_tl_layout_apart (const double *wants,
                  const double *weights,
                  const double *distances,
                  guint         n,
                  double       *places)
{
  g_autofree Wish *wishes = g_new (Wish, 2 * (gsize) n + 1);
  g_autofree Pool *pools = g_new (Pool, n + 1);
  Wish *spare = wishes + n;
  guint n_pools = 0;
  double closest = 0;

  for (guint i = 0; i < n; i++)
    {
      Pool pool = { i, 1, 0 };

      closest += i > 0 ? distances[i] : 0;
      wishes[i] = (Wish) { wants[i] - closest, weights[i] };
      pool.median = wishes[i].want;
      while (n_pools > 0 && pools[n_pools - 1].median > pool.median)
        {
          const Pool *last = &pools[--n_pools];

          merge_runs (wishes + last->first, last->n, pool.n, spare);
          pool.first = last->first;
          pool.n += last->n;
          pool.median = find_median (wishes + pool.first, pool.n);
        }
      pools[n_pools++] = pool;
    }

  closest = 0;
  for (guint i = 0; i < n_pools; i++)
    for (guint j = pools[i].first; j < pools[i].first + pools[i].n; j++)
      {
        closest += j > 0 ? distances[j] : 0;
        places[j] = pools[i].median + closest;
      }
}
