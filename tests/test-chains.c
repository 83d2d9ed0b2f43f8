/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains: every count is that of a slow walk through the files, for all chains of a small library and for drawn
 * patterns; small counts are withheld; where nothing recurs nothing is listed. */
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/questions/tl-chains.h"
#include "model/typology/tl-typology.h"
#include "tests/library-case.h"
#include "tests/support/tl-walk.h"

#define N_RECORDS 240
#define N_PATTERNS 60

static LibraryCase generated;
static TlLibrary *library;
static TlWalk *walks[N_RECORDS];

static void
set_up (void)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 5 };

  library_case_set_up (&generated, &options);
  library = generated.library;
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *file = library_case_dup_file (&generated, i);

      walks[i] = tl_walk_new (file);
    }
}

static void
tear_down (void)
{
  for (guint i = 0; i < N_RECORDS; i++)
    tl_walk_free (walks[i]);
  library_case_tear_down (&generated);
}

static TlChains *
ask (const TlChainsQuery *query)
{
  g_autoptr (GError) error = NULL;
  TlChains *chains = tl_library_chains (library, query, NULL, &error);

  g_assert_no_error (error);
  return chains;
}

static gint64
walk_through (const char *const *steps,
              guint              n_steps,
              gboolean           tested)
{
  gint64 n = 0;

  for (guint i = 0; i < N_RECORDS; i++)
    n += tl_walk_has_chain (walks[i], steps, n_steps, tested) ? 1 : 0;
  return n;
}

/* All chains of a record, by the codes of their factors alone, each once. */
static void
spell (const TlWalk *walk,
       guint         at,
       GString      *path,
       guint         length,
       GHashTable   *found)
{
  const TlWalkFactor *factor = &g_array_index (walk->factors, TlWalkFactor, at);
  gsize end = path->len;

  for (guint i = 0; i < factor->codes->len; i++)
    {
      g_string_append_printf (path, "%s%s", end > 0 ? " > " : "", (char *) factor->codes->pdata[i]);
      if (length == 0)
        g_hash_table_add (found, g_strdup (path->str));
      for (guint j = 0; length > 0 && j < walk->links->len; j++)
        if (g_array_index (walk->links, TlWalkLink, j).cause == at)
          spell (walk, g_array_index (walk->links, TlWalkLink, j).effect, path, length - 1, found);
      g_string_truncate (path, end);
    }
}

static GHashTable *
count_by_hand (guint length)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      GHashTableIter iter;
      gpointer path;

      for (guint j = 0; j < walks[i]->factors->len; j++)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          spell (walks[i], j, text, length, found);
        }
      g_hash_table_iter_init (&iter, found);
      while (g_hash_table_iter_next (&iter, &path, NULL))
        g_hash_table_insert (counts, g_strdup (path),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, path)) + 1));
    }
  return counts;
}

/* Generated graphs have no cycles, so that a walk by hand needs no memory of where it was. */
static void
every_chain_is_counted_as_by_hand (void)
{
  static const guint mins[] = { 1, 2, 4 };

  for (guint length = 1; length <= TL_CHAINS_MAX_LENGTH; length++)
    for (guint i = 0; i < G_N_ELEMENTS (mins); i++)
      {
        const TlChainsQuery query = { .length = length, .min = mins[i], .all = TRUE, .internal = TRUE };
        g_autoptr (TlChains) chains = ask (&query);
        g_autoptr (GHashTable) counts = count_by_hand (length);
        GHashTableIter iter;
        gpointer path, n;
        guint n_expected = 0;

        g_hash_table_iter_init (&iter, counts);
        while (g_hash_table_iter_next (&iter, &path, &n))
          n_expected += GPOINTER_TO_UINT (n) >= mins[i] ? 1 : 0;
        g_assert_cmpuint (chains->n_chains, ==, n_expected);
        g_assert_cmpint (chains->base, ==, N_RECORDS);
        for (guint j = 0; j < chains->n_chains; j++)
          {
            g_autofree char *joined = g_strjoinv (" > ", chains->chains[j].path);

            g_assert_cmpuint ((guint) chains->chains[j].reviews, ==,
                              GPOINTER_TO_UINT (g_hash_table_lookup (counts, joined)));
            g_assert_true (j == 0 || chains->chains[j].reviews <= chains->chains[j - 1].reviews);
          }
      }
}

