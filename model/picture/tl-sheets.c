/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture spread over sheets of paper. Neighbours share a strip, on which they are glued; marks in the margins say
 * where to cut, and a first page shows which sheet goes where. */
#include "config.h"

#include "model/picture/tl-sheets.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/base/tl-error.h"
#include "model/picture/tl-lettering.h"
#include "model/picture/tl-paper-cairo.h"
#include "model/picture/tl-picture-style.h"

/* In points: ten millimetres, which every printer leaves white or nearly so; five. */
#define MARGIN (10 * 72 / 25.4)
#define OVERLAP MARGIN
#define MARK_LENGTH (5 * 72 / 25.4)
#define LABEL_SIZE 8
#define PLAN_TEXT_SIZE 11
#define PLAN_TITLE_SIZE 16

static const TlInk mark_ink = { TL_INK_NONE, TL_PICTURE_TEXT, 0.5, { 0 } };
static const TlInk seam_ink = { TL_INK_NONE, 0xb3141d, 1, { 4, 2 } };

/* What a sheet can hold. */
static double
get_room (double page)
{
  return MAX (page - 2 * MARGIN, 1);
}

static guint
count_sheets (double length,
              double page)
{
  double step = MAX (get_room (page) - OVERLAP, 1);
  double n = ceil ((length - OVERLAP) / step - 1e-6);

  return (guint) CLAMP (n, 1, TL_SHEETS_MAX + 1);
}

static guint
get_n_sheets (const TlSheets *self)
{
  return self->columns * self->rows;
}

/**
 * tl_sheets_init:
 * @self: (out): how it is spread
 * @painter: who paints the picture
 * @layout: how it is to be spread
 * @page_width: in points; without meaning for %TL_SHEETS_OWN
 * @page_height: likewise
 * @scale: 1 for the natural size; the largest that is wanted where the picture is to fit
 * @error: return location
 *
 * Returns: %FALSE with %TL_ERROR_TOO_LARGE if it took more than %TL_SHEETS_MAX sheets
 */
gboolean
tl_sheets_init (TlSheets        *self,
                TlPainter       *painter,
                TlSheetsLayout   layout,
                double           page_width,
                double           page_height,
                double           scale,
                GError         **error)
{
  g_return_val_if_fail (self != NULL && painter != NULL && scale > 0, FALSE);

  double width, height;

  tl_painter_get_size (painter, &width, &height);
  *self = (TlSheets) { layout, page_width, page_height, scale * TL_SHEETS_NATURAL_SCALE, 1, 1 };
  if (layout == TL_SHEETS_OWN)
    {
      self->page_width = width * self->scale;
      self->page_height = height * self->scale;
    }
  else if (layout == TL_SHEETS_FIT)
    self->scale = MIN (self->scale, MIN (get_room (page_width) / width, get_room (page_height) / height));
  else
    {
      self->columns = count_sheets (width * self->scale, page_width);
      self->rows = count_sheets (height * self->scale, page_height);
    }
  if (get_n_sheets (self) <= TL_SHEETS_MAX)
    return TRUE;
  g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE,
               _("At this scale the picture would take more than %d sheets. Choose a smaller scale or larger paper."),
               TL_SHEETS_MAX);
  return FALSE;
}

/**
 * tl_sheets_init_turned:
 *
 * Like tl_sheets_init(), with the paper upright or lying, whichever suits the picture better.
 *
 * Returns: %FALSE with %TL_ERROR_TOO_LARGE if it took more than %TL_SHEETS_MAX sheets
 */
gboolean
tl_sheets_init_turned (TlSheets        *self,
                       TlPainter       *painter,
                       TlSheetsLayout   layout,
                       double           page_width,
                       double           page_height,
                       double           scale,
                       GError         **error)
{
  TlSheets lying;

  if (!tl_sheets_init (&lying, painter, layout, page_height, page_width, scale, NULL))
    return tl_sheets_init (self, painter, layout, page_width, page_height, scale, error);
  if (!tl_sheets_init (self, painter, layout, page_width, page_height, scale, NULL)
      || lying.scale > self->scale || get_n_sheets (&lying) < get_n_sheets (self))
    *self = lying;
  return TRUE;
}

static gboolean
has_plan (const TlSheets *self)
{
  return get_n_sheets (self) > 1;
}

/**
 * tl_sheets_get_n_pages:
 *
 * Returns: how many pages there are, with the one that shows how the sheets go together
 */
guint
tl_sheets_get_n_pages (const TlSheets *self)
{
  return get_n_sheets (self) + (has_plan (self) ? 1 : 0);
}

/* Columns are letters: A to Z, then AA. */
static char *
dup_sheet_label (guint column,
                 guint row)
{
  GString *label = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (label, (char) ('A' + (n - 1) % 26));
  g_string_append_printf (label, "%u", row + 1);
  return g_string_free (label, FALSE);
}

