/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/review/tl-history.h"

G_BEGIN_DECLS

#define TL_TYPE_HISTORY_PAGE (tl_history_page_get_type ())
G_DECLARE_FINAL_TYPE (TlHistoryPage, tl_history_page, TL, HISTORY_PAGE, AdwBin)

GtkWidget *tl_history_page_new (TlReview *review);

G_END_DECLS
