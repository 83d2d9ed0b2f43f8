/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The folders that a library watches, and what it has seen in them: a file is new as long as it was not seen with the
 * size and the time that it has now. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-watch.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-private.h"

/**
 * tl_watched_free:
 * @watched: (transfer full): a folder
 */
void
tl_watched_free (TlWatched *watched)
{
  g_free (watched->path);
  g_free (watched);
}

static void
bind_path (sqlite3_stmt *statement,
           int           parameter,
           const char   *path)
{
  sqlite3_bind_blob (statement, parameter, path, (int) strlen (path), SQLITE_STATIC);
}

/**
 * tl_library_list_watched:
 * @self: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlWatched): the folders in order of path
 */
GPtrArray *
tl_library_list_watched (TlLibrary  *self,
                         GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  TlConnection *connection = tl_library_get_connection (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_watched_free);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT path, since FROM watch ORDER BY path", error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (!tl_connection_step (connection, statement, &row, error))
        break;
      if (!row)
        return g_steal_pointer (&list);

      TlWatched *watched = g_new0 (TlWatched, 1);

      watched->path = g_strndup (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      watched->since = sqlite3_column_int64 (statement, 1);
      watched->reachable = g_file_test (watched->path, G_FILE_TEST_IS_DIR);
      g_ptr_array_add (list, watched);
    }
  tl_library_explain (tl_library_get_name (self), error);
  return NULL;
}

/* Runs a statement with a path, in a transaction of its own; @missing as for tl_library_end_write(). */
static gboolean
change (TlLibrary   *self,
        const char  *sql,
        const char  *path,
        const char  *missing,
        GError     **error)
{
  TlConnection *connection = tl_library_get_connection (self);

  if (!tl_library_begin_write (self, error))
    return FALSE;

  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);

  if (statement != NULL)
    {
      bind_path (statement, 1, path);
      if (sqlite3_bind_parameter_count (statement) > 1)
        sqlite3_bind_int64 (statement, 2, g_get_real_time () / 1000);
    }
  if (!tl_library_end_write (self, statement != NULL && tl_connection_run (connection, statement, error), missing,
                             error))
    return FALSE;
  _tl_library_changed (self);
  return TRUE;
}

/**
 * tl_library_watch:
 * @self: a library
 * @folder: (type filename): a folder
 * @error: return location
 *
 * Remembers a folder: tl_library_gather() takes in what is new in it, at any depth. What is in it now is new, too.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_watch (TlLibrary   *self,
                  const char  *folder,
                  GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && folder != NULL, FALSE);

  g_autofree char *path = g_canonicalize_filename (folder, NULL);
  g_autofree char *name = g_filename_display_name (path);

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no folder “%s”."), name);
      return FALSE;
    }
  return change (self, "INSERT INTO watch VALUES (?, ?) ON CONFLICT DO NOTHING", path, NULL, error);
}

/**
 * tl_library_unwatch:
 * @self: a library
 * @folder: (type filename): a folder that is watched
 * @error: return location
 *
 * Forgets a folder. What came from it stays.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_unwatch (TlLibrary   *self,
                    const char  *folder,
                    GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && folder != NULL, FALSE);

  g_autofree char *path = g_canonicalize_filename (folder, NULL);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *missing = g_strdup_printf (_("“%s” is not watched."), name);

  return change (self, "DELETE FROM watch WHERE path = ?", path, missing, error);
}

/* What was seen */

static gboolean
lies_in (const char *path,
         const char *folder)
{
  gsize length = strlen (folder);

  return strncmp (path, folder, length) == 0
         && (path[length] == G_DIR_SEPARATOR || (length > 0 && folder[length - 1] == G_DIR_SEPARATOR));
}

