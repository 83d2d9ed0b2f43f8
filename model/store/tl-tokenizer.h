/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/store/tl-connection.h"

G_BEGIN_DECLS

/* How the index divides a text: runs of letters and digits, case and accents folded. */
#define TL_TOKENIZER "unicode61 remove_diacritics 2"

/**
 * TlTokenizer:
 *
 * Divides texts into words exactly as the index does. Used in the thread of its connection, which it must not outlive.
 */
typedef struct _TlTokenizer TlTokenizer;

/* @word is folded, @length bytes long and not ended by a zero; it stood from @start to @end, in bytes. Returns whether
 * to go on. */
typedef gboolean (*TlTokenizerFunc) (const char *word,
                                     gsize       length,
                                     gsize       start,
                                     gsize       end,
                                     gpointer    data);

TlTokenizer *tl_tokenizer_new   (TlConnection     *connection,
                                 GError          **error);
void         tl_tokenizer_free  (TlTokenizer      *self);
void         tl_tokenizer_split (TlTokenizer      *self,
                                 const char       *text,
                                 gsize             length,
                                 TlTokenizerFunc   func,
                                 gpointer          data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTokenizer, tl_tokenizer_free)

G_END_DECLS
