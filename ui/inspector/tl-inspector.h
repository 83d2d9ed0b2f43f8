/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-tunnel.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_INSPECTOR (tl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TlInspector, tl_inspector, TL, INSPECTOR, AdwBin)

GtkWidget *tl_inspector_new           (void);
void       tl_inspector_set_selection (TlInspector *self,
                                       TlSelection *selection);
void       tl_inspector_set_tunnel    (TlInspector *self,
                                       TlTunnel    *tunnel);
TlRecord  *tl_inspector_get_record    (TlInspector *self);
void       tl_inspector_flush         (TlInspector *self);
void       tl_inspector_focus         (TlInspector *self);
GtkWidget *tl_inspector_find_row      (TlInspector *self,
                                       const char  *field);

G_END_DECLS
