/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is read, and the longest text that is taken from one. */
#define TL_DOCUMENT_MAX_BYTES (256 * 1024 * 1024)
#define TL_DOCUMENT_MAX_TEXT (64 * 1024 * 1024)

/**
 * TlDocument:
 * @title: what the file says it is called, or the name of the file; one line
 * @date: (nullable): the day on which the file says it was made or written, where that is plausible
 * @text: UTF-8 in the characters of XML 1.0, lines ended by line feeds
 * @page_starts: (element-type guint): where pages begin, in characters; empty if the format has none or tells none
 * @digest: SHA-256 of the file in hexadecimal
 * @notes: (element-type utf8): sentences on what was changed or left out
 *
 * A file from outside as text.
 */
typedef struct {
  char      *title;
  char      *date;
  char      *text;
  GArray    *page_starts;
  char      *digest;
  GPtrArray *notes;
} TlDocument;

TlDocument *tl_document_read        (const char    *path,
                                     GCancellable  *cancellable,
                                     GError       **error);
TlDocument *tl_document_read_bytes  (GBytes        *bytes,
                                     const char    *name,
                                     GCancellable  *cancellable,
                                     GError       **error);
char       *tl_document_decode      (GBytes        *bytes,
                                     GError       **error);
GPtrArray  *tl_document_split       (TlDocument    *self,
                                     gsize          max_bytes);
void        tl_document_free        (TlDocument    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlDocument, tl_document_free)

G_END_DECLS
