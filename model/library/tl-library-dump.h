/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlDumpFormat:
 * @TL_DUMP_SQL: one file of statements that any engine reads: CREATE TABLE and INSERT
 * @TL_DUMP_CSV: a folder with a file a table and "schema.sql", which makes them; what is not recorded is an empty cell,
 *   an empty text is ""
 *
 * How a library is written for another engine.
 */
typedef enum {
  TL_DUMP_SQL,
  TL_DUMP_CSV,
} TlDumpFormat;

gboolean tl_dump_format_parse (const char    *name,
                               TlDumpFormat  *format);

gboolean tl_library_dump      (TlLibrary     *self,
                               TlDumpFormat   format,
                               const char    *path,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
