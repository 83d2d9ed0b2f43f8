/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/exchange/tl-xml-reader.h"
#include "model/review/tl-review.h"

G_BEGIN_DECLS

/**
 * TlImportFlags:
 * @TL_IMPORT_REPLACE: a file of that name is replaced once the new review is complete
 */
typedef enum {
  TL_IMPORT_DEFAULT = 0,
  TL_IMPORT_REPLACE = 1 << 0,
} TlImportFlags;

gboolean tl_import_xml       (const char     *path,
                              const char     *review_path,
                              const char     *author,
                              TlImportFlags   flags,
                              GPtrArray     **problems,
                              GCancellable   *cancellable,
                              GError        **error);
gboolean tl_import_xml_bytes (GBytes         *bytes,
                              const char     *name,
                              const char     *review_path,
                              const char     *author,
                              TlImportFlags   flags,
                              GPtrArray     **problems,
                              GCancellable   *cancellable,
                              GError        **error);

/* For the other readers: makes a new review of whole records, the review first. */
gboolean tl_import_records   (GPtrArray      *records,
                              const char     *name,
                              const char     *review_path,
                              const char     *author,
                              TlImportFlags   flags,
                              GCancellable   *cancellable,
                              GError        **error);

G_END_DECLS
