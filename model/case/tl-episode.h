/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

GPtrArray *tl_episode_list_all       (TlReview   *review);
GPtrArray *tl_episode_find_factors   (TlReview   *review,
                                      TlRecord   *episode);
GPtrArray *tl_episode_find_roles     (TlReview   *review,
                                      TlRecord   *episode);
TlRecord  *tl_episode_find_rationale (TlReview   *review,
                                      TlRecord   *episode,
                                      const char *role_id);
gboolean   tl_episode_is_told        (TlRecord   *rationale);

G_END_DECLS
