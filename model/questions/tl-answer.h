/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all answers that are lists of counts have in common; for this room only. */
#pragma once

#include "model/questions/tl-count.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlAnswerTerms:
 * @population: which reviews
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: whether nothing is withheld
 *
 * On what terms an answer is given.
 */
typedef struct {
  const TlPopulation *population;
  guint               threshold;
  gboolean            internal;
} TlAnswerTerms;

guint  tl_answer_get_least    (const TlAnswerTerms *terms);
char  *tl_answer_protect      (const TlAnswerTerms *terms,
                               gint64              *base,
                               gint64              *counts,
                               guint                n_counts);
char  *tl_answer_dup_caption  (const TlAnswerTerms *terms,
                               gint64               base,
                               const char          *what);

G_END_DECLS
