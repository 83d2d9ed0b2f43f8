/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/questions/tl-answer.h"
#include "model/questions/tl-chains.h"
#include "model/questions/tl-merged.h"

G_BEGIN_DECLS

#define TL_TYPE_ANSWER_LINE (tl_answer_line_get_type ())
G_DECLARE_FINAL_TYPE (TlAnswerLine, tl_answer_line, TL, ANSWER_LINE, GObject)

GListModel *tl_answer_lines_new          (const TlAnswer *answer);
GListModel *tl_answer_lines_of_chains    (const TlChains *chains);
GListModel *tl_answer_lines_of_merged    (const TlMerged *merged);

const char *tl_answer_line_get_title     (TlAnswerLine   *self);
const char *tl_answer_line_get_detail    (TlAnswerLine   *self);
gint64      tl_answer_line_get_reviews   (TlAnswerLine   *self);
double      tl_answer_line_get_expected  (TlAnswerLine   *self);

G_END_DECLS
