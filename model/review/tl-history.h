/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

typedef enum {
  TL_CHANGE_EDIT,
  TL_CHANGE_UNDO,
  TL_CHANGE_REDO,
} TlChangeKind;

#define TL_TYPE_CHANGE (tl_change_get_type ())
G_DECLARE_FINAL_TYPE (TlChange, tl_change, TL, CHANGE, GObject)

#define TL_TYPE_HISTORY (tl_history_get_type ())
G_DECLARE_FINAL_TYPE (TlHistory, tl_history, TL, HISTORY, GObject)

const char   *tl_change_get_id         (TlChange   *self);
const char   *tl_change_get_author     (TlChange   *self);
GDateTime    *tl_change_get_time       (TlChange   *self);
const char   *tl_change_get_label      (TlChange   *self);
TlChangeKind  tl_change_get_kind       (TlChange   *self);
gboolean      tl_change_get_undone     (TlChange   *self);

TlHistory    *tl_review_get_history    (TlReview   *review);
const char   *tl_history_get_undo_label (TlHistory *self);
const char   *tl_history_get_redo_label (TlHistory *self);

gboolean      tl_review_undo           (TlReview   *review,
                                        char      **label,
                                        char      **change,
                                        GError    **error);
gboolean      tl_review_redo           (TlReview   *review,
                                        char      **label,
                                        char      **change,
                                        GError    **error);

G_END_DECLS
