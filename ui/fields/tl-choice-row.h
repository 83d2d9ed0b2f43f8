/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_CHOICE_ROW (tl_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (TlChoiceRow, tl_choice_row, TL, CHOICE_ROW, TlFieldRow)

G_END_DECLS
