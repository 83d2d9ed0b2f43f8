/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-finding-ground.h"

G_BEGIN_DECLS

/**
 * TlFindingGap:
 * @place: where it could be filled: the name of a field of the finding, of the kind "board_question", or "evidence"
 * @sentence: what is open, for the person
 *
 * Something that a finding does not say yet. It is advice: a finding may well stay without it.
 */
typedef struct {
  const char *place;
  char       *sentence;
} TlFindingGap;

GPtrArray *tl_finding_gap_list_all        (TlReview              *review,
                                           TlRecord              *finding,
                                           const TlFindingGround *ground);
gboolean   tl_finding_gap_is_no_mechanism (TlRecord              *finding);

G_END_DECLS
