/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Something that wraps and is asked how high it is before its width is known: it says how high it would like to be,
 * where GTK would have it say how high it is at its narrowest, and make the window as high. Nor does it ask for more
 * width where there is little height. */
#include "config.h"

#include "ui/widgets/tl-yielding.h"

struct _TlYielding
{
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (TlYielding, tl_yielding, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
tl_yielding_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_yielding_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  GtkWidget *child = TL_YIELDING (widget)->child;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  else if (for_size < 0)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
tl_yielding_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  gtk_widget_allocate (TL_YIELDING (widget)->child, width, height, baseline, NULL);
}

static void
tl_yielding_dispose (GObject *object)
{
  g_clear_pointer (&TL_YIELDING (object)->child, gtk_widget_unparent);
  G_OBJECT_CLASS (tl_yielding_parent_class)->dispose (object);
}

static void
tl_yielding_class_init (TlYieldingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_yielding_dispose;
  widget_class->get_request_mode = tl_yielding_get_request_mode;
  widget_class->measure = tl_yielding_measure;
  widget_class->size_allocate = tl_yielding_size_allocate;
}

static void
tl_yielding_init (TlYielding *self)
{
}

/**
 * tl_yielding_new:
 * @child: what wraps
 *
 * Returns: (transfer floating): a widget with @child
 */
GtkWidget *
tl_yielding_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  TlYielding *self = g_object_new (TL_TYPE_YIELDING, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
