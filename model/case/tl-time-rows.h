/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In place of the leader of a fold: the span stands by itself. */
#define TL_TIME_ROWS_ALONE G_MAXUINT

/**
 * TlTimeRowsSpan:
 * @start: where it begins, in pixels
 * @end: where the time that it takes ends, in pixels
 * @width: (out): what it is shown with; at least as long as its time
 * @row: (out): its row, 0 being the first
 * @leader: (out): position of the first span of the fold that it is in, or %TL_TIME_ROWS_ALONE
 *
 * Something that happened, on its way to a place in its lane.
 */
typedef struct {
  double start;
  double end;
  double width;
  guint  row;
  guint  leader;
} TlTimeRowsSpan;

/**
 * TlTimeRowsRoom:
 * @wanted: pixels a span would like, so that it can be read
 * @least: pixels a span takes at least, so that it can be hit
 * @gap: pixels between two spans
 * @max_rows: at least 2; in the last row stands what found no place above, folded where it is too much
 */
typedef struct {
  double wanted;
  double least;
  double gap;
  guint  max_rows;
} TlTimeRowsRoom;

guint tl_time_rows_place (TlTimeRowsSpan       *spans,
                          guint                 n_spans,
                          const TlTimeRowsRoom *room);

G_END_DECLS
