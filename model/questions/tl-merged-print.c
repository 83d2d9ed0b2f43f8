/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the merged map as text, CSV, DOT and GraphML. */
#include "config.h"

#include "model/questions/tl-merged.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/exchange/tl-csv.h"
#include "model/exchange/tl-xml-writer.h"

#define THICKEST 8.0

static const TlMergedNode *
node_at (const TlMerged *merged,
         guint           i)
{
  return &g_array_index (merged->nodes, TlMergedNode, i);
}

static const TlMergedLink *
link_at (const TlMerged *merged,
         guint           i)
{
  return &g_array_index (merged->links, TlMergedLink, i);
}

/**
 * tl_merged_dup_text:
 * @merged: a graph
 *
 * Returns: (transfer full): caption and a line a link
 */
char *
tl_merged_dup_text (const TlMerged *merged)
{
  g_return_val_if_fail (merged != NULL, NULL);

  GString *out = g_string_new (merged->caption);

  g_string_append_printf (out, "\n\n%8s  %s\n", _("reviews"), _("link"));
  for (guint i = 0; i < merged->links->len; i++)
    {
      const TlMergedLink *link = link_at (merged, i);
      const TlMergedNode *cause = node_at (merged, link->cause), *effect = node_at (merged, link->effect);
      g_autofree char *reviews = tl_count_format (link->reviews);

      g_string_append_printf (out, "%8s  %s → %s\n%10s%s → %s\n", reviews, cause->code, effect->code, "",
                              cause->label, effect->label);
    }
  g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "\n%u link is left out.\n", "\n%u links are left out.\n",
                                            merged->n_left_out), merged->n_left_out);
  return g_string_free (out, FALSE);
}

/**
 * tl_merged_dup_csv:
 * @merged: a graph
 *
 * Returns: (transfer full): a line a link, each with the base and the caption beside it
 */
char *
tl_merged_dup_csv (const TlMerged *merged)
{
  g_return_val_if_fail (merged != NULL, NULL);

  GString *out = g_string_new ("cause,effect,cause_label,effect_label,cause_level,effect_level,reviews,cause_reviews,"
                               "effect_reviews,base,caption\n");
  g_autofree char *base = tl_count_format (merged->base);

  for (guint i = 0; i < merged->links->len; i++)
    {
      const TlMergedLink *link = link_at (merged, i);
      const TlMergedNode *cause = node_at (merged, link->cause), *effect = node_at (merged, link->effect);
      g_autofree char *reviews = tl_count_format (link->reviews);
      g_autofree char *of_cause = tl_count_format (cause->reviews);
      g_autofree char *of_effect = tl_count_format (effect->reviews);
      const char *cells[] = { cause->code, effect->code, cause->label, effect->label,
                              cause->level != NULL ? cause->level : "", effect->level != NULL ? effect->level : "",
                              reviews, of_cause, of_effect, base, merged->caption };

      for (guint j = 0; j < G_N_ELEMENTS (cells); j++)
        tl_csv_append_cell (out, cells[j]);
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

static void
append_quoted (GString    *out,
               const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"' || *p == '\\' || *p == '\n')
        g_string_append_c (out, '\\');
      g_string_append_c (out, *p == '\n' ? 'n' : *p);
    }
  g_string_append_c (out, '"');
}

/* A link in four times as many reviews is twice as thick: what is seen is an area. */
static double
thickness_of (const TlMerged     *merged,
              const TlMergedLink *link)
{
  return MAX (THICKEST * sqrt (tl_merged_get_share (merged, link)), 0.5);
}

/**
 * tl_merged_dup_dot:
 * @merged: a graph
 *
 * Returns: (transfer full): the graph in the language of Graphviz
 */
char *
tl_merged_dup_dot (const TlMerged *merged)
{
  g_return_val_if_fail (merged != NULL, NULL);

  GString *out = g_string_new ("digraph merged {\n  charset=\"UTF-8\";\n  rankdir=TB;\n  label=");

  append_quoted (out, merged->caption);
  g_string_append (out, ";\n  node [shape=box];\n");
  for (guint i = 0; i < merged->nodes->len; i++)
    {
      const TlMergedNode *node = node_at (merged, i);
      g_autofree char *reviews = tl_count_format (node->reviews);
      g_autofree char *label = g_strconcat (node->label, "\n", reviews, NULL);

      g_string_append (out, "  ");
      append_quoted (out, node->code);
      g_string_append (out, " [label=");
      append_quoted (out, label);
      g_string_append_printf (out, ", reviews=%s];\n", reviews);
    }
  for (guint i = 0; i < merged->links->len; i++)
    {
      const TlMergedLink *link = link_at (merged, i);
      g_autofree char *reviews = tl_count_format (link->reviews);
      char thickness[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append (out, "  ");
      append_quoted (out, node_at (merged, link->cause)->code);
      g_string_append (out, " -> ");
      append_quoted (out, node_at (merged, link->effect)->code);
      g_string_append_printf (out, " [label=\"%s\", penwidth=%s];\n", reviews,
                              g_ascii_formatd (thickness, sizeof thickness, "%.2f", thickness_of (merged, link)));
    }
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}

static void
append_datum (GString    *out,
              const char *key,
              const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, "      <data key=\"%s\">", key);
  tl_xml_append_text (out, text, FALSE);
  g_string_append (out, "</data>\n");
}

/**
 * tl_merged_dup_graphml:
 * @merged: a graph
 *
 * Returns: (transfer full): the graph as GraphML 1.0
 */
char *
tl_merged_dup_graphml (const TlMerged *merged)
{
  g_return_val_if_fail (merged != NULL, NULL);

  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                               "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
                               "  <key id=\"level\" for=\"node\" attr.name=\"level\" attr.type=\"string\"/>\n"
                               "  <key id=\"in\" for=\"node\" attr.name=\"reviews\" attr.type=\"int\"/>\n"
                               "  <key id=\"reviews\" for=\"edge\" attr.name=\"reviews\" attr.type=\"int\"/>\n"
                               "  <key id=\"caption\" for=\"graph\" attr.name=\"caption\" attr.type=\"string\"/>\n"
                               "  <graph id=\"merged\" edgedefault=\"directed\">\n");

  append_datum (out, "caption", merged->caption);
  for (guint i = 0; i < merged->nodes->len; i++)
    {
      const TlMergedNode *node = node_at (merged, i);
      g_autofree char *reviews = tl_count_format (node->reviews);

      g_string_append_printf (out, "    <node id=\"n%u\">\n", i);
      append_datum (out, "label", node->label);
      append_datum (out, "level", node->level);
      append_datum (out, "in", reviews);
      g_string_append (out, "    </node>\n");
    }
  for (guint i = 0; i < merged->links->len; i++)
    {
      const TlMergedLink *link = link_at (merged, i);
      g_autofree char *reviews = tl_count_format (link->reviews);

      g_string_append_printf (out, "    <edge source=\"n%u\" target=\"n%u\">\n", link->cause, link->effect);
      append_datum (out, "reviews", reviews);
      g_string_append (out, "    </edge>\n");
    }
  g_string_append (out, "  </graph>\n</graphml>\n");
  return g_string_free (out, FALSE);
}
