/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML reader's structure: three levels of elements, root, records and fields, in the order of the declarations.
 * What does not belong is said and passed over, so that one mistake does not hide the next. */
#include "config.h"

#include "model/exchange/tl-xml-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/SAX2.h>
#include <string.h>

#define XSI_NAMESPACE "http://www.w3.org/2001/XMLSchema-instance"
#define NAMESPACE_STEM "urn:throughline:review:"

/* libxml2 gives attributes as five pointers each: name, prefix, namespace, value, end of value. */
typedef struct {
  const char *name;
  const char *space;
  const char *value;
  gsize       length;
} Attribute;

static Attribute
get_attribute (const xmlChar **attributes,
               int             i)
{
  const xmlChar **five = attributes + i * 5;

  return (Attribute) { (const char *) five[0], (const char *) five[2], (const char *) five[3],
                       (gsize) (five[4] - five[3]) };
}

/* A schema's address may stand anywhere; it is never followed. */
static gboolean
is_schema_location (const Attribute *attribute)
{
  return attribute->space != NULL && strcmp (attribute->space, XSI_NAMESPACE) == 0
         && (strcmp (attribute->name, "schemaLocation") == 0
             || strcmp (attribute->name, "noNamespaceSchemaLocation") == 0);
}

static void
refuse_attribute (TlXmlReader     *self,
                  const char      *element,
                  const Attribute *attribute)
{
  _tl_xml_problem (self, TL_PROBLEM_UNKNOWN_ATTRIBUTE, _("“%.60s” has no attribute “%.60s” in this tier."), element,
                   attribute->name);
}

static gboolean
equals (const Attribute *attribute,
        const char      *text)
{
  return attribute->length == strlen (text) && strncmp (attribute->value, text, attribute->length) == 0;
}

/* Root */

static void
refuse_newer (TlXmlReader *self)
{
  _tl_xml_problem (self, TL_PROBLEM_NEWER,
                   _("The file was written by a newer version of Throughline. Update Throughline to read it."));
  _tl_xml_stop (self);
}

static gboolean
is_newer_number (const char *text,
                 gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0 && text[0] != '0' && (length > 1 || text[0] > '1');
}

static gboolean
check_root_name (TlXmlReader *self,
                 const char  *name,
                 const char  *space)
{
  if (space != NULL && strcmp (space, TL_FORM_NAMESPACE) == 0 && strcmp (name, "throughline") == 0)
    return TRUE;

  const char *number = space != NULL && g_str_has_prefix (space, NAMESPACE_STEM) ? space + strlen (NAMESPACE_STEM) : "";

  if (is_newer_number (number, strlen (number)))
    refuse_newer (self);
  else
    _tl_xml_problem (self, TL_PROBLEM_NOT_OURS, _("This is not a Throughline review."));
  _tl_xml_stop (self);
  return FALSE;
}

static void
take_tier (TlXmlReader     *self,
           const Attribute *attribute)
{
  g_autofree char *name = g_strndup (attribute->value, MIN (attribute->length, 20));

  if (attribute->length > 20 || !tl_tier_parse (name, &self->header.tier))
    _tl_xml_problem (self, TL_PROBLEM_VALUE, _("“%s” is not a tier."), name);
  else
    self->header.form = tl_form_get (self->header.tier);
}

static void
take_typology (TlXmlReader     *self,
               const Attribute *attribute)
{
  g_autofree char *version = g_strndup (attribute->value, MIN (attribute->length, 60));
  g_autoptr (GError) error = NULL;

  if (!tl_pins_add_typology (self->header.pins, attribute->name + strlen ("typology-"), version, &error))
    _tl_xml_problem (self, TL_PROBLEM_TYPOLOGY, "%s", error->message);
}

