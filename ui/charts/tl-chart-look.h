/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/questions/tl-chart-palette.h"

G_BEGIN_DECLS

double                tl_chart_look_get_font_size (GtkWidget *widget,
                                                   double     part);
const TlChartPalette *tl_chart_look_get_palette   (void);
void                  tl_chart_look_follow        (GtkWidget *widget);

G_END_DECLS
