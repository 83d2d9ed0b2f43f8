/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an empty canvas says: how to begin. */
#include "config.h"

#include "ui/canvas/tl-canvas-private.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

void
_tl_canvas_hint_init (TlCanvas *self)
{
  GtkWidget *title = gtk_label_new (_("No factors yet"));
  GtkWidget *text = gtk_label_new (_("Begin with what happened: double-click in a lane, or press Insert, and say in "
                                     "one sentence what came about. Then ask what made it likely, and add each answer "
                                     "as a cause."));

  self->hint = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->hint_button = tl_label_button_new (_("_Add a Factor"));
  gtk_widget_add_css_class (self->hint, "hint");
  gtk_widget_add_css_class (title, "title-2");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 52);
  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_add_css_class (self->hint_button, "pill");
  gtk_widget_add_css_class (self->hint_button, "suggested-action");
  gtk_widget_set_halign (self->hint_button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->hint_button, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->hint_button), "canvas.add-factor");
  gtk_box_append (GTK_BOX (self->hint), title);
  gtk_box_append (GTK_BOX (self->hint), text);
  gtk_box_append (GTK_BOX (self->hint), self->hint_button);
  gtk_widget_set_visible (self->hint, FALSE);
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
}

void
_tl_canvas_hint_update (TlCanvas *self)
{
  gboolean is_empty = self->scene != NULL && tl_canvas_scene_get_n_nodes (self->scene) == 0;

  gtk_widget_set_visible (self->hint, is_empty && !_tl_canvas_entry_is_open (self));
}
