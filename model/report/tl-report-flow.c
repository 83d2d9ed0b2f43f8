/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The text of a report, spread into rows: a paragraph is a row of one cell, a line of a list one of a mark and a text,
 * a line of a table has as many as columns. What stands around them is kept for the structure of the PDF. */
#include "config.h"

#include "model/report/tl-report-flow.h"

#include <string.h>

#define MARK_GAP 4
#define CELL_GAP 12

typedef struct {
  TlReport         *report; /* borrowed */
  TlLooks          *looks;  /* borrowed */
  const TlPageLook *page;   /* borrowed */
  TlFlow           *flow;   /* borrowed */
  GPtrArray        *opens;  /* owned; begun, and no row in it yet */
  GPtrArray        *ids;    /* owned; of what has begun, and no row in it yet */
  gboolean          begins_page;
  guint             n_boxes;
  guint             box;
  TlLook            box_look;
  double            x;
  double            width;
} Spreading;

static void
row_free (gpointer data)
{
  TlFlowRow *row = data;

  g_array_unref (row->cells);
  g_ptr_array_unref (row->ids);
  g_ptr_array_unref (row->opens);
  g_free (row->outline);
  g_free (row->page_of);
  g_free (row);
}

static TlFlowRow *
add_row (Spreading    *self,
         const TlLook *look)
{
  TlFlowRow *row = g_new0 (TlFlowRow, 1);

  row->cells = g_array_new (FALSE, TRUE, sizeof (TlFlowCell));
  g_array_set_clear_func (row->cells, _tl_cell_clear);
  row->opens = g_steal_pointer (&self->opens);
  row->ids = g_steal_pointer (&self->ids);
  self->opens = g_ptr_array_new ();
  self->ids = g_ptr_array_new_with_free_func (g_free);
  row->begins_page = self->begins_page;
  self->begins_page = FALSE;
  row->header = -1;
  row->box = self->box;
  row->box_look = self->box_look;
  row->look = *look;
  row->x = self->x;
  row->width = self->width;
  g_ptr_array_add (self->flow->rows, row);
  return row;
}

/* Adds a cell with what stands in @node itself, but for the blocks within it. */
static TlFlowCell *
add_cell (Spreading    *self,
          TlFlowRow    *row,
          xmlNodePtr    node,
          const TlLook *look,
          const char   *tag,
          double        x,
          double        width)
{
  TlFlowCell *cell = _tl_cell_add (row, _tl_cell_dup_layout (self->flow->context, self->page->fonts, look), look, tag,
                                   x, width);

  _tl_cell_fill (cell, node, look);
  return cell;
}

/* Blocks */

static gboolean
has_own_text (xmlNodePtr node)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (_tl_node_is_inline (child) && (child->type != XML_TEXT_NODE || !xmlIsBlankNode (child)))
      return TRUE;
  return FALSE;
}

static void spread_children (Spreading  *self,
                             xmlNodePtr  node);

static gboolean
has_class (xmlNodePtr  node,
           const char *class)
{
  g_autofree char *classes = _tl_node_dup_attribute (node, "class");
  g_auto (GStrv) each = classes != NULL ? g_strsplit (classes, " ", -1) : NULL;

  return each != NULL && g_strv_contains ((const char *const *) each, class);
}

/* Opens what the next row opens. It is to be closed by close_part (). */
static void
open_part (Spreading  *self,
           const char *tag)
{
  g_ptr_array_add (self->opens, (gpointer) tag);
}

static void
close_part (Spreading *self)
{
  /* What no row came in was never opened. */
  if (self->opens->len > 0)
    g_ptr_array_remove_index (self->opens, self->opens->len - 1);
  else if (self->flow->rows->len > 0)
    ((TlFlowRow *) g_ptr_array_index (self->flow->rows, self->flow->rows->len - 1))->closes++;
}

