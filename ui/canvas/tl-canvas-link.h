/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/canvas/tl-canvas-scene.h"

G_BEGIN_DECLS

/* The size of a link's widget, in canvas units. */
#define TL_CANVAS_LINK_SIZE 22

#define TL_TYPE_CANVAS_LINK (tl_canvas_link_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvasLink, tl_canvas_link, TL, CANVAS_LINK, GtkWidget)

GtkWidget  *tl_canvas_link_new          (void);
void        tl_canvas_link_update       (TlCanvasLink       *self,
                                         TlMethod           *method,
                                         const TlCanvasEdge *edge);
void        tl_canvas_link_show_bundle  (TlCanvasLink       *self,
                                         const char         *marks,
                                         const char         *name);
void        tl_canvas_link_set_selected (TlCanvasLink       *self,
                                         gboolean            selected);
const char *tl_canvas_link_get_id       (TlCanvasLink       *self);

G_END_DECLS
