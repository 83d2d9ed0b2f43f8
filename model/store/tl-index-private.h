/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the index share: its tables, and slices of texts. */
#pragma once

#include "model/store/tl-index.h"

G_BEGIN_DECLS

struct _TlIndex
{
  TlConnection *connection;
  const char   *schema;   /* "main" or "temp" */
  gint64        seen;     /* how far in the log there is nothing to do, though the file does not say so */
  gboolean      broken;   /* whether it has to be made anew */

  char         *digest;   /* the text being read, and its digest; kept between parts */
  char         *text;
};

/**
 * TlSlice:
 * @start: in bytes
 * @size: in bytes
 *
 * A stretch of a text that is one row of the index.
 */
typedef struct {
  gsize start;
  gsize size;
} TlSlice;

/**
 * TlIndexStanding:
 * @there: whether there is an index of this version and of this log
 * @position: how far in the log it is
 * @end: how far the log goes
 *
 * How the index stands to the log.
 */
typedef struct {
  gboolean there;
  gint64   position;
  gint64   end;
} TlIndexStanding;

gboolean     _tl_slice_next       (const char    *text,
                                   gsize          length,
                                   TlSlice       *slice);

gboolean     _tl_index_field      (const TlField *field);
sqlite3_stmt *_tl_index_prepare   (TlIndex       *self,
                                   GError       **error,
                                   const char    *format,
                                   ...) G_GNUC_PRINTF (3, 4);

gboolean     _tl_index_begin      (TlIndex       *self,
                                   gboolean       write,
                                   GError       **error);
gboolean     _tl_index_look       (TlIndex       *self,
                                   TlIndexStanding *standing,
                                   GError       **error);
gboolean     _tl_index_insert_slice (TlIndex       *self,
                                     const char    *owner,
                                     const char    *place,
                                     gboolean       title,
                                     const char    *text,
                                     const TlSlice *slice,
                                     gint64         position,
                                     GError       **error);
gboolean     _tl_index_put_field  (TlIndex       *self,
                                   const TlKind  *kind,
                                   guint          field,
                                   const char    *id,
                                   const char    *text,
                                   GError       **error);
gboolean     _tl_index_take_field (TlIndex       *self,
                                   const TlKind  *kind,
                                   guint          field,
                                   const char    *id,
                                   const char    *text,
                                   GError       **error);

G_END_DECLS
