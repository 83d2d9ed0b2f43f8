/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_SWITCH_ROW (tl_switch_row_get_type ())
G_DECLARE_FINAL_TYPE (TlSwitchRow, tl_switch_row, TL, SWITCH_ROW, TlFieldRow)

G_END_DECLS
