/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_NARRATIVE_BOARD (tl_narrative_board_get_type ())
G_DECLARE_FINAL_TYPE (TlNarrativeBoard, tl_narrative_board, TL, NARRATIVE_BOARD, GtkWidget)

GtkWidget *tl_narrative_board_new        (GtkAccessibleRole  role,
                                          const char        *style_class);
void       tl_narrative_board_add        (TlNarrativeBoard  *self,
                                          GtkWidget         *child,
                                          GtkWidget         *after);
void       tl_narrative_board_place      (TlNarrativeBoard  *self,
                                          GtkWidget         *child,
                                          double             x,
                                          double             y,
                                          double             width,
                                          double             height);
void       tl_narrative_board_hide       (TlNarrativeBoard  *self,
                                          GtkWidget         *child);
void       tl_narrative_board_set_offset (TlNarrativeBoard  *self,
                                          double             x,
                                          double             y);

G_END_DECLS
