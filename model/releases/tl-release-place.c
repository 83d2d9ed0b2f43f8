/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a release was written, and what became of its files since. */
#include "config.h"

#include "model/releases/tl-release-place.h"

#include "model/base/tl-error.h"
#include "model/base/tl-load.h"

/* Nothing that was written is larger. */
#define MAX_BYTES (512 * 1024 * 1024)

#define UP ".." G_DIR_SEPARATOR_S

static void
free_piece (gpointer data)
{
  TlWrittenPiece *piece = data;

  g_free (piece->name);
  g_free (piece->digest);
  g_free (piece);
}

/**
 * tl_written_piece_new:
 * @name: of the file
 * @size: in bytes
 * @digest: SHA-256 of what was written
 *
 * Returns: (transfer full): a piece, to be given to a place
 */
TlWrittenPiece *
tl_written_piece_new (const char *name,
                      gint64      size,
                      const char *digest)
{
  g_return_val_if_fail (name != NULL && digest != NULL, NULL);

  TlWrittenPiece *piece = g_new0 (TlWrittenPiece, 1);

  piece->name = g_strdup (name);
  piece->size = size;
  piece->digest = g_strdup (digest);
  return piece;
}

/**
 * tl_written_piece_new_of:
 * @name: of the file
 * @bytes: what is written
 *
 * Returns: (transfer full): the piece, to be given to a place
 */
TlWrittenPiece *
tl_written_piece_new_of (const char *name,
                         GBytes     *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return tl_written_piece_new (name, (gint64) g_bytes_get_size (bytes), digest);
}

/**
 * tl_release_place_new:
 * @name: of the folder, or of the zip
 * @way: (nullable): what tl_release_place_find_way() found
 * @time: when it was written, in seconds since 1970
 *
 * Returns: (transfer full): a place without pieces
 */
TlReleasePlace *
tl_release_place_new (const char *name,
                      const char *way,
                      gint64      time)
{
  g_return_val_if_fail (name != NULL, NULL);

  TlReleasePlace *self = g_new0 (TlReleasePlace, 1);

  self->name = g_strdup (name);
  self->way = g_strdup (way);
  self->time = time;
  self->pieces = g_ptr_array_new_with_free_func (free_piece);
  return self;
}

static TlWrittenPiece *
copy_piece (const TlWrittenPiece *piece)
{
  TlWrittenPiece *copy = tl_written_piece_new (piece->name, piece->size, piece->digest);

  copy->state = piece->state;
  return copy;
}

/**
 * tl_release_place_copy:
 * @self: a place
 *
 * Returns: (transfer full): the same
 */
TlReleasePlace *
tl_release_place_copy (const TlReleasePlace *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  TlReleasePlace *copy = tl_release_place_new (self->name, self->way, self->time);

  copy->zip = self->zip != NULL ? copy_piece (self->zip) : NULL;
  for (guint i = 0; i < self->pieces->len; i++)
    g_ptr_array_add (copy->pieces, copy_piece (self->pieces->pdata[i]));
  return copy;
}

/**
 * tl_release_place_free:
 * @self: (transfer full): a place
 */
void
tl_release_place_free (TlReleasePlace *self)
{
  g_free (self->name);
  g_free (self->way);
  g_clear_pointer (&self->zip, free_piece);
  g_ptr_array_unref (self->pieces);
  g_free (self);
}

/* Ways */

/* The folder that a library is in. */
static GFile *
get_folder (const char *library)
{
  g_autoptr (GFile) file = g_file_new_for_path (library);

  return g_file_get_parent (file);
}

/* Whether what leads down from there may begin with the name of a person or of a disk. */
static gboolean
tells_of_computer (GFile *folder)
{
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());

  return !g_file_has_parent (folder, NULL) || g_file_has_prefix (home, folder);
}