/**
 * tl_sheets_dup_label:
 * @page: a page, from 0
 *
 * Returns: (transfer full): what it is called: "A1" for the upper left sheet, "B1" for the one beside it
 */
char *
tl_sheets_dup_label (const TlSheets *self,
                     guint           page)
{
  if (!has_plan (self))
    return g_strdup ("A1");
  if (page == 0)
    return g_strdup (_("Plan"));
  return dup_sheet_label ((page - 1) % self->columns, (page - 1) / self->columns);
}

static gboolean
draw_part (const TlSheets     *self,
           TlPainter          *painter,
           cairo_t            *cr,
           const TlLayoutBox  *window,
           double              from_x,
           double              from_y,
           double              scale,
           GCancellable       *cancellable,
           GError            **error)
{
  TlLayoutBox part = { .x = from_x / scale, .y = from_y / scale, .width = window->width / scale,
                       .height = window->height / scale };
  TlPaper *paper;
  gboolean done;

  cairo_save (cr);
  cairo_rectangle (cr, window->x, window->y, window->width, window->height);
  cairo_clip (cr);
  cairo_translate (cr, window->x - from_x, window->y - from_y);
  cairo_scale (cr, scale, scale);
  paper = tl_paper_cairo_new (cr);
  done = tl_painter_paint (painter, paper, &part, cancellable, error);
  tl_paper_cairo_free (paper);
  cairo_restore (cr);
  return done;
}

static void
write_line (TlPaper     *paper,
            TlLettering *lettering,
            const char  *text,
            double       size,
            double       x,
            double       y,
            double       width)
{
  g_autoptr (PangoLayout) layout = tl_lettering_line (lettering, text, size, TL_LETTERING_BOLD, width);

  tl_paper_write (paper, layout, x, y, TL_PICTURE_TEXT);
}

/* Marks outside the corners: along them the sheet is cut. */
static void
draw_corners (TlPaper           *paper,
              const TlLayoutBox *window)
{
  double right = window->x + window->width, bottom = window->y + window->height;

  for (guint i = 0; i < 4; i++)
    {
      double x = i % 2 == 0 ? window->x : right, y = i < 2 ? window->y : bottom;
      double out_x = i % 2 == 0 ? -1 : 1, out_y = i < 2 ? -1 : 1;

      tl_paper_draw_line (paper, (TlLayoutPoint) { x + 2 * out_x, y },
                          (TlLayoutPoint) { x + (2 + MARK_LENGTH) * out_x, y }, &mark_ink);
      tl_paper_draw_line (paper, (TlLayoutPoint) { x, y + 2 * out_y },
                          (TlLayoutPoint) { x, y + (2 + MARK_LENGTH) * out_y }, &mark_ink);
    }
}

/* Ticks where the next sheet's edge comes to lie. */
static void
draw_seams (TlPaper           *paper,
            const TlLayoutBox *window,
            gboolean           is_last_column,
            gboolean           is_last_row)
{
  double x = window->x + window->width - OVERLAP, y = window->y + window->height - OVERLAP;
  double right = window->x + window->width, bottom = window->y + window->height;

  if (!is_last_column)
    {
      tl_paper_draw_line (paper, (TlLayoutPoint) { x, window->y - 2 - MARK_LENGTH }, (TlLayoutPoint) { x, window->y },
                          &seam_ink);
      tl_paper_draw_line (paper, (TlLayoutPoint) { x, bottom }, (TlLayoutPoint) { x, bottom + 2 + MARK_LENGTH },
                          &seam_ink);
    }
  if (!is_last_row)
    {
      tl_paper_draw_line (paper, (TlLayoutPoint) { window->x - 2 - MARK_LENGTH, y }, (TlLayoutPoint) { window->x, y },
                          &seam_ink);
      tl_paper_draw_line (paper, (TlLayoutPoint) { right, y }, (TlLayoutPoint) { right + 2 + MARK_LENGTH, y },
                          &seam_ink);
    }
}

static gboolean
draw_sheet (const TlSheets  *self,
            TlPainter       *painter,
            guint            column,
            guint            row,
            cairo_t         *cr,
            GCancellable    *cancellable,
            GError         **error)
{
  TlLayoutBox window = { .x = MARGIN, .y = MARGIN, .width = get_room (self->page_width),
                         .height = get_room (self->page_height) };
  g_autoptr (TlLettering) lettering = tl_lettering_new ();
  g_autofree char *sheet = dup_sheet_label (column, row);
  g_autofree char *label = g_strdup_printf ("%s · %s", sheet, tl_painter_get_title (painter));

  if (!draw_part (self, painter, cr, &window, column * (window.width - OVERLAP), row * (window.height - OVERLAP),
                  self->scale, cancellable, error))
    return FALSE;

  TlPaper *paper = tl_paper_cairo_new (cr);

  draw_corners (paper, &window);
  draw_seams (paper, &window, column + 1 == self->columns, row + 1 == self->rows);
  write_line (paper, lettering, label, LABEL_SIZE, MARGIN + MARK_LENGTH, MARGIN - LABEL_SIZE * 1.9,
              window.width - OVERLAP - 2 * MARK_LENGTH);
  tl_paper_cairo_free (paper);
  return TRUE;
}

