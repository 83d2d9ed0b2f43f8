/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-facet.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlReleaseKind:
 * @TL_RELEASE_THEMES: in how many reviews each code occurs, by a facet if wanted
 * @TL_RELEASE_CUBE: the same by two facets at once
 * @TL_RELEASE_PAIRS: which codes occur together
 * @TL_RELEASE_CHAINS: along which codes links lead
 * @TL_RELEASE_RECURRING: which sub-graphs of codes reviews share
 * @TL_RELEASE_NATIONAL: findings that the national level reaches
 *
 * What can be released. What is made of texts can't: nobody can say what a statement gives away by counting.
 */
typedef enum {
  TL_RELEASE_THEMES,
  TL_RELEASE_CUBE,
  TL_RELEASE_PAIRS,
  TL_RELEASE_CHAINS,
  TL_RELEASE_RECURRING,
  TL_RELEASE_NATIONAL,
} TlReleaseKind;

/**
 * TlReleaseQuestion:
 * @kind: what is asked
 * @population: of which reviews; its texts belong to it
 * @by: what themes are divided by; the columns of a cube
 * @rows: the rows of a cube
 * @pattern: (nullable): the chain that is looked for
 * @length: of chains, in links; 0 for the usual
 * @min: in so many reviews at least; 0 for the usual
 * @tested: whether to follow only links for which a counterfactual test speaks
 *
 * The question behind a table of a release.
 */
typedef struct {
  TlReleaseKind kind;
  TlPopulation  population;
  TlFacet       by;
  TlFacet       rows;
  char         *pattern;
  guint         length;
  guint         min;
  gboolean      tested;
} TlReleaseQuestion;

TlReleaseQuestion *tl_release_question_parse     (const char               *text,
                                                  GError                  **error);
TlReleaseQuestion *tl_release_question_copy      (const TlReleaseQuestion  *self);
void               tl_release_question_free      (TlReleaseQuestion        *self);

char              *tl_release_question_dup_text  (const TlReleaseQuestion  *self);
char              *tl_release_question_dup_title (const TlReleaseQuestion  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReleaseQuestion, tl_release_question_free)

G_END_DECLS
