/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A cell of text on paper: the text of an element with what is strong, stressed or leads somewhere in it. */
#include "config.h"

#include "model/report/tl-report-flow.h"

#include <string.h>

/* What is gathered of an element. */
typedef struct {
  GString       *text;
  PangoAttrList *attributes;
  GArray        *links;
} Inline;

static void
link_clear (gpointer data)
{
  g_free (((TlFlowLink *) data)->target);
}

void
_tl_cell_clear (gpointer data)
{
  TlFlowCell *cell = data;

  g_object_unref (cell->layout);
  g_array_unref (cell->links);
}

/*
 * Returns: (transfer full): an empty layout that looks like @look
 */
PangoLayout *
_tl_cell_dup_layout (PangoContext *context,
                     const char   *fonts,
                     const TlLook *look)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, fonts);
  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_font_description_set_weight (font, look->is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (font, look->is_italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return layout;
}

/*
 * @layout: (transfer full): its text
 *
 * Adds a cell to @row.
 *
 * Returns: (transfer none): the cell, until another is added
 */
TlFlowCell *
_tl_cell_add (TlFlowRow    *row,
              PangoLayout  *layout,
              const TlLook *look,
              const char   *tag,
              double        x,
              double        width)
{
  TlFlowCell cell = { .layout = layout, .x = x, .colour = look->colour, .link = look->link, .size = look->size,
                      .line_height = look->size * look->leading, .tag = tag,
                      .links = g_array_new (FALSE, FALSE, sizeof (TlFlowLink)) };

  g_array_set_clear_func (cell.links, link_clear);
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  g_array_append_val (row->cells, cell);
  return &g_array_index (row->cells, TlFlowCell, row->cells->len - 1);
}

static void
add_attribute (Inline         *self,
               PangoAttribute *attribute,
               gsize           start)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->attributes, attribute);
}

/*
 * Whether @node goes on within the line; a block in the middle of a text is a block of its own.
 */
gboolean
_tl_node_is_inline (xmlNodePtr node)
{
  return node->type == XML_TEXT_NODE
         || (node->type == XML_ELEMENT_NODE && !_tl_node_is_block (node) && node->ns == NULL);
}

static void
gather (Inline       *self,
        xmlNodePtr    node,
        const TlLook *look)
{
  gsize start = self->text->len;

  if (node->type == XML_TEXT_NODE)
    {
      _tl_text_append_collapsed (self->text, (const char *) node->content);
      return;
    }
  if (_tl_node_is (node, "br"))
    g_string_append_c (self->text, '\n');
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (_tl_node_is_inline (child))
      gather (self, child, look);
  if (_tl_node_is (node, "strong") || _tl_node_is (node, "b"))
    add_attribute (self, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start);
  else if (_tl_node_is (node, "em") || _tl_node_is (node, "i"))
    add_attribute (self, pango_attr_style_new (look->is_italic ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC), start);
  else if (_tl_node_is (node, "a") && self->text->len > start)
    {
      TlFlowLink link = { (guint) start, (guint) self->text->len, _tl_node_dup_attribute (node, "href") };

      if (link.target == NULL)
        return;
      g_array_append_val (self->links, link);
      /* Too small to be seen; it makes every run of the text be either in the link or out of it. */
      add_attribute (self, pango_attr_letter_spacing_new (1), start);
    }
}

/*
 * Fills @cell with what stands in @node itself, but for the blocks within it.
 */
void
_tl_cell_fill (TlFlowCell   *cell,
               xmlNodePtr    node,
               const TlLook *look)
{
  Inline text = { g_string_new (NULL), pango_attr_list_new (), cell->links };

  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (_tl_node_is_inline (child))
      gather (&text, child, look);
  while (text.text->len > 0 && g_ascii_isspace (text.text->str[text.text->len - 1]))
    g_string_truncate (text.text, text.text->len - 1);
  pango_layout_set_text (cell->layout, text.text->str, (int) text.text->len);
  pango_layout_set_attributes (cell->layout, text.attributes);
  pango_attr_list_unref (text.attributes);
  g_string_free (text.text, TRUE);
}
