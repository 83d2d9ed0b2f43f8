/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the checks point out in the window: advice set aside with a reason, shown again on demand and listed again. */
#include "config.h"

#include "model/checks/tl-check-list.h"
#include "model/review/tl-history.h"
#include "tests/review-case.h"
#include "tests/window-case.h"
#include "ui/checks/tl-check-row.h"
#include "ui/checks/tl-checks-view.h"

typedef struct {
  char     *path;
  TlReview *review;
} Fixture;

/* A factor that nothing explains. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->review = open_new (&fixture->path);
  g_free (add_factor (fixture->review, "workload"));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->review);
  g_free (fixture->path);
}

static void
set_one_aside (Fixture     *fixture,
               TlCheckList *checks)
{
  g_autoptr (GtkWidget) row = g_object_ref_sink (tl_check_row_new (fixture->review));
  g_autoptr (TlCheckProblem) problem = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; problem == NULL && i < tl_check_list_get_n_problems (checks); i++)
    {
      g_autoptr (TlCheckProblem) each = g_list_model_get_item (G_LIST_MODEL (checks), i);

      if (tl_check_problem_get_can_set_aside (each))
        problem = g_steal_pointer (&each);
    }
  g_assert_nonnull (problem);
  tl_check_row_set_problem (TL_CHECK_ROW (row), problem);
  g_assert_true (tl_check_row_set_aside (TL_CHECK_ROW (row), "it is so by design", &error));
  g_assert_no_error (error);
}

static void
advice_is_set_aside_with_a_reason (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (TlCheckList) checks = tl_check_list_new (fixture->review);
  guint before;

  WAIT_UNTIL (tl_check_list_get_n_problems (checks) > 0);
  before = tl_check_list_get_n_problems (checks);
  set_one_aside (fixture, checks);
  WAIT_UNTIL (tl_check_list_get_n_problems (checks) < before);

  TlRecordList *dismissals = tl_review_get_list (fixture->review, "dismissal");
  g_assert_cmpuint (tl_record_list_get_n (dismissals), ==, 1);
  g_assert_cmpstr (tl_record_get_text (tl_record_list_get (dismissals, 0), "reason"), ==, "it is so by design");
  g_assert_true (tl_review_undo (fixture->review, NULL, NULL, NULL));
  WAIT_UNTIL (tl_check_list_get_n_problems (checks) == before);
}

static TlCheckProblem *
find_set_aside (TlCheckList *checks)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checks)); i++)
    {
      g_autoptr (TlCheckProblem) problem = g_list_model_get_item (G_LIST_MODEL (checks), i);

      if (tl_check_problem_get_dismissed (problem))
        return g_steal_pointer (&problem);
    }
  return NULL;
}

/* Shown on demand only, with the reason, and from there it comes back without an undo. */
static void
what_was_set_aside_can_be_listed_again (Fixture      *fixture,
                                             gconstpointer data)
{
  g_autoptr (TlCheckList) checks = tl_check_list_new (fixture->review);
  g_autoptr (GtkWidget) view = g_object_ref_sink (tl_checks_view_new (checks));
  g_autoptr (GtkWidget) row = g_object_ref_sink (tl_check_row_new (fixture->review));
  GtkWidget *button = find_within (view, GTK_TYPE_CHECK_BUTTON);
  guint before;

  WAIT_UNTIL (tl_check_list_get_n_problems (checks) > 0);
  before = tl_check_list_get_n_problems (checks);
  g_assert_false (gtk_widget_get_visible (button));
  set_one_aside (fixture, checks);
  WAIT_UNTIL (tl_check_list_get_n_set_aside (checks) == 1);
  g_assert_null (find_set_aside (checks));
  g_assert_cmpstr (gtk_check_button_get_label (GTK_CHECK_BUTTON (button)), ==, "Show what was set aside (1)");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  WAIT_UNTIL (g_list_model_get_n_items (G_LIST_MODEL (checks)) == before);
  g_assert_cmpuint (tl_check_list_get_n_problems (checks), ==, before - 1);

  g_autoptr (TlCheckProblem) problem = find_set_aside (checks);

  tl_check_row_set_problem (TL_CHECK_ROW (row), problem);
  g_assert_true (says (row, "Set aside: it is so by design"));
  g_signal_emit_by_name (find_button (row, "List Again"), "clicked");
  WAIT_UNTIL (tl_check_list_get_n_problems (checks) == before);
  g_assert_cmpuint (tl_check_list_get_n_set_aside (checks), ==, 0);
  g_assert_false (gtk_widget_get_visible (button));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/checks-view/advice-is-set-aside-with-a-reason", advice_is_set_aside_with_a_reason);
  CASE ("/checks-view/what-was-set-aside-can-be-listed-again", what_was_set_aside_can_be_listed_again);
  return g_test_run ();
}
