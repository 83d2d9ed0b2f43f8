/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

char *tl_graphml_dup (TlReview *review);
char *tl_dot_dup     (TlReview *review);

G_END_DECLS
