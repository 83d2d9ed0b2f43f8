/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules about what a finding says and rests on, and about what answers it, each where it speaks and where it is
 * silent. */
#include "config.h"

#include "tests/checks-case.h"

#define STATEMENT "Counting days leads workers to close what is still open."

static const char *
add_finding (Case       *self,
             const char *statement)
{
  return add (self, "finding", "statement", statement, NULL);
}

static const char *
add_voice (Case       *self,
           const char *factor)
{
  const char *source = add (self, "source", "title", "a source", "type", "record", NULL);
  const char *extract = add (self, "extract", "source", source, "quotation", "words", NULL);

  add (self, "support", "extract", extract, "target", factor, "stance", "for", NULL);
  return source;
}

/* What findings rest on */

static void
a_finding_on_one_source_is_asked_who_else_could_tell (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "few visits", "condition", "frontline");
  const char *finding = add_finding (self, STATEMENT);

  assert_silent (self, "F4", finding);
  set (self, finding, "factors", factor);
  assert_speaks (self, "F4", finding, TL_SEVERITY_QUERY, "how do we know");
  const char *source = add_voice (self, factor);
  assert_speaks (self, "F4", finding, TL_SEVERITY_QUERY, "one source");
  const char *extract = add (self, "extract", "source", source, "quotation", "more words", NULL);
  add (self, "support", "extract", extract, "target", factor, "stance", "for", NULL);
  assert_speaks (self, "F4", finding, TL_SEVERITY_QUERY, "one source");
  add_voice (self, factor);
  assert_silent (self, "F4", finding);
}

static void
a_figure_is_a_source_too (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "few visits", "condition", "frontline");
  const char *finding = add (self, "finding", "statement", STATEMENT, "factors", factor, NULL);
  const char *figure = add (self, "figure", "label", "Visits made", "against_factors", factor, NULL);

  assert_speaks (self, "F4", finding, TL_SEVERITY_QUERY, "how do we know");
  assert_speaks (self, "E1", factor, TL_SEVERITY_QUERY, "few visits");
  set (self, factor, "certainty", "certain");
  assert_speaks (self, "E5", factor, TL_SEVERITY_QUERY, "evidence against");
  set (self, figure, "for_factors", factor);
  set (self, figure, "against_factors", NULL);
  assert_silent (self, "E1", factor);
  assert_silent (self, "E5", factor);
  assert_speaks (self, "F4", finding, TL_SEVERITY_QUERY, "one source");
  add (self, "figure", "label", "Visits asked for", "for_findings", finding, NULL);
  assert_silent (self, "F4", finding);
}

static void
evidence_for_a_finding_is_followed_through_patterns_and_links (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *cause = add_factor (self, "few posts", "condition", "frontline");
  const char *effect = add_factor (self, "few visits", "condition", "frontline");
  const char *pattern = add (self, "pattern", "title", "Thin cover", NULL);
  const char *finding = add_finding (self, STATEMENT);
  const char *link = add_link (self, cause, effect);

  set (self, pattern, "factors", cause);
  set (self, finding, "patterns", pattern);
  set (self, finding, "factors", effect);
  add_voice (self, cause);
  assert_speaks (self, "F4", finding, TL_SEVERITY_QUERY, "one source");
  add_voice (self, link);
  assert_silent (self, "F4", finding);
}

/* What findings say */

static void
a_finding_that_names_one_person_is_asked_about_anybody_else (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *finding = add_finding (self, STATEMENT);
  const char *worker = add (self, "role", "label", "Social worker 2", "function", "practitioner", NULL);

  add (self, "role", "label", "Mother", "function", "family", NULL);
  add (self, "identity", "name", "Ada Quillfeather", "subject", worker, NULL);
  assert_silent (self, "F5", finding);
  set (self, finding, "in_case", "Then social worker 2 closed it.");
  assert_speaks (self, "F5", finding, TL_SEVERITY_QUERY, "“social worker 2”");
  assert_speaks (self, "F5", finding, TL_SEVERITY_QUERY, "How did the issue feature");
  set (self, finding, "in_case", "Then Ms Quillfeather closed it.");
  assert_speaks (self, "F5", finding, TL_SEVERITY_QUERY, "Quillfeather");
  set (self, finding, "in_case", "That week, Mother rang twice.");
  assert_speaks (self, "F5", finding, TL_SEVERITY_QUERY, "“Mother”");
  set (self, finding, "in_case", "Three visits were made.");
  set (self, finding, "reliability", "As with the midwife 3, whom nobody here lists.");
  assert_speaks (self, "F5", finding, TL_SEVERITY_QUERY, "“midwife 3”");
}

