/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The theme's colours for what is drawn. The only file of the canvas that asks a GtkStyleContext, which later versions
 * of GTK give up. */
#include "config.h"

#include "ui/canvas/tl-canvas-colours.h"

static GdkRGBA
look_up (GtkStyleContext *context,
         const char      *name,
         const GdkRGBA   *otherwise)
{
  GdkRGBA colour;

  return gtk_style_context_lookup_color (context, name, &colour) ? colour : *otherwise;
}

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
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (context, &self->foreground);
  self->background = look_up (context, "view_bg_color", &self->foreground);
  self->accent = look_up (context, "accent_color", &self->foreground);
  self->refused = look_up (context, "error_color", &self->foreground);
  self->link = look_up (context, "canvas_link_color", &self->foreground);
  self->lane = self->foreground;
  self->lane_edge = look_up (context, "canvas_lane_color", &self->foreground);
  for (guint i = 0; i < G_N_ELEMENTS (self->roles); i++)
    {
      g_autofree char *name = g_strdup_printf ("canvas_%s_color", tl_factor_role_get_name (i));

      self->roles[i] = look_up (context, name, &self->foreground);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    {
      g_autofree char *name = g_strdup_printf ("canvas_answer_%u_color", i);

      self->answers[i] = look_up (context, name, &self->foreground);
    }
}
