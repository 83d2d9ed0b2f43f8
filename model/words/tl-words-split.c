/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splits a text into words and finds what in it is quoted. Pure functions on text. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02bc;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Nearly all characters are of ASCII, and then there is nothing to work out. */
static gunichar
get_character (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

static gboolean
is_word_character (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gunichar
previous_character (const char *text,
                    const char *p)
{
  return p > text ? get_character (g_utf8_prev_char (p)) : 0;
}

/* 0 at the end of the text. */
static gunichar
following_character (const char *p)
{
  return get_character (g_utf8_next_char (p));
}

static gboolean
is_ascii (const char *text,
          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Contractions as they are typed in haste, and as they are meant. Takes @folded, of @length bytes. */
static char *
mend_contraction (char *folded,
                  gsize length)
{
  static const char *const contractions[][2] = {
    { "didnt", "didn't" },       { "doesnt", "doesn't" },     { "wasnt", "wasn't" },         { "werent", "weren't" },
    { "isnt", "isn't" },         { "arent", "aren't" },       { "hasnt", "hasn't" },         { "havent", "haven't" },
    { "hadnt", "hadn't" },       { "couldnt", "couldn't" },   { "shouldnt", "shouldn't" },   { "wouldnt", "wouldn't" },
    { "shouldve", "should've" }, { "couldve", "could've" },   { "wouldve", "would've" },
  };

  /* All of them end so, and few other words do. */
  if (length < 2 || (memcmp (folded + length - 2, "nt", 2) != 0 && memcmp (folded + length - 2, "ve", 2) != 0))
    return folded;

  for (guint i = 0; i < G_N_ELEMENTS (contractions); i++)
    if (strcmp (folded, contractions[i][0]) == 0)
      {
        g_free (folded);
        return g_strdup (contractions[i][1]);
      }
  return folded;
}

/* In one form for all ways of typing: composed, without case, with the plain apostrophe. Soft hyphens are dropped. */
static char *
fold (const char *text,
      gsize       length)
{
  if (is_ascii (text, length))
    return mend_contraction (g_ascii_strdown (text, (gssize) length), length);

  g_autofree char *composed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *caseless = g_utf8_casefold (composed, -1);
  GString *folded = g_string_new (NULL);

  for (const char *p = caseless; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_apostrophe (c))
        g_string_append_c (folded, '\'');
      else if (c != 0x00ad)
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

/* “Ella”, and not “GP” or “A”. */
static gboolean
is_capitalised (const char *word,
                gsize       length)
{
  const char *second = g_utf8_next_char (word);

  return g_unichar_isupper (g_utf8_get_char (word)) && second < word + length
         && g_unichar_islower (g_utf8_get_char (second));
}

static void
clear_token (void *data)
{
  TlWordToken *token = data;

  g_free (token->folded);
  g_clear_pointer (&token->members, g_array_unref);
}

/* An apostrophe, the sign in “A&E” or a soft hyphen belongs to a word when letters stand on both sides of it. */
static gboolean
continues_word (const char *text,
                const char *p)
{
  gunichar c = get_character (p);

  if (is_word_character (c))
    return TRUE;
  return (is_apostrophe (c) || c == '&' || c == 0x00ad) && is_word_character (previous_character (text, p))
         && is_word_character (following_character (p));
}

/* “Dr. Lim”, “e.g.”: a full stop that ends no sentence. */
static gboolean
is_abbreviated (GArray *tokens)
{
  static const char *const abbreviations[] = { "dr", "mr", "mrs", "ms", "prof", "st", "e", "g", "i", "no", "cf", NULL };

  return tokens->len > 0
         && g_strv_contains (abbreviations, g_array_index (tokens, TlWordToken, tokens->len - 1).folded);
}

/* Whether the mark at @p ends a sentence: a full stop within a number or a name does not. */
static gboolean
ends_sentence (GArray     *tokens,
               const char *p)
{
  gunichar after = following_character (p);

  return *p == '!' || *p == '?' || *p == ';' || (*p == '.' && !is_word_character (after) && !is_abbreviated (tokens));
}

/* Takes note of how the sentence of the words since @first ends. Returns: where the next one begins. */
static guint
end_sentence (GArray   *tokens,
              guint     first,
              gboolean  asks)
{
  for (guint i = first; i < tokens->len; i++)
    g_array_index (tokens, TlWordToken, i).asks = asks;
  return tokens->len;
}

/* A line that begins with a dash is an item of a list. */
static gboolean
begins_item (const char *text,
             const char *p)
{
  return is_hyphen (g_utf8_get_char (p)) && previous_character (text, p) == '\n'
         && g_unichar_isspace (following_character (p));
}

/* As many as a sentence has. */
#define FIRST_TOKENS 32

/*
 * _tl_words_split:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the words of the text in order, as TlWordToken
 */
GArray *
_tl_words_split (const char *text)
{
  GArray *tokens = g_array_sized_new (FALSE, FALSE, sizeof (TlWordToken), FIRST_TOKENS);
  gboolean joined = FALSE;
  guint n_line_breaks = 0;
  guint position = 0;
  guint sentence = 0; /* its first word */

  g_array_set_clear_func (tokens, clear_token);
  for (const char *p = text; *p != '\0';)
    {
      gunichar c = get_character (p);

      if (is_word_character (c))
        {
          TlWordToken token
              = { .first_byte = (gsize) (p - text), .start = position, .sentence = sentence, .joined = joined };

          for (; *p != '\0' && continues_word (text, p); p = g_utf8_next_char (p))
            position++;
          token.after_byte = (gsize) (p - text);
          token.end = position;
          token.folded = fold (text + token.first_byte, token.after_byte - token.first_byte);
          token.kinds = _tl_words_get_kinds (token.folded);
          token.named = sentence < tokens->len
                        && is_capitalised (text + token.first_byte, token.after_byte - token.first_byte);
          g_array_append_val (tokens, token);
          joined = TRUE;
          n_line_breaks = 0;
          continue;
        }

      n_line_breaks += c == '\n' ? 1 : 0;
      if (n_line_breaks > 1 || ends_sentence (tokens, p) || begins_item (text, p))
        sentence = end_sentence (tokens, sentence, c == '?');
      if (sentence == tokens->len || !(g_unichar_isspace (c) || is_hyphen (c) || (c == '.' && is_abbreviated (tokens))))
        joined = FALSE;
      p = g_utf8_next_char (p);
      position++;
    }
  return tokens;
}

#define QUOTING_BYTES "\"'>\n\302\342"

/* “the ’90s”, with whichever mark the keyboard gave. */
static gboolean
is_decade (const char *after_mark)
{
  return g_ascii_isdigit (after_mark[0]) && g_ascii_isdigit (after_mark[1]) && after_mark[2] == 's';
}

/* The mark that ends what @c begins, or 0. A straight or single mark begins a quotation only before a word and not
 * right after one, where it is an apostrophe or the end of another quotation. */
static gunichar
get_closing_mark (const char *text,
                  const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gunichar before = previous_character (text, p);
  gunichar after = following_character (p);
  gboolean may_open = !is_word_character (before) && after != 0 && !g_unichar_isspace (after)
                      && (c == '"' || !is_decade (g_utf8_next_char (p)));

  switch (c)
    {
    case 0x00ab: /* « */
      return 0x00bb;
    case 0x2018: /* ‘ */
      return may_open ? 0x2019 : 0;
    case '"':
    case '\'':
      return may_open ? c : 0;
    default:
      return 0;
    }
}

static gboolean
closes (const char *text,
        const char *p,
        gunichar    mark)
{
  if (g_utf8_get_char (p) != mark)
    return FALSE;
  if (mark == '\'' || mark == 0x2019)
    return !is_word_character (following_character (p)) && !g_unichar_isspace (previous_character (text, p));
  return TRUE;
}

static gboolean
is_paragraph_end (const char *p)
{
  return p[0] == '\n' && (p[1] == '\n' || (p[1] == '\r' && p[2] == '\n'));
}

/* “the parents’ letter”: the mark after the s may belong to the word. */
static gboolean
may_own (const char *text,
         const char *p)
{
  const char *after = g_utf8_next_char (p);

  return is_apostrophe (g_utf8_get_char (p)) && g_unichar_tolower (previous_character (text, p)) == 's'
         && g_unichar_isspace (g_utf8_get_char (after)) && is_word_character (following_character (after));
}

/* A quotation ends within its paragraph; a mark without its partner quotes nothing. One that may be an apostrophe ends
 * a quotation if no other does before the next one opens. */
static const char *
find_closing_mark (const char *text,
                   const char *opening,
                   gunichar    mark)
{
  const char *doubtful = NULL;

  for (const char *p = g_utf8_next_char (opening); *p != '\0' && !is_paragraph_end (p); p = g_utf8_next_char (p))
    if (doubtful != NULL && get_closing_mark (text, p) == mark)
      break;
    else if (closes (text, p, mark))
      {
        if (!may_own (text, p))
          return p;
        doubtful = doubtful != NULL ? doubtful : p;
      }
  return doubtful;
}

/* Double marks that look left and right are paired as brackets are, since such quotations stand in one another. Each
 * opening mark gives a span; one without a partner ends before it begins. */
static GArray *
pair_double_marks (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlWordSpan));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint)); /* positions in spans */

  for (const char *p = text + strcspn (text, "\n\342"); *p != '\0';
       p = g_utf8_next_char (p), p += strcspn (p, "\n\342"))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_paragraph_end (p))
        g_array_set_size (open, 0);
      else if (c == 0x201c || c == 0x201e) /* “ „ */
        {
          TlWordSpan span = { (gsize) (p - text), 0 };

          g_array_append_val (open, spans->len);
          g_array_append_val (spans, span);
        }
      else if (c == 0x201d && open->len > 0) /* ” */
        {
          guint last = g_array_index (open, guint, open->len - 1);

          g_array_index (spans, TlWordSpan, last).after = (gsize) (g_utf8_next_char (p) - text);
          g_array_set_size (open, open->len - 1);
        }
    }
  return spans;
}

