/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether an expression stands at a word of a text. Of several that do the longest counts. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

#define MAX_ADVERBS 2
#define MAX_REACH 5

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

/* The position after something put in between commas that begins at @position, or 0: “should, on any view, have”. */
static guint
skip_aside (Matcher *self,
            guint    position)
{
  const TlWordToken *first = get_token (self, position, TRUE);

  if (first == NULL || first->joined)
    return 0;
  for (guint i = position + 1; i <= position + MAX_REACH && i < self->tokens->len; i++)
    {
      const TlWordToken *token = get_token (self, i, TRUE);

      if (token->sentence != first->sentence)
        return 0;
      if (!token->joined)
        return i;
    }
  return 0;
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
      if (adverbs_only && token == NULL)
        {
          guint after = skip_aside (self, position + i);

          return after != 0 ? match_words (self, after, words, TRUE) : 0;
        }
      if (token == NULL || (adverbs_only && (token->kinds & TL_WORDS_ADVERB) == 0))
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

/* The end of the longest member of the class at @position, or 0. */
static guint
match_members (Matcher    *self,
               guint       position,
               const char *name,
               gboolean    is_first)
{
  const TlWordToken *token = get_token (self, position, is_first);
  const TlWordMember *member = token != NULL ? _tl_words_find_member (token, name) : NULL;

  return member != NULL ? member->end : 0;
}

/* Whether the word belongs to the class by how it ends alone. */
static gboolean
is_by_ending (Matcher    *self,
              guint       position,
              const char *name)
{
  const TlWordMember *member = _tl_words_find_member (get_token (self, position, TRUE), name);

  return member != NULL && member->by_ending;
}

/* The position after an owner of the class, or 0. */
static guint
match_owner (Matcher    *self,
             guint       position,
             const char *name,
             gboolean    is_first)
{
  return get_token (self, position, is_first) != NULL && _tl_words_is_owner (self->words, self->tokens, position, name)
             ? position + 1
             : 0;
}

static guint
match_class (Matcher  *self,
             guint     position,
             char    **words,
             gboolean  is_first)
{
  if (g_str_has_suffix (words[0], TL_WORDS_OWNER))
    {
      guint after_owner = match_owner (self, position, words[0] + 1, is_first);

      return after_owner != 0 ? match_words (self, after_owner, words + 1, FALSE) : 0;
    }

  guint end = match_members (self, position, words[0] + 1, is_first);
  guint after = end != 0 ? match_words (self, end, words + 1, FALSE) : 0;

  return end != 0 && after == 0 && is_designation (get_token (self, end, FALSE))
             ? match_words (self, end + 1, words + 1, FALSE)
             : after;
}

/* “Ella”: a name that stands alone and that no class has is the child’s or a relative’s; those at work are told by what
 * they are. */
static gboolean
is_given_name (Matcher      *self,
               TlWordPhrase  phrase)
{
  GHashTableIter iter;
  void *class;

  if (phrase.after != phrase.first + 1 || !get_token (self, phrase.first, TRUE)->named)
    return FALSE;
  g_hash_table_iter_init (&iter, self->words->subjects);
  while (g_hash_table_iter_next (&iter, &class, NULL))
    if (match_members (self, phrase.first, class, TRUE) != 0)
      return FALSE;
  return TRUE;
}

/* The last member of the class in a phrase, empty if there is none. What only ends like one has to be the head:
 * “hearing” is not in “hearing aid”. */
static TlWordPhrase
find_last_member (Matcher      *self,
                  TlWordPhrase  phrase,
                  const char   *name)
{
  TlWordPhrase last = { phrase.first, phrase.first };

  if (strcmp (name, "family") == 0 && is_given_name (self, phrase))
    return phrase;
  for (guint i = phrase.first; i < phrase.after; i++)
    {
      guint end = match_members (self, i, name, TRUE);

      if (end > last.after && (end == phrase.after || !is_by_ending (self, i, name)))
        last = (TlWordPhrase) { i, end };
    }
  return last;
}

/* Whether the phrase is about the class: nothing of another class is its head. */
static gboolean
phrase_is_about (Matcher      *self,
                 TlWordPhrase  phrase,
                 const char   *name)
{
  TlWordPhrase head = find_last_member (self, phrase, name);
  GHashTableIter iter;
  void *other;

  if (head.first == head.after)
    return FALSE;
  g_hash_table_iter_init (&iter, self->words->subjects);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    {
      TlWordPhrase rival = find_last_member (self, phrase, other);

      if (rival.first < rival.after
          && (rival.after > head.after || (rival.after == head.after && rival.first < head.first)))
        return FALSE;
    }
  return TRUE;
}

/* Whom a pronoun stands for: who was named first in its sentence, a worker or one of the family. */
static TlWordPhrase
find_antecedent (Matcher      *self,
                 TlWordPhrase  pronoun)
{
  static const char *const persons[] = { "worker", "family", NULL };

  for (guint i = get_token (self, pronoun.first, TRUE)->sentence; i < pronoun.first; i++)
    for (guint j = 0; persons[j] != NULL; j++)
      {
        guint end = match_members (self, i, persons[j], TRUE);

        if (end != 0)
          return (TlWordPhrase) { i, end };
      }
  return pronoun;
}

/* Whether a form of “be” stands before the word. */
static gboolean
follows_be (Matcher *self,
            guint    position)
{
  guint i = position;

  while (i > 0 && get_token (self, i, FALSE) != NULL
         && (get_token (self, i - 1, TRUE)->kinds & TL_WORDS_ADVERB) != 0)
    i--;
  return i > 0 && get_token (self, i, FALSE) != NULL && match_members (self, i - 1, "be", TRUE) != 0;
}

static gboolean
is_participle (Matcher *self,
               guint    position)
{
  return match_members (self, position, "participle", TRUE) != 0;
}

/* “was never asked”, “would have been averted”: what is said of the child is not what the child did. */
static gboolean
is_passive (Matcher *self,
            guint    start,
            guint    end)
{
  if (follows_be (self, start) && is_participle (self, end - 1))
    return TRUE;
  for (guint i = start + 1; i < end + MAX_ADVERBS + 1 && get_token (self, i, FALSE) != NULL; i++)
    if (is_participle (self, i) && follows_be (self, i) && match_members (self, i, "be", TRUE) == 0)
      return TRUE;
  return FALSE;
}

/* Whether what begins at @position is said of the class, and not done to it. */
static gboolean
is_said_of (Matcher    *self,
            guint       position,
            const char *name)
{
  TlWordPhrase subject = _tl_words_find_subject (self->tokens, position);

  if (is_participle (self, position) && follows_be (self, position))
    return FALSE;
  if (_tl_words_is_person (self->tokens, subject))
    {
      TlWordPhrase antecedent = find_antecedent (self, subject);

      if (antecedent.first != subject.first)
        return phrase_is_about (self, antecedent, name)
               || (find_last_member (self, subject, name).after > subject.first
                   && !phrase_is_about (self, antecedent, "family"));
    }
  return subject.first < subject.after && phrase_is_about (self, subject, name);
}

/* Whether the phrase ends with what is about the class: not so “the mother found” of the mother. */
static gboolean
phrase_ends_with (Matcher      *self,
                  TlWordPhrase  phrase,
                  const char   *name)
{
  guint end = find_last_member (self, phrase, name).after;

  return end > phrase.first && phrase_is_about (self, phrase, name)
         && (end == phrase.after || (end + 1 == phrase.after && is_designation (get_token (self, end, FALSE))));
}

/* “the boy’s behaviour” is the boy’s; “the mother’s assessment” is not her doing. */
static gboolean
phrase_is_owned (Matcher      *self,
                 TlWordPhrase  phrase,
                 const char   *name)
{
  g_autofree char *owner = g_strconcat (name, TL_WORDS_OWNER, NULL);

  for (guint i = phrase.first; i < phrase.after; i++)
    if (match_owner (self, i, owner, TRUE) != 0)
      return find_last_member (self, phrase, "circumstance").after == phrase.after;
  return FALSE;
}

/* Whether what follows is work that is done for somebody: a mother may have poor support, but a poor command of English
 * is her own. */
static gboolean
is_practice (Matcher *self,
             guint    position)
{
  TlWordPhrase nouns = _tl_words_find_nouns (self->tokens, position);

  return phrase_is_about (self, nouns, "practice") && find_last_member (self, nouns, "virtue").after != nouns.after;
}

/* Whether what begins at @position follows an owner of the class: “the boy’s rude remarks”. */
static gboolean
has_owner (Matcher    *self,
           guint       position,
           const char *name)
{
  g_autofree char *owner = g_strconcat (name, TL_WORDS_OWNER, NULL);

  return position > 0 && get_token (self, position, FALSE) != NULL
         && match_owner (self, position - 1, owner, TRUE) != 0;
}

/* Whether what is marked says something of one of the classes, or says that it is their doing. */
static gboolean
is_said_of_any (Matcher  *self,
                guint     start,
                guint     end,
                char    **names)
{
  TlWordPhrase agent = _tl_words_find_agent (self->tokens, end);
  TlWordPhrase holder = _tl_words_find_holder (self->tokens, start);
  TlWordPhrase subject = { start, start };

  /* “Nobody asked” is said of nobody, whatever stands before. */
  if (!is_passive (self, start, end) && (get_token (self, start, TRUE)->kinds & TL_WORDS_NEGATOR) == 0)
    subject = _tl_words_find_subject (self->tokens, start);

  if (_tl_words_is_person (self->tokens, subject))
    subject = find_antecedent (self, subject);
  for (; *names != NULL; names++)
    if (phrase_ends_with (self, subject, *names) || phrase_is_owned (self, subject, *names)
        || (agent.first < agent.after && phrase_is_about (self, agent, *names))
        || (((holder.first < holder.after && phrase_ends_with (self, holder, *names))
             || has_owner (self, start, *names))
            && !is_practice (self, end)))
      return TRUE;
  return FALSE;
}

/* Whether the expression is denied, be it by a word in one of its own gaps. */
static gboolean
is_denied (Matcher             *self,
           const TlWordPattern *pattern,
           guint                end)
{
  if (_tl_words_is_negated (self->tokens, self->start))
    return TRUE;
  for (char **word = pattern->words; *word != NULL; word++)
    if ((_tl_words_get_kinds (*word) & TL_WORDS_NEGATOR) != 0)
      return FALSE;
  for (guint i = self->start; i < end; i++)
    if ((get_token (self, i, TRUE)->kinds & TL_WORDS_NEGATOR) != 0)
      return TRUE;
  return FALSE;
}

static guint
match_noun (Matcher  *self,
            guint     position,
            char    **words)
{
  TlWordPhrase nouns = _tl_words_find_nouns (self->tokens, position);

  return nouns.first < nouns.after && phrase_is_about (self, nouns, words[0] + 1)
             ? match_words (self, nouns.after, words + 1, FALSE)
             : 0;
}

/* What begins with a mark, or with a word that no letter begins. */
static guint
match_mark (Matcher  *self,
            guint     position,
            char    **words,
            gboolean  is_first)
{
  guint end;

  if (strcmp (words[0], TL_WORDS_GAP) == 0)
    return match_gap (self, position, words + 1, MAX_ADVERBS, TRUE);
  if (strcmp (words[0], TL_WORDS_REACH) == 0)
    return match_gap (self, position, words + 1, MAX_REACH, FALSE);
  if (strcmp (words[0], TL_WORDS_STOP) == 0)
    return match_stop (self, position, words + 1, is_first);
  if (strcmp (words[0], TL_WORDS_NOUN) == 0)
    return match_noun (self, position, words + 1);
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

  return token != NULL && strcmp (token->folded, words[0]) == 0
             ? match_words (self, position + 1, words + 1, FALSE)
             : 0;
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
  if (words[0][0] == TL_WORDS_CLASS)
    return match_class (self, position, words, is_first);
  if (!g_ascii_isalnum (words[0][0]))
    return match_mark (self, position, words, is_first);

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

      if (end == 0 || (pattern->subject != NULL && !is_said_of (self, position, pattern->subject)))
        continue;
      if (pattern->advice == NULL)
        {
          match->exception_end = MAX (match->exception_end, end);
          continue;
        }
      end = self->end != 0 ? self->end : end;
      if (end < match->end || (end == match->end && (match->is_about || pattern->subject == NULL))
          || (pattern->advice->unless_negated && is_denied (self, pattern, end))
          || (pattern->advice->unless_explained && _tl_words_is_explained (self->tokens, self->start, end))
          || (pattern->advice->unless_said_of != NULL
              && is_said_of_any (self, self->start, end, pattern->advice->unless_said_of)))
        continue;
      match->is_about = pattern->subject != NULL;
      match->list = list;
      match->advice = pattern->advice;
      match->start = self->start;
      match->end = end;
    }
}

