/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What makes graphs of what is packed; for tl-graphs.c only. */
#pragma once

#include "model/questions/tl-graphs.h"

G_BEGIN_DECLS

/**
 * TlGraphsTerms:
 * @names: codes, levels and kinds of links, by their numbers in packed graphs
 * @code_of: by name, the code of the typology that it is, or -1
 * @hinders: by name, whether links of that kind hinder
 * @marks: of a tag, those of which it needs one
 * @tested: whether links count only where a counterfactual test speaks for them
 *
 * What of packed graphs counts. Never changes, so that threads can share it.
 */
typedef struct {
  GPtrArray *names;
  int       *code_of;
  gboolean  *hinders;
  guint      marks;
  gboolean   tested;
} TlGraphsTerms;

/**
 * TlGraphsPart:
 *
 * The graphs of some reviews as plain arrays that grow.
 */
typedef struct _TlGraphsPart TlGraphsPart;

TlGraphsPart *_tl_graphs_part_new    (const TlGraphsTerms *terms,
                                      guint                n_reviews);
void          _tl_graphs_part_free   (TlGraphsPart        *self);

gboolean      _tl_graphs_part_add    (TlGraphsPart        *self,
                                      guint                record,
                                      gconstpointer        bytes,
                                      gsize                length);
void          _tl_graphs_part_append (TlGraphsPart        *self,
                                      const TlGraphsPart  *other);
void          _tl_graphs_part_give   (TlGraphsPart        *self,
                                      TlGraphs            *graphs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraphsPart, _tl_graphs_part_free)

G_END_DECLS
