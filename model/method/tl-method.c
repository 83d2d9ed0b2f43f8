/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A method pack: the levels, kinds, groups and rules that a way of reviewing brings with it. It never changes once it
 * has been read, so any thread may hold one. */
#include "config.h"

#include "model/method/tl-method-private.h"

#include <string.h>

const char *const _tl_factor_role_names[TL_N_FACTOR_ROLES] = {
  [TL_FACTOR_ROLE_OUTCOME] = "outcome",
  [TL_FACTOR_ROLE_EVENT] = "event",
  [TL_FACTOR_ROLE_ACTION] = "action",
  [TL_FACTOR_ROLE_CONDITION] = "condition",
  [TL_FACTOR_ROLE_FACTOR] = "factor",
  [TL_FACTOR_ROLE_SAFEGUARD] = "safeguard",
  [TL_FACTOR_ROLE_VARIABLE] = "variable",
};

const char *const _tl_link_role_names[TL_N_LINK_ROLES] = {
  [TL_LINK_ROLE_CONTRIBUTES] = "contributes",
  [TL_LINK_ROLE_NECESSARY] = "necessary",
  [TL_LINK_ROLE_ENABLES] = "enables",
  [TL_LINK_ROLE_HINDERS] = "hinders",
};

const char *const _tl_rule_names[TL_N_RULES] = {
  [TL_RULE_ACYCLIC] = "acyclic",
  [TL_RULE_LINK_TEST_REQUIRED] = "link_test_required",
  [TL_RULE_RATIONALITY_REQUIRED] = "rationality_required",
  [TL_RULE_OUTCOME_REACHED] = "outcome_reached",
  [TL_RULE_TOP_LEVEL_EXPECTED] = "top_level_expected",
  [TL_RULE_LEVEL_ORDER] = "level_order",
  [TL_RULE_SIGN_REQUIRED] = "sign_required",
  [TL_RULE_COMPLETENESS_REQUIRED] = "completeness_required",
  [TL_RULE_EVIDENCE_EXPECTED] = "evidence_expected",
  [TL_RULE_FINDING_QUESTIONS] = "finding_questions",
};

const char *const _tl_rule_severity_names[TL_N_RULE_SEVERITIES] = {
  [TL_RULE_SEVERITY_NONE] = "none",
  [TL_RULE_SEVERITY_ADVICE] = "advice",
  [TL_RULE_SEVERITY_QUERY] = "query",
  [TL_RULE_SEVERITY_ERROR] = "error",
};

G_DEFINE_FINAL_TYPE (TlMethod, tl_method, G_TYPE_OBJECT)

/* A vocabulary that no pack defines is a programmer's mistake. */
static GArray *
get_part (TlMethod    *self,
          TlVocabulary vocabulary)
{
  static const struct {
    TlVocabulary vocabulary;
    TlMethodPart part;
  } parts[] = {
    { TL_VOCABULARY_LEVEL, TL_METHOD_LEVELS },
    { TL_VOCABULARY_FACTOR_KIND, TL_METHOD_FACTOR_KINDS },
    { TL_VOCABULARY_LINK_KIND, TL_METHOD_LINK_KINDS },
    { TL_VOCABULARY_CATEGORY, TL_METHOD_CATEGORIES },
    { TL_VOCABULARY_PATTERN_CATEGORY, TL_METHOD_PATTERN_CATEGORIES },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].vocabulary == vocabulary)
      return self->parts[parts[i].part];
  return NULL;
}

static void
clear_entry (void *data)
{
  TlMethodEntry *entry = data;

  g_free (entry->key);
  g_free (entry->title);
  g_free (entry->description);
  g_strfreev (entry->prompts);
}

static void
tl_method_finalize (GObject *object)
{
  TlMethod *self = TL_METHOD (object);

  g_free (self->id);
  g_free (self->version);
  g_free (self->title);
  g_free (self->description);
  g_free (self->origin);
  g_free (self->test_question);
  for (guint i = 0; i < TL_METHOD_N_PARTS; i++)
    g_array_unref (self->parts[i]);
  for (guint i = 0; i < TL_N_RULES; i++)
    g_free (self->reasons[i]);

  G_OBJECT_CLASS (tl_method_parent_class)->finalize (object);
}

static void
tl_method_class_init (TlMethodClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_method_finalize;
}

static void
tl_method_init (TlMethod *self)
{
  for (guint i = 0; i < TL_METHOD_N_PARTS; i++)
    {
      self->parts[i] = g_array_new (FALSE, TRUE, sizeof (TlMethodEntry));
      g_array_set_clear_func (self->parts[i], clear_entry);
    }
}

