/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record/tl-kind.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TL_METHOD_MAX_BYTES (1024 * 1024)

/**
 * TlFactorRole:
 *
 * What a factor kind of any pack is to code that knows no pack.
 */
typedef enum {
  TL_FACTOR_ROLE_OUTCOME,   /* what is to be explained */
  TL_FACTOR_ROLE_EVENT,     /* something that happened, or was due and did not */
  TL_FACTOR_ROLE_ACTION,    /* what a person or a meeting did, with how it made sense to them */
  TL_FACTOR_ROLE_CONDITION, /* a state of affairs */
  TL_FACTOR_ROLE_FACTOR,    /* any other contributory factor */
  TL_FACTOR_ROLE_SAFEGUARD, /* what protected, or was meant to */
  TL_FACTOR_ROLE_VARIABLE,  /* a quantity of a causal loop */
} TlFactorRole;

/**
 * TlLinkRole:
 *
 * What a link kind of any pack is to code that knows no pack. The cause comes first in each.
 */
typedef enum {
  TL_LINK_ROLE_CONTRIBUTES,
  TL_LINK_ROLE_NECESSARY,
  TL_LINK_ROLE_ENABLES,
  TL_LINK_ROLE_HINDERS,
} TlLinkRole;

/**
 * TlRule:
 * @TL_RULE_ACYCLIC: no factor is among its own causes
 * @TL_RULE_LINK_TEST_REQUIRED: each link has an answered counterfactual test
 * @TL_RULE_RATIONALITY_REQUIRED: each factor of role action says how it made sense at the time
 * @TL_RULE_OUTCOME_REACHED: from each factor a chain leads to an outcome, or it belongs to an episode
 * @TL_RULE_TOP_LEVEL_EXPECTED: some factor is at the top level
 * @TL_RULE_LEVEL_ORDER: a cause is normally at the level of its effect or above it
 * @TL_RULE_SIGN_REQUIRED: each link has a sign
 * @TL_RULE_COMPLETENESS_REQUIRED: each factor with causes, or without, says whether they suffice
 * @TL_RULE_EVIDENCE_EXPECTED: each factor rests on an extract or an account
 * @TL_RULE_FINDING_QUESTIONS: each finding answers the four questions and asks the board something
 *
 * What a pack may demand. The checks ask for rules, never for the name of a pack.
 */
typedef enum {
  TL_RULE_ACYCLIC,
  TL_RULE_LINK_TEST_REQUIRED,
  TL_RULE_RATIONALITY_REQUIRED,
  TL_RULE_OUTCOME_REACHED,
  TL_RULE_TOP_LEVEL_EXPECTED,
  TL_RULE_LEVEL_ORDER,
  TL_RULE_SIGN_REQUIRED,
  TL_RULE_COMPLETENESS_REQUIRED,
  TL_RULE_EVIDENCE_EXPECTED,
  TL_RULE_FINDING_QUESTIONS,
} TlRule;

#define TL_N_RULES (TL_RULE_FINDING_QUESTIONS + 1)

/* How firmly a pack means a rule, from not at all. */
typedef enum {
  TL_RULE_SEVERITY_NONE,
  TL_RULE_SEVERITY_ADVICE,
  TL_RULE_SEVERITY_QUERY,
  TL_RULE_SEVERITY_ERROR,
} TlRuleSeverity;

/**
 * TlMethodEntry:
 * @key: what records hold: lower-case letters, digits and underscores
 * @title: for people
 * @description: (nullable): a sentence or two
 * @factor_role: of a factor kind
 * @link_role: of a link kind
 * @national: of a level, whether the country decides what is at it
 * @level: of a category, the position of its level from the top, from 0; -1 if it belongs to none
 * @prompts: of a category, open questions, ended by %NULL; empty for others
 *
 * A level, factor kind, link kind, factor group or category of underlying pattern of a pack.
 */
typedef struct {
  char        *key;
  char        *title;
  char        *description;
  TlFactorRole factor_role;
  TlLinkRole   link_role;
  gboolean     national;
  int          level;
  char       **prompts;
} TlMethodEntry;

#define TL_TYPE_METHOD (tl_method_get_type ())

G_DECLARE_FINAL_TYPE (TlMethod, tl_method, TL, METHOD, GObject)

TlMethod            *tl_method_new_from_bytes      (GBytes        *bytes,
                                                    const char    *name,
                                                    GError       **error);
TlMethod            *tl_method_lookup              (const char    *id,
                                                    GError       **error);
GPtrArray           *tl_methods_list               (GPtrArray    **problems);

const char          *tl_method_get_id              (TlMethod      *self);
const char          *tl_method_get_version         (TlMethod      *self);
const char          *tl_method_get_title           (TlMethod      *self);
const char          *tl_method_get_description     (TlMethod      *self);
const char          *tl_method_get_origin          (TlMethod      *self);
char                *tl_method_dup_test_question   (TlMethod      *self,
                                                    const char    *cause,
                                                    const char    *effect);

const TlMethodEntry *tl_method_get_entries         (TlMethod      *self,
                                                    TlVocabulary   vocabulary,
                                                    guint         *n_entries);
const TlMethodEntry *tl_method_find_entry          (TlMethod      *self,
                                                    TlVocabulary   vocabulary,
                                                    const char    *key);

guint                tl_method_get_n_levels        (TlMethod      *self);
const TlMethodEntry *tl_method_get_level           (TlMethod      *self,
                                                    guint          position);
int                  tl_method_find_level          (TlMethod      *self,
                                                    const char    *key_or_number);

TlFactorRole         tl_method_get_factor_role     (TlMethod      *self,
                                                    const char    *key);
TlLinkRole           tl_method_get_link_role       (TlMethod      *self,
                                                    const char    *key);
const TlMethodEntry *tl_method_get_kind_for_factor_role (TlMethod *self,
                                                    TlFactorRole   role);
const TlMethodEntry *tl_method_get_kind_for_link_role (TlMethod   *self,
                                                    TlLinkRole     role);

gboolean             tl_method_has_rule            (TlMethod      *self,
                                                    TlRule         rule);
TlRuleSeverity       tl_method_get_rule_severity   (TlMethod      *self,
                                                    TlRule         rule);
const char          *tl_method_get_rule_reason     (TlMethod      *self,
                                                    TlRule         rule);

const char          *tl_factor_role_get_name       (TlFactorRole   role);

G_END_DECLS
