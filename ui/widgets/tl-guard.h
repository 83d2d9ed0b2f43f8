/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_GUARD (tl_guard_get_type ())
G_DECLARE_FINAL_TYPE (TlGuard, tl_guard, TL, GUARD, GObject)

TlGuard *tl_guard_attach     (GtkTextView   *view,
                              TlReview      *review,
                              TlRecord      *record,
                              const TlField *field);

gboolean tl_guard_go_on      (TlGuard       *self,
                              gboolean       backwards);
char    *tl_guard_dup_marked (TlGuard       *self);

G_END_DECLS
