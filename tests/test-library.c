/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking learning records into a library: what is added, superseded, older, unchanged and put aside, from files,
 * folders and zips; and giving up half way. */
#include "config.h"

#include "model/questions/tl-themes.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#include "model/exchange/tl-schema.h"
#include "model/library/tl-quarantine.h"
#include "tests/library-case.h"

typedef struct {
  char *folder;  /* everything of the test is below it */
  char *records; /* generated ones */
  char *path;    /* of the library */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TlGenerateOptions options = { .n_records = GPOINTER_TO_UINT (data), .seed = 7 };
  g_autoptr (GError) error = NULL;

  fixture->folder = make_temporary ();
  g_assert_no_error (error);
  fixture->records = g_build_filename (fixture->folder, "records", NULL);
  fixture->path = g_build_filename (fixture->folder, "national.tllibrary", NULL);
  tl_library_generate (fixture->records, &options, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->folder);
  g_free (fixture->records);
  g_free (fixture->path);
}

static TlLibrary *
create (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlLibrary *library = tl_library_create (fixture->path, &error);

  g_assert_no_error (error);
  return library;
}

static TlLibraryReport *
add (TlLibrary  *library,
     const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  TlLibraryReport *report = NULL;

  tl_library_add (library, paths, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  return report;
}

/* Asserts what became of the files; frees the report. */
static void
assert_report (TlLibraryReport *report,
               guint            added,
               guint            superseded,
               guint            older,
               guint            unchanged,
               guint            quarantined)
{
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->superseded, ==, superseded);
  g_assert_cmpuint (report->older, ==, older);
  g_assert_cmpuint (report->unchanged, ==, unchanged);
  g_assert_cmpuint (report->quarantined->len, ==, quarantined);
  tl_library_report_free (report);
}

static guint
count_listed (TlLibrary *library,
              gboolean   with_superseded)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = tl_library_list (library, with_superseded, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (list);
}

static char *
read_record (Fixture *fixture,
             guint    i)
{
  g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i);
  g_autofree char *path = g_build_filename (fixture->records, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static char *
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* @text with the only or first @from as @to. */
static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

/* Generated records */

static void
assert_valid (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *schema_text = tl_schema_dup_for_file (path, NULL, &error);

  g_assert_no_error (error);

  xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt (schema_text, (int) strlen (schema_text));
  xmlSchema *schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxt *validator = xmlSchemaNewValidCtxt (schema);

  g_assert_cmpint (xmlSchemaValidateFile (validator, path, 0), ==, 0);
  xmlSchemaFreeValidCtxt (validator);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
}

static void
generated_records_are_valid_marked_and_always_the_same (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *again = g_build_filename (fixture->folder, "again", NULL);
  TlGenerateOptions options = { .n_records = 12, .seed = 7 };

  g_assert_true (tl_library_generate (again, &options, NULL, NULL));
  for (guint i = 1; i <= 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("generated-%05u.xml", i);
      g_autofree char *path = g_build_filename (again, name, NULL);
      g_autofree char *text = read_record (fixture, i);
      g_autofree char *other = NULL;

      g_assert_true (g_file_get_contents (path, &other, NULL, NULL));
      g_assert_cmpstr (text, ==, other);
      g_assert_nonnull (strstr (text, "<summary>Generated record, not a real review.</summary>"));
      assert_valid (path);
    }
}

/* Adding */

static void
adding_twice_changes_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);

  assert_report (add (library, fixture->records), 12, 0, 0, 0, 0);
  assert_report (add (library, fixture->records), 0, 0, 0, 12, 0);
  g_assert_cmpuint (count_listed (library, TRUE), ==, 12);

  g_clear_object (&library);
  library = tl_library_open (fixture->path, NULL);
  g_assert_cmpuint (count_listed (library, TRUE), ==, 12);
  assert_report (add (library, fixture->records), 0, 0, 0, 12, 0);
}

