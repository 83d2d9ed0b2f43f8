/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-graph.h"

G_BEGIN_DECLS

GPtrArray *tl_graph_find_paths         (const TlGraph *self,
                                        guint          from,
                                        guint          to,
                                        guint          max_paths,
                                        gboolean      *cut_off);
GArray    *tl_graph_find_shortest_path (const TlGraph *self,
                                        guint          from,
                                        guint          to);

G_END_DECLS
