/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of themes for the clipboard: a row a code, and for each column the reviews, with the base, and in how many it
 * was looked for. */
#include "config.h"

#include "ui/charts/tl-themes-copy.h"

#include <glib/gi18n.h>

static void
add_head (TlTableCopy    *copy,
          const TlThemes *themes)
{
  tl_table_copy_begin_row (copy, TRUE);
  tl_table_copy_add (copy, _("Code"));
  tl_table_copy_add (copy, _("Theme"));
  for (guint i = 0; i < themes->n_columns; i++)
    {
      g_autofree char *base = tl_count_format (themes->columns[i].base);
      g_autofree char *reviews = g_strdup_printf (_("%s: reviews of %s"), themes->columns[i].title, base);
      g_autofree char *looked_for = g_strdup_printf (_("%s: looked for"), themes->columns[i].title);

      tl_table_copy_add (copy, reviews);
      tl_table_copy_add (copy, looked_for);
    }
}

/**
 * tl_themes_copy_new:
 * @themes: a table
 *
 * Returns: (transfer full): the table for a clipboard
 */
TlTableCopy *
tl_themes_copy_new (const TlThemes *themes)
{
  g_return_val_if_fail (themes != NULL, NULL);

  TlTableCopy *copy = tl_table_copy_new ();

  add_head (copy, themes);
  for (guint i = 0; i < themes->n_rows; i++)
    {
      tl_table_copy_begin_row (copy, FALSE);
      tl_table_copy_add (copy, themes->rows[i].notation);
      tl_table_copy_add (copy, themes->rows[i].label);
      for (guint j = 0; j < themes->n_columns; j++)
        {
          tl_table_copy_add_count (copy, themes->rows[i].cells[j].reviews);
          tl_table_copy_add_count (copy, themes->rows[i].cells[j].looked_for);
        }
    }
  tl_table_copy_end (copy, themes->caption, themes->note);
  return copy;
}
