/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benchmark: taking generated learning records into a library, against the least that anybody could do with the same
 * files: libxml2's own reader with the published schema, and bare prepared inserts of the very same rows, which are at
 * hand. In one run, on one disk, in time of the processor; ours has to reach 0.6 of that rate. */
#include "config.h"

#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/exchange/tl-schema.h"
#include "model/library/tl-library-generate.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-library.h"
#include "model/store/tl-connection.h"

#define N_RECORDS 2000
#define WANTED 0.6

/* As the library does it. */
#define FILES_PER_TRANSACTION 200

/* A table with how to find the rows of a record. */
typedef struct {
  char         *select;
  char         *insert;
  sqlite3_stmt *read;
  sqlite3_stmt *write;
} Table;

typedef struct {
  const Table    *table;
  sqlite3_value **values;
  int             n_values;
} Row;

static void
fail (const char *what)
{
  g_print ("Bail out! %s\n", what);
  exit (1);
}

static void
check (sqlite3 *db,
       int      code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    fail (sqlite3_errmsg (db));
}

static char *
record_path (const char *folder,
             guint       i)
{
  return g_strdup_printf ("%s/generated-%05u.xml", folder, i + 1);
}

static void
unlink_library (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

/* Ours */

static double
ingest (const char *folder,
        const char *path)
{
  const char *paths[] = { folder, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibraryReport) report = NULL;

  unlink_library (path);

  g_autoptr (TlLibrary) library = tl_library_create (path, &error);
  clock_t start = clock ();

  if (library == NULL || !tl_library_add (library, paths, NULL, NULL, NULL, &report, &error))
    fail (error->message);

  double seconds = (double) (clock () - start) / CLOCKS_PER_SEC;

  if (report->added != N_RECORDS)
    fail ("not every record was added");
  return seconds;
}

/* Theirs */

/* Every table of the library: which of its columns holds the record follows from its name and its first column. */
static GArray *
find_tables (sqlite3 *from,
             sqlite3 *to)
{
  GArray *tables = g_array_new (FALSE, TRUE, sizeof (Table));
  sqlite3_stmt *names;

  check (from, sqlite3_prepare_v2 (from,
                                   "SELECT t.name, (SELECT name FROM pragma_table_xinfo(t.name) WHERE cid = 0), t.ncol "
                                   "FROM pragma_table_list AS t WHERE t.schema = 'main' AND t.strict "
                                   "AND t.name <> 'quarantine'", -1, &names, NULL));
  while (sqlite3_step (names) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (names, 0);
      const char *first = (const char *) sqlite3_column_text (names, 1);
      gboolean by_key = strcmp (first, "key") == 0 || strcmp (first, "owner") == 0;
      g_autoptr (GString) marks = g_string_new ("?");
      Table table = { NULL };

      for (int i = 1; i < sqlite3_column_int (names, 2); i++)
        g_string_append (marks, ", ?");
      table.insert = g_strdup_printf ("INSERT INTO \"%s\" VALUES (%s)", name, marks->str);
      table.select = by_key ? g_strdup_printf ("SELECT * FROM \"%s\" WHERE \"%s\" BETWEEN ?1 << %d AND "
                                               "((?1 + 1) << %d) - 1", name, first, TL_LIBRARY_KEY_BITS,
                                               TL_LIBRARY_KEY_BITS)
                            : g_strdup_printf ("SELECT * FROM \"%s\" WHERE \"%s\" = ?1", name, first);
      check (from, sqlite3_prepare_v2 (from, table.select, -1, &table.read, NULL));
      check (to, sqlite3_prepare_v3 (to, table.insert, -1, SQLITE_PREPARE_PERSISTENT, &table.write, NULL));
      g_array_append_val (tables, table);
    }
  sqlite3_finalize (names);
  return tables;
}

/* The rows of a record, in memory before the clock starts. */
static GArray *
load_rows (GArray *tables,
           guint   record)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint i = 0; i < tables->len; i++)
    {
      Table *table = &g_array_index (tables, Table, i);

      sqlite3_bind_int64 (table->read, 1, record);
      while (sqlite3_step (table->read) == SQLITE_ROW)
        {
          Row row = { table, NULL, sqlite3_column_count (table->read) };

          row.values = g_new (sqlite3_value *, row.n_values);
          for (int j = 0; j < row.n_values; j++)
            row.values[j] = sqlite3_value_dup (sqlite3_column_value (table->read, j));
          g_array_append_val (rows, row);
        }
      sqlite3_reset (table->read);
    }
  return rows;
}

static void
free_rows (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      for (int j = 0; j < row->n_values; j++)
        sqlite3_value_free (row->values[j]);
      g_free (row->values);
    }
  g_array_unref (rows);
}

static void
parse_with_schema (const char *path,
                   xmlSchema  *schema)
{
  xmlTextReader *reader = xmlReaderForFile (path, NULL, XML_PARSE_NONET);
  int code;

  if (reader == NULL || xmlTextReaderSetSchema (reader, schema) != 0)
    fail ("libxml2 can't read a record");
  while ((code = xmlTextReaderRead (reader)) == 1)
    continue;
  if (code != 0 || xmlTextReaderIsValid (reader) != 1)
    fail ("a record is not valid");
  xmlFreeTextReader (reader);
}

