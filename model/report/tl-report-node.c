/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small questions about the elements of a report, for whoever walks along them. */
#include "config.h"

#include "model/report/tl-report-private.h"

#include <string.h>

/* What stands on lines of its own. */
static const char *const blocks[] = {
  "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure",
  "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "section", "table", "tbody",
  "td", "th", "thead", "tr", "ul", NULL,
};

/* Whether @node is the element @name of HTML. */
gboolean
_tl_node_is (xmlNodePtr  node,
             const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns == NULL && strcmp ((const char *) node->name, name) == 0;
}

/* Whether @node is an element that a stylesheet left for us. */
gboolean
_tl_node_is_ours (xmlNodePtr  node,
                  const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && strcmp ((const char *) node->ns->href, TL_REPORT_NAMESPACE) == 0
         && strcmp ((const char *) node->name, name) == 0;
}

gboolean
_tl_node_is_block (xmlNodePtr node)
{
  return node->type == XML_ELEMENT_NODE && node->ns == NULL
         && g_strv_contains (blocks, (const char *) node->name);
}

/*
 * Returns: (transfer full) (nullable): the value of an attribute
 */
char *
_tl_node_dup_attribute (xmlNodePtr  node,
                        const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/*
 * Returns: (nullable): what comes after @node in the order of the document, within @root
 */
xmlNodePtr
_tl_node_next (xmlNodePtr node,
               xmlNodePtr root)
{
  if (node->children != NULL && node->type == XML_ELEMENT_NODE)
    return node->children;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node != root ? node->next : NULL;
}

/*
 * Appends @text as it is read: each run of spaces is one, and none begins a line.
 */
void
_tl_text_append_collapsed (GString    *out,
                           const char *text)
{
  for (; *text != '\0'; text++)
    if (strchr (" \t\n\r", *text) == NULL)
      g_string_append_c (out, *text);
    else if (out->len > 0 && strchr (" \n", out->str[out->len - 1]) == NULL)
      g_string_append_c (out, ' ');
}

static void
begin_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
}

/*
 * Appends the text of @node as it is read: spaces collapsed, each block on a line of its own.
 */
void
_tl_node_append_text (GString    *out,
                      xmlNodePtr  node)
{
  if (node->type == XML_TEXT_NODE)
    {
      _tl_text_append_collapsed (out, (const char *) node->content);
      return;
    }
  if (node->type != XML_ELEMENT_NODE || _tl_node_is (node, "head") || _tl_node_is_ours (node, "picture"))
    return;

  gboolean breaks = _tl_node_is_block (node) || _tl_node_is (node, "br");

  if (breaks)
    begin_line (out);
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    _tl_node_append_text (out, child);
  if (breaks)
    begin_line (out);
}
