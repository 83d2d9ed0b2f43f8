/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TL_FINDING_MAX_PAGES:
 *
 * A finding that is longer is read by nobody who was not in the room: reviews have run to 820,000 characters and a
 * hundred pages and were asked for a second time, for the why (the complaint C8 of the reports that this answers).
 */
#define TL_FINDING_MAX_PAGES 2

/**
 * TL_FINDING_PAGE_CHARACTERS:
 *
 * Of an A4 page of running text set in 11 points: about 500 words, which in English take six characters each with the
 * space.
 */
#define TL_FINDING_PAGE_CHARACTERS 3000

#define TL_FINDING_MAX_CHARACTERS (TL_FINDING_MAX_PAGES * TL_FINDING_PAGE_CHARACTERS)

extern const char *const tl_finding_questions[];

guint  tl_finding_count_characters (TlReview *review,
                                    TlRecord *finding);
char  *tl_finding_dup_length       (guint     n_characters);

G_END_DECLS
