/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/exchange/tl-form.h"
#include "model/exchange/tl-pins.h"
#include "model/exchange/tl-plain-record.h"
#include "model/exchange/tl-problem.h"

G_BEGIN_DECLS

/* No file of the format comes near these; what is larger is refused. */
#define TL_XML_MAX_BYTES (G_GINT64_CONSTANT (1) << 30)
#define TL_XML_MAX_ATTRIBUTE 1000
#define TL_XML_MAX_DEPTH 32

/**
 * TlXmlHeader:
 * @tier: to whom the file may go
 * @form: the form of that tier
 * @pins: the method, known once the review record has been read, and the typologies
 *
 * What holds for a whole file.
 */
typedef struct {
  TlTier        tier;
  const TlForm *form;
  TlPins       *pins;
} TlXmlHeader;

/**
 * TlXmlSink:
 * @header: what holds for the file
 * @record: the record, which belongs to the reader; it holds until the sink returns, or until the next file is read if
 *   tl_xml_reader_keep_records() was called
 * @data: as given
 * @error: return location
 *
 * Takes the records of a file one by one as they are read, in the order of the file. They are sound in themselves; that
 * no id stands twice and every reference finds its record is known only when the reader returns %TRUE.
 *
 * Returns: %FALSE with @error to stop reading
 */
typedef gboolean (*TlXmlSink) (const TlXmlHeader  *header,
                               TlPlainRecord      *record,
                               void               *data,
                               GError            **error);

/**
 * TlXmlReader:
 *
 * Reads review files, one after the other. To be used from one thread at a time.
 */
typedef struct _TlXmlReader TlXmlReader;

/**
 * TlXmlFile:
 * @header: what holds for the file
 * @records: (element-type TlPlainRecord): in the order of the file, the review first
 *
 * A whole file in memory.
 */
typedef struct {
  TlXmlHeader header;
  GPtrArray  *records;
} TlXmlFile;

TlXmlReader *tl_xml_reader_new        (void);
void         tl_xml_reader_free       (TlXmlReader   *self);
void         tl_xml_reader_keep_records
                                      (TlXmlReader   *self);

gboolean     tl_xml_reader_read_path  (TlXmlReader   *self,
                                       const char    *path,
                                       TlXmlSink      sink,
                                       void          *data,
                                       GPtrArray     *problems,
                                       GCancellable  *cancellable,
                                       GError       **error);
gboolean     tl_xml_reader_read_bytes (TlXmlReader   *self,
                                       GBytes        *bytes,
                                       const char    *name,
                                       TlXmlSink      sink,
                                       void          *data,
                                       GPtrArray     *problems,
                                       GCancellable  *cancellable,
                                       GError       **error);

TlXmlFile   *tl_xml_read_path         (const char    *path,
                                       GPtrArray    **problems,
                                       GCancellable  *cancellable,
                                       GError       **error);
TlXmlFile   *tl_xml_read_bytes        (GBytes        *bytes,
                                       const char    *name,
                                       GPtrArray    **problems,
                                       GCancellable  *cancellable,
                                       GError       **error);
void         tl_xml_file_free         (TlXmlFile     *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXmlReader, tl_xml_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlXmlFile, tl_xml_file_free)

G_END_DECLS
