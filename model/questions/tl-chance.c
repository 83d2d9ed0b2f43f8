/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What chance alone would give, by drawing; and how likely it gives as much as was found. */
#include "config.h"

#include "model/questions/tl-chance.h"

#include <math.h>

/* Small libraries are drawn from several times, of large ones only about so many of the reviews: to know well enough
 * what chance gives takes no more. */
#define N_DRAWN 10000
#define MAX_ROUNDS 20

struct _TlChance
{
  const TlGraphs *graphs;
  guint32         seed;
  guint64         state;
  guint           n_rounds;
  guint           step;     /* one of so many reviews is drawn from */
  guint           n_drawn;  /* of them */
  guint32        *mates;    /* of the review: factors with codes, level by level */
  guint          *starts;   /* by level; one more follows */
  guint           n_mates;  /* room */
};

/* Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. */
static guint64
next (guint64 *state)
{
  guint64 z = *state += 0x9e3779b97f4a7c15u;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

/* By the review alone, so that the same reviews give the same, in whatever order they were gathered. */
static guint64
begin_state (const TlChance *self,
             guint           review,
             guint           round)
{
  guint64 state = (guint64) self->seed << 32 | self->graphs->reviews[review].lot;

  return next (&state) + round;
}

/**
 * tl_chance_new:
 * @graphs: they must outlive what is returned
 * @seed: the same seed draws the same
 *
 * Returns: (transfer full): ready to draw
 */
TlChance *
tl_chance_new (const TlGraphs *graphs,
               guint32         seed)
{
  g_return_val_if_fail (graphs != NULL, NULL);

  TlChance *self = g_new0 (TlChance, 1);
  guint n = MAX (graphs->n_reviews, 1);

  self->graphs = graphs;
  self->seed = seed;
  self->n_rounds = CLAMP (N_DRAWN / n, 1, MAX_ROUNDS);
  self->step = (n + N_DRAWN - 1) / N_DRAWN;
  for (guint i = 0; i < graphs->n_reviews; i++)
    self->n_drawn += tl_chance_is_drawn (self, i) ? 1 : 0;
  self->starts = g_new0 (guint, graphs->levels->len + 1);
  return self;
}

/**
 * tl_chance_free:
 * @self: (transfer full): what tl_chance_new() returned
 */
void
tl_chance_free (TlChance *self)
{
  g_free (self->mates);
  g_free (self->starts);
  g_free (self);
}

/**
 * tl_chance_get_rounds:
 * @self: ready
 *
 * Returns: how often to draw from each review that is drawn from
 */
guint
tl_chance_get_rounds (TlChance *self)
{
  return self->n_rounds;
}

/**
 * tl_chance_is_drawn:
 * @self: ready
 * @review: the index of a review
 *
 * Returns: whether to draw from it
 */
gboolean
tl_chance_is_drawn (TlChance *self,
                    guint     review)
{
  return self->step == 1 || begin_state (self, review, 0) % self->step == 0;
}

/**
 * tl_chance_get_share:
 * @self: ready
 *
 * Returns: how many times as many reviews are drawn from as there are
 */
double
tl_chance_get_share (TlChance *self)
{
  guint n = self->graphs->n_reviews;

  return n == 0 ? 1 : (double) MAX (self->n_drawn, 1) * self->n_rounds / n;
}

static gboolean
has_codes (const TlGraphs *graphs,
           guint32         node)
{
  return graphs->nodes[node].codes < graphs->nodes[node + 1].codes;
}

/**
 * tl_chance_begin:
 * @self: ready
 * @review: the index of a review
 * @round: for the how-manyth time; what is drawn depends on nothing else
 *
 * Begins to draw from a review.
 */
void
tl_chance_begin (TlChance *self,
                 guint     review,
                 guint     round)
{
  const TlGraphs *graphs = self->graphs;
  guint32 first = graphs->reviews[review].nodes, end = graphs->reviews[review + 1].nodes;
  guint n_levels = graphs->levels->len;

  self->state = begin_state (self, review, round + 1);
  if (round > 0)
    return;

  if (end - first > self->n_mates)
    {
      self->n_mates = (end - first) * 2;
      self->mates = g_renew (guint32, self->mates, self->n_mates);
    }
  for (guint i = 0; i <= n_levels; i++)
    self->starts[i] = 0;
  for (guint32 node = first; node < end; node++)
    if (has_codes (graphs, node))
      self->starts[graphs->nodes[node].level + 1]++;
  for (guint i = 0; i < n_levels; i++)
    self->starts[i + 1] += self->starts[i];
  /* From the back, each start moving down to where its level really starts. */
  for (guint32 node = end; node-- > first;)
    if (has_codes (graphs, node))
      self->mates[--self->starts[graphs->nodes[node].level + 1]] = node;
  for (guint i = 0; i < n_levels; i++)
    self->starts[i] = self->starts[i + 1];
  self->starts[n_levels] = 0;
  for (guint32 node = first; node < end; node++)
    self->starts[n_levels] += has_codes (graphs, node);
}

/**
 * tl_chance_draw:
 * @self: begun
 * @path: (array length=n): factors of the review, each with codes where they are drawn for
 * @n: how many
 * @at: for which of them to draw
 *
 * Returns: a factor that could as well stand there; often the same
 */
guint32
tl_chance_draw (TlChance      *self,
                const guint32 *path,
                guint          n,
                guint          at)
{
  guint level = self->graphs->nodes[path[at]].level;
  guint start = self->starts[level], n_mates = self->starts[level + 1] - start;

  while (TRUE)
    {
      guint32 drawn = self->mates[start + (guint) ((next (&self->state) >> 32) * n_mates >> 32)];
      guint i = 0;

      while (i < n && (i == at || path[i] != drawn))
        i++;
      if (i == n)
        return drawn;
    }
}

/**
 * tl_chance_binomial_tail:
 * @observed: how many came
 * @n: of how many
 * @p: how likely each is to come
 *
 * Returns: how likely at least as many come as did; 1 where no more did than are to be expected
 */
double
tl_chance_binomial_tail (guint  observed,
                         guint  n,
                         double p)
{
  /* Nobody asks how likely it is that no more come than are to be expected. */
  if (p >= 1 || observed <= n * p)
    return 1;
  if (p <= 0)
    return 0;

  double k = observed;
  double term = exp (lgamma (n + 1.0) - lgamma (k + 1) - lgamma (n - k + 1) + k * log (p) + (n - k) * log1p (-p));
  double sum = 0;

  /* Past the most likely number terms only fall. */
  for (guint i = observed; i <= n; i++)
    {
      sum += term;
      term *= (double) (n - i) / (i + 1.0) * p / (1 - p);
      if (i > n * p && term < sum * 1e-12)
        break;
    }
  return MIN (sum, 1);
}

/**
 * tl_chance_tail:
 * @observed: in how many reviews something was found
 * @drawn: in how many of those drawn
 * @share: as tl_chance_get_share() says
 *
 * How likely chance gives as much as was found: given that something stands in so many reviews and drawn reviews
 * together, each is as likely one or the other, in proportion. Counts of unlike reviews vary less than that supposes,
 * so the answer is rather too high than too low.
 *
 * Returns: a probability
 */
double
tl_chance_tail (guint  observed,
                guint  drawn,
                double share)
{
  return tl_chance_binomial_tail (observed, observed + drawn, 1 / (1 + share));
}
