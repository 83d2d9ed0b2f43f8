/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page of a library's window on which it says what it holds and how it came by it: numbers, receipts, withdrawals,
 * folders that are watched, and the quarantine, also when it is crowded. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/library/tl-watch.h"
#include "model/library/tl-withdrawal.h"
#include "tests/library-window-case.h"
#include "ui/library/tl-holdings-view.h"
#include "ui/library/tl-noted-list.h"
#include "ui/library/tl-receipt-view.h"
#include "ui/widgets/tl-bar.h"

#define N_RECORDS 12
#define N_BROKEN 500

typedef LibraryWindowCase Fixture;

static void
open_window (Fixture *fixture)
{
  library_window_case_open (fixture, N_RECORDS);
  tl_library_window_show_page (fixture->window, "records");
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const TlGenerateOptions options = { .n_records = N_RECORDS, .seed = 3 };

  library_case_set_up (&fixture->library, &options);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  library_window_case_tear_down (fixture);
}

/* The list of that name on the page. */
static GtkWidget *
show_part (Fixture    *fixture,
           const char *name)
{
  GtkStack *stack = GTK_STACK (gtk_widget_get_ancestor (find_within (GTK_WIDGET (fixture->window->records),
                                                                     TL_TYPE_HOLDINGS_VIEW), GTK_TYPE_STACK));

  tl_records_page_show_part (fixture->window->records, name);
  return gtk_stack_get_child_by_name (stack, name);
}

static void
do_action (Fixture    *fixture,
           const char *action,
           const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s", target));
}

static void
the_summary_withholds_small_counts_by_the_switch (Fixture      *fixture,
                                                  gconstpointer data)
{
  open_window (fixture);

  GtkWidget *summary = show_part (fixture, "summary");
  GtkWidget *internal = find_within (summary, GTK_TYPE_CHECK_BUTTON);

  g_assert_true (says (summary, "12 reviews of "));
  g_assert_true (says (summary, "withheld for confidentiality"));
  g_assert_true (gtk_widget_has_css_class (find_within (summary, TL_TYPE_BAR), "withheld"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (internal), TRUE);
  g_assert_true (says (summary, "Nothing is withheld"));
  g_assert_false (gtk_widget_has_css_class (find_within (summary, TL_TYPE_BAR), "withheld"));

  TlAnswerTerms terms;

  tl_question_get_terms (fixture->window->question, &terms);
  g_assert_true (terms.internal);
  tl_question_set_internal (fixture->window->question, FALSE);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (internal)));
  g_assert_true (gtk_widget_has_css_class (find_within (summary, TL_TYPE_BAR), "withheld"));
}

