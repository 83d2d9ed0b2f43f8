/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

#define TL_PACK_MAX_ATTRIBUTES 2

/* Lives on the stack of whoever reads a pack. After an error nothing more is read. */
typedef struct {
  xmlTextReader *reader;
  const char    *name;
  GError        *error;
  char          *parser_message;
  int            parser_line;
} TlPackXml;

void        _tl_pack_open             (TlPackXml         *self,
                                       const char        *data,
                                       gsize              size,
                                       const char        *name);
gboolean    _tl_pack_close            (TlPackXml         *self,
                                       GError           **error);

void        _tl_pack_fail             (TlPackXml         *self,
                                       const char        *format,
                                       ...) G_GNUC_PRINTF (2, 3);
void        _tl_pack_fail_at          (TlPackXml         *self,
                                       int                line,
                                       const char        *message);

int         _tl_pack_get_line         (TlPackXml         *self);
const char *_tl_pack_get_name         (TlPackXml         *self);
gboolean    _tl_pack_is_empty         (TlPackXml         *self);
gboolean    _tl_pack_move_on          (TlPackXml         *self);
gboolean    _tl_pack_next_child       (TlPackXml         *self);
gboolean    _tl_pack_read_attributes  (TlPackXml         *self,
                                       const char *const *names,
                                       char             **values);
char       *_tl_pack_read_text        (TlPackXml         *self,
                                       glong              max_characters);
void        _tl_pack_read_single_text (TlPackXml         *self,
                                       glong              max_characters,
                                       char             **place);

G_END_DECLS
