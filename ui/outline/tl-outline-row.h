/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/outline/tl-outline-model.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_ROW (tl_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (TlOutlineRow, tl_outline_row, TL, OUTLINE_ROW, GtkWidget)

GtkWidget      *tl_outline_row_new        (TlOutlineModel *model);

void            tl_outline_row_set_row    (TlOutlineRow   *self,
                                           GtkTreeListRow *row);
GtkTreeListRow *tl_outline_row_get_row    (TlOutlineRow   *self);
TlOutlineItem  *tl_outline_row_get_item   (TlOutlineRow   *self);
void            tl_outline_row_refresh    (TlOutlineRow   *self);

void            tl_outline_row_edit       (TlOutlineRow   *self);
gboolean        tl_outline_row_is_editing (TlOutlineRow   *self);

G_END_DECLS
