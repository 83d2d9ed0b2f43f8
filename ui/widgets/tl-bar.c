/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A bar as long as a count's share of its base. A count that is withheld has no bar and no track, so that nothing can
 * be read off it. What it looks like is CSS: the track is the widget, the bar a child of it. */
#include "config.h"

#include "ui/widgets/tl-bar.h"

#include <math.h>

#define MIN_WIDTH 24
#define HEIGHT 10
#define MIN_FILL 2

struct _TlBar
{
  GtkWidget parent_instance;

  GtkWidget *fill;
  double     fraction; /* negative where there is no bar */
};

G_DEFINE_FINAL_TYPE (TlBar, tl_bar, GTK_TYPE_WIDGET)

/* GtkWidget overrides */

static void
tl_bar_measure (GtkWidget      *widget,
                GtkOrientation  orientation,
                int             for_size,
                int            *minimum,
                int            *natural,
                int            *minimum_baseline,
                int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
tl_bar_size_allocate (GtkWidget *widget,
                      int        width,
                      int        height,
                      int        baseline)
{
  TlBar *self = TL_BAR (widget);
  gboolean shown = self->fraction > 0;
  int length = MAX (MIN_FILL, (int) lround (self->fraction * width));

  gtk_widget_set_child_visible (self->fill, shown);
  if (!shown)
    return;

  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_point_t start = GRAPHENE_POINT_INIT (mirrored ? (float) (width - length) : 0.f, 0.f);
  gtk_widget_allocate (self->fill, length, height, -1, gsk_transform_translate (NULL, &start));
}

/* GObject overrides */

static void
tl_bar_dispose (GObject *object)
{
  g_clear_pointer (&TL_BAR (object)->fill, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_bar_parent_class)->dispose (object);
}

static void
tl_bar_class_init (TlBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_bar_dispose;
  widget_class->measure = tl_bar_measure;
  widget_class->size_allocate = tl_bar_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
tl_bar_init (TlBar *self)
{
  self->fraction = -1;
  self->fill = g_object_new (GTK_TYPE_BOX, "css-name", "fill", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                             NULL);
  gtk_widget_set_parent (self->fill, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * tl_bar_new:
 *
 * Returns: (transfer floating): a bar of nothing
 */
GtkWidget *
tl_bar_new (void)
{
  return g_object_new (TL_TYPE_BAR, NULL);
}

/**
 * tl_bar_set_count:
 * @count: what to show; negative if it is withheld
 * @base: of how many; negative if it is withheld
 * @full: the share of @base at which the bar fills its track, over 0 and at most 1
 * @text: the same in words, for those who do not see the bar
 */
void
tl_bar_set_count (TlBar      *self,
                  gint64      count,
                  gint64      base,
                  double      full,
                  const char *text)
{
  g_return_if_fail (TL_IS_BAR (self) && full > 0 && text != NULL);

  gboolean known = count >= 0 && base > 0;

  self->fraction = known ? CLAMP ((double) count / (double) base / full, 0, 1) : -1;
  if (known)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "withheld");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) base,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) count, -1);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "withheld");
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW);
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MAX);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * tl_bar_get_fraction:
 *
 * Returns: how much of its track the bar fills, from 0 to 1; negative where there is no bar
 */
double
tl_bar_get_fraction (TlBar *self)
{
  g_return_val_if_fail (TL_IS_BAR (self), -1);
  return self->fraction;
}
