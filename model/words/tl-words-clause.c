/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As much of English grammar as the guard needs: where the words are that a verb or an adjective is said of. It works
 * by the small words that never change; which words stand for whom is a matter of the classes. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

#define MAX_STEPS 24 /* phrases looked at for one subject */
#define MAX_NOUNS 6  /* words in front of the head of a phrase */

static const char *const prepositions[] = {
  "of", "in", "at", "on", "by", "to", "from", "with", "for", "about", "over", "under", "between", "among", "within",
  "across", "through", "throughout", "during", "before", "after", "since", "until", "against", "around", "into", "onto",
  "near", "like", "per", "towards", "toward", "upon", "outside", "inside", "behind", "beyond", "concerning",
  "regarding", "involving", "including", "without", "despite", "via", "above", "below", NULL,
};
static const char *const determiners[] = {
  "the", "a", "an", "this", "these", "those", "his", "her", "their", "its", "our", "my", "your", "each", "every", "any",
  "some", "no", "both", "either", "neither", "all", "several", "most", "many", "few", "another", "such", NULL,
};
static const char *const auxiliaries[] = {
  "had", "has", "have", "having", "was", "were", "is", "are", "be", "been", "being", "did", "does", "do", "would",
  "could", "should", "might", "may", "must", "can", "will", "shall", "didn't", "doesn't", "don't", "wasn't", "weren't",
  "isn't", "aren't", "hadn't", "hasn't", "haven't", "wouldn't", "couldn't", "shouldn't", "can't", "won't", "cannot",
  "seemed", "seems", "appeared", "appears", "became", "remained", "to", NULL,
};
static const char *const conjunctions[] = { "and", "but", "or", "nor", "then", "yet", NULL };
static const char *const relatives[] = { "who", "which", "that", "whose", "whom", NULL };
static const char *const subordinators[] = {
  "because", "when", "while", "whilst", "if", "although", "though", "where", "whether", "as", "so", "than", "what",
  "how", "why", "unless", "once", "whereas", "until", NULL,
};
static const char *const pronouns[] = { "he", "she", "they", "it", "we", "i", "you", "there", NULL };
static const char *const persons[] = { "he", "she", "they", NULL };
static const char *const negators[] = {
  "no", "not", "nobody", "none", "neither", "nor", "never", "without", "cannot", "nothing", "wasn't", "weren't",
  "isn't", "aren't", "didn't", "doesn't", "hasn't", "hadn't", "nobody's", NULL,
};

/* Nouns that pass on what is said of them: “the quality of the light was poor”. */
static const char *const transparent[]
    = { "quality", "state", "standard", "level", "levels", "amount", "condition", "degree", NULL };

/* Words that may stand inside a verb without changing what is said. Words in -ly are adverbs too. */
static const char *const adverbs[] = {
  "again", "all", "almost", "also", "always", "arguably", "at", "both", "course", "either", "even", "ever", "far",
  "further", "instead", "indeed", "just", "least", "long", "much", "never", "not", "now", "of", "often", "once",
  "only", "perhaps", "quite", "rather", "simply", "so", "sometimes", "somewhat", "soon", "sooner", "still", "then",
  "therefore", "though", "thus", "too", "twice", "very", "well", "wholly", "yet", NULL,
};

static const TlWordToken *
get_token (GArray *tokens,
           guint   position)
{
  return &g_array_index (tokens, TlWordToken, position);
}

static gboolean
is_word (GArray     *tokens,
         guint       position,
         const char *word)
{
  return strcmp (get_token (tokens, position)->folded, word) == 0;
}

static gboolean
is_any (GArray            *tokens,
        guint              position,
        const char *const *words)
{
  return g_strv_contains (words, get_token (tokens, position)->folded);
}

static void
note_kind (GHashTable        *kinds,
           const char *const *words,
           TlWordKinds        kind)
{
  for (; *words != NULL; words++)
    {
      TlWordKinds known = GPOINTER_TO_UINT (g_hash_table_lookup (kinds, *words));

      g_hash_table_insert (kinds, (char *) *words, GUINT_TO_POINTER (known | kind));
    }
}

