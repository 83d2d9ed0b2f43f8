/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlPackedState:
 *
 * The state of a link, as reviewers left it.
 */
typedef enum {
  TL_PACKED_STATE_ASSERTED,
  TL_PACKED_STATE_SUPPORTED,
  TL_PACKED_STATE_CONTESTED,
  TL_PACKED_STATE_REJECTED,
} TlPackedState;

/**
 * TlPackedCode:
 * @name: the code, by the number of its name
 * @marks: who gave it: %TL_CODING_TAGGED and the like
 */
typedef struct {
  guint name;
  guint marks;
} TlPackedCode;

/**
 * TlPackedFactor:
 * @row: its number within its record
 * @level: by the number of its name; 0 where it is not stated
 * @cannot_code: whether somebody says that no code fits
 * @first_code: where its codes begin among those of the graph
 * @n_codes: how many it has, each once
 */
typedef struct {
  guint    row;
  guint    level;
  gboolean cannot_code;
  guint    first_code;
  guint    n_codes;
} TlPackedFactor;

/**
 * TlPackedLink:
 * @cause: a factor, by its place
 * @effect: a factor, by its place
 * @kind: by the number of its name; 0 where it is not stated
 * @state: as reviewers left it
 * @tested: whether its counterfactual test speaks for it: without the cause the effect would not have come, or been
 *   less likely
 */
typedef struct {
  guint         cause;
  guint         effect;
  guint         kind;
  TlPackedState state;
  gboolean      tested;
} TlPackedLink;

/**
 * TlPackedFinding:
 * @row: its number within its record
 * @first_factor: where its factors begin among those of all findings
 * @n_factors: how many it has
 */
typedef struct {
  guint row;
  guint first_factor;
  guint n_factors;
} TlPackedFinding;

/**
 * TlPackedGraph:
 * @factors: (element-type TlPackedFactor)
 * @codes: (element-type TlPackedCode): of all factors, one after the other
 * @links: (element-type TlPackedLink): whatever their state
 * @findings: (element-type TlPackedFinding)
 * @finding_factors: (element-type guint): of all findings, one after the other, by their places
 *
 * The graph of one record in a few hundred bytes, for questions that go through those of a whole library. It is made
 * from the tables, at will, and never the truth.
 */
typedef struct {
  GArray *factors;
  GArray *codes;
  GArray *links;
  GArray *findings;
  GArray *finding_factors;
} TlPackedGraph;

/* @bytes are only there while the function runs. Returns %FALSE if they are damaged. */
typedef gboolean (*TlPackedGraphFunc)  (gint64               record,
                                        gconstpointer        bytes,
                                        gsize                length,
                                        gpointer             data);
typedef gboolean (*TlPackedFilterFunc) (gint64               record,
                                        gpointer             data);

TlPackedGraph *tl_packed_graph_new       (void);
void           tl_packed_graph_free      (TlPackedGraph      *graph);
gboolean       tl_packed_graph_read      (TlPackedGraph      *graph,
                                          gconstpointer       bytes,
                                          gsize               length);

GPtrArray     *tl_library_list_names     (TlLibrary          *self,
                                          GError            **error);
gboolean       tl_library_scan_graphs    (TlLibrary          *self,
                                          TlPackedFilterFunc  filter,
                                          TlPackedGraphFunc   func,
                                          gpointer            data,
                                          GCancellable       *cancellable,
                                          GError            **error);
gboolean       tl_library_fail_graph     (TlLibrary          *self,
                                          GError            **error);
gboolean       tl_library_repack         (TlLibrary          *self,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlPackedGraph, tl_packed_graph_free)

G_END_DECLS
