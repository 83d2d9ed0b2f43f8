/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was written and said, what happened, and how it looked to each person at the time. */
#include "config.h"

#include "model/record/tl-kinds-private.h"

static const TlChoice source_types[] = {
  { "conversation", N_("Conversation") },
  { "record", N_("Case record") },
  { "minutes", N_("Minutes") },
  { "report", N_("Report") },
  { "policy", N_("Policy or guidance") },
  { "data", N_("Data or audit") },
  { "family", N_("Account of the family") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const TlChoice check_backs[] = {
  { "not_yet", N_("Not yet checked back") },
  { "sent", N_("Sent to the participant") },
  { "agreed", N_("Agreed by the participant") },
  { "changes_asked", N_("Changes asked for") },
  { "declined", N_("Participant declined") },
  { NULL, NULL },
};

/* The eight prose fields from "introduction" are the seven parts of the conversation structure of SCIE Guide 24,
 * appendix 3; its part 3 has two halves. */
static const TlField source_fields[] = {
  { "title", N_("Title"), TL_FIELD_TEXT, TRANSFER, NEVER, SEARCHED | IDENTIFYING | TITLE },
  { "type", N_("Type"), TL_FIELD_CHOICE, TRANSFER, NEVER, 0, .choices = source_types },
  { "agency", N_("Agency"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("agency") },
  { "role", N_("In conversation with"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("role") },
  { "date", N_("Date"), TL_FIELD_DATE, TRANSFER, NEVER, 0 },
  { "body", N_("Text"), TL_FIELD_BODY, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
  { "original_digest", N_("Digest of the original file"), TL_FIELD_TEXT, TRANSFER, NEVER, HIDDEN },
  { "absent", N_("What is absent from it"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
  { "check_back", N_("Check-back"), TL_FIELD_CHOICE, TRANSFER, NEVER, ASIDE, .choices = check_backs },
  { "introduction", N_("Introduction"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ASIDE },
  { "overview", N_("Overview in their own words"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ASIDE },
  { "turning_points", N_("Turning points"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ASIDE },
  { "rationality", N_("What they thought, attended to and hoped"), TL_FIELD_PROSE, TRANSFER, NEVER,
    SEARCHED | IDENTIFYING | ASIDE },
  { "contributory", N_("Contributory factors they named"), TL_FIELD_PROSE, TRANSFER, NEVER,
    SEARCHED | IDENTIFYING | ASIDE },
  { "went_well", N_("What went well, and what enabled it"), TL_FIELD_PROSE, TRANSFER, NEVER,
    SEARCHED | IDENTIFYING | ASIDE },
  { "queries", N_("Queries from the overview"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ASIDE },
  { "suggestions", N_("Changes they suggest"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ASIDE },
  { "page_starts", N_("Where its pages begin"), TL_FIELD_PROSE, TRANSFER, NEVER, HIDDEN },
};

static const TlField extract_fields[] = {
  { "source", N_("Source"), TL_FIELD_REF, TRANSFER, NEVER, 0, DEPENDS_ON ("source") },
  { "start", N_("First character"), TL_FIELD_INT, TRANSFER, NEVER, HIDDEN, .min = 0, .max = 8388608 },
  { "end", N_("After the last character"), TL_FIELD_INT, TRANSFER, NEVER, HIDDEN, .min = 0, .max = 8388608 },
  { "quotation", N_("Quotation"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | TITLE },
  { "anchor", N_("Page or paragraph"), TL_FIELD_TEXT, TRANSFER, NEVER, 0 },
  { "note", N_("Note"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
  { "known_from", N_("Known from"), TL_FIELD_DATE, TRANSFER, NEVER, 0 },
};

static const TlChoice places[] = {
  { "home", N_("Family home") },
  { "other_home", N_("Another home") },
  { "school", N_("School or nursery") },
  { "hospital", N_("Hospital") },
  { "surgery", N_("Surgery or clinic") },
  { "office", N_("Office of an agency") },
  { "meeting", N_("Meeting room") },
  { "telephone", N_("By telephone") },
  { "written", N_("In writing") },
  { "public", N_("Public place") },
  { "court", N_("Court") },
  { "other", N_("Elsewhere") },
  { NULL, NULL },
};

static const TlField event_fields[] = {
  { "title", N_("What happened"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "date", N_("Date"), TL_FIELD_DATE, BOARD, NEVER, 0 },
  { "until", N_("Until"), TL_FIELD_DATE, BOARD, NEVER, 0 },
  { "agencies", N_("Agencies"), TL_FIELD_REFS, BOARD, NEVER, 0, REF ("agency") },
  { "place", N_("Kind of place"), TL_FIELD_CHOICE, BOARD, NEVER, 0, .choices = places },
  { "detail", N_("Detail"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
  { "children", N_("In the life of"), TL_FIELD_REFS, BOARD, NEVER, 0, REF ("child") },
};

static const TlField account_fields[] = {
  { "event", N_("Event"), TL_FIELD_REF, TRANSFER, NEVER, 0, DEPENDS_ON ("event") },
  { "role", N_("Whose account"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("role") },
  { "saw", N_("What they saw"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | TITLE },
  { "thought", N_("What they thought was going on"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
  { "occupied", N_("What else occupied them"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
  { "known_from", N_("Known from"), TL_FIELD_DATE, TRANSFER, NEVER, 0 },
  { "extracts", N_("Extracts"), TL_FIELD_REFS, TRANSFER, NEVER, 0, REF ("extract") },
  { "contradicts", N_("Contradicts"), TL_FIELD_REFS, TRANSFER, NEVER, 0, REF ("account") },
  { "contradiction", N_("How they contradict each other"), TL_FIELD_PROSE, TRANSFER, NEVER,
    SEARCHED | IDENTIFYING | ANALYTIC },
};

static const TlChoice telling_ways[] = {
  { "spoken", N_("In person") },
  { "telephone", N_("By telephone") },
  { "letter", N_("By letter or fax") },
  { "email", N_("By e-mail") },
  { "form", N_("On a form") },
  { "meeting", N_("At a meeting") },
  { "record", N_("Through a shared record") },
  { NULL, NULL },
};

static const TlField telling_fields[] = {
  { "teller", N_("Who told"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("role") },
  { "told", N_("Who was told"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("role") },
  { "date", N_("When"), TL_FIELD_DATE, TRANSFER, NEVER, 0 },
  { "what", N_("What"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | TITLE },
  { "way", N_("How"), TL_FIELD_CHOICE, TRANSFER, NEVER, 0, .choices = telling_ways },
  { "event", N_("Event"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("event") },
};

static const TlChoice normalities[] = {
  { "usual", N_("Usual here") },
  { "sometimes", N_("Happens sometimes") },
  { "unusual", N_("Unusual") },
  { "unknown", N_("Not known") },
  { NULL, NULL },
};

static const TlField episode_fields[] = {
  { "title", N_("Title"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "start", N_("From"), TL_FIELD_DATE, LEARNING, NEVER, 0 },
  { "finish", N_("To"), TL_FIELD_DATE, LEARNING, NEVER, 0 },
  { "events", N_("Events"), TL_FIELD_REFS, BOARD, NEVER, 0, REF ("event") },
  { "appraisal", N_("Appraisal, with what was known then"), TL_FIELD_PROSE, BOARD, NEVER,
    SEARCHED | IDENTIFYING | ANALYTIC },
  { "normality", N_("How normal was this?"), CHOICE (normalities) },
  { "normality_basis", N_("How we know"), TL_FIELD_PROSE, BOARD, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
};

static const TlField rationale_fields[] = {
  { "episode", N_("Episode"), TL_FIELD_REF, TRANSFER, NEVER, 0, DEPENDS_ON ("episode") },
  { "role", N_("Whose"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("role") },
  { "understood", N_("What they understood was happening"), TL_FIELD_PROSE, TRANSFER, NEVER,
    SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "attention", N_("What had their attention"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
  { "goals", N_("What they hoped to achieve"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
  { "options", N_("What options they saw"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
};

static const TlChoice stances[] = {
  { "for", N_("For") },
  { "against", N_("Against") },
  { NULL, NULL },
};

static const TlField support_fields[] = {
  { "extract", N_("Extract"), TL_FIELD_REF, TRANSFER, NEVER, 0, DEPENDS_ON ("extract") },
  { "target", N_("Claim"), TL_FIELD_REF, TRANSFER, NEVER, 0, DEPENDS_ON ("factor", "link") },
  { "stance", N_("For or against"), TL_FIELD_CHOICE, TRANSFER, NEVER, 0, .choices = stances },
  { "note", N_("Note"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
};

static const TlChoice question_statuses[] = {
  { "open", N_("Open"), N_("Somebody has still to ask or look.") },
  { "answered", N_("Answered"), N_("The answer stands here, for others to weigh.") },
  { "left_open", N_("Cannot be answered"), N_("Nobody can know any more, and that is said rather than guessed.") },
  { NULL, NULL },
};

static const TlField question_fields[] = {
  { "text", N_("Question"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "owner", N_("Owner"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("reviewer") },
  { "about", N_("About"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("factor", "link", "episode", "event") },
  { "status", N_("Status"), TL_FIELD_CHOICE, TRANSFER, NEVER, 0, .choices = question_statuses },
  { "answer", N_("Answer"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING | ANALYTIC },
};

/* Recommendation 4 of the Munro Review: figures of performance are used, and are no plain measure of good or bad. So
 * one stands with what it was counted among, when and by whom, and what it doesn't say. */
static const TlField figure_fields[] = {
  { "label", N_("What was counted or measured"), TL_FIELD_TEXT, BOARD, PUBLIC,
    SEARCHED | IDENTIFYING | ANALYTIC | TITLE },
  { "value", N_("Figure"), TL_FIELD_TEXT, BOARD, PUBLIC, SEARCHED | IDENTIFYING },
  { "base", N_("Out of what"), TL_FIELD_TEXT, BOARD, PUBLIC, SEARCHED | IDENTIFYING },
  { "period", N_("Period"), TL_FIELD_TEXT, BOARD, PUBLIC, SEARCHED | IDENTIFYING },
  { "source", N_("Where it comes from"), TL_FIELD_TEXT, BOARD, PUBLIC, SEARCHED | IDENTIFYING },
  { "caveat", N_("What it doesn’t say"), TL_FIELD_PROSE, BOARD, PUBLIC, SEARCHED | IDENTIFYING | ANALYTIC },
  { "for_factors", N_("Speaks for factors"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("factor") },
  { "for_findings", N_("Speaks for findings"), TL_FIELD_REFS, LEARNING, NEVER, 0, REF ("finding") },
  { "against_factors", N_("Speaks against factors"), TL_FIELD_REFS, LEARNING, NEVER, ASIDE, REF ("factor") },
  { "against_findings", N_("Speaks against findings"), TL_FIELD_REFS, LEARNING, NEVER, ASIDE, REF ("finding") },
};

const TlKind tl_kinds_evidence[] = {
  KIND ("source", N_("Source"), N_("Sources"), TRANSFER, 0, source_fields),
  KIND ("extract", N_("Extract"), N_("Extracts"), TRANSFER, 0, extract_fields),
  KIND ("event", N_("Event"), N_("Events"), BOARD, 0, event_fields),
  KIND ("account", N_("Account"), N_("Accounts"), TRANSFER, 0, account_fields),
  KIND ("telling", N_("Telling"), N_("Tellings"), TRANSFER, 0, telling_fields),
  KIND ("episode", N_("Key practice episode"), N_("Key practice episodes"), LEARNING, 0, episode_fields),
  KIND ("rationale", N_("Local rationality"), N_("Local rationalities"), TRANSFER, 0, rationale_fields),
  KIND ("support", N_("Evidence"), N_("Evidence"), TRANSFER, 0, support_fields),
  KIND ("question", N_("Open question"), N_("Open questions"), TRANSFER, 0, question_fields),
  KIND ("figure", N_("Local figure"), N_("Local figures"), LEARNING, 0, figure_fields),
};
const guint tl_kinds_evidence_n = G_N_ELEMENTS (tl_kinds_evidence);
