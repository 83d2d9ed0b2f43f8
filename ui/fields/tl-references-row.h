/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_REFERENCES_ROW (tl_references_row_get_type ())
G_DECLARE_FINAL_TYPE (TlReferencesRow, tl_references_row, TL, REFERENCES_ROW, TlFieldRow)

G_END_DECLS
