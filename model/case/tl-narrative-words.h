/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

char *tl_narrative_words_date    (TlRecord *record);
char *tl_narrative_words_who     (TlReview *review,
                                  TlRecord *event);
char *tl_narrative_words_telling (TlReview *review,
                                  TlRecord *telling);
char *tl_narrative_words_account (TlReview *review,
                                  TlRecord *account);
char *tl_narrative_words_story   (TlReview *review,
                                  TlRecord *event);

G_END_DECLS
