/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How large a unit of a canvas is: more for a person with large text. */
#include "config.h"

#include "ui/canvas/tl-canvas-unit.h"

/* Of a line in the default font. */
#define USUAL_HEIGHT 18.0
#define MOST 3

/**
 * tl_canvas_unit_measure:
 * @widget: whose text counts
 *
 * Returns: pixels a canvas unit takes at 100 %
 */
double
tl_canvas_unit_measure (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "A");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return CLAMP (height / USUAL_HEIGHT, 1, MOST);
}
