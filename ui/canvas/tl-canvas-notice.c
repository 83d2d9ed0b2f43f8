/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line at the foot of the canvas that says why something did not happen, and goes by itself. It never asks. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#define NOTICE_SECONDS 6

static gboolean
notice_over_cb (gpointer data)
{
  TlCanvas *self = data;

  self->notice_id = 0;
  gtk_widget_set_visible (self->notice, FALSE);
  return G_SOURCE_REMOVE;
}

void
_tl_canvas_notice_init (TlCanvas *self)
{
  self->notice = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE,
                               "visible", FALSE, "justify", GTK_JUSTIFY_CENTER, "max-width-chars", 60, NULL);
  gtk_widget_add_css_class (self->notice, "notice");
  gtk_widget_set_can_target (self->notice, FALSE);
  gtk_widget_set_parent (self->notice, GTK_WIDGET (self));
}

/**
 * _tl_canvas_notice_show:
 * @text: (nullable): a whole sentence, or %NULL to take the last one away
 */
void
_tl_canvas_notice_show (TlCanvas   *self,
                        const char *text)
{
  g_clear_handle_id (&self->notice_id, g_source_remove);
  gtk_label_set_label (GTK_LABEL (self->notice), text != NULL ? text : "");
  gtk_widget_set_visible (self->notice, text != NULL);
  if (text != NULL)
    self->notice_id = g_timeout_add_seconds (NOTICE_SECONDS, notice_over_cb, self);
}
