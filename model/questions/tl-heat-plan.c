/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where everything of a heat map is, and painting it, on paper or in a window. */
#include "config.h"

#include "model/questions/tl-heat-plan.h"

#include <math.h>

#define GAP 1.0        /* about a cell */
#define LABEL_GAP 5.0  /* before a label */
#define MARK_PART 0.45 /* of a cell, which the mark of less than chance is long */

static double
get_width (const TlHeatPlan *self)
{
  return self->heat->n * self->cell + self->labels;
}

/**
 * tl_heat_plan_get_size:
 * @width: (out): of all
 * @height: (out): likewise
 */
void
tl_heat_plan_get_size (const TlHeatPlan *self,
                       double           *width,
                       double           *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  *width = get_width (self);
  *height = self->heat->n * self->cell;
}

/**
 * tl_heat_plan_get_cell:
 * @row: from 0
 * @column: before @row
 * @box: (out): the place of the cell
 */
void
tl_heat_plan_get_cell (const TlHeatPlan *self,
                       guint             row,
                       guint             column,
                       TlLayoutBox      *box)
{
  g_return_if_fail (self != NULL && box != NULL);

  double x = column * self->cell;

  *box = (TlLayoutBox) {
    .x = self->rtl ? get_width (self) - x - self->cell : x,
    .y = row * self->cell,
    .width = self->cell,
    .height = self->cell,
  };
}

/**
 * tl_heat_plan_find:
 * @x: of a point
 * @y: likewise
 * @row: (out): of the cell there
 * @column: (out): likewise
 *
 * Returns: whether there is a cell
 */
gboolean
tl_heat_plan_find (const TlHeatPlan *self,
                   double            x,
                   double            y,
                   guint            *row,
                   guint            *column)
{
  g_return_val_if_fail (self != NULL && row != NULL && column != NULL, FALSE);

  double along = self->rtl ? get_width (self) - x : x;

  if (along < 0 || y < 0)
    return FALSE;
  *row = (guint) (y / self->cell);
  *column = (guint) (along / self->cell);
  return *row < self->heat->n && *column < *row;
}

static void
paint_stroke (TlPaper           *paper,
              const TlLayoutBox *box,
              gboolean           slanted,
              guint32            colour)
{
  double part = slanted ? 1 : MARK_PART;
  double half = box->width * part / 2, rise = slanted ? half : 0;
  double x = box->x + box->width / 2, y = box->y + box->height / 2;
  TlInk ink = { .fill = TL_INK_NONE, .stroke = colour, .width = slanted ? 1 : MAX (1, box->width / 9) };

  tl_paper_draw_line (paper, (TlLayoutPoint) { x - half, y + rise }, (TlLayoutPoint) { x + half, y - rise }, &ink);
}

/**
 * tl_heat_shade_paint:
 * @shade: what a cell says
 * @box: where
 * @palette: in which colours
 * @paper: on what
 *
 * Form says what colour says: a cell of less than chance has a mark like a minus, one that is withheld is empty and
 * struck through, one of which nothing can be told is empty.
 */
void
tl_heat_shade_paint (TlHeatShade           shade,
                     const TlLayoutBox    *box,
                     const TlChartPalette *palette,
                     TlPaper              *paper)
{
  static const double square[4] = { 0, 0, 0, 0 };

  g_return_if_fail (box != NULL && palette != NULL && paper != NULL);

  TlLayoutBox inner = { .x = box->x, .y = box->y, .width = box->width - GAP,
                        .height = box->height - GAP };

  if (shade == TL_HEAT_NO_PAIR)
    return;
  if (shade == TL_HEAT_WITHHELD || shade == TL_HEAT_UNKNOWN)
    {
      TlInk edge = { .fill = TL_INK_NONE, .stroke = palette->rule, .width = 1 };
      TlLayoutBox line = { .x = inner.x + 0.5, .y = inner.y + 0.5, .width = inner.width - 1,
                           .height = inner.height - 1 };

      tl_paper_draw_box (paper, &line, square, &edge);
      if (shade == TL_HEAT_WITHHELD)
        paint_stroke (paper, &line, TRUE, palette->rule);
      return;
    }

  TlInk ink = { .fill = palette->shades[shade], .stroke = TL_INK_NONE };

  tl_paper_draw_box (paper, &inner, square, &ink);
  if (shade >= TL_HEAT_LESS)
    paint_stroke (paper, &inner, FALSE, shade == TL_HEAT_FAR_LESS ? palette->paper : palette->text);
}

