/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-graph.h"

G_BEGIN_DECLS

/**
 * TlGraphPolarity:
 * @TL_GRAPH_POLARITY_UNKNOWN: a link has no sign
 * @TL_GRAPH_POLARITY_REINFORCING: a change comes back as more of itself: an even number of links has a minus
 * @TL_GRAPH_POLARITY_BALANCING: a change comes back against itself: an odd number of links has a minus
 *
 * What a loop does to a change, by the signs of its links, as in any causal loop diagram.
 */
typedef enum {
  TL_GRAPH_POLARITY_UNKNOWN,
  TL_GRAPH_POLARITY_REINFORCING,
  TL_GRAPH_POLARITY_BALANCING,
} TlGraphPolarity;

#define TL_N_GRAPH_POLARITIES (TL_GRAPH_POLARITY_BALANCING + 1)

/**
 * TlGraphLoop:
 * @name: R1, R2, … for a reinforcing loop, B1, B2, … for a balancing one, L1, L2, … for one whose polarity is not known
 * @polarity: what it does to a change
 * @links: (element-type guint): positions of its links, each beginning where the one before ends
 *
 * A way from a factor back to itself that passes no other factor twice.
 */
typedef struct {
  char           *name;
  TlGraphPolarity polarity;
  GArray         *links;
} TlGraphLoop;

guint          *tl_graph_find_parts   (const TlGraph *self,
                                       guint         *n_parts);
GPtrArray      *tl_graph_find_loops   (const TlGraph *self,
                                       guint          max_loops,
                                       gboolean      *cut_off);
const char     *tl_graph_polarity_get_title (TlGraphPolarity polarity);
TlGraphPolarity tl_graph_get_polarity (const TlGraph *self,
                                       const GArray  *links);

G_END_DECLS
