/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules about evidence, findings and what will not leave, each where it speaks and where it is silent. */
#include "config.h"

#include "tests/checks-case.h"

/* Evidence */

static const char *
add_extract (Case       *self,
             const char *type,
             const char *date,
             const char *known_from)
{
  const char *source = add (self, "source", "title", "a source", "type", type, NULL);
  const char *extract = add (self, "extract", "source", source, "quotation", "words", NULL);

  if (date != NULL)
    set (self, source, "date", date);
  if (known_from != NULL)
    set (self, extract, "known_from", known_from);
  return extract;
}

static void
add_support (Case       *self,
             const char *extract,
             const char *claim,
             const char *stance)
{
  add (self, "support", "extract", extract, "target", claim, "stance", stance, NULL);
}

static void
a_factor_that_rests_on_nothing_is_asked_about (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "frontline");
  const char *told = add_factor (self, "sickness", "condition", "frontline");
  const char *event = add (self, "event", "title", "a visit", NULL);
  assert_speaks (self, "E1", factor, TL_SEVERITY_QUERY, "workload");
  add_support (self, add_extract (self, "record", NULL, NULL), factor, "against");
  assert_speaks (self, "E1", factor, TL_SEVERITY_QUERY, "workload");
  add_support (self, add_extract (self, "record", NULL, NULL), factor, "for");
  assert_silent (self, "E1", factor);
  set (self, told, "accounts", add (self, "account", "event", event, "saw", "a queue", NULL));
  assert_silent (self, "E1", told);
}

static void
a_link_that_rests_on_nothing_is_asked_about (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *link = add_link (self, add_factor (self, "workload", "condition", "frontline"),
                               add_factor (self, "sickness", "condition", "frontline"));
  assert_speaks (self, "E2", link, TL_SEVERITY_ADVICE, "“workload” → “sickness”");
  set (self, link, "state", "supported");
  assert_silent (self, "E2", link);
  assert_speaks (self, "E3", link, TL_SEVERITY_QUERY, "called supported");
  set (self, link, "rationale", "they were tired");
  assert_silent (self, "E3", link);
  set (self, link, "state", "asserted");
  assert_silent (self, "E2", link);
  set (self, link, "rationale", NULL);
  assert_speaks (self, "E2", link, TL_SEVERITY_ADVICE, "neither an extract");
  add_support (self, add_extract (self, "record", NULL, NULL), link, "for");
  assert_silent (self, "E2", link);
  set (self, link, "state", "supported");
  assert_silent (self, "E3", link);
}

static void
what_became_known_only_later_is_told_and_partial_dates_stay_honest (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "bruises were seen", "condition", "frontline");
  const char *extract = add_extract (self, "record", "2010-06", NULL);

  add_support (self, extract, factor, "for");
  assert_silent (self, "E4", factor);
  set (self, subject (self), "index_event", "2010-05-17");
  assert_speaks (self, "E4", factor, TL_SEVERITY_QUERY, "17 May 2010");
  set (self, factor, "known_from", "2010");
  assert_silent (self, "E4", factor);
  set (self, factor, "known_from", "2010-05");
  assert_speaks (self, "E4", factor, TL_SEVERITY_QUERY, "May 2010");
  set (self, extract, "known_from", "2010-04");
  assert_silent (self, "E4", factor);

  set (self, extract, "known_from", "2011");
  add_support (self, add_extract (self, "conversation", "2012-01-01", NULL), factor, "for");
  assert_silent (self, "E4", factor);
}

static void
an_appraisal_by_what_came_to_light_afterwards_is_told (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *event = add (self, "event", "title", "An injury", "date", "2010-04", NULL);
  const char *episode = add (self, "episode", "title", "Spring", "start", "2010-04", "finish", "2010-05", NULL);
  const char *account = add (self, "account", "event", event, "known_from", "2010-06-01", NULL);

  set (self, episode, "events", event);
  assert_silent (self, "E6", episode);
  set (self, episode, "appraisal", "Nobody looked.");
  assert_speaks (self, "E6", episode, TL_SEVERITY_QUERY, "after its end (May 2010)");
  set (self, account, "known_from", "[2010-05..2010-06]");
  assert_silent (self, "E6", episode);
  set (self, account, "known_from", "2010-06");
  assert_speaks (self, "E6", episode, TL_SEVERITY_QUERY, "Spring");
  add (self, "account", "event", event, "known_from", "2010-05", NULL);
  assert_silent (self, "E6", episode);
}

