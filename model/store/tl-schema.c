/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of a review file, made from the declarations; and, by comparing an older file with them, its update. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/store/tl-table.h"

/* What is no record: the log of changes, the texts of sources by digest, and the epoch, which is raised when the log is
 * cut so that another process with the file open knows to read it anew. */
static const char own_tables[] =
  "CREATE TABLE IF NOT EXISTS \"change\" (\"seq\" INTEGER PRIMARY KEY, \"id\" TEXT NOT NULL, \"author\" TEXT, "
  "\"time\" INTEGER NOT NULL, \"label\" TEXT NOT NULL, \"kind\" TEXT NOT NULL, \"target\" TEXT, \"group\" TEXT, "
  "\"changeset\" BLOB) STRICT;"
  "CREATE TABLE IF NOT EXISTS \"text\" (\"digest\" TEXT NOT NULL PRIMARY KEY, \"body\" TEXT NOT NULL) STRICT;"
  "CREATE TABLE IF NOT EXISTS \"meta\" (\"key\" TEXT NOT NULL PRIMARY KEY, \"value\" INTEGER NOT NULL) STRICT;"
  "INSERT OR IGNORE INTO \"meta\" VALUES ('epoch', 1);";

static const char *
column_type (const TlTable  *table,
             const TlColumn *column)
{
  TlFieldType type = table->kind->fields[column->field].type;
  return type == TL_FIELD_INT || type == TL_FIELD_BOOL ? "INTEGER" : "TEXT";
}

static void
append_column (GString        *sql,
               const TlTable  *table,
               const TlColumn *column)
{
  g_string_append_printf (sql, "\"%s\" %s", column->name, column_type (table, column));
  if (column->target != NULL)
    g_string_append_printf (sql, " REFERENCES \"%s\" DEFERRABLE INITIALLY DEFERRED", column->target->name);
}

static gboolean
create_table (TlConnection   *connection,
              const TlTable  *table,
              GError        **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "CREATE TABLE IF NOT EXISTS \"%s\" (\"id\" TEXT NOT NULL PRIMARY KEY", table->kind->name);
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append (sql, ", ");
      append_column (sql, table, &table->columns[i]);
    }
  g_string_append (sql, ") STRICT, WITHOUT ROWID;");

  for (guint i = 0; i < table->kind->n_fields; i++)
    {
      const TlField *field = &table->kind->fields[i];
      if (table->lists[i] == NULL)
        continue;

      g_string_append_printf (sql,
                              "CREATE TABLE IF NOT EXISTS \"%s\" (\"owner\" TEXT NOT NULL REFERENCES \"%s\" DEFERRABLE "
                              "INITIALLY DEFERRED, \"value\" TEXT NOT NULL",
                              table->lists[i], table->kind->name);
      if (field->type == TL_FIELD_REFS)
        g_string_append_printf (sql, " REFERENCES \"%s\" DEFERRABLE INITIALLY DEFERRED", field->refs[0]);
      g_string_append (sql, ", \"position\" INTEGER NOT NULL, PRIMARY KEY (\"owner\", \"value\")) "
                            "STRICT, WITHOUT ROWID;");
    }

  return tl_connection_execute (connection, sql->str, error);
}

/* The names of the columns of @table in the file, with their types: "id TEXT", "title TEXT", … */
static GPtrArray *
read_columns (TlConnection *connection,
              const char   *table,
              GError      **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection,
                                                   "SELECT name || ' ' || type FROM pragma_table_xinfo(?) "
                                                   "WHERE hidden = 0 ORDER BY cid", error);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&columns);
      g_ptr_array_add (columns, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
  return NULL;
}

