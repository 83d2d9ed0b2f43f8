/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_search_entry_new    (const char *placeholder);
gboolean   tl_search_entry_settle (GtkWidget  *entry);

G_END_DECLS
