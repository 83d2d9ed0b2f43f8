/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps a report to the length it may have. A stylesheet says how many characters that is (attribute "limit" of our own
 * at the body), what may go and in which order ("spare", the highest number first, the last of a number first), and
 * where to say what went (element "left-out"). If all that may go does not suffice, texts are cut. */
#include "config.h"

#include "model/base/tl-text.h"
#include "model/report/tl-report-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Of a text that is cut, this much stays: a letter and the ellipsis. */
#define LEAST 2

static char *
dup_own (xmlNodePtr  node,
         const char *name)
{
  xmlChar *value = xmlGetNsProp (node, BAD_CAST name, BAD_CAST TL_REPORT_NAMESPACE);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

static glong
measure (xmlNodePtr body)
{
  g_autoptr (GString) text = g_string_new (NULL);

  _tl_node_append_text (text, body);
  return g_utf8_strlen (text->str, -1);
}

/* What may go: in the order of the document. */
typedef struct {
  xmlNodePtr node;
  int        rank;
  char      *what; /* owned; "" for what needs no mention */
  gboolean   is_gone;
} Spare;

static void
spare_clear (gpointer data)
{
  g_free (((Spare *) data)->what);
}

/* What goes with another that may go is not asked for itself. */
static void
collect (xmlNodePtr  node,
         GArray     *spares)
{
  g_autofree char *rank = node->type == XML_ELEMENT_NODE ? dup_own (node, "spare") : NULL;

  if (rank != NULL)
    {
      char *what = dup_own (node, "what");
      Spare spare = { node, atoi (rank), what != NULL ? what : g_strdup (""), FALSE };

      g_array_append_val (spares, spare);
      return;
    }
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      collect (child, spares);
}

/* "Questions for the board (4 of 12), Findings (1 of 5)" */
static char *
dup_gone (GArray *spares)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < spares->len; i++)
    {
      const Spare *first = &g_array_index (spares, Spare, i);
      guint n = 0, n_gone = 0;
      gboolean is_new = TRUE;

      for (guint j = 0; j < spares->len; j++)
        if (strcmp (g_array_index (spares, Spare, j).what, first->what) == 0)
          {
            is_new &= j >= i;
            n++;
            n_gone += g_array_index (spares, Spare, j).is_gone;
          }
      if (!is_new || n_gone == 0 || first->what[0] == '\0')
        continue;
      /* Translators: what, and of how many how many, as in "Questions for the board (4 of 12)" */
      g_string_append_printf (text, _("%s%s (%u of %u)"), text->len > 0 ? ", " : "", first->what, n_gone, n);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
tell (xmlNodePtr  place,
      GArray     *spares,
      glong       limit)
{
  g_autofree char *gone = dup_gone (spares);
  g_autofree char *sentence = g_strdup_printf (_("Left out to keep to %ld characters: %s."), limit, gone);

  if (place != NULL && gone[0] != '\0')
    {
      xmlNodeSetContent (place, NULL);
      xmlAddChild (place, xmlNewDocText (place->doc, BAD_CAST sentence));
    }
}

static gboolean
holds_only_headings (xmlNodePtr node)
{
  for (xmlNodePtr child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && (child->name[0] != 'h' || !g_ascii_isdigit (child->name[1])))
      return FALSE;
  return TRUE;
}

/* With the last of a list the list goes, and the section that would be a heading without a text. */
static void
drop (xmlNodePtr node,
      xmlNodePtr body)
{
  xmlNodePtr parent = node->parent;

  xmlUnlinkNode (node);
  xmlFreeNode (node);
  if (parent != NULL && parent != body && holds_only_headings (parent))
    drop (parent, body);
}

static Spare *
find_next (GArray *spares)
{
  Spare *next = NULL;

  for (guint i = 0; i < spares->len; i++)
    {
      Spare *spare = &g_array_index (spares, Spare, i);

      if (!spare->is_gone && (next == NULL || spare->rank >= next->rank))
        next = spare;
    }
  return next;
}

static xmlNodePtr
find_longest_text (xmlNodePtr body)
{
  xmlNodePtr longest = NULL;

  for (xmlNodePtr node = body; node != NULL; node = _tl_node_next (node, body))
    if (node->type == XML_TEXT_NODE
        && (longest == NULL || strlen ((const char *) node->content) > strlen ((const char *) longest->content)))
      longest = node;
  return longest;
}

static gboolean
cut (xmlNodePtr body,
     glong      surplus)
{
  xmlNodePtr longest = find_longest_text (body);
  glong length = longest != NULL ? g_utf8_strlen ((const char *) longest->content, -1) : 0;

  if (length <= LEAST)
    return FALSE;

  g_autofree char *text = tl_text_shorten ((const char *) longest->content, (guint) MAX (length - surplus - 1, LEAST));
  xmlChar *escaped = xmlEncodeSpecialChars (body->doc, BAD_CAST text);

  xmlNodeSetContent (longest, escaped);
  xmlFree (escaped);
  return TRUE;
}

static xmlNodePtr
find_place (xmlNodePtr body)
{
  for (xmlNodePtr node = body; node != NULL; node = _tl_node_next (node, body))
    if (_tl_node_is_ours (node, "left-out"))
      {
        xmlNodeSetName (node, BAD_CAST "p");
        xmlSetNs (node, NULL);
        return node;
      }
  return NULL;
}

static xmlNodePtr
find_body (xmlDocPtr document)
{
  for (xmlNodePtr node = xmlDocGetRootElement (document)->children; node != NULL; node = node->next)
    if (_tl_node_is (node, "body"))
      return node;
  return NULL;
}

/*
 * Leaves out of @document what does not fit.
 */
void
_tl_report_fit (xmlDocPtr document)
{
  xmlNodePtr body = find_body (document);
  g_autofree char *limit_text = body != NULL ? dup_own (body, "limit") : NULL;
  glong limit = limit_text != NULL ? atol (limit_text) : 0;

  if (limit <= 0)
    return;

  g_autoptr (GArray) spares = g_array_new (FALSE, FALSE, sizeof (Spare));
  xmlNodePtr place = find_place (body);
  Spare *next;
  glong length;

  g_array_set_clear_func (spares, spare_clear);
  collect (body, spares);
  length = measure (body);
  while (length > limit && (next = find_next (spares)) != NULL)
    {
      length -= measure (next->node) + 1;
      drop (next->node, body);
      next->is_gone = TRUE;
      if (length > limit)
        continue;
      tell (place, spares, limit);
      length = measure (body);
    }
  tell (place, spares, limit);
  while (measure (body) > limit && cut (body, measure (body) - limit))
    ;
  if (place != NULL && place->children == NULL)
    drop (place, body);
}
