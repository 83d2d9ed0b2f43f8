/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heat map of pairs: which codes, in which order, and what each cell says, in words too. It knows what the pairs show
 * and no more, so that neither a shade nor the order tells anything that is withheld. */
#include "config.h"

#include "model/questions/tl-heat.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/questions/tl-seriation.h"

/* Ratios to which the shades reach; less often is as far the other way. */
#define MORE 1.5
#define MUCH_MORE 2.0

static const char *const shade_labels[] = {
  [TL_HEAT_NO_PAIR] = N_("No pair"),
  [TL_HEAT_WITHHELD] = N_("Withheld"),
  [TL_HEAT_UNKNOWN] = N_("Can’t be told across typologies"),
  [TL_HEAT_CHANCE] = N_("As chance would give it"),
  [TL_HEAT_MORE] = N_("More often, up to 1.5 times"),
  [TL_HEAT_MUCH_MORE] = N_("Up to twice"),
  [TL_HEAT_FAR_MORE] = N_("More than twice"),
  [TL_HEAT_LESS] = N_("Less often, down to two thirds"),
  [TL_HEAT_MUCH_LESS] = N_("Down to half"),
  [TL_HEAT_FAR_LESS] = N_("Less than half"),
};

/* Order */

/* How far two codes are from having nothing to do with each other, of which the interval leaves no doubt; 0 where it
 * does, or where nothing can be told. */
static double
get_association (const TlPair *pair)
{
  if (pair == NULL || isnan (pair->ratio))
    return 0;
  if (pair->low > 1)
    return log2 (pair->low);
  return pair->high < 1 ? -log2 (1 / MAX (pair->high, 0.125)) : 0;
}

/* Codes are alike that occur with the same others. */
static double *
dup_distances (const TlHeat *self)
{
  guint n = self->n;
  g_autofree double *associations = g_new0 (double, (gsize) n * n + 1);
  double *distances = g_new0 (double, (gsize) n * n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      associations[(gsize) i * n + j] = associations[(gsize) j * n + i] = get_association (tl_heat_get (self, i, j));
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        double sum = 0;

        for (guint k = 0; k < n; k++)
          if (k != i && k != j)
            sum += pow (associations[(gsize) i * n + k] - associations[(gsize) j * n + k], 2);
        /* Two that occur together are nearer for it. */
        sum += pow (MAX (0, 1 - associations[(gsize) i * n + j]), 2);
        distances[(gsize) i * n + j] = distances[(gsize) j * n + i] = sqrt (sum);
      }
  return distances;
}

