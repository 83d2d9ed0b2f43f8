/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       tl_drop_down_set_name     (GtkDropDown *drop_down,
                                      const char  *name);
GtkWidget *tl_drop_down_with_label   (GtkDropDown *drop_down,
                                      const char  *label);
void       tl_widget_set_spoken_name (GtkWidget   *widget,
                                      const char  *name);

G_END_DECLS
