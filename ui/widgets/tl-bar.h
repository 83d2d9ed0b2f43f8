/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_BAR (tl_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlBar, tl_bar, TL, BAR, GtkWidget)

GtkWidget *tl_bar_new          (void);
void       tl_bar_set_count    (TlBar      *self,
                                gint64      count,
                                gint64      base,
                                double      full,
                                const char *text);
void       tl_bar_set_perhaps  (TlBar      *self,
                                gint64      more,
                                gint64      base,
                                double      full);
double     tl_bar_get_fraction (TlBar      *self);

G_END_DECLS
