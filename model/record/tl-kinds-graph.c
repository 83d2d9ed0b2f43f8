/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The contributory-factor graph and how it is coded. */
#include "config.h"

#include "model/record/tl-kinds-private.h"

const TlChoice tl_choices_certainty[] = {
  { "certain", N_("Certain") },
  { "probable", N_("Probable") },
  { "possible", N_("Possible") },
  { "unknown", N_("Not known") },
  { NULL, NULL },
};

static const TlChoice influences[] = {
  { "hindered", N_("Hindered") },
  { "helped", N_("Helped") },
  { "both", N_("Both") },
  { "unclear", N_("Unclear") },
  { NULL, NULL },
};

static const TlChoice completeness[] = {
  { "complete", N_("These causes suffice"), N_("With all of them as they were, it was bound to come about.") },
  { "incomplete", N_("Causes are missing"), N_("Something else was needed as well, and is still to be found.") },
  { "stopped", N_("Not taken further"),
    N_("The search stops here on purpose; the reason lets others see how far the explanation goes.") },
  { NULL, NULL },
};

/* "completeness" is the causal completeness test of Why-Because Analysis: had this factor not occurred, would at
 * least one of its causes not have occurred? */
static const TlField factor_fields[] = {
  { "statement", N_("Statement"), TL_FIELD_TEXT, BOARD, PUBLIC, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "detail", N_("Detail"), TL_FIELD_PROSE, BOARD, LEARNING, SEARCHED | IDENTIFYING | ANALYTIC | ASIDE },
  { "kind", N_("Kind"), KEY_OF (FACTOR_KIND) },
  { "level", N_("Level"), KEY_OF (LEVEL) },
  { "category", N_("Group"), KEY_ASIDE (CATEGORY) },
  { "influence", N_("Helped or hindered"), CHOICE_ASIDE (influences) },
  { "certainty", N_("Certainty"), CHOICE (tl_choices_certainty) },
  { "dissent", N_("Dissent"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC | ASIDE },
  { "known_from", N_("Known from"), TL_FIELD_DATE, LEARNING, NEVER, ASIDE },
  { "role", N_("Whose act"), TL_FIELD_REF, LEARNING, NEVER, ASIDE, REF ("role") },
  { "agency", N_("Agency"), TL_FIELD_REF, LEARNING, NEVER, ASIDE, REF ("agency") },
  { "rationality", N_("How it made sense at the time"), TL_FIELD_PROSE, BOARD, LEARNING,
    SEARCHED | IDENTIFYING | ANALYTIC | ASIDE },
  { "normality", N_("How normal was this?"), TL_FIELD_PROSE, BOARD, LEARNING,
    SEARCHED | IDENTIFYING | ANALYTIC | ASIDE },
  { "episodes", N_("Episodes"), TL_FIELD_REFS, LEARNING, NEVER, ASIDE, REF ("episode") },
  { "accounts", N_("Accounts it rests on"), TL_FIELD_REFS, TRANSFER, NEVER, ASIDE, REF ("account") },
  { "completeness", N_("Are its causes complete?"), CHOICE_ASIDE (completeness) },
  { "completeness_reason", N_("Why, or the stopping rule"), TL_FIELD_PROSE, BOARD, LEARNING,
    SEARCHED | IDENTIFYING | ANALYTIC | ASIDE },
  { "x", N_("Position across"), TL_FIELD_INT, BOARD, NEVER, HIDDEN, .min = -1000000, .max = 1000000 },
  { "y", N_("Position down"), TL_FIELD_INT, BOARD, NEVER, HIDDEN, .min = -1000000, .max = 1000000 },
  { "pinned", N_("Stays where it is"), TL_FIELD_BOOL, BOARD, NEVER, HIDDEN },
};

static const TlChoice test_answers[] = {
  { "would_not_have", N_("No, it would not have happened"), N_("The cause was needed for the effect.") },
  { "would_have", N_("Yes, it would have happened anyway"),
    N_("Something else explains the effect: the link can be contested or rejected, and stays on record.") },
  { "less_likely", N_("It would have been less likely"), N_("The cause played a part without being needed.") },
  { "cannot_say", N_("Cannot say"), N_("An honest answer: what it would take to know can be asked as a question.") },
  { NULL, NULL },
};

static const TlChoice link_states[] = {
  { "asserted", N_("Asserted"), N_("The reviewers say so; others can’t see yet what it rests on.") },
  { "supported", N_("Supported"), N_("There is evidence for it, and it stands beside what speaks against it.") },
  { "contested", N_("Contested"), N_("People or evidence disagree: both views are kept.") },
  { "rejected", N_("Rejected"), N_("Nobody holds it any longer. It is kept, drawn faint, so that the thought "
                                   "isn’t lost.") },
  { NULL, NULL },
};

static const TlChoice signs[] = {
  { "plus", N_("More leads to more (+)") },
  { "minus", N_("More leads to less (−)") },
  { NULL, NULL },
};

static const TlField link_fields[] = {
  { "cause", N_("Cause"), TL_FIELD_REF, LEARNING, NEVER, 0, DEPENDS_ON ("factor") },
  { "effect", N_("Effect"), TL_FIELD_REF, LEARNING, NEVER, 0, DEPENDS_ON ("factor") },
  { "kind", N_("Kind"), KEY_OF (LINK_KIND) },
  { "sign", N_("Sign"), CHOICE_ASIDE (signs) },
  { "rationale", N_("How and why"), TL_FIELD_PROSE, BOARD, LEARNING, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "test_question", N_("Test question"), TL_FIELD_PROSE, BOARD, LEARNING, SEARCHED | IDENTIFYING | ASIDE },
  { "test_answer", N_("Had the cause not been so, would the effect have happened?"), CHOICE (test_answers) },
  { "test_reason", N_("Reason for the answer"), TL_FIELD_PROSE, BOARD, LEARNING,
    SEARCHED | IDENTIFYING | ANALYTIC | ASIDE },
  { "tested_by", N_("Answered by"), TL_FIELD_REF, LEARNING, NEVER, ASIDE, REF ("reviewer") },
  { "state", N_("State"), CHOICE (link_states) },
  { "certainty", N_("Certainty"), CHOICE (tl_choices_certainty) },
};

static const TlField path_fields[] = {
  { "title", N_("Title"), TL_FIELD_TEXT, BOARD, LEARNING, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "links", N_("Links"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("link") },
  { "note", N_("Note"), TL_FIELD_PROSE, BOARD, LEARNING, SEARCHED | IDENTIFYING | ANALYTIC },
};

static const TlChoice tag_verdicts[] = {
  { "cannot_code", N_("Cannot code") },
  { "outcome_not_cause", N_("An outcome, not a cause") },
  { NULL, NULL },
};

static const TlField tag_fields[] = {
  { "target", N_("Tagged"), TL_FIELD_REF, LEARNING, NEVER, 0, DEPENDS_ON ("factor", "link", "finding", "path") },
  { "code", N_("Code"), TL_FIELD_KEY, LEARNING, NEVER, TITLE, .vocabulary = TL_VOCABULARY_CODE },
  { "verdict", N_("Instead of a code"), CHOICE (tag_verdicts) },
  { "coder", N_("Coder"), TL_FIELD_REF, LEARNING, NEVER, 0, REF ("reviewer") },
  { "agreed", N_("Agreed by the coders"), TL_FIELD_BOOL, LEARNING, NEVER, 0 },
  { "note", N_("Note"), TL_FIELD_PROSE, BOARD, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
  { "scheme_version", N_("Version of the typology"), TL_FIELD_TEXT, BOARD, NEVER, HIDDEN },
};

static const TlField pattern_fields[] = {
  { "title", N_("Title"), TL_FIELD_TEXT, BOARD, LEARNING, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "category", N_("Category"), KEY_OF (PATTERN_CATEGORY) },
  { "factors", N_("Factors"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("factor") },
  { "explanation", N_("What makes it a pattern"), TL_FIELD_PROSE, BOARD, LEARNING, SEARCHED | IDENTIFYING | ANALYTIC },
};

static const TlField considered_fields[] = {
  { "code", N_("Code looked for and not found"), TL_FIELD_KEY, LEARNING, NEVER, TITLE,
    .vocabulary = TL_VOCABULARY_CODE },
  { "coder", N_("Looked for by"), TL_FIELD_REF, LEARNING, NEVER, 0, REF ("reviewer") },
  { "note", N_("Note"), TL_FIELD_PROSE, BOARD, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
  { "scheme_version", N_("Version of the typology"), TL_FIELD_TEXT, BOARD, NEVER, HIDDEN },
};

const TlKind tl_kinds_graph[] = {
  KIND ("factor", N_("Factor"), N_("Factors"), LEARNING, 0, factor_fields),
  KIND ("link", N_("Link"), N_("Links"), LEARNING, 0, link_fields),
  KIND ("path", N_("Path"), N_("Paths"), LEARNING, 0, path_fields),
  KIND ("tag", N_("Tag"), N_("Tags"), LEARNING, 0, tag_fields),
  KIND ("pattern", N_("Pattern"), N_("Patterns"), LEARNING, 0, pattern_fields),
  KIND ("considered", N_("Code considered"), N_("Codes considered"), LEARNING, 0, considered_fields),
};
const guint tl_kinds_graph_n = G_N_ELEMENTS (tl_kinds_graph);
