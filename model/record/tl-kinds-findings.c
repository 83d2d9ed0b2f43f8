/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings, and what the board does about them. */
#include "config.h"

#include "model/record/tl-kinds-private.h"

static const TlChoice prevalence_bases[] = {
  { "data", N_("Data or audit") },
  { "review_team", N_("Knowledge of the review team") },
  { "case_group", N_("Knowledge of the case group") },
  { "national_reports", N_("National reports or research") },
  { "other_reviews", N_("Other reviews") },
  { "not_known", N_("Not known") },
  { NULL, NULL },
};

static const TlChoice fullness[] = {
  { "full", N_("Finding") },
  { "indicative", N_("Indicative finding") },
  { NULL, NULL },
};

/* What recommendation 6 of the Munro Review asks a board to look at each year. */
static const TlChoice learning_uses[] = {
  { "early_help", N_("Early help") },
  { "multi_agency_training", N_("Multi-agency training") },
  { NULL, NULL },
};

/* "in_case" to "reliability" are the four questions that a Learning Together finding answers. */
static const TlField finding_fields[] = {
  { "number", N_("Number"), TL_FIELD_INT, LEARNING, NEVER, 0, .min = 1, .max = 999 },
  { "statement", N_("Statement, in one sentence"), TL_FIELD_TEXT, BOARD, PUBLIC,
    SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "category", N_("Category"), KEY_OF (PATTERN_CATEGORY) },
  { "fullness", N_("Full or indicative"), CHOICE (fullness) },
  { "in_case", N_("How did the issue feature in this case?"), TL_FIELD_PROSE, BOARD, PUBLIC,
    SEARCHED | IDENTIFYING | ANALYTIC },
  { "underlying", N_("What makes it underlying?"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING | ANALYTIC },
  { "prevalence", N_("How widespread and prevalent is it?"), TL_FIELD_PROSE, BOARD, PUBLIC,
    SEARCHED | IDENTIFYING | ANALYTIC },
  { "prevalence_basis", N_("How do we know?"), TL_FIELD_CHOICES, LEARNING, NEVER, 0, .choices = prevalence_bases },
  { "reliability", N_("What does it mean for the reliability of the system?"), TL_FIELD_PROSE, BOARD, PUBLIC,
    SEARCHED | IDENTIFYING | ANALYTIC },
  { "certainty", N_("Certainty"), CHOICE (tl_choices_certainty) },
  { "patterns", N_("Patterns"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("pattern") },
  { "factors", N_("Factors"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("factor") },
  { "paths", N_("Paths"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("path") },
  { "learning_for", N_("Learning for"), TL_FIELD_CHOICES, LEARNING, NEVER, 0, .choices = learning_uses },
};

static const TlField board_question_fields[] = {
  { "finding", N_("Finding"), TL_FIELD_REF, LEARNING, NEVER, 0, DEPENDS_ON ("finding") },
  { "number", N_("Number"), TL_FIELD_INT, LEARNING, NEVER, 0, .min = 1, .max = 999 },
  { "text", N_("Question for the board"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
};

/* How the government answered the Munro Review's recommendations in July 2011, in its own four degrees. */
static const TlChoice decisions[] = {
  { "accepted", N_("Accepted") },
  { "in_principle", N_("Accepted in principle") },
  { "considered_further", N_("To be considered further") },
  { "rejected", N_("Rejected") },
  { NULL, NULL },
};

static const TlField recommendation_fields[] = {
  { "number", N_("Number"), TL_FIELD_INT, LEARNING, NEVER, 0, .min = 1, .max = 999 },
  { "text", N_("Recommendation"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "finding", N_("Finding"), TL_FIELD_REF, LEARNING, NEVER, 0, REF ("finding") },
  { "addressee", N_("Addressed to"), TL_FIELD_TEXT, BOARD, NEVER, IDENTIFYING },
  { "first_decision", N_("Response as first given"), CHOICE (decisions) },
  { "decision", N_("Response now"), CHOICE (decisions) },
  { "reasons", N_("Reasons"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING },
  { "first_timescale", N_("Timescale as first given"), TL_FIELD_TEXT, BOARD, LEARNING, 0 },
  { "first_due", N_("Due as first given"), TL_FIELD_DATE, BOARD, NEVER, 0 },
  { "timescale", N_("Timescale as revised"), TL_FIELD_TEXT, BOARD, LEARNING, 0 },
  { "due", N_("Due as revised"), TL_FIELD_DATE, BOARD, NEVER, 0 },
};

static const TlField response_fields[] = {
  { "to", N_("In response to"), TL_FIELD_REF, LEARNING, NEVER, 0,
    DEPENDS_ON ("board_question", "finding", "recommendation") },
  { "decision", N_("Decision"), CHOICE (decisions) },
  { "reasons", N_("Reasons"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING | TITLE },
  { "date", N_("Date"), TL_FIELD_DATE, LEARNING, NEVER, 0 },
  { "owner", N_("Owner"), TL_FIELD_TEXT, BOARD, NEVER, IDENTIFYING },
};

/* Ordered from what tends to change least to what tends to change most; never shown as a score. */
static const TlChoice strengths[] = {
  { "training", N_("Training or reminder") },
  { "procedure", N_("Procedure or guidance") },
  { "tool", N_("Tool or form") },
  { "staffing", N_("Staffing or resource") },
  { "structure", N_("Structure or design of the work") },
  { "national", N_("Asked of a national body") },
  { NULL, NULL },
};

static const TlChoice action_statuses[] = {
  { "planned", N_("Planned") },
  { "under_way", N_("Under way") },
  { "done", N_("Done") },
  { "dropped", N_("Dropped") },
  { NULL, NULL },
};

static const TlChoice still_happening[] = {
  { "yes", N_("Still happening") },
  { "less", N_("Less than before") },
  { "no", N_("No longer") },
  { "not_checked", N_("Not checked") },
  { NULL, NULL },
};

static const TlField action_fields[] = {
  { "response", N_("Response"), TL_FIELD_REF, LEARNING, NEVER, 0, DEPENDS_ON ("response") },
  { "text", N_("Action"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING | TITLE },
  { "owner", N_("Owner"), TL_FIELD_TEXT, BOARD, NEVER, IDENTIFYING },
  { "due", N_("Due"), TL_FIELD_DATE, LEARNING, NEVER, 0 },
  { "status", N_("Status"), CHOICE (action_statuses) },
  { "strength", N_("Kind of change"), CHOICE (strengths) },
  { "weakens", N_("Factors it is to weaken"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("factor") },
  { "still_happening", N_("Is it still happening?"), CHOICE (still_happening) },
  { "checked_on", N_("Checked on"), TL_FIELD_DATE, LEARNING, NEVER, 0 },
  { "evidence", N_("How do we know?"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING },
  { "level", N_("Level of the change"), KEY_OF (LEVEL) },
};

const TlKind tl_kinds_findings[] = {
  KIND ("finding", N_("Finding"), N_("Findings"), LEARNING, 0, finding_fields),
  KIND ("board_question", N_("Question for the board"), N_("Questions for the board"), LEARNING, 0,
        board_question_fields),
  KIND ("recommendation", N_("Recommendation"), N_("Recommendations"), LEARNING, 0, recommendation_fields),
  KIND ("response", N_("Response"), N_("Responses"), LEARNING, TL_KIND_BOARDS_OWN, response_fields),
  KIND ("action", N_("Action"), N_("Actions"), LEARNING, TL_KIND_BOARDS_OWN, action_fields),
};
const guint tl_kinds_findings_n = G_N_ELEMENTS (tl_kinds_findings);
