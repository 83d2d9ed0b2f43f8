/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Says what an acronym of the review's glossary stands for, in brackets after its first use in a report. */
#include "config.h"

#include "model/exchange/tl-form.h"
#include "model/report/tl-report-private.h"

#include <string.h>

static char *
dup_child_text (xmlNodePtr  node,
                const char *name)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      {
        xmlChar *text = xmlNodeGetContent (child);
        char *copy = g_strdup ((const char *) text);

        xmlFree (text);
        return copy;
      }
  return NULL;
}

/* Acronym → what it stands for. */
static GHashTable *
collect (xmlDocPtr source)
{
  GHashTable *glossary = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  xmlNodePtr root = xmlDocGetRootElement (source);

  for (xmlNodePtr node = root; node != NULL; node = _tl_node_next (node, root))
    {
      if (node->type != XML_ELEMENT_NODE || node->ns == NULL || strcmp ((const char *) node->name, "acronym") != 0
          || strcmp ((const char *) node->ns->href, TL_FORM_NAMESPACE) != 0)
        continue;

      char *brief = dup_child_text (node, "short"), *meaning = dup_child_text (node, "long");

      if (brief != NULL && meaning != NULL)
        g_hash_table_replace (glossary, brief, meaning);
      else
        {
          g_free (brief);
          g_free (meaning);
        }
    }
  return glossary;
}

static gboolean
belongs_to_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '&';
}

/* The meaning of a word, also in the plural, that has not been told yet. */
static char *
take_meaning (GHashTable *glossary,
              const char *word,
              gsize       length)
{
  g_autofree char *whole = g_strndup (word, length);
  gpointer brief = NULL, meaning = NULL;

  if (!g_hash_table_steal_extended (glossary, whole, &brief, &meaning) && g_str_has_suffix (whole, "s"))
    {
      whole[length - 1] = '\0';
      g_hash_table_steal_extended (glossary, whole, &brief, &meaning);
    }
  g_free (brief);
  return meaning;
}

/* Whoever wrote "General practitioner (GP)" has told it. */
static gboolean
is_told (const char *text,
         const char *meaning)
{
  g_autofree char *folded = g_utf8_casefold (text, -1), *wanted = g_utf8_casefold (meaning, -1);

  return strstr (folded, wanted) != NULL;
}

static char *
dup_expanded (GHashTable *glossary,
              const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = text;

      while (*end != '\0' && belongs_to_word (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      if (end == text)
        {
          end = g_utf8_next_char (end);
          g_string_append_len (out, text, end - text);
        }
      else
        {
          g_autofree char *meaning = take_meaning (glossary, text, (gsize) (end - text));

          g_string_append_len (out, text, end - text);
          if (meaning != NULL && !is_told (out->str, meaning) && !is_told (end, meaning))
            g_string_append_printf (out, " (%s)", meaning);
        }
      text = end;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Where the glossary itself stands, and what is no running text. */
static gboolean
is_left_alone (xmlNodePtr node)
{
  g_autofree char *class = node->type == XML_ELEMENT_NODE ? _tl_node_dup_attribute (node, "class") : NULL;

  return _tl_node_is (node, "head") || g_strcmp0 (class, "glossary") == 0;
}

static void
expand (xmlNodePtr  node,
        GHashTable *glossary)
{
  if (is_left_alone (node))
    return;
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      {
        g_autofree char *text = dup_expanded (glossary, (const char *) child->content);
        xmlChar *escaped = xmlEncodeSpecialChars (child->doc, BAD_CAST text);

        xmlNodeSetContent (child, escaped);
        xmlFree (escaped);
      }
    else if (child->type == XML_ELEMENT_NODE)
      expand (child, glossary);
}

/*
 * Expands in @document what the glossaries in @source explain.
 */
void
_tl_report_expand (xmlDocPtr document,
                   xmlDocPtr source)
{
  g_autoptr (GHashTable) glossary = collect (source);

  if (g_hash_table_size (glossary) > 0)
    expand (xmlDocGetRootElement (document), glossary);
}
