/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of a report, for who makes a PDF of them. */
#pragma once

#include "model/report/tl-report-pages.h"
#include "model/report/tl-report-paper.h"

G_BEGIN_DECLS

/* How deep the list of contents of a PDF goes. */
#define TL_REPORT_PAPER_LEVELS 6

struct _TlReportPaper
{
  TlLooks          *looks;  /* owned */
  const TlPageLook *look;   /* of those */
  TlFlow           *flow;   /* owned */
  GArray           *placed; /* owned; (element-type TlPlaced) */
  GHashTable       *pages;  /* owned; id → page, from 0 */
  GPtrArray        *open;   /* owned; parts of the text that have begun */
  cairo_t          *cr;     /* borrowed, while a page is drawn */
  cairo_surface_t  *pdf;    /* borrowed; NULL on any other paper */
  int               parents[TL_REPORT_PAPER_LEVELS + 1];
};

void _tl_report_paper_begin (TlReportPaper *self,
                             const char    *tag);
void _tl_report_paper_end   (TlReportPaper *self);

G_END_DECLS