static void
the_layout_of_the_xml_does_not_matter (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *text = read_record (fixture, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n  <", -1);
  g_autofree char *dense = g_strjoinv ("<", lines);
  g_autofree char *path = write_file (fixture, "dense.xml", dense);

  assert_report (add (library, fixture->records), 12, 0, 0, 0, 0);
  assert_report (add (library, path), 0, 0, 0, 1, 0);
}

static void
a_later_revision_takes_the_place_of_an_earlier (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *text = read_record (fixture, 3);
  g_autofree char *third = replace (text, "revision=\"1\"", "revision=\"3\"");
  g_autofree char *second = replace (text, "revision=\"1\"", "revision=\"2\"");
  g_autofree char *third_path = write_file (fixture, "third.xml", third);
  g_autofree char *second_path = write_file (fixture, "second.xml", second);

  assert_report (add (library, fixture->records), 12, 0, 0, 0, 0);
  assert_report (add (library, third_path), 0, 1, 0, 0, 0);
  assert_report (add (library, second_path), 0, 0, 1, 0, 0);
  assert_report (add (library, fixture->records), 0, 0, 1, 11, 0);
  g_assert_cmpuint (count_listed (library, FALSE), ==, 12);
  g_assert_cmpuint (count_listed (library, TRUE), ==, 13);
}

static void
the_same_revision_with_other_content_is_put_aside (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *text = read_record (fixture, 3);
  g_autofree char *other = replace (text, "Generated record, not", "Generated record, still not");
  g_autofree char *path = write_file (fixture, "other.xml", other);
  g_autoptr (TlLibraryReport) report = NULL;

  assert_report (add (library, fixture->records), 12, 0, 0, 0, 0);
  report = add (library, path);
  g_assert_cmpuint (report->quarantined->len, ==, 1);

  const TlQuarantined *quarantined = g_ptr_array_index (report->quarantined, 0);

  g_assert_cmpstr (quarantined->file, ==, path);
  g_assert_nonnull (strstr (quarantined->reason, "revision 1"));
  g_assert_cmpuint (count_listed (library, TRUE), ==, 12);
}

static void
a_bad_file_is_put_aside_and_the_rest_goes_on (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *text = read_record (fixture, 5);
  g_autofree char *name = g_build_filename ("records", "generated-00005.xml", NULL);
  /* Wrong only in the last line of all, when all its rows have been written. */
  g_autofree char *bad = replace (text, "</throughline>", "<response id=\"0\"/></throughline>");
  g_autofree char *path = write_file (fixture, name, bad);
  g_autoptr (TlLibraryReport) report = add (library, fixture->records);
  g_autoptr (GPtrArray) listed = tl_library_list_quarantined (library, NULL);

  g_assert_cmpuint (report->added, ==, 11);
  g_assert_cmpuint (report->quarantined->len, ==, 1);
  g_assert_cmpuint (listed->len, ==, 1);

  const TlQuarantined *quarantined = g_ptr_array_index (listed, 0);

  g_assert_cmpstr (quarantined->file, ==, path);
  g_assert_true (g_str_has_prefix (quarantined->reason, "Line "));
  g_assert_cmpuint (count_listed (library, TRUE), ==, 11);

  g_free (write_file (fixture, name, text));
  assert_report (add (library, fixture->records), 1, 0, 0, 11, 0);
  g_clear_pointer (&listed, g_ptr_array_unref);
  listed = tl_library_list_quarantined (library, NULL);
  g_assert_cmpuint (listed->len, ==, 0);
}

static void
a_file_of_another_tier_is_refused (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "munro-causal-loop.xml", NULL);
  g_autoptr (TlLibraryReport) report = add (library, path);

  g_assert_cmpuint (report->quarantined->len, ==, 1);
  g_assert_nonnull (strstr (((TlQuarantined *) g_ptr_array_index (report->quarantined, 0))->reason, "“transfer”"));
  g_assert_cmpuint (count_listed (library, TRUE), ==, 0);
}

static void
what_is_not_there_is_said (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere.xml", NULL);
  const char *paths[] = { nowhere, fixture->records, NULL };
  TlLibraryReport *report;

  g_assert_true (tl_library_add (library, paths, NULL, NULL, NULL, &report, NULL));
  assert_report (report, 12, 0, 0, 0, 1);
}

