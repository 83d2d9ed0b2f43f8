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
 * @says_level: whether a level stands there, known to the method or not
 * @in_episode: whether it belongs to an episode
 * @completeness: (nullable): the key of whether its causes suffice
 * @n_causes: how many links that are not rejected lead to it from other factors
 */
typedef struct {
  TlRecord    *record;
  TlFactorRole role;
  int          level;
  gboolean     says_level;
  gboolean     in_episode;
  const char  *completeness;
  guint        n_causes;
} TlCheckFactor;

/**
 * TlCheckLink:
 * @record: the link
 * @cause: position of a factor
 * @effect: position of a factor
 * @rejected: nobody holds it any longer
 * @is_claim: whether somebody holds that one factor contributes to another
 * @says_sign: whether it is said if more leads to more or to less
 * @kind: (nullable): key of the method
 * @state: (nullable): key of how far it is held
 * @test_answer: (nullable): key of what its test says
 */
typedef struct {
  TlRecord   *record;
  guint       cause;
  guint       effect;
  gboolean    rejected;
  gboolean    is_claim;
  gboolean    says_sign;
  const char *kind;
  const char *state;
  const char *test_answer;
} TlCheckLink;

/**
 * TlCheckGraph:
 * @shape: the graph of the review, in which nothing walks along rejected links
 * @factors: its factors, by position
 * @n_factors: how many
 * @links: its links, by position
 * @n_links: how many
 *
 * What rules ask of the factors and links of a review, read once for a run: a library runs all rules over thousands of
 * records. It borrows all of it from the review.
 */
typedef struct {
  TlGraph       *shape;
  TlCheckFactor *factors;
  guint          n_factors;
  TlCheckLink   *links;
  guint          n_links;
} TlCheckGraph;

TlCheckGraph *_tl_check_graph_new          (TlReview           *review,
                                            TlMethod           *method);
void          _tl_check_graph_free         (TlCheckGraph       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCheckGraph, _tl_check_graph_free)

G_END_DECLS
