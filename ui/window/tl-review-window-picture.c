/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes on paper, as actions of the window: a picture in a file, a print, a report. On the board's page what is
 * read there is printed. */
#include "config.h"

#include "ui/window/tl-review-window-private.h"

#include <glib/gi18n.h>

#include "ui/dialogs/tl-picture-dialog.h"
#include "ui/dialogs/tl-graph-print.h"
#include "ui/dialogs/tl-report-dialog.h"
#include "ui/widgets/tl-opening.h"

/* Of what is selected, what the graph has a place for. */
static GStrv
dup_selected (TlReviewWindow *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < tl_selection_get_n (self->selection); i++)
    {
      const char *id = tl_selection_get_id (self->selection, i);
      TlRecord *record = tl_review_lookup (self->review, id);

      if (record != NULL && (tl_record_is (record, "factor") || tl_record_is (record, "link")))
        g_ptr_array_add (ids, g_strdup (id));
    }
  g_ptr_array_add (ids, NULL);
  return (GStrv) g_ptr_array_free (ids, FALSE);
}

/* Says that @file is there, and offers to open @what of it. */
static void
tell_of_file (TlReviewWindow *self,
              GFile          *file,
              const char     *label,
              GFile          *what)
{
  g_autofree char *uri = what != NULL ? g_file_get_uri (what) : NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *sentence = g_strdup_printf (_("Exported “%s”"), name);
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (uri != NULL)
    {
      adw_toast_set_button_label (toast, label);
      adw_toast_set_action_name (toast, "win.open-uri");
      adw_toast_set_action_target (toast, "s", uri);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
exported_cb (TlReviewWindow *self,
             GFile          *file)
{
  g_autoptr (GFile) parent = g_file_get_parent (file);

  tell_of_file (self, file, _("Open Folder"), parent);
}

static void
reported_cb (TlReviewWindow *self,
             GFile          *file)
{
  tell_of_file (self, file, _("Open"), file);
}

static void
export_picture (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  g_auto (GStrv) ids = dup_selected (self);
  GtkWidget *dialog;

  _tl_review_window_flush (self);
  dialog = tl_picture_dialog_new (GTK_WINDOW (self), self->review, (const char *const *) ids);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
make_report (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  GtkWidget *dialog;

  _tl_review_window_flush (self);
  dialog = tl_report_dialog_new (GTK_WINDOW (self), self->review);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (reported_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlReviewWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!tl_print_job_run_finish (TL_PRINT_JOB (source), result, &error) && error != NULL && self->review != NULL)
    _tl_review_window_report (self, error->message, FALSE);
}

static void
print (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  TlReviewWindow *self = TL_REVIEW_WINDOW (widget);
  g_auto (GStrv) ids = dup_selected (self);
  g_autoptr (TlPrintJob) job = NULL;

  _tl_review_window_flush (self);
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->board))
    {
      tl_board_page_print (self->board);
      return;
    }
  job = tl_graph_print_new (self->review, (const char *const *) ids);
  tl_print_job_run_async (job, GTK_WINDOW (self), NULL, printed_cb, g_object_ref (self));
}

void
_tl_review_window_install_picture_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.export-picture", NULL, export_picture);
  gtk_widget_class_install_action (klass, "win.print", NULL, print);
  gtk_widget_class_install_action (klass, "win.make-report", NULL, make_report);
  tl_opening_install (klass);
}
