/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How charts that are painted look like the window around them: the size of their letters and their colours. */
#include "config.h"

#include "ui/charts/tl-chart-look.h"

#include <adwaita.h>

/**
 * tl_chart_look_get_font_size:
 * @widget: what is painted
 * @part: of the size of the letters around it
 *
 * Returns: the size of its letters, in pixels
 */
double
tl_chart_look_get_font_size (GtkWidget *widget,
                             double     part)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);

  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dots = pango_cairo_context_get_resolution (context);

  return part * (pango_font_description_get_size_is_absolute (font) ? size : size * (dots > 0 ? dots : 96) / 72);
}

/**
 * tl_chart_look_get_palette:
 *
 * Returns: the colours that go with the window's
 */
const TlChartPalette *
tl_chart_look_get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return tl_chart_palette_get (adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style));
}

/**
 * tl_chart_look_follow:
 * @widget: what is painted
 *
 * Has it painted anew when the colours change.
 */
void
tl_chart_look_follow (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_signal_connect_object (adw_style_manager_get_default (), "notify", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}
