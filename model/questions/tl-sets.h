/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/questions/tl-bits.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlSetKind:
 * @TL_SET_RECORD: all records that count, under the key ""; superseded ones do not
 * @TL_SET_YEAR: by calendar year, as digits; "" where it is not stated, as in the next three
 * @TL_SET_REGION: by region
 * @TL_SET_METHOD: by the method's id
 * @TL_SET_TYPE: by type of review
 * @TL_SET_AGENCY: by type of agency: those with any such agency
 * @TL_SET_AGE: by age band: those with any such child, as in the next
 * @TL_SET_OUTCOME: by outcome
 * @TL_SET_TYPOLOGY: by typology and version, "ID@VERSION": those coded in it
 * @TL_SET_CODED: by typology: those with any code of it, tagged or looked for
 * @TL_SET_LEVEL: by level: those with a factor at it
 * @TL_SET_TAGGED: by code, and by code and level: those in which anyone tagged it
 * @TL_SET_TAGGED_LEAD: the same by a lead reviewer, or somebody not named
 * @TL_SET_TAGGED_AGREED: the same where the coders agree
 * @TL_SET_CONSIDERED: by code: those in which it was looked for and not found, by anyone
 * @TL_SET_CONSIDERED_LEAD: the same by a lead reviewer, or somebody not named
 *
 * By what there are sets.
 */
typedef enum {
  TL_SET_RECORD,
  TL_SET_YEAR,
  TL_SET_REGION,
  TL_SET_METHOD,
  TL_SET_TYPE,
  TL_SET_AGENCY,
  TL_SET_AGE,
  TL_SET_OUTCOME,
  TL_SET_TYPOLOGY,
  TL_SET_CODED,
  TL_SET_LEVEL,
  TL_SET_TAGGED,
  TL_SET_TAGGED_LEAD,
  TL_SET_TAGGED_AGREED,
  TL_SET_CONSIDERED,
  TL_SET_CONSIDERED_LEAD,
  TL_SET_N_KINDS
} TlSetKind;

/**
 * TlSets:
 *
 * Sets of a library's records by what is asked of them, made from its tables. One a library, for the library's thread.
 */
typedef struct _TlSets TlSets;

TlSets       *tl_sets_get            (TlLibrary           *library);

gboolean      tl_sets_begin          (TlSets              *self,
                                      GError             **error);
void          tl_sets_end            (TlSets              *self);

const TlBits *tl_sets_find           (TlSets              *self,
                                      TlSetKind            kind,
                                      const char          *key,
                                      const char          *level,
                                      GError             **error);
GPtrArray    *tl_sets_dup_keys       (TlSets              *self,
                                      TlSetKind            kind,
                                      GError             **error);
TlBits       *tl_sets_dup_population (TlSets              *self,
                                      const TlPopulation  *population,
                                      GError             **error);

gboolean      tl_sets_settle         (TlSets              *self,
                                      GError             **error);
gboolean      tl_sets_rebuild        (TlSets              *self,
                                      GError             **error);

G_END_DECLS
