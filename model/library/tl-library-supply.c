/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From what a person gives to one file after the other: the members of a zip are files too, and the zip itself comes
 * after them, for only then is it known whether it could be read to its end. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-supply.h"

#include <glib/gi18n-lib.h>

#include "model/library/tl-library-files.h"
#include "model/library/tl-library-ingest.h"
#include "model/library/tl-library-zip.h"

struct _TlSupply
{
  TlFileList   *files;       /* borrowed */
  TlFoundFile  *file;        /* the one at @next, if its members are being given out */
  GCancellable *cancellable; /* borrowed */
  TlZip        *zip;         /* the same, open */
  guint         next;
  guint         total;
};

/**
 * tl_supply_new:
 * @files: files and zips; they must outlive what is returned
 * @cancellable: (nullable): to give up; it must outlive what is returned
 *
 * Returns: (transfer full): the files
 */
TlSupply *
tl_supply_new (TlFileList   *files,
               GCancellable *cancellable)
{
  g_return_val_if_fail (files != NULL, NULL);

  TlSupply *self = g_new0 (TlSupply, 1);

  self->files = files;
  self->total = tl_file_list_get_n (files);
  self->cancellable = cancellable;
  return self;
}

/**
 * tl_supply_free:
 * @self: (transfer full): a supply
 */
void
tl_supply_free (TlSupply *self)
{
  g_clear_pointer (&self->zip, tl_zip_free);
  g_clear_pointer (&self->file, tl_found_file_unref);
  g_free (self);
}

/**
 * tl_supplied_clear:
 * @supplied: where a file is
 */
void
tl_supplied_clear (TlSupplied *supplied)
{
  g_clear_pointer (&supplied->path, g_free);
  g_clear_pointer (&supplied->bytes, g_bytes_unref);
  supplied->size = 0;
}

/* @zip has given out all its members. */
static void
take_zip (TlSupply *self,
          TlParcel *parcel)
{
  parcel->refusal = g_strdup (tl_zip_get_reason (self->zip));
  g_clear_pointer (&self->zip, tl_zip_free);
}

static void
take_member (TlSupply          *self,
             const TlFoundFile *zip,
             TlZipMember       *member,
             TlParcel          *parcel,
             TlSupplied        *supplied)
{
  self->total++;
  parcel->file = g_strdup_printf ("%s/%s", zip->name, member->name);
  parcel->name = g_strdup (parcel->file);
  parcel->refusal = g_strdup (member->reason);
  supplied->bytes = g_steal_pointer (&member->bytes);
  supplied->size = supplied->bytes != NULL ? g_bytes_get_size (supplied->bytes) : 0;
}

static void
take_file (const TlFoundFile *file,
           TlParcel          *parcel,
           TlSupplied        *supplied)
{
  if (file->reason != NULL)
    parcel->refusal = g_strdup (file->reason);
  else if (file->size > TL_INGEST_MAX_BYTES)
    parcel->refusal = g_strdup (_("The file is larger than 64 MB, thousands of times a learning record."));
  else
    {
      supplied->path = g_strdup (file->path);
      supplied->size = (gsize) file->size;
    }
}

/* Looks at the file at @next, unless it was looked at. */
static void
look (TlSupply *self)
{
  if (self->file != NULL)
    return;
  self->file = tl_file_list_get (self->files, self->next);
  if (self->file->reason == NULL && tl_library_is_zip (self->file->path))
    self->zip = tl_zip_open (self->file->path, TL_INGEST_MAX_BYTES, self->cancellable);
}

/**
 * tl_supply_next:
 * @self: a supply
 * @parcel: empty; gets the names of the next file, and why it is refused if it is
 * @supplied: (out caller-allocates): empty; where it is to be read from
 *
 * Returns: %FALSE after the last file, or if it was given up
 */
gboolean
tl_supply_next (TlSupply   *self,
                TlParcel   *parcel,
                TlSupplied *supplied)
{
  g_return_val_if_fail (self != NULL && parcel != NULL && supplied != NULL, FALSE);

  if (self->next == tl_file_list_get_n (self->files) || g_cancellable_is_cancelled (self->cancellable))
    return FALSE;

  g_auto (TlZipMember) member = { 0 };

  look (self);
  parcel->found = tl_found_file_ref (self->file);
  if (self->zip != NULL && tl_zip_next (self->zip, &member))
    take_member (self, self->file, &member, parcel, supplied);
  else
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      parcel->file = g_strdup (self->file->name);
      parcel->name = g_filename_display_basename (self->file->path);
      if (self->zip != NULL)
        take_zip (self, parcel);
      else
        take_file (self->file, parcel, supplied);
      g_clear_pointer (&self->file, tl_found_file_unref);
      self->next++;
    }
  parcel->total = self->total;
  return TRUE;
}
