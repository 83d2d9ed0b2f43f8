/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents that were made to do harm: each is refused with place and reason or read as text, in bounded time and
 * memory, and nothing is fetched. */
#include "config.h"

#include "tests/document-case.h"

#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "model/base/tl-error.h"
#include "tests/temporary.h"

/* Above the limits that the readers set themselves, on however slow a machine: what has no bound is to be found. */
#define SECONDS_FOR_ONE 90

/* Reads what is to be refused; returns the sentence. */
static char *
refuse (GBytes     *bytes,
        const char *name,
        int         code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (TlDocument) document = tl_document_read_bytes (bytes, name, NULL, &error);

  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS_FOR_ONE);
  g_assert_null (document);
  g_assert_error (error, TL_ERROR, code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_suffix (error->message, "."));
  return g_strdup (error->message);
}

static void
assert_refused (GBytes     *bytes,
                const char *name,
                int         code,
                const char *part)
{
  g_autofree char *message = refuse (bytes, name, code);

  if (strstr (message, part) == NULL)
    g_error ("“%s” does not say “%s”", message, part);
}

/* Zips */

/* A member of many equal megabytes. */
static char *
make_long (const char *head,
           gsize       megabytes)
{
  GString *text = g_string_new (head);
  gsize start = text->len;

  g_string_set_size (text, start + megabytes * 1024 * 1024);
  memset (text->str + start, 'a', megabytes * 1024 * 1024);
  return g_string_free (text, FALSE);
}

static void
a_zip_bomb_is_stopped_while_it_unpacks (void)
{
  g_autofree char *long_text = make_long (DOCX_HEAD "<w:p><w:r><w:t>", 40);
  g_autoptr (GBytes) bytes = make_docx (long_text);

  g_assert_cmpuint (g_bytes_get_size (bytes), <, 100 * 1024);
  assert_refused (bytes, "bomb.docx", TL_ERROR_TOO_LARGE, "200 times");
}

/* The bomb may sit where only title and date are looked for. */
static void
a_bomb_in_the_margin_is_one_too (void)
{
  g_autofree char *long_text = make_long ("<x>", 40);
  const Member members[] = {
    { "mimetype", ODT_TYPE }, { "meta.xml", long_text }, { "content.xml", ODT_HEAD ODT_BODY ODT_TAIL },
  };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members));

  assert_refused (bytes, "bomb.odt", TL_ERROR_TOO_LARGE, "meta.xml: it unpacks");
}

static void
names_in_a_zip_lead_nowhere (void)
{
  const Member outside[] = {
    { "../../../../tmp/throughline-escaped", "escaped" },
    { "/tmp/throughline-escaped", "escaped" },
    { "word/../../escaped/word/document.xml", DOCX_HEAD DOCX_TAIL },
    { "word/document.xml", DOCX_HEAD "<w:p><w:r><w:t>Text</w:t></w:r></w:p>" DOCX_TAIL },
  };
  g_autoptr (GBytes) bytes = make_zip (outside, G_N_ELEMENTS (outside));
  g_autoptr (TlDocument) document = read_good (bytes, "../path.docx");

  g_assert_cmpstr (document->text, ==, "Text");
  g_assert_false (g_file_test ("/tmp/throughline-escaped", G_FILE_TEST_EXISTS));

  const Member twice[] = {
    { "word/document.xml", DOCX_HEAD "<w:p><w:r><w:t>One</w:t></w:r></w:p>" DOCX_TAIL },
    { "word/document.xml", DOCX_HEAD "<w:p><w:r><w:t>Two</w:t></w:r></w:p>" DOCX_TAIL },
  };
  g_autoptr (GBytes) ambiguous = make_zip (twice, G_N_ELEMENTS (twice));

  assert_refused (ambiguous, "twice.docx", TL_ERROR_DAMAGED, "more than once");
}

static void
other_zips_and_too_full_ones_are_refused (void)
{
  const Member other[] = { { "a.txt", "a" } };
  g_autoptr (GBytes) bytes = make_zip (other, 1);

  assert_refused (bytes, "photos.zip", TL_ERROR_NOT_OURS, "not the text document");

  g_autofree Member *many = g_new (Member, 10001);

  for (guint i = 0; i < 10001; i++)
    many[i] = (Member) { "x", "" };
  g_autoptr (GBytes) full = make_zip (many, 10001);

  assert_refused (full, "full.docx", TL_ERROR_TOO_LARGE, "10,000 files");
}

