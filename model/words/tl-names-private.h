/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names as words; for this room only. */
#pragma once

#include "model/words/tl-names.h"

G_BEGIN_DECLS

struct _TlNames
{
  /* owned */
  GHashTable *parts;   /* set of folded words */
  GHashTable *phrases; /* folded first word → GPtrArray of char**, the whole name */

  gboolean first_bytes[256]; /* which a word must begin with to be looked at */
};

struct _TlNamesText
{
  const char *text;
  GArray     *words; /* owned */
};

typedef struct {
  char       *folded;
  const char *start; /* in the text */
  const char *end;
} TlNameWord;

GArray   *_tl_names_split        (const char  *text);
gboolean  _tl_names_word_is      (const char  *word,
                                  const char  *name);
gboolean  _tl_names_is_ordinary  (const TlNameWord *word);
guint     _tl_names_match_titled (TlNames     *self,
                                  GArray      *words,
                                  guint        from);
guint     _tl_names_match_part   (TlNames     *self,
                                  GArray      *words,
                                  guint        from);
guint     _tl_names_match_phrase (TlNames     *self,
                                  GArray      *words,
                                  guint        from);

G_END_DECLS
