/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *tl_icon_button_new     (const char *icon,
                                   const char *label);
GtkWidget *tl_icon_button_new_for (const char *icon,
                                   const char *label,
                                   const char *action,
                                   const char *id);

G_END_DECLS
