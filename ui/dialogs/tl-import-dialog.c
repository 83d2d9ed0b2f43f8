/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents on their way into a review: how far reading them is, with a way to give it up, and then what came of each:
 * what was added, what was left out of it, what was there already, what was refused and why. */
#include "config.h"

#include "ui/dialogs/tl-import-dialog.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-import-job.h"
#include "ui/widgets/tl-report.h"

/* How often it is told how far reading is. */
#define TELL_MS 100

struct _TlImportDialog
{
  AdwWindow parent_instance;

  /* Of the tree of widgets */
  GtkStack           *stack;
  GtkLabel           *label;
  GtkLabel           *file;
  GtkProgressBar     *bar;
  GtkWidget          *button; /* gives up, then closes */
  AdwPreferencesPage *page;

  /* Owned references */
  TlReview     *review;
  TlImportJob  *job;
  GCancellable *cancellable;

  guint tell;
};

G_DEFINE_FINAL_TYPE (TlImportDialog, tl_import_dialog, ADW_TYPE_WINDOW)

/* What came of them */

static void
add_row (AdwPreferencesGroup *group,
         TlImportedFile      *file)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sentence = tl_imported_file_dup_sentence (file);
  g_autoptr (GString) text = g_string_new (sentence);

  if (file->sources->len > 0)
    {
      const TlDocument *document = g_ptr_array_index (file->parts, 0);

      for (guint i = 0; i < document->notes->len; i++)
        g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (document->notes, i));
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), file->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_preferences_group_add (group, row);
}

static gboolean
was_added (TlImportedFile *file)
{
  return file->sources->len > 0;
}

static gboolean
was_known (TlImportedFile *file)
{
  return file->known_as != NULL;
}

static gboolean
was_refused (TlImportedFile *file)
{
  return file->refusal != NULL;
}

static void
add_group (TlImportDialog *self,
           GPtrArray      *files,
           const char     *title,
           gboolean      (*belongs) (TlImportedFile *file))
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      TlImportedFile *file = g_ptr_array_index (files, i);

      if (!belongs (file))
        continue;
      if (group == NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, title);
          adw_preferences_page_add (self->page, group);
        }
      add_row (group, file);
    }
}

/* Nothing that a person would have to know but that it is done. */
static gboolean
is_plain (GPtrArray *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      TlImportedFile *file = g_ptr_array_index (files, i);

      if (!was_added (file) || ((TlDocument *) g_ptr_array_index (file->parts, 0))->notes->len > 0)
        return FALSE;
    }
  return TRUE;
}

/* Whoever says what was done, when this is closed. */
static GtkWidget *
get_reporter (TlImportDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  return parent != NULL ? GTK_WIDGET (parent) : GTK_WIDGET (self);
}

/* One that was brought in alone is what the person wants to read next. */
static void
open_only (TlImportDialog *self,
           GPtrArray      *files)
{
  for (guint i = 0; i < files->len; i++)
    {
      TlImportedFile *file = g_ptr_array_index (files, i);

      if (was_added (file))
        gtk_widget_activate_action (get_reporter (self), "win.reveal", "s", g_ptr_array_index (file->sources, 0));
    }
}

static void
show_files (TlImportDialog *self,
            GPtrArray      *files)
{
  guint n = tl_imported_files_count (files);
  g_autofree char *sentence
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Imported %u document", "Imported %u documents", n), n);

  if (n > 0)
    tl_report_done (get_reporter (self), sentence, TRUE);
  if (n == 1)
    open_only (self, files);
  if (is_plain (files))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  add_group (self, files, _("Refused"), was_refused);
  add_group (self, files, _("In the Review Already"), was_known);
  add_group (self, files, _("Added"), was_added);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->page));
  gtk_button_set_label (GTK_BUTTON (self->button), _("Close"));
  gtk_widget_add_css_class (self->button, "suggested-action");
  gtk_widget_grab_focus (self->button);
}

/* Callbacks */

static gboolean
tell_cb (gpointer data)
{
  TlImportDialog *self = data;
  guint n_done, n_files;
  g_autofree char *name = tl_import_job_get_progress (self->job, &n_done, &n_files);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Reading documents: %u of %u", "Reading documents: %u of %u", n_files), n_done,
      n_files);

  gtk_label_set_text (self->label, text);
  gtk_label_set_text (self->file, name);
  gtk_progress_bar_set_fraction (self->bar, n_files > 0 ? (double) n_done / n_files : 0);
  return G_SOURCE_CONTINUE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (TlImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = tl_import_job_run_finish (TL_IMPORT_JOB (source), result, &error);

  g_clear_handle_id (&self->tell, g_source_remove);
  if (self->review == NULL)
    return;
  if (files != NULL && tl_import_add_documents (self->review, files, &error))
    {
      show_files (self, files);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_report_error (get_reporter (self), error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
button_clicked_cb (TlImportDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* GObject overrides */

static void
tl_import_dialog_dispose (GObject *object)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tell, g_source_remove);
  g_clear_object (&self->review);

  G_OBJECT_CLASS (tl_import_dialog_parent_class)->dispose (object);
}

static void
tl_import_dialog_finalize (GObject *object)
{
  TlImportDialog *self = TL_IMPORT_DIALOG (object);

  g_clear_object (&self->job);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tl_import_dialog_parent_class)->finalize (object);
}

/* What was not added yet is not added any more. */
static gboolean
tl_import_dialog_close_request (GtkWindow *window)
{
  g_cancellable_cancel (TL_IMPORT_DIALOG (window)->cancellable);
  return GTK_WINDOW_CLASS (tl_import_dialog_parent_class)->close_request (window);
}

static void
tl_import_dialog_class_init (TlImportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_import_dialog_close_request;

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_progress (TlImportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL,
                                  -1);
  self->file = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->file, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (GTK_WIDGET (self->file), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->file));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 36);
  gtk_widget_set_margin_end (box, 36);
  return box;
}

static void
tl_import_dialog_init (TlImportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();

  self->cancellable = g_cancellable_new ();
  self->stack = GTK_STACK (gtk_stack_new ());
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  self->button = gtk_button_new_with_label (_("Cancel"));
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (button_clicked_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->button);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_stack_add_child (self->stack, make_progress (self));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->page));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_title (GTK_WINDOW (self), _("Importing Documents"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 420);
}

/**
 * tl_import_dialog_new:
 * @parent: the window of the review
 * @review: a review
 * @paths: documents
 *
 * Begins to read the documents. They are added to the review in one edit when all have been read, unless the dialog was
 * closed before.
 *
 * Returns: (transfer floating): a window, not yet presented
 */
GtkWidget *
tl_import_dialog_new (GtkWindow         *parent,
                      TlReview          *review,
                      const char *const *paths)
{
  g_return_val_if_fail (TL_IS_REVIEW (review) && paths != NULL, NULL);

  TlImportDialog *self = g_object_new (TL_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE,
                                       "destroy-with-parent", TRUE, NULL);

  self->review = g_object_ref (review);
  self->job = tl_import_job_new (paths);
  self->tell = g_timeout_add (TELL_MS, tell_cb, self);
  tell_cb (self);
  tl_import_job_run_async (self->job, self->cancellable, read_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
