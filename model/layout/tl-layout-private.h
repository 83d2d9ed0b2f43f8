/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the steps of the layout hand to each other: the ranks of the boxes and, for each connected part of the graph, a
 * net in which every line joins two neighbouring ranks. A cancelled step leaves something that is fit only to be freed.
 */
#pragma once

#include "model/layout/tl-layout.h"

G_BEGIN_DECLS

/**
 * TlLayoutRanks:
 * @sub: for every box, its row inside its band
 * @n_subs: for every band, its number of rows, at least 1
 * @first: for every band, the number of its first row among all rows; one more entry holds the number of all rows
 * @isolated: for every box, whether no line joins it to another
 */
typedef struct
{
  guint n_boxes;
  int n_bands;
  int *sub;
  int *n_subs;
  int *first;
  gboolean *isolated;
} TlLayoutRanks;

/**
 * TlLayoutNet:
 * @box: for every node, its box, or -1 for a place kept free for a long line
 * @rank: for every node, its rank, counted from @top_rank
 * @order: the nodes, rank by rank, from left to right
 * @start: for every rank, where it begins in @order; one more entry holds the end
 * @pos: for every node, its place within its rank
 * @ups: neighbours in the rank above, node by node, beginning at @up_start
 * @x: for every node, the x of its middle
 *
 * One connected part of the graph. The nodes that are boxes come first; after them, one line after the other, those
 * that stand for the passing of a line, with successive numbers from top to bottom.
 */
typedef struct
{
  guint n_nodes;
  guint n_boxes;
  guint n_ranks;
  int top_rank;
  int *box;
  int *rank;
  double *width;
  int *order;
  guint *start;
  int *pos;
  guint *up_start;
  int *ups;
  guint *down_start;
  int *downs;
  double *x;
  gboolean has_pins;
} TlLayoutNet;

typedef struct _TlLayoutStar TlLayoutStar;

/* Rows: tl-layout-rank.c */
TlLayoutRanks *_tl_layout_ranks_new      (const TlLayoutBox     *boxes,
                                          guint                  n_boxes,
                                          const TlLayoutLine    *lines,
                                          guint                  n_lines,
                                          const TlLayoutOptions *options,
                                          GCancellable          *cancellable);
void           _tl_layout_ranks_free     (TlLayoutRanks         *ranks);
void           _tl_layout_ranks_number   (TlLayoutRanks         *ranks);
int            _tl_layout_ranks_get      (const TlLayoutRanks   *ranks,
                                          const TlLayoutBox     *boxes,
                                          guint                  box);

/* Order of the lines' direction, free of cycles: tl-layout-cycle.c */
void           _tl_layout_cycle_sequence (guint                  n_boxes,
                                          const TlLayoutLine    *arcs,
                                          guint                  n_arcs,
                                          int                   *sequence,
                                          GCancellable          *cancellable);

/* Nets: tl-layout-net.c */
GPtrArray     *_tl_layout_nets_new       (const TlLayoutBox     *boxes,
                                          guint                  n_boxes,
                                          const TlLayoutLine    *lines,
                                          guint                  n_lines,
                                          const TlLayoutRanks   *ranks,
                                          GCancellable          *cancellable);

/* Crossings: tl-layout-cross.c, tl-layout-spectrum.c, tl-layout-sweep.c, tl-layout-star.c and tl-layout-order.c */
gint64         _tl_layout_cross_count    (const TlLayoutNet     *net);
void           _tl_layout_spectrum       (TlLayoutNet           *net,
                                          guint                  start,
                                          GCancellable          *cancellable);
void           _tl_layout_sweep          (TlLayoutNet           *net,
                                          guint                  n_sweeps);
TlLayoutStar  *_tl_layout_star_new       (TlLayoutNet           *net,
                                          const TlLayoutBox     *boxes,
                                          int                    window);
void           _tl_layout_star_free      (TlLayoutStar          *star);
void           _tl_layout_star_wake      (TlLayoutStar          *star);
gint64         _tl_layout_star_get_steps (const TlLayoutStar    *star);
gboolean       _tl_layout_star_insert    (TlLayoutStar          *star,
                                          int                    box);
gboolean       _tl_layout_star_settle    (TlLayoutStar          *star,
                                          gint64                 n_steps,
                                          GCancellable          *cancellable);
void           _tl_layout_star_anneal    (TlLayoutStar          *star,
                                          double                 heat,
                                          gint64                 n_steps,
                                          GCancellable          *cancellable);
void           _tl_layout_order          (TlLayoutNet           *net,
                                          const TlLayoutBox     *boxes,
                                          const TlLayoutOptions *options,
                                          GCancellable          *cancellable);

/* Coordinates: tl-layout-place.c, tl-layout-pack.c and tl-layout-rows.c */
void           _tl_layout_place          (TlLayoutNet           *net,
                                          const TlLayoutBox     *boxes,
                                          const TlLayoutOptions *options,
                                          GCancellable          *cancellable);
void           _tl_layout_pack           (TlLayoutBox           *boxes,
                                          guint                  n_boxes,
                                          GPtrArray             *nets,
                                          TlLayoutRanks         *ranks,
                                          const TlLayoutOptions *options,
                                          GCancellable          *cancellable);
void           _tl_layout_rows           (TlLayoutBox           *boxes,
                                          const TlLayoutBox     *pins,
                                          const TlLayoutRanks   *ranks,
                                          const TlLayoutOptions *options,
                                          GCancellable          *cancellable);
double         _tl_layout_rows_free_x    (const TlLayoutExtent  *taken,
                                          guint                  n_taken,
                                          double                 x,
                                          double                 width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayoutRanks, _tl_layout_ranks_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayoutStar, _tl_layout_star_free)

G_END_DECLS
