/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlMirror:
 *
 * A view of a whole review that, as every view, learns of changes from signals alone.
 */
typedef struct _TlMirror TlMirror;

TlMirror *tl_mirror_new          (TlReview   *review);
void      tl_mirror_free         (TlMirror   *self);
void      tl_mirror_assert_true  (TlMirror   *self);

void      tl_assert_review_whole (TlReview   *review);
void      tl_assert_reviews_equal (TlReview  *a,
                                  TlReview   *b);
void      tl_assert_reviews_passed_on (TlReview *a,
                                  TlReview   *b);
void      tl_assert_review_is_file (TlReview *review);
char     *tl_review_describe     (TlReview   *review);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMirror, tl_mirror_free)

G_END_DECLS
