/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a review of records that came from outside: all of them in one edit, or no review at all. */
#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include "model/exchange/tl-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/review/tl-edit.h"
#include "model/store/tl-connection.h"

static gboolean
add_records (TlReview      *review,
             GPtrArray     *records,
             const char    *name,
             GCancellable  *cancellable,
             GError       **error)
{
  if (records->len == 1)
    return TRUE;

  /* Translators: what a change is called in the history; a file name */
  g_autofree char *label = g_strdup_printf (_("Import of %s"), name);
  TlEdit *edit = tl_edit_begin (review, label, error);
  gboolean good = edit != NULL;

  if (edit == NULL)
    return FALSE;
  for (guint i = 1; good && i < records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (records, i);

      good = !g_cancellable_set_error_if_cancelled (cancellable, error)
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

static gboolean
make_review (GPtrArray     *records,
             const char    *name,
             const char    *review_path,
             const char    *author,
             GCancellable  *cancellable,
             GError       **error)
{
  TlPlainRecord *subject = g_ptr_array_index (records, 0);

  if (!tl_review_create (review_path, subject->id, subject->values, error))
    return FALSE;

  g_autoptr (TlReview) review = tl_review_open (review_path, TL_REVIEW_OPEN_DEFAULT, error);

  if (review == NULL)
    return FALSE;
  if (author != NULL)
    tl_review_set_author (review, author);
  return add_records (review, records, name, cancellable, error);
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
 * Makes a review beside @review_path and moves it there when it is complete.
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

  g_autofree char *unique = tl_id_new ();
  g_autofree char *part_path = g_strdup_printf ("%s.%.8s.part", review_path, unique);
  gboolean made = make_review (records, name, part_path, author, cancellable, error);

  made = made && tl_connection_replace (part_path, review_path, error);
  if (!made)
    {
      g_autofree char *journal_path = g_strconcat (part_path, "-journal", NULL);

      g_unlink (journal_path);
      g_unlink (part_path);
    }
  return made;
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
