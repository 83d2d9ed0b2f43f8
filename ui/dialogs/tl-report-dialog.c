/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A report for people: which, as what, for whom and in which words; and what it will say, before anything is written.
 * It is made by a worker, says how far it is and can be cancelled. */
#include "config.h"

#include "ui/dialogs/tl-report-dialog.h"

#include <glib/gi18n.h>

#include "model/base/tl-date.h"
#include "model/review/tl-review-terms.h"
#include "model/terms/tl-terms.h"
#include "ui/dialogs/tl-file-chooser.h"
#include "ui/dialogs/tl-leaving-group.h"
#include "ui/dialogs/tl-report-job.h"
#include "ui/widgets/tl-cancellable.h"

static const struct {
  const char    *title;
  TlReportFormat format;
  TlFilePurpose  purpose;
} formats[] = {
  { N_("A page for any browser (HTML)"), TL_REPORT_HTML, TL_FILE_HTML },
  { N_("Pages to print or to send (PDF)"), TL_REPORT_PDF, TL_FILE_PDF },
  { N_("A text to go on writing (ODT, for LibreOffice and Word)"), TL_REPORT_ODT, TL_FILE_ODT },
};

/* For whom the report is, and what is said about that. */
static const struct {
  const char *title;
  TlTier      tier;
  const char *note;
} readers[] = {
  { N_("{The_owner}"), TL_TIER_BOARD,
    N_("Real names are replaced by roles wherever the review knows them. The rest of the text stands as it was "
       "written: read it before it leaves.") },
  { N_("The public"), TL_TIER_PUBLIC,
    N_("Only what was released for the public, field by field. What was not released is missing, and that is said.") },
  { N_("The national library: de-identified"), TL_TIER_LEARNING,
    N_("Only what was released for the learning record, without names, days and places.") },
};

struct _TlReportDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkWidget      *make_button;
  GtkSpinner     *spinner;
  GtkProgressBar *progress;
  AdwComboRow    *kind_row;
  AdwComboRow    *format_row;
  AdwComboRow    *reader_row;
  AdwComboRow    *terms_row;
  GtkSwitch      *dated;
  GtkLabel       *message;
  TlLeavingGroup *leaving;
  GtkTextView    *preview;

  /* Owned */
  TlReview     *review;
  GPtrArray    *terms;   /* of TlTerms, as in the row */
  GCancellable *reading;
  GCancellable *writing; /* NULL but while a report is written */
  GFile        *target;  /* of that */
};

G_DEFINE_FINAL_TYPE (TlReportDialog, tl_report_dialog, ADW_TYPE_WINDOW)

enum { EXPORTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static guint
get_format (TlReportDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->format_row), G_N_ELEMENTS (formats) - 1);
}

static guint
get_reader (TlReportDialog *self)
{
  return MIN (adw_combo_row_get_selected (self->reader_row), G_N_ELEMENTS (readers) - 1);
}

/* What is chosen; the date is the caller's to free. */
static void
get_options (TlReportDialog   *self,
             TlReportOptions  *options,
             char            **date)
{
  guint terms = adw_combo_row_get_selected (self->terms_row);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  *date = gtk_switch_get_active (self->dated) ? g_date_time_format (now, "%Y-%m-%d") : NULL;
  *options = (TlReportOptions) {
    .kind = (TlReportKind) MIN (adw_combo_row_get_selected (self->kind_row), TL_REPORT_LEARNING),
    .profile = terms < self->terms->len ? tl_terms_get_id (g_ptr_array_index (self->terms, terms)) : NULL,
    .date = *date,
  };
}

static void
show_message (TlReportDialog *self,
              const GError   *error)
{
  gtk_label_set_text (self->message, error != NULL ? error->message : _(readers[get_reader (self)].note));
}

static void
set_writing (TlReportDialog *self,
             gboolean        is_writing)
{
  gtk_spinner_set_spinning (self->spinner, is_writing);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_writing);
  gtk_widget_set_sensitive (self->make_button, !is_writing);
}

/* Callbacks */

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tl_report_job_read_finish (result, &error);

  if (self->review == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_spinner_set_spinning (self->spinner, self->writing != NULL);
  gtk_widget_set_sensitive (self->make_button, text != NULL && self->writing == NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->preview), text != NULL ? text : "", -1);
  show_message (self, error);
}

/* Whoever makes a report even so has read what remains. */
static void
open_changed_cb (TlReportDialog *self)
{
  g_autofree char *remains = tl_leaving_group_dup_remains (self->leaving);

  gtk_button_set_label (GTK_BUTTON (self->make_button), remains != NULL ? _("Make Anyway…") : _("Make Report…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->make_button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  remains != NULL ? remains : "", -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->leaving), remains);
}

static void
choice_changed_cb (TlReportDialog *self)
{
  g_autofree char *date = NULL;
  TlReportOptions options;

  if (self->review == NULL)
    return;
  tl_leaving_group_set_tier (self->leaving, readers[get_reader (self)].tier);
  get_options (self, &options, &date);
  gtk_widget_set_sensitive (self->make_button, FALSE);
  gtk_spinner_set_spinning (self->spinner, TRUE);
  show_message (self, NULL);
  tl_report_job_read_async (tl_review_get_path (self->review), readers[get_reader (self)].tier, &options,
                            tl_cancellable_renew (&self->reading), read_cb, g_object_ref (self));
}

/* Another report is mostly for other people. */
static void
kind_changed_cb (TlReportDialog *self)
{
  TlReportKind kind = (TlReportKind) MIN (adw_combo_row_get_selected (self->kind_row), TL_REPORT_LEARNING);
  guint before = get_reader (self);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].tier == tl_report_kind_get_tier (kind))
      adw_combo_row_set_selected (self->reader_row, i);
  if (get_reader (self) == before)
    choice_changed_cb (self);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  TlReportDialog *self = user_data;

  if (self->review != NULL)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = tl_report_job_write_finish (result, &error);

  if (self->review == NULL)
    return;
  g_clear_object (&self->writing);
  set_writing (self, FALSE);
  if (!done)
    {
      show_message (self, error);
      return;
    }
  g_signal_emit (self, signals[EXPORTED], 0, self->target);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlReportDialog) self = user_data;
  g_autoptr (GFile) file = tl_file_chooser_finish (result, NULL);

  if (file != NULL && self->review != NULL)
    tl_report_dialog_save (self, file);
}

