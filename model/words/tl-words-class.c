/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Classes of words, and how an expression that may name them is split. */
#include "config.h"

#include "model/words/tl-words-private.h"

#include <string.h>

TlWordClass *
_tl_words_class_new (const char *name)
{
  TlWordClass *class = g_new0 (TlWordClass, 1);

  class->key = g_strdup_printf ("%c%s", TL_WORDS_CLASS, name);
  class->members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  class->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  class->excluded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  class->endings = g_ptr_array_new_with_free_func (g_free);
  return class;
}

void
_tl_words_class_free (TlWordClass *class)
{
  g_free (class->key);
  g_hash_table_unref (class->members);
  g_hash_table_unref (class->named);
  g_hash_table_unref (class->excluded);
  g_ptr_array_unref (class->endings);
  g_free (class);
}

/* A mark that has a meaning in an expression alone. */
static gboolean
is_place (const char *word)
{
  static const char *const places[]
      = { TL_WORDS_GAP,  TL_WORDS_REACH,   TL_WORDS_BEGIN, TL_WORDS_END,
          TL_WORDS_STOP, TL_WORDS_SUBJECT, TL_WORDS_NOUN,  NULL };

  return g_strv_contains (places, word);
}

/*
 * _tl_words_split_expression:
 *
 * Splits an expression as a text is split, so that what is looked for can be found.
 *
 * Returns: (transfer full): its words and marks
 */
char **
_tl_words_split_expression (const char *expression)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit (expression, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GArray) tokens = _tl_words_split (parts[i]);
      gboolean is_mark = is_place (parts[i]) || strcmp (parts[i], TL_WORDS_ANY) == 0
                         || strcmp (parts[i], TL_WORDS_LETTER) == 0;

      if (is_mark || parts[i][0] == TL_WORDS_CLASS)
        g_strv_builder_add (words, parts[i]);
      for (guint j = 0; !is_mark && parts[i][0] != TL_WORDS_CLASS && j < tokens->len; j++)
        g_strv_builder_add (words, g_array_index (tokens, TlWordToken, j).folded);
    }
  return g_strv_builder_end (words);
}

/* Takes @words. */
static void
add_member (GHashTable  *members,
            char       **words)
{
  GPtrArray *same_beginning = g_hash_table_lookup (members, words[0]);

  if (same_beginning == NULL)
    {
      same_beginning = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_hash_table_insert (members, g_strdup (words[0]), same_beginning);
    }
  g_ptr_array_add (same_beginning, words);
}

/*
 * _tl_words_class_add:
 * @member: one or several words; "-ed" for all that end so; "!need" for one that does not belong; "mr *" for "Mr" with
 *   whatever word follows, and "mr #" for "Mr B"
 *
 * Returns: whether it could be understood
 */
gboolean
_tl_words_class_add (TlWordClass *class,
                     const char  *member)
{
  gboolean is_excluded = member[0] == '!';
  gboolean is_ending = member[0] == '-';
  g_auto (GStrv) words = _tl_words_split_expression (member + (is_excluded || is_ending ? 1 : 0));
  guint n_words = g_strv_length (words);

  for (guint i = 0; i < n_words; i++)
    if (words[i][0] == TL_WORDS_CLASS || is_place (words[i]))
      return FALSE;
  if (n_words == 0 || strcmp (words[0], TL_WORDS_ANY) == 0 || strcmp (words[0], TL_WORDS_LETTER) == 0
      || ((is_excluded || is_ending) && n_words > 1))
    return FALSE;

  if (is_excluded)
    g_hash_table_add (class->excluded, g_strdup (words[0]));
  else if (is_ending)
    g_ptr_array_add (class->endings, g_strdup (words[0]));
  else
    add_member (class->members, g_steal_pointer (&words));
  return TRUE;
}

/* A name as the words of a text. */
static char **
split_name (const char *name)
{
  g_autoptr (GArray) tokens = _tl_words_split (name);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < tokens->len; i++)
    g_strv_builder_add (words, g_array_index (tokens, TlWordToken, i).folded);
  return g_strv_builder_end (words);
}

/*
 * _tl_words_class_has_head:
 * @name: what somebody is called
 *
 * Returns: whether its last words are of the class: “Maternal grandmother” is one of the family. A letter or a number
 *   after them does not count.
 */
gboolean
_tl_words_class_has_head (TlWordClass *class,
                          const char  *name)
{
  g_auto (GStrv) words = split_name (name);
  guint n = g_strv_length (words);

  if (n > 1 && (g_ascii_isdigit (words[n - 1][0]) || words[n - 1][1] == '\0'))
    g_clear_pointer (&words[--n], g_free);
  for (guint i = 0; i < n; i++)
    {
      GPtrArray *members = g_hash_table_lookup (class->members, words[i]);

      for (guint j = 0; members != NULL && j < members->len; j++)
        if (g_strv_equal ((const char *const *) members->pdata[j], (const char *const *) words + i))
          return TRUE;
    }
  return FALSE;
}

/*
 * _tl_words_class_set_named:
 * @names: what a review calls those of the class; a single letter is no name
 *
 * Puts names in place of those given before.
 */
void
_tl_words_class_set_named (TlWordClass       *class,
                           const char *const *names)
{
  g_hash_table_remove_all (class->named);
  for (; *names != NULL; names++)
    {
      g_auto (GStrv) words = split_name (*names);

      if (words[0] != NULL && (words[1] != NULL || words[0][1] != '\0'))
        add_member (class->named, g_steal_pointer (&words));
    }
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiou", c) != NULL;
}

/*
 * _tl_words_inflect:
 * @base: a regular verb or noun in lower case
 *
 * Returns: (transfer full): its forms: “deny” gives “deny”, “denies”, “denied” and “denying”
 */
char **
_tl_words_inflect (const char *base)
{
  g_autoptr (GStrvBuilder) forms = g_strv_builder_new ();
  gsize length = strlen (base);
  char last = base[length - 1];
  char before = length > 1 ? base[length - 2] : 'a';
  gboolean sibilant = strchr ("sxz", last) != NULL || g_str_has_suffix (base, "ch") || g_str_has_suffix (base, "sh");
  gboolean turns = last == 'y' && !is_vowel (before);
  gboolean doubles = length > 2 && !is_vowel (last) && strchr ("wxy", last) == NULL && is_vowel (before)
                     && !is_vowel (base[length - 3]) && (length < 5 || last == 'l');
  g_autofree char *stem = g_strndup (base, length - (last == 'e' || turns ? 1 : 0));
  g_autofree char *doubled = g_strdup_printf ("%s%c", base, last);
  g_autofree char *third = g_strconcat (turns ? stem : base, turns ? "ies" : sibilant ? "es" : "s", NULL);
  g_autofree char *past = g_strconcat (doubles ? doubled : stem, turns ? "ied" : "ed", NULL);
  g_autofree char *present = g_strconcat (doubles ? doubled : turns ? base : stem, "ing", NULL);

  g_strv_builder_add_many (forms, base, third, past, present, NULL);
  return g_strv_builder_end (forms);
}
