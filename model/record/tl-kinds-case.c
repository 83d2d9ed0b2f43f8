/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The review itself, and who appears in it. */
#include "config.h"

#include "model/record/tl-kinds-private.h"

static const TlChoice review_types[] = {
  { "serious_incident", N_("Serious incident") },
  { "near_miss", N_("Near miss") },
  { "good_practice", N_("Good practice") },
  { NULL, NULL },
};

/* The sizes of review that Learning Together names; the smaller yield indicative findings. */
static const TlChoice review_formats[] = {
  { "full", N_("Full review") },
  { "intensive", N_("Intensive") },
  { "speed_plus", N_("Speed plus (one week)") },
  { "mid_range", N_("Mid-range") },
  { "focused", N_("Focused (one day)") },
  { "themed", N_("Themed") },
  { NULL, NULL },
};

static const TlChoice review_statuses[] = {
  { "planning", N_("Planning") },
  { "gathering", N_("Gathering material") },
  { "analysing", N_("Organising and analysing") },
  { "findings", N_("Writing findings") },
  { "board", N_("With the board") },
  { "published", N_("Published") },
  { "on_hold", N_("On hold") },
  { NULL, NULL },
};

static const TlChoice regions[] = {
  { "east", N_("East of England") },
  { "east_midlands", N_("East Midlands") },
  { "london", N_("London") },
  { "north_east", N_("North East") },
  { "north_west", N_("North West") },
  { "south_east", N_("South East") },
  { "south_west", N_("South West") },
  { "west_midlands", N_("West Midlands") },
  { "yorkshire_humber", N_("Yorkshire and the Humber") },
  { "wales", N_("Wales") },
  { "scotland", N_("Scotland") },
  { "northern_ireland", N_("Northern Ireland") },
  { "islands", N_("Channel Islands and Isle of Man") },
  { NULL, NULL },
};