/* A code, that code alone, one of the top tier, any, or a level. */
static char *
draw_step (GRand *rand)
{
  static const char *const levels[] = { "national", "local_strategic", "frontline", "case", "government", "practice" };
  GListModel *codes = tl_typology_get_codes (tl_typology_lookup ("national-1", NULL));
  g_autoptr (TlCode) code = g_list_model_get_item (codes, (guint) g_rand_int_range (rand, 0, (gint32)
                                                   g_list_model_get_n_items (codes)));
  const char *name = g_rand_boolean (rand) && tl_code_get_parent (code) != NULL
                       ? tl_code_get_qualified (tl_code_get_parent (code))
                       : tl_code_get_qualified (code);
  const char *level = levels[g_rand_int_range (rand, 0, G_N_ELEMENTS (levels))];

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return g_strdup ("*");
    case 1:
      return g_strdup_printf ("@%s", level);
    case 2:
      return g_strdup_printf ("%s@%s", name, level);
    case 3:
      return g_strconcat ("=", name, NULL);
    default:
      return g_strdup (name);
    }
}

static void
every_pattern_is_counted_as_by_hand (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *rand = g_rand_new_with_seed (seed);
  guint n_found = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PATTERNS; i++)
    {
      guint n = (guint) g_rand_int_range (rand, 2, TL_CHAINS_MAX_LENGTH + 2);
      g_auto (GStrv) steps = g_new0 (char *, n + 1);
      gboolean tested = g_rand_boolean (rand);

      for (guint j = 0; j < n; j++)
        steps[j] = j % 2 == 1 && j + 1 < n && g_rand_boolean (rand) ? g_strdup ("**") : draw_step (rand);

      g_autofree char *pattern = g_strjoinv (i % 2 == 0 ? " > " : "→", steps);
      const TlChainsQuery query = { .pattern = pattern, .tested = tested, .internal = TRUE };
      g_autoptr (TlChains) chains = ask (&query);
      gint64 expected = walk_through ((const char *const *) steps, n, tested);

      g_test_message ("%s: %d", pattern, (int) expected);
      g_assert_cmpuint (chains->n_chains, ==, 1);
      g_assert_cmpint (chains->chains[0].reviews, ==, expected);
      n_found += expected > 0 ? 1 : 0;
    }
  g_assert_cmpuint (n_found, >, N_PATTERNS / 10);
  g_rand_free (rand);
}

/* A record that is behind a chain, by its id, as it was written. */
static const TlWalk *
find_walk (const TlInstance *instance)
{
  return walks[instance->number - 1];
}

static void
check_instance (const TlInstance  *instance,
                const char *const *steps,
                guint              n_steps)
{
  const TlWalk *walk = find_walk (instance);
  guint n_factors = 0;

  g_assert_true (tl_walk_has_chain (walk, steps, n_steps, FALSE));
  for (guint i = 0; i < instance->records->len; i++)
    {
      const TlInstanceRecord *record = instance->records->pdata[i];

      n_factors += strcmp (record->kind, "factor") == 0 ? 1 : 0;
      g_assert_true (strcmp (record->kind, "factor") == 0 || strcmp (record->kind, "finding") == 0);
    }
  g_assert_cmpuint (n_factors, >=, n_steps);
}

static void
the_reviews_behind_a_pattern_have_it (void)
{
  static const char *const steps[] = { "=national-1:TO.4", "=national-1:MS.10" };
  const TlChainsQuery query = { .pattern = "=TO.4 > =MS.10", .internal = TRUE };
  const TlChainsQuery shown = { .pattern = "=TO.4 > =MS.10" };
  g_autoptr (TlChains) chains = ask (&query);
  g_autoptr (TlChains) safe = ask (&shown);
  guint n_findings = 0;

  g_assert_cmpint (chains->chains[0].reviews, >, 5);
  g_assert_cmpuint (chains->chains[0].instances->len, ==, (guint) MIN (chains->chains[0].reviews, TL_INSTANCES_MAX));
  for (guint i = 0; i < chains->chains[0].instances->len; i++)
    {
      const TlInstance *instance = chains->chains[0].instances->pdata[i];

      check_instance (instance, steps, G_N_ELEMENTS (steps));
      n_findings += instance->records->len > G_N_ELEMENTS (steps) ? 1 : 0;
    }
  g_assert_cmpuint (n_findings, >, 0);

  g_assert_cmpint (safe->chains[0].reviews, ==, chains->chains[0].reviews);
  g_assert_cmpuint (safe->chains[0].instances->len, ==, 0);
}