static void
a_record_is_listed_as_it_was (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);

  tl_library_report_free (add (library, fixture->records));

  g_autoptr (GListModel) list = tl_library_list (library, FALSE, NULL);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (TlLibraryRecord) record = g_list_model_get_item (list, i);
      g_autofree char *path = g_build_filename (fixture->records, tl_library_record_get_file (record), NULL);
      g_autofree char *head = g_strdup_printf ("<review id=\"%s\" board_pseudonym=\"%s\" method=\"%s\"",
                                               tl_library_record_get_id (record), tl_library_record_get_board (record),
                                               tl_library_record_get_method (record));
      g_autofree char *tail = g_strdup_printf ("year=\"%u\" region=\"%s\" revision=\"1\"",
                                               tl_library_record_get_year (record),
                                               tl_library_record_get_region (record));
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      g_assert_nonnull (strstr (text, head));
      g_assert_nonnull (strstr (text, tail));
      g_auto (GStrv) factors = g_strsplit (text, "<factor ", -1);
      g_assert_cmpuint (tl_library_record_get_n_factors (record), ==, g_strv_length (factors) - 1);
      g_auto (GStrv) tags = g_strsplit (text, "<tag ", -1);
      g_assert_cmpuint (tl_library_record_get_n_tags (record), ==, g_strv_length (tags) - 1);
    }
}

/* Zips */

static void
add_zip_member (struct archive *zip,
                const char     *name,
                const char     *bytes,
                gsize           length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (zip, bytes, length), ==, (gssize) length);
  archive_entry_free (entry);
}

static struct archive *
start_zip (const char *path)
{
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  return zip;
}

static void
a_zip_is_read_without_unpacking_it (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "batch.zip", NULL);
  g_autofree char *escaped = g_build_filename (fixture->folder, "..", "escaped.xml", NULL);
  struct archive *zip = start_zip (path);

  for (guint i = 1; i <= 3; i++)
    {
      static const char *const names[] = { "a.xml", "../escaped.xml", "/tmp/deep/er\n/c.XML" };
      g_autofree char *text = read_record (fixture, i);

      add_zip_member (zip, names[i - 1], text, strlen (text));
    }
  add_zip_member (zip, "broken.xml", "<throughline>", 13);
  add_zip_member (zip, "readme.txt", "not for us", 10);
  add_zip_member (zip, "inner.zip", "PK", 2);
  archive_write_free (zip);

  g_autoptr (TlLibraryReport) report = add (library, path);

  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (report->quarantined->len, ==, 1);
  g_assert_true (g_str_has_suffix (((TlQuarantined *) g_ptr_array_index (report->quarantined, 0))->file,
                                   "batch.zip/broken.xml"));
  g_assert_false (g_file_test (escaped, G_FILE_TEST_EXISTS));
  assert_report (add (library, path), 0, 0, 0, 3, 1);
}

static void
a_zip_that_swells_is_given_up (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "bomb.zip", NULL);
  g_autofree char *spaces = g_malloc (48 * 1024 * 1024);
  g_autofree char *text = read_record (fixture, 1);
  struct archive *zip = start_zip (path);

  memset (spaces, ' ', 48 * 1024 * 1024);
  add_zip_member (zip, "good.xml", text, strlen (text));
  add_zip_member (zip, "bomb.xml", spaces, 48 * 1024 * 1024);
  archive_write_free (zip);

  g_autoptr (TlLibraryReport) report = add (library, path);

  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpuint (report->quarantined->len, ==, 1);
  g_assert_nonnull (strstr (((TlQuarantined *) g_ptr_array_index (report->quarantined, 0))->reason, "200 times"));
}

static void
a_zip_cut_short_gives_what_it_has (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "batch.zip", NULL);
  struct archive *zip = start_zip (path);
  g_autofree char *bytes = NULL;
  gsize length;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.xml", i);
      g_autofree char *text = read_record (fixture, i);

      add_zip_member (zip, name, text, strlen (text));
    }
  archive_write_free (zip);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length / 2, NULL));

  g_autoptr (TlLibraryReport) report = add (library, path);

  g_assert_cmpuint (report->added, <, 3);
  g_assert_cmpuint (report->quarantined->len, >=, 1);
  g_assert_cmpuint (count_listed (library, TRUE), ==, report->added);

  g_free (write_file (fixture, "batch.zip", "not a zip at all"));
  assert_report (add (library, path), 0, 0, 0, 0, 1);
}

