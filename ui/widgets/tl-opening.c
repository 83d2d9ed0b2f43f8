/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening what was written in the program that is for it, as the action "win.open-uri" of a window. */
#include "config.h"

#include "ui/widgets/tl-opening.h"

#include "ui/widgets/tl-report.h"

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error) && gtk_widget_get_mapped (widget))
    tl_report_error (widget, error);
}

static void
open_uri (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  g_app_info_launch_default_for_uri_async (g_variant_get_string (parameter, NULL), NULL, NULL, opened_cb,
                                           g_object_ref (widget));
}

/**
 * tl_opening_install:
 * @klass: of a window
 *
 * Installs "win.open-uri", which takes the address of a file or folder.
 */
void
tl_opening_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.open-uri", "s", open_uri);
}
