/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a method pack. A pack is a file from outside: nothing is fetched, no entity is expanded, every element,
 * attribute, key and length is checked, and the first thing wrong is said with its line. */
#include "config.h"

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"
#include "model/method/tl-method-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#define MAX_ENTRIES 200
#define MAX_PROMPTS 50
#define MAX_TITLE 200
#define MAX_PROSE 4000
#define MAX_ATTRIBUTES 2

typedef struct {
  xmlTextReader *xml;
  const char *name;
  TlMethod *method;
  GError *error;
  char *parser_message;
  int parser_line;
  GPtrArray *category_levels; /* for each category the key of its level or %NULL, looked up when all levels are known */
  GArray *category_lines;
} Reader;

static void
fail_at (Reader     *reader,
         int         line,
         const char *message)
{
  if (reader->error == NULL)
    g_set_error (&reader->error, TL_ERROR, TL_ERROR_INVALID,
                 /* Translators: a file's name, a line number, a sentence. */
                 _("%s, line %d: %s"), reader->name, line, message);
}

static int
get_line (Reader *reader)
{
  xmlTextReaderMoveToElement (reader->xml);

  xmlNode *node = xmlTextReaderCurrentNode (reader->xml);

  return node != NULL ? (int) MAX (1, xmlGetLineNo (node)) : MAX (1, reader->parser_line);
}

G_GNUC_PRINTF (2, 3)
static void
fail (Reader     *reader,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);

  g_autofree char *message = g_strdup_vprintf (format, args);

  va_end (args);
  fail_at (reader, get_line (reader), message);
}

static void
parser_failed_cb (void     *data,
                  xmlError *error)
{
  Reader *reader = data;

  if (reader->parser_message == NULL && error->message != NULL)
    {
      reader->parser_message = g_utf8_make_valid (error->message, -1);
      g_strstrip (reader->parser_message);
      reader->parser_line = error->line;
    }
}

/* Moves on and lets through only what a pack may contain: elements, text and comments, which are passed over. */
static gboolean
move_on (Reader *reader)
{
  while (reader->error == NULL)
    {
      int result = xmlTextReaderRead (reader->xml);

      if (result < 0 || reader->parser_message != NULL)
        {
          g_autofree char *message
              = g_strdup_printf (_("This is not well-formed XML: %s."),
                                 reader->parser_message != NULL ? reader->parser_message : _("it can’t be parsed"));
          fail_at (reader, MAX (1, reader->parser_line), message);
          return FALSE;
        }
      if (result == 0)
        return FALSE;

      switch (xmlTextReaderNodeType (reader->xml))
        {
        case XML_READER_TYPE_ELEMENT:
        case XML_READER_TYPE_END_ELEMENT:
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
          return TRUE;
        case XML_READER_TYPE_COMMENT:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          break;
        default:
          fail (reader, _("A method pack contains no document type, entities or processing instructions."));
          return FALSE;
        }
    }
  return FALSE;
}

static const char *
get_name (Reader *reader)
{
  return (const char *) xmlTextReaderConstName (reader->xml);
}

/* From a start tag or the end of a child to the next child; %FALSE at the parent's end or on an error. */
static gboolean
next_child (Reader *reader)
{
  if (!move_on (reader))
    return FALSE;

  int type = xmlTextReaderNodeType (reader->xml);

  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)
    fail (reader, _("There is text where only elements may stand."));
  return reader->error == NULL && type == XML_READER_TYPE_ELEMENT;
}

