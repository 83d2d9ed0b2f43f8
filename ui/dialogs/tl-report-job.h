/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dialogs/tl-report-print.h"

G_BEGIN_DECLS

void     tl_report_job_read_async   (const char             *review_path,
                                     TlTier                  tier,
                                     const TlReportOptions  *options,
                                     GCancellable           *cancellable,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data);
char    *tl_report_job_read_finish  (GAsyncResult           *result,
                                     GError                **error);
void     tl_report_job_write_async  (const char             *review_path,
                                     TlTier                  tier,
                                     const TlReportOptions  *options,
                                     TlReportFormat          format,
                                     GFile                  *target,
                                     TlReportProgress        progress,
                                     GCancellable           *cancellable,
                                     GAsyncReadyCallback     callback,
                                     gpointer                user_data);
gboolean tl_report_job_write_finish (GAsyncResult           *result,
                                     GError                **error);

TlPrintJob *tl_report_job_new_print (const char             *review_path,
                                     TlTier                  tier,
                                     const TlReportOptions  *options);

G_END_DECLS
