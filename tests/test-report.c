/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reports: what stands in them and in which order, and that a stylesheet of somebody’s own can do no harm. */
#include "config.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "tests/report-case.h"

static void
findings_come_first (void)
{
  static const char *const order[] = {
    "Child A and Child B, Harrowmere", "What the review found", "The words in which worries are passed",
    "Counting days to the end of an assessment", "Finding 1 · Working together on incidents and crises",
    "The reviewers hold this for certain.", "How did the issue feature in this case?",
    "A head teacher spoke for ten minutes", "What makes it underlying?", "How widespread and prevalent is it?",
    "How do we know? Data or audit; Knowledge of the review team; Knowledge of the case group.",
    "What does it mean for the reliability of the system?", "Questions for the board",
    "The why behind the finding: ", "Board’s response", "Accepted, 14 March 2013", "Structure or design of the work",
    "characters: within a page.", "Finding 2 · ", "What is done about it", "Training or reminder\n1 of 7",
    "About the case", "Terms of reference", "How the review was done", "Who reviewed", "Lead reviewer 1",
    "What it rests on", "What was looked for", "Looked for and not found", "The pictures in words",
    "contributed to by “", "Acronyms", "tier “board”",
  };
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autofree char *text = tl_report_dup_text (report);
  const char *rest = text;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    rest = find_after (rest, order[i]);
}

static void
acronyms_are_expanded_once (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *acronym = tl_edit_add (edit, "acronym", NULL, &error);
  g_autofree char *told = tl_edit_add (edit, "acronym", NULL, &error);
  g_autofree char *finding = tl_edit_add (edit, "finding", NULL, &error);

  tl_edit_set (edit, acronym, "short", "MARAC", &error);
  tl_edit_set (edit, acronym, "long", "Multi-agency risk assessment conference", &error);
  tl_edit_set (edit, told, "short", "GP", &error);
  tl_edit_set (edit, told, "long", "General practitioner", &error);
  tl_edit_set (edit, finding, "in_case", "MARACs met. The MARAC wrote. MARACK is no acronym.", &error);
  tl_edit_set (edit, finding, "underlying", "The general practitioner (GP) was told, and the GP wrote.", &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autofree char *text = tl_report_dup_text (report);

  find_after (text, "MARACs (Multi-agency risk assessment conference) met. The MARAC wrote. MARACK is no acronym.");
  find_after (text, "The general practitioner (GP) was told, and the GP wrote.");
}

static void
prose_becomes_paragraphs_and_lists (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);

  set_field (review, tl_record_get_id (tl_review_get_subject (review)), "scope",
             "First paragraph\nwith two lines.\n\n1. One\n2. Two\n\n- a\n- b");

  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autoptr (GBytes) bytes = write_report (report, TL_REPORT_HTML);
  g_autofree char *html = dup_string (bytes);

  find_after (html, "<p>First paragraph<br>with two lines.</p>\n<ol>\n<li>One</li>\n<li>Two</li></ol>\n"
                    "<ul>\n<li>a</li>\n<li>b</li></ul>");
}

