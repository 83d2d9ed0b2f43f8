/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A heat map of pairs on a sheet for a report, with its legend. */
#include "config.h"

#include "model/questions/tl-chart-image-private.h"

#include <glib/gi18n-lib.h>

#include "model/questions/tl-heat-plan.h"

#define CELL 14.0
#define LABELS 260.0
#define LEGEND_ROW 20.0
#define LEGEND_ENTRY 210.0

static void
paint_legend (const TlChartImage *self,
              TlPaper            *paper)
{
  static const TlHeatShade shown[] = { TL_HEAT_FAR_LESS, TL_HEAT_MUCH_LESS, TL_HEAT_LESS,     TL_HEAT_CHANCE,
                                       TL_HEAT_MORE,     TL_HEAT_MUCH_MORE, TL_HEAT_FAR_MORE, TL_HEAT_WITHHELD };

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      TlLayoutBox cell = { .x = LEGEND_ENTRY * (i % 4), .y = LEGEND_ROW * (i / 4), .width = CELL, .height = CELL };
      TlLayoutBox words = { .x = cell.x + CELL + 5, .y = cell.y, .width = LEGEND_ENTRY - CELL - 10, .height = CELL };

      tl_heat_shade_paint (shown[i], &cell, self->palette, paper);
      _tl_chart_image_write (self, paper, tl_heat_shade_get_label (shown[i]), TL_LETTERING_PLAIN, words);
    }
}

static void
paint_heat (const TlChartImage *self,
            TlPaper            *paper)
{
  TlHeatPlan plan = { .heat = self->shown, .cell = CELL, .font = TL_CHART_IMAGE_FONT, .labels = LABELS };
  double width, height;

  tl_heat_plan_get_size (&plan, &width, &height);
  tl_heat_plan_paint (&plan, self->palette, self->lettering, paper);
  tl_paper_begin_shift (paper, 0, height + TL_CHART_IMAGE_GAP);
  paint_legend (self, paper);
  tl_paper_end_shift (paper);
}

/**
 * tl_chart_image_new_of_heat:
 * @heat: a heat map
 *
 * Returns: (transfer full): a picture with everything that the numbers need
 */
TlChartImage *
tl_chart_image_new_of_heat (const TlHeat *heat)
{
  g_return_val_if_fail (heat != NULL, NULL);

  return _tl_chart_image_new (_("Codes in the Same Reviews"),
                              g_strjoin (" ", heat->pairs->caption, heat->pairs->note, NULL), g_strdup (""),
                              MAX (heat->n * CELL + LABELS, 4 * LEGEND_ENTRY),
                              heat->n * CELL + TL_CHART_IMAGE_GAP + 2 * LEGEND_ROW, paint_heat, heat);
}
