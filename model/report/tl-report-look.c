/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The look of a report on paper, read from "reports/page.ini": the person's own before ours. */
#include "config.h"

#include "model/report/tl-report-look.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/picture/tl-paper-size.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FILE_NAME "reports/page.ini"

struct _TlLooks
{
  GKeyFile  *file; /* owned */
  TlPageLook page;
};

static double
get_number (TlLooks    *self,
            const char *group,
            const char *key,
            double      otherwise)
{
  g_autofree char *text = g_key_file_get_value (self->file, group, key, NULL);

  return text != NULL ? g_ascii_strtod (text, NULL) : otherwise;
}

static void
read_number (TlLooks    *self,
             const char *group,
             const char *key,
             double      most,
             double     *value)
{
  *value = CLAMP (get_number (self, group, key, *value), 0, most);
}

static void
read_colour (TlLooks    *self,
             const char *group,
             const char *key,
             guint32    *value)
{
  g_autofree char *text = g_key_file_get_value (self->file, group, key, NULL);
  PangoColor colour;

  if (text != NULL && pango_color_parse (&colour, text))
    *value = (guint32) (colour.red >> 8) << 16 | (guint32) (colour.green >> 8) << 8 | colour.blue >> 8;
}

static void
read_flag (TlLooks    *self,
           const char *group,
           const char *key,
           const char *yes,
           gboolean   *value)
{
  g_autofree char *text = g_key_file_get_value (self->file, group, key, NULL);

  if (text != NULL)
    *value = strcmp (g_strstrip (text), yes) == 0;
}

/* What a group says goes before what stands in @look. */
static void
apply (TlLooks    *self,
       const char *group,
       TlLook     *look)
{
  if (!g_key_file_has_group (self->file, group))
    return;
  read_number (self, group, "size", 72, &look->size);
  look->size = MAX (look->size, 4);
  read_number (self, group, "leading", 4, &look->leading);
  read_flag (self, group, "weight", "bold", &look->is_bold);
  read_flag (self, group, "italic", "true", &look->is_italic);
  read_colour (self, group, "colour", &look->colour);
  read_colour (self, group, "link", &look->link);
  read_number (self, group, "before", 300, &look->before);
  read_number (self, group, "after", 300, &look->after);
  read_number (self, group, "indent", 200, &look->indent);
  read_number (self, group, "column", 300, &look->column);
  read_flag (self, group, "keep", "true", &look->keeps);
  read_colour (self, group, "line", &look->line);
  read_colour (self, group, "tint", &look->tint);
  read_colour (self, group, "bar", &look->bar);
  read_number (self, group, "padding", 60, &look->padding);
  read_flag (self, group, "page-numbers", "true", &look->has_pages);
}

static void
read_page (TlLooks *self)
{
  TlPageLook *page = &self->page;
  g_autofree char *name = g_key_file_get_value (self->file, "page", "paper", NULL);
  const TlPaperSize *paper = name != NULL ? tl_paper_size_find (name) : NULL;

  if (paper == NULL)
    paper = tl_paper_size_find ("A4");
  *page = (TlPageLook) { .width = paper->width, .height = paper->height, .top = 62, .bottom = 64, .side = 66,
                         .furniture_size = 8.5, .furniture_colour = 0x5d6b76 };
  read_number (self, "page", "top", paper->height / 3, &page->top);
  read_number (self, "page", "bottom", paper->height / 3, &page->bottom);
  read_number (self, "page", "side", paper->width / 3, &page->side);
  read_number (self, "page", "furniture-size", 24, &page->furniture_size);
  read_colour (self, "page", "furniture-colour", &page->furniture_colour);
  page->fonts = g_key_file_get_value (self->file, "body", "fonts", NULL);
  if (page->fonts == NULL)
    page->fonts = g_strdup ("sans-serif");
}

/*
 * Returns: (transfer full): the looks; NULL with TL_ERROR_INVALID, or an error of tl_data_load()
 */
TlLooks *
_tl_looks_new (GError **error)
{
  g_autoptr (GBytes) bytes = tl_data_load (FILE_NAME, error);
  g_autoptr (GError) fault = NULL;

  if (bytes == NULL)
    return NULL;

  g_autoptr (TlLooks) self = g_new0 (TlLooks, 1);

  self->file = g_key_file_new ();
  if (!g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_NONE, &fault))
    {
      g_autofree char *name = tl_data_describe (FILE_NAME);

      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” can’t be used as a style for reports: %s"), name,
                   fault->message);
      return NULL;
    }
  read_page (self);
  return g_steal_pointer (&self);
}

void
_tl_looks_free (TlLooks *self)
{
  g_key_file_unref (self->file);
  g_free (self->page.fonts);
  g_free (self);
}

const TlPageLook *
_tl_looks_get_page (TlLooks *self)
{
  return &self->page;
}

/* For paper of another size than that of the style, in points. */
void
_tl_looks_set_paper (TlLooks *self,
                     double   width,
                     double   height)
{
  self->page.width = width;
  self->page.height = height;
}

static void
apply_classes (TlLooks    *self,
               xmlNodePtr  node,
               const char *name,
               TlLook     *look)
{
  g_autofree char *classes = _tl_node_dup_attribute (node, "class");
  g_auto (GStrv) each = classes != NULL ? g_strsplit (classes, " ", -1) : NULL;

  for (guint i = 0; each != NULL && each[i] != NULL; i++)
    {
      g_autofree char *group
          = name != NULL ? g_strjoin (" ", each[i], name, NULL) : g_strconcat (".", each[i], NULL);

      apply (self, group, look);
    }
}

static void
apply_within (TlLooks    *self,
              xmlNodePtr  node,
              const char *name,
              TlLook     *look)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return;
  apply_within (self, node->parent, name, look);

  g_autofree char *group = g_strjoin (" ", (const char *) node->name, name, NULL);

  apply (self, group, look);
  apply_classes (self, node, name, look);
}

/*
 * @name: what the block is, mostly the name of @node
 *
 * Fills in @look what is said of the block @node.
 */
void
_tl_looks_get (TlLooks    *self,
               xmlNodePtr  node,
               const char *name,
               TlLook     *look)
{
  *look = (TlLook) { .size = 10, .leading = 1.4, .line = TL_LOOK_NONE, .tint = TL_LOOK_NONE, .bar = TL_LOOK_NONE };
  apply (self, "body", look);
  apply (self, name, look);
  apply_classes (self, node, NULL, look);
  apply_within (self, node->parent, name, look);
  if (strcmp (name, (const char *) node->name) != 0)
    apply_within (self, node, name, look);
}
