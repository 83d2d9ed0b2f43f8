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
  GtkWidget *perhaps;  /* where the bar may go on; NULL until that is known of one */
  double     fraction; /* negative where there is no bar */
  double     more;     /* likewise, of where it may go on */
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

/* From where reading begins. */
static void
allocate_part (TlBar     *self,
               GtkWidget *part,
               int        start,
               int        length,
               int        width,
               int        height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) (mirrored ? width - start - length : start), 0.f);

  gtk_widget_allocate (part, length, height, -1, gsk_transform_translate (NULL, &at));
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
  if (shown)
    allocate_part (self, self->fill, 0, length, width, height);
  else
    length = 0;
  if (self->perhaps != NULL)
    {
      gboolean open = self->fraction >= 0 && self->more > 0 && length < width;
      int end = MIN (width, (int) lround ((self->fraction + self->more) * width));

      gtk_widget_set_child_visible (self->perhaps, open);
      if (open)
        allocate_part (self, self->perhaps, length, MAX (end - length, MIN_FILL), width, height);
    }
}

/* GObject overrides */

static void
tl_bar_dispose (GObject *object)
{
  g_clear_pointer (&TL_BAR (object)->fill, gtk_widget_unparent);
  g_clear_pointer (&TL_BAR (object)->perhaps, gtk_widget_unparent);
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

static GtkWidget *
make_part (TlBar      *self,
           const char *name)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "css-name", name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static void
tl_bar_init (TlBar *self)
{
  self->fraction = -1;
  self->fill = make_part (self, "fill");
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
 * tl_bar_set_perhaps:
 * @more: how much more it may be than the count that is shown; 0 or less if nothing is known of that
 * @base: of how many; negative if it is withheld
 * @full: as for tl_bar_set_count()
 *
 * Shows where the bar may go on. In words it is for tl_bar_set_count() to say.
 */
void
tl_bar_set_perhaps (TlBar  *self,
                    gint64  more,
                    gint64  base,
                    double  full)
{
  g_return_if_fail (TL_IS_BAR (self) && full > 0);

  self->more = more > 0 && base > 0 ? (double) more / (double) base / full : 0;
  if (self->more > 0 && self->perhaps == NULL)
    self->perhaps = make_part (self, "perhaps");
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
