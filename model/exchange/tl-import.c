/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a review of records that came from outside: all of them in one edit, or no review at all. */
#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include "model/exchange/tl-import.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/review/tl-edit.h"

typedef struct {
  GPtrArray    *records;
  const char   *name;
  const char   *author;
  GCancellable *cancellable;
} Import;

static gboolean
add_records (TlReview  *review,
             gpointer   data,
             GError   **error)
{
  const Import *import = data;

  if (import->author != NULL)
    tl_review_set_author (review, import->author);
  if (import->records->len == 1)
    return TRUE;

  /* Translators: what a change is called in the history; a file name */
  g_autofree char *label = g_strdup_printf (_("Import of %s"), import->name);
  TlEdit *edit = tl_edit_begin (review, label, error);
  gboolean good = edit != NULL;

  if (edit == NULL)
    return FALSE;
  for (guint i = 1; good && i < import->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (import->records, i);

      good = !g_cancellable_set_error_if_cancelled (import->cancellable, error)
             && tl_edit_add_values (edit, record->kind, record->id, record->values, error);
    }
  if (!good)
    {
      tl_edit_abort (edit);
      return FALSE;
    }

  g_autofree char *change = tl_edit_commit (edit, error);
  return change != NULL;
}

/**
 * tl_import_records:
 * @records: (element-type TlPlainRecord): the review record, then all others; references among them are sound
 * @name: what to call where they come from, in the history
 * @review_path: the review file to make
 * @author: (nullable): who imports
 * @flags: how
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes a review in memory and gives it its file when it is complete.
 *
 * Returns: %FALSE with @error, and then nothing has changed on the disk
 */
gboolean
tl_import_records (GPtrArray      *records,
                   const char     *name,
                   const char     *review_path,
                   const char     *author,
                   TlImportFlags   flags,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_return_val_if_fail (records != NULL && records->len > 0 && name != NULL && review_path != NULL, FALSE);

  if (!(flags & TL_IMPORT_REPLACE) && g_file_test (review_path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("There is a file “%s” already."), review_path);
      return FALSE;
    }

  const TlPlainRecord *subject = g_ptr_array_index (records, 0);
  Import import = { records, name, author, cancellable };

  return tl_review_create (review_path, flags & TL_IMPORT_REPLACE ? TL_REVIEW_CREATE_REPLACE : 0, subject->id,
                           subject->values, add_records, &import, error);
}

static gboolean
import_file (TlXmlFile      *file,
             const char     *name,
             const char     *review_path,
             const char     *author,
             TlImportFlags   flags,
             GCancellable   *cancellable,
             GError        **error)
{
  if (file->header.tier != TL_TIER_TRANSFER)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID,
                   _("%s is of the tier “%s”, which leaves too much out to become a review again. Import a file of the "
                     "tier “transfer”, or add this one to a library."),
                   name, tl_tier_get_name (file->header.tier));
      return FALSE;
    }
  return tl_import_records (file->records, name, review_path, author, flags, cancellable, error);
}

/**
 * tl_import_xml:
 * @path: an XML file of the transfer tier
 * @review_path: the review file to make
 * @author: (nullable): who imports
 * @flags: how
 * @problems: (out) (optional) (transfer full) (element-type TlProblem): what is wrong with @path
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Makes a review of a file.
 *
 * Returns: %FALSE with @error, and then nothing has changed on the disk
 */
gboolean
tl_import_xml (const char     *path,
               const char     *review_path,
               const char     *author,
               TlImportFlags   flags,
               GPtrArray     **problems,
               GCancellable   *cancellable,
               GError        **error)
{
  g_return_val_if_fail (path != NULL && review_path != NULL, FALSE);

  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (TlXmlFile) file = tl_xml_read_path (path, problems, cancellable, error);

  return file != NULL && import_file (file, name, review_path, author, flags, cancellable, error);
}

/**
 * tl_import_xml_bytes:
 * @bytes: the contents of an XML file of the transfer tier, such as a sample
 * @name: what to call it
 * @review_path: the review file to make
 * @author: (nullable): who imports
 * @flags: how
 * @problems: (out) (optional) (transfer full) (element-type TlProblem): what is wrong with it
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: as tl_import_xml()
 */
gboolean
tl_import_xml_bytes (GBytes         *bytes,
                     const char     *name,
                     const char     *review_path,
                     const char     *author,
                     TlImportFlags   flags,
                     GPtrArray     **problems,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL && review_path != NULL, FALSE);

  g_autoptr (TlXmlFile) file = tl_xml_read_bytes (bytes, name, problems, cancellable, error);

  return file != NULL && import_file (file, name, review_path, author, flags, cancellable, error);
}
