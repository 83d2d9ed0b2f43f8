/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report as PDF: pages with a running title and numbers, a list of contents beside them, links, and the structure of
 * the text for who has it read aloud. */
#include "config.h"

#include "model/report/tl-report-pages.h"

#include "model/base/tl-error.h"
#include "model/picture/tl-painter.h"
#include "model/picture/tl-paper-cairo.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MAX_LEVELS 6
/* Of the capitals of most fonts: a line is set in the middle of its height by them. */
#define HALF_CAPITAL 0.35

typedef struct {
  TlReport         *report;  /* borrowed */
  TlFlow           *flow;    /* borrowed */
  const TlPageLook *look;    /* borrowed */
  GArray           *placed;  /* borrowed */
  GHashTable       *pages;   /* borrowed; id → page, from 0 */
  GPtrArray        *open;    /* borrowed; tags that are open */
  cairo_surface_t  *surface; /* owned */
  cairo_t          *cr;      /* owned */
  int               parents[MAX_LEVELS + 1];
} Printer;

static void
set_colour (cairo_t *cr,
            guint32  colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

static void
begin (Printer    *self,
       const char *tag)
{
  cairo_tag_begin (self->cr, tag, NULL);
  g_ptr_array_add (self->open, (gpointer) tag);
}

static void
end (Printer *self)
{
  cairo_tag_end (self->cr, g_ptr_array_steal_index (self->open, self->open->len - 1));
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
dup_destination (Printer    *self,
                 const char *target)
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
draw_linked_line (Printer          *self,
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

      cairo_tag_begin (self->cr, tag, destination);
      set_colour (self->cr, destination != NULL ? cell->link : cell->colour);
      cairo_move_to (self->cr, x, y);
      pango_cairo_show_glyph_item (self->cr, pango_layout_get_text (cell->layout), run);
      cairo_tag_end (self->cr, tag);
      x += (double) pango_glyph_string_get_width (run->glyphs) / PANGO_SCALE;
    }
}

static void
draw_lines (Printer            *self,
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
draw_cell (Printer            *self,
           const TlPlaced     *placed,
           guint               index)
{
  const TlFlowCell *cell = &g_array_index (placed->row->cells, TlFlowCell, index);

  if (placed->is_repeated)
    {
      draw_lines (self, cell, &placed->cells[index], placed->y);
      return;
    }
  begin (self, cell->tag);
  draw_lines (self, cell, &placed->cells[index], placed->y);
  end (self);
}

static gboolean
draw_picture (Printer         *self,
              const TlPlaced  *placed,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (TlPainter) painter = tl_painter_new (placed->row->picture, TRUE);
  double height, scale = _tl_pages_get_scale (placed->row, self->look, &height), width;
  gboolean done;

  tl_painter_get_size (painter, &width, &height);
  begin (self, "Figure");
  cairo_save (self->cr);
  cairo_translate (self->cr, placed->row->x + (placed->row->width - width * scale) / 2, placed->y);
  cairo_scale (self->cr, scale, scale);

  TlPaper *paper = tl_paper_cairo_new (self->cr);

  done = tl_painter_paint (painter, paper, NULL, cancellable, error);
  tl_paper_cairo_free (paper);
  cairo_restore (self->cr);
  end (self);
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
draw_box (Printer *self,
          guint    index)
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
draw_plain (Printer    *self,
            const char *text,
            double      x,
            double      y,
            double      width,
            gboolean    is_right)
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
draw_furniture (Printer *self,
                guint    page)
{
  const TlPageLook *look = self->look;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  double width = look->width - 2 * look->side;

  if (page > 0)
    draw_plain (self, self->flow->title, look->side, look->top * 0.52, width, FALSE);
  draw_plain (self, number, look->side, look->height - look->bottom * 0.58, width, TRUE);
  cairo_pdf_surface_set_page_label (self->surface, number);
}

/* The row under its ids, and in the list of contents. */
static void
mark_place (Printer        *self,
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
      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
  if (row->outline == NULL || row->level >= MAX_LEVELS)
    return;

  g_autofree char *target = g_strdup_printf ("dest='%s'", own);

  self->parents[row->level] = cairo_pdf_surface_add_outline (self->surface, self->parents[row->level - 1],
                                                             row->outline, target,
                                                             row->level < 2 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint i = row->level + 1; i <= MAX_LEVELS; i++)
    self->parents[i] = self->parents[row->level];
}

static void
draw_page_number (Printer        *self,
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
draw_placed (Printer       *self,
             guint          index,
             GCancellable  *cancellable,
             GError       **error)
{
  const TlPlaced *placed = &g_array_index (self->placed, TlPlaced, index);
  TlFlowRow *row = placed->row;

  draw_box (self, index);
  for (guint i = 0; placed->begins && !placed->is_repeated && i < row->opens->len; i++)
    begin (self, g_ptr_array_index (row->opens, i));
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
    end (self);
  return TRUE;
}

static void
find_pages (Printer *self)
{
  for (guint i = 0; i < self->placed->len; i++)
    {
      const TlPlaced *placed = &g_array_index (self->placed, TlPlaced, i);

      for (guint j = 0; placed->begins && !placed->is_repeated && j < placed->row->ids->len; j++)
        g_hash_table_insert (self->pages, g_ptr_array_index (placed->row->ids, j), GUINT_TO_POINTER (placed->page));
    }
}

static gboolean
print (Printer          *self,
       TlReportProgress  progress,
       gpointer          user_data,
       GCancellable     *cancellable,
       GError          **error)
{
  guint page = 0;

  find_pages (self);
  begin (self, "Document");
  draw_furniture (self, page);
  for (guint i = 0; i < self->placed->len; i++)
    {
      const TlPlaced *placed = &g_array_index (self->placed, TlPlaced, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (placed->page > page)
        {
          cairo_show_page (self->cr);
          draw_furniture (self, page = placed->page);
          if (progress != NULL)
            progress ((double) i / self->placed->len, user_data);
        }
      if (!draw_placed (self, i, cancellable, error))
        return FALSE;
    }
  while (self->open->len > 0)
    end (self);
  cairo_show_page (self->cr);
  if (progress != NULL)
    progress (1, user_data);
  return TRUE;
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* No date: it would make two files of one report differ, and tell when it was made. */
static void
set_metadata (Printer *self)
{
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, self->flow->title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, "");
}

/*
 * Returns: (transfer full): the file
 */
GBytes *
_tl_report_write_pdf (TlReport          *self,
                      TlReportProgress   progress,
                      gpointer           user_data,
                      GCancellable      *cancellable,
                      GError           **error)
{
  g_autoptr (TlLooks) looks = _tl_looks_new (error);

  if (looks == NULL)
    return NULL;

  const TlPageLook *page = _tl_looks_get_page (looks);
  g_autoptr (TlFlow) flow = _tl_flow_new (self, looks);
  g_autoptr (GArray) placed = _tl_pages_break (flow, page);
  g_autoptr (GHashTable) pages = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Printer printer = { self, flow, page, placed, pages, open };
  cairo_status_t status;
  gboolean done;

  printer.surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, page->width, page->height);
  printer.cr = cairo_create (printer.surface);
  set_metadata (&printer);
  done = print (&printer, progress, user_data, cancellable, error);
  status = cairo_status (printer.cr);
  cairo_destroy (printer.cr);
  cairo_surface_finish (printer.surface);
  if (status == CAIRO_STATUS_SUCCESS && done)
    status = cairo_surface_status (printer.surface);
  cairo_surface_destroy (printer.surface);
  if (done && status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("The pages can’t be drawn: %s."),
                   cairo_status_to_string (status));
      done = FALSE;
    }
  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
