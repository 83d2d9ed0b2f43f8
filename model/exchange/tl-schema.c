/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes the XML Schema of a tier, a method and some typologies, in their versions: what others need to make files that
 * are sure to be taken, and its own manual. It follows from the declarations, as the reader does. */
#include "config.h"

#include "model/exchange/tl-schema.h"

#include <string.h>

#include "model/base/tl-text.h"
#include "model/exchange/tl-form.h"
#include "model/exchange/tl-schema-patterns.h"
#include "model/exchange/tl-xml-reader.h"

typedef struct {
  const TlForm  *form;
  TlPins        *pins;
  TlSchemaFlags  flags;
  GString       *out;
} Schema;

static const struct {
  TlVocabulary vocabulary;
  const char  *type;
} method_types[] = {
  { TL_VOCABULARY_LEVEL, "key-level" },
  { TL_VOCABULARY_FACTOR_KIND, "key-factor-kind" },
  { TL_VOCABULARY_CATEGORY, "key-category" },
  { TL_VOCABULARY_LINK_KIND, "key-link-kind" },
  { TL_VOCABULARY_PATTERN_CATEGORY, "key-pattern-category" },
};

/* Appends @format with its strings made safe, since labels and definitions are anybody's text. */
static void
append (Schema     *schema,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static void
append (Schema     *schema,
        const char *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_markup_vprintf_escaped (format, arguments);
  va_end (arguments);
  g_string_append (schema->out, text);
}

static void
append_documentation (Schema     *schema,
                      int         indent,
                      const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  append (schema, "%*s<xs:annotation><xs:documentation xml:lang=\"en\">%s</xs:documentation></xs:annotation>\n", indent,
          "", text);
}

static void
append_enumeration (Schema     *schema,
                    const char *value,
                    const char *documentation)
{
  append (schema, "      <xs:enumeration value=\"%s\">\n", value);
  append_documentation (schema, 8, documentation);
  g_string_append (schema->out, "      </xs:enumeration>\n");
}

static void
start_type (Schema     *schema,
            const char *name)
{
  append (schema, "  <xs:simpleType name=\"%s\">\n    <xs:restriction base=\"xs:string\">\n", name);
}

static void
end_type (Schema *schema)
{
  g_string_append (schema->out, "    </xs:restriction>\n  </xs:simpleType>\n");
}

static void
append_pattern_type (Schema     *schema,
                     const char *name,
                     const char *pattern)
{
  start_type (schema, name);
  append (schema, "      <xs:pattern value=\"%s\"/>\n", pattern);
  end_type (schema);
}

static void
append_text_type (Schema     *schema,
                  const char *name,
                  guint       max)
{
  start_type (schema, name);
  append (schema, "      <xs:minLength value=\"1\"/>\n      <xs:maxLength value=\"%u\"/>\n", max);
  end_type (schema);
}

/* Types */

static void
append_choices (Schema        *schema,
                const TlKind  *kind,
                const TlField *field)
{
  g_autofree char *name = g_strdup_printf ("choice-%s-%s", kind->name, field->name);

  start_type (schema, name);
  for (guint i = 0; field->choices[i].key != NULL; i++)
    append_enumeration (schema, field->choices[i].key, field->choices[i].label);
  end_type (schema);
}

static void
append_integer (Schema           *schema,
                const TlFormKind *kind,
                guint             field)
{
  const TlField *declared = tl_form_get_field (kind, field);
  g_autofree char *pattern = tl_schema_dup_integer_pattern (declared->min, declared->max);
  g_autofree char *name = g_strdup_printf ("integer-%s-%s", kind->kind->name, kind->kind->fields[field].name);

  append_pattern_type (schema, name, pattern);
}

/* Where no key is defined none is allowed; an empty enumeration would allow any. */
static void
append_nothing_type (Schema     *schema,
                     const char *name)
{
  start_type (schema, name);
  g_string_append (schema->out, "      <xs:length value=\"121\"/>\n      <xs:pattern value=\"\\i\\c{0,119}\"/>\n");
  end_type (schema);
}

static void
append_method_keys (Schema       *schema,
                    TlVocabulary  vocabulary,
                    const char   *type)
{
  guint n = 0;
  const TlMethodEntry *entries = tl_method_get_entries (schema->pins->method, vocabulary, &n);

  if (n == 0)
    {
      append_nothing_type (schema, type);
      return;
    }

  start_type (schema, type);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = entries[i].description != NULL
          ? g_strconcat (entries[i].title, ": ", entries[i].description, NULL) : g_strdup (entries[i].title);

      append_enumeration (schema, entries[i].key, text);
    }
  end_type (schema);
}

