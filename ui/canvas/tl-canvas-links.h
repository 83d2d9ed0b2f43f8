/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/canvas/tl-canvas-colours.h"
#include "ui/canvas/tl-canvas-scene.h"
#include "ui/canvas/tl-canvas-viewport.h"

G_BEGIN_DECLS

typedef struct _TlCanvasLinks TlCanvasLinks;

TlCanvasLinks         *tl_canvas_links_new         (void);
void                   tl_canvas_links_free        (TlCanvasLinks          *self);
void                   tl_canvas_links_set_colours (TlCanvasLinks          *self,
                                                    const TlCanvasColours  *colours);
void                   tl_canvas_links_forget      (TlCanvasLinks          *self);
const TlCanvasColours *tl_canvas_links_get_colours (TlCanvasLinks          *self);
void                   tl_canvas_links_snapshot    (TlCanvasLinks          *self,
                                                    TlCanvasScene          *scene,
                                                    const TlCanvasViewport *viewport,
                                                    GtkSnapshot            *snapshot);
guint                  tl_canvas_links_get_n_drawn (TlCanvasLinks          *self);

void                   tl_canvas_link_draw         (cairo_t                *cr,
                                                    const TlCanvasEdge     *edge,
                                                    const GdkRGBA          *colour,
                                                    gboolean                emphasised);
void                   tl_canvas_link_draw_as      (cairo_t                *cr,
                                                    const TlLayoutPoint    *points,
                                                    guint                   n_points,
                                                    TlLinkRole              role,
                                                    const char             *state,
                                                    const GdkRGBA          *colour,
                                                    gboolean                emphasised);
void                   tl_canvas_curve_draw        (cairo_t                *cr,
                                                    const TlLayoutPoint    *points,
                                                    guint                   n_points,
                                                    const GdkRGBA          *colour);

G_END_DECLS
