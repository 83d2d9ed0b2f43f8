/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/report/tl-report-look.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * TlFlowLink:
 * @start: first byte of the text that leads somewhere
 * @end: after its last
 * @target: an id after "#", or an address
 */
typedef struct {
  guint start;
  guint end;
  char *target;
} TlFlowLink;

/**
 * TlFlowCell:
 * @layout: the text, broken into lines
 * @x: from the left of the page
 * @colour: of the text
 * @link: of what leads somewhere in it
 * @size: of the letters
 * @line_height: from one line to the next
 * @tag: what it is in the structure of a PDF
 * @links: (element-type TlFlowLink): what of the text leads somewhere, in order
 */
typedef struct {
  PangoLayout *layout;
  double       x;
  guint32      colour;
  guint32      link;
  double       size;
  double       line_height;
  const char  *tag;
  GArray      *links;
} TlFlowCell;

/**
 * TlFlowRow:
 * @cells: (element-type TlFlowCell): beside each other; each is broken over pages by itself
 * @picture: (nullable): what stands there in place of cells
 * @ids: (element-type utf8): what leads here
 * @opens: (element-type utf8): what begins in the structure of a PDF, from the outermost
 * @closes: how many of what is open end after it
 * @outline: (nullable): what it is called in the list of contents
 * @level: how deep there, from 1
 * @header: index of the row that is said again on each page, or -1
 * @box: which box it stands in, counted from 1; 0 for none
 * @begins_page: it begins a page
 * @page_of: (nullable): says on which page this id is
 * @look: of the row as a whole
 * @box_look: of its box
 * @x: from the left of the page
 * @width: what there is
 */
typedef struct {
  GArray      *cells;
  TlPicture   *picture;
  GPtrArray   *ids;
  GPtrArray   *opens;
  guint        closes;
  char        *outline;
  guint        level;
  int          header;
  guint        box;
  gboolean     begins_page;
  char        *page_of;
  TlLook       look;
  TlLook       box_look;
  double       x;
  double       width;
} TlFlowRow;

/**
 * TlFlow:
 * @title: what the report is called
 * @rows: (element-type TlFlowRow): from top to bottom
 *
 * A report as rows of text and pictures, not yet broken into pages.
 */
typedef struct {
  char         *title;
  GPtrArray    *rows;
  PangoContext *context;
} TlFlow;

TlFlow      *_tl_flow_new          (TlReport          *report,
                                    TlLooks           *looks);
void         _tl_flow_free         (TlFlow            *self);

/* Cells (tl-report-cell.c) */
void         _tl_cell_clear        (gpointer           data);
PangoLayout *_tl_cell_dup_layout   (PangoContext      *context,
                                    const char        *fonts,
                                    const TlLook      *look);
TlFlowCell  *_tl_cell_add          (TlFlowRow         *row,
                                    PangoLayout       *layout,
                                    const TlLook      *look,
                                    const char        *tag,
                                    double             x,
                                    double             width);
void         _tl_cell_fill         (TlFlowCell        *cell,
                                    xmlNodePtr         node,
                                    const TlLook      *look);
gboolean     _tl_node_is_inline    (xmlNodePtr         node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlow, _tl_flow_free)

G_END_DECLS
