/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/* In place of a position: there is none. */
#define TL_GRAPH_NONE G_MAXUINT

typedef enum {
  TL_GRAPH_DEFAULT       = 0,
  TL_GRAPH_WITH_REJECTED = 1 << 0, /* walk along rejected links too */
  TL_GRAPH_BORROWING     = 1 << 1, /* keep no record: for as long as the review does not change */
} TlGraphFlags;

/* Which way to walk from a factor. */
typedef enum {
  TL_GRAPH_CAUSES,
  TL_GRAPH_EFFECTS,
} TlGraphDirection;

typedef enum {
  TL_GRAPH_SIGN_UNKNOWN,
  TL_GRAPH_SIGN_PLUS,
  TL_GRAPH_SIGN_MINUS,
} TlGraphSign;

/**
 * TlGraphLink:
 * @record: (nullable): the link; %NULL in a graph that is not of a review
 * @cause: position of a factor
 * @effect: position of a factor
 * @sign: whether more leads to more or to less
 * @rejected: nobody holds it any longer
 */
typedef struct {
  TlRecord   *record;
  guint       cause;
  guint       effect;
  TlGraphSign sign;
  gboolean    rejected;
} TlGraphLink;

/**
 * TlGraph:
 *
 * The factors and links of a review at one moment, as positions. It keeps their records, unless it is borrowing, and
 * does not follow what becomes of them: make another when the review says that something changed.
 */
typedef struct _TlGraph TlGraph;

TlGraph           *tl_graph_new            (TlReview          *review,
                                            TlGraphFlags       flags);
TlGraph           *tl_graph_new_from_links (guint              n_factors,
                                            const TlGraphLink *links,
                                            guint              n_links,
                                            TlGraphFlags       flags);
void               tl_graph_free           (TlGraph           *self);

guint              tl_graph_get_n_factors  (const TlGraph     *self);
TlRecord          *tl_graph_get_factor     (const TlGraph     *self,
                                            guint              factor);
guint              tl_graph_find_factor    (const TlGraph     *self,
                                            const char        *id);
guint              tl_graph_get_n_links    (const TlGraph     *self);
const TlGraphLink *tl_graph_get_link       (const TlGraph     *self,
                                            guint              link);

const guint       *tl_graph_get_causes     (const TlGraph     *self,
                                            guint              factor,
                                            guint             *n_links);
const guint       *tl_graph_get_effects    (const TlGraph     *self,
                                            guint              factor,
                                            guint             *n_links);
guint             *tl_graph_measure_steps  (const TlGraph     *self,
                                            const guint       *starts,
                                            guint              n_starts,
                                            TlGraphDirection   direction,
                                            guint              max_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraph, tl_graph_free)

G_END_DECLS
