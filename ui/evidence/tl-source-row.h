/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

#define TL_TYPE_SOURCE_ROW (tl_source_row_get_type ())
G_DECLARE_FINAL_TYPE (TlSourceRow, tl_source_row, TL, SOURCE_ROW, GtkBox)

GtkWidget *tl_source_row_new        (TlReview    *review);
void       tl_source_row_set_source (TlSourceRow *self,
                                     TlRecord    *source);
void       tl_source_row_set_tunnel (TlSourceRow *self,
                                     TlTunnel    *tunnel);
void       tl_source_row_refresh    (TlSourceRow *self);

char      *tl_source_row_dup_facts  (TlReview    *review,
                                     TlRecord    *source);

G_END_DECLS
