/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The graph as GraphML 1.0, for programs that analyse graphs. A record has one datum a key, as the format demands, so
 * the codes of a factor stand in one, with spaces between them. */
#include "config.h"

#include "model/exchange/tl-graph-files.h"

#include <string.h>

#include "model/exchange/tl-xml-writer.h"

typedef struct {
  const char *field; /* NULL for what is not a field */
  const char *name;  /* an NMTOKEN; other programs look for "label", "x" and "y" */
  const char *type;
} Key;

static const Key node_keys[] = {
  { "statement", "label", "string" }, { "detail", "detail", "string" },       { "kind", "kind", "string" },
  { "level", "level", "string" },     { "category", "category", "string" },   { "influence", "influence", "string" },
  { "certainty", "certainty", "string" }, { "x", "x", "double" },             { "y", "y", "double" },
  { NULL, "codes", "string" },
};

static const Key edge_keys[] = {
  { "kind", "kind", "string" },   { "sign", "sign", "string" },           { "rationale", "label", "string" },
  { "state", "state", "string" }, { "certainty", "certainty", "string" }, { "test_answer", "test_answer", "string" },
};

static void
append_keys (GString    *out,
             const char *domain,
             const Key  *keys,
             guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "  <key id=\"%s-%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", domain,
                            keys[i].name, domain, keys[i].name, keys[i].type);
}

static int
compare_codes (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_codes (TlReview *review,
           TlRecord *record)
{
  g_autoptr (GPtrArray) tags = tl_review_get_referrers (review, tl_record_get_id (record), "tag", "target");
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();

  for (guint i = 0; i < tags->len; i++)
    {
      const char *code = tl_record_get_text (tags->pdata[i], "code");

      if (code != NULL && !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
        g_ptr_array_add (codes, (gpointer) code);
    }
  if (codes->len == 0)
    return NULL;
  g_ptr_array_sort (codes, compare_codes);
  g_ptr_array_add (codes, NULL);
  return g_strjoinv (" ", (char **) codes->pdata);
}

static char *
dup_value (TlReview   *review,
           TlRecord   *record,
           const char *field)
{
  if (field == NULL)
    return dup_codes (review, record);

  int index = tl_kind_find_field_index (tl_record_get_kind (record), field);

  return tl_value_dup_string (tl_record_get_value (record, (guint) index),
                              &tl_record_get_kind (record)->fields[index]);
}

static void
append_data (GString    *out,
             TlReview   *review,
             TlRecord   *record,
             const char *domain,
             const Key  *keys,
             guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = dup_value (review, record, keys[i].field);

      if (text == NULL)
        continue;
      g_string_append_printf (out, "      <data key=\"%s-%s\">", domain, keys[i].name);
      tl_xml_append_text (out, text, FALSE);
      g_string_append (out, "</data>\n");
    }
}

/**
 * tl_graphml_dup:
 * @review: a review
 *
 * Returns: (transfer full): the factors and links of @review as GraphML
 */
char *
tl_graphml_dup (TlReview *review)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  TlRecordList *factors = tl_review_get_list (review, "factor");
  TlRecordList *links = tl_review_get_list (review, "link");
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");

  append_keys (out, "node", node_keys, G_N_ELEMENTS (node_keys));
  append_keys (out, "edge", edge_keys, G_N_ELEMENTS (edge_keys));
  g_string_append_printf (out, "  <graph id=\"review-%s\" edgedefault=\"directed\">\n",
                          tl_record_get_id (tl_review_get_subject (review)));
  for (guint i = 0; i < tl_record_list_get_n (factors); i++)
    {
      TlRecord *factor = tl_record_list_get (factors, i);

      g_string_append_printf (out, "    <node id=\"%s\">\n", tl_record_get_id (factor));
      append_data (out, review, factor, "node", node_keys, G_N_ELEMENTS (node_keys));
      g_string_append (out, "    </node>\n");
    }
  for (guint i = 0; i < tl_record_list_get_n (links); i++)
    {
      TlRecord *link = tl_record_list_get (links, i);

      g_string_append_printf (out, "    <edge id=\"%s\" source=\"%s\" target=\"%s\">\n", tl_record_get_id (link),
                              tl_record_get_text (link, "cause"), tl_record_get_text (link, "effect"));
      append_data (out, review, link, "edge", edge_keys, G_N_ELEMENTS (edge_keys));
      g_string_append (out, "    </edge>\n");
    }
  g_string_append (out, "  </graph>\n</graphml>\n");
  return g_string_free (out, FALSE);
}