static GHashTable *
collect_kinds (void)
{
  GHashTable *kinds = g_hash_table_new (g_str_hash, g_str_equal);

  note_kind (kinds, prepositions, TL_WORDS_PREPOSITION);
  note_kind (kinds, determiners, TL_WORDS_DETERMINER);
  note_kind (kinds, auxiliaries, TL_WORDS_AUXILIARY);
  note_kind (kinds, conjunctions, TL_WORDS_CONJUNCTION);
  note_kind (kinds, relatives, TL_WORDS_RELATIVE);
  note_kind (kinds, subordinators, TL_WORDS_SUBORDINATOR);
  note_kind (kinds, pronouns, TL_WORDS_PRONOUN);
  note_kind (kinds, persons, TL_WORDS_PERSON);
  note_kind (kinds, negators, TL_WORDS_NEGATOR);
  note_kind (kinds, transparent, TL_WORDS_TRANSPARENT);
  note_kind (kinds, adverbs, TL_WORDS_ADVERB);
  return kinds;
}

/*
 * _tl_words_get_kinds:
 * @word: folded
 *
 * Returns: what it is in any sentence
 */
TlWordKinds
_tl_words_get_kinds (const char *word)
{
  static gsize collected;
  static GHashTable *all;

  if (g_once_init_enter (&collected))
    {
      all = collect_kinds ();
      g_once_init_leave (&collected, 1);
    }

  TlWordKinds kinds = GPOINTER_TO_UINT (g_hash_table_lookup (all, word));

  if (strlen (word) > 3 && g_str_has_suffix (word, "ly") && strcmp (word, "family") != 0)
    kinds |= TL_WORDS_ADVERB;
  return kinds;
}

static gboolean
is_kind (GArray      *tokens,
         guint        position,
         TlWordKinds  kinds)
{
  return (get_token (tokens, position)->kinds & kinds) != 0;
}

/* Whether no phrase reaches over the word. */
static gboolean
is_bound (GArray *tokens,
          guint   position)
{
  return is_kind (tokens, position,
                  TL_WORDS_PREPOSITION | TL_WORDS_AUXILIARY | TL_WORDS_CONJUNCTION | TL_WORDS_RELATIVE
                      | TL_WORDS_SUBORDINATOR);
}

/* The phrase that ends right before @after, empty if none does. */
static TlWordPhrase
find_phrase_before (GArray *tokens,
                    guint   from,
                    guint   after)
{
  TlWordPhrase phrase = { after, after };

  while (phrase.first > from && !is_bound (tokens, phrase.first - 1))
    {
      phrase.first--;
      if (is_kind (tokens, phrase.first, TL_WORDS_DETERMINER) || is_kind (tokens, phrase.first, TL_WORDS_PRONOUN)
          || !get_token (tokens, phrase.first)->joined)
        break;
    }
  return phrase;
}

/* The first phrase from @from on that no preposition governs. */
static TlWordPhrase
find_first_phrase (GArray *tokens,
                   guint   from,
                   guint   until)
{
  gboolean governed = FALSE;

  for (guint i = from; i < until; i++)
    {
      if (is_bound (tokens, i))
        {
          governed = is_kind (tokens, i, TL_WORDS_PREPOSITION);
          continue;
        }

      TlWordPhrase phrase = { i, i + 1 };

      while (phrase.after < until && get_token (tokens, phrase.after)->joined && !is_bound (tokens, phrase.after)
             && !is_kind (tokens, phrase.after, TL_WORDS_DETERMINER | TL_WORDS_PRONOUN))
        phrase.after++;
      if (!governed)
        return phrase;
      governed = FALSE;
      i = phrase.after - 1;
    }
  return (TlWordPhrase) { until, until };
}

