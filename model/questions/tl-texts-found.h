/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-answer.h"

G_BEGIN_DECLS

/**
 * TlTextsQuery:
 * @population: which reviews
 * @words: words that must all occur in a review, "phrases", beginnings*, one OR another, -without
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: withhold nothing, and show the texts: for the office's own eyes
 *
 * What is looked for.
 */
typedef struct {
  TlPopulation population;
  const char  *words;
  guint        threshold;
  gboolean     internal;
} TlTextsQuery;

TlAnswer *tl_library_find_texts (TlLibrary           *library,
                                 const TlTextsQuery  *query,
                                 GCancellable        *cancellable,
                                 GError             **error);

G_END_DECLS
