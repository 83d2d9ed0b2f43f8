/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The quarantine of a library: files that were not taken in, each with the reason and the place where it was found, so
 * that it can be tried again. The files themselves stay where they are. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-quarantine.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-private.h"

/* Puts a file aside, or notes why it is still there. */
gboolean
_tl_quarantine_put (TlConnection  *connection,
                    const char    *file,
                    const char    *path,
                    const char    *reason,
                    GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?)",
                                                   error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, file, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, reason, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, g_get_real_time () / 1000);
  sqlite3_bind_blob (statement, 4, path, (int) strlen (path), SQLITE_STATIC);
  return tl_connection_run (connection, statement, error);
}

/* Lets go of a file, if it was put aside. */
gboolean
_tl_quarantine_forget (TlConnection  *connection,
                       const char    *file,
                       GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "DELETE FROM quarantine WHERE file = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, file, -1, SQLITE_STATIC);
  return tl_connection_run (connection, statement, error);
}

static char *
dup_path (sqlite3_stmt *row,
          int           column)
{
  return sqlite3_column_type (row, column) == SQLITE_BLOB
           ? g_strndup (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column))
           : NULL;
}

static char *
dup_missing (const char *file)
{
  return g_strdup_printf (_("“%s” is not in the quarantine."), file);
}

/**
 * tl_library_list_quarantined:
 * @self: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlQuarantined): the files that were not taken in, and have not been
 *   since, in order of name
 */
GPtrArray *
tl_library_list_quarantined (TlLibrary  *self,
                             GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  TlConnection *connection = tl_library_get_connection (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_quarantined_free);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT file, reason, path, time FROM quarantine "
                                                   "ORDER BY file", error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (!tl_connection_step (connection, statement, &row, error))
        break;
      if (!row)
        return g_steal_pointer (&list);

      TlQuarantined *one = g_new0 (TlQuarantined, 1);

      one->file = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      one->reason = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      one->path = dup_path (statement, 2);
      one->time = sqlite3_column_int64 (statement, 3);
      g_ptr_array_add (list, one);
    }
  tl_library_explain (tl_library_get_name (self), error);
  return NULL;
}

/**
 * tl_library_dup_quarantined:
 * @self: a library
 * @file: (nullable): the name of one file in the list; %NULL for all
 * @error: return location
 *
 * What to give to tl_library_add() to try again. A zip is tried as a whole: what came out of it before is known.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): paths, each once; none is known of what an earlier
 *   version put aside. %NULL with %TL_ERROR_NOT_FOUND where @file is not in the list
 */
GStrv
tl_library_dup_quarantined (TlLibrary   *self,
                            const char  *file,
                            GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  g_autoptr (GPtrArray) list = tl_library_list_quarantined (self, error);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  gboolean found = file == NULL;

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    {
      const TlQuarantined *one = g_ptr_array_index (list, i);

      if (file != NULL && strcmp (one->file, file) != 0)
        continue;
      found = TRUE;
      if (one->path != NULL && g_hash_table_add (known, one->path))
        g_strv_builder_add (paths, one->path);
    }
  if (found)
    return g_strv_builder_end (paths);

  g_autofree char *missing = dup_missing (file);

  g_set_error_literal (error, TL_ERROR, TL_ERROR_NOT_FOUND, missing);
  return NULL;
}

/**
 * tl_library_forget_quarantined:
 * @self: a library
 * @file: the name of a file in the list
 * @error: return location
 *
 * Takes a file off the list without taking it in. What the receipts say of it stays.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_forget_quarantined (TlLibrary   *self,
                               const char  *file,
                               GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && file != NULL, FALSE);

  g_autofree char *missing = dup_missing (file);

  return tl_library_begin_write (self, error)
         && tl_library_end_write (self, _tl_quarantine_forget (tl_library_get_connection (self), file, error), missing,
                                  error);
}
