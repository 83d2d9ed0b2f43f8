/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library holds and how it came by it: in numbers, record by record, the receipts of its gatherings, what was
 * withdrawn, the folders that it watches, and what was kept out of it. */
#include "config.h"

#include "ui/library/tl-records-page.h"

#include <glib/gi18n.h>

#include "ui/library/tl-holdings-view.h"
#include "ui/library/tl-learning-records.h"
#include "ui/library/tl-library-notes.h"
#include "ui/library/tl-receipts-part.h"

struct _TlRecordsPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack          *stack;
  TlHoldingsView    *holdings;
  TlLearningRecords *records;
  TlReceiptsPart    *receipts;
  TlNotedList       *withdrawn;
  TlNotedList       *watched;
  TlNotedList       *quarantine;
};

G_DEFINE_FINAL_TYPE (TlRecordsPage, tl_records_page, ADW_TYPE_BIN)

static void
tl_records_page_class_init (TlRecordsPageClass *klass)
{
}

/* Small windows have not room for all of it. */
static GtkWidget *
make_switcher (TlRecordsPage *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "records-parts");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), switcher);
  return scrolled;
}

static void
tl_records_page_init (TlRecordsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), make_switcher (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* With how many there are of it, where that is worth a look. */
static void
count_part (TlRecordsPage *self,
            gpointer       part,
            const char    *name,
            guint          n)
{
  /* Translators: the name of a list and how many lines are on it. */
  g_autofree char *title = n > 0 ? g_strdup_printf (_("%s (%u)"), name, n) : g_strdup (name);

  gtk_stack_page_set_title (gtk_stack_get_page (self->stack, GTK_WIDGET (part)), title);
}

/**
 * tl_records_page_new:
 * @question: says whether small counts are shown
 *
 * Returns: (transfer floating): a page of no records
 */
GtkWidget *
tl_records_page_new (TlQuestion *question)
{
  g_return_val_if_fail (TL_IS_QUESTION (question), NULL);

  TlRecordsPage *self = g_object_new (TL_TYPE_RECORDS_PAGE, NULL);

  self->holdings = TL_HOLDINGS_VIEW (tl_holdings_view_new (question));
  self->records = TL_LEARNING_RECORDS (tl_learning_records_new ());
  self->receipts = TL_RECEIPTS_PART (tl_receipts_part_new ());
  self->withdrawn = TL_NOTED_LIST (tl_withdrawn_list_new ());
  self->watched = TL_NOTED_LIST (tl_watched_list_new ());
  self->quarantine = TL_NOTED_LIST (tl_quarantine_list_new ());
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->holdings), "summary", _("Summary"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->records), "records", _("Records"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->receipts), "receipts", _("Receipts"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->withdrawn), "withdrawn", _("Withdrawn"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->watched), "watched", _("Watched"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->quarantine), "quarantine", _("Quarantine"));
  return GTK_WIDGET (self);
}

/**
 * tl_records_page_set_contents:
 * @contents: what the library holds; its holdings are taken, the rest is not needed after the call
 */
void
tl_records_page_set_contents (TlRecordsPage     *self,
                              TlLibraryContents *contents)
{
  g_return_if_fail (TL_IS_RECORDS_PAGE (self) && contents != NULL);

  g_autoptr (GListModel) withdrawn = tl_library_notes_of_withdrawals (contents->withdrawals);
  g_autoptr (GListModel) watched = tl_library_notes_of_watched (contents->watched);
  g_autoptr (GListModel) quarantined = tl_library_notes_of_quarantined (contents->quarantined);

  tl_holdings_view_set_holdings (self->holdings, g_steal_pointer (&contents->holdings));
  tl_learning_records_set_model (self->records, contents->records);
  tl_receipts_part_set_receipts (self->receipts, contents->receipts);
  tl_noted_list_set_lines (self->withdrawn, withdrawn);
  tl_noted_list_set_lines (self->watched, watched);
  tl_noted_list_set_lines (self->quarantine, quarantined);
  count_part (self, self->withdrawn, _("Withdrawn"), contents->withdrawals->len);
  count_part (self, self->watched, _("Watched"), contents->watched->len);
  count_part (self, self->quarantine, _("Quarantine"), contents->quarantined->len);
}

/**
 * tl_records_page_get_shown:
 *
 * Returns: (transfer none) (nullable): the records as they are sorted
 */
GListModel *
tl_records_page_get_shown (TlRecordsPage *self)
{
  g_return_val_if_fail (TL_IS_RECORDS_PAGE (self), NULL);
  return tl_learning_records_get_shown (self->records);
}

/**
 * tl_records_page_show_part:
 * @name: "summary", "records", "receipts", "withdrawn", "watched" or "quarantine"
 */
void
tl_records_page_show_part (TlRecordsPage *self,
                           const char    *name)
{
  g_return_if_fail (TL_IS_RECORDS_PAGE (self) && name != NULL);
  gtk_stack_set_visible_child_name (self->stack, name);
}

/**
 * tl_records_page_choose:
 * @id: the pseudonym of a review
 *
 * Shows its record.
 *
 * Returns: whether the library has it
 */
gboolean
tl_records_page_choose (TlRecordsPage *self,
                        const char    *id)
{
  g_return_val_if_fail (TL_IS_RECORDS_PAGE (self) && id != NULL, FALSE);

  tl_records_page_show_part (self, "records");
  return tl_learning_records_choose (self->records, id);
}

/**
 * tl_records_page_show_receipt:
 * @receipt: a receipt with its files; not needed after the call
 *
 * Opens a receipt to be read.
 */
void
tl_records_page_show_receipt (TlRecordsPage   *self,
                              const TlReceipt *receipt)
{
  g_return_if_fail (TL_IS_RECORDS_PAGE (self) && receipt != NULL);

  tl_records_page_show_part (self, "receipts");
  tl_receipts_part_show (self->receipts, receipt);
}

/**
 * tl_records_page_get_receipt:
 *
 * Returns: the number of the receipt that is read; 0 if none is
 */
gint64
tl_records_page_get_receipt (TlRecordsPage *self)
{
  g_return_val_if_fail (TL_IS_RECORDS_PAGE (self), 0);
  return tl_receipts_part_get_shown (self->receipts);
}

/**
 * tl_records_page_set_unseen:
 * @note: (nullable): what of the watched folders is not noticed at once
 */
void
tl_records_page_set_unseen (TlRecordsPage *self,
                            const char    *note)
{
  g_return_if_fail (TL_IS_RECORDS_PAGE (self));
  tl_noted_list_set_note (self->watched, note);
}
