/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_REFERENCE_ROW (tl_reference_row_get_type ())
G_DECLARE_FINAL_TYPE (TlReferenceRow, tl_reference_row, TL, REFERENCE_ROW, TlFieldRow)

G_END_DECLS
