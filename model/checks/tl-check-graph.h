/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-graph.h"
#include "model/method/tl-method.h"

G_BEGIN_DECLS

#define TL_CHECK_NO_LEVEL (-1)

/**
 * TlCheckFactor:
 * @record: the factor
 * @role: what its kind is in the method
 * @level: position of its level from the top, or %TL_CHECK_NO_LEVEL
 * @n_causes: how many links that are not rejected lead to it from other factors
 */
typedef struct {
  TlRecord    *record;
  TlFactorRole role;
  int          level;
  guint        n_causes;
} TlCheckFactor;

/**
 * TlCheckGraph:
 * @links: the graph of the review, in which nothing walks along rejected links
 * @factors: what the method says of its factors, by position
 * @n_factors: how many
 *
 * What rules ask of the factors and links of a review, made once for a run.
 */
typedef struct {
  TlGraph       *links;
  TlCheckFactor *factors;
  guint          n_factors;
} TlCheckGraph;

TlCheckGraph *_tl_check_graph_new          (TlReview           *review,
                                            TlMethod           *method);
void          _tl_check_graph_free         (TlCheckGraph       *self);
gboolean      _tl_check_is_claim           (const TlGraphLink  *link);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCheckGraph, _tl_check_graph_free)

G_END_DECLS
