/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log of a review: every change ever committed, in order. Only ever appended to, except to forget. */
#include "config.h"

#include "model/store/tl-log.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"

/**
 * tl_log_entry_free:
 * @entry: (transfer full) (nullable): an entry
 */
void
tl_log_entry_free (TlLogEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->id);
  g_free (entry->author);
  g_free (entry->label);
  g_free (entry->kind);
  g_free (entry->target);
  g_free (entry->group);
  g_free (entry);
}

/**
 * tl_log_append:
 * @connection: a connection in a transaction that writes
 * @entry: what to write; its seq is not looked at
 * @changeset: what it did
 * @seq: (out): its place in the log
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_log_append (TlConnection      *connection,
               const TlLogEntry  *entry,
               GBytes            *changeset,
               gint64            *seq,
               GError           **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection,
                                                   "INSERT INTO \"change\" (\"id\", \"author\", \"time\", \"label\", "
                                                   "\"kind\", \"target\", \"group\", \"changeset\") "
                                                   "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
  gsize size;
  gconstpointer data = g_bytes_get_data (changeset, &size);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, entry->id, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, entry->author, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, entry->time);
  sqlite3_bind_text (statement, 4, entry->label, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, entry->kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, entry->target, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, entry->group, -1, SQLITE_STATIC);
  sqlite3_bind_blob64 (statement, 8, data != NULL ? data : "", size, SQLITE_STATIC);
  if (!tl_connection_run (connection, statement, error))
    return FALSE;

  *seq = sqlite3_last_insert_rowid (tl_connection_get_handle (connection));
  return TRUE;
}

static char *
dup_column (sqlite3_stmt *statement,
            int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static TlLogEntry *
read_entry (sqlite3_stmt *statement)
{
  TlLogEntry *entry = g_new0 (TlLogEntry, 1);

  entry->seq = sqlite3_column_int64 (statement, 0);
  entry->id = dup_column (statement, 1);
  entry->author = dup_column (statement, 2);
  entry->time = sqlite3_column_int64 (statement, 3);
  entry->label = dup_column (statement, 4);
  entry->kind = dup_column (statement, 5);
  entry->target = dup_column (statement, 6);
  entry->group = dup_column (statement, 7);
  entry->forgotten = sqlite3_column_int (statement, 8) != 0;
  return entry;
}

/**
 * tl_log_read:
 * @connection: a connection
 * @after: the last place known, or 0
 * @error: return location
 *
 * Returns: (transfer full) (element-type TlLogEntry) (nullable): the entries after that, without their changesets
 */
GPtrArray *
tl_log_read (TlConnection *connection,
             gint64        after,
             GError      **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection,
                                                   "SELECT \"seq\", \"id\", \"author\", \"time\", \"label\", \"kind\", "
                                                   "\"target\", \"group\", \"changeset\" IS NULL FROM \"change\" "
                                                   "WHERE \"seq\" > ? ORDER BY \"seq\"", error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_log_entry_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, after);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }
  return NULL;
}

/**
 * tl_log_read_changeset:
 * @connection: a connection
 * @seq: a place in the log
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the changeset of the entry there; %NULL with %TL_ERROR_NOT_FOUND when it was
 *   forgotten
 */
GBytes *
tl_log_read_changeset (TlConnection *connection,
                       gint64        seq,
                       GError      **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT \"changeset\" FROM \"change\" WHERE \"seq\" = ?",
                                                   error);
  GBytes *changeset = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, seq);
  if (!tl_connection_step (connection, statement, &row, error))
    return NULL;
  if (row && sqlite3_column_type (statement, 0) == SQLITE_BLOB)
    changeset = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  else
    g_set_error_literal (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("This part of the history was forgotten."));

  sqlite3_reset (statement);
  return changeset;
}

/**
 * tl_log_get_epoch:
 * @connection: a connection
 * @epoch: (out): a number that rises whenever the log is cut
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_log_get_epoch (TlConnection *connection,
                  gint64       *epoch,
                  GError      **error)
{
  return tl_connection_get_number (connection, "SELECT \"value\" FROM \"meta\" WHERE \"key\" = 'epoch'", epoch, error);
}

/**
 * tl_log_forget:
 * @connection: a connection in a transaction that writes
 * @error: return location
 *
 * Drops everything from the log but the UUIDs, by which copies of the review still know what they share, and the texts
 * that no source holds any more.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_log_forget (TlConnection *connection,
               GError      **error)
{
  return tl_connection_execute (connection,
                                "UPDATE \"change\" SET \"author\" = NULL, \"time\" = 0, \"label\" = '', "
                                "\"changeset\" = NULL;"
                                "DELETE FROM \"text\" WHERE \"digest\" NOT IN (SELECT \"body\" FROM \"source\" "
                                "WHERE \"body\" IS NOT NULL);"
                                "UPDATE \"meta\" SET \"value\" = \"value\" + 1 WHERE \"key\" = 'epoch';", error);
}
