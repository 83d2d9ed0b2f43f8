/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads SKOS from RDF/XML in one plain spelling: typed elements with rdf:about directly below rdf:RDF, texts as their
 * content and references as rdf:resource. Another spelling is refused with its line instead of being half understood.
 * A file comes from anywhere: no network, no entities, bounded size. May be called from any thread. */
#include "config.h"

#include "model/typology/tl-skos-private.h"

#include "model/base/tl-error.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define SKOS "http://www.w3.org/2004/02/skos/core#"
#define DCT "http://purl.org/dc/terms/"
#define OWL "http://www.w3.org/2002/07/owl#"
#define TL "urn:throughline:ns#"

#define READER_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

static const struct
{
  const char *space;
  const char *name;
  gboolean is_reference;
} vocabulary[TL_SKOS_N_PROPERTIES] = {
  [TL_SKOS_NOTATION] = { SKOS, "notation", FALSE },
  [TL_SKOS_PREF_LABEL] = { SKOS, "prefLabel", FALSE },
  [TL_SKOS_ALT_LABEL] = { SKOS, "altLabel", FALSE },
  [TL_SKOS_HIDDEN_LABEL] = { SKOS, "hiddenLabel", FALSE },
  [TL_SKOS_DEFINITION] = { SKOS, "definition", FALSE },
  [TL_SKOS_SCOPE_NOTE] = { SKOS, "scopeNote", FALSE },
  [TL_SKOS_INCLUDE] = { TL, "include", FALSE },
  [TL_SKOS_EXCLUDE] = { TL, "exclude", FALSE },
  [TL_SKOS_EXAMPLE] = { SKOS, "example", FALSE },
  [TL_SKOS_TITLE] = { DCT, "title", FALSE },
  [TL_SKOS_DESCRIPTION] = { DCT, "description", FALSE },
  [TL_SKOS_VERSION] = { OWL, "versionInfo", FALSE },
  [TL_SKOS_DEPRECATED] = { OWL, "deprecated", FALSE },
  [TL_SKOS_HAS_TOP_CONCEPT] = { SKOS, "hasTopConcept", TRUE },
  [TL_SKOS_TOP_CONCEPT_OF] = { SKOS, "topConceptOf", TRUE },
  [TL_SKOS_IN_SCHEME] = { SKOS, "inScheme", TRUE },
  [TL_SKOS_BROADER] = { SKOS, "broader", TRUE },
  [TL_SKOS_NARROWER] = { SKOS, "narrower", TRUE },
  [TL_SKOS_RELATED] = { SKOS, "related", TRUE },
  [TL_SKOS_REPLACED_BY] = { DCT, "isReplacedBy", TRUE },
  [TL_SKOS_EXACT_MATCH] = { SKOS, "exactMatch", TRUE },
  [TL_SKOS_CLOSE_MATCH] = { SKOS, "closeMatch", TRUE },
  [TL_SKOS_BROAD_MATCH] = { SKOS, "broadMatch", TRUE },
  [TL_SKOS_NARROW_MATCH] = { SKOS, "narrowMatch", TRUE },
  [TL_SKOS_RELATED_MATCH] = { SKOS, "relatedMatch", TRUE },
};

/* What the parser complained of first. */
typedef struct
{
  char *message;
  int line;
} Complaint;

static void
statement_free (void *data)
{
  TlSkosStatement *statement = data;

  g_free (statement->value);
  g_free (statement->language);
  g_free (statement);
}

static void
resource_free (void *data)
{
  TlSkosResource *resource = data;

  for (guint i = 0; i < TL_SKOS_N_PROPERTIES; i++)
    g_clear_pointer (&resource->statements[i], g_ptr_array_unref);
  g_free (resource->uri);
  g_free (resource);
}

static gboolean
is_named (const xmlNode *node,
          const char    *space,
          const char    *name)
{
  return node->ns != NULL && strcmp ((const char *) node->ns->href, space) == 0
         && strcmp ((const char *) node->name, name) == 0;
}

