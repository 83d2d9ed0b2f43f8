/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A release as one text: what one has to know before reading any table, then each table with its picture, what was
 * counted and what is withheld. */
#include "config.h"

#include "model/releases/tl-release-bundle-private.h"

#include "model/releases/tl-release-grid.h"
#include "model/releases/tl-release-picture.h"
#include "model/releases/tl-release-words.h"
#include "model/report/tl-report-styled.h"

#define STYLE "release.xsl"

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
add_pictures (xmlNodePtr  parent,
              GPtrArray  *pictures,
              const char *stem)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      g_autofree char *name = _tl_release_dup_picture_name (stem, i, pictures->len);
      xmlNodePtr node = add_element (parent, "picture", NULL);

      set_attribute (node, "id", name);
      set_attribute (node, "title", ((const TlReleasePicture *) pictures->pdata[i])->title);
    }
}

static void
add_table (xmlNodePtr       root,
           const TlRelease *self,
           guint            i,
           GPtrArray       *pictures)
{
  const TlReleaseTable *table = self->tables->pdata[i];
  g_autoptr (GPtrArray) grids = tl_release_grid_list (table);
  g_autofree char *title = tl_asked_dup_title (table->question);
  g_autofree char *stem = _tl_release_dup_stem (self, i);
  g_autofree char *file = g_strconcat (stem, ".csv", NULL);
  xmlNodePtr node = add_element (root, "table", NULL);

  set_attribute (node, "title", title);
  set_attribute (node, "file", file);
  add_element (node, "caption", tl_release_table_get_caption (table));
  if (tl_release_table_get_note (table) != NULL)
    add_element (node, "note", tl_release_table_get_note (table));
  add_pictures (node, pictures, stem);
  for (guint j = 0; j < grids->len; j++)
    add_grid (node, grids->pdata[j]);
}

static xmlDocPtr
make_document (const TlRelease *self,
               GPtrArray       *pictures)
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
    add_table (root, self, i, pictures->pdata[i]);
  return document;
}

/* @pictures are those of each table, by its place. Returns: (transfer full) (nullable): the text, with its pictures */
TlReport *
_tl_release_report_new (const TlRelease  *self,
                        GPtrArray        *pictures,
                        GError          **error)
{
  xmlDocPtr document = make_document (self, pictures);
  g_autoptr (TlReport) report = tl_report_new_styled (document, STYLE, error);

  xmlFreeDoc (document);
  for (guint i = 0; report != NULL && i < pictures->len; i++)
    {
      const GPtrArray *of_table = pictures->pdata[i];
      g_autofree char *stem = _tl_release_dup_stem (self, i);

      for (guint j = 0; j < of_table->len; j++)
        {
          const TlReleasePicture *picture = of_table->pdata[j];
          g_autofree char *name = _tl_release_dup_picture_name (stem, j, of_table->len);

          tl_report_add_image (report, name, picture->inner_svg, picture->inner_png, picture->inner_width,
                               picture->inner_height, picture->title, picture->words);
        }
    }
  return g_steal_pointer (&report);
}
