/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The receipts of a library: one a gathering, kept in its file, with what became of every file that was met. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-receipt-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"

static const struct {
  const char *key;
  const char *title;
  const char *meaning;
} outcomes[TL_N_OUTCOMES] = {
  [TL_OUTCOME_ADDED] = { "added", N_("Added"), N_("Reviews that the library did not know") },
  [TL_OUTCOME_SUPERSEDED] = { "superseded", N_("Superseded"), N_("A later revision took the place of the one held") },
  [TL_OUTCOME_OLDER] = { "older", N_("Older"), N_("The library holds a later revision; left out") },
  [TL_OUTCOME_UNCHANGED] = { "unchanged", N_("Unchanged"), N_("In the library already") },
  [TL_OUTCOME_WITHDRAWN] = { "withdrawn", N_("Withdrawn before"),
                             N_("The review was withdrawn from the library; left out") },
  [TL_OUTCOME_QUARANTINED] = { "quarantined", N_("Quarantined"), N_("Not taken in, with the reason") },
};

/**
 * tl_outcome_get_key:
 *
 * Returns: what it is called for machines: "added"
 */
const char *
tl_outcome_get_key (TlOutcome outcome)
{
  g_return_val_if_fail (outcome < TL_N_OUTCOMES, NULL);
  return outcomes[outcome].key;
}

/**
 * tl_outcome_get_title:
 *
 * Returns: what it is called, translated
 */
const char *
tl_outcome_get_title (TlOutcome outcome)
{
  g_return_val_if_fail (outcome < TL_N_OUTCOMES, NULL);
  return _(outcomes[outcome].title);
}

/**
 * tl_outcome_get_meaning:
 *
 * Returns: a few words on what that is, translated
 */
const char *
tl_outcome_get_meaning (TlOutcome outcome)
{
  g_return_val_if_fail (outcome < TL_N_OUTCOMES, NULL);
  return _(outcomes[outcome].meaning);
}

/* Writing */

