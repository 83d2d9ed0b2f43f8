/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules about the shape of the graph and what it explains, each where it speaks and where it is silent. */
#include "config.h"

#include "tests/checks-case.h"

/* Structure */

static void
a_loop_is_named_by_its_members_where_the_pack_forbids_it (void)
{
  g_autoptr (Case) self = case_new ("accimap");
  g_autoptr (Case) loops = case_new ("causal-loop");
  const char *a = add (self, "factor", "statement", "workload", NULL);
  const char *b = add (self, "factor", "statement", "sickness", NULL);
  const char *c = add (self, "factor", "statement", "vacancies", NULL);
  add_link (self, a, b);
  add_link (self, b, c);
  assert_silent (self, "S1", a);

  const char *back = add_link (self, c, a);
  const char *first = strcmp (a, b) < 0 ? a : b;
  first = strcmp (first, c) < 0 ? first : c;
  assert_speaks (self, "S1", first, TL_SEVERITY_ERROR, "workload");
  assert_speaks (self, "S1", first, TL_SEVERITY_ERROR, "sickness");
  assert_speaks (self, "S1", first, TL_SEVERITY_ERROR, "vacancies");
  set (self, back, "state", "rejected");
  assert_silent (self, "S1", first);

  a = add (loops, "factor", "statement", "workload", NULL);
  b = add (loops, "factor", "statement", "sickness", NULL);
  add_link (loops, a, b);
  add_link (loops, b, a);
  assert_silent (loops, "S1", strcmp (a, b) < 0 ? a : b);
}

static void
two_loops_are_two_problems_and_a_tangle_is_one (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *ids[5];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = add (self, "factor", "statement", "a factor", NULL);
  add_link (self, ids[0], ids[1]);
  add_link (self, ids[1], ids[0]);
  add_link (self, ids[2], ids[3]);
  add_link (self, ids[3], ids[2]);
  add_link (self, ids[0], ids[2]);
  g_autoptr (GPtrArray) two = tl_checks_run (self->review);
  g_assert_cmpuint (count (two, "S1"), ==, 2);
  g_assert_cmpint (tl_check_problem_get_severity (g_ptr_array_index (two, 0)), ==, TL_SEVERITY_QUERY);

  add_link (self, ids[3], ids[4]);
  add_link (self, ids[4], ids[0]);
  g_autoptr (GPtrArray) one = tl_checks_run (self->review);
  g_assert_cmpuint (count (one, "S1"), ==, 1);
}

static void
a_factor_that_leads_nowhere_is_named (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *outcome = add_factor (self, "harm", "outcome", "case");
  const char *near = add_factor (self, "visit cut short", "condition", "frontline");
  const char *far = add_factor (self, "workload", "condition", "local_strategic");
  const char *link = add_link (self, near, outcome);
  add_link (self, far, near);
  assert_silent (self, "S2", far);

  set (self, link, "state", "rejected");
  assert_speaks (self, "S2", near, TL_SEVERITY_QUERY, "visit cut short");
  assert_speaks (self, "S2", far, TL_SEVERITY_QUERY, "workload");
  set (self, near, "episodes", add (self, "episode", "title", "The visit", NULL));
  assert_silent (self, "S2", near);
  assert_silent (self, "S2", far);
}

static void
a_graph_without_outcome_is_told_once (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  assert_silent (self, "S2", NULL);
  const char *factor = add_factor (self, "workload", "condition", "frontline");
  assert_speaks (self, "S2", NULL, TL_SEVERITY_QUERY, "no outcome");
  assert_silent (self, "S2", factor);
}

static void
what_nothing_explains_is_asked_about_below_the_top_level (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *low = add_factor (self, "workload", "condition", "frontline");
  const char *top = add_factor (self, "funding", "condition", "national");
  assert_speaks (self, "S3", low, TL_SEVERITY_ADVICE, "workload");
  assert_silent (self, "S3", top);

  set (self, low, "completeness", "stopped");
  assert_silent (self, "S3", low);
  set (self, low, "completeness", "incomplete");
  assert_speaks (self, "S3", low, TL_SEVERITY_ADVICE, "workload");
  add_link (self, top, low);
  assert_silent (self, "S3", low);
}

