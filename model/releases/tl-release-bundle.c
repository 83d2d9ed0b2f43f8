/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A release as files for an annual report: a page for any browser, a document to go on writing in, and each table as
 * CSV with its settings, with a list of these. The same release gives the same bytes. */
#include "config.h"

#include "model/releases/tl-release-bundle.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/exchange/tl-csv.h"
#include "model/releases/tl-release-grid.h"
#include "model/releases/tl-release-words.h"
#include "model/report/tl-report-styled.h"

#define STYLE "release.xsl"

static char *
dup_file_name (const TlRelease *self,
               guint            i)
{
  const TlAsked *question = ((TlReleaseTable *) self->tables->pdata[i])->question;
  g_autofree char *text = tl_asked_dup_text (question);
  g_auto (GStrv) words = g_strsplit (text, " ", 2);

  return g_strdup_printf ("table-%u-%s.csv", i + 1, words[0]);
}

/* The document that is styled */

static xmlNodePtr
add_element (xmlNodePtr  parent,
             const char *name,
             const char *text)
{
  return xmlNewTextChild (parent, parent->ns, BAD_CAST name, BAD_CAST text);
}

static void
set_attribute (xmlNodePtr  node,
               const char *name,
               const char *value)
{
  if (value != NULL && value[0] != '\0')
    xmlSetProp (node, BAD_CAST name, BAD_CAST value);
}

static void
add_grid (xmlNodePtr           parent,
          const TlReleaseGrid *grid)
{
  xmlNodePtr node = add_element (parent, "grid", NULL);

  set_attribute (node, "title", grid->title);
  for (guint i = 0; grid->columns[i] != NULL; i++)
    add_element (node, "column", grid->columns[i]);
  for (guint i = 0; i < grid->rows->len; i++)
    {
      const TlReleaseRow *row = grid->rows->pdata[i];
      xmlNodePtr line = add_element (node, "row", NULL);

      xmlSetProp (line, BAD_CAST "head", BAD_CAST row->head);
      if (row->depth > 0)
        set_attribute (line, "inner", "yes");
      for (guint j = 0; row->cells[j] != NULL; j++)
        add_element (line, "cell", row->cells[j]);
    }
}

static void
add_table (xmlNodePtr       root,
           const TlRelease *self,
           guint            i)
{
  const TlReleaseTable *table = self->tables->pdata[i];
  g_autoptr (GPtrArray) grids = tl_release_grid_list (table);
  g_autofree char *title = tl_asked_dup_title (table->question);
  g_autofree char *file = dup_file_name (self, i);
  xmlNodePtr node = add_element (root, "table", NULL);

  set_attribute (node, "title", title);
  set_attribute (node, "file", file);
  add_element (node, "caption", tl_release_table_get_caption (table));
  if (tl_release_table_get_note (table) != NULL)
    add_element (node, "note", tl_release_table_get_note (table));
  for (guint j = 0; j < grids->len; j++)
    add_grid (node, grids->pdata[j]);
}

static xmlDocPtr
make_document (const TlRelease *self)
{
  const TlReleasePlan *plan = self->plan;
  xmlDocPtr document = xmlNewDoc (BAD_CAST "1.0");
  xmlNodePtr root = xmlNewNode (NULL, BAD_CAST "release");
  g_autofree char *settings = tl_release_dup_settings (self);

  xmlDocSetRootElement (document, root);
  xmlSetNs (root, xmlNewNs (root, BAD_CAST TL_REPORT_NAMESPACE, NULL));
  set_attribute (root, "title", plan->title);
  set_attribute (root, "author", plan->author);
  set_attribute (root, "date", plan->date);
  add_element (root, "settings", settings);
  for (guint i = 0; i < plan->caveats->len; i++)
    add_element (root, "caveat", plan->caveats->pdata[i]);
  for (guint i = 0; i < self->tables->len; i++)
    add_table (root, self, i);
  return document;
}

/* Files */

static gboolean
write_file (const char  *folder,
            const char  *name,
            const void  *data,
            gsize        length,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, error);
}

static gboolean
write_report (TlReport        *report,
              const char      *folder,
              const char      *name,
              TlReportFormat   format,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (GBytes) bytes = tl_report_write (report, format, NULL, NULL, cancellable, error);

  return bytes != NULL && write_file (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error);
}

/* What each of the files is, for who reads only those. */
static char *
dup_contents (const TlRelease *self)
{
  g_autofree char *settings = tl_release_dup_settings (self);
  g_autofree char *threshold = g_strdup_printf ("%u", self->plan->threshold);
  g_autofree char *round = g_strdup_printf ("%u", MAX (self->plan->round, 1));
  g_autoptr (GString) caveats = g_string_new (NULL);
  GString *out = g_string_new ("file,title,question,base,withheld_to,rounded_to,caption,note,settings,caveats\n");

  for (guint i = 0; i < self->plan->caveats->len; i++)
    g_string_append_printf (caveats, "%s%s", i > 0 ? " " : "", (const char *) self->plan->caveats->pdata[i]);
  for (guint i = 0; i < self->tables->len; i++)
    {
      const TlReleaseTable *table = self->tables->pdata[i];
      const char *note = tl_release_table_get_note (table);
      g_autofree char *file = dup_file_name (self, i);
      g_autofree char *title = tl_asked_dup_title (table->question);
      g_autofree char *base = tl_count_format (tl_release_table_get_base (table));
      const char *cells[] = { file, title, table->text, base, threshold, round, tl_release_table_get_caption (table),
                              note != NULL ? note : "", settings, caveats->str };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        tl_csv_append_cell (out, cells[j]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static gboolean
write_tables (const TlRelease  *self,
              const char       *folder,
              GError          **error)
{
  g_autofree char *contents = dup_contents (self);

  for (guint i = 0; i < self->tables->len; i++)
    {
      g_autofree char *csv = tl_release_table_dup_csv (self->tables->pdata[i]);
      g_autofree char *name = dup_file_name (self, i);

      if (!write_file (folder, name, csv, strlen (csv), error))
        return FALSE;
    }
  return write_file (folder, "tables.csv", contents, strlen (contents), error);
}

/**
 * tl_release_write:
 * @self: a release
 * @folder: where to; it is made if it is not there
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Writes "release.html", "release.odt", a file "table-N-WHAT.csv" for each table, and "tables.csv" which lists them.
 * Files of these names are replaced.
 *
 * Returns: %FALSE if a file can't be written, with an error of tl_report_new_styled(), or %G_IO_ERROR_CANCELLED
 */
gboolean
tl_release_write (const TlRelease  *self,
                  const char       *folder,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_return_val_if_fail (self != NULL && folder != NULL, FALSE);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      int code = errno;
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The folder “%s” can’t be made: %s."), name, g_strerror (code));
      return FALSE;
    }

  xmlDocPtr document = make_document (self);
  g_autoptr (TlReport) report = tl_report_new_styled (document, STYLE, error);

  xmlFreeDoc (document);
  return report != NULL && write_report (report, folder, "release.html", TL_REPORT_HTML, cancellable, error)
         && write_report (report, folder, "release.odt", TL_REPORT_ODT, cancellable, error)
         && write_tables (self, folder, error);
}
