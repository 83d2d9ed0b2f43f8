/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the board wrote in its copy: how far reading it is, with a way to give it up, and then what was written, in
 * words and one by one, before any of it is taken into the review. What was changed in the review as well waits for a
 * person to say that the copy stands. */
#include "config.h"

#include "ui/dialogs/tl-answers-dialog.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-answers-job.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/widgets/tl-label-button.h"
#include "ui/widgets/tl-phrase.h"
#include "ui/widgets/tl-report.h"

#define WIDTH 720
#define HEIGHT 620

/* How often it is told how far reading is. */
#define TELL_MS 100

struct _TlAnswersDialog
{
  AdwWindow parent_instance;

  /* Of the tree of widgets */
  GtkWidget *content;
  GtkWidget *take;
  GtkWidget *progress;

  /* Owned */
  TlReview     *review;
  TlAnswers    *answers; /* NULL until the copy is read */
  TlAnswersJob *job;
  GCancellable *cancellable;

  guint tell;
};

G_DEFINE_FINAL_TYPE (TlAnswersDialog, tl_answers_dialog, ADW_TYPE_WINDOW)

static gboolean
take (TlAnswersDialog *self,
      GError         **error)
{
  TlEdit *edit = tl_edit_begin (self->review, _("Take in the answers"), error);

  if (edit == NULL)
    return FALSE;

  gboolean done = tl_answers_apply (self->answers, edit, error);
  g_autofree char *change = tl_edit_finish (edit, done, error);
  return change != NULL;
}

/* Callbacks */

static void
take_cb (TlAnswersDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (take (self, &error))
    tl_report_done (GTK_WIDGET (parent), _("Took in the answers"), TRUE);
  else if (error != NULL)
    tl_report_error (GTK_WIDGET (parent), error);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
toggled_cb (GtkCheckButton *check,
            TlAnswer       *answer)
{
  answer->take = gtk_check_button_get_active (check);
}

/* Parts */

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static char *
dup_heading (TlReview       *review,
             const TlAnswer *answer)
{
  static const char *const changes[] = {
    /* Translators: what the board did, after a kind of record: “Response · added”. */
    [TL_ANSWER_ADDED] = N_("added"),
    [TL_ANSWER_CHANGED] = N_("changed"),
    [TL_ANSWER_REMOVED] = N_("removed"),
  };

  g_autofree char *label = tl_review_dup_declared (review, answer->kind->label);

  return g_strconcat (label, " · ", _(changes[answer->change]),
                      answer->is_conflict ? " · " : NULL, _("in conflict with the review"), NULL);
}

static void
add_part (GtkWidget          *box,
          const TlAnswerPart *part)
{
  const char *label = _(part->field->label);
  g_autofree char *words = NULL;

  if (part->here != NULL && part->there != NULL)
    /* Translators: a field, what it says in the review, and what it says in the board's copy. */
    words = g_strdup_printf (_("%s “%s” becomes “%s”"), label, part->here, part->there);
  else if (part->there != NULL)
    /* Translators: a field, and what the board wrote in it. */
    words = g_strdup_printf (_("%s “%s”"), label, part->there);
  else
    /* Translators: a field, and what it says in the review but no longer in the board's copy. */
    words = g_strdup_printf (_("%s no longer “%s”"), label, part->here != NULL ? part->here : "");
  gtk_box_append (GTK_BOX (box), make_label (words, NULL));
}

static GtkWidget *
make_row (TlReview *review,
          TlAnswer *answer)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *heading = dup_heading (review, answer);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", heading, answer->title);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_START);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), answer->take);
  gtk_widget_set_sensitive (check, answer->can_take);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), answer);
  gtk_box_append (GTK_BOX (box), make_label (heading, "caption"));
  gtk_box_append (GTK_BOX (box), make_label (answer->title, "heading"));
  for (guint i = 0; i < answer->parts->len; i++)
    add_part (box, g_ptr_array_index (answer->parts, i));
  if (answer->note != NULL)
    gtk_box_append (GTK_BOX (box), make_label (answer->note, "caption"));
  gtk_box_append (GTK_BOX (line), check);
  gtk_box_append (GTK_BOX (line), box);
  gtk_widget_add_css_class (line, "answer-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkWidget *
make_list (TlAnswersDialog *self)
{
  GtkWidget *list = gtk_list_box_new (), *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < tl_answers_get_n (self->answers); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self->review, tl_answers_get (self->answers, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_visible (list, tl_answers_get_n (self->answers) > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Answers"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
make_bar (TlAnswersDialog *self)
{
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *cancel = tl_label_button_new (_("_Cancel"));

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (bar), FALSE);
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  self->take = tl_label_button_new (_("_Take In"));
  g_signal_connect_object (self->take, "clicked", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->take, "suggested-action");
  gtk_widget_set_sensitive (self->take, FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->take);
  return bar;
}

static GtkWidget *
make_progress (TlAnswersDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *label = gtk_label_new (_("Reading the copy"));

  self->progress = gtk_progress_bar_new ();
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (box, TRUE);
  return box;
}

static void
show_answers (TlAnswersDialog *self)
{
  g_autofree char *summary = tl_answers_dup_summary (self->answers);

  gtk_box_remove (GTK_BOX (self->content), gtk_widget_get_first_child (self->content));
  gtk_box_append (GTK_BOX (self->content), make_label (summary, NULL));
  gtk_box_append (GTK_BOX (self->content), make_list (self));
  gtk_widget_set_sensitive (self->take, tl_answers_get_n (self->answers) > 0);
}

/* Reading */

static gboolean
tell_cb (gpointer data)
{
  TlAnswersDialog *self = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), tl_answers_job_get_progress (self->job));
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlAnswersDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  TlReturnedCopy *copy = tl_answers_job_run_finish (TL_ANSWERS_JOB (source), result, &error);

  g_clear_handle_id (&self->tell, g_source_remove);
  if (copy == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (copy == NULL)
    {
      tl_report_error (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), error);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  self->answers = tl_answers_new (self->review, copy);
  show_answers (self);
}

/* GObject overrides */

static void
tl_answers_dialog_dispose (GObject *object)
{
  TlAnswersDialog *self = TL_ANSWERS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tell, g_source_remove);
  G_OBJECT_CLASS (tl_answers_dialog_parent_class)->dispose (object);
}

static void
tl_answers_dialog_finalize (GObject *object)
{
  TlAnswersDialog *self = TL_ANSWERS_DIALOG (object);

  g_clear_pointer (&self->answers, tl_answers_free);
  g_clear_object (&self->job);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->review);
  G_OBJECT_CLASS (tl_answers_dialog_parent_class)->finalize (object);
}

