/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

char *tl_recommendations_table_dup_csv (TlReview *review);

G_END_DECLS
