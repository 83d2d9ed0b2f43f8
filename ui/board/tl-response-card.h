/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/board/tl-board-reading.h"

G_BEGIN_DECLS

#define TL_TYPE_RESPONSE_CARD (tl_response_card_get_type ())
G_DECLARE_FINAL_TYPE (TlResponseCard, tl_response_card, TL, RESPONSE_CARD, GtkBox)

GtkWidget *tl_response_card_new  (TlReview       *review,
                            TlRecord       *response);
void       tl_response_card_read (TlResponseCard   *self,
                            TlBoardReading *reading);
void       tl_response_card_open (TlResponseCard   *self);

G_END_DECLS
