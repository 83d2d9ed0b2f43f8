/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of a library: one a kind that a learning record has, made from the declarations, and the library's own;
 * and whether a file is a library that this version understands. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-schema.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-packer.h"
#include "model/library/tl-parcel-table.h"

/* The one row of a table that has one, in a new library and in one of an earlier version. */
static const char first_rows[] =
  "INSERT INTO last_number SELECT coalesce (max (number), 0) FROM record WHERE NOT EXISTS (SELECT 1 FROM last_number)";

static TlLibraryTable *tables; /* one a kind; those of kinds that do not leave are empty */
static GPtrArray *inserts;     /* every statement that inserts a row of a file, by its place */

static const struct {
  const char *table;
  guint       n_columns;
} own_inserts[] = {
  [TL_LIBRARY_INSERT_TYPOLOGY] = { "typology", 3 },
  [TL_LIBRARY_INSERT_CODING] = { "coding", 4 },
  [TL_LIBRARY_INSERT_LEVEL] = { "reached_level", 2 },
  [TL_LIBRARY_INSERT_ADVICE] = { "advice", 3 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (own_inserts) == TL_LIBRARY_N_OWN_INSERTS);

static gboolean
holds_integer (const TlFormSlot *slot)
{
  switch (slot->declared->type)
    {
    case TL_FIELD_INT:
    case TL_FIELD_BOOL:
    case TL_FIELD_REF:
    case TL_FIELD_REFS:
      return TRUE;
    case TL_FIELD_TEXT:
    case TL_FIELD_PROSE:
    case TL_FIELD_BODY:
    case TL_FIELD_CHOICE:
    case TL_FIELD_CHOICES:
    case TL_FIELD_KEY:
    case TL_FIELD_DATE:
    case TL_FIELD_ANY:
    case TL_FIELD_UUID:
    default:
      return FALSE;
    }
}

/* Adds a statement for a table; returns its place. */
static guint
add_insert (const char *table,
            const char *columns,
            guint       n_columns)
{
  g_autofree char *rows = tl_parcel_table_dup_sql (n_columns);

  g_ptr_array_add (inserts, g_strdup_printf ("INSERT INTO \"%s\" %s %s", table, columns, rows));
  return inserts->len - 1;
}

static void
add_slot (TlLibraryTable   *table,
          const TlFormSlot *slot)
{
  const TlKind *kind = table->form->kind;

  if (tl_field_is_list (&kind->fields[slot->field]))
    {
      char *name = g_strdup_printf ("%s_%s", kind->name, slot->name);

      table->lists[slot->field] = name;
      table->insert_lists[slot->field] = add_insert (name, "", 3);
      return;
    }

  TlLibraryColumn *column = &table->columns[table->n_columns++];

  column->name = g_strdelimit (g_strdup (slot->name), "-", '_');
  column->slot = slot;
  column->integer = holds_integer (slot);
}

static void
build_table (TlLibraryTable   *table,
             const TlFormKind *form)
{
  g_autoptr (GString) names = g_string_new ("(\"key\", \"id\"");

  table->form = form;
  if (!form->leaves)
    return;

  table->columns = g_new0 (TlLibraryColumn, form->n_attributes + form->n_elements);
  table->lists = g_new0 (char *, form->kind->n_fields);
  table->insert_lists = g_new0 (guint, form->kind->n_fields);
  for (guint i = 0; i < form->n_attributes; i++)
    add_slot (table, &form->attributes[i]);
  for (guint i = 0; i < form->n_elements; i++)
    add_slot (table, &form->elements[i]);

  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (names, ", \"%s\"", table->columns[i].name);
  g_string_append_c (names, ')');
  table->insert = add_insert (form->kind->name, names->str, table->n_columns + 2);
}

/**
 * tl_library_table_get:
 * @position: the position of a kind
 *
 * Returns: how it is kept; without columns if its records do not leave a review
 */
const TlLibraryTable *
tl_library_table_get (guint position)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      const TlForm *form = tl_form_get (TL_TIER_LEARNING);

      tables = g_new0 (TlLibraryTable, form->n_kinds);
      inserts = g_ptr_array_new ();
      for (guint i = 0; i < G_N_ELEMENTS (own_inserts); i++)
        add_insert (own_inserts[i].table, "", own_inserts[i].n_columns);
      for (guint i = 0; i < form->n_kinds; i++)
        build_table (&tables[i], &form->kinds[i]);
      g_once_init_leave (&once, 1);
    }
  return &tables[position];
}