static void
a_link_against_the_order_of_levels_is_advice (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *low = add_factor (self, "workload", "condition", "frontline");
  const char *top = add_factor (self, "funding", "condition", "national");
  const char *level = add_factor (self, "sickness", "condition", "frontline");
  assert_silent (self, "S4", add_link (self, top, low));
  assert_silent (self, "S4", add_link (self, low, level));
  assert_speaks (self, "S4", add_link (self, low, top), TL_SEVERITY_ADVICE, "upward from “workload”");
}

static void
an_empty_top_level_is_noticed (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  assert_silent (self, "S5", NULL);
  add_factor (self, "workload", "condition", "frontline");
  assert_speaks (self, "S5", NULL, TL_SEVERITY_ADVICE, "level");
  add_factor (self, "funding", "condition", "national");
  assert_silent (self, "S5", NULL);
}

static void
a_chain_that_ends_at_a_person_asks_for_the_system (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *role = add (self, "role", "label", "Social worker 2", NULL);
  const char *mother = add (self, "role", "label", "Mother", "function", "family", NULL);
  const char *act = add_factor (self, "the visit was put off", "action", "frontline");
  set (self, act, "role", mother);
  assert_silent (self, "S6", act);
  assert_speaks (self, "S3", act, TL_SEVERITY_ADVICE, "put off");

  set (self, act, "role", role);
  assert_speaks (self, "S6", act, TL_SEVERITY_QUERY, "Social worker 2");
  assert_silent (self, "S3", act);
  add_link (self, add_factor (self, "workload", "condition", "frontline"), act);
  assert_silent (self, "S6", act);
}

static void
a_link_that_stands_twice_or_turns_on_itself_is_named (void)
{
  g_autoptr (Case) self = case_new ("causal-loop");
  const char *a = add (self, "factor", "statement", "workload", NULL);
  const char *b = add (self, "factor", "statement", "sickness", NULL);
  const char *first = add_link (self, a, b);
  assert_silent (self, "S7", first);
  const char *second = add_link (self, a, b);
  const char *later = strcmp (first, second) < 0 ? second : first;
  assert_speaks (self, "S7", later, TL_SEVERITY_QUERY, "“workload” → “sickness”");
  set (self, first, "state", "rejected");
  assert_silent (self, "S7", later);

  assert_silent (self, "S8", second);
  const char *self_link = add_link (self, a, a);
  assert_speaks (self, "S8", self_link, TL_SEVERITY_QUERY, "workload");
  assert_silent (self, "S7", self_link);
}

static void
links_that_say_other_things_are_none_that_stand_twice (void)
{
  g_autoptr (Case) self = case_new ("causal-loop");
  const char *a = add (self, "factor", "statement", "workload", NULL);
  const char *b = add (self, "factor", "statement", "sickness", NULL);
  const char *c = add (self, "factor", "statement", "turnover", NULL);
  const char *links[] = { add_link (self, a, b), add_link (self, a, c), add_link (self, b, a), add_link (self, a, b),
                          add_link (self, c, b), add_link (self, a, b) };
  const char *first = strcmp (links[0], links[5]) < 0 ? links[0] : links[5];

  set (self, links[3], "kind", "delayed");
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (i != 0 && i != 5)
      assert_silent (self, "S7", links[i]);
  assert_silent (self, "S7", first);
  assert_speaks (self, "S7", first == links[0] ? links[5] : links[0], TL_SEVERITY_QUERY, "“workload” → “sickness”");
}

static void
a_factor_without_level_is_asked_where_the_pack_has_levels (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (Case) flat = case_new ("causal-loop");
  const char *factor = add (self, "factor", "statement", "workload", NULL);
  assert_speaks (self, "S9", factor, TL_SEVERITY_ADVICE, "workload");
  set (self, factor, "level", "frontline");
  assert_silent (self, "S9", factor);
  assert_silent (flat, "S9", add (flat, "factor", "statement", "workload", NULL));
}