/* What a verb without a subject of its own shares with the one before: “visited and overlooked”. */
static TlWordPhrase
find_shared_subject (GArray *tokens,
                     guint   from,
                     guint   position)
{
  guint i = position;

  for (; i > from && get_token (tokens, i)->joined; i--)
    if (is_kind (tokens, i - 1, TL_WORDS_RELATIVE))
      return find_phrase_before (tokens, from, i - 1);
    else if (is_kind (tokens, i - 1, TL_WORDS_SUBORDINATOR))
      return find_first_phrase (tokens, i, position);

  i = from;
  if (is_kind (tokens, from, TL_WORDS_SUBORDINATOR) || is_kind (tokens, from, TL_WORDS_PREPOSITION))
    for (i = from + 1; i < position && get_token (tokens, i)->joined; i++)
      ;
  return find_first_phrase (tokens, i < position ? i : from, position);
}

/* A phrase that is what a verb before it is about: “the chance to protect the baby”, “the nurse who saw the burn”.
 * Returns: where that verb’s part of the sentence begins, or @position if there is none */
static guint
find_inner_clause (GArray *tokens,
                   guint   from,
                   guint   position)
{
  guint i = position;

  for (guint n = 0; n < 3 && i > from && get_token (tokens, i)->joined; n++, i--)
    {
      if (n > 0 && (is_word (tokens, i - 1, "to") || is_kind (tokens, i - 1, TL_WORDS_RELATIVE)))
        return i - 1;
      if (is_bound (tokens, i - 1) || is_kind (tokens, i - 1, TL_WORDS_DETERMINER))
        break;
    }
  return position;
}

/* “Communication between police and health”: where “between” is if a phrase that begins at @position is the second of
 * its two, else @position. */
static guint
find_between (GArray *tokens,
              guint   from,
              guint   position)
{
  guint i = position;

  if (i == from || !get_token (tokens, i)->joined || !is_word (tokens, i - 1, "and"))
    return position;
  for (guint n = 0; n < MAX_NOUNS && i > from && get_token (tokens, i)->joined; n++, i--)
    if (is_word (tokens, i - 1, "between"))
      return i - 1;
  return position;
}

/*
 * _tl_words_find_subject:
 * @position: of a verb, or of the first word said of something
 *
 * Returns: the words it is said of, as far as one can tell by the order of words; empty if there are none
 */
TlWordPhrase
_tl_words_find_subject (GArray *tokens,
                        guint   position)
{
  guint from = get_token (tokens, position)->sentence;
  TlWordPhrase governed = { position, position };
  guint i = position;

  while (i > from && (is_kind (tokens, i - 1, TL_WORDS_AUXILIARY) || is_kind (tokens, i - 1, TL_WORDS_ADVERB)))
    i--;
  for (guint n = 0; n < MAX_STEPS && i > from; n++)
    {
      TlWordPhrase phrase = { i, i };

      if (get_token (tokens, i)->joined)
        phrase = find_phrase_before (tokens, from, i);
      if (phrase.first == phrase.after && get_token (tokens, i)->joined && is_kind (tokens, i - 1, TL_WORDS_RELATIVE))
        return find_phrase_before (tokens, from, i - 1);
      if (phrase.first == phrase.after)
        return governed.first < governed.after ? governed : find_shared_subject (tokens, from, i);
      if (phrase.first == from || !get_token (tokens, phrase.first)->joined)
        return phrase;

      guint between = find_between (tokens, from, phrase.first);

      if (between < phrase.first)
        {
          governed = phrase;
          i = between;
          continue;
        }

      guint inner = find_inner_clause (tokens, from, phrase.first);

      if (inner < phrase.first && is_kind (tokens, inner, TL_WORDS_RELATIVE))
        return find_phrase_before (tokens, from, inner);
      if (inner == phrase.first && !is_kind (tokens, phrase.first - 1, TL_WORDS_PREPOSITION))
        return is_word (tokens, phrase.first - 1, "who")
                       && !is_kind (tokens, phrase.first, TL_WORDS_DETERMINER)
                   ? find_phrase_before (tokens, from, phrase.first - 1)
                   : phrase;
      if (governed.first == governed.after)
        governed = phrase;
      i = inner < phrase.first ? inner : phrase.first - 1;
      if (i > from && get_token (tokens, i)->joined && is_kind (tokens, i - 1, TL_WORDS_TRANSPARENT))
        return phrase;
    }
  return governed;
}

