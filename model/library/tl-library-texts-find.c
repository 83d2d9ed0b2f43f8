/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the full-text index of a library, which stays open from one question to the next. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-texts-private.h"

#include <string.h>

/* Opening */

/* Numbers that are others as soon as anybody has written to the index or the library. */
static gboolean
read_versions (TlLibraryTexts  *self,
               gint64           versions[TL_LIBRARY_TEXTS_N_VERSIONS],
               GError         **error)
{
  TlConnection *library = tl_library_get_connection (self->library);

  versions[0] = sqlite3_total_changes64 (tl_connection_get_handle (library));
  return tl_connection_get_number (library, "PRAGMA data_version", &versions[1], error)
         && tl_connection_get_number (self->connection, "PRAGMA data_version", &versions[2], error);
}

/**
 * tl_library_texts_get:
 * @library: a library
 * @cancellable: (nullable): to give up; what was read by then is kept
 * @error: return location
 *
 * Like tl_library_texts_open(), but the index stays open, and where nothing was written since nothing is compared.
 *
 * Returns: (transfer none) (nullable): the index, which lives as long as @library
 */
TlLibraryTexts *
tl_library_texts_get (TlLibrary     *library,
                      GCancellable  *cancellable,
                      GError       **error)
{
  static const char key[] = "tl-library-texts";
  gint64 versions[TL_LIBRARY_TEXTS_N_VERSIONS];

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlLibraryTexts *self = g_object_get_data (G_OBJECT (library), key);

  if (self == NULL)
    {
      self = _tl_library_texts_new (library, error);
      g_object_set_data_full (G_OBJECT (library), key, self, (GDestroyNotify) tl_library_texts_free);
    }
  if (self == NULL)
    return NULL;
  if (read_versions (self, versions, NULL) && memcmp (versions, self->versions, sizeof versions) == 0)
    return self;
  if (_tl_library_texts_follow (self, NULL, cancellable, error) && read_versions (self, self->versions, error))
    return self;
  g_object_set_data (G_OBJECT (library), key, NULL);
  return NULL;
}

/**
 * tl_library_texts_new_tokenizer:
 * @self: an index; it must outlive what is returned
 * @error: return location
 *
 * Returns: (transfer full) (nullable): divides texts as the index does
 */
TlTokenizer *
tl_library_texts_new_tokenizer (TlLibraryTexts  *self,
                                GError         **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return tl_tokenizer_new (self->connection, error);
}

/* Finding */

/* As a function of SQL: hands a record to whoever looks for it. To have SQLite call it row by row costs a fraction of
 * what it costs to step from row to row. */
static void
note_step (sqlite3_context  *context,
           int               n_values,
           sqlite3_value   **values)
{
  TlLibraryTexts *self = sqlite3_user_data (context);

  self->func ((guint) sqlite3_value_int64 (values[0]), self->data);
}

static void
note_final (sqlite3_context *context)
{
}

/* Adds to the connection of the index what find() needs. */
void
_tl_library_texts_add_functions (TlLibraryTexts *self)
{
  sqlite3_create_function_v2 (tl_connection_get_handle (self->connection), "note", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY,
                              self, NULL, note_step, note_final, NULL);
}

/**
 * tl_library_texts_find:
 * @self: an index
 * @match: a question in FTS5's language
 * @func: takes the records that match, superseded ones too
 * @data: for @func
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_texts_find (TlLibraryTexts      *self,
                       const char          *match,
                       TlLibraryTextsFunc   func,
                       gpointer             data,
                       GError             **error)
{
  g_return_val_if_fail (self != NULL && match != NULL && func != NULL, FALSE);

  sqlite3_stmt *statement = tl_connection_prepare (self->connection,
                                                   "SELECT note (rowid) FROM texts WHERE texts MATCH ?", error);

  if (statement == NULL)
    return FALSE;
  self->func = func;
  self->data = data;
  sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
  return tl_connection_run (self->connection, statement, error);
}

/**
 * tl_library_texts_rank:
 * @self: an index
 * @match: a question in FTS5's language
 * @func: takes the records that match, superseded ones too, those first that match best
 * @data: for @func
 * @error: return location
 *
 * Goes through what matches, as far as @func wants.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_texts_rank (TlLibraryTexts      *self,
                       const char          *match,
                       TlLibraryRankFunc    func,
                       gpointer             data,
                       GError             **error)
{
  g_return_val_if_fail (self != NULL && match != NULL && func != NULL, FALSE);

  sqlite3_stmt *statement = tl_connection_prepare (self->connection,
                                                   "SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank", error);
  gboolean row = statement != NULL;

  if (statement != NULL)
    sqlite3_bind_text (statement, 1, match, -1, SQLITE_TRANSIENT);
  while (row)
    {
      if (!tl_connection_step (self->connection, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (!func ((guint) sqlite3_column_int64 (statement, 0), data))
        {
          sqlite3_reset (statement);
          return TRUE;
        }
    }
  return FALSE;
}
