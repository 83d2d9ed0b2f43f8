/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A library for another engine: a star of plain tables. Each row says in its first column which review it is of, so
 * that whatever is counted is counted in reviews; the tables of kinds follow from the declarations. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-dump.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-dump-writer-private.h"
#include "model/library/tl-library-ingest.h"
#include "model/library/tl-library-private.h"
#include "model/library/tl-library-schema.h"
#include "model/typology/tl-typology.h"

/* Rows between two looks at whether to go on. */
#define ROWS_A_TURN 1000

#define AS_TEXT(number) G_STRINGIFY (number)

/* A row of a kind or of a list belongs to the record that its key begins with. */
#define OF_RECORD(key) \
  "JOIN record ON record.number = " key " >> " AS_TEXT (TL_LIBRARY_KEY_BITS) " WHERE NOT superseded"

/* What the library works out of records when it takes them in: the bits of "marks" each in a column of their own. */
static const struct {
  TlDumpTable table;
  const char *select;
} own_tables[] = {
  { { "typology", "\"review\" bigint NOT NULL, \"scheme\" text NOT NULL, \"version\" text NOT NULL, "
                  "PRIMARY KEY (\"review\", \"scheme\")", 3 },
    "SELECT record, scheme, version FROM typology JOIN record ON record.number = typology.record "
    "WHERE NOT superseded" },
  { { "coding", "\"review\" bigint NOT NULL, \"code\" text NOT NULL, \"level\" text NOT NULL, "
                "\"tagged\" integer NOT NULL, \"tagged_lead\" integer NOT NULL, \"tagged_agreed\" integer NOT NULL, "
                "\"considered\" integer NOT NULL, \"considered_lead\" integer NOT NULL, "
                "PRIMARY KEY (\"review\", \"code\", \"level\")", 8 },
    "SELECT record, code, level, marks & 1, marks >> 1 & 1, marks >> 2 & 1, marks >> 3 & 1, marks >> 4 & 1 "
    "FROM coding JOIN record ON record.number = coding.record WHERE NOT superseded" },
  { { "reached_level", "\"review\" bigint NOT NULL, \"level\" text NOT NULL, PRIMARY KEY (\"review\", \"level\")", 2 },
    "SELECT record, level FROM reached_level JOIN record ON record.number = reached_level.record "
    "WHERE NOT superseded" },
};

G_STATIC_ASSERT (TL_CODING_TAGGED == 1 && TL_CODING_TAGGED_LEAD == 2 && TL_CODING_TAGGED_AGREED == 4
                 && TL_CODING_CONSIDERED == 8 && TL_CODING_CONSIDERED_LEAD == 16);

static const TlDumpTable code_table = {
  "code", "\"code\" text PRIMARY KEY, \"scheme\" text NOT NULL, \"version\" text NOT NULL, \"notation\" text NOT NULL, "
          "\"label\" text NOT NULL, \"parent\" text", 6
};

static const TlDumpTable code_under_table = {
  "code_under", "\"code\" text NOT NULL, \"above\" text NOT NULL, PRIMARY KEY (\"code\", \"above\")", 2
};

