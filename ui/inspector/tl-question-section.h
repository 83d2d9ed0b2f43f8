/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_QUESTION_SECTION (tl_question_section_get_type ())
G_DECLARE_FINAL_TYPE (TlQuestionSection, tl_question_section, TL, QUESTION_SECTION, AdwPreferencesGroup)

gboolean   tl_question_section_applies (const TlKind *kind);
GtkWidget *tl_question_section_new     (TlReview     *review,
                                        TlRecord     *record);

G_END_DECLS
