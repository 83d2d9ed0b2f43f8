/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/questions/tl-facet.h"

G_BEGIN_DECLS

/**
 * TlChoices:
 * @n_records: how many records count
 * @keys: (element-type utf8): by #TlFacet the keys of its parts, in the order in which people expect them; empty for
 *   %TL_FACET_NONE
 *
 * By what a library can be narrowed: every year, region, … that occurs in it.
 */
typedef struct {
  guint      n_records;
  GPtrArray *keys[TL_N_FACETS];
} TlChoices;

TlChoices  *tl_library_choices  (TlLibrary  *library,
                                 GError    **error);
void        tl_choices_free     (TlChoices  *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChoices, tl_choices_free)

G_END_DECLS
