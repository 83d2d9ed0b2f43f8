/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which counts of pairs are withheld: how many have two marks at once is no sum of anything, but bounded by how many
 * have each, and by what either shares with a third. */
#include "config.h"

#include "model/disclosure/tl-protect-pairs.h"

#include <string.h>

/* How often what is known of one count is carried over to the others. */
#define MAX_ROUNDS 8

typedef struct {
  const gint64 *counts;
  guint         n;
  gint64        base;
  gint64        threshold;
  gboolean     *withheld;
  gint64       *least; /* what each count is at least, as far as can be told from what is shown */
  gint64       *most;
} Pairs;

/* What somebody who knows the bounds of three counts with a third mark can tell of one. */
typedef struct {
  gint64 least;
  gint64 most;
  guint  by_least; /* the third mark that it follows from; the number of marks if none was needed */
  guint  by_most;
} Bound;

static gint64
least_of (const Pairs *self,
          guint        i,
          guint        j)
{
  return self->least[i * self->n + j];
}

static gint64
most_of (const Pairs *self,
         guint        i,
         guint        j)
{
  return self->most[i * self->n + j];
}

/* What two marks have in common is what they have in common inside the third and outside of it; in either it is at
 * least what does not fit beside each other, and at most the smaller. */
static void
tighten (const Pairs *self,
         guint        i,
         guint        j,
         guint        k,
         Bound       *bound)
{
  gint64 inside = least_of (self, i, k) + least_of (self, j, k) - most_of (self, k, k);
  gint64 outside = least_of (self, i, i) - most_of (self, i, k) + least_of (self, j, j) - most_of (self, j, k)
                   - (self->base - least_of (self, k, k));
  gint64 least = MAX (inside, 0) + MAX (outside, 0);
  gint64 most = MIN (most_of (self, i, k), most_of (self, j, k))
                + MIN (most_of (self, i, i) - least_of (self, i, k), most_of (self, j, j) - least_of (self, j, k));

  if (least > bound->least)
    {
      bound->least = least;
      bound->by_least = k;
    }
  if (most < bound->most)
    {
      bound->most = most;
      bound->by_most = k;
    }
}

static Bound
find_bound (const Pairs *self,
            guint        i,
            guint        j)
{
  Bound bound = { MAX (1, least_of (self, i, i) + least_of (self, j, j) - self->base),
                  MIN (most_of (self, i, i), most_of (self, j, j)), self->n, self->n };

  for (guint k = 0; k < self->n; k++)
    if (k != i && k != j)
      tighten (self, i, j, k, &bound);
  return bound;
}

/* A mark alone is at least what it shares with any other, and at most that and all that are without the other. */
static Bound
find_bound_alone (const Pairs *self,
                  guint        i)
{
  Bound bound = { 1, self->base, self->n, self->n };

  for (guint k = 0; k < self->n; k++)
    if (k != i)
      {
        bound.least = MAX (bound.least, least_of (self, i, k));
        bound.most = MIN (bound.most, most_of (self, i, k) + self->base - least_of (self, k, k));
      }
  return bound;
}

static void
begin (Pairs *self)
{
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      {
        gsize at = (gsize) i * self->n + j;

        self->least[at] = self->withheld[at] ? 1 : self->counts[at];
        self->most[at] = self->withheld[at] ? self->base : self->counts[at];
      }
}

static gboolean
carry_over (Pairs *self)
{
  gboolean more = FALSE;

  for (guint i = 0; i < self->n; i++)
    for (guint j = i; j < self->n; j++)
      {
        gsize at = (gsize) i * self->n + j, mirrored = (gsize) j * self->n + i;

        if (!self->withheld[at])
          continue;

        Bound bound = i == j ? find_bound_alone (self, i) : find_bound (self, i, j);

        more |= bound.least > self->least[at] || bound.most < self->most[at];
        self->least[at] = self->least[mirrored] = MAX (self->least[at], bound.least);
        self->most[at] = self->most[mirrored] = MIN (self->most[at], bound.most);
      }
  return more;
}

static gboolean
withhold (Pairs *self,
          guint  i,
          guint  j)
{
  gsize at = (gsize) i * self->n + j;

  if (self->withheld[at] || self->counts[at] == 0)
    return FALSE;
  self->withheld[at] = self->withheld[(gsize) j * self->n + i] = TRUE;
  return TRUE;
}