/* Adds what the file does not have yet; refuses a file whose columns are not a prefix of the declaration's. */
static gboolean
compare_table (TlConnection   *connection,
               const TlTable  *table,
               GString        *missing,
               GError        **error)
{
  g_autoptr (GPtrArray) columns = read_columns (connection, table->kind->name, error);

  if (columns == NULL)
    return FALSE;
  if (columns->len > table->n_columns + 1)
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *expected = i == 0 ? g_strdup ("id TEXT")
                                         : g_strdup_printf ("%s %s", table->columns[i - 1].name,
                                                            column_type (table, &table->columns[i - 1]));
      if (strcmp (expected, g_ptr_array_index (columns, i)) != 0)
        return tl_connection_fail (connection, SQLITE_CORRUPT, error);
    }

  for (guint i = MAX (columns->len, 1) - 1; columns->len > 0 && i < table->n_columns; i++)
    {
      g_string_append_printf (missing, "ALTER TABLE \"%s\" ADD COLUMN ", table->kind->name);
      append_column (missing, table, &table->columns[i]);
      g_string_append_c (missing, ';');
    }
  return TRUE;
}

/* Makes every table and column that the file does not have. */
static gboolean
add_missing (TlConnection *connection,
             GError      **error)
{
  g_autoptr (GString) missing = g_string_new (own_tables);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlTable *table = tl_table_get (tl_kinds_get (i));

      if (!compare_table (connection, table, missing, error) || !create_table (connection, table, error))
        return FALSE;
    }

  g_string_append_printf (missing, "PRAGMA application_id = %d; PRAGMA user_version = %d;", TL_SCHEMA_APPLICATION_ID,
                          TL_SCHEMA_VERSION);
  return tl_connection_execute (connection, missing->str, error);
}

/**
 * tl_schema_create:
 * @connection: a connection to an empty file, in a transaction
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_schema_create (TlConnection *connection,
                  GError      **error)
{
  return add_missing (connection, error);
}

static gboolean
check_tables (TlConnection *connection,
              GError      **error)
{
  gint64 strange;
  g_autoptr (GString) ignored = g_string_new (NULL);

  /* Nothing of ours is a trigger, a view or a virtual table, and there are no generated columns: a file that has them
   * was made to make us do something. */
  if (!tl_connection_get_number (connection,
                                 "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index') "
                                 "OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%')", &strange, error))
    return FALSE;
  if (strange > 0)
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (!compare_table (connection, tl_table_get (tl_kinds_get (i)), ignored, error))
      return FALSE;
  return TRUE;
}

/**
 * tl_schema_check:
 * @connection: a connection
 * @outdated: (out): whether the file was written under an earlier set of declarations
 * @error: return location
 *
 * Finds out whether the file is a review that this version understands.
 *
 * Returns: %FALSE with %TL_ERROR_NOT_OURS, %TL_ERROR_NEWER or %TL_ERROR_DAMAGED
 */
gboolean
tl_schema_check (TlConnection *connection,
                 gboolean     *outdated,
                 GError      **error)
{
  gint64 application_id, version;

  if (!tl_connection_get_number (connection, "PRAGMA application_id", &application_id, error)
      || !tl_connection_get_number (connection, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application_id != TL_SCHEMA_APPLICATION_ID)
    return tl_connection_fail (connection, SQLITE_NOTADB, error);
  if (version > TL_SCHEMA_VERSION)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NEWER,
                   _("“%s” was written by a newer version of Throughline. Install that version to open it; nothing in "
                     "the file was changed."), tl_connection_get_name (connection));
      return FALSE;
    }
  if (version < 1)
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  *outdated = version < TL_SCHEMA_VERSION;
  return check_tables (connection, error);
}

/**
 * tl_schema_update:
 * @connection: a connection to a file that tl_schema_check() calls outdated
 * @error: return location
 *
 * Brings the file up to the declarations in one transaction. Only adds; its history still undoes.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_schema_update (TlConnection *connection,
                  GError      **error)
{
  if (!tl_connection_begin (connection, TRUE, error))
    return FALSE;
  if (!add_missing (connection, error))
    {
      tl_connection_rollback (connection);
      return FALSE;
    }
  return tl_connection_commit (connection, error);
}