/* Notes that a file was dealt with as it is now, if it lies in one of @folders. */
gboolean
_tl_watch_note (TlConnection       *connection,
                GPtrArray          *folders,
                const TlFoundFile  *file,
                TlOutcome           outcome,
                GError            **error)
{
  gboolean watched = FALSE;

  for (guint i = 0; i < folders->len && !watched; i++)
    watched = lies_in (file->path, ((const TlWatched *) g_ptr_array_index (folders, i))->path);
  if (!watched)
    return TRUE;

  sqlite3_stmt *statement = tl_connection_prepare (connection, "INSERT OR REPLACE INTO watch_file VALUES (?, ?, ?, ?)",
                                                   error);

  if (statement == NULL)
    return FALSE;
  bind_path (statement, 1, file->path);
  sqlite3_bind_int64 (statement, 2, file->size);
  sqlite3_bind_int64 (statement, 3, file->time);
  sqlite3_bind_int (statement, 4, (int) outcome);
  return tl_connection_run (connection, statement, error);
}

/* Files with that outcome are new again. */
gboolean
_tl_watch_forget (TlConnection  *connection,
                  TlOutcome      outcome,
                  GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "DELETE FROM watch_file WHERE outcome = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, (int) outcome);
  return tl_connection_run (connection, statement, error);
}

typedef struct {
  TlConnection  *connection;
  GError       **error;
  gboolean       failed;
} Looking;

/* Whether a file was not dealt with as it is now. */
static gboolean
is_new (const TlFoundFile *file,
        gpointer           data)
{
  Looking *looking = data;
  gboolean row;

  if (looking->failed)
    return FALSE;

  sqlite3_stmt *statement = tl_connection_prepare (looking->connection,
                                                   "SELECT size, time FROM watch_file WHERE path = ?", looking->error);

  looking->failed = statement == NULL;
  if (looking->failed)
    return FALSE;
  bind_path (statement, 1, file->path);
  looking->failed = !tl_connection_step (looking->connection, statement, &row, looking->error);
  if (looking->failed)
    return FALSE;

  gboolean new = !row || sqlite3_column_int64 (statement, 0) != file->size
                 || sqlite3_column_int64 (statement, 1) != file->time;

  if (row)
    sqlite3_reset (statement);
  return new;
}

/* What is in @folders and was not dealt with as it is now; NULL if the library fails. */
TlFileList *
_tl_watch_find_new (TlConnection       *connection,
                    const char *const  *folders,
                    GError            **error)
{
  g_autoptr (TlFileList) files = tl_library_find_files (folders);
  Looking looking = { connection, error, FALSE };

  tl_file_list_filter (files, is_new, &looking);
  return looking.failed ? NULL : g_steal_pointer (&files);
}

/* Folders */

static void
add_inner (GPtrArray  *folders,
           const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        g_ptr_array_add (folders, g_steal_pointer (&inner));
    }
}

/**
 * tl_watch_find_folders:
 * @places: (array zero-terminated=1): folders
 * @max: how many are wanted at most
 * @beyond: (out): whether there are more
 *
 * Finds @places and the folders inside them in which tl_library_gather() would look, the nearest first. For any thread.
 *
 * Returns: (transfer full) (element-type filename): their paths
 */
GPtrArray *
tl_watch_find_folders (const char *const  *places,
                       guint               max,
                       gboolean           *beyond)
{
  g_return_val_if_fail (places != NULL && beyond != NULL, NULL);

  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  guint begin = 0;

  for (guint i = 0; places[i] != NULL; i++)
    if (g_file_test (places[i], G_FILE_TEST_IS_DIR))
      g_ptr_array_add (folders, g_canonicalize_filename (places[i], NULL));
  /* Those of one depth after those of the one before. */
  for (guint depth = 0; depth < TL_LIBRARY_MAX_DEPTH && begin < folders->len && folders->len <= max; depth++)
    {
      guint end = folders->len;

      for (; begin < end && folders->len <= max; begin++)
        add_inner (folders, g_ptr_array_index (folders, begin));
    }
  *beyond = folders->len > max;
  if (*beyond)
    g_ptr_array_set_size (folders, (int) max);
  return folders;
}
