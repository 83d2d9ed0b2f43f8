/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts things in a row so that what is alike stands together: clusters by average distance, and of all orders that tear
 * no cluster apart the one in which neighbours are nearest to each other (the optimal leaf order of Bar-Joseph, Gifford
 * and Jaakkola, 2001). Plain arrays; the same distances give the same order. */
#include "config.h"

#include "model/questions/tl-seriation.h"

#include <math.h>

/* A cluster: a thing, or two clusters. Its things are a stretch of one array, those of @left first. */
typedef struct {
  int   left; /* -1 for a thing */
  int   right;
  guint first;
  guint n;
} Cluster;

typedef struct {
  const double *distances;
  guint         n;
  Cluster      *clusters; /* the things, then what was joined; the last holds all */
  guint        *things;   /* by the stretches of the clusters */
  double       *costs;    /* of the best order of the least cluster with both, from one end to the other */
} Seriation;

static double
get_distance (const Seriation *self,
              guint            a,
              guint            b)
{
  return self->distances[(gsize) a * self->n + b];
}

static double *
get_cost (const Seriation *self,
          guint            a,
          guint            b)
{
  return &self->costs[(gsize) a * self->n + b];
}

/* Clustering */

typedef struct {
  guint  a;
  guint  b;
  double distance;
} Nearest;

static Nearest
find_nearest (const double   *between,
              const gboolean *gone,
              guint           n)
{
  Nearest nearest = { 0, 0, INFINITY };

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; !gone[i] && j < n; j++)
      if (!gone[j] && (nearest.b == 0 || between[(gsize) i * n + j] < nearest.distance))
        nearest = (Nearest) { i, j, between[(gsize) i * n + j] };
  return nearest;
}

/* Each slot has one cluster; of two that are joined the slot of the first has both. */
static void
join_all (Seriation *self)
{
  guint n = self->n;
  g_autofree double *between = g_memdup2 (self->distances, (gsize) n * n * sizeof (double));
  g_autofree gboolean *gone = g_new0 (gboolean, n);
  g_autofree guint *slots = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      self->clusters[i] = (Cluster) { -1, -1, 0, 1 };
      slots[i] = i;
    }
  for (guint made = n; made < 2 * n - 1; made++)
    {
      Nearest nearest = find_nearest (between, gone, n);
      guint n_a = self->clusters[slots[nearest.a]].n, n_b = self->clusters[slots[nearest.b]].n;

      self->clusters[made] = (Cluster) { (int) slots[nearest.a], (int) slots[nearest.b], 0, n_a + n_b };
      slots[nearest.a] = made;
      gone[nearest.b] = TRUE;
      for (guint i = 0; i < n; i++)
        if (!gone[i] && i != nearest.a)
          between[(gsize) nearest.a * n + i] = between[(gsize) i * n + nearest.a]
            = (n_a * between[(gsize) nearest.a * n + i] + n_b * between[(gsize) nearest.b * n + i]) / (n_a + n_b);
    }
}

static void
lay_out (Seriation *self)
{
  for (guint i = 2 * self->n - 1; i > self->n; i--)
    {
      const Cluster *cluster = &self->clusters[i - 1];

      self->clusters[cluster->left].first = cluster->first;
      self->clusters[cluster->right].first = cluster->first + self->clusters[cluster->left].n;
    }
  for (guint i = 0; i < self->n; i++)
    self->things[self->clusters[i].first] = i;
}

/* Ordering */

static gboolean
is_thing (const Cluster *cluster)
{
  return cluster->left < 0;
}

/* Where the other end of an order of @cluster can be that has @thing at one end: in its other half. */
static const Cluster *
get_opposite (const Seriation *self,
              const Cluster   *cluster,
              guint            place)
{
  if (is_thing (cluster))
    return cluster;

  const Cluster *right = &self->clusters[cluster->right];

  return place < right->first ? right : &self->clusters[cluster->left];
}

/* The best order of a cluster from @u of its left half to each of its right half: first from @u to wherever the left
 * half may end and on to each @k of the right one, then from there through the right half. */
