/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_QUESTION_ROW (tl_question_row_get_type ())
G_DECLARE_FINAL_TYPE (TlQuestionRow, tl_question_row, TL, QUESTION_ROW, AdwExpanderRow)

GtkWidget *tl_question_row_new (TlReview *review,
                                TlRecord *question,
                                gboolean  with_about);

G_END_DECLS
