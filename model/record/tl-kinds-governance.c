/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reviewers decide about the review as a document: what may leave, what advice they set aside, who gets it. */
#include "config.h"

#include "model/record/tl-kinds-private.h"

static const TlField dismissal_fields[] = {
  { "rule", N_("Rule"), TL_FIELD_TEXT, TRANSFER, NEVER, TITLE },
  { "subject", N_("About"), TL_FIELD_ANY, TRANSFER, NEVER, 0, .on_remove = TL_ON_REMOVE_DELETE },
  { "reason", N_("Reason for setting it aside"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
};

/* The guard is between a reviewer and what they write: nothing of it leaves, not even to another reviewer. */
static const TlField kept_wording_fields[] = {
  { "subject", N_("Record"), TL_FIELD_ANY, NEVER, NEVER, 0, .on_remove = TL_ON_REMOVE_DELETE },
  { "field", N_("Field"), TL_FIELD_TEXT, NEVER, NEVER, 0 },
  { "words", N_("Words kept"), TL_FIELD_TEXT, NEVER, NEVER, TITLE | IDENTIFYING },
  { "reason", N_("Because"), TL_FIELD_PROSE, NEVER, NEVER, IDENTIFYING },
};

static const TlChoice release_tiers[] = {
  { "learning", N_("Learning record") },
  { "public", N_("Public") },
  { NULL, NULL },
};

/* "digest" is the SHA-256 of the text as released: once the text changes it is no longer released. */
static const TlField release_fields[] = {
  { "subject", N_("Record"), TL_FIELD_ANY, TRANSFER, NEVER, 0, .on_remove = TL_ON_REMOVE_DELETE },
  { "field", N_("Field"), TL_FIELD_TEXT, TRANSFER, NEVER, TITLE },
  { "tier", N_("May leave in"), TL_FIELD_CHOICE, TRANSFER, NEVER, 0, .choices = release_tiers },
  { "digest", N_("Digest of the released text"), TL_FIELD_TEXT, TRANSFER, NEVER, HIDDEN },
  { "by", N_("Released by"), TL_FIELD_TEXT, TRANSFER, NEVER, IDENTIFYING },
  { "on", N_("Released on"), TL_FIELD_DATE, TRANSFER, NEVER, 0 },
};

/* The eighteen SCR Quality Markers of SCIE and the NSPCC, by number. */
static const TlField marker_note_fields[] = {
  { "marker", N_("Quality marker"), TL_FIELD_INT, TRANSFER, NEVER, TITLE, .min = 1, .max = 18 },
  { "note", N_("Note"), TL_FIELD_PROSE, TRANSFER, NEVER, SEARCHED | IDENTIFYING },
};

static const TlField acronym_fields[] = {
  { "short", N_("Acronym"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED | TITLE },
  { "long", N_("Stands for"), TL_FIELD_TEXT, BOARD, NEVER, SEARCHED },
};

/* The four recipients that recommendation 5 of the Munro Review names for a board's annual report, and others. */
static const TlChoice recipient_types[] = {
  { "chief_executive", N_("Chief executive of the council") },
  { "leader", N_("Leader of the council") },
  { "police_commissioner", N_("Police and crime commissioner") },
  { "health_wellbeing_chair", N_("Chair of the health and wellbeing board") },
  { "family", N_("Family") },
  { "practitioners", N_("Practitioners") },
  { "national_body", N_("National body") },
  { "repository", N_("National repository") },
  { "other", N_("Other") },
  { NULL, NULL },
};

static const TlField recipient_fields[] = {
  { "label", N_("Recipient"), TL_FIELD_TEXT, BOARD, NEVER, TITLE | IDENTIFYING },
  { "type", N_("Type"), TL_FIELD_CHOICE, BOARD, NEVER, 0, .choices = recipient_types },
  { "sent", N_("Sent"), TL_FIELD_DATE, BOARD, NEVER, 0 },
};

static const TlChoice publication_modes[] = {
  { "full", N_("Published in full") },
  { "repository", N_("Anonymously, through the repository") },
  { "summary", N_("Summary only") },
  { "none", N_("Not published") },
  { NULL, NULL },
};

static const TlField publication_fields[] = {
  { "mode", N_("How"), TL_FIELD_CHOICE, BOARD, NEVER, 0, .choices = publication_modes },
  { "place", N_("Where"), TL_FIELD_TEXT, BOARD, NEVER, TITLE | IDENTIFYING },
  { "published", N_("From"), TL_FIELD_DATE, BOARD, NEVER, 0 },
  { "until", N_("Until"), TL_FIELD_DATE, BOARD, NEVER, 0 },
  { "hold", N_("Held because of"), TL_FIELD_PROSE, BOARD, NEVER, IDENTIFYING },
};

static const TlChoice kept_tiers[] = {
  { "board", N_("The board") },
  { "learning", N_("Learning record") },
  { "public", N_("Public") },
  { NULL, NULL },
};

/* What might give somebody away and is to leave even so. "digest" is that of the whole text as it was looked at: once
 * the text changes it has to be looked at again. */
static const TlField kept_passage_fields[] = {
  { "subject", N_("Record"), TL_FIELD_ANY, TRANSFER, NEVER, 0, .on_remove = TL_ON_REMOVE_DELETE },
  { "field", N_("Field"), TL_FIELD_TEXT, TRANSFER, NEVER, 0 },
  { "words", N_("Words kept"), TL_FIELD_TEXT, TRANSFER, NEVER, TITLE | IDENTIFYING },
  { "tier", N_("May leave in"), TL_FIELD_CHOICE, TRANSFER, NEVER, 0, .choices = kept_tiers },
  { "digest", N_("Digest of the text"), TL_FIELD_TEXT, TRANSFER, NEVER, HIDDEN },
  { "reason", N_("Because"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
  { "by", N_("Kept by"), TL_FIELD_TEXT, TRANSFER, NEVER, IDENTIFYING },
  { "on", N_("Kept on"), TL_FIELD_DATE, TRANSFER, NEVER, 0 },
};

/* What newspapers or courts have told of the case, by which it is recognised. Like a name it leaves only when asked
 * for. */
static const TlField public_fact_fields[] = {
  { "text", N_("What is remembered"), TL_FIELD_TEXT, TRANSFER, NEVER, IDENTIFYING | TITLE },
  { "note", N_("Where it was told"), TL_FIELD_PROSE, TRANSFER, NEVER, IDENTIFYING },
};

const TlKind tl_kinds_governance[] = {
  KIND ("dismissal", N_("Advice set aside"), N_("Advice set aside"), TRANSFER, 0, dismissal_fields),
  KIND ("kept_wording", N_("Wording kept"), N_("Wordings kept"), NEVER, 0, kept_wording_fields),
  KIND ("release", N_("Release"), N_("Releases"), TRANSFER, 0, release_fields),
  KIND ("marker_note", N_("Note on a quality marker"), N_("Notes on quality markers"), TRANSFER, 0, marker_note_fields),
  KIND ("acronym", N_("Acronym"), N_("Acronyms"), BOARD, 0, acronym_fields),
  KIND ("recipient", N_("Recipient"), N_("Recipients"), BOARD, 0, recipient_fields),
  KIND ("publication", N_("Publication"), N_("Publications"), BOARD, 0, publication_fields),
  KIND ("kept_passage", N_("Passage kept"), N_("Passages kept"), TRANSFER, 0, kept_passage_fields),
  KIND ("public_fact", N_("Public fact of the case"), N_("Public facts of the case"), TRANSFER, TL_KIND_IDENTITY,
        public_fact_fields),
};
const guint tl_kinds_governance_n = G_N_ELEMENTS (tl_kinds_governance);
