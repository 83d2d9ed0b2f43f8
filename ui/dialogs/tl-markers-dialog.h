/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_MARKERS_DIALOG (tl_markers_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlMarkersDialog, tl_markers_dialog, TL, MARKERS_DIALOG, AdwWindow)

GtkWidget *tl_markers_dialog_new (GtkWindow *parent,
                                  TlReview  *review);

G_END_DECLS
