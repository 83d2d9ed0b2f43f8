/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

char *tl_records_words_dup (TlReview *review,
                            TlRecord *record);

G_END_DECLS