/* Withholds the smallest count that is shown of either mark. */
static gboolean
withhold_any (Pairs *self,
              guint  i,
              guint  j)
{
  guint of = i, with = i;
  gint64 smallest = G_MAXINT64;

  for (guint k = 0; k < 2 * self->n; k++)
    {
      guint one = k < self->n ? i : j, other = k % self->n;
      gsize at = (gsize) one * self->n + other;

      if (!self->withheld[at] && self->counts[at] > 0 && self->counts[at] < smallest)
        {
          smallest = self->counts[at];
          of = one;
          with = other;
        }
    }
  return withhold (self, of, with);
}

/* Withholds how many have the commonest mark: one that leaves little room outside of it. */
static gboolean
withhold_commonest (Pairs *self)
{
  guint commonest = 0;
  gint64 most = 0;

  for (guint k = 0; k < self->n; k++)
    if (!self->withheld[(gsize) k * self->n + k] && self->counts[(gsize) k * self->n + k] > most)
      {
        commonest = k;
        most = self->counts[(gsize) k * self->n + k];
      }
  return most > 0 && withhold (self, commonest, commonest);
}

/* Withholds what a bound follows from: of what the two share with the third the smaller first, then what is known of
 * each alone; then whatever else is known of either, and of others. */
static gboolean
loosen (Pairs *self,
        guint  i,
        guint  j,
        guint  k)
{
  if (k < self->n)
    {
      gboolean first = self->counts[i * self->n + k] <= self->counts[j * self->n + k];

      if (withhold (self, first ? i : j, k) || withhold (self, first ? j : i, k) || withhold (self, k, k))
        return TRUE;
    }
  return withhold (self, i, i) || withhold (self, j, j) || withhold_any (self, i, j)
         || withhold_commonest (self);
}

/* Returns whether more had to be withheld. */
static gboolean
loosen_all (Pairs *self)
{
  gboolean more = FALSE;

  for (guint i = 0; i < self->n; i++)
    for (guint j = i + 1; j < self->n; j++)
      {
        gsize at = (gsize) i * self->n + j;

        if (!self->withheld[at] || self->most[at] - self->least[at] >= self->threshold)
          continue;

        Bound bound = find_bound (self, i, j);

        more |= loosen (self, i, j, bound.by_least < self->n ? bound.by_least : bound.by_most);
      }
  return more;
}

static void
count_withheld (const Pairs     *self,
                TlProtectResult *result)
{
  for (guint i = 0; i < self->n; i++)
    for (guint j = i; j < self->n; j++)
      if (self->withheld[(gsize) i * self->n + j])
        {
          if (self->counts[(gsize) i * self->n + j] <= self->threshold)
            result->n_primary++;
          else
            result->n_secondary++;
        }
}

/**
 * tl_protect_pairs:
 * @counts: (array): how many have both of two marks, a symmetric matrix row by row; in the diagonal how many have one
 * @n: how many marks
 * @base: how many there are, with whatever marks; known to everybody
 * @threshold: counts from 1 to this are small; a zero is shown
 * @withheld: (inout) (array): one a count: whether it is to be withheld in any case; then, whether it is to be
 *   withheld
 *
 * Withholds what is small, and of the rest what it takes that whoever knows all that is shown, that what is withheld
 * is at least 1, and that these are counts of sets, can tell of no withheld pair more than a range in which the
 * greatest is larger than the least by @threshold or more. What is known of sets: two that do not fit beside each
 * other overlap, inside any third as outside of it, and share no more than the smaller has there. How far that leads
 * is worked out by carrying the bounds over from pair to pair until they stay.
 *
 * Returns: how much was withheld for which reason, each pair once
 */
TlProtectResult
tl_protect_pairs (const gint64 *counts,
                  guint         n,
                  gint64        base,
                  guint         threshold,
                  gboolean     *withheld)
{
  TlProtectResult result = { 0, 0 };
  gsize n_counts = (gsize) n * n;

  g_return_val_if_fail (counts != NULL && withheld != NULL, result);

  g_autofree gint64 *least = g_new0 (gint64, n_counts + 1);
  g_autofree gint64 *most = g_new0 (gint64, n_counts + 1);
  Pairs self = { counts, n, base, threshold, withheld, least, most };

  for (gsize i = 0; i < n_counts; i++)
    withheld[i] = (counts[i] >= 1 && counts[i] <= threshold) || (withheld[i] && counts[i] > 0);
  do
    {
      begin (&self);
      for (guint i = 0; i < MAX_ROUNDS && carry_over (&self); i++)
        ;
    }
  while (loosen_all (&self));
  count_withheld (&self, &result);
  return result;
}