static char *
dup_code_text (TlCode *code)
{
  GString *text = g_string_new (tl_code_get_label (code));

  if (tl_code_get_definition (code) != NULL)
    g_string_append_printf (text, ": %s", tl_code_get_definition (code));
  if (tl_code_get_include (code) != NULL)
    g_string_append_printf (text, " Includes: %s", tl_code_get_include (code));
  if (tl_code_get_exclude (code) != NULL)
    g_string_append_printf (text, " Excludes: %s", tl_code_get_exclude (code));
  if (tl_code_get_example (code) != NULL)
    g_string_append_printf (text, " Example: %s", tl_code_get_example (code));
  return g_string_free (text, FALSE);
}

static void
append_codes (Schema *schema)
{
  if (schema->pins->typologies->len == 0)
    {
      append_nothing_type (schema, "code");
      return;
    }

  start_type (schema, "code");
  for (guint i = 0; i < schema->pins->typologies->len; i++)
    {
      GListModel *codes = tl_typology_get_codes (g_ptr_array_index (schema->pins->typologies, i));

      for (guint j = 0; j < g_list_model_get_n_items (codes); j++)
        {
          g_autoptr (TlCode) code = g_list_model_get_item (codes, j);
          g_autofree char *text = dup_code_text (code);

          append_enumeration (schema, tl_code_get_qualified (code), text);
        }
    }
  end_type (schema);
}

static void
append_types (Schema *schema)
{
  g_autofree char *date = tl_schema_dup_date_pattern ();

  append_pattern_type (schema, "id", TL_SCHEMA_ID_PATTERN);
  append_pattern_type (schema, "date", date);
  append_pattern_type (schema, "key", TL_SCHEMA_KEY_PATTERN);
  append_text_type (schema, "line", TL_TEXT_MAX_LINE);
  append_text_type (schema, "prose", TL_TEXT_MAX_PROSE);
  append_text_type (schema, "body", TL_TEXT_MAX_BODY_BYTES);
  start_type (schema, "yes-or-no");
  append_enumeration (schema, "true", NULL);
  append_enumeration (schema, "false", NULL);
  end_type (schema);

  /* Not a fixed value: an empty element would stand for that. */
  if (schema->pins->method != NULL)
    {
      start_type (schema, "method-version");
      append_enumeration (schema, tl_method_get_version (schema->pins->method), NULL);
      end_type (schema);
    }
  for (guint i = 0; schema->pins->method != NULL && i < G_N_ELEMENTS (method_types); i++)
    append_method_keys (schema, method_types[i].vocabulary, method_types[i].type);
  append_codes (schema);
}

static char *
dup_type_name (Schema           *schema,
               const TlFormKind *kind,
               guint             index)
{
  const TlField *field = tl_form_get_field (kind, index);

  switch (field->type)
    {
    case TL_FIELD_TEXT:
      return g_strdup (schema->pins->method != NULL && strcmp (field->name, "method_version") == 0 ? "method-version"
                                                                                                    : "line");
    case TL_FIELD_PROSE:
      return g_strdup ("prose");
    case TL_FIELD_BODY:
      return g_strdup ("body");
    case TL_FIELD_CHOICE:
    case TL_FIELD_CHOICES:
      return g_strdup_printf ("choice-%s-%s", kind->kind->name, field->name);
    case TL_FIELD_INT:
      return g_strdup_printf ("integer-%s-%s", kind->kind->name, kind->kind->fields[index].name);
    case TL_FIELD_BOOL:
      return g_strdup ("yes-or-no");
    case TL_FIELD_DATE:
      return g_strdup ("date");
    case TL_FIELD_KEY:
      for (guint i = 0; schema->pins->method != NULL && i < G_N_ELEMENTS (method_types); i++)
        if (method_types[i].vocabulary == field->vocabulary)
          return g_strdup (method_types[i].type);
      return g_strdup (field->vocabulary == TL_VOCABULARY_CODE ? "code" : "key");
    case TL_FIELD_REF:
    case TL_FIELD_REFS:
    case TL_FIELD_ANY:
    case TL_FIELD_UUID:
    default:
      return g_strdup ("id");
    }
}

