/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing tables for other engines, row by row; for this room only. */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "model/library/tl-library-dump.h"

G_BEGIN_DECLS

/**
 * TlDumpTable:
 * @name: what the table is called outside
 * @columns: "NAME type, …", as SQL has it, with the primary key
 * @n_columns: how many values a row has
 *
 * A table as another engine is to make it.
 */
typedef struct {
  const char *name;
  const char *columns;
  guint       n_columns;
} TlDumpTable;

/**
 * TlDumpWriter:
 *
 * One dump on its way to the disk. What was to be written to and can't be is left as it was.
 */
typedef struct _TlDumpWriter TlDumpWriter;

TlDumpWriter *_tl_dump_writer_new    (TlDumpFormat        format,
                                      const char         *path,
                                      GError            **error);
void          _tl_dump_writer_free   (TlDumpWriter       *self);

gboolean      _tl_dump_writer_begin  (TlDumpWriter       *self,
                                      const TlDumpTable  *table,
                                      GError            **error);
gboolean      _tl_dump_writer_row    (TlDumpWriter       *self,
                                      sqlite3_stmt       *row,
                                      GError            **error);
gboolean      _tl_dump_writer_texts  (TlDumpWriter       *self,
                                      const char *const  *values,
                                      GError            **error);
gboolean      _tl_dump_writer_finish (TlDumpWriter       *self,
                                      GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDumpWriter, _tl_dump_writer_free)

G_END_DECLS
