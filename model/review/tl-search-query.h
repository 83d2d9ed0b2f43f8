/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/store/tl-tokenizer.h"

G_BEGIN_DECLS

typedef enum {
  TL_SEARCH_DEFAULT = 0,
  TL_SEARCH_TYPING  = 1 << 0, /* the last word may be the beginning of one: it is still being typed */
} TlSearchFlags;

/**
 * TlSearchQuery:
 *
 * What a person wants to find: words that must all occur, "phrases", beginnings*, one OR another, -without.
 */
typedef struct _TlSearchQuery TlSearchQuery;

/**
 * TlSearchMark:
 * @start: where it begins, in bytes
 * @end: where it ends
 * @term: which word or phrase of the query it is
 *
 * A place in a text where something that was looked for stands.
 */
typedef struct {
  gsize start;
  gsize end;
  guint term;
} TlSearchMark;

TlSearchQuery *tl_search_query_new       (const char          *text,
                                          TlSearchFlags        flags,
                                          TlTokenizer         *tokenizer,
                                          GError             **error);
void           tl_search_query_free      (TlSearchQuery       *self);

guint          tl_search_query_get_n_terms (TlSearchQuery     *self);
const char    *tl_search_query_get_match (TlSearchQuery       *self,
                                          guint                term);
char          *tl_search_query_dup_wanted (TlSearchQuery      *self);
char          *tl_search_query_dup_match (TlSearchQuery       *self);
gboolean       tl_search_query_accepts   (TlSearchQuery       *self,
                                          guint64              terms);
GArray        *tl_search_query_mark      (TlSearchQuery       *self,
                                          TlTokenizer         *tokenizer,
                                          const char          *text,
                                          gsize                length,
                                          guint                enough);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearchQuery, tl_search_query_free)

G_END_DECLS
