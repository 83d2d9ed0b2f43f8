/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the canvas shows while something is being worked out that takes longer than a moment: what it is, and a button
 * that stops it. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

/* What is done sooner needs no word. */
#define PATIENCE_MS 300

static gboolean
patience_over_cb (gpointer data)
{
  TlCanvas *self = data;

  self->busy_id = 0;
  gtk_widget_set_visible (self->busy, TRUE);
  gtk_spinner_start (GTK_SPINNER (gtk_widget_get_first_child (self->busy)));
  return G_SOURCE_REMOVE;
}

void
_tl_canvas_busy_init (TlCanvas *self)
{
  GtkWidget *spinner = gtk_spinner_new ();
  GtkWidget *button = tl_label_button_new (_("_Stop"));

  self->busy_text = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "canvas.stop");
  gtk_widget_set_tooltip_text (button, _("Leave everything where it is (Escape)"));
  self->busy = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->busy, "busy");
  gtk_box_append (GTK_BOX (self->busy), spinner);
  gtk_box_append (GTK_BOX (self->busy), self->busy_text);
  gtk_box_append (GTK_BOX (self->busy), button);
  gtk_widget_set_visible (self->busy, FALSE);
  gtk_widget_set_parent (self->busy, GTK_WIDGET (self));
}

/**
 * _tl_canvas_busy_begin:
 * @text: what is being done
 *
 * Says so if it is not done in a moment; until _tl_canvas_busy_end().
 */
void
_tl_canvas_busy_begin (TlCanvas   *self,
                       const char *text)
{
  _tl_canvas_busy_end (self);
  gtk_label_set_label (GTK_LABEL (self->busy_text), text);
  self->is_busy = TRUE;
  self->busy_id = g_timeout_add (PATIENCE_MS, patience_over_cb, self);
  _tl_canvas_update_actions (self);
}

void
_tl_canvas_busy_end (TlCanvas *self)
{
  if (!self->is_busy)
    return;
  self->is_busy = FALSE;
  g_clear_handle_id (&self->busy_id, g_source_remove);
  gtk_spinner_stop (GTK_SPINNER (gtk_widget_get_first_child (self->busy)));
  gtk_widget_set_visible (self->busy, FALSE);
  _tl_canvas_update_actions (self);
}
