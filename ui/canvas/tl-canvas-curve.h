/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "model/layout/tl-layout.h"

G_BEGIN_DECLS

/* A curve is a chain of cubic Bézier pieces: its start, then for each piece two control points and its end. So it has
 * 3 n + 1 points; fewer than four are no curve. */

double        tl_canvas_curve_get_distance (const TlLayoutPoint *points,
                                         guint                n_points,
                                         double               x,
                                         double               y);
void          tl_canvas_curve_get_bounds (const TlLayoutPoint *points,
                                         guint                n_points,
                                         double               margin,
                                         graphene_rect_t     *bounds);
gboolean      tl_canvas_curve_meets     (const TlLayoutPoint *points,
                                         guint                n_points,
                                         const graphene_rect_t *rect);
void          tl_canvas_curve_between   (const TlLayoutPoint *from,
                                         const TlLayoutPoint *to,
                                         TlLayoutPoint        points[4]);

G_END_DECLS
