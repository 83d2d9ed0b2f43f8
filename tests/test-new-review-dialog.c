/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A new review in a place that was chosen: a file that is there gives way to it, but only to a complete one. */
#include "config.h"

#include "model/base/tl-error.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/dialogs/tl-new-review-dialog.h"

/* What a review file says it is called, read past the program. */
static char *
dup_title (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = tl_review_open (path, TL_REVIEW_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return g_strdup (tl_record_get_text (tl_review_get_subject (review), "title"));
}

static gboolean
make_another (const char  *path,
              GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog = g_object_ref_sink (tl_new_review_dialog_new (NULL));
  gboolean made = tl_new_review_dialog_create (TL_NEW_REVIEW_DIALOG (dialog), file, error);

  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  return made;
}

static void
a_file_that_is_there_gives_way (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (open_new (&path));
  g_assert_true (make_another (path, &error));
  g_assert_no_error (error);

  g_autofree char *title = dup_title (path);

  g_assert_cmpstr (title, ==, NULL);
}

/* Somebody writes in it: it must still be there when they have done. */
static void
a_file_that_cannot_give_way_stays (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  g_object_unref (open_new (&path));
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (make_another (path, &error));
  g_assert_error (error, TL_ERROR, TL_ERROR_LOCKED);
  g_assert_cmpint (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  g_autofree char *title = dup_title (path);

  g_assert_cmpstr (title, ==, "A case");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/new-review-dialog/a-file-that-is-there-gives-way", a_file_that_is_there_gives_way);
  g_test_add_func ("/new-review-dialog/a-file-that-cannot-give-way-stays", a_file_that_cannot_give_way_stays);
  return g_test_run ();
}
