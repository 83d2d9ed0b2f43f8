/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/exchange/tl-export.h"

G_BEGIN_DECLS

void     tl_xml_append_text (GString        *out,
                             const char     *text,
                             gboolean        attribute);

char    *tl_xml_dup_export  (TlExport       *export);

gboolean tl_export_xml      (TlReview        *review,
                             TlTier           tier,
                             TlExportOptions  options,
                             GOutputStream   *stream,
                             TlExportReport **report,
                             GCancellable    *cancellable,
                             GError         **error);
gboolean tl_export_xml_path (TlReview        *review,
                             TlTier           tier,
                             TlExportOptions  options,
                             const char      *path,
                             TlExportReport **report,
                             GCancellable    *cancellable,
                             GError         **error);

G_END_DECLS
