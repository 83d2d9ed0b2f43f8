/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/words/tl-words.h"

G_BEGIN_DECLS

/* In an expression: a place for up to two adverbs; a place for a few words of any kind; where what is marked begins and
 * ends, for around it may stand what has to be there and is not marked itself; the first letter of the name of a class
 * of words; in a class, any word. */
#define TL_WORDS_GAP "~"
#define TL_WORDS_REACH "…"
#define TL_WORDS_BEGIN "<"
#define TL_WORDS_END ">"
#define TL_WORDS_CLASS '@'
#define TL_WORDS_ANY "*"
#define TL_WORDS_STOP "." /* first: a statement begins; last: a sentence ends; or else a part between marks */

/* A word of a text, folded for comparison. Two words are joined when only spaces, one line break or a hyphen stands
 * between them. */
typedef struct {
  char    *folded;
  gsize    first_byte;
  gsize    after_byte;
  guint    start; /* in characters */
  guint    end;
  gboolean joined; /* to the word before */
  gboolean asks;   /* its sentence ends with a question mark */
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

/* Words that can stand in one place, such as the names of professions. */
typedef struct {
  GHashTable *members;  /* first word → GPtrArray of char**, the words of one member */
  GHashTable *excluded; /* set of words that only look as if they belonged */
  GPtrArray  *endings;  /* of char* */
} TlWordClass;

/* One file: its group, its advice and its expressions by their first word. */
typedef struct {
  TlWordGroup group;
  GPtrArray  *advice;   /* of TlWordAdvice */
  GHashTable *patterns; /* first word, or class → GPtrArray of TlWordPattern */
  GPtrArray  *leading;  /* of char*: the classes among them; borrowed from the keys */
} TlWordList;

/* What stands at a place in a text. */
typedef struct {
  const TlWordList   *list;
  const TlWordAdvice *advice;
  guint start;         /* what is marked, as positions of words */
  guint end;           /* 0 if nothing is */
  guint exception_end; /* after the longest exception that begins here, or 0 */
} TlWordMatch;

struct _TlWords
{
  GObject parent_instance;

  GPtrArray  *lists;   /* owned, of TlWordList */
  GHashTable *classes; /* owned, name → TlWordClass */
};

GArray *_tl_words_split           (const char *text);
GArray *_tl_words_find_quotations (const char *text);

TlWordClass *_tl_words_class_new  (void);
void     _tl_words_class_free     (TlWordClass *class);
gboolean _tl_words_class_add      (TlWordClass *class,
                                   const char  *member);
char   **_tl_words_split_expression (const char *expression);

TlWordMatch _tl_words_match       (TlWords     *self,
                                   GArray      *tokens,
                                   guint        position);

G_END_DECLS