/*
 * _tl_words_find_nouns:
 * @position: after an adjective
 *
 * Returns: the nouns it belongs to, up to their head; empty if none follow
 */
TlWordPhrase
_tl_words_find_nouns (GArray *tokens,
                      guint   position)
{
  TlWordPhrase phrase = { position, position };

  while (phrase.first < tokens->len && get_token (tokens, phrase.first)->joined
         && is_kind (tokens, phrase.first, TL_WORDS_CONJUNCTION | TL_WORDS_DETERMINER))
    phrase.first++;
  phrase.after = phrase.first;
  while (phrase.after < tokens->len && phrase.after < phrase.first + MAX_NOUNS
         && get_token (tokens, phrase.after)->joined && !is_bound (tokens, phrase.after)
         && !is_kind (tokens, phrase.after, TL_WORDS_DETERMINER | TL_WORDS_PRONOUN))
    phrase.after++;
  return phrase;
}

/*
 * _tl_words_is_person:
 *
 * Returns: whether the phrase is a pronoun that stands for somebody named before
 */
gboolean
_tl_words_is_person (GArray       *tokens,
                     TlWordPhrase  phrase)
{
  return phrase.first < phrase.after && is_kind (tokens, phrase.first, TL_WORDS_PERSON);
}

/*
 * _tl_words_find_agent:
 * @position: after what was done, or after what it is called
 *
 * Returns: by whom: “was ignored by other pupils”, “a careless remark by a classmate”; empty if it is not said
 */
TlWordPhrase
_tl_words_find_agent (GArray *tokens,
                      guint   position)
{
  TlWordPhrase nouns = _tl_words_find_nouns (tokens, position);
  TlWordPhrase agent = { nouns.after, nouns.after };

  if (agent.first + 1 >= tokens->len || !get_token (tokens, agent.first)->joined
      || !is_word (tokens, agent.first, "by"))
    return agent;
  agent.first++;
  agent.after = agent.first + 1;
  while (agent.after < tokens->len && get_token (tokens, agent.after)->joined && !is_bound (tokens, agent.after)
         && agent.after < agent.first + MAX_NOUNS)
    agent.after++;
  return agent;
}

/* Whether the word denies what is said at @said. Not so in “not only careless”, “no doubt careless”, “decided not to
 * visit”. */
static gboolean
denies (GArray *tokens,
        guint   position,
        guint   said)
{
  static const char *const limits[] = { "only",  "merely", "just",     "simply", "short",  "less",
                                        "fewer", "doubt",  "question", "later",  "sooner", NULL };

  if (is_word (tokens, position, "than"))
    return position > 0 && is_word (tokens, position - 1, "rather");
  if (is_word (tokens, position, "from"))
    return position > 0 && (is_word (tokens, position - 1, "far") || is_word (tokens, position - 1, "free"));
  if (!is_kind (tokens, position, TL_WORDS_NEGATOR) || (position + 1 < said && is_any (tokens, position + 1, limits)))
    return FALSE;
  return position + 2 >= said || !is_word (tokens, position + 1, "to");
}

/*
 * _tl_words_find_holder:
 * @position: within what somebody has or is
 *
 * Returns: of whom it is said: “the uncle had a poor command of English”, “was a careless driver”; empty if it is not
 *   said so
 */
