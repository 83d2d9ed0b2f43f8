/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/canvas/tl-canvas-colours.h"
#include "ui/canvas/tl-canvas-scene.h"

G_BEGIN_DECLS

void tl_canvas_links_draw   (TlCanvasScene         *scene,
                             const TlCanvasColours *colours,
                             cairo_t               *cr,
                             const graphene_rect_t *region,
                             double                 scale);
void tl_canvas_link_draw    (cairo_t               *cr,
                             const TlCanvasEdge    *edge,
                             const GdkRGBA         *colour,
                             double                 scale,
                             gboolean               emphasised);
void tl_canvas_link_draw_as (cairo_t               *cr,
                             const TlLayoutPoint   *points,
                             guint                  n_points,
                             TlLinkRole             role,
                             const char            *state,
                             const GdkRGBA         *colour,
                             double                 scale,
                             gboolean               emphasised);
void tl_canvas_curve_draw   (cairo_t               *cr,
                             const TlLayoutPoint   *points,
                             guint                  n_points,
                             const GdkRGBA         *colour);

G_END_DECLS
