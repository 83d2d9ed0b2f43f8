/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/questions/tl-heat.h"

G_BEGIN_DECLS

#define TL_TYPE_HEAT_MAP (tl_heat_map_get_type ())
G_DECLARE_FINAL_TYPE (TlHeatMap, tl_heat_map, TL, HEAT_MAP, GtkWidget)

GtkWidget    *tl_heat_map_new      (void);
void          tl_heat_map_set_heat (TlHeatMap    *self,
                                    const TlHeat *heat);
gboolean      tl_heat_map_choose   (TlHeatMap    *self,
                                    const TlPair *pair);
const TlPair *tl_heat_map_get_pair (TlHeatMap    *self,
                                    char        **sentence);

G_END_DECLS
