/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks for the expressions in a text; what is quoted, and what is part of an exception, does not count. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

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
         const TlWordMatch *match,
         const TlWordToken *first,
         const TlWordToken *last)
{
  TlWordHit *hit = g_new (TlWordHit, 1);

  hit->start = first->start;
  hit->end = last->end;
  hit->line = place->line;
  hit->column = first->start - place->line_start + 1;
  hit->text = g_strndup (place->text + first->first_byte, last->after_byte - first->first_byte);
  hit->group = match->advice->group != NULL ? match->advice->group : match->list->group.key;
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

/* Whether an exception begins after the expression, but reaches over the end of what is marked. */
static gboolean
is_excepted (TlWords           *self,
             GArray            *tokens,
             guint              position,
             const TlWordMatch *match)
{
  for (guint i = position + 1; i < match->end; i++)
    if (_tl_words_match (self, tokens, i).exception_end >= match->end)
      return TRUE;
  return FALSE;
}

/* “The Neglect Strategy”: what is called so says nothing of anybody’s work. */
static gboolean
is_name (GArray            *tokens,
         const TlWordMatch *match)
{
  gboolean has_name = FALSE;

  for (guint i = match->start; i < match->end; i++)
    {
      const TlWordToken *token = &g_array_index (tokens, TlWordToken, i);

      if (token->end - token->start > 3 && !token->named)
        return FALSE;
      has_name = has_name || token->named;
    }
  return has_name;
}

/* Of a sentence, from which word on it is somebody’s words, or a question that the method asks. */
typedef struct {
  guint sentence;
  guint from;
  gboolean whole;
} Spared;

static void
read_spared (TlWords *self,
             GArray  *tokens,
             guint    first,
             Spared  *spared)
{
  const TlWordToken *begin = &g_array_index (tokens, TlWordToken, first);

  *spared = (Spared) { begin->sentence, G_MAXUINT, FALSE };
  spared->whole = begin->asks && _tl_words_match_spare (self, TL_WORDS_SPARE_QUESTION, tokens, first) != 0;
  for (guint i = first; i < tokens->len && !spared->whole; i++)
    {
      if (g_array_index (tokens, TlWordToken, i).sentence != begin->sentence)
        break;

      guint end = spared->from == G_MAXUINT ? _tl_words_match_spare (self, TL_WORDS_SPARE_REST, tokens, i) : 0;

      if (end != 0)
        spared->from = end;
      spared->whole = _tl_words_match_spare (self, TL_WORDS_SPARE_SENTENCE, tokens, i) != 0;
    }
}

static gboolean
is_spared (const Spared *spared,
           GArray       *tokens,
           guint         position)
{
  return spared->whole
         || (position >= spared->from && !_tl_words_leaves_clause (tokens, spared->from, position));
}

/* What is found between two positions in bytes; @place is where the words begin. */
static GPtrArray *
find_in_tokens (TlWords *self,
                GArray  *tokens,
                GArray  *quotations,
                Place    place,
                gsize    from,
                gsize    until)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_word_hit_free);
  guint excepted_until = 0;
  guint quotation = 0;
  guint free_from = 0; /* after the last hit */
  Spared spared = { G_MAXUINT, G_MAXUINT, FALSE };

  for (guint i = 0; i < tokens->len; i++)
    {
      const TlWordToken *token = &g_array_index (tokens, TlWordToken, i);

      if (token->first_byte < from || token->first_byte >= until || is_quoted (quotations, &quotation, token))
        continue;
      if (token->sentence != spared.sentence)
        read_spared (self, tokens, token->sentence, &spared);

      TlWordMatch match = _tl_words_match (self, tokens, i);

      excepted_until = MAX (excepted_until, match.exception_end);
      if (match.end == 0 || match.end <= excepted_until || match.start < free_from
          || is_spared (&spared, tokens, match.start) || is_name (tokens, &match)
          || is_excepted (self, tokens, i, &match))
        continue;

      const TlWordToken *first = &g_array_index (tokens, TlWordToken, match.start);

      free_from = match.end;
      move_place (&place, first);
      g_ptr_array_add (hits, hit_new (&place, &match, first, &g_array_index (tokens, TlWordToken, match.end - 1)));
    }
  return hits;
}

