/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-export-report.h"
#include "model/exchange/tl-plain-record.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlExportOptions:
 * @TL_EXPORT_WITH_IDENTITIES: real names leave too; in the transfer tier only
 */
typedef enum {
  TL_EXPORT_DEFAULT         = 0,
  TL_EXPORT_WITH_IDENTITIES = 1 << 0,
} TlExportOptions;

/**
 * TlExport:
 * @tier: to whom
 * @records: (element-type TlPlainRecord): what leaves: the kinds in order, the records of a kind in order of their ids
 *   outside. A body is its digest
 * @typologies: (element-type utf8 utf8): the version of each typology of which a code leaves
 * @report: what stays
 *
 * What of a review leaves in a tier, before it is written in any format.
 */
typedef struct {
  TlTier          tier;
  GPtrArray      *records;
  GHashTable     *typologies;
  TlExportReport *report;
} TlExport;

TlExport *tl_export_new    (TlReview         *review,
                            TlTier            tier,
                            TlExportOptions   options,
                            GError          **error);
void      tl_export_free   (TlExport         *self);
gboolean  tl_export_write  (const char       *text,
                            gssize            length,
                            const char       *path,
                            GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExport, tl_export_free)

G_END_DECLS