static void
a_sign_is_asked_for_where_the_pack_wants_it (void)
{
  g_autoptr (Case) self = case_new ("causal-loop");
  g_autoptr (Case) other = case_new ("learning-together");
  const char *link = add_link (self, add (self, "factor", NULL), add (self, "factor", NULL));
  assert_speaks (self, "S10", link, TL_SEVERITY_ERROR, "sign");
  set (self, link, "sign", "plus");
  assert_silent (self, "S10", link);
  assert_silent (other, "S10", add_link (other, add (other, "factor", NULL), add (other, "factor", NULL)));
}

static void
an_unknown_method_is_told_and_the_general_rules_go_on (void)
{
  g_autoptr (Case) self = case_new ("of_tomorrow");
  const char *factor = add (self, "factor", "statement", "workload", NULL);
  const char *link = add_link (self, factor, factor);
  assert_speaks (self, "S11", NULL, TL_SEVERITY_QUERY, "of_tomorrow");
  assert_speaks (self, "S8", link, TL_SEVERITY_QUERY, "workload");
  assert_silent (self, "S9", factor);
  set (self, subject (self), "method", NULL);
  assert_speaks (self, "S11", NULL, TL_SEVERITY_QUERY, "No method");
  set (self, subject (self), "method", "learning-together");
  assert_silent (self, "S11", NULL);
}

/* Meaning */

static void
an_event_without_a_why_is_named (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *event = add_factor (self, "the case was closed", "event", "case");
  assert_speaks (self, "M1", event, TL_SEVERITY_QUERY, "the case was closed");
  assert_silent (self, "S3", event);
  add_link (self, add_factor (self, "workload", "condition", "frontline"), event);
  assert_silent (self, "M1", event);
}

static void
an_act_wants_how_it_made_sense_in_itself_or_in_its_episode (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *act = add_factor (self, "the visit was put off", "action", "frontline");
  const char *role = add (self, "role", "label", "Social worker 2", NULL);
  const char *other = add (self, "role", "label", "Health visitor", NULL);
  const char *episode = add (self, "episode", "title", "The visit", NULL);
  const char *rationale = add (self, "rationale", "episode", episode, "role", other, NULL);

  assert_silent (self, "M2", add_factor (self, "workload", "condition", "frontline"));
  set (self, act, "role", role);
  set (self, act, "episodes", episode);
  assert_speaks (self, "M2", act, TL_SEVERITY_QUERY, "put off");
  set (self, rationale, "role", role);
  assert_silent (self, "M2", act);
  set (self, act, "episodes", NULL);
  assert_speaks (self, "M2", act, TL_SEVERITY_QUERY, "put off");
  set (self, act, "rationality", "Another family seemed more urgent.");
  assert_silent (self, "M2", act);
}

static void
links_are_tested_where_the_pack_wants_it (void)
{
  g_autoptr (Case) self = case_new ("why-because");
  g_autoptr (Case) loops = case_new ("causal-loop");
  const char *link = add_link (self, add_factor (self, "workload", "condition", "context"),
                               add_factor (self, "sickness", "condition", "course"));
  assert_speaks (self, "M3", link, TL_SEVERITY_ERROR, "tested");
  set (self, link, "test_answer", "would_have");
  assert_silent (self, "M3", link);
  assert_speaks (self, "M4", link, TL_SEVERITY_QUERY, "anyway");
  set (self, link, "state", "contested");
  assert_silent (self, "M4", link);
  set (self, link, "state", "asserted");
  assert_speaks (self, "M4", link, TL_SEVERITY_QUERY, "anyway");
  set (self, link, "test_answer", "would_not_have");
  assert_silent (self, "M4", link);
  assert_silent (self, "M3", NULL);
  assert_silent (loops, "M3", add_link (loops, add (loops, "factor", NULL), add (loops, "factor", NULL)));
}

