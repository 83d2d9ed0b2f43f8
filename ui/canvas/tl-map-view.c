/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture of a graph to look around in: cards and links as on the canvas, to be moved and come nearer to, and nothing
 * of it to be changed. The property "chosen" is the id of the factor or link that has been chosen. */
#include "config.h"

#include "ui/canvas/tl-map-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/canvas/tl-canvas-style.h"
#include "ui/canvas/tl-canvas-unit.h"
#include "ui/widgets/tl-accels.h"

#define LEAST_WIDTH 220
#define LEAST_HEIGHT 120
#define PADDING 24
#define NAME_INSET 8

G_DEFINE_FINAL_TYPE (TlMapView, tl_map_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
unparent (gpointer widget)
{
  gtk_widget_unparent (widget);
}

static void
fit (TlMapView *self)
{
  TlLayoutBox extent;
  graphene_rect_t content;

  self->fit_wanted = FALSE;
  tl_picture_get_extent (self->picture, &extent);
  graphene_rect_init (&content, (float) extent.x, (float) extent.y, (float) extent.width, (float) extent.height);
  tl_canvas_viewport_fit (&self->viewport, &content, PADDING, 1);
}

/* A widget that stands for what is of a size in units, at the middle of it. */
static void
allocate_at (TlMapView *self,
             GtkWidget *widget,
             double     x,
             double     y,
             double     width,
             double     height)
{
  double zoom = self->viewport.zoom, view_x, view_y;
  int least_width, least_height;
  GskTransform *transform;

  if (!gtk_widget_get_visible (widget))
    return;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (round (width * self->viewport.unit), least_width);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, (int) width, &least_height, NULL, NULL, NULL);
  height = MAX (round (height * self->viewport.unit), least_height);
  tl_canvas_viewport_to_view (&self->viewport, x, y, &view_x, &view_y);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (view_x - width * zoom / 2),
                                                                   (float) (view_y - height * zoom / 2)));
  gtk_widget_allocate (widget, (int) width, (int) height, -1, gsk_transform_scale (transform, (float) zoom,
                                                                                   (float) zoom));
}

/* Names of lanes stay at the side where reading begins, as large as other text, and in view while something of the lane
 * is; where lanes are lower than that, each beneath the one before. */
static void
allocate_names (TlMapView *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double free_y = -G_MAXDOUBLE;

  for (guint i = 0; i < self->names->len; i++)
    {
      const TlLayoutExtent *extent = &tl_picture_get_band (self->picture, i)->extent;
      GtkRequisition size;
      double x, y, bottom;

      if (!gtk_widget_get_visible (self->names->pdata[i]))
        continue;
      gtk_widget_get_preferred_size (self->names->pdata[i], NULL, &size);
      tl_canvas_viewport_to_view (&self->viewport, 0, extent->bottom, &x, &bottom);
      tl_canvas_viewport_to_view (&self->viewport, 0, extent->top, &x, &y);
      x = is_rtl ? self->viewport.width - size.width - NAME_INSET : NAME_INSET;
      y = MAX (y + NAME_INSET / 2, bottom > 0 ? 0 : y);
      y = MAX (y, free_y);
      gtk_widget_allocate (self->names->pdata[i], size.width, size.height, -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
      free_y = y + size.height;
    }
}

static void
allocate_tools (TlMapView *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->tools, &size, NULL);
  gtk_widget_size_allocate (self->tools,
                            &(GtkAllocation) { is_rtl ? NAME_INSET
                                                      : (int) self->viewport.width - size.width - NAME_INSET,
                                               (int) self->viewport.height - size.height - NAME_INSET, size.width,
                                               size.height }, -1);
}

static void
moved (TlMapView *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Brings what has the keyboard into view. */
static void
reveal (TlMapView *self,
        GtkWidget *widget)
{
  graphene_rect_t bounds;
  double x = 0, y = 0;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return;
  if (bounds.origin.x < 0)
    x = bounds.origin.x - PADDING;
  else if (bounds.origin.x + bounds.size.width > self->viewport.width)
    x = bounds.origin.x + bounds.size.width - self->viewport.width + PADDING;
  if (bounds.origin.y < 0)
    y = bounds.origin.y - PADDING;
  else if (bounds.origin.y + bounds.size.height > self->viewport.height)
    y = bounds.origin.y + bounds.size.height - self->viewport.height + PADDING;
  tl_canvas_viewport_pan (&self->viewport, x, y);
  moved (self);
}

/* Callbacks */

static void
focused_cb (GtkEventController *controller,
            TlMapView          *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (controller);
  guint at;

  reveal (self, widget);
  if (g_ptr_array_find (self->cards, widget, &at))
    tl_map_view_choose (self, tl_picture_get_factor (self->picture, at)->id);
  else if (g_ptr_array_find (self->marks, widget, &at))
    tl_map_view_choose (self, tl_picture_get_link (self->picture, at)->id);
}

static void
clicked_cb (GtkGestureClick *click,
            int              n,
            double           x,
            double           y,
            TlMapView       *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && widget != GTK_WIDGET (self) && gtk_widget_get_parent (widget) != GTK_WIDGET (self))
    widget = gtk_widget_get_parent (widget);
  if (widget != NULL && widget != GTK_WIDGET (self))
    gtk_widget_grab_focus (widget);
}

