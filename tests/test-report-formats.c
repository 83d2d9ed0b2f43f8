/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The formats of a report: that each is as it has to be, and that all say the same. */
#include "config.h"

#include <libxml/parser.h>

#include "model/report/tl-report-paper.h"
#include "tests/report-case.h"

/* Formats */

static void
two_runs_give_the_same_bytes (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");

  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint format = 0; format < N_FORMATS; format++)
      {
        g_autoptr (TlReport) one = make_report (review, kind, TL_TIER_BOARD);
        g_autoptr (TlReport) other = make_report (review, kind, TL_TIER_BOARD);
        g_autoptr (GBytes) first = write_report (one, format);
        g_autoptr (GBytes) second = write_report (other, format);

        g_assert_true (g_bytes_equal (first, second));
      }
}

static void
html_needs_nothing_beside_itself (void)
{
  static const char *const forbidden[] = { "<script", "<link", "<img", "url(", "@import", "http://", "https://" };
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autoptr (GBytes) bytes = write_report (report, TL_REPORT_HTML);
  g_autofree char *html = dup_string (bytes);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) id = g_regex_new (" id=\"([^\"]*)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_null (strstr (html, forbidden[i]));
  find_after (html, "<svg");
  for (g_regex_match (id, html, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    g_hash_table_add (ids, g_match_info_fetch (match, 1));
  g_assert_cmpuint (n, >, 50);
  g_assert_cmpuint (g_hash_table_size (ids), ==, n);
}

static char *
dup_without_spaces (const char *text)
{
  g_autoptr (GRegex) spaces = g_regex_new ("[\\s\\x{ad}]+", 0, 0, NULL);

  return g_regex_replace_literal (spaces, text, -1, 0, "", 0, NULL);
}

/* What a program of poppler prints of pages; @program and its options end with %NULL where the path is to stand. */
static char *
dup_printed (GBytes            *bytes,
             const char *const *program,
             const char        *last)
{
  g_autofree char *path = make_path ("report.pdf");
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_strv_builder_addv (arguments, (const char **) program);
  g_strv_builder_add_many (arguments, path, last, NULL);
  g_auto (GStrv) all = g_strv_builder_end (arguments);
  g_spawn_sync (NULL, all, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return out;
}

/* The text of pages in the order in which it was drawn. */
static char *
dup_drawn (GBytes *bytes)
{
  return dup_printed (bytes, (const char *const[]) { "pdftotext", "-raw", "-enc", "UTF-8", NULL }, "-");
}

/* The pages say what the report says, in its order; what stands between is pictures and what stands on every page. A
 * line may end within a word that has a hyphen. */
static void
pages_say_what_the_report_says (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");

  if (!can_read_pdf ())
    {
      g_test_skip ("there is no pdftotext");
      return;
    }
  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      g_autoptr (TlReport) report = make_report (review, kind, TL_TIER_BOARD);
      g_autoptr (GBytes) bytes = write_report (report, TL_REPORT_PDF);
      g_autofree char *drawn = dup_drawn (bytes);
      g_autofree char *pages = dup_without_spaces (drawn);
      g_autofree char *text = tl_report_dup_text (report);
      g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
      const char *rest = pages;

      for (guint i = 0; words[i] != NULL; i++)
        rest = find_after (rest, words[i]);
    }
}

static void
pages_have_structure_and_contents (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autoptr (GBytes) bytes = write_report (report, TL_REPORT_PDF);
  static const char *const tags[] = { "Document", "Sect", "H1", "H2", "H3", "P (", "L (", "LI", "Lbl", "LBody", "Table",
                                      "TR", "TH", "TD", "Figure", "Caption", "Link" };

  if (!can_read_pdf ())
    {
      g_test_skip ("there is no pdftotext");
      return;
    }

  g_autofree char *structure = dup_printed (bytes, (const char *const[]) { "pdfinfo", "-struct", NULL }, NULL);
  g_autofree char *contents
      = dup_printed (bytes, (const char *const[]) { "pdftohtml", "-xml", "-i", "-stdout", NULL }, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    find_after (structure, tags[i]);
  find_after (contents, "<outline>");
}

/* Every style that a text is in is there, by XPath over the two files. */
static void
check_styles (const char *content,
              const char *styles)
{
  g_autoptr (GRegex) used = g_regex_new (" (?:text|table|draw):(?:visited-)?(?:style|master-page)-name=\"([^\"]*)\"", 0,
                                         0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (used, content, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL), n++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *declared = g_strdup_printf ("style:name=\"%s\"", name);

      if (strstr (content, declared) == NULL && strstr (styles, declared) == NULL)
        g_test_message ("there is no style “%s”", name);
      g_assert_true (strstr (content, declared) != NULL || strstr (styles, declared) != NULL);
    }
  g_assert_cmpuint (n, >, 100);
}

static char *
dup_member (GBytes     *bytes,
            const char *name)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  char *data = NULL;

  archive_read_support_format_zip (archive);
  archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  while (data == NULL && archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    if (strcmp (archive_entry_pathname (entry), name) == 0)
      {
        gsize size = (gsize) archive_entry_size (entry);

        data = g_malloc0 (size + 1);
        g_assert_cmpint (archive_read_data (archive, data, size), ==, (gssize) size);
      }
  archive_read_free (archive);
  g_assert_nonnull (data);
  return data;
}

static void
check_well_formed (const char *xml)
{
  xmlDocPtr document = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (document);
  xmlFreeDoc (document);
}

/* What OpenDocument 1.2 part 3 asks of a package: the kind of file first, stored, without extra fields; all listed. */
static void
an_odt_is_as_it_has_to_be (void)
{
  static const char mark[] = "mimetypeapplication/vnd.oasis.opendocument.text";
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autoptr (GBytes) bytes = write_report (report, TL_REPORT_ODT);
  const char *raw = g_bytes_get_data (bytes, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GPtrArray) names = unpack (bytes, all);
  g_autofree char *manifest = dup_member (bytes, "META-INF/manifest.xml");
  g_autofree char *content = dup_member (bytes, "content.xml");
  g_autofree char *styles = dup_member (bytes, "styles.xml");
  g_autofree char *meta = dup_member (bytes, "meta.xml");

  g_assert_cmpmem (raw + 30, sizeof mark - 1, mark, sizeof mark - 1);
  g_assert_cmpint (raw[28] | raw[29], ==, 0);
  g_assert_cmpint (raw[8] | raw[9], ==, 0);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *listed = g_strdup_printf ("manifest:full-path=\"%s\"", (char *) names->pdata[i]);

      if (strcmp (names->pdata[i], "mimetype") != 0 && strcmp (names->pdata[i], "META-INF/manifest.xml") != 0)
        find_after (manifest, listed);
    }
  check_well_formed (manifest);
  check_well_formed (content);
  check_well_formed (styles);
  check_well_formed (meta);
  check_styles (content, styles);
  find_after (content, "<text:h text:outline-level=\"1\" text:style-name=\"Heading_20_page\">");
  find_after (content, "xlink:href=\"Pictures/1.svg\"");
  find_after (content, "<svg:desc>Local strategic: “");
}

static void
an_odt_says_what_the_report_says (void)
{
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      g_autoptr (TlReport) report = make_report (review, kind, TL_TIER_BOARD);
      g_autoptr (GBytes) bytes = write_report (report, TL_REPORT_ODT);
      g_autofree char *odt = dup_extracted (bytes, TL_REPORT_ODT);
      g_autofree char *text = tl_report_dup_text (report);
      g_auto (GStrv) wanted = g_strsplit (text, "\n", -1);

      for (guint i = 0; wanted[i] != NULL; i++)
        if (strstr (odt, wanted[i]) == NULL)
          {
            g_test_message ("report %u has no “%s”", kind, wanted[i]);
            g_test_fail ();
          }
    }
}

/* A text that is longer than pages */
static void
what_is_longer_than_a_page_goes_on (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *finding = tl_edit_add (edit, "finding", NULL, &error);
  g_autofree char *response = tl_edit_add (edit, "response", NULL, &error);
  g_autofree char *action = tl_edit_add (edit, "action", NULL, &error);

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (text, "word%u ", i);
  tl_edit_set (edit, finding, "statement", "A finding", &error);
  tl_edit_set (edit, finding, "in_case", text->str, &error);
  tl_edit_set (edit, response, "to", finding, &error);
  tl_edit_set (edit, action, "response", response, &error);
  tl_edit_set (edit, action, "text", text->str, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autoptr (GBytes) bytes = write_report (report, TL_REPORT_PDF);

  if (!can_read_pdf ())
    {
      g_test_skip ("there is no pdftotext");
      return;
    }

  g_autofree char *pages = dup_extracted (bytes, TL_REPORT_PDF);

  for (guint i = 0; i < 4000; i += 37)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);
      const char *first = find_after (pages, word);

      find_after (first, word);
    }
}

