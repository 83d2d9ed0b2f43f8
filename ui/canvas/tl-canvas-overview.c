/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The whole graph small in a corner, with the part of it that is in view: press or drag there to go elsewhere. It shows
 * only while something is out of view. Whoever has the keyboard has no need of it and passes it by. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/widgets/tl-settings.h"

#define HIDDEN_KEY "graph-overview-hidden"
/* At the usual size of text, with which it grows. */
#define WIDTH 180
#define HEIGHT 112
#define PADDING 6
#define MARGIN 12
/* Of the spot of a factor, so that it can be seen however large the graph is. */
#define MIN_SPOT 1.5

/* The graph in the middle of the overview: a viewport that sees all of it. */
static void
get_map (TlCanvas         *self,
         TlCanvasViewport *map)
{
  double width = round (WIDTH * self->viewport.unit), height = round (HEIGHT * self->viewport.unit);
  graphene_rect_t content;

  tl_canvas_scene_get_content (self->scene, &content);
  *map = (TlCanvasViewport) { .width = width, .height = height, .unit = 1 };
  map->zoom = MIN ((width - 2 * PADDING) / MAX (content.size.width, 1),
                   (height - 2 * PADDING) / MAX (content.size.height, 1));
  map->x = content.origin.x + content.size.width / 2 - width / 2 / map->zoom;
  map->y = content.origin.y + content.size.height / 2 - height / 2 / map->zoom;
}

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        data)
{
  TlCanvas *self = data;
  TlCanvasViewport map;

  if (self->scene == NULL)
    return;
  get_map (self, &map);
  for (guint i = 0; i < tl_canvas_scene_get_n_bands (self->scene); i += 2)
    {
      const TlCanvasBand *band = tl_canvas_scene_get_band (self->scene, i);
      GdkRGBA tint = self->colours.lane;

      tint.alpha = 0.06f;
      gdk_cairo_set_source_rgba (cr, &tint);
      cairo_rectangle (cr, 0, (band->top - map.y) * map.zoom, width, (band->bottom - band->top) * map.zoom);
      cairo_fill (cr);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      gboolean is_selected
          = self->selection != NULL && tl_selection_contains (self->selection, tl_canvas_node_get_id (node));
      double spot_width = MAX (TL_CANVAS_FACTOR_WIDTH * map.zoom, MIN_SPOT);
      double spot_height = MAX (TL_CANVAS_FACTOR_HEIGHT * map.zoom, MIN_SPOT), x, y;
      GdkRGBA colour = is_selected ? self->colours.accent : self->colours.foreground;

      if (!tl_canvas_node_is_shown (node))
        continue;
      if (!is_selected)
        colour.alpha = node->sight == TL_SIGHT_FADED ? 0.15f : 0.5f;
      tl_canvas_viewport_to_view (&map, node->x, node->y, &x, &y);
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_rectangle (cr, x - spot_width / 2, y - spot_height / 2, spot_width, spot_height);
      cairo_fill (cr);
    }
}

static void
go_to (TlCanvas *self,
       double    overview_x,
       double    overview_y)
{
  TlCanvasViewport *viewport = &self->viewport;
  TlCanvasViewport map;
  double x, y, view_x, view_y;

  if (self->scene == NULL)
    return;
  get_map (self, &map);
  tl_canvas_viewport_to_canvas (&map, overview_x, overview_y, &x, &y);
  tl_canvas_viewport_to_view (viewport, x, y, &view_x, &view_y);
  tl_canvas_viewport_pan (viewport, view_x - (viewport->left + viewport->width - viewport->right) / 2,
                          view_y - viewport->height / 2);
  _tl_canvas_view_moved (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TlCanvas       *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                TlCanvas       *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, x + dx, y + dy);
}

void
_tl_canvas_overview_init (TlCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->overview = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, "content-width",
                                 WIDTH, "content-height", HEIGHT, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->overview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Overview of the graph"), -1);
  gtk_widget_add_css_class (self->overview, "overview");
  gtk_widget_set_cursor_from_name (self->overview, "pointer");
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->overview), draw_cb, self, NULL);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (self->overview, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_parent (self->overview, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->overview, FALSE);
}

/**
 * _tl_canvas_overview_update:
 *
 * Shows it, at the size that goes with that of text, if something is out of view and the person has not put it away.
 */
void
_tl_canvas_overview_update (TlCanvas *self)
{
  TlCanvasViewport seen = self->viewport;
  double width = round (WIDTH * seen.unit), height = round (HEIGHT * seen.unit);
  graphene_rect_t content, visible;
  gboolean shown = FALSE;

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->overview), (int) width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->overview), (int) height);
  if (self->scene != NULL && tl_canvas_scene_has_places (self->scene) && !tl_settings_get_bool (HIDDEN_KEY)
      && seen.width > 3 * width && seen.height > 3 * height)
    {
      tl_canvas_viewport_get_visible (&seen, 0, &visible);
      tl_canvas_scene_get_content (self->scene, &content);
      shown = !tl_canvas_rect_contains (&visible, &content);
    }
  gtk_widget_set_child_visible (self->overview, shown);
}

void
_tl_canvas_overview_allocate (TlCanvas *self)
{
  gboolean is_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width, height;

  gtk_widget_measure (self->overview, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (self->overview, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  double x = is_left ? MARGIN : self->viewport.width - width - MARGIN, y = self->viewport.height - height - MARGIN;
  gtk_widget_allocate (self->overview, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

/**
 * _tl_canvas_overview_snapshot:
 * @snapshot: in pixels of the view
 *
 * Shows the overview, which changes with the graph, and on it the part in view, which changes with each movement.
 */
void
_tl_canvas_overview_snapshot (TlCanvas    *self,
                              GtkSnapshot *snapshot)
{
  graphene_rect_t visible, frame, all;
  GdkRGBA line = self->colours.accent, fill = line;
  GskRoundedRect outline;
  TlCanvasViewport map;
  graphene_point_t corner;
  double x, y;

  if (!gtk_widget_get_child_visible (self->overview)
      || !gtk_widget_compute_point (self->overview, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &corner))
    return;
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->overview, snapshot);
  get_map (self, &map);
  graphene_rect_init (&all, 0, 0, (float) map.width, (float) map.height);
  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  tl_canvas_viewport_to_view (&map, visible.origin.x, visible.origin.y, &x, &y);
  graphene_rect_init (&frame, (float) x, (float) y, (float) (visible.size.width * map.zoom),
                      (float) (visible.size.height * map.zoom));
  if (!graphene_rect_intersection (&frame, &all, &frame))
    return;
  graphene_rect_offset (&frame, corner.x, corner.y);
  fill.alpha = 0.12f;
  gtk_snapshot_append_color (snapshot, &fill, &frame);
  gsk_rounded_rect_init_from_rect (&outline, &frame, 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1.5f, 1.5f, 1.5f, 1.5f },
                              (GdkRGBA[4]) { line, line, line, line });
}

/**
 * _tl_canvas_overview_toggle:
 *
 * Puts it away, or fetches it again; remembered.
 */
void
_tl_canvas_overview_toggle (TlCanvas *self)
{
  tl_settings_set_bool (HIDDEN_KEY, !tl_settings_get_bool (HIDDEN_KEY));
  _tl_canvas_overview_update (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
