/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_WITHDRAW_DIALOG (tl_withdraw_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TlWithdrawDialog, tl_withdraw_dialog, TL, WITHDRAW_DIALOG, AdwWindow)

GtkWidget *tl_withdraw_dialog_new (GtkWindow  *parent,
                                   const char *review);

G_END_DECLS
