/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The theme's colours for what is drawn on the canvas. */
#include "config.h"

#include "ui/canvas/tl-canvas-colours.h"

#include "ui/widgets/tl-colour.h"

/**
 * tl_canvas_colours_read:
 * @widget: whose style counts
 *
 * Reads the colours as the theme has them now; again when the style changes.
 */
void
tl_canvas_colours_read (TlCanvasColours *self,
                        GtkWidget       *widget)
{
  tl_colour_of_text (widget, &self->foreground);
  tl_colour_look_up (widget, "view_bg_color", &self->foreground, &self->background);
  tl_colour_look_up (widget, "accent_color", &self->foreground, &self->accent);
  tl_colour_look_up (widget, "error_color", &self->foreground, &self->refused);
  tl_colour_look_up (widget, "canvas_link_color", &self->foreground, &self->link);
  self->lane = self->foreground;
  tl_colour_look_up (widget, "canvas_lane_color", &self->foreground, &self->lane_edge);
  for (guint i = 0; i < G_N_ELEMENTS (self->roles); i++)
    {
      g_autofree char *name = g_strdup_printf ("canvas_%s_color", tl_factor_role_get_name (i));

      tl_colour_look_up (widget, name, &self->foreground, &self->roles[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    {
      g_autofree char *name = g_strdup_printf ("canvas_answer_%u_color", i);

      tl_colour_look_up (widget, name, &self->foreground, &self->answers[i]);
    }
}