/* Values stay %NULL for attributes that are not given. */
static gboolean
read_attributes (Reader            *reader,
                 const char *const *names,
                 char             **values)
{
  for (int found = xmlTextReaderMoveToFirstAttribute (reader->xml); found == 1;
       found = xmlTextReaderMoveToNextAttribute (reader->xml))
    {
      guint i = 0;

      while (names[i] != NULL && strcmp (names[i], get_name (reader)) != 0)
        i++;
      if (names[i] == NULL)
        {
          g_autofree char *attribute = g_strdup (get_name (reader));

          xmlTextReaderMoveToElement (reader->xml);
          fail (reader, _("The element “%s” has no attribute “%s”."), get_name (reader), attribute);
          return FALSE;
        }
      g_free (values[i]);
      values[i] = g_strdup ((const char *) xmlTextReaderConstValue (reader->xml));
    }
  xmlTextReaderMoveToElement (reader->xml);
  return TRUE;
}

static void
clear_values (char **values)
{
  for (guint i = 0; i < MAX_ATTRIBUTES; i++)
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

/* Text that may be broken over lines in the file is one line to a reader. */
static char *
collapse_spaces (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (result, *p);
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }
  if (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);
  return g_string_free (result, FALSE);
}

/* The text from here to the end of the element, which may have no children. */
static char *
read_text (Reader *reader,
           glong   max_characters)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int line = get_line (reader);

  if (!xmlTextReaderIsEmptyElement (reader->xml))
    while (move_on (reader) && xmlTextReaderNodeType (reader->xml) != XML_READER_TYPE_END_ELEMENT)
      {
        if (xmlTextReaderNodeType (reader->xml) == XML_READER_TYPE_ELEMENT)
          fail (reader, _("The element “%s” may not stand inside a text."), get_name (reader));
        else
          g_string_append (text, (const char *) xmlTextReaderConstValue (reader->xml));
      }
  if (reader->error != NULL)
    return NULL;

  g_autofree char *result = collapse_spaces (text->str);

  if (!tl_text_is_clean (result))
    fail_at (reader, line, _("The text contains characters that can’t be shown."));
  else if (g_utf8_strlen (result, -1) > max_characters)
    {
      g_autofree char *message = g_strdup_printf (_("The text is longer than %ld characters."), max_characters);
      fail_at (reader, line, message);
    }
  return reader->error == NULL ? g_steal_pointer (&result) : NULL;
}

/* A text element that may stand only once, has no attributes and is not empty. */
static void
read_single_text (Reader *reader,
                  glong   max_characters,
                  char  **place)
{
  static const char *const none[] = { NULL };
  char *values[MAX_ATTRIBUTES] = { NULL };

  if (*place != NULL)
    fail (reader, _("The element “%s” is given twice."), get_name (reader));
  else if (read_attributes (reader, none, values))
    {
      int line = get_line (reader);

      *place = read_text (reader, max_characters);
      if (*place != NULL && **place == '\0')
        fail_at (reader, line, _("The text is empty."));
    }
}

static void
read_prompt (Reader    *reader,
             GPtrArray *prompts)
{
  g_autofree char *prompt = NULL;

  read_single_text (reader, MAX_PROSE, &prompt);
  if (prompt == NULL)
    return;
  if (prompts->len >= MAX_PROMPTS)
    fail (reader, _("There are more than %d prompts."), MAX_PROMPTS);
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
  [TL_METHOD_LEVELS] = { "level", TL_VOCABULARY_LEVEL, NULL },
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
    fail (reader, _("The element “%s” has no key."), get_name (reader));
  else if (!is_key (key, FALSE))
    fail (reader,
          _("“%s” is not a key: a key begins with a lower-case letter and holds only those, digits and underscores."),
          key);
  else if (tl_method_find_entry (reader->method, part_syntax[part].vocabulary, key) != NULL)
    fail (reader, _("The key “%s” is given twice."), key);
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
    fail (reader, _("The element “%s” has no role."), get_name (reader));
  else if (found < 0)
    fail (reader, _("There is no role “%s”."), role);
  else if (is_factor)
    entry->factor_role = (TlFactorRole) found;
  else
    entry->link_role = (TlLinkRole) found;
}

