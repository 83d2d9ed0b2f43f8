/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/picture/tl-paper.h"
#include "model/questions/tl-chains.h"
#include "model/questions/tl-chart-palette.h"

G_BEGIN_DECLS

/**
 * TlFlowPlan:
 *
 * Where everything of a flow of chains is, and how it is painted, in a window as on paper: a column for each place in
 * the chain, causes first, a station for each code there, and a ribbon for each chain, as thick as the reviews that
 * have it. It belongs to the thread that made it, and keeps nothing of the chains.
 */
typedef struct _TlFlowPlan TlFlowPlan;

/**
 * TlFlowMarks:
 * @chosen: the ribbon that is chosen
 * @pointed: the one under the pointer
 * @focused: the one that has the keyboard
 *
 * Ribbons that stand out, each by its number, or -1.
 */
typedef struct {
  int chosen;
  int pointed;
  int focused;
} TlFlowMarks;

TlFlowPlan  *tl_flow_plan_new           (const TlChains        *chains,
                                         guint                  max);
void         tl_flow_plan_free          (TlFlowPlan            *self);

guint        tl_flow_plan_get_n_ribbons (const TlFlowPlan      *self);
void         tl_flow_plan_measure       (TlFlowPlan            *self,
                                         double                 font,
                                         double                *least_width,
                                         double                *width,
                                         double                *least_height);
void         tl_flow_plan_lay_out       (TlFlowPlan            *self,
                                         const TlLayoutBox     *room,
                                         double                 font,
                                         gboolean               rtl);
gboolean     tl_flow_plan_meets         (const TlFlowPlan      *self,
                                         guint                  ribbon,
                                         double                 x,
                                         double                 y);
void         tl_flow_plan_get_extent    (const TlFlowPlan      *self,
                                         guint                  ribbon,
                                         TlLayoutBox           *extent);
const char  *tl_flow_plan_find_station  (const TlFlowPlan      *self,
                                         double                 x,
                                         double                 y);
const char  *tl_flow_plan_get_count     (const TlFlowPlan      *self,
                                         guint                  ribbon,
                                         TlLayoutBox           *place);
void         tl_flow_plan_paint         (const TlFlowPlan      *self,
                                         const TlFlowMarks     *marks,
                                         const TlChartPalette  *palette,
                                         TlPaper               *paper);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFlowPlan, tl_flow_plan_free)

G_END_DECLS
