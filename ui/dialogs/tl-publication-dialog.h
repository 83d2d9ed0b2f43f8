/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_PUBLICATION_DIALOG (tl_publication_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlPublicationDialog, tl_publication_dialog, TL, PUBLICATION_DIALOG, AdwWindow)

GtkWidget *tl_publication_dialog_new (GtkWindow *parent,
                                      TlReview  *review);

G_END_DECLS
