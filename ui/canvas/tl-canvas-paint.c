/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the canvas is measured, gives its children their places and puts its layers one above the other.
 *
 * What rests is painted once, in tiles: the ground, which is lanes and links, below the widgets of factors, or the
 * whole where factors have no widgets. While the view moves the whole is shown too, widgets painted into it, and so a
 * frame costs no more than showing some tiles and painting those that come into view. What the pointer changes is drawn
 * on top, anew each time. */
#include "config.h"

#include "ui/canvas/tl-canvas-links.h"
#include "ui/canvas/tl-canvas-private.h"
#include "ui/canvas/tl-canvas-style.h"
#include "ui/canvas/tl-canvas-unit.h"

#include <math.h>

/* What an outline sticks out beyond a widget, in canvas units. */
#define WIDGET_REACH 8
/* Microseconds a frame for tiles that are not painted yet, where others can stand in for them. */
#define PAINT_BUDGET 6000

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

/* Widgets can't be made while sizes are given out; until then plain boxes stand in for them. */
static void
populate_soon (TlCanvas *self)
{
  if (self->populate_id == 0)
    self->populate_id = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, populate_cb, self, NULL);
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
      populate_soon (self);
    }
  if (self->scene != NULL)
    {
      _tl_canvas_children_allocate (self);
      _tl_canvas_cards_allocate (self);
      _tl_canvas_lanes_allocate (self);
    }
  _tl_canvas_entry_allocate (self);
  allocate_floating (self, self->hint, -1);
  allocate_floating (self, self->notice, 18);
  _tl_canvas_overview_allocate (self);
  allocate_floating (self, self->busy, 18);
  _tl_canvas_connect_allocate (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->search != NULL)
    gtk_popover_present (GTK_POPOVER (self->search));
}

static void
snapshot_child (TlCanvas    *self,
                GtkWidget   *child,
                GtkSnapshot *snapshot)
{
  if (child != NULL)
    gtk_widget_snapshot_child (GTK_WIDGET (self), child, snapshot);
}

/* The widgets in @region; only what is being dragged, or only what is not. */
static void
snapshot_children (TlCanvas              *self,
                   const graphene_rect_t *region,
                   gboolean               dragged,
                   GtkSnapshot           *snapshot)
{
  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);
      graphene_rect_t rect;

      if (node->widget == NULL || node->dragged != dragged)
        continue;
      tl_canvas_node_get_rect (node, &rect);
      graphene_rect_inset (&rect, -WIDGET_REACH, -WIDGET_REACH);
      if (graphene_rect_intersection (&rect, region, NULL))
        snapshot_child (self, node->widget, snapshot);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (edge->widget != NULL && edge->live == dragged
          && graphene_rect_intersection (&edge->bounds, region, NULL))
        snapshot_child (self, edge->widget, snapshot);
    }
}

/* Widgets are where the view has them; @cr is where the picture has its origin. */
static void
paint_children (TlCanvas              *self,
                cairo_t               *cr,
                const graphene_rect_t *region,
                double                 scale)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  double stretch = scale / tl_canvas_viewport_get_scale (&self->viewport);

  snapshot_children (self, region, FALSE, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, self->viewport.x * scale, self->viewport.y * scale);
  cairo_scale (cr, stretch, stretch);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  gsk_render_node_unref (node);
}

/* Where in @region there are links or factors. */
static gboolean
measure_region (graphene_rect_t *region,
                gpointer         data)
{
  TlCanvas *self = data;
  graphene_rect_t part, found = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    {
      TlCanvasNode *node = tl_canvas_scene_get_node (self->scene, i);

      tl_canvas_node_get_rect (node, &part);
      graphene_rect_inset (&part, -WIDGET_REACH, -WIDGET_REACH);
      if (tl_canvas_node_is_shown (node) && graphene_rect_intersection (&part, region, &part))
        graphene_rect_union (found.size.width > 0 ? &found : &part, &part, &found);
    }
  for (guint i = 0; i < tl_canvas_scene_get_n_edges (self->scene); i++)
    {
      TlCanvasEdge *edge = tl_canvas_scene_get_edge (self->scene, i);

      if (tl_canvas_edge_is_shown (edge) && graphene_rect_intersection (&edge->bounds, region, &part))
        graphene_rect_union (found.size.width > 0 ? &found : &part, &part, &found);
    }
  *region = found;
  return found.size.width > 0;
}