static void
add_box (TlContour         *contour,
         const TlLayoutBox *box)
{
  tl_contour_move_to (contour, box->x, box->y);
  tl_contour_line_to (contour, box->x + box->width, box->y);
  tl_contour_line_to (contour, box->x + box->width, box->y + box->height);
  tl_contour_line_to (contour, box->x, box->y + box->height);
  tl_contour_close (contour);
}

/* Cells of one shade are one shape, which is painted much faster than many. */
static void
paint_plain (const TlHeatPlan     *self,
             TlHeatShade           shade,
             const TlChartPalette *palette,
             TlPaper              *paper)
{
  g_autoptr (TlContour) contour = tl_contour_new ();
  TlInk ink = { .fill = palette->shades[shade], .stroke = TL_INK_NONE };

  for (guint row = 0; row < self->heat->n; row++)
    for (guint column = 0; column < row; column++)
      if (tl_heat_get_shade (tl_heat_get (self->heat, row, column)) == shade)
        {
          TlLayoutBox box;

          tl_heat_plan_get_cell (self, row, column, &box);
          box = (TlLayoutBox) { .x = box.x, .y = box.y, .width = box.width - GAP,
                                .height = box.height - GAP };
          add_box (contour, &box);
        }
  tl_paper_draw (paper, contour, &ink);
}

static void
paint_label (const TlHeatPlan     *self,
             guint                 row,
             const TlChartPalette *palette,
             TlLettering          *lettering,
             TlPaper              *paper)
{
  const TlPairsCode *code = &self->heat->pairs->codes[self->heat->codes[row]];
  g_autofree char *text = g_strdup_printf ("%s  %s", code->notation, code->label);
  double width = self->labels + (self->heat->n - 1 - row) * self->cell - LABEL_GAP;
  g_autoptr (PangoLayout) layout = tl_lettering_line (lettering, text, self->font, TL_LETTERING_PLAIN, width);
  double x = (row + 1) * self->cell + LABEL_GAP;
  double length, height;

  tl_lettering_measure (layout, &length, &height);
  tl_paper_write (paper, layout, self->rtl ? get_width (self) - x - length : x,
                  row * self->cell + (self->cell - height) / 2, palette->text);
}

/**
 * tl_heat_plan_paint:
 * @palette: in which colours
 * @lettering: for the labels
 * @paper: on what
 *
 * Paints the cells, row by row, each with the label of its code.
 */
void
tl_heat_plan_paint (const TlHeatPlan     *self,
                    const TlChartPalette *palette,
                    TlLettering          *lettering,
                    TlPaper              *paper)
{
  g_return_if_fail (self != NULL && palette != NULL && lettering != NULL && paper != NULL);

  for (guint shade = TL_HEAT_CHANCE; shade < TL_HEAT_LESS; shade++)
    paint_plain (self, (TlHeatShade) shade, palette, paper);
  for (guint row = 0; row < self->heat->n; row++)
    {
      for (guint column = 0; column < row; column++)
        {
          TlHeatShade shade = tl_heat_get_shade (tl_heat_get (self->heat, row, column));
          TlLayoutBox box;

          tl_heat_plan_get_cell (self, row, column, &box);
          if (shade < TL_HEAT_CHANCE || shade >= TL_HEAT_LESS)
            tl_heat_shade_paint (shade, &box, palette, paper);
        }
      paint_label (self, row, palette, lettering, paper);
    }
}
