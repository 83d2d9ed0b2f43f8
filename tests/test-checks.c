/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The checks as a whole: the table of rules, order, advice set aside, the list that follows a review, and samples. */
#include "config.h"

#include "model/base/tl-data.h"
#include "model/checks/tl-check-list.h"
#include "model/exchange/tl-import.h"
#include "model/review/tl-history.h"
#include "tests/checks-case.h"

#define MANY 1000

static void
every_rule_has_a_code_and_a_name_of_its_own_and_explains_itself (void)
{
  guint n;
  const TlCheckRule *rules = tl_check_rules_get (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_ascii_isupper (rules[i].code[0]));
      g_assert_true (tl_check_rule_lookup (rules[i].code) == &rules[i]);
      g_assert_true (tl_check_rule_lookup (rules[i].name) == &rules[i]);
      g_assert_true (g_str_has_suffix (rules[i].explanation, "."));
      g_assert_cmpuint (strlen (rules[i].title), >, 0);
    }
  g_assert_null (tl_check_rule_lookup ("S99"));
  g_assert_null (tl_check_rule_lookup (NULL));
}

/* Dismissals written under these codes and names are in files. */
static void
codes_and_names_stay_what_they_are (void)
{
  static const char *const published[][2] = {
    { "S1", "acyclic" }, { "S2", "outcome_reached" }, { "S3", "unexplained" }, { "S4", "level_order" },
    { "S5", "top_level_expected" }, { "S6", "ends_at_person" }, { "S7", "duplicate_link" }, { "S8", "self_link" },
    { "S9", "level_missing" }, { "S10", "sign_required" }, { "S11", "method_unknown" },
    { "E1", "evidence_expected" }, { "E2", "link_ground" }, { "E3", "supported_by_nothing" },
    { "E4", "known_only_later" }, { "E5", "contradicted" }, { "E6", "appraised_later" }, { "M1", "event_without_why" },
    { "M2", "rationality_required" }, { "M3", "link_test_required" }, { "M4", "test_not_passed" },
    { "M5", "completeness_required" }, { "F1", "finding_questions" }, { "F2", "finding_board_question" },
    { "F3", "finding_ground" },
    { "F4", "finding_one_source" }, { "F5", "finding_individual" }, { "F6", "finding_mechanism" },
    { "F7", "answer_echo" }, { "F8", "action_path" }, { "X1", "not_released" }, { "X2", "no_index_event" },
    { "X3", "name_in_released" }, { "X4", "day_in_released" }, { "X5", "typology_version" }, { "X6", "year_region" },
    { "X7", "key_unknown" }, { "X8", "contact_in_released" }, { "E7", "figure_bare" }, { "E8", "figure_individual" },
    { "G1", "accreditation_lapsed" }, { "G2", "accreditation_method" }, { "G3", "reviewer_conflict" },
    { "G4", "acronym_unexplained" },
  };
  guint n;

  tl_check_rules_get (&n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (published));
  for (guint i = 0; i < n; i++)
    {
      g_assert_nonnull (tl_check_rule_lookup (published[i][0]));
      g_assert_true (tl_check_rule_lookup (published[i][0]) == tl_check_rule_lookup (published[i][1]));
    }
}

static void
an_empty_review_has_nothing_said_about_it (void)
{
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);

  for (guint i = 0; i < methods->len; i++)
    {
      g_autoptr (Case) self = case_new (tl_method_get_id (g_ptr_array_index (methods, i)));
      g_autoptr (GPtrArray) problems = tl_checks_run (self->review);

      g_assert_cmpuint (problems->len, ==, 0);
    }
}

/* By severity, then rule, then what the record is called. */
static void
the_order_is_the_same_every_time (void)
{
  g_autoptr (Case) self = case_new ("why-because");
  guint n;
  const TlCheckRule *rules = tl_check_rules_get (&n);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *statement = g_strdup_printf ("factor %02u", (i * 7) % 20);
      add_factor (self, statement, "condition", "context");
    }
  g_autoptr (GPtrArray) first = tl_checks_run (self->review);
  g_assert_cmpuint (count (first, "M5"), ==, 20);
  case_reopen (self);
  g_autoptr (GPtrArray) second = tl_checks_run (self->review);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    {
      TlCheckProblem *a = g_ptr_array_index (first, i), *b = g_ptr_array_index (second, i);

      g_assert_cmpstr (tl_check_problem_get_message (a), ==, tl_check_problem_get_message (b));
      if (i == 0)
        continue;

      TlCheckProblem *before = g_ptr_array_index (first, i - 1);
      g_assert_cmpint (tl_check_problem_get_severity (before), <=, tl_check_problem_get_severity (a));
      if (tl_check_problem_get_severity (before) != tl_check_problem_get_severity (a))
        continue;
      g_assert_cmpint (tl_check_problem_get_rule (before) - rules, <=, tl_check_problem_get_rule (a) - rules);
      if (tl_check_problem_get_rule (before) == tl_check_problem_get_rule (a))
        g_assert_cmpstr (tl_check_problem_get_message (before), <, tl_check_problem_get_message (a));
    }
}

