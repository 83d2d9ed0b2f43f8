/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Withdrawing a review from a library: every row of it goes, what is made from the rows follows, and a log says who did
 * it, when and why, but nothing of what it said. It is not taken in again until it is allowed. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-withdrawal.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-private.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-library-texts.h"

/**
 * tl_withdrawal_free:
 * @withdrawal: (transfer full): an entry of the log
 */
void
tl_withdrawal_free (TlWithdrawal *withdrawal)
{
  g_free (withdrawal->review);
  g_free (withdrawal->author);
  g_free (withdrawal->reason);
  g_free (withdrawal);
}

/* The numbers of all revisions of a review. */
static GArray *
find_records (TlConnection  *connection,
              const char    *review,
              GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number FROM record WHERE review = ?", error);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, review, -1, SQLITE_STATIC);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&records);

      gint64 record = sqlite3_column_int64 (statement, 0);

      g_array_append_val (records, record);
    }
  return NULL;
}

static gboolean
write_log (TlConnection  *connection,
           const char    *review,
           const char    *author,
           const char    *reason,
           GError       **error)
{
  static const char *const statements[] = {
    "INSERT INTO withdrawal (review, record, revision, time, author, reason) "
    "SELECT review, number, revision, ?2, ?3, ?4 FROM record WHERE review = ?1",
    "INSERT INTO index_change (record) SELECT number FROM record WHERE review = ?1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *statement = tl_connection_prepare (connection, statements[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_text (statement, 1, review, -1, SQLITE_STATIC);
      if (sqlite3_bind_parameter_count (statement) > 1)
        {
          sqlite3_bind_int64 (statement, 2, g_get_real_time () / 1000);
          sqlite3_bind_text (statement, 3, author, -1, SQLITE_STATIC);
          sqlite3_bind_text (statement, 4, reason, -1, SQLITE_STATIC);
        }
      if (!tl_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* In a transaction of the library; that of the index, if there is one, ends after it. */
static gboolean
take_out (TlLibrary       *self,
          const char      *review,
          const char      *author,
          const char      *reason,
          TlLibraryTexts **texts,
          GError         **error)
{
  TlConnection *connection = tl_library_get_connection (self);
  g_autoptr (GArray) records = find_records (connection, review, error);

  if (records == NULL)
    return FALSE;
  if (records->len == 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("The library holds no record of a review “%s”."), review);
      return FALSE;
    }
  if (!_tl_library_texts_begin_drop (self, records, texts, error)
      || !write_log (connection, review, author, reason, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!tl_library_schema_delete_record (connection, g_array_index (records, gint64, i), error))
      return FALSE;
  return *texts == NULL || _tl_library_texts_end_drop (*texts, error);
}

/**
 * tl_library_withdraw:
 * @self: a library
 * @review: the pseudonym of a review
 * @author: (nullable): who withdraws it
 * @reason: why
 * @error: return location
 *
 * Takes all revisions of a review out of the library, for good: this can't be undone, but its file can be added again
 * after tl_library_readmit(). Numbers and receipts that leave or left the library are not touched.
 *
 * Returns: %FALSE with %TL_ERROR_NOT_FOUND, or if the library can't be written; nothing has happened then
 */
gboolean
tl_library_withdraw (TlLibrary   *self,
                     const char  *review,
                     const char  *author,
                     const char  *reason,
                     GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && review != NULL && reason != NULL, FALSE);

  TlConnection *connection = tl_library_get_connection (self);
  g_autoptr (TlLibraryTexts) texts = NULL;

  /* What is deleted is to be gone from the file, too. */
  if (!tl_connection_execute (connection, "PRAGMA secure_delete = ON", error)
      || !tl_library_begin_write (self, error))
    return FALSE;
  if (!tl_library_end_write (self, take_out (self, review, author, reason, &texts, error), NULL, error)
      || (texts != NULL && !_tl_library_texts_commit_drop (texts, error)))
    return FALSE;
  /* Until then the file itself has it still. */
  tl_connection_execute (connection, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  _tl_library_changed (self);
  return TRUE;
}

/* Where files of the review were left out of watched folders they are new again. */
static gboolean
let_in (TlConnection  *connection,
        const char    *review,
        GError       **error)
{
  if (!_tl_watch_forget (connection, TL_OUTCOME_WITHDRAWN, error))
    return FALSE;

  sqlite3_stmt *statement = tl_connection_prepare (connection, "UPDATE withdrawal SET readmitted = ? WHERE review = ? "
                                                   "AND readmitted IS NULL", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, g_get_real_time () / 1000);
  sqlite3_bind_text (statement, 2, review, -1, SQLITE_STATIC);
  return tl_connection_run (connection, statement, error);
}

/**
 * tl_library_readmit:
 * @self: a library
 * @review: the pseudonym of a review that was withdrawn
 * @error: return location
 *
 * Lets a review be added again. It is not brought back by this: its file has to be added.
 *
 * Returns: %FALSE with %TL_ERROR_NOT_FOUND, or if the library can't be written
 */
gboolean
tl_library_readmit (TlLibrary   *self,
                    const char  *review,
                    GError     **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && review != NULL, FALSE);

  g_autofree char *missing = g_strdup_printf (_("No review “%s” is kept out of the library."), review);

  return tl_library_begin_write (self, error)
         && tl_library_end_write (self, let_in (tl_library_get_connection (self), review, error), missing, error);
}

/**
 * tl_library_list_withdrawals:
 * @self: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlWithdrawal): the log, the latest first
 */
GPtrArray *
tl_library_list_withdrawals (TlLibrary  *self,
                             GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self), NULL);

  TlConnection *connection = tl_library_get_connection (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_withdrawal_free);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT review, max(revision), time, author, reason, "
                                                   "readmitted FROM withdrawal GROUP BY review, time "
                                                   "ORDER BY time DESC, review", error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (!tl_connection_step (connection, statement, &row, error))
        break;
      if (!row)
        return g_steal_pointer (&list);

      TlWithdrawal *withdrawal = g_new0 (TlWithdrawal, 1);

      withdrawal->review = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      withdrawal->revision = sqlite3_column_int64 (statement, 1);
      withdrawal->time = sqlite3_column_int64 (statement, 2);
      withdrawal->author = g_strdup ((const char *) sqlite3_column_text (statement, 3));
      withdrawal->reason = g_strdup ((const char *) sqlite3_column_text (statement, 4));
      withdrawal->readmitted = sqlite3_column_int64 (statement, 5);
      g_ptr_array_add (list, withdrawal);
    }
  tl_library_explain (tl_library_get_name (self), error);
  return NULL;
}
