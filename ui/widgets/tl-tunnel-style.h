/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

void  tl_tunnel_style_set  (GtkWidget     *widget,
                            TlTunnelState  state);
char *tl_tunnel_style_show (GtkWidget     *widget,
                            TlTunnel      *tunnel,
                            TlRecord      *record,
                            const char    *text);

G_END_DECLS
