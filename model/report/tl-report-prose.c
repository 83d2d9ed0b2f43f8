/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Texts as people type them, spread into what they mean: empty lines part paragraphs, numbered lines are a list. */
#include "config.h"

#include "model/report/tl-report-private.h"

#include <string.h>

/* How long the number or the dash is with which a line of a list begins; 0 for any other line. */
static gsize
measure_mark (const char *line,
              gboolean   *is_ordered)
{
  static const char *const dashes[] = { "- ", "– ", "• ", "* " };
  gsize digits = strspn (line, "0123456789");

  *is_ordered = digits > 0;
  if (digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ')
    return digits + 2;
  *is_ordered = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (line, dashes[i]))
      return strlen (dashes[i]);
  return 0;
}

/* "ol" or "ul" where every line begins as a line of such a list does. */
static const char *
find_list (char **lines)
{
  gboolean first = FALSE;

  if (lines[0] == NULL || lines[1] == NULL)
    return NULL;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_ordered;

      if (measure_mark (lines[i], &is_ordered) == 0 || (i > 0 && is_ordered != first))
        return NULL;
      first = is_ordered;
    }
  return first ? "ol" : "ul";
}

static void
add_text (xmlNodePtr  parent,
          const char *text)
{
  xmlAddChild (parent, xmlNewDocText (parent->doc, BAD_CAST text));
}

static xmlNodePtr
make_paragraph (xmlDocPtr  document,
                char      **lines)
{
  xmlNodePtr paragraph = xmlNewDocNode (document, NULL, BAD_CAST "p", NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        xmlNewChild (paragraph, NULL, BAD_CAST "br", NULL);
      add_text (paragraph, lines[i]);
    }
  return paragraph;
}

static xmlNodePtr
make_list (xmlDocPtr   document,
           const char *name,
           char      **lines)
{
  xmlNodePtr list = xmlNewDocNode (document, NULL, BAD_CAST name, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_ordered;
      gsize mark = measure_mark (lines[i], &is_ordered);

      add_text (xmlNewChild (list, NULL, BAD_CAST "li", NULL), lines[i] + mark);
    }
  return list;
}

static void
copy_attributes (xmlNodePtr from,
                 xmlNodePtr to)
{
  for (xmlAttrPtr attribute = from->properties; attribute != NULL; attribute = attribute->next)
    {
      xmlChar *value = xmlNodeGetContent ((xmlNodePtr) attribute);

      xmlSetNsProp (to, attribute->ns, attribute->name, value);
      xmlFree (value);
    }
}

static void
spread (xmlNodePtr node)
{
  xmlChar *text = xmlNodeGetContent (node);
  g_auto (GStrv) parts = g_strsplit ((const char *) text, "\n\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (g_strstrip (parts[i]), "\n", -1);
      const char *list = find_list (lines);

      if (lines[0] == NULL)
        continue;

      xmlNodePtr block = list != NULL ? make_list (node->doc, list, lines) : make_paragraph (node->doc, lines);

      xmlAddPrevSibling (node, block);
      copy_attributes (node, block);
    }
  xmlFree (text);
}

/*
 * Puts paragraphs and lists in the place of every element "text" of our own.
 */
void
_tl_report_spread_prose (xmlDocPtr document)
{
  xmlNodePtr root = xmlDocGetRootElement (document), next;

  for (xmlNodePtr node = root; node != NULL; node = next)
    {
      next = _tl_node_next (node, root);
      if (!_tl_node_is_ours (node, "text"))
        continue;
      spread (node);
      while (node->children != NULL && next != NULL && next->parent == node)
        next = _tl_node_next (next, root);
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
}
