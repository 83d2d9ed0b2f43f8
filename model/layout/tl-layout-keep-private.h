/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What it takes to lay out a graph with an earlier drawing: its rows, its lines as they are really drawn, and the least
 * moves that keep boxes apart.
 */
#pragma once

#include "model/layout/tl-layout.h"

G_BEGIN_DECLS

/**
 * TlLayoutShelf:
 * @middle: the y of the middle of its boxes
 * @height: that of its tallest box
 * @boxes: (element-type guint): from left to right
 *
 * A row of boxes found in an earlier drawing.
 */
typedef struct
{
  int band;
  double middle;
  double height;
  GArray *boxes;
} TlLayoutShelf;

/* tl-layout-apart.c */
void             _tl_layout_apart           (const double          *wants,
                                             const double          *weights,
                                             const double          *distances,
                                             guint                  n,
                                             double                *places);

/* tl-layout-drawing.c */
double           _tl_layout_drawing_price   (const TlLayoutBox     *boxes,
                                             guint                  n_boxes,
                                             const TlLayoutLine    *lines,
                                             guint                  n_lines);

/* tl-layout-shelf.c */
GPtrArray       *_tl_layout_shelves_new     (const TlLayoutBox     *boxes,
                                             guint                  n_boxes,
                                             const TlLayoutOptions *options);
void             _tl_layout_shelves_insert  (GPtrArray             *shelves,
                                             guint                  number,
                                             int                    band,
                                             double                 height,
                                             const TlLayoutOptions *options);
void             _tl_layout_shelves_straighten (GPtrArray          *shelves,
                                             TlLayoutBox           *boxes,
                                             guint                  n_boxes,
                                             const TlLayoutOptions *options);
void             _tl_layout_shelf_spread    (const TlLayoutShelf   *shelf,
                                             TlLayoutBox           *boxes,
                                             guint                  n_boxes,
                                             const TlLayoutOptions *options);

/* tl-layout-keep.c */
gboolean         _tl_layout_keep            (TlLayoutBox           *boxes,
                                             guint                  n_boxes,
                                             const TlLayoutLine    *lines,
                                             guint                  n_lines,
                                             const TlLayoutOptions *options,
                                             GCancellable          *cancellable);

G_END_DECLS
