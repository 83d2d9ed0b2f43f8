/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Scrolling, zooming with wheel or two fingers. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

/* Pixels that a notch of the wheel scrolls; the share by which one zooms. */
#define WHEEL_PIXELS 60
#define WHEEL_ZOOM 1.15

static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           TlCanvas                 *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (scroll));
  gboolean is_smooth = event != NULL && gdk_scroll_event_get_direction (event) == GDK_SCROLL_SMOOTH
                       && gdk_device_get_source (gdk_event_get_device (event)) != GDK_SOURCE_MOUSE;
  double step = is_smooth ? 1 : WHEEL_PIXELS;

  if (self->scene == NULL)
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      double x = self->pointer_x >= 0 ? self->pointer_x : self->viewport.width / 2;
      double y = self->pointer_y >= 0 ? self->pointer_y : self->viewport.height / 2;

      tl_canvas_viewport_zoom_at (&self->viewport, self->viewport.zoom * pow (WHEEL_ZOOM, is_smooth ? -dy / 10 : -dy),
                                  x, y);
    }
  else if ((state & GDK_SHIFT_MASK) != 0 && dx == 0)
    tl_canvas_viewport_pan (&self->viewport, dy * step, 0);
  else
    tl_canvas_viewport_pan (&self->viewport, dx * step, dy * step);
  _tl_canvas_view_moved (self);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                TlCanvas         *self)
{
  double *start = g_object_get_data (G_OBJECT (gesture), "start");

  *start = self->viewport.zoom;
}

static void
pinch_scale_cb (GtkGestureZoom *gesture,
                double          scale,
                TlCanvas       *self)
{
  const double *start = g_object_get_data (G_OBJECT (gesture), "start");
  double x, y;

  if (self->scene == NULL || !gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    return;
  tl_canvas_viewport_zoom_at (&self->viewport, *start * scale, x, y);
  _tl_canvas_view_moved (self);
}

void
_tl_canvas_navigate_init (TlCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);

  g_object_set_data_full (G_OBJECT (pinch), "start", g_new0 (double, 1), g_free);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_scale_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
