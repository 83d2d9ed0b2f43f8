/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"
#include "model/words/tl-words.h"

G_BEGIN_DECLS

gboolean tl_people_may_differ (TlReview   *review,
                               GHashTable *ids);
void     tl_people_tell       (TlReview   *review,
                               TlWords    *words);

G_END_DECLS
