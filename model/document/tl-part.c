/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A member of a package as a stream of elements. It is hostile: no network, no document type, no entity but the five
 * of XML, bounded depth; and what is wrong is told with its line. */
#include "config.h"

#include "model/document/tl-package-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "model/base/tl-error.h"

/* XML_PARSE_HUGE is not set: libxml2's own limits hold. Encodings other than UTF-8 are not used in such files. */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC)
#define PIECE_BYTES (64 * 1024)
#define MAX_DEPTH 250

/* libxml2 compares each attribute of an element with all before it. */
#define MAX_ATTRIBUTES 4000

/* The prefixes that the readers' tables use; of OOXML there are two editions. */
static const struct {
  const char *uri;
  const char *prefix;
} namespaces[] = {
  { "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office" },
  { "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text" },
  { "urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table" },
  { "urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style" },
  { "urn:oasis:names:tc:opendocument:xmlns:meta:1.0", "meta" },
  { "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest" },
  { "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo" },
  { "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg" },
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w" },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main", "w" },
  { "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc" },
  { "http://purl.org/dc/elements/1.1/", "dc" },
  { "http://purl.org/dc/terms/", "dcterms" },
};

static const char *
get_prefix (const xmlChar *uri)
{
  for (guint i = 0; uri != NULL && i < G_N_ELEMENTS (namespaces); i++)
    if (strcmp ((const char *) uri, namespaces[i].uri) == 0)
      return namespaces[i].prefix;
  return "";
}

static void
refuse_at_line (TlPart     *self,
                int         code,
                const char *sentence)
{
  int line = MAX (xmlSAX2GetLineNumber (self->parser), 1);

  /* Translators: a file in a document, a line number, a sentence */
  _tl_draft_refuse (self->draft, code, _("%s, line %d: %s"), self->member, line, sentence);
  xmlStopParser (self->parser);
}

/* Callbacks */

static void
start_cb (void           *data,
          const xmlChar  *local,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **declared,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  TlPart *self = data;

  if (++self->depth > MAX_DEPTH)
    {
      refuse_at_line (self, TL_ERROR_INVALID, _("Elements are nested too deep for a document."));
      return;
    }
  self->attributes = attributes;
  self->n_attributes = (guint) n_attributes;
  g_string_printf (self->name, "%s:%s", get_prefix (uri), (const char *) local);
  self->start (self, self->name->str);
  self->n_attributes = 0;
  if (!_tl_draft_goes_on (self->draft))
    xmlStopParser (self->parser);
}

static void
end_cb (void          *data,
        const xmlChar *local,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  TlPart *self = data;

  self->depth--;
  g_string_printf (self->name, "%s:%s", get_prefix (uri), (const char *) local);
  self->end (self, self->name->str);
}

static void
text_cb (void          *data,
         const xmlChar *text,
         int            length)
{
  TlPart *self = data;

  if (self->text != NULL && length > 0)
    self->text (self, (const char *) text, (gsize) length);
}

/* Called before anything of a document type is read. */
static void
document_type_cb (void          *data,
                  const xmlChar *name,
                  const xmlChar *external_id,
                  const xmlChar *system_id)
{
  refuse_at_line (data, TL_ERROR_INVALID, _("It has a document type, which no such file has."));
}

static void
error_cb (void     *data,
          xmlError *error)
{
}

/* Parsing */

/* In XML no “<” stands within a tag, so there are at most as many attributes as “=” up to the next. */
static gboolean
has_endless_tag (const char *text,
                 gsize       length)
{
  guint n = 0;

  for (gsize i = 0; i < length && n <= MAX_ATTRIBUTES; i++)
    if (text[i] == '<')
      n = 0;
    else if (text[i] == '=')
      n++;
  return n > MAX_ATTRIBUTES;
}

