/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/questions/tl-answer.h"

G_BEGIN_DECLS

/**
 * TlMergedQuery:
 * @population: which reviews
 * @min: what is in at least so many reviews; 0 for one in a hundred, and never so few that their counts would be
 *   withheld
 * @tested: whether to follow only links for which a counterfactual test speaks
 * @threshold: counts from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @internal: leave nothing out because it is small: for the office's own eyes
 *
 * What is asked.
 */
typedef struct {
  TlPopulation population;
  guint        min;
  gboolean     tested;
  guint        threshold;
  gboolean     internal;
} TlMergedQuery;

/**
 * TlMergedNode:
 * @code: a code
 * @label: what it is called
 * @level: (nullable): the level at which it is in most reviews
 * @reviews: in how many reviews a factor is so coded, or a #TlCountSymbol
 */
typedef struct {
  char   *code;
  char   *label;
  char   *level;
  gint64  reviews;
} TlMergedNode;

/**
 * TlMergedLink:
 * @cause: index of a node
 * @effect: index of another
 * @reviews: in how many reviews a factor with the one code contributes to one with the other, or a #TlCountSymbol
 */
typedef struct {
  guint  cause;
  guint  effect;
  gint64 reviews;
} TlMergedLink;

/**
 * TlMerged:
 * @caption: what was merged, with every setting: goes wherever the graph goes
 * @what: the part of it that says what was merged
 * @note: (nullable): what is withheld; %NULL if nothing is
 * @base: reviews of the population, or %TL_COUNT_WITHHELD
 * @nodes: (element-type TlMergedNode): in the order of the typology
 * @links: (element-type TlMergedLink): the most frequent first, those that are withheld last
 * @most: in how many reviews the first is, by which the others are drawn
 * @n_left_out: links that are in fewer reviews than were asked for
 *
 * One graph of many reviews: codes in the place of factors. What would be withheld by itself is not in it.
 */
typedef struct {
  char   *caption;
  char   *what;
  char   *note;
  gint64  base;
  GArray *nodes;
  GArray *links;
  gint64  most;
  guint   n_left_out;
} TlMerged;

TlMerged *tl_library_merged      (TlLibrary            *library,
                                  const TlMergedQuery  *query,
                                  GCancellable         *cancellable,
                                  GError              **error);
void      tl_merged_free         (TlMerged             *merged);

void      tl_merged_order         (TlMerged             *merged);
double    tl_merged_get_share     (const TlMerged       *merged,
                                  const TlMergedLink   *link);
/* Its parts (tl-merged-parts.c) */
GPtrArray *tl_merged_list_parts   (const TlMerged       *merged,
                                   guint                 n_links);
void       tl_merged_join         (TlMerged             *self,
                                   const TlMerged       *part);

char     *tl_merged_dup_text     (const TlMerged       *merged);
char     *tl_merged_dup_csv      (const TlMerged       *merged);
char     *tl_merged_dup_dot      (const TlMerged       *merged);
char     *tl_merged_dup_graphml  (const TlMerged       *merged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMerged, tl_merged_free)

G_END_DECLS
