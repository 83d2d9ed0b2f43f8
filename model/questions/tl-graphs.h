/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/library/tl-library.h"
#include "model/questions/tl-population.h"

G_BEGIN_DECLS

/* Stands for the lack of a level. */
#define TL_GRAPHS_NO_LEVEL 0

/**
 * TlGraphsNode:
 * @codes: where its codes begin in @codes of the graphs; they end where those of the next begin
 * @links: where the links that it is the cause of begin in @effects, likewise
 * @level: index in @levels
 * @cannot_code: whether somebody says that no code fits
 *
 * A factor.
 */
typedef struct {
  guint32 codes;
  guint32 links;
  guint32 level : 31;
  guint32 cannot_code : 1;
} TlGraphsNode;

/**
 * TlGraphsFinding:
 * @row: its number within its record
 * @factors: where its factors begin in @finding_factors, likewise
 *
 * A finding.
 */
typedef struct {
  guint   row;
  guint32 factors;
} TlGraphsFinding;

/**
 * TlGraphsReview:
 * @record: the number of its record
 * @nodes: where its factors begin in @nodes; they end where those of the next review begin
 * @findings: where its findings begin in @findings, likewise
 * @lot: a number made from its id; whenever it came, it is the same
 *
 * A review.
 */
typedef struct {
  guint   record;
  guint32 nodes;
  guint32 findings;
  guint32 lot;
} TlGraphsReview;

/**
 * TlGraphs:
 * @code_names: (element-type utf8): the codes of the typology in its order, those above before those below them
 * @parents: (array): of each code the index of the one above it, or -1
 * @levels: (element-type utf8): the levels that occur; the first is %NULL, for what has none
 * @reviews: (array length=n_reviews): in order of their records; one more follows, at which the last ends
 * @n_reviews: how many, the base
 * @nodes: (array): of all reviews; one more follows
 * @codes: (array): of all factors, by their index, each once a factor
 * @effects: (array): of all factors, the indices in @nodes of those that they contribute to
 * @rows: (array): of all factors, their numbers within their records
 * @findings: (array): of all reviews; one more follows
 * @finding_factors: (array): of all findings, the indices in @nodes of the factors that they rest on
 *
 * The graphs of a population as plain arrays, for whoever walks along all of them. Links that were rejected are not
 * there, nor those by which one thing hinders another: what is followed is what contributes. Never changes.
 */
typedef struct {
  GPtrArray       *code_names;
  int             *parents;
  GPtrArray       *levels;
  TlGraphsReview  *reviews;
  guint            n_reviews;
  TlGraphsNode    *nodes;
  guint16         *codes;
  guint32         *effects;
  guint32         *rows;
  TlGraphsFinding *findings;
  guint32         *finding_factors;
} TlGraphs;

TlGraphs *tl_graphs_new        (TlLibrary           *library,
                                const TlPopulation  *population,
                                gboolean             tested,
                                GCancellable        *cancellable,
                                GError             **error);
void      tl_graphs_free       (TlGraphs            *self);

gboolean  tl_graphs_find_code  (const TlGraphs      *self,
                                const char          *name,
                                guint               *code);
gboolean  tl_graphs_is_below   (const TlGraphs      *self,
                                guint                code,
                                guint                above);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraphs, tl_graphs_free)

G_END_DECLS