static void
read_entry_children (Reader        *reader,
                     TlMethodPart   part,
                     TlMethodEntry *entry)
{
  g_autoptr (GPtrArray) prompts = g_ptr_array_new_with_free_func (g_free);
  int line = get_line (reader);

  while (next_child (reader))
    {
      if (strcmp (get_name (reader), "title") == 0)
        read_single_text (reader, MAX_TITLE, &entry->title);
      else if (strcmp (get_name (reader), "description") == 0)
        read_single_text (reader, MAX_PROSE, &entry->description);
      else if (part == TL_METHOD_CATEGORIES && strcmp (get_name (reader), "prompt") == 0)
        read_prompt (reader, prompts);
      else
        fail (reader, _("The element “%s” may not stand inside “%s”."), get_name (reader), part_syntax[part].element);
    }
  if (entry->title == NULL)
    {
      g_autofree char *message = g_strdup_printf (_("The element “%s” has no title."), part_syntax[part].element);
      fail_at (reader, line, message);
    }
  g_ptr_array_add (prompts, NULL);
  entry->prompts = (char **) g_ptr_array_steal (prompts, NULL);
}

static void
read_entry (Reader      *reader,
            TlMethodPart part)
{
  const char *names[] = { "key", part_syntax[part].attribute, NULL };
  char *values[MAX_ATTRIBUTES] = { NULL };
  GArray *entries = reader->method->parts[part];
  int line = get_line (reader);

  if (entries->len >= MAX_ENTRIES)
    fail (reader, _("There are more than %d elements “%s”."), MAX_ENTRIES, part_syntax[part].element);
  if (reader->error != NULL || !read_attributes (reader, names, values))
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
  if (part == TL_METHOD_CATEGORIES)
    {
      g_ptr_array_add (reader->category_levels, g_steal_pointer (&values[1]));
      g_array_append_val (reader->category_lines, line);
    }
  clear_values (values);

  if (reader->error == NULL && xmlTextReaderIsEmptyElement (reader->xml))
    fail (reader, _("The element “%s” has no title."), part_syntax[part].element);
  if (reader->error == NULL)
    read_entry_children (reader, part, entry);
}

