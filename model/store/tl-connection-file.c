/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Database files as wholes: copied, kept from being replaced. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-connection.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"

/**
 * tl_connection_copy_pages:
 * @self: a connection
 * @to: a connection to an empty database
 * @error: return location
 *
 * Makes @to what @self is now, whoever else has that open.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_connection_copy_pages (TlConnection  *self,
                          TlConnection  *to,
                          GError       **error)
{
  g_return_val_if_fail (self != NULL && to != NULL, FALSE);

  sqlite3_backup *backup = sqlite3_backup_init (tl_connection_get_handle (to), "main",
                                                tl_connection_get_handle (self), "main");

  if (backup != NULL)
    sqlite3_backup_step (backup, -1);

  int code = backup != NULL ? sqlite3_backup_finish (backup) : sqlite3_errcode (tl_connection_get_handle (to));
  return code == SQLITE_OK || tl_connection_fail (to, code, error);
}

/**
 * tl_connection_check_target:
 * @path: name of a file that is to be written anew, and need not exist
 * @error: return location
 *
 * An export replaces the file it is written to. That must never be a review or a library.
 *
 * Returns: %FALSE when @path is a database
 */
gboolean
tl_connection_check_target (const char  *path,
                            GError     **error)
{
  static const char magic[16] = "SQLite format 3";
  char start[sizeof magic];
  gboolean database = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *absolute = g_canonicalize_filename (path, NULL);
      sqlite3 *db = NULL;
      sqlite3_file *file = NULL;

      /* Read through SQLite: closing a file of one's own would let go of the locks that this process has on it. */
      database = sqlite3_open_v2 (absolute, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK
                 && sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK
                 && file != NULL && file->pMethods != NULL
                 && file->pMethods->xRead (file, start, sizeof start, 0) == SQLITE_OK
                 && memcmp (start, magic, sizeof start) == 0;
      sqlite3_close (db);
    }
  if (database)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("“%s” is a review, a library or another database, which an export must not replace. Give another "
                     "name."), name);
    }
  return !database;
}
