/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes on a sheet for a report: bars, or where they are divided a small chart for each code. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>

#include "model/questions/tl-multiple.h"

#define SMALL 9.0
#define CHART_WIDTH 180.0
#define CHART_HEIGHT 70.0
#define CHART_GAP 18.0
#define ROW 18.0
#define BAR 240.0
#define COUNT 90.0
#define LABELS 380.0

static void
paint_multiples (const TlChartImage *self,
                 TlPaper            *paper)
{
  const TlThemes *themes = self->shown;

  for (guint i = 0; i < self->n; i++)
    {
      const TlThemesRow *row = &themes->rows[self->first + i];
      g_autofree char *label = g_strdup_printf ("%s  %s", row->notation, row->label);
      TlMultiple multiple = { .themes = themes, .row = self->first + i, .full = self->full, .font = SMALL };
      TlLayoutBox title = { .x = (CHART_WIDTH + CHART_GAP) * (i % self->across),
                            .y = (CHART_HEIGHT + ROW + CHART_GAP) * (i / self->across), .width = CHART_WIDTH,
                            .height = ROW };
      TlLayoutBox chart = { .x = title.x, .y = title.y + ROW, .width = CHART_WIDTH, .height = CHART_HEIGHT };

      _tl_chart_image_write (self, paper, label, row->depth == 0 ? TL_LETTERING_BOLD : TL_LETTERING_PLAIN, title);
      tl_multiple_paint (&multiple, &chart, self->palette, self->lettering, paper);
    }
}

static void
paint_bars (const TlChartImage *self,
            TlPaper            *paper)
{
  const TlThemes *themes = self->shown;

  for (guint i = 0; i < self->n; i++)
    {
      const TlThemesRow *row = &themes->rows[self->first + i];
      const TlThemesCell *cell = &row->cells[0];
      g_autofree char *label = g_strdup_printf ("%s  %s", row->notation, row->label);
      g_autofree char *count = tl_count_format_perhaps (cell->reviews, cell->uncertain);
      TlLayoutBox words = { .y = i * ROW, .width = LABELS - 10, .height = ROW };
      TlLayoutBox bar = { .x = LABELS, .y = words.y + 4, .width = BAR, .height = ROW - 8 };
      TlLayoutBox number = { .x = LABELS + BAR + 10, .y = words.y, .width = COUNT, .height = ROW };

      _tl_chart_image_write (self, paper, label, row->depth == 0 ? TL_LETTERING_BOLD : TL_LETTERING_PLAIN, words);
      _tl_chart_image_write (self, paper, count, TL_LETTERING_PLAIN, number);
      _tl_chart_image_draw_bar (self, paper, cell->reviews, cell->uncertain, cell->base, bar);
    }
}

/**
 * tl_chart_image_new_of_themes:
 * @themes: a table of themes
 * @first: the first row that is shown
 * @n: how many are, from there; fewer if there are not as many
 * @across: how many small charts stand beside each other; 0 for the usual
 *
 * Of one column a bar for each code; of several a small chart for each, all on one scale.
 *
 * Returns: (transfer full): a picture with everything that the numbers need
 */
TlChartImage *
tl_chart_image_new_of_themes (const TlThemes *themes,
                              guint           first,
                              guint           n,
                              guint           across)
{
  g_return_val_if_fail (themes != NULL && first <= themes->n_rows, NULL);

  static const guint usual = 5;
  gboolean is_single = themes->n_columns == 1;
  guint rows = MIN (n, themes->n_rows - first);
  guint beside = across > 0 ? across : usual;
  guint n_lines = (rows + beside - 1) / beside;
  double full = tl_themes_choose_full (themes);
  TlChartImage *self = _tl_chart_image_new (
      _("Themes"), g_strjoin (" ", themes->caption, themes->note, NULL),
      _tl_chart_image_dup_scale (full, themes->across),
      is_single ? LABELS + BAR + 10 + COUNT : beside * (CHART_WIDTH + CHART_GAP) - CHART_GAP,
      is_single ? rows * ROW : n_lines * (CHART_HEIGHT + ROW + CHART_GAP), is_single ? paint_bars : paint_multiples,
      themes);

  self->first = first;
  self->n = rows;
  self->across = beside;
  self->full = full;
  return self;
}