/**
 * tl_release_place_find_way:
 * @library: the path of a library
 * @target: the path of a folder or file that is written
 *
 * Returns: (transfer full) (nullable): how @target is reached from the folder of @library; %NULL if not without telling
 *   of the computer
 */
char *
tl_release_place_find_way (const char *library,
                           const char *target)
{
  g_return_val_if_fail (library != NULL && target != NULL, NULL);

  g_autoptr (GFile) file = g_file_new_for_path (target);
  g_autoptr (GFile) folder = get_folder (library);
  g_autoptr (GString) up = g_string_new (NULL);

  while (folder != NULL && !tells_of_computer (folder))
    {
      g_autofree char *down = g_file_get_relative_path (folder, file);
      GFile *parent = g_file_get_parent (folder);

      if (down != NULL || g_file_equal (folder, file))
        {
          g_object_unref (parent);
          return g_strconcat (up->str, down != NULL ? down : ".", NULL);
        }
      g_string_append (up, UP);
      g_object_unref (folder);
      folder = parent;
    }
  return NULL;
}

/**
 * tl_release_place_dup_path:
 * @self: a place
 * @library: the path of the library as it is now
 * @piece: (nullable): the name of a piece; it must not be in a zip
 *
 * Returns: (transfer full) (nullable): the path of the piece, or of the folder or zip; %NULL if that is not known
 */
char *
tl_release_place_dup_path (const TlReleasePlace *self,
                           const char           *library,
                           const char           *piece)
{
  g_return_val_if_fail (self != NULL && library != NULL, NULL);
  g_return_val_if_fail (piece == NULL || self->zip == NULL, NULL);

  if (self->way == NULL)
    return NULL;

  g_autoptr (GFile) folder = get_folder (library);
  g_autoptr (GFile) place = g_file_resolve_relative_path (folder, self->way);
  g_autoptr (GFile) file = piece != NULL ? g_file_get_child (place, piece) : g_object_ref (place);

  return g_file_get_path (file);
}

/* What became of it */

static gboolean
look (TlWrittenPiece  *piece,
      const char      *path,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr (GError) own = NULL;
  g_autoptr (GBytes) bytes = tl_load_file (path, (gsize) MIN (piece->size, MAX_BYTES), cancellable, &own);

  if (g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  if (bytes != NULL)
    {
      g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

      piece->state = g_str_equal (digest, piece->digest) ? TL_PIECE_UNCHANGED : TL_PIECE_CHANGED;
    }
  else if (g_error_matches (own, TL_ERROR, TL_ERROR_NOT_FOUND))
    piece->state = TL_PIECE_GONE;
  else
    piece->state = g_error_matches (own, TL_ERROR, TL_ERROR_FAILED) ? TL_PIECE_UNREADABLE : TL_PIECE_CHANGED;
  return TRUE;
}

/**
 * tl_release_place_look:
 * @self: a place
 * @library: the path of the library as it is now
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Reads what is there now, to say of each piece what became of it; of those in a zip only that they are in it, if it is
 * what it was.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
tl_release_place_look (TlReleasePlace  *self,
                       const char      *library,
                       GCancellable    *cancellable,
                       GError         **error)
{
  g_return_val_if_fail (self != NULL && library != NULL, FALSE);

  if (self->way == NULL)
    return TRUE;
  if (self->zip != NULL)
    {
      g_autofree char *path = tl_release_place_dup_path (self, library, NULL);

      if (!look (self->zip, path, cancellable, error))
        return FALSE;
    }
  for (guint i = 0; i < self->pieces->len; i++)
    {
      TlWrittenPiece *piece = self->pieces->pdata[i];
      g_autofree char *path = self->zip == NULL ? tl_release_place_dup_path (self, library, piece->name) : NULL;

      if (path == NULL)
        piece->state = self->zip->state == TL_PIECE_UNCHANGED ? TL_PIECE_UNCHANGED : TL_PIECE_UNKNOWN;
      else if (!look (piece, path, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
