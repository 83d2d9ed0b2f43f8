/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report on pages of paper, each of which can be drawn by itself: a running title and numbers, text, pictures. A PDF
 * also gets a list of contents beside them, links, and the structure of the text for who has it read aloud. */
#include "config.h"

#include "model/report/tl-report-paper-private.h"

#include "model/picture/tl-painter.h"
#include "model/picture/tl-paper-cairo.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

/* Of the capitals of most fonts: a line is set in the middle of its height by them. */
#define HALF_CAPITAL 0.35

static void
set_colour (cairo_t *cr,
            guint32  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

/* The structure of the text, which only a PDF has. */

static void
begin_tag (TlReportPaper *self,
           const char    *tag,
           const char    *attributes)
{
  if (self->pdf != NULL)
    cairo_tag_begin (self->cr, tag, attributes);
}

static void
end_tag (TlReportPaper *self,
         const char    *tag)
{
  if (self->pdf != NULL)
    cairo_tag_end (self->cr, tag);
}

/* Begins a part of the text that may end on another page. */
void
_tl_report_paper_begin (TlReportPaper *self,
                        const char    *tag)
{
  if (self->pdf == NULL)
    return;
  begin_tag (self, tag, NULL);
  g_ptr_array_add (self->open, (gpointer) tag);
}

void
_tl_report_paper_end (TlReportPaper *self)
{
  if (self->pdf != NULL)
    end_tag (self, g_ptr_array_steal_index (self->open, self->open->len - 1));
}

/* A name within quotes of cairo's own, where a quote and a stroke are the only letters with a meaning. */
static char *
dup_escaped (const char *text)
{
  GString *out = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *text);
    }
  return g_string_free (out, FALSE);
}

/* Where a link leads that can be followed: to an id there is, or out of the report. */
static char *
dup_destination (TlReportPaper *self,
                 const char    *target)
{
  g_autofree char *escaped = dup_escaped (target[0] == '#' ? target + 1 : target);

  if (target[0] != '#')
    return g_strdup_printf ("uri='%s'", escaped);
  return g_hash_table_contains (self->pages, target + 1) ? g_strdup_printf ("dest='%s'", escaped) : NULL;
}

static const TlFlowLink *
find_link (const TlFlowCell *cell,
           guint             index)
{
  for (guint i = 0; i < cell->links->len; i++)
    {
      const TlFlowLink *link = &g_array_index (cell->links, TlFlowLink, i);

      if (index >= link->start && index < link->end)
        return link;
    }
  return NULL;
}

