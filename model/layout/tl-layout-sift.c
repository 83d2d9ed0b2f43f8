/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fewer crossings by exchanging neighbours and by moving nodes along their rank. Each node knows how often its lines
 * cross those of all nodes left and right of it, so that a search for a better place ends where nothing is left to win.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* Rounds of exchange and moving, if crossings still go away; fewer where nodes and window are many. */
#define MAX_ROUNDS 40
#define MIN_ROUNDS 3
#define MAX_STEPS 100000000

typedef struct
{
  TlLayoutNet *net;
  int *up_places;
  int *down_places;
  int *left;        /* of every node: crossings with the nodes left of it in its rank */
  int *right;       /* likewise, right of it */
  guint *tree;      /* partial sums of the lines that end at each place of the rank next to it */
  guint *below;     /* how many lines end left of each of those places */
  guint64 *changed; /* of every rank: when its order last changed */
  guint64 *done;    /* of every rank: when it was last looked at */
  guint64 clock;
} Sift;

/* Crossings of a pair of nodes as they stand, and if they stood the other way round. */
typedef struct
{
  int now;
  int turned;
} Pair;

static void
add_side (Pair      *pair,
          const int *left,
          guint      n_left,
          const int *right,
          guint      n_right)
{
  guint n_below = 0; /* places on the right smaller than the one looked at */
  guint n_until = 0; /* the same, or smaller or equal */

  if (n_left == 1 && n_right == 1)
    {
      pair->now += right[0] < left[0];
      pair->turned += right[0] > left[0];
      return;
    }
  for (guint i = 0; i < n_left; i++)
    {
      while (n_below < n_right && right[n_below] < left[i])
        n_below++;
      n_until = MAX (n_until, n_below);
      while (n_until < n_right && right[n_until] <= left[i])
        n_until++;
      pair->now += (int) n_below;
      pair->turned += (int) (n_right - n_until);
    }
}

static Pair
count_pair (const Sift *sift,
            int         left,
            int         right)
{
  const TlLayoutNet *net = sift->net;
  const guint *up = net->up_start;
  const guint *down = net->down_start;
  Pair pair = { 0, 0 };

  add_side (&pair, sift->up_places + up[left], up[left + 1] - up[left],
            sift->up_places + up[right], up[right + 1] - up[right]);
  add_side (&pair, sift->down_places + down[left], down[left + 1] - down[left],
            sift->down_places + down[right], down[right + 1] - down[right]);
  return pair;
}

/* Exchanges neighbours until no pair of them gains by it. */
static gboolean
exchange_neighbours (Sift *sift,
                     int  *order,
                     guint n)
{
  gboolean better = FALSE;
  guint i = 0;

  while (i + 1 < n)
    {
      int left = order[i];
      Pair pair = count_pair (sift, left, order[i + 1]);

      if (pair.now <= pair.turned)
        {
          i++;
          continue;
        }
      order[i] = order[i + 1];
      order[i + 1] = left;
      better = TRUE;
      i -= i > 0;
    }
  return better;
}

static guint
sum_until (const guint *tree,
           guint        place)
{
  guint sum = 0;

  for (guint i = place; i > 0; i &= i - 1)
    sum += tree[i];
  return sum;
}

/* Adds to every node of a rank its crossings on one side, where the neighbours have @n_places places. */
static void
count_side (Sift        *sift,
            const int   *order,
            guint        n,
            const guint *start,
            const int   *places,
            guint        n_places)
{
  guint n_seen = 0;

  memset (sift->tree, 0, sizeof (guint) * (n_places + 1));
  memset (sift->below, 0, sizeof (guint) * (n_places + 1));
  for (guint i = 0; i < n; i++)
    for (guint j = start[order[i]]; j < start[order[i] + 1]; j++)
      sift->below[places[j] + 1]++;
  for (guint i = 0; i < n_places; i++)
    sift->below[i + 1] += sift->below[i];

  for (guint i = 0; i < n; i++)
    {
      int node = order[i];
      guint n_own = 0; /* lines of the node that end left of the place looked at */

      for (guint j = start[node]; j < start[node + 1]; j++)
        {
          guint place = (guint) places[j];

          if (j > start[node] && places[j - 1] < places[j])
            n_own = j - start[node];
          sift->left[node] += (int) (n_seen - sum_until (sift->tree, place + 1));
          sift->right[node] += (int) (sift->below[place] - sum_until (sift->tree, place) - n_own);
        }
      for (guint j = start[node]; j < start[node + 1]; j++, n_seen++)
        for (guint k = (guint) places[j] + 1; k <= n_places; k += k & -k)
          sift->tree[k]++;
    }
}

static void
count_rank (Sift *sift,
            guint rank)
{
  const TlLayoutNet *net = sift->net;
  const int *order = net->order + net->start[rank];
  guint n = net->start[rank + 1] - net->start[rank];

  for (guint i = 0; i < n; i++)
    sift->left[order[i]] = sift->right[order[i]] = 0;
  if (rank > 0)
    count_side (sift, order, n, net->up_start, sift->up_places, net->start[rank] - net->start[rank - 1]);
  if (rank + 1 < net->n_ranks)
    count_side (sift, order, n, net->down_start, sift->down_places, net->start[rank + 2] - net->start[rank + 1]);
}

