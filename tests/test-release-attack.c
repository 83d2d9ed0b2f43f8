/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole releases, and pairs of successive ones, held against somebody who has all of them. He knows what is shown, that
 * what is withheld is at least 1 and a zero true, which tables add up and share their margins, that a code counts no
 * more than the one above it, than was looked for, or than all, and that reviews only come. He draws from that what
 * follows for whole numbers, and tries out what does not follow at once. */
#include <glib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/releases/tl-release-system.h"
#include "model/releases/tl-release-table.h"
#include "tests/release-attacker.h"

#define N_RELEASES 100
#define N_SUCCESSIONS 50
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

static void
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

static gboolean
has (const Review *review,
     guint         measure)
{
  return measure == 0 ? TRUE : measure <= N_CODES ? review->tagged[measure - 1] : review->looked[measure - N_CODES - 1];
}

/* Which measures count at least as much. */
static gboolean
is_at_most (guint less,
            guint more)
{
  if (more == 0)
    return less != 0;
  if (less >= 1 && less <= N_CODES && more == less + N_CODES)
    return TRUE;
  return more == 1 && (less == 2 || less == 3);
}

static gint64
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

static void
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

static char *
dup_mark (guint measure)
{
  static const TlAsked question = { .population = { .typology = "national-1" } };

  if (measure == 0)
    return tl_release_mark_new (&question, "1", "base", NULL, NULL);
  return tl_release_mark_new (&question, "1", measure <= N_CODES ? "tagged" : "looked", codes[(measure - 1) % N_CODES],
                              NULL);
}

/* A count that is in some table; the same one if it is there already. */
static guint
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
  g_hash_table_insert (self->places, g_steal_pointer (&place), GUINT_TO_POINTER (at + 1));
  set_reach (&reach, &box, world->n_years);
  get (self, at)->entry
    = tl_release_system_add (self->system, release, status, mark, &reach, get (self, at)->truth, 1, worth);
  return at;
}

/* A table of one measure by what is asked, within a box: its margins and, if by both, its inside. */
static void
publish_table (Attack      *self,
               const World *world,
               guint        measure,
               Box          box,
               gboolean     by_year,
               gboolean     by_region,
               gboolean     by_type)
{
  guint total = publish (self, world, 0, TL_RELEASE_TO_LEAVE, measure, box,
                         measure == 0 ? TL_PROTECT_BASE : TL_PROTECT_TOTAL);
  guint parts[16], n = 0;

  for (int year = box.from; by_year && year <= box.to; year++)
    {
      Box part = { year, year, box.region, box.type };

      parts[n++] = publish (self, world, 0, TL_RELEASE_TO_LEAVE, measure, part, by_region);
      if (by_region)
        publish_table (self, world, measure, part, FALSE, TRUE, FALSE);
    }
  if (n > 0)
    add_law (self, total, parts, n);
  n = 0;
  for (int region = 0; by_region && region < (int) world->n_regions; region++)
    {
      Box part = { box.from, box.to, region, box.type };

      parts[n++] = publish (self, world, 0, TL_RELEASE_TO_LEAVE, measure, part, by_year);
      if (by_year)
        publish_table (self, world, measure, part, TRUE, FALSE, FALSE);
    }
  if (n > 0)
    add_law (self, total, parts, n);
  n = 0;
  for (int type = 0; by_type && type < 2; type++)
    parts[n++] = publish (self, world, 0, TL_RELEASE_TO_LEAVE, measure, (Box) { box.from, box.to, box.region, type },
                          TL_PROTECT_PART);
  if (n > 0)
    add_law (self, total, parts, n);
}

/* What holds between measures, between periods, and between then and now. */
static void
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
        gboolean part = !same_place && one->release == other->release && one->measure == other->measure
                        && inner->from >= outer->from && inner->to <= outer->to
                        && (outer->region < 0 || inner->region == outer->region)
                        && (outer->type < 0 || inner->type == outer->type);
        gboolean then = same_place && one->measure == other->measure && one->release == 1 && other->release == 0;
        gint64 rest = other->truth - one->truth;

        if (!less && !part && !then)
          continue;

        guint parts[] = { i, add_variable (self, rest, 0) };

        get (self, parts[1])->guarded = then && rest >= 1 && rest <= THRESHOLD;
        add_law (self, j, parts, 2);
      }
}

