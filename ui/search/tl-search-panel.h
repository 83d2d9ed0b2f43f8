/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_TYPE_SEARCH_PANEL (tl_search_panel_get_type ())
G_DECLARE_FINAL_TYPE (TlSearchPanel, tl_search_panel, TL, SEARCH_PANEL, AdwBin)

GtkWidget *tl_search_panel_new   (TlReview      *review);
void       tl_search_panel_begin (TlSearchPanel *self);

G_END_DECLS
