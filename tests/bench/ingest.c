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
#include "tests/bench/ingest-bare.h"

#define N_PARTS 10

#define WANTED 1.0
#define WANTED_DURABLE 0.6
/* In memory, of all files to those of one part. */
#define LIMIT_GROWTH 1.25
#define LIMIT_RULES 0.1

static gboolean failed;

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

/* What of a part is looked at, and how much of the processor that took. */
typedef struct {
  const Work *work;
  guint       part;
  guint       n;
  double      seconds;
} Look;

/* Of this thread alone. */
static double
own_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

/* What is made once for all files is made with the first. */
static void
add_seconds (Look  *look,
             guint  record,
             double start)
{
  if (record > 0)
    look->seconds += own_cpu () - start;
}

static void *
look_at_sax (void *data)
{
  Look *look = data;
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < look->n; i++)
    {
      g_autofree char *path = record_path (look->work, look->part, i);
      double start = own_cpu ();

      parse_bare (path, values);
      add_seconds (look, i, start);
    }
  return NULL;
}

static void *
look_at_reader (void *data)
{
  Look *look = data;
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();

  tl_xml_reader_keep_records (reader);
  for (guint i = 0; i < look->n; i++)
    {
      g_autofree char *path = record_path (look->work, look->part, i);
      g_autoptr (GPtrArray) problems = tl_problems_new ();
      double start = own_cpu ();

      if (!tl_xml_reader_read_path (reader, path, NULL, NULL, problems, NULL, NULL))
        fail ("a record is not sound");
      add_seconds (look, i, start);
    }
  return NULL;
}

typedef struct {
  const TlXmlHeader *header;
  GPtrArray         *records;
} Kept;

static gboolean
keep_record (const TlXmlHeader  *header,
             TlPlainRecord      *record,
             void               *data,
             GError            **error)
{
  Kept *kept = data;

  kept->header = header;
  g_ptr_array_add (kept->records, record);
  return TRUE;
}

static void
run_rules (TlReview   *review,
           const Kept *kept,
           guint      *counts)
{
  for (guint i = 0; i < kept->records->len; i++)
    {
      TlPlainRecord *record = kept->records->pdata[i];

      tl_review_frozen_add (review, record->kind, record->id, record->values);
    }
  tl_review_frozen_seal (review);
  tl_checks_count (review, kept->header->pins->method, counts);
  tl_review_frozen_empty (review);
}

/* As the library does it: from the values of a file, which the reader keeps, to the counts. */
static void *
look_at_rules (void *data)
{
  Look *look = data;
  guint n_rules;
  g_autoptr (TlReview) review = tl_review_new_frozen (TL_TIER_LEARNING);
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  Kept kept = { NULL, records };

  tl_xml_reader_keep_records (reader);
  tl_check_rules_get (&n_rules);

  g_autofree guint *counts = g_new0 (guint, n_rules);

  for (guint i = 0; i < look->n; i++)
    {
      g_autofree char *path = record_path (look->work, look->part, i);
      g_autoptr (GPtrArray) problems = tl_problems_new ();

      g_ptr_array_set_size (records, 0);
      if (!tl_xml_reader_read_path (reader, path, keep_record, &kept, problems, NULL, NULL))
        fail ("a record is not sound");

      double start = own_cpu ();

      run_rules (review, &kept, counts);
      add_seconds (look, i, start);
    }
  return NULL;
}

/* How much of one processor it takes a record, while the other has the same to do, as it is when records are taken in:
 * two that share what they run on are slower than one alone. */
static double
measure (const Work  *work,
         guint        part,
         GThreadFunc  function)
{
  const Look empty = { work, part, MIN (work->n, 100), 0 };
  Look one = empty, other = empty;
  GThread *thread = g_thread_new ("look", function, &other);

  function (&one);
  g_thread_join (thread);
  return (one.seconds + other.seconds) / (2 * (empty.n - 1));
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
  double sax = 0, reader = 0, rules = 0; /* a record, of all parts */
  g_autoptr (TlLibrary) library = open_ours (work->ours, FALSE);
  g_autoptr (TlLibrary) durable_library = open_ours (work->durable, TRUE);

  g_object_unref (tl_library_create (work->theirs, NULL)); /* for its tables */
  for (guint part = 0; part < N_PARTS; part++)
    {
      double before = cpu ();
      double took = ingest (work, library, part);

      processor += cpu () - before;
      sax += measure (work, part, look_at_sax);
      reader += measure (work, part, look_at_reader);
      rules += measure (work, part, look_at_rules);

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

  double share = (reader - sax + rules) * work->n / processor;

  g_print ("# of that: SAX2 %.3f ms, what the reader takes beyond it %.3f ms, rules %.3f ms\n",
           sax * 1e3 / N_PARTS, (reader - sax) * 1e3 / N_PARTS, rules * 1e3 / N_PARTS);
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
  const Work work = { folder, MAX (n_records / N_PARTS, 2), ours, durable, theirs };

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
