/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The image in memory follows the file, whoever changes it and whenever. */
#include "config.h"

#include <string.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "tests/support/tl-mirror.h"
#include "tests/temporary.h"

static TlReview *
open_new (void)
{
  g_autofree char *path = make_path ("case.throughline");
  g_autoptr (GError) error = NULL;

  tl_review_create_titled (path, 0, "A case", "learning-together", NULL, &error);
  g_assert_no_error (error);
  TlReview *review = tl_review_open (path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  return review;
}

static char *
add_factor (TlReview   *review,
            const char *statement)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (review, NULL, &error);
  char *id = tl_edit_add (edit, "factor", NULL, &error);

  tl_edit_set (edit, id, "statement", statement, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return id;
}

/* Someone else, and what they do as soon as they can. */
typedef struct {
  TlReview   *review;
  const char *id;
  gboolean    done;
} Other;

/* SQLite calls this when a statement has come to its end: for "COMMIT", that is when the file is free again. */
static int
profile_cb (unsigned  event,
            void     *data,
            void     *statement,
            void     *time)
{
  Other *other = data;

  if (other->done || strcmp (sqlite3_sql (statement), "COMMIT") != 0)
    return 0;

  g_autoptr (GError) error = NULL;
  other->done = TRUE;
  TlEdit *edit = tl_edit_begin (other->review, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_edit_remove (edit, other->id, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  return 0;
}

static void
what_another_does_right_after_a_commit_waits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) mine = open_new ();
  g_autoptr (TlReview) theirs = tl_review_open (tl_review_get_path (mine), TL_REVIEW_OPEN_DEFAULT, &error);
  g_autofree char *id = add_factor (mine, "workload");
  Other other = { .review = theirs, .id = id };

  sqlite3_trace_v2 (tl_connection_get_handle (tl_review_get_connection (mine)), SQLITE_TRACE_PROFILE, profile_cb,
                    &other);
  TlEdit *edit = tl_edit_begin (mine, NULL, &error);
  g_assert_true (tl_edit_set (edit, id, "statement", "too much work", &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_true (other.done);

  /* The image is that of my commit, whole, and no mixture. */
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (mine, id), "statement"), ==, "too much work");
  g_assert_true (tl_review_catch_up (mine, &error));
  g_assert_null (tl_review_lookup (mine, id));
  tl_assert_review_is_file (mine);
}

static void
an_id_may_come_back_as_another_kind (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlReview) review = open_new ();
  g_autoptr (TlReview) other = tl_review_open (tl_review_get_path (review), TL_REVIEW_OPEN_DEFAULT, NULL);
  g_autofree char *id = add_factor (review, "workload");

  g_assert_true (tl_review_catch_up (other, &error));
  for (guint i = 0; i < 2; i++)
    {
      TlEdit *edit = tl_edit_begin (review, NULL, &error);

      g_assert_true (tl_edit_remove (edit, id, &error));
      g_free (tl_edit_add (edit, i == 0 ? "agency" : "question", id, &error));
      g_free (tl_edit_commit (edit, &error));
      g_assert_no_error (error);
      g_assert_true (tl_record_is (tl_review_lookup (review, id), i == 0 ? "agency" : "question"));
    }
  g_assert_true (tl_review_catch_up (other, &error));
  g_assert_true (tl_record_is (tl_review_lookup (other, id), "question"));
  g_assert_cmpuint (tl_record_list_get_n (tl_review_get_list (other, "factor")), ==, 0);

  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_true (tl_record_is (tl_review_lookup (review, id), "agency"));
  g_assert_true (tl_review_undo (review, NULL, NULL, &error));
  g_assert_cmpstr (tl_record_get_text (tl_review_lookup (review, id), "statement"), ==, "workload");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/image/what-another-does-right-after-a-commit-waits", what_another_does_right_after_a_commit_waits);
  g_test_add_func ("/image/an-id-may-come-back-as-another-kind", an_id_may_come_back_as_another_kind);
  return g_test_run ();
}