/**
 * tl_library_get_inserts:
 * @n_inserts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_inserts): the statements that insert the rows of a file, by their places
 */
const char *const *
tl_library_get_inserts (guint *n_inserts)
{
  tl_library_table_get (0);
  *n_inserts = inserts->len;
  return (const char *const *) inserts->pdata;
}

/* Making */

static const char *
column_type (const TlLibraryColumn *column)
{
  return column->integer ? "INTEGER" : "TEXT";
}

static void
append_kind (GString              *sql,
             const TlLibraryTable *table)
{
  const TlFormKind *form = table->form;

  g_string_append_printf (sql, "CREATE TABLE IF NOT EXISTS \"%s\" (\"key\" INTEGER PRIMARY KEY, \"id\" BLOB NOT NULL",
                          form->kind->name);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_printf (sql, ", \"%s\" %s", table->columns[i].name, column_type (&table->columns[i]));
  g_string_append (sql, ") STRICT;");

  for (guint i = 0; i < form->n_elements; i++)
    {
      guint field = form->elements[i].field;

      if (table->lists[field] != NULL)
        g_string_append_printf (sql,
                                "CREATE TABLE IF NOT EXISTS \"%s\" (\"owner\" INTEGER NOT NULL, \"position\" INTEGER "
                                "NOT NULL, \"value\" %s NOT NULL, PRIMARY KEY (\"owner\", \"position\")) STRICT, "
                                "WITHOUT ROWID;",
                                table->lists[field], holds_integer (&form->elements[i]) ? "INTEGER" : "TEXT");
    }
}

/**
 * tl_library_schema_create:
 * @connection: a connection to an empty file or to an earlier version's, in a transaction
 * @error: return location
 *
 * Makes what is not there.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_schema_create (TlConnection  *connection,
                          GError       **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < TL_LIBRARY_N_OWN_TABLES; i++)
    g_string_append_printf (sql, "CREATE TABLE IF NOT EXISTS \"%s\" (%s) %s;", tl_library_own_tables[i].name,
                            tl_library_own_tables[i].columns, tl_library_own_tables[i].options);
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (tl_library_table_get (i)->form->leaves)
      append_kind (sql, tl_library_table_get (i));

  g_string_append_printf (sql, "%s; PRAGMA application_id = %d; PRAGMA user_version = %d;", first_rows,
                          TL_LIBRARY_APPLICATION_ID, TL_LIBRARY_VERSION);
  return tl_connection_execute (connection, sql->str, error);
}

/* Checking */

static gboolean
refuse_newer (const char  *name,
              GError     **error)
{
  g_set_error (error, TL_ERROR, TL_ERROR_NEWER,
               _("“%s” was written by a newer version of Throughline. Install that version to open it; nothing in "
                 "the file was changed."), name);
  return FALSE;
}

static guint32
read_big_endian (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/**
 * tl_library_schema_peek:
 * @path: a file
 * @error: return location
 *
 * Looks at the header that every SQLite file begins with, before SQLite itself is let near the file: opening a library
 * for writing turns on its write-ahead log, which would change a file that is not ours.
 *
 * Returns: %FALSE with %TL_ERROR_NOT_FOUND, %TL_ERROR_NOT_OURS or %TL_ERROR_NEWER
 */
gboolean
tl_library_schema_peek (const char  *path,
                        GError     **error)
{
  static const guint8 magic[16] = "SQLite format 3";
  g_autofree char *name = g_filename_display_basename (path);
  guint8 header[100];

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is not a file."), name);
      return FALSE;
    }

  FILE *file = fopen (path, "rbe");
  if (file == NULL)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("“%s” can’t be opened: %s."), name, g_strerror (errno));
      return FALSE;
    }
  gsize n = fread (header, 1, sizeof header, file);
  fclose (file);

  /* 60 and 68: user_version and application_id, https://www.sqlite.org/fileformat2.html, 1.3. */
  if (n < sizeof header || memcmp (header, magic, sizeof magic) != 0)
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is not a library of learning records."), name);
  else if (read_big_endian (header + 68) == TL_SCHEMA_APPLICATION_ID)
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS,
                 _("“%s” is a review, not a library. Export it as a learning record and add that to a library."), name);
  else if (read_big_endian (header + 68) != TL_LIBRARY_APPLICATION_ID)
    g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is not a library of learning records."), name);
  else
    return read_big_endian (header + 60) <= TL_LIBRARY_VERSION || refuse_newer (name, error);
  return FALSE;
}