static void
read_rule (Reader *reader)
{
  static const char *const names[] = { "key", "severity", NULL };
  char *values[MAX_ATTRIBUTES] = { NULL };

  if (strcmp (get_name (reader), "rule") != 0)
    {
      fail (reader, _("The element “%s” may not stand inside “%s”."), get_name (reader), "rules");
      return;
    }
  if (read_attributes (reader, names, values))
    {
      int rule = values[0] != NULL ? _tl_method_look_up_name (_tl_rule_names, TL_N_RULES, values[0]) : -1;
      int severity = values[1] != NULL
                         ? _tl_method_look_up_name (_tl_rule_severity_names, TL_N_RULE_SEVERITIES, values[1])
                         : -1;

      if (rule < 0)
        fail (reader, _("There is no rule “%s”."), values[0] != NULL ? values[0] : "");
      else if (severity <= TL_RULE_SEVERITY_NONE)
        fail (reader, _("The severity of a rule is error, query or advice."));
      else if (reader->method->severities[rule] != TL_RULE_SEVERITY_NONE)
        fail (reader, _("The rule “%s” is given twice."), values[0]);
      else
        {
          reader->method->severities[rule] = (TlRuleSeverity) severity;
          reader->method->reasons[rule] = read_text (reader, MAX_PROSE);
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
  char *values[MAX_ATTRIBUTES] = { NULL };

  if (!read_attributes (reader, none, values) || xmlTextReaderIsEmptyElement (reader->xml))
    return;
  while (next_child (reader))
    read_rule (reader);
}

static void
read_method_child (Reader *reader)
{
  TlMethod *method = reader->method;
  const char *name = get_name (reader);

  for (guint i = 0; i < TL_METHOD_N_PARTS; i++)
    if (strcmp (name, part_syntax[i].element) == 0)
      {
        read_entry (reader, (TlMethodPart) i);
        return;
      }

  if (strcmp (name, "title") == 0)
    read_single_text (reader, MAX_TITLE, &method->title);
  else if (strcmp (name, "description") == 0)
    read_single_text (reader, MAX_PROSE, &method->description);
  else if (strcmp (name, "origin") == 0)
    read_single_text (reader, MAX_PROSE, &method->origin);
  else if (strcmp (name, "test-question") == 0)
    read_single_text (reader, MAX_PROSE, &method->test_question);
  else if (strcmp (name, "rules") == 0)
    read_rules (reader);
  else
    fail (reader, _("The element “%s” may not stand inside “%s”."), name, "method");
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
  char *values[MAX_ATTRIBUTES] = { NULL };

  if (strcmp (get_name (reader), "method") != 0)
    {
      fail (reader, _("This is not a method pack: its outermost element is “%s”, not “method”."), get_name (reader));
      return;
    }
  if (!read_attributes (reader, names, values))
    {
      clear_values (values);
      return;
    }
  reader->method->id = values[0];
  reader->method->version = values[1];

  if (values[0] == NULL || !is_key (values[0], TRUE))
    fail (reader,
          _("A method needs an id of lower-case letters, digits, hyphens and underscores that begins with a letter."));
  else if (values[1] == NULL || !is_version (values[1]))
    fail (reader, _("A method needs a version such as 1.0."));

  if (reader->error != NULL || xmlTextReaderIsEmptyElement (reader->xml))
    return;
  while (next_child (reader))
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

  for (guint i = 0; reader->error == NULL && i < reader->category_levels->len; i++)
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
          fail_at (reader, g_array_index (reader->category_lines, int, i), message);
        }
    }

  if (method->title == NULL || method->description == NULL)
    fail_at (reader, 1, _("A method needs a title and a description."));
  if (!has_role (method, TL_METHOD_FACTOR_KINDS, TL_FACTOR_ROLE_OUTCOME, TL_FACTOR_ROLE_VARIABLE))
    fail_at (reader, 1, _("A method needs a factor kind whose role is outcome or variable."));
  if (!has_role (method, TL_METHOD_LINK_KINDS, TL_LINK_ROLE_CONTRIBUTES, TL_LINK_ROLE_NECESSARY))
    fail_at (reader, 1, _("A method needs a link kind whose role is contributes or necessary."));
  if (tl_method_get_n_levels (method) == 0
      && (method->severities[TL_RULE_TOP_LEVEL_EXPECTED] != TL_RULE_SEVERITY_NONE
          || method->severities[TL_RULE_LEVEL_ORDER] != TL_RULE_SEVERITY_NONE))
    fail_at (reader, 1, _("A rule speaks of levels, but the method has none."));
}

static void
read_document (Reader     *reader,
               const char *data,
               gsize       size)
{
  reader->xml = xmlReaderForMemory (data, (int) size, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (reader->xml == NULL)
    {
      fail_at (reader, 1, _("There is not enough memory to read it."));
      return;
    }
  xmlTextReaderSetStructuredErrorHandler (reader->xml, (xmlStructuredErrorFunc) parser_failed_cb, reader);

  if (move_on (reader))
    read_method (reader);
  if (reader->error == NULL && move_on (reader))
    fail (reader, _("Something follows the end of the method."));
  if (reader->error == NULL)
    check_whole (reader);
  xmlFreeTextReader (reader->xml);
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

  Reader reader = {
    .name = name,
    .method = self,
    .category_levels = g_ptr_array_new_with_free_func (g_free),
    .category_lines = g_array_new (FALSE, FALSE, sizeof (int)),
  };

  read_document (&reader, data, size);
  g_ptr_array_unref (reader.category_levels);
  g_array_unref (reader.category_lines);
  g_free (reader.parser_message);

  if (reader.error != NULL)
    g_propagate_error (error, reader.error);
  return reader.error == NULL;
}