static void
make_clicked_cb (TlReportDialog *self)
{
  g_autofree char *stem = tl_file_chooser_dup_stem (tl_review_get_path (self->review));

  tl_file_chooser_save_async (GTK_WINDOW (self), _("Where to Put the Report"), formats[get_format (self)].purpose, stem,
                              file_chosen_cb, g_object_ref (self));
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlReportDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_print_job_run_finish (TL_PRINT_JOB (source), result, &error) && error != NULL && self->review != NULL)
    show_message (self, error);
}

static void
print_clicked_cb (TlReportDialog *self)
{
  g_autofree char *date = NULL;
  TlReportOptions options;

  get_options (self, &options, &date);

  g_autoptr (TlPrintJob) job
      = tl_report_job_new_print (tl_review_get_path (self->review), readers[get_reader (self)].tier, &options);

  tl_print_job_run_async (job, GTK_WINDOW (self), NULL, printed_cb, g_object_ref (self));
}

static void
cancel_clicked_cb (TlReportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* GObject overrides */

static void
tl_report_dialog_dispose (GObject *object)
{
  TlReportDialog *self = TL_REPORT_DIALOG (object);

  tl_cancellable_stop (&self->reading);
  tl_cancellable_stop (&self->writing);
  g_clear_object (&self->target);
  g_clear_object (&self->review);
  g_clear_pointer (&self->terms, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (tl_report_dialog_parent_class)->dispose (object);
}

static void
tl_report_dialog_class_init (TlReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_report_dialog_dispose;

  /**
   * TlReportDialog::exported:
   * @file: the file that was written
   */
  signals[EXPORTED] = g_signal_new ("exported", TL_TYPE_REPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (TL_TYPE_LEAVING_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/dialogs/tl-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, make_button);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, reader_row);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, terms_row);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, dated);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, message);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, leaving);
  gtk_widget_class_bind_template_child (widget_class, TlReportDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, make_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
set_titles (AdwComboRow   *row,
            GtkStringList *titles)
{
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  g_object_unref (titles);
}

static void
tl_report_dialog_init (TlReportDialog *self)
{
  GtkStringList *kinds = gtk_string_list_new (NULL), *as = gtk_string_list_new (NULL);
  GtkStringList *terms = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->terms = tl_terms_list (NULL);
  for (guint i = 0; i <= TL_REPORT_LEARNING; i++)
    gtk_string_list_append (kinds, tl_report_kind_get_title ((TlReportKind) i));
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_string_list_append (as, _(formats[i].title));
  for (guint i = 0; i < self->terms->len; i++)
    gtk_string_list_append (terms, tl_terms_get_title (g_ptr_array_index (self->terms, i)));
  set_titles (self->kind_row, kinds);
  set_titles (self->format_row, as);
  set_titles (self->terms_row, terms);
}

static void
name_readers (TlReportDialog *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    gtk_string_list_take (titles, tl_review_dup_phrase (self->review, _(readers[i].title)));
  set_titles (self->reader_row, titles);
}

/* The words of the review are those of its report, until another choice is made. */
static void
choose_terms (TlReportDialog *self)
{
  const char *profile = tl_record_get_text (tl_review_get_subject (self->review), "profile");

  for (guint i = 0; i < self->terms->len; i++)
    if (g_strcmp0 (tl_terms_get_id (g_ptr_array_index (self->terms, i)), profile) == 0)
      adw_combo_row_set_selected (self->terms_row, i);
}

/**
 * tl_report_dialog_new:
 * @parent: (nullable): the window that asks
 * @review: the review to report of
 *
 * Returns: (transfer floating): a dialog, not yet presented
 */
GtkWidget *
tl_report_dialog_new (GtkWindow *parent,
                      TlReview  *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlReportDialog *self = g_object_new (TL_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);

  self->review = g_object_ref (review);
  tl_leaving_group_set_review (self->leaving, review);
  g_signal_connect_object (review, "changed", G_CALLBACK (choice_changed_cb), self, G_CONNECT_SWAPPED);
  name_readers (self);
  choose_terms (self);
  kind_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * tl_report_dialog_save:
 * @file: where to
 *
 * Writes the report as it is chosen. Once it is written, #TlReportDialog::exported is emitted and the dialog closes.
 */
void
tl_report_dialog_save (TlReportDialog *self,
                       GFile          *file)
{
  g_return_if_fail (TL_IS_REPORT_DIALOG (self) && G_IS_FILE (file));

  g_autofree char *date = NULL;
  TlReportOptions options;

  get_options (self, &options, &date);
  g_set_object (&self->target, file);
  set_writing (self, TRUE);
  tl_report_job_write_async (tl_review_get_path (self->review), readers[get_reader (self)].tier, &options,
                             formats[get_format (self)].format, file, progress_cb,
                             tl_cancellable_renew (&self->writing), written_cb,
                             g_object_ref (self));
}
