/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/words/tl-words.h"

G_BEGIN_DECLS

/* In an expression, a place for up to two adverbs. */
#define TL_WORDS_GAP "~"

/* A word of a text, folded for comparison. Two words are joined when only spaces, one line break or a hyphen stands
 * between them. */
typedef struct {
  char    *folded;
  gsize    first_byte;
  gsize    after_byte;
  guint    start; /* in characters */
  guint    end;
  gboolean joined; /* to the word before */
} TlWordToken;

/* A stretch of a text in bytes. */
typedef struct {
  gsize first;
  gsize after;
} TlWordSpan;

typedef struct {
  char *explanation;
  char *question;
} TlWordAdvice;

/* An expression as folded words. */
typedef struct {
  char **words;
  const TlWordAdvice *advice; /* %NULL for an exception */
} TlWordPattern;

/* One file: its group, its advice and its expressions by their first word. */
typedef struct {
  TlWordGroup group;
  GPtrArray  *advice;   /* of TlWordAdvice */
  GHashTable *patterns; /* first word → GPtrArray of TlWordPattern */
} TlWordList;

struct _TlWords
{
  GObject parent_instance;

  GPtrArray *lists; /* owned, of TlWordList */
};

GArray *_tl_words_split           (const char *text);
GArray *_tl_words_find_quotations (const char *text);

G_END_DECLS
