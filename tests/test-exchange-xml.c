/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reviews leave and come back: the same in the transfer tier, with nothing that identifies in the learning tier. */
#include "config.h"

#include "model/exchange/tl-import.h"
#include "model/exchange/tl-xml-reader.h"
#include "model/exchange/tl-xml-writer.h"
#include "model/words/tl-trace.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-data.h"
#include "model/review/tl-edit.h"
#include "model/review/tl-review-names.h"
#include "tests/support/tl-generate.h"

static char *
temporary (const char *name)
{
  g_mkdir_with_parents (g_get_user_runtime_dir (), 0700);
  return g_build_filename (g_get_user_runtime_dir (), name, NULL);
}

static TlReview *
open_review (const char *path)
{
  g_autoptr (GError) error = NULL;
  TlReview *review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return review;
}

static GBytes *
export_bytes (const char       *path,
              TlTier            tier,
              TlExportOptions   options,
              TlExportReport  **report)
{
  g_autoptr (TlReview) review = open_review (path);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  tl_export_xml (review, tier, options, stream, report, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, &error);
  g_assert_no_error (error);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
import_bytes (GBytes     *bytes,
              const char *path)
{
  g_autoptr (GError) error = NULL;

  tl_import_xml_bytes (bytes, "test.xml", path, "Tester", TL_IMPORT_DEFAULT, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Two files by their texts, so that a difference is shown where it is. */
static void
assert_same (GBytes *a,
             GBytes *b)
{
  if (g_bytes_equal (a, b))
    return;

  g_autofree char *one = g_strndup (g_bytes_get_data (a, NULL), g_bytes_get_size (a));
  g_autofree char *other = g_strndup (g_bytes_get_data (b, NULL), g_bytes_get_size (b));
  g_auto (GStrv) ones = g_strsplit (one, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);

  for (guint i = 0; ones[i] != NULL && others[i] != NULL; i++)
    g_assert_cmpstr (ones[i], ==, others[i]);
  g_assert_cmpuint (g_strv_length (ones), ==, g_strv_length (others));
  g_assert_not_reached ();
}

/* All but the kinds that leave in no tier. */
static void
assert_same_records (const char *path,
                     const char *other_path)
{
  g_autoptr (TlReview) one = open_review (path);
  g_autoptr (TlReview) other = open_review (other_path);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      TlRecordList *list = tl_review_get_list (one, kind->name);
      guint n = kind->tier == TL_TIER_NEVER ? 0 : tl_record_list_get_n (list);

      g_assert_cmpuint (n, ==, tl_record_list_get_n (tl_review_get_list (other, kind->name)));
      for (guint j = 0; j < n; j++)
        {
          TlRecord *record = tl_record_list_get (list, j);
          TlRecord *found = tl_review_lookup (other, tl_record_get_id (record));

          g_assert_nonnull (found);
          g_assert_true (tl_record_equal (record, found));
        }
    }
}

static void
check_round_trip (const char *path)
{
  g_autofree char *again = temporary ("again.throughline");
  g_autoptr (GBytes) first = export_bytes (path, TL_TIER_TRANSFER, TL_EXPORT_WITH_IDENTITIES, NULL);
  g_autoptr (GBytes) repeated = export_bytes (path, TL_TIER_TRANSFER, TL_EXPORT_WITH_IDENTITIES, NULL);

  assert_same (first, repeated);
  import_bytes (first, again);
  assert_same_records (path, again);

  g_autoptr (GBytes) second = export_bytes (again, TL_TIER_TRANSFER, TL_EXPORT_WITH_IDENTITIES, NULL);
  assert_same (first, second);
  g_assert_cmpint (g_unlink (again), ==, 0);
}

static void
comes_back_the_same (const char *sample_name)
{
  g_autofree char *name = g_strdup_printf ("samples/%s.xml", sample_name);
  g_autofree char *path = temporary ("sample.throughline");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) sample = tl_data_load (name, &error);

  g_assert_no_error (error);
  import_bytes (sample, path);
  check_round_trip (path);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* A sample that is read is written as it was: the files that ship are canonical. */
static void
is_canonical (const char *sample_name)
{
  g_autofree char *name = g_strdup_printf ("samples/%s.xml", sample_name);
  g_autofree char *path = temporary ("sample.throughline");
  g_autoptr (GBytes) sample = tl_data_load (name, NULL);

  import_bytes (sample, path);
  g_autoptr (GBytes) written = export_bytes (path, TL_TIER_TRANSFER, TL_EXPORT_WITH_IDENTITIES, NULL);
  assert_same (sample, written);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
for_each_sample (void (*function) (const char *sample_name))
{
  g_auto (GStrv) samples = tl_data_list ("samples", ".xml");

  g_assert_cmpuint (g_strv_length (samples), >=, 3);
  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_test_message ("%s", samples[i]);
      function (samples[i]);
    }
}

static void
every_sample_comes_back_the_same (void)
{
  for_each_sample (comes_back_the_same);
}

static void
every_sample_is_canonical (void)
{
  for_each_sample (is_canonical);
}

static void
generated_reviews_come_back_the_same (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autofree char *path = temporary ("generated.throughline");
      g_autoptr (GPtrArray) planted = tl_generate_review (path, seed, 6);

      check_round_trip (path);
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

static gboolean
occurs (const char *haystack,
        const char *needle)
{
  return strstr (haystack, needle) != NULL;
}

/* Not even to another reviewer: what a reviewer was asked about a word, and said, is theirs. */
static void
nothing_of_the_guard_leaves (void)
{
  g_autofree char *path = temporary ("guard.throughline");
  g_autoptr (GPtrArray) planted = tl_generate_review (path, 12, 5);
  g_autoptr (GBytes) bytes = export_bytes (path, TL_TIER_TRANSFER, TL_EXPORT_WITH_IDENTITIES, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *output = g_utf8_strdown (text, -1);
  guint n_kept = 0, n_other = 0;

  for (guint i = 0; i < planted->len; i++)
    {
      const TlPlanted *one = planted->pdata[i];
      gboolean is_kept = strcmp (one->kind->name, "kept_wording") == 0;

      g_assert_true (!is_kept || !occurs (output, one->marker));
      n_kept += is_kept;
      n_other += !is_kept && occurs (output, one->marker);
    }
  g_assert_false (occurs (output, "<kept_wording"));
  g_assert_cmpuint (n_kept, >, 0);
  g_assert_cmpuint (n_other, >, 0);
}

static void
dates_leave_as_months_from_the_index_event (void)
{
  g_autofree char *path = temporary ("months.throughline");
  g_autoptr (GBytes) sample = tl_data_load ("samples/fictional-review.xml", NULL);

  import_bytes (sample, path);
  g_autoptr (TlReview) review = open_review (path);
  g_autoptr (GBytes) bytes = export_bytes (path, TL_TIER_LEARNING, TL_EXPORT_DEFAULT, NULL);
  g_autoptr (TlXmlFile) file = tl_xml_read_bytes (bytes, "learning.xml", NULL, NULL, NULL);
  guint n = 0;

  g_assert_nonnull (file);
  for (guint i = 0; i < file->records->len; i++)
    {
      const TlPlainRecord *record = file->records->pdata[i];

      if (strcmp (record->kind->name, "episode") == 0)
        n += tl_plain_record_get (record, "start")->type == TL_VALUE_INTEGER;
      if (strcmp (record->kind->name, "review") == 0)
        {
          g_assert_cmpint (tl_plain_record_get (record, "index_event")->type, ==, TL_VALUE_UNSET);
          g_assert_cmpstr (tl_plain_record_get (record, "board_pseudonym")->text, ==,
                           tl_record_get_text (tl_review_get_subject (review), "board_pseudonym"));
        }
    }
  g_assert_cmpuint (n, >, 0);
}

static void
the_report_names_what_stays_and_why (void)
{
  g_autofree char *path = temporary ("report.throughline");
  g_autoptr (GPtrArray) planted = tl_generate_review (path, 7, 8);
  g_autoptr (TlExportReport) report = NULL;
  g_autoptr (GBytes) bytes = export_bytes (path, TL_TIER_LEARNING, TL_EXPORT_DEFAULT, &report);
  guint n[TL_WITHHELD_UNKNOWN_KEY + 1] = { 0 };

  for (guint i = 0; i < report->withheld->len; i++)
    {
      g_autofree char *sentence = tl_withheld_dup_sentence (report->withheld->pdata[i]);

      g_assert_nonnull (sentence);
      n[((TlWithheld *) report->withheld->pdata[i])->reason]++;
    }
  g_assert_cmpuint (n[TL_WITHHELD_KIND], >, 0);
  g_assert_cmpuint (n[TL_WITHHELD_FIELD], >, 0);
  g_assert_cmpuint (n[TL_WITHHELD_UNRELEASED], >, 0);
  g_assert_cmpuint (n[TL_WITHHELD_NAME], >, 0);
  g_assert_cmpuint (n[TL_WITHHELD_DAY], >, 0);
}

static void
identities_leave_only_when_asked_for (void)
{
  g_autofree char *path = temporary ("identities.throughline");
  g_autoptr (GPtrArray) planted = tl_generate_review (path, 11, 3);
  g_autoptr (GBytes) without = export_bytes (path, TL_TIER_TRANSFER, TL_EXPORT_DEFAULT, NULL);
  g_autoptr (GBytes) with = export_bytes (path, TL_TIER_TRANSFER, TL_EXPORT_WITH_IDENTITIES, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (without, NULL), g_bytes_get_size (without));
  g_autofree char *whole = g_strndup (g_bytes_get_data (with, NULL), g_bytes_get_size (with));
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_review (path);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_assert_false (occurs (text, "<identity "));
  g_assert_true (occurs (whole, "<identity "));
  g_assert_false (tl_export_xml (review, TL_TIER_LEARNING, TL_EXPORT_WITH_IDENTITIES, stream, NULL, NULL, &error));
  g_assert_nonnull (error);
}

static void
names_are_found_however_they_are_written (void)
{
  static const char *const found[] = {
    "then Kayleigh came",  "KAYLEIGH", "kayleigh’s mother", "the Okonjo-Brown family", "José",
    "Kay\u00adleigh",      "Kay\u200bleigh", "kayleigh07", "OBrien", "O'Brien", "OKONJOBROWN",
    "jose was told",       "by Ed.",   "the Okonjos",                  "St Anne’s Primary School",
  };
  static const char *const not_found[] = {
    "the school was told", "a primary care team", "kay was not", "educated", "brownish", "the trust between them",
  };
  g_autoptr (TlNames) names = tl_names_new ();

  tl_names_add (names, "Kayleigh Okonjo-Brown");
  tl_names_add (names, "José Okonjo\nEd");
  tl_names_add (names, "St Anne’s Primary School");
  tl_names_add (names, "Mary O’Brien");
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *name = tl_names_find (names, found[i]);
      g_test_message ("%s: %s", found[i], name);
      g_assert_nonnull (name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_found); i++)
    {
      g_autofree char *name = tl_names_find (names, not_found[i]);
      g_assert_cmpstr (name, ==, NULL);
    }
}

static void
days_are_found_however_they_are_written (void)
{
  static const char *const found[] = {
    "3 April",       "on the 3rd of April",  "3-Apr-10",         "3\u00a0April 2010", "the third of April",
    "April the 3rd", "April 3, 2010",        "Twenty-first May", "3/4/2010",          "3 / 4 / 10",
    "2010-04-03",    "2010-04-03T10:00:00Z", "2010/4/3",         "03.04.10",          "3April",
  };
  static const char *const not_found[] = {
    "April 2010", "in May", "2010", "a third of them", "3 of 4", "13 children", "1/2 of 3", "version 1.2.3", "24/7",
  };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *day = tl_text_find_date (found[i]);
      g_test_message ("%s: %s", found[i], day);
      g_assert_nonnull (day);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_found); i++)
    {
      g_autofree char *day = tl_text_find_date (not_found[i]);
      g_assert_cmpstr (day, ==, NULL);
    }
}

static void
what_reaches_a_person_is_found (void)
{
  static const char *const found[] = {
    "rang 020 7946 0018",  "07700 900123",  "+44 7700 900 123", "(01632) 960 001", "at AB12 3XY", "w1a1aa",
    "NHS number 943 476 5919", "9434765919", "qq 12 34 56 c",   "write to a.b@example.org",
  };
  static const char *const not_found[] = {
    "in 2010 and 2011", "0.5 of 100", "12 of 300 children", "section 47", "B2 form", "1,234,567", "0 to 18 years", "@",
  };

  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *contact = tl_text_find_contact (found[i]);
      g_test_message ("%s: %s", found[i], contact);
      g_assert_nonnull (contact);
    }
  for (guint i = 0; i < G_N_ELEMENTS (not_found); i++)
    {
      g_autofree char *contact = tl_text_find_contact (not_found[i]);
      g_assert_cmpstr (contact, ==, NULL);
    }
}

