/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-extract.h"
#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

#define TL_TYPE_EXTRACT_CARD (tl_extract_card_get_type ())
G_DECLARE_FINAL_TYPE (TlExtractCard, tl_extract_card, TL, EXTRACT_CARD, GtkListBoxRow)

GtkWidget *tl_extract_card_new         (TlReview             *review,
                                        TlRecord             *extract);
TlRecord  *tl_extract_card_get_extract (TlExtractCard        *self);
void       tl_extract_card_refresh     (TlExtractCard        *self,
                                        const TlExtractPlace *place,
                                        TlTunnelState         state);

G_END_DECLS
