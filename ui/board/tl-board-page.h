/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_BOARD_PAGE (tl_board_page_get_type ())
G_DECLARE_FINAL_TYPE (TlBoardPage, tl_board_page, TL, BOARD_PAGE, AdwBin)

GtkWidget *tl_board_page_new   (TlSelection *selection);
void       tl_board_page_print (TlBoardPage *self);

G_END_DECLS
