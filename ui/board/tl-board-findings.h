/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_BOARD_FINDINGS (tl_board_findings_get_type ())
G_DECLARE_FINAL_TYPE (TlBoardFindings, tl_board_findings, TL, BOARD_FINDINGS, AdwBin)

GtkWidget *tl_board_findings_new    (TlSelection     *selection);
TlRecord  *tl_board_findings_get    (TlBoardFindings *self);
void       tl_board_findings_reveal (TlBoardFindings *self,
                                     TlRecord        *record);

G_END_DECLS
