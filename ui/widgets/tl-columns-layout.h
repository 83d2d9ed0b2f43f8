/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_COLUMNS_LAYOUT (tl_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (TlColumnsLayout, tl_columns_layout, TL, COLUMNS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *tl_columns_layout_new (int               spacing);
GtkWidget        *tl_columns_new        (GtkWidget *const *parts,
                                         guint             n_parts,
                                         int               width);

G_END_DECLS