static void
drag_begin_cb (TlMapView *self)
{
  self->drag_x = self->drag_y = 0;
}

static void
drag_update_cb (TlMapView *self,
                double     x,
                double     y)
{
  tl_canvas_viewport_pan (&self->viewport, self->drag_x - x, self->drag_y - y);
  self->drag_x = x;
  self->drag_y = y;
  moved (self);
}

static gboolean
scrolled_cb (GtkEventControllerScroll *controller,
             double                    dx,
             double                    dy,
             TlMapView                *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const double step = 60;

  if (state & GDK_CONTROL_MASK)
    tl_canvas_viewport_zoom_at (&self->viewport, tl_canvas_viewport_next_zoom (&self->viewport, dy < 0 ? 1 : -1),
                                self->viewport.width / 2, self->viewport.height / 2);
  else
    tl_canvas_viewport_pan (&self->viewport, dx * step, dy * step);
  moved (self);
  return TRUE;
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlMapView *self = TL_MAP_VIEW (widget);

  if (self->picture == NULL)
    return;
  if (g_str_equal (name, "map.fit"))
    fit (self);
  else
    tl_canvas_viewport_zoom_at (&self->viewport,
                                tl_canvas_viewport_next_zoom (&self->viewport,
                                                              g_str_equal (name, "map.zoom-in") ? 1 : -1),
                                self->viewport.width / 2, self->viewport.height / 2);
  moved (self);
}

/* GtkWidget overrides */

static void
tl_map_view_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = *minimum * 2;
}

static void
tl_map_view_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlMapView *self = TL_MAP_VIEW (widget);

  self->fit_wanted |= self->viewport.width != width || self->viewport.height != height;
  self->viewport.width = width;
  self->viewport.height = height;
  allocate_tools (self);
  if (self->picture == NULL)
    return;
  if (self->fit_wanted)
    fit (self);
  for (guint i = 0; i < self->cards->len; i++)
    {
      const TlLayoutBox *box = &tl_picture_get_factor (self->picture, i)->box;

      allocate_at (self, self->cards->pdata[i], box->x + box->width / 2, box->y + box->height / 2, box->width,
                   box->height);
    }
  for (guint i = 0; i < self->marks->len; i++)
    {
      const TlPictureLink *link = tl_picture_get_link (self->picture, i);

      allocate_at (self, self->marks->pdata[i], link->mark.x, link->mark.y, 0, 0);
    }
  allocate_names (self);
}

static void
tl_map_view_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TlMapView *self = TL_MAP_VIEW (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  if (self->picture == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  _tl_map_paint (self, cr);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (tl_map_view_parent_class)->snapshot (widget, snapshot);
}

static void
tl_map_view_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  TlMapView *self = TL_MAP_VIEW (widget);
  double unit = tl_canvas_unit_measure (widget);

  GTK_WIDGET_CLASS (tl_map_view_parent_class)->css_changed (widget, change);
  tl_canvas_colours_read (&self->colours, widget);
  if (unit != self->viewport.unit)
    {
      self->viewport.unit = unit;
      self->fit_wanted = TRUE;
    }
  moved (self);
}

/* Tab leads to what is chosen, then to the buttons and out of the map; the arrows from card to mark to card. */
static gboolean
tl_map_view_focus (GtkWidget       *widget,
                   GtkDirectionType direction)
{
  TlMapView *self = TL_MAP_VIEW (widget);
  GtkWidget *at = gtk_widget_get_focus_child (widget), *next = NULL;
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (self->cards->len == 0 || (at != NULL && tab && (at == self->tools || direction == GTK_DIR_TAB_BACKWARD)))
    return FALSE;
  if (at == self->tools || (at != NULL && tab))
    return gtk_widget_child_focus (self->tools, direction);
  if (at != NULL)
    next = _tl_map_walk (self, at, direction);
  for (guint i = 0; at == NULL && next == NULL && i < self->cards->len; i++)
    if (g_strcmp0 (tl_picture_get_factor (self->picture, i)->id, self->chosen) == 0)
      next = self->cards->pdata[i];
  if (at == NULL && next == NULL)
    next = self->cards->pdata[0];
  return next != NULL && gtk_widget_grab_focus (next);
}

