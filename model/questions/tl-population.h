/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_POPULATION_DEFAULT_TYPOLOGY "national-1"

/**
 * TlCoder:
 * @TL_CODER_ANY: a code counts where any coder tagged it
 * @TL_CODER_LEAD: where a lead reviewer tagged it, or somebody whom the record does not name
 * @TL_CODER_AGREED: where the coders agreed on it
 *
 * Whose tags count.
 */
typedef enum {
  TL_CODER_ANY,
  TL_CODER_LEAD,
  TL_CODER_AGREED,
} TlCoder;

/**
 * TlPopulation:
 * @typology: (nullable): id of the typology, %TL_POPULATION_DEFAULT_TYPOLOGY if %NULL
 * @version: (nullable): its version, that of the typology at hand if %NULL
 * @year_from: the first calendar year, or 0
 * @year_to: the last calendar year, or 0
 * @region: (nullable): only this region
 * @level: (nullable): only reviews with a factor at this level, and only what is tagged there
 * @method: (nullable): only reviews made by this method
 * @agency: (nullable): only reviews with an agency of this type
 * @age: (nullable): only reviews of a child of this age band
 * @type: (nullable): only this type of review
 * @coder: whose tags count
 * @across: also reviews that are coded in another typology from which a crosswalk leads to this one
 *
 * What is asked about: which reviews, coded in what, by whom. A zeroed one is all reviews in the national typology.
 * The texts are borrowed.
 */
typedef struct {
  const char *typology;
  const char *version;
  guint       year_from;
  guint       year_to;
  const char *region;
  const char *level;
  const char *method;
  const char *agency;
  const char *age;
  const char *type;
  TlCoder     coder;
  gboolean    across;
} TlPopulation;

void      tl_population_copy            (const TlPopulation  *self,
                                         TlPopulation        *copy);
void      tl_population_clear           (TlPopulation        *copy);
gboolean  tl_population_equal           (const TlPopulation  *self,
                                         const TlPopulation  *other);

gboolean  tl_coder_parse                (const char          *name,
                                         TlCoder             *coder);
const char *tl_coder_get_name           (TlCoder              coder);
gboolean  tl_population_parse_years     (TlPopulation        *self,
                                         const char          *years);
char     *tl_population_dup_years       (const TlPopulation  *self);
char     *tl_population_dup_description (const TlPopulation  *self);

G_END_DECLS
