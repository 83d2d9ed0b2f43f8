/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TL_WORDS_MAX_BYTES (256 * 1024)

/**
 * TlWordGroup:
 * @key: such as "counterfactual"
 * @title: for people
 * @description: what is misleading about such words
 * @n_expressions: how many expressions are looked for
 */
typedef struct {
  char *key;
  char *title;
  char *description;
  guint n_expressions;
} TlWordGroup;

/**
 * TlWordHit:
 * @start: position in the text in characters (code points)
 * @end: position after the last character
 * @line: from 1
 * @column: from 1, in characters
 * @text: the words as they stand in the text
 * @group: (transfer none): key of the group; like @question and @explanation it lives as long as the #TlWords
 * @question: (transfer none): a better question to ask
 * @explanation: (transfer none): what the words hide
 */
typedef struct {
  guint start;
  guint end;
  guint line;
  guint column;
  char *text;
  const char *group;
  const char *question;
  const char *explanation;
} TlWordHit;

#define TL_TYPE_WORDS (tl_words_get_type ())

G_DECLARE_FINAL_TYPE (TlWords, tl_words, TL, WORDS, GObject)

TlWords           *tl_words_new          (void);
TlWords           *tl_words_load         (GPtrArray  **problems);
gboolean           tl_words_add          (TlWords     *self,
                                          GBytes      *bytes,
                                          const char  *name,
                                          GError     **error);

void               tl_words_set_people   (TlWords           *self,
                                          const char *const *workers,
                                          const char *const *family);

gboolean           tl_words_is_family    (TlWords           *self,
                                          const char        *name);

guint              tl_words_get_n_groups (TlWords     *self);
const TlWordGroup *tl_words_get_group    (TlWords     *self,
                                          guint        position);

GPtrArray         *tl_words_find         (TlWords     *self,
                                          const char  *text);
GPtrArray         *tl_words_find_around  (TlWords     *self,
                                          const char  *paragraph,
                                          guint        from,
                                          guint        to,
                                          guint       *first,
                                          guint       *after);

void               tl_word_hit_free      (TlWordHit   *hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlWordHit, tl_word_hit_free)

G_END_DECLS
