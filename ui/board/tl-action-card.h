/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/board/tl-board-reading.h"

G_BEGIN_DECLS

#define TL_TYPE_ACTION_CARD (tl_action_card_get_type ())
G_DECLARE_FINAL_TYPE (TlActionCard, tl_action_card, TL, ACTION_CARD, GtkBox)

GtkWidget *tl_action_card_new  (TlReview       *review,
                            TlRecord       *action);
void       tl_action_card_read (TlActionCard   *self,
                            TlBoardReading *reading);
void       tl_action_card_open (TlActionCard   *self);

G_END_DECLS
