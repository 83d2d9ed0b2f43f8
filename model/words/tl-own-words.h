/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlOwnWord:
 * @words: an expression
 * @group: key of its group, or %NULL for one that is switched off
 * @question: a better question to ask, or %NULL for one that is switched off
 */
typedef struct {
  char *words;
  char *group;
  char *question;
} TlOwnWord;

TlOwnWord *tl_own_word_new   (const char  *words,
                              const char  *group,
                              const char  *question);
void       tl_own_word_free  (TlOwnWord   *word);

GPtrArray *tl_own_words_load (GError     **error);
gboolean   tl_own_words_save (GPtrArray   *words,
                              GError     **error);

G_END_DECLS
