/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes read as HTML: refused or read as clean text, in bounded time and memory. */
#include "config.h"

#include "model/base/tl-text.h"
#include "model/document/tl-document.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GByteArray) page = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  g_byte_array_append (page, (const guint8 *) "<html>", 6);
  g_byte_array_append (page, data, (guint) size);

  g_autoptr (GBytes) bytes = g_byte_array_free_to_bytes (g_steal_pointer (&page));
  g_autoptr (TlDocument) document = tl_document_read_bytes (bytes, "fuzz.html", NULL, &error);

  g_assert_true ((document != NULL) == (error == NULL));
  g_assert_true (document == NULL || tl_text_is_clean (document->text));
  return 0;
}
