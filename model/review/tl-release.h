/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

TlTier    tl_review_get_release  (TlReview *review,
                                  TlRecord *record,
                                  guint     field);
TlRecord *tl_review_find_release (TlReview *review,
                                  TlRecord *record,
                                  guint     field);

G_END_DECLS
