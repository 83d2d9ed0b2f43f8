/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The style sheets of the canvas: its own and, while the person asks for high contrast, a second one on top. */
#include "config.h"

#include "ui/canvas/tl-canvas-style.h"

#include <adwaita.h>

#define FOLDER "/io/github/throughline/Throughline/ui/canvas/"

static GtkCssProvider *
load (const char *path)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  return provider;
}

/* Each canvas hears of it as of any change of style, and paints itself anew. */
static void
high_contrast_cb (AdwStyleManager *manager,
                  GParamSpec      *pspec,
                  gpointer         user_data)
{
  GtkStyleProvider *contrast = user_data;
  GdkDisplay *display = gdk_display_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, contrast, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  else
    gtk_style_context_remove_provider_for_display (display, contrast);
}

static void
release (gpointer  contrast,
         GClosure *closure)
{
  g_object_unref (contrast);
}

/**
 * tl_canvas_style_load:
 *
 * Gives the display the style of the canvas. Once.
 */
void
tl_canvas_style_load (void)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (display == NULL)
    return;

  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) usual = load (FOLDER "tl-canvas.css");
  g_autoptr (GtkCssProvider) contrast = load (FOLDER "tl-canvas-hc.css");

  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (usual),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  high_contrast_cb (manager, NULL, contrast);
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (high_contrast_cb), g_steal_pointer (&contrast),
                         release, 0);
}

/**
 * tl_canvas_style_is_high_contrast:
 *
 * Returns: whether the person asks for high contrast
 */
gboolean
tl_canvas_style_is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}
