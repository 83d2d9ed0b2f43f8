/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one place that opens SQLite, and where its result codes become sentences. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "model/base/tl-error.h"

/* How long to wait for another process that is writing, in milliseconds. */
#define BUSY_TIMEOUT 5000

struct _TlConnection
{
  sqlite3    *db;
  char       *name;       /* for sentences */
  GHashTable *statements; /* SQL → sqlite3_stmt, both owned */
  GThread    *thread;
};

/**
 * tl_connection_fail:
 * @self: a connection
 * @code: what a function of SQLite returned
 * @error: return location
 *
 * Sets @error to the sentence for @code.
 *
 * Returns: %FALSE, always
 */
gboolean
tl_connection_fail (TlConnection *self,
                    int           code,
                    GError      **error)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, TL_ERROR, TL_ERROR_LOCKED,
                   _("“%s” is being written by another program. Try again in a moment."), self->name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, TL_ERROR, TL_ERROR_DAMAGED,
                   _("“%s” is damaged. Nothing in it was changed; “throughline-cli salvage” saves what can still be "
                     "read to a copy."), self->name);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” was not made by Throughline."), self->name);
      break;
    case SQLITE_READONLY:
      if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY)
        {
          g_set_error (error, TL_ERROR, TL_ERROR_READ_ONLY,
                       _("The last change to “%s” was broken off and has to be taken back first, but the file can’t be "
                         "changed. Copy it, with the file beside it whose name ends in “-journal”, to a folder that "
                         "you may write to."), self->name);
          break;
        }
      if (code == SQLITE_READONLY_DBMOVED)
        {
          g_set_error (error, TL_ERROR, TL_ERROR_FAILED,
                       _("“%s” was moved, removed or replaced while it was open. Nothing was written; open it again."),
                       self->name);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case SQLITE_PERM:
      g_set_error (error, TL_ERROR, TL_ERROR_READ_ONLY, _("“%s” can be read but not changed."), self->name);
      break;
    case SQLITE_FULL:
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED,
                   _("There is no room left on the disk. “%s” is as it was; free some room and try again."),
                   self->name);
      break;
    case SQLITE_CANTOPEN:
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("“%s” can’t be opened."), self->name);
      break;
    default:
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("“%s” can’t be read or written: %s."), self->name,
                   self->db != NULL ? sqlite3_errmsg (self->db) : sqlite3_errstr (code));
      break;
    }
  return FALSE;
}

/* SQLite makes any file that doesn't exist, and takes an empty one for a database. */
static gboolean
check_file (TlConnection      *self,
            const char        *path,
            TlConnectionFlags  flags,
            GError           **error)
{
  GStatBuf status;
  gboolean exists = g_stat (path, &status) == 0;

  if (exists && S_ISDIR (status.st_mode))
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is a folder, not a file."), self->name);
  else if (exists && !S_ISREG (status.st_mode))
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is not a regular file."), self->name);
  else if (!exists)
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no file “%s”."), self->name);
  else if (status.st_size == 0)
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is empty."), self->name);
  else
    return TRUE;

  return FALSE;
}

