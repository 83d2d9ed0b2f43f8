/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Benchmark: taking generated learning records into a library, with all that belongs to it, against the least that
 * anybody could do with the same files: libxml2's SAX2, prepared inserts of the very same rows, which are at hand, the
 * same texts into an FTS5 table, and a commit every hundred files. In one run, part by part in turn, by the clock; the
 * bare pipeline on one processor and ours on two. Ours has to reach its rate, and 0.6 of it where each record is on the
 * disk before the next is written; its memory must not grow with the number of files; and all rules and validation may
 * take a tenth of the processor's time, validation being what the reader takes beyond SAX2.
 *
 *   bench-ingest [RECORDS]        20,000 unless another number is given */
#define _GNU_SOURCE
#include "config.h"

#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "model/checks/tl-checks.h"
#include "model/exchange/tl-xml-reader.h"
#include "model/library/tl-library-generate.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-library-texts.h"
#include "model/review/tl-review-frozen.h"

#define N_PARTS 10
#define FILES_PER_TRANSACTION 100

#define WANTED 1.0
#define WANTED_DURABLE 0.6
/* In memory, of all files to those of one part. */
#define LIMIT_GROWTH 1.25
#define LIMIT_RULES 0.1

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

typedef struct {
  char  *folder;  /* of all */
  guint  n;       /* records a part */
  char  *ours;
  char  *durable;
  char  *theirs;
} Work;

static gboolean failed;

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

/* Ours */

static TlLibrary *
open_ours (const char *path,
           gboolean    durable)
{
  g_autoptr (GError) error = NULL;
  TlLibrary *library = g_file_test (path, G_FILE_TEST_EXISTS) ? tl_library_open (path, &error)
                                                              : tl_library_create (path, &error);

  if (library == NULL || !tl_library_set_durable (library, durable, &error))
    fail (error->message);
  return library;
}

static double
ingest (const Work *work,
        TlLibrary  *library,
        guint       part)
{
  g_autofree char *records = part_folder (work, part);
  const char *paths[] = { records, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLibraryReport) report = NULL;
  double start = now ();

  if (!tl_library_add (library, paths, NULL, NULL, NULL, &report, &error))
    fail (error->message);
  if (report->added != work->n)
    fail ("not every record was added");
  return now () - start;
}

/* How much memory it takes to ingest some parts, in a process of its own. */
static long
measure_memory (const Work *work,
                guint       n_parts)
{
  struct rusage usage;
  pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      g_autofree char *path = g_build_filename (work->folder, "memory.tllibrary", NULL);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

      for (guint i = 0; i < n_parts; i++)
        g_strv_builder_add (builder, part_folder (work, i));

      g_auto (GStrv) paths = g_strv_builder_end (builder);
      g_autoptr (TlLibrary) library = open_ours (path, FALSE);
      gboolean done = tl_library_add (library, (const char *const *) paths, NULL, NULL, NULL, NULL, NULL);

      g_clear_object (&library);
      remove_library (path);
      _exit (done ? 0 : 1);
    }
  if (pid < 0 || wait4 (pid, &status, 0, &usage) != pid || status != 0)
    fail ("memory can't be measured");
  return usage.ru_maxrss;
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

/* Rules and validation */

static double
measure_sax (const Work *work,
             guint       n)
{
  g_autoptr (GString) values = g_string_new (NULL);
  double start = cpu ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = record_path (work, 0, i);

      parse_bare (path, values);
    }
  return cpu () - start;
}

static double
measure_reader (const Work *work,
                guint       n)
{
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();
  double start = cpu ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = record_path (work, 0, i);
      g_autoptr (GPtrArray) problems = tl_problems_new ();

      if (!tl_xml_reader_read_path (reader, path, NULL, NULL, problems, NULL, NULL))
        fail ("a record is not sound");
    }
  return cpu () - start;
}

/* As the library does it: from the values of a file to the counts. */
static double
measure_rules (const Work *work,
               guint       n)
{
  double seconds = 0;
  guint n_rules;

  tl_check_rules_get (&n_rules);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = record_path (work, 0, i);
      g_autofree guint *counts = g_new0 (guint, n_rules);
      g_autoptr (TlXmlFile) file = tl_xml_read_path (path, NULL, NULL, NULL);
      double start = cpu ();

      {
        g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
        g_autoptr (TlReview) review = NULL;

        for (guint j = 0; j < file->records->len; j++)
          {
            TlPlainRecord *record = file->records->pdata[j];
            gsize size = record->kind->n_fields * sizeof *record->values;

            if (strcmp (record->kind->name, "tag") == 0 || strcmp (record->kind->name, "considered") == 0)
              continue;
            g_ptr_array_add (records, tl_record_new_with_values (record->kind, record->id,
                                                                 g_memdup2 (record->values, size)));
            memset (record->values, 0, size);
          }
        review = tl_review_new_frozen (TL_TIER_LEARNING, records);
        tl_checks_count (review, counts);
      }
      seconds += cpu () - start;
    }
  return seconds;
}

