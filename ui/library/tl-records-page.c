/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library holds: its records, and what was kept out of it. */
#include "config.h"

#include "ui/library/tl-records-page.h"

#include <glib/gi18n.h>

#include "ui/library/tl-learning-records.h"
#include "ui/library/tl-quarantine-list.h"

struct _TlRecordsPage
{
  AdwBin parent_instance;

  /* Of the tree of widgets */
  GtkStack          *stack;
  TlLearningRecords *records;
  TlQuarantineList  *quarantine;
};

G_DEFINE_FINAL_TYPE (TlRecordsPage, tl_records_page, ADW_TYPE_BIN)

static void
tl_records_page_class_init (TlRecordsPageClass *klass)
{
}

static void
tl_records_page_init (TlRecordsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *switcher = gtk_stack_switcher_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->records = TL_LEARNING_RECORDS (tl_learning_records_new ());
  self->quarantine = TL_QUARANTINE_LIST (tl_quarantine_list_new ());
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->records), "records", _("Records"));
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->quarantine), "quarantine", _("Quarantine"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "records-parts");
  gtk_box_append (GTK_BOX (box), switcher);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * tl_records_page_new:
 *
 * Returns: (transfer floating): a page of no records
 */
GtkWidget *
tl_records_page_new (void)
{
  return g_object_new (TL_TYPE_RECORDS_PAGE, NULL);
}

/**
 * tl_records_page_set_contents:
 * @records: a list of TlLibraryRecord
 * @quarantined: (element-type TlQuarantined): what was not taken in; not needed after the call
 */
void
tl_records_page_set_contents (TlRecordsPage *self,
                              GListModel    *records,
                              GPtrArray     *quarantined)
{
  g_return_if_fail (TL_IS_RECORDS_PAGE (self) && G_IS_LIST_MODEL (records) && quarantined != NULL);

  GtkStackPage *part = gtk_stack_get_page (self->stack, GTK_WIDGET (self->quarantine));
  /* Translators: the name of a list and how many files are on it. */
  g_autofree char *title = quarantined->len > 0 ? g_strdup_printf (_("Quarantine (%u)"), quarantined->len)
                                                : g_strdup (_("Quarantine"));

  tl_learning_records_set_model (self->records, records);
  tl_quarantine_list_set_files (self->quarantine, quarantined);
  gtk_stack_page_set_title (part, title);
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
 * @name: "records" or "quarantine"
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
