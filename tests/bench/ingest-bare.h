/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The least that anybody could do with files of learning records, for bench-ingest: libxml2's SAX2, prepared inserts of
 * rows that are at hand, their texts into an FTS5 table, a commit every hundred files. */
#pragma once

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/library/tl-library-schema.h"
#include "model/library/tl-library-tables.h"

#define FILES_PER_TRANSACTION 100

typedef struct {
  char  *folder;  /* of all */
  guint  n;       /* records a part */
  char  *ours;
  char  *durable;
  char  *theirs;
} Work;

/* A table with how to find the rows of a record. */
typedef struct {
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

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* Of all threads, of the processor. */
static double
cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static char *
part_folder (const Work *work,
             guint       part)
{
  return g_strdup_printf ("%s/records-%u", work->folder, part);
}

static char *
record_path (const Work *work,
             guint       part,
             guint       i)
{
  return g_strdup_printf ("%s/records-%u/generated-%05u.xml", work->folder, part, i + 1);
}

static void
remove_library (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-search", "-search-wal", "-search-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

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
                                   "AND t.name NOT IN ('quarantine', 'last_number', 'withdrawal') "
                                   "AND t.name NOT GLOB 'receipt*' AND t.name NOT GLOB 'watch*'", -1, &names, NULL));
  while (sqlite3_step (names) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (names, 0);
      const char *first = (const char *) sqlite3_column_text (names, 1);
      gboolean by_key = strcmp (first, "key") == 0 || strcmp (first, "owner") == 0;
      g_autoptr (GString) marks = g_string_new ("?");
      g_autofree char *select
          = by_key ? g_strdup_printf ("SELECT * FROM \"%s\" WHERE \"%s\" BETWEEN ?1 << %d AND ((?1 + 1) << %d) - 1",
                                      name, first, TL_LIBRARY_KEY_BITS, TL_LIBRARY_KEY_BITS)
                   : g_strdup_printf ("SELECT * FROM \"%s\" WHERE \"%s\" = ?1", name, first);
      Table table;

      for (int i = 1; i < sqlite3_column_int (names, 2); i++)
        g_string_append (marks, ", ?");

      g_autofree char *insert = g_strdup_printf ("INSERT INTO \"%s\" VALUES (%s)", name, marks->str);

      check (from, sqlite3_prepare_v2 (from, select, -1, &table.read, NULL));
      check (to, sqlite3_prepare_v3 (to, insert, -1, SQLITE_PREPARE_PERSISTENT, &table.write, NULL));
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

static gboolean
append_text (const TlKind *kind,
             guint         row,
             const char   *text,
             gpointer      data)
{
  g_string_append (data, text);
  g_string_append (data, "\n\n");
  return TRUE;
}

/* Takes what a record is made of, as it would have to: every value, every text. */
static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *space,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  GString *values = data;

  for (int i = 0; i < n_attributes; i++)
    g_string_append_len (values, (const char *) attributes[i * 5 + 3], attributes[i * 5 + 4] - attributes[i * 5 + 3]);
}

static void
characters_cb (void          *data,
               const xmlChar *characters,
               int            length)
{
  g_string_append_len (data, (const char *) characters, length);
}

static void
parse_bare (const char *path,
            GString    *values)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = start_element_cb,
                        .characters = characters_cb };
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    fail ("a record can't be read");
  g_string_truncate (values, 0);
  if (xmlSAXUserParseMemory (&sax, values, text, (int) length) != 0)
    fail ("libxml2 can't parse a record");
}

static void
bind (sqlite3_stmt  *statement,
      int            parameter,
      sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      sqlite3_bind_int64 (statement, parameter, sqlite3_value_int64 (value));
      break;
    case SQLITE_TEXT:
      sqlite3_bind_text (statement, parameter, (const char *) sqlite3_value_text (value), sqlite3_value_bytes (value),
                         SQLITE_STATIC);
      break;
    case SQLITE_BLOB:
      sqlite3_bind_blob (statement, parameter, sqlite3_value_blob (value), sqlite3_value_bytes (value), SQLITE_STATIC);
      break;
    default:
      sqlite3_bind_null (statement, parameter);
      break;
    }
}

static void
insert_rows (sqlite3 *db,
             GArray  *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      for (int j = 0; j < row->n_values; j++)
        bind (row->table->write, j + 1, row->values[j]);
      check (db, sqlite3_step (row->table->write));
      sqlite3_reset (row->table->write);
    }
}

static void
insert_text (sqlite3       *db,
             sqlite3_stmt  *statement,
             guint          record,
             const GString *text)
{
  sqlite3_bind_int64 (statement, 1, record);
  sqlite3_bind_text (statement, 2, text->str, (int) text->len, SQLITE_STATIC);
  check (db, sqlite3_step (statement));
  sqlite3_reset (statement);
}

/* One transaction; returns how long it took. */
static double
do_batch (const Work   *work,
          TlLibrary    *library,
          GArray       *tables,
          sqlite3      *db,
          sqlite3_stmt *texts_insert,
          guint         part,
          guint         first)
{
  guint n = MIN (FILES_PER_TRANSACTION, work->n - first), before = part * work->n + first;
  GArray *rows[FILES_PER_TRANSACTION];
  GString *texts[FILES_PER_TRANSACTION];
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      rows[i] = load_rows (tables, before + i + 1);
      texts[i] = g_string_new (NULL);
      if (!tl_library_read_texts (library, before + i + 1, append_text, texts[i], NULL))
        fail ("texts can't be read");
    }

  double start = now ();

  check (db, sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = record_path (work, part, first + i);

      parse_bare (path, values);
      insert_rows (db, rows[i]);
      insert_text (db, texts_insert, before + i + 1, texts[i]);
    }
  check (db, sqlite3_exec (db, "COMMIT", NULL, NULL, NULL));

  double end = now ();

  for (guint i = 0; i < n; i++)
    {
      free_rows (rows[i]);
      g_string_free (texts[i], TRUE);
    }
  return end - start;
}

/* On one processor, with the settings that favour it. */
static double
do_bare (const Work *work,
         TlLibrary  *library,
         guint       part)
{
  sqlite3 *from, *to;
  sqlite3_stmt *texts_insert;
  cpu_set_t all, one;
  double seconds = 0;

  check (NULL, sqlite3_open (work->ours, &from));
  check (NULL, sqlite3_open (work->theirs, &to));
  check (to, sqlite3_exec (to, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; "
                               "PRAGMA secure_delete = OFF; CREATE VIRTUAL TABLE IF NOT EXISTS texts USING "
                               "fts5(text, content='', tokenize='" TL_TOKENIZER "')", NULL, NULL, NULL));
  check (to, sqlite3_prepare_v2 (to, "INSERT INTO texts (rowid, text) VALUES (?, ?)", -1, &texts_insert, NULL));

  GArray *tables = find_tables (from, to);

  sched_getaffinity (0, sizeof all, &all);
  CPU_ZERO (&one);
  CPU_SET (sched_getcpu (), &one);
  sched_setaffinity (0, sizeof one, &one);
  for (guint i = 0; i < work->n; i += FILES_PER_TRANSACTION)
    seconds += do_batch (work, library, tables, to, texts_insert, part, i);
  sched_setaffinity (0, sizeof all, &all);

  for (guint i = 0; i < tables->len; i++)
    {
      sqlite3_finalize (g_array_index (tables, Table, i).read);
      sqlite3_finalize (g_array_index (tables, Table, i).write);
    }
  sqlite3_finalize (texts_insert);
  g_array_unref (tables);
  sqlite3_close (from);
  sqlite3_close (to);
  return seconds;
}
