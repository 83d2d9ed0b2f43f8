/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph for Graphviz: level bands as clusters from the top of the system down, links drawn by what they mean. */
#include "config.h"

#include "model/exchange/tl-graph-files.h"

#include <string.h>

#include "model/method/tl-method.h"

#define LABEL_COLUMNS 28

/* A quoted string; the words of a label go onto several lines. */
static void
append_quoted (GString    *out,
               const char *text,
               guint       columns)
{
  guint column = 0;

  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = *p == ' ' || *p == '\n' || *p == '\t';

      if (space && column > columns)
        {
          g_string_append (out, "\\n");
          column = 0;
          continue;
        }
      column++;
      if (*p == '"' || *p == '\\')
        g_string_append_c (out, '\\');
      if (space)
        g_string_append_c (out, ' ');
      else
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }
  g_string_append_c (out, '"');
}

static const char *
shape_of (TlMethod *method,
          TlRecord *factor)
{
  const char *kind = tl_record_get_text (factor, "kind");

  if (method == NULL || kind == NULL || tl_method_find_entry (method, TL_VOCABULARY_FACTOR_KIND, kind) == NULL)
    return "box";

  switch (tl_method_get_factor_role (method, kind))
    {
    case TL_FACTOR_ROLE_OUTCOME:
      return "octagon";
    case TL_FACTOR_ROLE_EVENT:
      return "ellipse";
    case TL_FACTOR_ROLE_SAFEGUARD:
      return "house";
    case TL_FACTOR_ROLE_VARIABLE:
      return "plaintext";
    case TL_FACTOR_ROLE_ACTION:
    case TL_FACTOR_ROLE_CONDITION:
    case TL_FACTOR_ROLE_FACTOR:
    default:
      return "box";
    }
}

static void
append_factors (GString    *out,
                TlReview   *review,
                TlMethod   *method,
                const char *level)
{
  TlRecordList *factors = tl_review_get_list (review, "factor");

  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);
      const char *own = tl_record_get_text (factor, "level");
      const char *statement = tl_record_get_text (factor, "statement");

      if (own != NULL && (method == NULL || tl_method_find_entry (method, TL_VOCABULARY_LEVEL, own) == NULL))
        own = NULL;
      if (g_strcmp0 (own, level) != 0)
        continue;
      g_string_append_printf (out, "    \"%s\" [shape=%s, label=", tl_record_get_id (factor),
                              shape_of (method, factor));
      append_quoted (out, statement != NULL ? statement : "", LABEL_COLUMNS);
      g_string_append (out, "];\n");
    }
}

static void
append_levels (GString  *out,
               TlReview *review,
               TlMethod *method)
{
  guint n = method != NULL ? tl_method_get_n_levels (method) : 0;

  for (guint i = 0; i < n; i++)
    {
      const TlMethodEntry *level = tl_method_get_level (method, i);

      g_string_append_printf (out, "  subgraph \"cluster_%s\" {\n    label=", level->key);
      append_quoted (out, level->title, G_MAXINT);
      g_string_append (out, ";\n    style=rounded;\n    color=gray60;\n");
      append_factors (out, review, method, level->key);
      g_string_append (out, "  }\n");
    }
  append_factors (out, review, method, NULL);
}

static void
append_link (GString  *out,
             TlMethod *method,
             TlRecord *link)
{
  const char *kind = tl_record_get_text (link, "kind");
  const char *sign = tl_record_get_text (link, "sign");
  const char *state = tl_record_get_text (link, "state");
  gboolean known = method != NULL && kind != NULL
                   && tl_method_find_entry (method, TL_VOCABULARY_LINK_KIND, kind) != NULL;
  TlLinkRole role = known ? tl_method_get_link_role (method, kind) : TL_LINK_ROLE_CONTRIBUTES;

  g_string_append_printf (out, "  \"%s\" -> \"%s\" [id=\"%s\"", tl_record_get_text (link, "cause"),
                          tl_record_get_text (link, "effect"), tl_record_get_id (link));
  if (role == TL_LINK_ROLE_HINDERS)
    g_string_append (out, ", arrowhead=tee");
  else if (role == TL_LINK_ROLE_NECESSARY)
    g_string_append (out, ", penwidth=2");
  if (g_strcmp0 (state, "contested") == 0)
    g_string_append (out, ", style=dashed");
  else if (g_strcmp0 (state, "rejected") == 0)
    g_string_append (out, ", style=dotted, color=gray60");
  if (sign != NULL)
    g_string_append_printf (out, ", label=\"%s\"", strcmp (sign, "plus") == 0 ? "+" : "−");
  g_string_append (out, "];\n");
}

/**
 * tl_dot_dup:
 * @review: a review
 *
 * Returns: (transfer full): the factors and links of @review in the language of Graphviz
 */
char *
tl_dot_dup (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlRecord *subject = tl_review_get_subject (review);
  const char *method_id = tl_record_get_text (subject, "method");
  const char *title = tl_record_get_text (subject, "title");
  g_autoptr (TlMethod) method = method_id != NULL ? tl_method_lookup (method_id, NULL) : NULL;
  TlRecordList *links = tl_review_get_list (review, "link");
  GString *out = g_string_new ("digraph review {\n  charset=\"UTF-8\";\n  rankdir=TB;\n  label=");

  append_quoted (out, title != NULL ? title : "", G_MAXINT);
  g_string_append (out, ";\n  node [style=\"filled\", fillcolor=white];\n");
  append_levels (out, review, method);
  for (guint i = 0; i < tl_record_list_get_n (links); i++)
    append_link (out, method, tl_record_list_get (links, i));
  g_string_append (out, "}\n");
  return g_string_free (out, FALSE);
}