/**
 * tl_library_explain:
 * @name: what the library is called
 * @error: (inout): what went wrong, if anything
 *
 * A damaged library is helped in another way than a damaged review: everything in it came from files.
 */
void
tl_library_explain (const char  *name,
                    GError     **error)
{
  if (error == NULL || !g_error_matches (*error, TL_ERROR, TL_ERROR_DAMAGED))
    return;
  g_clear_error (error);
  g_set_error (error, TL_ERROR, TL_ERROR_DAMAGED,
               _("“%s” is damaged. Make a new library and add the learning records to it again; nothing in the file "
                 "was changed."), name);
}

/* Name → type of the columns of @table in the file. */
static GHashTable *
read_columns (TlConnection  *connection,
              const char    *table,
              GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection,
                                                   "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden = 0",
                                                   error);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&columns);
      g_hash_table_insert (columns, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                           g_strdup ((const char *) sqlite3_column_text (statement, 1)));
    }
  return NULL;
}

/* Takes the column out of @columns; where it is not there, adds to @missing what makes it. */
static gboolean
expect_column (GHashTable *columns,
               const char *table,
               const char *name,
               const char *type,
               GString    *missing)
{
  const char *found = g_hash_table_lookup (columns, name);
  gboolean right = found == NULL || strcmp (found, type) == 0;

  if (found == NULL)
    g_string_append_printf (missing, "ALTER TABLE \"%s\" ADD COLUMN \"%s\" %s;", table, name, type);
  g_hash_table_remove (columns, name);
  return right;
}

static gboolean
compare_kind (TlConnection          *connection,
              const TlLibraryTable  *table,
              GString               *missing,
              GError               **error)
{
  const char *name = table->form->kind->name;
  g_autoptr (GHashTable) columns = read_columns (connection, name, error);

  if (columns == NULL)
    return FALSE;
  if (g_hash_table_size (columns) == 0)
    {
      append_kind (missing, table);
      return TRUE;
    }

  gboolean right = g_hash_table_contains (columns, "key") && g_hash_table_contains (columns, "id");

  g_hash_table_remove (columns, "key");
  g_hash_table_remove (columns, "id");
  for (guint i = 0; i < table->n_columns; i++)
    right &= expect_column (columns, name, table->columns[i].name, column_type (&table->columns[i]), missing);
  return (right && g_hash_table_size (columns) == 0) || tl_connection_fail (connection, SQLITE_CORRUPT, error);
}

/* How an earlier version made a table that has grown since; SQLite writes a column that is added after the others. */
static char *
dup_former (const TlLibraryOwnTable *own,
            const char              *statement)
{
  g_autofree char *growth = own->growth != NULL ? g_strconcat (", ", own->growth, NULL) : NULL;
  const char *at = growth != NULL ? strstr (statement, growth) : NULL;

  return at != NULL ? g_strdup_printf ("%.*s%s", (int) (at - statement), statement, at + strlen (growth)) : NULL;
}

/* That the library's own tables are as they were made; SQLite keeps the statement. What is not there is added to
 * @missing. */
