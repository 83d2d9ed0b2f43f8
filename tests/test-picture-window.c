/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialog that exports a picture and the job that prints one, on a display. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-picture-dialog.h"
#include "ui/dialogs/tl-graph-print.h"

typedef struct {
  TlReview *review;
  char     *path;
  char     *workload; /* a factor */
  GFile    *exported; /* what the dialog said it wrote */
  gboolean  done;     /* a print job has ended */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  fixture->workload = add_factor (fixture->review, "Workload");
  g_autofree char *visit = add_factor (fixture->review, "Visit cut short");
  g_autofree char *link = add_link (fixture->review, fixture->workload, visit);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  WAIT_UNTIL (G_OBJECT (fixture->review)->ref_count == 1);
  g_assert_finalize_object (fixture->review);
  g_clear_object (&fixture->exported);
  g_free (fixture->path);
  g_free (fixture->workload);
}

static GObject *
get_child (TlPictureDialog *dialog,
           const char      *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (dialog), TL_TYPE_PICTURE_DIALOG, name);

  g_assert_nonnull (child);
  return child;
}

static gboolean
can_export (TlPictureDialog *dialog)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (get_child (dialog, "export_button")));
}

static void
exported_cb (Fixture *fixture,
             GFile   *file)
{
  g_set_object (&fixture->exported, file);
}

static TlPictureDialog *
open_dialog (Fixture           *fixture,
             const char *const *selected)
{
  TlPictureDialog *dialog = TL_PICTURE_DIALOG (tl_picture_dialog_new (NULL, fixture->review, selected));

  g_signal_connect_swapped (dialog, "exported", G_CALLBACK (exported_cb), fixture);
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_UNTIL (can_export (dialog));
  WAIT_UNTIL (gtk_picture_get_paintable (GTK_PICTURE (get_child (dialog, "preview"))) != NULL);
  return dialog;
}

/* What is in the file once the dialog has written and closed. */
static char *
save (Fixture         *fixture,
      TlPictureDialog *dialog,
      const char      *name)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *text;

  tl_picture_dialog_save (dialog, file);
  WAIT_UNTIL (fixture->exported != NULL);
  g_assert_true (g_file_equal (fixture->exported, file));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
a_picture_of_the_whole_graph_is_written (Fixture      *fixture,
                                         gconstpointer data)
{
  const char *const none[] = { NULL };
  TlPictureDialog *dialog = open_dialog (fixture, none);

  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_child (dialog, "part_row"))));
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (get_child (dialog, "size_label"))), "pixels"));
  g_autofree char *svg = save (fixture, dialog, "whole.svg");
  g_assert_nonnull (strstr (svg, "Workload"));
  g_assert_nonnull (strstr (svg, "Visit cut short"));
}

static void
what_is_selected_can_be_had_alone (Fixture      *fixture,
                                   gconstpointer data)
{
  const char *const selected[] = { fixture->workload, NULL };
  TlPictureDialog *dialog = open_dialog (fixture, selected);

  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, "part_row")), 1);
  g_assert_false (can_export (dialog));
  WAIT_UNTIL (can_export (dialog));
  gtk_switch_set_active (GTK_SWITCH (get_child (dialog, "legend")), FALSE);
  g_autofree char *svg = save (fixture, dialog, "part.svg");
  g_assert_nonnull (strstr (svg, "Workload"));
  g_assert_null (strstr (svg, "Visit cut short"));
  g_assert_null (strstr (svg, "legend"));
}

/* What is selected goes by other ids there, so that the choice is not offered. */
static void
a_picture_for_the_library_shows_no_words (Fixture      *fixture,
                                          gconstpointer data)
{
  const char *const selected[] = { fixture->workload, NULL };
  TlPictureDialog *dialog = open_dialog (fixture, selected);

  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (get_child (dialog, "part_row"))));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, "reader_row")), 1);
  g_assert_false (can_export (dialog));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (get_child (dialog, "part_row"))));
  WAIT_UNTIL (can_export (dialog));
  g_autofree char *svg = save (fixture, dialog, "library.svg");
  g_assert_null (strstr (svg, "Workload"));
  g_assert_null (strstr (svg, "Visit cut short"));
}