static gboolean
dump_select (TlConnection       *connection,
             TlDumpWriter       *writer,
             const TlDumpTable  *table,
             const char         *select,
             GCancellable       *cancellable,
             GError            **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, select, error);
  gboolean row = statement != NULL;
  guint n = 0;

  if (statement == NULL || !_tl_dump_writer_begin (writer, table, error))
    return FALSE;
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      if ((n++ % ROWS_A_TURN == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
          || !_tl_dump_writer_row (writer, statement, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  return FALSE;
}

/* Tables of kinds */

/* The review of a record is a dimension: it has the number that all rows name, and the size of what hangs on it. How
 * many columns come before those of the fields. */
static guint
start_kind (const TlLibraryTable *table,
            GString              *columns,
            GString              *select)
{
  const char *name = table->form->kind->name;

  if (strcmp (name, "review") == 0)
    {
      g_string_append (columns, "\"review\" bigint PRIMARY KEY, \"id\" text NOT NULL, \"factors\" bigint NOT NULL, "
                                "\"links\" bigint NOT NULL, \"tags\" bigint NOT NULL");
      g_string_append (select, "SELECT record.number, record.review, record.factors, record.links, record.tags");
      return 5;
    }
  g_string_append (columns, "\"review\" bigint NOT NULL, \"key\" bigint PRIMARY KEY, \"id\" text NOT NULL");
  g_string_append_printf (select, "SELECT record.number, \"%s\".key, \"%s\".id", name, name);
  return 3;
}

static gboolean
dump_lists (TlConnection          *connection,
            TlDumpWriter          *writer,
            const TlLibraryTable  *table,
            GCancellable          *cancellable,
            GError               **error)
{
  for (guint i = 0; i < table->form->kind->n_fields; i++)
    if (table->lists[i] != NULL)
      {
        gboolean keys = table->form->kind->fields[i].type == TL_FIELD_REFS;
        g_autofree char *columns = g_strdup_printf (
          "\"review\" bigint NOT NULL, \"owner\" bigint NOT NULL, \"position\" bigint NOT NULL, \"value\" %s NOT NULL, "
          "PRIMARY KEY (\"owner\", \"position\")", keys ? "bigint" : "text");
        g_autofree char *select = g_strdup_printf ("SELECT record.number, owner, position, value FROM \"%s\" "
                                                   OF_RECORD ("owner"), table->lists[i]);
        TlDumpTable list = { table->lists[i], columns, 4 };

        if (!dump_select (connection, writer, &list, select, cancellable, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
dump_kind (TlConnection          *connection,
           TlDumpWriter          *writer,
           const TlLibraryTable  *table,
           GCancellable          *cancellable,
           GError               **error)
{
  const char *name = table->form->kind->name;
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) select = g_string_new (NULL);
  guint own = start_kind (table, columns, select);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_string_append_printf (columns, ", \"%s\" %s", table->columns[i].name,
                              table->columns[i].integer ? "bigint" : "text");
      g_string_append_printf (select, ", \"%s\".\"%s\"", name, table->columns[i].name);
    }
  g_string_append_printf (select, " FROM \"%s\" " OF_RECORD ("\"%s\".key"), name, name);

  TlDumpTable as = { name, columns->str, own + table->n_columns };

  return dump_select (connection, writer, &as, select->str, cancellable, error)
         && dump_lists (connection, writer, table, cancellable, error);
}

/* Codes */

static gboolean
dump_typology (TlDumpWriter  *writer,
               TlTypology    *typology,
               GError       **error)
{
  GListModel *codes = tl_typology_get_codes (typology);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      TlCode *parent = tl_code_get_parent (code);
      const char *values[] = { tl_code_get_qualified (code), tl_typology_get_id (typology),
                               tl_typology_get_version (typology), tl_code_get_notation (code),
                               tl_code_get_label (code), parent != NULL ? tl_code_get_qualified (parent) : NULL };

      if (!_tl_dump_writer_texts (writer, values, error))
        return FALSE;
    }
  return TRUE;
}

/* A code with itself and all above it: what is tagged counts for each of them. */
static gboolean
dump_above (TlDumpWriter  *writer,
            TlTypology    *typology,
            GError       **error)
{
  GListModel *codes = tl_typology_get_codes (typology);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);

      for (TlCode *above = code; above != NULL; above = tl_code_get_parent (above))
        {
          const char *values[] = { tl_code_get_qualified (code), tl_code_get_qualified (above) };

          if (!_tl_dump_writer_texts (writer, values, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
dump_codes (TlDumpWriter  *writer,
            GError       **error)
{
  g_autoptr (GPtrArray) typologies = tl_typologies_list (NULL);

  if (!_tl_dump_writer_begin (writer, &code_table, error))
    return FALSE;
  for (guint i = 0; i < typologies->len; i++)
    if (!dump_typology (writer, g_ptr_array_index (typologies, i), error))
      return FALSE;
  if (!_tl_dump_writer_begin (writer, &code_under_table, error))
    return FALSE;
  for (guint i = 0; i < typologies->len; i++)
    if (!dump_above (writer, g_ptr_array_index (typologies, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
dump_all (TlConnection  *connection,
          TlDumpWriter  *writer,
          GCancellable  *cancellable,
          GError       **error)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (tl_library_table_get (i)->form->leaves
        && !dump_kind (connection, writer, tl_library_table_get (i), cancellable, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
    if (!dump_select (connection, writer, &own_tables[i].table, own_tables[i].select, cancellable, error))
      return FALSE;
  return dump_codes (writer, error);
}

/**
 * tl_library_dump:
 * @self: a library
 * @format: as what
 * @path: the file to write, or for %TL_DUMP_CSV the folder, which is made if it is not there; files that exist are
 *   replaced
 * @cancellable: (nullable): looked at every thousand rows
 * @error: return location
 *
 * Writes the records that count, without earlier revisions, as tables for another engine, all of the same moment. What
 * is dumped holds the records themselves: no count in it is protected, so it is for the office's own use. Memory does
 * not grow with the library.
 *
 * Returns: %FALSE with @error; then a file of SQL is as it was, while a folder may hold some new tables
 */
gboolean
tl_library_dump (TlLibrary     *self,
                 TlDumpFormat   format,
                 const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && path != NULL, FALSE);

  TlConnection *connection = tl_library_get_connection (self);
  g_autoptr (TlDumpWriter) writer = _tl_dump_writer_new (format, path, error);

  if (writer == NULL || !tl_connection_begin (connection, FALSE, error))
    return FALSE;

  gboolean done = dump_all (connection, writer, cancellable, error) && _tl_dump_writer_finish (writer, error);

  tl_connection_rollback (connection);
  return done;
}

/**
 * tl_dump_format_parse:
 * @name: "sql" or "csv"
 * @format: (out): what it stands for
 *
 * Returns: whether there is such a format
 */
gboolean
tl_dump_format_parse (const char   *name,
                      TlDumpFormat *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  *format = strcmp (name, "csv") == 0 ? TL_DUMP_CSV : TL_DUMP_SQL;
  return *format == TL_DUMP_CSV || strcmp (name, "sql") == 0;
}
