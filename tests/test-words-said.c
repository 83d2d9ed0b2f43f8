/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The hindsight guard: of whom something is said, by whom, and whether it is. */
#include "config.h"

#include "tests/words-case.h"

static void
where_a_sentence_begins_counts (void)
{
  assert_found ("Had the nurse rung, they would know.", "counterfactual:Had the nurse rung@1:1");
  assert_found ("It was safe, had they known.", "counterfactual:had they known@1:14");
  assert_found ("On Monday had the nurse rung.", "");
  assert_found ("It was Monday. Had the nurse rung, would they have known? She had.", "");
  assert_found ("Nobody had the flat repaired.", "");
  assert_found ("They wondered if the nurse had rung.", "");
}

static void
who_is_spoken_of_counts (void)
{
  assert_found ("The social worker ignored the call.", "blame:ignored@1:19");
  assert_found ("The toddler ignored the call.", "");
  assert_found ("Social worker 2 overlooked it.", "blame:overlooked@1:17");
  assert_found ("Mr Ashgrove misread the note.", "blame:misread@1:13");
  assert_found ("The boiler failed to start; the agency failed to act.", "counterfactual:failed to@1:40");
}

/* However far off the subject is, and whichever way the sentence is built. */
static void
the_subject_is_found_in_its_clause (void)
{
  assert_found ("The social worker from the long-term team in Leeds overlooked it.", "blame:overlooked@1:52");
  assert_found ("The nurse who saw the baby overlooked it.", "blame:overlooked@1:28");
  assert_found ("The GP, who knew the mother, overlooked it.", "blame:overlooked@1:30");
  assert_found ("The nurse saw the baby and overlooked it.", "blame:overlooked@1:28");
  assert_found ("The mother told the nurse and overlooked it.", "");
  assert_found ("The mother of the social worker’s friend overlooked it.", "");
  assert_found ("The mother said that she had failed to ring.", "");
  assert_found ("The nurse said nothing, and then she failed to ring.", "counterfactual:failed to@1:38");
}

/* “The child was never asked” is not what the child did. */
static void
the_passive_is_not_the_doer (void)
{
  assert_found ("The child was never asked.", "counterfactual:was never asked@1:11");
  assert_found ("The calls were ignored by the neighbours.", "");
  assert_found ("The calls were ignored by the team.", "normative:were ignored@1:11");
}

static void
an_adjective_belongs_to_its_noun (void)
{
  assert_found ("Poor and damp housing, poor school attendance, poor supervision.", "normative:poor@1:48");
  assert_found ("The light was poor and the supervision was poor.", "normative:was poor@1:40");
}

