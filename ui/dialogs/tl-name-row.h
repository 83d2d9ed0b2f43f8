/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/dialogs/tl-name-item.h"

G_BEGIN_DECLS

#define TL_TYPE_NAME_ROW (tl_name_row_get_type ())
G_DECLARE_FINAL_TYPE (TlNameRow, tl_name_row, TL, NAME_ROW, AdwBin)

GtkWidget  *tl_name_row_new      (void);
TlNameItem *tl_name_row_get_item (TlNameRow  *self);
void        tl_name_row_set_item (TlNameRow  *self,
                                  TlNameItem *item);

G_END_DECLS
