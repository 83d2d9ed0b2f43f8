/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/method/tl-method.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

#define TL_CHECK_NO_LEVEL (-1)

/**
 * TlCheckFactor:
 * @record: the factor
 * @role: what its kind is in the method
 * @level: position of its level from the top, or %TL_CHECK_NO_LEVEL
 * @first_cause: where the links that lead to it begin in the graph's @causes
 * @n_causes: how many they are
 * @first_effect: where the links that lead away from it begin in the graph's @effects
 * @n_effects: how many they are
 */
typedef struct {
  TlRecord    *record;
  TlFactorRole role;
  int          level;
  guint        first_cause;
  guint        n_causes;
  guint        first_effect;
  guint        n_effects;
} TlCheckFactor;

/**
 * TlCheckLink:
 * @record: the link
 * @cause: position of a factor
 * @effect: position of a factor
 * @claimed: whether somebody holds it: it is not rejected
 */
typedef struct {
  TlRecord *record;
  guint     cause;
  guint     effect;
  gboolean  claimed;
} TlCheckLink;

/**
 * TlCheckGraph:
 * @factors: in order of id
 * @n_factors: how many
 * @links: those with both ends, in order of id
 * @n_links: how many
 * @causes: positions of claimed links between two factors, grouped by effect
 * @effects: the same grouped by cause
 * @supports: (element-type utf8 GPtrArray): id of a claim → its support records
 *
 * The factors and links of a review as arrays, made once for a run. Records are borrowed from the review.
 */
typedef struct {
  TlCheckFactor *factors;
  guint          n_factors;
  TlCheckLink   *links;
  guint          n_links;
  guint         *causes;
  guint         *effects;
  GHashTable    *supports;
} TlCheckGraph;

TlCheckGraph *_tl_check_graph_new         (TlReview           *review,
                                           TlMethod           *method);
void          _tl_check_graph_free        (TlCheckGraph       *self);
gboolean     *_tl_check_graph_reach       (const TlCheckGraph *self,
                                           const gboolean     *targets);
GPtrArray    *_tl_check_graph_find_loops  (const TlCheckGraph *self);
GArray       *_tl_check_graph_shortest_loop (const TlCheckGraph *self,
                                           const GArray       *members);
GPtrArray    *_tl_check_graph_get_supports (const TlCheckGraph *self,
                                           TlRecord           *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCheckGraph, _tl_check_graph_free)

G_END_DECLS
