/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graphs of reviews seen as graphs of codes; for this room only. */
#pragma once

#include "model/questions/tl-bits.h"
#include "model/questions/tl-graphs.h"

G_BEGIN_DECLS

/**
 * TlCodeLink:
 * @cause: index of a code
 * @effect: index of another
 * @reviews: the reviews, by their index, in which a factor with the one contributes to a factor with the other
 * @n_reviews: how many
 */
typedef struct {
  guint   cause;
  guint   effect;
  TlBits *reviews;
  guint   n_reviews;
} TlCodeLink;

/**
 * TlCodeGraphs:
 * @codes: (array): by code, the reviews with a factor so coded
 * @links: (element-type TlCodeLink): between different codes, those that were asked for
 */
typedef struct {
  TlBits **codes;
  guint    n_codes;
  GArray  *links;
} TlCodeGraphs;

TlCodeGraphs *tl_code_graphs_new  (const TlGraphs  *graphs,
                                   const gboolean  *wanted);
void          tl_code_graphs_free (TlCodeGraphs    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCodeGraphs, tl_code_graphs_free)

G_END_DECLS
