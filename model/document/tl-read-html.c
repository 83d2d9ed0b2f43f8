/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTML, in whatever state: what a person would read of it, in the order of the file. Nothing is run and nothing is
 * fetched. */
#include "config.h"

#include "model/document/tl-flow-private.h"
#include "model/document/tl-html-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

/* Libxml2 looks through all elements that are open for one that is closed. */
#define MAX_DEPTH 1000

/* Where a file says how its characters are coded. */
#define HEAD_BYTES 4096

enum {
  OWN_LIST = 1,
  OWN_NUMBERED_LIST,
  OWN_ITEM,
  OWN_VERBATIM,
  OWN_TITLE,
  OWN_HEADING,
  OWN_META,
};

#define SCRIPTS N_("Scripts and styles were left out.")
#define PICTURES N_("Pictures and media were left out, and nothing was fetched.")
#define FORMS N_("What can be filled in was left out.")

static const TlStep steps[] = {
  { "p", TL_STEP_PARAGRAPH },
  { "div", TL_STEP_PARAGRAPH },
  { "h1", TL_STEP_PARAGRAPH, OWN_HEADING },
  { "h2", TL_STEP_PARAGRAPH },
  { "h3", TL_STEP_PARAGRAPH },
  { "h4", TL_STEP_PARAGRAPH },
  { "h5", TL_STEP_PARAGRAPH },
  { "h6", TL_STEP_PARAGRAPH },
  { "blockquote", TL_STEP_PARAGRAPH },
  { "section", TL_STEP_PARAGRAPH },
  { "article", TL_STEP_PARAGRAPH },
  { "aside", TL_STEP_PARAGRAPH },
  { "header", TL_STEP_PARAGRAPH },
  { "footer", TL_STEP_PARAGRAPH },
  { "main", TL_STEP_PARAGRAPH },
  { "nav", TL_STEP_PARAGRAPH },
  { "figure", TL_STEP_PARAGRAPH },
  { "figcaption", TL_STEP_PARAGRAPH },
  { "address", TL_STEP_PARAGRAPH },
  { "fieldset", TL_STEP_PARAGRAPH },
  { "caption", TL_STEP_PARAGRAPH },
  { "center", TL_STEP_PARAGRAPH },
  { "dl", TL_STEP_PARAGRAPH },
  { "dt", TL_STEP_LINE },
  { "dd", TL_STEP_LINE },
  { "hr", TL_STEP_PARAGRAPH },
  { "br", TL_STEP_LINE },
  { "ul", TL_STEP_LIST, OWN_LIST },
  { "ol", TL_STEP_LIST, OWN_NUMBERED_LIST },
  { "li", TL_STEP_NONE, OWN_ITEM },
  { "table", TL_STEP_TABLE },
  { "tr", TL_STEP_ROW },
  { "td", TL_STEP_CELL },
  { "th", TL_STEP_CELL },
  { "pre", TL_STEP_PARAGRAPH, OWN_VERBATIM },
  { "title", TL_STEP_NONE, OWN_TITLE },
  { "meta", TL_STEP_NONE, OWN_META },
  { "script", TL_STEP_SKIP, 0, SCRIPTS },
  { "style", TL_STEP_SKIP, 0, SCRIPTS },
  { "template", TL_STEP_SKIP },
  { "img", TL_STEP_SKIP, 0, PICTURES },
  { "picture", TL_STEP_SKIP, 0, PICTURES },
  { "svg", TL_STEP_SKIP, 0, PICTURES },
  { "video", TL_STEP_SKIP, 0, PICTURES },
  { "audio", TL_STEP_SKIP, 0, PICTURES },
  { "canvas", TL_STEP_SKIP, 0, PICTURES },
  { "object", TL_STEP_SKIP, 0, PICTURES },
  { "iframe", TL_STEP_SKIP, 0, N_("Pages within the page were left out, and nothing was fetched.") },
  { "select", TL_STEP_SKIP, 0, FORMS },
  { "textarea", TL_STEP_SKIP, 0, FORMS },
  { "button", TL_STEP_SKIP, 0, FORMS },
  { NULL },
};

