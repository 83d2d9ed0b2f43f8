/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents for one test: zips of given members, and PDFs of given objects. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "model/document/tl-document.h"

#define ODT_TYPE "application/vnd.oasis.opendocument.text"
#define ODT_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" \
  "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"" \
  " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"" \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\">"
#define ODT_BODY "<office:body><office:text>"
#define ODT_TAIL "</office:text></office:body></office:document-content>"

#define DOCX_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" \
  "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"" \
  " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>"
#define DOCX_TAIL "</w:body></w:document>"

typedef struct {
  const char *name;
  const char *contents;
} Member;

/* A zip; the first member is not compressed, as OpenDocument asks. */
static inline GBytes *
make_zip (const Member *members,
          guint         n_members)
{
  struct archive *archive = archive_write_new ();
  gsize capacity = 1024 * 1024, used = 0;

  for (guint i = 0; i < n_members; i++)
    capacity += strlen (members[i].contents);

  guint8 *buffer = g_malloc (capacity);

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = strlen (members[i].contents);

      archive_entry_set_pathname (entry, members[i].name);
      archive_entry_set_size (entry, (gint64) length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, members[i].contents, length), ==, length);
      archive_entry_free (entry);
      archive_write_zip_set_compression_deflate (archive);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

static inline GBytes *
make_odt (const char *content)
{
  const Member members[] = { { "mimetype", ODT_TYPE }, { "content.xml", content } };

  return make_zip (members, G_N_ELEMENTS (members));
}

static inline GBytes *
make_docx (const char *document)
{
  const Member members[] = { { "[Content_Types].xml", "<Types/>" }, { "word/document.xml", document } };

  return make_zip (members, G_N_ELEMENTS (members));
}

/* A PDF with a page for each text; a page without one is empty. */
static inline GBytes *
make_pdf (const char *const *pages)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                                          "2 0 obj\n<< /Type /Pages /Kids [");
  guint n = g_strv_length ((char **) pages);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (pdf, " %u 0 R", 10 + 2 * i);
  g_string_append_printf (pdf, "] /Count %u >>\nendobj\n", n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *stream = g_strdup_printf ("BT /F1 12 Tf 20 200 Td (%s) Tj ET", pages[i]);

      g_string_append_printf (pdf,
                              "%u 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents %u 0 R\n"
                              "/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> "
                              ">>\nendobj\n%u 0 obj\n<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n",
                              10 + 2 * i, 11 + 2 * i, 11 + 2 * i, strlen (stream), stream);
    }
  g_string_append (pdf, "5 0 obj\n<< /Title (Minutes of a meeting) /CreationDate (D:20090517120000Z) >>\nendobj\n"
                        "trailer\n<< /Root 1 0 R /Size 100 /Info 5 0 R >>\n%%EOF\n");
  return g_bytes_new (pdf->str, pdf->len);
}

static inline TlDocument *
read_text (const char *text,
           gssize      length,
           const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_document_read_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static inline TlDocument *
read_good (GBytes     *bytes,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_document_read_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* A note in which "part" occurs. */
static inline gboolean
has_note (TlDocument *document,
          const char *part)
{
  for (guint i = 0; i < document->notes->len; i++)
    if (strstr (g_ptr_array_index (document->notes, i), part) != NULL)
      return TRUE;
  return FALSE;
}

static inline char *
format_pages (TlDocument *document)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < document->page_starts->len; i++)
    g_string_append_printf (text, i == 0 ? "%u" : " %u", g_array_index (document->page_starts, guint, i));
  return g_string_free (text, FALSE);
}

static inline void
assert_pages (TlDocument *document,
              const char *expected)
{
  g_autofree char *pages = format_pages (document);

  g_assert_cmpstr (pages, ==, expected);
}