int
_tl_method_look_up_name (const char *const *names,
                         guint              n_names,
                         const char        *name)
{
  for (guint i = 0; i < n_names; i++)
    if (strcmp (names[i], name) == 0)
      return (int) i;
  return -1;
}

/**
 * tl_method_new_from_bytes:
 * @bytes: a method pack in XML, at most %TL_METHOD_MAX_BYTES
 * @name: what to call the file in an error message
 *
 * Reads a method pack from anywhere; it is not trusted.
 *
 * Returns: (transfer full): the pack, or %NULL with %TL_ERROR_INVALID or %TL_ERROR_TOO_LARGE; the message says file
 *   and line
 */
TlMethod *
tl_method_new_from_bytes (GBytes      *bytes,
                          const char  *name,
                          GError     **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (TlMethod) self = g_object_new (TL_TYPE_METHOD, NULL);

  if (!_tl_method_read (self, bytes, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
tl_method_get_id (TlMethod *self)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  return self->id;
}

const char *
tl_method_get_version (TlMethod *self)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  return self->version;
}

const char *
tl_method_get_title (TlMethod *self)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  return self->title;
}

const char *
tl_method_get_description (TlMethod *self)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  return self->description;
}

/**
 * tl_method_get_origin:
 *
 * Returns: (nullable): where the method comes from
 */
const char *
tl_method_get_origin (TlMethod *self)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  return self->origin;
}

/**
 * tl_method_dup_test_question:
 * @cause: the cause's statement
 * @effect: the effect's statement
 *
 * Words the question by which the method tests a link, to begin the link's own test question with.
 *
 * Returns: (transfer full) (nullable): the question, or %NULL if the method has none
 */
char *
tl_method_dup_test_question (TlMethod   *self,
                             const char *cause,
                             const char *effect)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);
  g_return_val_if_fail (cause != NULL && effect != NULL, NULL);

  if (self->test_question == NULL)
    return NULL;

  /* In one pass, for a statement may itself contain what looks like a place for one. */
  GString *question = g_string_new (NULL);

  for (const char *p = self->test_question; *p != '\0';)
    {
      if (g_str_has_prefix (p, "{cause}"))
        {
          g_string_append (question, cause);
          p += strlen ("{cause}");
        }
      else if (g_str_has_prefix (p, "{effect}"))
        {
          g_string_append (question, effect);
          p += strlen ("{effect}");
        }
      else
        g_string_append_c (question, *p++);
    }
  return g_string_free (question, FALSE);
}

/**
 * tl_method_get_entries:
 * @vocabulary: one that a pack defines: level, factor kind, link kind, category or pattern category
 * @n_entries: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_entries): the entries in the pack's order; levels from the top
 */
const TlMethodEntry *
tl_method_get_entries (TlMethod    *self,
                       TlVocabulary vocabulary,
                       guint       *n_entries)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);
  g_return_val_if_fail (n_entries != NULL, NULL);

  GArray *part = get_part (self, vocabulary);

  *n_entries = 0;
  g_return_val_if_fail (part != NULL, NULL);

  *n_entries = part->len;
  return (const TlMethodEntry *) (void *) part->data;
}

/**
 * tl_method_find_entry:
 * @vocabulary: as for tl_method_get_entries()
 * @key: (nullable): a key
 *
 * Returns: (transfer none) (nullable): the entry with that key
 */
const TlMethodEntry *
tl_method_find_entry (TlMethod    *self,
                      TlVocabulary vocabulary,
                      const char  *key)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  guint n_entries;
  const TlMethodEntry *entries = tl_method_get_entries (self, vocabulary, &n_entries);

  for (guint i = 0; key != NULL && i < n_entries; i++)
    if (strcmp (entries[i].key, key) == 0)
      return &entries[i];
  return NULL;
}

/**
 * tl_method_get_n_levels:
 *
 * Returns: the number of levels; 0 for a method without levels
 */
guint
tl_method_get_n_levels (TlMethod *self)
{
  g_return_val_if_fail (TL_IS_METHOD (self), 0);

  return self->parts[TL_METHOD_LEVELS]->len;
}

/**
 * tl_method_get_level:
 * @position: from the top, from 0
 *
 * Returns: (transfer none): the level
 */
const TlMethodEntry *
tl_method_get_level (TlMethod *self,
                     guint     position)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);
  g_return_val_if_fail (position < tl_method_get_n_levels (self), NULL);

  return &g_array_index (self->parts[TL_METHOD_LEVELS], TlMethodEntry, position);
}

/**
 * tl_method_find_level:
 * @key_or_number: (nullable): a level's key, or its number from the top, where the top is 1
 *
 * Returns: the level's position from the top, from 0; -1 if there is no such level
 */
