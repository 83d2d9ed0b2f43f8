/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-tunnel.h"

G_BEGIN_DECLS

/**
 * TlThenItem:
 * @record: an event, an account or a factor
 * @state: whether it was known
 * @reason: the state and why, as tl_tunnel_words_reason() puts it
 */
typedef struct {
  TlRecord      *record;
  TlTunnelState  state;
  char          *reason;
} TlThenItem;

/**
 * TlThenRole:
 * @role: who was in the episode
 * @items: (element-type TlThenItem): what was not yet known before what could be known before what was; of each first
 *   what belongs to the episode, then what else had happened, the latest first
 * @counts: how many items are in each state
 */
typedef struct {
  TlRecord  *role;
  GPtrArray *items;
  guint      counts[TL_TUNNEL_N_STATES];
} TlThenRole;

/**
 * TlEpisodeThen:
 * @dated: whether anything says when the episode was
 * @date: when it was over
 * @roles: (element-type TlThenRole): who was in it; none while it has no date
 *
 * What those who were in an episode knew when it was over, could have known, and did not know.
 */
typedef struct {
  gboolean   dated;
  TlDate     date;
  GPtrArray *roles;
} TlEpisodeThen;

TlEpisodeThen *tl_episode_then_new   (TlReview            *review,
                                      TlRecord            *episode);
void           tl_episode_then_free  (TlEpisodeThen       *self);
gboolean       tl_episode_then_equal (const TlEpisodeThen *a,
                                      const TlEpisodeThen *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEpisodeThen, tl_episode_then_free)

G_END_DECLS