/* Setting aside */

static void
set_aside (Case           *self,
           TlCheckProblem *problem,
           const char     *reason)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

  g_assert_true (tl_checks_set_aside (edit, problem, reason, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
advice_set_aside_is_left_out_until_it_is_taken_back (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "frontline");
  const char *other = add_factor (self, "sickness", "condition", "frontline");
  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);

  set_aside (self, find (problems, "S3", factor), "Outside the terms of reference.");
  assert_silent (self, "S3", factor);
  assert_speaks (self, "S3", other, TL_SEVERITY_ADVICE, "sickness");
  assert_speaks (self, "E1", factor, TL_SEVERITY_QUERY, "workload");

  g_autoptr (GPtrArray) all = tl_checks_run_with_dismissed (self->review);
  TlCheckProblem *problem = find (all, "S3", factor);
  g_assert_cmpuint (all->len, ==, problems->len);
  g_assert_true (tl_check_problem_get_dismissed (problem));
  g_assert_cmpstr (tl_check_problem_get_reason (problem), ==, "Outside the terms of reference.");

  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_assert_true (tl_checks_take_back (edit, problem, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  assert_speaks (self, "S3", factor, TL_SEVERITY_ADVICE, "workload");
}

static void
a_dismissal_names_a_rule_by_code_or_name_and_the_review_for_the_whole (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "frontline");

  add (self, "dismissal", "rule", "unexplained", "subject", factor, NULL);
  assert_silent (self, "S3", factor);
  add (self, "dismissal", "rule", "top_level_expected", "subject", factor, NULL);
  assert_speaks (self, "S5", NULL, TL_SEVERITY_ADVICE, "level");
  add (self, "dismissal", "rule", "S5", "subject", subject (self), NULL);
  assert_silent (self, "S5", NULL);
  add (self, "dismissal", "rule", "of_tomorrow", "subject", factor, NULL);
  assert_speaks (self, "E1", factor, TL_SEVERITY_QUERY, "workload");
}

static void
an_error_can_not_be_set_aside (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Case) self = case_new ("why-because");
  const char *factor = add_factor (self, "workload", "condition", "context");
  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);
  TlCheckProblem *problem = find (problems, "M5", factor);

  g_assert_false (tl_check_problem_get_can_set_aside (problem));
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_assert_false (tl_checks_set_aside (edit, problem, NULL, &error));
  g_assert_nonnull (error);
  tl_edit_abort (edit);
  add (self, "dismissal", "rule", "M5", "subject", factor, NULL);
  assert_speaks (self, "M5", factor, TL_SEVERITY_ERROR, "suffice");
}

/* The list */

static void
count_notify (guint *n)
{
  (*n)++;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
the_list_follows_the_review_once_for_many_changes (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (TlCheckList) list = tl_check_list_new (self->review);
  guint n_changes = 0;

  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (count_notify), &n_changes);
  add_factor (self, "workload", "condition", "frontline");
  add_factor (self, "sickness", "condition", "frontline");
  g_assert_cmpuint (n_changes, ==, 0);
  settle ();
  g_assert_cmpuint (n_changes, ==, 1);

  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, problems->len);
  g_assert_cmpuint (tl_check_list_get_n_problems (list), ==, problems->len);

  g_assert_true (tl_review_undo (self->review, NULL, NULL, NULL));
  g_assert_true (tl_review_undo (self->review, NULL, NULL, NULL));
  settle ();
  g_assert_cmpuint (tl_check_list_get_n_problems (list), ==, 0);
}

static void
what_stays_the_same_keeps_its_object_in_the_list (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (TlCheckList) list = tl_check_list_new (self->review);
  const char *factor = add_factor (self, "workload", "condition", "frontline");

  settle ();
  g_autoptr (TlCheckProblem) first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  guint n = tl_check_list_get_n_problems (list);
  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);

  set_aside (self, find (problems, "S3", factor), NULL);
  settle ();
  g_autoptr (TlCheckProblem) again = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (first == again);
  g_assert_cmpuint (tl_check_list_get_n_problems (list), ==, n - 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n - 1);
  g_assert_cmpuint (tl_check_list_get_n_set_aside (list), ==, 1);

  tl_check_list_set_with_dismissed (list, TRUE);
  settle ();
  g_assert_cmpuint (tl_check_list_get_n_problems (list), ==, n - 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n);
}

