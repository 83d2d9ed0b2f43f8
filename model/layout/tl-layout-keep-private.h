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

/**
 * TlLayoutKeep:
 * @boxes: where they are now
 * @origin: where they were at the beginning
 * @before: where they were before the move that is being tried
 * @first: for every box, where its lines begin in @own; one more entry holds the end
 * @own: numbers of the lines of all boxes, without those that join a box to itself
 * @shelves: (element-type TlLayoutShelf): from the top
 * @middles: (element-type double): of the shelves, before the move that is being tried
 * @price: of all of it, once every box has a place
 * @n_judged: how often a whole drawing was judged
 */
typedef struct
{
  TlLayoutBox *boxes;
  TlLayoutBox *origin;
  TlLayoutBox *before;
  guint n_boxes;
  const TlLayoutLine *lines;
  guint n_lines;
  guint *first;
  guint *own;
  const TlLayoutOptions *options;
  GPtrArray *shelves;
  GArray *middles;
  double price;
  guint n_judged;
} TlLayoutKeep;

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
double           _tl_layout_drawing_guess   (const TlLayoutBox     *boxes,
                                             const TlLayoutLine    *lines,
                                             guint                  n_lines,
                                             const gboolean        *moved);

/* tl-layout-price.c */
void             _tl_layout_price_list_lines (TlLayoutKeep         *keep);
int              _tl_layout_price_other_end (const TlLayoutKeep    *keep,
                                             guint                  box,
                                             guint                  number);
double           _tl_layout_price_of_direction (const TlLayoutKeep *keep,
                                             guint                  box,
                                             double                 y);
double           _tl_layout_price_all       (const TlLayoutKeep    *keep);
double           _tl_layout_price_guess     (const TlLayoutKeep    *keep);

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
