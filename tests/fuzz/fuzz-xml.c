/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes read as a review file: refused with at least one problem or read whole, in bounded time and memory. */
#include "config.h"

#include "model/exchange/tl-xml-reader.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gboolean
count_record (const TlXmlHeader  *header,
              TlPlainRecord      *record,
              void               *data,
              GError            **error)
{
  guint *n = data;

  g_assert_true (tl_form_get_kind (header->form, record->kind)->leaves);
  g_assert_true (tl_id_is_valid (record->id));
  (*n)++;
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static TlXmlReader *reader;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (reader == NULL)
    reader = tl_xml_reader_new ();

  gboolean done = tl_xml_reader_read_bytes (reader, bytes, "fuzz", count_record, &n, problems, NULL, &error);

  g_assert_true (done == (error == NULL));
  g_assert_true (done == (problems->len == 0));
  g_assert_true (!done || n > 0);
  return 0;
}
