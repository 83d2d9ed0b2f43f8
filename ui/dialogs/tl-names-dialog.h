/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_NAMES_DIALOG (tl_names_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlNamesDialog, tl_names_dialog, TL, NAMES_DIALOG, AdwWindow)

GtkWidget *tl_names_dialog_new (GtkWindow *parent,
                                TlReview  *review);

G_END_DECLS
