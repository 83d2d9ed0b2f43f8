/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The board's copy of a review: a review file made of what leaves in the tier of the board and of nothing else, so that
 * it holds no name, no source and no history, not even where a record was deleted. Records keep their ids, by which the
 * answers that the board writes find their way back. */
#include "config.h"

#include "model/exchange/tl-board-copy.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/store/tl-table.h"

/* What is put into the copy. */
typedef struct {
  TlExport     *export;
  GCancellable *cancellable;
} Filling;

/* The review itself is there already. */
static gboolean
fill (TlConnection  *connection,
      void          *data,
      GError       **error)
{
  const Filling *filling = data;
  GPtrArray *records = filling->export->records;

  for (guint i = 1; i < records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (records, i);

      if (g_cancellable_set_error_if_cancelled (filling->cancellable, error)
          || !tl_table_insert (tl_table_get (record->kind), connection, record->id, record->values, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_board_copy_write:
 * @review: a review
 * @path: the file to make. One that is there may hold what the board has answered, and is never replaced
 * @report: (out) (optional) (transfer full): what is in the copy and what is not
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: %FALSE with @error, and then there is no copy
 */
gboolean
tl_board_copy_write (TlReview        *review,
                     const char      *path,
                     TlExportReport **report,
                     GCancellable    *cancellable,
                     GError         **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && path != NULL, FALSE);

  g_autofree char *name = g_filename_display_name (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return tl_error_refuse (error, _("There is a file “%s” already, which may hold the board’s answers. Give the copy "
                                     "another name."), name);

  g_autoptr (TlExport) export = tl_export_new (review, TL_TIER_BOARD, TL_EXPORT_DEFAULT, error);

  if (export == NULL)
    return FALSE;

  TlPlainRecord *subject = g_ptr_array_index (export->records, 0);
  Filling filling = { export, cancellable };

  if (!tl_review_create_copy (path, TL_TIER_BOARD, subject->id, subject->values, fill, &filling, error))
    return FALSE;
  if (report != NULL)
    *report = g_steal_pointer (&export->report);
  return TRUE;
}