static const char *
get_heading (xmlNodePtr node)
{
  static const char *const tags[] = { "H1", "H2", "H3", "H4", "H5", "H6" };

  if (node->name[0] != 'h' || node->name[1] < '1' || node->name[1] > '6' || node->name[2] != '\0')
    return NULL;
  return tags[node->name[1] - '1'];
}

static void
spread_text (Spreading  *self,
             xmlNodePtr  node)
{
  const char *heading = get_heading (node);
  const char *tag = heading != NULL ? heading : _tl_node_is (node, "figcaption") ? "Caption" : "P";
  TlLook look;

  _tl_looks_get (self->looks, node, (const char *) node->name, &look);

  TlFlowRow *row = add_row (self, &look);
  TlFlowCell *cell = add_cell (self, row, node, &look, tag, self->x, self->width);

  if (heading != NULL && heading[1] < '3')
    {
      row->outline = g_strdup (pango_layout_get_text (cell->layout));
      row->level = (guint) (heading[1] - '0');
    }
}

static void
spread_item (Spreading  *self,
             xmlNodePtr  node,
             guint       number)
{
  g_autofree char *mark = number > 0 ? g_strdup_printf ("%u.", number) : g_strdup ("•");
  TlLook look, mark_look;

  _tl_looks_get (self->looks, node, "li", &look);
  _tl_looks_get (self->looks, node, "marker", &mark_look);
  if (look.has_pages)
    mark[strlen (mark) - 1] = '\0';
  open_part (self, "LI");

  TlFlowRow *row = add_row (self, &look);
  double reserve = look.has_pages ? look.indent : 0;

  TlFlowCell *cell = _tl_cell_add (row, _tl_cell_dup_layout (self->flow->context, self->page->fonts, &mark_look),
                                   &mark_look, "Lbl", self->x, look.indent - MARK_GAP);

  pango_layout_set_text (cell->layout, mark, -1);
  cell = add_cell (self, row, node, &look, "LBody", self->x + look.indent,
                               self->width - look.indent - reserve);

  if (look.has_pages && cell->links->len > 0 && g_array_index (cell->links, TlFlowLink, 0).target[0] == '#')
    row->page_of = g_strdup (g_array_index (cell->links, TlFlowLink, 0).target + 1);
  self->x += look.indent;
  self->width -= look.indent;
  spread_children (self, node);
  self->x -= look.indent;
  self->width += look.indent;
  close_part (self);
}

static void
spread_list (Spreading  *self,
             xmlNodePtr  node)
{
  gboolean is_ordered = _tl_node_is (node, "ol");
  guint number = 0;

  open_part (self, "L");
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (_tl_node_is (child, "li"))
      spread_item (self, child, is_ordered ? ++number : 0);
  close_part (self);
}

/* A term and what is said of it stand beside each other. */
static void
spread_terms (Spreading  *self,
              xmlNodePtr  node)
{
  xmlNodePtr term = NULL;

  open_part (self, "L");
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    {
      TlLook look, term_look;

      if (_tl_node_is (child, "dt"))
        term = child;
      if (!_tl_node_is (child, "dd") || term == NULL)
        continue;
      _tl_looks_get (self->looks, child, "dd", &look);
      _tl_looks_get (self->looks, term, "dt", &term_look);
      open_part (self, "LI");

      TlFlowRow *row = add_row (self, &look);

      add_cell (self, row, term, &term_look, "Lbl", self->x, term_look.column - CELL_GAP);
      add_cell (self, row, child, &look, "LBody", self->x + term_look.column, self->width - term_look.column);
      close_part (self);
    }
  close_part (self);
}

static void
spread_picture (Spreading  *self,
                xmlNodePtr  node)
{
  TlPicture *picture = _tl_report_find_picture (self->report, node);
  TlLook look;

  if (picture == NULL)
    return;
  _tl_looks_get (self->looks, node->parent, "figure", &look);
  look.keeps = TRUE;
  add_row (self, &look)->picture = picture;
}

/* Tables */