static void
find_costs_from (Seriation     *self,
                 const Cluster *left,
                 const Cluster *right,
                 guint          u_place,
                 double        *across)
{
  const Cluster *ends = get_opposite (self, left, u_place);
  guint u = self->things[u_place];

  for (guint k = right->first; k < right->first + right->n; k++)
    {
      across[k] = INFINITY;
      for (guint m = ends->first; m < ends->first + ends->n; m++)
        across[k] = MIN (across[k], *get_cost (self, u, self->things[m])
                                      + get_distance (self, self->things[m], self->things[k]));
    }
  for (guint w = right->first; w < right->first + right->n; w++)
    {
      const Cluster *begins = get_opposite (self, right, w);
      double best = INFINITY;

      for (guint k = begins->first; k < begins->first + begins->n; k++)
        best = MIN (best, across[k] + *get_cost (self, self->things[k], self->things[w]));
      *get_cost (self, u, self->things[w]) = *get_cost (self, self->things[w], u) = best;
    }
}

static void
find_costs (Seriation *self)
{
  g_autofree double *across = g_new (double, self->n);

  for (guint i = self->n; i < 2 * self->n - 1; i++)
    {
      const Cluster *left = &self->clusters[self->clusters[i].left], *right = &self->clusters[self->clusters[i].right];

      for (guint u = left->first; u < left->first + left->n; u++)
        find_costs_from (self, left, right, u, across);
    }
}

/* Writes the best order of @cluster from the thing @u to the thing @w, at most as good as which all others are. */
static void
write_order (const Seriation *self,
             const Cluster   *cluster,
             const guint     *places,
             guint            u,
             guint            w,
             guint           *order)
{
  if (is_thing (cluster))
    {
      order[0] = u;
      return;
    }

  const Cluster *near = &self->clusters[cluster->left], *far = &self->clusters[cluster->right];

  if (places[u] >= far->first)
    {
      near = far;
      far = &self->clusters[cluster->left];
    }

  const Cluster *ends = get_opposite (self, near, places[u]), *begins = get_opposite (self, far, places[w]);
  guint best_m = u, best_k = w;
  double best = INFINITY;

  for (guint i = ends->first; i < ends->first + ends->n; i++)
    for (guint j = begins->first; j < begins->first + begins->n; j++)
      {
        guint m = self->things[i], k = self->things[j];
        double cost = *get_cost (self, u, m) + get_distance (self, m, k) + *get_cost (self, k, w);

        if (cost < best)
          {
            best = cost;
            best_m = m;
            best_k = k;
          }
      }
  write_order (self, near, places, u, best_m, order);
  write_order (self, far, places, best_k, w, order + near->n);
}

static void
write_best (const Seriation *self,
            guint           *order)
{
  const Cluster *all = &self->clusters[2 * self->n - 2];
  g_autofree guint *places = g_new (guint, self->n);
  guint best_u = 0, best_w = 0;
  double best = INFINITY;

  for (guint i = 0; i < self->n; i++)
    places[self->things[i]] = i;
  for (guint u = 0; u < self->n; u++)
    {
      const Cluster *ends = get_opposite (self, all, places[u]);

      for (guint i = ends->first; i < ends->first + ends->n; i++)
        if (u <= self->things[i] && *get_cost (self, u, self->things[i]) < best)
          {
            best = *get_cost (self, u, self->things[i]);
            best_u = u;
            best_w = self->things[i];
          }
    }
  write_order (self, all, places, best_u, best_w, order);
}

/**
 * tl_seriation_dup_order:
 * @distances: (array): @n by @n, symmetric, finite and not negative
 * @n: how many things there are
 *
 * Takes time in the third power of @n: some milliseconds for 150.
 *
 * Returns: (transfer full) (array length=n): the things, by number, so that those near each other stand together; of
 *   two orders that mirror each other the one that begins with the lower number
 */
guint *
tl_seriation_dup_order (const double *distances,
                        guint         n)
{
  g_return_val_if_fail (distances != NULL || n == 0, NULL);

  guint *order = g_new0 (guint, n + 1);

  if (n < 2)
    return order;

  g_autofree Cluster *clusters = g_new0 (Cluster, 2 * (gsize) n);
  g_autofree guint *things = g_new (guint, n);
  g_autofree double *costs = g_new0 (double, (gsize) n * n);
  Seriation self = { distances, n, clusters, things, costs };

  join_all (&self);
  lay_out (&self);
  find_costs (&self);
  write_best (&self, order);
  return order;
}
