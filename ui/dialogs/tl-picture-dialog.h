/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_PICTURE_DIALOG (tl_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPictureDialog, tl_picture_dialog, TL, PICTURE_DIALOG, AdwWindow)

GtkWidget *tl_picture_dialog_new  (GtkWindow         *parent,
                                   TlReview          *review,
                                   const char *const *selected);
void       tl_picture_dialog_save (TlPictureDialog   *self,
                                   GFile             *file);

G_END_DECLS
