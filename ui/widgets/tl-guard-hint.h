/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

void tl_guard_hint_attach_to_entry (GtkEntry    *entry,
                                    TlReview    *review);
void tl_guard_hint_attach_to_view  (GtkTextView *view);
void tl_guard_hint_set_review      (GtkWidget   *widget,
                                    TlReview    *review);

G_END_DECLS
