/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/checks/tl-check-list.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_GRAPH_PAGE (tl_graph_page_get_type ())
G_DECLARE_FINAL_TYPE (TlGraphPage, tl_graph_page, TL, GRAPH_PAGE, AdwBin)

GtkWidget *tl_graph_page_new      (TlSelection *selection,
                                   TlCheckList *checks);
void       tl_graph_page_activate (TlGraphPage *self,
                                   const char  *action);

G_END_DECLS
