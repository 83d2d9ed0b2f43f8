/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/canvas/tl-canvas-scene.h"

G_BEGIN_DECLS

typedef struct _TlCanvasRoutes TlCanvasRoutes;

TlCanvasRoutes *tl_canvas_routes_new        (TlCanvasScene  *scene);
void            tl_canvas_routes_free       (TlCanvasRoutes *self);
void            tl_canvas_routes_settle     (TlCanvasRoutes *self);
void            tl_canvas_routes_follow     (TlCanvasRoutes *self);
guint           tl_canvas_routes_get_serial (TlCanvasRoutes *self);

G_END_DECLS
