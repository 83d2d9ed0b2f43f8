/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review-past.h"

G_BEGIN_DECLS

/**
 * TlReturnedCopy:
 *
 * A board's copy of a review that has come back, with what can still be told of its past.
 */
typedef struct _TlReturnedCopy TlReturnedCopy;

TlReturnedCopy     *tl_returned_copy_read        (const char            *path,
                                                  const char            *review_id,
                                                  TlReviewPastProgress   progress,
                                                  gpointer               user_data,
                                                  GCancellable          *cancellable,
                                                  GError               **error);
void                tl_returned_copy_free        (TlReturnedCopy        *self);
TlReview           *tl_returned_copy_get_review  (const TlReturnedCopy  *self);
const TlReviewPast *tl_returned_copy_get_past    (const TlReturnedCopy  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReturnedCopy, tl_returned_copy_free)

G_END_DECLS
