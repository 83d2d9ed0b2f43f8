/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as ODT, for who wants to go on writing: its text in the styles of "reports/odt-styles.xml" by the stylesheet
 * "reports/odt.xsl", and each picture as a drawing with an image beside it. */
#include "config.h"

#include "model/report/tl-report-private.h"
#include "model/report/tl-report-zip.h"

#include "model/base/tl-data.h"
#include "model/picture/tl-painter.h"
#include "model/picture/tl-picture-file.h"
#include "model/report/tl-why-picture.h"

#include <libxml/xmlwriter.h>
#include <string.h>

#define MIME_TYPE "application/vnd.oasis.opendocument.text"
#define STYLES "reports/odt-styles.xml"

/* Room for a picture on a page, in centimetres; and the largest one of its units may be. */
#define MAX_WIDTH 16.4
#define MAX_HEIGHT 22.0
#define MAX_IMAGE_HEIGHT 17.0 /* of one that is drawn already, and goes beneath a heading and a caption */
#define MAX_UNIT 0.0265
/* Pixels of an image for a unit: some 160 in an inch, where the drawing itself can't be shown. More takes seconds. */
#define IMAGE_SCALE 1

typedef struct {
  TlReport    *report;      /* borrowed */
  TlReportZip *zip;         /* borrowed */
  GString     *manifest;    /* owned by the caller */
  guint        n_pictures;
} Packer;

static void
add_file (Packer     *self,
          const char *name,
          const char *type,
          GBytes     *data)
{
  /* An image is packed already. */
  tl_report_zip_add (self->zip, name, data, strcmp (type, "image/png") == 0);
  g_string_append_printf (self->manifest,
                          "  <manifest:file-entry manifest:full-path=\"%s\" manifest:media-type=\"%s\"/>\n",
                          name, type);
}

static void
set_length (xmlNodePtr  node,
            const char *name,
            double      centimetres)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = g_strconcat (g_ascii_formatd (number, sizeof number, "%.3f", centimetres), "cm", NULL);

  xmlSetProp (node, BAD_CAST name, BAD_CAST text);
}

/* The image into the package, and where it is to the stylesheet. */
static void
add_image (Packer              *self,
           xmlNodePtr           node,
           const TlReportImage *image)
{
  g_autofree char *svg_name = g_strdup_printf ("Pictures/%u.svg", ++self->n_pictures);
  g_autofree char *png_name = g_strdup_printf ("Pictures/%u.png", self->n_pictures);
  g_autofree char *name = g_path_get_basename (png_name);
  double height = image->id != NULL ? MAX_IMAGE_HEIGHT : MAX_HEIGHT;
  double unit = MIN (MIN (MAX_WIDTH / image->width, height / image->height), MAX_UNIT);

  add_file (self, svg_name, "image/svg+xml", image->svg);
  add_file (self, png_name, "image/png", image->png);
  set_length (node, "width", image->width * unit);
  set_length (node, "height", image->height * unit);
  xmlSetProp (node, BAD_CAST "svg", BAD_CAST svg_name);
  xmlSetProp (node, BAD_CAST "png", BAD_CAST png_name);
  xmlSetProp (node, BAD_CAST "name", BAD_CAST name);
  xmlSetProp (node, BAD_CAST "label", BAD_CAST image->title);
  xmlSetProp (node, BAD_CAST "words", BAD_CAST image->words);
}

/* Draws a picture of a graph. */
static gboolean
draw_picture (Packer           *self,
              xmlNodePtr        node,
              const TlPicture  *picture,
              GCancellable     *cancellable,
              GError          **error)
{
  TlPictureOptions options = { TL_PICTURE_SVG, TRUE, 1, NULL, FALSE };
  g_autoptr (TlPainter) painter = tl_painter_new (picture, TRUE);
  g_auto (GStrv) sentences = tl_why_picture_dup_sentences (picture);
  g_autofree char *words = g_strjoinv (" ", sentences);
  g_autoptr (GBytes) svg = tl_picture_make_file (picture, &options, cancellable, error);
  g_autoptr (GBytes) png = NULL;
  TlReportImage image = { .title = picture->title, .words = words };

  options.format = TL_PICTURE_PNG;
  options.scale = IMAGE_SCALE;
  png = svg != NULL ? tl_picture_make_file (picture, &options, cancellable, error) : NULL;
  if (png == NULL)
    return FALSE;
  image.svg = svg;
  image.png = png;
  tl_painter_get_size (painter, &image.width, &image.height);
  add_image (self, node, &image);
  return TRUE;
}

