/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-answer.h"

G_BEGIN_DECLS

/**
 * TlGapsQuery:
 * @population: which reviews
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: withhold nothing, and say what stands behind each count: for the office's own eyes
 *
 * What is asked.
 */
typedef struct {
  TlPopulation population;
  guint        threshold;
  gboolean     internal;
} TlGapsQuery;

TlAnswer *tl_library_gaps (TlLibrary          *library,
                           const TlGapsQuery  *query,
                           GCancellable       *cancellable,
                           GError            **error);

G_END_DECLS
