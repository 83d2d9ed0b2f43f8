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
 * @page: the page that it begins on, from 1; 0 where there are no pages
 * @line: its line on that page, or in the text where there are no pages, from 1
 *
 * Where an extract is in the text of its source.
 */
typedef struct {
  TlRecord      *extract;
  TlExtractState state;
  guint          start;
  guint          end;
  guint          page;
  guint          line;
} TlExtractPlace;

GArray               *tl_extract_collect_places   (TlReview             *review,
                                                   TlRecord             *source,
                                                   const char           *body);
const TlExtractPlace *tl_extract_places_find      (GArray               *places,
                                                   TlRecord             *extract);
TlRecord             *tl_extract_places_find_at   (GArray               *places,
                                                   guint                 offset);
char                 *tl_extract_place_dup_anchor (const TlExtractPlace *place);
char                 *tl_extract_dup_anchor       (TlRecord             *source,
                                                   const char           *body,
                                                   guint                 start);

G_END_DECLS
