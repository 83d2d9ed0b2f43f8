/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is selected in a window. */
#include "config.h"

#include <glib/gstdio.h>

#include "model/review/tl-edit.h"
#include "model/review/tl-history.h"
#include "model/review/tl-review-file.h"
#include "tests/temporary.h"
#include "ui/widgets/tl-selection.h"

typedef struct {
  char *path;
  TlReview *review;
  TlSelection *selection;
  char *ids[3];
  guint n_changed;
} Fixture;

static void
changed_cb (TlSelection *selection,
            Fixture     *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->path = make_path ("selection.throughline");
  tl_review_create_titled (fixture->path, 0, "A case", "learning-together", "england_2010", &error);
  g_assert_no_error (error);
  fixture->review = tl_review_open (fixture->path, TL_REVIEW_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  TlEdit *edit = tl_edit_begin (fixture->review, "Begin", &error);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->ids); i++)
    fixture->ids[i] = tl_edit_add (edit, "factor", NULL, &error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  fixture->selection = tl_selection_new (fixture->review);
  g_signal_connect (fixture->selection, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->selection);
  g_assert_finalize_object (fixture->review);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->ids); i++)
    g_free (fixture->ids[i]);
  g_free (fixture->path);
}

static void
remove_record (Fixture    *fixture,
               const char *id)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (fixture->review, "Remove", &error);

  g_assert_true (tl_edit_remove (edit, id, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
test_last_is_primary (Fixture      *fixture,
                      gconstpointer data)
{
  g_assert_null (tl_selection_get_primary (fixture->selection));
  tl_selection_set_one (fixture->selection, fixture->ids[0]);
  tl_selection_add (fixture->selection, fixture->ids[1]);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  g_assert_cmpstr (tl_record_get_id (tl_selection_get_primary (fixture->selection)), ==, fixture->ids[1]);

  tl_selection_add (fixture->selection, tl_selection_get_id (fixture->selection, 0));
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, fixture->ids[0]);
  tl_selection_toggle (fixture->selection, fixture->ids[0]);
  g_assert_false (tl_selection_contains (fixture->selection, fixture->ids[0]));
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, fixture->ids[1]);
}

static void
test_says_only_what_changed (Fixture      *fixture,
                             gconstpointer data)
{
  tl_selection_set_one (fixture->selection, fixture->ids[0]);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  tl_selection_set_one (fixture->selection, fixture->ids[0]);
  tl_selection_add (fixture->selection, fixture->ids[0]);
  tl_selection_remove (fixture->selection, fixture->ids[2]);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  tl_selection_clear (fixture->selection);
  tl_selection_clear (fixture->selection);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static void
test_unknown_is_left_out (Fixture      *fixture,
                          gconstpointer data)
{
  const char *unknown = "00000000-0000-4000-8000-000000000000";
  const char *ids[] = { fixture->ids[0], unknown, fixture->ids[2], fixture->ids[0], NULL };

  tl_selection_set_many (fixture->selection, ids);
  g_assert_cmpuint (tl_selection_get_n (fixture->selection), ==, 2);
  g_assert_cmpstr (tl_selection_get_primary_id (fixture->selection), ==, fixture->ids[2]);
}

static void
test_gone_is_forgotten (Fixture      *fixture,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;

  tl_selection_set_one (fixture->selection, fixture->ids[0]);
  tl_selection_add (fixture->selection, fixture->ids[1]);
  remove_record (fixture, fixture->ids[1]);
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  ids = tl_selection_dup_ids (fixture->selection);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, fixture->ids[0]);

  tl_review_undo (fixture->review, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tl_selection_contains (fixture->selection, fixture->ids[1]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/selection/what-was-selected-last-is-the-primary-one", Fixture, NULL, set_up, test_last_is_primary,
              tear_down);
  g_test_add ("/selection/says-changed-only-when-it-did", Fixture, NULL, set_up, test_says_only_what_changed,
              tear_down);
  g_test_add ("/selection/what-is-not-in-the-review-is-left-out", Fixture, NULL, set_up, test_unknown_is_left_out,
              tear_down);
  g_test_add ("/selection/a-record-that-goes-is-forgotten", Fixture, NULL, set_up, test_gone_is_forgotten, tear_down);

  return g_test_run ();
}