static void
sheets_are_counted_before_they_are_made (Fixture      *fixture,
                                         gconstpointer data)
{
  const char *const none[] = { NULL };
  TlPictureDialog *dialog = open_dialog (fixture, none);
  GtkLabel *label = GTK_LABEL (get_child (dialog, "size_label"));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_child (dialog, "paper_row"))));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, "format_row")), 1);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_child (dialog, "paper_row"))));
  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, "paper_row")), 1);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "One sheet of A4");
  gtk_switch_set_active (GTK_SWITCH (get_child (dialog, "tiled")), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_child (dialog, "scale")), 400);
  g_assert_nonnull (strstr (gtk_label_get_text (label), "sheets of A4, and one that shows how they go together"));
  g_autofree char *pdf = save (fixture, dialog, "tiled.pdf");
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
}

static void
too_large_an_image_is_said_and_not_made (Fixture      *fixture,
                                         gconstpointer data)
{
  const char *const none[] = { NULL };
  TlPictureDialog *dialog = open_dialog (fixture, none);
  GtkLabel *message = GTK_LABEL (get_child (dialog, "message"));

  adw_combo_row_set_selected (ADW_COMBO_ROW (get_child (dialog, "format_row")), 2);
  gtk_adjustment_set_upper (gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (get_child (dialog, "scale"))), 9000);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_child (dialog, "scale")), 9000);
  g_assert_false (can_export (dialog));
  g_assert_nonnull (strstr (gtk_label_get_text (message), "largest scale"));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (get_child (dialog, "scale")), 100);
  g_assert_true (can_export (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Closed while workers are at it: nothing is left that anyone waits for. */
static void
closing_ends_what_runs (Fixture      *fixture,
                        gconstpointer data)
{
  const char *const none[] = { NULL };
  GtkWidget *dialog = tl_picture_dialog_new (NULL, fixture->review, none);

  gtk_window_present (GTK_WINDOW (dialog));
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  WAIT_UNTIL (dialog == NULL);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_print_job_run_finish (TL_PRINT_JOB (source), result, &error));
  g_assert_no_error (error);
  fixture->done = TRUE;
}

static void
a_print_can_go_to_a_file (Fixture      *fixture,
                                    gconstpointer data)
{
  const char *const selected[] = { fixture->workload, NULL };
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autofree char *path = g_build_filename (folder, "print.pdf", NULL);
  g_autoptr (TlPrintJob) job = tl_graph_print_new (fixture->review, selected);
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;

  tl_print_job_export_to (job, path);
  tl_print_job_run_async (job, NULL, NULL, printed_cb, fixture);
  WAIT_UNTIL (fixture->done);
  g_file_get_contents (path, &pdf, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
}

int
main (int   argc,
      char *argv[])
{
  /* The folders are not isolated: without the data of the system no icon can be read. tests/with-display does. */
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name, test) g_test_add ("/picture/window/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("a-picture-of-the-whole-graph-is-written", a_picture_of_the_whole_graph_is_written);
  ADD ("what-is-selected-can-be-had-alone", what_is_selected_can_be_had_alone);
  ADD ("a-picture-for-the-library-shows-no-words", a_picture_for_the_library_shows_no_words);
  ADD ("sheets-are-counted-before-they-are-made", sheets_are_counted_before_they_are_made);
  ADD ("too-large-an-image-is-said-and-not-made", too_large_an_image_is_said_and_not_made);
  ADD ("closing-ends-what-runs", closing_ends_what_runs);
  ADD ("a-print-can-go-to-a-file", a_print_can_go_to_a_file);
  return g_test_run ();
}
