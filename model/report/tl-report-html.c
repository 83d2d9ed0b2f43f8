/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as one HTML file that needs nothing beside itself: the style stands in it, and each picture as SVG. There is
 * no script, and nothing is fetched. */
#include "config.h"

#include "model/report/tl-report-private.h"

#include "model/base/tl-data.h"
#include "model/base/tl-error.h"
#include "model/exchange/tl-xml-writer.h"
#include "model/picture/tl-picture-file.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

#define STYLE "reports/report.css"

/* Elements of HTML that have no end. */
static const char *const void_elements[] = { "br", "col", "hr", "img", "input", "link", "meta", NULL };

typedef struct {
  TlReport *report; /* borrowed */
  GString  *out;    /* borrowed */
  guint     n_figures;
} Writer;

static void write_node (Writer     *writer,
                        xmlNodePtr  node);

static void
write_attribute (GString    *out,
                 const char *name,
                 const char *value)
{
  g_string_append_printf (out, " %s=\"", name);
  tl_xml_append_text (out, value, TRUE);
  g_string_append_c (out, '"');
}

/* Our own attributes are meant for us. */
static void
write_attributes (Writer     *writer,
                  xmlNodePtr  node)
{
  for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns == NULL)
      {
        g_autofree char *value = _tl_node_dup_attribute (node, (const char *) attribute->name);

        write_attribute (writer->out, (const char *) attribute->name, value);
      }
}

static void
write_children (Writer     *writer,
                xmlNodePtr  node)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    write_node (writer, child);
}

static void
write_html (Writer     *writer,
            xmlNodePtr  node)
{
  const char *name = (const char *) node->name;

  if (_tl_node_is_block (node) || _tl_node_is (node, "head") || _tl_node_is (node->parent, "head"))
    g_string_append_c (writer->out, '\n');
  g_string_append_printf (writer->out, "<%s", name);
  write_attributes (writer, node);
  g_string_append_c (writer->out, '>');
  if (g_strv_contains (void_elements, name))
    return;
  if (strcmp (name, "style") == 0)
    {
      xmlChar *style = xmlNodeGetContent (node);

      g_string_append (writer->out, (const char *) style);
      xmlFree (style);
    }
  else
    write_children (writer, node);
  g_string_append_printf (writer->out, "</%s>", name);
}

/* Within a picture: its elements, with ids that no other picture of the page has. */
static void
write_svg (Writer     *writer,
           xmlNodePtr  node)
{
  if (node->type == XML_TEXT_NODE)
    tl_xml_append_text (writer->out, (const char *) node->content, FALSE);
  if (node->type != XML_ELEMENT_NODE)
    return;
  g_string_append_printf (writer->out, "<%s", (const char *) node->name);
  for (xmlAttrPtr attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      g_autofree char *value = attribute->ns == NULL ? _tl_node_dup_attribute (node, name) : NULL;
      g_autofree char *own = g_strdup_printf ("picture-%u-%s", writer->n_figures, value);

      /* What the element means in a page without being told. */
      if (value != NULL && strcmp (value, "graphics-document") != 0)
        write_attribute (writer->out, name, strcmp (name, "id") == 0 ? own : value);
    }
  if (node->children == NULL)
    {
      g_string_append (writer->out, "/>");
      return;
    }
  g_string_append_c (writer->out, '>');
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    write_svg (writer, child);
  g_string_append_printf (writer->out, "</%s>", (const char *) node->name);
}

static void
write_picture (Writer     *writer,
               xmlNodePtr  node)
{
  const TlPictureOptions options = { TL_PICTURE_SVG, TRUE, 1, NULL, FALSE };
  const TlReportImage *image = _tl_report_find_image (writer->report, node);
  TlPicture *picture = image == NULL ? _tl_report_find_picture (writer->report, node) : NULL;
  g_autoptr (GBytes) svg = image != NULL     ? g_bytes_ref (image->svg)
                           : picture != NULL ? tl_picture_make_file (picture, &options, NULL, NULL)
                                             : NULL;

  if (svg == NULL)
    return;

  xmlDocPtr document = xmlReadMemory (g_bytes_get_data (svg, NULL), (int) g_bytes_get_size (svg), NULL, NULL,
                                      XML_PARSE_NONET | XML_PARSE_HUGE);

  writer->n_figures++;
  write_svg (writer, xmlDocGetRootElement (document));
  xmlFreeDoc (document);
}

static void
write_node (Writer     *writer,
            xmlNodePtr  node)
{
  if (node->type == XML_TEXT_NODE)
    tl_xml_append_text (writer->out, (const char *) node->content, FALSE);
  else if (_tl_node_is_ours (node, "picture"))
    write_picture (writer, node);
  else if (node->type == XML_ELEMENT_NODE && node->ns == NULL)
    write_html (writer, node);
}

/* The style sheet in the place where the stylesheet wants it; no text of it can end the element. */
static gboolean
fill_style (xmlDocPtr   document,
            GError    **error)
{
  xmlNodePtr root = xmlDocGetRootElement (document);
  g_autoptr (GBytes) css = tl_data_load (STYLE, error);

  if (css == NULL)
    return FALSE;

  g_autofree char *text = g_strndup (g_bytes_get_data (css, NULL), g_bytes_get_size (css));

  if (!g_utf8_validate (text, -1, NULL) || strstr (text, "</") != NULL)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s” is not a style sheet."), STYLE);
      return FALSE;
    }
  for (xmlNodePtr node = root; node != NULL; node = _tl_node_next (node, root))
    if (_tl_node_is (node, "style") && node->children == NULL)
      {
        xmlAddChild (node, xmlNewDocText (document, BAD_CAST text));
        break;
      }
  return TRUE;
}

/*
 * Returns: (transfer full): the file
 */
GBytes *
_tl_report_write_html (TlReport  *self,
                       GError   **error)
{
  g_autoptr (GString) out = g_string_new ("<!DOCTYPE html>\n");
  xmlDocPtr document = xmlCopyDoc (self->document, 1);
  Writer writer = { self, out, 0 };
  gboolean done = fill_style (document, error);

  if (done)
    {
      write_html (&writer, xmlDocGetRootElement (document));
      g_string_append_c (out, '\n');
    }
  xmlFreeDoc (document);
  return done ? g_string_free_to_bytes (g_steal_pointer (&out)) : NULL;
}