static guint
count_columns (xmlNodePtr table)
{
  guint most = 0;

  for (xmlNodePtr node = table; node != NULL; node = _tl_node_next (node, table))
    {
      guint n = 0;

      for (xmlNodePtr child = _tl_node_is (node, "tr") ? node->children : NULL; child != NULL; child = child->next)
        n += _tl_node_is (child, "td") || _tl_node_is (child, "th");
      most = MAX (most, n);
    }
  return most;
}

static TlFlowRow *
spread_line (Spreading  *self,
             xmlNodePtr  node)
{
  gboolean is_head = _tl_node_is (node->parent, "thead");
  TlFlowRow *row = NULL;

  open_part (self, "TR");
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (_tl_node_is (child, "td") || _tl_node_is (child, "th"))
      {
        gboolean is_header = _tl_node_is (child, "th");
        TlLook look;

        _tl_looks_get (self->looks, child, (const char *) child->name, &look);
        if (row == NULL)
          row = add_row (self, &look);
        row->look.keeps |= is_head;
        add_cell (self, row, child, &look, is_header ? "TH" : "TD", self->x, self->width);
      }
  close_part (self);
  return row;
}

/* The narrowest and the widest a column would like to be, over all rows. */
static void
measure_column (Spreading *self,
                guint      first,
                guint      column,
                double    *least,
                double    *most)
{
  *least = *most = 0;
  for (guint i = first; i < self->flow->rows->len; i++)
    {
      const TlFlowRow *row = g_ptr_array_index (self->flow->rows, i);
      PangoRectangle extents;

      if (row->cells->len <= column)
        continue;

      PangoLayout *layout = g_array_index (row->cells, TlFlowCell, column).layout;

      pango_layout_set_width (layout, -1);
      pango_layout_get_extents (layout, NULL, &extents);
      *most = MAX (*most, MIN ((double) extents.width / PANGO_SCALE + CELL_GAP, self->width));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, 0);
      pango_layout_get_extents (layout, NULL, &extents);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      *least = MAX (*least, (double) extents.width / PANGO_SCALE + CELL_GAP);
    }
}

/* Each column gets the width of its longest word, and of what is left the more the longer its texts are; beyond a whole
 * line that makes no difference. */
static void
set_widths (Spreading *self,
            guint      first,
            guint      n)
{
  g_autofree double *least = g_new0 (double, n), *most = g_new0 (double, n);
  double sum_least = 0, sum_most = 0, x = self->x;

  for (guint i = 0; i < n; i++)
    {
      measure_column (self, first, i, &least[i], &most[i]);
      sum_least += least[i];
      sum_most += most[i];
    }
  for (guint i = 0; i < n; i++)
    {
      double spare = self->width - sum_least, wish = sum_most - sum_least;
      double width = spare <= 0 || wish <= 0 ? least[i] * self->width / MAX (sum_least, 1)
                                             : least[i] + MIN (spare / wish, 1) * (most[i] - least[i]);

      for (guint j = first; j < self->flow->rows->len; j++)
        {
          TlFlowRow *row = g_ptr_array_index (self->flow->rows, j);

          if (row->cells->len <= i)
            continue;

          TlFlowCell *cell = &g_array_index (row->cells, TlFlowCell, i);

          cell->x = x;
          pango_layout_set_width (cell->layout, (int) (MAX (width - CELL_GAP, 1) * PANGO_SCALE));
        }
      x += width;
    }
}

static void
spread_table (Spreading  *self,
              xmlNodePtr  table)
{
  int header = -1;

  open_part (self, "Table");
  for (xmlNodePtr node = table->children; node != NULL; node = node->next)
    if (_tl_node_is (node, "caption"))
      spread_text (self, node);

  guint first = self->flow->rows->len;

  for (xmlNodePtr node = table; node != NULL; node = _tl_node_next (node, table))
    {
      TlFlowRow *row = _tl_node_is (node, "tr") ? spread_line (self, node) : NULL;

      if (row == NULL)
        continue;
      if (_tl_node_is (node->parent, "thead"))
        header = (int) self->flow->rows->len - 1;
      else
        row->header = header;
    }
  set_widths (self, first, count_columns (table));
  close_part (self);
}

