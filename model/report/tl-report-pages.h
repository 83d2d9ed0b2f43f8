/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/report/tl-report-flow.h"

G_BEGIN_DECLS

/**
 * TlPlacedCell:
 * @first: its first line that stands here
 * @end: after its last
 */
typedef struct {
  int first;
  int end;
} TlPlacedCell;

/**
 * TlPlaced:
 * @row: which row
 * @page: on which page, from 0
 * @y: its upper edge
 * @height: without what is free above and below
 * @cells: of each of its cells the lines that stand here
 * @begins: the row begins here
 * @ends: it ends here
 * @is_repeated: it is said again, for who reads on on this page
 *
 * A row, or a part of one, in its place.
 */
typedef struct {
  TlFlowRow    *row;
  guint         page;
  double        y;
  double        height;
  TlPlacedCell *cells;
  gboolean      begins;
  gboolean      ends;
  gboolean      is_repeated;
} TlPlaced;

GArray *_tl_pages_break    (TlFlow           *flow,
                            const TlPageLook *page);
double  _tl_pages_get_scale (const TlFlowRow  *row,
                            const TlPageLook *page,
                            double           *height);

G_END_DECLS