/* Draws a line run by run, each in the tag of what it is: a link or plain text. */
static void
draw_linked_line (TlReportPaper    *self,
                  const TlFlowCell *cell,
                  PangoLayoutLine  *line,
                  double            x,
                  double            y)
{
  for (GSList *item = line->runs; item != NULL; item = item->next)
    {
      PangoLayoutRun *run = item->data;
      const TlFlowLink *link = find_link (cell, (guint) run->item->offset);
      g_autofree char *destination = link != NULL ? dup_destination (self, link->target) : NULL;
      const char *tag = destination != NULL ? CAIRO_TAG_LINK : "Span";

      begin_tag (self, tag, destination);
      set_colour (self->cr, destination != NULL ? cell->link : cell->colour);
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_glyph_item (self->cr, pango_layout_get_text (cell->layout), run);
      end_tag (self, tag);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

static void
draw_lines (TlReportPaper      *self,
            const TlFlowCell   *cell,
            const TlPlacedCell *part,
            double              y)
{
  for (int i = part->first; i < part->end; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (cell->layout, i);
      double baseline = y + (i - part->first + 0.5) * cell->line_height + cell->size * HALF_CAPITAL;
      double x = cell->x;

      if (pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL)
        {
          PangoRectangle extents;

          pango_layout_line_get_extents (line, NULL, &extents);
          x += (double) (pango_layout_get_width (cell->layout) - extents.width) / PANGO_SCALE;
        }
      if (cell->links->len > 0)
        {
          draw_linked_line (self, cell, line, x, baseline);
          continue;
        }
      set_colour (self->cr, cell->colour);
      cairo_move_to (self->cr, x, baseline);
      pango_cairo_show_layout_line (self->cr, line);
    }
}

/* Lines that are drawn apart would run into one word for who has them read aloud; cairo parts them by place. */
static void
draw_cell (TlReportPaper  *self,
           const TlPlaced *placed,
           guint           index)
{
  const TlFlowCell *cell = &g_array_index (placed->row->cells, TlFlowCell, index);

  if (placed->is_repeated)
    {
      draw_lines (self, cell, &placed->cells[index], placed->y);
      return;
    }
  _tl_report_paper_begin (self, cell->tag);
  draw_lines (self, cell, &placed->cells[index], placed->y);
  _tl_report_paper_end (self);
}

static gboolean
draw_picture (TlReportPaper  *self,
              const TlPlaced *placed,
              GCancellable   *cancellable,
              GError        **error)
{
  g_autoptr (TlPainter) painter = tl_painter_new (placed->row->picture, TRUE);
  double height, scale = _tl_pages_get_scale (placed->row, self->look, &height), width;
  gboolean done;

  tl_painter_get_size (painter, &width, &height);
  _tl_report_paper_begin (self, "Figure");
  cairo_save (self->cr);
  cairo_translate (self->cr, placed->row->x + (placed->row->width - width * scale) / 2, placed->y);
  cairo_scale (self->cr, scale, scale);

  TlPaper *paper = tl_paper_cairo_new (self->cr);

  done = tl_painter_paint (painter, paper, NULL, cancellable, error);
  tl_paper_cairo_free (paper);
  cairo_restore (self->cr);
  _tl_report_paper_end (self);
  return done;
}

static void
fill_rectangle (cairo_t *cr,
                double   x,
                double   y,
                double   width,
                double   height,
                guint32  colour)
{
  if (colour == TL_LOOK_NONE)
    return;
  set_colour (cr, colour);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

/* The ground of a box, under all of its rows on the page, before the first of them is drawn. */
static void
draw_box (TlReportPaper *self,
          guint          index)
{
  const TlPlaced *first = &g_array_index (self->placed, TlPlaced, index), *last = first;
  const TlLook *look = &first->row->box_look;
  const TlPlaced *before = index > 0 ? first - 1 : NULL;

  if (first->row->box == 0 || (before != NULL && before->row->box == first->row->box && before->page == first->page))
    return;
  for (guint i = index; i < self->placed->len; i++)
    {
      const TlPlaced *placed = &g_array_index (self->placed, TlPlaced, i);

      if (placed->row->box != first->row->box || placed->page != first->page)
        break;
      last = placed;
    }

  double x = self->look->side, width = self->look->width - 2 * self->look->side;
  double top = first->y - look->padding, height = last->y + last->height + look->padding - top;

  fill_rectangle (self->cr, x, top, width, height, look->tint);
  fill_rectangle (self->cr, x, top, 2.5, height, look->bar);
}

static void
draw_plain (TlReportPaper *self,
            const char    *text,
            double         x,
            double         y,
            double         width,
            gboolean       is_right)
{
  const TlLook look = { .size = self->look->furniture_size, .leading = 1.2 };
  g_autoptr (PangoLayout) layout = _tl_cell_dup_layout (self->flow->context, self->look->fonts, &look);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  set_colour (self->cr, self->look->furniture_colour);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/* What stands on every page, and is no part of the text. */
static void
draw_furniture (TlReportPaper *self,
                guint          page)
{
  const TlPageLook *look = self->look;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  double width = look->width - 2 * look->side;

  if (page > 0)
    draw_plain (self, self->flow->title, look->side, look->top * 0.52, width, FALSE);
  draw_plain (self, number, look->side, look->height - look->bottom * 0.58, width, TRUE);
  if (self->pdf != NULL)
    cairo_pdf_surface_set_page_label (self->pdf, number);
}

/* The row under its ids, and in the list of contents. */
static void
mark_place (TlReportPaper  *self,
            const TlPlaced *placed,
            guint           index)
{
  g_autofree char *own = g_strdup_printf ("row-%u", index);
  TlFlowRow *row = placed->row;

  for (guint i = 0; i <= row->ids->len; i++)
    {
      const char *id = i < row->ids->len ? g_ptr_array_index (row->ids, i) : own;
      g_autofree char *escaped = dup_escaped (id);
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      if (i == row->ids->len && row->outline == NULL)
        continue;
      g_ascii_formatd (y, sizeof y, "%.1f", MAX (placed->y - 12, 0));
      attributes = g_strdup_printf ("name='%s' x=0 y=%s", escaped, y);
      begin_tag (self, CAIRO_TAG_DEST, attributes);
      end_tag (self, CAIRO_TAG_DEST);
    }
  if (self->pdf == NULL || row->outline == NULL || row->level >= TL_REPORT_PAPER_LEVELS)
    return;

  g_autofree char *target = g_strdup_printf ("dest='%s'", own);

  self->parents[row->level] = cairo_pdf_surface_add_outline (self->pdf, self->parents[row->level - 1],
                                                             row->outline, target,
                                                             row->level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint i = row->level + 1; i <= TL_REPORT_PAPER_LEVELS; i++)
    self->parents[i] = self->parents[row->level];
}

static void
draw_page_number (TlReportPaper  *self,
                  const TlPlaced *placed)
{
  TlFlowRow *row = placed->row;
  gpointer page;

  if (row->page_of == NULL || !g_hash_table_lookup_extended (self->pages, row->page_of, NULL, &page))
    return;

  g_autofree char *number = g_strdup_printf ("%u", GPOINTER_TO_UINT (page) + 1);

  draw_plain (self, number, row->x, placed->y + 2, row->width, TRUE);
}

static gboolean
draw_placed (TlReportPaper *self,
             guint          index,
             GCancellable  *cancellable,
             GError       **error)
{
  const TlPlaced *placed = &g_array_index (self->placed, TlPlaced, index);
  TlFlowRow *row = placed->row;

  draw_box (self, index);
  for (guint i = 0; placed->begins && !placed->is_repeated && i < row->opens->len; i++)
    _tl_report_paper_begin (self, g_ptr_array_index (row->opens, i));
  if (placed->begins && !placed->is_repeated)
    mark_place (self, placed, index);
  if (row->picture != NULL && !draw_picture (self, placed, cancellable, error))
    return FALSE;
  for (guint i = 0; i < row->cells->len; i++)
    draw_cell (self, placed, i);
  if (placed->ends)
    draw_page_number (self, placed);
  if (placed->ends && row->look.line != TL_LOOK_NONE)
    fill_rectangle (self->cr, row->x, placed->y + placed->height + row->look.after - 0.5, row->width, 0.5,
                    row->look.line);
  for (guint i = 0; placed->ends && !placed->is_repeated && i < row->closes; i++)
    _tl_report_paper_end (self);
  return TRUE;
}

static void
find_pages (TlReportPaper *self)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const TlPlaced *placed = &g_array_index (self->placed, TlPlaced, i);

      for (guint j = 0; placed->begins && !placed->is_repeated && j < placed->row->ids->len; j++)
        g_hash_table_insert (self->pages, g_ptr_array_index (placed->row->ids, j), GUINT_TO_POINTER (placed->page));
    }
}

/**
 * tl_report_paper_new:
 * @report: a report; it must outlive what is returned
 * @width: of the paper in points; 0 for that of the style
 * @height: the same
 * @error: return location
 *
 * Breaks a report into pages.
 *
 * Returns: (transfer full) (nullable): the pages
 */
TlReportPaper *
tl_report_paper_new (TlReport  *report,
                     double     width,
                     double     height,
                     GError   **error)
{
  g_return_val_if_fail (report != NULL && width >= 0 && height >= 0, NULL);

  g_autoptr (TlLooks) looks = _tl_looks_new (error);

  if (looks == NULL)
    return NULL;
  if (width > 0 && height > 0)
    _tl_looks_set_paper (looks, width, height);

  TlReportPaper *self = g_new0 (TlReportPaper, 1);

  self->look = _tl_looks_get_page (looks);
  self->flow = _tl_flow_new (report, looks);
  self->looks = g_steal_pointer (&looks);
  self->placed = _tl_pages_break (self->flow, self->look);
  self->pages = g_hash_table_new (g_str_hash, g_str_equal);
  self->open = g_ptr_array_new ();
  find_pages (self);
  return self;
}

/**
 * tl_report_paper_free:
 * @self: (transfer full): pages
 */
void
tl_report_paper_free (TlReportPaper *self)
{
  g_ptr_array_unref (self->open);
  g_hash_table_unref (self->pages);
  g_array_unref (self->placed);
  _tl_flow_free (self->flow);
  _tl_looks_free (self->looks);
  g_free (self);
}

/**
 * tl_report_paper_get_title:
 *
 * Returns: (transfer none): what the report is called
 */
const char *
tl_report_paper_get_title (TlReportPaper *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->flow->title;
}

/**
 * tl_report_paper_get_n_pages:
 *
 * Returns: how many there are; at least one
 */
guint
tl_report_paper_get_n_pages (TlReportPaper *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->placed->len > 0 ? g_array_index (self->placed, TlPlaced, self->placed->len - 1).page + 1 : 1;
}

/**
 * tl_report_paper_draw:
 * @page: which, from 0
 * @cr: where to
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Draws a page. Pages can be drawn in any order, and more than once.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_report_paper_draw (TlReportPaper *self,
                      guint          page,
                      cairo_t       *cr,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_return_val_if_fail (self != NULL && cr != NULL, FALSE);

  self->cr = cr;
  draw_furniture (self, page);
  for (guint i = 0; i < self->placed->len; i++)
    if (g_array_index (self->placed, TlPlaced, i).page == page
        && (g_cancellable_set_error_if_cancelled (cancellable, error) || !draw_placed (self, i, cancellable, error)))
      return FALSE;
  return TRUE;
}
