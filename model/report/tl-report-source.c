/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document a stylesheet reads: what left of each review, in the XML of its tier, and beside it what its keys mean:
 * labels of the declarations, the method pack, codes, dates in words, terminology. There is nothing else to be had. */
#include "config.h"

#include "model/report/tl-report-private.h"

#include "model/base/tl-date.h"
#include "model/base/tl-error.h"
#include "model/case/tl-finding.h"
#include "model/exchange/tl-pins.h"
#include "model/exchange/tl-xml-writer.h"
#include "model/method/tl-method.h"
#include "model/report/tl-why-picture.h"
#include "model/terms/tl-terms-phrase.h"
#include "model/terms/tl-terms.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

static const char *const kind_names[] = { "board", "summary", "annual", "learning" };

static const struct {
  TlVocabulary vocabulary;
  const char  *name;
} vocabularies[] = {
  { TL_VOCABULARY_LEVEL, "level" },
  { TL_VOCABULARY_FACTOR_KIND, "factor_kind" },
  { TL_VOCABULARY_LINK_KIND, "link_kind" },
  { TL_VOCABULARY_CATEGORY, "category" },
  { TL_VOCABULARY_PATTERN_CATEGORY, "pattern_category" },
};

static xmlNodePtr
add (xmlNodePtr  parent,
     const char *name)
{
  return xmlNewChild (parent, parent->ns, BAD_CAST name, NULL);
}

static void
set (xmlNodePtr  node,
     const char *name,
     const char *value)
{
  if (value != NULL)
    xmlNewProp (node, BAD_CAST name, BAD_CAST value);
}

static void
set_number (xmlNodePtr  node,
            const char *name,
            guint       value)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", value);
  set (node, name, text);
}

static xmlNodePtr
add_meaning (xmlNodePtr  parent,
             const char *name,
             const char *key,
             const char *label)
{
  xmlNodePtr node = add (parent, name);

  set (node, "key", key);
  set (node, "label", label);
  return node;
}

/* What kinds, fields and choices are called. A choice has its whole name as key, as in "finding/certainty/probable". */
static void
add_labels (xmlNodePtr  parent,
            TlTerms    *terms)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);
      g_autofree char *label = tl_terms_dup_declared (terms, kind->label);
      g_autofree char *plural = tl_terms_dup_declared (terms, kind->plural);

      set (add_meaning (parent, "kind", kind->name, label), "plural", plural);
      for (guint j = 0; j < kind->n_fields; j++)
        {
          const TlField *field = &kind->fields[j];
          g_autofree char *key = g_strjoin ("/", kind->name, field->name, NULL);
          g_autofree char *said = tl_terms_dup_declared (terms, field->label);

          add_meaning (parent, "field", key, said);
          for (guint k = 0; field->choices != NULL && field->choices[k].key != NULL; k++)
            {
              g_autofree char *choice = g_strjoin ("/", key, field->choices[k].key, NULL);
              g_autofree char *chosen = tl_terms_dup_declared (terms, field->choices[k].label);

              add_meaning (parent, "choice", choice, chosen);
            }
        }
    }
}

static const char *
get_field (const TlPlainRecord *record,
           const char          *field)
{
  return tl_value_get_text (tl_plain_record_get (record, field));
}

static const char *
get_own (TlExport   *export,
         const char *field)
{
  for (guint i = 0; i < export->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (export->records, i);

      if (record->kind == tl_kind_lookup ("review"))
        return get_field (record, field);
    }
  return NULL;
}

static gboolean
add_terms (xmlNodePtr    root,
           GPtrArray    *exports,
           const char   *profile,
           GError      **error)
{
  const char *own = exports->len > 0 ? get_own (g_ptr_array_index (exports, 0), "profile") : NULL;
  g_autoptr (TlTerms) terms = tl_terms_lookup (profile != NULL ? profile : own != NULL ? own : TL_TERMS_DEFAULT, error);
  const char *const *keys = tl_terms_get_keys ();

  if (terms == NULL)
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++)
    add_meaning (root, "term", keys[i], tl_terms_get (terms, keys[i]));
  add_labels (root, terms);
  return TRUE;
}

static void
add_method (xmlNodePtr  parent,
            TlExport   *export)
{
  const char *id = get_own (export, "method");
  g_autoptr (TlMethod) method = id != NULL ? tl_method_lookup (id, NULL) : NULL;

  if (method == NULL)
    return;

  xmlNodePtr node = add_meaning (parent, "method", id, tl_method_get_title (method));

  set (node, "version", tl_method_get_version (method));
  set (node, "description", tl_method_get_description (method));
  set (node, "origin", tl_method_get_origin (method));
  for (guint i = 0; i < G_N_ELEMENTS (vocabularies); i++)
    {
      guint n;
      const TlMethodEntry *entries = tl_method_get_entries (method, vocabularies[i].vocabulary, &n);

      for (guint j = 0; j < n; j++)
        {
          g_autofree char *key = g_strjoin ("/", vocabularies[i].name, entries[j].key, NULL);
          xmlNodePtr entry = add_meaning (parent, "entry", key, entries[j].title);

          set (entry, "description", entries[j].description);
          if (vocabularies[i].vocabulary == TL_VOCABULARY_FACTOR_KIND)
            set (entry, "role", tl_factor_role_get_name (entries[j].factor_role));
        }
    }
}

