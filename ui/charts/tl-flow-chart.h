/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/questions/tl-chains.h"

G_BEGIN_DECLS

/* Of the most frequent chains so many are drawn: more could not be told apart. */
#define TL_FLOW_CHART_MAX 40

#define TL_TYPE_FLOW_CHART (tl_flow_chart_get_type ())
G_DECLARE_FINAL_TYPE (TlFlowChart, tl_flow_chart, TL, FLOW_CHART, GtkWidget)

GtkWidget *tl_flow_chart_new        (void);
void       tl_flow_chart_set_chains (TlFlowChart    *self,
                                     const TlChains *chains);
void       tl_flow_chart_choose     (TlFlowChart    *self,
                                     int             chain);
int        tl_flow_chart_get_chosen (TlFlowChart    *self);

G_END_DECLS
