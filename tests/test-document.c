/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents as text: what a person would read of each format, its pages, and what is said of what was left out. */
#include "config.h"

#include "tests/document-case.h"

#include <glib/gstdio.h>

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

/* Plain text */

static void
plain_text_stays_as_it_is (void)
{
  static const char text[] = "Minutes\n\n  1. A line \t with a tab.\nZoë – “quoted”\n";
  g_autoptr (TlDocument) document = read_text (text, -1, "minutes of may.txt");

  g_assert_cmpstr (document->text, ==, text);
  g_assert_cmpstr (document->title, ==, "minutes of may");
  g_assert_null (document->date);
  g_assert_cmpuint (document->notes->len, ==, 0);
  assert_pages (document, "");

  g_autofree char *digest = tl_text_digest (text);

  g_assert_cmpstr (document->digest, ==, digest);
}

static void
encodings_are_found_out_or_said (void)
{
  g_autoptr (TlDocument) western = read_text ("Zo\xeb \x96 \x93it\x94 \x80\x35", -1, "a.txt");
  g_autoptr (TlDocument) marked = read_text ("\xef\xbb\xbfZo\xc3\xab", -1, "a.txt");
  g_autoptr (TlDocument) little = read_text ("\xff\xfeZ\0o\0\xeb\0\x3d\xd8\x36\xde", 12, "a.txt");
  g_autoptr (TlDocument) big = read_text ("\xfe\xff\0Z\0o\0\xeb\xd8\x3d\xde\x36", 12, "a.txt");
  g_autoptr (TlDocument) broken = read_text ("\xff\xfe\x36\xdeZ\0\x3d\xd8", 8, "a.txt");
  g_autoptr (TlDocument) cut = read_text ("na\xc3\xafve Zo\xc3", -1, "a.txt");

  g_assert_cmpstr (western->text, ==, "Zoë – “it” €5");
  g_assert_true (has_note (western, "Windows-1252"));
  g_assert_cmpstr (marked->text, ==, "Zoë");
  g_assert_cmpuint (marked->notes->len, ==, 0);
  g_assert_cmpstr (little->text, ==, "Zoë😶");
  g_assert_cmpstr (big->text, ==, "Zoë😶");
  g_assert_cmpstr (broken->text, ==, "�Z�");
  g_assert_cmpstr (cut->text, ==, "naïve Zo�");
  g_assert_true (has_note (cut, "no characters"));
}

static void
form_feeds_of_a_text_are_pages (void)
{
  g_autoptr (TlDocument) document = read_text ("Zoë\n\fTwo\r\n\f\fFour\n\f", -1, "a.txt");

  g_assert_cmpstr (document->text, ==, "Zoë\nTwo\nFour\n");
  assert_pages (document, "0 4 8 8");
}

/* Markdown */

static void
markdown_keeps_its_marks_but_not_its_escapes (void)
{
  static const char text[] = "---\ntitle: \"A visit\"\ndate: 2009-05-17\nauthor: X\n---\n# Heading\n\n"
                             "1\\. Not a list, *kept*.\n\n`a\\*b`\n\n```\nc\\*d `\n```\ne\\*f\n";
  g_autoptr (TlDocument) document = read_text (text, -1, "visit.md");

  g_assert_cmpstr (document->text, ==,
                   "# Heading\n\n1. Not a list, *kept*.\n\n`a\\*b`\n\n```\nc\\*d `\n```\ne*f\n");
  g_assert_cmpstr (document->title, ==, "A visit");
  g_assert_cmpstr (document->date, ==, "2009-05-17");
  g_assert_true (has_note (document, "front matter"));
  g_assert_true (has_note (document, "Backslashes"));

  g_autoptr (TlDocument) bare = read_text ("A line\r\n\r\n# The *heading*\r\n", -1, "visit.MD");

  g_assert_cmpstr (bare->title, ==, "The *heading*");
  g_assert_cmpstr (bare->text, ==, "A line\n\n# The *heading*\n");
}

