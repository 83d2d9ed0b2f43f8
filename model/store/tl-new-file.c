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
fill_in_memory (TlConnection  *memory,
                TlFill         fill,
                gpointer       data,
                GError       **error)
{
  if (!tl_connection_begin (memory, TRUE, error))
    return FALSE;
  if (fill (memory, data, error) && tl_connection_commit (memory, error))
    return TRUE;
  tl_connection_rollback (memory);
  return FALSE;
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

  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *name = g_filename_display_basename (absolute);

  if (!is_free (absolute))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” exists already."), name);
      return FALSE;
    }

  g_autoptr (TlConnection) memory = tl_connection_open_memory (name, error);

  return memory != NULL && fill_in_memory (memory, fill, data, error) && tl_new_file_copy (memory, absolute, error);
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
  g_autoptr (Image) image = sqlite3_serialize (tl_connection_get_handle (from), "main", &size, 0);

  if (image == NULL)
    return tl_connection_fail (from, SQLITE_NOMEM, error);
  remove_beside (path);
  return tl_save_new (path, (const char *) image, (gsize) size, error);
}
