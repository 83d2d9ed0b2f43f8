/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chronologies from outside: what is understood, what is refused and why, and what becomes of it in a review. */
#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/exchange/tl-chronology.h"
#include "model/review/tl-history.h"
#include "review-case.h"

static TlChronology *
parse (const char  *text,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  return tl_chronology_parse (bytes, "case.csv", error);
}

static TlChronology *
parse_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  TlChronology *chronology = parse (text, &error);

  g_assert_no_error (error);
  return chronology;
}

static const TlChronologyRow *
get_row (TlChronology *chronology,
         guint         i)
{
  return g_ptr_array_index (chronology->rows, i);
}

static TlRecord *
find_event (TlReview   *review,
            const char *title)
{
  TlRecordList *events = tl_review_get_list (review, "event");

  for (guint i = 0; i < tl_record_list_get_n (events); i++)
    {
      TlRecord *event = tl_record_list_get (events, i);

      if (g_strcmp0 (tl_record_get_text (event, "title"), title) == 0)
        return event;
    }
  return NULL;
}

static guint
count (TlReview   *review,
       const char *kind)
{
  return tl_record_list_get_n (tl_review_get_list (review, kind));
}

static void
columns_are_found_by_their_headings (void)
{
  g_autoptr (TlChronology) chronology
      = parse_good ("Ref No,Agency / Service,DATE OF EVENT,Time:,Significant event,Details,Source of information\n"
                    "1,Health,17/05/2010,14:30,Home visit,Nobody in.,Record p. 3\n"
                    "2,,about May 2009,,Referral,,\n");
  g_autofree char *words = tl_chronology_dup_understood (chronology);
  g_autofree char *date = tl_date_dup_edtf (&get_row (chronology, 0)->date);
  g_autofree char *other = tl_date_dup_edtf (&get_row (chronology, 1)->date);

  g_assert_cmpuint (tl_chronology_count (chronology), ==, 2);
  g_assert_cmpstr (chronology->ignored, ==, "Ref No");
  g_assert_nonnull (strstr (words, "“Significant event” as what happened"));
  g_assert_cmpstr (date, ==, "2010-05-17T14:30");
  g_assert_cmpstr (other, ==, "2009-05~");
}

static void
what_is_not_understood_is_refused_by_line (void)
{
  g_autoptr (TlChronology) chronology = parse_good ("Date,Event\n"
                                                    "the day after,Somebody rings\n"
                                                    "2010,\n"
                                                    "\n"
                                                    "31 February 2010,A visit\n"
                                                    "2010,A year\n"
                                                    ",No date at all\n");

  g_assert_cmpuint (chronology->rows->len, ==, 5);
  g_assert_cmpuint (chronology->n_refused, ==, 3);
  g_assert_cmpuint (get_row (chronology, 0)->line, ==, 2);
  g_assert_true (g_str_has_prefix (get_row (chronology, 0)->refusal, "Date “the day after” is not understood: "));
  g_assert_cmpstr (get_row (chronology, 1)->refusal, ==, "It does not say what happened.");
  g_assert_cmpuint (get_row (chronology, 2)->line, ==, 5);
  g_assert_nonnull (get_row (chronology, 2)->refusal);
  g_assert_null (get_row (chronology, 3)->refusal);
  g_assert_false (get_row (chronology, 4)->dated);
  g_assert_null (get_row (chronology, 4)->refusal);
}

