/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/words/tl-words.h"

G_BEGIN_DECLS

/* In an expression: a place for up to two adverbs; a place for a few words of any kind; where what is marked begins and
 * ends, for around it may stand what has to be there and is not marked itself; the first letter of the name of a class
 * of words; in a class, any word, and a letter or number that stands for a name; after a class at the beginning, that
 * the rest is said of it; before a class, that the words before belong to a noun of it; after a word, all its forms;
 * after a class, that one of it owns what follows. */
#define TL_WORDS_GAP "~"
#define TL_WORDS_REACH "…"
#define TL_WORDS_BEGIN "<"
#define TL_WORDS_END ">"
#define TL_WORDS_CLASS '@'
#define TL_WORDS_ANY "*"
#define TL_WORDS_LETTER "#"
#define TL_WORDS_SUBJECT ":"
#define TL_WORDS_NOUN "^"
#define TL_WORDS_FORMS '+'
#define TL_WORDS_OWNER "'s"
#define TL_WORDS_STOP "." /* first: a statement begins; last: a sentence ends; or else a part between marks */

/* What a word is in a sentence, whatever the sentence is about; one may be several. */
typedef enum {
  TL_WORDS_PREPOSITION = 1 << 0,
  TL_WORDS_DETERMINER = 1 << 1,
  TL_WORDS_AUXILIARY = 1 << 2,
  TL_WORDS_CONJUNCTION = 1 << 3,
  TL_WORDS_RELATIVE = 1 << 4,
  TL_WORDS_SUBORDINATOR = 1 << 5,
  TL_WORDS_PRONOUN = 1 << 6,
  TL_WORDS_PERSON = 1 << 7,
  TL_WORDS_NEGATOR = 1 << 8,
  TL_WORDS_TRANSPARENT = 1 << 9, /* passes on what is said of it: “the quality of the light was poor” */
  TL_WORDS_ADVERB = 1 << 10,     /* may stand inside a verb without changing what is said */
} TlWordKinds;

/* Words that can stand in one place, such as the names of professions. */
typedef struct {
  char       *key;      /* as expressions name it, such as "@worker" */
  GHashTable *members;  /* first word → GPtrArray of char**, the words of one member */
  GHashTable *named;    /* likewise, what a review calls those of the class */
  GHashTable *excluded; /* set of words that only look as if they belonged */
  GPtrArray  *endings;  /* of char* */
} TlWordClass;

/* Where a member of a class stands. */
typedef struct {
  const TlWordClass *class;
  guint    end;       /* after it, as a position */
  gboolean by_ending; /* it is one by how it ends alone */
} TlWordMember;

/* A word of a text, folded for comparison. Two words are joined when only spaces, one line break or a hyphen stands
 * between them. */
typedef struct {
  char    *folded;
  gsize    first_byte;
  gsize    after_byte;
  guint    start; /* in characters */
  guint    end;
  guint    sentence; /* position of its first word */
  gboolean joined;   /* to the word before */
  gboolean asks;     /* its sentence ends with a question mark */
  gboolean named;    /* capitalised where no sentence begins: a name, or part of one */
  TlWordKinds kinds;
  GArray     *members; /* owned, of TlWordMember: those of classes that begin with it; %NULL for none */
} TlWordToken;

/* A stretch of a text in bytes. */
typedef struct {
  gsize first;
  gsize after;
} TlWordSpan;

/* Words that stand together, as positions. */
typedef struct {
  guint first;
  guint after;
} TlWordPhrase;

typedef struct {
  char *group;             /* key, or %NULL for the list’s own */
  char *explanation;
  char *question;
  char **unless_said_of;   /* classes: what is said of them is left alone */
  gboolean unless_negated; /* what is denied is left alone */
  gboolean unless_explained; /* so is that for which a reason is given */
} TlWordAdvice;

