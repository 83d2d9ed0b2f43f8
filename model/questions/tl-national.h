/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-answer.h"

G_BEGIN_DECLS

/**
 * TlNationalQuery:
 * @population: which reviews
 * @tested: whether to follow only links for which a counterfactual test speaks
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: withhold nothing, and say what stands behind each count: for the office's own eyes
 *
 * What is asked.
 */
typedef struct {
  TlPopulation population;
  gboolean     tested;
  guint        threshold;
  gboolean     internal;
} TlNationalQuery;

TlAnswer *tl_library_national (TlLibrary              *library,
                               const TlNationalQuery  *query,
                               GCancellable           *cancellable,
                               GError                **error);

G_END_DECLS