typedef struct {
  TlDraft       *draft;
  TlFlow         flow;
  xmlParserCtxt *parser;
  guint          depth;
  GArray        *numbers;  /* of guint: of each list within another the next item's number, or 0 if it has none */
  guint          verbatim; /* deep */
  gboolean       begins;   /* what is verbatim; a line break there is not part of it */
  GString       *title;
  GString       *heading;
  GString       *reading; /* (nullable): the one of these that is being read */
} Html;

static const char *
get_attribute (const xmlChar **attributes,
               const char     *name)
{
  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    if (strcmp ((const char *) attributes[i], name) == 0)
      return attributes[i + 1] != NULL ? (const char *) attributes[i + 1] : "";
  return NULL;
}

static gboolean
is_hidden (const xmlChar **attributes)
{
  const char *style = get_attribute (attributes, "style");

  if (get_attribute (attributes, "hidden") != NULL)
    return TRUE;
  if (style == NULL)
    return FALSE;

  g_autofree char *lower = g_ascii_strdown (style, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \t\r\n", -1);
  g_autofree char *tight = g_strjoinv ("", words);

  return strstr (tight, "display:none") != NULL || strstr (tight, "visibility:hidden") != NULL;
}

static void
read_meta (Html           *self,
           const xmlChar **attributes)
{
  static const char *const dates[] = { "date", "dc.date", "dcterms.date", "dcterms.created", "article:published_time" };
  const char *name = get_attribute (attributes, "name");
  const char *content = get_attribute (attributes, "content");

  if (name == NULL)
    name = get_attribute (attributes, "property");
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (dates); i++)
    if (g_ascii_strcasecmp (name, dates[i]) == 0)
      _tl_draft_set_date (self->draft, content);
}

static void
begin_item (Html *self)
{
  guint *number = self->numbers->len > 0 ? &g_array_index (self->numbers, guint, self->numbers->len - 1) : NULL;
  g_autofree char *mark = number != NULL && *number > 0 ? g_strdup_printf ("%u.", (*number)++) : g_strdup ("•");

  _tl_flow_begin_item (&self->flow, mark);
}

static void
begin_own (Html           *self,
           int             own,
           const xmlChar **attributes)
{
  guint number = own == OWN_NUMBERED_LIST ? 1 : 0;

  switch (own)
    {
    case OWN_LIST:
    case OWN_NUMBERED_LIST:
      g_array_append_val (self->numbers, number);
      break;
    case OWN_ITEM:
      begin_item (self);
      break;
    case OWN_VERBATIM:
      self->verbatim++;
      self->begins = TRUE;
      break;
    case OWN_TITLE:
      self->reading = self->title->len == 0 ? self->title : NULL;
      break;
    case OWN_HEADING:
      self->reading = self->heading->len == 0 ? self->heading : NULL;
      break;
    case OWN_META:
      read_meta (self, attributes);
      break;
    default:
      break;
    }
}

static void
end_own (Html *self,
         int   own)
{
  switch (own)
    {
    case OWN_LIST:
    case OWN_NUMBERED_LIST:
      if (self->numbers->len > 0)
        g_array_set_size (self->numbers, self->numbers->len - 1);
      break;
    case OWN_VERBATIM:
      self->verbatim = self->verbatim > 0 ? self->verbatim - 1 : 0;
      break;
    case OWN_TITLE:
    case OWN_HEADING:
      self->reading = NULL;
      break;
    default:
      break;
    }
}

/* Callbacks */

