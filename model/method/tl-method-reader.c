/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fills a method from its pack. A pack is a file from outside: every element, attribute, key and length is checked. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/method/tl-method-private.h"
#include "model/method/tl-pack-xml-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ENTRIES 200
#define MAX_PROMPTS 50
#define MAX_TITLE 200
#define MAX_PROSE 4000

typedef struct {
  TlPackXml *xml;
  TlMethod *method;
  GPtrArray *category_levels; /* for each category the key of its level or %NULL, looked up when all levels are known */
  GArray *category_lines;
} Reader;

static void
clear_values (char **values)
{
  for (guint i = 0; i < TL_PACK_MAX_ATTRIBUTES; i++)
    g_clear_pointer (&values[i], g_free);
}

static gboolean
is_key (const char *text,
        gboolean    with_hyphens)
{
  gsize length = strlen (text);

  if (length == 0 || length > 64 || !g_ascii_islower (text[0]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '_'
        && !(with_hyphens && text[i] == '-'))
      return FALSE;
  return TRUE;
}

static void
read_prompt (Reader    *reader,
             GPtrArray *prompts)
{
  g_autofree char *prompt = NULL;

  _tl_pack_read_single_text (reader->xml, MAX_PROSE, &prompt);
  if (prompt == NULL)
    return;
  if (prompts->len >= MAX_PROMPTS)
    _tl_pack_fail (reader->xml, _("There are more than %d prompts."), MAX_PROMPTS);
  else
    g_ptr_array_add (prompts, g_steal_pointer (&prompt));
}

/* What differs between the parts: the element's name and the attribute beside the key. */
typedef struct {
  const char *element;
  TlVocabulary vocabulary;
  const char *attribute;
} PartSyntax;

static const PartSyntax part_syntax[TL_METHOD_N_PARTS] = {
  [TL_METHOD_LEVELS] = { "level", TL_VOCABULARY_LEVEL, "reach" },
  [TL_METHOD_FACTOR_KINDS] = { "factor-kind", TL_VOCABULARY_FACTOR_KIND, "role" },
  [TL_METHOD_LINK_KINDS] = { "link-kind", TL_VOCABULARY_LINK_KIND, "role" },
  [TL_METHOD_CATEGORIES] = { "category", TL_VOCABULARY_CATEGORY, "level" },
  [TL_METHOD_PATTERN_CATEGORIES] = { "pattern-category", TL_VOCABULARY_PATTERN_CATEGORY, NULL },
};

static void
check_key (Reader      *reader,
           TlMethodPart part,
           const char  *key)
{
  if (key == NULL)
    _tl_pack_fail (reader->xml, _("The element “%s” has no key."), _tl_pack_get_name (reader->xml));
  else if (!is_key (key, FALSE))
    _tl_pack_fail (reader->xml,
                   _("“%s” is not a key: a key begins with a lower-case letter and holds only those, digits and "
                     "underscores."),
                   key);
  else if (tl_method_find_entry (reader->method, part_syntax[part].vocabulary, key) != NULL)
    _tl_pack_fail (reader->xml, _("The key “%s” is given twice."), key);
}

static void
set_role (Reader        *reader,
          TlMethodPart   part,
          const char    *role,
          TlMethodEntry *entry)
{
  gboolean is_factor = part == TL_METHOD_FACTOR_KINDS;
  int found = -1;

  if (role != NULL && is_factor)
    found = _tl_method_look_up_name (_tl_factor_role_names, TL_N_FACTOR_ROLES, role);
  else if (role != NULL)
    found = _tl_method_look_up_name (_tl_link_role_names, TL_N_LINK_ROLES, role);

  if (role == NULL)
    _tl_pack_fail (reader->xml, _("The element “%s” has no role."), _tl_pack_get_name (reader->xml));
  else if (found < 0)
    _tl_pack_fail (reader->xml, _("There is no role “%s”."), role);
  else if (is_factor)
    entry->factor_role = (TlFactorRole) found;
  else
    entry->link_role = (TlLinkRole) found;
}

/* How far what is at a level reaches: only the national one is told. */
static void
set_reach (Reader        *reader,
           const char    *reach,
           TlMethodEntry *entry)
{
  entry->national = g_strcmp0 (reach, "national") == 0;
  if (reach != NULL && !entry->national)
    _tl_pack_fail (reader->xml, _("There is no reach “%s”."), reach);
}

static void
read_entry_children (Reader        *reader,
                     TlMethodPart   part,
                     TlMethodEntry *entry)
{
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func (g_free);
  int line = _tl_pack_get_line (reader->xml);

  while (_tl_pack_next_child (reader->xml))
    {
      if (strcmp (_tl_pack_get_name (reader->xml), "title") == 0)
        _tl_pack_read_single_text (reader->xml, MAX_TITLE, &entry->title);
      else if (strcmp (_tl_pack_get_name (reader->xml), "description") == 0)
        _tl_pack_read_single_text (reader->xml, MAX_PROSE, &entry->description);
      else if (part == TL_METHOD_CATEGORIES && strcmp (_tl_pack_get_name (reader->xml), "prompt") == 0)
        read_prompt (reader, prompts);
      else
        _tl_pack_fail (reader->xml, _("The element “%s” may not stand inside “%s”."),
                       _tl_pack_get_name (reader->xml), part_syntax[part].element);
    }
  if (entry->title == NULL)
    {
      g_autofree char *message = g_strdup_printf (_("The element “%s” has no title."), part_syntax[part].element);
      _tl_pack_fail_at (reader->xml, line, message);
    }
  g_ptr_array_add (prompts, NULL);
  entry->prompts = (char **) g_ptr_array_steal (prompts, NULL);
}

static void
read_entry (Reader      *reader,
            TlMethodPart part)
{
  const char *names[] = { "key", part_syntax[part].attribute, NULL };
  char *values[TL_PACK_MAX_ATTRIBUTES] = { NULL };
  GArray *entries = reader->method->parts[part];
  int line = _tl_pack_get_line (reader->xml);

  if (entries->len >= MAX_ENTRIES)
    _tl_pack_fail (reader->xml, _("There are more than %d elements “%s”."), MAX_ENTRIES, part_syntax[part].element);
  if (reader->xml->error != NULL || !_tl_pack_read_attributes (reader->xml, names, values))
    {
      clear_values (values);
      return;
    }
  check_key (reader, part, values[0]);

  TlMethodEntry empty = { .factor_role = TL_FACTOR_ROLE_FACTOR, .level = -1 };

  g_array_append_val (entries, empty);

  TlMethodEntry *entry = &g_array_index (entries, TlMethodEntry, entries->len - 1);

  entry->key = g_strdup (values[0] != NULL ? values[0] : "");
  if (part == TL_METHOD_FACTOR_KINDS || part == TL_METHOD_LINK_KINDS)
    set_role (reader, part, values[1], entry);
  if (part == TL_METHOD_LEVELS)
    set_reach (reader, values[1], entry);
  if (part == TL_METHOD_CATEGORIES)
    {
      g_ptr_array_add (reader->category_levels, g_steal_pointer (&values[1]));
      g_array_append_val (reader->category_lines, line);
    }
  clear_values (values);

  if (reader->xml->error == NULL && _tl_pack_is_empty (reader->xml))
    _tl_pack_fail (reader->xml, _("The element “%s” has no title."), part_syntax[part].element);
  if (reader->xml->error == NULL)
    read_entry_children (reader, part, entry);
}

static void
read_rule (Reader *reader)
{
  static const char *const names[] = { "key", "severity", NULL };
  char *values[TL_PACK_MAX_ATTRIBUTES] = { NULL };

  if (strcmp (_tl_pack_get_name (reader->xml), "rule") != 0)
    {
      _tl_pack_fail (reader->xml, _("The element “%s” may not stand inside “%s”."),
                     _tl_pack_get_name (reader->xml), "rules");
      return;
    }
  if (_tl_pack_read_attributes (reader->xml, names, values))
    {
      int rule = values[0] != NULL ? _tl_method_look_up_name (_tl_rule_names, TL_N_RULES, values[0]) : -1;
      int severity = values[1] != NULL
                         ? _tl_method_look_up_name (_tl_rule_severity_names, TL_N_RULE_SEVERITIES, values[1])
                         : -1;

      if (rule < 0)
        _tl_pack_fail (reader->xml, _("There is no rule “%s”."), values[0] != NULL ? values[0] : "");
      else if (severity <= TL_RULE_SEVERITY_NONE)
        _tl_pack_fail (reader->xml, _("The severity of a rule is error, query or advice."));
      else if (reader->method->severities[rule] != TL_RULE_SEVERITY_NONE)
        _tl_pack_fail (reader->xml, _("The rule “%s” is given twice."), values[0]);
      else
        {
          reader->method->severities[rule] = (TlRuleSeverity) severity;
          reader->method->reasons[rule] = _tl_pack_read_text (reader->xml, MAX_PROSE);
          if (reader->method->reasons[rule] != NULL && reader->method->reasons[rule][0] == '\0')
            g_clear_pointer (&reader->method->reasons[rule], g_free);
        }
    }
  clear_values (values);
}

static void
read_rules (Reader *reader)
{
  static const char *const none[] = { NULL };
  char *values[TL_PACK_MAX_ATTRIBUTES] = { NULL };

  if (!_tl_pack_read_attributes (reader->xml, none, values) || _tl_pack_is_empty (reader->xml))
    return;
  while (_tl_pack_next_child (reader->xml))
    read_rule (reader);
}

static void
read_method_child (Reader *reader)
{
  TlMethod *method = reader->method;
  const char *name = _tl_pack_get_name (reader->xml);

  for (guint i = 0; i < TL_METHOD_N_PARTS; i++)
    if (strcmp (name, part_syntax[i].element) == 0)
      {
        read_entry (reader, (TlMethodPart) i);
        return;
      }

  if (strcmp (name, "title") == 0)
    _tl_pack_read_single_text (reader->xml, MAX_TITLE, &method->title);
  else if (strcmp (name, "description") == 0)
    _tl_pack_read_single_text (reader->xml, MAX_PROSE, &method->description);
  else if (strcmp (name, "origin") == 0)
    _tl_pack_read_single_text (reader->xml, MAX_PROSE, &method->origin);
  else if (strcmp (name, "test-question") == 0)
    _tl_pack_read_single_text (reader->xml, MAX_PROSE, &method->test_question);
  else if (strcmp (name, "rules") == 0)
    read_rules (reader);
  else
    _tl_pack_fail (reader->xml, _("The element “%s” may not stand inside “%s”."), name, "method");
}

static gboolean
is_version (const char *text)
{
  return strlen (text) <= 16 && g_regex_match_simple ("^[0-9]+(\\.[0-9]+){0,2}$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static void
read_method (Reader *reader)
{
  static const char *const names[] = { "id", "version", NULL };
  char *values[TL_PACK_MAX_ATTRIBUTES] = { NULL };

  if (strcmp (_tl_pack_get_name (reader->xml), "method") != 0)
    {
      _tl_pack_fail (reader->xml, _("This is not a method pack: its outermost element is “%s”, not “method”."),
                     _tl_pack_get_name (reader->xml));
      return;
    }
  if (!_tl_pack_read_attributes (reader->xml, names, values))
    {
      clear_values (values);
      return;
    }
  reader->method->id = values[0];
  reader->method->version = values[1];

  if (values[0] == NULL || !is_key (values[0], TRUE))
    _tl_pack_fail (reader->xml, _("A method needs an id of lower-case letters, digits, hyphens and underscores that "
                                  "begins with a letter."));
  else if (values[1] == NULL || !is_version (values[1]))
    _tl_pack_fail (reader->xml, _("A method needs a version such as 1.0."));

  if (reader->xml->error != NULL || _tl_pack_is_empty (reader->xml))
    return;
  while (_tl_pack_next_child (reader->xml))
    read_method_child (reader);
}

static gboolean
has_role (TlMethod    *method,
          TlMethodPart part,
          guint        role_a,
          guint        role_b)
{
  GArray *entries = method->parts[part];

  for (guint i = 0; i < entries->len; i++)
    {
      TlMethodEntry *entry = &g_array_index (entries, TlMethodEntry, i);
      guint role = part == TL_METHOD_FACTOR_KINDS ? (guint) entry->factor_role : (guint) entry->link_role;

      if (role == role_a || role == role_b)
        return TRUE;
    }
  return FALSE;
}

/* What can be judged only when all of the pack is known. */
static void
check_whole (Reader *reader)
{
  TlMethod *method = reader->method;

  for (guint i = 0; reader->xml->error == NULL && i < reader->category_levels->len; i++)
    {
      const char *key = g_ptr_array_index (reader->category_levels, i);
      TlMethodEntry *category = &g_array_index (method->parts[TL_METHOD_CATEGORIES], TlMethodEntry, i);
      const TlMethodEntry *level = tl_method_find_entry (method, TL_VOCABULARY_LEVEL, key);

      if (level != NULL)
        category->level = (int) (level - tl_method_get_level (method, 0));
      else if (key != NULL)
        {
          g_autofree char *message
              = g_strdup_printf (_("The category “%s” is at a level “%s”, which there is not."), category->key, key);
          _tl_pack_fail_at (reader->xml, g_array_index (reader->category_lines, int, i), message);
        }
    }

  if (method->title == NULL || method->description == NULL)
    _tl_pack_fail_at (reader->xml, 1, _("A method needs a title and a description."));
  if (!has_role (method, TL_METHOD_FACTOR_KINDS, TL_FACTOR_ROLE_OUTCOME, TL_FACTOR_ROLE_VARIABLE))
    _tl_pack_fail_at (reader->xml, 1, _("A method needs a factor kind whose role is outcome or variable."));
  if (!has_role (method, TL_METHOD_LINK_KINDS, TL_LINK_ROLE_CONTRIBUTES, TL_LINK_ROLE_NECESSARY))
    _tl_pack_fail_at (reader->xml, 1, _("A method needs a link kind whose role is contributes or necessary."));
  if (tl_method_get_n_levels (method) == 0
      && (method->severities[TL_RULE_TOP_LEVEL_EXPECTED] != TL_RULE_SEVERITY_NONE
          || method->severities[TL_RULE_LEVEL_ORDER] != TL_RULE_SEVERITY_NONE))
    _tl_pack_fail_at (reader->xml, 1, _("A rule speaks of levels, but the method has none."));
}

/*
 * _tl_method_read:
 * @self: a method into which nothing has been read
 *
 * Fills @self. On an error @self is fit only to be let go.
 */
gboolean
_tl_method_read (TlMethod    *self,
                 GBytes      *bytes,
                 const char  *name,
                 GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > TL_METHOD_MAX_BYTES)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("%s is larger than the %d kB allowed for a method pack."),
                   name, TL_METHOD_MAX_BYTES / 1024);
      return FALSE;
    }
  if (size == 0 || !g_utf8_validate_len (data, size, NULL))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("%s, line %d: %s"), name, 1,
                   _("This is not a method pack: it is empty or its text is not UTF-8."));
      return FALSE;
    }

  TlPackXml xml;
  Reader reader = {
    .xml = &xml,
    .method = self,
    .category_levels = g_ptr_array_new_with_free_func (g_free),
    .category_lines = g_array_new (FALSE, FALSE, sizeof (int)),
  };

  _tl_pack_open (&xml, data, size, name);
  if (_tl_pack_move_on (&xml))
    read_method (&reader);
  if (xml.error == NULL && _tl_pack_move_on (&xml))
    _tl_pack_fail (&xml, _("Something follows the end of the method."));
  if (xml.error == NULL)
    check_whole (&reader);
  g_ptr_array_unref (reader.category_levels);
  g_array_unref (reader.category_lines);
  return _tl_pack_close (&xml, error);
}
