/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/questions/tl-flow-plan.h"

G_BEGIN_DECLS

#define TL_TYPE_FLOW_RIBBON (tl_flow_ribbon_get_type ())
G_DECLARE_FINAL_TYPE (TlFlowRibbon, tl_flow_ribbon, TL, FLOW_RIBBON, GtkWidget)

GtkWidget *tl_flow_ribbon_new        (const TlFlowPlan *plan,
                                      guint             number,
                                      const char       *name);
void       tl_flow_ribbon_allocate   (TlFlowRibbon     *self);
void       tl_flow_ribbon_set_chosen (TlFlowRibbon     *self,
                                      gboolean          chosen);

G_END_DECLS
