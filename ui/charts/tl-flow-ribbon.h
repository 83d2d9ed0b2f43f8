/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFlowStop:
 * @start: where the ribbon enters a station, from the left of the chart
 * @end: where it leaves it
 * @top: its upper edge there
 *
 * A station through which a ribbon flows.
 */
typedef struct {
  double start;
  double end;
  double top;
} TlFlowStop;

#define TL_TYPE_FLOW_RIBBON (tl_flow_ribbon_get_type ())
G_DECLARE_FINAL_TYPE (TlFlowRibbon, tl_flow_ribbon, TL, FLOW_RIBBON, GtkWidget)

GtkWidget *tl_flow_ribbon_new         (const char       *name,
                                       const char       *count);
void       tl_flow_ribbon_set_way     (TlFlowRibbon     *self,
                                       const TlFlowStop *stops,
                                       guint             n_stops,
                                       double            thickness);
void       tl_flow_ribbon_set_chosen  (TlFlowRibbon     *self,
                                       gboolean          chosen);

G_END_DECLS