/* Gives the attacker what is shown. Returns how many counts are withheld; @n_small: how many of them are small. */
static guint
look (Attack         *self,
      const gboolean *then,
      guint          *n_small)
{
  guint n = 0;

  *n_small = 0;
  for (guint i = 0; i < self->variables->len; i++)
    {
      Variable *variable = get (self, i);
      gboolean withheld = variable->entry != G_MAXUINT
                          && (variable->release == 1
                                ? then[i]
                                : tl_release_system_get_reason (self->system, variable->entry) != TL_PROTECT_SHOWN);

      if (variable->entry == G_MAXUINT)
        continue;
      if (!withheld)
        {
          g_assert_false (variable->truth >= 1 && variable->truth <= THRESHOLD);
          variable->low = variable->high = variable->truth;
          continue;
        }
      g_assert_cmpint (variable->truth, >, 0);
      variable->guarded = TRUE;
      n += variable->release == 0 ? 1 : 0;
      *n_small += variable->release == 0 && variable->truth <= THRESHOLD ? 1 : 0;
    }
  return n;
}

static void
draw_world (World *world)
{
  world->n_reviews = 0;
  world->n_years = (guint) g_test_rand_int_range (3, 7);
  world->n_regions = (guint) g_test_rand_int_range (2, 7);
  draw_reviews (world, (guint) g_test_rand_int_range (30, 250));
}

/* Which tables a release has; the same for all measures. */
typedef struct {
  gboolean by_region;
  gboolean by_type;
  gboolean inside;
  int      from;
  int      region;
} Tables;

static void
draw_tables (Tables      *tables,
             const World *world)
{
  tables->by_region = g_test_rand_double () < 0.7;
  tables->by_type = g_test_rand_double () < 0.5;
  tables->inside = g_test_rand_double () < 0.05;
  tables->from = g_test_rand_double () < 0.5 ? g_test_rand_int_range (1, (int) world->n_years) : -1;
  tables->region = g_test_rand_double () < 0.4 ? g_test_rand_int_range (0, (int) world->n_regions) : -1;
}

/* The parts that there are, named in a table or not. */
static void
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

static void
publish_all (Attack       *self,
             const World  *world,
             const Tables *tables)
{
  Box all = { 0, (int) world->n_years - 1, -1, -1 };

  add_keys (self, world);

  for (guint measure = 0; measure < N_MEASURES; measure++)
    {
      publish_table (self, world, measure, all, TRUE, FALSE, FALSE);
      if (tables->by_region)
        publish_table (self, world, measure, all, FALSE, TRUE, FALSE);
      if (tables->by_type)
        publish_table (self, world, measure, all, FALSE, FALSE, TRUE);
      if (tables->inside)
        publish_table (self, world, measure, all, TRUE, TRUE, FALSE);
      if (tables->from > 0)
        publish_table (self, world, measure, (Box) { tables->from, all.to, -1, -1 }, FALSE, tables->by_region, FALSE);
      if (tables->region >= 0)
        publish_table (self, world, measure, (Box) { 0, all.to, tables->region, -1 }, TRUE, FALSE, FALSE);
    }
}

static guint
count_published (const Attack *self,
                 guint         n_variables)
{
  guint n = 0;

  for (guint i = 0; i < n_variables; i++)
    n += g_array_index (self->variables, Variable, i).release == 0 ? 1 : 0;
  return n;
}

static void
no_release_gives_away_what_rests_on_few (void)
{
  static World world;
  double all = 0, small = 0;
  guint n_refused = 0;

  for (guint k = 0; k < N_RELEASES + n_refused; k++)
    {
      g_autoptr (GError) error = NULL;
      Attack self;
      Tables tables;
      guint n_small, n, n_withheld;

      draw_world (&world);
      draw_tables (&tables, &world);
      attack_init (&self);
      publish_all (&self, &world, &tables);
      n = count_published (&self, self.variables->len);
      if (!tl_release_system_solve (self.system, NULL, &error))
        {
          g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
          attack_clear (&self);
          n_refused++;
          continue;
        }
      add_laws_between (&self);
      n_withheld = look (&self, NULL, &n_small);
      attack (&self);
      all += (double) n_withheld / n;
      small += (double) n_small / n;
      attack_clear (&self);
    }
  g_test_message ("withheld on the mean of %u releases: %.1f %% of all counts; the small ones alone: %.1f %%; %u more "
                  "were refused", N_RELEASES, all * 100 / N_RELEASES, small * 100 / N_RELEASES, n_refused);
  g_assert_cmpfloat (all, <, small * 2.5);
  g_assert_cmpuint (n_refused, <, N_RELEASES / 4);
}

