/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-tunnel.h"
#include "ui/canvas/tl-canvas-lens.h"
#include "ui/canvas/tl-canvas-scene.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS_FACTOR (tl_canvas_factor_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasFactor, tl_canvas_factor, TL, CANVAS_FACTOR, GtkWidget)

GtkWidget  *tl_canvas_factor_new          (void);
void        tl_canvas_factor_update       (TlCanvasFactor     *self,
                                           TlReview           *review,
                                           TlMethod           *method,
                                           const TlCanvasNode *node);
void        tl_canvas_factor_set_tunnel   (TlCanvasFactor     *self,
                                           TlTunnelState       state);
void        tl_canvas_factor_set_answer   (TlCanvasFactor     *self,
                                           const TlLensAnswer *answer,
                                           const char         *detail);
void        tl_canvas_factor_set_selected (TlCanvasFactor     *self,
                                           gboolean            selected);
const char *tl_canvas_factor_get_id       (TlCanvasFactor     *self);

G_END_DECLS
