/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all answers that are lists of counts have in common: none of the counts is a sum of others, each is withheld for
 * its own sake, and the base and the terms go wherever the counts go. */
#include "config.h"

#include "model/questions/tl-answer.h"

#include <glib/gi18n-lib.h>

#include "model/disclosure/tl-protect.h"
#include "model/typology/tl-typology.h"

static guint
get_threshold (const TlAnswerTerms *terms)
{
  return terms->threshold > 0 ? terms->threshold : TL_COUNT_DEFAULT_THRESHOLD;
}

/**
 * tl_answer_get_least:
 * @terms: on what terms
 *
 * Returns: the least count that is not withheld, nor none at all
 */
guint
tl_answer_get_least (const TlAnswerTerms *terms)
{
  return terms->internal ? 1 : get_threshold (terms) + 1;
}

/**
 * tl_answer_protect:
 * @terms: on what terms
 * @base: (inout): of how many reviews
 * @counts: (inout) (array length=n_counts): counts of reviews
 * @n_counts: how many
 *
 * Takes out what is not to be seen.
 *
 * Returns: (transfer full) (nullable): what is withheld, in words; %NULL if nothing is
 */
char *
tl_answer_protect (const TlAnswerTerms *terms,
                   gint64              *base,
                   gint64              *counts,
                   guint                n_counts)
{
  if (terms->internal)
    return NULL;

  guint threshold = get_threshold (terms);
  g_autofree gboolean *withheld = g_new0 (gboolean, n_counts + 1);
  gboolean base_withheld = FALSE;
  TlProtectResult of_base = tl_protect (base, 1, 1, threshold, TL_PROTECT_ALONE, &base_withheld);
  TlProtectResult of_counts = tl_protect (counts, 1, n_counts, threshold, TL_PROTECT_ALONE, withheld);
  guint n = of_base.n_primary + of_counts.n_primary;

  if (base_withheld)
    *base = TL_COUNT_WITHHELD;
  for (guint i = 0; i < n_counts; i++)
    if (withheld[i])
      counts[i] = TL_COUNT_WITHHELD;
  return n > 0 ? tl_count_dup_note (threshold, 0, n, 0) : NULL;
}

static const char *
describe_coder (TlCoder coder)
{
  switch (coder)
    {
    case TL_CODER_LEAD:
      return _("Codes count where a lead reviewer gave them.");
    case TL_CODER_AGREED:
      return _("Codes count where the coders agreed on them.");
    case TL_CODER_ANY:
    default:
      return _("Codes count whoever gave them.");
    }
}

/**
 * tl_answer_dup_caption:
 * @terms: on what terms
 * @base: of how many reviews, as it is shown
 * @what: sentences on what is counted
 *
 * Returns: (transfer full): the caption of an answer
 */
char *
tl_answer_dup_caption (const TlAnswerTerms *terms,
                       gint64               base,
                       const char          *what)
{
  const TlPopulation *population = terms->population;
  const char *id = population->typology != NULL ? population->typology : TL_POPULATION_DEFAULT_TYPOLOGY;
  TlTypology *typology = tl_typology_lookup (id, NULL);
  const char *version = population->version != NULL ? population->version
                        : typology != NULL          ? tl_typology_get_version (typology)
                                                    : "";
  g_autofree char *filter = tl_population_dup_description (population);
  g_autofree char *base_text = tl_count_format (base);

  /* Translators: sentences; id and version of a typology; a filter; a count; a sentence; a warning or nothing */
  return g_strdup_printf (_("%s Typology: %s, version %s. Filter: %s. Base: %s reviews coded in it; each counts once. %s%s"),
                          what, id, version, filter, base_text, describe_coder (population->coder),
                          terms->internal ? _(" Internal: nothing is withheld; not for publication.") : "");
}
