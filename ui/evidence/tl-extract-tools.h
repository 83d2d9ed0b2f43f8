/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *tl_extract_tools_new         (void);
GMenuModel *tl_extract_tools_create_menu (void);

G_END_DECLS
