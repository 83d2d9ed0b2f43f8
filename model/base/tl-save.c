/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file written whole or not at all. What is no file is never replaced by one. */
#define _GNU_SOURCE
#include "config.h"

#include "model/base/tl-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"

/* Where the system shows the files that a program has open. */
#define OPEN_FILES "/proc/self/fd"

static gboolean
fail_errno (const char  *path,
            int          code,
            GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("“%s” can’t be written: %s."), name, g_strerror (code));
  return FALSE;
}

/* Returns 0, or why not all was written. */
static int
write_all (int         file,
           const char *data,
           gsize       length)
{
  gssize n = 0;

  for (gsize done = 0; done < length && (n >= 0 || errno == EINTR); done += (gsize) MAX (n, 0))
    n = write (file, data + done, length - done);
  return n < 0 ? errno : 0;
}

/* Into a device or a pipe, such as /dev/stdout. */
static gboolean
write_through (const char  *path,
               const char  *data,
               gsize        length,
               GError     **error)
{
  int file = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  if (file < 0)
    return fail_errno (path, errno, error);

  int code = write_all (file, data, length);

  if (close (file) != 0 && code == 0)
    code = errno;
  return code == 0 || fail_errno (path, code, error);
}

/**
 * tl_save_file:
 * @path: the file to write
 * @data: what is to be in it
 * @length: its length in bytes, or -1
 * @error: return location
 *
 * Writes a file. One that exists is replaced once the new one is complete, and so is that to which a link leads; a
 * device or a pipe is written into, a folder refused.
 *
 * Returns: %FALSE with @error, and then a file at @path is as it was
 */
gboolean
tl_save_file (const char  *path,
              const char  *data,
              gssize       length,
              GError     **error)
{
  g_return_val_if_fail (path != NULL && data != NULL, FALSE);

  GStatBuf status;
  gboolean exists = g_stat (path, &status) == 0;

  if (exists && S_ISDIR (status.st_mode))
    return fail_errno (path, EISDIR, error);
  if (exists && !S_ISREG (status.st_mode))
    return write_through (path, data, length < 0 ? strlen (data) : (gsize) length, error);

  g_autofree char *target = exists ? realpath (path, NULL) : g_strdup (path);
  g_autofree char *folder = target != NULL ? g_path_get_dirname (target) : NULL;

  /* told here, for the sentence below names a file that nobody knows */
  if (folder == NULL || path[0] == '\0' || g_access (folder, W_OK | X_OK) != 0)
    return fail_errno (path, path[0] == '\0' ? ENOENT : errno, error);
  return g_file_set_contents_full (target, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

/* A new file without a name, of which nothing is left should this be stopped; where the file system has none such, one
 * that is called @name. Returns -1, with errno, if there can be neither. */
static int
open_new (const char  *path,
          char       **name)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file = g_access (OPEN_FILES, X_OK) == 0 ? g_open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666) : -1;

  if (file >= 0)
    return file;
  *name = g_strconcat (path, ".XXXXXX", NULL);
  return g_mkstemp_full (*name, O_WRONLY | O_CLOEXEC, 0666);
}

/* Gives the complete file its name; one that has it already keeps it, unless it is empty. Returns 0, or why not. */
static int
put_in_place (const char *complete,
              const char *path)
{
  GStatBuf status;
  int code = link (complete, path) == 0 ? 0 : errno;

  /* Not every file system has hard links. */
  if (code != 0 && (g_lstat (path, &status) != 0 || (S_ISREG (status.st_mode) && status.st_size == 0)))
    return g_rename (complete, path) == 0 ? 0 : errno;
  g_unlink (complete);
  return code;
}

static int
name_file (int         file,
           const char *name)
{
  g_autofree char *open_name = g_strdup_printf (OPEN_FILES "/%d", file);

  return linkat (AT_FDCWD, open_name, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

/* As put_in_place(), for one without a name. */
static int
put_nameless_in_place (int         file,
                       const char *path)
{
  g_autofree char *unique = tl_id_new (), *complete = g_strconcat (path, ".", unique, NULL);
  int code = name_file (file, path);

  if (code != EEXIST)
    return code;
  code = name_file (file, complete);
  return code == 0 ? put_in_place (complete, path) : code;
}

/**
 * tl_save_new:
 * @path: a name that no file has, or an empty one
 * @data: what is to be in it
 * @length: its length in bytes
 * @error: return location
 *
 * Makes a file. Whenever this is stopped there is no file of that name, or a complete one.
 *
 * Returns: %FALSE with @error, and then a file at @path is as it was
 */
gboolean
tl_save_new (const char  *path,
             const char  *data,
             gsize        length,
             GError     **error)
{
  g_return_val_if_fail (path != NULL && data != NULL, FALSE);

  g_autofree char *name = NULL;
  int file = open_new (path, &name);

  if (file < 0)
    return fail_errno (path, errno, error);

  int code = write_all (file, data, length);

  if (code == 0 && fsync (file) != 0)
    code = errno;
  if (code == 0 && name == NULL)
    code = put_nameless_in_place (file, path);
  if (close (file) != 0 && code == 0 && name != NULL)
    code = errno;
  if (code == 0 && name != NULL)
    code = put_in_place (name, path);
  if (code == 0)
    return TRUE;
  if (name != NULL)
    g_unlink (name);
  return fail_errno (path, code, error);
}
