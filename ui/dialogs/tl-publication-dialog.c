/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * After something left for the public: whether to put on record how and where it is published, from when until when,
 * and what holds it. It can be left for later. */
#include "config.h"

#include "ui/dialogs/tl-publication-dialog.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/review/tl-edit.h"
#include "ui/widgets/tl-report.h"

struct _TlPublicationDialog
{
  AdwWindow parent_instance;

  /* Of the tree of widgets */
  AdwComboRow *mode;
  GtkWidget   *place;
  GtkWidget   *from;
  GtkWidget   *until;
  GtkWidget   *hold;

  TlReview *review; /* owned */
};

G_DEFINE_FINAL_TYPE (TlPublicationDialog, tl_publication_dialog, ADW_TYPE_WINDOW)

static const TlField *
get_field (const char *name)
{
  return tl_kind_find_field (tl_kind_lookup ("publication"), name);
}

/* A date as people type it; what can't be read is left to be entered with the record. */
static char *
dup_date (GtkWidget *row)
{
  TlDate date;

  return tl_date_read (gtk_editable_get_text (GTK_EDITABLE (row)), &date, NULL) ? tl_date_dup_edtf (&date) : NULL;
}

static gboolean
set_text (TlEdit      *edit,
          const char  *id,
          const char  *field,
          const char  *text,
          GError     **error)
{
  return text == NULL || text[0] == '\0' || tl_edit_set (edit, id, field, text, error);
}

static gboolean
write_record (TlPublicationDialog *self,
              TlEdit              *edit,
              GError             **error)
{
  g_autofree char *from = dup_date (self->from);
  g_autofree char *until = dup_date (self->until);
  guint mode = adw_combo_row_get_selected (self->mode);
  g_autofree char *id = tl_edit_add (edit, "publication", NULL, error);

  return id != NULL && tl_edit_set (edit, id, "mode", get_field ("mode")->choices[mode].key, error)
         && set_text (edit, id, "place", gtk_editable_get_text (GTK_EDITABLE (self->place)), error)
         && set_text (edit, id, "published", from, error) && set_text (edit, id, "until", until, error)
         && set_text (edit, id, "hold", gtk_editable_get_text (GTK_EDITABLE (self->hold)), error);
}

static void
recorded_cb (TlPublicationDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, _("Record what was published"), &error);
  gboolean made = edit != NULL && write_record (self, edit, &error);
  g_autofree char *change = edit != NULL ? tl_edit_finish (edit, made, &error) : NULL;

  if (parent != NULL && change == NULL)
    tl_report_error (GTK_WIDGET (parent), error);
  else if (parent != NULL)
    tl_report_done (GTK_WIDGET (parent), _("Recorded as published"), TRUE);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
add_entry (AdwPreferencesGroup *group,
           const char          *field)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(get_field (field)->label));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_mode (TlPublicationDialog *self,
          AdwPreferencesGroup *group)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const TlChoice *choices = get_field ("mode")->choices;

  for (guint i = 0; choices[i].key != NULL; i++)
    gtk_string_list_append (labels, _(choices[i].label));
  self->mode = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->mode), _(get_field ("mode")->label));
  adw_combo_row_set_model (self->mode, G_LIST_MODEL (labels));
  adw_preferences_group_add (group, GTK_WIDGET (self->mode));
}

/* GObject overrides */

static void
tl_publication_dialog_dispose (GObject *object)
{
  g_clear_object (&TL_PUBLICATION_DIALOG (object)->review);
  G_OBJECT_CLASS (tl_publication_dialog_parent_class)->dispose (object);
}

static void
tl_publication_dialog_class_init (TlPublicationDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_publication_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_bar (TlPublicationDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *later = gtk_button_new_with_label (_("Not Now")), *record = gtk_button_new_with_label (_("Record"));

  gtk_widget_add_css_class (record, "suggested-action");
  gtk_window_set_default_widget (GTK_WINDOW (self), record);
  g_signal_connect_swapped (later, "clicked", G_CALLBACK (gtk_window_close), self);
  g_signal_connect_swapped (record, "clicked", G_CALLBACK (recorded_cb), self);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), later);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), record);
  return bar;
}

static void
tl_publication_dialog_init (TlPublicationDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  TlDate date;
  g_autofree char *words = tl_date_parse (today, &date) ? tl_date_format (&date) : NULL;

  adw_preferences_group_set_description (group,
                                         _("How and where it can be read, from when until when, and what holds it "
                                           "back if something does. It stands with the review and can be changed."));
  add_mode (self, group);
  self->place = add_entry (group, "place");
  self->from = add_entry (group, "published");
  self->until = add_entry (group, "until");
  self->hold = add_entry (group, "hold");
  gtk_editable_set_text (GTK_EDITABLE (self->from), words != NULL ? words : "");
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Record This as Published?"));
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 500);
}

/**
 * tl_publication_dialog_new:
 * @parent: (nullable): the window of the review
 * @review: a review
 *
 * Returns: (transfer floating): a dialog, not yet presented
 */
GtkWidget *
tl_publication_dialog_new (GtkWindow *parent,
                           TlReview  *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlPublicationDialog *self = g_object_new (TL_TYPE_PUBLICATION_DIALOG, "transient-for", parent, "modal", TRUE,
                                            "destroy-with-parent", TRUE, NULL);

  self->review = g_object_ref (review);
  return GTK_WIDGET (self);
}
