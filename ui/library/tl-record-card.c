/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One learning record in full: what its line in the list shortens, and the summary that the review released. */
#include "config.h"

#include "ui/library/tl-record-card.h"

#include <glib/gi18n.h>

#include "ui/library/tl-record-wording.h"
#include "ui/widgets/tl-label-button.h"

struct _TlRecordCard
{
  AdwBin parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (TlRecordCard, tl_record_card, ADW_TYPE_BIN)

static void
add_label (TlRecordCard *self,
           const char   *text,
           const char   *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), css_class == NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
add_fact (TlRecordCard *self,
          const char   *name,
          char         *value)
{
  g_autofree char *owned = value;
  GtkWidget *fact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name_label = gtk_label_new (name);
  GtkWidget *value_label = gtk_label_new (owned);

  gtk_label_set_xalign (GTK_LABEL (name_label), 0);
  gtk_widget_add_css_class (name_label, "caption");
  gtk_widget_add_css_class (name_label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (value_label), 0);
  gtk_label_set_wrap (GTK_LABEL (value_label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (value_label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (value_label), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (value_label), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name_label, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (fact), name_label);
  gtk_box_append (GTK_BOX (fact), value_label);
  gtk_box_append (GTK_BOX (self->box), fact);
}

static char *
dup_or_dash (const char *text)
{
  return g_strdup (text != NULL ? text : "–");
}

static void
tl_record_card_class_init (TlRecordCardClass *klass)
{
}

static void
tl_record_card_init (TlRecordCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_add_css_class (self->box, "page");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * tl_record_card_new:
 *
 * Returns: (transfer floating): the card of no record
 */
GtkWidget *
tl_record_card_new (void)
{
  return g_object_new (TL_TYPE_RECORD_CARD, NULL);
}

/**
 * tl_record_card_set_record:
 * @record: (nullable): what to show
 */
void
tl_record_card_set_record (TlRecordCard    *self,
                           TlLibraryRecord *record)
{
  GtkWidget *child;

  g_return_if_fail (TL_IS_RECORD_CARD (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);

  if (record == NULL)
    {
      add_label (self, _("Choose a record to read what it says of its review."), "dim-label");
      return;
    }

  const char *summary = tl_library_record_get_summary (record);
  add_label (self, _("Summary"), "title-4");
  if (summary != NULL && summary[0] != '\0')
    add_label (self, summary, NULL);
  else
    add_label (self, _("The review released no summary."), "dim-label");

  add_label (self, _("Review"), "title-4");
  add_fact (self, _("Pseudonym"), dup_or_dash (tl_library_record_get_id (record)));
  add_fact (self, _("Revision"), g_strdup_printf ("%" G_GINT64_FORMAT, tl_library_record_get_revision (record)));
  add_fact (self, _("Calendar year"), tl_record_wording_year (record));
  add_fact (self, _("Region"), tl_record_wording_region (record));
  add_fact (self, _("Type of review"), tl_record_wording_type (record));
  add_fact (self, _("Format"), tl_record_wording_format (record));
  add_fact (self, _("Method"), tl_record_wording_method (record));
  add_fact (self, _("Board’s pseudonym"), dup_or_dash (tl_library_record_get_board (record)));
  add_fact (self, _("Added from"), dup_or_dash (tl_library_record_get_file (record)));
  add_fact (self, _("Added on"), tl_record_wording_added (record));
  GtkWidget *withdraw = tl_label_button_new (_("_Withdraw…"));

  gtk_widget_set_halign (withdraw, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (withdraw, _("Take this review out of the library for good"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (withdraw), "s", tl_library_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (withdraw), "win.withdraw-record");
  gtk_box_append (GTK_BOX (self->box), withdraw);
}