/* HTML */

static void
html_is_read_as_a_person_would (void)
{
  static const char text[] =
    "<!DOCTYPE html><html><head><title>A &amp; B</title><meta name=date content=\"2010-02-03T10:00:00Z\">"
    "<style>p { color: red }</style></head><body><h1>Visit</h1>\n<p>One <b>bold</b>\n word<br>and a line.\n"
    "<p>Two.<ul><li>first<li><p>second</p></ul><ol><li>a<ol><li>inner</ol><li>b</ol>"
    "<table><tr><th>When</th><th>What</th></tr><tr><td>1 May</td><td>A <p>visit</p> <p>again</td></tr>"
    "<tr><td></td><td>nothing</td></tr></table>"
    "<pre>\n a  b\n   c</pre><div>Last &lt;tag&gt; &eacute;</div></body></html>";
  g_autoptr (TlDocument) document = read_text (text, -1, "page.txt");

  g_assert_cmpstr (document->text, ==,
                   "Visit\n\nOne bold word\nand a line.\n\nTwo.\n\n• first\n• second\n\n1. a\n  1. inner\n2. b\n\n"
                   "When\tWhat\n1 May\tA visit again\n\tnothing\n\n a  b\n   c\n\nLast <tag> é");
  g_assert_cmpstr (document->title, ==, "A & B");
  g_assert_cmpstr (document->date, ==, "2010-02-03");
  g_assert_true (has_note (document, "2010-02-03"));
  assert_pages (document, "");
}

static void
what_html_hides_or_loads_is_left_out (void)
{
  static const char text[] =
    "<html><body><p>Seen.</p><script>document.write ('<p>script</p>')</script><p hidden>hidden</p>"
    "<div style='Display : NONE'>none <p>nested</p></div><template><p>template</p></template>"
    "<img src=\"http://example.invalid/pixel.gif\" alt=\"picture\"><iframe src=\"file:///etc/passwd\">frame</iframe>"
    "<object data=\"http://example.invalid/o\">object</object><svg><text>svg</text></svg>"
    "<form><textarea>area</textarea><button>Send</button></form><!-- comment --><p>Also seen.</p></body></html>";
  g_autoptr (TlDocument) document = read_text (text, -1, "page.html");

  g_assert_cmpstr (document->text, ==, "Seen.\n\nAlso seen.");
  g_assert_true (has_note (document, "Scripts"));
  g_assert_true (has_note (document, "Hidden"));
  g_assert_true (has_note (document, "Pictures"));
  g_assert_true (has_note (document, "Pages within"));
}

static void
html_without_a_sound_encoding_is_still_read (void)
{
  g_autoptr (TlDocument) declared
    = read_text ("<html><meta charset='iso-8859-2'><body>\xb3\xf3\xbc", -1, "a.html");
  g_autoptr (TlDocument) lying = read_text ("<html><meta charset='iso-8859-2'><body>Zo\xc3\xab", -1, "a.html");
  g_autoptr (TlDocument) silent = read_text ("<html><body>\x93Zo\xeb\x94", -1, "a.html");

  g_assert_cmpstr (declared->text, ==, "łóź");
  g_assert_cmpstr (lying->text, ==, "Zoë");
  g_assert_cmpstr (silent->text, ==, "“Zoë”");
}

/* ODT */

