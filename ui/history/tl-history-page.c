/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The history of a review, newest first: who did what, when. Undo and redo are changes too and stay in it. */
#include "config.h"

#include "ui/history/tl-history-page.h"

#include <glib/gi18n.h>

#include "ui/history/tl-history-row.h"
#include "ui/history/tl-reversed-list.h"
#include "ui/widgets/tl-page.h"

struct _TlHistoryPage
{
  AdwBin parent_instance;

  GListModel *changes; /* owned */
  GtkWidget  *stack;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (TlHistoryPage, tl_history_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGE, NULL))

static void
row_set_up_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, tl_history_row_new ());
  gtk_list_item_set_activatable (item, FALSE);
}

static void
row_bound_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  tl_history_row_set_change (TL_HISTORY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
row_unbound_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  tl_history_row_set_change (TL_HISTORY_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
update_empty (TlHistoryPage *self)
{
  gboolean any = g_list_model_get_n_items (self->changes) > 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : "empty");
}

static GtkWidget *
make_list (TlHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (self->changes));
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (row_set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (row_bound_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (row_unbound_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"), -1);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  return scroller;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "document-open-recent-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("Nothing has been changed yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status),
                                   _("Every change will stand here with its author and time, and can be undone."));
  return status;
}

static void
tl_history_page_dispose (GObject *object)
{
  g_clear_object (&TL_HISTORY_PAGE (object)->changes);
  G_OBJECT_CLASS (tl_history_page_parent_class)->dispose (object);
}

static void
tl_history_page_class_init (TlHistoryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_history_page_dispose;
}

static void
tl_history_page_init (TlHistoryPage *self)
{
}

/**
 * tl_history_page_new:
 * @review: a review
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
tl_history_page_new (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlHistoryPage *self = g_object_new (TL_TYPE_HISTORY_PAGE, NULL);

  self->changes = tl_reversed_list_new (G_LIST_MODEL (tl_review_get_history (review)));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty (), "empty");
  adw_bin_set_child (ADW_BIN (self), self->stack);
  g_signal_connect_object (self->changes, "items-changed", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  update_empty (self);
  return GTK_WIDGET (self);
}
