/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases of tables that cross each other, held against somebody who adds up what is of a part of all facets, which no
 * table shows. */
#include "tests/release-world.h"

#define N_CROSSINGS 50

/* A count by years, regions and types, of all or one or two of them, as tables that cross have it. The third table, by
 * years and types, closes the ring and is left out but for its margins. What is of all three no table has, and yet each
 * count of two is a sum of those. */
static guint
publish_crossing (Attack      *self,
                  const World *world,
                  guint        measure,
                  Box          box,
                  gboolean     told)
{
  guint depth = (box.from == box.to) + (box.region >= 0) + (box.type >= 0);
  TlReleaseStatus status = TL_RELEASE_TO_LEAVE;
  static const TlProtectWorth worths[] = { TL_PROTECT_BASE, TL_PROTECT_TOTAL, TL_PROTECT_PART, TL_PROTECT_PART };

  if (depth == 3 && !told)
    return make_up (self, world, measure, box);
  if (depth == 3)
    status = TL_RELEASE_INNER;
  else if (box.from == box.to && box.type >= 0)
    status = told ? TL_RELEASE_CLOSING : TL_RELEASE_LEFT_OUT;
  return publish (self, world, 0, status, measure, box,
                  depth == 0 && measure > 0 ? TL_PROTECT_TOTAL : worths[depth]);
}

static void
publish_all_crossing (Attack      *self,
                      const World *world,
                      guint        measure,
                      gboolean     told)
{
  const int n[] = { (int) world->n_years, (int) world->n_regions, 2 };

  for (int year = -1; year < n[0]; year++)
    for (int region = -1; region < n[1]; region++)
      for (int type = -1; type < n[2]; type++)
        {
          const Box box = { MAX (year, 0), year < 0 ? n[0] - 1 : year, region, type };
          const int places[] = { year, region, type };
          guint total = publish_crossing (self, world, measure, box, told), parts[16];

          for (guint facet = 0; facet < G_N_ELEMENTS (n); facet++)
            {
              if (places[facet] >= 0)
                continue;
              for (int i = 0; i < n[facet]; i++)
                {
                  const Box part = { facet == 0 ? i : box.from, facet == 0 ? i : box.to,
                                     facet == 1 ? i : box.region, facet == 2 ? i : box.type };

                  parts[i] = publish_crossing (self, world, measure, part, told);
                }
              add_law (self, total, parts, (guint) n[facet]);
            }
        }
}

/* Returns how much is found. */
static guint
try_crossing (guint     n_releases,
              gboolean  told,
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
        publish_all_crossing (&self, &world, measure, told);
      n_found += try_release (&self, NULL, losses);
      attack_clear (&self);
    }
  return n_found;
}

/* Nothing that is withheld of them or left out can be told by who adds up what is of all three, and knows that of none
 * of these a code is in more reviews than the one above it, which several may be below. */
static void
no_tables_that_cross_give_away_what_rests_on_few (void)
{
  Losses losses = { 0 }, untold = { 0 };
  guint n_found = 0;

  g_assert_cmpuint (try_crossing (N_CROSSINGS, TRUE, &losses), ==, 0);
  tell_losses (&losses, "releases of tables that cross");

  /* Where nobody thinks of that he finds something now and then. */
  for (guint i = 0; i < 10 && n_found == 0; i++)
    n_found = try_crossing (N_CROSSINGS, FALSE, &untold);
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
