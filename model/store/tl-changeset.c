/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Changesets: what one edit did to the records, made, applied and walked through SQLite's session extension. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-changeset.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/store/tl-table.h"

static int
attach (TlRecorder    *recorder,
        const TlTable *table)
{
  int code = sqlite3session_attach (recorder, table->kind->name);

  for (guint i = 0; code == SQLITE_OK && i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL)
      code = sqlite3session_attach (recorder, table->lists[i]);
  return code;
}

/**
 * tl_recorder_start:
 * @connection: a connection in a transaction
 * @error: return location
 *
 * Records changes to the kinds' own tables, by name: attaching every table would take in derived ones, whose changes
 * must never be undone from a changeset.
 *
 * Returns: (transfer full) (nullable): a recorder
 */
TlRecorder *
tl_recorder_start (TlConnection *connection,
                   GError      **error)
{
  g_autoptr (TlRecorder) recorder = NULL;
  int code = sqlite3session_create (tl_connection_get_handle (connection), "main", &recorder);

  for (guint i = 0; code == SQLITE_OK && i < tl_kinds_get_n (); i++)
    code = attach (recorder, tl_table_get (tl_kinds_get (i)));
  if (code != SQLITE_OK)
    {
      tl_connection_fail (connection, code, error);
      return NULL;
    }
  return g_steal_pointer (&recorder);
}

/**
 * tl_recorder_finish:
 * @recorder: a recorder
 * @connection: the connection it was started on
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what happened so far as a changeset, empty when nothing did; %NULL on failure
 */
GBytes *
tl_recorder_finish (TlRecorder   *recorder,
                    TlConnection *connection,
                    GError      **error)
{
  int size = 0;
  void *data = NULL;
  int code = sqlite3session_changeset (recorder, &size, &data);

  if (code != SQLITE_OK)
    {
      tl_connection_fail (connection, code, error);
      return NULL;
    }
  return g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
}

/**
 * tl_recorder_discard:
 * @recorder: (transfer full) (nullable): a recorder
 */
void
tl_recorder_discard (TlRecorder *recorder)
{
  if (recorder != NULL)
    sqlite3session_delete (recorder);
}

static gboolean
open_changeset (GBytes                  *changeset,
                sqlite3_changeset_iter **iterator)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);

  return sqlite3changeset_start (iterator, (int) size, (void *) data) == SQLITE_OK;
}

/* The first column of every table is the id of the record that a row belongs to. */
static gboolean
collect_row (sqlite3_changeset_iter *iterator,
             GHashTable             *touched)
{
  const char *name = NULL;
  int n_columns, operation, list_field;
  sqlite3_value *id = NULL;

  sqlite3changeset_op (iterator, &name, &n_columns, &operation, NULL);

  const TlTable *table = tl_table_lookup (name, &list_field);
  if (table == NULL)
    return FALSE;
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iterator, 0, &id);
  else
    sqlite3changeset_old (iterator, 0, &id);
  if (id == NULL || sqlite3_value_type (id) != SQLITE_TEXT)
    return FALSE;

  const char *key = (const char *) sqlite3_value_text (id);
  gpointer before = NULL;

  if (!g_hash_table_lookup_extended (touched, key, NULL, &before))
    g_hash_table_insert (touched, g_strdup (key), (gpointer) table->kind);
  else if (before != table->kind)
    g_hash_table_insert (touched, g_strdup (key), NULL);
  return TRUE;
}

/**
 * tl_changeset_collect:
 * @changeset: a changeset
 * @touched: (element-type utf8 TlKind): takes the ids of the records it touches and their kinds; %NULL for an id that
 *   passed from one kind to another
 *
 * Returns: %FALSE when @changeset is not one of ours
 */
gboolean
tl_changeset_collect (GBytes     *changeset,
                      GHashTable *touched)
{
  sqlite3_changeset_iter *iterator = NULL;
  gboolean good = TRUE;

  if (g_bytes_get_size (changeset) == 0)
    return TRUE;
  if (!open_changeset (changeset, &iterator))
    return FALSE;
  while (good && sqlite3changeset_next (iterator) == SQLITE_ROW)
    good = collect_row (iterator, touched);
  return sqlite3changeset_finalize (iterator) == SQLITE_OK && good;
}

/* NULL for a column that is unset, and for one that the changeset says nothing of since it was not touched. */
static const char *
get_text (sqlite3_changeset_iter *iterator,
          int                   (*get) (sqlite3_changeset_iter *, int, sqlite3_value **),
          int                     column)
{
  sqlite3_value *value = NULL;

  return get (iterator, column, &value) == SQLITE_OK && value != NULL && sqlite3_value_type (value) == SQLITE_TEXT
           ? (const char *) sqlite3_value_text (value) : NULL;
}

