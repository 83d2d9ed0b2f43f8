/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan of a flow, for those that lay it out and paint it; for this room only. */
#pragma once

#include "model/layout/tl-ribbons.h"
#include "model/picture/tl-lettering.h"
#include "model/questions/tl-flow-plan.h"

G_BEGIN_DECLS

/* By the size of the letters. */
#define TL_FLOW_STATION_WIDTH 11.5
#define TL_FLOW_PADDING 0.5

/* @is_withheld says that its thickness says nothing; @place is where the count stands, and empty where it does not. */
typedef struct {
  double        thickness;
  gboolean      is_withheld;
  char         *count; /* owned, likewise the next: the same laid out */
  PangoLayout  *words;
  TlLayoutBox   place;
} TlFlowStrand;

/* Where a ribbon passes a column: from which edge of the station to which, and its own upper edge. */
typedef struct {
  double start;
  double end;
  double top;
} TlFlowStop;

struct _TlFlowPlan
{
  guint        n_columns;
  GPtrArray   *texts;   /* of what stands in stations, each once */
  GArray      *numbers; /* of guint: of each ribbon the stations that it flows through, by the number of their text */
  GArray      *weights; /* of double */
  GArray      *ribbons; /* of TlFlowStrand */
  TlLettering *lettering;

  /* Once it is laid out */
  TlRibbons   *laid;
  TlLayoutBox  room;
  double       font;
  gboolean     rtl;
  GArray      *stops;   /* of TlFlowStop: ribbon by ribbon */
};

const TlFlowStop *_tl_flow_plan_get_stop      (const TlFlowPlan       *self,
                                               guint                   ribbon,
                                               guint                   column);
TlLayoutBox       _tl_flow_plan_get_station   (const TlFlowPlan       *self,
                                               const TlRibbonsStation *station);
PangoLayout      *_tl_flow_plan_write_station (const TlFlowPlan       *self,
                                               guint                   text,
                                               double                  font);

G_END_DECLS
