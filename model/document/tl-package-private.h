/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Documents that are XML in a zip; for this room only. */
#pragma once

#include <libxml/parser.h>

#include "model/document/tl-flow-private.h"

G_BEGIN_DECLS

/**
 * TlPackage:
 *
 * A zip in memory, of which members are read by their whole names. Nothing is unpacked to the disk, so no name can lead
 * anywhere.
 */
typedef struct {
  TlDraft    *draft;
  GBytes     *bytes;
  GHashTable *members;    /* name → how many have it */
  gint64      n_unpacked; /* of all that was read so far */
} TlPackage;

gboolean    _tl_package_open       (TlPackage  *self,
                                    TlDraft    *draft,
                                    GBytes     *bytes);
void        _tl_package_clear      (TlPackage  *self);
gboolean    _tl_package_has        (TlPackage  *self,
                                    const char *member);
gboolean    _tl_package_is         (TlPackage  *self,
                                    const char *type);
GBytes     *_tl_package_read       (TlPackage  *self,
                                    const char *member);

typedef struct _TlPart TlPart;

/**
 * TlPart:
 * @start: an element begins
 * @end: an element ends
 * @text: a piece of text
 *
 * A member as a stream of elements. Their names have the prefixes that are customary for their namespaces, whatever
 * the file has: "text:p", "w:t". The reader begins its own structure with one of these.
 */
struct _TlPart {
  TlDraft    *draft;
  void      (*start) (TlPart *part, const char *name);
  void      (*end)   (TlPart *part, const char *name);
  void      (*text)  (TlPart *part, const char *text, gsize length);

  const char     *member;
  xmlParserCtxt  *parser;
  GString        *name;
  const xmlChar **attributes;
  guint           n_attributes;
  guint           depth;
};

void        _tl_part_parse         (TlPart     *self,
                                    const char *member,
                                    GBytes     *bytes);
char       *_tl_part_dup_attribute (TlPart     *self,
                                    const char *name);

void        _tl_package_read_properties (TlPackage  *self,
                                         const char *member,
                                         const char *date);

/* The readers of what is in one. */
void        _tl_read_odt           (TlPackage  *package);
void        _tl_read_docx          (TlPackage  *package);

G_END_DECLS
