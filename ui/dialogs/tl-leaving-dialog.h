/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_LEAVING_DIALOG (tl_leaving_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlLeavingDialog, tl_leaving_dialog, TL, LEAVING_DIALOG, AdwWindow)

GtkWidget *tl_leaving_dialog_new (GtkWindow  *parent,
                                  TlReview   *review,
                                  TlTier      tier,
                                  const char *page);

G_END_DECLS
