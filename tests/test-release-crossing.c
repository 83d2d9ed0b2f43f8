/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases of tables that cross each other, held against somebody who adds up what is of a part of all facets, which no
 * table shows. */
#include "tests/release-world.h"

#define N_CROSSINGS 50

/* A count by years, regions and types, of all or one or two of them, as tables that cross have it. What is of all three
 * is nowhere, and yet each count of two is a sum of those. Of the third table, by years and types, nothing is published
 * but its margins unless @third. */
static guint
publish_crossing (Attack      *self,
                  const World *world,
                  guint        measure,
                  Box          box,
                  gboolean     third)
{
  guint depth = (box.from == box.to) + (box.region >= 0) + (box.type >= 0);
  static const TlProtectWorth worths[] = { TL_PROTECT_BASE, TL_PROTECT_TOTAL, TL_PROTECT_PART };

  if (depth == 3 || (!third && box.from == box.to && box.type >= 0))
    return make_up (self, world, measure, box);
  return publish (self, world, 0, TL_RELEASE_TO_LEAVE, measure, box,
                  depth == 0 && measure > 0 ? TL_PROTECT_TOTAL : worths[depth]);
}

static void
publish_all_crossing (Attack      *self,
                      const World *world,
                      guint        measure,
                      gboolean     third)
{
  const int n[] = { (int) world->n_years, (int) world->n_regions, 2 };

  for (int year = -1; year < n[0]; year++)
    for (int region = -1; region < n[1]; region++)
      for (int type = -1; type < n[2]; type++)
        {
          const Box box = { MAX (year, 0), year < 0 ? n[0] - 1 : year, region, type };
          const int places[] = { year, region, type };
          guint total = publish_crossing (self, world, measure, box, third), parts[16];

          for (guint facet = 0; facet < G_N_ELEMENTS (n); facet++)
            {
              if (places[facet] >= 0)
                continue;
              for (int i = 0; i < n[facet]; i++)
                {
                  const Box part = { facet == 0 ? i : box.from, facet == 0 ? i : box.to,
                                     facet == 1 ? i : box.region, facet == 2 ? i : box.type };

                  parts[i] = publish_crossing (self, world, measure, part, third);
                }
              add_law (self, total, parts, (guint) n[facet]);
            }
        }
}

/* Returns how much is found. */
static guint
try_crossing (guint     n_releases,
              gboolean  third,
              Losses   *losses)
{
  static World world;
  guint n_found = 0;

  for (guint k = 0; k < n_releases; k++)
    {
      Attack self;

      world.n_reviews = 0;
      world.n_years = (guint) g_test_rand_int_range (2, 5);
      world.n_regions = (guint) g_test_rand_int_range (2, 5);
      draw_reviews (&world, (guint) g_test_rand_int_range (60, MAX_REVIEWS));
      attack_init (&self);
      add_keys (&self, &world);
      for (guint measure = 0; measure <= N_CODES; measure++)
        publish_all_crossing (&self, &world, measure, third);
      n_found += try_release (&self, NULL, third ? 0 : (N_CODES + 1) * world.n_years * 2, losses);
      attack_clear (&self);
    }
  return n_found;
}

/* Of three tables that cross each other the last is left out but for its margins; what is withheld of the others then
 * stays unknown to who adds up what is of all three. */
static void
no_tables_that_cross_give_away_what_rests_on_few (void)
{
  Losses losses = { 0 }, with_third = { 0 };
  guint n_found = 0;

  g_assert_cmpuint (try_crossing (N_CROSSINGS, FALSE, &losses), ==, 0);
  tell_losses (&losses, "releases of tables that cross");

  /* With the third he finds something now and then. */
  for (guint i = 0; i < 10 && n_found == 0; i++)
    n_found = try_crossing (N_CROSSINGS, TRUE, &with_third);
  g_assert_cmpuint (n_found, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/release-crossing/no-tables-that-cross-give-away-what-rests-on-few",
                   no_tables_that_cross_give_away_what_rests_on_few);
  return g_test_run ();
}
