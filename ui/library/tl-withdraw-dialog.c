/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks which review is to be taken out of the library, if that is not known, and why; then the window is told
 * ("win.withdraw"). It can't be undone, and the dialog says what stays and what does not. */
#include "config.h"

#include "ui/library/tl-withdraw-dialog.h"

#include <glib/gi18n.h>

#include "ui/widgets/tl-label-button.h"

struct _TlWithdrawDialog
{
  AdwWindow parent_instance;

  GtkEditable *review; /* its pseudonym; not seen where it is known */
  GtkEditable *reason;
  GtkWidget   *withdraw;
};

G_DEFINE_FINAL_TYPE (TlWithdrawDialog, tl_withdraw_dialog, ADW_TYPE_WINDOW)

/* Callbacks */

static char *
dup_text (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
typed_cb (TlWithdrawDialog *self)
{
  g_autofree char *review = dup_text (self->review);
  g_autofree char *reason = dup_text (self->reason);

  gtk_widget_set_sensitive (self->withdraw, review[0] != '\0' && reason[0] != '\0');
}

static void
withdraw_cb (TlWithdrawDialog *self)
{
  g_autofree char *review = dup_text (self->review);
  g_autofree char *reason = dup_text (self->reason);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (review[0] == '\0' || reason[0] == '\0')
    return;
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.withdraw", "(ss)", review, reason);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* GObject overrides */

static void
tl_withdraw_dialog_class_init (TlWithdrawDialogClass *klass)
{
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

static GtkEditable *
add_entry (TlWithdrawDialog *self,
           GtkWidget        *group,
           const char       *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (withdraw_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return GTK_EDITABLE (row);
}

static void
tl_withdraw_dialog_init (TlWithdrawDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_description (
      ADW_PREFERENCES_GROUP (group),
      _("All revisions of the review leave the library, with everything that is made of them. This can’t be undone. "
        "The library keeps who withdrew it, when and why, and nothing of what it said. Its files are left out from "
        "then on. Figures that have left the library still count it."));
  self->review = add_entry (self, group, _("Pseudonym of the Review"));
  self->reason = add_entry (self, group, _("Reason"));
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
 * @review: (nullable): the pseudonym of the review; it is asked for if %NULL
 *
 * Returns: (transfer floating): a window, not yet presented
 */
GtkWidget *
tl_withdraw_dialog_new (GtkWindow  *parent,
                        const char *review)
{
  TlWithdrawDialog *self = g_object_new (TL_TYPE_WITHDRAW_DIALOG, "transient-for", parent, "modal", TRUE,
                                         "destroy-with-parent", TRUE, NULL);

  gtk_editable_set_text (self->review, review != NULL ? review : "");
  gtk_widget_set_visible (GTK_WIDGET (self->review), review == NULL);
  return GTK_WIDGET (self);
}
