/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/canvas/tl-canvas-viewport.h"

G_BEGIN_DECLS

/* Pixels of the screen that a tile is wide and high. */
#define TL_CANVAS_TILE 256

typedef struct _TlCanvasPicture TlCanvasPicture;

/**
 * TlCanvasPicturePaint:
 * @cr: pixels, the origin being the canvas's
 * @region: what is wanted, in canvas units
 * @scale: pixels a canvas unit takes
 *
 * Paints all that belongs into @region, ground and all.
 */
typedef void (*TlCanvasPicturePaint) (cairo_t               *cr,
                                      const graphene_rect_t *region,
                                      double                 scale,
                                      gpointer               data);

/**
 * TlCanvasPictureMeasure:
 * @region: (inout): what is wanted, in canvas units; where in it there is more than ground
 *
 * Returns: whether there is
 */
typedef gboolean (*TlCanvasPictureMeasure) (graphene_rect_t *region,
                                            gpointer         data);

TlCanvasPicture *tl_canvas_picture_new      (TlCanvasPictureMeasure  measure,
                                             TlCanvasPicturePaint    paint,
                                             gpointer                data);
void             tl_canvas_picture_free     (TlCanvasPicture        *self);
void             tl_canvas_picture_forget   (TlCanvasPicture        *self);
gboolean         tl_canvas_picture_snapshot (TlCanvasPicture        *self,
                                             const TlCanvasViewport *viewport,
                                             int                     factor,
                                             gboolean                sharp,
                                             gint64                  budget,
                                             GtkSnapshot            *snapshot);

G_END_DECLS