/* The counts of an earlier release as they were withheld then, in the order in which it was made. */
static gboolean *
release_before (const World  *world,
                const Tables *tables,
                GArray      **published)
{
  g_autoptr (GError) error = NULL;
  gboolean *withheld;
  Attack self;

  attack_init (&self);
  publish_all (&self, world, tables);
  if (!tl_release_system_solve (self.system, NULL, &error))
    {
      attack_clear (&self);
      return NULL;
    }
  withheld = g_new0 (gboolean, self.variables->len);
  for (guint i = 0; i < self.variables->len; i++)
    withheld[i] = tl_release_system_get_reason (self.system, get (&self, i)->entry) != TL_PROTECT_SHOWN;
  *published = g_array_ref (self.variables);
  attack_clear (&self);
  return withheld;
}

static void
no_release_gives_away_what_came_since_the_last (void)
{
  static World world;
  double all = 0, small = 0;
  guint n_refused = 0;

  for (guint k = 0; k < N_SUCCESSIONS + n_refused; k++)
    {
      g_autoptr (GArray) published = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree gboolean *then = NULL;
      g_autofree gboolean *withheld = NULL;
      Attack self;
      Tables tables;
      World before;
      guint n_small, n, n_withheld;

      draw_world (&world);
      draw_tables (&tables, &world);
      before = world;
      tables.inside = FALSE;
      then = release_before (&before, &tables, &published);
      if (then == NULL)
        {
          n_refused++;
          continue;
        }
      draw_reviews (&world, (guint) g_test_rand_int_range (1, 80));

      attack_init (&self);
      publish_all (&self, &world, &tables);
      n = count_published (&self, self.variables->len);
      withheld = g_new0 (gboolean, n + published->len);
      for (guint i = 0; i < published->len; i++)
        {
          const Variable *old = &g_array_index (published, Variable, i);
          guint at = publish (&self, &before, 1, then[i] ? TL_RELEASE_LEFT_WITHHELD : TL_RELEASE_LEFT, old->measure,
                              old->box, TL_PROTECT_PART);

          withheld[at] = then[i];
        }
      if (!tl_release_system_solve (self.system, NULL, &error))
        {
          g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
          attack_clear (&self);
          n_refused++;
          continue;
        }
      add_laws_between (&self);
      n_withheld = look (&self, withheld, &n_small);
      attack (&self);
      all += (double) n_withheld / n;
      small += (double) n_small / n;
      attack_clear (&self);
    }
  g_test_message ("withheld on the mean of %u second releases: %.1f %% of all counts; the small ones alone: %.1f %%; "
                  "%u more were refused", N_SUCCESSIONS, all * 100 / N_SUCCESSIONS, small * 100 / N_SUCCESSIONS,
                  n_refused);
  g_assert_cmpuint (n_refused, <=, 2 * N_SUCCESSIONS);
}

/* He is worth something: where only the small counts are taken out, he finds some of them. */
static void
the_attacker_finds_what_is_not_protected (void)
{
  static World world;
  guint n_found = 0;

  for (guint k = 0; k < 10; k++)
    {
      Attack self;
      Tables tables = { TRUE, TRUE, FALSE, -1, -1 };

      draw_world (&world);
      attack_init (&self);
      publish_all (&self, &world, &tables);
      add_laws_between (&self);
      for (guint i = 0; i < self.variables->len; i++)
        {
          Variable *variable = get (&self, i);

          if (variable->entry != G_MAXUINT && !(variable->truth >= 1 && variable->truth <= THRESHOLD))
            variable->low = variable->high = variable->truth;
        }
      g_assert_true (follow_all (&self));
      for (guint i = 0; i < self.variables->len; i++)
        n_found += get (&self, i)->entry != G_MAXUINT && get (&self, i)->truth >= 1
                   && get (&self, i)->truth <= THRESHOLD && get (&self, i)->high - get (&self, i)->low < THRESHOLD;
      attack_clear (&self);
    }
  g_assert_cmpuint (n_found, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/release-attack/the-attacker-finds-what-is-not-protected",
                   the_attacker_finds_what_is_not_protected);
  g_test_add_func ("/release-attack/no-release-gives-away-what-rests-on-few", no_release_gives_away_what_rests_on_few);
  g_test_add_func ("/release-attack/no-release-gives-away-what-came-since-the-last",
                   no_release_gives_away_what_came_since_the_last);
  return g_test_run ();
}
