/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs: in how many reviews of a population two codes occur together, and whether that is more or less than chance
 * would give. */
#include "config.h"

#include "model/questions/tl-pairs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/disclosure/tl-protect-pairs.h"
#include "model/library/tl-library-tables.h"
#include "model/questions/tl-coded.h"

#define TWO_SIDED_95 1.959964 /* of the normal distribution */

typedef struct {
  TlPairs            *pairs; /* borrowed, as all that is not said to be owned */
  const TlPairsQuery *query;
  const TlCoded      *coded;
  GPtrArray          *tagged; /* owned: of TlBits, one a code */
  GPtrArray          *possible; /* owned: the same with what is uncertain; empty where nothing is */
  guint              *numbers; /* owned: of the records, where they are few; then the bits are of places in this */
  guint               n_numbers;
} Asking;

/* Where a population is smaller than this part of the library, its bits are gathered before they are counted: every bit
 * is looked at once for that, and then once for each other code. */
#define GATHERED_PART 4

/* Comparing with chance */

/**
 * tl_pair_compare:
 * @pair: a pair with its reviews; filled in
 * @a: reviews with the one code, or a #TlCountSymbol
 * @b: reviews with the other
 * @base: reviews there are
 *
 * Compares with what would be if the two codes had nothing to do with each other: @a · @b / @base reviews with both.
 * The interval is Wilson's for the share of the reviews of the rarer code that have the other one too, divided by the
 * share of all reviews that have it, which is taken as given (E. B. Wilson, "Probable inference, the law of
 * succession, and statistical inference", Journal of the American Statistical Association 22, 1927, 209–212). It is
 * one interval for one pair: of a hundred pairs that have nothing to do with each other about five lie outside of
 * theirs.
 */
void
tl_pair_compare (TlPair *pair,
                 gint64  a,
                 gint64  b,
                 gint64  base)
{
  g_return_if_fail (pair != NULL);

  double few = (double) MIN (a, b), many = (double) MAX (a, b), total = (double) base;

  pair->expected = a >= 0 && b >= 0 && base > 0 ? few * many / total : NAN;
  pair->ratio = pair->low = pair->high = NAN;
  if (pair->partial)
    pair->expected = NAN;
  if (pair->partial || pair->reviews < 0 || a <= 0 || b <= 0 || base <= 0)
    return;

  double share = MIN ((double) pair->reviews / few, 1), chance = many / total;
  double z2 = TWO_SIDED_95 * TWO_SIDED_95;
  double middle = (share + z2 / (2 * few)) / (1 + z2 / few);
  double reach = TWO_SIDED_95 * sqrt (share * (1 - share) / few + z2 / (4 * few * few)) / (1 + z2 / few);

  pair->ratio = share / chance;
  pair->low = MAX (middle - reach, 0) / chance;
  pair->high = MIN (middle + reach, 1) / chance;
}

/* What can be told comes first, the surest excess at the head; the rest stays in the order of the codes, so that no
 * place tells anything of what is withheld. */
static int
compare_pairs (const void *a,
               const void *b)
{
  const TlPair *one = a, *other = b;
  gboolean told = !isnan (one->low), other_told = !isnan (other->low);

  if (told != other_told)
    return told ? -1 : 1;
  if (told && one->low != other->low)
    return one->low > other->low ? -1 : 1;
  if (one->a != other->a)
    return one->a < other->a ? -1 : 1;
  return one->b < other->b ? -1 : one->b > other->b;
}

/* Counting */

static void
add_bits (Asking    *asking,
          GPtrArray *list,
          TlBits    *bits) /* (transfer full) */
{
  TlBits *gathered = asking->numbers != NULL ? tl_bits_gather (bits, asking->numbers, asking->n_numbers) : NULL;

  g_ptr_array_add (list, gathered != NULL ? gathered : bits);
  if (gathered != NULL)
    tl_bits_free (bits);
}

static gboolean
is_partial (const TlCoded *coded,
            guint          code)
{
  g_autoptr (TlBits) base = tl_coded_dup_base (coded, code);

  return tl_bits_count (base) < tl_bits_count (coded->records);
}