int
tl_method_find_level (TlMethod   *self,
                      const char *key_or_number)
{
  g_return_val_if_fail (TL_IS_METHOD (self), -1);

  guint n_levels = tl_method_get_n_levels (self);
  const TlMethodEntry *level = tl_method_find_entry (self, TL_VOCABULARY_LEVEL, key_or_number);
  guint64 number;

  if (level != NULL)
    return (int) (level - tl_method_get_level (self, 0));
  if (key_or_number != NULL && n_levels > 0
      && g_ascii_string_to_unsigned (key_or_number, 10, 1, n_levels, &number, NULL))
    return (int) number - 1;
  return -1;
}

/**
 * tl_method_get_factor_role:
 * @key: (nullable): a factor kind, perhaps of another pack or none
 *
 * Returns: its role; %TL_FACTOR_ROLE_FACTOR for a kind that the pack doesn't know
 */
TlFactorRole
tl_method_get_factor_role (TlMethod   *self,
                           const char *key)
{
  g_return_val_if_fail (TL_IS_METHOD (self), TL_FACTOR_ROLE_FACTOR);

  const TlMethodEntry *kind = tl_method_find_entry (self, TL_VOCABULARY_FACTOR_KIND, key);

  return kind != NULL ? kind->factor_role : TL_FACTOR_ROLE_FACTOR;
}

/**
 * tl_method_get_link_role:
 * @key: (nullable): a link kind, perhaps of another pack or none
 *
 * Returns: its role; %TL_LINK_ROLE_CONTRIBUTES for a kind that the pack doesn't know
 */
TlLinkRole
tl_method_get_link_role (TlMethod   *self,
                         const char *key)
{
  g_return_val_if_fail (TL_IS_METHOD (self), TL_LINK_ROLE_CONTRIBUTES);

  const TlMethodEntry *kind = tl_method_find_entry (self, TL_VOCABULARY_LINK_KIND, key);

  return kind != NULL ? kind->link_role : TL_LINK_ROLE_CONTRIBUTES;
}

/**
 * tl_method_get_kind_for_factor_role:
 * @role: what is wanted
 *
 * Finds the kind to give a new factor. A pack need not have every role.
 *
 * Returns: (transfer none): the first factor kind of that role, else the pack's first factor kind
 */
const TlMethodEntry *
tl_method_get_kind_for_factor_role (TlMethod    *self,
                                    TlFactorRole role)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  guint n_kinds;
  const TlMethodEntry *kinds = tl_method_get_entries (self, TL_VOCABULARY_FACTOR_KIND, &n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].factor_role == role)
      return &kinds[i];
  return &kinds[0];
}

/**
 * tl_method_get_kind_for_link_role:
 * @role: what is wanted
 *
 * Finds the kind to give a new link. A pack need not have every role.
 *
 * Returns: (transfer none): the first link kind of that role, else the pack's first link kind
 */
const TlMethodEntry *
tl_method_get_kind_for_link_role (TlMethod  *self,
                                  TlLinkRole role)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);

  guint n_kinds;
  const TlMethodEntry *kinds = tl_method_get_entries (self, TL_VOCABULARY_LINK_KIND, &n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    if (kinds[i].link_role == role)
      return &kinds[i];
  return &kinds[0];
}

gboolean
tl_method_has_rule (TlMethod *self,
                    TlRule    rule)
{
  return tl_method_get_rule_severity (self, rule) != TL_RULE_SEVERITY_NONE;
}

/**
 * tl_method_get_rule_severity:
 *
 * Returns: how firmly the method means the rule; %TL_RULE_SEVERITY_NONE if it doesn't have it
 */
TlRuleSeverity
tl_method_get_rule_severity (TlMethod *self,
                             TlRule    rule)
{
  g_return_val_if_fail (TL_IS_METHOD (self), TL_RULE_SEVERITY_NONE);
  g_return_val_if_fail ((guint) rule < TL_N_RULES, TL_RULE_SEVERITY_NONE);

  return self->severities[rule];
}

/**
 * tl_method_get_rule_reason:
 *
 * Returns: (nullable): why the method has the rule, a sentence for the reviewer
 */
const char *
tl_method_get_rule_reason (TlMethod *self,
                           TlRule    rule)
{
  g_return_val_if_fail (TL_IS_METHOD (self), NULL);
  g_return_val_if_fail ((guint) rule < TL_N_RULES, NULL);

  return self->reasons[rule];
}

const char *
tl_factor_role_get_name (TlFactorRole role)
{
  g_return_val_if_fail ((guint) role < TL_N_FACTOR_ROLES, NULL);

  return _tl_factor_role_names[role];
}