static void
start_cb (void           *data,
          const xmlChar  *name,
          const xmlChar **attributes)
{
  Html *self = data;
  const TlStep *step = _tl_flow_find (steps, (const char *) name);

  if (++self->depth > MAX_DEPTH)
    _tl_draft_refuse (self->draft, TL_ERROR_INVALID, _("Line %d: elements are nested too deep for a document."),
                      MAX (xmlSAX2GetLineNumber (self->parser), 1));
  if (!_tl_draft_goes_on (self->draft))
    {
      xmlStopParser (self->parser);
      return;
    }
  if (!_tl_flow_start (&self->flow, step))
    return;
  if (is_hidden (attributes))
    _tl_flow_skip (&self->flow, _("Hidden text was left out."));
  else if (step != NULL)
    begin_own (self, step->own, attributes);
}

static void
end_cb (void          *data,
        const xmlChar *name)
{
  Html *self = data;
  const TlStep *step = _tl_flow_find (steps, (const char *) name);

  self->depth--;
  if (_tl_flow_end (&self->flow, step) && step != NULL)
    end_own (self, step->own);
}

static void
text_cb (void          *data,
         const xmlChar *text,
         int            length)
{
  Html *self = data;

  if (self->flow.skipped > 0 || length <= 0)
    return;
  if (self->reading != NULL)
    g_string_append_len (self->reading, (const char *) text, length);
  if (self->reading == self->title && self->reading != NULL)
    return;
  if (self->verbatim > 0 && self->flow.cells == 0)
    {
      int skipped = self->begins && *text == '\n' ? 1 : 0;

      self->begins = FALSE;
      _tl_draft_add_verbatim (self->draft, (const char *) text + skipped, (gsize) (length - skipped));
    }
  else
    _tl_flow_add (&self->flow, (const char *) text, (gsize) length);
}

static void
error_cb (void     *data,
          xmlError *error)
{
}

/* What the file says of the coding of its characters, in a part that is ASCII in all of them. */
static char *
dup_declared_encoding (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *head = g_strndup (length > 0 ? data : "", MIN (length, HEAD_BYTES));
  g_autofree char *lower = g_ascii_strdown (head, -1);
  const char *charset = strstr (lower, "charset=");

  if (charset == NULL)
    return NULL;
  charset += strlen ("charset=");
  charset += strspn (charset, "\"' ");
  return g_strndup (charset, strcspn (charset, "\"' ;/>"));
}

static void
parse (Html       *self,
       const char *text)
{
  xmlSAXHandler sax = {
    .startElement = start_cb,
    .endElement = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .initialized = XML_SAX2_MAGIC,
    .serror = (xmlStructuredErrorFunc) error_cb,
  };

  self->parser = htmlCreateMemoryParserCtxt (text, (int) strlen (text));
  if (self->parser == NULL)
    return;
  *self->parser->sax = sax;
  self->parser->userData = self;
  htmlCtxtUseOptions (self->parser, HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding (self->parser, XML_CHAR_ENCODING_UTF8);
  htmlParseDocument (self->parser);
  g_clear_pointer (&self->parser->myDoc, xmlFreeDoc);
  g_clear_pointer (&self->parser, htmlFreeParserCtxt);
}

void
_tl_read_html (TlDraft *draft,
               GBytes  *bytes)
{
  g_autofree char *encoding = dup_declared_encoding (bytes);
  g_autofree char *decoded = _tl_decode (draft, bytes, encoding);
  g_autofree char *text = decoded != NULL ? tl_text_normalise (decoded, -1, NULL) : NULL;

  if (text == NULL || !_tl_html_check_tags (draft, text))
    return;

  Html html = {
    .draft = draft,
    .numbers = g_array_new (FALSE, FALSE, sizeof (guint)),
    .title = g_string_new (NULL),
    .heading = g_string_new (NULL),
  };

  _tl_flow_init (&html.flow, draft);
  parse (&html, text);
  _tl_draft_set_title (draft, html.title->str);
  _tl_draft_set_title (draft, html.heading->str);
  _tl_flow_clear (&html.flow);
  g_array_unref (html.numbers);
  g_string_free (html.title, TRUE);
  g_string_free (html.heading, TRUE);
}