static gboolean
take_codes (Asking  *asking,
            GError **error)
{
  TlPairs *pairs = asking->pairs;

  pairs->n_codes = asking->coded->n_codes;
  pairs->codes = g_new0 (TlPairsCode, pairs->n_codes + 1);
  for (guint i = 0; i < pairs->n_codes; i++)
    {
      TlCode *code = asking->coded->codes[i];
      TlBits *uncertain = NULL;
      TlBits *tagged = tl_coded_dup_tagged (asking->coded, i, NULL, pairs->across ? &uncertain : NULL, error);

      if (tagged == NULL)
        return FALSE;
      pairs->codes[i] = (TlPairsCode) {
        .code = g_strdup (tl_code_get_qualified (code)),
        .notation = g_strdup (tl_code_get_notation (code)),
        .label = g_strdup (tl_code_get_label (code)),
        .depth = asking->coded->depths[i],
        .reviews = tl_bits_count (tagged),
        .partial = pairs->across && is_partial (asking->coded, i),
      };
      if (uncertain != NULL)
        {
          tl_bits_or (uncertain, tagged);
          add_bits (asking, asking->possible, uncertain);
        }
      add_bits (asking, asking->tagged, tagged);
    }
  return TRUE;
}

static gint64
count_uncertain (Asking *asking,
                 guint   i,
                 guint   j,
                 gint64  reviews)
{
  if (asking->possible->len == 0)
    return 0;
  return tl_bits_count_both (g_ptr_array_index (asking->possible, i), g_ptr_array_index (asking->possible, j))
         - reviews;
}

/* Codes above and below each other occur together by what they mean: that is no finding. */
static void
count_pairs (Asking *asking,
             int     only)
{
  TlPairs *pairs = asking->pairs;
  guint n = pairs->n_codes;

  pairs->pairs = g_new (TlPair, (gsize) n * (n + 1) / 2 + 1);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        if (tl_coded_is_above (asking->coded, i, j) || (only >= 0 && only != (int) i && only != (int) j))
          continue;

        gint64 reviews = tl_bits_count_both (g_ptr_array_index (asking->tagged, i),
                                             g_ptr_array_index (asking->tagged, j));

        pairs->pairs[pairs->n_pairs++] = (TlPair) {
          .a = i,
          .b = j,
          .reviews = reviews,
          .uncertain = count_uncertain (asking, i, j, reviews),
          .partial = pairs->codes[i].partial || pairs->codes[j].partial,
        };
      }
}

/* Protection */

static gint64
show (gint64   count,
      gboolean withheld,
      guint    round)
{
  return withheld ? TL_COUNT_WITHHELD : tl_count_round (count, round);
}

/* Of codes above and below each other everybody knows what they have in common: the one that is below. */
static gint64 *
make_matrix (const Asking *asking)
{
  guint n = asking->pairs->n_codes;
  gint64 *counts = g_new0 (gint64, (gsize) n * n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = i; j < n; j++)
      counts[i * n + j] = counts[j * n + i]
        = i == j || tl_coded_is_above (asking->coded, i, j)
            ? asking->pairs->codes[j].reviews
            : tl_bits_count_both (g_ptr_array_index (asking->tagged, i), g_ptr_array_index (asking->tagged, j));
  return counts;
}

static gboolean
is_small (gint64 count,
          guint  threshold)
{
  return count >= 1 && count <= threshold;
}

static void
protect (Asking *asking)
{
  TlPairs *pairs = asking->pairs;
  guint n = pairs->n_codes;
  g_autofree gint64 *counts = make_matrix (asking);
  g_autofree gboolean *withheld = g_new0 (gboolean, (gsize) n * n + 1);
  TlProtectResult result;

  pairs->threshold = asking->query->threshold > 0 ? asking->query->threshold : TL_COUNT_DEFAULT_THRESHOLD;
  pairs->round = asking->query->round;
  result = tl_protect_pairs (counts, n, pairs->base, pairs->threshold, withheld);
  pairs->n_primary = result.n_primary;
  pairs->n_secondary = result.n_secondary;

  for (guint i = 0; i < pairs->n_pairs; i++)
    {
      TlPair *pair = &pairs->pairs[i];
      gboolean small = is_small (pair->uncertain, pairs->threshold);

      pairs->n_primary += small ? 1 : 0;
      pair->reviews = show (pair->reviews, withheld[pair->a * n + pair->b], pairs->round);
      pair->uncertain = show (pair->uncertain, small, pairs->round);
    }
  for (guint i = 0; i < n; i++)
    pairs->codes[i].reviews = show (pairs->codes[i].reviews, withheld[i * n + i], pairs->round);
  pairs->base = show (pairs->base, is_small (pairs->base, pairs->threshold), pairs->round);
}

