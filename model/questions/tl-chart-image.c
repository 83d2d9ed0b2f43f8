/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Charts as pictures for a report: SVG or PNG, with title, legend, and the caption that goes wherever the numbers
 * go. */
#include "config.h"

#include "model/questions/tl-chart-image.h"

#include <glib/gi18n-lib.h>

#include "model/picture/tl-drawing.h"
#include "model/questions/tl-heat-plan.h"
#include "model/questions/tl-multiple.h"

/* In units of the picture. */
#define MARGIN 24.0
#define TITLE 18.0
#define FONT 11.0
#define SMALL 9.0
#define CELL 14.0
#define LABELS 260.0
#define LEGEND_ROW 20.0
#define LEGEND_ENTRY 210.0
#define CHART_WIDTH 180.0
#define CHART_HEIGHT 70.0
#define CHART_GAP 18.0
#define CHARTS_IN_A_ROW 5
#define ROW 18.0
#define BAR 240.0
#define COUNT 90.0
#define BODY_LABELS 380.0
#define PNG_SCALE 2.0 /* fine enough for print */

typedef struct _Sheet Sheet;

/* A page with a chart. */
struct _Sheet
{
  const char           *title;
  char                 *caption; /* owned */
  double                width;   /* of the body, as in the next */
  double                height;
  const TlChartPalette *palette;
  TlLettering          *lettering; /* owned */
  void                (*paint) (const Sheet *self,
                                TlPaper     *paper,
                                double       x,
                                double       y);
  gconstpointer         shown;
  double                full; /* of themes */
};

static void
write_line (const Sheet      *self,
            TlPaper          *paper,
            const char       *text,
            double            size,
            TlLetteringStyle  style,
            TlLayoutBox       box,
            guint32           colour)
{
  g_autoptr (PangoLayout) layout = tl_lettering_line (self->lettering, text, size, style, box.width);
  double width, height;

  tl_lettering_measure (layout, &width, &height);
  tl_paper_write (paper, layout, box.x, box.y + (box.height - height) / 2, colour);
}

static PangoLayout *
lay_out_caption (const Sheet *self)
{
  return tl_lettering_fit (self->lettering, self->caption, FONT, FONT, TL_LETTERING_PLAIN, self->width, G_MAXINT16);
}

static double
get_caption_height (const Sheet *self)
{
  g_autoptr (PangoLayout) layout = lay_out_caption (self);
  double height;

  tl_lettering_measure (layout, NULL, &height);
  return height;
}

/* A shift of the paper is not to be had: bodies paint where they are told. */
static gboolean
paint_sheet (gpointer       data,
             TlPaper       *paper,
             GCancellable  *cancellable,
             GError       **error)
{
  const Sheet *self = data;
  g_autoptr (PangoLayout) caption = lay_out_caption (self);
  TlLayoutBox title = { .x = MARGIN, .y = MARGIN, .width = self->width, .height = TITLE };

  write_line (self, paper, self->title, TITLE, TL_LETTERING_BOLD, title, self->palette->text);
  self->paint (self, paper, MARGIN, 2 * MARGIN + TITLE);
  tl_paper_write (paper, caption, MARGIN, 3 * MARGIN + TITLE + self->height, self->palette->text);
  return TRUE;
}

static GBytes *
make (Sheet            *self,
      TlPictureFormat   format,
      GError          **error)
{
  g_autofree char *language = tl_drawing_dup_language ();

  self->palette = tl_chart_palette_get (FALSE, FALSE);
  self->lettering = tl_lettering_new ();

  TlDrawing drawing = {
    .title = self->title,
    .description = self->caption,
    .language = language,
    .width = self->width + 2 * MARGIN,
    .height = self->height + get_caption_height (self) + 4 * MARGIN + TITLE,
    .paint = paint_sheet,
    .data = self,
  };
  GBytes *bytes = format == TL_PICTURE_SVG ? tl_drawing_make_svg (&drawing, 1, NULL, error)
                                           : tl_drawing_make_png (&drawing, PNG_SCALE, NULL, error);

  tl_lettering_free (self->lettering);
  g_free (self->caption);
  return bytes;
}

/* Heat maps */

static void
paint_legend (const Sheet *self,
              TlPaper     *paper,
              double       x,
              double       y)
{
  static const TlHeatShade shown[] = { TL_HEAT_FAR_LESS, TL_HEAT_MUCH_LESS, TL_HEAT_LESS,     TL_HEAT_CHANCE,
                                       TL_HEAT_MORE,     TL_HEAT_MUCH_MORE, TL_HEAT_FAR_MORE, TL_HEAT_WITHHELD };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      TlLayoutBox cell = { .x = x + LEGEND_ENTRY * (i % 4), .y = y + LEGEND_ROW * (i / 4), .width = CELL,
                           .height = CELL };
      TlLayoutBox words = { .x = cell.x + CELL + 5, .y = cell.y, .width = LEGEND_ENTRY - CELL - 10, .height = CELL };

      tl_heat_shade_paint (shown[i], &cell, self->palette, paper);
      write_line (self, paper, tl_heat_shade_get_label (shown[i]), FONT, TL_LETTERING_PLAIN, words,
                  self->palette->text);
    }
}

static void
paint_heat (const Sheet *self,
            TlPaper     *paper,
            double       x,
            double       y)
{
  TlHeatPlan plan = { .heat = self->shown, .x = x, .y = y, .cell = CELL, .font = FONT, .labels = LABELS };
  double width, height;

  tl_heat_plan_get_size (&plan, &width, &height);
  tl_heat_plan_paint (&plan, self->palette, self->lettering, paper);
  paint_legend (self, paper, x, y + height + MARGIN);
}