static void
feed (TlPart     *self,
      const char *text,
      gsize       length)
{
  gsize fed = 0;

  while (fed < length && _tl_draft_goes_on (self->draft))
    {
      gsize piece = MIN (length - fed, PIECE_BYTES);

      if (xmlParseChunk (self->parser, text + fed, (int) piece, 0) != XML_ERR_OK)
        break;
      fed += piece;
    }
  if (self->draft->error == NULL)
    xmlParseChunk (self->parser, NULL, 0, 1);
  if (self->draft->error == NULL && !self->parser->wellFormed)
    refuse_at_line (self, TL_ERROR_DAMAGED, _("It is not well-formed XML, or is cut short."));
}

/**
 * _tl_part_parse:
 * @self: with its draft and callbacks set
 * @member: what it is called
 * @bytes: (nullable): its contents; %NULL if they could not be read
 *
 * Reads a member; what is wrong with it is kept in the draft.
 */
void
_tl_part_parse (TlPart     *self,
                const char *member,
                GBytes     *bytes)
{
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
    .internalSubset = document_type_cb,
    .serror = (xmlStructuredErrorFunc) error_cb,
  };

  if (bytes == NULL)
    return;
  self->member = member;
  if (length == 0 || has_endless_tag (text, length))
    {
      _tl_draft_refuse (self->draft, TL_ERROR_DAMAGED,
                        length == 0 ? _("%s: it is empty.") : _("%s: an element has thousands of attributes."), member);
      return;
    }
  self->name = g_string_new (NULL);
  self->depth = 0;
  self->parser = xmlCreatePushParserCtxt (&sax, self, NULL, 0, NULL);
  xmlCtxtUseOptions (self->parser, PARSE_OPTIONS);
  feed (self, text, length);
  g_clear_pointer (&self->parser->myDoc, xmlFreeDoc);
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
  g_string_free (g_steal_pointer (&self->name), TRUE);
}

/**
 * _tl_part_dup_attribute:
 * @self: in its @start
 * @name: with the customary prefix: "w:val"; one without a namespace is ":val"
 *
 * Returns: (transfer full) (nullable): the value of an attribute of the element that begins
 */
char *
_tl_part_dup_attribute (TlPart     *self,
                        const char *name)
{
  const char *colon = strchr (name, ':');

  for (guint i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + 5 * i;
      const char *prefix = get_prefix (attribute[2]);

      if (strcmp ((const char *) attribute[0], colon + 1) == 0 && strncmp (name, prefix, strlen (prefix)) == 0
          && strlen (prefix) == (gsize) (colon - name))
        return g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
    }
  return NULL;
}

/* Title and date */

typedef struct {
  TlPart part;
  const char *date;
  GString *text; /* of the element that is read, if it is one of these */
} Properties;

static void
property_start (TlPart     *part,
                const char *name)
{
  Properties *self = (Properties *) part;

  if (self->text == NULL && (strcmp (name, "dc:title") == 0 || strcmp (name, self->date) == 0))
    self->text = g_string_new (NULL);
}

static void
property_text (TlPart     *part,
               const char *text,
               gsize       length)
{
  Properties *self = (Properties *) part;

  if (self->text != NULL)
    g_string_append_len (self->text, text, (gssize) length);
}

static void
property_end (TlPart     *part,
              const char *name)
{
  Properties *self = (Properties *) part;

  if (self->text == NULL)
    return;
  if (strcmp (name, "dc:title") == 0)
    _tl_draft_set_title (part->draft, self->text->str);
  else
    _tl_draft_set_date (part->draft, self->text->str);
  g_string_free (g_steal_pointer (&self->text), TRUE);
}

/**
 * _tl_package_read_properties:
 * @self: a package
 * @member: where it says of itself what it is called and when it was made; it may be absent
 * @date: the element with the date
 */
void
_tl_package_read_properties (TlPackage  *self,
                             const char *member,
                             const char *date)
{
  if (!_tl_package_has (self, member))
    return;

  Properties properties = {
    .part = { .draft = self->draft, .start = property_start, .end = property_end, .text = property_text },
    .date = date,
  };

  g_autoptr (GBytes) bytes = _tl_package_read (self, member);

  _tl_part_parse (&properties.part, member, bytes);
  if (properties.text != NULL)
    g_string_free (properties.text, TRUE);
}
