/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what stands behind a count: reviews, and of each the factors or findings that it rests on. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-trace.h"

#include <string.h>

#include "model/library/tl-library-tables.h"

static void
free_record (void *data)
{
  TlTraceRecord *record = data;

  g_free (record->id);
  g_free (record->text);
  g_free (record);
}

/* Steps to the only row of a query with one number in it. */
static sqlite3_stmt *
look_up (TlLibrary   *library,
         const char  *sql,
         gint64       number,
         gboolean    *row,
         GError     **error)
{
  TlConnection *connection = tl_library_get_connection (library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  return tl_connection_step (connection, statement, row, error) ? statement : NULL;
}

/**
 * tl_trace_new:
 * @library: a library
 * @number: the number of a record
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the review, as yet with nothing of it
 */
TlTrace *
tl_trace_new (TlLibrary  *library,
              guint       number,
              GError    **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement = look_up (library, "SELECT record.review, record.revision, coalesce (review.year, 0) FROM "
                                     "record JOIN review ON review.key = (record.number << 24 | 1) WHERE number = ?",
                                     number, &row, error);

  if (statement == NULL)
    return NULL;

  TlTrace *trace = g_new0 (TlTrace, 1);

  trace->number = number;
  trace->records = g_ptr_array_new_with_free_func (free_record);
  if (row)
    {
      trace->review = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      trace->revision = sqlite3_column_int64 (statement, 1);
      trace->year = (guint) sqlite3_column_int64 (statement, 2);
      sqlite3_reset (statement);
    }
  return trace;
}

/**
 * tl_trace_free:
 * @trace: (transfer full): a trace
 */
void
tl_trace_free (TlTrace *trace)
{
  g_free (trace->review);
  g_ptr_array_unref (trace->records);
  g_free (trace);
}

static char *
dup_id (const guint8 *bytes)
{
  GString *id = g_string_new (NULL);

  for (guint i = 0; i < 16; i++)
    g_string_append_printf (id, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", bytes[i]);
  return g_string_free (id, FALSE);
}

/**
 * tl_trace_add:
 * @trace: a review
 * @library: where it is from
 * @kind: (transfer none): "factor" or "finding"; must stay
 * @row: the number of such a record within the review
 * @error: return location
 *
 * Adds a record of the review. One that is not there is not added.
 *
 * Returns: %FALSE if the library can't be read
 */
gboolean
tl_trace_add (TlTrace     *trace,
              TlLibrary   *library,
              const char  *kind,
              guint        row,
              GError     **error)
{
  const char *sql = strcmp (kind, "finding") == 0 ? "SELECT id, statement FROM finding WHERE key = ?"
                                                  : "SELECT id, statement FROM factor WHERE key = ?";
  gboolean found = FALSE;
  sqlite3_stmt *statement = look_up (library, sql, (gint64) trace->number << TL_LIBRARY_KEY_BITS | row, &found, error);

  if (statement == NULL)
    return FALSE;
  if (found && sqlite3_column_bytes (statement, 0) == 16)
    {
      TlTraceRecord *record = g_new0 (TlTraceRecord, 1);

      record->kind = kind;
      record->id = dup_id (sqlite3_column_blob (statement, 0));
      record->text = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      g_ptr_array_add (trace->records, record);
    }
  sqlite3_reset (statement);
  return TRUE;
}
