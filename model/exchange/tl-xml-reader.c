/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads review files as a stream of records. Every file is taken to be hostile: no network, no document type, no
 * entity, bounded depth, size and time; and every value is held to the declarations as it passes. */
#include "config.h"

#include "model/exchange/tl-xml-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <string.h>
#include <unistd.h>

#include "model/base/tl-error.h"
#include "model/base/tl-hash.h"

/* Entities are "replaced" only so that the five of XML itself reach us as characters; no others get past the refused
 * document type. XML_PARSE_HUGE is not set: libxml2's own limits hold. */
#define PARSE_OPTIONS (XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_COMPACT)

/**
 * tl_xml_reader_new:
 *
 * Returns: (transfer full): a reader
 */
TlXmlReader *
tl_xml_reader_new (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }

  TlXmlReader *self = g_new0 (TlXmlReader, 1);

  self->references = tl_reference_table_new ();
  self->arena = tl_arena_new ();
  self->block = g_malloc (TL_XML_BLOCK_BYTES);
  self->words = g_new0 (TlXmlWord, TL_XML_N_WORDS);
  self->word_pins = tl_pins_new ();
  self->text = g_string_new (NULL);
  self->items = g_ptr_array_new ();
  self->seen = g_hash_table_new (tl_hash_text, g_str_equal);
  self->header.pins = tl_pins_new ();
  return self;
}

static void
drop_items (TlXmlReader *self)
{
  g_hash_table_remove_all (self->seen);
  g_ptr_array_set_size (self->items, 0);
}

/**
 * tl_xml_reader_free:
 * @self: (transfer full): a reader
 */
void
tl_xml_reader_free (TlXmlReader *self)
{
  tl_arena_free (self->arena);
  tl_reference_table_free (self->references);
  g_free (self->block);
  g_free (self->words);
  tl_pins_free (self->word_pins);
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->seen);
  tl_pins_free (self->header.pins);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * tl_xml_reader_keep_records:
 * @self: a reader
 *
 * From now on all records of a file hold until the next file is read, so that whoever takes them need not copy what is
 * in them.
 */
void
tl_xml_reader_keep_records (TlXmlReader *self)
{
  g_return_if_fail (self != NULL);
  self->keeps = TRUE;
}

/* Nothing more is read of this file. */
void
_tl_xml_stop (TlXmlReader *self)
{
  self->stopped = TRUE;
  xmlStopParser (self->parser);
}

/* Adds a problem at the present line; after the last that fits reading stops. */
void
_tl_xml_problem (TlXmlReader   *self,
                 TlProblemCode  code,
                 const char    *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  guint line = (guint) MAX (xmlSAX2GetLineNumber (self->parser), 1);
  if (!tl_problems_add (self->problems, code, line, "%s", message) && !self->stopped)
    _tl_xml_stop (self);
}

/* Input */

/* The parser asks for a few thousand bytes at a time: to ask the kernel for each of them would cost more than to hold
 * them to the declarations. */
static gssize
read_file (TlXmlReader *self,
           char        *buffer,
           gsize        length)
{
  if (self->block_at == self->block_end)
    {
      gssize n;

      do
        n = read (self->fd, self->block, TL_XML_BLOCK_BYTES);
      while (n < 0 && errno == EINTR);
      if (n <= 0)
        return n;
      self->block_at = 0;
      self->block_end = (gsize) n;
    }

  gsize n = MIN (length, self->block_end - self->block_at);

  memcpy (buffer, self->block + self->block_at, n);
  self->block_at += n;
  return (gssize) n;
}

