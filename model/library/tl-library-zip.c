/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the learning records in a zip, straight into memory: nothing is unpacked to the disk, so no name of a member
 * can lead anywhere, and a zip within the zip is not followed. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-text.h"

#define BLOCK_BYTES (64 * 1024)
#define MAX_NAME 200

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

typedef struct {
  Archive      *archive;
  gint64        max_member;
  gint64        n_bytes; /* unpacked so far */
  guint         n_members;
  char        **reason;
  GCancellable *cancellable;
} Zip;

/* The name as it can be shown: valid, on one line, not endless. */
static char *
dup_shown_name (const char *name)
{
  g_autofree char *clean = tl_text_normalise (name, -1, NULL);
  g_autofree char *line = tl_text_one_line (clean, NULL);

  return tl_text_shorten (line, MAX_NAME);
}

static gboolean
is_wanted (struct archive_entry *entry,
           const char           *name)
{
  gsize length = strlen (name);

  return archive_entry_filetype (entry) == AE_IFREG && length > 4 && g_ascii_strcasecmp (name + length - 4, ".xml") == 0
         && !g_str_has_prefix (name, "__MACOSX/");
}

static gboolean
set_reason (Zip        *zip,
            const char *reason)
{
  g_free (*zip->reason);
  *zip->reason = g_strdup (reason);
  return FALSE;
}

/* Whether the whole zip is still within bounds. */
static gboolean
check_bounds (Zip *zip)
{
  gint64 packed = MAX (archive_filter_bytes (zip->archive, -1), 1);

  if (zip->n_members > TL_ZIP_MAX_MEMBERS)
    return set_reason (zip, _("The zip has more than 100,000 files. Divide it."));
  if (zip->n_bytes > TL_ZIP_MAX_BYTES)
    return set_reason (zip, _("The zip holds more than 16 GB. Divide it."));
  if (zip->n_bytes > TL_ZIP_RATIO_FROM && zip->n_bytes / packed > TL_ZIP_MAX_RATIO)
    return set_reason (zip, _("The zip unpacks to more than 200 times its size, as no learning record does."));
  return TRUE;
}

/* Reads a member as far as it may go. Returns NULL with *why set if it has to be left out, and with the zip's reason
 * set if the zip can't be read on. */
static GBytes *
read_member (Zip         *zip,
             const char **why)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  gssize n;

  *why = NULL;
  while ((n = archive_read_data (zip->archive, block, BLOCK_BYTES)) > 0)
    {
      zip->n_bytes += n;
      if (!check_bounds (zip) || g_cancellable_is_cancelled (zip->cancellable))
        return NULL;
      if (bytes->len + n > zip->max_member)
        {
          *why = _("The file is larger than 64 MB, thousands of times a learning record.");
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n == ARCHIVE_WARN || n == ARCHIVE_FAILED)
    *why = _("The file can’t be unpacked: it is damaged or encrypted.");
  else if (n < 0)
    set_reason (zip, _("The zip is damaged or cut short."));
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
read_members (Zip          *zip,
              TlZipMember   member,
              void         *data,
              GError      **error)
{
  struct archive_entry *entry;
  int code;

  while ((code = archive_read_next_header (zip->archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);
      const char *why;

      zip->n_members++;
      if (g_cancellable_set_error_if_cancelled (zip->cancellable, error))
        return FALSE;
      if (!check_bounds (zip))
        return TRUE;
      if (name == NULL || !is_wanted (entry, name))
        continue;

      g_autofree char *shown = dup_shown_name (name);
      g_autoptr (GBytes) bytes = read_member (zip, &why);

      if (g_cancellable_set_error_if_cancelled (zip->cancellable, error))
        return FALSE;
      if (*zip->reason != NULL)
        return TRUE;
      if (!member (shown, bytes, why, data, error))
        return FALSE;
    }
  if (code != ARCHIVE_EOF)
    set_reason (zip, zip->n_members == 0 ? _("The file is not a zip.") : _("The zip is damaged or cut short."));
  return TRUE;
}

/**
 * tl_zip_read:
 * @path: a file
 * @max_member: the largest member, in bytes, that is read
 * @member: takes the members whose names end in ".xml"
 * @data: for @member
 * @reason: (out) (nullable) (transfer full): a sentence, if the zip could not be read to its end
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Reads a zip. What was wrong with the zip itself is told in @reason, and the members before it have been given out.
 *
 * Returns: %FALSE with an error of @member, or %G_IO_ERROR_CANCELLED
 */
gboolean
tl_zip_read (const char    *path,
             gint64         max_member,
             TlZipMember    member,
             void          *data,
             char         **reason,
             GCancellable  *cancellable,
             GError       **error)
{
  g_return_val_if_fail (path != NULL && member != NULL && reason != NULL, FALSE);

  g_autoptr (Archive) archive = archive_read_new ();
  Zip zip = { .archive = archive, .max_member = max_member, .reason = reason, .cancellable = cancellable };

  *reason = NULL;
  archive_read_support_format_zip (archive);
  if (archive_read_open_filename (archive, path, BLOCK_BYTES) != ARCHIVE_OK)
    {
      set_reason (&zip, _("The file is not a zip, or can’t be opened."));
      return TRUE;
    }
  return read_members (&zip, member, data, error);
}
