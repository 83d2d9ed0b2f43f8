/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_SHORTCUTS_DIALOG (tl_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlShortcutsDialog, tl_shortcuts_dialog, TL, SHORTCUTS_DIALOG, AdwWindow)

GtkWidget *tl_shortcuts_dialog_new (GtkWindow *parent,
                                    TlReview  *review);

G_END_DECLS
