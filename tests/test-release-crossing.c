/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases of tables that cross each other: what is left out of them, and what nobody can tell who adds up what is of a
 * part of all facets, which no table shows. */
#include "model/releases/tl-release-crossing-private.h"
#include "model/releases/tl-release-inner-private.h"
#include "model/releases/tl-release-log.h"
#include "tests/library-case.h"
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

/* Tables of a library */

static TlReleasePlan *
make_plan (const char *const *questions)
{
  TlReleasePlan *plan = tl_release_plan_new ("What crosses");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; questions[i] != NULL; i++)
    {
      tl_release_plan_add (plan, questions[i], &error);
      g_assert_no_error (error);
    }
  return plan;
}

static GPtrArray *
ask_tables (LibraryCase         *self,
            const TlReleasePlan *plan)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_release_table_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan->questions->len; i++)
    g_ptr_array_add (tables, tl_release_table_ask (self->library, plan->questions->pdata[i], 1, NULL, &error));
  g_assert_no_error (error);
  return tables;
}

/* Of three tables that cross each other the last has only what the others have too, and says why; so has one that
 * crosses two of an earlier release. */
static void
of_tables_that_cross_the_last_is_left_out (void)
{
  static const char *const before[] = { "themes --by year,type", "themes --by type,method", NULL };
  static const char *const after[] = { "themes --by method,year", "themes --by method,type",
                                       "themes --by method,year --years 2010-2013", NULL };
  static const gboolean crosses[] = { TRUE, FALSE, FALSE };
  const TlGenerateOptions options = { .n_records = 600, .seed = 7, .n_factors = 8 };
  g_autoptr (TlReleasePlan) first = make_plan (before), second = make_plan (after);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  LibraryCase self;
  gint64 number;

  library_case_set_up (&self, &options);
  g_autoptr (GPtrArray) early = ask_tables (&self, first), late = ask_tables (&self, second);

  _tl_release_leave_out_crossing (early, none);
  for (guint i = 0; i < early->len; i++)
    g_assert_false (((TlReleaseTable *) early->pdata[i])->is_bare);
  g_assert_true (tl_release_log_write (self.library, first, early, NULL, &number, &error));

  g_autoptr (GPtrArray) log = tl_release_log_read (self.library, TRUE, &error);

  g_assert_no_error (error);
  _tl_release_leave_out_crossing (late, log);
  for (guint i = 0; i < late->len; i++)
    {
      TlReleaseTable *table = late->pdata[i];

      tl_release_table_show (table, 5, 0);
      g_assert_cmpint (table->is_crossing, ==, crosses[i]);
      g_assert_cmpint (table->n_left_out > 0 && strstr (tl_release_table_get_note (table), "by a third") != NULL, ==,
                       crosses[i]);
      g_assert_cmpint (table->cube->bases[0], >, 300);
    }
  library_case_tear_down (&self);
}

/* How many reviews of a count are in what tables that cross are made of. */
static gint64
add_up (GPtrArray            *inner,
        const TlReleaseCount *count)
{
  gint64 sum = 0;

  for (guint i = 0; i < inner->len; i++)
    {
      const TlReleaseTable *slice = inner->pdata[i];

      for (guint j = 0; j < slice->counts->len; j++)
        {
          const TlReleaseCount *part = slice->counts->pdata[j];

          if (strcmp (part->mark, count->mark) == 0 && strcmp (part->reach.parts[0], count->reach.parts[0]) == 0
              && strcmp (part->reach.parts[3], count->reach.parts[3]) == 0)
            sum += part->count;
        }
    }
  return sum;
}

/* Tables that cross are sums of what no table has, and so is the one that closes the ring. */
static void
tables_that_cross_are_made_of_the_same (void)
{
  static const char *const questions[] = { "themes --by year,type --years 2010-2010",
                                           "themes --by type,method --years 2010-2010",
                                           "themes --by method,year --years 2010-2010", NULL };
  const TlGenerateOptions options = { .n_records = 600, .seed = 7, .n_factors = 8 };
  g_autoptr (TlReleasePlan) plan = make_plan (questions);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  LibraryCase self;
  guint n = 0;

  library_case_set_up (&self, &options);
  g_autoptr (GPtrArray) tables = ask_tables (&self, plan);
  const TlReleaseTable *one = tables->pdata[0], *other = tables->pdata[1], *closing = tables->pdata[2];

  _tl_release_leave_out_crossing (tables, none);
  g_autoptr (GPtrArray) inner = _tl_release_ask_inner (tables, none, self.library, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (inner->len, >, 1);
  g_assert_true (closing->is_crossing && closing->is_made_of_inner && !one->is_crossing && !other->is_crossing);
  for (guint i = 0; i < one->counts->len; i++)
    {
      const TlReleaseCount *count = one->counts->pdata[i];

      if (count->place == NULL || count->worth != TL_PROTECT_PART)
        continue;
      g_assert_cmpint (add_up (inner, count), ==, count->count);
      n += count->count > 0 ? 1 : 0;
    }
  g_assert_cmpuint (n, >, 10);

  _tl_release_leave_out_inner (tables);
  g_assert_true (!one->is_crossing && other->is_crossing && !closing->is_made_of_inner);
  library_case_tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/release-crossing/no-tables-that-cross-give-away-what-rests-on-few",
                   no_tables_that_cross_give_away_what_rests_on_few);
  g_test_add_func ("/release-crossing/of-tables-that-cross-the-last-is-left-out",
                   of_tables_that_cross_the_last_is_left_out);
  g_test_add_func ("/release-crossing/tables-that-cross-are-made-of-the-same", tables_that_cross_are_made_of_the_same);
  return g_test_run ();
}