/* Kinds */

/* The method that a review names is the one the schema is made for. */
static void
append_fixed_method (Schema        *schema,
                     const TlField *field)
{
  if (schema->pins->method != NULL && field->vocabulary == TL_VOCABULARY_METHOD)
    append (schema, " fixed=\"%s\"", tl_method_get_id (schema->pins->method));
}

static void
append_element_slot (Schema           *schema,
                     const TlFormKind *kind,
                     const TlFormSlot *slot)
{
  const TlField *field = &kind->kind->fields[slot->field];
  g_autofree char *type = dup_type_name (schema, kind, slot->field);
  gboolean reference = field->type == TL_FIELD_REFS;

  append (schema, "      <xs:element name=\"%s\" type=\"r:%s\" minOccurs=\"0\"", slot->name,
          reference ? "reference" : type);
  g_string_append (schema->out, tl_field_is_list (field) ? " maxOccurs=\"unbounded\">\n" : ">\n");
  append_documentation (schema, 8, field->label);
  g_string_append (schema->out, "      </xs:element>\n");
}

static void
append_attribute_slot (Schema           *schema,
                       const TlFormKind *kind,
                       const TlFormSlot *slot)
{
  const TlField *field = &kind->kind->fields[slot->field];
  g_autofree char *type = dup_type_name (schema, kind, slot->field);
  gboolean required = tl_form_is_required (kind, slot->field) && field->refs[1] == NULL;

  append (schema, "    <xs:attribute name=\"%s\" type=\"r:%s\"", slot->name, type);
  g_string_append (schema->out, required ? " use=\"required\"" : "");
  append_fixed_method (schema, field);
  g_string_append (schema->out, ">\n");
  append_documentation (schema, 6, field->label);
  g_string_append (schema->out, "    </xs:attribute>\n");
}

static void
append_kind (Schema           *schema,
             const TlFormKind *kind)
{
  for (guint i = 0; i < kind->kind->n_fields; i++)
    if (kind->passages[i] != TL_PASSAGE_NONE && kind->kind->fields[i].choices != NULL)
      append_choices (schema, kind->kind, &kind->kind->fields[i]);
    else if (kind->passages[i] != TL_PASSAGE_NONE && tl_form_get_field (kind, i)->type == TL_FIELD_INT)
      append_integer (schema, kind, i);

  append (schema, "  <xs:complexType name=\"%s\">\n", kind->kind->name);
  append_documentation (schema, 4, kind->kind->label);
  if (kind->n_elements > 0)
    {
      g_string_append (schema->out, "    <xs:sequence>\n");
      for (guint i = 0; i < kind->n_elements; i++)
        append_element_slot (schema, kind, &kind->elements[i]);
      g_string_append (schema->out, "    </xs:sequence>\n");
    }
  g_string_append (schema->out, "    <xs:attribute name=\"id\" type=\"r:id\" use=\"required\"/>\n");
  for (guint i = 0; i < kind->n_attributes; i++)
    append_attribute_slot (schema, kind, &kind->attributes[i]);
  g_string_append (schema->out, "  </xs:complexType>\n");
}

/* Root */

/* Nothing stands twice in a list. */
static void
append_list_constraints (Schema           *schema,
                         const TlFormKind *kind)
{
  for (guint i = 0; i < kind->n_elements; i++)
    {
      const TlField *field = &kind->kind->fields[kind->elements[i].field];

      if (tl_field_is_list (field))
        append (schema,
                "          <xs:unique name=\"once-%s-%s\"><xs:selector xpath=\"r:%s\"/><xs:field xpath=\"%s\"/>"
                "</xs:unique>\n",
                kind->kind->name, field->name, field->name, field->type == TL_FIELD_REFS ? "@ref" : ".");
    }
}

