/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every place in a text where one person or agency is named, as far as it can be seen from the name: whole, by a part,
 * with a title or an initial before or after, by initials alone. */
#include "config.h"

#include "model/words/tl-names-private.h"

#include <string.h>

/* What stands before a name and goes with it. */
static const char *const titles[] = { "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "master" };

static const TlNameWord *
get_word (GArray *words,
          guint   i)
{
  return &g_array_index (words, TlNameWord, i);
}

static gboolean
is_title (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (titles[i], folded) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_initial (const TlNameWord *word)
{
  return g_utf8_next_char (word->start) == word->end && g_unichar_isupper (g_utf8_get_char (word->start));
}

/* Only a space, or the point of an abbreviation and perhaps a space, between a word and the next. */
static gboolean
is_beside (GArray *words,
           guint   i)
{
  const char *p = get_word (words, i)->end;

  if (*p == '.' && (is_initial (get_word (words, i)) || is_title (get_word (words, i)->folded)))
    p++;
  if (*p == ' ')
    p++;
  return p == get_word (words, i + 1)->start && p > get_word (words, i)->end;
}

/* Whether the word from @from on is the last of a name and follows a title: “Mr Young” is somebody, young is not. */
guint
_tl_names_match_titled (TlNames *self,
                        GArray  *words,
                        guint    from)
{
  GHashTableIter iter;
  gpointer same;

  if (from == 0 || !is_title (get_word (words, from - 1)->folded) || !is_beside (words, from - 1)
      || !g_unichar_isupper (g_utf8_get_char (get_word (words, from)->start)))
    return 0;

  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    for (guint i = 0; i < ((GPtrArray *) same)->len; i++)
      {
        char **phrase = g_ptr_array_index ((GPtrArray *) same, i);
        guint n = g_strv_length (phrase);

        if (n > 1 && _tl_names_word_is (get_word (words, from)->folded, phrase[n - 1]))
          return 1;
      }
  return 0;
}

/* Whether any of the names has a word, in the first place or in another, that begins with that letter. */
static gboolean
has_initial (TlNames    *self,
             const char *letter,
             gboolean    first)
{
  GHashTableIter iter;
  gpointer same;

  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    for (guint i = 0; i < ((GPtrArray *) same)->len; i++)
      {
        char **phrase = g_ptr_array_index ((GPtrArray *) same, i);

        for (guint n = first ? 0 : 1; phrase[0] != NULL && phrase[1] != NULL && phrase[n] != NULL && (n == 0 || !first);
             n++)
          if (g_str_has_prefix (phrase[n], letter) && !is_title (phrase[0]))
            return TRUE;
      }
  return FALSE;
}

/* How many words from @from on are a name by its initials: "JW" is one word, "J.W." are two. */
static guint
match_initials (TlNames *self,
                GArray  *words,
                guint    from)
{
  GHashTableIter iter;
  gpointer same;

  if (!g_unichar_isupper (g_utf8_get_char (get_word (words, from)->start)))
    return 0;
  g_hash_table_iter_init (&iter, self->phrases);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    for (guint i = 0; i < ((GPtrArray *) same)->len; i++)
      {
        char **phrase = g_ptr_array_index ((GPtrArray *) same, i);
        g_autoptr (GString) initials = g_string_new (NULL);
        guint n = 0;

        if (phrase[1] == NULL || is_title (phrase[0]))
          continue;
        for (guint j = 0; phrase[j] != NULL; j++)
          g_string_append_unichar (initials, g_utf8_get_char (phrase[j]));

        const TlNameWord *word = get_word (words, from);
        g_autofree char *text = g_strndup (word->start, (gsize) (word->end - word->start));
        g_autofree char *upper = g_utf8_strup (text, -1);

        if (strcmp (word->folded, initials->str) == 0 && strcmp (text, upper) == 0)
          return 1;
        while (phrase[n] != NULL && from + n < words->len && is_initial (get_word (words, from + n))
               && g_str_has_prefix (phrase[n], get_word (words, from + n)->folded)
               && (n == 0 || is_beside (words, from + n - 1)))
          n++;
        if (phrase[n] == NULL)
          return n;
      }
  return 0;
}

/* The first word of a name that has been found at @from, with titles and initials that stand before it. */
static guint
extend_back (TlNames *self,
             GArray  *words,
             guint    from,
             guint    least)
{
  while (from > least && is_beside (words, from - 1)
         && (is_title (get_word (words, from - 1)->folded)
             || (is_initial (get_word (words, from - 1))
                 && has_initial (self, get_word (words, from - 1)->folded, TRUE))))
    from--;
  return from;
}

/* After the last word of a name that has been found: other parts of it, and the initial of one. */
static guint
extend_on (TlNames *self,
           GArray  *words,
           guint    to)
{
  while (to < words->len && is_beside (words, to - 1))
    {
      guint n = _tl_names_match_part (self, words, to);

      if (n == 1 && _tl_names_is_ordinary (get_word (words, to)))
        break;
      if (n == 0 && is_initial (get_word (words, to)) && has_initial (self, get_word (words, to)->folded, FALSE))
        n = 1;
      if (n == 0)
        break;
      to += n;
    }
  return to;
}

/* A single word may be another, unless it is written like a name. */
static gboolean
is_sure (TlNames *self,
         GArray  *words,
         guint    from,
         guint    to)
{
  const TlNameWord *word = get_word (words, from);

  if (to - from > 1)
    return TRUE;
  return g_unichar_isupper (g_utf8_get_char (word->start))
         && (g_hash_table_contains (self->parts, word->folded) || g_hash_table_contains (self->phrases, word->folded));
}

/* The point after an initial goes with it, but not the one that ends the sentence. */
static const char *
skip_point (const TlNameWord *last)
{
  const char *p = last->end;

  if (*p != '.' || !is_initial (last))
    return p;

  const char *next = p + 1 + strspn (p + 1, " ");

  return g_unichar_islower (g_utf8_get_char (next)) || (*next != '\0' && strchr (",;:)", *next) != NULL) ? p + 1 : p;
}

/* Whether the words of a whole name are one: nothing between them ends a sentence or a part of one. */
static gboolean
is_one (GArray *words,
        guint   from,
        guint   n)
{
  static const char *const between[] = { " ", "\n", "-", "‐", "’", "'", "/", "_", " \n", "\n " };

  for (guint i = from; i + 1 < from + n; i++)
    {
      const char *gap = get_word (words, i)->end;
      gsize length = (gsize) (get_word (words, i + 1)->start - gap);
      gboolean good = is_beside (words, i);

      for (guint j = 0; !good && j < G_N_ELEMENTS (between); j++)
        good = strlen (between[j]) == length && strncmp (between[j], gap, length) == 0;
      if (!good)
        return FALSE;
    }
  return TRUE;
}

/* How many words from @from on are a name, whole or in part. */
static guint
match (TlNames *self,
       GArray  *words,
       guint    from)
{
  guint n = _tl_names_match_phrase (self, words, from);

  if (n == 0 || !is_one (words, from, n))
    n = _tl_names_match_part (self, words, from);
  if (n == 0)
    n = _tl_names_match_titled (self, words, from);
  return n == 1 && _tl_names_is_ordinary (get_word (words, from)) ? 0 : n;
}

/**
 * tl_names_text_new:
 * @text: a text, which must outlive what is returned
 *
 * Returns: (transfer full): its words, ready to be compared with names
 */
TlNamesText *
tl_names_text_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  TlNamesText *self = g_new0 (TlNamesText, 1);

  self->text = text;
  self->words = _tl_names_split (text);
  return self;
}

/**
 * tl_names_text_free:
 * @self: (transfer full): the words of a text
 */
void
tl_names_text_free (TlNamesText *self)
{
  g_array_unref (self->words);
  g_free (self);
}

/**
 * tl_names_find_all:
 * @self: the names of one person or agency
 * @text: the words of a text
 *
 * Looks for the names as tl_names_find() does, and besides for parts with a title or an initial, and for initials.
 *
 * Returns: (transfer full) (element-type TlNameSpan): the places, in order, none within another
 */
GArray *
tl_names_find_all (TlNames     *self,
                   TlNamesText *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlNameSpan));
  GArray *words = text->words;
  const char *counted = text->text;
  guint character = 0, least = 0;

  for (guint i = 0; i < words->len;)
    {
      if (!self->first_bytes[(guchar) get_word (words, i)->folded[0]])
        {
          i++;
          continue;
        }

      guint n = match (self, words, i);
      guint initials = n == 0 ? match_initials (self, words, i) : 0;

      if (n + initials == 0)
        {
          i++;
          continue;
        }

      guint from = n > 0 ? extend_back (self, words, i, least) : i;
      guint to = n > 0 ? extend_on (self, words, i + n) : i + initials;
      const char *start = get_word (words, from)->start;
      const char *end = skip_point (get_word (words, to - 1));
      TlNameSpan span = { .sure = n > 0 && is_sure (self, words, from, to) };

      span.start = character + (guint) g_utf8_strlen (counted, start - counted);
      span.end = span.start + (guint) g_utf8_strlen (start, end - start);
      g_array_append_val (spans, span);
      counted = end;
      character = span.end;
      i = least = to;
    }
  return spans;
}
