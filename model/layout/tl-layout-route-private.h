/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sides of two boxes a line joins, and the way through the gaps between boxes from one side to another.
 */
#pragma once

#include "model/layout/tl-layout.h"

G_BEGIN_DECLS

/* Least free space between a line and a box that it passes. */
#define TL_LAYOUT_LEAST_CLEARANCE 2.0

/**
 * TlLayoutWay:
 * @TL_LAYOUT_WAY_LOOP: from a box to itself
 * @TL_LAYOUT_WAY_DOWN: from the bottom of one box to the top of another below it
 * @TL_LAYOUT_WAY_UP: from the top of one box to the bottom of another above it
 * @TL_LAYOUT_WAY_SIDE: between boxes side by side
 */
typedef enum
{
  TL_LAYOUT_WAY_LOOP,
  TL_LAYOUT_WAY_DOWN,
  TL_LAYOUT_WAY_UP,
  TL_LAYOUT_WAY_SIDE,
} TlLayoutWay;

typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
} TlLayoutArea;

/* A row that a line passes: places @first to @end of the boxes near by. */
typedef struct
{
  double top;
  double bottom;
  guint first;
  guint end;
} TlLayoutRow;

/* A place at which a row can be passed; @previous is the place in the row above from which it is cheapest to reach. */
typedef struct
{
  double x;
  double price;
  int previous;
} TlLayoutGap;

/**
 * TlLayoutRoute:
 * @near: (element-type int): boxes in @area; once rows are found, by rows and then by x
 * @rows: (element-type TlLayoutRow): the rows, from the top
 * @gaps: (element-type TlLayoutGap): an equal number of places for each row
 * @area: where the line may go; what lies beyond is not known
 * @number: a number of its own, by which lines that pass the same box keep different distances from it
 * @clearance: that distance
 * @start: where it leaves the upper box
 * @end: where it reaches the lower box
 *
 * A line on its way down.
 */
typedef struct
{
  const TlLayoutBox *boxes;
  GArray *near;
  GArray *rows;
  GArray *gaps;
  TlLayoutArea area;
  guint number;
  double clearance;
  TlLayoutPoint start;
  TlLayoutPoint end;
} TlLayoutRoute;

/* tl-layout-index.c */
const TlLayoutBox *
            _tl_layout_index_boxes  (const TlLayoutIndex *index,
                                     guint               *n_boxes);
void        _tl_layout_index_find   (const TlLayoutIndex *index,
                                     const TlLayoutArea  *area,
                                     const TlLayoutLine  *line,
                                     GArray              *found);

/* tl-layout-route.c */
TlLayoutWay _tl_layout_route_way    (const TlLayoutBox   *boxes,
                                     const TlLayoutLine  *line);

/* tl-layout-curve.c */
void        _tl_layout_curve_cubic  (GArray              *points,
                                     TlLayoutPoint        control_1,
                                     TlLayoutPoint        control_2,
                                     TlLayoutPoint        end);
void        _tl_layout_curve_drop   (GArray              *points,
                                     TlLayoutPoint        end);
guint       _tl_layout_curve_hits   (const TlLayoutRoute *route,
                                     const TlLayoutPoint *points,
                                     guint                n_points,
                                     guint                limit);

/* tl-layout-gap.c */
gboolean    _tl_layout_gap_route    (TlLayoutRoute       *route,
                                     GArray              *points);

G_END_DECLS