static void
start_root (TlXmlReader    *self,
            const char     *name,
            const char     *space,
            int             n,
            const xmlChar **attributes)
{
  gboolean has_format = FALSE;

  if (!check_root_name (self, name, space))
    return;

  for (int i = 0; i < n && !self->stopped; i++)
    {
      Attribute attribute = get_attribute (attributes, i);

      if (is_schema_location (&attribute))
        continue;
      if (attribute.space == NULL && strcmp (attribute.name, "format") == 0)
        {
          has_format = TRUE;
          if (is_newer_number (attribute.value, attribute.length))
            refuse_newer (self);
          else if (!equals (&attribute, TL_FORM_VERSION))
            _tl_xml_problem (self, TL_PROBLEM_VALUE, _("The format of the file must be %s."), TL_FORM_VERSION);
        }
      else if (attribute.space == NULL && strcmp (attribute.name, "tier") == 0)
        take_tier (self, &attribute);
      else if (attribute.space == NULL && g_str_has_prefix (attribute.name, "typology-"))
        take_typology (self, &attribute);
      else
        refuse_attribute (self, name, &attribute);
    }

  if (self->stopped)
    return;
  if (!has_format)
    _tl_xml_problem (self, TL_PROBLEM_MISSING, _("The file does not say its format."));
  if (self->header.tier == TL_TIER_NEVER)
    _tl_xml_problem (self, TL_PROBLEM_MISSING, _("The file does not say its tier."));
  if (self->header.form == NULL)
    _tl_xml_stop (self);
}

/* Records */

static gboolean
is_ours (TlXmlReader *self,
         const char  *space)
{
  if (space != NULL && space != self->space && strcmp (space, TL_FORM_NAMESPACE) == 0)
    self->space = space;
  return space != NULL && space == self->space;
}

/* Records of one kind follow each other, so the last kind is the best guess. */
static const TlFormKind *
find_kind (TlXmlReader *self,
           const char  *name)
{
  if (name == self->kind_name)
    return &self->header.form->kinds[self->position];

  const TlKind *kind = tl_kind_lookup (name);
  return kind != NULL ? tl_form_get_kind (self->header.form, kind) : NULL;
}

static const TlFormSlot *
find_slot (TlXmlReader      *self,
           const TlFormSlot *slots,
           guint             n_slots,
           const char       *name)
{
  TlXmlMeaning *meaning
      = &self->meanings[((gsize) name * 31 + (gsize) slots / sizeof *slots) % TL_XML_N_MEANINGS];

  if (meaning->name == name && meaning->slots == slots)
    return meaning->slot;
  for (guint i = 0; i < n_slots; i++)
    if (strcmp (slots[i].name, name) == 0)
      {
        *meaning = (TlXmlMeaning) { slots, name, &slots[i] };
        return meaning->slot;
      }
  return NULL;
}

static gboolean
check_kind (TlXmlReader *self,
            const char  *name,
            const char  *space)
{
  self->kind = is_ours (self, space) ? find_kind (self, name) : NULL;

  if (self->kind == NULL || !self->kind->leaves)
    {
      _tl_xml_problem (self, TL_PROBLEM_UNKNOWN_ELEMENT,
                       self->kind == NULL ? _("There is no kind of record “%.60s”.")
                                          : _("“%.60s” does not leave in this tier."),
                       name);
      self->kind = NULL;
      self->skip = 1;
      return FALSE;
    }

  guint position = (guint) (self->kind - self->header.form->kinds);

  if (position == 0 && self->review_seen)
    _tl_xml_problem (self, TL_PROBLEM_REPEATED, _("A file holds one review only."));
  else if (position < self->position || (position > 0 && !self->review_seen && self->position == 0))
    _tl_xml_problem (self, TL_PROBLEM_ORDER, _("“%s” stands in the wrong place."), name);
  if (position >= self->position)
    {
      self->position = position;
      self->kind_name = name;
    }
  self->review_seen = self->review_seen || position == 0;
  return TRUE;
}

static TlPlainRecord *
make_record (TlXmlReader *self)
{
  if (!self->keeps)
    tl_arena_clear (self->arena);

  TlPlainRecord *record = tl_arena_alloc (self->arena, sizeof *record);

  record->kind = self->kind->kind;
  record->line = (guint) MAX (xmlSAX2GetLineNumber (self->parser), 1);
  record->values = tl_arena_alloc (self->arena, record->kind->n_fields * sizeof *record->values);
  return record;
}

