/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what stands behind a count: reviews, and of each the factors or findings that it rests on. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-instance.h"

#include <string.h>

#include "model/base/tl-id.h"
#include "model/library/tl-library-tables.h"

static void
free_record (void *data)
{
  TlInstanceRecord *record = data;

  g_free (record->id);
  g_free (record->text);
  g_clear_pointer (&record->marks, g_array_unref);
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
 * tl_instance_new:
 * @library: a library
 * @number: the number of a record
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the review, as yet with nothing of it
 */
TlInstance *
tl_instance_new (TlLibrary  *library,
              guint       number,
              GError    **error)
{
  gboolean row = FALSE;
  sqlite3_stmt *statement = look_up (library, "SELECT record.review, record.revision, coalesce (review.year, 0) FROM "
                                     "record JOIN review ON review.key = (record.number << 24 | 1) WHERE number = ?",
                                     number, &row, error);

  if (statement == NULL)
    return NULL;

  TlInstance *instance = g_new0 (TlInstance, 1);

  instance->number = number;
  instance->records = g_ptr_array_new_with_free_func (free_record);
  if (row)
    {
      instance->review = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      instance->revision = sqlite3_column_int64 (statement, 1);
      instance->year = (guint) sqlite3_column_int64 (statement, 2);
      sqlite3_reset (statement);
    }
  return instance;
}

/**
 * tl_instance_free:
 * @instance: (transfer full): an instance
 */
void
tl_instance_free (TlInstance *instance)
{
  g_free (instance->review);
  g_ptr_array_unref (instance->records);
  g_free (instance);
}

/* Adds the record of a row with its id first; where @text is %NULL, the statement follows. */
static gboolean
add_row (TlInstance  *instance,
         TlLibrary   *library,
         const char  *kind,
         guint        row,
         const char  *sql,
         const char  *text,
         GArray      *marks,
         GError     **error)
{
  gint64 key = (gint64) instance->number << TL_LIBRARY_KEY_BITS | row;
  gboolean found = FALSE;
  sqlite3_stmt *statement = look_up (library, sql, key, &found, error);

  if (statement == NULL)
    return FALSE;
  if (found && sqlite3_column_bytes (statement, 0) == 16)
    {
      TlInstanceRecord *record = g_new0 (TlInstanceRecord, 1);

      record->kind = kind;
      record->id = tl_id_unpack (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
      record->text = g_strdup (text != NULL ? text : (const char *) sqlite3_column_text (statement, 1));
      record->marks = marks != NULL ? g_array_ref (marks) : NULL;
      g_ptr_array_add (instance->records, record);
    }
  sqlite3_reset (statement);
  return TRUE;
}

/**
 * tl_instance_add:
 * @instance: a review
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
tl_instance_add (TlInstance     *instance,
              TlLibrary   *library,
              const char  *kind,
              guint        row,
              GError     **error)
{
  const char *sql = strcmp (kind, "finding") == 0 ? "SELECT id, statement FROM finding WHERE key = ?"
                                                  : "SELECT id, statement FROM factor WHERE key = ?";

  return add_row (instance, library, kind, row, sql, NULL, NULL, error);
}

/**
 * tl_instance_add_text:
 * @instance: a review
 * @library: where it is from
 * @kind: (transfer none): the name of a kind that is in the library; must stay
 * @row: the number of such a record within the review
 * @text: what of it
 * @marks: (nullable) (element-type TlSearchMark): where in @text something stands that was looked for
 * @error: return location
 *
 * Adds a record of the review with a text of it. One that is not there is not added.
 *
 * Returns: %FALSE if the library can't be read
 */
gboolean
tl_instance_add_text (TlInstance  *instance,
                      TlLibrary   *library,
                      const char  *kind,
                      guint        row,
                      const char  *text,
                      GArray      *marks,
                      GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE key = ?", kind);

  return add_row (instance, library, kind, row, sql, text, marks, error);
}

/**
 * tl_instance_append_text:
 * @instance: a review
 * @out: what is written to a terminal
 *
 * Appends a line on the review and one on each of its records, set in as far as what is counted.
 */
void
tl_instance_append_text (const TlInstance *instance,
                         GString          *out)
{
  g_return_if_fail (instance != NULL && out != NULL);

  g_string_append_printf (out, "%20s%s, %u\n", "", instance->review, instance->year);
  for (guint i = 0; i < instance->records->len; i++)
    {
      const TlInstanceRecord *record = instance->records->pdata[i];

      g_string_append_printf (out, "%22s%s  %s\n", "", record->id, record->text != NULL ? record->text : "–");
    }
}
