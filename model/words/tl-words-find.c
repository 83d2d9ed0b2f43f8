/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for the expressions in a text. Of expressions that begin at one word the longest counts; what is quoted, and
 * what is part of an exception, does not. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

#define MAX_ADVERBS 2

/* Words that may stand inside a verb without changing what is said. Words in -ly are adverbs too. */
static gboolean
is_adverb (const char *word)
{
  static const char *const adverbs[] = {
    "again", "all", "also", "always", "arguably", "at", "course", "either", "even", "ever", "instead", "indeed", "just",
    "least", "long", "never", "not", "now", "of", "often", "once", "only", "perhaps", "quite", "rather", "simply", "so",
    "sometimes", "soon", "sooner", "still", "then", "therefore", "though", "thus", "too", "well", "yet", NULL,
  };

  return (strlen (word) > 3 && g_str_has_suffix (word, "ly")) || g_strv_contains (adverbs, word);
}

/* The position after the last word matched, or 0. */
static guint
match_words (GArray     *tokens,
             guint       position,
             char      **words,
             gboolean    is_first)
{
  if (words[0] == NULL)
    return position;

  if (strcmp (words[0], TL_WORDS_GAP) == 0)
    {
      for (guint i = 0; i <= MAX_ADVERBS; i++)
        {
          guint end = match_words (tokens, position + i, words + 1, FALSE);

          if (end != 0)
            return end;
          if (position + i >= tokens->len || !g_array_index (tokens, TlWordToken, position + i).joined
              || !is_adverb (g_array_index (tokens, TlWordToken, position + i).folded))
            return 0;
        }
      return 0;
    }

  if (position >= tokens->len)
    return 0;

  const TlWordToken *token = &g_array_index (tokens, TlWordToken, position);

  if ((!is_first && !token->joined) || strcmp (token->folded, words[0]) != 0)
    return 0;
  return match_words (tokens, position + 1, words + 1, FALSE);
}

typedef struct {
  const TlWordList *list;
  const TlWordAdvice *advice;
  guint end;           /* position after the longest expression that begins here; 0 if none does */
  guint exception_end; /* the same for exceptions */
} Match;

static Match
match_at (TlWords *self,
          GArray  *tokens,
          guint    position)
{
  const char *word = g_array_index (tokens, TlWordToken, position).folded;
  Match match = { NULL };

  for (guint i = 0; i < self->lists->len; i++)
    {
      const TlWordList *list = g_ptr_array_index (self->lists, i);
      GPtrArray *patterns = g_hash_table_lookup (list->patterns, word);

      for (guint j = 0; patterns != NULL && j < patterns->len; j++)
        {
          const TlWordPattern *pattern = g_ptr_array_index (patterns, j);
          guint end = match_words (tokens, position, pattern->words, TRUE);

          if (pattern->advice == NULL)
            match.exception_end = MAX (match.exception_end, end);
          else if (end > match.end)
            {
              match.list = list;
              match.advice = pattern->advice;
              match.end = end;
            }
        }
    }
  return match;
}

/* A place in the text that only moves forward. */
typedef struct {
  const char *text;
  gsize byte;
  guint line;
  guint line_start; /* in characters */
  guint position;
} Place;

static void
move_place (Place             *place,
            const TlWordToken *token)
{
  while (place->byte < token->first_byte)
    {
      place->position++;
      if (place->text[place->byte] == '\n')
        {
          place->line++;
          place->line_start = place->position;
        }
      place->byte = (gsize) (g_utf8_next_char (place->text + place->byte) - place->text);
    }
}

static TlWordHit *
hit_new (const Place       *place,
         const Match       *match,
         const TlWordToken *first,
         const TlWordToken *last)
{
  TlWordHit *hit = g_new (TlWordHit, 1);

  hit->start = first->start;
  hit->end = last->end;
  hit->line = place->line;
  hit->column = first->start - place->line_start + 1;
  hit->text = g_strndup (place->text + first->first_byte, last->after_byte - first->first_byte);
  hit->group = match->list->group.key;
  hit->question = match->advice->question;
  hit->explanation = match->advice->explanation;
  return hit;
}

/* @next only moves forward, as the words do. */
static gboolean
is_quoted (GArray            *quotations,
           guint             *next,
           const TlWordToken *token)
{
  const TlWordSpan *spans = (const TlWordSpan *) (void *) quotations->data;

  while (*next < quotations->len && spans[*next].after <= token->first_byte)
    (*next)++;
  return *next < quotations->len && spans[*next].first <= token->first_byte;
}

/**
 * tl_words_find:
 * @text: valid UTF-8, lines ended by LF
 *
 * Finds the expressions in a text, whole words only and without regard to case. A line break or a hyphen counts as a
 * space. What stands in double or single quotation marks is someone else's wording and is passed over.
 *
 * Returns: (transfer full) (element-type TlWordHit): what was found in order, without overlap; @self must outlive it
 */
GPtrArray *
tl_words_find (TlWords    *self,
               const char *text)
{
  g_return_val_if_fail (TL_IS_WORDS (self), NULL);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_word_hit_free);
  g_autoptr (GArray) tokens = _tl_words_split (text);
  g_autoptr (GArray) quotations = _tl_words_find_quotations (text);
  Place place = { .text = text, .line = 1 };
  guint excepted_until = 0;
  guint quotation = 0;
  guint free_from = 0; /* after the last hit */

  for (guint i = 0; i < tokens->len; i++)
    {
      const TlWordToken *token = &g_array_index (tokens, TlWordToken, i);

      if (is_quoted (quotations, &quotation, token))
        continue;

      Match match = match_at (self, tokens, i);

      excepted_until = MAX (excepted_until, match.exception_end);
      if (match.end == 0 || match.end <= excepted_until || i < free_from)
        continue;
      move_place (&place, token);
      g_ptr_array_add (hits, hit_new (&place, &match, token, &g_array_index (tokens, TlWordToken, match.end - 1)));
      free_from = match.end;
    }
  return hits;
}