static void
start_record (TlXmlReader    *self,
              const char     *name,
              const char     *space,
              int             n,
              const xmlChar **attributes)
{
  gboolean has_id = FALSE;

  if (!check_kind (self, name, space))
    return;

  self->record = make_record (self);
  self->slot = 0;
  self->slot_used = FALSE;

  for (int i = 0; i < n && !self->stopped; i++)
    {
      Attribute attribute = get_attribute (attributes, i);
      gboolean is_id = attribute.space == NULL && strcmp (attribute.name, "id") == 0;
      const TlFormSlot *slot
          = attribute.space == NULL && !is_id
              ? find_slot (self, self->kind->attributes, self->kind->n_attributes, attribute.name) : NULL;

      if (is_id)
        {
          has_id = TRUE;
          _tl_xml_set_id (self, attribute.value, attribute.length);
        }
      else if (slot != NULL)
        _tl_xml_set_attribute (self, slot, attribute.value, attribute.length);
      else if (!is_schema_location (&attribute))
        refuse_attribute (self, name, &attribute);
    }
  if (!has_id)
    _tl_xml_problem (self, TL_PROBLEM_MISSING, _("This %s has no id."), self->kind->kind->name);
}

/* A record means nothing without what it depends on. */
static void
check_dependences (TlXmlReader *self)
{
  for (guint i = 0; i < self->kind->n_required; i++)
    {
      guint index = self->kind->required[i];

      if (self->record->values[index].type == TL_VALUE_UNSET)
        _tl_xml_problem (self, TL_PROBLEM_MISSING, _("A %s can’t be without “%s”."), self->kind->kind->name,
                         self->kind->kind->fields[index].name);
    }
}

static void
end_record (TlXmlReader *self)
{
  _tl_xml_end_list (self);
  check_dependences (self);
  if (self->kind == self->header.form->kinds)
    _tl_xml_end_review (self);

  if (self->sink != NULL && self->problems->len == 0 && !self->stopped
      && !self->sink (&self->header, self->record, self->data, &self->error))
    _tl_xml_stop (self);
  self->kind = NULL;
}

/* Fields */

static gboolean
check_field (TlXmlReader *self,
             const char  *name,
             const char  *space)
{
  const TlFormKind *kind = self->kind;
  const TlFormSlot *slot = is_ours (self, space) ? find_slot (self, kind->elements, kind->n_elements, name) : NULL;

  if (slot == NULL)
    {
      _tl_xml_problem (self, TL_PROBLEM_UNKNOWN_ELEMENT, _("“%s” has no element “%.60s” in this tier."),
                       kind->kind->name, name);
      self->skip = 1;
      return FALSE;
    }

  const TlField *field = &kind->kind->fields[slot->field];
  guint found = (guint) (slot - kind->elements);

  if (self->slot_used && found == self->slot && !tl_field_is_list (field))
    _tl_xml_problem (self, TL_PROBLEM_REPEATED, _("“%s” stands twice in one %s."), name, kind->kind->name);
  else if (self->slot_used && found < self->slot)
    {
      _tl_xml_problem (self, TL_PROBLEM_ORDER, _("“%s” stands in the wrong place."), name);
      self->skip = 1;
      return FALSE;
    }

  if (!self->slot_used || found != self->slot)
    _tl_xml_end_list (self);
  self->slot = found;
  self->slot_used = TRUE;
  self->field = field;
  return TRUE;
}

static void
start_field (TlXmlReader    *self,
             const char     *name,
             const char     *space,
             int             n,
             const xmlChar **attributes)
{
  gboolean has_ref = FALSE;

  if (!check_field (self, name, space))
    return;

  g_string_truncate (self->text, 0);
  self->too_long = FALSE;
  for (int i = 0; i < n && !self->stopped; i++)
    {
      Attribute attribute = get_attribute (attributes, i);

      if (self->field->type == TL_FIELD_REFS && attribute.space == NULL && strcmp (attribute.name, "ref") == 0)
        {
          has_ref = TRUE;
          _tl_xml_add_reference (self, attribute.value, attribute.length);
        }
      else if (!is_schema_location (&attribute))
        refuse_attribute (self, name, &attribute);
    }
  if (self->field->type == TL_FIELD_REFS && !has_ref)
    _tl_xml_problem (self, TL_PROBLEM_MISSING, _("“%s” does not say which record it means."), name);
}

/* Callbacks */

