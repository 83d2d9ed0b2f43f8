/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/report/tl-report.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * TlReportPaper:
 *
 * A report broken into pages of paper, to be drawn wherever cairo draws. For one thread at a time.
 */
typedef struct _TlReportPaper TlReportPaper;

TlReportPaper *tl_report_paper_new         (TlReport       *report,
                                            double          width,
                                            double          height,
                                            GError        **error);
void           tl_report_paper_free        (TlReportPaper  *self);
const char    *tl_report_paper_get_title   (TlReportPaper  *self);
guint          tl_report_paper_get_n_pages (TlReportPaper  *self);
gboolean       tl_report_paper_draw        (TlReportPaper  *self,
                                            guint           page,
                                            cairo_t        *cr,
                                            GCancellable   *cancellable,
                                            GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReportPaper, tl_report_paper_free)

G_END_DECLS
