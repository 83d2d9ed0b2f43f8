/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a new review begins with: title, method, terminology. Nothing has to be filled in. When the file is there it
 * emits "created" and closes. */
#include "config.h"

#include "ui/dialogs/tl-new-review-dialog.h"

#include <glib/gi18n.h>

#include "model/review/tl-review-file.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/widgets/tl-term.h"

#define FIRST_METHOD "learning-together"
#define FIRST_PROFILE "england_2018"

struct _TlNewReviewDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget   *create_button;
  GtkEditable *title_row;
  AdwComboRow *method_row;
  AdwComboRow *profile_row;
  GtkLabel    *description;
  GtkLabel    *message;
};

G_DEFINE_FINAL_TYPE (TlNewReviewDialog, tl_new_review_dialog, ADW_TYPE_WINDOW)

enum { CREATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_key (AdwComboRow *row)
{
  TlTerm *term = adw_combo_row_get_selected_item (row);
  return term != NULL ? tl_term_get_key (term) : NULL;
}

static void
fill (AdwComboRow *row,
      TlVocabulary vocabulary,
      const char  *first)
{
  g_autoptr (GListModel) terms = tl_terms_for_vocabulary (NULL, vocabulary);
  g_autoptr (GtkExpression) label = gtk_property_expression_new (TL_TYPE_TERM, NULL, "label");

  adw_combo_row_set_expression (row, label);
  adw_combo_row_set_model (row, terms);
  for (guint i = 0; i < g_list_model_get_n_items (terms); i++)
    {
      g_autoptr (TlTerm) term = g_list_model_get_item (terms, i);

      if (g_strcmp0 (tl_term_get_key (term), first) == 0)
        adw_combo_row_set_selected (row, i);
    }
}

static void
show_message (TlNewReviewDialog *self,
              const char        *message)
{
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), TRUE);
}

/* Callbacks */

static void
method_selected_cb (TlNewReviewDialog *self)
{
  TlTerm *term = adw_combo_row_get_selected_item (self->method_row);
  const char *description = term != NULL ? tl_term_get_description (term) : NULL;

  gtk_label_set_text (self->description, description != NULL ? description : "");
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlNewReviewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);

  if (file != NULL && !tl_new_review_dialog_create (self, file, &error))
    show_message (self, error->message);
}

static void
create_clicked_cb (TlNewReviewDialog *self)
{
  tl_file_chooser_save_async (GTK_WINDOW (self), _("Where to Keep the Review"), TL_FILE_REVIEW,
                              gtk_editable_get_text (self->title_row), file_chosen_cb, g_object_ref (self));
}

/* GtkWidget overrides */

/* Not sooner: a focus set before there is a surface is lost. */
static void
tl_new_review_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_new_review_dialog_parent_class)->map (widget);
  gtk_widget_grab_focus (GTK_WIDGET (TL_NEW_REVIEW_DIALOG (widget)->title_row));
}

/* GObject overrides */

static void
tl_new_review_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_NEW_REVIEW_DIALOG);
  G_OBJECT_CLASS (tl_new_review_dialog_parent_class)->dispose (object);
}

static void
tl_new_review_dialog_class_init (TlNewReviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_new_review_dialog_dispose;
  widget_class->map = tl_new_review_dialog_map;

  /**
   * TlNewReviewDialog::created:
   * @file: the new review
   */
  signals[CREATED] = g_signal_new ("created", TL_TYPE_NEW_REVIEW_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/dialogs/tl-new-review-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlNewReviewDialog, create_button);
  gtk_widget_class_bind_template_child (widget_class, TlNewReviewDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TlNewReviewDialog, method_row);
  gtk_widget_class_bind_template_child (widget_class, TlNewReviewDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, TlNewReviewDialog, description);
  gtk_widget_class_bind_template_child (widget_class, TlNewReviewDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, create_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, method_selected_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_new_review_dialog_init (TlNewReviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self->method_row, TL_VOCABULARY_METHOD, FIRST_METHOD);
  fill (self->profile_row, TL_VOCABULARY_PROFILE, FIRST_PROFILE);
  method_selected_cb (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->create_button);
}

/**
 * tl_new_review_dialog_new:
 * @parent: (nullable): the window that asks
 *
 * Returns: (transfer floating): a dialog, not yet presented
 */
GtkWidget *
tl_new_review_dialog_new (GtkWindow *parent)
{
  return g_object_new (TL_TYPE_NEW_REVIEW_DIALOG, "transient-for", parent, NULL);
}

/**
 * tl_new_review_dialog_create:
 * @file: where to keep the review; a file that is there is replaced
 * @error: return location
 *
 * Makes the review of what has been filled in, as the button does after the file was chosen.
 *
 * Returns: %FALSE on failure, and then a file that is there is as it was
 */
gboolean
tl_new_review_dialog_create (TlNewReviewDialog *self,
                             GFile             *file,
                             GError           **error)
{
  g_return_val_if_fail (TL_IS_NEW_REVIEW_DIALOG (self) && G_IS_FILE (file), FALSE);

  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));

  /* The person has agreed to replacing a file that is there. */
  if (!tl_review_create_titled (g_file_peek_path (file), TL_REVIEW_CREATE_REPLACE, title[0] != '\0' ? title : NULL,
                                get_key (self->method_row), get_key (self->profile_row), error))
    return FALSE;
  g_signal_emit (self, signals[CREATED], 0, file);
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}
