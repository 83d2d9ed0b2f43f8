/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_context_menu_popup (GtkWidget  *owner,
                            GtkWidget **popover,
                            GMenuModel *menu,
                            int         x,
                            int         y);

G_END_DECLS
