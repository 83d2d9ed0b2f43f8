/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic between canvas and screen: numbers only, no widget, no state but the struct that is passed in. */
#include "config.h"

#include "ui/canvas/tl-canvas-viewport.h"

/* What zooming step by step stops at. */
static const double zoom_steps[] = { 0.01, 0.015, 0.02, 0.03, 0.05, 0.07, 0.1,  0.15, 0.2,  0.25, 0.33, 0.4, 0.5,
                                     0.6,  0.7,   0.8,  0.9,  1.0,  1.1,  1.25, 1.5,  1.75, 2.0,  2.5,  3.0, 4.0 };

/**
 * tl_canvas_viewport_init:
 *
 * 100 %, the canvas's origin in the corner, of no size yet.
 */
void
tl_canvas_viewport_init (TlCanvasViewport *self)
{
  *self = (TlCanvasViewport) { .zoom = 1, .unit = 1 };
}

/**
 * tl_canvas_viewport_get_scale:
 *
 * Returns: pixels a canvas unit takes now
 */
double
tl_canvas_viewport_get_scale (const TlCanvasViewport *self)
{
  return self->zoom * self->unit;
}

void
tl_canvas_viewport_to_view (const TlCanvasViewport *self,
                            double                  x,
                            double                  y,
                            double                 *view_x,
                            double                 *view_y)
{
  double scale = tl_canvas_viewport_get_scale (self);

  *view_x = (x - self->x) * scale;
  *view_y = (y - self->y) * scale;
}

void
tl_canvas_viewport_to_canvas (const TlCanvasViewport *self,
                              double                  view_x,
                              double                  view_y,
                              double                 *x,
                              double                 *y)
{
  double scale = tl_canvas_viewport_get_scale (self);

  *x = self->x + view_x / scale;
  *y = self->y + view_y / scale;
}

/**
 * tl_canvas_viewport_get_visible:
 * @margin: pixels around the view that count as visible
 * @visible: (out): what is on screen, in canvas units
 */
void
tl_canvas_viewport_get_visible (const TlCanvasViewport *self,
                                double                  margin,
                                graphene_rect_t        *visible)
{
  double scale = tl_canvas_viewport_get_scale (self);

  graphene_rect_init (visible, (float) (self->x - margin / scale), (float) (self->y - margin / scale),
                      (float) ((self->width + 2 * margin) / scale), (float) ((self->height + 2 * margin) / scale));
}

/**
 * tl_canvas_viewport_zoom_at:
 * @zoom: the zoom wanted; kept within %TL_CANVAS_MIN_ZOOM and %TL_CANVAS_MAX_ZOOM
 * @view_x: the spot that stays still
 * @view_y: the spot that stays still
 */
void
tl_canvas_viewport_zoom_at (TlCanvasViewport *self,
                            double            zoom,
                            double            view_x,
                            double            view_y)
{
  double x, y;

  tl_canvas_viewport_to_canvas (self, view_x, view_y, &x, &y);
  self->zoom = CLAMP (zoom, TL_CANVAS_MIN_ZOOM, TL_CANVAS_MAX_ZOOM);
  self->x = x - view_x / tl_canvas_viewport_get_scale (self);
  self->y = y - view_y / tl_canvas_viewport_get_scale (self);
}

/**
 * tl_canvas_viewport_next_zoom:
 * @direction: 1 to come nearer, -1 to go away
 *
 * Returns: the next step of the zoom
 */
double
tl_canvas_viewport_next_zoom (const TlCanvasViewport *self,
                              int                     direction)
{
  const double slack = 1.001;

  if (direction > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (zoom_steps); i++)
        {
          if (zoom_steps[i] > self->zoom * slack)
            return zoom_steps[i];
        }
      return TL_CANVAS_MAX_ZOOM;
    }
  for (guint i = G_N_ELEMENTS (zoom_steps); i > 0; i--)
    {
      if (zoom_steps[i - 1] * slack < self->zoom)
        return zoom_steps[i - 1];
    }
  return TL_CANVAS_MIN_ZOOM;
}

/**
 * tl_canvas_viewport_pan:
 * @view_dx: pixels by which the view moves to the right
 * @view_dy: pixels by which the view moves down
 */
void
tl_canvas_viewport_pan (TlCanvasViewport *self,
                        double            view_dx,
                        double            view_dy)
{
  self->x += view_dx / tl_canvas_viewport_get_scale (self);
  self->y += view_dy / tl_canvas_viewport_get_scale (self);
}

/**
 * tl_canvas_viewport_fit:
 * @content: what is to be seen whole, in canvas units
 * @padding: pixels to leave free around it
 * @max_zoom: little content is not blown up beyond this
 */
