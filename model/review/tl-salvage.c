/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be saved of a damaged review: the records, lists and texts that can be read, in a new review that is
 * sound. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-review-file.h"

#include <glib/gi18n-lib.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/store/tl-new-file.h"
#include "model/store/tl-schema.h"
#include "model/store/tl-survivors.h"
#include "model/store/tl-table.h"

typedef struct {
  TlConnection  *from;
  TlConnection  *to;
  const TlTable *table;
  sqlite3_stmt  *insert;  /* of a row that is saved as it is */
  GHashTable    *ids;     /* of records saved, of every kind */
  guint          n_saved;
  guint          n_lost;
} Salvage;

static void
record_cb (sqlite3_stmt *row,
           gpointer      data)
{
  Salvage *salvage = data;
  guint n_fields = salvage->table->kind->n_fields;
  g_autofree TlValue *values = g_new0 (TlValue, n_fields);
  g_autofree char *id = tl_table_read_row (salvage->table, row, values);

  if (id != NULL && tl_id_is_valid (id) && !g_hash_table_contains (salvage->ids, id)
      && tl_table_insert (salvage->table, salvage->to, id, values, NULL))
    {
      g_hash_table_add (salvage->ids, g_steal_pointer (&id));
      salvage->n_saved++;
    }
  else
    salvage->n_lost++;
  for (guint i = 0; i < n_fields; i++)
    tl_value_clear (&values[i]);
}

static gboolean
is_text (sqlite3_stmt *row,
         int           column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL && g_utf8_validate_len (text, (gsize) sqlite3_column_bytes (row, column), NULL);
}

/* A row of two texts, and perhaps more. */
static void
insert_row (Salvage      *salvage,
            sqlite3_stmt *row)
{
  gboolean good = is_text (row, 0) && is_text (row, 1);

  for (int i = 0; i < sqlite3_column_count (row); i++)
    sqlite3_bind_value (salvage->insert, i + 1, sqlite3_column_value (row, i));
  if (!good || !tl_connection_run (salvage->to, salvage->insert, NULL))
    salvage->n_lost++;
}

static void
item_cb (sqlite3_stmt *row,
         gpointer      data)
{
  Salvage *salvage = data;

  /* That of a record which was lost is lost with it. */
  if (is_text (row, 0) && g_hash_table_contains (salvage->ids, sqlite3_column_text (row, 0)))
    insert_row (salvage, row);
}

static void
text_cb (sqlite3_stmt *row,
         gpointer      data)
{
  insert_row (data, row);
}

static void
salvage_list (Salvage    *salvage,
              const char *list)
{
  g_autofree char *insert = g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" (\"owner\", \"value\", \"position\") "
                                             "VALUES (?, ?, ?)", list);

  salvage->insert = tl_connection_prepare (salvage->to, insert, NULL);
  if (!tl_survivors_read (salvage->from, list, "\"owner\", \"value\", \"position\"", "owner", item_cb, salvage))
    salvage->n_lost++;
}

static void
salvage_table (Salvage *salvage)
{
  const TlTable *table = salvage->table;
  guint n_columns;
  gboolean complete;

  if (!tl_table_compare (table, salvage->from, &n_columns, &complete, NULL)
      || !tl_survivors_read (salvage->from, table->kind->name, "*", "id", record_cb, salvage))
    salvage->n_lost++;
  for (guint i = 0; i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL)
      salvage_list (salvage, table->lists[i]);
}

/* They are kept in the order in which they came, and found by an index, each of which may be damaged. */
static void
salvage_texts (Salvage *salvage)
{
  sqlite3_stmt *read = tl_connection_prepare (salvage->from, "SELECT \"digest\", \"body\" FROM \"text\"", NULL);
  gboolean row = TRUE;

  salvage->insert = tl_connection_prepare (salvage->to, "INSERT OR IGNORE INTO \"text\" VALUES (?, ?)", NULL);
  while (read != NULL && row && tl_connection_step (salvage->from, read, &row, NULL))
    if (row)
      insert_row (salvage, read);
  if (!tl_survivors_read (salvage->from, "text", "\"digest\", \"body\"", "digest", text_cb, salvage))
    salvage->n_lost++;
}