/**
 * tl_chart_image_of_heat:
 * @heat: a heat map
 * @format: %TL_PICTURE_SVG or %TL_PICTURE_PNG
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a picture with everything that the numbers need
 */
GBytes *
tl_chart_image_of_heat (const TlHeat     *heat,
                        TlPictureFormat   format,
                        GError          **error)
{
  g_return_val_if_fail (heat != NULL && format != TL_PICTURE_PDF, NULL);

  Sheet sheet = {
    .title = _("Codes in the Same Reviews"),
    .caption = g_strjoin (" ", heat->pairs->caption, heat->pairs->note, NULL),
    .width = MAX (heat->n * CELL + LABELS, 4 * LEGEND_ENTRY),
    .height = heat->n * CELL + MARGIN + 2 * LEGEND_ROW,
    .paint = paint_heat,
    .shown = heat,
  };

  return make (&sheet, format, error);
}

/* Themes */

static void
paint_multiples (const Sheet *self,
                 TlPaper     *paper,
                 double       x,
                 double       y)
{
  const TlThemes *themes = self->shown;

  for (guint i = 0; i < themes->n_rows; i++)
    {
      const TlThemesRow *row = &themes->rows[i];
      g_autofree char *label = g_strdup_printf ("%s  %s", row->notation, row->label);
      TlMultiple multiple = { .themes = themes, .row = i, .full = self->full, .font = SMALL };
      TlLayoutBox title = { .x = x + (CHART_WIDTH + CHART_GAP) * (i % CHARTS_IN_A_ROW),
                            .y = y + (CHART_HEIGHT + ROW + CHART_GAP) * (i / CHARTS_IN_A_ROW), .width = CHART_WIDTH,
                            .height = ROW };
      TlLayoutBox chart = { .x = title.x, .y = title.y + ROW, .width = CHART_WIDTH, .height = CHART_HEIGHT };

      write_line (self, paper, label, FONT, row->depth == 0 ? TL_LETTERING_BOLD : TL_LETTERING_PLAIN, title,
                  self->palette->text);
      tl_multiple_paint (&multiple, &chart, self->palette, self->lettering, paper);
    }
}

static void
paint_bars (const Sheet *self,
            TlPaper     *paper,
            double       x,
            double       y)
{
  static const double square[4] = { 0, 0, 0, 0 };
  const TlThemes *themes = self->shown;

  for (guint i = 0; i < themes->n_rows; i++, y += ROW)
    {
      const TlThemesRow *row = &themes->rows[i];
      const TlThemesCell *cell = &row->cells[0];
      g_autofree char *label = g_strdup_printf ("%s  %s", row->notation, row->label);
      g_autofree char *count = tl_count_format (cell->reviews);
      TlLayoutBox words = { .x = x, .y = y, .width = BODY_LABELS - 10, .height = ROW };
      TlLayoutBox number = { .x = x + BODY_LABELS + BAR + 10, .y = y, .width = COUNT, .height = ROW };

      write_line (self, paper, label, FONT, row->depth == 0 ? TL_LETTERING_BOLD : TL_LETTERING_PLAIN, words,
                  self->palette->text);
      write_line (self, paper, count, FONT, TL_LETTERING_PLAIN, number, self->palette->text);
      if (cell->reviews > 0 && cell->base > 0)
        {
          TlInk ink = { .fill = self->palette->bar, .stroke = TL_INK_NONE };
          double share = MIN ((double) cell->reviews / (double) cell->base / self->full, 1);
          TlLayoutBox bar = { .x = x + BODY_LABELS, .y = y + 4, .width = MAX (BAR * share, 1), .height = ROW - 8 };

          tl_paper_draw_box (paper, &bar, square, &ink);
        }
    }
}

/**
 * tl_chart_image_of_themes:
 * @themes: a table of themes
 * @format: %TL_PICTURE_SVG or %TL_PICTURE_PNG
 * @error: return location
 *
 * Of one column a bar for each code; of several a small chart for each.
 *
 * Returns: (transfer full) (nullable): a picture with everything that the numbers need
 */
GBytes *
tl_chart_image_of_themes (const TlThemes   *themes,
                          TlPictureFormat   format,
                          GError          **error)
{
  g_return_val_if_fail (themes != NULL && format != TL_PICTURE_PDF, NULL);

  double full = tl_themes_choose_full (themes);
  guint n_lines = (themes->n_rows + CHARTS_IN_A_ROW - 1) / CHARTS_IN_A_ROW;
  gboolean is_single = themes->n_columns == 1;
  Sheet sheet = {
    .title = _("Themes"),
    /* Translators: the number is a percentage. */
    .caption = g_strdup_printf (_("%s %s A bar that is as long as can be stands for %.0f %% of the base."),
                                themes->caption, themes->note != NULL ? themes->note : "", full * 100),
    .width = is_single ? BODY_LABELS + BAR + 10 + COUNT : CHARTS_IN_A_ROW * (CHART_WIDTH + CHART_GAP) - CHART_GAP,
    .height = is_single ? themes->n_rows * ROW : n_lines * (CHART_HEIGHT + ROW + CHART_GAP),
    .paint = is_single ? paint_bars : paint_multiples,
    .shown = themes,
    .full = full,
  };

  return make (&sheet, format, error);
}