/* The whole */

static void
generate (const Work *work)
{
  for (guint part = 0; part < N_PARTS; part++)
    {
      const TlGenerateOptions options = { .n_records = work->n, .seed = part + 1, .method = "learning-together",
                                          .n_factors = 60, .n_links = 90, .n_tags = 80 };
      g_autofree char *records = part_folder (work, part);

      if (!tl_library_generate (records, &options, NULL, NULL))
        fail ("records can't be generated");
    }
}

static void
remove_all (const Work *work)
{
  for (guint part = 0; part < N_PARTS; part++)
    {
      g_autofree char *records = part_folder (work, part);

      for (guint i = 0; i < work->n; i++)
        {
          g_autofree char *path = record_path (work, part, i);

          g_unlink (path);
        }
      g_rmdir (records);
    }
  remove_library (work->ours);
  remove_library (work->durable);
  remove_library (work->theirs);
  g_rmdir (work->folder);
}

static void
tell (guint       number,
      const char *name,
      gboolean    right,
      double      figure)
{
  failed |= !right;
  g_print ("%s %u /bench/ingest/%s # %.2f\n", right ? "ok" : "not ok", number, name, figure);
}

static void
measure_rates (const Work *work)
{
  double seconds = 0, bare = 0, durable = 0, bare_durable = 0, processor = 0;
  guint n = MIN (work->n, 500);
  g_autoptr (TlLibrary) library = open_ours (work->ours, FALSE);
  g_autoptr (TlLibrary) durable_library = open_ours (work->durable, TRUE);

  g_object_unref (tl_library_create (work->theirs, NULL)); /* for its tables */
  for (guint part = 0; part < N_PARTS; part++)
    {
      double before = cpu ();
      double took = ingest (work, library, part);

      processor += cpu () - before;

      double bare_took = do_bare (work, library, part);

      seconds += took;
      bare += bare_took;
      if (part < 2)
        {
          durable += ingest (work, durable_library, part);
          bare_durable += bare_took;
        }
      g_print ("# part %u: %.0f records a second, bare %.0f\n", part + 1, work->n / took, work->n / bare_took);
    }
  if (count_rows (work->ours) != count_rows (work->theirs))
    fail ("not the same rows were written");

  g_print ("# library: %.0f records a second; bare: %.0f; rows a record: %.0f\n", N_PARTS * work->n / seconds,
           N_PARTS * work->n / bare, (double) count_rows (work->ours) / (N_PARTS * work->n));
  g_print ("# library: %.2f ms of all processors a record\n", processor * 1e3 / (N_PARTS * work->n));
  g_print ("# library, each record durable: %.0f records a second\n", 2 * work->n / durable);
  tell (1, "at-least-the-rate-of-a-bare-pipeline", bare / seconds >= WANTED, bare / seconds);
  tell (2, "at-least-0.6-of-it-with-each-record-durable", bare_durable / durable >= WANTED_DURABLE,
        bare_durable / durable);

  double sax = measure_sax (work, n) / n, reader = measure_reader (work, n) / n, rules = measure_rules (work, n) / n;
  double share = (reader - sax + rules) / (processor / (N_PARTS * work->n));

  g_print ("# of that: SAX2 %.2f ms, what the reader takes beyond it %.2f ms, rules %.2f ms\n", sax * 1e3,
           (reader - sax) * 1e3, rules * 1e3);
  tell (4, "rules-and-validation-take-a-tenth-of-the-time", share <= LIMIT_RULES, share);
}

int
main (int    argc,
      char **argv)
{
  guint n_records = argc > 1 ? (guint) atoi (argv[1]) : 20000;
  g_autofree char *folder = g_dir_make_tmp ("throughline-bench-XXXXXX", NULL);
  g_autofree char *ours = g_build_filename (folder, "ours.tllibrary", NULL);
  g_autofree char *durable = g_build_filename (folder, "durable.tllibrary", NULL);
  g_autofree char *theirs = g_build_filename (folder, "bare.tllibrary", NULL);
  const Work work = { folder, MAX (n_records / N_PARTS, 1), ours, durable, theirs };

  xmlInitParser ();
  generate (&work);
  g_print ("1..4\n");

  long one = measure_memory (&work, 1), all = measure_memory (&work, N_PARTS);

  measure_rates (&work);
  g_print ("# memory: %ld KB for %u records, %ld KB for %u\n", one, work.n, all, work.n * N_PARTS);
  tell (3, "memory-does-not-grow-with-the-number-of-files", (double) all / one <= LIMIT_GROWTH, (double) all / one);
  remove_all (&work);
  return failed ? 1 : 0;
}