/* Lets @left and @right, neighbours in the rank, know that they change places. */
static void
turn_pair (Sift *sift,
           int   left,
           int   right)
{
  Pair pair = count_pair (sift, left, right);

  sift->right[left] -= pair.now;
  sift->left[right] -= pair.now;
  sift->left[left] += pair.turned;
  sift->right[right] += pair.turned;
}

/* Where, at @low to @high, the node at @i crosses least; nearest first, so that equally good places don't tempt it. */
static int
find_place (const Sift *sift,
            const int  *order,
            int         low,
            int         high,
            int         i)
{
  int node = order[i];
  int best = i;
  int best_gain = 0;
  int gain = 0;
  int hope = sift->left[node];

  for (int j = i - 1; j >= low && gain + hope > best_gain; j--)
    {
      Pair pair = count_pair (sift, order[j], node);

      gain += pair.now - pair.turned;
      hope -= pair.now;
      if (gain > best_gain)
        {
          best_gain = gain;
          best = j;
        }
    }
  gain = 0;
  hope = sift->right[node];
  for (int j = i + 1; j <= high && gain + hope > best_gain; j++)
    {
      Pair pair = count_pair (sift, node, order[j]);

      gain += pair.now - pair.turned;
      hope -= pair.now;
      if (gain > best_gain)
        {
          best_gain = gain;
          best = j;
        }
    }
  return best;
}

/* Moves every node to the best place within @window places of it; returns whether any went. */
static gboolean
move_nodes (Sift *sift,
            int  *order,
            int   n,
            int   window)
{
  gboolean better = FALSE;

  for (int i = 0; i < n; i++)
    {
      int node = order[i];
      int best = find_place (sift, order, MAX (0, i - window), MIN (n - 1, i + window), i);

      better |= best != i;
      for (int j = i; j > best; j--)
        {
          turn_pair (sift, order[j - 1], node);
          order[j] = order[j - 1];
        }
      for (int j = i; j < best; j++)
        {
          turn_pair (sift, node, order[j + 1]);
          order[j] = order[j + 1];
        }
      order[best] = node;
    }
  return better;
}

static gboolean
needs_look (const Sift *sift,
            guint       rank)
{
  return sift->changed[rank] > sift->done[rank] ||
         (rank > 0 && sift->changed[rank - 1] > sift->done[rank]) ||
         (rank + 1 < sift->net->n_ranks && sift->changed[rank + 1] > sift->done[rank]);
}

static gboolean
sift_rank (Sift *sift,
           guint rank,
           guint window)
{
  TlLayoutNet *net = sift->net;
  int *order = net->order + net->start[rank];
  guint n = net->start[rank + 1] - net->start[rank];
  gboolean better;

  if (!needs_look (sift, rank))
    return FALSE;
  sift->done[rank] = ++sift->clock;
  _tl_layout_cross_places (net, rank, net->up_start, net->ups, sift->up_places);
  _tl_layout_cross_places (net, rank, net->down_start, net->downs, sift->down_places);
  better = exchange_neighbours (sift, order, n);
  count_rank (sift, rank);
  better |= move_nodes (sift, order, (int) n, (int) window);
  if (!better)
    return FALSE;
  sift->changed[rank] = ++sift->clock;
  for (guint i = 0; i < n; i++)
    net->pos[order[i]] = (int) i;
  return TRUE;
}

/*
 * Takes crossings away until no exchange of neighbours and no move of a node by at most @window places helps. Never
 * adds one.
 *
 * Returns: whether anything got better
 */
gboolean
_tl_layout_sift (TlLayoutNet  *net,
                 guint         window,
                 GCancellable *cancellable)
{
  g_autofree int *up_places = g_new (int, net->up_start[net->n_nodes] + 1);
  g_autofree int *down_places = g_new (int, net->down_start[net->n_nodes] + 1);
  g_autofree int *left = g_new (int, net->n_nodes);
  g_autofree int *right = g_new (int, net->n_nodes);
  g_autofree guint *tree = g_new (guint, net->n_nodes + 1);
  g_autofree guint *below = g_new (guint, net->n_nodes + 1);
  g_autofree guint64 *changed = g_new (guint64, net->n_ranks);
  g_autofree guint64 *done = g_new0 (guint64, net->n_ranks);
  Sift sift = { net, up_places, down_places, left, right, tree, below, changed, done, 1 };
  gint64 n_rounds = CLAMP (MAX_STEPS / ((gint64) net->n_nodes * window), MIN_ROUNDS, MAX_ROUNDS);
  gboolean better = FALSE;
  gboolean again = TRUE;

  for (guint i = 0; i < net->n_ranks; i++)
    changed[i] = 1;
  for (gint64 round = 0; again && round < n_rounds; round++)
    {
      again = FALSE;
      for (guint i = 0; i < net->n_ranks && !g_cancellable_is_cancelled (cancellable); i++)
        again |= sift_rank (&sift, round % 2 == 0 ? i : net->n_ranks - 1 - i, window);
      better |= again;
    }
  return better;
}