static void
try_list (Matcher          *self,
          guint             position,
          const TlWordList *list,
          TlWordMatch      *match)
{
  const TlWordToken *token = get_token (self, position, TRUE);

  try_patterns (self, position, list, token->folded, match);
  for (guint i = 0; token->members != NULL && list->leading->len > 0 && i < token->members->len; i++)
    try_patterns (self, position, list, g_array_index (token->members, TlWordMember, i).class->key, match);
  if (g_str_has_suffix (token->folded, TL_WORDS_OWNER))
    for (guint i = 0; i < list->leading->len; i++)
      if (g_str_has_suffix (list->leading->pdata[i], TL_WORDS_OWNER))
        try_patterns (self, position, list, list->leading->pdata[i], match);
}

/*
 * _tl_words_match_spare:
 *
 * Returns: the position after the words that spare something, or 0 if none begin at @position
 */
guint
_tl_words_match_spare (TlWords      *self,
                       TlWordsSpare  spare,
                       GArray       *tokens,
                       guint         position)
{
  Matcher matcher = { .words = self, .tokens = tokens };
  TlWordMatch match = { NULL };

  if (g_hash_table_size (self->spares[spare]->patterns) == 0)
    return 0;
  /* “The school is to explain why …” reports nothing yet. */
  if (position > 0 && strcmp (g_array_index (tokens, TlWordToken, position - 1).folded, "to") == 0)
    return 0;
  if (spare == TL_WORDS_SPARE_SENTENCE && _tl_words_is_object (tokens, position))
    return 0;
  try_list (&matcher, position, self->spares[spare], &match);
  return match.exception_end;
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
    try_list (&matcher, position, g_ptr_array_index (self->lists, i), &match);
  return match;
}