static gboolean
is_our_space (const char *space)
{
  return strcmp (space, SKOS) == 0 || strcmp (space, DCT) == 0 || strcmp (space, OWL) == 0 || strcmp (space, TL) == 0;
}

static int
find_property (const xmlNode *node)
{
  for (guint i = 0; i < TL_SKOS_N_PROPERTIES; i++)
    if (is_named (node, vocabulary[i].space, vocabulary[i].name))
      return i;
  return -1;
}

static char *
dup_rdf_attribute (xmlNode    *node,
                   const char *name)
{
  xmlChar *value = xmlGetNsProp (node, (const xmlChar *) name, (const xmlChar *) RDF);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* Line breaks and indents of the file are not part of a text. */
static char *
dup_text (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  GString *text = g_string_new (NULL);

  for (const char *p = (const char *) content; p != NULL && *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (text, *p);
    else if (text->len > 0 && text->str[text->len - 1] != ' ')
      g_string_append_c (text, ' ');

  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  xmlFree (content);
  return g_string_free (text, FALSE);
}

static char *
dup_language (xmlNode *node)
{
  xmlChar *language = xmlNodeGetLang (node);
  char *lower = g_ascii_strdown (language != NULL ? (const char *) language : "", -1);

  xmlFree (language);
  return lower;
}

static gboolean
read_value (TlSkosFile      *file,
            xmlNode         *node,
            TlSkosProperty   property,
            TlSkosStatement *statement,
            GError         **error)
{
  const char *name = vocabulary[property].name;
  g_autofree char *target = dup_rdf_attribute (node, "resource");

  if (xmlFirstElementChild (node) != NULL)
    return _tl_skos_refuse (file, statement->line, error,
                            _("“%s” holds another element. Write a text as its content, a reference as rdf:resource."),
                            name);

  if (vocabulary[property].is_reference)
    {
      if (target == NULL || target[0] == '\0')
        return _tl_skos_refuse (file, statement->line, error, _("“%s” needs rdf:resource to say what it refers to."),
                                name);
      statement->value = g_steal_pointer (&target);
      statement->language = g_strdup ("");
      return TRUE;
    }

  statement->value = dup_text (node);
  statement->language = dup_language (node);
  if (target != NULL || statement->value[0] == '\0')
    return _tl_skos_refuse (file, statement->line, error, _("“%s” needs a text."), name);
  if (g_utf8_strlen (statement->value, -1) > TL_SKOS_MAX_TEXT)
    return _tl_skos_refuse (file, statement->line, error, _("“%s” is longer than the %d characters allowed."), name,
                            TL_SKOS_MAX_TEXT);
  return TRUE;
}

static gboolean
read_statement (TlSkosFile     *file,
                TlSkosResource *resource,
                xmlNode        *node,
                GError        **error)
{
  int property = find_property (node);

  if (property < 0)
    return TRUE;

  TlSkosStatement *statement = g_new0 (TlSkosStatement, 1);

  if (resource->statements[property] == NULL)
    resource->statements[property] = g_ptr_array_new_with_free_func (statement_free);
  g_ptr_array_add (resource->statements[property], statement);
  statement->line = xmlGetLineNo (node);
  return read_value (file, node, property, statement, error);
}

static gboolean
check_spelling (TlSkosFile *file,
                xmlNode    *node,
                GError    **error)
{
  if (is_named (node, RDF, "Description"))
    return _tl_skos_refuse (file, xmlGetLineNo (node), error,
                            _("rdf:Description isn’t read. Write skos:ConceptScheme or skos:Concept with rdf:about."));

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (attribute->ns != NULL && is_our_space ((const char *) attribute->ns->href))
      return _tl_skos_refuse (file, xmlGetLineNo (node), error,
                              _("The attribute “%s” isn’t read. Write it as an element of its own."), attribute->name);
  return TRUE;
}

static gboolean
read_resource (TlSkosFile *file,
               xmlNode    *node,
               GError    **error)
{
  gboolean is_scheme = is_named (node, SKOS, "ConceptScheme");
  int line = xmlGetLineNo (node);

  if (!check_spelling (file, node, error))
    return FALSE;
  if (!is_scheme && !is_named (node, SKOS, "Concept"))
    return TRUE;

  g_autofree char *uri = dup_rdf_attribute (node, "about");

  if (uri == NULL || uri[0] == '\0')
    return _tl_skos_refuse (file, line, error, _("“%s” needs rdf:about to say what it is about."), node->name);
  if (g_hash_table_contains (file->by_uri, uri))
    return _tl_skos_refuse (file, line, error, _("“%s” is described a second time."), uri);
  if (is_scheme && file->scheme != NULL)
    return _tl_skos_refuse (file, line, error, _("There is a second scheme, “%s”. Keep each scheme in its own file."),
                            uri);
  if (file->concepts->len >= TL_SKOS_MAX_CONCEPTS)
    return _tl_skos_refuse (file, line, error, _("There are more than the %d codes allowed."), TL_SKOS_MAX_CONCEPTS);

  TlSkosResource *resource = g_new0 (TlSkosResource, 1);

  resource->uri = g_steal_pointer (&uri);
  resource->line = line;
  resource->is_scheme = is_scheme;
  g_hash_table_insert (file->by_uri, resource->uri, resource);
  if (is_scheme)
    file->scheme = resource;
  else
    g_ptr_array_add (file->concepts, resource);

  for (xmlNode *child = xmlFirstElementChild (node); child != NULL; child = xmlNextElementSibling (child))
    if (!read_statement (file, resource, child, error))
      return FALSE;
  return TRUE;
}

static void
remember_complaint (Complaint      *complaint,
                    const xmlError *xml_error)
{
  if (complaint->message != NULL || xml_error->level < XML_ERR_ERROR)
    return;
  /* the parser speaks of extra content for a file that is cut off, too */
  if (xml_error->code == XML_ERR_DOCUMENT_END)
    complaint->message = g_strdup (_("it ends too early, or goes on after its end"));
  else
    complaint->message = g_strchomp (g_utf8_make_valid (xml_error->message != NULL ? xml_error->message : "", -1));
  complaint->line = xml_error->line;
}

#if LIBXML_VERSION >= 21200
static void
parser_complained_cb (void           *user_data,
                      const xmlError *xml_error)
{
  remember_complaint (user_data, xml_error);
}
#else
static void
parser_complained_cb (void        *user_data,
                      xmlErrorPtr  xml_error)
{
  remember_complaint (user_data, xml_error);
}
#endif

static gboolean
check_root (TlSkosFile    *file,
            xmlTextReader *reader,
            GError       **error)
{
  xmlNode *node = xmlTextReaderCurrentNode (reader);

  if (!is_named (node, RDF, "RDF"))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS,
                   _("“%s” isn’t a typology: it begins with “%s” where rdf:RDF is expected."), file->name,
                   node->name);
      return FALSE;
    }
  if (xmlTextReaderConstBaseUri (reader) == NULL)
    return TRUE;
  return _tl_skos_refuse (file, xmlGetLineNo (node), error, _("xml:base isn’t read. Write every URI in full."));
}

