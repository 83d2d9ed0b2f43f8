/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The XML reader in its three files: tl-xml-reader.c drives, tl-xml-elements.c knows the structure, tl-xml-values.c the
 * values. */
#pragma once

#include "model/exchange/tl-reference-table.h"
#include "model/exchange/tl-xml-reader.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

/* What a name stands for among the attributes or the elements of a kind. The parser hands out one pointer for a name as
 * long as it reads a file, so that names are compared once. */
typedef struct {
  const TlFormSlot *slots;
  const char       *name; /* the parser’s */
  const TlFormSlot *slot;
} TlXmlMeaning;

#define TL_XML_N_MEANINGS 256

/* A value that was found right for an attribute: files say the same few keys, choices and numbers again and again, and
 * what was right once is right again, as long as keys mean the same. */
#define TL_XML_MAX_WORD 40

typedef struct {
  const TlFormSlot *slot; /* NULL where none is */
  gint64            integer;
  TlValueType       type;
  guint             length;
  char              text[TL_XML_MAX_WORD];
} TlXmlWord;

#define TL_XML_N_WORDS 512

#define TL_XML_BLOCK_BYTES (64 * 1024)

struct _TlXmlReader
{
  /* owned, kept from file to file */
  TlReferenceTable *references;
  TlArena          *arena; /* what records hold */
  gboolean          keeps; /* until the end of the file */
  char             *block; /* of a file on the disk */
  TlXmlWord        *words; /* TL_XML_N_WORDS */
  TlPins           *word_pins; /* by which they were right */
  GString          *text;
  GPtrArray        *items; /* of char* in the arena: the list being read */
  GHashTable       *seen;  /* the same, to find what stands twice */

  /* of the file being read */
  TlXmlHeader       header;
  GPtrArray        *problems; /* borrowed */
  TlXmlSink         sink;
  void             *data;
  GCancellable     *cancellable; /* borrowed */
  GError           *error;       /* of the sink, the disk or the person */
  xmlParserCtxt    *parser;      /* borrowed */
  int               fd;
  const guint8     *bytes;
  gsize             n_bytes;
  gsize             n_read;
  gsize             block_at;  /* what of the block was not asked for yet */
  gsize             block_end;

  TlXmlMeaning      meanings[TL_XML_N_MEANINGS];
  const char       *space;     /* our namespace, as the parser’s pointer */
  const char       *kind_name; /* likewise, of the last kind */

  /* where in the file */
  guint             depth;
  guint             skip; /* elements inside one that is passed over, itself included */
  gboolean          stopped;
  gboolean          review_seen;
  guint             position; /* of the last kind */

  /* the record being read */
  const TlFormKind *kind; /* NULL between records */
  TlPlainRecord    *record; /* in the arena */
  guint             slot; /* of the last element */
  gboolean          slot_used;

  /* the element being read */
  const TlField    *field; /* NULL between elements */
  gboolean          too_long;
};

/* tl-xml-elements.c */
void     _tl_xml_install_handlers (xmlSAXHandler        *sax);

/* tl-xml-reader.c */
void     _tl_xml_stop             (TlXmlReader          *self);
void     _tl_xml_problem          (TlXmlReader          *self,
                                   TlProblemCode         code,
                                   const char           *format,
                                   ...) G_GNUC_PRINTF (3, 4);

/* tl-xml-values.c */
void     _tl_xml_set_id           (TlXmlReader          *self,
                                   const char           *text,
                                   gsize                 length);
void     _tl_xml_set_attribute    (TlXmlReader          *self,
                                   const TlFormSlot     *slot,
                                   const char           *text,
                                   gsize                 length);
void     _tl_xml_add_text         (TlXmlReader          *self,
                                   const char           *text,
                                   gsize                 length);
void     _tl_xml_end_text         (TlXmlReader          *self);
void     _tl_xml_add_reference    (TlXmlReader          *self,
                                   const char           *text,
                                   gsize                 length);
void     _tl_xml_end_list         (TlXmlReader          *self);
void     _tl_xml_end_review       (TlXmlReader          *self);

G_END_DECLS
