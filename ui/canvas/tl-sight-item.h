/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/case/tl-graph.h"
#include "ui/canvas/tl-canvas-sight.h"

G_BEGIN_DECLS

TlSightItem *tl_sight_item_new_path  (const TlGraph     *graph,
                                      const GArray      *links);
TlSightItem *tl_sight_item_new_loop  (const TlGraph     *graph,
                                      const TlGraphLoop *loop);
TlSightItem *tl_sight_item_new_match (TlRecord          *record);
void         tl_sight_item_free      (TlSightItem       *self);

GPtrArray   *tl_sight_items_find     (TlReview          *review,
                                      const char        *words);

G_END_DECLS
