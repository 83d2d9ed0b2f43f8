/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-count.h"
#include "model/questions/tl-population.h"
#include "model/questions/tl-instance.h"

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

/**
 * TlAnswerRow:
 * @keys: what it is about: codes, or words; ended by %NULL
 * @labels: what those are called, likewise
 * @links: (nullable) (array length=n_links): cause and effect, by their places in @keys
 * @n_links: how many
 * @reviews: in how many reviews it is, or %TL_COUNT_WITHHELD
 * @expected: in how many chance would give it; negative if that is not asked
 * @instances: (element-type TlInstance): what stands behind it, in %TL_INSTANCES_MAX reviews at most; for the office
 *   only
 *
 * A line of an answer.
 */
typedef struct {
  char      **keys;
  char      **labels;
  guint8    (*links)[2];
  guint       n_links;
  gint64      reviews;
  double      expected;
  GPtrArray  *instances;
} TlAnswerRow;

/**
 * TlAnswer:
 * @caption: what was counted, over what, with every setting: goes wherever the numbers go
 * @what: the part of it that says what was counted
 * @note: (nullable): what is withheld; %NULL if nothing is
 * @base: reviews of the population, or %TL_COUNT_WITHHELD
 * @rows: (element-type TlAnswerRow): in the order that the question says
 *
 * An answer that is a list of counts.
 */
typedef struct {
  char      *caption;
  char      *what;
  char      *note;
  gint64     base;
  GPtrArray *rows;
} TlAnswer;

TlAnswer    *tl_answer_new       (void);
void         tl_answer_free      (TlAnswer            *answer);
TlAnswerRow *tl_answer_add       (TlAnswer            *answer,
                                  guint                n_keys,
                                  guint                reviews);
void         tl_answer_finish    (TlAnswer            *answer,
                                  const TlAnswerTerms *terms,
                                  guint                base,
                                  const char          *what);

char        *tl_answer_row_dup_shape (const TlAnswerRow *row);
char        *tl_answer_dup_text  (const TlAnswer      *answer);
char        *tl_answer_dup_csv   (const TlAnswer      *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAnswer, tl_answer_free)

/* For questions that have an answer of their own */
guint  tl_answer_get_least    (const TlAnswerTerms *terms);
guint  tl_answer_get_listed   (const TlAnswerTerms *terms,
                               guint                min,
                               guint                base);
char  *tl_answer_protect      (const TlAnswerTerms *terms,
                               gint64              *base,
                               gint64              *counts,
                               guint                n_counts);
char  *tl_answer_dup_caption  (const TlAnswerTerms *terms,
                               gint64               base,
                               const char          *what);

G_END_DECLS
