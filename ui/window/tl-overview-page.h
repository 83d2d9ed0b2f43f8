/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/checks/tl-check-list.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_OVERVIEW_PAGE (tl_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (TlOverviewPage, tl_overview_page, TL, OVERVIEW_PAGE, AdwBin)

GtkWidget *tl_overview_page_new   (TlSelection    *selection,
                                    TlCheckList    *checks);

G_END_DECLS
