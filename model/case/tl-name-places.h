/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/* So many at once can be looked at by nobody; what is left is found by asking again. */
#define TL_NAME_PLACES_MAX 10000

/**
 * TlNamePlace:
 * @record: id of the record
 * @field: its field
 * @start: first character of the name in the value
 * @end: after the last
 * @passage: what stands there
 * @before: what stands before it, as far as is needed to understand it, on one line
 * @after: what follows
 * @labels: (element-type utf8): who it may be, by the labels of their roles; more than one when names are shared
 * @chosen: which of @labels is to stand there
 * @sure: whether it can hardly be anything but the name, of one alone
 * @accepted: whether it is to be replaced
 *
 * A real name in a review, and what may stand there instead.
 */
typedef struct {
  char         *record;
  const TlField *field;
  guint         start;
  guint         end;
  char         *passage;
  char         *before;
  char         *after;
  GPtrArray    *labels;
  guint         chosen;
  gboolean      sure;
  gboolean      accepted;
} TlNamePlace;

GPtrArray *tl_name_places_collect (TlReview      *review,
                                   guint         *n_nameless,
                                   GCancellable  *cancellable,
                                   GError       **error);
gboolean   tl_name_places_replace (TlReview      *review,
                                   GPtrArray     *places,
                                   GError       **error);
void       tl_name_place_free     (TlNamePlace   *self);

G_END_DECLS