static int
read_cb (void *data,
         char *buffer,
         int   length)
{
  TlXmlReader *self = data;
  gssize n = 0;

  /* Here the parser can't be stopped, being in the middle of its input; to it, the file ends. */
  if (self->stopped || g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    {
      self->stopped = TRUE;
      return 0;
    }

  if (self->bytes != NULL)
    {
      n = (gssize) MIN ((gsize) length, self->n_bytes - self->n_read);
      memcpy (buffer, self->bytes + self->n_read, (gsize) n);
    }
  else
    n = read_file (self, buffer, (gsize) length);
  if (n < 0)
    {
      g_set_error (&self->error, TL_ERROR, TL_ERROR_FAILED, _("The file can’t be read: %s."), g_strerror (errno));
      self->stopped = TRUE;
      return 0;
    }
  self->n_read += (gsize) n;
  if (self->n_read > TL_XML_MAX_BYTES)
    {
      tl_problems_add (self->problems, TL_PROBLEM_TOO_LARGE, 0, _("The file is larger than 1 GB."));
      self->stopped = TRUE;
      return 0;
    }
  return (int) n;
}

static void
reset (TlXmlReader  *self,
       TlXmlSink     sink,
       void         *data,
       GPtrArray    *problems,
       GCancellable *cancellable)
{
  tl_reference_table_clear (self->references);
  tl_pins_clear (self->header.pins);
  drop_items (self);
  tl_arena_clear (self->arena);
  g_clear_error (&self->error);
  self->header.tier = TL_TIER_NEVER;
  self->header.form = NULL;
  self->problems = problems;
  self->sink = sink;
  self->data = data;
  self->cancellable = cancellable;
  self->fd = -1;
  self->bytes = NULL;
  self->n_bytes = self->n_read = 0;
  self->block_at = self->block_end = 0;
  memset (self->meanings, 0, sizeof self->meanings);
  self->space = self->kind_name = NULL;
  self->depth = self->skip = self->position = 0;
  self->stopped = self->review_seen = FALSE;
  self->kind = NULL;
  self->field = NULL;
}

static void
ignore_error (void     *data,
              xmlError *error)
{
}

static gboolean
parse (TlXmlReader  *self,
       const char   *name,
       GError      **error)
{
  xmlSAXHandler sax = { 0 };
  xmlStructuredErrorFunc former = xmlStructuredError;
  void *former_data = xmlStructuredErrorContext;

  _tl_xml_install_handlers (&sax);
  /* What goes wrong before the parser knows its handlers, in converting encodings, would be printed. */
  xmlSetStructuredErrorFunc (NULL, (xmlStructuredErrorFunc) ignore_error);

  xmlParserCtxt *parser = xmlCreateIOParserCtxt (&sax, self, read_cb, NULL, self, XML_CHAR_ENCODING_NONE);
  g_return_val_if_fail (parser != NULL, FALSE);

  self->parser = parser;
  xmlCtxtUseOptions (parser, PARSE_OPTIONS);
  if (!self->stopped)
    xmlParseDocument (parser);

  if (!self->stopped && self->error == NULL)
    {
      if (!parser->wellFormed && self->problems->len == 0)
        _tl_xml_problem (self, TL_PROBLEM_NOT_WELL_FORMED, _("The file is not well-formed XML."));
      if (parser->wellFormed)
        tl_reference_table_check (self->references, self->problems);
    }
  g_clear_pointer (&parser->myDoc, xmlFreeDoc);
  xmlFreeParserCtxt (parser);
  xmlSetStructuredErrorFunc (former_data, former);
  self->parser = NULL;

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return tl_problems_raise (self->problems, name, error);
}

static gboolean
open_regular (TlXmlReader  *self,
              const char   *path,
              GError      **error)
{
  GStatBuf status;

  /* Without O_NONBLOCK a named pipe would keep us waiting. */
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0)
    {
      int code = errno;

      g_set_error (error, TL_ERROR, code == ENOENT ? TL_ERROR_NOT_FOUND : TL_ERROR_FAILED,
                   _("“%s” can’t be opened: %s."), path, g_strerror (code));
      return FALSE;
    }
  if (fstat (self->fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, TL_ERROR, TL_ERROR_NOT_OURS, _("“%s” is not a file."), path);
      return FALSE;
    }
  return TRUE;
}

