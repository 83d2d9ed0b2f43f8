/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Before something leaves: by what somebody could be found out, which texts are released, and what is publicly
 * remembered of the case. Nothing here is asked for; what is decided is on record at once. */
#include "config.h"

#include "ui/dialogs/tl-leaving-dialog.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-facts-view.h"
#include "ui/dialogs/tl-identifying-view.h"
#include "ui/dialogs/tl-releases-view.h"

struct _TlLeavingDialog
{
  AdwWindow parent_instance;

  AdwViewStack *stack;
};

G_DEFINE_FINAL_TYPE (TlLeavingDialog, tl_leaving_dialog, ADW_TYPE_WINDOW)

static void
tl_leaving_dialog_class_init (TlLeavingDialogClass *klass)
{
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_leaving_dialog_init (TlLeavingDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *bar = adw_header_bar_new ();
  GtkWidget *switcher = adw_view_switcher_new ();

  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (switcher), self->stack);
  adw_view_switcher_set_policy (ADW_VIEW_SWITCHER (switcher), ADW_VIEW_SWITCHER_POLICY_WIDE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), switcher);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Before It Leaves"));
  gtk_window_set_default_size (GTK_WINDOW (self), 800, 680);
}

static void
add_page (TlLeavingDialog *self,
          GtkWidget       *view,
          const char      *name,
          const char      *title,
          const char      *icon)
{
  adw_view_stack_page_set_icon_name (adw_view_stack_add_titled (self->stack, view, name, title), icon);
}

/**
 * tl_leaving_dialog_new:
 * @parent: the window that asks
 * @review: a review
 * @tier: for whom it is to leave
 * @page: "identifying", "releases" or "facts": what to show first
 *
 * Returns: (transfer floating): a window, not yet presented
 */
GtkWidget *
tl_leaving_dialog_new (GtkWindow  *parent,
                       TlReview   *review,
                       TlTier      tier,
                       const char *page)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && page != NULL, NULL);

  TlLeavingDialog *self = g_object_new (TL_TYPE_LEAVING_DIALOG, "transient-for", parent, "modal", TRUE,
                                        "destroy-with-parent", TRUE, NULL);

  add_page (self, tl_identifying_view_new (review, tier), "identifying", _("Who Could Be Found Out"),
            "system-search-symbolic");
  if (tier >= TL_TIER_LEARNING)
    add_page (self, tl_releases_view_new (review, tier), "releases", _("Released Texts"), "emblem-ok-symbolic");
  add_page (self, tl_facts_view_new (review), "facts", _("Publicly Remembered"), "user-bookmarks-symbolic");
  adw_view_stack_set_visible_child_name (self->stack, page);
  return GTK_WIDGET (self);
}