static void
callings_and_agencies_are_not_one_person (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *agency = add (self, "agency", "label", "Community trust", NULL);
  const char *finding = add_finding (self, "When a social worker goes, families tell Quillfeather House nothing.");

  add (self, "role", "label", "Mother", "function", "family", NULL);
  add (self, "role", "label", "Health visitor 1", "function", "practitioner", NULL);
  add (self, "identity", "name", "Quillfeather House", "subject", agency, NULL);
  set (self, finding, "in_case",
       "Mother’s milk was asked about, and a mother who was tired said so to a health visitor. Each social worker 2 "
       "days a week; of midwives 3 in 10.");
  assert_silent (self, "F5", finding);
}

static void
a_statement_without_a_mechanism_is_asked_what_leads_to_what (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *finding = add (self, "finding", "number", "1", NULL);

  assert_silent (self, "F6", finding);
  set (self, finding, "statement", "Information was not shared.");
  assert_speaks (self, "F6", finding, TL_SEVERITY_ADVICE, "what leads to what");
  set (self, finding, "statement", STATEMENT);
  assert_silent (self, "F6", finding);
}

/* What answers findings */

static void
an_answer_that_turns_a_factor_round_is_told_of (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *late = add_factor (self, "Assessments were late", "condition", "frontline");
  const char *finding = add_finding (self, STATEMENT);
  const char *answer = add (self, "recommendation", "text", "Ensure that assessments are timely.", NULL);
  const char *response = add (self, "response", "to", finding, NULL);
  const char *action = add (self, "action", "response", response, "text", "Complete assessments on time.", NULL);

  assert_speaks (self, "F7", answer, TL_SEVERITY_QUERY, "“Assessments were late”");
  assert_speaks (self, "F7", action, TL_SEVERITY_QUERY, "What about the work");
  set (self, answer, "text", "Ask workers what gets in the way of an assessment.");
  set (self, action, "text", "Pilot a rota that leaves two workers a day without new families.");
  assert_silent (self, "F7", answer);
  assert_silent (self, "F7", action);

  set (self, answer, "text", "Ensure that assessments are timely.");
  set (self, answer, "finding", finding);
  set (self, finding, "factors", add_factor (self, "few posts", "condition", "frontline"));
  assert_silent (self, "F7", answer);
  set (self, finding, "factors", late);
  assert_speaks (self, "F7", answer, TL_SEVERITY_QUERY, "“assessments”");
}

static void
an_action_leads_to_what_the_finding_came_from (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *cause = add_factor (self, "few posts", "condition", "frontline");
  const char *middle = add_factor (self, "few visits", "condition", "frontline");
  const char *effect = add_factor (self, "little is seen", "condition", "frontline");
  const char *finding = add_finding (self, STATEMENT);
  const char *question = add (self, "board_question", "finding", finding, "text", "What would free time?", NULL);
  const char *response = add (self, "response", "to", question, NULL);
  const char *action = add (self, "action", "response", response, "text", "Two more posts are paid for.", NULL);

  assert_speaks (self, "F8", action, TL_SEVERITY_QUERY, "names no factor");
  set (self, action, "weakens", cause);
  assert_silent (self, "F8", action);
  set (self, finding, "factors", effect);
  assert_speaks (self, "F8", action, TL_SEVERITY_QUERY, "no path leads");
  add_link (self, cause, middle);
  const char *link = add_link (self, middle, effect);
  assert_silent (self, "F8", action);
  set (self, link, "state", "rejected");
  assert_speaks (self, "F8", action, TL_SEVERITY_QUERY, "no path leads");
  set (self, action, "weakens", effect);
  assert_silent (self, "F8", action);
  set (self, finding, "factors", middle);
  set (self, link, "state", "asserted");
  assert_silent (self, "F8", action);
}

/* Local figures */

