/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/exchange/tl-export-report.h"
#include "model/exchange/tl-export.h"

G_BEGIN_DECLS

/**
 * TlExportFormat:
 *
 * What is written. The report alone tells what would leave.
 */
typedef enum {
  TL_EXPORT_REPORT,
  TL_EXPORT_XML,
  TL_EXPORT_BOARD_COPY,
  TL_EXPORT_CSV,
  TL_EXPORT_GRAPHML,
  TL_EXPORT_DOT,
} TlExportFormat;

void            tl_export_job_async  (const char          *review_path,
                                      TlExportFormat       format,
                                      TlTier               tier,
                                      TlExportOptions      options,
                                      GFile               *target,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
TlExportReport *tl_export_job_finish (GAsyncResult        *result,
                                      GError             **error);

G_END_DECLS
