/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-history.h"

G_BEGIN_DECLS

#define TL_TYPE_HISTORY_ROW (tl_history_row_get_type ())
G_DECLARE_FINAL_TYPE (TlHistoryRow, tl_history_row, TL, HISTORY_ROW, AdwBin)

GtkWidget *tl_history_row_new        (void);
void       tl_history_row_set_change (TlHistoryRow *self,
                                      TlChange     *change);

G_END_DECLS