static gboolean
keep (const TlXmlHeader  *header,
      TlPlainRecord      *record,
      void               *data,
      GError            **error)
{
  g_ptr_array_add (data, record);
  return TRUE;
}

static void
records_hold_until_the_next_file_where_that_is_asked_for (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples", "fictional-review.xml",
                                            NULL);
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (TlXmlFile) file = tl_xml_read_path (path, NULL, NULL, &error);

  g_assert_no_error (error);
  tl_xml_reader_keep_records (reader);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) problems = tl_problems_new ();
      g_autoptr (GPtrArray) kept = g_ptr_array_new ();

      g_assert_true (tl_xml_reader_read_path (reader, path, keep, kept, problems, NULL, &error));
      g_assert_cmpuint (kept->len, ==, file->records->len);
      for (guint i = 0; i < kept->len; i++)
        {
          const TlPlainRecord *record = kept->pdata[i], *same = file->records->pdata[i];

          g_assert_true (record->kind == same->kind);
          g_assert_cmpstr (record->id, ==, same->id);
          g_assert_cmpuint (record->line, ==, same->line);
          for (guint j = 0; j < record->kind->n_fields; j++)
            g_assert_true (tl_value_equal (&record->values[j], &same->values[j]));
        }
    }
}

/* Most texts have no figure, and then nothing but a word can say the day. */
static void
days_are_found_by_any_ordinal (void)
{
  static const char *const ordinals[] = {
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty second", "twentythird", "thirtieth", "Thirty-First",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ordinals); i++)
    {
      g_autofree char *before = g_strdup_printf ("It was the %s of May.", ordinals[i]);
      g_autofree char *after = g_strdup_printf ("may the %s", ordinals[i]);
      g_autofree char *one = tl_text_find_date (before);
      g_autofree char *other = tl_text_find_date (after);
      g_autofree char *none = tl_text_find_date (ordinals[i]);

      g_assert_nonnull (one);
      g_assert_nonnull (other);
      g_assert_null (none);
    }
}

/* Texts are looked at in stretches before they are read, and long ones in blocks. */
static void
traces_are_found_wherever_they_stand (void)
{
  static const char *const traces[] = {
    "the first of January", "FIRST OF FEBRUARY", "first of March", "april the first", "the fifth of may",
    "June the ninth", "first of July", "the tenth of AUG", "September the first", "first of October",
    "the sixth of nov", "Dec the third", "a@b.uk", "5/4/11", "07700 900123",
  };

  for (guint i = 0; i < G_N_ELEMENTS (traces); i++)
    for (guint n_before = 0; n_before < 600; n_before += n_before == 70 ? 400 : 1)
      {
        g_autofree char *before = g_strnfill (n_before, n_before % 2 == 0 ? ' ' : '.');
        g_autofree char *text = g_strdup_printf ("%s%s%s", before, traces[i], i % 2 == 0 ? "" : " and so on");
        g_autofree char *day = tl_text_find_date (text);
        g_autofree char *contact = tl_text_find_contact (text);

        g_assert_true (day != NULL || contact != NULL);
      }
}

/* A board is known to the nation by its pseudonym alone. */
static void
the_board_and_its_reference_stay (void)
{
  static const char *const held[] = {
    "the Eastmarsh board heard", "Eastmarsh Safeguarding Children Board", "as in ESCB/2012/03", "Norbury’s board too",
  };
  static const char *const free_to_go[] = {
    "safeguarding children boards", "the local board", "in 2012", "a case with the team", "3 of 12",
  };
  g_autofree char *path = temporary ("board.throughline");
  g_autoptr (GPtrArray) planted = tl_generate_review (path, 5, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  TlEdit *edit = tl_edit_begin (review, "the board", &error);
  const char *id = tl_record_get_id (tl_review_get_subject (review));

  tl_edit_set (edit, id, "board", "Eastmarsh Safeguarding Children Board", &error);
  g_assert_no_error (error);
  tl_edit_set (edit, id, "reference", "ESCB/2012/03", &error);
  g_assert_no_error (error);

  g_autofree char *reviewer = tl_edit_add (edit, "reviewer", NULL, &error);

  g_assert_no_error (error);
  tl_edit_set (edit, reviewer, "boards", "Norbury", &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  g_autoptr (TlNames) names = tl_review_collect_names (review);

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    {
      g_autofree char *name = tl_names_find (names, held[i]);
      g_test_message ("%s: %s", held[i], name);
      g_assert_nonnull (name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (free_to_go); i++)
    {
      g_autofree char *name = tl_names_find (names, free_to_go[i]);
      g_assert_cmpstr (name, ==, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/xml/every-sample-comes-back-the-same", every_sample_comes_back_the_same);
  g_test_add_func ("/exchange/xml/every-sample-is-canonical", every_sample_is_canonical);
  g_test_add_func ("/exchange/xml/generated-reviews-come-back-the-same", generated_reviews_come_back_the_same);
  g_test_add_func ("/exchange/xml/nothing-of-the-guard-leaves", nothing_of_the_guard_leaves);
  g_test_add_func ("/exchange/xml/dates-leave-as-months-from-the-index-event",
                   dates_leave_as_months_from_the_index_event);
  g_test_add_func ("/exchange/xml/the-report-names-what-stays-and-why", the_report_names_what_stays_and_why);
  g_test_add_func ("/exchange/xml/identities-leave-only-when-asked-for", identities_leave_only_when_asked_for);
  g_test_add_func ("/exchange/xml/names-are-found-however-they-are-written", names_are_found_however_they_are_written);
  g_test_add_func ("/exchange/xml/days-are-found-however-they-are-written", days_are_found_however_they_are_written);
  g_test_add_func ("/exchange/xml/what-reaches-a-person-is-found", what_reaches_a_person_is_found);
  g_test_add_func ("/exchange/xml/records-hold-until-the-next-file-where-that-is-asked-for",
                   records_hold_until_the_next_file_where_that_is_asked_for);
  g_test_add_func ("/exchange/xml/days-are-found-by-any-ordinal", days_are_found_by_any_ordinal);
  g_test_add_func ("/exchange/xml/traces-are-found-wherever-they-stand", traces_are_found_wherever_they_stand);
  g_test_add_func ("/exchange/xml/the-board-and-its-reference-stay", the_board_and_its_reference_stay);
  return g_test_run ();
}
