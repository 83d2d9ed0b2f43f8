/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_label_button_new (const char *label);
GtkWidget *tl_label_check_new (const char *label);
void       tl_label_split_name (GtkWidget  *split,
                                const char *menu);

G_END_DECLS
