/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_TEXT_ROW (tl_text_row_get_type ())
G_DECLARE_FINAL_TYPE (TlTextRow, tl_text_row, TL, TEXT_ROW, TlFieldRow)

void tl_text_row_select (TlTextRow *self,
                         guint      start,
                         guint      end);

G_END_DECLS
