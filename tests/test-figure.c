/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Local figures: what they speak for and against, and that none is said without what it was counted among. */
#include "config.h"

#include "model/case/tl-figure.h"
#include "tests/checks-case.h"

static TlRecord *
lookup (Case       *self,
        const char *id)
{
  return tl_review_lookup (self->review, id);
}

static void
a_figure_is_said_with_all_that_belongs_to_it (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *figure = add (self, "figure", "label", "Calls without a reply", NULL);
  g_autofree char *nothing = tl_figure_dup_words (lookup (self, figure));

  g_assert_cmpstr (nothing, ==, "");
  g_assert_null (tl_figure_dup_missing (lookup (self, figure)));
  set (self, figure, "value", "41");
  set (self, figure, "period", "2011");
  g_autofree char *missing = tl_figure_dup_missing (lookup (self, figure));
  g_assert_cmpstr (missing, ==, "“Out of what” · “Where it comes from”");
  set (self, figure, "base", "60 contacts by schools");
  set (self, figure, "source", "audit of the duty team");
  set (self, figure, "caveat", "Schools only.");
  g_autofree char *words = tl_figure_dup_words (lookup (self, figure));
  g_assert_cmpstr (words, ==, "41, out of 60 contacts by schools, 2011; audit of the duty team. Schools only.");
  g_assert_null (tl_figure_dup_missing (lookup (self, figure)));
}

static void
figures_for_a_claim_come_before_those_against_it (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "nobody rings back", "condition", "frontline");
  const char *finding = add (self, "finding", "statement", "Silence is read as action.", NULL);
  const char *against = add (self, "figure", "label", "Calls with a reply", "against_factors", factor, NULL);
  const char *speaks_for = add (self, "figure", "label", "Calls without one", "for_factors", factor, "against_findings",
                                finding, NULL);
  g_autoptr (GPtrArray) of_factor = tl_figure_list_for (self->review, lookup (self, factor));
  g_autoptr (GPtrArray) of_finding = tl_figure_list_for (self->review, lookup (self, finding));

  g_assert_cmpuint (of_factor->len, ==, 2);
  g_assert_true (of_factor->pdata[0] == lookup (self, speaks_for));
  g_assert_true (of_factor->pdata[1] == lookup (self, against));
  g_assert_cmpuint (of_finding->len, ==, 1);
  g_assert_true (tl_figure_is_against (lookup (self, against), lookup (self, factor)));
  g_assert_false (tl_figure_is_against (lookup (self, speaks_for), lookup (self, factor)));
  g_assert_true (tl_figure_is_against (lookup (self, speaks_for), lookup (self, finding)));
}

static void
a_figure_is_added_for_a_claim_and_goes_without_harm_to_it (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (GError) error = NULL;
  const char *finding = add (self, "finding", "statement", "Silence is read as action.", NULL);
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);
  g_autofree char *id = tl_figure_edit_add (edit, lookup (self, finding), &error);

  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_autoptr (GPtrArray) figures = tl_figure_list_for (self->review, lookup (self, finding));
  g_assert_cmpuint (figures->len, ==, 1);
  g_assert_cmpstr (tl_record_get_id (figures->pdata[0]), ==, id);
  g_assert_true (tl_figure_may_support (tl_kind_lookup ("finding")));
  g_assert_false (tl_figure_may_support (tl_kind_lookup ("link")));

  edit = tl_edit_begin (self->review, NULL, &error);
  g_assert_true (tl_edit_remove (edit, finding, &error));
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
  g_assert_nonnull (lookup (self, id));
  g_assert_cmpuint (g_strv_length ((char **) tl_record_get_list (lookup (self, id), "for_findings")), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/figure/a-figure-is-said-with-all-that-belongs-to-it",
                   a_figure_is_said_with_all_that_belongs_to_it);
  g_test_add_func ("/figure/figures-for-a-claim-come-before-those-against-it",
                   figures_for_a_claim_come_before_those_against_it);
  g_test_add_func ("/figure/a-figure-is-added-for-a-claim-and-goes-without-harm-to-it",
                   a_figure_is_added_for_a_claim_and_goes_without_harm_to_it);

  return g_test_run ();
}
