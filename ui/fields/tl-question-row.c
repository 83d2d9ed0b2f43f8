/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open question: what is asked, who follows it up and how it stands; opened, the fields in which it is answered or
 * left open. */
#include "config.h"

#include "ui/fields/tl-question-row.h"

#include <glib/gi18n.h>

#include "ui/fields/tl-field-row.h"
#include "ui/widgets/tl-term.h"
#include "ui/widgets/tl-wording.h"

struct _TlQuestionRow
{
  AdwExpanderRow parent_instance;

  TlReview *review;   /* owned */
  TlRecord *question; /* owned */

  guint with_about : 1;
  guint filled : 1;
};

G_DEFINE_FINAL_TYPE (TlQuestionRow, tl_question_row, ADW_TYPE_EXPANDER_ROW)

/* (transfer full): who follows it up, how it stands, and where asked for, what it is about */
static char *
dup_subtitle (TlQuestionRow *self)
{
  const TlKind *kind = tl_record_get_kind (self->question);
  const char *status = tl_record_get_text (self->question, "status");
  TlRecord *owner = tl_review_lookup (self->review, tl_record_get_text (self->question, "owner"));
  TlRecord *about = tl_review_lookup (self->review, tl_record_get_text (self->question, "about"));
  g_autofree char *status_label
    = tl_terms_dup_label (self->review, tl_kind_find_field (kind, "status"), status != NULL ? status : "open");
  g_autofree char *owner_name = owner != NULL ? tl_wording_name (self->review, owner) : g_strdup (_("Nobody’s yet"));
  g_autofree char *about_name = about != NULL ? tl_wording_name (self->review, about) : NULL;

  if (!self->with_about || about_name == NULL)
    return g_strdup_printf ("%s · %s", status_label, owner_name);
  /* Translators: how an open question stands, who follows it up, and the name of what it is about */
  return g_strdup_printf (_("%s · %s · about “%s”"), status_label, owner_name, about_name);
}

static void
refresh (TlQuestionRow *self)
{
  if (tl_review_lookup (self->review, tl_record_get_id (self->question)) != self->question)
    return;

  g_autofree char *title = tl_review_dup_title (self->review, self->question);
  g_autofree char *subtitle = dup_subtitle (self);
  const char *status = tl_record_get_text (self->question, "status");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (status != NULL && !g_str_equal (status, "open"))
    gtk_widget_add_css_class (GTK_WIDGET (self), "closed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "closed");
}

static GtkWidget *
make_remove (TlQuestionRow *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Remove the Question"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tl_record_get_id (self->question));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* Most questions are only read: their fields are made when they are first opened. */
static void
expanded_cb (TlQuestionRow *self)
{
  static const char *const fields[] = { "text", "status", "answer", "owner", "about" };
  const TlKind *kind = tl_record_get_kind (self->question);

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  self->filled = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->with_about || !g_str_equal (fields[i], "about"))
      {
        guint field = (guint) tl_kind_find_field_index (kind, fields[i]);
        adw_expander_row_add_row (ADW_EXPANDER_ROW (self), tl_field_row_new (self->review, self->question, field));
      }
  if (!tl_review_get_read_only (self->review))
    adw_expander_row_add_row (ADW_EXPANDER_ROW (self), make_remove (self));
}

/* GObject overrides */

static void
tl_question_row_finalize (GObject *object)
{
  TlQuestionRow *self = TL_QUESTION_ROW (object);

  g_clear_object (&self->review);
  g_clear_object (&self->question);

  G_OBJECT_CLASS (tl_question_row_parent_class)->finalize (object);
}

static void
tl_question_row_class_init (TlQuestionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_question_row_finalize;
}

static void
tl_question_row_init (TlQuestionRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "question");
}

/**
 * tl_question_row_new:
 * @review: a review
 * @question: one of its questions
 * @with_about: whether to say what it is about, where that isn't plain from the place
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
tl_question_row_new (TlReview *review,
                     TlRecord *question,
                     gboolean  with_about)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && tl_record_is (question, "question"), NULL);

  TlQuestionRow *self = g_object_new (TL_TYPE_QUESTION_ROW, NULL);

  self->review = g_object_ref (review);
  self->question = g_object_ref (question);
  self->with_about = with_about;
  refresh (self);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  g_signal_connect_object (review, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
