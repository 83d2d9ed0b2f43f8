/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Heat maps of pairs: the order in which alike stands beside alike, what a cell says, and what stands behind it. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "library-case.h"
#include "model/questions/tl-behind.h"
#include "model/questions/tl-chart-image.h"
#include "model/questions/tl-heat-plan.h"
#include "model/questions/tl-multiple.h"
#include "model/questions/tl-seriation.h"

/* Order */

static double *
measure_distances (const double *places,
                   guint         n)
{
  double *distances = g_new (double, (gsize) n * n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      distances[i * n + j] = fabs (places[i] - places[j]);
  return distances;
}

static void
points_of_a_line_stand_along_it (void)
{
  static const double places[] = { 5, 1, 9, 3, 30, 7, 0, 11, 2, 40 };
  guint n = G_N_ELEMENTS (places);
  g_autofree double *distances = measure_distances (places, n);
  g_autofree guint *order = tl_seriation_dup_order (distances, n);
  double sign = places[order[n - 1]] - places[order[0]];

  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat ((places[order[i]] - places[order[i - 1]]) * sign, >, 0);
  /* Of the two ways along it the one that begins with the lower number. */
  g_assert_cmpuint (order[0], <, order[n - 1]);
}

static double
measure_way (const double *distances,
             guint         n,
             const guint  *order)
{
  double way = 0;

  for (guint i = 1; i < n; i++)
    way += distances[order[i - 1] * n + order[i]];
  return way;
}

/* Of four things in two clusters of two there are eight orders that tear none apart: none is shorter. */
static void
no_order_that_keeps_the_clusters_is_shorter (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      double far = 0;
      double d[16] = { 0 };

      for (guint i = 0; i < 4; i++)
        for (guint j = 0; j < i; j++)
          d[i * 4 + j] = d[j * 4 + i] = i / 2 == j / 2 ? g_rand_double (random) : 2 + g_rand_double (random);

      g_autofree guint *order = tl_seriation_dup_order (d, 4);

      far = measure_way (d, 4, order);
      g_assert_cmpuint (order[0] / 2, ==, order[1] / 2);
      for (guint flips = 0; flips < 4; flips++)
        {
          const guint other[4] = { flips & 1, 1 - (flips & 1), 2 + (flips >> 1), 3 - (flips >> 1) };
          g_assert_cmpfloat (far, <=, measure_way (d, 4, other) + 1e-12);
        }
    }
}

static void
every_thing_has_one_place (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint n = 0; n <= 40; n++)
    {
      g_autofree double *places = g_new0 (double, n + 1);
      gboolean seen[41] = { FALSE };

      for (guint i = 0; i < n; i++)
        places[i] = floor (g_rand_double (random) * 4);

      g_autofree double *distances = measure_distances (places, n);
      g_autofree guint *order = tl_seriation_dup_order (distances, n);

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpuint (order[i], <, n);
          g_assert_false (seen[order[i]]);
          seen[order[i]] = TRUE;
        }
    }
}

/* Cells */

static void
a_cell_says_what_its_interval_leaves_no_doubt_of (void)
{
  static const struct {
    double      ratio, low, high;
    TlHeatShade shade;
  } cases[] = {
    { 1.2, 0.9, 1.6, TL_HEAT_CHANCE },    { 4, 0.99, 9, TL_HEAT_CHANCE },       { 1.4, 1.1, 1.8, TL_HEAT_MORE },
    { 1.9, 1.6, 2.2, TL_HEAT_MUCH_MORE }, { 2.5, 2.1, 3, TL_HEAT_FAR_MORE },    { 0.8, 0.7, 0.9, TL_HEAT_LESS },
    { 0.6, 0.5, 0.7, TL_HEAT_MUCH_LESS }, { 0.3, 0.2, 0.45, TL_HEAT_FAR_LESS }, { 0, 0, 0.2, TL_HEAT_FAR_LESS },
    { NAN, NAN, NAN, TL_HEAT_WITHHELD },
  };
  TlPair partial = { .reviews = 9, .partial = TRUE, .ratio = NAN };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlPair pair = { .ratio = cases[i].ratio, .low = cases[i].low, .high = cases[i].high };
      g_assert_cmpint (tl_heat_get_shade (&pair), ==, cases[i].shade);
    }
  g_assert_cmpint (tl_heat_get_shade (NULL), ==, TL_HEAT_NO_PAIR);
  g_assert_cmpint (tl_heat_get_shade (&partial), ==, TL_HEAT_UNKNOWN);
}