/* An expression as folded words. */
typedef struct {
  char  *subject; /* name of the class of which the words are said, or %NULL */
  char **words;
  const TlWordAdvice *advice; /* %NULL for an exception */
} TlWordPattern;

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
  gboolean is_about;   /* the expression says of whom */
  guint start;         /* what is marked, as positions of words */
  guint end;           /* 0 if nothing is */
  guint exception_end; /* after the longest exception that begins here, or 0 */
} TlWordMatch;

/* What lets a sentence, or the rest of it, alone. */
typedef enum {
  TL_WORDS_SPARE_REST,      /* what follows is somebody’s words or thoughts: “the mother said that …” */
  TL_WORDS_SPARE_SENTENCE,  /* the whole is: “…, the grandfather said.” */
  TL_WORDS_SPARE_QUESTION,  /* it asks, and begins so */
  TL_WORDS_N_SPARES,
} TlWordsSpare;

struct _TlWords
{
  GObject parent_instance;

  GPtrArray  *lists;    /* owned, of TlWordList */
  GHashTable *classes;  /* owned, name → TlWordClass */
  GHashTable *subjects; /* owned set of char*: classes of which something is said */
  GHashTable *beginnings; /* owned, word → GPtrArray of TlWordClass: of the classes with a member that begins so */
  GPtrArray  *ended;    /* owned, of TlWordClass: those that have endings */
  TlWordList *spares[TL_WORDS_N_SPARES]; /* their expressions are exceptions */
};

GArray *_tl_words_split           (const char *text);
void     _tl_words_index          (TlWords    *self);
GArray *_tl_words_split_known     (TlWords    *self,
                                   const char *text);
GArray *_tl_words_find_quotations (const char *text);

const TlWordMember *_tl_words_find_member (const TlWordToken *token,
                                           const char        *name);
gboolean _tl_words_is_owner       (TlWords    *self,
                                   GArray     *tokens,
                                   guint       position,
                                   const char *name);

TlWordClass *_tl_words_class_new  (const char  *name);
void     _tl_words_class_free     (TlWordClass *class);
gboolean _tl_words_class_add      (TlWordClass *class,
                                   const char  *member);
gboolean _tl_words_class_has_head (TlWordClass *class,
                                   const char  *name);
void     _tl_words_class_set_named (TlWordClass       *class,
                                    const char *const *names);
char   **_tl_words_split_expression (const char *expression);
char   **_tl_words_inflect        (const char  *base);

TlWordPhrase _tl_words_find_subject (GArray     *tokens,
                                     guint       position);
TlWordPhrase _tl_words_find_nouns (GArray       *tokens,
                                   guint         position);
TlWordKinds _tl_words_get_kinds   (const char   *word);
gboolean _tl_words_is_person      (GArray       *tokens,
                                   TlWordPhrase  phrase);
gboolean _tl_words_is_negated     (GArray       *tokens,
                                   guint         position);
TlWordPhrase _tl_words_find_agent (GArray       *tokens,
                                   guint         position);
gboolean _tl_words_is_explained   (GArray       *tokens,
                                   guint         start,
                                   guint         end);
TlWordPhrase _tl_words_find_holder (GArray      *tokens,
                                    guint        position);
gboolean _tl_words_is_object      (GArray       *tokens,
                                   guint         position);
gboolean _tl_words_leaves_clause  (GArray       *tokens,
                                   guint         from,
                                   guint         position);

TlWordList *_tl_words_list_new    (void);
void     _tl_words_list_free      (TlWordList   *list);
gboolean _tl_words_read           (TlWords      *self,
                                   GBytes       *bytes,
                                   const char   *name,
                                   GError      **error);

guint    _tl_words_match_spare    (TlWords      *self,
                                   TlWordsSpare  spare,
                                   GArray       *tokens,
                                   guint         position);
TlWordMatch _tl_words_match       (TlWords     *self,
                                   GArray      *tokens,
                                   guint        position);

G_END_DECLS
