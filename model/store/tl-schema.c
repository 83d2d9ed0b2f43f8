/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of a review file, made from the declarations; and, by comparing an older file with them, its update. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/store/tl-index.h"
#include "model/store/tl-table.h"

/* What is no record: the log of changes, the texts of sources by digest, the epoch, which is raised when the log is
 * cut so that another process with the file open knows to read it anew, and the tier that a copy was made for. */
static const char own_tables[] =
  "CREATE TABLE IF NOT EXISTS \"change\" (\"seq\" INTEGER PRIMARY KEY, \"id\" TEXT NOT NULL, \"author\" TEXT, "
  "\"time\" INTEGER NOT NULL, \"label\" TEXT NOT NULL, \"kind\" TEXT NOT NULL, \"target\" TEXT, \"group\" TEXT, "
  "\"changeset\" BLOB) STRICT;"
  "CREATE TABLE IF NOT EXISTS \"text\" (\"digest\" TEXT NOT NULL PRIMARY KEY, \"body\" TEXT NOT NULL) STRICT;"
  "CREATE TABLE IF NOT EXISTS \"meta\" (\"key\" TEXT NOT NULL PRIMARY KEY, \"value\" INTEGER NOT NULL) STRICT;"
  "INSERT OR IGNORE INTO \"meta\" VALUES ('epoch', 1);";

static void
append_column (GString       *sql,
               const TlTable *table,
               guint          index)
{
  const TlColumn *column = &table->columns[index];

  g_string_append_printf (sql, "\"%s\" %s", column->name, tl_table_get_column_type (table, index));
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
      append_column (sql, table, i);
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

/* Makes every table and column that the file does not have. */
static gboolean
add_missing (TlConnection *connection,
             GError      **error)
{
  g_autoptr (GString) missing = g_string_new (own_tables);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlTable *table = tl_table_get (tl_kinds_get (i));
      guint n_columns;
      gboolean complete;

      if (!tl_table_compare (table, connection, &n_columns, &complete, error)
          || (!complete && !create_table (connection, table, error)))
        return FALSE;
      for (guint j = n_columns; j > 0 && j <= table->n_columns; j++)
        {
          g_string_append_printf (missing, "ALTER TABLE \"%s\" ADD COLUMN ", table->kind->name);
          append_column (missing, table, j - 1);
          g_string_append_c (missing, ';');
        }
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
 * Makes all tables. Where somebody else was faster the file is not empty any more, and it stays as it is.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_schema_create (TlConnection *connection,
                  GError      **error)
{
  gint64 n_tables;

  if (!tl_connection_get_number (connection, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;
  if (n_tables > 0)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” exists already."), tl_connection_get_name (connection));
      return FALSE;
    }
  return add_missing (connection, error);
}

static gboolean
check_tables (TlConnection *connection,
              gboolean     *outdated,
              GError      **error)
{
  gint64 strange;

  /* Nothing of ours is a trigger, a view or a virtual table other than the index: a file that has one was made to make
   * us do something. And no version was ever without a log. */
  char *sql = sqlite3_mprintf ("SELECT (SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index') "
                               "OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%%' AND sql <> %Q)) + "
                               "(SELECT count(*) <> 3 FROM sqlite_schema WHERE type = 'table' "
                               "AND name IN ('change', 'text', 'meta'))",
                               "CREATE VIRTUAL TABLE " TL_INDEX_DECLARATION);
  gboolean looked = tl_connection_get_number (connection, sql, &strange, error);

  sqlite3_free (sql);
  if (!looked)
    return FALSE;
  if (strange > 0)
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      guint n_columns;
      gboolean complete;

      if (!tl_table_compare (tl_table_get (tl_kinds_get (i)), connection, &n_columns, &complete, error))
        return FALSE;
      *outdated |= !complete;
    }
  return TRUE;
}

/**
 * tl_schema_check:
 * @connection: a connection
 * @outdated: (out): whether the file was written under an earlier set of declarations, by its number or its columns
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

  if (application_id == TL_LIBRARY_APPLICATION_ID)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is a library of learning records, not a review."),
                   tl_connection_get_name (connection));
      return FALSE;
    }
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
  return check_tables (connection, outdated, error);
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

/**
 * tl_schema_update_in_memory:
 * @connection: (inout): a connection to a file that tl_schema_check() calls outdated
 * @error: return location
 *
 * As tl_schema_update(), where the file can't be changed or is not to be: @connection becomes one to a copy in memory,
 * which does not follow the file.
 *
 * Returns: %FALSE on failure, and then @connection stays
 */
gboolean
tl_schema_update_in_memory (TlConnection **connection,
                            GError       **error)
{
  g_autoptr (TlConnection) copy = tl_connection_open_memory (tl_connection_get_name (*connection), error);

  if (copy == NULL || !tl_connection_copy_pages (*connection, copy, error) || !tl_schema_update (copy, error))
    return FALSE;
  tl_connection_close (*connection);
  *connection = g_steal_pointer (&copy);
  return TRUE;
}

/**
 * tl_schema_get_tier:
 * @connection: a connection
 * @tier: (out): the tier that the file was made for: %TL_TIER_BOARD for a board copy, otherwise %TL_TIER_TRANSFER
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_schema_get_tier (TlConnection *connection,
                    TlTier       *tier,
                    GError      **error)
{
  gint64 number;

  if (!tl_connection_get_number (connection,
                                 "SELECT coalesce ((SELECT \"value\" FROM \"meta\" WHERE \"key\" = 'tier'), 1)",
                                 &number, error))
    return FALSE;
  if (number != TL_TIER_TRANSFER && number != TL_TIER_BOARD)
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);
  *tier = (TlTier) number;
  return TRUE;
}

/**
 * tl_schema_set_tier:
 * @connection: a connection to a new file, in a transaction that writes
 * @tier: the tier that the file is made for
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_schema_set_tier (TlConnection *connection,
                    TlTier        tier,
                    GError      **error)
{
  g_return_val_if_fail (tier == TL_TIER_TRANSFER || tier == TL_TIER_BOARD, FALSE);

  g_autofree char *sql = g_strdup_printf ("INSERT OR REPLACE INTO \"meta\" VALUES ('tier', %u)", tier);
  return tl_connection_execute (connection, sql, error);
}
