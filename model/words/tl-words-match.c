/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether an expression stands at a word of a text. Of several that do the longest counts. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

#define MAX_ADVERBS 2
#define MAX_REACH 5

/* Words that may stand inside a verb without changing what is said. Words in -ly are adverbs too. */
static gboolean
is_adverb (const char *word)
{
  static const char *const adverbs[] = {
    "again", "all", "almost", "also", "always", "arguably", "at", "both", "course", "either", "even", "ever", "far",
    "further", "instead", "indeed", "just", "least", "long", "much", "never", "not", "now", "of", "often", "once",
    "only", "perhaps", "quite", "rather", "simply", "so", "sometimes", "somewhat", "soon", "sooner", "still", "then",
    "therefore", "though", "thus", "too", "twice", "very", "well", "yet", NULL,
  };

  return (strlen (word) > 3 && g_str_has_suffix (word, "ly")) || g_strv_contains (adverbs, word);
}

typedef struct {
  TlWords *words;
  GArray  *tokens;
  guint    start; /* where what is marked begins, and after it, where the expression says so; otherwise 0 */
  guint    end;
} Matcher;

static guint match_words (Matcher *self, guint position, char **words, gboolean is_first);

static const TlWordToken *
get_token (Matcher *self,
           guint    position,
           gboolean is_first)
{
  const TlWordToken *token;

  if (position >= self->tokens->len)
    return NULL;
  token = &g_array_index (self->tokens, TlWordToken, position);
  return is_first || token->joined ? token : NULL;
}

/* Up to @most adverbs, or words of any kind, or none; the fewest that will do. */
static guint
match_gap (Matcher *self,
           guint    position,
           char   **words,
           guint    most,
           gboolean adverbs_only)
{
  for (guint i = 0; i <= most; i++)
    {
      guint end = match_words (self, position + i, words, FALSE);
      const TlWordToken *token = end == 0 ? get_token (self, position + i, FALSE) : NULL;

      if (end != 0)
        return end;
      if (token == NULL || (adverbs_only && !is_adverb (token->folded)))
        return 0;
    }
  return 0;
}

/* Where the expression begins, whether a statement does, for a question holds nothing against anybody; else whether the
 * sentence ends. */
static guint
match_stop (Matcher  *self,
            guint     position,
            char    **words,
            gboolean  is_first)
{
  if (get_token (self, position, FALSE) != NULL)
    return 0;
  if (!is_first)
    return position;
  return get_token (self, position, TRUE)->asks ? 0 : match_words (self, position, words, TRUE);
}

/* "Social worker 2", "Child A". */
static gboolean
is_designation (const TlWordToken *token)
{
  return token != NULL && (g_ascii_isdigit (token->folded[0]) || (token->folded[0] != 'a' && token->folded[1] == '\0'));
}

static guint
match_member (Matcher  *self,
              guint     position,
              char    **member,
              gboolean  is_first)
{
  for (; *member != NULL; member++, position++, is_first = FALSE)
    {
      const TlWordToken *token = get_token (self, position, is_first);

      if (token == NULL || (strcmp (*member, TL_WORDS_ANY) != 0 && strcmp (*member, token->folded) != 0))
        return 0;
    }
  return position;
}

static guint
match_ending (TlWordClass       *class,
              guint              position,
              const TlWordToken *token)
{
  for (guint i = 0; i < class->endings->len; i++)
    if (g_str_has_suffix (token->folded, class->endings->pdata[i])
        && strlen (token->folded) > strlen (class->endings->pdata[i]) + 1)
      return position + 1;
  return 0;
}

/* Whether it is worth trying what begins with a class. */
static gboolean
class_begins (Matcher    *self,
              guint       position,
              const char *name)
{
  TlWordClass *class = g_hash_table_lookup (self->words->classes, name + 1);
  const TlWordToken *token = &g_array_index (self->tokens, TlWordToken, position);

  return class != NULL
         && (g_hash_table_contains (class->members, token->folded) || match_ending (class, position, token) != 0);
}

