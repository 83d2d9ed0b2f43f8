/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlFindingEvidence:
 * @record: (transfer none): an extract, an account or a local figure
 * @claim: (transfer none): the factor or link, or of a figure perhaps the finding, for or against which it speaks; of
 *   several the first
 * @against: whether it speaks against that
 */
typedef struct {
  TlRecord *record;
  TlRecord *claim;
  gboolean  against;
} TlFindingEvidence;

/**
 * TlFindingGround:
 * @patterns: (element-type TlRecord): the finding's patterns
 * @factors: (element-type TlRecord): its factors, those of its patterns and those on its paths, each once
 * @paths: (element-type TlRecord): its paths
 * @links: (element-type TlRecord): the links of its paths and those between its factors, but for rejected ones
 * @evidence: (element-type TlFindingEvidence): what speaks for those factors and links and for the finding itself, then
 *   what speaks against them, each once a side
 * @n_for: how many of @evidence speak for
 * @n_against: how many speak against
 * @n_voices: whose those for it are, counted as in #TlGround
 *
 * What a finding rests on, at one moment.
 */
typedef struct {
  GPtrArray *patterns;
  GPtrArray *factors;
  GPtrArray *paths;
  GPtrArray *links;
  GArray    *evidence;
  guint      n_for;
  guint      n_against;
  guint      n_voices;
} TlFindingGround;

TlFindingGround *tl_finding_ground_new  (TlReview        *review,
                                         TlRecord        *finding);
void             tl_finding_ground_free (TlFindingGround *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFindingGround, tl_finding_ground_free)

G_END_DECLS
