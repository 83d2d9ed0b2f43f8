/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-action-counts.h"

G_BEGIN_DECLS

#define TL_TYPE_COUNTS_VIEW (tl_counts_view_get_type ())
G_DECLARE_FINAL_TYPE (TlCountsView, tl_counts_view, TL, COUNTS_VIEW, AdwBin)

GtkWidget *tl_counts_view_new  (void);
void       tl_counts_view_show (TlCountsView         *self,
                                const TlActionCounts *counts);

G_END_DECLS
