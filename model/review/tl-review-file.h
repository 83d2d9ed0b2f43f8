/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

gboolean tl_review_create_titled (const char           *path,
                                  TlReviewCreateFlags   flags,
                                  const char           *title,
                                  const char           *method,
                                  const char           *profile,
                                  GError              **error);
gboolean tl_review_forget        (TlReview             *self,
                                  GError              **error);
gboolean tl_review_salvage       (const char           *path,
                                  const char           *copy,
                                  guint                *n_saved,
                                  guint                *n_lost,
                                  GError              **error);

G_END_DECLS
