/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_BOARD_QUESTION_LIST (tl_board_question_list_get_type ())
G_DECLARE_FINAL_TYPE (TlBoardQuestionList, tl_board_question_list, TL, BOARD_QUESTION_LIST, AdwPreferencesGroup)

GtkWidget *tl_board_question_list_new (TlReview            *review,
                                       TlRecord            *finding);
gboolean   tl_board_question_list_ask (TlBoardQuestionList *self);

G_END_DECLS
