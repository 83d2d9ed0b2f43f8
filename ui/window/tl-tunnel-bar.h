/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

#define TL_TYPE_TUNNEL_BAR (tl_tunnel_bar_get_type ())
G_DECLARE_FINAL_TYPE (TlTunnelBar, tl_tunnel_bar, TL, TUNNEL_BAR, AdwBin)

void tl_tunnel_bar_set_tunnel (TlTunnelBar *self,
                               TlTunnel    *tunnel);
void tl_tunnel_bar_open       (TlTunnelBar *self);
void tl_tunnel_bar_step       (TlTunnelBar *self,
                               int          n);

G_END_DECLS
