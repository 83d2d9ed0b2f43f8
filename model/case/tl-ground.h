/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/base/tl-date.h"
#include "model/case/tl-knowledge.h"

G_BEGIN_DECLS

/**
 * TlGround:
 * @n_for: extracts, accounts and local figures that speak for the claim
 * @n_against: extracts and figures against it
 * @n_voices: whose those for it are: each role, each source that is no conversation with a role, and each figure counts
 *   once
 * @n_later: how many of those for it nobody could know until after @then
 * @dated: whether there is a @then
 * @then: the time that the claim is about: from when its factor, or for a link its effect, was known; else the index
 *   event
 *
 * What a factor or link rests on.
 */
typedef struct {
  guint    n_for;
  guint    n_against;
  guint    n_voices;
  guint    n_later;
  gboolean dated;
  TlDate   then;
} TlGround;

const char *tl_ground_get_voice  (TlReview       *review,
                                  TlRecord       *record);
void     tl_ground_weigh         (TlReview       *review,
                                  TlKnowledge    *knowledge,
                                  TlRecord       *claim,
                                  TlGround       *ground);
gboolean tl_ground_is_only_later (const TlGround *ground);

G_END_DECLS