/* Begins a receipt for what is found at @places. */
gboolean
_tl_receipt_begin (TlReceiptWriter    *self,
                   TlConnection       *connection,
                   const char *const  *places,
                   GError            **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "INSERT INTO receipt (began) VALUES (?)", error);

  *self = (TlReceiptWriter) { .connection = connection };
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, g_get_real_time () / 1000);
  if (!tl_connection_run (connection, statement, error)
      || !tl_connection_get_number (connection, "SELECT last_insert_rowid()", &self->number, error))
    return FALSE;

  for (int i = 0; places[i] != NULL; i++)
    {
      g_autofree char *path = g_canonicalize_filename (places[i], NULL);

      statement = tl_connection_prepare (connection, "INSERT INTO receipt_place VALUES (?, ?, ?)", error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, self->number);
      sqlite3_bind_int (statement, 2, i);
      sqlite3_bind_blob (statement, 3, path, (int) strlen (path), SQLITE_STATIC);
      if (!tl_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* Puts a file on the receipt; @record is the number that it has in the library, 0 if it was not taken in. */
gboolean
_tl_receipt_note (TlReceiptWriter  *self,
                  const char       *file,
                  TlOutcome         outcome,
                  const char       *reason,
                  gint64            record,
                  GError          **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (self->connection,
                                                   "INSERT INTO receipt_file VALUES (?, ?, ?, ?, ?, nullif (?, 0))",
                                                   error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, self->number);
  sqlite3_bind_int64 (statement, 2, ++self->n_files);
  sqlite3_bind_text (statement, 3, file, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 4, (int) outcome);
  sqlite3_bind_text (statement, 5, reason, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 6, record);
  return tl_connection_run (self->connection, statement, error);
}

/* Notes that the gathering is over; @stopped says why before its end, if so. Where the receipt itself was taken back
 * its number is 0 then. */
gboolean
_tl_receipt_end (TlReceiptWriter  *self,
                 const char       *stopped,
                 GError          **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (self->connection,
                                                   "UPDATE receipt SET ended = ?, stopped = ? WHERE number = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, g_get_real_time () / 1000);
  sqlite3_bind_text (statement, 2, stopped, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, self->number);
  if (!tl_connection_run (self->connection, statement, error))
    return FALSE;
  if (sqlite3_changes (tl_connection_get_handle (self->connection)) == 0)
    self->number = 0;
  return TRUE;
}

/* Reading */

static void
receipt_file_free (gpointer data)
{
  TlReceiptFile *file = data;

  g_free (file->file);
  g_free (file->reason);
  g_clear_pointer (&file->advice, g_array_unref);
  g_free (file);
}

static TlReceipt *
receipt_new (sqlite3_stmt *row)
{
  TlReceipt *self = g_new0 (TlReceipt, 1);

  self->number = sqlite3_column_int64 (row, 0);
  self->began = sqlite3_column_int64 (row, 1);
  self->ended = sqlite3_column_int64 (row, 2);
  self->stopped = g_strdup ((const char *) sqlite3_column_text (row, 3));
  self->places = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * tl_receipt_free:
 * @self: (transfer full): a receipt
 */
void
tl_receipt_free (TlReceipt *self)
{
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_free (self->stopped);
  g_free (self);
}

static gboolean
is_outcome (int number)
{
  return number >= 0 && number < TL_N_OUTCOMES;
}

static void
take_place (TlReceipt    *receipt,
            sqlite3_stmt *row)
{
  g_ptr_array_add (receipt->places, g_strndup (sqlite3_column_blob (row, 1), (gsize) sqlite3_column_bytes (row, 1)));
}

static void
take_count (TlReceipt    *receipt,
            sqlite3_stmt *row)
{
  int outcome = sqlite3_column_int (row, 1);

  if (is_outcome (outcome))
    receipt->counts[outcome] = (guint) sqlite3_column_int64 (row, 2);
}

static void
take_file (TlReceipt    *receipt,
           sqlite3_stmt *row)
{
  int outcome = sqlite3_column_int (row, 1);

  if (!is_outcome (outcome))
    return;

  TlReceiptFile *file = g_new0 (TlReceiptFile, 1);

  file->outcome = (TlOutcome) outcome;
  file->file = g_strdup ((const char *) sqlite3_column_text (row, 2));
  file->reason = g_strdup ((const char *) sqlite3_column_text (row, 3));
  file->record = sqlite3_column_int64 (row, 4);
  g_ptr_array_add (receipt->files, file);
}

/* Reads of the receipts numbered @first to @last what @sql says; its first column is the number of a receipt. */
static gboolean
read_into (TlLibrary   *library,
           const char  *sql,
           gint64       first,
           gint64       last,
           GHashTable  *receipts,
           void       (*take) (TlReceipt *, sqlite3_stmt *),
           GError     **error)
{
  TlConnection *connection = tl_library_get_connection (library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_int64 (statement, 2, last);
  while (tl_connection_step (connection, statement, &row, error))
    {
      gint64 number = row ? sqlite3_column_int64 (statement, 0) : 0;
      TlReceipt *receipt = row ? g_hash_table_lookup (receipts, &number) : NULL;

      if (!row)
        return TRUE;
      if (receipt != NULL)
        take (receipt, statement);
    }
  return FALSE;
}

/* The receipts numbered @first to @last, the newest first. */
static GPtrArray *
read_receipts (TlLibrary  *library,
               gint64      first,
               gint64      last,
               GError    **error)
{
  TlConnection *connection = tl_library_get_connection (library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number, began, ended, stopped FROM receipt "
                                                   "WHERE number BETWEEN ? AND ? ORDER BY number DESC", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_receipt_free);
  g_autoptr (GHashTable) receipts = g_hash_table_new (g_int64_hash, g_int64_equal);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_int64 (statement, 2, last);
  while (row)
    {
      if (!tl_connection_step (connection, statement, &row, error))
        return NULL;
      if (!row)
        break;

      TlReceipt *receipt = receipt_new (statement);

      g_ptr_array_add (list, receipt);
      g_hash_table_insert (receipts, &receipt->number, receipt);
    }

  if (!read_into (library, "SELECT receipt, path FROM receipt_place WHERE receipt BETWEEN ? AND ? "
                  "ORDER BY receipt, position", first, last, receipts, take_place, error)
      || !read_into (library, "SELECT receipt, outcome, count(*) FROM receipt_file WHERE receipt BETWEEN ? AND ? "
                     "GROUP BY receipt, outcome", first, last, receipts, take_count, error))
    return NULL;
  if (first != last || list->len == 0)
    return g_steal_pointer (&list);

  TlReceipt *only = g_ptr_array_index (list, 0);

  only->files = g_ptr_array_new_with_free_func (receipt_file_free);
  return read_into (library, "SELECT receipt, outcome, file, reason, record FROM receipt_file "
                    "WHERE receipt BETWEEN ? AND ? ORDER BY receipt, position", first, last, receipts, take_file, error)
         && _tl_receipt_read_advice (only, connection, error)
           ? g_steal_pointer (&list)
           : NULL;
}

/**
 * tl_library_get_receipt:
 * @library: a library
 * @number: of a receipt; 0 for the last one
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the receipt with its files, or %NULL with %TL_ERROR_NOT_FOUND
 */
TlReceipt *
tl_library_get_receipt (TlLibrary  *library,
                        gint64      number,
                        GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && number >= 0, NULL);

  g_autoptr (GPtrArray) list = NULL;

  if (number > 0 || tl_connection_get_number (tl_library_get_connection (library),
                                              "SELECT coalesce(max(number), 0) FROM receipt", &number, error))
    list = read_receipts (library, number, number, error);
  if (list == NULL)
    tl_library_explain (tl_library_get_name (library), error);
  else if (list->len > 0)
    return g_ptr_array_steal_index (list, 0);
  else if (number == 0)
    g_set_error_literal (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("Nothing has been gathered yet."));
  else
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no receipt %" G_GINT64_FORMAT "."), number);
  return NULL;
}

/**
 * tl_library_list_receipts:
 * @library: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlReceipt): all receipts without their files, the newest first
 */
GPtrArray *
tl_library_list_receipts (TlLibrary  *library,
                          GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  GPtrArray *list = read_receipts (library, 0, G_MAXINT64, error);

  if (list == NULL)
    tl_library_explain (tl_library_get_name (library), error);
  return list;
}
