/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

TlReview *tl_review_new_frozen  (TlTier        tier);
void      tl_review_frozen_add  (TlReview     *self,
                                 const TlKind *kind,
                                 const char   *id,
                                 TlValue      *values);
void      tl_review_frozen_seal (TlReview     *self);
void      tl_review_frozen_empty (TlReview    *self);

G_END_DECLS
