/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date.h"
#include "model/case/tl-knowledge.h"

G_BEGIN_DECLS

/**
 * TlTunnelState:
 * @TL_TUNNEL_OUTSIDE: no matter of knowledge, or nobody's eyes are looked through
 * @TL_TUNNEL_KNOWN: surely known at the chosen date: the latest that it may have come to be known is on or before it
 * @TL_TUNNEL_COULD_BE_KNOWN: the chosen date is between the earliest and the latest, or nothing is recorded
 * @TL_TUNNEL_NOT_YET: the earliest is after the chosen date
 *
 * What one person could see at one time. As time goes on a record only moves up from "not yet" to "known".
 */
typedef enum {
  TL_TUNNEL_OUTSIDE,
  TL_TUNNEL_KNOWN,
  TL_TUNNEL_COULD_BE_KNOWN,
  TL_TUNNEL_NOT_YET,
  TL_TUNNEL_N_STATES,
} TlTunnelState;

#define TL_TYPE_TUNNEL (tl_tunnel_get_type ())
G_DECLARE_FINAL_TYPE (TlTunnel, tl_tunnel, TL, TUNNEL, GObject)

TlTunnel      *tl_tunnel_new          (TlReview      *review);
TlReview      *tl_tunnel_get_review   (TlTunnel      *self);

void           tl_tunnel_set_view     (TlTunnel      *self,
                                       const char    *role,
                                       const TlDate  *date);
gboolean       tl_tunnel_is_open      (TlTunnel      *self);
const char    *tl_tunnel_get_role     (TlTunnel      *self);
const TlDate  *tl_tunnel_get_date     (TlTunnel      *self);

TlTunnelState  tl_tunnel_get_state    (TlTunnel      *self,
                                       const char    *id);
const TlKnown *tl_tunnel_get_known    (TlTunnel      *self,
                                       const char    *id);
void           tl_tunnel_count        (TlTunnel      *self,
                                       const char    *kind,
                                       guint         *counts);
GPtrArray     *tl_tunnel_get_occupied (TlTunnel      *self);

guint          tl_tunnel_get_n_steps  (TlTunnel      *self);
void           tl_tunnel_get_step     (TlTunnel      *self,
                                       guint          position,
                                       TlDate        *date);
int            tl_tunnel_find_step    (TlTunnel      *self);

G_END_DECLS