static void
small_counts_are_withheld (void)
{
  const TlChainsQuery all = { .length = 1, .min = 1, .all = TRUE, .internal = TRUE };
  g_autoptr (TlChains) known = ask (&all);
  guint n_small = 0;

  for (guint i = 0; i < known->n_chains && n_small < 5; i += 7)
    {
      const TlChain *chain = &known->chains[i];
      g_autofree char *pattern = g_strjoinv (">", chain->path);
      const TlChainsQuery query = { .pattern = pattern };
      g_autoptr (TlChains) chains = ask (&query);

      /* A pattern takes in the codes below, and these have none. */
      g_assert_cmpint (chains->chains[0].reviews, ==, chain->reviews > 5 ? chain->reviews : TL_COUNT_WITHHELD);
      g_assert_true (chain->reviews > 5 || (chains->chains[0].expected < 0 && chains->note != NULL));
      n_small += chain->reviews <= 5 ? 1 : 0;
    }
  g_assert_cmpuint (n_small, ==, 5);

  const TlChainsQuery listed = { .length = 1, .min = 1, .all = TRUE };
  g_autoptr (TlChains) shown = ask (&listed);

  g_assert_cmpuint (shown->n_chains, >, 0);
  for (guint i = 0; i < shown->n_chains; i++)
    g_assert_cmpint (shown->chains[i].reviews, >, 5);
}

static void
the_usual_pairs_recur_and_nothing_else (void)
{
  const TlChainsQuery query = { .length = 1, .internal = TRUE };
  g_autoptr (TlChains) chains = ask (&query);
  static const char *const usual[][2] = { { "national-1:TO.4", "national-1:MS.10" },
                                          { "national-1:MS.1", "national-1:RI.10" },
                                          { "national-1:MS.5", "national-1:FP.2" },
                                          { "national-1:RI.3", "national-1:LW.6" } };

  g_assert_cmpuint (chains->n_chains, >, 0);
  for (guint i = 0; i < chains->n_chains; i++)
    {
      gboolean known = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (usual); j++)
        known |= strcmp (chains->chains[i].path[0], usual[j][0]) == 0
                 && strcmp (chains->chains[i].path[1], usual[j][1]) == 0;
      g_assert_true (known);
      g_assert_true (chains->chains[i].recurs);
      g_assert_cmpfloat (chains->chains[i].expected, <, (double) chains->chains[i].reviews);
    }
}

static void
nonsense_is_refused_in_words (void)
{
  static const struct {
    const char *pattern;
    int         code;
  } cases[] = {
    { "MS.3", TL_ERROR_INVALID },           { "", TL_ERROR_INVALID },
    { "a>b>c>d>e>f", TL_ERROR_INVALID },    { "MS.3 > NO.1", TL_ERROR_NOT_FOUND },
    { "MS.3 > @nowhere", TL_ERROR_NOT_FOUND }, { "MS.3 > ", TL_ERROR_NOT_FOUND },
    { "** > MS.3 > RI.2", TL_ERROR_INVALID }, { "MS.3 > RI.2 > **", TL_ERROR_INVALID },
    { "MS.3 > **", TL_ERROR_INVALID },      { "MS.3 > =NO.1", TL_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TlChainsQuery query = { .pattern = cases[i].pattern };
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_library_chains (library, &query, NULL, &error));
      g_assert_error (error, TL_ERROR, cases[i].code);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  set_up ();

  g_test_add_func ("/chains/every-chain-is-counted-as-by-hand", every_chain_is_counted_as_by_hand);
  g_test_add_func ("/chains/every-pattern-is-counted-as-by-hand", every_pattern_is_counted_as_by_hand);
  g_test_add_func ("/chains/the-reviews-behind-a-pattern-have-it", the_reviews_behind_a_pattern_have_it);
  g_test_add_func ("/chains/small-counts-are-withheld", small_counts_are_withheld);
  g_test_add_func ("/chains/the-usual-pairs-recur-and-nothing-else", the_usual_pairs_recur_and_nothing_else);
  g_test_add_func ("/chains/nonsense-is-refused-in-words", nonsense_is_refused_in_words);

  int status = g_test_run ();

  tear_down ();
  return status;
}