static gboolean
compare_own (TlConnection            *connection,
             const TlLibraryOwnTable *own,
             GString                 *missing,
             GError                 **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT sql FROM sqlite_schema WHERE name = ?", error);
  g_autofree char *expected = g_strdup_printf ("CREATE TABLE \"%s\" (%s) %s", own->name, own->columns,
                                               own->options);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, own->name, -1, SQLITE_STATIC);
  if (!tl_connection_step (connection, statement, &row, error))
    return FALSE;

  if (!row)
    {
      g_string_append_printf (missing, "%s;", expected);
      return TRUE;
    }

  const char *found = (const char *) sqlite3_column_text (statement, 0);
  g_autofree char *former = dup_former (own, expected);
  gboolean right = g_strcmp0 (found, expected) == 0;

  if (former != NULL && g_strcmp0 (found, former) == 0)
    {
      g_string_append_printf (missing, "ALTER TABLE \"%s\" ADD COLUMN %s;", own->name, own->growth);
      right = TRUE;
    }
  sqlite3_reset (statement);
  return right || tl_connection_fail (connection, SQLITE_CORRUPT, error);
}

static gboolean
check_tables (TlConnection  *connection,
              GString       *missing,
              GError       **error)
{
  gint64 strange;

  /* A file that has triggers, views, virtual or loosely typed tables was made to make us do something. */
  if (!tl_connection_get_number (connection,
                                 "SELECT (SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index') "
                                 "OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%')) + (SELECT count(*) FROM "
                                 "pragma_table_list WHERE schema = 'main' AND NOT strict AND name NOT LIKE "
                                 "'sqlite\\_%' ESCAPE '\\')", &strange, error))
    return FALSE;
  if (strange > 0)
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);

  for (guint i = 0; i < TL_LIBRARY_N_OWN_TABLES; i++)
    if (!compare_own (connection, &tl_library_own_tables[i], missing, error))
      return FALSE;
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (tl_library_table_get (i)->form->leaves
        && !compare_kind (connection, tl_library_table_get (i), missing, error))
      return FALSE;
  return TRUE;
}

/**
 * tl_library_schema_check:
 * @connection: a connection to a file that tl_library_schema_peek() lets pass
 * @read_only: whether nothing may be written
 * @error: return location
 *
 * Finds out whether the tables are those of a library, and brings a library of an earlier version up to this one in one
 * transaction. Only adds.
 *
 * Returns: %FALSE with %TL_ERROR_NEWER, %TL_ERROR_DAMAGED, or %TL_ERROR_READ_ONLY if it has to be brought up and can't
 */
gboolean
tl_library_schema_check (TlConnection  *connection,
                         gboolean       read_only,
                         GError       **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  gint64 version;

  if (!tl_connection_get_number (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version > TL_LIBRARY_VERSION)
    return refuse_newer (tl_connection_get_name (connection), error);
  if (!check_tables (connection, missing, error))
    return FALSE;
  if (version == TL_LIBRARY_VERSION)
    return missing->len == 0 || tl_connection_fail (connection, SQLITE_CORRUPT, error);
  if (read_only)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_READ_ONLY,
                   _("“%s” was made by an earlier version and has to be brought up to this one, but it can’t be "
                     "changed where it is. Copy it to a folder that you may write to, and open the copy."),
                   tl_connection_get_name (connection));
      return FALSE;
    }

  if (!tl_connection_begin (connection, TRUE, error))
    return FALSE;
  /* Digests were of another kind. */
  if (tl_connection_execute (connection, missing->str, error) && tl_library_schema_create (connection, error)
      && (version >= 3 || tl_connection_execute (connection, "UPDATE record SET digest = ''", error))
      && tl_packer_repack (connection, error))
    return tl_connection_commit (connection, error);
  tl_connection_rollback (connection);
  return FALSE;
}

/**
 * tl_library_schema_verify:
 * @connection: a connection
 * @error: return location
 *
 * Reads the whole file to find damage, before the first write.
 *
 * Returns: %FALSE with %TL_ERROR_DAMAGED
 */
gboolean
tl_library_schema_verify (TlConnection  *connection,
                          GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "PRAGMA quick_check(1)", error);
  gboolean row;

  if (statement == NULL || !tl_connection_step (connection, statement, &row, error))
    return FALSE;

  gboolean sound = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_reset (statement);
  return sound || tl_connection_fail (connection, SQLITE_CORRUPT, error);
}