static TlPairs *
count_pairs (LibraryCase *fixture,
             gboolean     internal)
{
  TlPairsQuery query = { .internal = internal };
  g_autoptr (GError) error = NULL;
  TlPairs *pairs = tl_library_pairs (fixture->library, &query, &error);

  g_assert_no_error (error);
  return pairs;
}

static void
both_ways_lead_to_a_cell (LibraryCase  *fixture,
                          gconstpointer data)
{
  g_autoptr (TlPairs) pairs = count_pairs (fixture, FALSE);
  g_autoptr (TlHeat) typology = tl_heat_new (pairs, 1, FALSE);
  g_autoptr (TlHeat) alike = tl_heat_new (pairs, 1, TRUE);
  guint n_withheld = 0;

  g_assert_cmpuint (typology->n, ==, alike->n);
  g_assert_cmpuint (typology->n, >, 40);
  for (guint row = 0; row < alike->n; row++)
    for (guint column = 0; column < row; column++)
      {
        const TlPair *pair = tl_heat_get (alike, row, column);
        g_autofree char *sentence = tl_heat_dup_sentence (alike, row, column);

        g_assert_true (pair == tl_heat_get (alike, column, row));
        g_assert_true (tl_heat_has (alike, pair));
        if (tl_heat_get_shade (pair) == TL_HEAT_WITHHELD)
          {
            g_assert_nonnull (strstr (sentence, "withheld"));
            n_withheld++;
          }
        else
          g_assert_nonnull (strstr (sentence, "Chance would give"));
      }
  g_assert_cmpuint (n_withheld, >, 0);
  for (guint i = 1; i < typology->n; i++)
    g_assert_cmpuint (typology->codes[i - 1], <, typology->codes[i]);
}

static void
a_point_leads_to_the_cell_that_is_there (LibraryCase  *fixture,
                                         gconstpointer data)
{
  g_autoptr (TlPairs) pairs = count_pairs (fixture, TRUE);
  g_autoptr (TlHeat) heat = tl_heat_new (pairs, 0, FALSE);

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      TlHeatPlan plan = { .heat = heat, .cell = 10, .font = 8, .labels = 100, .rtl = rtl };
      TlLayoutBox box;
      guint row, column;

      tl_heat_plan_get_cell (&plan, 3, 1, &box);
      g_assert_true (tl_heat_plan_find (&plan, box.x + 5, box.y + 5, &row, &column));
      g_assert_cmpuint (row, ==, 3);
      g_assert_cmpuint (column, ==, 1);
      tl_heat_plan_get_cell (&plan, 2, 2, &box);
      g_assert_false (tl_heat_plan_find (&plan, box.x + 5, box.y + 5, &row, &column));
      g_assert_false (tl_heat_plan_find (&plan, -1, 5, &row, &column));
    }
}

/* Pictures */

static void
check_svg (GBytes     *bytes,
           const char *said)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  g_autofree char *svg = g_strndup (text, size);
  g_autoptr (GError) error = NULL;
  const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);

  g_markup_parse_context_parse (context, text, (gssize) size, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (svg, said));
}

static void
a_picture_says_what_was_counted (LibraryCase  *fixture,
                                 gconstpointer data)
{
  g_autoptr (TlPairs) pairs = count_pairs (fixture, FALSE);
  g_autoptr (TlHeat) heat = tl_heat_new (pairs, 1, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_heat (heat);
  g_autoptr (GBytes) svg = tl_chart_image_make (image, TL_PICTURE_SVG, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) again = tl_chart_image_make (image, TL_PICTURE_SVG, &error);
  g_autoptr (GBytes) png = tl_chart_image_make (image, TL_PICTURE_PNG, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (svg, again));
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 4, "\x89PNG", 4);
  check_svg (svg, pairs->caption);
}

