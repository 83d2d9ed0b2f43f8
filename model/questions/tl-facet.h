/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-sets.h"

G_BEGIN_DECLS

/**
 * TlFacet:
 * @TL_FACET_NONE: all reviews together
 * @TL_FACET_YEAR: the calendar year
 * @TL_FACET_REGION: the region
 * @TL_FACET_LEVEL: a level at which the review has factors; it may have them at several
 * @TL_FACET_METHOD: the method that the review was made by
 * @TL_FACET_AGENCY: a type of agency that took part; several may have
 * @TL_FACET_AGE: the age band of a child; there may be several
 * @TL_FACET_TYPE: the type of review
 *
 * What reviews may be divided by.
 */
typedef enum {
  TL_FACET_NONE,
  TL_FACET_YEAR,
  TL_FACET_REGION,
  TL_FACET_LEVEL,
  TL_FACET_METHOD,
  TL_FACET_AGENCY,
  TL_FACET_AGE,
  TL_FACET_TYPE,
} TlFacet;

#define TL_N_FACETS (TL_FACET_TYPE + 1)

gboolean     tl_facet_parse        (const char  *name,
                                    TlFacet     *facet);
const char  *tl_facet_get_name     (TlFacet      facet);
TlSetKind  tl_facet_get_kind     (TlFacet      facet);
gboolean     tl_facet_is_partition (TlFacet      facet);
char        *tl_facet_dup_title    (TlFacet      facet,
                                    const char  *key);
void         tl_facet_sort         (TlFacet      facet,
                                    GPtrArray   *keys);

G_END_DECLS
