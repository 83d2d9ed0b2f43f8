/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The numbered rules, each declared once. A code and a name are kept in dismissals and in files: neither is ever given
 * another meaning, and a new rule takes the next number of its letter. */
#include "config.h"

#include "model/checks/tl-checks.h"
#include "model/checks/tl-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/terms/tl-terms-phrase.h"

#define EVERYWHERE (-1)
#define IN_RECORDS .in_records = TRUE

/* S structure, E evidence, M meaning, F finding, G governance, X exchange; in the order of TlCheckId */
static const TlCheckRule rules[] = {
  { "S1", "acyclic", TL_SEVERITY_QUERY, TL_RULE_ACYCLIC, N_("A loop of causes"),
    N_("In a loop it can’t be told what came first. Often one of its factors stands for two moments and can be "
       "divided."), IN_RECORDS },
  { "S2", "outcome_reached", TL_SEVERITY_QUERY, TL_RULE_OUTCOME_REACHED, N_("Leads to no outcome and no episode"),
    N_("A factor explains something once a chain leads from it to what is to be explained."), IN_RECORDS },
  { "S3", "unexplained", TL_SEVERITY_ADVICE, EVERYWHERE, N_("Nothing explains it yet"),
    N_("What shaped a factor is often found one level further up. Where the search was stopped, the reason can be "
       "recorded with the factor."), IN_RECORDS },
  { "S4", "level_order", TL_SEVERITY_ADVICE, TL_RULE_LEVEL_ORDER, N_("A link against the order of levels"),
    N_("Influence mostly runs from the more remote level to the nearer one; the other way deserves a word of "
       "explanation."), IN_RECORDS },
  { "S5", "top_level_expected", TL_SEVERITY_ADVICE, TL_RULE_TOP_LEVEL_EXPECTED, N_("Nothing at the top level"),
    N_("What national policy, law and funding contributed is easily overlooked when a review starts from the case."),
    IN_RECORDS },
  { "S6", "ends_at_person", TL_SEVERITY_QUERY, EVERYWHERE, N_("A chain that ends at one person’s act"),
    N_("People act within tools, workloads, customs and rules. A chain that stops at what one person did says little "
       "about what could be changed for the next one."), IN_RECORDS },
  { "S7", "duplicate_link", TL_SEVERITY_QUERY, EVERYWHERE, N_("The same link twice"),
    N_("Evidence and tests that belong together are divided when a claim stands twice."), IN_RECORDS },
  { "S8", "self_link", TL_SEVERITY_QUERY, EVERYWHERE, N_("A factor linked to itself"),
    N_("A link says how one thing came from another."), IN_RECORDS },
  { "S9", "level_missing", TL_SEVERITY_ADVICE, EVERYWHERE, N_("A factor without a level"),
    N_("Levels show how far up the system an explanation reaches, and the national comparison asks by level."),
    IN_RECORDS },
  { "S10", "sign_required", TL_SEVERITY_QUERY, TL_RULE_SIGN_REQUIRED, N_("A link without a sign"),
    N_("Without the sign it can’t be told whether more of the cause means more or less of the effect."), IN_RECORDS },
  { "S11", "method_unknown", TL_SEVERITY_QUERY, EVERYWHERE, N_("The method is not known here"),
    N_("Levels, kinds and the rules of the method come from its pack; without it only general rules can be looked "
       "at."), IN_RECORDS },

  { "E1", "evidence_expected", TL_SEVERITY_ADVICE, TL_RULE_EVIDENCE_EXPECTED, N_("A factor that rests on nothing yet"),
    N_("A reader, and the people concerned, should be able to ask how we know.") },
  { "E2", "link_ground", TL_SEVERITY_ADVICE, EVERYWHERE, N_("A link that rests on nothing yet"),
    N_("That two things are true does not say that one came from the other: a link is a claim of its own.") },
  { "E3", "supported_by_nothing", TL_SEVERITY_QUERY, EVERYWHERE, N_("Called supported, without evidence"),
    N_("“Supported” tells readers that there is something to look at.") },
  { "E4", "known_only_later", TL_SEVERITY_QUERY, EVERYWHERE, N_("Rests only on what became known later"),
    N_("What came to light afterwards may show that something was so, and can’t show that anybody could have "
       "seen it.") },
  { "E5", "contradicted", TL_SEVERITY_QUERY, EVERYWHERE, N_("Held although there is evidence against it"),
    N_("Evidence that disagrees is worth a word: doubt that is written down can be weighed by others.") },
  { "E6", "appraised_later", TL_SEVERITY_QUERY, EVERYWHERE, N_("Appraised by what became known later"),
    N_("Practice is appraised with what was known then. What came to light after an episode can’t say how well it was "
       "handled.") },
  { "E7", "figure_bare", TL_SEVERITY_QUERY, EVERYWHERE, N_("A figure without what it was counted among"),
    N_("A figure is no plain measure of good or bad. What it says depends on what was counted, out of what, when and "
       "by whom."), IN_RECORDS },
  { "E8", "figure_individual", TL_SEVERITY_QUERY, EVERYWHERE, N_("A figure that speaks of one person"),
    N_("A local figure leaves with the report and is about many. What it says of one person can point to them."),
    IN_RECORDS },

  { "M1", "event_without_why", TL_SEVERITY_QUERY, EVERYWHERE, N_("An event without a why"),
    N_("A review that says what happened and not why leaves little to learn from."), IN_RECORDS },
  { "M2", "rationality_required", TL_SEVERITY_QUERY, TL_RULE_RATIONALITY_REQUIRED,
    N_("An act without how it made sense"),
    N_("What people did made sense to them at the time. Until that is understood, the act is described and not "
       "explained.") },
  { "M3", "link_test_required", TL_SEVERITY_ADVICE, TL_RULE_LINK_TEST_REQUIRED, N_("A link that has not been tested"),
    N_("Asking what would have happened otherwise separates what mattered from what merely came before."),
    IN_RECORDS },
  { "M4", "test_not_passed", TL_SEVERITY_QUERY, EVERYWHERE, N_("Held although its test says otherwise"),
    N_("If the effect would have come about anyway, the cause explains something else, or there is more to say."),
    IN_RECORDS },
  { "M5", "completeness_required", TL_SEVERITY_QUERY, TL_RULE_COMPLETENESS_REQUIRED,
    N_("Not said whether its causes suffice"),
    N_("Only when causes that suffice are named, or the reason to stop is, can others see how far the explanation "
       "goes."), IN_RECORDS },

  { "F1", "finding_questions", TL_SEVERITY_QUERY, TL_RULE_FINDING_QUESTIONS, N_("A question of a {finding} is open"),
    N_("A {finding} is of use to others once it says how the issue showed, why it is underlying, how widespread it is "
       "and what it means for reliability.") },
  { "F2", "finding_board_question", TL_SEVERITY_QUERY, TL_RULE_FINDING_QUESTIONS, N_("A {finding} that asks nothing"),
    N_("A question leaves it to those who know their services to work out what would help."), IN_RECORDS },
  { "F3", "finding_ground", TL_SEVERITY_QUERY, EVERYWHERE, N_("A {finding} with nothing behind it"),
    N_("A reader follows a {finding} back to what was seen in the case through its factors, patterns and paths."),
    IN_RECORDS },
  { "F4", "finding_one_source", TL_SEVERITY_QUERY, EVERYWHERE, N_("A {finding} on the word of one source"),
    N_("Records, people and figures each leave something out. What two sources that know nothing of each other both "
       "tell is harder to doubt.") },
  { "F5", "finding_individual", TL_SEVERITY_QUERY, EVERYWHERE, N_("A {finding} that names one person"),
    N_("A {finding} is about how the work is set up. What holds only of one person says little about the next case, "
       "and is read as blame."), IN_RECORDS },
  { "F6", "finding_mechanism", TL_SEVERITY_ADVICE, EVERYWHERE, N_("A statement without a why"),
    N_("{The_owner} can act on a {finding} that says how one thing leads to another. That something was so, or was "
       "missing, leaves open what would change it."), IN_RECORDS },
  { "F7", "answer_echo", TL_SEVERITY_QUERY, EVERYWHERE, N_("An answer that only turns a factor round"),
    N_("To ask that what was not done be done changes nothing about why it was not."), IN_RECORDS },
  { "F8", "action_path", TL_SEVERITY_QUERY, EVERYWHERE, N_("{Actions} that lead to no factor"),
    N_("What names the factor that it should weaken can be looked at again later, to see whether that is still so."),
    IN_RECORDS },

  { "G1", "accreditation_lapsed", TL_SEVERITY_QUERY, EVERYWHERE, N_("An accreditation that ended before the review"),
    N_("Readers rely on reviewers who are accredited and supervised while they work. What is recorded here may simply "
       "be out of date.") },
  { "G2", "accreditation_method", TL_SEVERITY_QUERY, EVERYWHERE, N_("An accreditation for other methods"),
    N_("Each method takes practice of its own. A reviewer who is new to it can work under somebody who is not.") },
  { "G3", "reviewer_conflict", TL_SEVERITY_QUERY, EVERYWHERE, N_("A reviewer who may not be seen as independent"),
    N_("A tie does no harm where it is told: those who read the review can weigh it themselves.") },
  { "G4", "acronym_unexplained", TL_SEVERITY_ADVICE, EVERYWHERE, N_("Acronyms that are not explained"),
    N_("Families, and partners from other services, read {findings} too. What is explained once is written out for "
       "them where it first occurs.") },

  { "X1", "not_released", TL_SEVERITY_ADVICE, EVERYWHERE, N_("Texts that stay here"),
    N_("Free text leaves for the national library only when somebody has read it with that in mind and released it.") },
  { "X2", "no_index_event", TL_SEVERITY_QUERY, EVERYWHERE, N_("Dates that can’t become months"),
    N_("The learning record holds no dates, only months counted from the index event. Without that date no times "
       "leave.") },
  { "X3", "name_in_released", TL_SEVERITY_QUERY, EVERYWHERE, N_("A real name in a released text"),
    N_("A text in which a name the review knows occurs does not leave in the learning record, released or not.") },
  { "X4", "day_in_released", TL_SEVERITY_QUERY, EVERYWHERE, N_("A day in a released text"),
    N_("A day can point to a family as surely as a name. A text that holds one does not leave in the learning "
       "record."), IN_RECORDS },
  { "X5", "typology_version", TL_SEVERITY_QUERY, EVERYWHERE, N_("Codes of a typology that is not known here"),
    N_("A code means what its version of the typology says. Without that version it can’t be counted with others.") },
  { "X6", "year_region", TL_SEVERITY_ADVICE, EVERYWHERE, N_("Year or region is missing"),
    N_("The national library can show a review among those of its year and region only when it says them."),
    IN_RECORDS },
  { "X7", "key_unknown", TL_SEVERITY_QUERY, EVERYWHERE, N_("A key that means nothing in the method"),
    N_("The key may come from another method or version. It does not leave in the learning record, and rules can’t "
       "tell what it stands for.") },
  { "X8", "contact_in_released", TL_SEVERITY_QUERY, EVERYWHERE, N_("A telephone number or address in a released text"),
    N_("A telephone number, a postcode, an e-mail address or a person’s number leads to one person or household. A "
       "text that holds one does not leave in the learning record."), IN_RECORDS },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rules) == TL_N_CHECKS);

