/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A table for the clipboard, written in both forms cell by cell. The caption goes with the numbers; what is withheld is
 * "c" here too. */
#include "config.h"

#include "ui/charts/tl-table-copy.h"

#include "model/questions/tl-count.h"

struct _TlTableCopy
{
  GString *tabs;
  GString *html;
  gboolean head;
  gboolean first; /* of the row */
};

/**
 * tl_table_copy_new:
 *
 * Returns: (transfer full): a table without rows
 */
TlTableCopy *
tl_table_copy_new (void)
{
  TlTableCopy *self = g_new0 (TlTableCopy, 1);

  self->tabs = g_string_new (NULL);
  self->html = g_string_new ("<meta charset=\"utf-8\"><table>");
  return self;
}

/**
 * tl_table_copy_free:
 * @self: (transfer full): a table
 */
void
tl_table_copy_free (TlTableCopy *self)
{
  g_string_free (self->tabs, TRUE);
  g_string_free (self->html, TRUE);
  g_free (self);
}

/**
 * tl_table_copy_begin_row:
 * @head: whether its cells say what those below them are
 *
 * Begins another row.
 */
void
tl_table_copy_begin_row (TlTableCopy *self,
                         gboolean     head)
{
  g_return_if_fail (self != NULL);

  if (self->tabs->len > 0)
    g_string_append_c (self->tabs, '\n');
  g_string_append (self->html, "\n<tr>");
  self->head = head;
  self->first = TRUE;
}

/**
 * tl_table_copy_add:
 * @text: what stands in the next cell of the row
 */
void
tl_table_copy_add (TlTableCopy *self,
                   const char  *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (!self->first)
    g_string_append_c (self->tabs, '\t');
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (self->tabs, *at == '\t' || *at == '\n' ? ' ' : *at);
  g_string_append_printf (self->html, self->head ? "<th>%s</th>" : "<td>%s</td>", escaped);
  self->first = FALSE;
}

/**
 * tl_table_copy_add_count:
 * @count: a count, or a #TlCountSymbol
 *
 * Adds a cell.
 */
void
tl_table_copy_add_count (TlTableCopy *self,
                         gint64       count)
{
  g_autofree char *text = tl_count_format (count);

  tl_table_copy_add (self, text);
}

/**
 * tl_table_copy_end:
 * @caption: what was counted
 * @note: (nullable): what is withheld
 *
 * Ends the table with what has to go with it.
 */
void
tl_table_copy_end (TlTableCopy *self,
                   const char  *caption,
                   const char  *note)
{
  g_return_if_fail (self != NULL && caption != NULL);

  g_autofree char *escaped = g_markup_escape_text (caption, -1);
  g_autofree char *escaped_note = g_markup_escape_text (note != NULL ? note : "", -1);

  g_string_append_printf (self->tabs, "\n%s\n", caption);
  g_string_append_printf (self->html, "\n</table>\n<p>%s</p>\n", escaped);
  if (note != NULL)
    {
      g_string_append_printf (self->tabs, "%s\n", note);
      g_string_append_printf (self->html, "<p>%s</p>\n", escaped_note);
    }
}

/**
 * tl_table_copy_get_tabs:
 *
 * Returns: lines with tabs between the cells
 */
const char *
tl_table_copy_get_tabs (TlTableCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->tabs->str;
}

/**
 * tl_table_copy_get_html:
 *
 * Returns: an HTML table
 */
const char *
tl_table_copy_get_html (TlTableCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->html->str;
}

/**
 * tl_table_copy_new_content:
 *
 * Returns: (transfer full): the table in both forms, for a clipboard
 */
GdkContentProvider *
tl_table_copy_new_content (TlTableCopy *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr (GBytes) bytes = g_bytes_new (self->html->str, self->html->len);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, self->tabs->str),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
