/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What gathering leaves behind: receipts, the quarantine, and folders that are watched. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"
#include "model/library/tl-pace.h"
#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"
#include "tests/gathering-case.h"

/* Receipts */

static void
a_receipt_says_what_became_of_every_file (LibraryCase   *fixture,
                                          gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "batch", NULL);
  g_autofree char *later = revise (fixture, 0, "revision=\"2\"");
  g_autofree char *good = library_case_dup_file (fixture, 1);
  g_autofree char *same = read_file (good);

  g_mkdir (folder, 0700);
  g_free (write_file (fixture, "batch/a-later.xml", later));
  g_free (write_file (fixture, "batch/b-broken.xml", "<minutes/>"));
  g_free (write_file (fixture, "batch/c-same.xml", same));

  g_autoptr (TlLibraryReport) report = add (fixture, folder);
  g_autofree char *first = library_case_dup_file (fixture, 0);
  g_autoptr (TlLibraryReport) older = add (fixture, first);
  g_autoptr (TlReceipt) receipt = get_receipt (fixture, report->receipt);
  static const TlOutcome expected[] = { TL_OUTCOME_SUPERSEDED, TL_OUTCOME_QUARANTINED, TL_OUTCOME_UNCHANGED };

  g_assert_cmpint (report->receipt, ==, 2);
  g_assert_cmpuint (receipt->files->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);

      g_assert_cmpint (file->outcome, ==, expected[i]);
      g_assert_cmpuint (receipt->counts[expected[i]], ==, 1);
      g_assert_true (g_str_has_prefix (file->file, folder));
      g_assert_true ((file->reason != NULL) == (file->outcome == TL_OUTCOME_QUARANTINED));
    }
  g_assert_cmpuint (receipt->places->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (receipt->places, 0), ==, folder);
  g_assert_cmpint (receipt->began, <=, receipt->ended);
  g_assert_null (receipt->stopped);

  /* It is the library's, not this run's. */
  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->path, NULL);

  g_autoptr (GPtrArray) list = tl_library_list_receipts (fixture->library, NULL);

  g_assert_cmpuint (list->len, ==, 3);
  g_assert_cmpint (((TlReceipt *) g_ptr_array_index (list, 0))->counts[TL_OUTCOME_OLDER], ==, 1);
  g_assert_cmpint (((TlReceipt *) g_ptr_array_index (list, 2))->counts[TL_OUTCOME_ADDED], ==, N_RECORDS);
  g_assert_null (((TlReceipt *) g_ptr_array_index (list, 2))->files);
}

