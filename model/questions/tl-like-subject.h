/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/questions/tl-like.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlLikeFinding:
 * @id: its id
 * @pseudonym: (nullable): by which a library knows it; %NULL if its review was never passed on
 * @number: its number in its review, or 0
 * @text: (nullable): what it says, where that may be read
 * @codes: the codes of the finding and of the factors that it rests on, ended by %NULL
 */
typedef struct {
  char  *id;
  char  *pseudonym;
  guint  number;
  char  *text;
  char **codes;
} TlLikeFinding;

/**
 * TlLikeSubject:
 * @review: (nullable): its pseudonym
 * @board: (nullable): the pseudonym of its board
 * @findings: (element-type TlLikeFinding): in order of their numbers
 *
 * The findings of a review, like which others may be looked for.
 */
typedef struct {
  char      *review;
  char      *board;
  GPtrArray *findings;
} TlLikeSubject;

TlLikeSubject *tl_like_subject_of_review (TlReview            *review);
TlLikeSubject *tl_like_subject_of_record (TlLibrary           *library,
                                          const char          *review,
                                          GError             **error);
TlLikeSubject *tl_like_subject_copy      (const TlLikeSubject *self,
                                          guint                finding);
gboolean       tl_like_subject_find      (const TlLikeSubject *self,
                                          const char          *name,
                                          guint               *finding,
                                          GError             **error);
void           tl_like_subject_free      (TlLikeSubject       *self);
void           tl_like_subject_ask       (const TlLikeSubject *self,
                                          guint                finding,
                                          TlLikeQuery         *query);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLikeSubject, tl_like_subject_free)

G_END_DECLS