static gboolean
add_picture (Packer        *self,
             xmlNodePtr     node,
             GCancellable  *cancellable,
             GError       **error)
{
  const TlReportImage *image = _tl_report_find_image (self->report, node);
  const TlPicture *picture = image == NULL ? _tl_report_find_picture (self->report, node) : NULL;

  if (image != NULL)
    add_image (self, node, image);
  return picture == NULL || draw_picture (self, node, picture, cancellable, error);
}

static gboolean
add_pictures (Packer        *self,
              xmlNodePtr     root,
              GCancellable  *cancellable,
              GError       **error)
{
  for (xmlNodePtr node = root; node != NULL; node = _tl_node_next (node, root))
    if (_tl_node_is_ours (node, "picture") && !add_picture (self, node, cancellable, error))
      return FALSE;
  return TRUE;
}

static GBytes *
serialise (xmlDocPtr document)
{
  xmlChar *text;
  int length;
  GBytes *bytes;

  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");
  bytes = g_bytes_new (text, (gsize) length);
  xmlFree (text);
  return bytes;
}

static gboolean
add_text (Packer     *self,
          xmlDocPtr   document,
          GError    **error)
{
  xmlDocPtr content = _tl_report_style (document, "odt.xsl", error);
  g_autoptr (GBytes) styles = content != NULL ? tl_data_load (STYLES, error) : NULL;

  if (styles != NULL)
    {
      g_autoptr (GBytes) text = serialise (content);

      add_file (self, "content.xml", "text/xml", text);
      add_file (self, "styles.xml", "text/xml", styles);
    }
  if (content != NULL)
    xmlFreeDoc (content);
  return styles != NULL;
}

/* What the file is called; when it was made is nobody's business. */
static void
add_meta (Packer     *self,
          const char *title)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  xmlTextWriterPtr writer = xmlNewTextWriterMemory (buffer, 0);
  g_autoptr (GBytes) bytes = NULL;

  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "office:document-meta");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "xmlns:office",
                               BAD_CAST "urn:oasis:names:tc:opendocument:xmlns:office:1.0");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "xmlns:meta",
                               BAD_CAST "urn:oasis:names:tc:opendocument:xmlns:meta:1.0");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "xmlns:dc", BAD_CAST "http://purl.org/dc/elements/1.1/");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "office:version", BAD_CAST "1.2");
  xmlTextWriterStartElement (writer, BAD_CAST "office:meta");
  xmlTextWriterWriteElement (writer, BAD_CAST "meta:generator", BAD_CAST "Throughline");
  xmlTextWriterWriteElement (writer, BAD_CAST "dc:title", BAD_CAST title);
  xmlTextWriterWriteElement (writer, BAD_CAST "dc:language", BAD_CAST "en-GB");
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  add_file (self, "meta.xml", "text/xml", bytes);
}

static void
add_manifest (Packer *self)
{
  g_autoptr (GBytes) bytes = NULL;

  g_string_append (self->manifest, "</manifest:manifest>\n");
  bytes = g_bytes_new (self->manifest->str, self->manifest->len);
  tl_report_zip_add (self->zip, "META-INF/manifest.xml", bytes, FALSE);
}

/*
 * Returns: (transfer full): the file
 */
GBytes *
_tl_report_write_odt (TlReport      *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (TlReportZip) zip = tl_report_zip_new ();
  g_autoptr (GBytes) type = g_bytes_new_static (MIME_TYPE, sizeof MIME_TYPE - 1);
  g_autoptr (GString) manifest
      = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
                      "manifest:version=\"1.2\">\n"
                      "  <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" "
                      "manifest:media-type=\"" MIME_TYPE "\"/>\n");
  g_autofree char *title = _tl_report_dup_title (self);
  xmlDocPtr document = xmlCopyDoc (self->document, 1);
  Packer packer = { self, zip, manifest, 0 };
  gboolean done;

  tl_report_zip_add (zip, "mimetype", type, TRUE);
  done = add_pictures (&packer, xmlDocGetRootElement (document), cancellable, error)
         && add_text (&packer, document, error);
  xmlFreeDoc (document);
  if (!done)
    return NULL;
  add_meta (&packer, title);
  add_manifest (&packer);
  return tl_report_zip_finish (zip);
}