/**
 * tl_xml_reader_read_path:
 * @self: a reader
 * @path: a file
 * @sink: (nullable): where the records go
 * @data: for @sink
 * @problems: (element-type TlProblem): empty; what is wrong with the file
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Reads and checks a file. With @sink %NULL it is only checked. No record is given to @sink after the first problem.
 *
 * Returns: %FALSE with the first of @problems, with file name and line, as @error; or with an error of the disk, of
 *   @sink or %G_IO_ERROR_CANCELLED
 */
gboolean
tl_xml_reader_read_path (TlXmlReader   *self,
                         const char    *path,
                         TlXmlSink      sink,
                         void          *data,
                         GPtrArray     *problems,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_return_val_if_fail (self != NULL && path != NULL && problems != NULL && problems->len == 0, FALSE);

  g_autofree char *name = g_filename_display_basename (path);

  reset (self, sink, data, problems, cancellable);

  gboolean done = open_regular (self, path, error) && parse (self, name, error);

  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  return done;
}

/**
 * tl_xml_reader_read_bytes:
 * @self: a reader
 * @bytes: the contents of a file
 * @name: what to call it in messages
 * @sink: (nullable): where the records go
 * @data: for @sink
 * @problems: (element-type TlProblem): empty; what is wrong with the file
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: as tl_xml_reader_read_path()
 */
gboolean
tl_xml_reader_read_bytes (TlXmlReader   *self,
                          GBytes        *bytes,
                          const char    *name,
                          TlXmlSink      sink,
                          void          *data,
                          GPtrArray     *problems,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_return_val_if_fail (self != NULL && bytes != NULL && problems != NULL && problems->len == 0, FALSE);

  reset (self, sink, data, problems, cancellable);
  self->bytes = g_bytes_get_data (bytes, &self->n_bytes);
  if (self->bytes == NULL)
    self->bytes = (const guint8 *) "";
  return parse (self, name, error);
}

static gboolean
keep_record (const TlXmlHeader  *header,
             TlPlainRecord      *record,
             void               *data,
             GError            **error)
{
  TlXmlFile *file = data;

  g_ptr_array_add (file->records, tl_plain_record_copy (record));
  return TRUE;
}

static TlXmlFile *
read_whole (const char    *path,
            GBytes        *bytes,
            const char    *name,
            GPtrArray    **problems,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (TlXmlReader) reader = tl_xml_reader_new ();
  g_autoptr (TlXmlFile) file = g_new0 (TlXmlFile, 1);
  g_autoptr (GPtrArray) found = tl_problems_new ();

  file->records = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_plain_record_free);

  gboolean done = path != NULL
      ? tl_xml_reader_read_path (reader, path, keep_record, file, found, cancellable, error)
      : tl_xml_reader_read_bytes (reader, bytes, name, keep_record, file, found, cancellable, error);

  file->header = reader->header;
  reader->header.pins = tl_pins_new ();
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return done ? g_steal_pointer (&file) : NULL;
}

/**
 * tl_xml_read_path:
 * @path: a file
 * @problems: (out) (optional) (transfer full) (element-type TlProblem): what is wrong with it
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): the whole file, or %NULL with @error as tl_xml_reader_read_path()
 */
TlXmlFile *
tl_xml_read_path (const char    *path,
                  GPtrArray    **problems,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  return read_whole (path, NULL, NULL, problems, cancellable, error);
}

/**
 * tl_xml_read_bytes:
 * @bytes: the contents of a file
 * @name: what to call it in messages
 * @problems: (out) (optional) (transfer full) (element-type TlProblem): what is wrong with it
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full): the whole file, or %NULL with @error as tl_xml_reader_read_path()
 */
TlXmlFile *
tl_xml_read_bytes (GBytes        *bytes,
                   const char    *name,
                   GPtrArray    **problems,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);
  return read_whole (NULL, bytes, name, problems, cancellable, error);
}

/**
 * tl_xml_file_free:
 * @file: (transfer full): a file
 */
void
tl_xml_file_free (TlXmlFile *file)
{
  g_clear_pointer (&file->records, g_ptr_array_unref);
  g_clear_pointer (&file->header.pins, tl_pins_free);
  g_free (file);
}
