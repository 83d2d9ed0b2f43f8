/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The theme's colours for what is drawn. The only file that asks a GtkStyleContext, which later versions of GTK give
 * up. */
#include "config.h"

#include "ui/widgets/tl-colour.h"

/**
 * tl_colour_of_text:
 * @widget: whose style counts
 * @colour: (out): what "color" is in its style
 */
void
tl_colour_of_text (GtkWidget *widget,
                   GdkRGBA   *colour)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && colour != NULL);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
}

/**
 * tl_colour_look_up:
 * @widget: whose style counts
 * @name: of a colour of the theme
 * @otherwise: where the theme has none of that name
 * @colour: (out): the colour
 */
void
tl_colour_look_up (GtkWidget     *widget,
                   const char    *name,
                   const GdkRGBA *otherwise,
                   GdkRGBA       *colour)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && name != NULL && otherwise != NULL && colour != NULL);

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, colour))
    *colour = *otherwise;
}