/**
 * tl_words_find:
 * @text: valid UTF-8, lines ended by LF
 *
 * Finds the expressions in a text, whole words only and without regard to case. A line break or a hyphen counts as a
 * space. What stands in double or single quotation marks, or in a line that begins with ">", is someone else's wording
 * and is passed over; so is what the family or those at work are reported to have said or thought, and the questions
 * of the method itself.
 *
 * Returns: (transfer full) (element-type TlWordHit): what was found in order, without overlap; @self must outlive it
 */
GPtrArray *
tl_words_find (TlWords    *self,
               const char *text)
{
  g_return_val_if_fail (TL_IS_WORDS (self), NULL);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  g_autoptr (GArray) tokens = _tl_words_split_known (self, text);
  g_autoptr (GArray) quotations = _tl_words_find_quotations (text);

  return find_in_tokens (self, tokens, quotations, (Place) { .text = text, .line = 1 }, 0, G_MAXSIZE);
}

/* Whether a sentence may end at @p: sometimes none does, as after an abbreviation. */
static gboolean
may_end_sentence (const char *p)
{
  return strchr (".!?;", *p) != NULL && (p[1] == ' ' || p[1] == '\n');
}

/* Back from @p over the ends of @n sentences, or to the beginning. */
static const char *
go_back (const char *text,
         const char *p,
         guint       n)
{
  while (p > text && (!may_end_sentence (p - 1) || n-- > 0))
    p--;
  return p;
}

static const char *
go_on (const char *p,
       guint       n)
{
  for (; *p != '\0'; p++)
    if (may_end_sentence (p) && n-- == 0)
      return p + 1;
  return p;
}

/**
 * tl_words_find_around:
 * @paragraph: valid UTF-8
 * @from: first of the characters that have changed
 * @to: the one after the last
 * @first: (out): from which character on the text was looked at
 * @after: (out): the character after the last that was looked at
 *
 * Looks at the sentences around a change and no others, so that it costs the same in a text of any length. For this the
 * change may hold no quotation mark and stand beside none; otherwise look at the whole paragraph.
 *
 * Returns: (transfer full) (element-type TlWordHit): what was found in there; their lines and columns count from @first
 */
GPtrArray *
tl_words_find_around (TlWords    *self,
                      const char *paragraph,
                      guint       from,
                      guint       to,
                      guint      *first,
                      guint      *after)
{
  g_return_val_if_fail (TL_IS_WORDS (self), NULL);
  g_return_val_if_fail (paragraph != NULL && from <= to && first != NULL && after != NULL, NULL);

  const char *changed = g_utf8_offset_to_pointer (paragraph, from);
  const char *begin = go_back (paragraph, changed, 1);
  const char *end = go_on (g_utf8_offset_to_pointer (changed, to - from), 0);

  /* One sentence more on either side is read, so that it is seen whether these ends are ends. */
  const char *read_from = go_back (paragraph, begin, 1);
  g_autofree char *text = g_strndup (read_from, (gsize) (go_on (end, 0) - read_from));
  g_autoptr (GArray) tokens = _tl_words_split_known (self, text);
  g_autoptr (GArray) quotations = _tl_words_find_quotations (paragraph);
  Place place = { .text = paragraph,
                  .byte = (gsize) (read_from - paragraph),
                  .line = 1,
                  .position = (guint) g_utf8_pointer_to_offset (paragraph, read_from) };

  place.line_start = place.position;
  for (guint i = 0; i < tokens->len; i++)
    {
      TlWordToken *token = &g_array_index (tokens, TlWordToken, i);

      token->first_byte += place.byte;
      token->after_byte += place.byte;
      token->start += place.position;
      token->end += place.position;
    }
  *first = (guint) g_utf8_pointer_to_offset (paragraph, begin);
  *after = (guint) (*first + g_utf8_strlen (begin, end - begin));
  return find_in_tokens (self, tokens, quotations, place, (gsize) (begin - paragraph), (gsize) (end - paragraph));
}
