/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-facet.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlAskedKind:
 * @TL_ASKED_THEMES: in how many reviews each code occurs, by a facet if wanted
 * @TL_ASKED_CUBE: the same by two facets at once
 * @TL_ASKED_PAIRS: which codes occur together
 * @TL_ASKED_CHAINS: along which codes links lead
 * @TL_ASKED_RECURRING: which sub-graphs of codes reviews share
 * @TL_ASKED_NATIONAL: findings that the national level reaches
 * @TL_ASKED_MERGED: one graph of many reviews
 * @TL_ASKED_GAPS: statements that no code fits
 * @TL_ASKED_LIKE: findings like one of a record of the library
 * @TL_ASKED_SEARCH: in how many reviews words are
 *
 * What can be asked.
 */
typedef enum {
  TL_ASKED_THEMES,
  TL_ASKED_CUBE,
  TL_ASKED_PAIRS,
  TL_ASKED_CHAINS,
  TL_ASKED_RECURRING,
  TL_ASKED_NATIONAL,
  TL_ASKED_MERGED,
  TL_ASKED_GAPS,
  TL_ASKED_LIKE,
  TL_ASKED_SEARCH,
} TlAskedKind;

/**
 * TlAskedShown:
 * @TL_ASKED_SHOWN_CHARTS: themes as small charts instead of a table
 * @TL_ASKED_SHOWN_CATEGORIES: pairs of the upper tier instead of the codes within it
 * @TL_ASKED_SHOWN_IN_ORDER: codes in the order of the typology instead of alike beside alike
 *
 * How a window shows an answer. It changes no count.
 */
typedef enum {
  TL_ASKED_SHOWN_CHARTS     = 1 << 0,
  TL_ASKED_SHOWN_CATEGORIES = 1 << 1,
  TL_ASKED_SHOWN_IN_ORDER   = 1 << 2,
} TlAskedShown;

#define TL_ASKED_SHOWN_ALL (TL_ASKED_SHOWN_CHARTS | TL_ASKED_SHOWN_CATEGORIES | TL_ASKED_SHOWN_IN_ORDER)

/**
 * TlAsked:
 * @kind: what is asked
 * @population: of which reviews; its texts belong to it
 * @by: what themes are divided by; the columns of a cube
 * @rows: the rows of a cube
 * @pattern: (nullable): the chain, or the words, that are looked for
 * @review: (nullable): the review of a finding that others are to be like
 * @finding: (nullable): that finding
 * @length: of chains, in links; 0 for the usual
 * @min: in so many reviews at least; 0 for the usual
 * @tested: whether to follow only links for which a counterfactual test speaks
 * @all: whether to list also the chains that chance gives as often
 * @shown: how a window shows the answer; no part of the question
 *
 * A question to a library.
 */
typedef struct {
  TlAskedKind   kind;
  TlPopulation  population;
  TlFacet       by;
  TlFacet       rows;
  char         *pattern;
  char         *review;
  char         *finding;
  guint         length;
  guint         min;
  gboolean      tested;
  gboolean      all;
  TlAskedShown  shown;
} TlAsked;

TlAsked *tl_asked_parse         (const char     *text,
                                 GError        **error);
TlAsked *tl_asked_copy          (const TlAsked  *self);
void     tl_asked_free          (TlAsked        *self);

char    *tl_asked_dup_text      (const TlAsked  *self);
char   **tl_asked_dup_arguments (const TlAsked  *self,
                                 const char     *library);
char    *tl_asked_dup_title     (const TlAsked  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAsked, tl_asked_free)

G_END_DECLS