static void
an_odt_is_read_with_its_tables_notes_and_pages (void)
{
  const Member members[] = {
    { "mimetype", ODT_TYPE },
    { "meta.xml", "<m:document-meta xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                  " xmlns:d=\"http://purl.org/dc/elements/1.1/\""
                  " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"><m:meta><d:title>Case file</d:title>"
                  "<meta:creation-date>2009-05-17T10:11:12</meta:creation-date></m:meta></m:document-meta>" },
    { "content.xml",
      ODT_HEAD "<office:automatic-styles><style:style style:name=\"P1\"><style:paragraph-properties"
      " fo:break-before=\"page\"/></style:style></office:automatic-styles>" ODT_BODY
      "<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
      "<text:h>Heading</text:h>\n<text:p>One<text:s text:c=\"3\"/>two<text:tab/>three<text:line-break/>four"
      "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>The</text:p><text:p>note</text:p>"
      "</text:note-body></text:note>.<office:annotation><text:p>comment</text:p></office:annotation></text:p>"
      "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p></text:list-item>"
      "</text:list></text:list-item></text:list>"
      "<text:p text:style-name=\"P1\">Second <text:soft-page-break/>third</text:p>"
      "<table:table><table:table-row><table:table-cell><text:p>x</text:p><text:p>y</text:p></table:table-cell>"
      "<table:table-cell/><table:table-cell><text:p>z</text:p></table:table-cell></table:table-row></table:table>"
      "<text:section text:display=\"none\"><text:p>secret</text:p></text:section>" ODT_TAIL },
  };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members));
  g_autoptr (TlDocument) document = read_good (bytes, "any.bin");

  g_assert_cmpstr (document->text, ==,
                   "Heading\n\nOne two\tthree\nfour[1].\n\n[1] The note\n\n• a\n  • b\n\nSecond third\n\nx y\t\tz");
  assert_pages (document, "0 58 65");
  g_assert_cmpstr (document->title, ==, "Case file");
  g_assert_cmpstr (document->date, ==, "2009-05-17");
  g_assert_true (has_note (document, "Comments"));
  g_assert_true (has_note (document, "deleted"));
  g_assert_true (has_note (document, "Hidden"));
  g_assert_true (has_note (document, "lists"));
}

/* DOCX */

#define P(text) "<w:p><w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"

static void
a_docx_is_read_with_its_tables_notes_and_pages (void)
{
  const Member members[] = {
    { "[Content_Types].xml", "<Types/>" },
    { "docProps/core.xml", "<p xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:t=\"http://purl.org/dc/terms/\">"
                           "<dc:title> </dc:title><t:created>2999-01-01T00:00:00Z</t:created></p>" },
    { "word/footnotes.xml", "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                            "<w:footnote w:id=\"2\"><w:p><w:r><w:t>The note</w:t></w:r></w:p></w:footnote>"
                            "</w:footnotes>" },
    { "word/document.xml",
      DOCX_HEAD P ("Heading") "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>One</w:t><w:tab/>"
      "<w:t>two</w:t><w:br/><w:t>three</w:t><w:footnoteReference w:id=\"2\"/></w:r><w:del><w:r><w:delText>deleted"
      "</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden"
      "</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>!</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>b</w:t></w:r>"
      "</w:p>" "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
      "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Second</w:t></w:r></w:p>"
      "<w:tbl><w:tr><w:tc>" P ("x") P ("y") "</w:tc><w:tc>" P ("z") "</w:tc></w:tr><w:tr><w:tc><w:tbl><w:tr><w:tc>"
      P ("in") "</w:tc><w:tc>" P ("ner") "</w:tc></w:tr></w:tbl></w:tc><w:tc>" P ("") "</w:tc></w:tr></w:tbl>"
      "<mc:AlternateContent><mc:Choice>" P ("box") "</mc:Choice><mc:Fallback>" P ("box") "</mc:Fallback>"
      "</mc:AlternateContent>" DOCX_TAIL },
  };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members));
  g_autoptr (TlDocument) document = read_good (bytes, "letter.docx");

  g_assert_cmpstr (document->text, ==,
                   "Heading\n\nOne\ttwo\nthree[1]!\n\n[1] The note\n\n• a\n• b\n\nSecond\n\nx y\tz\nin ner\t\n\nbox");
  assert_pages (document, "0 51");
  g_assert_cmpstr (document->title, ==, "letter");
  g_assert_null (document->date); /* in the future */
  g_assert_true (has_note (document, "deleted"));
  g_assert_true (has_note (document, "Hidden"));
}

