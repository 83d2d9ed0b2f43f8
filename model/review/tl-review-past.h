/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlPastState:
 * @values: (nullable): what a record was, one a field of its kind; %NULL where it was not there
 */
typedef struct {
  const TlKind *kind;
  TlValue      *values;
} TlPastState;

/**
 * TlReviewPast:
 *
 * What the records of a review were before they became what they are: each state that its history can still tell.
 */
typedef struct _TlReviewPast TlReviewPast;

/**
 * TlReviewPastProgress:
 * @fraction: of the history, that has been gone through
 * @user_data: of the caller
 */
typedef void (*TlReviewPastProgress) (double   fraction,
                                      gpointer user_data);

TlReviewPast      *tl_review_read_past      (TlReview              *review,
                                             TlReviewPastProgress   progress,
                                             gpointer               user_data,
                                             GCancellable          *cancellable,
                                             GError               **error);
void               tl_review_past_free      (TlReviewPast          *self);
gboolean           tl_review_past_is_whole  (const TlReviewPast    *self);
guint              tl_review_past_get_n     (const TlReviewPast    *self,
                                             const char            *id);
const TlPastState *tl_review_past_get       (const TlReviewPast    *self,
                                             const char            *id,
                                             guint                  position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReviewPast, tl_review_past_free)

G_END_DECLS
