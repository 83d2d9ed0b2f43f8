/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/questions/tl-themes.h"

G_BEGIN_DECLS

#define TL_TYPE_THEMES_CHART (tl_themes_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlThemesChart, tl_themes_chart, TL, THEMES_CHART, AdwBin)

GtkWidget      *tl_themes_chart_new          (void);
void            tl_themes_chart_set_themes   (TlThemesChart *self,
                                              TlThemes      *themes);
void            tl_themes_chart_set_as_multiples (TlThemesChart *self,
                                                  gboolean       as_multiples);
const TlThemes *tl_themes_chart_get_themes   (TlThemesChart *self);
const char     *tl_themes_chart_get_code     (TlThemesChart *self);
const char     *tl_themes_chart_get_caption  (TlThemesChart *self);

G_END_DECLS