/* The parser has read on by the time it tells of a document type declaration, and keeps no line for it. */
static int
find_doctype_line (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *end = text + size;
  int line = 1;

  for (const char *p = text; p < end; p++)
    if (*p == '\n')
      line++;
    else if (end - p >= 4 && memcmp (p, "<!--", 4) == 0)
      {
        const char *comment_end = g_strstr_len (p, end - p, "-->");

        for (; comment_end != NULL && p < comment_end; p++)
          line += *p == '\n';
      }
    else if (end - p >= 9 && memcmp (p, "<!DOCTYPE", 9) == 0)
      return line;
  return 1;
}

/* Returns: 1 to go on, 0 at the end, -1 if the file is refused or, without an error, not well-formed */
static int
read_node (TlSkosFile    *file,
           GBytes        *bytes,
           xmlTextReader *reader,
           GError       **error)
{
  int type = xmlTextReaderNodeType (reader);
  int depth = xmlTextReaderDepth (reader);

  if (type == XML_READER_TYPE_DOCUMENT_TYPE)
    {
      _tl_skos_refuse (file, find_doctype_line (bytes), error,
                       _("A document type declaration isn’t allowed here. Take it out."));
      return -1;
    }
  if (type == XML_READER_TYPE_ELEMENT && depth == 0 && !check_root (file, reader, error))
    return -1;
  if (type != XML_READER_TYPE_ELEMENT || depth != 1)
    return xmlTextReaderRead (reader);

  xmlNode *node = xmlTextReaderExpand (reader);

  if (node == NULL || !read_resource (file, node, error))
    return -1;
  return xmlTextReaderNext (reader);
}