/* Receipts */

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_print_job_run_finish (TL_PRINT_JOB (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
a_receipt_of_the_past_is_read_and_printed (Fixture      *fixture,
                                           gconstpointer data)
{
  g_autofree char *broken = g_build_filename (fixture->library.records, "minutes.xml", NULL);
  g_autofree char *pdf = g_build_filename (fixture->library.folder, "receipt.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  gboolean done = FALSE;

  g_assert_true (g_file_set_contents (broken, "<minutes/>", -1, NULL));
  library_case_gather (&fixture->library);
  open_window (fixture);

  GtkWidget *part = show_part (fixture, "receipts");
  GtkWidget *list = find_within (part, GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 2);
  g_assert_true (says (part, "Choose a gathering"));
  WAIT_UNTIL (says (list, "12 added") && says (list, "12 unchanged, 1 quarantined"));
  gtk_selection_model_select_item (model, 1, TRUE);
  WAIT_UNTIL (tl_records_page_get_receipt (fixture->window->records) == 1);
  gtk_selection_model_select_item (model, 0, TRUE);
  WAIT_UNTIL (tl_records_page_get_receipt (fixture->window->records) == 2);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_within (part, GTK_TYPE_TEXT_VIEW)));

  g_object_get (buffer, "text", &text, NULL);
  g_assert_nonnull (strstr (text, "minutes.xml"));
  g_assert_nonnull (strstr (text, "Line 1"));

  /* What is read stays while the library changes; the one of the first gathering has the rules. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-receipt", "x", G_GINT64_CONSTANT (1));
  WAIT_UNTIL (tl_records_page_get_receipt (fixture->window->records) == 1);
  g_free (text);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_nonnull (strstr (text, "What the rules say"));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, 1);
  library_case_gather (&fixture->library);
  _tl_library_window_read_contents (fixture->window);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (model)) == 3);
  g_assert_cmpint (tl_records_page_get_receipt (fixture->window->records), ==, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model)), ==, 2);

  g_autoptr (TlPrintJob) job = _tl_library_window_new_print (fixture->window, 2);

  tl_print_job_export_to (job, pdf);
  tl_print_job_run_async (job, NULL, NULL, printed_cb, &done);
  WAIT_UNTIL (done);
  g_assert_true (g_file_get_contents (pdf, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF"));
}

/* Withdrawals */

static void
what_was_withdrawn_is_listed_and_allowed_again (Fixture      *fixture,
                                                gconstpointer data)
{
  g_autoptr (GListModel) records = tl_library_list (fixture->library.library, FALSE, NULL);
  g_autoptr (TlLibraryRecord) record = g_list_model_get_item (records, 0);
  const char *review = tl_library_record_get_id (record);
  const char *paths[] = { fixture->library.records, NULL };

  open_window (fixture);

  GtkWidget *list = show_part (fixture, "withdrawn");

  g_assert_true (says (list, "Nothing Was Withdrawn"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.withdraw", "(ss)", review,
                                             "The board asked for it"));
  WAIT_UNTIL (fixture->window->n_records == N_RECORDS - 1);
  WAIT_UNTIL (says (list, review) && says (list, "The board asked for it") && says (list, "Its files are left out"));

  do_action (fixture, "win.readmit-record", review);
  WAIT_UNTIL (says (list, "Allowed again since") && fixture->window->adding == NULL);
  tl_library_window_add (fixture->window, paths);
  WAIT_UNTIL (fixture->window->n_records == N_RECORDS);
  WAIT_UNTIL (fixture->window->adding == NULL);

  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (windows); i-- > 0;)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        gtk_window_destroy (window);
    }
}

/* Folders */

static void
folders_are_watched_looked_in_and_let_go (Fixture      *fixture,
                                          gconstpointer data)
{
  g_autofree char *inbox = g_build_filename (fixture->library.folder, "inbox", NULL);
  g_autofree char *stick = g_build_filename (fixture->library.folder, "stick", NULL);
  g_autofree char *inner = g_build_filename (inbox, "october", NULL);
  g_autofree char *uri = g_filename_to_uri (stick, NULL, NULL);

  g_assert_no_errno (g_mkdir_with_parents (inner, 0700));
  g_assert_no_errno (g_mkdir (stick, 0700));
  g_assert_true (tl_library_watch (fixture->library.library, inbox, NULL));
  g_assert_true (tl_library_watch (fixture->library.library, stick, NULL));
  g_assert_no_errno (g_rmdir (stick));
  open_window (fixture);

  GtkWidget *list = show_part (fixture, "watched");

  WAIT_UNTIL (says (list, inbox) && says (list, "can’t be read now"));
  WAIT_UNTIL (tl_folder_watch_get_n (fixture->window->watch) == 2);
  WAIT_UNTIL (fixture->window->adding == NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.look-now", NULL);
  WAIT_UNTIL (says (GTK_WIDGET (fixture->window->toasts), "Nothing is new"));
  do_action (fixture, "win.unwatch-folder", uri);
  WAIT_UNTIL (!says (list, "can’t be read now"));
  g_assert_true (says (list, inbox));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static GPtrArray *
make_watched (const char *path)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_watched_free);
  TlWatched *folder = g_new0 (TlWatched, 1);

  *folder = (TlWatched) { .path = g_strdup (path), .reachable = TRUE };
  g_ptr_array_add (folders, folder);
  return folders;
}

