/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlReviewerDoubt:
 * @TL_REVIEWER_LAPSED: the accreditation ended before the review did
 * @TL_REVIEWER_METHOD: it is for other methods than the review's
 * @TL_REVIEWER_CONFLICT: the reviewer worked for the board or an agency, or reviewed for the board before
 */
typedef enum {
  TL_REVIEWER_LAPSED,
  TL_REVIEWER_METHOD,
  TL_REVIEWER_CONFLICT,
} TlReviewerDoubt;

/**
 * TlReviewerConcern:
 * @doubt: what it is about
 * @sentence: what is recorded, and what could be done
 *
 * Something that a reader may ask about a reviewer. It is said and stops nothing: who may review is not for a program.
 */
typedef struct {
  TlReviewerDoubt doubt;
  char           *sentence;
} TlReviewerConcern;

GPtrArray *tl_reviewer_list_concerns  (TlReview *review,
                                       TlRecord *reviewer);
gboolean   tl_reviewer_find_last_work (TlReview *review,
                                       TlDate   *date);
char      *tl_reviewer_dup_words      (TlReview *review,
                                       TlRecord *reviewer);

G_END_DECLS
