/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph of a record before it is packed; for this room only. */
#pragma once

#include "model/library/tl-packed-graph.h"

G_BEGIN_DECLS

/**
 * TlDraftTag:
 * @place: its factor
 * @name: the code, by the number of its name; 0: no code fits
 * @marks: who gave it: %TL_CODING_TAGGED and the like
 */
typedef struct {
  guint place;
  guint name;
  guint marks;
} TlDraftTag;

/**
 * TlDraftFinding:
 * @row: the number of a finding within the record
 * @place: one of its factors
 */
typedef struct {
  guint row;
  guint place;
} TlDraftFinding;

/**
 * TlGraphDraft:
 * @names: (element-type utf8): the texts in it; the first has the number 1
 * @factors: (element-type TlPackedFactor): without codes
 * @tags: (element-type TlDraftTag): in the order of the file
 * @links: (element-type TlPackedLink): likewise
 * @findings: (element-type TlDraftFinding): likewise; the factors of a finding follow one another
 *
 * A graph as its factors, then its links, tags and findings are told, by their numbers within the record. What is told
 * of anything else than a factor that was told is left out. Texts have numbers of the draft's own, so that it can be
 * made in any thread.
 */
typedef struct {
  GPtrArray  *names;
  GArray     *factors;
  GArray     *tags;
  GArray     *links;
  GArray     *findings;

  /*< private >*/
  GHashTable *numbers; /* name → number */
  GArray     *places;  /* of guint: by number within the record, the place of a factor and 1 */
} TlGraphDraft;

TlGraphDraft *tl_graph_draft_new                (void);
void          tl_graph_draft_free               (TlGraphDraft *self);
void          tl_graph_draft_clear              (TlGraphDraft *self);

void          tl_graph_draft_add_factor         (TlGraphDraft *self,
                                                 guint         row,
                                                 const char   *level);
void          tl_graph_draft_add_link           (TlGraphDraft *self,
                                                 guint         cause,
                                                 guint         effect,
                                                 const char   *kind,
                                                 const char   *state,
                                                 const char   *test_answer);
void          tl_graph_draft_add_tag            (TlGraphDraft *self,
                                                 guint         target,
                                                 const char   *code,
                                                 const char   *verdict,
                                                 guint         marks);
void          tl_graph_draft_add_finding_factor (TlGraphDraft *self,
                                                 guint         finding,
                                                 guint         factor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraphDraft, tl_graph_draft_free)

G_END_DECLS