static void
a_figure_is_asked_for_what_it_was_counted_among (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *figure = add (self, "figure", "label", "Calls without a reply", NULL);

  assert_silent (self, "E7", figure);
  set (self, figure, "value", "41");
  assert_speaks (self, "E7", figure, TL_SEVERITY_QUERY, "“Out of what” · “Period” · “Where it comes from”");
  set (self, figure, "base", "60 contacts");
  set (self, figure, "period", "2011");
  assert_speaks (self, "E7", figure, TL_SEVERITY_QUERY, "out: “Where it comes from”");
  set (self, figure, "source", "audit of the duty team");
  assert_silent (self, "E7", figure);
}

static void
a_figure_leaves_with_all_that_belongs_to_it (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (GError) error = NULL;
  static const char *const fields[] = { "value", "label", "base", "period", "source", "caveat" };
  const char *figure = add (self, "figure", "label", "Calls without a reply", "value", "41", "base", "60 contacts",
                            "period", "2011", "source", "an audit", "caveat", "Schools only.", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

      tl_edit_release (edit, figure, fields[i], TL_TIER_LEARNING, &error);
      g_free (tl_edit_commit (edit, &error));
      g_assert_no_error (error);
      if (i == 0)
        assert_speaks (self, "E7", figure, TL_SEVERITY_QUERY, "“Out of what” · “Period”");
    }
  assert_silent (self, "E7", figure);
  set (self, figure, "caveat", "Schools only, in one term.");
  assert_speaks (self, "E7", figure, TL_SEVERITY_QUERY, "without “What it doesn’t say”");
}

static void
a_figure_speaks_of_nobody (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *figure = add (self, "figure", "label", "Calls taken by social workers", "value", "2", NULL);

  assert_silent (self, "E8", figure);
  set (self, figure, "caveat", "Most were taken by social worker 2.");
  assert_speaks (self, "E8", figure, TL_SEVERITY_QUERY, "“social worker 2”");
}

/* The profile */

/* In Scotland a finding is a learning point; what braces a reviewer types stay as they are. */
static void
sentences_speak_in_the_words_of_the_profile (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *finding = add_finding (self, "{finding}s are counted");
  g_autoptr (GPtrArray) problems = NULL;
  TlCheckProblem *problem;

  set (self, subject (self), "profile", "scotland");
  problems = tl_checks_run (self->review);
  problem = find (problems, "F3", finding);
  g_assert_cmpstr (tl_check_problem_get_message (problem), ==,
                   "The learning point “{finding}s are counted” names no factor, pattern or path that it came from "
                   "yet.");
  g_assert_cmpstr (tl_check_problem_get_title (problem), ==, "A learning point with nothing behind it");
  g_assert_nonnull (strstr (tl_check_problem_get_explanation (problem), "follows a learning point back"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/checks/a-finding-on-one-source-is-asked-who-else-could-tell",
                   a_finding_on_one_source_is_asked_who_else_could_tell);
  g_test_add_func ("/checks/a-figure-is-a-source-too", a_figure_is_a_source_too);
  g_test_add_func ("/checks/evidence-for-a-finding-is-followed-through-patterns-and-links",
                   evidence_for_a_finding_is_followed_through_patterns_and_links);
  g_test_add_func ("/checks/a-finding-that-names-one-person-is-asked-about-anybody-else",
                   a_finding_that_names_one_person_is_asked_about_anybody_else);
  g_test_add_func ("/checks/callings-and-agencies-are-not-one-person", callings_and_agencies_are_not_one_person);
  g_test_add_func ("/checks/a-statement-without-a-mechanism-is-asked-what-leads-to-what",
                   a_statement_without_a_mechanism_is_asked_what_leads_to_what);
  g_test_add_func ("/checks/an-answer-that-turns-a-factor-round-is-told-of",
                   an_answer_that_turns_a_factor_round_is_told_of);
  g_test_add_func ("/checks/an-action-leads-to-what-the-finding-came-from",
                   an_action_leads_to_what_the_finding_came_from);
  g_test_add_func ("/checks/a-figure-is-asked-for-what-it-was-counted-among",
                   a_figure_is_asked_for_what_it_was_counted_among);
  g_test_add_func ("/checks/a-figure-leaves-with-all-that-belongs-to-it", a_figure_leaves_with_all_that_belongs_to_it);
  g_test_add_func ("/checks/a-figure-speaks-of-nobody", a_figure_speaks_of_nobody);
  g_test_add_func ("/checks/sentences-speak-in-the-words-of-the-profile", sentences_speak_in_the_words_of_the_profile);

  return g_test_run ();
}
