/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that makes reports, on a display: what is read in it before anything is written, and what is written. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-report-dialog.h"
#include "ui/dialogs/tl-report-job.h"

typedef struct {
  TlReview *review;
  char     *path;
  GFile    *exported; /* what the dialog said it wrote */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  set_field (fixture->review, tl_record_get_id (tl_review_get_subject (fixture->review)), "summary",
             "A summary that nobody has released.");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_clear_object (&fixture->exported);
  g_free (fixture->path);
}

static gpointer
get_child (TlReportDialog *dialog,
           const char     *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (dialog), TL_TYPE_REPORT_DIALOG, name);

  g_assert_nonnull (child);
  return child;
}

static gboolean
is_ready (TlReportDialog *dialog)
{
  return gtk_widget_get_sensitive (get_child (dialog, "make_button"));
}

static char *
dup_preview (TlReportDialog *dialog)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_child (dialog, "preview"));
  char *text = NULL;

  WAIT_UNTIL (is_ready (dialog));
  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
exported_cb (Fixture *fixture,
             GFile   *file)
{
  g_set_object (&fixture->exported, file);
}

static TlReportDialog *
open_dialog (Fixture *fixture)
{
  TlReportDialog *dialog = TL_REPORT_DIALOG (tl_report_dialog_new (NULL, fixture->review));

  g_signal_connect_swapped (dialog, "exported", G_CALLBACK (exported_cb), fixture);
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_UNTIL (is_ready (dialog));
  return dialog;
}

static void
what_it_will_say_is_there_first (Fixture      *fixture,
                                 gconstpointer data)
{
  TlReportDialog *dialog = open_dialog (fixture);
  g_autofree char *board = dup_preview (dialog);

  g_assert_nonnull (strstr (board, "What the review found"));
  g_assert_nonnull (strstr (board, "A summary that nobody has released."));

  /* A summary is for the public, for whom nothing was released. */
  adw_combo_row_set_selected (get_child (dialog, "kind_row"), 1);
  g_assert_false (is_ready (dialog));

  g_autofree char *summary = dup_preview (dialog);

  g_assert_nonnull (strstr (summary, "Background"));
  g_assert_null (strstr (summary, "A summary that"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
a_report_is_written_as_it_is_chosen (Fixture      *fixture,
                                     gconstpointer data)
{
  TlReportDialog *dialog = open_dialog (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  adw_combo_row_set_selected (get_child (dialog, "format_row"), 1);
  tl_report_dialog_save (dialog, file);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "progress")));
  WAIT_UNTIL (fixture->exported != NULL);
  g_assert_true (g_file_equal (fixture->exported, file));
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
}

static void
a_fault_is_said_and_nothing_written (Fixture      *fixture,
                                     gconstpointer data)
{
  TlReportDialog *dialog = open_dialog (fixture);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/report.html");

  tl_report_dialog_save (dialog, file);
  WAIT_UNTIL (is_ready (dialog));
  g_assert_null (fixture->exported);
  g_assert_nonnull (strstr (gtk_label_get_text (get_child (dialog, "message")), "nowhere"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
closing_cancels (Fixture      *fixture,
                 gconstpointer data)
{
  TlReportDialog *dialog = open_dialog (fixture);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "report.odt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  adw_combo_row_set_selected (get_child (dialog, "format_row"), 2);
  tl_report_dialog_save (dialog, file);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (fixture->exported);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GError **error = user_data;

  g_assert_cmpint (tl_print_job_run_finish (TL_PRINT_JOB (source), result, error), ==, *error == NULL);
  if (*error == NULL)
    *error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_EXISTS, "printed");
}

static void
a_report_is_printed (Fixture      *fixture,
                     gconstpointer data)
{
  const TlReportOptions options = { .kind = TL_REPORT_BOARD };
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "printed.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (TlPrintJob) job = tl_report_job_new_print (fixture->path, TL_TIER_BOARD, &options);
  g_autoptr (TlPrintJob) lost = tl_report_job_new_print ("/nowhere/at/all.throughline", TL_TIER_BOARD, &options);
  g_autoptr (GError) done = NULL;
  g_autoptr (GError) error = NULL;

  tl_print_job_export_to (job, path);
  tl_print_job_run_async (job, NULL, NULL, printed_cb, &done);
  WAIT_UNTIL (done != NULL);
  g_assert_error (done, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));

  /* What can't be made is said, and no dialog opens. */
  tl_print_job_run_async (lost, NULL, NULL, printed_cb, &error);
  WAIT_UNTIL (error != NULL);
  g_assert_error (error, TL_ERROR, TL_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  /* The folders are not isolated: without the data of the system no icon can be read. tests/with-display does. */
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name_, function_) g_test_add ("/report-window/" name_, Fixture, NULL, set_up, function_, tear_down)
  ADD ("what-it-will-say-is-there-first", what_it_will_say_is_there_first);
  ADD ("a-report-is-written-as-it-is-chosen", a_report_is_written_as_it_is_chosen);
  ADD ("a-fault-is-said-and-nothing-written", a_fault_is_said_and_nothing_written);
  ADD ("closing-cancels", closing_cancels);
  ADD ("a-report-is-printed", a_report_is_printed);
  return g_test_run ();
}