static void
paint_lanes (TlCanvas              *self,
             cairo_t               *cr,
             const graphene_rect_t *region,
             double                 scale)
{
  TlCanvasViewport viewport = { .zoom = scale, .unit = 1 };
  double left = floor (region->origin.x * scale), top = floor (region->origin.y * scale);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  viewport.x = left / scale;
  viewport.y = top / scale;
  viewport.width = ceil (region->size.width * scale) + 1;
  viewport.height = ceil (region->size.height * scale) + 1;
  _tl_canvas_lanes_snapshot (self, &viewport, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_save (cr);
  cairo_translate (cr, left, top);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  gsk_render_node_unref (node);
}

static void
paint_ground (cairo_t               *cr,
              const graphene_rect_t *region,
              double                 scale,
              gpointer               data)
{
  TlCanvas *self = data;

  paint_lanes (self, cr, region, scale);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  tl_canvas_links_draw (self->scene, &self->colours, cr, region, scale);
  _tl_canvas_cards_draw (self, cr);
  cairo_restore (cr);
}

static void
paint_whole (cairo_t               *cr,
             const graphene_rect_t *region,
             double                 scale,
             gpointer               data)
{
  TlCanvas *self = data;

  paint_ground (cr, region, scale, self);
  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  _tl_canvas_boxes_draw (self, cr, region, scale);
  cairo_restore (cr);
  if (!_tl_canvas_is_plain (self))
    paint_children (self, cr, region, scale);
}

static gboolean
redraw_cb (gpointer data)
{
  TlCanvas *self = data;

  self->redraw_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static guint
count_dragged (TlCanvas *self)
{
  guint n = 0;

  for (guint i = 0; i < tl_canvas_scene_get_n_nodes (self->scene); i++)
    n += tl_canvas_scene_get_node (self->scene, i)->dragged;
  return n;
}

static void
snapshot_rest (TlCanvas    *self,
               GtkSnapshot *snapshot)
{
  gboolean is_whole = self->moving || self->populate_id != 0 || _tl_canvas_is_plain (self);
  guint serial = tl_canvas_scene_get_serial (self->scene), n_dragged = count_dragged (self);
  graphene_rect_t visible;

  if ((serial != self->drawn_serial && !self->moving) || n_dragged != self->n_dragged)
    {
      tl_canvas_picture_forget (self->ground);
      tl_canvas_picture_forget (self->whole);
      self->drawn_serial = serial;
      self->n_dragged = n_dragged;
    }
  _tl_canvas_lanes_snapshot (self, &self->viewport, snapshot);
  if (!tl_canvas_picture_snapshot (is_whole ? self->whole : self->ground, &self->viewport,
                                   gtk_widget_get_scale_factor (GTK_WIDGET (self)), !self->moving, PAINT_BUDGET,
                                   snapshot)
      && self->redraw_id == 0)
    self->redraw_id = g_idle_add (redraw_cb, self); /* not now, for this frame ends what was asked for */
  _tl_canvas_overlay_snapshot_edges (self, snapshot);
  tl_canvas_viewport_get_visible (&self->viewport, 0, &visible);
  if (!is_whole)
    snapshot_children (self, &visible, FALSE, snapshot);
  _tl_canvas_lanes_snapshot_target (self, snapshot);
  if (n_dragged > 0)
    snapshot_children (self, &visible, TRUE, snapshot);
}

static void
tl_canvas_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlCanvas *self = TL_CANVAS (widget);

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  if (self->scene != NULL && self->viewport.width > 0)
    {
      snapshot_rest (self, snapshot);
      _tl_canvas_cards_snapshot (self, snapshot);
      _tl_canvas_overlay_snapshot (self, snapshot);
      _tl_canvas_lanes_snapshot_names (self, snapshot);
      _tl_canvas_overview_snapshot (self, snapshot);
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
  double unit = tl_canvas_unit_measure (widget);

  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->css_changed (widget, change);
  tl_canvas_colours_read (&self->colours, widget);
  _tl_canvas_paint_forget (self);
  if (unit != self->viewport.unit)
    {
      self->viewport.unit = unit;
      _tl_canvas_lanes_resize (self);
      populate_soon (self);
      gtk_widget_queue_resize (widget);
    }
}

void
_tl_canvas_paint_class_init (GtkWidgetClass *widget_class)
{
  widget_class->measure = tl_canvas_measure;
  widget_class->size_allocate = tl_canvas_size_allocate;
  widget_class->snapshot = tl_canvas_snapshot;
  widget_class->css_changed = tl_canvas_css_changed;
  tl_canvas_style_load ();
}

void
_tl_canvas_paint_init (TlCanvas *self)
{
  self->ground = tl_canvas_picture_new (measure_region, paint_ground, self);
  self->whole = tl_canvas_picture_new (measure_region, paint_whole, self);
}

/**
 * _tl_canvas_paint_forget:
 *
 * What was painted no longer holds: all is painted anew.
 */
void
_tl_canvas_paint_forget (TlCanvas *self)
{
  tl_canvas_picture_forget (self->ground);
  tl_canvas_picture_forget (self->whole);
  if (self->overview != NULL)
    gtk_widget_queue_draw (self->overview);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
