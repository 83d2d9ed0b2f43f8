/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Many files read at once and written one after the other: what becomes of each is decided by their order and by
 * nothing else, whoever gives up finds a sound library and goes on from there, and the rules advise. */
#include "config.h"

#include "model/library/tl-library.h"

#include <string.h>

#include "model/checks/tl-checks.h"
#include "tests/library-case.h"
#include "tests/library-same.h"

#define N_RECORDS 60
#define N_ROUNDS 8

/* Records of very different sizes, so that a thread is soon ahead of another, with an earlier revision after a later,
 * the same twice, another content under the same revision, a broken file and one that is none. */
static void
set_up (LibraryCase   *self,
        gconstpointer  data)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 11, .n_factors = 4, .n_factors_max = 90 };

  library_case_set_up_empty (self, &options);
}

static void
tear_down (LibraryCase   *self,
           gconstpointer  data)
{
  library_case_tear_down (self);
}

static char *
read_file (LibraryCase *self,
           guint        i)
{
  g_autofree char *path = library_case_dup_file (self, i);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
write_text (LibraryCase *self,
            const char  *name,
            const char  *text)
{
  g_autofree char *path = g_build_filename (self->records, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (to, parts);
}

static void
write_changed (LibraryCase *self,
               const char  *name,
               guint        i,
               const char  *from,
               const char  *to)
{
  g_autofree char *text = read_file (self, i);
  g_autofree char *changed = replace (text, from, to);

  write_text (self, name, changed);
}

/* Named so that they stand before, between and after the generated ones. */
static void
write_trouble (LibraryCase *self)
{
  write_changed (self, "a-later.xml", 20, "revision=\"1\"", "revision=\"3\"");
  write_changed (self, "b-none.xml", 0, "<throughline", "<through");
  write_changed (self, "generated-00010-a.xml", 3, "revision=\"1\"", "revision=\"2\"");
  write_changed (self, "generated-00010-b.xml", 40, "revision=\"1\"", "revision=\"2\"");
  write_changed (self, "generated-00030-a.xml", 5, "Generated record, not", "Generated record, still not");
  write_changed (self, "generated-00030-b.xml", 7, "</throughline>", "");
  write_changed (self, "z-again.xml", 9, "  <", " <");
}

static TlLibraryReport *
add (TlLibrary         *library,
     const char *const *paths)
{
  g_autoptr (GError) error = NULL;
  TlLibraryReport *report = NULL;

  tl_library_add (library, paths, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

static TlLibrary *
create (LibraryCase *self,
        const char  *name,
        char       **path)
{
  g_autoptr (GError) error = NULL;

  *path = g_build_filename (self->folder, name, NULL);

  TlLibrary *library = tl_library_create (*path, &error);

  g_assert_no_error (error);
  return library;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The files of the folder one by one, each in a call of its own: no two are ever read at once. */
static void
add_one_by_one (LibraryCase *self,
                TlLibrary   *library,
                GPtrArray   *quarantined)
{
  g_autoptr (GDir) folder = g_dir_open (self->records, 0, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (files, g_build_filename (self->records, name, NULL));
  g_ptr_array_sort (files, compare_names);
  for (guint i = 0; i < files->len; i++)
    {
      const char *paths[] = { files->pdata[i], NULL };
      g_autoptr (TlLibraryReport) report = add (library, paths);

      if (report->quarantined->len > 0)
        g_ptr_array_add (quarantined, g_strdup (files->pdata[i]));
    }
}

static void
the_order_of_the_files_decides (LibraryCase   *self,
                                gconstpointer  data)
{
  const char *paths[] = { self->records, NULL };
  g_autoptr (GPtrArray) quarantined = g_ptr_array_new_with_free_func (g_free);

  write_trouble (self);
  add_one_by_one (self, self->library, quarantined);
  g_assert_cmpuint (quarantined->len, ==, 3);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("round-%u.tllibrary", round), *path = NULL;
      g_autoptr (TlLibrary) library = create (self, name, &path);
      g_autoptr (TlLibraryReport) report = add (library, paths);

      g_assert_cmpuint (report->added, ==, N_RECORDS);
      g_assert_cmpuint (report->superseded, ==, 1);
      g_assert_cmpuint (report->older, ==, 2);
      g_assert_cmpuint (report->unchanged, ==, 1);
      g_assert_cmpuint (report->quarantined->len, ==, quarantined->len);
      for (guint i = 0; i < quarantined->len; i++)
        g_assert_cmpstr (((TlQuarantined *) report->quarantined->pdata[i])->file, ==, quarantined->pdata[i]);
      assert_same_rows (self->path, path);
      assert_index_is_whole (path);
    }
}

/* Giving up */

typedef struct {
  GCancellable *cancellable;
  guint         after;
} GivingUp;

static void
give_up (guint       done,
         guint       total,
         const char *file,
         gpointer    data)
{
  GivingUp *giving_up = data;

  if (done == giving_up->after)
    g_cancellable_cancel (giving_up->cancellable);
}

static void
who_gives_up_goes_on_later (LibraryCase   *self,
                            gconstpointer  data)
{
  const char *paths[] = { self->records, NULL };
  g_autofree char *path = NULL;
  g_autoptr (TlLibrary) library = create (self, "broken-off.tllibrary", &path);

  write_trouble (self);
  tl_library_report_free (add (self->library, paths));
  for (guint after = 0; after < N_RECORDS; after += 13)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (TlLibraryReport) report = NULL;
      g_autoptr (GError) error = NULL;
      GivingUp giving_up = { cancellable, after };

      g_assert_false (tl_library_add (library, paths, give_up, &giving_up, cancellable, &report, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      g_autoptr (GListModel) list = tl_library_list (library, TRUE, NULL);

      g_assert_cmpuint (g_list_model_get_n_items (list), <=, after);
      if (after > 8)
        g_assert_cmpuint (g_list_model_get_n_items (list), >=, after - 8);
    }
  tl_library_report_free (add (library, paths));
  assert_same_rows (self->path, path);
  assert_index_is_whole (path);
}

/* What somebody else finds in the library before each file. */
static void
count_committed_cb (guint       done,
                    guint       total,
                    const char *file,
                    gpointer    data)
{
  g_assert_cmpint (get_number (data, "SELECT count(*) FROM record"), ==, done);
}

static void
a_durable_library_holds_the_same (LibraryCase   *self,
                                  gconstpointer  data)
{
  const char *paths[] = { self->records, NULL };
  g_autofree char *path = NULL;
  g_autoptr (TlLibrary) library = create (self, "durable.tllibrary", &path);
  sqlite3 *db;

  g_assert_true (tl_library_set_durable (library, TRUE, NULL));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_true (tl_library_add (library, paths, count_committed_cb, db, NULL, NULL, NULL));
  sqlite3_close (db);
  tl_library_report_free (add (self->library, paths));
  assert_same_rows (self->path, path);
  assert_index_is_whole (path);
}

/* Numbers */

static void
no_number_is_given_twice (LibraryCase   *self,
                          gconstpointer  data)
{
  const char *paths[] = { self->records, NULL };
  sqlite3 *db;

  tl_library_report_free (add (self->library, paths));
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM record WHERE number > 50", NULL, NULL, NULL), ==, SQLITE_OK);
  tl_library_report_free (add (self->library, paths));
  g_assert_cmpint (get_number (db, "SELECT count(*) FROM record WHERE number BETWEEN 51 AND 60"), ==, 0);
  g_assert_cmpint (get_number (db, "SELECT count(*) FROM record WHERE number BETWEEN 61 AND 70"), ==, 10);
  sqlite3_close (db);
}

/* Rules */

static guint
count_records (const TlLibraryReport *report,
               const char            *rule)
{
  guint n;

  return report->problems[tl_check_rule_lookup (rule) - tl_check_rules_get (&n)];
}

static gint64
count_rows (LibraryCase *self,
            const char  *rule)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (sum (problems), 0) FROM advice WHERE rule = '%s'", rule);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);

  gint64 n = get_number (db, sql);

  sqlite3_close (db);
  return n;
}

static void
rules_advise_on_every_record (LibraryCase   *self,
                              gconstpointer  data)
{
  const char *paths[] = { self->records, NULL };

  write_changed (self, "generated-00004.xml", 3, "<statement>", "<statement>Call 020 7946 0018 before 3 May. ");
  write_changed (self, "generated-00005.xml", 4, " region=\"", " format=\"themed\" no=\"");

  g_autoptr (TlLibraryReport) report = add (self->library, paths);

  g_assert_cmpuint (report->added, ==, N_RECORDS - 1);
  g_assert_cmpuint (count_records (report, "X8"), ==, 0); /* the day was found first, as in a review */
  g_assert_cmpuint (count_records (report, "X4"), ==, 1);
  g_assert_cmpint (count_rows (self, "X4"), ==, 1);
  /* Chains have an end somewhere. */
  g_assert_cmpuint (count_records (report, "S3"), >, N_RECORDS / 2);
  g_assert_cmpint (count_rows (self, "S3"), >=, count_records (report, "S3"));
  /* What stays in the review is not missed: texts, evidence, the four answers, the people. */
  static const char *const elsewhere[] = { "E1", "E2", "E3", "M2", "F1", "F4", "G1", "G4", "X1", "X2" };

  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    g_assert_cmpuint (count_records (report, elsewhere[i]), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/library/ingest/" name, LibraryCase, NULL, set_up, func, tear_down)
  ADD ("the-order-of-the-files-decides", the_order_of_the_files_decides);
  ADD ("who-gives-up-goes-on-later", who_gives_up_goes_on_later);
  ADD ("a-durable-library-holds-the-same", a_durable_library_holds_the_same);
  ADD ("no-number-is-given-twice", no_number_is_given_twice);
  ADD ("rules-advise-on-every-record", rules_advise_on_every_record);
#undef ADD

  return g_test_run ();
}