static gboolean
tell_row (sqlite3_changeset_iter *iterator,
          TlChangesetTextFunc     func,
          gpointer                data)
{
  const char *name = NULL;
  int n_columns, operation, list_field;

  sqlite3changeset_op (iterator, &name, &n_columns, &operation, NULL);

  const TlTable *table = tl_table_lookup (name, &list_field);
  if (table == NULL)
    return FALSE;
  if (list_field >= 0)
    return TRUE;
  if (n_columns > (int) table->n_columns + 1)
    return FALSE;

  const char *id = get_text (iterator, operation == SQLITE_INSERT ? sqlite3changeset_new : sqlite3changeset_old, 0);
  if (id == NULL)
    return FALSE;
  for (int i = 1; i < n_columns; i++)
    {
      const char *before = operation != SQLITE_INSERT ? get_text (iterator, sqlite3changeset_old, i) : NULL;
      const char *after = operation != SQLITE_DELETE ? get_text (iterator, sqlite3changeset_new, i) : NULL;

      if (before != NULL || after != NULL)
        func (table->kind, table->columns[i - 1].field, id, before, after, data);
    }
  return TRUE;
}

/**
 * tl_changeset_each_text:
 * @changeset: a changeset
 * @func: told every text that it put in the place of another
 * @data: for @func
 *
 * Returns: %FALSE when @changeset is not one of ours
 */
gboolean
tl_changeset_each_text (GBytes              *changeset,
                        TlChangesetTextFunc  func,
                        gpointer             data)
{
  sqlite3_changeset_iter *iterator = NULL;
  gboolean good = TRUE;

  if (g_bytes_get_size (changeset) == 0)
    return TRUE;
  if (!open_changeset (changeset, &iterator))
    return FALSE;
  while (good && sqlite3changeset_next (iterator) == SQLITE_ROW)
    good = tell_row (iterator, func, data);
  return sqlite3changeset_finalize (iterator) == SQLITE_OK && good;
}

/* Whether the table of the change that @iterator is at is one of ours, with no more columns and the same key. */
static gboolean
fits_table (sqlite3_changeset_iter *iterator,
            TlConnection           *connection)
{
  const char *name = NULL;
  int n_columns, operation, list_field, n_key_columns;
  unsigned char *key = NULL;

  sqlite3changeset_op (iterator, &name, &n_columns, &operation, NULL);

  const TlTable *table = tl_table_lookup (name, &list_field);
  if (table == NULL || sqlite3changeset_pk (iterator, &key, &n_key_columns) != SQLITE_OK || n_columns < 1
      || n_columns > (list_field >= 0 ? 3 : (int) table->n_columns + 1))
    return FALSE;

  /* The key of a record is its id, that of an item of a list its owner and its value. */
  for (int i = 0; i < n_columns; i++)
    if ((key[i] != 0) != (i == 0 || (i == 1 && list_field >= 0)))
      return FALSE;
  return sqlite3_table_column_metadata (tl_connection_get_handle (connection), "main", name, NULL, NULL, NULL, NULL,
                                        NULL, NULL) == SQLITE_OK;
}

/* SQLite passes over a table that it does not find, that has fewer columns than the changeset or another key, and says
 * nothing. */
static gboolean
fits_file (GBytes       *changeset,
           TlConnection *connection)
{
  sqlite3_changeset_iter *iterator = NULL;
  gboolean fits = TRUE;

  if (!open_changeset (changeset, &iterator))
    return FALSE;
  while (fits && sqlite3changeset_next (iterator) == SQLITE_ROW)
    fits = fits_table (iterator, connection);
  return sqlite3changeset_finalize (iterator) == SQLITE_OK && fits;
}

/* The log is undone strictly last first, so whatever doesn't fit is a fault and nothing is done. */
static int
conflict_cb (void                   *data,
             int                     conflict,
             sqlite3_changeset_iter *iterator)
{
  return SQLITE_CHANGESET_ABORT;
}

/**
 * tl_changeset_apply:
 * @changeset: a changeset
 * @inverted: whether to take it back
 * @connection: a connection in a transaction
 * @error: return location
 *
 * Returns: %FALSE when it doesn't fit the file as it is; then nothing was changed
 */
gboolean
tl_changeset_apply (GBytes        *changeset,
                    gboolean       inverted,
                    TlConnection  *connection,
                    GError       **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);

  if (size == 0)
    return TRUE;

  int code = fits_file (changeset, connection)
               ? sqlite3changeset_apply_v2 (tl_connection_get_handle (connection), (int) size, (void *) data, NULL,
                                            conflict_cb, NULL, NULL, NULL,
                                            inverted ? SQLITE_CHANGESETAPPLY_INVERT : 0)
               : SQLITE_SCHEMA;
  if (code == SQLITE_OK)
    return TRUE;
  /* A constraint is a reference that would dangle. */
  if (code != SQLITE_ABORT && code != SQLITE_SCHEMA && (code & 0xff) != SQLITE_CONSTRAINT)
    return tl_connection_fail (connection, code, error);

  g_set_error (error, TL_ERROR, TL_ERROR_DAMAGED,
               _("A step of the history of “%s” does not fit the review as it is. Nothing was changed."),
               tl_connection_get_name (connection));
  return FALSE;
}