static void
a_chronology_is_one_edit (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChronology) chronology
      = parse_good ("Date,Until,Agency,Role,Event,Detail,Source\n"
                    "2010-05-17,18 May 2010,Health;police,Health visitor 1,Visit,Nobody in.,Record\n"
                    "2010-05-20,,health ,health visitor 1,Another visit,,\n"
                    "nonsense,,Housing,,Not added,,\n"
                    ",,,Midwife,,\"First line\nand a second\",\n");

  g_assert_true (tl_chronology_add (chronology, review, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (review, "event"), ==, 3);
  g_assert_cmpuint (count (review, "agency"), ==, 2);
  g_assert_cmpuint (count (review, "role"), ==, 2);
  g_assert_cmpuint (count (review, "account"), ==, 3);

  TlRecord *visit = find_event (review, "Visit");
  g_assert_cmpstr (tl_record_get_text (visit, "date"), ==, "2010-05-17");
  g_assert_cmpstr (tl_record_get_text (visit, "until"), ==, "2010-05-18");
  g_assert_cmpstr (tl_record_get_text (visit, "detail"), ==, "Nobody in.\n\nSource: Record");
  g_assert_cmpuint (g_strv_length ((GStrv) tl_record_get_list (visit, "agencies")), ==, 2);
  g_assert_cmpstr (tl_record_get_text (find_event (review, "First line"), "detail"), ==, "First line\nand a second");

  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpuint (count (review, "event"), ==, 0);
  g_assert_cmpuint (count (review, "agency"), ==, 0);
  g_assert_null (tl_history_get_undo_label (tl_review_get_history (review)));
}

static void
a_new_role_belongs_to_the_agency_of_its_row (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChronology) chronology = parse_good ("date,agency,role,event\n2010,Police,Officer,Call\n");

  g_assert_true (tl_chronology_add (chronology, review, &error));
  g_assert_cmpstr (tl_record_get_text (tl_record_list_get (tl_review_get_list (review, "role"), 0), "agency"), ==,
                   tl_record_get_id (tl_record_list_get (tl_review_get_list (review, "agency"), 0)));
}

static void
assert_refused (const char *text,
                gsize       length,
                int         code,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (TlChronology) chronology = tl_chronology_parse (bytes, "case.csv", &error);

  g_assert_null (chronology);
  g_assert_error (error, TL_ERROR, code);
  g_assert_true (g_str_has_prefix (error->message, "case.csv"));
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

static void
hostile_tables_are_refused_with_place_and_reason (void)
{
  g_autoptr (GString) long_one = g_string_new ("event\n");

  assert_refused ("", 0, TL_ERROR_INVALID, "nothing");
  assert_refused ("\n\n,,\n", 5, TL_ERROR_INVALID, "nothing");
  assert_refused ("a,b\n1,2\n", 8, TL_ERROR_INVALID, "line 1");
  assert_refused ("event\n\"open", 11, TL_ERROR_INVALID, "line 2");
  assert_refused ("event\n\xff\xfe\n", 9, TL_ERROR_INVALID, "UTF-8");
  assert_refused ("event\na\0b\n", 10, TL_ERROR_INVALID, "UTF-8");
  for (guint i = 0; i <= TL_CHRONOLOGY_MAX_ROWS; i++)
    g_string_append (long_one, "x\n");
  assert_refused (long_one->str, long_one->len, TL_ERROR_TOO_LARGE, "20000");
  g_string_set_size (long_one, TL_CHRONOLOGY_MAX_BYTES + 1);
  assert_refused (long_one->str, long_one->len, TL_ERROR_TOO_LARGE, "16 MB");
}

/* What no XML can hold is not taken in; what a spreadsheet would run is text. */
static void
hostile_cells_are_text (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChronology) chronology
      = parse_good ("event,date\n\"=HYPERLINK(\"\"x\"\")\",2010\n\"<b>&amp;\x01\",2010-02-30\nA\x01" "B,2011\n");

  g_assert_true (tl_chronology_add (chronology, review, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (review, "event"), ==, 2);
  g_assert_nonnull (find_event (review, "=HYPERLINK(\"x\")"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chronology/columns-are-found-by-their-headings", columns_are_found_by_their_headings);
  g_test_add_func ("/chronology/what-is-not-understood-is-refused-by-line", what_is_not_understood_is_refused_by_line);
  g_test_add_func ("/chronology/it-is-added-in-one-edit", a_chronology_is_one_edit);
  g_test_add_func ("/chronology/a-new-role-belongs-to-the-agency-of-its-row",
                   a_new_role_belongs_to_the_agency_of_its_row);
  g_test_add_func ("/chronology/hostile-tables-are-refused-with-place-and-reason",
                   hostile_tables_are_refused_with_place_and_reason);
  g_test_add_func ("/chronology/hostile-cells-are-text", hostile_cells_are_text);
  return g_test_run ();
}
