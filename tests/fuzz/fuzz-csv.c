/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes read as tables: the first half factors, the rest links. Refused or read, and what was read is written and
 * read again as it was. */
#include "config.h"

#include "model/exchange/tl-csv-tables.h"
#include "model/exchange/tl-csv.h"

#include <string.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static void
check_again (GPtrArray *rows)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) problems = tl_problems_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const TlCsvRow *row = rows->pdata[i];

      for (guint j = 0; j < row->n_cells; j++)
        tl_csv_append_cell (out, row->cells[j]);
      g_string_append_c (out, '\n');
    }

  g_autoptr (GBytes) bytes = g_bytes_new (out->str, out->len);
  g_autoptr (GPtrArray) again = tl_csv_parse (bytes, problems);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (again->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (g_strv_equal ((const char *const *) ((TlCsvRow *) again->pdata[i])->cells,
                                 (const char *const *) ((TlCsvRow *) rows->pdata[i])->cells));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static TlMethod *method;
  /* a form feed parts the tables; it is in neither */
  const guint8 *part = size > 0 ? memchr (data, '\f', size) : NULL;
  gsize n = part != NULL ? (gsize) (part - data) : size;
  g_autoptr (GBytes) factors = g_bytes_new (data, n);
  g_autoptr (GBytes) links = part != NULL ? g_bytes_new (part + 1, size - n - 1) : NULL;
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (GPtrArray) factor_problems = tl_problems_new ();
  g_autoptr (GPtrArray) link_problems = tl_problems_new ();

  if (method == NULL)
    method = tl_method_lookup ("learning-together", NULL);

  g_autoptr (GPtrArray) rows = tl_csv_parse (factors, problems);
  g_autoptr (GPtrArray) records = tl_csv_read_records (factors, links, method, factor_problems, link_problems);

  g_assert_cmpuint (records->len, >=, 1);
  if (problems->len == 0)
    check_again (rows);
  return 0;
}