static void
untested_links_are_one_sentence_where_the_pack_only_advises_the_test (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *a = add_factor (self, "workload", "condition", "frontline");
  const char *b = add_factor (self, "sickness", "condition", "frontline");
  const char *link = add_link (self, a, b);
  const char *other = add_link (self, a, add_factor (self, "vacancies", "condition", "frontline"));
  assert_speaks (self, "M3", NULL, TL_SEVERITY_ADVICE, "2 of 2 links");
  assert_silent (self, "M3", link);
  set (self, link, "test_answer", "less_likely");
  assert_speaks (self, "M3", NULL, TL_SEVERITY_ADVICE, "1 of 2 links");
  set (self, other, "state", "rejected");
  assert_silent (self, "M3", NULL);
}

static void
completeness_is_asked_where_the_pack_wants_it (void)
{
  g_autoptr (Case) self = case_new ("why-because");
  g_autoptr (Case) other = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "context");
  assert_speaks (self, "M5", factor, TL_SEVERITY_ERROR, "suffice");
  set (self, factor, "completeness", "complete");
  assert_silent (self, "M5", factor);
  set (self, factor, "completeness", "stopped");
  assert_speaks (self, "M5", factor, TL_SEVERITY_ERROR, "reason");
  set (self, factor, "completeness_reason", "Outside the terms of reference.");
  assert_silent (self, "M5", factor);
  assert_silent (other, "M5", add_factor (other, "workload", "condition", "frontline"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/checks/a-loop-is-named-by-its-members-where-the-pack-forbids-it",
                   a_loop_is_named_by_its_members_where_the_pack_forbids_it);
  g_test_add_func ("/checks/two-loops-are-two-problems-and-a-tangle-is-one",
                   two_loops_are_two_problems_and_a_tangle_is_one);
  g_test_add_func ("/checks/a-factor-that-leads-nowhere-is-named", a_factor_that_leads_nowhere_is_named);
  g_test_add_func ("/checks/a-graph-without-outcome-is-told-once", a_graph_without_outcome_is_told_once);
  g_test_add_func ("/checks/what-nothing-explains-is-asked-about-below-the-top-level",
                   what_nothing_explains_is_asked_about_below_the_top_level);
  g_test_add_func ("/checks/a-link-against-the-order-of-levels-is-advice",
                   a_link_against_the_order_of_levels_is_advice);
  g_test_add_func ("/checks/an-empty-top-level-is-noticed", an_empty_top_level_is_noticed);
  g_test_add_func ("/checks/a-chain-that-ends-at-a-person-asks-for-the-system",
                   a_chain_that_ends_at_a_person_asks_for_the_system);
  g_test_add_func ("/checks/a-link-that-stands-twice-or-turns-on-itself-is-named",
                   a_link_that_stands_twice_or_turns_on_itself_is_named);
  g_test_add_func ("/checks/links-that-say-other-things-are-none-that-stand-twice",
                   links_that_say_other_things_are_none_that_stand_twice);
  g_test_add_func ("/checks/a-factor-without-level-is-asked-where-the-pack-has-levels",
                   a_factor_without_level_is_asked_where_the_pack_has_levels);
  g_test_add_func ("/checks/a-sign-is-asked-for-where-the-pack-wants-it", a_sign_is_asked_for_where_the_pack_wants_it);
  g_test_add_func ("/checks/an-unknown-method-is-told-and-the-general-rules-go-on",
                   an_unknown_method_is_told_and_the_general_rules_go_on);
  g_test_add_func ("/checks/an-event-without-a-why-is-named", an_event_without_a_why_is_named);
  g_test_add_func ("/checks/an-act-wants-how-it-made-sense-in-itself-or-in-its-episode",
                   an_act_wants_how_it_made_sense_in_itself_or_in_its_episode);
  g_test_add_func ("/checks/links-are-tested-where-the-pack-wants-it", links_are_tested_where_the_pack_wants_it);
  g_test_add_func ("/checks/untested-links-are-one-sentence-where-the-pack-only-advises-the-test",
                   untested_links_are_one_sentence_where_the_pack_only_advises_the_test);
  g_test_add_func ("/checks/completeness-is-asked-where-the-pack-wants-it",
                   completeness_is_asked_where_the_pack_wants_it);

  return g_test_run ();
}