static gboolean
read_all (TlSkosFile    *file,
          GBytes        *bytes,
          xmlTextReader *reader,
          GError       **error)
{
  Complaint complaint = { NULL, 0 };
  g_autoptr (GError) local_error = NULL;

  xmlTextReaderSetStructuredErrorHandler (reader, parser_complained_cb, &complaint);

  int result = xmlTextReaderRead (reader);

  while (result == 1 && complaint.message == NULL)
    result = read_node (file, bytes, reader, &local_error);

  g_autofree char *message = complaint.message;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (message != NULL)
    return _tl_skos_refuse (file, complaint.line, error, _("This isn’t well-formed XML: %s."), message);
  if (result != 0)
    return _tl_skos_refuse (file, xmlTextReaderGetParserLineNumber (reader), error, _("This isn’t well-formed XML."));
  return TRUE;
}

/* Reads @bytes; @name is for messages. What it says is not yet held against the rules of SKOS. */
TlSkosFile *
_tl_skos_read (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > TL_SKOS_MAX_BYTES)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_TOO_LARGE, _("“%s” is larger than the %d MB allowed for a typology."),
                   name, TL_SKOS_MAX_BYTES / (1024 * 1024));
      return NULL;
    }

  g_autoptr (TlSkosFile) file = g_new0 (TlSkosFile, 1);

  file->name = g_strdup (name);
  file->concepts = g_ptr_array_new_with_free_func (resource_free);
  file->by_uri = g_hash_table_new (g_str_hash, g_str_equal);

  xmlTextReader *reader = xmlReaderForMemory (data != NULL ? data : "", size, NULL, NULL, READER_OPTIONS);
  gboolean is_read = reader != NULL && read_all (file, bytes, reader, error);

  if (reader == NULL)
    g_set_error (error, TL_ERROR, TL_ERROR_FAILED, _("“%s” can’t be read."), name);
  else
    xmlFreeTextReader (reader);
  return is_read ? g_steal_pointer (&file) : NULL;
}

void
_tl_skos_file_free (TlSkosFile *file)
{
  g_clear_pointer (&file->by_uri, g_hash_table_unref);
  g_clear_pointer (&file->concepts, g_ptr_array_unref);
  g_clear_pointer (&file->scheme, resource_free);
  g_free (file->name);
  g_free (file);
}

/* Always returns %FALSE, after setting the error. */
gboolean
_tl_skos_refuse (const TlSkosFile *file,
                 int               line,
                 GError          **error,
                 const char       *format,
                 ...)
{
  va_list args;

  va_start (args, format);

  g_autofree char *sentence = g_strdup_vprintf (format, args);

  va_end (args);
  /* Translators: the name of a file, a line in it, and a sentence on what is wrong there */
  g_set_error (error, TL_ERROR, TL_ERROR_INVALID, _("“%s”, line %d: %s"), file->name, line, sentence);
  return FALSE;
}

guint
_tl_skos_get_n (const TlSkosResource *resource,
                TlSkosProperty        property)
{
  return resource->statements[property] != NULL ? resource->statements[property]->len : 0;
}

/* %NULL after the last one. */
TlSkosStatement *
_tl_skos_get (const TlSkosResource *resource,
              TlSkosProperty        property,
              guint                 position)
{
  return position < _tl_skos_get_n (resource, property)
             ? g_ptr_array_index (resource->statements[property], position)
             : NULL;
}
