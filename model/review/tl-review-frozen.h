/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

TlReview *tl_review_new_frozen (TlTier     tier,
                                GPtrArray *records);

G_END_DECLS