/* Public */

static int
find_code (const TlPairs *pairs,
           const char    *code)
{
  for (guint i = 0; i < pairs->n_codes; i++)
    if (strcmp (pairs->codes[i].code, code) == 0)
      return (int) i;
  return -1;
}

static gboolean
count (Asking  *asking,
       GError **error)
{
  TlPairs *pairs = asking->pairs;
  const char *code = asking->query->code;

  if (!take_codes (asking, error))
    return FALSE;

  int only = code != NULL ? find_code (pairs, code) : -1;

  if (code != NULL && only < 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no code “%s” in the typology “%s”."), code,
                   pairs->typology);
      return FALSE;
    }
  count_pairs (asking, only);
  if (!asking->query->internal)
    protect (asking);
  for (guint i = 0; i < pairs->n_pairs; i++)
    tl_pair_compare (&pairs->pairs[i], pairs->codes[pairs->pairs[i].a].reviews,
                     pairs->codes[pairs->pairs[i].b].reviews, pairs->base);
  qsort (pairs->pairs, pairs->n_pairs, sizeof (TlPair), compare_pairs);
  return TRUE;
}

static TlPairs *
ask (TlSets              *sets,
     const TlPairsQuery  *query,
     GError             **error)
{
  g_autoptr (TlPairs) pairs = g_new0 (TlPairs, 1);
  g_autoptr (TlCoded) coded = tl_coded_new (sets, &query->population, error);
  g_autoptr (GPtrArray) tagged = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bits_free);
  g_autoptr (GPtrArray) possible = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_bits_free);

  if (coded == NULL)
    return NULL;

  Asking asking = { pairs, query, coded, tagged, possible };

  pairs->typology = g_strdup (tl_typology_get_id (coded->typology));
  pairs->version = g_strdup (query->population.version != NULL ? query->population.version
                                                               : tl_typology_get_version (coded->typology));
  pairs->base = tl_bits_count (coded->records);
  pairs->across = coded->n_own < pairs->base;
  if ((gsize) pairs->base * GATHERED_PART < coded->records->n_words * 64)
    asking.numbers = tl_bits_dup_numbers (coded->records, &asking.n_numbers);

  gboolean counted = count (&asking, error);

  g_free (asking.numbers);
  if (!counted)
    return NULL;
  tl_pairs_describe (pairs, query);
  return g_steal_pointer (&pairs);
}

/**
 * tl_library_pairs:
 * @library: a library
 * @query: what to ask
 * @error: return location
 *
 * Counts for each two codes of a typology in how many reviews both occur, and compares that with chance; see
 * tl_pair_compare(). Two codes of which one is above the other are no pair. A review counts once. Small counts are
 * withheld unless @query is internal, and then everything is compared as it is shown.
 *
 * Returns: (transfer full) (nullable): the pairs, or %NULL with %TL_ERROR_NOT_FOUND if there is no such typology or
 *   code, or if the library can't be read
 */
TlPairs *
tl_library_pairs (TlLibrary           *library,
                  const TlPairsQuery  *query,
                  GError             **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL, NULL);

  TlSets *sets = tl_sets_get (library);
  TlPairs *pairs = NULL;

  if (tl_sets_begin (sets, error))
    {
      pairs = ask (sets, query, error);
      tl_sets_end (sets);
    }
  if (pairs == NULL)
    tl_library_explain (tl_library_get_name (library), error);
  return pairs;
}

/**
 * tl_pairs_free:
 * @pairs: (transfer full): pairs
 */
void
tl_pairs_free (TlPairs *pairs)
{
  for (guint i = 0; i < pairs->n_codes; i++)
    {
      g_free (pairs->codes[i].code);
      g_free (pairs->codes[i].notation);
      g_free (pairs->codes[i].label);
    }
  g_free (pairs->codes);
  g_free (pairs->pairs);
  g_free (pairs->typology);
  g_free (pairs->version);
  g_free (pairs->caption);
  g_free (pairs->note);
  g_free (pairs);
}
