/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs and the cube: every count is what plain SQL gives, the comparison with chance is the formula's, and what is
 * withheld can't be told by somebody who knows that these are counts of sets. */
#include "config.h"

#include "model/questions/tl-pairs.h"

#include <math.h>
#include <string.h>

#include "model/disclosure/tl-protect-pairs.h"
#include "model/library/tl-library-tables.h"
#include "model/questions/tl-cube.h"
#include "tests/library-case.h"

#define N_RECORDS 80

static TlLibrary *library;

/* The oracle: records tagged with a code or one below it, by plain SQL. */
static gint64
count_sql (const char *where,
           const char *a,
           const char *b)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT count(*) FROM record JOIN review ON review.key >> 24 = number WHERE NOT superseded %s AND EXISTS (SELECT 1 "
    "FROM coding WHERE record = number AND marks & 1 AND (code = '%s' OR code LIKE '%s.%%')) AND EXISTS (SELECT 1 FROM "
    "coding WHERE record = number AND marks & 1 AND (code = '%s' OR code LIKE '%s.%%'))", where, a, a, b, b);
  g_autoptr (GError) error = NULL;
  gint64 n;

  tl_connection_get_number (tl_library_get_connection (library), sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

static TlPairs *
ask (const TlPairsQuery *query)
{
  g_autoptr (GError) error = NULL;
  TlPairs *pairs = tl_library_pairs (library, query, &error);

  g_assert_no_error (error);
  return pairs;
}

static gboolean
is_below (const char *code,
          const char *above)
{
  return g_str_has_prefix (code, above) && code[strlen (above)] == '.';
}

static void
counts_are_those_of_plain_sql (void)
{
  static const struct {
    TlPopulation population;
    const char  *where;
  } asked[] = {
    { { NULL }, "" },
    { { .region = "london" }, "AND region = 'london'" },
    { { .year_from = 2009, .year_to = 2012 }, "AND year BETWEEN 2009 AND 2012" },
    { { .method = "accimap", .type = "near_miss" }, "AND method = 'accimap' AND type = 'near_miss'" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (asked); k++)
    {
      const TlPairsQuery query = { .population = asked[k].population, .internal = TRUE };
      g_autoptr (TlPairs) pairs = ask (&query);
      guint n_nested = 0;

      for (guint i = 0; i < pairs->n_codes; i++)
        for (guint j = i + 1; j < pairs->n_codes; j++)
          n_nested += is_below (pairs->codes[j].code, pairs->codes[i].code) ? 1 : 0;
      g_assert_cmpuint (n_nested, >, 50);
      g_assert_cmpuint (pairs->n_pairs, ==, pairs->n_codes * (pairs->n_codes - 1) / 2 - n_nested);
      for (guint i = 0; i < pairs->n_pairs; i += 13)
        {
          const TlPair *pair = &pairs->pairs[i];
          const TlPairsCode *a = &pairs->codes[pair->a], *b = &pairs->codes[pair->b];

          g_assert_false (is_below (a->code, b->code) || is_below (b->code, a->code));
          g_assert_cmpint (pair->reviews, ==, count_sql (asked[k].where, a->code, b->code));
          g_assert_cmpint (a->reviews, ==, count_sql (asked[k].where, a->code, a->code));
          g_assert_cmpint (pair->uncertain, ==, 0);
        }
      for (guint i = 1; i < pairs->n_pairs; i++)
        g_assert_false (pairs->pairs[i - 1].low < pairs->pairs[i].low);
    }
}

static void
the_pairs_of_one_code_are_its_own (void)
{
  const TlPairsQuery query = { .code = "national-1:MS.3", .internal = TRUE };
  const TlPairsQuery wrong = { .code = "national-1:XX", .internal = TRUE };
  g_autoptr (TlPairs) pairs = ask (&query);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (pairs->n_pairs, ==, pairs->n_codes - 2); /* not itself, not the code above it */
  for (guint i = 0; i < pairs->n_pairs; i++)
    g_assert_true (strcmp (pairs->codes[pairs->pairs[i].a].code, query.code) == 0
                   || strcmp (pairs->codes[pairs->pairs[i].b].code, query.code) == 0);
  g_assert_null (tl_library_pairs (library, &wrong, &error));
  g_assert_nonnull (error);
}

/* Wilson's interval of 8 out of 10 is 0.4902 to 0.9433 (worked out by hand; in many textbooks). */
static void
chance_is_compared_by_the_formula (void)
{
  TlPair pair = { .reviews = 8 };
  TlPair none = { .reviews = 0 };
  TlPair hidden = { .reviews = TL_COUNT_WITHHELD };

  tl_pair_compare (&pair, 10, 50, 100);
  g_assert_cmpfloat_with_epsilon (pair.expected, 5, 1e-9);
  g_assert_cmpfloat_with_epsilon (pair.ratio, 1.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (pair.low, 0.4902 / 0.5, 2e-4);
  g_assert_cmpfloat_with_epsilon (pair.high, 0.9433 / 0.5, 2e-4);

  tl_pair_compare (&none, 50, 10, 100);
  g_assert_cmpfloat_with_epsilon (none.low, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (none.high, 0.2775 / 0.5, 2e-4);

  tl_pair_compare (&hidden, 50, 10, 100);
  g_assert_cmpfloat_with_epsilon (hidden.expected, 5, 1e-9);
  g_assert_true (isnan (hidden.ratio) && isnan (hidden.low) && isnan (hidden.high));
  tl_pair_compare (&pair, TL_COUNT_WITHHELD, 50, 100);
  g_assert_true (isnan (pair.expected) && isnan (pair.ratio));
}

/* Of pairs that have nothing to do with each other the interval leaves out one not more often than it says. */
static void
the_interval_holds_what_it_says (void)
{
  const guint n = 400, n_rounds = 4000;
  guint n_outside = 0;

  for (guint k = 0; k < n_rounds; k++)
    {
      guint a = 0, b = 0;
      TlPair pair = { 0 };

      for (guint i = 0; i < n; i++)
        {
          gboolean has_a = g_test_rand_double () < 0.2, has_b = g_test_rand_double () < 0.4;

          a += has_a ? 1 : 0;
          b += has_b ? 1 : 0;
          pair.reviews += has_a && has_b ? 1 : 0;
        }
      tl_pair_compare (&pair, a, b, n);
      n_outside += pair.low > 1 || pair.high < 1 ? 1 : 0;
    }
  g_test_message ("%.2f %% outside", n_outside * 100.0 / n_rounds);
  g_assert_cmpuint (n_outside, <, n_rounds * 6 / 100);
  g_assert_cmpuint (n_outside, >, n_rounds / 200);
}

static void
what_is_withheld_is_in_no_number (void)
{
  const TlPairsQuery open_query = { .internal = TRUE };
  const TlPairsQuery query = { NULL };
  g_autoptr (TlPairs) open = ask (&open_query);
  g_autoptr (TlPairs) pairs = ask (&query);
  g_autofree char *csv = tl_pairs_dup_csv (pairs);
  g_autofree char *text = tl_pairs_dup_text (pairs);
  g_autofree gint64 *counts = g_new0 (gint64, (gsize) open->n_codes * open->n_codes);
  guint n = 0;

  for (guint i = 0; i < open->n_pairs; i++)
    counts[open->pairs[i].a * open->n_codes + open->pairs[i].b] = open->pairs[i].reviews;
  for (guint i = 0; i < pairs->n_pairs; i++)
    {
      const TlPair *pair = &pairs->pairs[i];
      gint64 count = counts[pair->a * open->n_codes + pair->b];

      if (count >= 1 && count <= 5)
        g_assert_cmpint (pair->reviews, ==, TL_COUNT_WITHHELD);
      if (pair->reviews == TL_COUNT_WITHHELD)
        g_assert_true (isnan (pair->ratio) && isnan (pair->low) && isnan (pair->high));
      else
        g_assert_cmpint (pair->reviews, ==, count);
      n += pair->reviews == TL_COUNT_WITHHELD ? 1 : 0;
    }
  g_assert_cmpuint (n, >, 20);
  g_assert_nonnull (strstr (pairs->note, "from 1 to 5"));
  g_assert_nonnull (strstr (text, pairs->note));
  g_assert_nonnull (strstr (csv, ",c,"));
  g_assert_null (strstr (csv, "nan"));
  g_assert_null (strstr (csv, ",-1,"));
}

/* The attacker: tries all sets there are over a few reviews that fit what is shown, and sees what a withheld pair can
 * be. */
#define N_ATTACKED 7
#define N_MARKS 3

static void
attack (const gint64   *counts,
        const gboolean *withheld,
        gint64          least[9],
        gint64          most[9])
{
  for (guint i = 0; i < 9; i++)
    {
      least[i] = G_MAXINT64;
      most[i] = -1;
    }
  /* How many reviews have each of the eight combinations of three marks: all ways to divide them. */
  guint parts[8];

  for (guint code = 0; code < 1u << (3 * N_ATTACKED); code++)
    {
      gboolean ordered = TRUE, fits = TRUE;
      gint64 n[9] = { 0 };

      memset (parts, 0, sizeof parts);
      for (guint i = 0; i < N_ATTACKED; i++)
        {
          ordered = ordered && (i == 0 || (code >> (3 * i) & 7) >= (code >> (3 * i - 3) & 7));
          parts[code >> (3 * i) & 7]++;
        }
      if (!ordered)
        continue;
      for (guint i = 0; i < N_MARKS; i++)
        for (guint j = 0; j < N_MARKS; j++)
          for (guint k = 0; k < 8; k++)
            n[i * N_MARKS + j] += (k >> i & 1) && (k >> j & 1) ? parts[k] : 0;
      for (guint i = 0; i < 9; i++)
        fits = fits && (withheld[i] ? n[i] >= 1 : n[i] == counts[i]);
      for (guint i = 0; i < 9 && fits; i++)
        {
          least[i] = MIN (least[i], n[i]);
          most[i] = MAX (most[i], n[i]);
        }
    }
}

static void
no_withheld_pair_can_be_told_from_the_others (void)
{
  const guint threshold = 2;
  guint n_withheld = 0;

  for (guint round = 0; round < 100; round++)
    {
      gint64 counts[9] = { 0 }, least[9], most[9];
      gboolean withheld[9] = { FALSE };
      guint shares[N_MARKS];

      for (guint i = 0; i < N_MARKS; i++)
        shares[i] = (guint) g_test_rand_int_range (2, 10);
      for (guint r = 0; r < N_ATTACKED; r++)
        {
          guint marks = 0;

          for (guint i = 0; i < N_MARKS; i++)
            marks |= g_test_rand_int_range (0, 10) < (gint32) shares[i] ? 1u << i : 0;
          for (guint i = 0; i < 9; i++)
            counts[i] += (marks >> (i / 3) & 1) && (marks >> (i % 3) & 1) ? 1 : 0;
        }
      tl_protect_pairs (counts, N_MARKS, N_ATTACKED, threshold, withheld);
      attack (counts, withheld, least, most);
      for (guint i = 0; i < 9; i++)
        {
          g_assert_true (withheld[i] || counts[i] == 0 || counts[i] > threshold);
          g_assert_true (withheld[i] == withheld[i % 3 * 3 + i / 3]);
          n_withheld += withheld[i] ? 1 : 0;
          if (withheld[i] && i / 3 != i % 3)
            g_assert_cmpint (most[i] - least[i], >=, threshold);
        }
    }
  g_assert_cmpuint (n_withheld, >, 50);
}

/* Two marks that three others pin down. */
static void
what_a_third_mark_gives_away_is_withheld_too (void)
{
  static const gint64 counts[] = { 10, 8, 7, 8, 12, 5, 7, 5, 9 };
  gboolean withheld[9] = { FALSE };
  TlProtectResult result = tl_protect_pairs (counts, 3, 100, 5, withheld);

  /* What the second and third share is at least 8 + 7 − 10, and small: so not both of 8 and 7 are shown. */
  g_assert_true (withheld[5] && withheld[7]);
  g_assert_true (withheld[1] || withheld[2] || withheld[0]);
  g_assert_cmpuint (result.n_primary, ==, 1);
  g_assert_cmpuint (result.n_secondary, >, 0);
}

static void
the_cube_is_that_of_plain_sql (void)
{
  const TlCubeQuery query = { .rows = TL_FACET_YEAR, .columns = TL_FACET_REGION, .internal = TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCube) cube = tl_library_cube (library, &query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < cube->n_codes; i += 7)
    for (guint j = 0; j < cube->n_rows; j++)
      for (guint k = 0; k < cube->n_columns; k += 3)
        {
          g_autofree char *year = j > 0 ? g_strdup_printf ("AND year = %s", cube->row_keys[j]) : g_strdup ("");
          g_autofree char *where = k > 0 ? g_strdup_printf ("%s AND region = '%s'", year, cube->column_keys[k])
                                         : g_strdup (year);

          g_assert_cmpint (tl_cube_get (cube, i, j, k), ==, count_sql (where, cube->codes[i], cube->codes[i]));
        }
  g_assert_cmpint (cube->bases[0], ==, N_RECORDS);
}

static void
a_cube_that_leaves_holds_nothing_small (void)
{
  const TlCubeQuery query = { .rows = TL_FACET_YEAR, .columns = TL_FACET_TYPE, .round = 10 };
  g_autoptr (TlCube) cube = tl_library_cube (library, &query, NULL);
  g_autofree char *csv = tl_cube_dup_csv (cube);

  g_assert_cmpuint (cube->n_primary, >, 0);
  for (guint i = 0; i < cube->n_codes * cube->n_rows * cube->n_columns; i++)
    g_assert_true (cube->counts[i] < 0 || cube->counts[i] % 10 == 0);
  g_assert_nonnull (strstr (csv, ",c,"));
  g_assert_nonnull (strstr (cube->note, "nearest 10"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 5, .n_factors = 10 };
  LibraryCase generated;

  library_case_set_up (&generated, &options);
  library = generated.library;

  g_test_add_func ("/pairs/counts-are-those-of-plain-sql", counts_are_those_of_plain_sql);
  g_test_add_func ("/pairs/those-of-one-code-are-its-own", the_pairs_of_one_code_are_its_own);
  g_test_add_func ("/pairs/chance-is-compared-by-the-formula", chance_is_compared_by_the_formula);
  g_test_add_func ("/pairs/the-interval-holds-what-it-says", the_interval_holds_what_it_says);
  g_test_add_func ("/pairs/what-is-withheld-is-in-no-number", what_is_withheld_is_in_no_number);
  g_test_add_func ("/pairs/no-withheld-pair-can-be-told-from-the-others",
                   no_withheld_pair_can_be_told_from_the_others);
  g_test_add_func ("/pairs/what-a-third-mark-gives-away-is-withheld-too",
                   what_a_third_mark_gives_away_is_withheld_too);
  g_test_add_func ("/cube/is-that-of-plain-sql", the_cube_is_that_of_plain_sql);
  g_test_add_func ("/cube/that-leaves-holds-nothing-small", a_cube_that_leaves_holds_nothing_small);

  int result = g_test_run ();

  library_case_tear_down (&generated);
  return result;
}