/* As a table has it, what is withheld is "c" in words too. */
static void
small_charts_show_every_column (LibraryCase  *fixture,
                                gconstpointer data)
{
  const TlFacet facets[] = { TL_FACET_NONE, TL_FACET_YEAR, TL_FACET_LEVEL };

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      TlThemesQuery query = { .by = facets[i] };
      g_autoptr (GError) error = NULL;
      g_autoptr (TlThemes) themes = tl_library_themes (fixture->library, &query, &error);
      g_autoptr (TlChartImage) image = tl_chart_image_new_of_themes (themes, 0, themes->n_rows, 0);
      g_autoptr (GBytes) svg = tl_chart_image_make (image, TL_PICTURE_SVG, &error);
      g_autoptr (GString) sentences = g_string_new (NULL);

      g_assert_no_error (error);
      check_svg (svg, themes->caption);
      for (guint row = 0; row < themes->n_rows; row++)
        {
          TlMultiple multiple = { .themes = themes, .row = row, .full = 1, .font = 9 };
          g_autofree char *sentence = tl_multiple_dup_sentence (&multiple);

          for (guint column = 1; column < themes->n_columns; column++)
            g_assert_nonnull (strstr (sentence, themes->columns[column].title));
          g_string_append (sentences, sentence);
        }
      g_assert_cmpint (facets[i] != TL_FACET_NONE, ==, sentences->len > 0);
      if (facets[i] == TL_FACET_YEAR)
        g_assert_nonnull (strstr (sentences->str, "c of "));
    }
}

/* What stands behind it */

static void
what_stands_behind_a_pair_is_as_many_reviews (LibraryCase  *fixture,
                                              gconstpointer data)
{
  g_autoptr (TlPairs) pairs = count_pairs (fixture, TRUE);
  TlPopulation all = { NULL };

  for (guint i = 0; i < pairs->n_pairs; i += 97)
    {
      const TlPairsCode *a = &pairs->codes[pairs->pairs[i].a], *b = &pairs->codes[pairs->pairs[i].b];
      const char *const codes[] = { a->code, b->code, NULL };
      g_autoptr (GError) error = NULL;
      g_autoptr (TlBehind) behind = tl_library_behind (fixture->library, &all, codes, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (behind->n_reviews, ==, pairs->pairs[i].reviews);
      g_assert_cmpuint (behind->instances->len, ==, MIN (behind->n_reviews, TL_INSTANCES_MAX));
      for (guint j = 0; j < behind->instances->len; j++)
        {
          const TlInstance *instance = g_ptr_array_index (behind->instances, j);
          g_assert_cmpuint (instance->records->len, >=, 1);
        }
    }
}

static void
a_code_that_is_not_there_is_said (LibraryCase  *fixture,
                                  gconstpointer data)
{
  const char *const codes[] = { "national-1:ZZ", NULL };
  TlPopulation all = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_library_behind (fixture->library, &all, codes, NULL, &error));
  g_assert_nonnull (strstr (error->message, "national-1:ZZ"));
}

static void
set_up (LibraryCase  *fixture,
        gconstpointer data)
{
  const TlGenerateOptions options = { .n_records = 60, .seed = 5 };

  library_case_set_up (fixture, &options);
}

static void
tear_down (LibraryCase  *fixture,
           gconstpointer data)
{
  library_case_tear_down (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heat/points-of-a-line-stand-along-it", points_of_a_line_stand_along_it);
  g_test_add_func ("/heat/no-order-that-keeps-the-clusters-is-shorter", no_order_that_keeps_the_clusters_is_shorter);
  g_test_add_func ("/heat/every-thing-has-one-place", every_thing_has_one_place);
  g_test_add_func ("/heat/a-cell-says-what-its-interval-leaves-no-doubt-of",
                   a_cell_says_what_its_interval_leaves_no_doubt_of);
#define ADD(name, func) g_test_add ("/heat/" name, LibraryCase, NULL, set_up, func, tear_down)
  ADD ("both-ways-lead-to-a-cell", both_ways_lead_to_a_cell);
  ADD ("a-point-leads-to-the-cell-that-is-there", a_point_leads_to_the_cell_that_is_there);
  ADD ("a-picture-says-what-was-counted", a_picture_says_what_was_counted);
  ADD ("small-charts-show-every-column", small_charts_show_every_column);
  ADD ("what-stands-behind-a-pair-is-as-many-reviews", what_stands_behind_a_pair_is_as_many_reviews);
  ADD ("a-code-that-is-not-there-is-said", a_code_that_is_not_there_is_said);
#undef ADD
  return g_test_run ();
}
