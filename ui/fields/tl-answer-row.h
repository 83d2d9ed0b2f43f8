/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/fields/tl-field-row.h"

G_BEGIN_DECLS

#define TL_TYPE_ANSWER_ROW (tl_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (TlAnswerRow, tl_answer_row, TL, ANSWER_ROW, TlFieldRow)

G_END_DECLS
