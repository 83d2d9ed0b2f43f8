/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-answer.h"

G_BEGIN_DECLS

/* The most links that a shared sub-graph has. */
#define TL_RECURRING_MAX_LINKS 8

/**
 * TlRecurringQuery:
 * @population: which reviews
 * @min: sub-graphs in at least so many reviews; 0 for one in a hundred, and never so few that their counts would be
 *   withheld
 * @tested: whether to follow only links for which a counterfactual test speaks
 * @seed: what is left to chance is drawn with this
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: withhold nothing, and say what stands behind each count: for the office's own eyes
 *
 * What is asked.
 */
typedef struct {
  TlPopulation population;
  guint        min;
  gboolean     tested;
  guint32      seed;
  guint        threshold;
  gboolean     internal;
} TlRecurringQuery;

TlAnswer *tl_library_recurring (TlLibrary               *library,
                                const TlRecurringQuery  *query,
                                GCancellable            *cancellable,
                                GError                 **error);
gboolean  tl_library_count_recurring
                               (TlLibrary               *library,
                                const TlRecurringQuery  *query,
                                TlAnswer                *answer,
                                GCancellable            *cancellable,
                                GError                 **error);

G_END_DECLS