/* Containers */

static void
spread_block (Spreading  *self,
              xmlNodePtr  node)
{
  const char *name = (const char *) node->name;

  if (strcmp (name, "ol") == 0 || strcmp (name, "ul") == 0)
    spread_list (self, node);
  else if (strcmp (name, "dl") == 0)
    spread_terms (self, node);
  else if (strcmp (name, "table") == 0)
    spread_table (self, node);
  else if (has_own_text (node))
    spread_text (self, node);
  else
    {
      gboolean is_part = strcmp (name, "section") == 0 || strcmp (name, "header") == 0;

      if (is_part)
        open_part (self, "Sect");
      spread_children (self, node);
      if (is_part)
        close_part (self);
    }
}

/* What a container wants free above and below it, its first and its last row do. */
static void
part_from_others (Spreading    *self,
                  guint         first,
                  const TlLook *look)
{
  GPtrArray *rows = self->flow->rows;

  if (rows->len == first)
    return;

  TlFlowRow *top = g_ptr_array_index (rows, first), *bottom = g_ptr_array_index (rows, rows->len - 1);

  top->look.before = MAX (top->look.before, look->before);
  bottom->look.after = MAX (bottom->look.after, look->after);
}

/* A container that has a ground or a bar is a box. */
static void
spread_boxed (Spreading  *self,
              xmlNodePtr  node)
{
  guint first = self->flow->rows->len;
  TlLook look;

  _tl_looks_get (self->looks, node, (const char *) node->name, &look);
  if (self->box > 0 || has_own_text (node) || (look.tint == TL_LOOK_NONE && look.bar == TL_LOOK_NONE))
    {
      spread_block (self, node);
      if (!has_own_text (node))
        part_from_others (self, first, &look);
      return;
    }
  self->box = ++self->n_boxes;
  self->box_look = look;
  self->x += look.padding;
  self->width -= 2 * look.padding;
  spread_block (self, node);
  self->x -= look.padding;
  self->width += 2 * look.padding;
  self->box = 0;
}

static void
spread_children (Spreading  *self,
                 xmlNodePtr  node)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    {
      char *id;

      if (_tl_node_is_ours (child, "picture"))
        spread_picture (self, child);
      if (!_tl_node_is_block (child))
        continue;
      id = _tl_node_dup_attribute (child, "id");
      if (id != NULL)
        g_ptr_array_add (self->ids, id);
      self->begins_page |= has_class (child, "page");
      spread_boxed (self, child);
    }
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);
  return context;
}

/*
 * Spreads @report into rows for pages that look like @looks. Layouts belong to the thread.
 *
 * Returns: (transfer full): the rows
 */
TlFlow *
_tl_flow_new (TlReport *report,
              TlLooks  *looks)
{
  const TlPageLook *page = _tl_looks_get_page (looks);
  xmlNodePtr root = xmlDocGetRootElement (report->document);
  TlFlow *self = g_new0 (TlFlow, 1);
  Spreading spreading = { report, looks, page, self, g_ptr_array_new (), g_ptr_array_new_with_free_func (g_free),
                          .x = page->side, .width = page->width - 2 * page->side };

  self->title = _tl_report_dup_title (report);
  self->context = make_context ();
  self->rows = g_ptr_array_new_with_free_func (row_free);
  for (xmlNodePtr child = root->children; child != NULL; child = child->next)
    if (_tl_node_is (child, "body"))
      spread_children (&spreading, child);
  g_ptr_array_unref (spreading.opens);
  g_ptr_array_unref (spreading.ids);
  return self;
}

void
_tl_flow_free (TlFlow *self)
{
  g_ptr_array_unref (self->rows);
  g_object_unref (self->context);
  g_free (self->title);
  g_free (self);
}
