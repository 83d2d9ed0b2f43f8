/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Generated reviews, whose counts are published: what an attacker sees of them, and how much is lost. */
#pragma once

#include <glib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/releases/tl-release-table.h"
#include "tests/release-attacker.h"

#define MAX_REVIEWS 400
#define N_CODES 4

/* Reviews */

static const char *const codes[N_CODES] = { "national-1:TO", "national-1:TO.1", "national-1:TO.2", "national-1:RI" };

typedef struct {
  guint    year;
  guint    region;
  guint    type;
  gboolean tagged[N_CODES];
  gboolean looked[N_CODES];
} Review;

typedef struct {
  Review reviews[MAX_REVIEWS];
  guint  n_reviews;
  guint  n_years;
  guint  n_regions;
} World;

static inline void
draw_reviews (World *world,
              guint  n)
{
  static const double shares[N_CODES] = { 0.35, 0.15, 0.08, 0.6 };

  for (guint end = MIN (world->n_reviews + n, MAX_REVIEWS); world->n_reviews < end; world->n_reviews++)
    {
      Review *review = &world->reviews[world->n_reviews];

      memset (review, 0, sizeof *review);
      review->year = (guint) g_test_rand_int_range (0, (int) world->n_years);
      review->region = (guint) (world->n_regions * g_test_rand_double () * g_test_rand_double ());
      review->type = g_test_rand_double () < 0.8 ? 0 : 1;
      for (guint i = 0; i < N_CODES; i++)
        review->tagged[i] = g_test_rand_double () < shares[i];
      review->tagged[0] |= review->tagged[1] || review->tagged[2];
      for (guint i = 0; i < N_CODES; i++)
        review->looked[i] = review->tagged[i] || g_test_rand_double () < 0.2;
    }
}

/* What is counted: all reviews (0), those with a code, those looked at for it. */
#define N_MEASURES (1 + 2 * N_CODES)

static inline gboolean
has (const Review *review,
     guint         measure)
{
  return measure == 0 ? TRUE : measure <= N_CODES ? review->tagged[measure - 1] : review->looked[measure - N_CODES - 1];
}

/* Which measures count at least as much. */
static inline gboolean
is_at_most (guint less,
            guint more)
{
  if (more == 0)
    return less != 0;
  if (less >= 1 && less <= N_CODES && more == less + N_CODES)
    return TRUE;
  return more == 1 && (less == 2 || less == 3);
}

static inline gint64
count (const World *world,
       guint        measure,
       const Box   *box)
{
  gint64 n = 0;

  for (guint i = 0; i < world->n_reviews; i++)
    {
      const Review *review = &world->reviews[i];

      n += (int) review->year >= box->from && (int) review->year <= box->to
           && (box->region < 0 || (int) review->region == box->region)
           && (box->type < 0 || (int) review->type == box->type) && has (review, measure);
    }
  return n;
}

/* Releases */

static const char *const regions[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
static const char *const types[] = { "s", "t" };

static inline void
set_reach (TlReach   *reach,
           const Box *box,
           guint      n_years)
{
  TlPopulation population = {
    .year_from = 2000 + (guint) box->from,
    .year_to = 2000 + (guint) box->to,
    .region = box->region >= 0 ? regions[box->region] : NULL,
    .type = box->type >= 0 ? types[box->type] : NULL,
  };

  if (box->from == 0 && box->to == (int) n_years - 1)
    population.year_from = population.year_to = 0;
  tl_reach_init (reach, &population);
}

static inline char *
dup_mark (guint measure)
{
  static const TlAsked question = { .population = { .typology = "national-1" } };

  if (measure == 0)
    return tl_release_mark_new (&question, "1", "base", NULL, NULL);
  return tl_release_mark_new (&question, "1", measure <= N_CODES ? "tagged" : "looked", codes[(measure - 1) % N_CODES],
                              NULL);
}

/* A count that is in some table, or that others are made of; the same one if it is there already. */
static inline guint
publish (Attack          *self,
         const World     *world,
         guint            release,
         TlReleaseStatus  status,
         guint            measure,
         Box              box,
         TlProtectWorth   worth)
{
  g_autofree char *place = g_strdup_printf ("%u %u %d %d %d %d", release, measure, box.from, box.to, box.region,
                                            box.type);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, place));
  g_autofree char *mark = dup_mark (measure);
  g_auto (TlReach) reach = { { NULL } };

  if (known > 0)
    return known - 1;

  guint at = add_variable (self, count (world, measure, &box), 1);

  get (self, at)->release = release;
  get (self, at)->measure = measure;
  get (self, at)->box = box;
  get (self, at)->inner = status == TL_RELEASE_INNER;
  g_hash_table_insert (self->places, g_steal_pointer (&place), GUINT_TO_POINTER (at + 1));
  set_reach (&reach, &box, world->n_years);
  get (self, at)->entry
    = tl_release_system_add (self->system, release, status, mark, &reach, get (self, at)->truth, 1, worth);
  return at;
}

/* The same where nobody tells the system of it. */
static inline guint
make_up (Attack      *self,
         const World *world,
         guint        measure,
         Box          box)
{
  g_autofree char *place = g_strdup_printf ("0 %u %d %d %d %d", measure, box.from, box.to, box.region, box.type);
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, place));

  if (at > 0)
    return at - 1;
  at = add_variable (self, count (world, measure, &box), 0);
  get (self, at)->measure = measure;
  get (self, at)->box = box;
  get (self, at)->inner = TRUE;
  g_hash_table_insert (self->places, g_steal_pointer (&place), GUINT_TO_POINTER (at + 1));
  return at;
}

