/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Layered layout of boxes and lines in bands: pure functions on arrays, from any thread, knowing nothing of reviews.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlLayoutPoint:
 *
 * A point in layout units (one unit is one pixel at 100 %); x grows to the right and y downwards.
 */
typedef struct
{
  double x;
  double y;
} TlLayoutPoint;

/**
 * TlLayoutBox:
 * @band: the band it belongs to, 0 being the topmost
 * @width: its width, greater than 0
 * @height: its height, greater than 0
 * @x: left edge; read if @pinned or @placed, written by tl_layout_run()
 * @y: top edge; read if @pinned or @placed, written by tl_layout_run()
 * @pinned: it stays exactly where it is
 * @placed: @x and @y hold an earlier position
 */
typedef struct
{
  int band;
  double width;
  double height;
  double x;
  double y;
  gboolean pinned;
  gboolean placed;
} TlLayoutBox;

/**
 * TlLayoutLine:
 * @from: index of the box at which it begins
 * @to: index of the box to which it points; may be the same box
 * @from_at: where it leaves its side of the box, as a distance from the middle of that side; set for the routes
 * @to_at: where it arrives, likewise
 */
typedef struct
{
  int from;
  int to;
  double from_at;
  double to_at;
} TlLayoutLine;

/**
 * TlLayoutExtent:
 *
 * The upper and lower edge of a band.
 */
typedef struct
{
  double top;
  double bottom;
} TlLayoutExtent;

/**
 * TlLayoutOptions:
 * @n_bands: number of bands, at least 1; every box lies in one of them
 * @box_gap: free space between neighbours in a row
 * @row_gap: free space between two rows of a band
 * @band_padding: free space between the edge of a band and its rows
 * @band_min_height: height of a band without boxes, and least height of the others
 * @row_width: a row that grows wider is divided among several; 0 for the width that suits the whole drawing, negative
 *   to let rows grow as wide as they are
 * @thorough: take more time to find fewer crossings
 * @keep: let boxes that were placed before stay where they are as far as can be
 */
typedef struct
{
  int n_bands;
  double box_gap;
  double row_gap;
  double band_padding;
  double band_min_height;
  double row_width;
  gboolean thorough;
  gboolean keep;
} TlLayoutOptions;

/**
 * TlLayoutRoutes:
 *
 * The curves of all lines of a drawing. Several threads may read them at a time while nobody moves a box.
 */
typedef struct _TlLayoutRoutes TlLayoutRoutes;

void     tl_layout_options_init  (TlLayoutOptions       *options,
                                  int                    n_bands);

gboolean tl_layout_run           (TlLayoutBox           *boxes,
                                  guint                  n_boxes,
                                  const TlLayoutLine    *lines,
                                  guint                  n_lines,
                                  const TlLayoutOptions *options,
                                  GCancellable          *cancellable,
                                  GError               **error);

void     tl_layout_place_one     (TlLayoutBox           *boxes,
                                  guint                  n_boxes,
                                  const TlLayoutLine    *lines,
                                  guint                  n_lines,
                                  guint                  box,
                                  const TlLayoutOptions *options);

void     tl_layout_band_extents  (const TlLayoutBox     *boxes,
                                  guint                  n_boxes,
                                  const TlLayoutOptions *options,
                                  TlLayoutExtent        *extents);

void     tl_layout_find_astray   (const TlLayoutBox     *boxes,
                                  guint                  n_boxes,
                                  int                    n_bands,
                                  gboolean              *astray);

TlLayoutRoutes *tl_layout_routes_new (const TlLayoutBox *boxes,
                                  guint                  n_boxes,
                                  const TlLayoutLine    *lines,
                                  guint                  n_lines);

void     tl_layout_routes_free   (TlLayoutRoutes        *routes);

void     tl_layout_routes_move_box (TlLayoutRoutes      *routes,
                                  guint                  box,
                                  double                 x,
                                  double                 y);

void     tl_layout_routes_get    (const TlLayoutRoutes  *routes,
                                  guint                  line,
                                  GArray                *points);

TlLayoutPoint tl_layout_curve_at (const TlLayoutPoint   *points,
                                  guint                  n_points,
                                  double                 t);

TlLayoutPoint tl_layout_curve_middle (const TlLayoutPoint *points,
                                  guint                  n_points);

TlLayoutPoint tl_layout_curve_end_direction (const TlLayoutPoint *points,
                                  guint                  n_points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayoutRoutes, tl_layout_routes_free)

G_END_DECLS
