/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A release leaves: its pieces are made, it is logged with them, and they are written into a folder or a zip. What is
 * written may be given away at once, so it is logged first. */
#include "config.h"

#include "model/releases/tl-release-publish.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/releases/tl-release-bundle.h"
#include "model/report/tl-report-zip.h"

#define ZIP ".zip"

static gboolean
is_zip (const char *target)
{
  g_autofree char *lower = g_ascii_strdown (target, -1);

  return g_str_has_suffix (lower, ZIP) && !g_file_test (target, G_FILE_TEST_IS_DIR);
}

/* In a folder of the name of the zip, for who unpacks it where other things are. */
static GBytes *
make_zip (GPtrArray  *pieces,
          const char *path)
{
  g_autoptr (TlReportZip) zip = tl_report_zip_new ();
  g_autofree char *name = g_filename_display_basename (path);

  name[strlen (name) - strlen (ZIP)] = '\0';
  for (guint i = 0; i < pieces->len; i++)
    {
      const TlReleasePiece *piece = pieces->pdata[i];
      g_autofree char *inner = g_strconcat (name, "/", piece->name, NULL);

      /* An image is packed already. */
      tl_report_zip_add (zip, inner, piece->bytes, g_str_has_suffix (piece->name, ".png"));
    }
  return tl_report_zip_finish (zip);
}

/* @zip is what the pieces are packed in, if they are. */
static TlReleasePlace *
make_place (TlLibrary  *library,
            const char *target,
            GPtrArray  *pieces,
            GBytes     *zip)
{
  g_autoptr (GFile) file = g_file_new_for_path (target);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *way = tl_release_place_find_way (tl_library_get_path (library), target);
  TlReleasePlace *place = tl_release_place_new (name, way, g_get_real_time () / G_USEC_PER_SEC);

  if (zip != NULL)
    place->zip = tl_written_piece_new_of (name, zip);
  for (guint i = 0; i < pieces->len; i++)
    {
      const TlReleasePiece *piece = pieces->pdata[i];

      g_ptr_array_add (place->pieces, tl_written_piece_new_of (piece->name, piece->bytes));
    }
  return place;
}

/* Writing */

static gboolean
write_file (const char  *path,
            GBytes      *bytes,
            GError     **error)
{
  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

static gboolean
write_folder (GPtrArray   *pieces,
              const char  *folder,
              GError     **error)
{
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The folder “%s” can’t be made: %s."), name, g_strerror (code));
      return FALSE;
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      const TlReleasePiece *piece = pieces->pdata[i];
      g_autofree char *path = g_build_filename (folder, piece->name, NULL);

      if (!write_file (path, piece->bytes, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_release_publish:
 * @self: a release
 * @library: the library that it was made of
 * @target: where to: a folder, which is made if it is not there, or a file if its name ends in ".zip"
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes what tl_release_bundle_make() makes, once the library keeps that it left. Files of these names are replaced.
 *
 * Returns: %FALSE if it can't be logged, or a file can't be written, with an error of tl_release_bundle_make(), or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
tl_release_publish (TlRelease     *self,
                    TlLibrary     *library,
                    const char    *target,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_return_val_if_fail (self != NULL && TL_IS_LIBRARY (library) && target != NULL, FALSE);

  g_autoptr (GPtrArray) pieces = tl_release_bundle_make (self, cancellable, error);
  g_autoptr (GBytes) zip = pieces != NULL && is_zip (target) ? make_zip (pieces, target) : NULL;
  g_autoptr (TlReleasePlace) place = pieces != NULL ? make_place (library, target, pieces, zip) : NULL;

  if (place == NULL || !tl_release_log (self, library, place, error))
    return FALSE;
  return zip != NULL ? write_file (target, zip, error) : write_folder (pieces, target, error);
}
