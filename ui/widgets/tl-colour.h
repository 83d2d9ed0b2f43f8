/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tl_colour_of_text (GtkWidget     *widget,
                        GdkRGBA       *colour);
void tl_colour_look_up (GtkWidget     *widget,
                        const char    *name,
                        const GdkRGBA *otherwise,
                        GdkRGBA       *colour);

G_END_DECLS