void
tl_canvas_viewport_fit (TlCanvasViewport      *self,
                        const graphene_rect_t *content,
                        double                 padding,
                        double                 max_zoom)
{
  double free_width = MAX (self->width - self->left - self->right - 2 * padding, 1);
  double free_height = MAX (self->height - self->top - 2 * padding, 1);
  double width = MAX (content->size.width, 1);
  double height = MAX (content->size.height, 1);
  double zoom = MIN (free_width / width, free_height / height) / self->unit;

  self->zoom = CLAMP (zoom, TL_CANVAS_MIN_ZOOM, MIN (max_zoom, TL_CANVAS_MAX_ZOOM));

  double scale = tl_canvas_viewport_get_scale (self);
  self->x = content->origin.x + width / 2 - (self->left + padding + free_width / 2) / scale;
  self->y = content->origin.y + height / 2 - (self->top + padding + free_height / 2) / scale;
}

/**
 * tl_canvas_viewport_show:
 * @rect: what must be seen, in canvas units
 * @margin: pixels to leave free around it
 *
 * Moves the view as little as needed, and goes away from it if it is too large to be seen whole.
 */
void
tl_canvas_viewport_show (TlCanvasViewport      *self,
                         const graphene_rect_t *rect,
                         double                 margin)
{
  double scale = tl_canvas_viewport_get_scale (self);

  if (rect->size.width * scale > self->width - self->left - self->right - 2 * margin
      || rect->size.height * scale > self->height - self->top - 2 * margin)
    tl_canvas_viewport_fit (self, rect, margin, self->zoom);
  else
    tl_canvas_viewport_reveal (self, rect, margin);
}

/* How far @position must move so that at least @keep of @length stays within the view from @from to @to. */
static double
clamp_axis (double position,
            double from,
            double to,
            double start,
            double length,
            double keep)
{
  double need = MIN (keep, length);

  if (start + length - position < from + need)
    return start + length - from - need;
  if (start - position > to - need)
    return start - to + need;
  return position;
}

/**
 * tl_canvas_viewport_clamp:
 * @content: where there is something, in canvas units
 * @keep: pixels of it that must stay in sight
 *
 * Brings the view back when the content has all but left it, so that nobody gets lost in the void.
 */
void
tl_canvas_viewport_clamp (TlCanvasViewport      *self,
                          const graphene_rect_t *content,
                          double                 keep)
{
  double scale = tl_canvas_viewport_get_scale (self);

  self->x = clamp_axis (self->x, self->left / scale, (self->width - self->right) / scale, content->origin.x,
                        content->size.width, keep / scale);
  self->y = clamp_axis (self->y, self->top / scale, self->height / scale, content->origin.y, content->size.height,
                        keep / scale);
}

/* How far an axis must move so that @start to @end lie within @from to @to; the start wins where both can't. */
static double
reveal_axis (double from,
             double to,
             double start,
             double end)
{
  if (start < from || end - start > to - from)
    return start - from;
  if (end > to)
    return end - to;
  return 0;
}

/**
 * tl_canvas_viewport_reveal:
 * @rect: what must be seen, in canvas units
 * @margin: pixels to leave free around it
 *
 * Moves the view as little as needed, without zooming.
 *
 * Returns: whether it moved
 */
gboolean
tl_canvas_viewport_reveal (TlCanvasViewport      *self,
                           const graphene_rect_t *rect,
                           double                 margin)
{
  double x, y, right, bottom;

  tl_canvas_viewport_to_view (self, rect->origin.x, rect->origin.y, &x, &y);
  tl_canvas_viewport_to_view (self, rect->origin.x + rect->size.width, rect->origin.y + rect->size.height, &right,
                              &bottom);

  double dx = reveal_axis (self->left + margin, self->width - self->right - margin, x, right);
  double dy = reveal_axis (self->top + margin, self->height - margin, y, bottom);

  if (dx == 0 && dy == 0)
    return FALSE;
  tl_canvas_viewport_pan (self, dx, dy);
  return TRUE;
}

/**
 * tl_canvas_rect_contains:
 * @outer: of no negative size, like @inner
 *
 * Returns: whether all of @inner lies in @outer; graphene_rect_contains_rect() denies it of some that do
 */
gboolean
tl_canvas_rect_contains (const graphene_rect_t *outer,
                         const graphene_rect_t *inner)
{
  return inner->origin.x >= outer->origin.x && inner->origin.y >= outer->origin.y
         && inner->origin.x + inner->size.width <= outer->origin.x + outer->size.width
         && inner->origin.y + inner->size.height <= outer->origin.y + outer->size.height;
}