/* The part of a page that has something on it, as drawn by itself on paper that knows no structure. */
static void
measure_page (TlReportPaper *paper,
              guint          page,
              double         ink[4])
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_report_paper_draw (paper, page, cr, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, &ink[0], &ink[1], &ink[2], &ink[3]);
  cairo_surface_destroy (surface);
}

static void
pages_are_drawn_in_any_order_on_any_paper (void)
{
  const double width = 420, height = 595; /* A5 */
  g_autoptr (TlReview) review = open_sample ("fictional-review.xml");
  g_autoptr (TlReport) report = make_report (review, TL_REPORT_BOARD, TL_TIER_BOARD);
  g_autoptr (TlReportPaper) usual = tl_report_paper_new (report, 0, 0, NULL);
  g_autoptr (TlReportPaper) small = tl_report_paper_new (report, width, height, NULL);
  guint n = tl_report_paper_get_n_pages (small);

  g_assert_cmpuint (tl_report_paper_get_n_pages (usual), >, 3);
  g_assert_cmpuint (n, >, tl_report_paper_get_n_pages (usual));
  for (guint i = n; i-- > 0;)
    {
      double ink[4], again[4];

      measure_page (small, i, ink);
      measure_page (small, i, again);
      g_assert_cmpfloat (ink[0], >=, 0);
      g_assert_cmpfloat (ink[1], >=, 0);
      g_assert_cmpfloat (ink[0] + ink[2], <=, width);
      g_assert_cmpfloat (ink[1] + ink[3], <=, height);
      g_assert_cmpfloat (ink[3], >, 0);
      g_assert_cmpmem (ink, sizeof ink, again, sizeof again);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/report-formats/two-runs-give-the-same-bytes", two_runs_give_the_same_bytes);
  g_test_add_func ("/report-formats/html-needs-nothing-beside-itself", html_needs_nothing_beside_itself);
  g_test_add_func ("/report-formats/pages-say-what-the-report-says", pages_say_what_the_report_says);
  g_test_add_func ("/report-formats/pages-have-structure-and-contents", pages_have_structure_and_contents);
  g_test_add_func ("/report-formats/an-odt-is-as-it-has-to-be", an_odt_is_as_it_has_to_be);
  g_test_add_func ("/report-formats/an-odt-says-what-the-report-says", an_odt_says_what_the_report_says);
  g_test_add_func ("/report-formats/what-is-longer-than-a-page-goes-on", what_is_longer_than_a_page_goes_on);
  g_test_add_func ("/report-formats/pages-are-drawn-in-any-order-on-any-paper",
                   pages_are_drawn_in_any_order_on_any_paper);
  return g_test_run ();
}
