/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/canvas/tl-canvas-lens.h"

G_BEGIN_DECLS


/**
 * TlLensAnswers:
 * @review: whose factors are asked about
 * @checks: (nullable): its problems, for the lens of the checks
 * @code: (nullable): the code that is looked for
 * @answers: (element-type TlLensAnswer): what there is to answer
 * @by_id: (element-type utf8 guint): position of the answer of each factor; keys owned
 * @details: (element-type utf8 utf8): what more there is to say of some factors, in words; both owned
 *
 * The answers of one lens while they are worked out.
 */
typedef struct {
  TlReview    *review;
  TlCheckList *checks;
  const char  *code;
  GPtrArray   *answers;
  GHashTable  *by_id;
  GHashTable  *details;
} TlLensAnswers;

void tl_lens_answer_free    (TlLensAnswer  *self);
void tl_lens_answers_find   (TlLensAnswers *self,
                             TlLensKind     kind);

G_END_DECLS
