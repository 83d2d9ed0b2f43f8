/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as rows: reading and writing values through the tables of their kinds. */
#include "config.h"

#include "model/store/tl-table.h"

/* STRICT tables hold the right types, but nothing in SQLite keeps text to UTF-8. */
static char *
dup_text (sqlite3_stmt *statement,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  int length = sqlite3_column_bytes (statement, column);

  if (text == NULL || !g_utf8_validate_len (text, (gsize) length, NULL))
    return NULL;
  return g_strndup (text, (gsize) length);
}

/**
 * tl_table_read_row:
 * @table: a table
 * @statement: a row of all columns that the file has
 * @values: one a field, unset
 *
 * Returns: (transfer full) (nullable): the id of the record whose @values these are, or %NULL where they can't be read
 */
char *
tl_table_read_row (const TlTable *table,
                   sqlite3_stmt  *statement,
                   TlValue       *values)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const TlColumn *column = &table->columns[i];
      TlValue *value = &values[column->field];
      int type = sqlite3_column_type (statement, (int) i + 1);

      if (type == SQLITE_INTEGER)
        {
          value->type = TL_VALUE_INTEGER;
          value->integer = sqlite3_column_int64 (statement, (int) i + 1);
        }
      else if (type == SQLITE_TEXT)
        {
          tl_value_clear (value);
          value->text = dup_text (statement, (int) i + 1);
          if (value->text == NULL)
            return NULL;
          value->type = TL_VALUE_TEXT;
          value->ref = column->ref;
        }
    }
  return dup_text (statement, 0);
}

static void
clear_values (const TlTable *table,
              TlValue       *values)
{
  for (guint i = 0; i < table->kind->n_fields; i++)
    tl_value_clear (&values[i]);
}

static gboolean
load_rows (const TlTable  *table,
           TlConnection   *connection,
           TlTableRowFunc  func,
           gpointer        data,
           GError        **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, table->select_all, error);
  g_autofree TlValue *values = g_new0 (TlValue, table->kind->n_fields);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (!tl_table_is_prefix (table, statement))
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      g_autofree char *id = tl_table_read_row (table, statement, values);

      if (id != NULL)
        func (id, values, data);
      clear_values (table, values);
      if (id == NULL)
        {
          sqlite3_reset (statement);
          return tl_connection_fail (connection, SQLITE_CORRUPT, error);
        }
    }
  return FALSE;
}

static void
give_list (GPtrArray       *items,
           const char      *owner,
           guint            field,
           TlTableListFunc  func,
           gpointer         data)
{
  if (items->len == 0)
    return;

  g_ptr_array_add (items, NULL);

  TlValue value = { .type = TL_VALUE_LIST, .list = g_strdupv ((char **) items->pdata) };
  func (owner, field, &value, data);
  tl_value_clear (&value);
  g_ptr_array_set_size (items, 0);
}

static gboolean
load_list (const TlTable    *table,
           TlConnection     *connection,
           guint             field,
           TlTableListFunc   func,
           gpointer          data,
           GError          **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"owner\", \"value\" FROM \"%s\" ORDER BY \"owner\", \"position\"",
                                          table->lists[field]);
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *owner = NULL;
  gboolean row;

  if (statement == NULL)
    return FALSE;

  while (tl_connection_step (connection, statement, &row, error))
    {
      g_autofree char *this_owner = row ? dup_text (statement, 0) : NULL;
      g_autofree char *item = row ? dup_text (statement, 1) : NULL;

      if (owner != NULL && g_strcmp0 (owner, this_owner) != 0)
        give_list (items, owner, field, func, data);
      if (!row)
        return TRUE;
      if (this_owner == NULL || item == NULL)
        {
          sqlite3_reset (statement);
          return tl_connection_fail (connection, SQLITE_CORRUPT, error);
        }

      g_ptr_array_add (items, g_steal_pointer (&item));
      g_free (owner);
      owner = g_steal_pointer (&this_owner);
    }
  return FALSE;
}

/**
 * tl_table_load:
 * @table: a table
 * @connection: a connection
 * @row_func: called for each record, in order of ids, without its lists
 * @list_func: called for each list that isn't empty, after the records
 * @data: for the functions
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_table_load (const TlTable    *table,
               TlConnection     *connection,
               TlTableRowFunc    row_func,
               TlTableListFunc   list_func,
               gpointer          data,
               GError          **error)
{
  if (!load_rows (table, connection, row_func, data, error))
    return FALSE;
  for (guint i = 0; i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL && !load_list (table, connection, i, list_func, data, error))
      return FALSE;
  return TRUE;
}

/* The texts that @sql, with one parameter, gives; what is NULL there is none. */
static GPtrArray *
find_texts (TlConnection *connection,
            const char   *sql,
            const char   *value,
            GError      **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, value, -1, SQLITE_STATIC);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&found);
      if (sqlite3_column_type (statement, 0) == SQLITE_NULL)
        continue;

      char *text = dup_text (statement, 0);
      if (text == NULL)
        {
          sqlite3_reset (statement);
          tl_connection_fail (connection, SQLITE_CORRUPT, error);
          return NULL;
        }
      g_ptr_array_add (found, text);
    }
  return NULL;
}

