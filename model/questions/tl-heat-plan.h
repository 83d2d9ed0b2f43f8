/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-lettering.h"
#include "model/picture/tl-paper.h"
#include "model/questions/tl-chart-palette.h"

G_BEGIN_DECLS

/**
 * TlHeatPlan:
 * @heat: what is shown; borrowed
 * @cell: the side of a cell
 * @font: the size of the letters
 * @labels: how much there is for a label
 * @rtl: whether it goes from right to left
 *
 * Where everything of a heat map is. Row by row below the diagonal, each ends with the name of its code, which stands
 * above the column of that code too.
 */
typedef struct {
  const TlHeat *heat;
  double        cell;
  double        font;
  double        labels;
  gboolean      rtl;
} TlHeatPlan;

void      tl_heat_plan_get_size (const TlHeatPlan      *self,
                                 double                *width,
                                 double                *height);
void      tl_heat_plan_get_cell (const TlHeatPlan      *self,
                                 guint                  row,
                                 guint                  column,
                                 TlLayoutBox           *box);
gboolean  tl_heat_plan_find     (const TlHeatPlan      *self,
                                 double                 x,
                                 double                 y,
                                 guint                 *row,
                                 guint                 *column);
void      tl_heat_plan_paint    (const TlHeatPlan      *self,
                                 const TlChartPalette  *palette,
                                 TlLettering           *lettering,
                                 TlPaper               *paper);
void      tl_heat_shade_paint   (TlHeatShade            shade,
                                 const TlLayoutBox     *box,
                                 const TlChartPalette  *palette,
                                 TlPaper               *paper);

G_END_DECLS
