/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of many small charts alike, painted on paper or in a window, and in words. What is withheld is drawn as withheld,
 * struck through and as high as all that is, never as a low bar. */
#include "config.h"

#include "model/questions/tl-multiple.h"

#include <glib/gi18n-lib.h>

#define GAP_PART 0.25    /* of a column's place */
#define LARGEST_BAR 26.0 /* so that a few columns are no walls */
#define LEAST_HEIGHT 1.5 /* of a bar of more than nothing */

/* The first column is all of them together. */
static guint
get_n_bars (const TlMultiple *self)
{
  return self->themes->n_columns - 1;
}

/* Where the bar may go on: an outline on top of it. */
static void
paint_perhaps (const TlMultiple     *self,
               const TlThemesCell   *cell,
               double                x,
               double                width,
               const TlLayoutBox    *box,
               const TlChartPalette *palette,
               TlPaper              *paper)
{
  static const double square[4] = { 0, 0, 0, 0 };
  double whole = box->height / (double) cell->base / self->full;
  double bottom = MIN ((double) cell->reviews * whole, box->height);
  double top = MIN ((double) (cell->reviews + cell->uncertain) * whole, box->height);
  TlInk ink = { .fill = TL_INK_NONE, .stroke = palette->bar, .width = 1 };
  TlLayoutBox open = { .x = x + 0.5, .y = box->y + box->height - top + 0.5, .width = MAX (width - 1, 1),
                       .height = MAX (top - bottom - 0.5, LEAST_HEIGHT) };

  tl_paper_draw_box (paper, &open, square, &ink);
}

static void
paint_bar (const TlMultiple     *self,
           guint                 bar,
           const TlLayoutBox    *box,
           const TlChartPalette *palette,
           TlPaper              *paper)
{
  static const double square[4] = { 0, 0, 0, 0 };
  const TlThemesCell *cell = &self->themes->rows[self->row].cells[bar + 1];
  double place = box->width / get_n_bars (self);
  double width = MIN (place * (1 - GAP_PART), LARGEST_BAR);
  double x = box->x + place * (self->rtl ? get_n_bars (self) - 1 - bar : bar) + (place - width) / 2;

  if (cell->reviews < 0 || cell->base < 0)
    {
      TlInk ink = { .fill = TL_INK_NONE, .stroke = palette->rule, .width = 1 };
      TlLayoutBox hidden = { .x = x + 0.5, .y = box->y + box->height - width - 0.5, .width = MAX (width - 1, 1),
                             .height = width };

      tl_paper_draw_box (paper, &hidden, square, &ink);
      tl_paper_draw_line (paper, (TlLayoutPoint) { hidden.x, hidden.y + hidden.height },
                          (TlLayoutPoint) { hidden.x + hidden.width, hidden.y }, &ink);
    }
  else if (cell->base > 0 && cell->reviews > 0)
    {
      double share = MIN ((double) cell->reviews / (double) cell->base / self->full, 1);
      double height = MAX (share * box->height, LEAST_HEIGHT);
      TlInk ink = { .fill = palette->bar, .stroke = TL_INK_NONE };
      TlLayoutBox drawn = { .x = x, .y = box->y + box->height - height, .width = width, .height = height };

      tl_paper_draw_box (paper, &drawn, square, &ink);
    }
  if (cell->reviews >= 0 && cell->base > 0 && cell->uncertain > 0)
    paint_perhaps (self, cell, x, width, box, palette, paper);
}

static void
paint_end (const TlMultiple     *self,
           guint                 bar,
           gboolean              at_right,
           const TlLayoutBox    *box,
           const TlChartPalette *palette,
           TlLettering          *lettering,
           TlPaper              *paper)
{
  g_autoptr (PangoLayout) layout = tl_lettering_line (lettering, self->themes->columns[bar + 1].title, self->font,
                                                      TL_LETTERING_PLAIN, box->width / 2);
  double width, height;

  tl_lettering_measure (layout, &width, &height);
  tl_paper_write (paper, layout, at_right ? box->x + box->width - width : box->x, box->y + box->height + 2,
                  palette->quiet);
}

/**
 * tl_multiple_paint:
 * @box: where
 * @palette: in which colours
 * @lettering: for the names of the first column and the last
 * @paper: on what
 */
void
tl_multiple_paint (const TlMultiple     *self,
                   const TlLayoutBox    *box,
                   const TlChartPalette *palette,
                   TlLettering          *lettering,
                   TlPaper              *paper)
{
  g_return_if_fail (self != NULL && box != NULL && palette != NULL && lettering != NULL && paper != NULL);

  guint n = get_n_bars (self);
  TlInk line = { .fill = TL_INK_NONE, .stroke = palette->rule, .width = 1 };
  TlLayoutBox bars = { .x = box->x, .y = box->y, .width = box->width, .height = box->height - self->font * 1.6 };

  for (guint i = 0; i < n; i++)
    paint_bar (self, i, &bars, palette, paper);
  tl_paper_draw_line (paper, (TlLayoutPoint) { bars.x, bars.y + bars.height + 0.5 },
                      (TlLayoutPoint) { bars.x + bars.width, bars.y + bars.height + 0.5 }, &line);
  if (n > 0)
    paint_end (self, 0, self->rtl, &bars, palette, lettering, paper);
  if (n > 1)
    paint_end (self, n - 1, !self->rtl, &bars, palette, lettering, paper);
}

/**
 * tl_multiple_dup_sentence:
 *
 * Returns: (transfer full): every bar with its count and base, for who does not see it
 */
char *
tl_multiple_dup_sentence (const TlMultiple *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *out = g_string_new (NULL);

  for (guint i = 1; i < self->themes->n_columns; i++)
    {
      const TlThemesCell *cell = &self->themes->rows[self->row].cells[i];
      g_autofree char *reviews = tl_count_format_perhaps (cell->reviews, cell->uncertain);
      g_autofree char *base = tl_count_format (cell->base);

      /* Translators: a column, as a year; a count; of how many. */
      g_string_append_printf (out, _("%s: %s of %s; "), self->themes->columns[i].title, reviews, base);
    }
  if (out->len > 1)
    g_string_truncate (out, out->len - 2);
  return g_string_free (out, FALSE);
}