/* The parts that there are, named in a table or not. */
static inline void
add_keys (Attack      *self,
          const World *world)
{
  for (guint i = 0; i < world->n_years; i++)
    {
      g_autofree char *year = g_strdup_printf ("%u", 2000 + i);

      tl_release_system_add_key (self->system, 0, year);
    }
  for (guint i = 0; i < world->n_regions; i++)
    tl_release_system_add_key (self->system, 1, regions[i]);
  tl_release_system_add_key (self->system, 2, "");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    tl_release_system_add_key (self->system, 3, types[i]);
}

/* What holds between measures, between periods, and between then and now. */
static inline void
add_laws_between (Attack *self)
{
  guint n = self->variables->len;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const Variable *one = get (self, i), *other = get (self, j);
        const Box *inner = &one->box, *outer = &other->box;
        gboolean same_place = memcmp (inner, outer, sizeof (Box)) == 0;
        gboolean less = same_place && one->release == other->release && is_at_most (one->measure, other->measure);
        gboolean part = !same_place && !one->inner && one->release == other->release && one->measure == other->measure
                        && inner->from >= outer->from && inner->to <= outer->to
                        && (outer->region < 0 || inner->region == outer->region)
                        && (outer->type < 0 || inner->type == outer->type);
        gboolean then = same_place && one->measure == other->measure && one->release == 1 && other->release == 0;
        gint64 rest = other->truth - one->truth;

        if ((one->entry == G_MAXUINT && !one->inner) || (other->entry == G_MAXUINT && !other->inner))
          continue;
        if (!less && !part && !then)
          continue;

        guint parts[] = { i, add_variable (self, rest, 0) };

        get (self, parts[1])->guarded = then && rest >= 1 && rest <= THRESHOLD;
        add_law (self, j, parts, 2);
      }
}

/* How much of a release is not shown. */
typedef struct {
  guint n;          /* counts in all */
  guint n_small;    /* withheld because they are small */
  guint n_withheld; /* with those */
  guint n_left_out;
} Loss;

/* Of what is left out he knows nothing, not even that there is something; but what is small of it must stay unknown. */
static inline void
look_at_left_out (Variable *variable)
{
  variable->low = 0;
  variable->guarded = variable->truth >= 1 && variable->truth <= THRESHOLD;
}

/* Gives the attacker what is shown, and counts what is not. */
static inline Loss
look (Attack         *self,
      const gboolean *then)
{
  Loss loss = { 0 };

  for (guint i = 0; i < self->variables->len; i++)
    {
      Variable *variable = get (self, i);
      TlProtectReason reason = TL_PROTECT_SHOWN;

      if (variable->entry == G_MAXUINT)
        continue;
      if (variable->inner)
        {
          variable->low = 0;
          continue;
        }
      if (variable->release == 0)
        reason = tl_release_system_get_reason (self->system, variable->entry);
      else if (then[i])
        reason = TL_PROTECT_SECONDARY;
      loss.n += variable->release == 0 ? 1 : 0;
      loss.n_left_out += variable->release == 0 && reason == TL_PROTECT_LEFT_OUT ? 1 : 0;
      if (reason == TL_PROTECT_LEFT_OUT)
        {
          look_at_left_out (variable);
          continue;
        }
      if (reason == TL_PROTECT_SHOWN)
        {
          g_assert_false (variable->truth >= 1 && variable->truth <= THRESHOLD);
          variable->low = variable->high = variable->truth;
          continue;
        }
      g_assert_cmpint (variable->truth, >, 0);
      variable->guarded = TRUE;
      loss.n_withheld += variable->release == 0 ? 1 : 0;
      loss.n_small += variable->release == 0 && variable->truth <= THRESHOLD ? 1 : 0;
    }
  return loss;
}

/* Mean shares of many releases. */
typedef struct {
  double small;
  double withheld;
  double left_out;
  guint  n;
} Losses;

static inline void
add_loss (Losses *self,
          Loss    loss)
{
  self->small += (double) loss.n_small / loss.n;
  self->withheld += (double) loss.n_withheld / loss.n;
  self->left_out += (double) loss.n_left_out / loss.n;
  self->n++;
}

static inline void
tell_losses (const Losses *self,
             const char   *what)
{
  g_test_message ("withheld on the mean of %u %s: %.1f %% of all counts; the small ones alone: %.1f %%; left out: "
                  "%.1f %%", self->n, what, self->withheld * 100 / self->n, self->small * 100 / self->n,
                  self->left_out * 100 / self->n);
}

/* Returns whether anything can be published. */
static inline gboolean
solve (Attack *self)
{
  g_autoptr (GError) error = NULL;
  gboolean solved = tl_release_system_solve (self->system, NULL, &error);

  g_assert_true (solved || g_error_matches (error, TL_ERROR, TL_ERROR_INVALID));
  return solved;
}

/* Attacks a release, of which @then says what was withheld of the one before, and counts what is lost.
 * Where nothing can be published, all of it is left out. Returns how much is found. */
static inline guint
try_release (Attack         *self,
             const gboolean *then,
             Losses         *losses)
{
  Loss loss = { .n = 1, .n_left_out = 1 };

  if (!solve (self))
    {
      add_loss (losses, loss);
      return 0;
    }
  add_laws_between (self);
  loss = look (self, then);
  add_loss (losses, loss);
  return attack (self);
}
