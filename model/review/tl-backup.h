/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/* How many days of copies are kept of a review. */
#define TL_BACKUPS_KEPT 10

char     *tl_review_dup_backup_folder (TlReview  *self);
gboolean  tl_review_back_up           (TlReview  *self,
                                       GError   **error);
gboolean  tl_review_remove_backups    (TlReview  *self,
                                       GError   **error);

G_END_DECLS