/* Giving up */

typedef struct {
  GCancellable *cancellable;
  guint         at;
} Patience;

static void
lose_patience (guint       done,
               guint       total,
               const char *file,
               gpointer    data)
{
  Patience *patience = data;

  g_assert_cmpuint (done, <=, total);
  if (done == patience->at)
    g_cancellable_cancel (patience->cancellable);
}

static void
giving_up_leaves_a_library_that_can_go_on (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  const char *paths[] = { fixture->records, NULL };

  for (guint i = 0; i < 12; i += 5)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Patience patience = { cancellable, i };
      g_autoptr (GError) error = NULL;
      g_autoptr (TlLibraryReport) report = NULL;

      g_assert_false (tl_library_add (library, paths, lose_patience, &patience, cancellable, &report, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (report->added + report->unchanged, ==, i);
      g_assert_cmpuint (count_listed (library, TRUE), ==, i);
    }
  assert_report (add (library, fixture->records), 2, 0, 0, 10, 0);
}

typedef struct {
  GMainLoop       *loop;
  TlLibraryReport *report;
  guint            n_changed;
  guint            last;
} Waiting;

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  Waiting *waiting = data;
  g_autoptr (GError) error = NULL;

  tl_library_add_finish (TL_LIBRARY (object), result, &waiting->report, &error);
  g_assert_no_error (error);
  g_main_loop_quit (waiting->loop);
}

static void
count_changed (TlLibrary *library,
               gpointer   data)
{
  ((Waiting *) data)->n_changed++;
}

static void
note_progress (guint       done,
               guint       total,
               const char *file,
               gpointer    data)
{
  Waiting *waiting = data;

  g_assert_null (waiting->report);
  waiting->last = done;
}

static void
a_window_need_not_wait (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (TlLibrary) library = create (fixture);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  const char *paths[] = { fixture->records, NULL };
  Waiting waiting = { loop, NULL, 0, 0 };

  g_signal_connect (library, "changed", G_CALLBACK (count_changed), &waiting);
  tl_library_add_async (library, paths, note_progress, &waiting, NULL, added_cb, &waiting);
  g_main_loop_run (loop);
  assert_report (waiting.report, 12, 0, 0, 0, 0);
  g_assert_cmpuint (waiting.last, ==, 12);
  g_assert_cmpuint (waiting.n_changed, ==, 1);
  g_assert_cmpuint (count_listed (library, FALSE), ==, 12);
  tl_library_close (library); /* the thread may still hold a reference for a moment */
}

#define TEST(name_, path_) \
  g_test_add ("/library/" path_, Fixture, GUINT_TO_POINTER (12), set_up, name_, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST (generated_records_are_valid_marked_and_always_the_same, "generated/valid-marked-and-always-the-same");
  TEST (adding_twice_changes_nothing, "add/adding-twice-changes-nothing");
  TEST (the_layout_of_the_xml_does_not_matter, "add/the-layout-of-the-xml-does-not-matter");
  TEST (a_later_revision_takes_the_place_of_an_earlier, "add/a-later-revision-takes-the-place-of-an-earlier");
  TEST (the_same_revision_with_other_content_is_put_aside, "add/the-same-revision-with-other-content-is-put-aside");
  TEST (a_bad_file_is_put_aside_and_the_rest_goes_on, "add/a-bad-file-is-put-aside-and-the-rest-goes-on");
  TEST (a_file_of_another_tier_is_refused, "add/a-file-of-another-tier-is-refused");
  TEST (what_is_not_there_is_said, "add/what-is-not-there-is-said");
  TEST (a_record_is_listed_as_it_was, "list/a-record-is-listed-as-it-was");
  TEST (a_zip_is_read_without_unpacking_it, "zip/is-read-without-unpacking-it");
  TEST (a_zip_that_swells_is_given_up, "zip/one-that-swells-is-given-up");
  TEST (a_zip_cut_short_gives_what_it_has, "zip/one-cut-short-gives-what-it-has");
  TEST (giving_up_leaves_a_library_that_can_go_on, "cancel/leaves-a-library-that-can-go-on");
  TEST (a_window_need_not_wait, "add/a-window-need-not-wait");

  return g_test_run ();
}
