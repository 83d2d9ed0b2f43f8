/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

char *tl_wording_name   (TlReview   *review,
                         TlRecord   *record);
char *tl_wording_owner  (TlReview   *review,
                         TlRecord   *record);
char *tl_wording_within (const char *label);
char *tl_wording_time   (GDateTime  *time);

G_END_DECLS
