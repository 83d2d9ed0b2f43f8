/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_LOOK_BEHIND "answer.look-behind"

void tl_look_behind_from       (GtkWidget     *widget,
                                const char    *activated);
void tl_look_behind_from_table (GtkColumnView *table);

G_END_DECLS
