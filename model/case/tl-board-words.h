/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date.h"
#include "model/method/tl-method.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

char *tl_board_words_finding   (TlReview     *review,
                                TlRecord     *finding);
char *tl_board_words_nature    (TlRecord     *finding,
                                TlMethod     *method);
char *tl_board_words_asked     (TlReview     *review,
                                TlRecord     *asked);
char *tl_board_words_response  (TlRecord     *response);
char *tl_board_words_action    (TlRecord     *action,
                                TlMethod     *method,
                                const TlDate *today);
char *tl_board_words_due       (TlRecord     *action,
                                const TlDate *today);
char *tl_board_words_weakens   (TlReview     *review,
                                TlRecord     *action);
char *tl_board_words_follow_up (TlRecord     *action);

G_END_DECLS
