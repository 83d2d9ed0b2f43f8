/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/board/tl-board-reading.h"

G_BEGIN_DECLS

typedef GtkWidget *(*TlCardNewFunc)  (TlReview       *review,
                                      TlRecord       *record);

void       tl_card_list_update (GtkWidget      *box,
                                TlReview       *review,
                                GPtrArray      *records,
                                TlCardNewFunc   make);
void       tl_card_list_keep_focus (GtkWidget  *going);
GtkWidget *tl_card_list_find   (GtkWidget      *box,
                                const char     *id);

G_END_DECLS