static gboolean
is_referred_to (Schema       *schema,
                const TlKind *kind)
{
  for (guint i = 0; i < schema->form->n_kinds; i++)
    for (guint j = 0; j < schema->form->kinds[i].kind->n_fields; j++)
      if (schema->form->kinds[i].passages[j] != TL_PASSAGE_NONE
          && tl_field_refers_to (&schema->form->kinds[i].kind->fields[j], kind))
        return TRUE;
  return FALSE;
}

static void
append_keyref (Schema     *schema,
               const char *kind,
               const char *slot,
               const char *selector,
               const char *field,
               const char *target)
{
  append (schema,
          "    <xs:keyref name=\"ref-%s-%s\" refer=\"r:key-of-%s\"><xs:selector xpath=\"%s\"/><xs:field xpath=\"%s\"/>"
          "</xs:keyref>\n",
          kind, slot, target, selector, field);
}

/* A record that has to refer to one of several kinds does so exactly once; one that may, at most once. The id beside it
 * keeps two records that refer to the same apart. */
static void
append_target_constraint (Schema           *schema,
                          const TlFormKind *kind,
                          guint             index)
{
  const char *type = tl_form_is_required (kind, index) ? "key" : "unique";
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; i < kind->n_attributes; i++)
    if (kind->attributes[i].field == index)
      g_string_append_printf (path, "%s@%s", path->len > 0 ? "|" : "", kind->attributes[i].name);
  append (schema,
          "    <xs:%s name=\"one-%s-%s\"><xs:selector xpath=\"r:%s\"/><xs:field xpath=\"%s\"/><xs:field xpath=\"@id\"/>"
          "</xs:%s>\n",
          type, kind->kind->name, kind->kind->fields[index].name, kind->kind->name, path->str, type);
}

static void
append_references (Schema           *schema,
                   const TlFormKind *kind)
{
  g_autofree char *selector = g_strconcat ("r:", kind->kind->name, NULL);

  for (guint i = 0; i < kind->n_attributes; i++)
    {
      const TlFormSlot *slot = &kind->attributes[i];
      const TlField *field = &kind->kind->fields[slot->field];
      g_autofree char *path = g_strconcat ("@", slot->name, NULL);

      if (field->type != TL_FIELD_REF)
        continue;
      append_keyref (schema, kind->kind->name, slot->name, selector, path, field->refs[slot->ref]);
      if (field->refs[1] != NULL && (i == 0 || kind->attributes[i - 1].field != slot->field))
        append_target_constraint (schema, kind, slot->field);
    }
  for (guint i = 0; i < kind->n_elements; i++)
    {
      const TlField *field = &kind->kind->fields[kind->elements[i].field];
      g_autofree char *list = g_strdup_printf ("r:%s/r:%s", kind->kind->name, field->name);

      if (field->type == TL_FIELD_REFS)
        append_keyref (schema, kind->kind->name, field->name, list, "@ref", field->refs[0]);
    }
}

static void
append_root_attributes (Schema *schema)
{
  append (schema,
          "      <xs:attribute name=\"format\" type=\"xs:string\" use=\"required\" fixed=\"%s\"/>\n"
          "      <xs:attribute name=\"tier\" type=\"xs:string\" use=\"required\" fixed=\"%s\"/>\n",
          TL_FORM_VERSION, tl_tier_get_name (schema->form->tier));
  for (guint i = 0; i < schema->pins->typologies->len; i++)
    {
      TlTypology *typology = g_ptr_array_index (schema->pins->typologies, i);

      append (schema, "      <xs:attribute name=\"typology-%s\" type=\"xs:string\" use=\"%s\" fixed=\"%s\">\n",
              tl_typology_get_id (typology), schema->flags & TL_SCHEMA_ALL_PINNED ? "required" : "optional",
              tl_typology_get_version (typology));
      append_documentation (schema, 8, tl_typology_get_title (typology));
      g_string_append (schema->out, "      </xs:attribute>\n");
    }
}

