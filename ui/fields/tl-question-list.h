/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_QUESTION_LIST (tl_question_list_get_type ())
G_DECLARE_FINAL_TYPE (TlQuestionList, tl_question_list, TL, QUESTION_LIST, AdwPreferencesGroup)

gboolean   tl_question_list_applies (const TlKind *kind);
GtkWidget *tl_question_list_new     (TlReview     *review,
                                        TlRecord     *record);

G_END_DECLS
