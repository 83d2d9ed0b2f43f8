/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlReleasable:
 * @record: (transfer none): a record
 * @field: index of a field of it that has a text
 *
 * A text that leaves where a person has released it.
 */
typedef struct {
  TlRecord *record;
  guint     field;
} TlReleasable;

gboolean tl_field_is_releasable      (const TlField *field,
                                      TlTier         tier);
GArray  *tl_review_list_releasable   (TlReview      *review,
                                      TlTier         tier);
char    *tl_review_dup_release_words (TlReview      *review,
                                      TlRecord      *record,
                                      guint          field);

G_END_DECLS
