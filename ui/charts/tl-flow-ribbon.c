/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A chain as a ribbon from station to station. It has the size of the whole chart, and is only where it is drawn; the
 * pointer and the keyboard find it like any widget, and those who do not see it hear its name. */
#include "config.h"

#include "ui/charts/tl-flow-ribbon.h"

#include "ui/widgets/tl-colour.h"

/* How near the pointer has to come to one that is thin, and how thick a mark the keyboard leaves. */
#define REACH 4
#define MARK 2

/* Halvings until a place on a curve is known. */
#define N_HALVINGS 16

struct _TlFlowRibbon
{
  GtkWidget parent_instance;

  GArray      *stops; /* owned: of TlFlowStop */
  PangoLayout *count; /* owned */
  double       thickness;
};

G_DEFINE_FINAL_TYPE (TlFlowRibbon, tl_flow_ribbon, GTK_TYPE_WIDGET)

static const TlFlowStop *
stop_at (TlFlowRibbon *self,
         guint         i)
{
  return &g_array_index (self->stops, TlFlowStop, i);
}

/* How high the upper edge is at @x on the way from one stop to the next: a curve that leaves and arrives level, with
 * both its handles in the middle. */
static double
find_top (const TlFlowStop *from,
          const TlFlowStop *to,
          double            x)
{
  double part = (x - from->end) / (to->start - from->end), low = 0, high = 1, t = part;

  for (guint i = 0; i < N_HALVINGS; i++)
    {
      t = (low + high) / 2;
      if (1.5 * t * (1 - t) + t * t * t < part)
        low = t;
      else
        high = t;
    }
  return from->top + (to->top - from->top) * t * t * (3 - 2 * t);
}

static void
trace (TlFlowRibbon *self,
       cairo_t      *cr,
       guint         i)
{
  const TlFlowStop *from = stop_at (self, i), *to = stop_at (self, i + 1);
  double middle = (from->end + to->start) / 2;

  cairo_move_to (cr, from->end, from->top);
  cairo_curve_to (cr, middle, from->top, middle, to->top, to->start, to->top);
  cairo_line_to (cr, to->start, to->top + self->thickness);
  cairo_curve_to (cr, middle, to->top + self->thickness, middle, from->top + self->thickness, from->end,
                  from->top + self->thickness);
  cairo_close_path (cr);
}

/* The count stands in the middle of the first way, if the ribbon is thick enough for it. */
static void
write_count (TlFlowRibbon *self,
             GtkSnapshot  *snapshot)
{
  const TlFlowStop *from = stop_at (self, 0), *to = stop_at (self, 1);
  GdkRGBA colour;
  int width, height;

  pango_layout_get_pixel_size (self->count, &width, &height);
  if (self->thickness < height)
    return;
  tl_colour_of_text (gtk_widget_get_parent (GTK_WIDGET (self)), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) ((from->end + to->start - width) / 2),
                                                          (float) ((from->top + to->top + self->thickness - height)
                                                                   / 2)));
  gtk_snapshot_append_layout (snapshot, self->count, &colour);
  gtk_snapshot_restore (snapshot);
}

/* GtkWidget overrides */

static gboolean
tl_flow_ribbon_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  TlFlowRibbon *self = TL_FLOW_RIBBON (widget);
  double reach = MAX (REACH - self->thickness / 2, 0);

  for (guint i = 1; i < self->stops->len; i++)
    {
      const TlFlowStop *from = stop_at (self, i - 1), *to = stop_at (self, i);

      if (x <= MIN (from->end, to->start) || x >= MAX (from->end, to->start))
        continue;

      double top = find_top (from, to, x);

      if (y >= top - reach && y <= top + self->thickness + reach)
        return TRUE;
    }
  return FALSE;
}

static void
tl_flow_ribbon_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TlFlowRibbon *self = TL_FLOW_RIBBON (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);
  GdkRGBA colour;

  tl_colour_of_text (widget, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  for (guint i = 0; i + 1 < self->stops->len; i++)
    trace (self, cr, i);
  cairo_fill_preserve (cr);
  if (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE)
    {
      colour.alpha = 1;
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_set_line_width (cr, MARK);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  if (self->stops->len > 1)
    write_count (self, snapshot);
}

/* GObject overrides */

static void
tl_flow_ribbon_finalize (GObject *object)
{
  TlFlowRibbon *self = TL_FLOW_RIBBON (object);

  g_array_unref (self->stops);
  g_object_unref (self->count);
  G_OBJECT_CLASS (tl_flow_ribbon_parent_class)->finalize (object);
}

static void
tl_flow_ribbon_class_init (TlFlowRibbonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_flow_ribbon_finalize;
  widget_class->contains = tl_flow_ribbon_contains;
  widget_class->snapshot = tl_flow_ribbon_snapshot;
  gtk_widget_class_set_css_name (widget_class, "flowribbon");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
tl_flow_ribbon_init (TlFlowRibbon *self)
{
  self->stops = g_array_new (FALSE, FALSE, sizeof (TlFlowStop));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * tl_flow_ribbon_new:
 * @name: what it says: the chain and its count
 * @count: the count alone
 *
 * Returns: (transfer floating): a ribbon that leads nowhere yet
 */
GtkWidget *
tl_flow_ribbon_new (const char *name,
                    const char *count)
{
  g_return_val_if_fail (name != NULL && count != NULL, NULL);

  GtkWidget *self = g_object_new (TL_TYPE_FLOW_RIBBON, NULL);

  TL_FLOW_RIBBON (self)->count = gtk_widget_create_pango_layout (self, count);
  gtk_widget_set_tooltip_text (self, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return self;
}

/**
 * tl_flow_ribbon_set_way:
 * @stops: (array length=n_stops): the stations through which it flows
 * @n_stops: how many
 * @thickness: pixels
 *
 * Says where it is drawn.
 */
void
tl_flow_ribbon_set_way (TlFlowRibbon     *self,
                        const TlFlowStop *stops,
                        guint             n_stops,
                        double            thickness)
{
  g_return_if_fail (TL_IS_FLOW_RIBBON (self) && stops != NULL);

  g_array_set_size (self->stops, 0);
  g_array_append_vals (self->stops, stops, n_stops);
  self->thickness = thickness;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * tl_flow_ribbon_set_chosen:
 * @chosen: whether what stands behind it is shown
 */
void
tl_flow_ribbon_set_chosen (TlFlowRibbon *self,
                           gboolean      chosen)
{
  g_return_if_fail (TL_IS_FLOW_RIBBON (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);
}
