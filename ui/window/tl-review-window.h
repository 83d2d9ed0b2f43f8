/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_REVIEW_WINDOW (tl_review_window_get_type ())
G_DECLARE_FINAL_TYPE (TlReviewWindow, tl_review_window, TL, REVIEW_WINDOW, AdwApplicationWindow)

GtkWidget *tl_review_window_new        (GtkApplication *application,
                                        TlReview       *review);
TlReview  *tl_review_window_get_review (TlReviewWindow *self);
void       tl_review_window_show_page  (TlReviewWindow *self,
                                        const char     *name);
void       tl_review_window_reveal     (TlReviewWindow *self,
                                        const char     *id);

G_END_DECLS
