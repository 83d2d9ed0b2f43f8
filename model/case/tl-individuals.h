/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlIndividuals:
 *
 * By what the people of a review are called in it, at one moment, to be found again in text.
 */
typedef struct _TlIndividuals TlIndividuals;

TlIndividuals *tl_individuals_new  (TlReview            *review);
void           tl_individuals_free (TlIndividuals       *self);
char          *tl_individuals_find (const TlIndividuals *self,
                                    const char          *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIndividuals, tl_individuals_free)

G_END_DECLS
