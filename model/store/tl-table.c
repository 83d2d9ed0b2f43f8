/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Kinds as tables: the SQL that follows from a declaration, and whether a file has them. */
#include "config.h"

#include "model/store/tl-table.h"

static TlTable    *tables;       /* one a kind */
static GHashTable *tables_by_name; /* name → index * 256 + list field + 1 */

static void
add_columns (TlTable *table,
             guint    index)
{
  const TlField *field = &table->kind->fields[index];
  guint n_refs = field->type == TL_FIELD_REF ? g_strv_length ((char **) field->refs) : 0;

  if (tl_field_is_list (field))
    {
      table->lists[index] = g_strdup_printf ("%s_%s", table->kind->name, field->name);
      return;
    }

  for (guint ref = 0; ref < MAX (n_refs, 1); ref++)
    {
      TlColumn *column = &table->columns[table->n_columns++];

      column->field = index;
      column->ref = ref;
      column->target = n_refs > 0 ? tl_kind_lookup (field->refs[ref]) : NULL;
      column->name = n_refs > 1 ? g_strdup_printf ("%s_%s", field->name, field->refs[ref]) : g_strdup (field->name);
    }
}

static void
build_table (TlTable      *table,
             const TlKind *kind)
{
  g_autoptr (GString) names = g_string_new ("\"id\"");
  g_autoptr (GString) marks = g_string_new ("?");

  table->kind = kind;
  table->columns = g_new0 (TlColumn, kind->n_fields * TL_FIELD_MAX_REFS);
  table->lists = g_new0 (char *, kind->n_fields + 1);
  for (guint i = 0; i < kind->n_fields; i++)
    add_columns (table, i);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append_printf (names, ", \"%s\"", table->columns[i].name);
      g_string_append (marks, ", ?");
    }

  /* All, so that the statement that reads a table also tells which columns the file has. */
  table->select_all = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY \"id\"", kind->name);
  table->select_one = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"id\" = ?", names->str, kind->name);
  table->insert = g_strdup_printf ("INSERT INTO \"%s\" (%s) VALUES (%s)", kind->name, names->str, marks->str);
  table->delete_one = g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?", kind->name);
}

static void
ensure_tables (void)
{
  static gsize once;

  if (!g_once_init_enter (&once))
    return;

  tables = g_new0 (TlTable, tl_kinds_get_n ());
  tables_by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      build_table (&tables[i], tl_kinds_get (i));
      g_hash_table_insert (tables_by_name, (gpointer) tables[i].kind->name, GUINT_TO_POINTER (i * 256 + 1));
      for (guint j = 0; j < tables[i].kind->n_fields; j++)
        if (tables[i].lists[j] != NULL)
          g_hash_table_insert (tables_by_name, tables[i].lists[j], GUINT_TO_POINTER (i * 256 + j + 2));
    }
  g_once_init_leave (&once, 1);
}

/**
 * tl_table_get:
 * @kind: a kind
 *
 * Returns: (transfer none): how @kind is kept
 */
const TlTable *
tl_table_get (const TlKind *kind)
{
  ensure_tables ();
  return &tables[tl_kind_get_position (kind)];
}

/**
 * tl_table_lookup:
 * @name: name of a table, perhaps from outside
 * @list_field: (out): the index of the list field that the table is for, or -1 for the kind's own table
 *
 * Returns: (transfer none) (nullable): the kind's table that @name is or belongs to
 */
const TlTable *
tl_table_lookup (const char *name,
                 int        *list_field)
{
  ensure_tables ();

  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (tables_by_name, name));
  if (found == 0)
    return NULL;

  *list_field = (int) ((found - 1) % 256) - 1;
  return &tables[(found - 1) / 256];
}

/**
 * tl_table_get_column_type:
 * @table: a table
 * @column: index of a column
 *
 * Returns: its type in SQL
 */
const char *
tl_table_get_column_type (const TlTable *table,
                          guint          column)
{
  TlFieldType type = table->kind->fields[table->columns[column].field].type;
  return type == TL_FIELD_INT || type == TL_FIELD_BOOL ? "INTEGER" : "TEXT";
}

/**
 * tl_table_is_prefix:
 * @table: a table
 * @statement: a statement that gives all columns that the file has
 *
 * A column that the file does not have yet reads as NULL.
 *
 * Returns: whether these are the first columns of the declaration
 */
gboolean
tl_table_is_prefix (const TlTable *table,
                    sqlite3_stmt  *statement)
{
  int n = sqlite3_column_count (statement);

  if (n < 1 || n > (int) table->n_columns + 1)
    return FALSE;
  for (int i = 0; i < n; i++)
    {
      const char *name = i == 0 ? "id" : table->columns[i - 1].name;
      const char *type = i == 0 ? "TEXT" : tl_table_get_column_type (table, (guint) i - 1);

      if (g_strcmp0 (name, sqlite3_column_name (statement, i)) != 0
          || g_strcmp0 (type, sqlite3_column_decltype (statement, i)) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_table (TlConnection  *connection,
            const char    *name,
            gboolean      *found,
            GError       **error)
{
  int code = sqlite3_table_column_metadata (tl_connection_get_handle (connection), "main", name, NULL, NULL, NULL, NULL,
                                            NULL, NULL);

  *found = code == SQLITE_OK;
  return code == SQLITE_OK || code == SQLITE_ERROR || tl_connection_fail (connection, code, error);
}

/**
 * tl_table_compare:
 * @table: a table
 * @connection: a connection
 * @n_columns: (out): how many of @table's columns the file has, counting "id"; 0 when it does not have the table
 * @complete: (out): whether it has all of them and the tables of the lists
 * @error: return location
 *
 * Holds the file against the declaration.
 *
 * Returns: %FALSE with %TL_ERROR_DAMAGED when the file has something else than the first columns of the declaration
 */
gboolean
tl_table_compare (const TlTable  *table,
                  TlConnection   *connection,
                  guint          *n_columns,
                  gboolean       *complete,
                  GError        **error)
{
  gboolean found;

  *n_columns = 0;
  *complete = FALSE;
  if (!find_table (connection, table->kind->name, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  sqlite3_stmt *statement = tl_connection_prepare (connection, table->select_all, error);
  if (statement == NULL)
    return FALSE;
  if (!tl_table_is_prefix (table, statement))
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  *n_columns = (guint) sqlite3_column_count (statement);
  *complete = *n_columns == table->n_columns + 1;
  for (guint i = 0; i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL)
      {
        if (!find_table (connection, table->lists[i], &found, error))
          return FALSE;
        *complete &= found;
      }
  return TRUE;
}
