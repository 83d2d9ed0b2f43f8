/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/board/tl-board-reading.h"

G_BEGIN_DECLS

#define TL_TYPE_BOARD_ANSWER (tl_board_answer_get_type ())
G_DECLARE_FINAL_TYPE (TlBoardAnswer, tl_board_answer, TL, BOARD_ANSWER, GtkBox)

GtkWidget *tl_board_answer_new  (TlReview       *review,
                                 TlRecord       *asked);
void       tl_board_answer_read (TlBoardAnswer  *self,
                                 TlBoardReading *reading);

G_END_DECLS
