/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The view drifts on while something is held at its border: a factor, a link or the corner of a rubber band. The nearer
 * to the border, the faster. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

/* Pixels from the border at which it begins, and pixels a second at the border itself. */
#define BORDER 36.0
#define SPEED 900.0
/* A frame that comes late does not throw the view far away. */
#define MAX_SECONDS 0.1

/* How fast along one axis: from -1 to 1. */
static double
get_pull (double position,
          double from,
          double to)
{
  if (to - from < 4 * BORDER)
    return 0;
  if (position < from + BORDER)
    return -MIN ((from + BORDER - position) / BORDER, 1);
  if (position > to - BORDER)
    return MIN ((position - to + BORDER) / BORDER, 1);
  return 0;
}

static void
get_pulls (TlCanvas *self,
           double   *dx,
           double   *dy)
{
  const TlCanvasViewport *viewport = &self->viewport;
  gboolean holds = self->tool_moved && self->tool != TL_CANVAS_TOOL_NONE && self->tool != TL_CANVAS_TOOL_PAN;

  *dx = holds ? get_pull (self->pointer_x, viewport->left, viewport->width - viewport->right) : 0;
  *dy = holds ? get_pull (self->pointer_y, 0, viewport->height) : 0;
}

static gboolean
drift_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN ((double) (now - self->drift_time) / G_USEC_PER_SEC, MAX_SECONDS), dx, dy;

  get_pulls (self, &dx, &dy);
  if (self->scene == NULL || (dx == 0 && dy == 0))
    {
      self->drift_id = 0;
      return G_SOURCE_REMOVE;
    }
  self->drift_time = now;
  tl_canvas_viewport_pan (&self->viewport, dx * SPEED * seconds, dy * SPEED * seconds);
  _tl_canvas_view_moved (self);
  _tl_canvas_pointer_use (self);
  return G_SOURCE_CONTINUE;
}

/**
 * _tl_canvas_drift_update:
 *
 * The pointer has moved with something in its hand: the view may have to begin to drift.
 */
void
_tl_canvas_drift_update (TlCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  double dx, dy;

  get_pulls (self, &dx, &dy);
  if (self->drift_id != 0 || clock == NULL || (dx == 0 && dy == 0))
    return;
  self->drift_time = gdk_frame_clock_get_frame_time (clock);
  self->drift_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), drift_cb, NULL, NULL);
}
