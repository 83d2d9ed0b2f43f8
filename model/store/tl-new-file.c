/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A database file that is made whole or not at all: it is filled in memory and only then gets its name, so that who is
 * stopped meanwhile leaves nothing that the next would have to understand. */
#include "config.h"

#include "model/store/tl-new-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/base/tl-error.h"
#include "model/base/tl-save.h"

/* SQLite's own memory. */
typedef unsigned char Image;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Image, sqlite3_free)

static gboolean
is_free (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) != 0 || (S_ISREG (status.st_mode) && status.st_size == 0);
}

/* SQLite would take what an earlier file of this name has left behind for the new one's, and tear that. */
static void
remove_beside (const char *path)
{
  static const char *const beside[] = { "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (beside) && is_free (path); i++)
    {
      g_autofree char *left = g_strconcat (path, beside[i], NULL);
      g_unlink (left);
    }
}

static gboolean
check_free (const char  *path,
            GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (is_free (path))
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” exists already."), name);
  return FALSE;
}

/**
 * tl_new_file_fill:
 * @path: what the file is to be called
 * @fill: (scope call): says what is in it
 * @data: for @fill
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a database in memory, to be worked on and then given its name by
 *   tl_new_file_copy() or tl_new_file_replace()
 */
TlConnection *
tl_new_file_fill (const char  *path,
                  TlFill       fill,
                  gpointer     data,
                  GError     **error)
{
  g_return_val_if_fail (path != NULL && fill != NULL, NULL);

  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_filename_display_basename (absolute);
  g_autoptr (TlConnection) memory = tl_connection_open_memory (name, error);

  if (memory == NULL || !tl_connection_begin (memory, TRUE, error))
    return NULL;
  if (fill (memory, data, error) && tl_connection_commit (memory, error))
    return g_steal_pointer (&memory);
  tl_connection_rollback (memory);
  return NULL;
}

/**
 * tl_new_file_make:
 * @path: a name that no file has, or an empty one
 * @fill: (scope call): says what is in it
 * @data: for @fill
 * @error: return location
 *
 * Makes a database. Whenever this is stopped there is no file of that name, or a complete one.
 *
 * Returns: %FALSE with @error, and then a file at @path is as it was
 */
gboolean
tl_new_file_make (const char  *path,
                  TlFill       fill,
                  gpointer     data,
                  GError     **error)
{
  g_return_val_if_fail (path != NULL && fill != NULL, FALSE);

  if (!check_free (path, error))
    return FALSE;

  g_autoptr (TlConnection) memory = tl_new_file_fill (path, fill, data, error);

  return memory != NULL && tl_new_file_copy (memory, path, error);
}

static Image *
take_image (TlConnection   *from,
            sqlite3_int64  *size,
            GError        **error)
{
  Image *image = sqlite3_serialize (tl_connection_get_handle (from), "main", size, 0);

  if (image == NULL)
    tl_connection_fail (from, SQLITE_NOMEM, error);
  return image;
}

/**
 * tl_new_file_copy:
 * @from: a database, whoever else has that open
 * @path: a name that no file has, or an empty one
 * @error: return location
 *
 * Makes a database that holds what @from does now, as tl_new_file_make() does.
 *
 * Returns: as tl_new_file_make()
 */
gboolean
tl_new_file_copy (TlConnection  *from,
                  const char    *path,
                  GError       **error)
{
  g_return_val_if_fail (from != NULL && path != NULL, FALSE);

  sqlite3_int64 size;
  g_autoptr (Image) image = check_free (path, error) ? take_image (from, &size, error) : NULL;

  if (image == NULL)
    return FALSE;
  remove_beside (path);
  return tl_save_new (path, (const char *) image, (gsize) size, error);
}

/* Holds a database, so that nobody is writing it; what is none is held by nobody. */
static gboolean
hold (const char     *path,
      TlConnection  **held,
      GError        **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (TlConnection) old = tl_connection_open (path, 0, &fault);
  int code = old != NULL ? sqlite3_exec (tl_connection_get_handle (old), "BEGIN EXCLUSIVE", NULL, NULL, NULL)
                         : SQLITE_OK;

  if (g_error_matches (fault, TL_ERROR, TL_ERROR_LOCKED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if ((code & 0xff) == SQLITE_BUSY)
    return tl_connection_fail (old, code, error);
  *held = g_steal_pointer (&old);
  return TRUE;
}

/**
 * tl_new_file_replace:
 * @from: a database
 * @path: name of the file it takes the place of, if there is one
 * @error: return location
 *
 * Makes a database that holds what @from does now in the place of another file. If that is a database it is held
 * meanwhile; and its journal goes with it, for SQLite would take it for one of the new file's.
 *
 * Returns: %FALSE on failure, and then @path is as it was
 */
gboolean
tl_new_file_replace (TlConnection  *from,
                     const char    *path,
                     GError       **error)
{
  g_return_val_if_fail (from != NULL && path != NULL, FALSE);

  if (is_free (path))
    return tl_new_file_copy (from, path, error);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is not a regular file."), name);
      return FALSE;
    }

  sqlite3_int64 size;
  g_autoptr (TlConnection) held = NULL;
  g_autoptr (Image) image = take_image (from, &size, error);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  if (image == NULL || !hold (path, &held, error) || !tl_save_file (path, (const char *) image, (gssize) size, error))
    return FALSE;
  g_unlink (journal);
  return TRUE;
}
