/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the index: slices of fields and texts put in and taken out. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <string.h>

#include "model/store/tl-index-private.h"

gboolean
_tl_index_insert_slice (TlIndex        *self,
                        const char     *owner,
                        const char     *place,
                        gboolean        title,
                        const char     *text,
                        const TlSlice  *slice,
                        gint64          position,
                        GError        **error)
{
  sqlite3_stmt *row = _tl_index_prepare (self, error,
                                         "INSERT INTO \"%s\".\"search_row\" (\"owner\", \"place\", \"start\", "
                                         "\"position\", \"size\") VALUES (?, ?, ?, ?, ?)", self->schema);
  sqlite3_stmt *words = _tl_index_prepare (self, error,
                                           "INSERT INTO \"%s\".\"search\" (\"rowid\", \"title\", \"text\") "
                                           "VALUES (?, ?, ?)", self->schema);

  if (row == NULL || words == NULL)
    return FALSE;
  sqlite3_bind_text (row, 1, owner, -1, SQLITE_STATIC);
  sqlite3_bind_text (row, 2, place, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (row, 3, (gint64) slice->start);
  sqlite3_bind_int64 (row, 4, position);
  sqlite3_bind_int64 (row, 5, (gint64) slice->size);
  if (!tl_connection_run (self->connection, row, error))
    return FALSE;

  sqlite3_bind_int64 (words, 1, sqlite3_last_insert_rowid (tl_connection_get_handle (self->connection)));
  sqlite3_bind_text (words, title ? 2 : 3, text + slice->start, (int) slice->size, SQLITE_STATIC);
  return tl_connection_run (self->connection, words, error);
}

static gboolean
delete_slice (TlIndex        *self,
              gint64          row,
              gboolean        title,
              const char     *text,
              const TlSlice  *slice,
              GError        **error)
{
  sqlite3_stmt *words = _tl_index_prepare (self, error,
                                           "INSERT INTO \"%s\".\"search\" (\"search\", \"rowid\", \"title\", "
                                           "\"text\") VALUES ('delete', ?, ?, ?)", self->schema);
  sqlite3_stmt *place = _tl_index_prepare (self, error, "DELETE FROM \"%s\".\"search_row\" WHERE \"row\" = ?",
                                           self->schema);

  if (words == NULL || place == NULL)
    return FALSE;
  sqlite3_bind_int64 (words, 1, row);
  sqlite3_bind_text (words, title ? 2 : 3, text + slice->start, (int) slice->size, SQLITE_STATIC);
  sqlite3_bind_int64 (place, 1, row);
  return tl_connection_run (self->connection, words, error) && tl_connection_run (self->connection, place, error);
}

static char *
name_place (const TlKind *kind,
            guint         field)
{
  return g_strdup_printf ("%s.%s", kind->name, kind->fields[field].name);
}

gboolean
_tl_index_put_field (TlIndex       *self,
                     const TlKind  *kind,
                     guint          field,
                     const char    *id,
                     const char    *text,
                     GError       **error)
{
  g_autofree char *place = name_place (kind, field);
  gboolean title = (kind->fields[field].flags & TL_FIELD_TITLE) != 0;
  gsize length = strlen (text);
  TlSlice slice = { 0 };

  while (_tl_slice_next (text, length, &slice))
    if (!_tl_index_insert_slice (self, id, place, title, text, &slice, g_utf8_strlen (text, (gssize) slice.start),
                                 error))
      return FALSE;
  return TRUE;
}

/* Where the index has not had it, it does not say what the log says, and is at fault. */
gboolean
_tl_index_take_field (TlIndex       *self,
                      const TlKind  *kind,
                      guint          field,
                      const char    *id,
                      const char    *text,
                      GError       **error)
{
  g_autofree char *place = name_place (kind, field);
  gboolean title = (kind->fields[field].flags & TL_FIELD_TITLE) != 0;
  gsize length = strlen (text);
  TlSlice slice = { 0 };

  while (_tl_slice_next (text, length, &slice))
    {
      sqlite3_stmt *statement = _tl_index_prepare (self, error,
                                                   "SELECT \"row\" FROM \"%s\".\"search_row\" WHERE \"owner\" = ? AND "
                                                   "\"place\" = ? AND \"start\" = ? AND \"size\" = ?", self->schema);
      gboolean found;

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, place, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, (gint64) slice.start);
      sqlite3_bind_int64 (statement, 4, (gint64) slice.size);
      if (!tl_connection_step (self->connection, statement, &found, error))
        return FALSE;
      if (!found)
        return tl_connection_fail (self->connection, SQLITE_CORRUPT, error);

      gint64 row = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
      if (!delete_slice (self, row, title, text, &slice, error))
        return FALSE;
    }
  return TRUE;
}
