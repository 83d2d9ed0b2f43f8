/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the steps of finding routes hand to each other: storeys, the lines as they pass them, and the way of a line that
 * goes alone.
 */
#pragma once

#include "model/layout/tl-layout.h"

G_BEGIN_DECLS

/* Least free space between a line and a box that it passes. */
#define TL_LAYOUT_LEAST_CLEARANCE 2.0
/* What it costs to run through a box, in crossings. */
#define TL_LAYOUT_THROUGH_PRICE 1e5f
/* Free space above and below the boxes of a storey that belongs to it, if the strip is high enough. */
#define TL_LAYOUT_CLEARANCE 8.0

typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
} TlLayoutArea;

/**
 * TlLayoutStoreys:
 * @extents: from where to where each storey reaches; the strips lie between
 * @clearances: for every storey but the last, how far it and the next reach beyond their boxes into the strip
 * @first: for every box, the storey in which it begins
 * @last: for every box, the storey in which it ends
 */
typedef struct
{
  guint n;
  TlLayoutExtent *extents;
  double *clearances;
  guint *first;
  guint *last;
} TlLayoutStoreys;

/**
 * TlLayoutWeave:
 * @n_fixed: so many nodes stand for boxes, one for each storey that a box reaches into; the others are passes
 * @box: for every node, its box, or -1 for a pass
 * @storey: for every node, its storey
 * @pos: for every node, its place in its storey
 * @left: for every node, its left edge as its storey begins and as it ends; of passes, where the line is
 * @right: for every node, its right edge; of passes the same
 * @straight: for every pass, where the line would be if it were straight
 * @order: the nodes, storey by storey, from left to right
 * @start: for every storey, where it begins in @order; one more entry holds the end
 * @is_closed: for every node of a box, whether the gap to the next box at its right has no room for a line
 * @is_closed_below: for every node of a box, whether another box of its storey is in the way of lines from its bottom
 * @is_closed_above: likewise of lines to its top
 * @has_closed_gaps: whether there is any such gap
 * @has_tall_boxes: whether any box reaches into several storeys
 * @ups: neighbours in the storey above, node by node, beginning at @up_start
 * @up_price: for each of them, what it costs to cross the way to it
 * @upper: for every line, the node at its upper end, or -1 if no strip parts its ends
 * @lower: for every line, the node at its lower end
 * @first_pass: for every line, the first of its passes, which follow each other; one more entry holds the end
 * @by_span: the lines, those with the fewest passes first
 * @is_free: for every line, whether there is a way that touches no box
 *
 * The lines as they pass the storeys.
 */
typedef struct
{
  guint n_nodes;
  guint n_fixed;
  guint n_lines;
  int *box;
  guint *storey;
  int *pos;
  TlLayoutExtent *left;
  TlLayoutExtent *right;
  double *straight;
  int *order;
  guint *start;
  gboolean *is_closed;
  gboolean *is_closed_below;
  gboolean *is_closed_above;
  gboolean has_closed_gaps;
  gboolean has_tall_boxes;
  guint *up_start;
  int *ups;
  float *up_price;
  guint *down_start;
  int *downs;
  float *down_price;
  int *upper;
  int *lower;
  int *first_pass;
  guint *by_span;
  gboolean *is_free;
} TlLayoutWeave;

/* An opening, from side to side, through which a way must go, and how much room there is beside it. */
typedef struct
{
  double y;
  double low;
  double high;
  double room;
} TlLayoutGate;

/* Where a way bends, and how much room there is to round it. */
typedef struct
{
  TlLayoutPoint point;
  double room;
} TlLayoutCorner;

/**
 * TlLayoutWays:
 * @corners: (element-type TlLayoutCorner): of all lines, from the top of each to its bottom, both ends among them
 * @first: for every line, where its corners begin
 * @n: for every line, how many corners it has; 0 if its ends are not parted by a strip
 */
typedef struct
{
  GArray *corners;
  guint *first;
  guint *n;
} TlLayoutWays;

/* The boxes of a drawing by where they are. */
typedef struct _TlLayoutIndex TlLayoutIndex;

/* tl-layout-index.c */
TlLayoutIndex *
            _tl_layout_index_new    (const TlLayoutBox   *boxes,
                                     guint                n_boxes);
void        _tl_layout_index_free   (TlLayoutIndex       *index);
void        _tl_layout_index_move_box (TlLayoutIndex     *index,
                                     guint                box,
                                     double               x,
                                     double               y);
const TlLayoutBox *
            _tl_layout_index_boxes  (const TlLayoutIndex *index,
                                     guint               *n_boxes);
void        _tl_layout_index_find   (const TlLayoutIndex *index,
                                     const TlLayoutArea  *area,
                                     const TlLayoutLine  *line,
                                     GArray              *found);

/* tl-layout-storey.c */
TlLayoutStoreys *
            _tl_layout_storeys_new  (const TlLayoutBox   *boxes,
                                     guint                n_boxes);
void        _tl_layout_storeys_free (TlLayoutStoreys     *storeys);

/* tl-layout-weave.c */
TlLayoutWeave *
            _tl_layout_weave_new    (const TlLayoutBox   *boxes,
                                     guint                n_boxes,
                                     const TlLayoutLine  *lines,
                                     guint                n_lines,
                                     const TlLayoutStoreys *storeys);
void        _tl_layout_weave_free   (TlLayoutWeave       *weave);

/* tl-layout-lead.c */
void        _tl_layout_lead         (TlLayoutWeave       *weave,
                                     guint                reach);

/* tl-layout-port.c */
void        _tl_layout_ports        (const TlLayoutWeave *weave,
                                     TlLayoutLine        *lines);

/* tl-layout-ways.c */
TlLayoutWays *
            _tl_layout_ways_new     (TlLayoutWeave         *weave,
                                     const TlLayoutStoreys *storeys,
                                     const TlLayoutBox     *boxes,
                                     TlLayoutLine          *lines);
void        _tl_layout_ways_free    (TlLayoutWays        *ways);

/* tl-layout-alone.c */
gboolean    _tl_layout_alone        (GArray              *areas,
                                     TlLayoutPoint        start,
                                     TlLayoutPoint        end,
                                     double               margin,
                                     double               room,
                                     GArray              *corners);

/* tl-layout-route.c */
void        _tl_layout_route        (const TlLayoutIndex *index,
                                     const TlLayoutLine  *line,
                                     GArray              *points);

/* tl-layout-string.c */
void        _tl_layout_string_add   (GArray              *gates,
                                     double               y,
                                     double               low,
                                     double               high,
                                     double               room);
void        _tl_layout_string_pull  (const GArray        *gates,
                                     TlLayoutPoint        start,
                                     GArray              *corners);
void        _tl_layout_string_draw  (const TlLayoutCorner *corners,
                                     guint                n,
                                     GArray              *points);

/* tl-layout-curve.c */
void        _tl_layout_curve_cubic  (GArray              *points,
                                     TlLayoutPoint        control_1,
                                     TlLayoutPoint        control_2,
                                     TlLayoutPoint        end);
void        _tl_layout_curve_line   (GArray              *points,
                                     TlLayoutPoint        end);
void        _tl_layout_curve_reverse (GArray             *points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayoutIndex, _tl_layout_index_free)

G_END_DECLS