/* Whatever is cut off or written over: refused or read, never anything else. */
static void
damaged_files_are_refused_or_read (void)
{
  static const char *const pages[] = { "First page", "Second page", NULL };
  g_autoptr (GBytes) docx = make_docx (DOCX_HEAD "<w:p><w:r><w:t>Some text</w:t></w:r></w:p>" DOCX_TAIL);
  g_autoptr (GBytes) odt = make_odt (ODT_HEAD ODT_BODY "<text:p>Some text</text:p>" ODT_TAIL);
  g_autoptr (GBytes) pdf = make_pdf (pages);
  GBytes *const whole[] = { docx, odt, pdf };

  for (guint round = 0; round < 600; round++)
    {
      guint which = round % 20 == 0 ? 2 : round % 2;
      gsize n;
      const guint8 *data = g_bytes_get_data (whole[which], &n);
      g_autofree guint8 *copy = g_memdup2 (data, n);
      gsize length = g_test_rand_bit () ? n : (gsize) g_test_rand_int_range (1, (int) n);

      /* the lengths in a zip's headers are among what is written over */
      for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
        copy[g_test_rand_int_range (0, (int) n)] = (guint8) g_test_rand_int ();

      g_autoptr (GBytes) bytes = g_bytes_new (copy, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDocument) document = tl_document_read_bytes (bytes, "damaged", NULL, &error);

      g_assert_true ((document == NULL) == (error != NULL));
      g_assert_true (document == NULL || g_utf8_validate (document->text, -1, NULL));
    }
}

/* XML */

#define LAUGHS \
  "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">" \
  "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">" \
  "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">" \
  "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>"

static void
entities_are_refused_with_their_document_type (void)
{
  static const char *const types[] = {
    LAUGHS,
    "<!DOCTYPE d SYSTEM \"file:///etc/passwd\">",
    "<!DOCTYPE d [<!ENTITY h SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE d [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p; <!ENTITY h \"x\">]>",
    "<!DOCTYPE d PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://127.0.0.1:9/x.dtd\">",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *document
        = g_strdup_printf ("<?xml version=\"1.0\"?>\n%s<w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                           "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body>"
                           "</w:document>",
                           types[i]);
      g_autoptr (GBytes) docx = make_docx (document);
      g_autoptr (GBytes) odt = make_odt (document);

      assert_refused (docx, "a.docx", TL_ERROR_INVALID, "word/document.xml, line 2: It has a document type");
      assert_refused (odt, "a.odt", TL_ERROR_INVALID, "content.xml, line 2: It has a document type");
    }
}

static void
unknown_entities_and_broken_xml_are_refused_with_their_line (void)
{
  static const char *const broken[] = {
    DOCX_HEAD "\n<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>" DOCX_TAIL,
    DOCX_HEAD "\n<w:p><w:r><w:t>cut sh",
    DOCX_HEAD "\n<w:p><w:r></w:p></w:r>" DOCX_TAIL,
    DOCX_HEAD "\n<w:p>\x01</w:p>" DOCX_TAIL,
    DOCX_HEAD "\n<w:p>\xff\xfe</w:p>" DOCX_TAIL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GBytes) bytes = make_docx (broken[i]);

      assert_refused (bytes, "a.docx", TL_ERROR_DAMAGED, "word/document.xml, line 3: It is not well-formed");
    }
}

static void
nesting_and_attributes_without_end_are_refused (void)
{
  g_autoptr (GString) deep = g_string_new (DOCX_HEAD);
  g_autoptr (GString) wide = g_string_new (DOCX_HEAD "<w:p");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<w:p>");
  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (wide, " a%u=\"\"", i);
  g_string_append (wide, "/>" DOCX_TAIL);

  g_autoptr (GBytes) deep_bytes = make_docx (deep->str);
  g_autoptr (GBytes) wide_bytes = make_docx (wide->str);

  assert_refused (deep_bytes, "a.docx", TL_ERROR_INVALID, "nested too deep");
  assert_refused (wide_bytes, "a.docx", TL_ERROR_DAMAGED, "thousands of attributes");
}

