/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/record/tl-kind.h"
#include "model/store/tl-tokenizer.h"

G_BEGIN_DECLS

/* How a file that has an index declares it; anything else that is virtual was made to make us do something. */
#define TL_INDEX_DECLARATION \
  "\"search\" USING fts5(\"title\", \"text\", content='', tokenize='" TL_TOKENIZER "')"

/* A phrase of more words than this can lie where two slices of a text meet and be in neither. */
#define TL_INDEX_MAX_PHRASE 64

/**
 * TlIndex:
 *
 * The full-text index of a review: every searched field of every record and the texts of sources. Used in the thread of
 * its connection, which it must not outlive.
 */
typedef struct _TlIndex TlIndex;

/**
 * TlIndexRow:
 * @owner: the id of a record, or the digest of a text
 * @kind: (nullable): the kind of the record; %NULL for a text
 * @field: the index of its field
 * @start: where the slice begins in the field or text, in bytes
 * @position: the same in characters
 * @size: its length in bytes
 * @rank: how well it matches: the less the better, as bm25() has it; 0 where it was not asked for
 *
 * A slice of a text in which something was found.
 */
typedef struct {
  char         *owner;
  const TlKind *kind;
  guint         field;
  gint64        start;
  gint64        position;
  gint64        size;
  double        rank;
} TlIndexRow;

/* The row is only there while the function runs. */
typedef void (*TlIndexRowFunc)    (const TlIndexRow *row,
                                   gpointer          data);
typedef void (*TlIndexHolderFunc) (const char       *digest,
                                   const TlKind     *kind,
                                   guint             field,
                                   const char       *id,
                                   gpointer          data);

TlIndex  *tl_index_new          (TlConnection       *connection,
                                 gboolean            temporary);
void      tl_index_free         (TlIndex            *self);

gboolean  tl_index_follow       (TlIndex            *self,
                                 GError            **error);
gboolean  tl_index_read_on      (TlIndex            *self,
                                 gboolean           *more,
                                 GError            **error);
void      tl_index_distrust     (TlIndex            *self);
gboolean  tl_index_drop         (TlConnection       *connection,
                                 GError            **error);

gboolean  tl_index_is_behind    (TlIndex            *self,
                                 gboolean           *behind,
                                 GError            **error);
gboolean  tl_index_is_there     (TlIndex            *self,
                                 gboolean           *there,
                                 GError            **error);
gboolean  tl_index_count_texts  (TlIndex            *self,
                                 guint              *n_unread,
                                 guint              *n_texts,
                                 GError            **error);
gboolean  tl_index_find         (TlIndex            *self,
                                 const char         *match,
                                 gboolean            ranked,
                                 TlIndexRowFunc      func,
                                 gpointer            data,
                                 GCancellable       *cancellable,
                                 GError            **error);
gboolean  tl_index_each_holder  (TlIndex            *self,
                                 TlIndexHolderFunc   func,
                                 gpointer            data,
                                 GError            **error);
char     *tl_index_dup_slice    (TlIndex            *self,
                                 const TlIndexRow   *row,
                                 GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIndex, tl_index_free)

G_END_DECLS