static void
a_receipt_that_is_not_there_is_said (LibraryCase   *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_library_get_receipt (fixture->library, 7, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
cancel_at_five (guint       done,
                guint       total,
                const char *file,
                gpointer    data)
{
  if (done == 5)
    g_cancellable_cancel (data);
}

static void
a_stopped_gathering_has_a_receipt_of_what_it_did (LibraryCase   *fixture,
                                                  gconstpointer  data)
{
  const char *paths[] = { fixture->records, NULL };
  g_autofree char *path = g_build_filename (fixture->folder, "other.tllibrary", NULL);
  g_autoptr (TlLibrary) other = tl_library_create (path, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_library_add (other, paths, cancel_at_five, cancellable, cancellable, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_autoptr (TlReceipt) receipt = tl_library_get_receipt (other, report->receipt, NULL);
  g_autoptr (GListModel) records = tl_library_list (other, TRUE, NULL);

  g_assert_nonnull (receipt->stopped);
  g_assert_cmpint (receipt->ended, >, 0);
  g_assert_cmpuint (receipt->counts[TL_OUTCOME_ADDED], ==, g_list_model_get_n_items (records));
  g_assert_cmpuint (receipt->files->len, ==, report->added);

  /* It goes on where it ended. */
  g_clear_pointer (&report, tl_library_report_free);
  g_assert_true (tl_library_add (other, paths, NULL, NULL, NULL, &report, NULL));
  g_assert_cmpuint (report->added + report->unchanged, ==, N_RECORDS);
  g_assert_cmpuint (report->unchanged, ==, receipt->counts[TL_OUTCOME_ADDED]);
}

static gint64
count_in_library (LibraryCase *fixture,
                  const char  *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  tl_connection_get_number (tl_library_get_connection (fixture->library), sql, &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
a_receipt_says_what_the_rules_have_to_say (LibraryCase   *fixture,
                                           gconstpointer  data)
{
  g_autofree char *review = dup_review (fixture, 2);
  g_autoptr (TlReceipt) receipt = get_receipt (fixture, 1);
  g_autoptr (GArray) counted = tl_receipt_count_advice (receipt);
  const TlReceiptFile *third = g_ptr_array_index (receipt->files, 2);
  guint problems = 0;

  g_assert_cmpuint (counted->len, >, 2);
  for (guint i = 0; i < counted->len; i++)
    {
      const TlReceiptRule *rule = &g_array_index (counted, TlReceiptRule, i);
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM advice WHERE rule = '%s'", rule->rule->code);

      g_assert_cmpint (rule->records, ==, count_in_library (fixture, sql));
    }
  for (guint i = 0; i < receipt->files->len; i++)
    {
      const TlReceiptFile *file = g_ptr_array_index (receipt->files, i);
      g_autofree char *words = tl_receipt_file_dup_advice (file);

      g_assert_cmpint (file->record, ==, i + 1);
      for (guint j = 0; file->advice != NULL && j < file->advice->len; j++)
        {
          const TlReceiptAdvice *advice = &g_array_index (file->advice, TlReceiptAdvice, j);

          problems += advice->problems;
          g_assert_nonnull (strstr (words, advice->rule->code));
          g_assert_true (j == 0 || (advice - 1)->severity <= advice->severity);
        }
    }
  g_assert_cmpuint (problems, ==, count_in_library (fixture, "SELECT sum(problems) FROM advice"));
  g_assert_nonnull (third->advice);

  /* It goes with the record. */
  g_assert_true (tl_library_withdraw (fixture->library, review, NULL, "A mistake.", NULL));
  g_clear_pointer (&receipt, tl_receipt_free);
  receipt = get_receipt (fixture, 1);
  third = g_ptr_array_index (receipt->files, 2);
  g_assert_null (third->advice);
  g_assert_null (tl_receipt_file_dup_advice (third));
  g_assert_cmpint (third->outcome, ==, TL_OUTCOME_ADDED);
}

/* Quarantine */

static void
what_was_put_right_is_tried_again (LibraryCase   *fixture,
                                   gconstpointer  data)
{
  g_autofree char *text = revise (fixture, 2, "revision=\"2\"");
  g_autofree char *path = write_file (fixture, "sent.xml", "<minutes/>");
  g_autofree char *other = write_file (fixture, "other.xml", "<minutes/>");
  g_autofree char *relative = g_path_get_basename (path);
  g_autofree char *here = g_get_current_dir ();
  g_autoptr (TlLibraryReport) report = NULL;
  g_auto (GStrv) one = NULL;
  g_auto (GStrv) all = NULL;
  g_autoptr (GError) error = NULL;

  /* However it was reached, it is one file. */
  g_assert_cmpint (g_chdir (fixture->folder), ==, 0);
  tl_library_report_free (add (fixture, relative));
  tl_library_report_free (add (fixture, path));
  tl_library_report_free (add (fixture, other));
  g_assert_cmpint (g_chdir (here), ==, 0);
  g_assert_cmpuint (count_quarantined (fixture), ==, 2);

  one = tl_library_dup_quarantined (fixture->library, path, NULL);
  all = tl_library_dup_quarantined (fixture->library, NULL, NULL);
  g_assert_cmpuint (g_strv_length (one), ==, 1);
  g_assert_cmpuint (g_strv_length (all), ==, 2);
  g_assert_null (tl_library_dup_quarantined (fixture->library, "nowhere.xml", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);

  g_free (write_file (fixture, "sent.xml", text));
  tl_library_add (fixture->library, (const char *const *) one, NULL, NULL, NULL, &report, NULL);
  g_assert_cmpuint (report->superseded, ==, 1);
  g_assert_cmpuint (count_quarantined (fixture), ==, 1);

  g_assert_true (tl_library_forget_quarantined (fixture->library, other, NULL));
  g_assert_cmpuint (count_quarantined (fixture), ==, 0);
  g_clear_error (&error);
  g_assert_false (tl_library_forget_quarantined (fixture->library, other, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

/* Watching */

static void
a_watched_folder_gives_what_is_new_in_it (LibraryCase   *fixture,
                                          gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "inbox", NULL);
  g_autofree char *inner = g_build_filename (folder, "october", NULL);
  g_autofree char *second = revise (fixture, 0, "revision=\"2\"");
  g_autofree char *third = revise (fixture, 0, "revision=\"3\"");
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (inner, 0700);
  g_assert_true (tl_library_watch (fixture->library, folder, NULL));
  g_assert_true (tl_library_watch (fixture->library, folder, NULL));
  g_assert_false (tl_library_watch (fixture->library, "/nowhere/at/all", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);

  report = gather (fixture);
  g_assert_cmpint (report->receipt, ==, 0);
  g_clear_pointer (&report, tl_library_report_free);

  g_free (write_file (fixture, "inbox/october/a.xml", second));
  g_free (write_file (fixture, "inbox/b.xml", "<minutes/>"));
  report = gather (fixture);
  g_assert_cmpuint (report->superseded, ==, 1);
  g_assert_cmpuint (report->quarantined->len, ==, 1);
  g_clear_pointer (&report, tl_library_report_free);

  /* Neither the one nor the other is new now. */
  report = gather (fixture);
  g_assert_cmpint (report->receipt, ==, 0);
  g_clear_pointer (&report, tl_library_report_free);

  g_free (write_file (fixture, "inbox/october/a.xml", third));
  report = gather (fixture);
  g_assert_cmpuint (report->superseded, ==, 1);
  g_assert_cmpuint (report->quarantined->len, ==, 0);

  g_autoptr (TlReceipt) receipt = get_receipt (fixture, report->receipt);

  g_assert_cmpuint (receipt->places->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (receipt->places, 0), ==, folder);

  g_autoptr (GPtrArray) watched = tl_library_list_watched (fixture->library, NULL);

  g_assert_cmpuint (watched->len, ==, 1);
  g_assert_true (((TlWatched *) g_ptr_array_index (watched, 0))->reachable);
  g_assert_true (tl_library_unwatch (fixture->library, folder, NULL));
  g_clear_error (&error);
  g_assert_false (tl_library_unwatch (fixture->library, folder, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
a_watched_folder_that_is_gone_stops_nothing (LibraryCase   *fixture,
                                             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "stick", NULL);
  g_autoptr (TlLibraryReport) report = NULL;

  g_mkdir (folder, 0700);
  g_assert_true (tl_library_watch (fixture->library, folder, NULL));
  g_assert_true (tl_library_watch (fixture->library, fixture->records, NULL));
  g_assert_no_errno (g_rmdir (folder));
  report = gather (fixture);
  g_assert_cmpuint (report->unchanged, ==, N_RECORDS);
  g_assert_cmpuint (report->quarantined->len, ==, 0);
}

/* Upgrading */

static void
a_library_from_before_receipts_gets_what_it_lacks (LibraryCase   *fixture,
                                                   gconstpointer  data)
{
  TlConnection *connection = tl_library_get_connection (fixture->library);
  g_autoptr (GError) error = NULL;

  tl_connection_execute (connection, "DROP TABLE receipt; DROP TABLE receipt_place; DROP TABLE receipt_file; "
                         "DROP TABLE withdrawal; DROP TABLE watch; DROP TABLE watch_file; DROP TABLE quarantine; "
                         "CREATE TABLE \"quarantine\" (file TEXT NOT NULL PRIMARY KEY, reason TEXT NOT NULL, "
                         "time INTEGER NOT NULL) STRICT, WITHOUT ROWID; "
                         "INSERT INTO quarantine VALUES ('old.xml', 'Bad.', 7); PRAGMA user_version = 2", &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->path, &error);
  g_assert_no_error (error);

  g_autoptr (GPtrArray) quarantined = tl_library_list_quarantined (fixture->library, NULL);
  g_auto (GStrv) again = tl_library_dup_quarantined (fixture->library, NULL, NULL);

  g_assert_cmpuint (quarantined->len, ==, 1);
  g_assert_null (((TlQuarantined *) g_ptr_array_index (quarantined, 0))->path);
  g_assert_cmpuint (g_strv_length (again), ==, 0);
  g_assert_null (tl_library_get_receipt (fixture->library, 0, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);

  /* And is then as one of today. */
  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->path, NULL);
  g_assert_nonnull (fixture->library);
}

static void
receipts_of_before_are_read_without_advice (LibraryCase   *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tl_connection_execute (tl_library_get_connection (fixture->library),
                         "ALTER TABLE receipt_file DROP COLUMN record; PRAGMA user_version = 5", &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->path, &error);
  g_assert_no_error (error);

  g_autoptr (TlReceipt) receipt = get_receipt (fixture, 1);
  const TlReceiptFile *file = g_ptr_array_index (receipt->files, 0);

  g_assert_cmpuint (receipt->files->len, ==, N_RECORDS);
  g_assert_cmpint (file->record, ==, 0);
  g_assert_null (file->advice);

  /* Then as those of today. */
  g_clear_object (&fixture->library);
  fixture->library = tl_library_open (fixture->path, &error);
  g_assert_no_error (error);
}

/* Pace */

static void
the_pace_is_told_when_it_can_be_known (void)
{
  TlPace pace = { .began = 0 };
  g_autofree char *early = tl_pace_dup_words (&pace, G_USEC_PER_SEC / 2, 50, 1000);
  g_autofree char *going = tl_pace_dup_words (&pace, 60 * G_USEC_PER_SEC, 200, 800);
  g_autofree char *soon = tl_pace_dup_words (&pace, 60 * G_USEC_PER_SEC, 795, 800);
  g_autofree char *last = tl_pace_dup_words (&pace, 60 * G_USEC_PER_SEC, 800, 800);

  g_assert_cmpstr (early, ==, "");
  g_assert_cmpstr (going, ==, "200 a minute, about 3 minutes left");
  g_assert_cmpstr (soon, ==, "795 a minute, a few seconds left");
  g_assert_cmpstr (last, ==, "800 a minute");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/gathering/" name, LibraryCase, NULL, set_up, func, tear_down)
  ADD ("a-receipt-says-what-became-of-every-file", a_receipt_says_what_became_of_every_file);
  ADD ("a-receipt-that-is-not-there-is-said", a_receipt_that_is_not_there_is_said);
  ADD ("a-stopped-gathering-has-a-receipt-of-what-it-did", a_stopped_gathering_has_a_receipt_of_what_it_did);
  ADD ("a-receipt-says-what-the-rules-have-to-say", a_receipt_says_what_the_rules_have_to_say);
  ADD ("what-was-put-right-is-tried-again", what_was_put_right_is_tried_again);
  ADD ("a-watched-folder-gives-what-is-new-in-it", a_watched_folder_gives_what_is_new_in_it);
  ADD ("a-watched-folder-that-is-gone-stops-nothing", a_watched_folder_that_is_gone_stops_nothing);
  ADD ("a-library-from-before-receipts-gets-what-it-lacks", a_library_from_before_receipts_gets_what_it_lacks);
  ADD ("receipts-of-before-are-read-without-advice", receipts_of_before_are_read_without_advice);
#undef ADD
  g_test_add_func ("/gathering/the-pace-is-told-when-it-can-be-known", the_pace_is_told_when_it_can_be_known);
  return g_test_run ();
}
