/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains in their files: tl-chains.c asks, tl-chains-list.c finds all that recur, tl-chains-pattern.c looks for one,
 * tl-chains-behind.c says in which reviews it is, tl-chains-print.c puts it into words and tables. */
#pragma once

#include "model/questions/tl-chains.h"
#include "model/questions/tl-chance.h"

G_BEGIN_DECLS

/**
 * TlChainCount:
 * @codes: indices of its codes, causes first
 * @n_reviews: in how many reviews it occurs
 * @expected: in how many chance would give it
 * @tail: how likely chance gives as many
 *
 * A chain of codes, as it is counted. Chance is that of the place where it explains most.
 */
typedef struct {
  guint16 codes[TL_CHAINS_MAX_LENGTH + 1];
  guint   n_reviews;
  double  expected;
  double  tail;
} TlChainCount;

/**
 * TlChainStep:
 * @codes: (array) (nullable): by code, whether it fits; %NULL if any factor does, coded or not
 * @any_level: whether any level fits
 * @level: the one that fits otherwise; %G_MAXUINT if no factor is there
 * @far: whether any number of factors may stand between the one before and this
 *
 * What a factor has to be at one place of a pattern.
 */
typedef struct {
  gboolean *codes;
  gboolean  any_level;
  guint     level;
  gboolean  far;
} TlChainStep;

GArray   *_tl_chains_list          (const TlGraphs  *graphs,
                                    guint            length,
                                    guint            min,
                                    guint32          seed,
                                    GCancellable    *cancellable,
                                    GError         **error);

GArray   *_tl_chains_parse         (const TlGraphs  *graphs,
                                    const char      *pattern,
                                    GError         **error);
guint     _tl_chains_find          (const TlGraphs  *graphs,
                                    const GArray    *steps,
                                    guint            review,
                                    guint32         *path);
gboolean  _tl_chains_count_pattern (const TlGraphs  *graphs,
                                    const GArray    *steps,
                                    guint32          seed,
                                    TlChainCount    *count,
                                    GCancellable    *cancellable,
                                    GError         **error);

gboolean  _tl_chains_add_instances (GPtrArray       *instances,
                                    TlLibrary       *library,
                                    const TlGraphs  *graphs,
                                    const GArray    *steps,
                                    GError         **error);

void      _tl_chains_describe      (TlChains            *chains,
                                    const TlChainsQuery *query,
                                    guint                min);

G_END_DECLS