static void
order (TlHeat *self)
{
  g_autofree double *distances = dup_distances (self);
  g_autofree guint *places = tl_seriation_dup_order (distances, self->n);
  guint *codes = g_new (guint, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    codes[i] = self->codes[places[i]];
  g_free (self->codes);
  self->codes = codes;
}

/**
 * tl_heat_new:
 * @pairs: what to show; must stay
 * @depth: of which tier: 0 for the top, 1 for the codes below
 * @by_similarity: whether codes that occur with the same others stand together; else they are in the typology's order
 *
 * Returns: (transfer full): a heat map
 */
TlHeat *
tl_heat_new (const TlPairs *pairs,
             guint          depth,
             gboolean       by_similarity)
{
  g_return_val_if_fail (pairs != NULL, NULL);

  TlHeat *self = g_new0 (TlHeat, 1);
  guint n = pairs->n_codes;

  self->pairs = pairs;
  self->depth = depth;
  self->codes = g_new (guint, n + 1);
  self->cells = g_new (int, (gsize) n * n + 1);
  for (guint i = 0; i < n; i++)
    if (pairs->codes[i].depth == depth)
      self->codes[self->n++] = i;
  for (gsize i = 0; i < (gsize) n * n; i++)
    self->cells[i] = -1;
  for (guint i = 0; i < pairs->n_pairs; i++)
    self->cells[pairs->pairs[i].a * n + pairs->pairs[i].b] = self->cells[pairs->pairs[i].b * n + pairs->pairs[i].a]
      = (int) i;
  if (by_similarity)
    order (self);
  return self;
}

void
tl_heat_free (TlHeat *self)
{
  g_free (self->codes);
  g_free (self->cells);
  g_free (self);
}

/**
 * tl_heat_get:
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the pair of the two codes; %NULL if they are none
 */
const TlPair *
tl_heat_get (const TlHeat *self,
             guint         row,
             guint         column)
{
  g_return_val_if_fail (self != NULL && row < self->n && column < self->n, NULL);

  int cell = self->cells[self->codes[row] * self->pairs->n_codes + self->codes[column]];

  return cell >= 0 ? &self->pairs->pairs[cell] : NULL;
}

/**
 * tl_heat_has:
 * @pair: one of its pairs
 *
 * Returns: whether both codes are of the tier that is shown, so that it has a cell
 */
gboolean
tl_heat_has (const TlHeat *self,
             const TlPair *pair)
{
  g_return_val_if_fail (self != NULL && pair != NULL, FALSE);
  return self->pairs->codes[pair->a].depth == self->depth && self->pairs->codes[pair->b].depth == self->depth;
}

/**
 * tl_heat_get_shade:
 * @pair: (nullable): a pair, or what is none
 *
 * Returns: what its cell says
 */
TlHeatShade
tl_heat_get_shade (const TlPair *pair)
{
  if (pair == NULL)
    return TL_HEAT_NO_PAIR;
  if (isnan (pair->ratio))
    return pair->partial ? TL_HEAT_UNKNOWN : TL_HEAT_WITHHELD;
  if (pair->low > 1)
    return pair->ratio <= MORE ? TL_HEAT_MORE : pair->ratio <= MUCH_MORE ? TL_HEAT_MUCH_MORE : TL_HEAT_FAR_MORE;
  if (pair->high < 1)
    return pair->ratio >= 1 / MORE        ? TL_HEAT_LESS
           : pair->ratio >= 1 / MUCH_MORE ? TL_HEAT_MUCH_LESS
                                          : TL_HEAT_FAR_LESS;
  return TL_HEAT_CHANCE;
}

/**
 * tl_heat_shade_get_label:
 *
 * Returns: what a shade says, translated
 */
const char *
tl_heat_shade_get_label (TlHeatShade shade)
{
  g_return_val_if_fail (shade < TL_N_HEAT_SHADES, NULL);
  return _(shade_labels[shade]);
}

/* Sentences */

static char *
dup_comparison (const TlPair *pair)
{
  switch (tl_heat_get_shade (pair))
    {
    case TL_HEAT_WITHHELD:
      return g_strdup (_("What chance would give can’t be told: a count is withheld."));
    case TL_HEAT_UNKNOWN:
      return g_strdup (_("Not compared with chance: not all reviews are coded in a typology that has both."));
    case TL_HEAT_NO_PAIR:
    case TL_HEAT_CHANCE:
    case TL_HEAT_MORE:
    case TL_HEAT_MUCH_MORE:
    case TL_HEAT_FAR_MORE:
    case TL_HEAT_LESS:
    case TL_HEAT_MUCH_LESS:
    case TL_HEAT_FAR_LESS:
    default:
      /* Translators: how many reviews chance would give, the count by that, and the ends of its interval. */
      return g_strdup_printf (_("Chance would give %.1f: %.2f times that, between %.2f and %.2f."), pair->expected,
                              pair->ratio, pair->low, pair->high);
    }
}

/**
 * tl_heat_dup_sentence:
 * @row: from 0
 * @column: from 0
 *
 * Returns: (transfer full): what a cell says, with its base, for people
 */
char *
tl_heat_dup_sentence (const TlHeat *self,
                      guint         row,
                      guint         column)
{
  g_return_val_if_fail (self != NULL, NULL);

  const TlPair *pair = tl_heat_get (self, row, column);

  if (pair == NULL)
    return g_strdup (row == column ? _("The same code.") : _("No pair: one is above the other."));

  g_autofree char *reviews = tl_count_format (pair->reviews);
  g_autofree char *base = tl_count_format (self->pairs->base);
  g_autofree char *uncertain = tl_count_format (pair->uncertain);
  g_autofree char *comparison = dup_comparison (pair);
  /* Translators: in how many reviews both codes occur, of how many. A count that is withheld is "c". */
  g_autofree char *counted = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Both in %s of %s review.", "Both in %s of %s reviews.",
                 self->pairs->base == 1 ? 1 : 2), reviews, base);
  /* Translators: reviews of which it can't be said for sure. */
  g_autofree char *doubt = pair->uncertain != 0
                             ? g_strdup_printf (_(" Perhaps in %s more, coded in another typology."), uncertain)
                             : g_strdup ("");

  return g_strdup_printf ("%s%s %s", counted, doubt, comparison);
}