/* A number that a file gives for repeating something is not obeyed. */
static void
nothing_is_repeated_because_a_file_says_so (void)
{
  g_autoptr (GBytes) bytes
    = make_odt (ODT_HEAD ODT_BODY "<text:p>a<text:s text:c=\"2000000000\"/>b</text:p><table:table><table:table-row"
                " table:number-rows-repeated=\"1000000\"><table:table-cell table:number-columns-repeated=\"1000000\">"
                "<text:p>x</text:p></table:table-cell></table:table-row></table:table>" ODT_TAIL);
  g_autoptr (TlDocument) document = read_good (bytes, "a.odt");

  g_assert_cmpstr (document->text, ==, "a b\n\nx");
}

static void
an_encrypted_odt_says_so (void)
{
  const Member members[] = {
    { "mimetype", ODT_TYPE },
    { "META-INF/manifest.xml",
      "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry"
      " m:full-path=\"content.xml\"><m:encryption-data/></m:file-entry></m:manifest>" },
    { "content.xml", "\x12\x34noise" },
  };
  g_autoptr (GBytes) bytes = make_zip (members, G_N_ELEMENTS (members));

  assert_refused (bytes, "a.odt", TL_ERROR_INVALID, "encrypted");
}

/* HTML */

/* A server that nobody should call. Whoever connects is seen waiting. */
static GSocket *
open_trap (guint16 *port)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  GSocket *socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, &error);

  g_assert_no_error (error);
  g_assert_true (g_socket_bind (socket, address, FALSE, &error));
  g_assert_true (g_socket_listen (socket, &error));

  g_autoptr (GSocketAddress) bound = g_socket_get_local_address (socket, &error);

  *port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  g_socket_set_blocking (socket, FALSE);
  return socket;
}

