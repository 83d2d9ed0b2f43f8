/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlAcronyms:
 *
 * What the acronyms of a review stand for, at one moment. Once filled it may be read in any thread.
 */
typedef struct _TlAcronyms TlAcronyms;

TlAcronyms *tl_acronyms_new            (void);
TlAcronyms *tl_acronyms_new_for_review (TlReview         *review);
void        tl_acronyms_free           (TlAcronyms       *self);
void        tl_acronyms_add            (TlAcronyms       *self,
                                        const char       *acronym,
                                        const char       *meaning);
char       *tl_acronyms_expand         (const TlAcronyms *self,
                                        const char       *text,
                                        GHashTable       *told);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAcronyms, tl_acronyms_free)

G_END_DECLS