static gboolean
configure (TlConnection      *self,
           TlConnectionFlags  flags,
           GError           **error)
{
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);

  if (!tl_connection_execute (self, "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON;", error))
    return FALSE;
  /* The one setting with which SQLite reads a file that has lost its end: lockBtree () in its btree.c. */
  if (flags & TL_CONNECTION_SALVAGE)
    {
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
      sqlite3_db_config (self->db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
    }
  if (flags & TL_CONNECTION_READ_ONLY)
    return TRUE;
  if (flags & TL_CONNECTION_WAL)
    return tl_connection_execute (self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;", error);
  return tl_connection_execute (self, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;", error);
}

/* What a crash left half done can only be taken back by one who may write, whoever comes first. */
static void
take_back_broken_off (TlConnection *self,
                      const char   *path)
{
  sqlite3 *writer = NULL;
  int code = sqlite3_exec (self->db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);

  if (code != SQLITE_READONLY_ROLLBACK)
    return;
  code = sqlite3_open_v2 (path, &writer, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_busy_timeout (writer, BUSY_TIMEOUT);
      sqlite3_exec (writer, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
    }
  sqlite3_close (writer);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static TlConnection *
connection_new (char *name)
{
  TlConnection *self = g_new0 (TlConnection, 1);

  self->name = name;
  self->thread = g_thread_self ();
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  return self;
}

/**
 * tl_connection_choose_wal:
 * @path: name of a file that has a write-ahead log, or is to have one
 *
 * Even who only reads such a file has to write beside it, unless somebody does already.
 *
 * Returns: how it can be opened: %TL_CONNECTION_WAL for writing, or for reading
 */
TlConnectionFlags
tl_connection_choose_wal (const char *path)
{
  g_return_val_if_fail (path != NULL, TL_CONNECTION_READ_ONLY);

  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *log = g_strconcat (absolute, "-wal", NULL);

  if (g_access (folder, W_OK) == 0)
    return g_access (absolute, F_OK) != 0 || g_access (absolute, W_OK) == 0 ? TL_CONNECTION_WAL
                                                                            : TL_CONNECTION_READ_ONLY;
  return TL_CONNECTION_READ_ONLY | (g_file_test (log, G_FILE_TEST_EXISTS) ? 0 : TL_CONNECTION_IMMUTABLE);
}

/* See https://www.sqlite.org/uri.html */
static char *
dup_immutable (const char *absolute)
{
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", FALSE);

  return g_strconcat ("file:", escaped, "?immutable=1", NULL);
}

/**
 * tl_connection_open:
 * @path: name of a file
 * @flags: how
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the open database
 */
TlConnection *
tl_connection_open (const char         *path,
                    TlConnectionFlags   flags,
                    GError            **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  /* Absolute, so that SQLite takes neither ":memory:" nor "" for something else than a file. */
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  int mode = flags & TL_CONNECTION_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  g_autoptr (TlConnection) self = connection_new (g_filename_display_basename (absolute));

  if (!check_file (self, absolute, flags, error))
    return NULL;
  g_autofree char *uri = flags & TL_CONNECTION_IMMUTABLE ? dup_immutable (absolute) : NULL;
  int code = sqlite3_open_v2 (uri != NULL ? uri : absolute, &self->db,
                              mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
                                | (uri != NULL ? SQLITE_OPEN_URI : 0), NULL);
  if (code != SQLITE_OK)
    {
      tl_connection_fail (self, code, error);
      return NULL;
    }
  if (!configure (self, flags, error))
    return NULL;
  /* When that fails, the first reading tells why. */
  if (flags & TL_CONNECTION_READ_ONLY)
    take_back_broken_off (self, absolute);

  return g_steal_pointer (&self);
}

/**
 * tl_connection_open_memory:
 * @name: what to call it in a sentence
 * @error: return location
 *
 * Returns: (transfer full) (nullable): an empty database in memory
 */
TlConnection *
tl_connection_open_memory (const char  *name,
                           GError     **error)
{
  g_return_val_if_fail (name != NULL, NULL);

  g_autoptr (TlConnection) self = connection_new (g_strdup (name));
  int code = sqlite3_open_v2 (":memory:", &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);

  if (code != SQLITE_OK)
    {
      tl_connection_fail (self, code, error);
      return NULL;
    }
  return configure (self, 0, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_connection_close:
 * @self: (transfer full) (nullable): a connection
 */
void
tl_connection_close (TlConnection *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->statements);
  sqlite3_close (self->db);
  g_free (self->name);
  g_free (self);
}

/**
 * tl_connection_get_handle:
 * @self: a connection
 *
 * Returns: (transfer none): SQLite's own handle
 */
sqlite3 *
tl_connection_get_handle (TlConnection *self)
{
  g_assert (self->thread == g_thread_self ());
  return self->db;
}

/**
 * tl_connection_get_name:
 * @self: a connection
 *
 * Returns: what the file is called in a sentence
 */
const char *
tl_connection_get_name (TlConnection *self)
{
  return self->name;
}

/**
 * tl_connection_execute:
 * @self: a connection
 * @sql: statements without parameters
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_connection_execute (TlConnection *self,
                       const char   *sql,
                       GError      **error)
{
  g_assert (self->thread == g_thread_self ());

  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || tl_connection_fail (self, code, error);
}

/**
 * tl_connection_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location
 *
 * Prepares @sql, once for the life of the connection. Finish with the statement before anything else can ask for the
 * same one: read the rows into memory, then sqlite3_reset() it.
 *
 * Returns: (transfer none) (nullable): the statement, reset and without bindings
 */
sqlite3_stmt *
tl_connection_prepare (TlConnection *self,
                       const char   *sql,
                       GError      **error)
{
  g_assert (self->thread == g_thread_self ());

  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      sqlite3_clear_bindings (statement);
      return statement;
    }

  int code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      tl_connection_fail (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

/**
 * tl_connection_step:
 * @self: a connection
 * @statement: a statement with its parameters bound
 * @row: (out): whether there is a row to read
 * @error: return location
 *
 * After the last row and after a failure the statement is reset.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_connection_step (TlConnection *self,
                    sqlite3_stmt *statement,
                    gboolean     *row,
                    GError      **error)
{
  int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    tl_connection_fail (self, code, error);
  sqlite3_reset (statement);
  return code == SQLITE_DONE;
}

/**
 * tl_connection_run:
 * @self: a connection
 * @statement: a statement that gives no rows, with its parameters bound
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_connection_run (TlConnection *self,
                   sqlite3_stmt *statement,
                   GError      **error)
{
  gboolean row;

  if (!tl_connection_step (self, statement, &row, error))
    return FALSE;
  if (row)
    sqlite3_reset (statement);
  return TRUE;
}

/**
 * tl_connection_get_number:
 * @self: a connection
 * @sql: a statement
 * @number: (out): the first column of its first row, or 0 when there is none
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_connection_get_number (TlConnection *self,
                          const char   *sql,
                          gint64       *number,
                          GError      **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (self, sql, error);
  gboolean row;

  *number = 0;
  if (statement == NULL || !tl_connection_step (self, statement, &row, error))
    return FALSE;
  if (row)
    {
      *number = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return TRUE;
}

/**
 * tl_connection_begin:
 * @self: a connection
 * @immediate: whether to write: takes the lock at once, since a reader that wants to become a writer later can be
 *   refused at a point where it can't simply try again
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_connection_begin (TlConnection *self,
                     gboolean      immediate,
                     GError      **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (self, immediate ? "BEGIN IMMEDIATE" : "BEGIN", error);
  return statement != NULL && tl_connection_run (self, statement, error);
}

/**
 * tl_connection_commit:
 * @self: a connection in a transaction
 * @error: return location
 *
 * Returns: %FALSE on failure; then nothing of the transaction has happened
 */
gboolean
tl_connection_commit (TlConnection *self,
                      GError      **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (self, "COMMIT", error);

  if (statement != NULL && tl_connection_run (self, statement, error))
    return TRUE;
  tl_connection_rollback (self);
  return FALSE;
}

/**
 * tl_connection_rollback:
 * @self: a connection
 *
 * Takes back the transaction, if there is one.
 */
void
tl_connection_rollback (TlConnection *self)
{
  if (sqlite3_get_autocommit (self->db) == 0)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}
