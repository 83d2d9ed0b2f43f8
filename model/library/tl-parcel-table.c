/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A virtual table over the rows of a parcel, by which one statement inserts all that a record has for a table: that
 * takes two thirds of what as many statements take that have a row each. There is nothing to it but to read the rows in
 * order; what it reads is bound. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-parcel-table.h"

#include "model/library/tl-library-tables.h"

#define NAME "parcel_rows"

/* By which SQLite tells our pointers from others'. */
#define POINTER_TYPE "TlParcelSource"

typedef struct {
  sqlite3_vtab_cursor   base;
  const TlParcelSource *source; /* borrowed */
  TlParcelRow           row;
  gboolean              more;
} Cursor;

static int
connect_cb (sqlite3           *db,
            void              *data,
            int                n_words,
            const char *const *words,
            sqlite3_vtab     **table,
            char             **message)
{
  g_autoptr (GString) sql = g_string_new ("CREATE TABLE x (");

  for (guint i = 1; i <= TL_PARCEL_MAX_VALUES; i++)
    g_string_append_printf (sql, "c%u, ", i);
  g_string_append (sql, "source HIDDEN)");

  int code = sqlite3_declare_vtab (db, sql->str);

  if (code != SQLITE_OK)
    return code;
  *table = sqlite3_malloc (sizeof **table);
  if (*table == NULL)
    return SQLITE_NOMEM;
  **table = (sqlite3_vtab) { NULL };
  return SQLITE_OK;
}

static int
disconnect_cb (sqlite3_vtab *table)
{
  sqlite3_free (table);
  return SQLITE_OK;
}

/* There is one way to read it: all rows of what is bound. */
static int
best_index_cb (sqlite3_vtab       *table,
               sqlite3_index_info *info)
{
  for (int i = 0; i < info->nConstraint; i++)
    if (info->aConstraint[i].iColumn == TL_PARCEL_MAX_VALUES && info->aConstraint[i].usable
        && info->aConstraint[i].op == SQLITE_INDEX_CONSTRAINT_EQ)
      {
        info->aConstraintUsage[i].argvIndex = 1;
        info->aConstraintUsage[i].omit = 1;
        return SQLITE_OK;
      }
  return SQLITE_CONSTRAINT;
}

static int
open_cb (sqlite3_vtab         *table,
         sqlite3_vtab_cursor **cursor)
{
  Cursor *self = sqlite3_malloc (sizeof *self);

  if (self == NULL)
    return SQLITE_NOMEM;
  *self = (Cursor) { 0 };
  *cursor = &self->base;
  return SQLITE_OK;
}

static int
close_cb (sqlite3_vtab_cursor *cursor)
{
  sqlite3_free (cursor);
  return SQLITE_OK;
}

static int
next_cb (sqlite3_vtab_cursor *cursor)
{
  Cursor *self = (Cursor *) cursor;

  self->more = tl_parcel_next_row (&self->row);
  return SQLITE_OK;
}

static int
filter_cb (sqlite3_vtab_cursor *cursor,
           int                  number,
           const char          *name,
           int                  n_values,
           sqlite3_value      **values)
{
  Cursor *self = (Cursor *) cursor;

  self->source = n_values == 1 ? sqlite3_value_pointer (values[0], POINTER_TYPE) : NULL;
  if (self->source == NULL)
    return SQLITE_MISUSE;
  tl_parcel_begin_read (self->source->parcel, self->source->table, &self->row);
  return next_cb (cursor);
}

static int
eof_cb (sqlite3_vtab_cursor *cursor)
{
  return !((Cursor *) cursor)->more;
}

static int
column_cb (sqlite3_vtab_cursor *cursor,
           sqlite3_context     *context,
           int                  column)
{
  const Cursor *self = (const Cursor *) cursor;
  const TlParcelValue *value = tl_parcel_row_get (&self->row, (guint) column + 1);

  if (value == NULL)
    return SQLITE_OK; /* NULL */
  switch (value->type)
    {
    case TL_PARCEL_NUMBER:
      sqlite3_result_int64 (context, value->number);
      break;
    case TL_PARCEL_KEY:
      sqlite3_result_int64 (context, self->source->record << TL_LIBRARY_KEY_BITS | value->number);
      break;
    case TL_PARCEL_RECORD:
      sqlite3_result_int64 (context, self->source->record);
      break;
    case TL_PARCEL_TEXT:
      sqlite3_result_text (context, value->bytes, (int) value->number, SQLITE_STATIC);
      break;
    case TL_PARCEL_BYTES:
    default:
      sqlite3_result_blob (context, value->bytes, (int) value->number, SQLITE_STATIC);
      break;
    }
  return SQLITE_OK;
}

static int
rowid_cb (sqlite3_vtab_cursor *cursor,
          sqlite3_int64       *rowid)
{
  *rowid = 0;
  return SQLITE_OK;
}

/**
 * tl_parcel_table_register:
 * @connection: a connection that is to insert rows of parcels
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_parcel_table_register (TlConnection  *connection,
                          GError       **error)
{
  /* Without xCreate it is there by its name alone, and no file can have one of its own. */
  static const sqlite3_module module = {
    .xConnect = connect_cb,   .xBestIndex = best_index_cb, .xDisconnect = disconnect_cb, .xOpen = open_cb,
    .xClose = close_cb,       .xFilter = filter_cb,        .xNext = next_cb,             .xEof = eof_cb,
    .xColumn = column_cb,     .xRowid = rowid_cb,
  };
  int code = sqlite3_create_module (tl_connection_get_handle (connection), NAME, &module, NULL);

  return code == SQLITE_OK || tl_connection_fail (connection, code, error);
}

/**
 * tl_parcel_table_dup_sql:
 * @n_columns: how many values its rows have
 *
 * Returns: (transfer full): what follows "INSERT INTO table" in a statement with tl_parcel_table_bind()'s parameter
 */
char *
tl_parcel_table_dup_sql (guint n_columns)
{
  g_return_val_if_fail (n_columns > 0 && n_columns <= TL_PARCEL_MAX_VALUES, NULL);

  g_autoptr (GString) sql = g_string_new ("SELECT c1");

  for (guint i = 2; i <= n_columns; i++)
    g_string_append_printf (sql, ", c%u", i);
  g_string_append (sql, " FROM " NAME " (?)");
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * tl_parcel_table_bind:
 * @statement: a statement with what tl_parcel_table_dup_sql() returned
 * @source: what is read whenever the statement runs
 */
void
tl_parcel_table_bind (sqlite3_stmt   *statement,
                      TlParcelSource *source)
{
  sqlite3_bind_pointer (statement, 1, source, POINTER_TYPE, NULL);
}
