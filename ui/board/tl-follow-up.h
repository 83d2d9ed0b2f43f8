/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_FOLLOW_UP (tl_follow_up_get_type ())
G_DECLARE_FINAL_TYPE (TlFollowUp, tl_follow_up, TL, FOLLOW_UP, GtkPopover)

GtkWidget *tl_follow_up_new        (TlReview   *review,
                                    TlRecord   *action);
GtkWidget *tl_follow_up_button_new (TlReview   *review,
                                    TlRecord   *action);

G_END_DECLS
