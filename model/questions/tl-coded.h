/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-sets.h"
#include "model/typology/tl-typology.h"

G_BEGIN_DECLS

/**
 * TlCoded:
 * @typology: the typology that is asked for; owned, as all
 * @codes: (array length=n_codes): its codes in order, each before what is below it
 * @depths: (array length=n_codes): 0 for the codes of the top tier, 1 for those below
 * @parents: (array length=n_codes): the position of the code above; -1 at the top
 * @n_codes: how many
 * @records: the population
 * @n_own: how many records of the population are coded in @typology itself
 *
 * A population with its codes: which of its records are coded with what.
 */
typedef struct {
  TlTypology *typology;
  TlCode    **codes;
  guint      *depths;
  int        *parents;
  guint       n_codes;
  TlBits     *records;
  guint       n_own;

  /*< private >*/
  struct _TlCodedSources *sources;
} TlCoded;

TlCoded  *tl_coded_new            (TlSets             *sets,
                                   const TlPopulation  *population,
                                   GError             **error);
void      tl_coded_free           (TlCoded             *self);

gboolean  tl_coded_is_above       (const TlCoded       *self,
                                   guint                code,
                                   guint                other);
TlBits   *tl_coded_dup_base       (const TlCoded       *self,
                                   guint                code);
TlBits   *tl_coded_dup_tagged     (const TlCoded       *self,
                                   guint                code,
                                   const char          *level,
                                   TlBits             **uncertain,
                                   GError             **error);
GPtrArray *tl_coded_dup_names     (const TlCoded       *self,
                                   guint                code);
TlBits   *tl_coded_dup_looked_for (const TlCoded       *self,
                                   guint                code,
                                   GError             **error);
TlBits   *tl_coded_dup_unplaced   (const TlCoded       *self,
                                   GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCoded, tl_coded_free)

G_END_DECLS