static void
breaks_that_were_set_are_pages_where_none_were_saved (void)
{
  g_autoptr (GBytes) bytes = make_docx (DOCX_HEAD P ("One") "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" P ("Two")
                                        "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Three</w:t></w:r></w:p>"
                                        DOCX_TAIL);
  g_autoptr (TlDocument) document = read_good (bytes, "a.docx");

  g_assert_cmpstr (document->text, ==, "One\n\nTwo\n\nThree");
  assert_pages (document, "0 5 10");
}

/* PDF */

static gboolean
skip_without_poppler (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("pdftotext is not installed");
  return program == NULL;
}

static void
a_pdf_is_read_page_by_page (void)
{
  static const char *const pages[] = { "First page", "Second <b> page", NULL };

  if (skip_without_poppler ())
    return;

  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autoptr (TlDocument) document = read_good (bytes, "scan.pdf");

  g_assert_cmpuint (document->page_starts->len, ==, 2);
  g_assert_cmpuint (g_array_index (document->page_starts, guint, 0), ==, 0);
  g_assert_true (g_str_has_prefix (document->text, "First page"));
  g_assert_true (g_str_has_prefix (document->text + g_array_index (document->page_starts, guint, 1),
                                   "Second <b> page"));
  g_assert_cmpstr (document->title, ==, "Minutes of a meeting");
  g_assert_cmpstr (document->date, ==, "2009-05-17");
}

static void
a_pdf_without_text_asks_for_recognition (void)
{
  static const char *const pages[] = { "", "", NULL };

  if (skip_without_poppler ())
    return;

  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_document_read_bytes (bytes, "scan.pdf", NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "OCR"));
}

static void
without_pdftotext_its_package_is_named (void)
{
  static const char *const pages[] = { "First page", NULL };
  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (g_getenv ("PATH"));

  g_setenv ("PATH", "/nonexistent", TRUE);
  g_assert_null (tl_document_read_bytes (bytes, "scan.pdf", NULL, &error));
  g_setenv ("PATH", path, TRUE);
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "poppler-utils"));
}

/* Files and parts */

