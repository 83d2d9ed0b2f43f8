/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The open questions about a record, and a line in which another is asked. */
#include "config.h"

#include "ui/inspector/tl-question-section.h"

#include <glib/gi18n.h>

#include "model/review/tl-question-edit.h"
#include "ui/fields/tl-question-row.h"
#include "ui/widgets/tl-referrers.h"
#include "ui/widgets/tl-report.h"

struct _TlQuestionSection
{
  AdwPreferencesGroup parent_instance;

  TlReview   *review;    /* owned */
  TlRecord   *record;    /* owned */
  GListModel *questions; /* owned */

  GtkWidget *list;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (TlQuestionSection, tl_question_section, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
ask (TlQuestionSection *self,
     const char        *text,
     GError           **error)
{
  TlEdit *edit = tl_edit_begin (self->review, _("Ask a question"), error);

  if (edit == NULL)
    return FALSE;

  g_autofree char *id = tl_question_edit_ask (edit, tl_record_get_id (self->record), text, error);
  g_autofree char *change = tl_edit_finish (edit, id != NULL, error);
  return change != NULL;
}

/* Callbacks */

static void
asked_cb (TlQuestionSection *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GError) error = NULL;

  if (text[0] == '\0')
    return;
  if (ask (self, text, &error))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    tl_report_error (GTK_WIDGET (self), error);
}

static void
questions_changed_cb (TlQuestionSection *self)
{
  gtk_widget_set_visible (self->list, g_list_model_get_n_items (self->questions) > 0);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  TlQuestionSection *self = user_data;
  return tl_question_row_new (self->review, item, FALSE);
}

static GtkWidget *
make_entry (TlQuestionSection *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What would we like to know?"));
  gtk_widget_set_tooltip_text (entry, _("Ask a question about this, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Ask a question about this"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* GObject overrides */

static void
tl_question_section_finalize (GObject *object)
{
  TlQuestionSection *self = TL_QUESTION_SECTION (object);

  g_clear_object (&self->questions);
  g_clear_object (&self->review);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_question_section_parent_class)->finalize (object);
}

static void
tl_question_section_class_init (TlQuestionSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_question_section_finalize;
}

static void
tl_question_section_init (TlQuestionSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open questions"), -1);
  gtk_box_append (GTK_BOX (box), self->list);

  self->entry = make_entry (self);
  gtk_box_append (GTK_BOX (box), self->entry);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Open questions"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), box);
}

/**
 * tl_question_section_applies:
 * @kind: a kind
 *
 * Returns: whether questions can be about records of @kind
 */
gboolean
tl_question_section_applies (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  return tl_field_refers_to (tl_kind_find_field (tl_kind_lookup ("question"), "about"), kind);
}

/**
 * tl_question_section_new:
 * @review: a review
 * @record: one of its records
 *
 * Returns: (transfer floating): a section
 */
GtkWidget *
tl_question_section_new (TlReview *review,
                         TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && TL_IS_RECORD (record), NULL);

  TlQuestionSection *self = g_object_new (TL_TYPE_QUESTION_SECTION, NULL);

  self->review = g_object_ref (review);
  self->record = g_object_ref (record);
  self->questions = tl_referrers_new (review, record, "question", "about", NULL);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), self->questions, make_row_cb, self, NULL);
  g_signal_connect_object (self->questions, "items-changed", G_CALLBACK (questions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  questions_changed_cb (self);
  gtk_widget_set_visible (self->entry, !tl_review_get_read_only (review));
  return GTK_WIDGET (self);
}
