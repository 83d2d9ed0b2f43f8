/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlContradictionSort:
 * @TL_CONTRADICTION_SAID: a person says that two accounts contradict each other
 * @TL_CONTRADICTION_KNOWN_TOO_EARLY: an account is known from before the event
 * @TL_CONTRADICTION_TOLD_TOO_EARLY: the event was told of before it happened
 * @TL_CONTRADICTION_TELLER_KNEW_LATER: whoever told of the event says that they knew of it only later
 * @TL_CONTRADICTION_TOLD_KNEW_LATER: whoever was told of the event says that they knew of it only later
 *
 * What does not go together. All but the first follow from dates alone, and only where no reading of the dates would
 * make them fit.
 */
typedef enum {
  TL_CONTRADICTION_SAID,
  TL_CONTRADICTION_KNOWN_TOO_EARLY,
  TL_CONTRADICTION_TOLD_TOO_EARLY,
  TL_CONTRADICTION_TELLER_KNEW_LATER,
  TL_CONTRADICTION_TOLD_KNEW_LATER,
} TlContradictionSort;

/**
 * TlContradiction:
 * @sort: of which kind
 * @record: an account or a telling
 * @other: (nullable): the account, telling or event that it does not go together with
 * @words: a sentence about it
 */
typedef struct {
  TlContradictionSort sort;
  TlRecord           *record;
  TlRecord           *other;
  char               *words;
} TlContradiction;

GPtrArray *tl_contradictions_find (TlReview *review,
                                   TlRecord *event);

G_END_DECLS
