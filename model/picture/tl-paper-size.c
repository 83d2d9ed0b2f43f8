/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sizes of paper that a picture can be made for. */
#include "config.h"

#include "model/picture/tl-paper-size.h"

#define MM (72 / 25.4)

static const TlPaperSize sizes[] = {
  { "A4", "A4", 210 * MM, 297 * MM },   { "A3", "A3", 297 * MM, 420 * MM },  { "A2", "A2", 420 * MM, 594 * MM },
  { "A1", "A1", 594 * MM, 841 * MM },   { "A0", "A0", 841 * MM, 1189 * MM }, { "letter", "US Letter", 612, 792 },
};

/**
 * tl_paper_sizes_get:
 * @n_sizes: (out): how many there are
 *
 * Returns: (array length=n_sizes) (transfer none): the sizes, in the order in which they are offered
 */
const TlPaperSize *
tl_paper_sizes_get (guint *n_sizes)
{
  g_return_val_if_fail (n_sizes != NULL, NULL);

  *n_sizes = G_N_ELEMENTS (sizes);
  return sizes;
}

/**
 * tl_paper_size_find:
 * @key: such as "A3", in letters of either case
 *
 * Returns: (nullable) (transfer none): the size
 */
const TlPaperSize *
tl_paper_size_find (const char *key)
{
  g_return_val_if_fail (key != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (g_ascii_strcasecmp (sizes[i].key, key) == 0)
      return &sizes[i];
  return NULL;
}
