/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_LIST (tl_source_list_get_type ())
G_DECLARE_FINAL_TYPE (TlSourceList, tl_source_list, TL, SOURCE_LIST, AdwBin)

GtkWidget *tl_source_list_new        (TlReview     *review);
TlRecord  *tl_source_list_get_source (TlSourceList *self);
void       tl_source_list_show       (TlSourceList *self,
                                      TlRecord     *source);
void       tl_source_list_refresh    (TlSourceList *self);
void       tl_source_list_set_tunnel (TlSourceList *self,
                                      TlTunnel     *tunnel);

G_END_DECLS