static void
insert_rows (sqlite3 *db,
             GArray  *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      for (int j = 0; j < row->n_values; j++)
        sqlite3_bind_value (row->table->write, j + 1, row->values[j]);
      check (db, sqlite3_step (row->table->write));
      sqlite3_reset (row->table->write);
    }
}

/* One transaction; returns how long it took. */
static double
do_batch (const char *folder,
          xmlSchema  *schema,
          GArray     *tables,
          sqlite3    *db,
          guint       first)
{
  GArray *rows[FILES_PER_TRANSACTION];

  for (guint i = 0; i < FILES_PER_TRANSACTION; i++)
    rows[i] = load_rows (tables, first + i + 1);

  clock_t start = clock ();

  check (db, sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (guint i = 0; i < FILES_PER_TRANSACTION; i++)
    {
      g_autofree char *path = record_path (folder, first + i);

      parse_with_schema (path, schema);
      insert_rows (db, rows[i]);
    }
  check (db, sqlite3_exec (db, "COMMIT", NULL, NULL, NULL));

  clock_t end = clock ();

  for (guint i = 0; i < FILES_PER_TRANSACTION; i++)
    free_rows (rows[i]);
  return (double) (end - start) / CLOCKS_PER_SEC;
}

static double
do_bare (const char *folder,
         xmlSchema  *schema,
         const char *from_path,
         const char *to_path)
{
  sqlite3 *from, *to;
  double seconds = 0;

  unlink_library (to_path);
  g_object_unref (tl_library_create (to_path, NULL)); /* for its tables */
  check (NULL, sqlite3_open (from_path, &from));
  check (NULL, sqlite3_open (to_path, &to));
  check (to, sqlite3_exec (to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", NULL, NULL, NULL));

  GArray *tables = find_tables (from, to);

  for (guint i = 0; i < N_RECORDS; i += FILES_PER_TRANSACTION)
    seconds += do_batch (folder, schema, tables, to, i);

  for (guint i = 0; i < tables->len; i++)
    {
      Table *table = &g_array_index (tables, Table, i);

      sqlite3_finalize (table->read);
      sqlite3_finalize (table->write);
      g_free (table->select);
      g_free (table->insert);
    }
  g_array_unref (tables);
  sqlite3_close (from);
  sqlite3_close (to);
  return seconds;
}

/* That both have written the same. */
static gint64
count_rows (const char *path)
{
  g_autoptr (TlConnection) connection = tl_connection_open (path, TL_CONNECTION_WAL, NULL);
  gint64 n = 0, more;

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (tl_library_table_get (i)->form->leaves)
      {
        g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", tl_kinds_get (i)->name);

        if (!tl_connection_get_number (connection, sql, &more, NULL))
          fail ("rows can't be counted");
        n += more;
      }
  return n;
}

static xmlSchema *
compile_schema (const char *folder)
{
  g_autofree char *path = record_path (folder, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tl_schema_dup_for_file (path, NULL, &error);

  if (text == NULL)
    fail (error->message);

  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (text, (int) strlen (text));
  xmlSchema *schema = xmlSchemaParse (parser);

  xmlSchemaFreeParserCtxt (parser);
  if (schema == NULL)
    fail ("the schema can't be compiled");
  return schema;
}

static void
remove_all (const char *folder,
            const char *records,
            const char *ours,
            const char *theirs)
{
  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *path = record_path (records, i);

      g_unlink (path);
    }
  unlink_library (ours);
  unlink_library (theirs);
  g_rmdir (records);
  g_rmdir (folder);
}

int
main (void)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 1, .method = "learning-together", .n_factors = 60,
                                      .n_links = 90, .n_tags = 80 };
  g_autofree char *folder = g_dir_make_tmp ("throughline-bench-XXXXXX", NULL);
  g_autofree char *records = g_build_filename (folder, "records", NULL);
  g_autofree char *ours = g_build_filename (folder, "ours.tllibrary", NULL);
  g_autofree char *theirs = g_build_filename (folder, "bare.tllibrary", NULL);

  if (!tl_library_generate (records, &options, NULL, NULL))
    fail ("records can't be generated");

  xmlSchema *schema = compile_schema (records);

  g_print ("1..1\n");

  double seconds = ingest (records, ours);
  double bare_seconds = do_bare (records, schema, ours, theirs);

  if (count_rows (ours) != count_rows (theirs))
    fail ("not the same rows were written");

  double ratio = bare_seconds / seconds;

  g_print ("# library: %.0f records a second of the processor\n", N_RECORDS / seconds);
  g_print ("# libxml2's reader with the schema and bare inserts: %.0f records a second of the processor\n",
           N_RECORDS / bare_seconds);
  g_print ("# rows a record: %.0f\n", (double) count_rows (ours) / N_RECORDS);
  g_print ("%s 1 /bench/ingest/at-least-0.6-of-that-rate # ratio %.2f\n", ratio >= WANTED ? "ok" : "not ok", ratio);

  xmlSchemaFree (schema);
  remove_all (folder, records, ours, theirs);
  return ratio >= WANTED ? 0 : 1;
}
