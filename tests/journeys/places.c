/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A module for GIO that has a GTK program tell over AT-SPI where its widgets are as GTK 4.8 does. Since GTK 4.10 the
 * place of a widget is added up from places within its parents, of which each leaves out the padding and the border of
 * the parent, so that a mouse that goes there misses.
 */

#include <gtk/gtk.h>

void g_io_module_load (GIOModule *module);
void g_io_module_unload (GIOModule *module);

/* What is drawn of a widget within its padding, seen from the same of its parent; empty where it has no place. */
static gboolean
tell_bounds (GtkAccessible *accessible,
             int           *x,
             int           *y,
             int           *width,
             int           *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_point_t place = GRAPHENE_POINT_INIT (0, 0);
  gboolean is_there = gtk_widget_get_mapped (widget)
                      && (parent == NULL || gtk_widget_compute_point (widget, parent, &place, &place));

  *x = (int) place.x;
  *y = (int) place.y;
  *width = is_there ? gtk_widget_get_width (widget) : 0;
  *height = is_there ? gtk_widget_get_height (widget) : 0;
  return TRUE;
}

/* In a class of widgets and those below it that are in use; later ones take it from the class above. */
static void
mend (GType type)
{
  gpointer class = g_type_class_peek (type);
  guint n = 0;

  if (class == NULL)
    return;

  GtkAccessibleInterface *iface = g_type_interface_peek (class, GTK_TYPE_ACCESSIBLE);
  g_autofree GType *children = g_type_children (type, &n);

  iface->get_bounds = tell_bounds;
  for (guint i = 0; i < n; i++)
    mend (children[i]);
}

void
g_io_module_load (GIOModule *module)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  mend (GTK_TYPE_WIDGET);
  g_type_module_use (G_TYPE_MODULE (module)); /* for good */
}

void
g_io_module_unload (GIOModule *module)
{
}
