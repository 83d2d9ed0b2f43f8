/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_CHOICES_ROW (tl_choices_row_get_type ())
G_DECLARE_FINAL_TYPE (TlChoicesRow, tl_choices_row, TL, CHOICES_ROW, TlFieldRow)

G_END_DECLS
