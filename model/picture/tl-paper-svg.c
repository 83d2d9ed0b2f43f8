/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paper that is an SVG document: text is text, everything named has a title, nothing points outside and nothing can be
 * run, so that it may stand inside a page as it is. */
#include "config.h"

#include "model/picture/tl-paper-svg.h"

#include <libxml/xmlwriter.h>

#define SVG_NAMESPACE "http://www.w3.org/2000/svg"

typedef struct {
  TlPaper          paper;
  xmlBufferPtr     buffer;
  xmlTextWriterPtr writer;
} TlPaperSvg;

static void
set (TlPaperSvg *self,
     const char *name,
     const char *value)
{
  xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST value);
}

/* A number that reads the same in every locale. */
static void
append_number (GString *out,
               double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  for (end = text + strlen (text); end[-1] == '0'; end--)
    ;
  if (end[-1] == '.')
    end--;
  *end = '\0';
  g_string_append (out, strcmp (text, "-0") == 0 ? "0" : text);
}

static void
set_number (TlPaperSvg *self,
            const char *name,
            double      number)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_number (text, number);
  set (self, name, text->str);
}

static void
set_colour (TlPaperSvg *self,
            const char *name,
            guint32     colour)
{
  char text[8];

  g_snprintf (text, sizeof text, "#%06x", colour & 0xffffff);
  set (self, name, colour == TL_INK_NONE ? "none" : text);
}

/* Begins an element on a line of its own. */
static void
start (TlPaperSvg *self,
       const char *name)
{
  xmlTextWriterWriteString (self->writer, BAD_CAST "\n");
  xmlTextWriterStartElement (self->writer, BAD_CAST name);
}

static void
add_element (TlPaperSvg *self,
             const char *name,
             const char *text)
{
  if (text != NULL)
    xmlTextWriterWriteElement (self->writer, BAD_CAST name, BAD_CAST text);
}

static void
begin_group (TlPaper    *paper,
             const char *id,
             const char *title,
             const char *description)
{
  TlPaperSvg *self = (TlPaperSvg *) paper;

  start (self, "g");
  set (self, "id", id);
  set (self, "role", "img");
  add_element (self, "title", title);
  add_element (self, "desc", description);
}

static void
end_group (TlPaper *paper)
{
  xmlTextWriterEndElement (((TlPaperSvg *) paper)->writer);
}

static void
begin_shift (TlPaper *paper,
             double   x,
             double   y)
{
  TlPaperSvg *self = (TlPaperSvg *) paper;
  g_autoptr (GString) shift = g_string_new ("translate(");

  append_number (shift, x);
  g_string_append_c (shift, ',');
  append_number (shift, y);
  g_string_append_c (shift, ')');
  start (self, "g");
  set (self, "transform", shift->str);
}

static char *
dup_path (const TlContour *contour)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  static const guint n_points[] = { 1, 1, 3, 0 };
  GString *out = g_string_new (NULL);
  guint n;
  const TlContourStep *steps = tl_contour_get_steps (contour, &n);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (out, letters[steps[i].verb]);
      for (guint j = 0; j < n_points[steps[i].verb]; j++)
        {
          if (j > 0)
            g_string_append_c (out, ' ');
          append_number (out, steps[i].points[j].x);
          g_string_append_c (out, ',');
          append_number (out, steps[i].points[j].y);
        }
    }
  return g_string_free (out, FALSE);
}

static void
draw (TlPaper         *paper,
      const TlContour *contour,
      const TlInk     *ink)
{
  TlPaperSvg *self = (TlPaperSvg *) paper;
  g_autofree char *path = dup_path (contour);

  start (self, "path");
  set (self, "d", path);
  set_colour (self, "fill", ink->fill);
  if (ink->stroke != TL_INK_NONE)
    {
      g_autoptr (GString) dashes = g_string_new (NULL);

      set_colour (self, "stroke", ink->stroke);
      set_number (self, "stroke-width", ink->width);
      for (guint i = 0; i < G_N_ELEMENTS (ink->dashes) && ink->dashes[i] > 0; i++)
        {
          g_string_append_c (dashes, ' ');
          append_number (dashes, ink->dashes[i]);
        }
      if (dashes->len > 0)
        set (self, "stroke-dasharray", dashes->str + 1);
    }
  xmlTextWriterEndElement (self->writer);
}

