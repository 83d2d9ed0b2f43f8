/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_YIELDING (tl_yielding_get_type ())
G_DECLARE_FINAL_TYPE (TlYielding, tl_yielding, TL, YIELDING, GtkWidget)

GtkWidget *tl_yielding_new (GtkWidget *child);

G_END_DECLS
