/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables of kinds, and the shorthand they are written in.
 * A line is: name, label, type, widest tier, widest tier by release, flags, then what the type needs. */
#pragma once

#include <glib/gi18n-lib.h>

#include "model/record/tl-kind.h"

#define NEVER TL_TIER_NEVER
#define TRANSFER TL_TIER_TRANSFER
#define BOARD TL_TIER_BOARD
#define LEARNING TL_TIER_LEARNING
#define PUBLIC TL_TIER_PUBLIC

#define SEARCHED TL_FIELD_SEARCHED
#define IDENTIFYING TL_FIELD_IDENTIFYING
#define HIDDEN TL_FIELD_HIDDEN
#define TITLE TL_FIELD_TITLE
#define ALWAYS TL_FIELD_ALWAYS
#define ASIDE TL_FIELD_ASIDE
#define ANALYTIC TL_FIELD_ANALYTIC

#define KEY_OF(vocabulary_) TL_FIELD_KEY, LEARNING, NEVER, 0, .vocabulary = TL_VOCABULARY_##vocabulary_
#define KEY_ASIDE(vocabulary_) TL_FIELD_KEY, LEARNING, NEVER, ASIDE, .vocabulary = TL_VOCABULARY_##vocabulary_
#define CHOICE(choices_) TL_FIELD_CHOICE, LEARNING, NEVER, 0, .choices = choices_
#define CHOICE_ASIDE(choices_) TL_FIELD_CHOICE, LEARNING, NEVER, ASIDE, .choices = choices_
#define REF(...) .refs = { __VA_ARGS__ }
#define DEPENDS_ON(...) .refs = { __VA_ARGS__ }, .on_remove = TL_ON_REMOVE_DELETE

#define KIND(name_, label_, plural_, tier_, flags_, fields_) \
  { name_, label_, plural_, tier_, flags_, fields_, G_N_ELEMENTS (fields_) }

extern const TlKind tl_kinds_case[];
extern const guint  tl_kinds_case_n;
extern const TlKind tl_kinds_evidence[];
extern const guint  tl_kinds_evidence_n;
extern const TlKind tl_kinds_graph[];
extern const guint  tl_kinds_graph_n;
extern const TlKind tl_kinds_findings[];
extern const guint  tl_kinds_findings_n;
extern const TlKind tl_kinds_governance[];
extern const guint  tl_kinds_governance_n;

extern const TlChoice tl_choices_certainty[];