static guint
match_class (Matcher  *self,
             guint     position,
             char    **words,
             gboolean  is_first)
{
  TlWordClass *class = g_hash_table_lookup (self->words->classes, words[0] + 1);
  const TlWordToken *token = get_token (self, position, is_first);
  guint end = 0;

  if (class == NULL || token == NULL || g_hash_table_contains (class->excluded, token->folded))
    return 0;

  GPtrArray *members = g_hash_table_lookup (class->members, token->folded);

  for (guint i = 0; members != NULL && i < members->len; i++)
    end = MAX (end, match_member (self, position, members->pdata[i], is_first));
  if (end == 0)
    end = match_ending (class, position, token);
  if (end == 0)
    return 0;

  guint after = match_words (self, end, words + 1, FALSE);

  return after == 0 && is_designation (get_token (self, end, FALSE)) ? match_words (self, end + 1, words + 1, FALSE)
                                                                      : after;
}

/* The position after the last word matched, or 0. */
static guint
match_words (Matcher  *self,
             guint     position,
             char    **words,
             gboolean  is_first)
{
  if (words[0] == NULL)
    return position;
  if (strcmp (words[0], TL_WORDS_GAP) == 0)
    return match_gap (self, position, words + 1, MAX_ADVERBS, TRUE);
  if (strcmp (words[0], TL_WORDS_REACH) == 0)
    return match_gap (self, position, words + 1, MAX_REACH, FALSE);
  if (strcmp (words[0], TL_WORDS_STOP) == 0)
    return match_stop (self, position, words + 1, is_first);
  if (words[0][0] == TL_WORDS_CLASS)
    return match_class (self, position, words, is_first);

  guint end;

  if (strcmp (words[0], TL_WORDS_BEGIN) == 0)
    {
      end = match_words (self, position, words + 1, is_first);
      self->start = end != 0 ? position : self->start;
      return end;
    }
  if (strcmp (words[0], TL_WORDS_END) == 0)
    {
      end = match_words (self, position, words + 1, is_first);
      self->end = end != 0 ? position : self->end;
      return end;
    }

  const TlWordToken *token = get_token (self, position, is_first);

  if (token == NULL || strcmp (token->folded, words[0]) != 0)
    return 0;
  return match_words (self, position + 1, words + 1, FALSE);
}

static void
try_patterns (Matcher          *self,
              guint             position,
              const TlWordList *list,
              const char       *key,
              TlWordMatch      *match)
{
  GPtrArray *patterns = g_hash_table_lookup (list->patterns, key);

  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      const TlWordPattern *pattern = g_ptr_array_index (patterns, i);

      self->start = position;
      self->end = 0;

      guint end = match_words (self, position, pattern->words, TRUE);

      if (end == 0)
        continue;
      if (pattern->advice == NULL)
        {
          match->exception_end = MAX (match->exception_end, end);
          continue;
        }
      end = self->end != 0 ? self->end : end;
      if (end <= match->end)
        continue;
      match->list = list;
      match->advice = pattern->advice;
      match->start = self->start;
      match->end = end;
    }
}

/*
 * _tl_words_match:
 * @tokens: the words of a text
 * @position: where an expression is to begin
 *
 * Returns: what stands there
 */
TlWordMatch
_tl_words_match (TlWords *self,
                 GArray  *tokens,
                 guint    position)
{
  Matcher matcher = { .words = self, .tokens = tokens };
  TlWordMatch match = { NULL };

  for (guint i = 0; i < self->lists->len; i++)
    {
      const TlWordList *list = g_ptr_array_index (self->lists, i);

      try_patterns (&matcher, position, list, g_array_index (tokens, TlWordToken, position).folded, &match);
      for (guint j = 0; j < list->leading->len; j++)
        if (class_begins (&matcher, position, list->leading->pdata[j]))
          try_patterns (&matcher, position, list, list->leading->pdata[j], &match);
    }
  return match;
}