static void
a_file_in_a_folder_that_came_later_is_noticed (void)
{
  g_autofree char *top = make_temporary ();
  g_autofree char *inner = g_build_filename (top, "october", NULL);
  g_autofree char *file = g_build_filename (inner, "a.xml", NULL);
  g_autoptr (TlFolderWatch) watch = tl_folder_watch_new (10, 20);
  g_autoptr (GPtrArray) folders = make_watched (top);
  guint rested = 0, before;

  g_signal_connect_swapped (watch, "rested", G_CALLBACK (count_cb), &rested);
  tl_folder_watch_set_folders (watch, folders);
  WAIT_UNTIL (tl_folder_watch_get_n (watch) == 1);
  g_assert_cmpuint (rested, ==, 0);
  g_assert_no_errno (g_mkdir (inner, 0700));
  WAIT_UNTIL (rested > 0 && tl_folder_watch_get_n (watch) == 2);
  before = rested;
  g_assert_true (g_file_set_contents (file, "<minutes/>", -1, NULL));
  WAIT_UNTIL (rested > before);
  g_assert_null (tl_folder_watch_dup_unseen (watch));
}

static void
more_folders_than_can_be_watched_are_said (void)
{
  g_autofree char *top = make_temporary ();
  g_autoptr (TlFolderWatch) watch = tl_folder_watch_new (3, 20);
  g_autoptr (GPtrArray) folders = make_watched (top);
  g_autofree char *unseen = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s/%u/deep", top, i);

      g_assert_no_errno (g_mkdir_with_parents (inner, 0700));
    }
  tl_folder_watch_set_folders (watch, folders);
  WAIT_UNTIL (tl_folder_watch_get_n (watch) == 3);
  unseen = tl_folder_watch_dup_unseen (watch);
  g_assert_nonnull (strstr (unseen, "3 are"));
}

/* Quarantine */

static void
a_crowded_quarantine_can_be_gone_about (Fixture      *fixture,
                                        gconstpointer data)
{
  g_autofree char *last = g_strdup_printf ("%s/minutes-%03u.xml", fixture->library.records, N_BROKEN - 1);

  for (guint i = 0; i < N_BROKEN; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/minutes-%03u.xml", fixture->library.records, i);

      g_assert_true (g_file_set_contents (path, i % 2 == 0 ? "<minutes/>" : "<minutes", -1, NULL));
    }
  library_case_gather (&fixture->library);
  open_window (fixture);

  GtkWidget *part = show_part (fixture, "quarantine");
  GtkWidget *list = find_within (part, GTK_TYPE_LIST_VIEW);
  GListModel *lines = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
  GtkWidget *words = find_within (part, GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (says (GTK_WIDGET (fixture->window->records), "Quarantine (500)"));
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, N_BROKEN);
  WAIT_UNTIL (says (list, "minutes-000.xml"));
  g_assert_true (gtk_widget_get_visible (words));
  gtk_editable_set_text (GTK_EDITABLE (words), "MINUTES-499");
  WAIT_UNTIL (g_list_model_get_n_items (lines) == 1);
  WAIT_UNTIL (says (list, "minutes-499.xml"));
  gtk_editable_set_text (GTK_EDITABLE (words), "nothing of the kind");
  WAIT_UNTIL (says (part, "No line has these words"));
  gtk_editable_set_text (GTK_EDITABLE (words), "");
  WAIT_UNTIL (g_list_model_get_n_items (lines) == N_BROKEN);

  do_action (fixture, "win.forget-quarantined", last);
  WAIT_UNTIL (g_list_model_get_n_items (lines) == N_BROKEN - 1);
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));
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

  g_test_add_func ("/records-page/a-file-in-a-folder-that-came-later-is-noticed",
                   a_file_in_a_folder_that_came_later_is_noticed);
  g_test_add_func ("/records-page/more-folders-than-can-be-watched-are-said",
                   more_folders_than_can_be_watched_are_said);
#define ADD(name, func) g_test_add ("/records-page/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("the-summary-withholds-small-counts-by-the-switch", the_summary_withholds_small_counts_by_the_switch);
  ADD ("a-receipt-of-the-past-is-read-and-printed", a_receipt_of_the_past_is_read_and_printed);
  ADD ("what-was-withdrawn-is-listed-and-allowed-again", what_was_withdrawn_is_listed_and_allowed_again);
  ADD ("folders-are-watched-looked-in-and-let-go", folders_are_watched_looked_in_and_let_go);
  ADD ("a-crowded-quarantine-can-be-gone-about", a_crowded_quarantine_can_be_gone_about);
#undef ADD
  return g_test_run ();
}
