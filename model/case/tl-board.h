/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

GPtrArray *tl_board_list_findings   (TlReview   *review);
GPtrArray *tl_board_list_questions  (TlReview   *review,
                                     TlRecord   *finding);
GPtrArray *tl_board_list_responses  (TlReview   *review,
                                     TlRecord   *to);
GPtrArray *tl_board_list_actions    (TlReview   *review,
                                     TlRecord   *of);
GPtrArray *tl_board_list_factors    (TlReview   *review,
                                     TlRecord   *finding);
GPtrArray *tl_board_list_unweakened (TlReview   *review,
                                     TlRecord   *finding);
TlRecord  *tl_board_find_finding    (TlReview   *review,
                                     TlRecord   *record);

G_END_DECLS
