/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table of themes for the clipboard: as a table for a text processor and with tabs for a spreadsheet. Bases and the
 * caption go with the numbers; what is withheld is "c" here too. */
#include "config.h"

#include "ui/charts/tl-themes-copy.h"

#include <glib/gi18n.h>
#include <string.h>

/* Writes one field; the first field of a line begins it. */
typedef void (*FieldFunc) (GString    *out,
                           const char *text,
                           gboolean    first,
                           gboolean    head);

static void
append_tab (GString    *out,
            const char *text,
            gboolean    first,
            gboolean    head)
{
  if (!first)
    g_string_append_c (out, '\t');
  else if (out->len > 0)
    g_string_append_c (out, '\n');
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (out, *at == '\t' || *at == '\n' ? ' ' : *at);
}

static void
append_html (GString    *out,
             const char *text,
             gboolean    first,
             gboolean    head)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (first)
    g_string_append (out, "\n<tr>");
  g_string_append_printf (out, head ? "<th>%s</th>" : "<td>%s</td>", escaped);
}

static void
append_table (const TlThemes *themes,
              GString        *out,
              FieldFunc       append)
{
  append (out, _("Code"), TRUE, TRUE);
  append (out, _("Theme"), FALSE, TRUE);
  for (guint i = 0; i < themes->n_columns; i++)
    {
      g_autofree char *base = tl_count_format (themes->columns[i].base);
      g_autofree char *reviews = g_strdup_printf (_("%s: reviews of %s"), themes->columns[i].title, base);
      g_autofree char *looked_for = g_strdup_printf (_("%s: looked for"), themes->columns[i].title);

      append (out, reviews, FALSE, TRUE);
      append (out, looked_for, FALSE, TRUE);
    }

  for (guint i = 0; i < themes->n_rows; i++)
    {
      append (out, themes->rows[i].notation, TRUE, FALSE);
      append (out, themes->rows[i].label, FALSE, FALSE);
      for (guint j = 0; j < themes->n_columns; j++)
        {
          g_autofree char *reviews = tl_count_format (themes->rows[i].cells[j].reviews);
          g_autofree char *looked_for = tl_count_format (themes->rows[i].cells[j].looked_for);

          append (out, reviews, FALSE, FALSE);
          append (out, looked_for, FALSE, FALSE);
        }
    }
}

/**
 * tl_themes_copy_dup_tabs:
 *
 * Returns: (transfer full): lines with tabs between the fields, the caption last
 */
char *
tl_themes_copy_dup_tabs (const TlThemes *themes)
{
  g_return_val_if_fail (themes != NULL, NULL);

  GString *out = g_string_new (NULL);

  append_table (themes, out, append_tab);
  g_string_append_printf (out, "\n%s\n", themes->caption);
  if (themes->note != NULL)
    g_string_append_printf (out, "%s\n", themes->note);
  return g_string_free (out, FALSE);
}

/**
 * tl_themes_copy_dup_html:
 *
 * Returns: (transfer full): an HTML table, the caption below it
 */
char *
tl_themes_copy_dup_html (const TlThemes *themes)
{
  g_return_val_if_fail (themes != NULL, NULL);

  GString *out = g_string_new ("<meta charset=\"utf-8\"><table>");
  g_autofree char *caption = g_markup_escape_text (themes->caption, -1);
  g_autofree char *note = g_markup_escape_text (themes->note != NULL ? themes->note : "", -1);

  append_table (themes, out, append_html);
  g_string_append_printf (out, "\n</table>\n<p>%s</p>\n", caption);
  if (note[0] != '\0')
    g_string_append_printf (out, "<p>%s</p>\n", note);
  return g_string_free (out, FALSE);
}

/**
 * tl_themes_copy_new_content:
 *
 * Returns: (transfer full): the table in both forms, for a clipboard
 */
GdkContentProvider *
tl_themes_copy_new_content (const TlThemes *themes)
{
  g_return_val_if_fail (themes != NULL, NULL);

  g_autofree char *tabs = tl_themes_copy_dup_tabs (themes);
  char *html = tl_themes_copy_dup_html (themes);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, tabs),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
