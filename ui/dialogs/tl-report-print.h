/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/report/tl-report.h"
#include "ui/widgets/tl-print-job.h"

G_BEGIN_DECLS

/**
 * TlReportPrintFunc:
 * @data: as given
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes what is to be printed, in a worker.
 *
 * Returns: (transfer full) (nullable): a report
 */
typedef TlReport *(*TlReportPrintFunc) (gpointer       data,
                                        GCancellable  *cancellable,
                                        GError       **error);

#define TL_TYPE_REPORT_PRINT (tl_report_print_get_type ())
G_DECLARE_FINAL_TYPE (TlReportPrint, tl_report_print, TL, REPORT_PRINT, TlPrintJob)

TlPrintJob *tl_report_print_new (TlReportPrintFunc make,
                                 gpointer          data,
                                 GDestroyNotify    free_data);

G_END_DECLS