static void
the_people_of_a_review_are_known (void)
{
  static const char *const workers[] = { "Kestrel", "the Burrow", "K", NULL }, *const family[] = { "Big Bird", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (TlWords) words = tl_words_load (NULL);
  g_autofree char *before = find_in (words, "Kestrel overlooked it. The burrow overlooked it.");

  tl_words_set_people (words, workers, family);
  g_autofree char *known = find_in (words, "Kestrel overlooked it. The burrow overlooked it. Big Bird overlooked it.");
  tl_words_set_people (words, none, none);
  g_autofree char *forgotten = find_in (words, "Kestrel overlooked it.");

  g_assert_cmpstr (before, ==, "");
  g_assert_cmpstr (known, ==, "blame:overlooked@1:9|blame:overlooked@1:35");
  g_assert_cmpstr (forgotten, ==, "");
  g_assert_true (tl_words_is_family (words, "Maternal grandmother"));
  g_assert_true (tl_words_is_family (words, "Child A"));
  g_assert_false (tl_words_is_family (words, "Family support worker"));
  g_assert_false (tl_words_is_family (words, ""));
}

/* A duty is held against somebody, as against a plain thing that was not done. */
static void
what_was_neglected_is_a_judgement (void)
{
  assert_found ("They neglected to ask.", "normative:neglected to@1:6");
  assert_found ("The nurse neglected to ask and omitted to ring.",
                "normative:neglected to@1:11|counterfactual:omitted to@1:32");
}

static void
what_the_sentence_explains_is_left_alone (void)
{
  assert_found ("The form has no box for it, so nobody asked.", "");
  assert_found ("She was not asked, because the form has no box for it.", "");
  assert_found ("So many saw it and nobody asked.", "counterfactual:nobody asked@1:20");
  assert_found ("The plan failed to help because nobody asked.",
                "counterfactual:failed to@1:10|counterfactual:nobody asked@1:33");
}

static void
what_is_denied_is_left_alone (void)
{
  assert_found ("Nobody was at fault.", "");
  assert_found ("There was no negligence, and the team was not to blame.", "");
  assert_found ("There was no excuse for it.", "normative:no excuse@1:11");
}

static void
a_denial_reaches_what_it_denies (void)
{
  assert_found ("It was a shortage of beds rather than carelessness.", "");
  assert_found ("The team was far from careless.", "");
  assert_found ("The team was not only careless.", "normative:careless@1:23");
  assert_found ("The decision not to visit was careless.", "normative:was careless@1:27");
  assert_found ("No doubt the recording was careless.", "normative:was careless@1:24");
}

static void
names_and_what_they_have_are_left_alone (void)
{
  assert_found ("She sat on the Missed Opportunities group.", "");
  assert_found ("She lists missed opportunities.", "counterfactual:missed opportunities@1:11");
  assert_found ("The aunt left and Ella could have come.", "");
  assert_found ("The aunt left and Cafcass could have come.", "counterfactual:could have@1:27");
  assert_found ("In her summary Ms D ignored the letter.", "");
  assert_found ("The uncle had a poor command of English.", "");
  assert_found ("The health visitor's carelessness showed.", "blame:visitor's carelessness@1:12");
  assert_found ("The mother's carelessness with money was known.", "");
}

static void
what_others_say_or_think_is_left_alone (void)
{
  assert_found ("The mother felt that the nurse should have rung.", "");
  assert_found ("The nurse should have rung, the grandfather said.", "");
  assert_found ("The nurse was too trusting of what the grandfather said.", "blame:was too trusting@1:11");
  assert_found ("She told the reviewer that she should have rung.", "");
  assert_found ("The panel asked whether it could have been known.", "");
  assert_found ("The review felt that the nurse should have rung.", "counterfactual:should have@1:32");
  assert_found ("The nurse thought it was safe and failed to ring.", "counterfactual:failed to@1:35");
}

static void
the_questions_of_the_method_are_left_alone (void)
{
  assert_found ("Had the letter come, would the visit still have been missed?", "");
  assert_found ("What could they have seen?", "");
  assert_found ("Why did nobody ask?", "counterfactual:Why did nobody@1:1");
}

static void
what_is_put_between_commas_is_passed_over (void)
{
  assert_found ("They should, in my view, have rung.", "counterfactual:should, in my view, have@1:6");
}

static void
what_follows_counts (void)
{
  assert_found ("The form should have a box.", "");
  assert_found ("They should have.", "counterfactual:should have@1:6");
  assert_found ("It should have been asked.", "counterfactual:should have@1:4");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/words/where-a-sentence-begins-counts", where_a_sentence_begins_counts);
  g_test_add_func ("/words/who-is-spoken-of-counts", who_is_spoken_of_counts);
  g_test_add_func ("/words/the-subject-is-found-in-its-clause", the_subject_is_found_in_its_clause);
  g_test_add_func ("/words/the-passive-is-not-the-doer", the_passive_is_not_the_doer);
  g_test_add_func ("/words/an-adjective-belongs-to-its-noun", an_adjective_belongs_to_its_noun);
  g_test_add_func ("/words/the-people-of-a-review-are-known", the_people_of_a_review_are_known);
  g_test_add_func ("/words/what-was-neglected-is-a-judgement", what_was_neglected_is_a_judgement);
  g_test_add_func ("/words/what-the-sentence-explains-is-left-alone", what_the_sentence_explains_is_left_alone);
  g_test_add_func ("/words/what-is-denied-is-left-alone", what_is_denied_is_left_alone);
  g_test_add_func ("/words/a-denial-reaches-what-it-denies", a_denial_reaches_what_it_denies);
  g_test_add_func ("/words/names-and-what-they-have-are-left-alone", names_and_what_they_have_are_left_alone);
  g_test_add_func ("/words/what-others-say-or-think-is-left-alone", what_others_say_or_think_is_left_alone);
  g_test_add_func ("/words/the-questions-of-the-method-are-left-alone", the_questions_of_the_method_are_left_alone);
  g_test_add_func ("/words/what-is-put-between-commas-is-passed-over", what_is_put_between_commas_is_passed_over);
  g_test_add_func ("/words/what-follows-counts", what_follows_counts);

  return g_test_run ();
}