/**
 * tl_check_rules_get:
 * @n_rules: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_rules): all rules, in the order in which they are listed
 */
const TlCheckRule *
tl_check_rules_get (guint *n_rules)
{
  g_return_val_if_fail (n_rules != NULL, NULL);

  *n_rules = G_N_ELEMENTS (rules);
  return rules;
}

/**
 * tl_check_rule_lookup:
 * @code_or_name: (nullable): such as "S4" or "level_order", perhaps from outside
 *
 * Returns: (transfer none) (nullable): the rule
 */
const TlCheckRule *
tl_check_rule_lookup (const char *code_or_name)
{
  for (guint i = 0; code_or_name != NULL && i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].code, code_or_name) == 0 || strcmp (rules[i].name, code_or_name) == 0)
      return &rules[i];
  return NULL;
}

/**
 * tl_check_rule_dup_title:
 * @rule: a rule
 * @terms: (nullable): the profile in whose words it is said; %NULL where there is none, as on a receipt of the library
 *
 * Returns: (transfer full): what it looks for in a few words, in the user's language
 */
char *
tl_check_rule_dup_title (const TlCheckRule *rule,
                         TlTerms           *terms)
{
  g_return_val_if_fail (rule != NULL, NULL);

  g_autoptr (TlTerms) known = terms != NULL ? g_object_ref (terms) : tl_terms_lookup (TL_TERMS_DEFAULT, NULL);

  return tl_terms_dup_phrase (known, _(rule->title));
}
