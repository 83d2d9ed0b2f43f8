/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes with every answer, in sentences: what was counted, over what, and how. */
#include "config.h"

#include "model/questions/tl-caption.h"

#include <glib/gi18n-lib.h>

#include "model/questions/tl-count.h"
#include "model/typology/tl-typology.h"

static const char *
describe_coder (TlCoder coder)
{
  switch (coder)
    {
    case TL_CODER_LEAD:
      return _("A review counts once for a code, where a lead reviewer tagged it.");
    case TL_CODER_AGREED:
      return _("A review counts once for a code, where its coders agreed on it.");
    case TL_CODER_ANY:
    default:
      return _("A review counts once for a code, where any coder tagged it.");
    }
}

/**
 * tl_caption_new:
 * @typology: id of the typology
 * @version: its version
 * @population: what was asked about
 * @across: whether reviews coded in another typology are among those counted
 * @base: the base as it is shown
 *
 * Returns: (transfer full): the typology, the filter, the base, whose tags count, and what is uncertain
 */
char *
tl_caption_new (const char         *typology,
                const char         *version,
                const TlPopulation *population,
                gboolean            across,
                gint64              base)
{
  g_return_val_if_fail (typology != NULL && population != NULL, NULL);

  TlTypology *known = tl_typology_lookup (typology, NULL);
  g_autofree char *shown = tl_count_format (base);
  g_autofree char *filter = tl_population_dup_description (population);

  /* Translators: title, id and version of a typology; a filter; a count; how tags count; two sentences or nothing */
  return g_strdup_printf (
    _("%s (%s, version %s). Filter: %s. Base: %s reviews coded in this version of the typology%s. %s%s%s"),
    known != NULL ? tl_typology_get_title (known) : typology, typology, version, filter, shown,
    across ? _(", or in another from which a crosswalk leads to it") : "", describe_coder (population->coder),
    population->level != NULL ? _(" Of a review, what is tagged at this level counts; a link is at that of its cause.")
                              : "",
    across ? _(" “Uncertain” are reviews coded in another typology with something that was split: nobody knows how "
               "much of it belongs here. A “:” stands where none of the typologies counted has the code.") : "");
}

/**
 * tl_caption_get_internal:
 *
 * Returns: the warning that goes with what is not protected
 */
const char *
tl_caption_get_internal (void)
{
  return _(" Internal: nothing is withheld; not for publication.");
}
