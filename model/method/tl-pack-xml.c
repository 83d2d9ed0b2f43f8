/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML of a method pack, element by element: nothing is fetched, no entity is expanded, what may not stand in a
 * pack stops the reading, and the first thing wrong is kept with its line. */
#include "config.h"

#include "model/method/tl-pack-xml-private.h"

#include "model/base/tl-error.h"
#include "model/base/tl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
_tl_pack_fail_at (TlPackXml  *self,
                  int         line,
                  const char *message)
{
  if (self->error == NULL)
    g_set_error (&self->error, TL_ERROR, TL_ERROR_INVALID,
                 /* Translators: a file's name, a line number, a sentence. */
                 _("%s, line %d: %s"), self->name, line, message);
}

int
_tl_pack_get_line (TlPackXml *self)
{
  xmlTextReaderMoveToElement (self->reader);

  xmlNode *node = xmlTextReaderCurrentNode (self->reader);

  return node != NULL ? (int) MAX (1, xmlGetLineNo (node)) : MAX (1, self->parser_line);
}

void
_tl_pack_fail (TlPackXml  *self,
               const char *format,
               ...)
{
  va_list args;

  va_start (args, format);

  g_autofree char *message = g_strdup_vprintf (format, args);

  va_end (args);
  _tl_pack_fail_at (self, _tl_pack_get_line (self), message);
}

static void
parser_failed_cb (void     *data,
                  xmlError *error)
{
  TlPackXml *self = data;

  if (self->parser_message == NULL && error->message != NULL)
    {
      self->parser_message = g_utf8_make_valid (error->message, -1);
      g_strstrip (self->parser_message);
      self->parser_line = error->line;
    }
}

/*
 * _tl_pack_open:
 * @data: valid UTF-8, which must outlive @self
 * @name: what to call the file in an error message
 *
 * Begins before the first element. To be followed by _tl_pack_close().
 */
void
_tl_pack_open (TlPackXml  *self,
               const char *data,
               gsize       size,
               const char *name)
{
  *self = (TlPackXml) { .name = name };
  self->reader = xmlReaderForMemory (data, (int) size, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_BIG_LINES);
  if (self->reader == NULL)
    g_error ("Out of memory for an XML reader");
  xmlTextReaderSetStructuredErrorHandler (self->reader, (xmlStructuredErrorFunc) parser_failed_cb, self);
}

/* Returns whether nothing was wrong. */
gboolean
_tl_pack_close (TlPackXml  *self,
                GError    **error)
{
  gboolean was_sound = self->error == NULL;

  g_clear_pointer (&self->reader, xmlFreeTextReader);
  g_clear_pointer (&self->parser_message, g_free);
  if (!was_sound)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return was_sound;
}

/* Whether the element has neither text nor children, and so no end of its own. */
gboolean
_tl_pack_is_empty (TlPackXml *self)
{
  return xmlTextReaderIsEmptyElement (self->reader) == 1;
}

/* Moves on and lets through only what a pack may contain: elements, text and comments, which are passed over. */
gboolean
_tl_pack_move_on (TlPackXml *self)
{
  while (self->error == NULL)
    {
      int result = xmlTextReaderRead (self->reader);

      if (result < 0 || self->parser_message != NULL)
        {
          g_autofree char *message
              = g_strdup_printf (_("This is not well-formed XML: %s."),
                                 self->parser_message != NULL ? self->parser_message : _("it can’t be parsed"));
          _tl_pack_fail_at (self, MAX (1, self->parser_line), message);
          return FALSE;
        }
      if (result == 0)
        return FALSE;

      switch (xmlTextReaderNodeType (self->reader))
        {
        case XML_READER_TYPE_ELEMENT:
        case XML_READER_TYPE_END_ELEMENT:
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
          return TRUE;
        case XML_READER_TYPE_COMMENT:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          break;
        default:
          _tl_pack_fail (self, _("A method pack contains no document type, entities or processing instructions."));
          return FALSE;
        }
    }
  return FALSE;
}