/* The grid of the sheets over a small picture of the whole. */
static void
draw_grid (const TlSheets    *self,
           TlPaper           *paper,
           TlLettering       *lettering,
           const TlLayoutBox *window,
           double             shrunk)
{
  const TlInk disc = { TL_PICTURE_PAPER, TL_PICTURE_QUIET, 0.5, { 0 } };
  double step_x = (get_room (self->page_width) - OVERLAP) * shrunk;
  double step_y = (get_room (self->page_height) - OVERLAP) * shrunk;
  double right = window->x + window->width, bottom = window->y + window->height;

  for (guint i = 1; i < self->columns; i++)
    tl_paper_draw_line (paper, (TlLayoutPoint) { window->x + i * step_x, window->y },
                        (TlLayoutPoint) { window->x + i * step_x, bottom }, &seam_ink);
  for (guint i = 1; i < self->rows; i++)
    tl_paper_draw_line (paper, (TlLayoutPoint) { window->x, window->y + i * step_y },
                        (TlLayoutPoint) { right, window->y + i * step_y }, &seam_ink);
  tl_paper_draw_box (paper, window, (double[4]) { 0, 0, 0, 0 }, &mark_ink);
  for (guint i = 0; i < get_n_sheets (self); i++)
    {
      double x = window->x + (i % self->columns) * step_x, y = window->y + (i / self->columns) * step_y;
      TlLayoutBox plate = { .x = x + 3, .y = y + 3, .width = 28, .height = 16 };
      g_autofree char *label = dup_sheet_label (i % self->columns, i / self->columns);

      tl_paper_draw_box (paper, &plate, (double[4]) { 3, 3, 3, 3 }, &disc);
      write_line (paper, lettering, label, PLAN_TEXT_SIZE, x + 6, y + 4, 0);
    }
}

static gboolean
draw_plan (const TlSheets  *self,
           TlPainter       *painter,
           cairo_t         *cr,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr (TlLettering) lettering = tl_lettering_new ();
  g_autoptr (PangoLayout) text = NULL;
  g_autofree char *how = g_strdup_printf (
      _("%u sheets, %u across and %u down. Cut each sheet along the black marks at its corners. Lay it on its "
        "neighbours so that its left and upper edges meet their red ticks, and glue the strip."),
      get_n_sheets (self), self->columns, self->rows);
  double width, height, text_height;

  text = tl_lettering_fit (lettering, how, PLAN_TEXT_SIZE, PLAN_TEXT_SIZE, TL_LETTERING_PLAIN,
                           get_room (self->page_width), self->page_height);
  tl_lettering_measure (text, NULL, &text_height);
  tl_painter_get_size (painter, &width, &height);

  double top = MARGIN + PLAN_TITLE_SIZE * 1.6 + text_height + 12;
  double scale = MIN (get_room (self->page_width) / width, (self->page_height - MARGIN - top) / height);
  TlLayoutBox window = { .x = MARGIN, .y = top, .width = width * scale, .height = height * scale };

  if (!draw_part (self, painter, cr, &window, 0, 0, scale, cancellable, error))
    return FALSE;

  TlPaper *paper = tl_paper_cairo_new (cr);

  write_line (paper, lettering, tl_painter_get_title (painter), PLAN_TITLE_SIZE, MARGIN, MARGIN,
              get_room (self->page_width));
  tl_paper_write (paper, text, MARGIN, MARGIN + PLAN_TITLE_SIZE * 1.6, TL_PICTURE_TEXT);
  draw_grid (self, paper, lettering, &window, scale / self->scale);
  tl_paper_cairo_free (paper);
  return TRUE;
}

/**
 * tl_sheets_draw:
 * @painter: who paints the picture, the one given when @self was made
 * @page: which page, from 0
 * @cr: what to draw with, in points from the upper left corner of the page
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
tl_sheets_draw (const TlSheets  *self,
                TlPainter       *painter,
                guint            page,
                cairo_t         *cr,
                GCancellable    *cancellable,
                GError         **error)
{
  g_return_val_if_fail (self != NULL && page < tl_sheets_get_n_pages (self), FALSE);

  double width, height;

  if (has_plan (self) && page == 0)
    return draw_plan (self, painter, cr, cancellable, error);
  if (has_plan (self))
    return draw_sheet (self, painter, (page - 1) % self->columns, (page - 1) / self->columns, cr, cancellable, error);

  tl_painter_get_size (painter, &width, &height);
  width *= self->scale;
  height *= self->scale;

  TlLayoutBox window = { .x = (self->page_width - width) / 2, .y = (self->page_height - height) / 2, .width = width,
                         .height = height };

  return draw_part (self, painter, cr, &window, 0, 0, self->scale, cancellable, error);
}
