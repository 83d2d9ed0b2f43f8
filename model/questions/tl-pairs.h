/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"
#include "model/questions/tl-count.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/**
 * TlPairsQuery:
 * @population: which reviews, coded in what, by whom
 * @code: (nullable): only the pairs that this code, "SCHEME:NOTATION", is one of
 * @threshold: counts from 1 to this are withheld; 0 stands for %TL_COUNT_DEFAULT_THRESHOLD
 * @round: 0, or what to round what is shown to the nearest multiple of
 * @internal: withhold and round nothing: for the office's own eyes
 *
 * What is asked of a library. A zeroed one asks for all pairs in all reviews.
 */
typedef struct {
  TlPopulation population;
  const char  *code;
  guint        threshold;
  guint        round;
  gboolean     internal;
} TlPairsQuery;

/**
 * TlPairsCode:
 * @code: "SCHEME:NOTATION"
 * @notation: the same within the scheme
 * @label: what it is called
 * @depth: 0 for the codes of the top tier, 1 for those below
 * @reviews: reviews in which it, or one below it, is tagged, or a #TlCountSymbol
 * @partial: whether some reviews counted are coded in a typology that does not have it
 */
typedef struct {
  char    *code;
  char    *notation;
  char    *label;
  guint    depth;
  gint64   reviews;
  gboolean partial;
} TlPairsCode;

/**
 * TlPair:
 * @a: the position of one code
 * @b: that of the other, which is neither above nor below the first
 * @reviews: reviews in which both are tagged, or a #TlCountSymbol
 * @uncertain: reviews that may have both besides, as far as those coded in another typology can tell, or a
 *   #TlCountSymbol
 * @partial: whether not all reviews counted are coded in a typology that has both codes; they are then not compared
 *   with chance
 * @expected: in how many both would be if they had nothing to do with each other; not a number (NaN) if it can't be
 *   told from what is shown, as in the next three
 * @ratio: the reviews by what is expected
 * @low: the lower end of the ratio's interval of 95 %
 * @high: the upper end
 */
typedef struct {
  guint    a;
  guint    b;
  gint64   reviews;
  gint64   uncertain;
  gboolean partial;
  double   expected;
  double   ratio;
  double   low;
  double   high;
} TlPair;

/**
 * TlPairs:
 * @typology: id of the typology
 * @version: its version
 * @caption: what was counted, over what, with every setting, in sentences: goes wherever the numbers go
 * @note: (nullable): what was withheld; %NULL when nothing is
 * @codes: every code of the typology in its order
 * @n_codes: how many
 * @pairs: those whose lower end is highest first; then those of which nothing can be told, in order of the codes
 * @n_pairs: how many
 * @base: reviews of the population, or a #TlCountSymbol
 * @across: whether reviews coded in another typology are among those counted
 * @threshold: counts from 1 to this are withheld; 0 if none is
 * @round: what is shown is rounded to this; 0 or 1 if nothing is
 * @n_primary: counts withheld because they are small
 * @n_secondary: counts withheld because others could be worked out from them
 *
 * Which codes occur together, against what chance would give.
 */
typedef struct {
  char        *typology;
  char        *version;
  char        *caption;
  char        *note;
  TlPairsCode *codes;
  guint        n_codes;
  TlPair      *pairs;
  guint        n_pairs;
  gint64       base;
  gboolean     across;
  guint        threshold;
  guint        round;
  guint        n_primary;
  guint        n_secondary;
} TlPairs;

TlPairs  *tl_library_pairs      (TlLibrary           *library,
                                 const TlPairsQuery  *query,
                                 GError             **error);
void      tl_pairs_free         (TlPairs             *pairs);
void      tl_pairs_describe     (TlPairs             *pairs,
                                 const TlPairsQuery  *query);
void      tl_pair_compare       (TlPair              *pair,
                                 gint64               a,
                                 gint64               b,
                                 gint64               base);

char     *tl_pairs_dup_text     (const TlPairs       *pairs);
char     *tl_pairs_dup_csv      (const TlPairs       *pairs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPairs, tl_pairs_free)

G_END_DECLS