const char *
_tl_pack_get_name (TlPackXml *self)
{
  return (const char *) xmlTextReaderConstName (self->reader);
}

/* From a start tag or the end of a child to the next child; %FALSE at the parent's end or on an error. */
gboolean
_tl_pack_next_child (TlPackXml *self)
{
  if (!_tl_pack_move_on (self))
    return FALSE;

  int type = xmlTextReaderNodeType (self->reader);

  if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA)
    _tl_pack_fail (self, _("There is text where only elements may stand."));
  return self->error == NULL && type == XML_READER_TYPE_ELEMENT;
}

/* Values stay %NULL for attributes that are not given. */
gboolean
_tl_pack_read_attributes (TlPackXml         *self,
                          const char *const *names,
                          char             **values)
{
  for (int found = xmlTextReaderMoveToFirstAttribute (self->reader); found == 1;
       found = xmlTextReaderMoveToNextAttribute (self->reader))
    {
      guint i = 0;

      while (names[i] != NULL && strcmp (names[i], _tl_pack_get_name (self)) != 0)
        i++;
      if (names[i] == NULL)
        {
          g_autofree char *attribute = g_strdup (_tl_pack_get_name (self));

          xmlTextReaderMoveToElement (self->reader);
          _tl_pack_fail (self, _("The element “%s” has no attribute “%s”."), _tl_pack_get_name (self), attribute);
          return FALSE;
        }
      g_free (values[i]);
      values[i] = g_strdup ((const char *) xmlTextReaderConstValue (self->reader));
    }
  xmlTextReaderMoveToElement (self->reader);
  return TRUE;
}

/* Text that may be broken over lines in the file is one line to a reader. */
static char *
collapse_spaces (const char *text)
{
  GString *result = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        g_string_append_c (result, *p);
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }
  if (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);
  return g_string_free (result, FALSE);
}

/* The text from here to the end of the element, which may have no children. */
char *
_tl_pack_read_text (TlPackXml *self,
                    glong      max_characters)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int line = _tl_pack_get_line (self);

  if (!xmlTextReaderIsEmptyElement (self->reader))
    while (_tl_pack_move_on (self) && xmlTextReaderNodeType (self->reader) != XML_READER_TYPE_END_ELEMENT)
      {
        if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ELEMENT)
          _tl_pack_fail (self, _("The element “%s” may not stand inside a text."), _tl_pack_get_name (self));
        else
          g_string_append (text, (const char *) xmlTextReaderConstValue (self->reader));
      }
  if (self->error != NULL)
    return NULL;

  g_autofree char *result = collapse_spaces (text->str);

  if (!tl_text_is_clean (result))
    _tl_pack_fail_at (self, line, _("The text contains characters that can’t be shown."));
  else if (g_utf8_strlen (result, -1) > max_characters)
    {
      g_autofree char *message = g_strdup_printf (_("The text is longer than %ld characters."), max_characters);
      _tl_pack_fail_at (self, line, message);
    }
  return self->error == NULL ? g_steal_pointer (&result) : NULL;
}

/* A text element that may stand only once, has no attributes and is not empty. */
void
_tl_pack_read_single_text (TlPackXml *self,
                           glong      max_characters,
                           char     **place)
{
  static const char *const none[] = { NULL };
  char *values[TL_PACK_MAX_ATTRIBUTES] = { NULL };

  if (*place != NULL)
    _tl_pack_fail (self, _("The element “%s” is given twice."), _tl_pack_get_name (self));
  else if (_tl_pack_read_attributes (self, none, values))
    {
      int line = _tl_pack_get_line (self);

      *place = _tl_pack_read_text (self, max_characters);
      if (*place != NULL && **place == '\0')
        _tl_pack_fail_at (self, line, _("The text is empty."));
    }
}
