/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_TERM (tl_term_get_type ())
G_DECLARE_FINAL_TYPE (TlTerm, tl_term, TL, TERM, GObject)

TlTerm     *tl_term_new             (const char    *key,
                                     const char    *label,
                                     const char    *description);

const char *tl_term_get_key         (TlTerm        *self);
const char *tl_term_get_label       (TlTerm        *self);
const char *tl_term_get_description (TlTerm        *self);

GListModel *tl_terms_for_field      (TlReview      *review,
                                     const TlField *field);
GListModel *tl_terms_for_vocabulary (TlReview      *review,
                                     TlVocabulary   vocabulary);
char       *tl_terms_dup_label      (TlReview      *review,
                                     const TlField *field,
                                     const char    *key);

G_END_DECLS
