/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/cli/tl-cli.h"
#include "model/report/tl-report.h"

G_BEGIN_DECLS

/**
 * TlCliReport:
 * @kind: (nullable): name of a report
 * @profile: (nullable): id of a terminology
 * @date: (nullable): a date that it bears
 *
 * The options of an export that speak of reports, as they were given.
 */
typedef struct {
  char *kind;
  char *profile;
  char *date;
} TlCliReport;

#define TL_CLI_REPORT_INIT { NULL, NULL, NULL }

void        tl_cli_report_clear    (TlCliReport        *self);
gboolean    tl_cli_report_is_meant (const TlCliReport  *self,
                                    const char         *format);
TlCliStatus tl_cli_report_export   (TlCli              *cli,
                                    const TlCliReport  *self,
                                    const char         *format,
                                    const char         *tier,
                                    char              **reviews,
                                    const char         *output);

gboolean    tl_cli_report_write    (TlReview           *review,
                                    TlReportKind        kind,
                                    TlReportFormat      format,
                                    const char         *path,
                                    GError            **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlCliReport, tl_cli_report_clear)

G_END_DECLS
