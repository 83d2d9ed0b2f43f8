/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

GPtrArray *tl_pattern_find_factors  (TlReview *review,
                                     TlRecord *pattern);
GPtrArray *tl_pattern_find_episodes (TlReview *review,
                                     TlRecord *pattern);
GPtrArray *tl_pattern_find_loose    (TlReview *review);

G_END_DECLS
