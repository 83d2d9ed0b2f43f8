/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of a parcel as SQLite sees them; for this room only. */
#pragma once

#include "model/library/tl-parcel.h"
#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/**
 * TlParcelSource:
 * @parcel: a parcel
 * @table: the place of a statement
 * @record: the number that the record has got
 *
 * What the statements that insert the rows of a file have as their only parameter, by tl_parcel_table_bind(): the rows
 * of @parcel that are for @table.
 */
typedef struct {
  const TlParcel *parcel;
  guint           table;
  gint64          record;
} TlParcelSource;

gboolean tl_parcel_table_register (TlConnection    *connection,
                                   GError         **error);
char    *tl_parcel_table_dup_sql  (guint            n_columns);
void     tl_parcel_table_bind     (sqlite3_stmt    *statement,
                                   TlParcelSource  *source);

G_END_DECLS
