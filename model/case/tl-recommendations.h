/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlRecommendationPart:
 *
 * What is followed of a recommendation, in the order of the table.
 */
typedef enum {
  TL_RECOMMENDATION_NUMBER,
  TL_RECOMMENDATION_TEXT,
  TL_RECOMMENDATION_FIRST_DECISION,
  TL_RECOMMENDATION_DECISION,
  TL_RECOMMENDATION_FIRST_TIMESCALE,
  TL_RECOMMENDATION_TIMESCALE,
  TL_RECOMMENDATION_OWNER,
} TlRecommendationPart;

#define TL_N_RECOMMENDATION_PARTS (TL_RECOMMENDATION_OWNER + 1)

GPtrArray  *tl_recommendations_list          (TlReview             *review);
const char *tl_recommendations_get_label     (TlRecommendationPart  part);
char       *tl_recommendations_dup_part      (TlReview             *review,
                                              TlRecord             *recommendation,
                                              TlRecommendationPart  part);
int         tl_recommendations_compare       (TlReview             *review,
                                              TlRecord             *one,
                                              TlRecord             *other,
                                              TlRecommendationPart  part);
gboolean    tl_recommendations_get_due       (TlRecord             *recommendation,
                                              gboolean              revised,
                                              TlDate               *due);
char       *tl_recommendations_dup_move      (TlRecord             *recommendation);

G_END_DECLS
