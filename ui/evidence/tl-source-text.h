/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-tunnel.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_TEXT (tl_source_text_get_type ())
G_DECLARE_FINAL_TYPE (TlSourceText, tl_source_text, TL, SOURCE_TEXT, AdwBin)

GtkWidget *tl_source_text_new          (TlSelection  *selection);
void       tl_source_text_set_source   (TlSourceText *self,
                                        TlRecord     *source);
void       tl_source_text_set_tunnel   (TlSourceText *self,
                                        TlTunnel     *tunnel);
void       tl_source_text_show         (TlSourceText *self,
                                        guint         start,
                                        guint         end);
void       tl_source_text_show_extract (TlSourceText *self,
                                        TlRecord     *extract);
TlRecord  *tl_source_text_get_extract  (TlSourceText *self);
TlRecord  *tl_source_text_find_extract (TlSourceText *self,
                                        gboolean      back);
gboolean   tl_source_text_get_place    (TlSourceText *self,
                                        TlRecord     *extract,
                                        guint        *start,
                                        guint        *end);
gboolean   tl_source_text_get_selected (TlSourceText *self,
                                        guint        *start,
                                        guint        *end);
char      *tl_source_text_dup_anchor   (TlSourceText *self,
                                        guint         start);
GtkWidget *tl_source_text_find_card    (TlSourceText *self,
                                        TlRecord     *extract);
void       tl_source_text_find         (TlSourceText *self);
void       tl_source_text_find_next    (TlSourceText *self,
                                        gboolean      back);

G_END_DECLS
