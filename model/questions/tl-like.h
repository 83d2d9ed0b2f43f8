/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-answer.h"

G_BEGIN_DECLS

/**
 * TlLikeQuery:
 * @population: which reviews
 * @codes: (array zero-terminated=1): the codes of the finding and of the factors that it rests on
 * @text: (nullable): what it says
 * @review: (nullable): the pseudonym of its review, which is left out
 * @board: (nullable): the pseudonym of its board
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: withhold nothing, and show the findings: for the office's own eyes
 *
 * The finding that others are to be like.
 */
typedef struct {
  TlPopulation       population;
  const char *const *codes;
  const char        *text;
  const char        *review;
  const char        *board;
  guint              threshold;
  gboolean           internal;
} TlLikeQuery;

TlAnswer *tl_library_like (TlLibrary          *library,
                           const TlLikeQuery  *query,
                           GCancellable       *cancellable,
                           GError            **error);

G_END_DECLS
