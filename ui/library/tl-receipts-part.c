/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The gatherings of a library, the latest first, with the receipt of the chosen one beside. The window reads a receipt
 * ("win.show-receipt") and gives it back. */
#include "config.h"

#include "ui/library/tl-receipts-part.h"

#include <glib/gi18n.h>

#include "ui/library/tl-library-notes.h"
#include "ui/library/tl-receipt-view.h"
#include "ui/widgets/tl-wrapped.h"

#define LIST_WIDTH 260

struct _TlReceiptsPart
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack      *stack; /* "nothing", "receipts" */
  TlReceiptView *view;

  GtkSingleSelection *selection; /* owned */
};

G_DEFINE_FINAL_TYPE (TlReceiptsPart, tl_receipts_part, ADW_TYPE_BIN)

static gint64
get_number (TlNoted *line)
{
  return line != NULL ? g_ascii_strtoll (tl_noted_get_target (line), NULL, 10) : 0;
}

/* Callbacks */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *places = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (row), tl_wrapped_new (NULL, "heading"));
  gtk_box_append (GTK_BOX (row), tl_wrapped_new (NULL, NULL));
  gtk_label_set_xalign (GTK_LABEL (places), 0);
  gtk_label_set_ellipsize (GTK_LABEL (places), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (places, "dim-label");
  gtk_box_append (GTK_BOX (row), places);
  gtk_widget_add_css_class (row, "noted");
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  TlNoted *line = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_text (GTK_LABEL (child), tl_noted_get_title (line));
  child = gtk_widget_get_next_sibling (child);
  gtk_label_set_text (GTK_LABEL (child), tl_noted_get_text (line));
  child = gtk_widget_get_next_sibling (child);
  gtk_label_set_text (GTK_LABEL (child), tl_noted_get_note (line));
  gtk_widget_set_tooltip_text (child, tl_noted_get_note (line));
}

static void
selected_cb (TlReceiptsPart *self)
{
  gint64 number = self->selection != NULL ? get_number (gtk_single_selection_get_selected_item (self->selection)) : 0;

  if (number == 0)
    tl_receipt_view_set_receipt (self->view, NULL);
  else if (number != tl_receipt_view_get_number (self->view))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-receipt", "x", number);
}

/* GObject overrides */

static void
tl_receipts_part_dispose (GObject *object)
{
  g_clear_object (&TL_RECEIPTS_PART (object)->selection);
  G_OBJECT_CLASS (tl_receipts_part_parent_class)->dispose (object);
}

static void
tl_receipts_part_class_init (TlReceiptsPartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_receipts_part_dispose;
}

static GtkWidget *
make_list (TlReceiptsPart *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Gatherings"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  return scrolled;
}

static GtkWidget *
make_nothing (void)
{
  GtkWidget *nothing = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (nothing), "emblem-documents-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (nothing), _("Nothing Was Gathered Yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (nothing),
                                   _("Each time that records are added the library keeps a receipt: what became of "
                                     "every file, and what the rules have to say of it."));
  return nothing;
}

static void
tl_receipts_part_init (TlReceiptsPart *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->view = TL_RECEIPT_VIEW (tl_receipt_view_new ());
  gtk_paned_set_start_child (GTK_PANED (paned), make_list (self));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->view));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_nothing (), "nothing");
  gtk_stack_add_named (self->stack, paned, "receipts");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_receipts_part_new:
 *
 * Returns: (transfer floating): a list of no gatherings
 */
GtkWidget *
tl_receipts_part_new (void)
{
  return g_object_new (TL_TYPE_RECEIPTS_PART, NULL);
}

static void
choose (TlReceiptsPart *self,
        gint64          number)
{
  GListModel *lines = gtk_single_selection_get_model (self->selection);

  for (guint i = 0; lines != NULL && i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (TlNoted) line = g_list_model_get_item (lines, i);

      if (get_number (line) == number)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

/**
 * tl_receipts_part_set_receipts:
 * @receipts: (element-type TlReceipt): of all gatherings, the latest first; not needed after the call
 */
void
tl_receipts_part_set_receipts (TlReceiptsPart *self,
                               GPtrArray      *receipts)
{
  g_return_if_fail (TL_IS_RECEIPTS_PART (self) && receipts != NULL);

  g_autoptr (GListModel) lines = tl_library_notes_of_receipts (receipts);
  gint64 shown = tl_receipt_view_get_number (self->view);

  /* What is read goes on being read. */
  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  gtk_single_selection_set_model (self->selection, lines);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  choose (self, shown);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
  gtk_stack_set_visible_child_name (self->stack, receipts->len > 0 ? "receipts" : "nothing");
}

/**
 * tl_receipts_part_show:
 * @receipt: a receipt with its files; not needed after the call
 */
void
tl_receipts_part_show (TlReceiptsPart  *self,
                       const TlReceipt *receipt)
{
  g_return_if_fail (TL_IS_RECEIPTS_PART (self) && receipt != NULL);

  tl_receipt_view_set_receipt (self->view, receipt);
  choose (self, receipt->number);
}

/**
 * tl_receipts_part_get_shown:
 *
 * Returns: the number of the receipt that is read; 0 if none is
 */
gint64
tl_receipts_part_get_shown (TlReceiptsPart *self)
{
  g_return_val_if_fail (TL_IS_RECEIPTS_PART (self), 0);
  return tl_receipt_view_get_number (self->view);
}