/* The span of the pair whose opening mark stands at @first, or NULL; asked for in the order of the text. */
static const TlWordSpan *
get_pair (GArray *pairs,
          guint  *next,
          gsize   first)
{
  const TlWordSpan *spans = (const TlWordSpan *) (void *) pairs->data;

  while (*next < pairs->len && spans[*next].first < first)
    (*next)++;
  return *next < pairs->len && spans[*next].first == first && spans[*next].after > first ? &spans[*next] : NULL;
}

/*
 * _tl_words_find_quotations:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): what is quoted, with its marks, and lines that begin with ">", as TlWordSpan in order and
 * without overlap
 */
GArray *
_tl_words_find_quotations (const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlWordSpan));
  g_autoptr (GArray) hopeless = g_array_new (FALSE, FALSE, sizeof (gunichar)); /* marks that this paragraph lacks */
  g_autoptr (GArray) pairs = pair_double_marks (text);
  guint next_pair = 0;

  /* All marks begin with one of these bytes. */
  for (const char *p = text + strcspn (text, QUOTING_BYTES); *p != '\0';
       p = g_utf8_next_char (p), p += strcspn (p, QUOTING_BYTES))
    {
      if (is_paragraph_end (p))
        g_array_set_size (hopeless, 0);
      if (*p == '>' && (p == text || p[-1] == '\n'))
        {
          TlWordSpan line = { (gsize) (p - text), (gsize) (p - text) + strcspn (p, "\n") };

          g_array_append_val (spans, line);
          p = text + line.after - 1;
          continue;
        }

      const TlWordSpan *pair = get_pair (pairs, &next_pair, (gsize) (p - text));

      if (pair != NULL)
        {
          g_array_append_val (spans, *pair);
          p = g_utf8_prev_char (text + pair->after);
          continue;
        }

      gunichar mark = get_closing_mark (text, p);

      for (guint i = 0; i < hopeless->len; i++)
        if (g_array_index (hopeless, gunichar, i) == mark)
          mark = 0;
      if (mark == 0)
        continue;

      const char *end = find_closing_mark (text, p, mark);

      if (end == NULL)
        {
          g_array_append_val (hopeless, mark);
          continue;
        }

      TlWordSpan span = { (gsize) (p - text), (gsize) (g_utf8_next_char (end) - text) };

      g_array_append_val (spans, span);
      p = end;
    }
  return spans;
}
