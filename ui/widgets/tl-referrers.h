/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlReferrersFilter:
 * @review: the review
 * @record: one that refers to what is shown
 *
 * Returns: whether @record belongs into the list
 */
typedef gboolean (*TlReferrersFilter) (TlReview *review,
                                       TlRecord *record);

#define TL_TYPE_REFERRERS (tl_referrers_get_type ())
G_DECLARE_FINAL_TYPE (TlReferrers, tl_referrers, TL, REFERRERS, GObject)

GListModel *tl_referrers_new (TlReview          *review,
                              TlRecord          *record,
                              const char        *kind,
                              const char        *field,
                              TlReferrersFilter  filter);

G_END_DECLS
