/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

const char *tl_tunnel_words_state    (TlTunnelState  state);
const char *tl_tunnel_words_mark     (TlTunnelState  state);
char       *tl_tunnel_words_view     (TlTunnel      *tunnel);
char       *tl_tunnel_words_counts   (TlTunnel      *tunnel,
                                      const char    *kind);
char       *tl_tunnel_words_reason   (TlTunnel      *tunnel,
                                      const char    *id);
char       *tl_tunnel_words_occupied (TlTunnel      *tunnel);

G_END_DECLS