static void
evidence_against_what_is_held_asks_for_a_word (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "frontline");
  const char *link = add_link (self, factor, add_factor (self, "sickness", "condition", "frontline"));
  const char *extract = add_extract (self, "record", NULL, NULL);

  set (self, link, "state", "asserted");
  set (self, factor, "certainty", "certain");
  assert_silent (self, "E5", link);
  assert_silent (self, "E5", factor);
  add_support (self, extract, link, "against");
  add_support (self, extract, factor, "against");
  assert_speaks (self, "E5", link, TL_SEVERITY_QUERY, "evidence against");
  assert_speaks (self, "E5", factor, TL_SEVERITY_QUERY, "certain");
  set (self, link, "state", "contested");
  set (self, factor, "dissent", "One of us sees it differently.");
  assert_silent (self, "E5", link);
  assert_silent (self, "E5", factor);
}

/* Findings */

static void
a_finding_is_asked_for_its_questions_and_its_ground (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  g_autoptr (Case) other = case_new ("accimap");
  const char *finding = add (self, "finding", "statement", "Forms crowd out talk.", "in_case", "Three times.",
                             "underlying", "It is the form.", "prevalence", "Everywhere.", NULL);
  assert_speaks (self, "F1", finding, TL_SEVERITY_QUERY, "“What does it mean for the reliability of the system?”");
  assert_speaks (self, "F2", finding, TL_SEVERITY_QUERY, "Forms crowd out talk.");
  assert_speaks (self, "F3", finding, TL_SEVERITY_QUERY, "Forms crowd out talk.");

  set (self, finding, "reliability", "Less is seen.");
  add (self, "board_question", "finding", finding, "text", "What would free time?", NULL);
  set (self, finding, "factors", add_factor (self, "the form", "condition", "frontline"));
  assert_silent (self, "F1", finding);
  assert_silent (self, "F2", finding);
  assert_silent (self, "F3", finding);

  finding = add (other, "finding", "statement", "Forms crowd out talk.", NULL);
  assert_silent (other, "F1", finding);
  assert_silent (other, "F2", finding);
  assert_speaks (other, "F3", finding, TL_SEVERITY_QUERY, "names no factor");
}

/* Exchange */

static void
release_field (Case       *self,
               const char *id,
               const char *field)
{
  g_autoptr (GError) error = NULL;
  TlEdit *edit = tl_edit_begin (self->review, NULL, &error);

  tl_edit_release (edit, id, field, TL_TIER_LEARNING, &error);
  g_assert_no_error (error);
  g_free (tl_edit_commit (edit, &error));
  g_assert_no_error (error);
}

static void
texts_that_stay_are_counted_in_one_sentence (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  assert_silent (self, "X1", NULL);
  const char *a = add_factor (self, "workload", "condition", "frontline");
  const char *b = add_factor (self, "sickness", "condition", "frontline");
  assert_speaks (self, "X1", NULL, TL_SEVERITY_ADVICE, "“Statement” (2)");
  release_field (self, a, "statement");
  assert_speaks (self, "X1", NULL, TL_SEVERITY_ADVICE, "“Statement” (1)");
  release_field (self, b, "statement");
  assert_silent (self, "X1", NULL);
  set (self, b, "statement", "much sickness");
  assert_speaks (self, "X1", NULL, TL_SEVERITY_ADVICE, "“Statement” (1)");
}

static void
dates_without_an_index_event_are_counted (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  add (self, "event", "title", "a visit", "date", "2010-05", NULL);
  assert_silent (self, "X2", NULL);
  add (self, "episode", "title", "The visit", "start", "2010-05", "finish", "2010-06", NULL);
  assert_speaks (self, "X2", NULL, TL_SEVERITY_QUERY, "2 dates");
  set (self, subject (self), "index_event", "2010-05-17");
  assert_silent (self, "X2", NULL);
}

static void
what_points_at_somebody_in_a_released_text_is_found (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *name = add_factor (self, "Mrs Quillfeather was tired", "condition", "frontline");
  const char *day = add_factor (self, "closed on 17 May 2010", "condition", "frontline");
  const char *clean = add_factor (self, "few visits", "condition", "frontline");
  const char *contact = add_factor (self, "rang 020 7946 0018 twice", "condition", "frontline");
  add (self, "identity", "name", "Ada Quillfeather", NULL);
  assert_silent (self, "X3", name);
  assert_silent (self, "X4", day);
  release_field (self, name, "statement");
  release_field (self, day, "statement");
  release_field (self, contact, "statement");
  assert_speaks (self, "X8", contact, TL_SEVERITY_QUERY, "7946");
  release_field (self, clean, "statement");
  assert_speaks (self, "X3", name, TL_SEVERITY_QUERY, "Quillfeather");
  assert_speaks (self, "X4", day, TL_SEVERITY_QUERY, "17 May");
  assert_silent (self, "X3", day);
  assert_silent (self, "X4", name);
  assert_silent (self, "X3", clean);
  assert_silent (self, "X4", clean);
  assert_silent (self, "X8", clean);
}

