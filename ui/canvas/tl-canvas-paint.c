/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the canvas is measured, gives its children their places and puts its layers one above the other. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <math.h>

#define CSS_PATH "/io/github/throughline/Throughline/ui/canvas/tl-canvas.css"

/* Pixels that a canvas unit takes at 100 %, so that a factor's text fits whatever the size of the person's text. */
static double
measure_unit (TlCanvas *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "A");
  const double usual_height = 18; /* of a line in the default font */
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return CLAMP (height / usual_height, 1, 3);
}

static gboolean
populate_cb (gpointer data)
{
  TlCanvas *self = data;

  self->populate_id = 0;
  _tl_canvas_populate (self);
  return G_SOURCE_REMOVE;
}

static void
tl_canvas_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 200;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
allocate_floating (TlCanvas  *self,
                   GtkWidget *child,
                   double     above)
{
  int width, height, min_width;

  if (!gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, &width, NULL, NULL);
  width = MAX (min_width, MIN (width, (int) self->viewport.width - 48));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);

  double x = (self->viewport.left + self->viewport.width - self->viewport.right - width) / 2;
  double y = above >= 0 ? self->viewport.height - height - above : (self->viewport.height - height) / 2;
  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}

static void
tl_canvas_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  TlCanvas *self = TL_CANVAS (widget);

  if (width != self->viewport.width || height != self->viewport.height)
    {
      self->viewport.width = width;
      self->viewport.height = height;
      if (self->scene != NULL && self->fit_wanted && tl_canvas_scene_has_places (self->scene))
        _tl_canvas_show_first (self);
      /* Widgets can't be made while sizes are given out; until then plain boxes stand in for them. */
      if (self->populate_id == 0)
        self->populate_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, populate_cb, self, NULL);
    }
  if (self->scene != NULL)
    {
      _tl_canvas_children_allocate (self);
      _tl_canvas_lanes_allocate (self);
    }
  _tl_canvas_entry_allocate (self);
  allocate_floating (self, self->hint, -1);
  allocate_floating (self, self->notice, 18);
  allocate_floating (self, self->busy, 18);
  _tl_canvas_connect_allocate (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->search != NULL)
    gtk_popover_present (GTK_POPOVER (self->search));
}

static void
snapshot_children (TlCanvas    *self,
                   GtkSnapshot *snapshot)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      GtkWidget *child = tl_canvas_scene_get_node (self->scene, i)->widget;

      if (child != NULL)
        gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      GtkWidget *child = tl_canvas_scene_get_edge (self->scene, i)->widget;

      if (child != NULL)
        gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
    }
}

static void
tl_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  if (self->scene != NULL)
    {
      _tl_canvas_lanes_snapshot (self, snapshot);
      tl_canvas_links_snapshot (self->links, self->scene, &self->viewport, snapshot);
      _tl_canvas_overlay_snapshot_edges (self, snapshot);
      _tl_canvas_boxes_snapshot (self, snapshot);
      snapshot_children (self, snapshot);
      _tl_canvas_overlay_snapshot (self, snapshot);
      _tl_canvas_lanes_snapshot_names (self, snapshot);
    }
  gtk_widget_snapshot_child (widget, self->hint, snapshot);
  gtk_widget_snapshot_child (widget, self->entry, snapshot);
  gtk_widget_snapshot_child (widget, self->notice, snapshot);
  gtk_widget_snapshot_child (widget, self->busy, snapshot);
  gtk_widget_snapshot_child (widget, self->word, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
tl_canvas_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  TlCanvas *self = TL_CANVAS (widget);
  TlCanvasColours colours;
  double unit = measure_unit (self);

  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->css_changed (widget, change);
  tl_canvas_colours_read (&colours, widget);
  tl_canvas_links_set_colours (self->links, &colours);
  _tl_canvas_boxes_forget (self);
  if (unit != self->viewport.unit)
    {
      self->viewport.unit = unit;
      gtk_widget_queue_resize (widget);
    }
  gtk_widget_queue_draw (widget);
}

static void
load_style (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL)
    return;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, CSS_PATH);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

void
_tl_canvas_paint_class_init (GtkWidgetClass *widget_class)
{
  widget_class->measure = tl_canvas_measure;
  widget_class->size_allocate = tl_canvas_size_allocate;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->css_changed = tl_canvas_css_changed;
  load_style ();
}