static void
nothing_is_fetched (void)
{
  guint16 port;
  g_autoptr (GSocket) trap = open_trap (&port);
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u/x", port);
  g_autofree char *page
    = g_strdup_printf ("<!DOCTYPE html SYSTEM \"%s\"><html><head><base href=\"%s\"><link rel=stylesheet href=\"%s\">"
                       "<script src=\"%s\"></script><meta http-equiv=refresh content=\"0;url=%s\"></head><body"
                       " background=\"%s\"><img src=\"%s\"><iframe src=\"%s\"></iframe>Text</body></html>",
                       address, address, address, address, address, address, address, address);
  g_autofree char *xml
    = g_strdup_printf ("<!DOCTYPE d SYSTEM \"%s\" [<!ENTITY %% p SYSTEM \"%s\"> %%p;]><d>&h;</d>", address, address);
  g_autoptr (TlDocument) document = read_text (page, -1, "page.html");
  g_autoptr (GBytes) docx = make_docx (xml);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (document->text, ==, "Text");
  assert_refused (docx, "a.docx", TL_ERROR_INVALID, "document type");
  g_assert_null (g_socket_accept (trap, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
}

static char *
repeat (const char *head,
        const char *before,
        const char *after,
        guint       n)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u%s", before, i, after);
  return g_string_free (text, FALSE);
}

static void
html_that_would_take_for_ever_is_refused_with_its_line (void)
{
  g_autofree char *deep = repeat ("<html>\n", "<div>", "", 20000);
  g_autofree char *wide = repeat ("<html>\n<p", " a", "", 500000);
  g_autofree char *quoted = repeat ("<html>\n<!-- <a b=\" --><p x='>' y = \">\"", " a", "", 500000);
  g_autofree char *script = repeat ("<html><script><a b=\"</x></script>\n<p", "/a", "", 500000);
  const struct { const char *text, *part; } cases[] = {
    { deep, "Line 2: elements are nested" },
    { wide, "Line 2: an element has" },
    { quoted, "Line 2: an element has" },
    { script, "Line 2: an element has" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (cases[i].text, strlen (cases[i].text));

      assert_refused (bytes, "a.html", TL_ERROR_INVALID, cases[i].part);
    }
}

/* Large and strange but harmless: read. */
static void
strange_html_is_read (void)
{
  g_autofree char *closed = repeat ("<html><body>a", "</div></x", ">", 20000);
  g_autofree char *open = repeat ("<html><body>a", "<!", "", 20000);
  g_autofree char *entities = repeat ("<html><body>a", "&amp;&#x", ";&lt", 20000);
  const char *const texts[] = { closed, open, entities, "<html", "<html><body>a<", "<html>a<p b=\"", "<html>a<!--" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (TlDocument) document = tl_document_read_bytes (bytes, "a.html", NULL, &error);

      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS_FOR_ONE);
      g_assert_true (document != NULL ? document->text[0] == 'a' : g_error_matches (error, TL_ERROR, TL_ERROR_INVALID));
    }
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
pdfs_that_run_in_circles_come_to_an_end (void)
{
  static const char *const circles[] = {
    /* pages that are their own parents */
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 3 0 R]"
    " /Count 99999999 >>\nendobj\n3 0 obj\n<< /Type /Pages /Kids [2 0 R] /Count 5 /Parent 3 0 R >>\nendobj\n"
    "trailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n",
    /* a length that is the stream's own */
    "%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n"
    "endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>\nendobj\n4 0 obj\n"
    "<< /Length 4 0 R /Filter [/FlateDecode /FlateDecode] >>\nstream\nxx\nendstream\nendobj\n"
    "trailer\n<< /Root 1 0 R /Size 5 /Prev 9 >>\n%%EOF\n",
    /* a form that draws itself, twice */
    "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\n"
    "endobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject"
    " << /F 5 0 R >> >> >>\nendobj\n4 0 obj\n<< /Length 11 >>\nstream\n/F Do /F Do\nendstream\nendobj\n5 0 obj\n"
    "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 11 /Resources << /XObject << /F 5 0 R >> >> >>\nstream\n"
    "/F Do /F Do\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n",
    /* cross references that go round */
    "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Size 2 /Prev 9 >>\nstartxref\n9\n%%EOF\n",
    "%PDF-1.4\n",
  };

  if (skip_without_poppler ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (circles); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (circles[i], strlen (circles[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (TlDocument) document = tl_document_read_bytes (bytes, "circle.pdf", NULL, &error);

      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS_FOR_ONE);
      g_assert_null (document);
      g_assert_error (error, TL_ERROR, error->code);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

/* A program in place of pdftotext, so that what it does is certain. */
static char *
install_program (const char *script)
{
  char *folder = make_temporary ();
  g_autofree char *path = g_build_filename (folder, "pdftotext", NULL);

  g_assert_true (g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  return folder;
}

/* Reads a PDF with that program; returns the sentence of the refusal. */
static char *
read_with (const char   *script,
           GCancellable *cancellable)
{
  static const char *const pages[] = { "First page", NULL };
  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autofree char *path = g_strdup (g_getenv ("PATH"));
  g_autofree char *folder = install_program (script);
  g_autofree char *longer = g_strdup_printf ("%s:%s", folder, path);
  g_autoptr (GError) error = NULL;

  g_setenv ("PATH", longer, TRUE);
  g_assert_null (tl_document_read_bytes (bytes, "a.pdf", cancellable, &error));
  g_setenv ("PATH", path, TRUE);
  return g_strdup (error->message);
}

static void
a_program_that_says_too_much_is_stopped (void)
{
  g_autofree char *message = read_with ("#!/bin/sh\nexec cat /dev/zero\n", NULL);

  g_assert_nonnull (strstr (message, "64 MB"));
}

static void
a_program_that_turns_for_ever_is_stopped (void)
{
  if (!g_test_slow ())
    {
      g_test_skip ("it takes half a minute of computing; run with -m slow");
      return;
    }

  g_autofree char *message = read_with ("#!/bin/sh\nwhile :; do :; done\n", NULL);

  g_assert_nonnull (strstr (message, "longer to read"));
}

/* The limits are there: what the program itself finds them to be. */
static void
a_program_is_held_to_limits (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *script
    = g_strdup_printf ("#!/bin/sh\ntest $(ulimit -t) -le 30 && test $(ulimit -v) -le 2097152 && "
                       "test $(ulimit -c) -eq 0 && ! ( echo x >%s/written ) && test ! -s %s/written && exit 1\n",
                       folder, folder);
  g_autofree char *message = read_with (script, NULL);
  g_autofree char *written = g_build_filename (folder, "written", NULL);

  /* it exits with 1 if all limits are there, as for a damaged file; else there is an empty text */
  g_assert_nonnull (strstr (message, "damaged"));
}

static gboolean
cancel_cb (void *data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

static void *
cancel_in_thread (void *data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) source = g_timeout_source_new (50);

  g_source_set_callback (source, cancel_cb, data, NULL);
  g_source_attach (source, context);
  g_main_context_iteration (context, TRUE);
  return NULL;
}

static void
reading_can_be_called_off (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autofree char *message = read_with ("#!/bin/sh\nexec tail -f /dev/null\n", cancellable);

  g_thread_join (thread);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, SECONDS_FOR_ONE);
}

/* Other files */

static void
what_is_no_document_says_what_to_do (void)
{
  static const struct { const char *bytes; gsize n; int code; const char *part; } cases[] = {
    { "", 0, TL_ERROR_INVALID, "empty" },
    { " \n\n ", 4, TL_ERROR_INVALID, "no text" },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, TL_ERROR_NOT_OURS, "neither text nor" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", 10, TL_ERROR_NOT_OURS, "old Word document" },
    { "{\\rtf1 text}", 12, TL_ERROR_NOT_OURS, "Rich Text" },
    { "PK\003\004", 4, TL_ERROR_DAMAGED, "zip" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].n);

      assert_refused (bytes, "file", cases[i].code, cases[i].part);
    }
}

static void
what_is_no_file_is_not_waited_for (void)
{
  g_autofree char *folder = make_temporary ();
  g_autofree char *pipe = g_build_filename (folder, "pipe.txt", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (mkfifo (pipe, 0600));
  g_assert_null (tl_document_read (pipe, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_OURS);
  g_clear_error (&error);
  g_assert_null (tl_document_read (folder, NULL, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_OURS);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/hostile/a-zip-bomb-is-stopped-while-it-unpacks", a_zip_bomb_is_stopped_while_it_unpacks);
  g_test_add_func ("/document/hostile/a-bomb-in-the-margin-is-one-too", a_bomb_in_the_margin_is_one_too);
  g_test_add_func ("/document/hostile/names-in-a-zip-lead-nowhere", names_in_a_zip_lead_nowhere);
  g_test_add_func ("/document/hostile/other-zips-and-too-full-ones-are-refused",
                   other_zips_and_too_full_ones_are_refused);
  g_test_add_func ("/document/hostile/damaged-files-are-refused-or-read", damaged_files_are_refused_or_read);
  g_test_add_func ("/document/hostile/entities-are-refused-with-their-document-type",
                   entities_are_refused_with_their_document_type);
  g_test_add_func ("/document/hostile/broken-xml-is-refused-with-its-line",
                   unknown_entities_and_broken_xml_are_refused_with_their_line);
  g_test_add_func ("/document/hostile/nesting-and-attributes-without-end-are-refused",
                   nesting_and_attributes_without_end_are_refused);
  g_test_add_func ("/document/hostile/nothing-is-repeated-because-a-file-says-so",
                   nothing_is_repeated_because_a_file_says_so);
  g_test_add_func ("/document/hostile/an-encrypted-odt-says-so", an_encrypted_odt_says_so);
  g_test_add_func ("/document/hostile/nothing-is-fetched", nothing_is_fetched);
  g_test_add_func ("/document/hostile/html-that-would-take-for-ever-is-refused-with-its-line",
                   html_that_would_take_for_ever_is_refused_with_its_line);
  g_test_add_func ("/document/hostile/strange-html-is-read", strange_html_is_read);
  g_test_add_func ("/document/hostile/pdfs-that-run-in-circles-come-to-an-end",
                   pdfs_that_run_in_circles_come_to_an_end);
  g_test_add_func ("/document/hostile/a-program-that-says-too-much-is-stopped",
                   a_program_that_says_too_much_is_stopped);
  g_test_add_func ("/document/hostile/a-program-that-turns-for-ever-is-stopped",
                   a_program_that_turns_for_ever_is_stopped);
  g_test_add_func ("/document/hostile/a-program-is-held-to-limits", a_program_is_held_to_limits);
  g_test_add_func ("/document/hostile/reading-can-be-called-off", reading_can_be_called_off);
  g_test_add_func ("/document/hostile/what-is-no-document-says-what-to-do", what_is_no_document_says_what_to_do);
  g_test_add_func ("/document/hostile/what-is-no-file-is-not-waited-for", what_is_no_file_is_not_waited_for);
  return g_test_run ();
}