static void
tl_answers_dialog_class_init (TlAnswersDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_answers_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_answers_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_answers_dialog_init (TlAnswersDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cancellable = g_cancellable_new ();
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->content, "page");
  gtk_box_append (GTK_BOX (self->content), make_progress (self));
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), self->content);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

/**
 * tl_answers_dialog_new:
 * @parent: a window of @review
 * @review: a review
 * @copy_path: a file that should be the board's copy of it
 *
 * Begins to read the copy. Where it can't be read @parent says why, and the dialog goes.
 *
 * Returns: (transfer floating): the dialog, not yet presented
 */
GtkWidget *
tl_answers_dialog_new (GtkWindow  *parent,
                       TlReview   *review,
                       const char *copy_path)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent) && TL_IS_REVIEW (review) && copy_path != NULL, NULL);

  TlAnswersDialog *self = g_object_new (TL_TYPE_ANSWERS_DIALOG, "transient-for", parent, "modal", TRUE,
                                        "destroy-with-parent", TRUE, NULL);

  self->review = g_object_ref (review);
  tl_phrase_bind (self, "title", review, _("{Of_the_owner} Answers"));
  self->job = tl_answers_job_new (copy_path, tl_record_get_id (tl_review_get_subject (review)));
  self->tell = g_timeout_add (TELL_MS, tell_cb, self);
  tl_answers_job_run_async (self->job, self->cancellable, read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

/* Asking for the copy */

/* What is asked for, while the person chooses. */
typedef struct {
  GtkWindow *parent;
  TlReview  *review;
} Asking;

static void
copy_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Asking *asking = user_data;
  g_autoptr (GtkWindow) parent = asking->parent;
  g_autoptr (TlReview) review = asking->review;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path != NULL)
    gtk_window_present (GTK_WINDOW (tl_answers_dialog_new (parent, review, path)));
}

/**
 * tl_answers_dialog_take:
 * @parent: a window of @review
 * @review: a review
 *
 * Asks for the board's copy and shows what the board wrote in it.
 */
void
tl_answers_dialog_take (GtkWindow *parent,
                        TlReview  *review)
{
  g_return_if_fail (GTK_IS_WINDOW (parent) && TL_IS_REVIEW (review));

  Asking *asking = g_new (Asking, 1);

  *asking = (Asking) { g_object_ref (parent), g_object_ref (review) };
  tl_file_chooser_open_async (parent, _("The Copy That Came Back"), TL_FILE_REVIEW, copy_chosen_cb, asking);
}
