/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TlReportZip TlReportZip;

TlReportZip *tl_report_zip_new    (void);
void         tl_report_zip_free   (TlReportZip *self);
void         tl_report_zip_add    (TlReportZip *self,
                                    const char  *name,
                                    GBytes      *data,
                                    gboolean     is_stored);
GBytes      *tl_report_zip_finish (TlReportZip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReportZip, tl_report_zip_free)

G_END_DECLS
