/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-count.h"
#include "model/questions/tl-graphs.h"
#include "model/questions/tl-instance.h"

G_BEGIN_DECLS

/* The most links that a chain has. */
#define TL_CHAINS_MAX_LENGTH 4

/**
 * TlChainsQuery:
 * @population: which reviews
 * @pattern: (nullable): a chain to look for, causes first: "MS.3 > * > RI.2@frontline" is a factor coded MS.3 or below
 *   it that contributes to any factor, which contributes to one so coded at that level; "=MS.3" is that code alone,
 *   "@national" any factor at that level, and "**" any number of factors in between, or none; %NULL for all that recur
 * @length: of all that recur, how many links they have; 0 for two
 * @min: of all that recur, those in at least so many reviews; 0 for one in a hundred, and never so few that their
 *   counts would be withheld
 * @tested: whether to follow only links for which a counterfactual test speaks
 * @all: of all that recur, also those that chance gives as often
 * @seed: what is left to chance is drawn with this
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: withhold nothing, and say what stands behind a pattern: for the office's own eyes
 *
 * What is asked. A zeroed one asks for all chains of two links.
 */
typedef struct {
  TlPopulation population;
  const char  *pattern;
  guint        length;
  guint        min;
  gboolean     tested;
  gboolean     all;
  guint32      seed;
  guint        threshold;
  gboolean     internal;
} TlChainsQuery;

/**
 * TlChain:
 * @path: codes, causes first, or the steps of the pattern; ended by %NULL
 * @labels: what the codes are called, likewise
 * @reviews: in how many reviews the chain occurs, or %TL_COUNT_WITHHELD
 * @expected: in how many chance would give it; negative where the pattern names no code or @reviews is withheld
 * @recurs: whether chance would not give it, at %TL_CHANCE_LEVEL for the whole list
 * @instances: (element-type TlInstance): of a pattern what stands behind it, in %TL_INSTANCES_MAX reviews at most: the
 *   factors along which it leads, and the findings that rest on any of them; for the office only
 *
 * A chain: factors so coded, in each of the reviews, of which one contributes to the next. None stands twice in it.
 */
typedef struct {
  char     **path;
  char     **labels;
  gint64     reviews;
  double     expected;
  gboolean   recurs;
  GPtrArray *instances;
} TlChain;

/**
 * TlChains:
 * @caption: what was counted, over what, with every setting: goes wherever the numbers go
 * @what: the part of it that says what was counted
 * @note: (nullable): what is withheld; %NULL if nothing is
 * @base: reviews of the population, or %TL_COUNT_WITHHELD
 * @chains: (array length=n_chains): the most frequent first
 * @n_chains: how many
 * @n_chance: how many more there are that chance gives as often, and that are left out
 *
 * Chains of codes, and in how many reviews they are.
 */
typedef struct {
  char    *caption;
  char    *what;
  char    *note;
  gint64   base;
  TlChain *chains;
  guint    n_chains;
  guint    n_chance;
} TlChains;

TlChains *tl_library_chains   (TlLibrary            *library,
                               const TlChainsQuery  *query,
                               GCancellable         *cancellable,
                               GError              **error);
gboolean  tl_library_count_chains
                              (TlLibrary            *library,
                               const TlChainsQuery  *query,
                               TlChains             *chains,
                               GCancellable         *cancellable,
                               GError              **error);
void      tl_chains_free      (TlChains             *chains);

char     *tl_chains_dup_text  (const TlChains       *chains);
char     *tl_chains_dup_csv   (const TlChains       *chains);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlChains, tl_chains_free)

G_END_DECLS
