/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file from outside as bytes, of which there may only be so many: whatever the name leads to, reading it ends. */
#include "config.h"

#include "model/base/tl-load.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/base/tl-error.h"

#define MEGABYTE (1024 * 1024)
#define BLOCK_BYTES MEGABYTE

static GBytes *
refuse_large (gsize    max_bytes,
              GError **error)
{
  g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("It is larger than %u MB."), (guint) (max_bytes / MEGABYTE));
  return NULL;
}

/**
 * tl_load_stream:
 * @file: a descriptor that is open for reading
 * @max_bytes: how much may come of it, in whole megabytes
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Reads to the end, and no further than @max_bytes. The descriptor stays open.
 *
 * Returns: (transfer full): what was read, or %NULL with a sentence that leaves the name of the file to the caller
 */
GBytes *
tl_load_stream (int            file,
                gsize          max_bytes,
                GCancellable  *cancellable,
                GError       **error)
{
  g_return_val_if_fail (file >= 0 && max_bytes < G_MAXUINT - BLOCK_BYTES, NULL);

  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  gssize n = 1;

  /* one byte more than is allowed tells that it is too large */
  while (n != 0 && bytes->len <= max_bytes)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = read (file, block, BLOCK_BYTES);
      if (n < 0 && errno != EINTR)
        {
          g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("It can’t be read: %s."), g_strerror (errno));
          return NULL;
        }
      if (n > 0)
        g_byte_array_append (bytes, block, (guint) n);
    }
  return bytes->len > max_bytes ? refuse_large (max_bytes, error)
                                : g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * tl_load_file:
 * @path: a file; folders, pipes and devices are refused
 * @max_bytes: how large it may be, in whole megabytes
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): what is in it, or %NULL with a sentence that leaves its name to the caller
 */
GBytes *
tl_load_file (const char    *path,
              gsize          max_bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  /* Without O_NONBLOCK a named pipe would keep us waiting. */
  int file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  GBytes *bytes = NULL;
  GStatBuf status;

  if (file < 0)
    {
      int code = errno;

      g_set_error (error, TL_ERROR, code == ENOENT ? TL_ERROR_NOT_FOUND : TL_ERROR_FAILED,
                   _("It can’t be opened: %s."), g_strerror (code));
      return NULL;
    }
  if (fstat (file, &status) != 0 || !S_ISREG (status.st_mode))
    g_set_error_literal (error, TL_ERROR, TL_ERROR_NOT_OURS, _("It is not a file."));
  else if (status.st_size > (goffset) max_bytes)
    refuse_large (max_bytes, error);
  else
    bytes = tl_load_stream (file, max_bytes, cancellable, error);
  close (file);
  return bytes;
}