static void
a_file_is_read_like_its_bytes (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_close (g_file_open_tmp ("throughline-XXXXXX.txt", &path, NULL), NULL);
  g_assert_true (g_file_set_contents (path, "A line\n", -1, NULL));

  g_autoptr (TlDocument) document = tl_document_read (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->text, ==, "A line\n");
  g_assert_true (g_str_has_prefix (document->title, "throughline-"));
  g_unlink (path);
  g_assert_null (tl_document_read (path, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

/* Whatever the text and its pages: nothing is lost, no part is too long, and each page keeps its number and place. */
static void
parts_together_are_the_whole (void)
{
  static const char *const words[] = { "word ", "Zoë ", "\n", "\n\n", "😶", "long-long-long-long-long-long " };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) text = g_string_new ("x");

      for (int n = g_test_rand_int_range (1, 200); n > 0; n--)
        g_string_append (text, g_test_rand_int_range (0, 12) == 0 ? "\f" : words[g_test_rand_int_range (0, 6)]);

      g_autoptr (TlDocument) whole = read_text (text->str, -1, "long.txt");
      gsize max = (gsize) g_test_rand_int_range (8, 300);
      g_autoptr (GPtrArray) parts = tl_document_split (whole, max);
      g_autoptr (GString) together = g_string_new (NULL);
      guint character = 0;

      for (guint i = 0; i < parts->len; i++)
        {
          TlDocument *part = g_ptr_array_index (parts, i);

          g_assert_cmpuint (strlen (part->text), <=, max);
          g_assert_cmpuint (strlen (part->text), >, 0);
          g_assert_true (g_utf8_validate (part->text, -1, NULL));
          g_assert_cmpstr (part->digest, ==, whole->digest);
          for (guint j = 0; j < part->page_starts->len; j++)
            {
              guint page = g_array_index (whole->page_starts, guint, j);

              g_assert_cmpuint (g_array_index (part->page_starts, guint, j), ==,
                                page > character ? page - character : 0);
            }
          character += (guint) g_utf8_strlen (part->text, -1);
          if (part->page_starts->len < whole->page_starts->len)
            g_assert_cmpuint (g_array_index (whole->page_starts, guint, part->page_starts->len), >=, character);
          g_string_append (together, part->text);
        }
      g_assert_cmpstr (together->str, ==, whole->text);
    }
}

static void
parts_end_where_pages_or_paragraphs_do (void)
{
  g_autoptr (TlDocument) pages = read_text ("aaaa aaaa\fbbbb bbbb\fcccc", -1, "long.txt");
  g_autoptr (GPtrArray) by_page = tl_document_split (pages, 20);
  g_autoptr (TlDocument) plain = read_text ("aaaa\naaaa\n\nbbbb bb\nbb bb", -1, "long.txt");
  g_autoptr (GPtrArray) by_paragraph = tl_document_split (plain, 18);
  g_autoptr (GPtrArray) one = tl_document_split (plain, 1000);
  const TlDocument *first = g_ptr_array_index (by_page, 0), *second = g_ptr_array_index (by_page, 1);

  g_assert_cmpuint (by_page->len, ==, 2);
  g_assert_cmpstr (first->title, ==, "long (part 1 of 2)");
  g_assert_cmpstr (first->text, ==, "aaaa aaaabbbb bbbb");
  g_assert_cmpstr (second->text, ==, "cccc");
  assert_pages ((TlDocument *) second, "0 0 0");
  g_assert_cmpstr (((TlDocument *) g_ptr_array_index (by_paragraph, 0))->text, ==, "aaaa\naaaa\n\n");
  g_assert_cmpstr (((TlDocument *) g_ptr_array_index (one, 0))->title, ==, "long");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/plain/stays-as-it-is", plain_text_stays_as_it_is);
  g_test_add_func ("/document/plain/encodings-are-found-out-or-said", encodings_are_found_out_or_said);
  g_test_add_func ("/document/plain/form-feeds-are-pages", form_feeds_of_a_text_are_pages);
  g_test_add_func ("/document/markdown/keeps-its-marks-but-not-its-escapes",
                   markdown_keeps_its_marks_but_not_its_escapes);
  g_test_add_func ("/document/html/is-read-as-a-person-would", html_is_read_as_a_person_would);
  g_test_add_func ("/document/html/what-it-hides-or-loads-is-left-out", what_html_hides_or_loads_is_left_out);
  g_test_add_func ("/document/html/without-a-sound-encoding-is-still-read",
                   html_without_a_sound_encoding_is_still_read);
  g_test_add_func ("/document/odt/is-read-with-its-tables-notes-and-pages",
                   an_odt_is_read_with_its_tables_notes_and_pages);
  g_test_add_func ("/document/docx/is-read-with-its-tables-notes-and-pages",
                   a_docx_is_read_with_its_tables_notes_and_pages);
  g_test_add_func ("/document/docx/breaks-that-were-set-are-pages-where-none-were-saved",
                   breaks_that_were_set_are_pages_where_none_were_saved);
  g_test_add_func ("/document/pdf/is-read-page-by-page", a_pdf_is_read_page_by_page);
  g_test_add_func ("/document/pdf/without-text-asks-for-recognition", a_pdf_without_text_asks_for_recognition);
  g_test_add_func ("/document/pdf/without-pdftotext-its-package-is-named", without_pdftotext_its_package_is_named);
  g_test_add_func ("/document/a-file-is-read-like-its-bytes", a_file_is_read_like_its_bytes);
  g_test_add_func ("/document/parts/together-are-the-whole", parts_together_are_the_whole);
  g_test_add_func ("/document/parts/end-where-pages-or-paragraphs-do", parts_end_where_pages_or_paragraphs_do);
  return g_test_run ();
}