static const TlField review_fields[] = {
  { "title", N_("Title"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED | IDENTIFYING | TITLE },
  { "reference", N_("Reference"), TL_FIELD_TEXT, BOARD, NEVER, IDENTIFYING },
  { "board", N_("Board"), TL_FIELD_TEXT, BOARD, NEVER, IDENTIFYING },
  { "board_pseudonym", N_("Board’s pseudonym in the national library"), TL_FIELD_UUID, LEARNING, NEVER, ALWAYS },
  { "method", N_("Method"), KEY_OF (METHOD) },
  { "method_version", N_("Version of the method"), TL_FIELD_TEXT, LEARNING, NEVER, HIDDEN },
  { "profile", N_("Terminology"), KEY_OF (PROFILE) },
  { "type", N_("Type of review"), CHOICE (review_types) },
  { "format", N_("Format"), CHOICE (review_formats) },
  { "scope", N_("Scope"), TL_FIELD_PROSE, BOARD, NEVER, SEARCHED | IDENTIFYING },
  { "terms_of_reference", N_("Terms of reference"), TL_FIELD_PROSE, BOARD, NEVER, SEARCHED | IDENTIFYING },
  { "status", N_("Status"), TL_FIELD_CHOICE, BOARD, NEVER, 0, .choices = review_statuses },
  { "index_event", N_("Index event"), TL_FIELD_DATE, BOARD, NEVER, 0 },
  { "year", N_("Calendar year"), TL_FIELD_INT, LEARNING, NEVER, 0, .min = 1900, .max = 2199 },
  { "region", N_("Region"), CHOICE (regions) },
  { "revision", N_("Revision"), TL_FIELD_INT, LEARNING, NEVER, ALWAYS, .min = 1, .max = 999999 },
  { "summary", N_("Summary"), TL_FIELD_PROSE, BOARD, LEARNING, SEARCHED | IDENTIFYING },
  { "learning_key", N_("Key of the pseudonyms"), TL_FIELD_UUID, TRANSFER, NEVER, HIDDEN | ALWAYS },
};

static const TlChoice age_bands[] = {
  { "unborn", N_("Unborn") },
  { "under_1", N_("Under 1") },
  { "1_to_5", N_("1 to 5") },
  { "6_to_10", N_("6 to 10") },
  { "11_to_15", N_("11 to 15") },
  { "16_to_17", N_("16 to 17") },
  { "unknown", N_("Not known") },
  { NULL, NULL },
};

static const TlChoice circumstances[] = {
  { "neglect", N_("Neglect") },
  { "domestic_abuse", N_("Domestic abuse in the household") },
  { "parental_mental_health", N_("Parental mental ill-health") },
  { "parental_substance_misuse", N_("Parental alcohol or drug misuse") },
  { "disability", N_("Disability") },
  { "looked_after", N_("Looked after") },
  { "protection_plan", N_("Child protection plan") },
  { "child_in_need", N_("Child in need") },
  { "not_in_school", N_("Not in school or nursery") },
  { "extrafamilial", N_("Harm outside the family") },
  { "poor_housing", N_("Poor or insecure housing") },
  { "young_carer", N_("Young carer") },
  { "own_mental_health", N_("Child’s own mental ill-health") },
  { NULL, NULL },
};

static const TlChoice outcomes[] = {
  { "death", N_("Died") },
  { "serious_harm", N_("Seriously harmed") },
  { "harm", N_("Harmed") },
  { "no_harm", N_("Not harmed") },
  { "good_outcome", N_("Good outcome") },
  { "unknown", N_("Not known") },
  { NULL, NULL },
};

static const TlField child_fields[] = {
  { "label", N_("Called"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED | TITLE },
  { "age_band", N_("Age"), CHOICE (age_bands) },
  { "circumstances", N_("Circumstances"), TL_FIELD_CHOICES, LEARNING, NEVER, 0, .choices = circumstances },
  { "outcome", N_("Outcome"), CHOICE (outcomes) },
  { "notes", N_("Notes"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
};

static const TlChoice agency_types[] = {
  { "social_care", N_("Children’s social care") },
  { "health", N_("Health") },
  { "police", N_("Police") },
  { "education", N_("School or nursery") },
  { "early_help", N_("Early help") },
  { "housing", N_("Housing") },
  { "probation", N_("Probation") },
  { "adult_services", N_("Adult services") },
  { "voluntary", N_("Voluntary sector") },
  { "court", N_("Court or Cafcass") },
  { "board", N_("Safeguarding board") },
  { "government", N_("Government") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const TlField agency_fields[] = {
  { "label", N_("Called"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED | TITLE },
  { "type", N_("Type"), CHOICE (agency_types) },
  { "position", N_("Order of its lane"), TL_FIELD_INT, TRANSFER, NEVER, HIDDEN },
  { "notes", N_("Notes"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
};

static const TlChoice role_functions[] = {
  { "child", N_("Child") },
  { "family", N_("Family or friend") },
  { "practitioner", N_("Practitioner") },
  { "first_line_manager", N_("First-line manager") },
  { "senior_manager", N_("Senior manager") },
  { "specialist", N_("Specialist or adviser") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const TlField role_fields[] = {
  { "label", N_("Called"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED | TITLE },
  { "function", N_("Function"), CHOICE (role_functions) },
  { "agency", N_("Agency"), TL_FIELD_REF, LEARNING, NEVER, 0, REF ("agency") },
  { "child", N_("Child"), TL_FIELD_REF, LEARNING, NEVER, 0, REF ("child") },
  { "position", N_("Order of its lane"), TL_FIELD_INT, TRANSFER, NEVER, HIDDEN },
  { "notes", N_("Notes"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
};

static const TlField identity_fields[] = {
  { "name", N_("Real name"), TL_FIELD_TEXT, TRANSFER, NEVER, IDENTIFYING | TITLE },
  { "subject", N_("Who this is"), TL_FIELD_REF, TRANSFER, NEVER, 0, REF ("role", "agency", "child", "reviewer") },
  { "other_names", N_("Other names, one a line"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
  { "notes", N_("Notes"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
};

static const TlChoice reviewer_roles[] = {
  { "lead", N_("Lead reviewer") },
  { "team", N_("Review team") },
  { "second_coder", N_("Second coder") },
  { NULL, NULL },
};

static const TlField reviewer_fields[] = {
  { "label", N_("Called"), TL_FIELD_TEXT, BOARD, NEVER, TITLE },
  { "role", N_("Role"), CHOICE (reviewer_roles) },
  { "accrediting_body", N_("Accrediting body"), TL_FIELD_TEXT, BOARD, NEVER, 0 },
  { "number", N_("Accreditation number"), TL_FIELD_TEXT, TRANSFER, NEVER, IDENTIFYING },
  { "methods", N_("Methods"), TL_FIELD_TEXT, BOARD, NEVER, 0 },
  { "valid_until", N_("Valid until"), TL_FIELD_DATE, BOARD, NEVER, 0 },
  { "supervision", N_("Supervision"), TL_FIELD_TEXT, TRANSFER, NEVER, IDENTIFYING },
  { "independence", N_("Declaration of independence"), TL_FIELD_PROSE, BOARD, NEVER, IDENTIFYING },
  { "boards", N_("Boards worked for, one a line"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
  { "boards_reviewed", N_("Boards reviewed for, one a line"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
  { "agencies", N_("Agencies worked for, one a line"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
};

const TlKind tl_kinds_case[] = {
  KIND ("review", N_("Review"), N_("Reviews"), LEARNING, TL_KIND_SINGLETON, review_fields),
  KIND ("child", N_("Child"), N_("Children"), LEARNING, 0, child_fields),
  KIND ("agency", N_("Agency"), N_("Agencies"), LEARNING, 0, agency_fields),
  KIND ("role", N_("Role"), N_("Roles"), LEARNING, 0, role_fields),
  KIND ("reviewer", N_("Reviewer"), N_("Reviewers"), LEARNING, 0, reviewer_fields),
  KIND ("identity", N_("Identity"), N_("Identities"), TRANSFER, TL_KIND_IDENTITY, identity_fields),
};
const guint tl_kinds_case_n = G_N_ELEMENTS (tl_kinds_case);
