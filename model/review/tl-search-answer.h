/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"
#include "model/review/tl-search-query.h"

G_BEGIN_DECLS

/**
 * TlSearchRange:
 * @start: in characters
 * @end: after the last
 */
typedef struct {
  guint start;
  guint end;
} TlSearchRange;

/**
 * TlSearchPassage:
 * @field: the index of the field of the record's kind
 * @position: where what was found begins, in characters of the field or of the source's text
 * @length: how long it is, in characters
 * @snippet: a line of what stands around it
 * @ranges: (element-type TlSearchRange): what was found, in characters of @snippet
 *
 * A place where something was found.
 */
typedef struct {
  guint   field;
  guint   position;
  guint   length;
  char   *snippet;
  GArray *ranges;
} TlSearchPassage;

/**
 * TlSearchResult:
 * @id: of the record
 * @kind: its kind
 * @passages: (element-type TlSearchPassage): the best places in it, best first
 *
 * A record in which everything was found that was looked for.
 */
typedef struct {
  char         *id;
  const TlKind *kind;
  GPtrArray    *passages;
} TlSearchResult;

/**
 * TlSearchAnswer:
 * @results: (element-type TlSearchResult): as many as were asked for, best first
 * @first: which the first of them is
 * @n_records: how many there are in all
 * @n_unread: how many sources are still to be read, whose text was not searched to its end
 * @n_texts: how many sources have a text
 * @behind: whether the latest changes were not searched
 * @temporary: whether the index is gone when the review is closed, since its file may not be written
 *
 * What a search found.
 */
typedef struct {
  GPtrArray *results;
  guint      first;
  guint      n_records;
  guint      n_unread;
  guint      n_texts;
  gboolean   behind;
  gboolean   temporary;
} TlSearchAnswer;

TlSearchAnswer  *tl_search_answer_new   (void);
void             tl_search_answer_free  (TlSearchAnswer   *self);

TlSearchResult  *tl_search_result_new   (const TlKind     *kind,
                                         const char       *id);
void             tl_search_result_free  (TlSearchResult   *self);

TlSearchPassage *tl_search_passage_new  (guint             field,
                                         const char       *text,
                                         guint             position,
                                         GArray           *marks);
void             tl_search_passage_free (TlSearchPassage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearchAnswer, tl_search_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearchResult, tl_search_result_free)

G_END_DECLS
