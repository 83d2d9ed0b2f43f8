/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The dialogs that bring documents in and that replace names by roles, on a display. */
#include "config.h"

#include <adwaita.h>
#include <string.h>

#include "model/review/tl-history.h"
#include "review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-import-dialog.h"
#include "ui/dialogs/tl-name-row.h"
#include "ui/dialogs/tl-names-dialog.h"

static guint
count_sources (TlReview *review)
{
  return tl_record_list_get_n (tl_review_get_list (review, "source"));
}

/* The first widget below @widget of which @is_meant says so. */
static GtkWidget *
find (GtkWidget   *widget,
      gboolean   (*is_meant) (GtkWidget *widget, const void *data),
      const void  *data)
{
  if (is_meant (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, is_meant, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_button (GtkWidget  *widget,
           const void *label)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_row_of (GtkWidget  *widget,
           const void *title)
{
  return ADW_IS_ACTION_ROW (widget)
         && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_name_row (GtkWidget  *widget,
             const void *data)
{
  return TL_IS_NAME_ROW (widget) && tl_name_row_get_item (TL_NAME_ROW (widget)) != NULL;
}

static char *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
documents_are_told_of_one_by_one (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *good = write_file (folder, "good.txt", "Text");
  g_autofree char *bad = write_file (folder, "<bad>.rtf", "{\\rtf1}");
  const char *const paths[] = { good, bad, NULL };
  GtkWidget *dialog = tl_import_dialog_new (NULL, review, paths);

  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_UNTIL (count_sources (review) == 1);
  WAIT_UNTIL (find (dialog, is_row_of, "<bad>.rtf") != NULL);

  AdwActionRow *refused = ADW_ACTION_ROW (find (dialog, is_row_of, "<bad>.rtf"));

  g_assert_nonnull (strstr (adw_action_row_get_subtitle (refused), "Rich Text"));
  g_assert_nonnull (find (dialog, is_row_of, "good.txt"));
  g_assert_nonnull (find (dialog, is_button, "Close"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
reveal_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_ptr_array_add (data, g_variant_dup_string (parameter, NULL));
}

/* Brought in from a window, which is asked to show what was brought in alone. */
static void
import_from (GtkWidget         *window,
             TlReview          *review,
             const char *const *paths,
             guint              n_sources)
{
  GtkWidget *dialog = tl_import_dialog_new (GTK_WINDOW (window), review, paths);

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_UNTIL (count_sources (review) == n_sources && dialog == NULL);
}

static void
one_document_alone_is_opened (void)
{
  static const GActionEntry actions[] = { { "reveal", reveal_cb, "s" } };
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *first = write_file (folder, "first.txt", "Text");
  g_autofree char *second = write_file (folder, "second.txt", "Other text");
  g_autofree char *third = write_file (folder, "third.txt", "More text");
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GPtrArray) revealed = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *window = gtk_window_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, G_N_ELEMENTS (actions), revealed);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_present (GTK_WINDOW (window));

  import_from (window, review, (const char *const[]) { first, NULL }, 1);
  g_assert_cmpuint (revealed->len, ==, 1);
  g_assert_cmpstr (revealed->pdata[0], ==,
                   tl_record_get_id (tl_record_list_get (tl_review_get_list (review, "source"), 0)));
  import_from (window, review, (const char *const[]) { second, third, NULL }, 3);
  g_assert_cmpuint (revealed->len, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
closing_before_the_end_adds_nothing (void)
{
  g_autofree char *path = NULL;
  TlReview *review = open_new (&path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *good = write_file (folder, "good.txt", "Text");
  const char *const paths[] = { good, NULL };
  GtkWidget *dialog = tl_import_dialog_new (NULL, review, paths);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
  WAIT_UNTIL (G_OBJECT (review)->ref_count == 1);
  g_assert_cmpuint (count_sources (review), ==, 0);
  g_assert_finalize_object (review);
}

static void
names_are_replaced_when_a_person_says_so (void)
{
  g_autofree char *path = NULL;
  g_autoptr (TlReview) review = open_new (&path);
  g_autofree char *factor = add_factor (review, "Jory Wrelling was not seen");
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  g_autofree char *child = tl_edit_add (edit, "child", NULL, &error);
  g_autofree char *identity = tl_edit_add (edit, "identity", NULL, &error);

  g_assert_true (tl_edit_set (edit, child, "label", "Child A", &error));
  g_assert_true (tl_edit_set (edit, identity, "name", "Jory Wrelling", &error));
  g_assert_true (tl_edit_set (edit, identity, "subject", child, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  GtkWidget *dialog = tl_names_dialog_new (NULL, review);

  gtk_window_present (GTK_WINDOW (dialog));
  WAIT_UNTIL (find (dialog, is_name_row, NULL) != NULL);

  TlNameItem *item = tl_name_row_get_item (TL_NAME_ROW (find (dialog, is_name_row, NULL)));
  GtkWidget *replace = find (dialog, is_button, "Replace");

  g_assert_true (tl_name_item_get_accepted (item));
  g_assert_true (gtk_widget_get_sensitive (replace));
  g_signal_emit_by_name (find (dialog, is_button, "Accept None"), "clicked");
  g_assert_false (tl_name_item_get_accepted (item));
  g_assert_false (gtk_widget_get_sensitive (replace));
  g_signal_emit_by_name (find (dialog, is_button, "Accept All"), "clicked");
  g_signal_emit_by_name (replace, "clicked");
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, factor), "statement"), ==, "Child A was not seen");
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, factor), "statement"), ==,
                   "Jory Wrelling was not seen");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    return 77;
  adw_init ();
  g_test_add_func ("/source-dialogs/documents-are-told-of-one-by-one", documents_are_told_of_one_by_one);
  g_test_add_func ("/source-dialogs/one-alone-is-opened", one_document_alone_is_opened);
  g_test_add_func ("/source-dialogs/closing-before-the-end-adds-nothing", closing_before_the_end_adds_nothing);
  g_test_add_func ("/source-dialogs/names-are-replaced-when-a-person-says-so",
                   names_are_replaced_when_a_person_says_so);
  return g_test_run ();
}