TlWordPhrase
_tl_words_find_holder (GArray *tokens,
                       guint   position)
{
  static const char *const having[] = { "had", "has", "have", "having", NULL };
  static const char *const being[] = { "was", "is", "became", NULL };
  static const char *const articles[] = { "a", "an", NULL };
  guint from = get_token (tokens, position)->sentence;

  for (guint i = position, n = 0; i > from && n < MAX_NOUNS && get_token (tokens, i)->joined; i--, n++)
    if (is_any (tokens, i - 1, having)
        || (i < position && is_any (tokens, i - 1, being) && is_any (tokens, i, articles)))
      return _tl_words_find_subject (tokens, i - 1);
    else if (is_bound (tokens, i - 1))
      break;
  return (TlWordPhrase) { position, position };
}

/*
 * _tl_words_is_negated:
 *
 * Returns: whether what begins at @position is denied: “nobody was to blame”, “rather than carelessness”
 */
gboolean
_tl_words_is_negated (GArray *tokens,
                      guint   position)
{
  guint from = get_token (tokens, position)->sentence;

  for (guint i = position, n = 0; i > from && n < MAX_NOUNS; i--, n++)
    {
      if (denies (tokens, i - 1, position))
        return TRUE;
      if (!get_token (tokens, i)->joined || is_kind (tokens, i - 1, TL_WORDS_RELATIVE | TL_WORDS_SUBORDINATOR)
          || (is_kind (tokens, i - 1, TL_WORDS_CONJUNCTION) && !is_word (tokens, i - 1, "or")))
        return FALSE;
    }
  return FALSE;
}

/*
 * _tl_words_is_explained:
 * @start: of what is said
 * @end: after it
 *
 * Returns: whether the sentence itself gives the reason: “the form has no box for it, so nobody asked”, “she was not
 *   asked, because the form has no box for it”
 */
gboolean
_tl_words_is_explained (GArray *tokens,
                        guint   start,
                        guint   end)
{
  static const char *const consequences[] = { "so", "therefore", "hence", "thus", NULL };
  static const char *const reasons[] = { "since", "as", "for", NULL }; /* after a comma */
  static const char *const amounts[] = { "many", "much", "few", "little", "long", "often", "far", NULL };
  guint sentence = get_token (tokens, start)->sentence;

  for (guint i = end; i < tokens->len && get_token (tokens, i)->sentence == sentence; i++)
    if (is_word (tokens, i, "because") || is_word (tokens, i, "owing")
        || (!get_token (tokens, i)->joined && is_any (tokens, i, reasons)))
      return TRUE;
  for (guint i = start;
       i > sentence && get_token (tokens, i)->joined && !is_kind (tokens, i - 1, TL_WORDS_CONJUNCTION); i--)
    if (is_any (tokens, i - 1, consequences))
      return !is_any (tokens, i, amounts);
  return FALSE;
}

/*
 * _tl_words_is_object:
 * @position: of a verb
 *
 * Returns: whether the clause of the verb is what another is about: “what the parents told her”
 */
gboolean
_tl_words_is_object (GArray *tokens,
                     guint   position)
{
  static const char *const relating[] = { "what", "whatever", "which", "that", "everything", "anything", NULL };
  guint first = _tl_words_find_subject (tokens, position).first;

  return first > get_token (tokens, position)->sentence && get_token (tokens, first)->joined
         && is_any (tokens, first - 1, relating);
}

/*
 * _tl_words_leaves_clause:
 * @from: within somebody’s words
 * @position: after it, in the same sentence
 *
 * Returns: whether the sentence has by then gone back to its own voice: “she thought it was safe, but failed to …”
 */
gboolean
_tl_words_leaves_clause (GArray *tokens,
                         guint   from,
                         guint   position)
{
  static const char *const turns[] = { "which", "but", "and", "so", "yet", "however", "nevertheless", NULL };
  guint i = position;

  for (guint j = from + 1; j <= position; j++)
    if (!get_token (tokens, j)->joined && is_any (tokens, j, turns))
      return TRUE;
  while (i > from && is_kind (tokens, i - 1, TL_WORDS_ADVERB))
    i--;
  return i > from && is_kind (tokens, i - 1, TL_WORDS_CONJUNCTION) && !is_word (tokens, i - 1, "or");
}