/* What a code or a date of a record means, once each. */
static void
add_meanings (xmlNodePtr  parent,
              TlExport   *export)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TlPins) pins = tl_pins_new ();

  for (guint i = 0; i < export->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (export->records, i);

      for (guint j = 0; j < record->kind->n_fields; j++)
        {
          const TlField *field = &record->kind->fields[j];
          char *text = record->values[j].type == TL_VALUE_TEXT ? record->values[j].text : NULL;
          TlDate date;

          if (text == NULL || (field->type != TL_FIELD_DATE && field->vocabulary != TL_VOCABULARY_CODE)
              || !g_hash_table_add (known, text))
            continue;
          if (field->type == TL_FIELD_DATE && tl_date_parse (text, &date))
            {
              g_autofree char *words = tl_date_format (&date);

              add_meaning (parent, "date", text, words);
            }
          else if (field->vocabulary == TL_VOCABULARY_CODE)
            {
              gsize length = strcspn (text, ":");
              g_autofree char *scheme = g_strndup (text, length);

              tl_pins_add_typology (pins, scheme, NULL, NULL);

              TlTypology *typology = tl_pins_find_typology (pins, text, length);
              TlCode *code = typology != NULL && text[length] == ':'
                               ? tl_typology_find_code (typology, text + length + 1) : NULL;

              add_meaning (parent, "code", text, code != NULL ? tl_code_get_label (code) : text);
            }
        }
    }
}

static void
add_figures (xmlNodePtr  parent,
             TlExport   *export,
             GPtrArray  *figures)
{
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < export->records->len; i++)
    g_hash_table_add (own, ((TlPlainRecord *) g_ptr_array_index (export->records, i))->id);
  for (guint i = 0; i < figures->len; i++)
    {
      const TlReportFigure *figure = g_ptr_array_index (figures, i);

      if (!g_hash_table_contains (own, figure->finding))
        continue;

      xmlNodePtr node = add (parent, "figure");
      g_autofree char *label = tl_why_picture_dup_label (figure->picture);
      g_auto (GStrv) sentences = tl_why_picture_dup_sentences (figure->picture);

      set (node, "finding", figure->finding);
      set (node, "label", label);
      set_number (node, "factors", figure->picture->factors->len);
      for (guint j = 0; sentences[j] != NULL; j++)
        xmlNewTextChild (node, node->ns, BAD_CAST "sentence", BAD_CAST sentences[j]);
    }
}

static guint
count_characters (const TlPlainRecord *record,
                  const char          *field)
{
  const char *text = get_field (record, field);

  return text != NULL ? (guint) g_utf8_strlen (text, -1) : 0;
}

/* How long a finding is, of what leaves: with its questions for the board. */
static guint
measure_finding (TlExport            *export,
                 const TlPlainRecord *finding)
{
  guint n = count_characters (finding, "statement");

  for (guint i = 0; tl_finding_questions[i] != NULL; i++)
    n += count_characters (finding, tl_finding_questions[i]);
  for (guint i = 0; i < export->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (export->records, i);

      if (record->kind == tl_kind_lookup ("board_question")
          && g_strcmp0 (get_field (record, "finding"), finding->id) == 0)
        n += count_characters (record, "text");
    }
  return n;
}

static void
add_lengths (xmlNodePtr  parent,
             TlExport   *export)
{
  for (guint i = 0; i < export->records->len; i++)
    {
      const TlPlainRecord *record = g_ptr_array_index (export->records, i);

      if (record->kind != tl_kind_lookup ("finding"))
        continue;

      g_autofree char *length = tl_finding_dup_length (measure_finding (export, record));

      add_meaning (parent, "length", record->id, length);
    }
}

static gboolean
add_case (xmlNodePtr   root,
          TlExport    *export,
          GPtrArray   *figures,
          GError     **error)
{
  g_autofree char *xml = tl_xml_dup_export (export);
  xmlDocPtr document = xmlReadMemory (xml, (int) strlen (xml), NULL, NULL,
                                      XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOBLANKS);

  if (document == NULL)
    {
      g_set_error_literal (error, TL_ERROR, TL_ERROR_FAILED, _("What leaves of the review can’t be read again."));
      return FALSE;
    }

  xmlNodePtr node = add (root, "case");

  add_method (node, export);
  add_meanings (node, export);
  add_figures (node, export, figures);
  add_lengths (node, export);
  xmlAddChild (node, xmlDocCopyNode (xmlDocGetRootElement (document), root->doc, 1));
  xmlFreeDoc (document);
  return TRUE;
}

static void
set_date (xmlNodePtr  root,
          const char *text)
{
  TlDate date;

  if (text == NULL || !tl_date_parse (text, &date))
    return;

  g_autofree char *words = tl_date_format (&date);

  set (root, "date", words);
}

/*
 * Puts together what there is to report of. The figures are those of all findings.
 *
 * Returns: (transfer full): the document; NULL with @error
 */
xmlDocPtr
_tl_report_source_new (GPtrArray              *exports,
                       GPtrArray              *figures,
                       const TlReportOptions  *options,
                       GError                **error)
{
  xmlDocPtr document = xmlNewDoc (BAD_CAST "1.0");
  xmlNodePtr root = xmlNewDocNode (document, NULL, BAD_CAST "report", NULL);
  TlExport *first = g_ptr_array_index (exports, 0);
  gboolean done;

  xmlDocSetRootElement (document, root);
  xmlSetNs (root, xmlNewNs (root, BAD_CAST TL_REPORT_NAMESPACE, BAD_CAST "r"));
  set (root, "kind", kind_names[options->kind]);
  set (root, "tier", tl_tier_get_name (first->tier));
  set_date (root, options->date);
  done = add_terms (root, exports, options->profile, error);
  for (guint i = 0; done && i < exports->len; i++)
    done = add_case (root, g_ptr_array_index (exports, i), figures, error);
  if (!done)
    g_clear_pointer (&document, xmlFreeDoc);
  return document;
}
