/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking the index: the slices in which something stands, whose they are, and what stands there. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <string.h>

#include "model/store/tl-index-private.h"
#include "model/store/tl-table.h"

/* How much more a word of a title says of what a record is about than one in a long text. */
#define WEIGHTS "4.0, 1.0"

/**
 * tl_index_is_there:
 * @self: an index, in a transaction
 * @there: (out): whether it can be asked
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_index_is_there (TlIndex   *self,
                   gboolean  *there,
                   GError   **error)
{
  g_return_val_if_fail (self != NULL && there != NULL, FALSE);

  TlIndexStanding standing;

  if (!_tl_index_look (self, &standing, error))
    return FALSE;
  *there = standing.there;
  return TRUE;
}

/* FALSE for what another version may have had in its index. */
static gboolean
find_place (const char  *place,
            TlIndexRow  *row)
{
  g_auto (GStrv) names = g_strsplit (place, ".", 2);

  row->kind = NULL;
  if (names[0] == NULL)
    return TRUE;
  row->kind = tl_kind_lookup (names[0]);

  int field = row->kind != NULL && names[1] != NULL ? tl_kind_find_field_index (row->kind, names[1]) : -1;
  row->field = (guint) MAX (field, 0);
  return field >= 0;
}

static void
tell_row (sqlite3_stmt   *statement,
          TlIndexRowFunc  func,
          gpointer        data)
{
  TlIndexRow row = {
    .owner = (char *) sqlite3_column_text (statement, 0),
    .start = sqlite3_column_int64 (statement, 2),
    .position = sqlite3_column_int64 (statement, 3),
    .size = sqlite3_column_int64 (statement, 4),
    .rank = sqlite3_column_double (statement, 5),
  };

  if (find_place ((const char *) sqlite3_column_text (statement, 1), &row))
    func (&row, data);
}

/**
 * tl_index_find:
 * @self: an index that is there, in a transaction
 * @match: what to find, in the language of FTS5: never what a person typed
 * @ranked: whether to say how well each row matches, which takes reading where in it the words are
 * @func: told each row in which it stands
 * @data: for @func
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_index_find (TlIndex         *self,
               const char      *match,
               gboolean         ranked,
               TlIndexRowFunc   func,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  g_return_val_if_fail (self != NULL && match != NULL && func != NULL, FALSE);

  sqlite3_stmt *statement = _tl_index_prepare (self, error,
                                               "SELECT r.\"owner\", r.\"place\", r.\"start\", r.\"position\", "
                                               "r.\"size\", %s FROM \"%s\".\"search\" CROSS JOIN \"%s\".\"search_row\" "
                                               "AS r ON r.\"row\" = \"search\".\"rowid\" WHERE \"search\" MATCH ?",
                                               ranked ? "bm25(\"search\", " WEIGHTS ")" : "0.0", self->schema,
                                               self->schema);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_STATIC);
  while (tl_connection_step (self->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
      tell_row (statement, func, data);
    }
  return FALSE;
}

static gboolean
each_holder_of (TlIndex            *self,
                const TlKind       *kind,
                guint               field,
                TlIndexHolderFunc   func,
                gpointer            data,
                GError            **error)
{
  const char *name = kind->fields[field].name;
  sqlite3_stmt *statement = _tl_index_prepare (self, error,
                                               "SELECT \"%s\", \"id\" FROM \"main\".\"%s\" WHERE \"%s\" IS NOT NULL",
                                               name, kind->name, name);
  gboolean row = TRUE;

  while (statement != NULL && tl_connection_step (self->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      func ((const char *) sqlite3_column_text (statement, 0), kind, field,
            (const char *) sqlite3_column_text (statement, 1), data);
    }
  return FALSE;
}

/**
 * tl_index_each_holder:
 * @self: an index, in a transaction
 * @func: told each record that holds a text, and the text's digest
 * @data: for @func
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_index_each_holder (TlIndex            *self,
                      TlIndexHolderFunc   func,
                      gpointer            data,
                      GError            **error)
{
  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);

      for (guint j = 0; j < kind->n_fields; j++)
        if (kind->fields[j].type == TL_FIELD_BODY && !each_holder_of (self, kind, j, func, data, error))
          return FALSE;
    }
  return TRUE;
}

/* Of a text of megabytes only what is asked for is read. */
static gboolean
read_text_slice (TlIndex           *self,
                 const TlIndexRow  *row,
                 char             **slice,
                 GError           **error)
{
  sqlite3_stmt *statement = _tl_index_prepare (self, error,
                                               "SELECT \"rowid\" FROM \"main\".\"text\" WHERE \"digest\" = ?");
  sqlite3_blob *blob = NULL;
  gboolean found;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, row->owner, -1, SQLITE_STATIC);
  if (!tl_connection_step (self->connection, statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  gint64 rowid = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  int code = sqlite3_blob_open (tl_connection_get_handle (self->connection), "main", "text", "body", rowid, 0, &blob);
  if (code == SQLITE_OK && row->start >= 0 && row->size >= 0 && row->start + row->size <= sqlite3_blob_bytes (blob))
    {
      *slice = g_malloc0 ((gsize) row->size + 1);
      code = sqlite3_blob_read (blob, *slice, (int) row->size, (int) row->start);
    }
  sqlite3_blob_close (blob);
  return code == SQLITE_OK || tl_connection_fail (self->connection, code, error);
}

static gboolean
read_field_slice (TlIndex           *self,
                  const TlIndexRow  *row,
                  char             **slice,
                  GError           **error)
{
  g_autoptr (GPtrArray) found = tl_table_find (self->connection, row->kind->name, row->kind->fields[row->field].name,
                                               "id", row->owner, error);
  if (found == NULL)
    return FALSE;

  const char *text = found->len > 0 ? g_ptr_array_index (found, 0) : "";
  if (row->start >= 0 && row->size >= 0 && (gsize) (row->start + row->size) <= strlen (text))
    *slice = g_strndup (text + row->start, (gsize) row->size);
  return TRUE;
}

/**
 * tl_index_dup_slice:
 * @self: an index, in a transaction
 * @row: a row that was found
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what stands there now, the empty string when it is gone; %NULL on failure
 */
char *
tl_index_dup_slice (TlIndex           *self,
                    const TlIndexRow  *row,
                    GError           **error)
{
  g_return_val_if_fail (self != NULL && row != NULL, NULL);

  g_autofree char *slice = NULL;

  if (row->kind != NULL ? !read_field_slice (self, row, &slice, error) : !read_text_slice (self, row, &slice, error))
    return NULL;
  /* The index may be behind what stands there. */
  if (slice == NULL || !g_utf8_validate (slice, -1, NULL))
    return g_strdup ("");
  return g_steal_pointer (&slice);
}
