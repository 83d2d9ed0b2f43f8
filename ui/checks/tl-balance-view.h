/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/checks/tl-check-list.h"

G_BEGIN_DECLS

#define TL_TYPE_BALANCE_VIEW (tl_balance_view_get_type ())
G_DECLARE_FINAL_TYPE (TlBalanceView, tl_balance_view, TL, BALANCE_VIEW, AdwPreferencesGroup)

GtkWidget *tl_balance_view_new     (TlCheckList   *checks);
void       tl_balance_view_refresh (TlBalanceView *self);

G_END_DECLS