static void
terminology_can_be_chosen (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (GPtrArray) exports = make_exports (review, TL_TIER_BOARD);
  const TlReportOptions options = { .kind = TL_REPORT_ANNUAL, .profile = "wales", .date = "2013-04-02" };
  const TlReportOptions none = { .kind = TL_REPORT_ANNUAL, .profile = "nowhere" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReport) report = tl_report_new (exports, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *text = tl_report_dup_text (report);

  g_assert_null (strstr (text, "LSCB"));
  find_after (text, "2 April 2013");
  g_assert_null (tl_report_new (exports, &none, NULL, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

static void
an_extract_is_of_several_reviews (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (TlReview) other = open_sample ("munro-recommendations.xml");
  g_autoptr (GPtrArray) exports = make_exports (review, TL_TIER_BOARD);
  const TlReportOptions options = { .kind = TL_REPORT_ANNUAL }, wrong = { .kind = TL_REPORT_BOARD };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (exports, tl_export_new (other, TL_TIER_BOARD, TL_EXPORT_DEFAULT, &error));

  g_autoptr (TlReport) report = tl_report_new (exports, &options, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  g_autofree char *text = tl_report_dup_text (report);
  const char *rest = find_after (text, "Chief executive of the council; Leader of the council; Police and crime "
                                       "commissioner; Chair of the health and wellbeing board");

  rest = find_after (rest, "2 reviews led to 5 findings, 4 responses and 7 actions.");
  rest = find_after (rest, "1. The words in which worries are passed");
  rest = find_after (rest, "Early help");
  find_after (rest, "At first: Accepted in principle. Now: Rejected.");
  g_assert_null (tl_report_new (exports, &wrong, NULL, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
}

/* A summary never has more than a card holds, whatever there is to say. */
static void
a_summary_fits (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (GString) endless = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);

  for (guint i = 0; i < 3000; i++)
    g_string_append (endless, "ä word ");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = tl_edit_add (edit, "finding", NULL, &error);
      g_autofree char *statement = g_strdup_printf ("Finding %u says that one thing leads to another thing.", i);

      tl_edit_set (edit, id, "statement", statement, &error);
    }
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  for (guint step = 0; step < 3; step++)
    {
      g_autoptr (TlReport) report = make_report (review, TL_REPORT_SUMMARY, TL_TIER_BOARD);
      g_autofree char *text = tl_report_dup_text (report);
      g_autofree char *cut = g_strndup (endless->str, 3900);
      g_autofree char *title = g_utf8_make_valid (cut, -1);

      g_assert_cmpint (g_utf8_strlen (text, -1), <=, 2400);
      g_assert_cmpint (g_utf8_strlen (text, -1), >, 1500);
      if (step < 2)
        find_after (text, "Left out to keep to 2400 characters: ");
      set_field (review, tl_record_get_id (tl_review_get_subject (review)), step == 0 ? "summary" : "title",
                 step == 0 ? endless->str : title);
    }
}

static void
nothing_at_all_is_a_report_too (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);

  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint format = 0; format < N_FORMATS; format++)
      {
        g_autoptr (TlReport) report = make_report (review, kind, TL_TIER_PUBLIC);
        g_autoptr (GBytes) bytes = write_report (report, format);

        g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
      }
}

/* Stylesheets of somebody's own */

static void
put_style (const char *name,
           const char *body)
{
  g_autofree char *path = g_strconcat ("reports/", name, NULL);
  g_autofree char *style
      = g_strdup_printf ("<xsl:stylesheet version=\"1.0\" xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\">%s"
                         "</xsl:stylesheet>", body);
  g_autoptr (GBytes) bytes = g_bytes_new (style, strlen (style));
  g_autoptr (GError) error = NULL;

  tl_data_save (path, bytes, &error);
  g_assert_no_error (error);
}

static void
assert_refused (TlReview   *review,
                const char *body,
                const char *because)
{
  g_autoptr (GPtrArray) exports = make_exports (review, TL_TIER_BOARD);
  const TlReportOptions options = { .kind = TL_REPORT_SUMMARY };
  g_autoptr (GError) error = NULL;

  put_style ("summary.xsl", body);
  g_assert_null (tl_report_new (exports, &options, NULL, NULL, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  find_after (error->message, "summary.xsl");
  find_after (error->message, because);
}

static void
a_style_of_ones_own_goes_before (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);

  put_style ("summary.xsl", "<xsl:template match=\"/\"><html><body><p>Ours, <xsl:value-of select=\"//*[local-name() = "
                            "'title']\"/></p></body></html></xsl:template>");

  g_autoptr (TlReport) report = make_report (review, TL_REPORT_SUMMARY, TL_TIER_BOARD);
  g_autofree char *text = tl_report_dup_text (report);

  g_assert_cmpstr (text, ==, "Ours, A case\n");
}

static void
a_style_can_do_no_harm (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *secret = make_path ("secret.xml");
  g_autofree char *target = make_path ("target.xml");
  g_autofree char *reads
      = g_strdup_printf ("<xsl:template match=\"/\"><html><body><p><xsl:value-of select=\"document('%s')\"/></p></body>"
                         "</html></xsl:template>", secret);
  g_autofree char *writes
      = g_strdup_printf ("<xsl:template match=\"/\"><html/><exsl:document xmlns:exsl=\"http://exslt.org/common\" "
                         "href=\"%s\"><a/></exsl:document></xsl:template>", target);

  g_assert_true (g_file_set_contents (secret, "<a>SECRET</a>", -1, NULL));
  assert_refused (review, reads, "");
  assert_refused (review, "<xsl:template match=\"/\"><xsl:call-template name=\"again\"/></xsl:template>"
                          "<xsl:template name=\"again\"><xsl:call-template name=\"again\"/></xsl:template>", "");
  assert_refused (review, "<xsl:template match=\"/\">", "line 1");
  assert_refused (review, "<xsl:template match=\"[\"/>", "");
  assert_refused (review, "<xsl:template match=\"/\"/>", "");
  put_style ("summary.xsl", writes);

  g_autoptr (GPtrArray) exports = make_exports (review, TL_TIER_BOARD);
  const TlReportOptions options = { .kind = TL_REPORT_SUMMARY };
  g_autoptr (TlReport) report = tl_report_new (exports, &options, NULL, NULL, NULL, NULL);

  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
what_is_cancelled_ends (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (GPtrArray) exports = make_exports (review, TL_TIER_BOARD);
  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  const TlReportOptions options = { .kind = TL_REPORT_BOARD };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_report_new (exports, &options, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  for (guint format = 0; format < N_FORMATS; format++)
    {
      g_clear_error (&error);
      g_assert_null (tl_report_write (report, format, NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
progress_is_told (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (GPtrArray) exports = make_exports (review, TL_TIER_BOARD);
  const TlReportOptions options = { .kind = TL_REPORT_BOARD };
  double last = 0;
  g_autoptr (TlReport) report = tl_report_new (exports, &options, progress_cb, &last, NULL, NULL);

  g_assert_cmpfloat (last, ==, 1);
  last = 0;
  g_autoptr (GBytes) bytes = tl_report_write (report, TL_REPORT_PDF, progress_cb, &last, NULL, NULL);
  g_assert_cmpfloat (last, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report/findings-come-first", findings_come_first);
  g_test_add_func ("/report/acronyms-are-expanded-once", acronyms_are_expanded_once);
  g_test_add_func ("/report/prose-becomes-paragraphs-and-lists", prose_becomes_paragraphs_and_lists);
  g_test_add_func ("/report/terminology-can-be-chosen", terminology_can_be_chosen);
  g_test_add_func ("/report/an-extract-is-of-several-reviews", an_extract_is_of_several_reviews);
  g_test_add_func ("/report/a-summary-fits", a_summary_fits);
  g_test_add_func ("/report/nothing-at-all-is-a-report-too", nothing_at_all_is_a_report_too);
  g_test_add_func ("/report/a-style-of-ones-own-goes-before", a_style_of_ones_own_goes_before);
  g_test_add_func ("/report/a-style-can-do-no-harm", a_style_can_do_no_harm);
  g_test_add_func ("/report/what-is-cancelled-ends", what_is_cancelled_ends);
  g_test_add_func ("/report/progress-is-told", progress_is_told);
  return g_test_run ();
}
