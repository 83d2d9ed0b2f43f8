/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_NEW_REVIEW_DIALOG (tl_new_review_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlNewReviewDialog, tl_new_review_dialog, TL, NEW_REVIEW_DIALOG, AdwWindow)

GtkWidget *tl_new_review_dialog_new     (GtkWindow         *parent);
gboolean   tl_new_review_dialog_create  (TlNewReviewDialog *self,
                                         GFile             *file,
                                         GError           **error);

G_END_DECLS
