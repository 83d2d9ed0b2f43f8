/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-returned-copy.h"
#include "model/review/tl-edit.h"

G_BEGIN_DECLS

typedef enum {
  TL_ANSWER_ADDED,
  TL_ANSWER_CHANGED,
  TL_ANSWER_REMOVED,
} TlAnswerChange;

/**
 * TlAnswerPart:
 * @field: a field that the board changed
 * @here: (nullable): what it says in the review, in words
 * @there: (nullable): what it says in the copy
 * @is_conflict: it was changed in the review as well
 */
typedef struct {
  const TlField *field;
  char          *here;
  char          *there;
  gboolean       is_conflict;
} TlAnswerPart;

/**
 * TlAnswer:
 * @change: what the board did
 * @id: of a response or an action
 * @kind: which of the two
 * @title: what it is about, in words
 * @parts: (element-type TlAnswerPart): of what was added what it says; of what was changed what changed; of what was
 *   removed what the review says otherwise
 * @note: (nullable): a sentence on what can't be taken of it
 * @is_conflict: it was changed or removed in the review as well
 * @can_take: what it depends on is in the review
 * @take: it is to be taken; at first, where there is no conflict
 *
 * What the board did with one response or action in its copy.
 */
typedef struct {
  TlAnswerChange  change;
  char           *id;
  const TlKind   *kind;
  char           *title;
  GPtrArray      *parts;
  char           *note;
  gboolean        is_conflict;
  gboolean        can_take;
  gboolean        take;
} TlAnswer;

/**
 * TlAnswers:
 *
 * What the board did in its copy of a review, held against the review.
 */
typedef struct _TlAnswers TlAnswers;

TlAnswers *tl_answers_new          (TlReview         *review,
                                    TlReturnedCopy   *copy);
TlAnswers *tl_answers_read         (TlReview         *review,
                                    const char       *copy_path,
                                    GError          **error);
void       tl_answers_free         (TlAnswers        *self);
guint      tl_answers_get_n        (const TlAnswers  *self);
TlAnswer  *tl_answers_get          (const TlAnswers  *self,
                                    guint             position);
char      *tl_answers_dup_summary  (const TlAnswers  *self);
gboolean   tl_answers_apply        (const TlAnswers  *self,
                                    TlEdit           *edit,
                                    GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAnswers, tl_answers_free)

G_END_DECLS