/* GObject overrides */

static void
clear (TlMapView *self)
{
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->names, 0);
  g_clear_pointer (&self->picture, tl_picture_unref);
}

static void
tl_map_view_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      g_value_set_string (value, TL_MAP_VIEW (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_map_view_dispose (GObject *object)
{
  clear (TL_MAP_VIEW (object));
  g_clear_pointer (&TL_MAP_VIEW (object)->tools, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_map_view_parent_class)->dispose (object);
}

static void
tl_map_view_finalize (GObject *object)
{
  TlMapView *self = TL_MAP_VIEW (object);

  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->names);
  g_free (self->chosen);
  G_OBJECT_CLASS (tl_map_view_parent_class)->finalize (object);
}

static void
tl_map_view_class_init (TlMapViewClass *klass)
{
  static const char *const zooms[] = { "map.zoom-in", "map.zoom-out", "map.fit" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_map_view_get_property;
  object_class->dispose = tl_map_view_dispose;
  object_class->finalize = tl_map_view_finalize;
  widget_class->measure = tl_map_view_measure;
  widget_class->size_allocate = tl_map_view_size_allocate;
  widget_class->snapshot = tl_map_view_snapshot;
  widget_class->css_changed = tl_map_view_css_changed;
  widget_class->focus = tl_map_view_focus;

  properties[PROP_CHOSEN] = g_param_spec_string ("chosen", NULL, NULL, NULL,
                                                 G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_install_action (widget_class, zooms[i], NULL, zoom_action);
  tl_accels_install (widget_class, "map.");
  tl_accels_install (widget_class, "answer.");
  tl_canvas_style_load ();
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_map_view_init (TlMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->cards = g_ptr_array_new_with_free_func (unparent);
  self->marks = g_ptr_array_new_with_free_func (unparent);
  self->names = g_ptr_array_new_with_free_func (unparent);
  self->tools = _tl_map_tools_new ();
  gtk_widget_insert_before (self->tools, GTK_WIDGET (self), NULL);
  tl_canvas_viewport_init (&self->viewport);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Map"), -1);
}

/**
 * tl_map_view_new:
 *
 * Returns: (transfer floating): a view of nothing
 */
GtkWidget *
tl_map_view_new (void)
{
  return g_object_new (TL_TYPE_MAP_VIEW, NULL);
}

static void
add (TlMapView *self,
     GPtrArray *widgets,
     GtkWidget *widget)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (widget, focus);
  gtk_widget_insert_before (widget, GTK_WIDGET (self), self->tools);
  g_ptr_array_add (widgets, widget);
}

/**
 * tl_map_view_set_picture:
 * @picture: (nullable): what to show, settled
 *
 * Shows another picture as a whole; nothing of it is chosen.
 */
void
tl_map_view_set_picture (TlMapView *self,
                         TlPicture *picture)
{
  g_return_if_fail (TL_IS_MAP_VIEW (self));

  clear (self);
  self->picture = picture != NULL ? tl_picture_ref (picture) : NULL;
  for (guint i = 0; picture != NULL && i < picture->bands->len; i++)
    add (self, self->names, _tl_map_name_new (tl_picture_get_band (picture, i)->title));
  for (guint i = 0; picture != NULL && i < picture->factors->len; i++)
    add (self, self->cards, _tl_map_card_new (tl_picture_get_factor (picture, i)));
  for (guint i = 0; picture != NULL && i < picture->links->len; i++)
    add (self, self->marks, _tl_map_mark_new (picture, tl_picture_get_link (picture, i)));
  self->fit_wanted = TRUE;
  tl_map_view_choose (self, NULL);
  moved (self);
}

/**
 * tl_map_view_get_picture:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
TlPicture *
tl_map_view_get_picture (TlMapView *self)
{
  g_return_val_if_fail (TL_IS_MAP_VIEW (self), NULL);
  return self->picture;
}

/**
 * tl_map_view_choose:
 * @id: (nullable): id of a factor or link
 *
 * Has it stand out, with the links that lead to it or from it.
 */
void
tl_map_view_choose (TlMapView  *self,
                    const char *id)
{
  g_return_if_fail (TL_IS_MAP_VIEW (self));

  if (g_strcmp0 (id, self->chosen) == 0)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

/**
 * tl_map_view_get_chosen:
 *
 * Returns: (nullable): id of the factor or link that is chosen
 */
const char *
tl_map_view_get_chosen (TlMapView *self)
{
  g_return_val_if_fail (TL_IS_MAP_VIEW (self), NULL);
  return self->chosen;
}
