/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-export.h"

G_BEGIN_DECLS

/**
 * TlReportKind:
 * @TL_REPORT_BOARD: findings first, what the board does about them, the method in an appendix; of one review
 * @TL_REPORT_SUMMARY: for the card of a repository: at most 2,400 characters in all; of one review
 * @TL_REPORT_ANNUAL: an extract for a board's annual report; of several reviews
 * @TL_REPORT_LEARNING: a page or two for practitioners; of one review
 */
typedef enum {
  TL_REPORT_BOARD,
  TL_REPORT_SUMMARY,
  TL_REPORT_ANNUAL,
  TL_REPORT_LEARNING,
} TlReportKind;

typedef enum {
  TL_REPORT_HTML,
  TL_REPORT_PDF,
  TL_REPORT_ODT,
} TlReportFormat;

/**
 * TlReportOptions:
 * @kind: which report
 * @profile: (nullable): id of a terminology; that of the first review without it
 * @date: (nullable): a date in EDTF that the report bears; none without it, for nothing looks at a clock
 */
typedef struct {
  TlReportKind kind;
  const char  *profile;
  const char  *date;
} TlReportOptions;

/**
 * TlReportProgress:
 * @fraction: from 0 to 1, never falling
 * @user_data: what was passed along with it
 *
 * Called now and then by what takes a while, in the thread that works.
 */
typedef void (*TlReportProgress) (double   fraction,
                                  gpointer user_data);

/**
 * TlReport:
 *
 * The text and the pictures of a report, before they are written in any format: so the formats can't disagree. It holds
 * what left in a tier and nothing else. For one thread at a time.
 */
typedef struct _TlReport TlReport;

gboolean    tl_report_kind_parse       (const char             *name,
                                        TlReportKind           *kind);
const char *tl_report_kind_get_title   (TlReportKind            kind);
TlTier      tl_report_kind_get_tier    (TlReportKind            kind);
gboolean    tl_report_format_parse     (const char             *name,
                                        TlReportFormat         *format);

TlReport   *tl_report_new              (GPtrArray              *exports,
                                        const TlReportOptions  *options,
                                        TlReportProgress        progress,
                                        gpointer                user_data,
                                        GCancellable           *cancellable,
                                        GError                **error);
void        tl_report_free             (TlReport               *self);
GBytes     *tl_report_write            (TlReport               *self,
                                        TlReportFormat          format,
                                        TlReportProgress        progress,
                                        gpointer                user_data,
                                        GCancellable           *cancellable,
                                        GError                **error);
char       *tl_report_dup_text         (TlReport               *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlReport, tl_report_free)

G_END_DECLS