/* NULL NOT IN (nothing) is true in SQL, hence the first half of the condition. */
static void
append_dangling_column (GString        *sql,
                        const TlTable  *table,
                        const TlColumn *column)
{
  if (column->target == NULL)
    return;

  if (table->kind->fields[column->field].on_remove == TL_ON_REMOVE_DELETE)
    g_string_append_printf (sql, "DELETE FROM \"%s\"", table->kind->name);
  else
    g_string_append_printf (sql, "UPDATE \"%s\" SET \"%s\" = NULL", table->kind->name, column->name);
  g_string_append_printf (sql, " WHERE \"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT \"id\" FROM \"%s\");",
                          column->name, column->name, column->target->name);
}

static void
append_dangling_list (GString       *sql,
                      const TlTable *table,
                      guint          field)
{
  if (table->lists[field] == NULL)
    return;

  g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE \"owner\" NOT IN (SELECT \"id\" FROM \"%s\");",
                          table->lists[field], table->kind->name);
  if (table->kind->fields[field].type == TL_FIELD_REFS)
    g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE \"value\" NOT IN (SELECT \"id\" FROM \"%s\");",
                            table->lists[field], table->kind->fields[field].refs[0]);
}

/* References to records that could not be saved are emptied, and what depends on them goes too, until all hold. */
static gboolean
drop_dangling (Salvage  *salvage,
               GError  **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  int before;

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlTable *table = tl_table_get (tl_kinds_get (i));

      for (guint j = 0; j < table->n_columns; j++)
        append_dangling_column (sql, table, &table->columns[j]);
      for (guint j = 0; j < table->kind->n_fields; j++)
        append_dangling_list (sql, table, j);
    }

  do
    {
      before = sqlite3_total_changes (tl_connection_get_handle (salvage->to));
      if (!tl_connection_execute (salvage->to, sql->str, error))
        return FALSE;
    }
  while (before != sqlite3_total_changes (tl_connection_get_handle (salvage->to)));
  return TRUE;
}

static gboolean
salvage_cb (TlConnection  *to,
            gpointer       data,
            GError       **error)
{
  Salvage *salvage = data;
  gint64 n_reviews;
  TlTier tier;

  salvage->to = to;
  if (!tl_schema_create (to, error)
      || (tl_schema_get_tier (salvage->from, &tier, NULL) && !tl_schema_set_tier (to, tier, error)))
    return FALSE;
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      salvage->table = tl_table_get (tl_kinds_get (i));
      salvage_table (salvage);
    }
  salvage_texts (salvage);
  if (!drop_dangling (salvage, error)
      || !tl_connection_get_number (to, "SELECT count(*) FROM \"review\"", &n_reviews, error))
    return FALSE;
  if (n_reviews != 1)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_DAMAGED, _("Nothing of “%s” can be saved."),
                   tl_connection_get_name (salvage->from));
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_review_salvage:
 * @path: name of a review file, perhaps damaged
 * @copy: name of a file that doesn't exist
 * @n_saved: (out): number of records saved
 * @n_lost: (out): number of records that could not be, and of tables of which something can't be read
 * @error: return location
 *
 * Saves the records that can be read into a new review, without the history. @path is only read.
 *
 * Returns: %FALSE on failure; whenever this is stopped there is no copy, or all of it
 */
gboolean
tl_review_salvage (const char  *path,
                   const char  *copy,
                   guint       *n_saved,
                   guint       *n_lost,
                   GError     **error)
{
  g_return_val_if_fail (path != NULL && copy != NULL && n_saved != NULL && n_lost != NULL, FALSE);

  g_autoptr (TlConnection) from = tl_connection_open (path, TL_CONNECTION_READ_ONLY | TL_CONNECTION_SALVAGE, error);
  gint64 application_id;

  if (from == NULL || !tl_connection_get_number (from, "PRAGMA application_id", &application_id, error))
    return FALSE;
  if (application_id != TL_SCHEMA_APPLICATION_ID)
    return tl_connection_fail (from, SQLITE_NOTADB, error);

  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Salvage salvage = { .from = from, .ids = ids };
  gboolean done = tl_new_file_make (copy, salvage_cb, &salvage, error);

  *n_saved = salvage.n_saved;
  *n_lost = salvage.n_lost;
  return done;
}
