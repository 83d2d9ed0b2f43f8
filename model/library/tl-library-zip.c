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

struct _TlZip
{
  Archive      *archive;     /* owned */
  GCancellable *cancellable; /* borrowed */
  gint64        max_member;
  gint64        n_bytes;     /* unpacked so far */
  guint         n_members;
  const char   *reason;      /* why it can't be read on */
};

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
set_reason (TlZip      *self,
            const char *reason)
{
  self->reason = reason;
  return FALSE;
}

/* Whether the whole zip is still within bounds. */
static gboolean
check_bounds (TlZip *self)
{
  gint64 packed = MAX (archive_filter_bytes (self->archive, -1), 1);

  if (self->n_members > TL_ZIP_MAX_MEMBERS)
    return set_reason (self, _("The zip has more than 100,000 files. Divide it."));
  if (self->n_bytes > TL_ZIP_MAX_BYTES)
    return set_reason (self, _("The zip holds more than 16 GB. Divide it."));
  if (self->n_bytes > TL_ZIP_RATIO_FROM && self->n_bytes / packed > TL_ZIP_MAX_RATIO)
    return set_reason (self, _("The zip unpacks to more than 200 times its size, as no learning record does."));
  return TRUE;
}

/* Reads a member as far as it may go. Returns NULL with *why set if it has to be left out, and with the zip's reason
 * set if the zip can't be read on. */
static GBytes *
read_member (TlZip       *self,
             const char **why)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  gssize n;

  *why = NULL;
  while ((n = archive_read_data (self->archive, block, BLOCK_BYTES)) > 0)
    {
      self->n_bytes += n;
      if (!check_bounds (self) || g_cancellable_is_cancelled (self->cancellable))
        return NULL;
      if (bytes->len + n > self->max_member)
        {
          *why = _("The file is larger than 64 MB, thousands of times a learning record.");
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n == ARCHIVE_WARN || n == ARCHIVE_FAILED)
    *why = _("The file can’t be unpacked: it is damaged or encrypted.");
  else if (n < 0)
    set_reason (self, _("The zip is damaged or cut short."));
  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * tl_zip_open:
 * @path: a file
 * @max_member: the largest member, in bytes, that is read
 * @cancellable: (nullable): to give up; it must outlive what is returned
 *
 * Returns: (transfer full): a zip; one that can't be read has no members and a reason
 */
TlZip *
tl_zip_open (const char   *path,
             gint64        max_member,
             GCancellable *cancellable)
{
  g_return_val_if_fail (path != NULL, NULL);

  TlZip *self = g_new0 (TlZip, 1);

  self->archive = archive_read_new ();
  self->max_member = max_member;
  self->cancellable = cancellable;
  archive_read_support_format_zip (self->archive);
  if (archive_read_open_filename (self->archive, path, BLOCK_BYTES) != ARCHIVE_OK)
    set_reason (self, _("The file is not a zip, or can’t be opened."));
  return self;
}

/**
 * tl_zip_free:
 * @self: (transfer full): a zip
 */
void
tl_zip_free (TlZip *self)
{
  archive_read_free (self->archive);
  g_free (self);
}

/**
 * tl_zip_get_reason:
 * @self: a zip without further members
 *
 * Returns: (nullable): a sentence, if it could not be read to its end
 */
const char *
tl_zip_get_reason (TlZip *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->reason;
}

/**
 * tl_zip_next:
 * @self: a zip
 * @member: (out caller-allocates): the next member whose name ends in ".xml"; to be cleared
 *
 * Returns: %FALSE after the last, and when it is given up or can't be read on; the members before have been given out
 */
gboolean
tl_zip_next (TlZip       *self,
             TlZipMember *member)
{
  g_return_val_if_fail (self != NULL && member != NULL, FALSE);

  struct archive_entry *entry;
  int code;

  if (self->reason != NULL)
    return FALSE;
  while ((code = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK || code == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);
      const char *why;

      self->n_members++;
      if (g_cancellable_is_cancelled (self->cancellable) || !check_bounds (self))
        return FALSE;
      if (name == NULL || !is_wanted (entry, name))
        continue;

      g_autofree char *shown = dup_shown_name (name);
      g_autoptr (GBytes) bytes = read_member (self, &why);

      if (g_cancellable_is_cancelled (self->cancellable) || self->reason != NULL)
        return FALSE;
      *member = (TlZipMember) { g_steal_pointer (&shown), g_steal_pointer (&bytes), why };
      return TRUE;
    }
  if (code != ARCHIVE_EOF)
    set_reason (self, self->n_members == 0 ? _("The file is not a zip.") : _("The zip is damaged or cut short."));
  return FALSE;
}

/**
 * tl_zip_member_clear:
 * @member: a member
 */
void
tl_zip_member_clear (TlZipMember *member)
{
  g_clear_pointer (&member->name, g_free);
  g_clear_pointer (&member->bytes, g_bytes_unref);
}
