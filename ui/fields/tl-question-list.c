/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The questions about a record, or all of a review, and a line in which another is asked. */
#include "config.h"

#include "ui/fields/tl-question-list.h"

#include <glib/gi18n.h>

#include "model/case/tl-question-edit.h"
#include "ui/fields/tl-question-row.h"
#include "ui/widgets/tl-guard-hint.h"
#include "ui/widgets/tl-referrers.h"
#include "ui/widgets/tl-report.h"

struct _TlQuestionList
{
  AdwPreferencesGroup parent_instance;

  TlReview   *review;    /* owned */
  TlRecord   *record;    /* owned; NULL for all of the review */
  GListModel *questions; /* owned */

  GtkWidget *list;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (TlQuestionList, tl_question_list, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
ask (TlQuestionList *self,
     const char        *text,
     GError           **error)
{
  const char *about = self->record != NULL ? tl_record_get_id (self->record) : NULL;
  TlEdit *edit = tl_edit_begin (self->review, _("Ask a question"), error);

  if (edit == NULL)
    return FALSE;

  g_autofree char *id = tl_question_edit_ask (edit, about, text, error);
  g_autofree char *change = tl_edit_finish (edit, id != NULL, error);
  return change != NULL;
}

/* Callbacks */

static void
asked_cb (TlQuestionList *self)
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
questions_changed_cb (TlQuestionList *self)
{
  gtk_widget_set_visible (self->list, g_list_model_get_n_items (self->questions) > 0);
}

static GtkWidget *
make_row_cb (gpointer item,
             gpointer user_data)
{
  TlQuestionList *self = user_data;
  return tl_question_row_new (self->review, item, self->record == NULL);
}

static GtkWidget *
make_entry (TlQuestionList *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What would we like to know?"));
  g_signal_connect_object (entry, "activate", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* GObject overrides */

static void
tl_question_list_finalize (GObject *object)
{
  TlQuestionList *self = TL_QUESTION_LIST (object);

  g_clear_object (&self->questions);
  g_clear_object (&self->review);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (tl_question_list_parent_class)->finalize (object);
}

static void
tl_question_list_class_init (TlQuestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_question_list_finalize;
}

static void
tl_question_list_init (TlQuestionList *self)
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

static void
name_entry (TlQuestionList *self)
{
  const char *name = self->record != NULL ? _("Ask a question about this") : _("Ask a question about the case");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
is_open (gpointer question,
         gpointer user_data)
{
  const char *status = tl_record_get_text (question, "status");
  return status == NULL || g_str_equal (status, "open");
}

static void
closed_toggled_cb (GtkToggleButton *button,
                   GtkFilter       *filter)
{
  gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (filter),
                                     gtk_toggle_button_get_active (button) ? NULL : is_open, NULL, NULL);
}

/* Those that are open when the list is made: one that is answered in it stays where it is being looked at. */
static GListModel *
list_open (TlQuestionList *self)
{
  GListModel *all = g_object_ref (G_LIST_MODEL (tl_review_get_list (self->review, "question")));
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_open, NULL, NULL));
  GtkWidget *closed = gtk_toggle_button_new_with_label (_("Closed Ones Too"));

  gtk_widget_add_css_class (closed, "flat");
  g_signal_connect_object (closed, "toggled", G_CALLBACK (closed_toggled_cb), filter, 0);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), closed);
  return G_LIST_MODEL (gtk_filter_list_model_new (all, filter));
}

/**
 * tl_question_list_applies:
 * @kind: a kind
 *
 * Returns: whether questions can be about records of @kind
 */
gboolean
tl_question_list_applies (const TlKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);
  return tl_field_refers_to (tl_kind_find_field (tl_kind_lookup ("question"), "about"), kind);
}

/**
 * tl_question_list_new:
 * @review: a review
 * @record: (nullable): one of its records; %NULL for all questions there are
 *
 * Returns: (transfer floating): a list
 */
GtkWidget *
tl_question_list_new (TlReview *review,
                         TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && (record == NULL || TL_IS_RECORD (record)), NULL);

  TlQuestionList *self = g_object_new (TL_TYPE_QUESTION_LIST, NULL);

  self->review = g_object_ref (review);
  g_set_object (&self->record, record);
  self->questions = record != NULL ? tl_referrers_new (review, record, "question", "about", NULL) : list_open (self);
  name_entry (self);
  tl_guard_hint_attach_to_entry (GTK_ENTRY (self->entry), review);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), self->questions, make_row_cb, self, NULL);
  g_signal_connect_object (self->questions, "items-changed", G_CALLBACK (questions_changed_cb), self,
                           G_CONNECT_SWAPPED);
  questions_changed_cb (self);
  gtk_widget_set_visible (self->entry, !tl_review_get_read_only (review));
  return GTK_WIDGET (self);
}
