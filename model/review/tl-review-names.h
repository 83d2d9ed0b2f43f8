/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"
#include "model/words/tl-names.h"

G_BEGIN_DECLS

TlNames *tl_review_collect_names (TlReview *self);

G_END_DECLS
