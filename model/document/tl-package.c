/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A zip in memory, of which members are read by their whole names, within bounds of number, size and ratio. What a zip
 * says of its own lengths is not believed: only what comes out is counted. */
#include "config.h"

#include "model/document/tl-package-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"

#define BLOCK_BYTES (64 * 1024)
#define MAX_MEMBERS 10000
#define MAX_UNPACKED (G_GINT64_CONSTANT (256) << 20)

/* XML shrinks to a twentieth; a zip that was made to fill a memory shrinks to a thousandth. */
#define MAX_RATIO 200
#define RATIO_FROM (16 * 1024 * 1024)

typedef struct archive Archive;

static void
free_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, free_archive)

static Archive *
open_archive (TlPackage *self)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize n;
  const void *data = g_bytes_get_data (self->bytes, &n);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, n) == ARCHIVE_OK)
    return g_steal_pointer (&archive);
  _tl_draft_refuse (self->draft, TL_ERROR_DAMAGED, _("The zip that it is cannot be opened."));
  return NULL;
}

/* The next member; NULL at the end, and where the zip is damaged. */
static const char *
get_next (TlPackage             *self,
          Archive               *archive,
          struct archive_entry **entry)
{
  int code = archive_read_next_header (archive, entry);

  if (!_tl_draft_goes_on (self->draft) || code == ARCHIVE_EOF)
    return NULL;
  if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
    {
      _tl_draft_refuse (self->draft, TL_ERROR_DAMAGED, _("The zip that it is, is damaged or cut short."));
      return NULL;
    }

  const char *name = archive_entry_pathname (*entry);

  return name != NULL ? name : "";
}

/**
 * _tl_package_open:
 * @self: to be cleared afterwards, whatever is returned
 *
 * Lists the members of a zip.
 *
 * Returns: %FALSE if it is none
 */
gboolean
_tl_package_open (TlPackage *self,
                  TlDraft   *draft,
                  GBytes    *bytes)
{
  struct archive_entry *entry;
  const char *name;
  guint n = 0;

  *self = (TlPackage) {
    .draft = draft,
    .bytes = bytes,
    .members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };

  g_autoptr (Archive) archive = open_archive (self);

  while (archive != NULL && (name = get_next (self, archive, &entry)) != NULL)
    {
      guint same = GPOINTER_TO_UINT (g_hash_table_lookup (self->members, name));

      g_hash_table_replace (self->members, g_strdup (name), GUINT_TO_POINTER (same + 1));
      if (++n > MAX_MEMBERS)
        _tl_draft_refuse (draft, TL_ERROR_TOO_LARGE, _("The zip that it is has more than 10,000 files in it."));
    }
  return draft->error == NULL;
}

void
_tl_package_clear (TlPackage *self)
{
  g_clear_pointer (&self->members, g_hash_table_unref);
}

gboolean
_tl_package_has (TlPackage  *self,
                 const char *member)
{
  return g_hash_table_contains (self->members, member);
}

static gboolean
check_bounds (TlPackage  *self,
              const char *member)
{
  gint64 packed = MAX ((gint64) g_bytes_get_size (self->bytes), 1);

  if (self->n_unpacked > MAX_UNPACKED)
    _tl_draft_refuse (self->draft, TL_ERROR_TOO_LARGE, _("%s: unpacked it is larger than 256 MB."), member);
  else if (self->n_unpacked > RATIO_FROM && self->n_unpacked / packed > MAX_RATIO)
    _tl_draft_refuse (self->draft, TL_ERROR_TOO_LARGE,
                      _("%s: it unpacks to more than 200 times the size of the file, as no document does."), member);
  return _tl_draft_goes_on (self->draft);
}

static GBytes *
unpack (TlPackage  *self,
        Archive    *archive,
        const char *member)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  gssize n;

  while ((n = archive_read_data (archive, block, BLOCK_BYTES)) > 0)
    {
      self->n_unpacked += n;
      if (!check_bounds (self, member))
        return NULL;
      g_byte_array_append (bytes, block, (guint) n);
    }
  if (n == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  _tl_draft_refuse (self->draft, TL_ERROR_DAMAGED, _("%s: it can’t be unpacked, being damaged or encrypted."), member);
  return NULL;
}

/**
 * _tl_package_read:
 * @self: a package
 * @member: its whole name
 *
 * Returns: (transfer full): its contents, or %NULL with the reason in the draft
 */
GBytes *
_tl_package_read (TlPackage  *self,
                  const char *member)
{
  guint same = GPOINTER_TO_UINT (g_hash_table_lookup (self->members, member));
  g_autoptr (Archive) archive = NULL;
  struct archive_entry *entry;
  const char *name;

  /* Which of two would be the document, programs answer differently. */
  if (same != 1)
    _tl_draft_refuse (self->draft, TL_ERROR_DAMAGED,
                      same == 0 ? _("%s: it is missing.") : _("%s: it is there more than once."), member);
  if (self->draft->error == NULL)
    archive = open_archive (self);
  while (archive != NULL && (name = get_next (self, archive, &entry)) != NULL)
    if (strcmp (name, member) == 0)
      return unpack (self, archive, member);
  return NULL;
}

/* Whether it says that it is of a type, or of one that is made of it. */
gboolean
_tl_package_is (TlPackage  *self,
                const char *type)
{
  g_autoptr (GBytes) bytes = _tl_package_has (self, "mimetype") ? _tl_package_read (self, "mimetype") : NULL;
  gsize length = 0;
  const char *said = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return length >= strlen (type) && memcmp (said, type, strlen (type)) == 0;
}