static void
codes_of_an_unknown_typology_are_counted (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "frontline");
  const char *tag = add (self, "tag", "target", factor, "code", "journey-1:UN.1", "scheme_version", "1.0", NULL);
  assert_silent (self, "X5", NULL);
  assert_silent (self, "X7", tag);

  set (self, tag, "scheme_version", "0.3");
  assert_speaks (self, "X5", NULL, TL_SEVERITY_QUERY, "version 0.3");
  set (self, tag, "scheme_version", NULL);
  assert_speaks (self, "X5", NULL, TL_SEVERITY_QUERY, "does not say");
  set (self, tag, "code", "of-tomorrow:1");
  set (self, tag, "scheme_version", "1.0");
  assert_speaks (self, "X5", NULL, TL_SEVERITY_QUERY, "of-tomorrow");
}

/* A typology of one's own, with the codes of one that ships. */
static void
write_typology (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "typologies", "journey-1.rdf",
                                             NULL);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", "typologies", NULL);
  g_autofree char *name = g_strconcat (id, ".rdf", NULL);
  g_autofree char *to = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  g_file_get_contents (from, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) parts = g_strsplit (text, "journey-1", -1);
  g_autofree char *own = g_strjoinv (id, parts);
  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (to, own, -1, &error);
  g_assert_no_error (error);
}

static void
a_code_that_its_typology_does_not_have_is_named (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "frontline");
  const char *good = add (self, "tag", "target", factor, "code", "mine:UN.1", "scheme_version", "1.0", NULL);
  const char *bad = add (self, "tag", "target", factor, "code", "mine:no-such", "scheme_version", "1.0", NULL);
  assert_speaks (self, "X5", NULL, TL_SEVERITY_QUERY, "2 codes");
  write_typology ("mine");
  assert_silent (self, "X5", NULL);
  assert_silent (self, "X7", good);
  assert_speaks (self, "X7", bad, TL_SEVERITY_QUERY, "mine:no-such");
}

static void
year_and_region_are_asked_once_there_is_something (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  assert_silent (self, "X6", NULL);
  add (self, "factor", NULL);
  assert_speaks (self, "X6", NULL, TL_SEVERITY_ADVICE, "neither");
  set (self, subject (self), "year", "2010");
  assert_speaks (self, "X6", NULL, TL_SEVERITY_ADVICE, "region");
  set (self, subject (self), "region", "wales");
  assert_silent (self, "X6", NULL);
}

static void
a_key_of_another_method_is_named (void)
{
  g_autoptr (Case) self = case_new ("learning-together");
  const char *factor = add_factor (self, "workload", "condition", "frontline");
  assert_silent (self, "X7", factor);
  set (self, subject (self), "method", "why-because");
  assert_speaks (self, "X7", factor, TL_SEVERITY_QUERY, "frontline");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/checks/a-factor-that-rests-on-nothing-is-asked-about",
                   a_factor_that_rests_on_nothing_is_asked_about);
  g_test_add_func ("/checks/a-link-that-rests-on-nothing-is-asked-about", a_link_that_rests_on_nothing_is_asked_about);
  g_test_add_func ("/checks/what-became-known-only-later-is-told-and-partial-dates-stay-honest",
                   what_became_known_only_later_is_told_and_partial_dates_stay_honest);
  g_test_add_func ("/checks/an-appraisal-by-what-came-to-light-afterwards-is-told",
                   an_appraisal_by_what_came_to_light_afterwards_is_told);
  g_test_add_func ("/checks/evidence-against-what-is-held-asks-for-a-word",
                   evidence_against_what_is_held_asks_for_a_word);
  g_test_add_func ("/checks/a-finding-is-asked-for-its-questions-and-its-ground",
                   a_finding_is_asked_for_its_questions_and_its_ground);
  g_test_add_func ("/checks/texts-that-stay-are-counted-in-one-sentence", texts_that_stay_are_counted_in_one_sentence);
  g_test_add_func ("/checks/dates-without-an-index-event-are-counted", dates_without_an_index_event_are_counted);
  g_test_add_func ("/checks/what-points-at-somebody-in-a-released-text-is-found",
                   what_points_at_somebody_in_a_released_text_is_found);
  g_test_add_func ("/checks/codes-of-an-unknown-typology-are-counted", codes_of_an_unknown_typology_are_counted);
  g_test_add_func ("/checks/a-code-that-its-typology-does-not-have-is-named",
                   a_code_that_its_typology_does_not_have_is_named);
  g_test_add_func ("/checks/year-and-region-are-asked-once-there-is-something",
                   year_and_region_are_asked_once_there_is_something);
  g_test_add_func ("/checks/a-key-of-another-method-is-named", a_key_of_another_method_is_named);

  return g_test_run ();
}