static gboolean
read_list (const TlTable  *table,
           TlConnection   *connection,
           const char     *id,
           guint           field,
           TlValue        *value,
           GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"value\" FROM \"%s\" WHERE \"owner\" = ? ORDER BY \"position\"",
                                          table->lists[field]);
  g_autoptr (GPtrArray) items = find_texts (connection, sql, id, error);

  if (items == NULL)
    return FALSE;
  if (items->len > 0)
    {
      g_ptr_array_add (items, NULL);
      value->type = TL_VALUE_LIST;
      value->list = (char **) g_ptr_array_free (g_steal_pointer (&items), FALSE);
    }
  return TRUE;
}

/**
 * tl_table_read:
 * @table: a table
 * @connection: a connection
 * @id: an id
 * @values: (out caller-allocates): unset values, one a field
 * @found: (out): whether there is such a record
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_table_read (const TlTable *table,
               TlConnection  *connection,
               const char    *id,
               TlValue       *values,
               gboolean      *found,
               GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, table->select_one, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (!tl_connection_step (connection, statement, found, error))
    return FALSE;
  if (!*found)
    return TRUE;

  g_autofree char *read_id = tl_table_read_row (table, statement, values);
  sqlite3_reset (statement);
  if (read_id == NULL)
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  for (guint i = 0; i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL && !read_list (table, connection, id, i, &values[i], error))
      return FALSE;
  return TRUE;
}

static void
bind_value (sqlite3_stmt   *statement,
            int             parameter,
            const TlColumn *column,
            const TlValue  *value)
{
  if (value->type == TL_VALUE_INTEGER)
    sqlite3_bind_int64 (statement, parameter, value->integer);
  else if (value->type == TL_VALUE_TEXT && value->ref == column->ref)
    sqlite3_bind_text (statement, parameter, value->text, -1, SQLITE_STATIC);
  else
    sqlite3_bind_null (statement, parameter);
}

static gboolean
insert_list (const TlTable  *table,
             TlConnection   *connection,
             const char     *id,
             guint           field,
             const TlValue  *value,
             GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO \"%s\" (\"owner\", \"value\", \"position\") VALUES (?, ?, ?)",
                                          table->lists[field]);
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; value->type == TL_VALUE_LIST && value->list[i] != NULL; i++)
    {
      sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
      sqlite3_bind_text (statement, 2, value->list[i], -1, SQLITE_STATIC);
      sqlite3_bind_int (statement, 3, (int) i);
      if (!tl_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
delete_list (const TlTable  *table,
             TlConnection   *connection,
             const char     *id,
             guint           field,
             GError        **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"owner\" = ?", table->lists[field]);
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  return tl_connection_run (connection, statement, error);
}

/**
 * tl_table_insert:
 * @table: a table
 * @connection: a connection
 * @id: an id
 * @values: one a field
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_table_insert (const TlTable  *table,
                 TlConnection   *connection,
                 const char     *id,
                 const TlValue  *values,
                 GError        **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, table->insert, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  for (guint i = 0; i < table->n_columns; i++)
    bind_value (statement, (int) i + 2, &table->columns[i], &values[table->columns[i].field]);
  if (!tl_connection_run (connection, statement, error))
    return FALSE;

  for (guint i = 0; i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL && values[i].type == TL_VALUE_LIST
        && !insert_list (table, connection, id, i, &values[i], error))
      return FALSE;
  return TRUE;
}

/**
 * tl_table_update:
 * @table: a table
 * @connection: a connection
 * @id: an id
 * @field: index of a field
 * @value: its value from now on
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_table_update (const TlTable  *table,
                 TlConnection   *connection,
                 const char     *id,
                 guint           field,
                 const TlValue  *value,
                 GError        **error)
{
  if (table->lists[field] != NULL)
    return delete_list (table, connection, id, field, error)
           && insert_list (table, connection, id, field, value, error);

  for (guint i = 0; i < table->n_columns; i++)
    {
      const TlColumn *column = &table->columns[i];
      if (column->field != field)
        continue;

      g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = ? WHERE \"id\" = ?", table->kind->name,
                                              column->name);
      sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
      if (statement == NULL)
        return FALSE;
      bind_value (statement, 1, column, value);
      sqlite3_bind_text (statement, 2, id, -1, SQLITE_STATIC);
      if (!tl_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * tl_table_delete:
 * @table: a table
 * @connection: a connection
 * @id: an id
 * @error: return location
 *
 * Deletes a record and its lists, not what refers to it.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_table_delete (const TlTable  *table,
                 TlConnection   *connection,
                 const char     *id,
                 GError        **error)
{
  for (guint i = 0; i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL && !delete_list (table, connection, id, i, error))
      return FALSE;

  sqlite3_stmt *statement = tl_connection_prepare (connection, table->delete_one, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  return tl_connection_run (connection, statement, error);
}

/**
 * tl_table_find:
 * @connection: a connection
 * @table: name of a table
 * @result: name of the column to give
 * @column: name of the column to look in
 * @value: what to find there
 * @error: return location
 *
 * Returns: (transfer full) (element-type utf8) (nullable): the texts found, without those that are unset; %NULL on
 *   failure
 */
GPtrArray *
tl_table_find (TlConnection *connection,
               const char   *table,
               const char   *result,
               const char   *column,
               const char   *value,
               GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"%s\" = ?", result, table, column);
  return find_texts (connection, sql, value, error);
}
