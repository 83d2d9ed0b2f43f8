/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>
#include <glib.h>

G_BEGIN_DECLS

/* Small enough for thousands of factors to be seen whole. */
#define TL_CANVAS_MIN_ZOOM 0.01
#define TL_CANVAS_MAX_ZOOM 4.0

/**
 * TlCanvasViewport:
 * @width: of the view in pixels
 * @height: of the view in pixels
 * @x: canvas position at the left edge of the view
 * @y: canvas position at the top edge of the view
 * @zoom: what the person sees as the zoom, 1 being 100 %
 * @unit: pixels a canvas unit takes at 100 %; more than 1 for a person with large text
 * @left: pixels at the left that something else covers
 * @right: likewise at the right
 * @top: likewise at the top
 *
 * Which part of the canvas is on screen.
 */
typedef struct {
  double width;
  double height;
  double x;
  double y;
  double zoom;
  double unit;
  double left;
  double right;
  double top;
} TlCanvasViewport;

void   tl_canvas_viewport_init      (TlCanvasViewport       *self);
double tl_canvas_viewport_get_scale (const TlCanvasViewport *self);
void   tl_canvas_viewport_to_view   (const TlCanvasViewport *self,
                                     double                  x,
                                     double                  y,
                                     double                 *view_x,
                                     double                 *view_y);
void   tl_canvas_viewport_to_canvas (const TlCanvasViewport *self,
                                     double                  view_x,
                                     double                  view_y,
                                     double                 *x,
                                     double                 *y);
void   tl_canvas_viewport_get_visible (const TlCanvasViewport *self,
                                     double                  margin,
                                     graphene_rect_t        *visible);
void   tl_canvas_viewport_zoom_at   (TlCanvasViewport       *self,
                                     double                  zoom,
                                     double                  view_x,
                                     double                  view_y);
double tl_canvas_viewport_next_zoom (const TlCanvasViewport *self,
                                     int                     direction);
void   tl_canvas_viewport_pan       (TlCanvasViewport       *self,
                                     double                  view_dx,
                                     double                  view_dy);
void   tl_canvas_viewport_fit       (TlCanvasViewport       *self,
                                     const graphene_rect_t  *content,
                                     double                  padding,
                                     double                  max_zoom);
void   tl_canvas_viewport_clamp     (TlCanvasViewport       *self,
                                     const graphene_rect_t  *content,
                                     double                  keep);
void   tl_canvas_viewport_show      (TlCanvasViewport       *self,
                                     const graphene_rect_t  *rect,
                                     double                  margin);
gboolean tl_canvas_viewport_reveal  (TlCanvasViewport       *self,
                                     const graphene_rect_t  *rect,
                                     double                  margin);
gboolean tl_canvas_rect_contains    (const graphene_rect_t  *outer,
                                     const graphene_rect_t  *inner);

G_END_DECLS
