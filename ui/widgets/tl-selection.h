/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_SELECTION (tl_selection_get_type ())
G_DECLARE_FINAL_TYPE (TlSelection, tl_selection, TL, SELECTION, GObject)

TlSelection       *tl_selection_new         (TlReview          *review);

TlReview          *tl_selection_get_review  (TlSelection       *self);
TlRecord          *tl_selection_get_primary (TlSelection       *self);
const char        *tl_selection_get_primary_id (TlSelection    *self);
guint              tl_selection_get_n       (TlSelection       *self);
const char        *tl_selection_get_id      (TlSelection       *self,
                                             guint              position);
GStrv              tl_selection_dup_ids     (TlSelection       *self);
gboolean           tl_selection_contains    (TlSelection       *self,
                                             const char        *id);

void               tl_selection_set_one     (TlSelection       *self,
                                             const char        *id);
void               tl_selection_set_many    (TlSelection       *self,
                                             const char *const *ids);
void               tl_selection_add         (TlSelection       *self,
                                             const char        *id);
void               tl_selection_remove      (TlSelection       *self,
                                             const char        *id);
void               tl_selection_toggle      (TlSelection       *self,
                                             const char        *id);
void               tl_selection_clear       (TlSelection       *self);

G_END_DECLS