static void
start_element_cb (void           *data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *space,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  TlXmlReader *self = data;

  if (self->stopped)
    return;

  self->depth++;
  if (self->depth > TL_XML_MAX_DEPTH)
    {
      _tl_xml_problem (self, TL_PROBLEM_TOO_DEEP, _("Elements stand more than %d deep in each other."),
                       TL_XML_MAX_DEPTH);
      _tl_xml_stop (self);
    }
  else if (self->skip > 0)
    self->skip++;
  else if (self->depth == 1)
    start_root (self, (const char *) name, (const char *) space, n_attributes, attributes);
  else if (self->depth == 2)
    start_record (self, (const char *) name, (const char *) space, n_attributes, attributes);
  else if (self->depth == 3)
    start_field (self, (const char *) name, (const char *) space, n_attributes, attributes);
  else
    {
      _tl_xml_problem (self, TL_PROBLEM_UNKNOWN_ELEMENT, _("No element can stand in “%s”."), self->field->name);
      self->skip = 1;
    }
}

static void
end_element_cb (void          *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *space)
{
  TlXmlReader *self = data;

  if (self->stopped)
    return;

  self->depth--;
  if (self->skip > 0)
    self->skip--;
  else if (self->depth == 2)
    {
      if (self->field->type != TL_FIELD_REFS)
        _tl_xml_end_text (self);
      self->field = NULL;
    }
  else if (self->depth == 1)
    end_record (self);
  else if (self->depth == 0 && !self->review_seen)
    _tl_xml_problem (self, TL_PROBLEM_MISSING, _("The file holds no review."));
}

static gboolean
is_space (xmlChar c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Between elements there may be white space, in an element that holds nothing not even that. */
static gboolean
may_hold_space (TlXmlReader *self)
{
  return self->field == NULL && (self->kind == NULL || self->kind->n_elements > 0);
}

static void
characters_cb (void          *data,
               const xmlChar *characters,
               int            length)
{
  TlXmlReader *self = data;

  if (self->stopped || self->skip > 0)
    return;
  if (self->field != NULL && self->field->type != TL_FIELD_REFS)
    {
      _tl_xml_add_text (self, (const char *) characters, (gsize) length);
      return;
    }

  gboolean spaced = may_hold_space (self);
  int stray = 0;

  while (spaced && stray < length && is_space (characters[stray]))
    stray++;
  if (stray == length)
    return;

  /* The parser stands at the end of the text. */
  int line = xmlSAX2GetLineNumber (self->parser);
  for (int i = stray; i < length; i++)
    line -= characters[i] == '\n';
  if (!tl_problems_add (self->problems, TL_PROBLEM_STRAY_TEXT, (guint) MAX (line, 1), _("No text can stand here.")))
    _tl_xml_stop (self);
}

static void
start_document_cb (void *data)
{
  TlXmlReader *self = data;
  const char *encoding = (const char *) self->parser->encoding;

  if (encoding == NULL)
    encoding = (const char *) self->parser->input->encoding;
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0 && g_ascii_strcasecmp (encoding, "UTF8") != 0
      && g_ascii_strcasecmp (encoding, "US-ASCII") != 0)
    {
      tl_problems_add (self->problems, TL_PROBLEM_ENCODING, 1,
                       _("The file is in the encoding “%.40s”; it must be in UTF-8."), encoding);
      _tl_xml_stop (self);
    }
}

/* Everything that a document type could bring in, entities above all, ends here. */
static void
doctype_cb (void          *data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  TlXmlReader *self = data;

  if (self->stopped)
    return;
  _tl_xml_problem (self, TL_PROBLEM_DOCTYPE, _("The file has a document type. Such a file is not read."));
  _tl_xml_stop (self);
}

static void
error_cb (void     *data,
          xmlError *xml_error)
{
  TlXmlReader *self = data;

  if (self->stopped || xml_error->level < XML_ERR_ERROR)
    return;

  g_autofree char *message = g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1);

  /* The first line is the sentence; what follows quotes the file, which may not even be text. */
  message[strcspn (message, "\n")] = '\0';
  _tl_xml_problem (self, TL_PROBLEM_NOT_WELL_FORMED, _("The file is not well-formed XML: %s."), g_strstrip (message));
}

/* Hands out the callbacks. */
void
_tl_xml_install_handlers (xmlSAXHandler *sax)
{
  sax->initialized = XML_SAX2_MAGIC;
  sax->startDocument = start_document_cb;
  sax->internalSubset = doctype_cb;
  sax->externalSubset = doctype_cb;
  sax->startElementNs = start_element_cb;
  sax->endElementNs = end_element_cb;
  sax->characters = characters_cb;
  sax->ignorableWhitespace = characters_cb;
  sax->cdataBlock = characters_cb;
  sax->serror = (xmlStructuredErrorFunc) error_cb;
}
