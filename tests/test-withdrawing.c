/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking a review out of a library: that nothing of it is left, and that it stays out until it is allowed. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/library/tl-library-tables.h"
#include "model/library/tl-library-texts.h"
#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"
#include "model/questions/tl-themes.h"
#include "tests/gathering-case.h"

static void
count_cb (guint    record,
          gpointer data)
{
  (*(guint *) data)++;
}

/* In how many records words occur; from an index that is made anew if @fresh. */
static guint
find_words (LibraryCase *fixture,
            const char  *words,
            gboolean     fresh)
{
  g_autofree char *path = g_strconcat (fixture->path, "-search", NULL);
  g_autoptr (TlLibraryTexts) texts = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (fresh)
    g_unlink (path);
  texts = tl_library_texts_open (fixture->library, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_library_texts_find (texts, words, count_cb, &n, &error));
  return n;
}

static gboolean
file_has (const char *path,
          const char *words)
{
  g_autofree char *bytes = NULL;
  gsize length = 0, n = strlen (words);

  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return FALSE;
  for (gsize i = 0; i + n <= length; i++)
    if (memcmp (bytes + i, words, n) == 0)
      return TRUE;
  return FALSE;
}

static void
nothing_is_left_of_what_is_withdrawn (LibraryCase   *fixture,
                                      gconstpointer  data)
{
  g_autofree char *review = dup_review (fixture, 3);
  g_autofree char *path = library_case_dup_file (fixture, 3);
  g_autofree char *text = read_file (path);
  g_auto (GStrv) parts = g_strsplit (text, "Generated record", 2);
  g_autofree char *marked = g_strjoin ("Zwieback Generated record", parts[0], parts[1], NULL);
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *search = g_strconcat (fixture->path, "-search", NULL);
  TlThemesQuery query = { .internal = TRUE };
  g_autoptr (TlThemes) before = NULL;
  g_autoptr (TlThemes) after = NULL;
  g_autoptr (GError) error = NULL;

  /* Both revisions go. */
  g_auto (GStrv) revised = g_strsplit (marked, "revision=\"1\"", 2);
  g_autofree char *second = g_strjoin ("revision=\"2\"", revised[0], revised[1], NULL);
  g_autofree char *second_path = write_file (fixture, "second.xml", second);

  tl_library_report_free (add (fixture, second_path));
  g_assert_cmpuint (find_words (fixture, "zwieback", FALSE), ==, 1);
  before = tl_library_themes (fixture->library, &query, NULL);
  g_assert_cmpint (before->columns[0].base, ==, N_RECORDS);

  g_assert_true (tl_library_withdraw (fixture->library, review, "Office", "The board asked for it.", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_records (fixture), ==, N_RECORDS - 1);
  g_assert_cmpuint (find_words (fixture, "zwieback", FALSE), ==, 0);
  after = tl_library_themes (fixture->library, &query, NULL);
  g_assert_cmpint (after->columns[0].base, ==, N_RECORDS - 1);

  /* Of no table a row, and of no file a byte. */
  gint64 left = -1;
  TlConnection *connection = tl_library_get_connection (fixture->library);

  g_assert_true (tl_connection_get_number (connection,
                                           "SELECT (SELECT count(*) FROM factor WHERE key >> 24 IN (4, 13)) "
                                           "+ (SELECT count(*) FROM finding_factors WHERE owner >> 24 IN (4, 13)) "
                                           "+ (SELECT count(*) FROM coding WHERE record IN (4, 13)) "
                                           "+ (SELECT count(*) FROM packed WHERE record IN (4, 13))", &left, NULL));
  g_assert_cmpint (left, ==, 0);
  g_assert_false (file_has (fixture->path, "Zwieback"));
  g_assert_false (file_has (wal, "Zwieback"));
  g_assert_false (file_has (search, "zwieback"));
  g_assert_cmpuint (find_words (fixture, "generated", FALSE), ==, find_words (fixture, "generated", TRUE));

  g_autoptr (GPtrArray) log = tl_library_list_withdrawals (fixture->library, NULL);
  const TlWithdrawal *entry = g_ptr_array_index (log, 0);

  g_assert_cmpuint (log->len, ==, 1);
  g_assert_cmpstr (entry->review, ==, review);
  g_assert_cmpint (entry->revision, ==, 2);
  g_assert_cmpstr (entry->author, ==, "Office");
  g_assert_cmpstr (entry->reason, ==, "The board asked for it.");
  g_assert_cmpint (entry->readmitted, ==, 0);

  g_assert_false (tl_library_withdraw (fixture->library, review, NULL, "Again.", &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
what_is_withdrawn_stays_out_until_it_is_allowed (LibraryCase   *fixture,
                                                 gconstpointer  data)
{
  /* The last one, whose number would be free. */
  g_autofree char *review = dup_review (fixture, N_RECORDS - 1);
  g_autofree char *later = revise (fixture, N_RECORDS - 1, "revision=\"5\"");
  g_autofree char *path = write_file (fixture, "later.xml", later);
  g_autoptr (TlLibraryReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_library_watch (fixture->library, fixture->records, NULL));
  g_assert_true (tl_library_withdraw (fixture->library, review, NULL, "A mistake.", NULL));
  report = add (fixture, path);
  g_assert_cmpuint (report->withdrawn, ==, 1);
  g_assert_cmpuint (report->quarantined->len, ==, 0);
  g_clear_pointer (&report, tl_library_report_free);
  report = gather (fixture);
  g_assert_cmpuint (report->withdrawn, ==, 1);
  g_assert_cmpuint (report->unchanged, ==, N_RECORDS - 1);
  g_clear_pointer (&report, tl_library_report_free);
  report = gather (fixture);
  g_assert_cmpint (report->receipt, ==, 0);
  g_clear_pointer (&report, tl_library_report_free);

  g_assert_true (tl_library_readmit (fixture->library, review, NULL));
  g_assert_false (tl_library_readmit (fixture->library, review, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  report = gather (fixture);
  g_assert_cmpuint (report->added, ==, 1);

  /* With a number that none has had. */
  gint64 number;

  g_assert_true (tl_connection_get_number (tl_library_get_connection (fixture->library),
                                           "SELECT max(number) FROM record", &number, NULL));
  g_assert_cmpint (number, ==, N_RECORDS + 1);
  g_assert_cmpuint (find_words (fixture, "generated", FALSE), ==, N_RECORDS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/withdrawing/" name, LibraryCase, NULL, set_up, func, tear_down)
  ADD ("nothing-is-left-of-what-is-withdrawn", nothing_is_left_of_what_is_withdrawn);
  ADD ("what-is-withdrawn-stays-out-until-it-is-allowed", what_is_withdrawn_stays_out_until_it_is_allowed);
#undef ADD
  return g_test_run ();
}