/* The text of a line as it is shown; the space at its end parts it from the next line when it is read. */
static char *
dup_line_text (PangoLayout     *layout,
               PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  int start = pango_layout_line_get_start_index (line);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoItem *item = ((PangoGlyphItem *) l->data)->item;

      if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        return g_strdup_printf ("%.*s…", item->offset - start, text + start);
    }
  return g_strndup (text + start, (gsize) pango_layout_line_get_length (line));
}

static void
write_line (TlPaperSvg      *self,
            PangoLayout     *layout,
            PangoLayoutIter *iter,
            double           x,
            double           y)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  gboolean is_rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  g_autofree char *text = dup_line_text (layout, line);
  PangoRectangle rect;

  pango_layout_iter_get_line_extents (iter, NULL, &rect);
  x += (double) (is_rtl ? rect.x + rect.width : rect.x) / PANGO_SCALE;
  y += (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
  xmlTextWriterStartElement (self->writer, BAD_CAST "tspan");
  set_number (self, "x", x);
  set_number (self, "y", y);
  xmlTextWriterWriteString (self->writer, BAD_CAST text);
  xmlTextWriterEndElement (self->writer);
}

static void
write_text (TlPaper     *paper,
            PangoLayout *layout,
            double       x,
            double       y,
            guint32      colour)
{
  TlPaperSvg *self = (TlPaperSvg *) paper;
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoLayoutLine *first = pango_layout_iter_get_line_readonly (iter);

  start (self, "text");
  set_colour (self, "fill", colour);
  set_number (self, "font-size", (double) pango_font_description_get_size (font) / PANGO_SCALE);
  if (pango_font_description_get_weight (font) >= PANGO_WEIGHT_BOLD)
    set (self, "font-weight", "bold");
  if (pango_font_description_get_style (font) == PANGO_STYLE_ITALIC)
    set (self, "font-style", "italic");
  if (pango_layout_line_get_resolved_direction (first) == PANGO_DIRECTION_RTL)
    set (self, "direction", "rtl");
  do
    write_line (self, layout, iter, x, y);
  while (pango_layout_iter_next_line (iter));
  xmlTextWriterEndElement (self->writer);
  pango_layout_iter_free (iter);
}

static void
write_head (TlPaperSvg           *self,
            const TlPaperSvgHead *head)
{
  g_autoptr (GString) view = g_string_new ("0 0 ");

  append_number (view, head->width);
  g_string_append_c (view, ' ');
  append_number (view, head->height);
  xmlTextWriterStartDocument (self->writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (self->writer, BAD_CAST "svg");
  set (self, "xmlns", SVG_NAMESPACE);
  set_number (self, "width", head->width * head->scale);
  set_number (self, "height", head->height * head->scale);
  set (self, "viewBox", view->str);
  set (self, "lang", head->language);
  set (self, "xml:lang", head->language);
  set (self, "role", "graphics-document");
  set (self, "font-family", TL_PAPER_FONTS);
  add_element (self, "title", head->title);
  add_element (self, "desc", head->description);
}

/**
 * tl_paper_svg_new:
 * @head: what the document is like as a whole
 *
 * Returns: (transfer full): a sheet
 */
TlPaper *
tl_paper_svg_new (const TlPaperSvgHead *head)
{
  g_return_val_if_fail (head != NULL && head->title != NULL && head->language != NULL, NULL);

  static const TlPaperVerbs verbs = { begin_group, end_group, begin_shift, end_group, draw, write_text };
  TlPaperSvg *self = g_new0 (TlPaperSvg, 1);

  self->paper.verbs = &verbs;
  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterSetIndent (self->writer, 0);
  write_head (self, head);
  return &self->paper;
}

/**
 * tl_paper_svg_finish:
 * @paper: (transfer full): a sheet made by tl_paper_svg_new()
 *
 * Returns: (transfer full): the document
 */
GBytes *
tl_paper_svg_finish (TlPaper *paper)
{
  TlPaperSvg *self = (TlPaperSvg *) paper;

  xmlTextWriterEndDocument (self->writer);
  xmlFreeTextWriter (self->writer);

  GBytes *bytes = g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));

  xmlBufferFree (self->buffer);
  g_free (self);
  return bytes;
}
