/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts children side by side, and what has no room beneath. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_WRAP_LAYOUT (tl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlWrapLayout, tl_wrap_layout, TL, WRAP_LAYOUT, GtkLayoutManager)

GtkWidget *tl_wrap_box_new (int spacing);

G_END_DECLS
