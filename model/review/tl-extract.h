/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlExtractState:
 * @TL_EXTRACT_IN_PLACE: the text reads there as it is quoted
 * @TL_EXTRACT_ELSEWHERE: the text reads so, but at another place: it was replaced by another version
 * @TL_EXTRACT_LOST: the text reads so nowhere
 *
 * How an extract stands to the text of its source.
 */
typedef enum {
  TL_EXTRACT_IN_PLACE,
  TL_EXTRACT_ELSEWHERE,
  TL_EXTRACT_LOST,
} TlExtractState;

/**
 * TlExtractPlace:
 * @extract: (transfer none): the extract
 * @state: how it stands to the text
 * @start: its first character in the text; where it is lost, the last one known
 * @end: after its last
 *
 * Where an extract is in the text of its source.
 */
typedef struct {
  TlRecord      *extract;
  TlExtractState state;
  guint          start;
  guint          end;
} TlExtractPlace;

GArray *tl_extract_collect_places (TlReview   *review,
                                   const char *source_id,
                                   const char *body);
char   *tl_extract_dup_anchor     (const char  *body,
                                   const guint *pages,
                                   guint        n_pages,
                                   guint        start);

G_END_DECLS