static void
a_list_that_goes_before_the_main_loop_is_idle_leaves_nothing_behind (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  TlCheckList *list = tl_check_list_new (self->review);

  add_factor (self, "workload", "condition", "frontline");
  g_assert_finalize_object (list);
  settle ();
}

/* Whole reviews */

/* One long chain that closes on itself, as one edit: what walks it must not do so by recursion or from every factor. */
static void
a_thousand_factors_in_one_loop_are_one_problem (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (ids, tl_edit_add (edit, "factor", NULL, &error));
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *link = tl_edit_add (edit, "link", NULL, &error);

      tl_edit_set (edit, link, "cause", g_ptr_array_index (ids, i), &error);
      tl_edit_set (edit, link, "effect", g_ptr_array_index (ids, (i + 1) % MANY), &error);
    }
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);

  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);
  g_assert_cmpuint (count (problems, "S1"), ==, 1);
  g_assert_cmpuint (count (problems, "E1"), ==, MANY);
  g_assert_cmpuint (count (problems, "M3"), ==, 1);
}

static void
import_sample (Case       *self,
               const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples", name, NULL);

  tl_import_xml (path, self->path, NULL, TL_IMPORT_REPLACE, NULL, NULL, &error);
  g_assert_no_error (error);
  case_reopen (self);
}

/* The sample is worth reading because it is not perfect: a few things of several sorts, never a flood. */
static void
the_fictional_sample_gives_a_list_that_can_be_read (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  guint n;

  import_sample (self, "fictional-review.xml");
  tl_check_rules_get (&n);
  g_autoptr (GPtrArray) problems = tl_checks_run (self->review);
  g_autoptr (GPtrArray) all = tl_checks_run_with_dismissed (self->review);
  for (guint i = 0; i < problems->len; i++)
    {
      TlCheckProblem *problem = g_ptr_array_index (problems, i);
      const char *id = tl_check_problem_get_record_id (problem);

      g_test_message ("%s %s", tl_check_problem_get_code (problem), tl_check_problem_get_message (problem));
      g_assert_true (g_str_has_suffix (tl_check_problem_get_message (problem), ".")
                     || g_str_has_suffix (tl_check_problem_get_message (problem), "?"));
      g_assert_true (id == NULL || tl_review_lookup (self->review, id) != NULL);
    }
  g_assert_cmpuint (problems->len, >=, 5);
  g_assert_cmpuint (problems->len, <=, 80);
  g_assert_cmpuint (all->len, ==, problems->len + 1);
  g_assert_cmpuint (count (problems, "X5"), ==, 0);
  g_assert_cmpuint (count (problems, "X7"), ==, 0);
  g_assert_cmpuint (count (problems, "S11"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/checks/every-rule-has-a-code-and-a-name-of-its-own-and-explains-itself",
                   every_rule_has_a_code_and_a_name_of_its_own_and_explains_itself);
  g_test_add_func ("/checks/codes-and-names-stay-what-they-are", codes_and_names_stay_what_they_are);
  g_test_add_func ("/checks/an-empty-review-has-nothing-said-about-it", an_empty_review_has_nothing_said_about_it);
  g_test_add_func ("/checks/the-order-is-the-same-every-time", the_order_is_the_same_every_time);
  g_test_add_func ("/checks/advice-set-aside-is-left-out-until-it-is-taken-back",
                   advice_set_aside_is_left_out_until_it_is_taken_back);
  g_test_add_func ("/checks/a-dismissal-names-a-rule-by-code-or-name-and-the-review-for-the-whole",
                   a_dismissal_names_a_rule_by_code_or_name_and_the_review_for_the_whole);
  g_test_add_func ("/checks/an-error-can-not-be-set-aside", an_error_can_not_be_set_aside);
  g_test_add_func ("/checks/settle", settle);
  g_test_add_func ("/checks/the-list-follows-the-review-once-for-many-changes",
                   the_list_follows_the_review_once_for_many_changes);
  g_test_add_func ("/checks/what-stays-the-same-keeps-its-object-in-the-list",
                   what_stays_the_same_keeps_its_object_in_the_list);
  g_test_add_func ("/checks/a-list-that-goes-before-the-main-loop-is-idle-leaves-nothing-behind",
                   a_list_that_goes_before_the_main_loop_is_idle_leaves_nothing_behind);
  g_test_add_func ("/checks/a-thousand-factors-in-one-loop-are-one-problem",
                   a_thousand_factors_in_one_loop_are_one_problem);
  g_test_add_func ("/checks/the-fictional-sample-gives-a-list-that-can-be-read",
                   the_fictional_sample_gives_a_list_that_can_be_read);

  return g_test_run ();
}
