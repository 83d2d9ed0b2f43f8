/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes as what is in an ODT and in a DOCX, and as the zip itself: refused or read as clean text whose pages are in
 * it, in bounded time and memory. */
#include "config.h"

#include "tests/document-case.h"

#include "model/base/tl-text.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_read_bytes (bytes, "fuzz", NULL, &error);

  g_assert_true ((document != NULL) == (error == NULL));
  if (document == NULL)
    return;
  g_assert_true (tl_text_is_clean (document->text));

  glong length = g_utf8_strlen (document->text, -1);

  for (guint i = 0; i < document->page_starts->len; i++)
    {
      g_assert_cmpint (g_array_index (document->page_starts, guint, i), <=, length);
      g_assert_true (i == 0 || g_array_index (document->page_starts, guint, i)
                                 >= g_array_index (document->page_starts, guint, i - 1));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size);
  g_autoptr (GBytes) raw = g_bytes_new (data, size);
  g_autoptr (GBytes) odt = make_odt (text);
  g_autoptr (GBytes) docx = make_docx (text);

  /* PDFs are another program's business */
  if (strstr (text, "%PDF-") == NULL)
    check (raw);
  check (odt);
  check (docx);
  return 0;
}
