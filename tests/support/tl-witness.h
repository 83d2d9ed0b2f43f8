/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

TlTunnelState tl_witness_ask (TlReview   *review,
                              TlRecord   *record,
                              const char *role,
                              gint64      now);

G_END_DECLS
