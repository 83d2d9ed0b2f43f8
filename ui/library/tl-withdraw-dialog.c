/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks whether a review is really to be taken out of the library, and why; then the window is told ("win.withdraw").
 * It can't be undone, and the dialog says what stays and what does not. */
#include "config.h"

#include "ui/library/tl-withdraw-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

struct _TlWithdrawDialog
{
  AdwWindow parent_instance;

  char        *review;
  GtkEditable *reason;
  GtkWidget   *withdraw;
};

G_DEFINE_FINAL_TYPE (TlWithdrawDialog, tl_withdraw_dialog, ADW_TYPE_WINDOW)

/* Callbacks */

static void
reason_changed_cb (TlWithdrawDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  gtk_widget_set_sensitive (self->withdraw, reason[0] != '\0');
}

static void
withdraw_cb (TlWithdrawDialog *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (reason[0] == '\0')
    return;
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.withdraw", "(ss)", self->review, reason);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* GObject overrides */

static void
tl_withdraw_dialog_finalize (GObject *object)
{
  g_free (TL_WITHDRAW_DIALOG (object)->review);
  G_OBJECT_CLASS (tl_withdraw_dialog_parent_class)->finalize (object);
}

static void
tl_withdraw_dialog_class_init (TlWithdrawDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_withdraw_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_header (TlWithdrawDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = tl_label_button_new (_("_Cancel"));

  self->withdraw = tl_label_button_new (_("_Withdraw"));
  gtk_widget_add_css_class (self->withdraw, "destructive-action");
  gtk_widget_set_sensitive (self->withdraw, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_object (self->withdraw, "clicked", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->withdraw);
  return header;
}

static void
tl_withdraw_dialog_init (TlWithdrawDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *reason = adw_entry_row_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("All revisions of the review leave the library, with everything that is made of them. This can’t be undone. "
        "The library keeps who withdrew it, when and why, and nothing of what it said. Its files are left out from "
        "then on. Figures that have left the library still count it."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (reason), _("Reason"));
  self->reason = GTK_EDITABLE (reason);
  g_signal_connect_object (reason, "changed", G_CALLBACK (reason_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (reason, "entry-activated", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), reason);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Withdraw a Review"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 320);
}

/**
 * tl_withdraw_dialog_new:
 * @parent: the window of the library
 * @review: the pseudonym of the review
 *
 * Returns: (transfer floating): a window, not yet presented
 */
GtkWidget *
tl_withdraw_dialog_new (GtkWindow  *parent,
                        const char *review)
{
  g_return_val_if_fail (review != NULL, NULL);

  TlWithdrawDialog *self = g_object_new (TL_TYPE_WITHDRAW_DIALOG, "transient-for", parent, "modal", TRUE,
                                         "destroy-with-parent", TRUE, NULL);

  self->review = g_strdup (review);
  return GTK_WIDGET (self);
}
