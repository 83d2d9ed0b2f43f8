/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/case/tl-tunnel.h"
#include "model/method/tl-method.h"
#include "ui/canvas/tl-canvas-groups.h"
#include "ui/canvas/tl-canvas-lens.h"
#include "ui/canvas/tl-canvas-sight.h"
#include "ui/widgets/tl-selection.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS (tl_canvas_get_type ())
G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

GtkWidget   *tl_canvas_new           (void);

void         tl_canvas_set_review    (TlCanvas    *self,
                                      TlReview    *review);
void         tl_canvas_set_selection (TlCanvas    *self,
                                      TlSelection *selection);
TlCanvasSight *tl_canvas_get_sight   (TlCanvas    *self);
TlCanvasLens *tl_canvas_get_lens     (TlCanvas    *self);
void         tl_canvas_set_tunnel    (TlCanvas    *self,
                                      TlTunnel    *tunnel);
TlCanvasGroups *tl_canvas_get_groups (TlCanvas    *self);
TlMethod    *tl_canvas_get_method   (TlCanvas    *self);
void         tl_canvas_set_covered  (TlCanvas    *self,
                                     double       top);

void         tl_canvas_reveal        (TlCanvas    *self,
                                      const char  *id);
void         tl_canvas_fit           (TlCanvas    *self);
void         tl_canvas_go_there      (TlCanvas    *self);
void         tl_canvas_flush         (TlCanvas    *self);
void         tl_canvas_add_in_group  (TlCanvas    *self,
                                      const char  *category);

G_END_DECLS
