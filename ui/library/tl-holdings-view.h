/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-holdings.h"
#include "ui/library/tl-question.h"

G_BEGIN_DECLS

#define TL_TYPE_HOLDINGS_VIEW (tl_holdings_view_get_type ())
G_DECLARE_FINAL_TYPE (TlHoldingsView, tl_holdings_view, TL, HOLDINGS_VIEW, AdwBin)

GtkWidget *tl_holdings_view_new          (TlQuestion       *question);
void       tl_holdings_view_set_holdings (TlHoldingsView   *self,
                                          TlHoldings       *holdings);

G_END_DECLS
