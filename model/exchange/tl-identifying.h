/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlIdentifying:
 * @record: id of the record
 * @kind: its kind
 * @title: what the record is called
 * @field: the field
 * @start: first character of the passage in the value
 * @end: after the last
 * @passage: what stands there
 * @before: what stands before it, on one line
 * @after: what follows
 * @what: key of what was found, such as "age"
 * @label: that in words
 * @why: what can be found out by it
 * @instead: what could be said instead
 * @stands_in: (nullable): for the name of somebody known, what stands there when the text leaves
 * @stays: whether the text stays in the review for what is in it, whatever was released
 * @released: whether the text leaves because somebody released it, so that this can be withdrawn
 * @kept: (nullable): why somebody decided that the passage stays as it is
 * @decided: whether somebody has
 *
 * A passage of a text that is to leave, by which somebody could be found out.
 */
typedef struct {
  char          *record;
  const TlKind  *kind;
  char          *title;
  const TlField *field;
  guint          start;
  guint          end;
  char          *passage;
  char          *before;
  char          *after;
  char          *what;
  char          *label;
  char          *why;
  char          *instead;
  char          *stands_in;
  gboolean       stays;
  gboolean       released;
  char          *kept;
  gboolean       decided;
} TlIdentifying;

GPtrArray *tl_identifying_collect   (TlReview             *review,
                                     TlTier                tier,
                                     GCancellable         *cancellable,
                                     GError              **error);
guint      tl_identifying_count_open (GPtrArray           *found);
gboolean   tl_identifying_is_open   (const TlIdentifying  *self);
char      *tl_identifying_dup_sentence (const TlIdentifying *self);
void       tl_identifying_free      (TlIdentifying        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIdentifying, tl_identifying_free)

G_END_DECLS
