/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whole releases, and pairs of successive ones, held against somebody who has all of them. He knows what is shown, that
 * what is withheld is at least 1 and a zero true, which tables add up and share their margins, that a code counts no
 * more than the one above it, than was looked for, or than all, and that reviews only come; of what is left out he
 * knows nothing. He draws from that what follows for whole numbers, and tries out what does not follow at once. */
#include "tests/release-world.h"

#define N_RELEASES 100
#define N_SUCCESSIONS 50

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

static void
no_release_gives_away_what_rests_on_few (void)
{
  static World world;
  Losses losses = { 0 };

  for (guint k = 0; k < N_RELEASES; k++)
    {
      Attack self;
      Tables tables;

      draw_world (&world);
      draw_tables (&tables, &world);
      attack_init (&self);
      publish_all (&self, &world, &tables);
      g_assert_cmpuint (try_release (&self, NULL, &losses), ==, 0);
      attack_clear (&self);
    }
  tell_losses (&losses, "releases");
  g_assert_cmpfloat (losses.withheld, <, losses.small * 2.5);
  g_assert_cmpfloat (losses.left_out, <, losses.n * 0.1);
}

/* The counts of an earlier release as they were withheld then, or left out, in the order in which it was made. */
static TlProtectReason *
release_before (const World  *world,
                const Tables *tables,
                GArray      **published)
{
  TlProtectReason *reasons;
  Attack self;

  attack_init (&self);
  publish_all (&self, world, tables);
  if (!solve (&self))
    {
      attack_clear (&self);
      return NULL;
    }
  reasons = g_new0 (TlProtectReason, self.variables->len);
  for (guint i = 0; i < self.variables->len; i++)
    reasons[i] = tl_release_system_get_reason (self.system, get (&self, i)->entry);
  *published = g_array_ref (self.variables);
  attack_clear (&self);
  return reasons;
}

static void
no_release_gives_away_what_came_since_the_last (void)
{
  static World world;
  Losses losses = { 0 };

  for (guint k = 0; k < N_SUCCESSIONS; k++)
    {
      g_autoptr (GArray) published = NULL;
      g_autofree TlProtectReason *then = NULL;
      g_autofree gboolean *withheld = NULL;
      Attack self;
      Tables tables;
      World before;

      draw_world (&world);
      draw_tables (&tables, &world);
      before = world;
      tables.inside = FALSE;
      then = release_before (&before, &tables, &published);
      if (then == NULL)
        {
          add_loss (&losses, (Loss) { .n = 1, .n_left_out = 1 });
          continue;
        }
      draw_reviews (&world, (guint) g_test_rand_int_range (1, 80));

      attack_init (&self);
      publish_all (&self, &world, &tables);
      withheld = g_new0 (gboolean, self.variables->len + published->len);
      for (guint i = 0; i < published->len; i++)
        {
          const Variable *old = &g_array_index (published, Variable, i);

          /* What was left out then is nowhere. */
          if (then[i] == TL_PROTECT_LEFT_OUT)
            continue;

          guint at = publish (&self, &before, 1, then[i] ? TL_RELEASE_LEFT_WITHHELD : TL_RELEASE_LEFT, old->measure,
                              old->box, TL_PROTECT_PART);

          withheld[at] = then[i] != TL_PROTECT_SHOWN;
        }
      g_assert_cmpuint (try_release (&self, withheld, &losses), ==, 0);
      attack_clear (&self);
    }
  tell_losses (&losses, "second releases");
  g_assert_cmpfloat (losses.left_out, <, losses.n * 0.3);
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