static void
append_root (Schema *schema)
{
  g_string_append (schema->out, "  <xs:element name=\"throughline\">\n    <xs:complexType>\n      <xs:sequence>\n");
  for (guint i = 0; i < schema->form->n_kinds; i++)
    {
      const TlFormKind *kind = &schema->form->kinds[i];

      if (!kind->leaves)
        continue;
      append (schema, "        <xs:element name=\"%s\" type=\"r:%s\" minOccurs=\"%s\" maxOccurs=\"%s\">\n",
              kind->kind->name, kind->kind->name, kind->kind->flags & TL_KIND_SINGLETON ? "1" : "0",
              kind->kind->flags & TL_KIND_SINGLETON ? "1" : "unbounded");
      append_list_constraints (schema, kind);
      g_string_append (schema->out, "        </xs:element>\n");
    }
  g_string_append (schema->out, "      </xs:sequence>\n");
  append_root_attributes (schema);
  g_string_append (schema->out, "    </xs:complexType>\n    <xs:unique name=\"ids\"><xs:selector xpath=\"*\"/>"
                                "<xs:field xpath=\"@id\"/></xs:unique>\n");
  for (guint i = 0; i < schema->form->n_kinds; i++)
    if (schema->form->kinds[i].leaves && is_referred_to (schema, schema->form->kinds[i].kind))
      append (schema,
              "    <xs:key name=\"key-of-%s\"><xs:selector xpath=\"r:%s\"/><xs:field xpath=\"@id\"/></xs:key>\n",
              schema->form->kinds[i].kind->name, schema->form->kinds[i].kind->name);
  for (guint i = 0; i < schema->form->n_kinds; i++)
    append_references (schema, &schema->form->kinds[i]);
  g_string_append (schema->out, "  </xs:element>\n");
}

/**
 * tl_schema_dup:
 * @tier: to whom the files go
 * @pins: the method and the typologies they may use, each in its version. Without a method, keys are held to their form
 *   only
 * @flags: how
 *
 * Returns: (transfer full): the schema as XML
 */
char *
tl_schema_dup (TlTier         tier,
               TlPins        *pins,
               TlSchemaFlags  flags)
{
  g_return_val_if_fail (pins != NULL, NULL);

  Schema schema = { tl_form_get (tier), pins, flags, g_string_new (NULL) };

  append (&schema,
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:r=\"%s\" targetNamespace=\"%s\" "
          "elementFormDefault=\"qualified\" version=\"%s\">\n",
          TL_FORM_NAMESPACE, TL_FORM_NAMESPACE, TL_FORM_VERSION);
  append_documentation (&schema, 2, "A review of Throughline, as it leaves in one tier. Records stand in the order of "
                                    "their kinds; references among them are checked.");
  append_root (&schema);
  g_string_append (schema.out, "  <xs:complexType name=\"reference\">\n"
                               "    <xs:attribute name=\"ref\" type=\"r:id\" use=\"required\"/>\n"
                               "  </xs:complexType>\n");
  append_types (&schema);
  for (guint i = 0; i < schema.form->n_kinds; i++)
    if (schema.form->kinds[i].leaves)
      append_kind (&schema, &schema.form->kinds[i]);
  g_string_append (schema.out, "</xs:schema>\n");
  return g_string_free (schema.out, FALSE);
}

/* Stops reading as soon as the review record has been seen. */
static gboolean
read_head (const TlXmlHeader  *header,
           TlPlainRecord      *record,
           void               *data,
           GError            **error)
{
  char **schema = data;

  *schema = tl_schema_dup (header->tier, header->pins, TL_SCHEMA_ALL_PINNED);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "");
  return FALSE;
}

/**
 * tl_schema_dup_for_file:
 * @path: a file that begins soundly; whether all of it is valid the schema is to find out
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): the schema for the tier, method and typologies of @path, or %NULL with @error as
 *   tl_xml_reader_read_path()
 */
char *
tl_schema_dup_for_file (const char    *path,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (GError) local_error = NULL;
  char *schema = NULL;

  tl_xml_reader_read_path (reader, path, read_head, &schema, problems, cancellable, &local_error);
  if (schema == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return schema;
}
