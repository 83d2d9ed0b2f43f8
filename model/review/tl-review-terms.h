/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"
#include "model/terms/tl-terms.h"

G_BEGIN_DECLS

TlTerms *tl_review_dup_terms    (TlReview    *review);
char    *tl_review_dup_phrase   (TlReview    *review,
                                 const char  *text);
char    *tl_review_dup_declared (TlReview    *review,
                                 const char  *label);

G_END_DECLS
