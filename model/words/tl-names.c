/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the names a review knows in a text. Rather too much is found than too little. */
#include "config.h"

#include "model/words/tl-names-private.h"

#include <string.h>

/* A single part of a name is looked for on its own from this length. */
#define MIN_PART 3
/* What has no parts counts from this length: a reference “12” would be found everywhere. */
#define MIN_WHOLE 4

/* Words that stand in the names of agencies, and titles. Alone they point at nobody; in a whole name they count. */
static const char *const common[] = {
  "academy", "adults", "agency", "and", "area", "authority", "board", "borough", "care", "central", "centre", "child",
  "children", "city", "clinic", "college", "community", "council", "county", "court", "department", "district",
  "doctor", "early", "east", "education", "family", "for", "foundation", "general", "great", "group", "health",
  "help", "high", "home", "hospital", "house", "housing", "infant", "infants", "inner", "joint", "junior", "little",
  "local", "low", "lower", "medical", "metropolitan", "mid", "miss", "mrs", "national", "new", "nhs", "north",
  "nurse", "nursery", "office", "old", "outer", "park", "partners", "partnership", "police", "practice", "primary",
  "probation", "project", "region", "regional", "road", "royal", "safeguarding", "saint", "school", "secondary",
  "service", "services", "sister", "social", "south", "street", "surgery", "team", "the", "trust", "under", "unit",
  "university", "upon", "upper", "west", "with", "worker", "young", "youth",
};

/* Names that are ordinary words too. In small letters they are those words: “the board will act” names nobody. */
static const char *const ordinary[] = {
  "art", "baker", "banks", "best", "bill", "bishop", "black", "bond", "brook", "brown", "bush", "butler", "carter",
  "chance", "clay", "close", "cook", "cross", "daisy", "dale", "dawn", "day", "dean", "drew", "faith", "field",
  "fields", "fisher", "fox", "frank", "gray", "grace", "grant", "green", "grey", "guy", "hall", "hill", "holly",
  "hope", "hunt", "hunter", "ivy", "jack", "joy", "june", "king", "knight", "lane", "little", "long", "love", "mark",
  "marsh", "may", "mason", "miles", "moss", "noble", "norm", "page", "parish", "parks", "pat", "peace", "pearl",
  "penny", "poppy", "porter", "potter", "power", "price", "pride", "ray", "rich", "rob", "rose", "ruby", "sandy",
  "savage", "self", "sharp", "shepherd", "short", "small", "smart", "stone", "strong", "sue", "summer", "summers",
  "swift", "taylor", "turner", "wade", "walker", "ward", "waters", "weaver", "webb", "wells", "white", "will", "wise",
  "wood", "woods", "young",
};

static void
word_clear (void *word)
{
  g_free (((TlNameWord *) word)->folded);
}

/* Case, accents and the different spellings of one letter do not count. */
static char *
fold (const char *start,
      const char *end)
{
  gboolean plain_already = TRUE;

  for (const char *p = start; plain_already && p < end; p++)
    plain_already = (guchar) *p < 0x80;
  if (plain_already)
    return g_ascii_strdown (start, end - start);

  g_autofree char *apart = g_utf8_normalize (start, end - start, G_NORMALIZE_ALL);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)) && g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_FORMAT)
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_utf8_casefold (plain->str, -1);
}

/* What can't be seen, such as a soft hyphen, does not end a word. */
static gboolean
is_word_character (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* A figure ends a word and a letter a number, so that a name is found in what it was numbered with. */
static gboolean
is_border (const char *before,
           const char *p)
{
  return (g_unichar_isdigit (g_utf8_get_char (before)) && g_unichar_isalpha (g_utf8_get_char (p)))
         || (g_unichar_isalpha (g_utf8_get_char (before)) && g_unichar_isdigit (g_utf8_get_char (p)));
}

static gboolean
next_word (const char **p,
           TlNameWord  *word)
{
  while (**p != '\0' && !is_word_character (*p))
    *p = g_utf8_next_char (*p);
  if (**p == '\0')
    return FALSE;

  word->start = *p;
  do
    {
      const char *before = *p;

      *p = g_utf8_next_char (*p);
      if (is_border (before, *p))
        break;
    }
  while (**p != '\0' && is_word_character (*p));
  word->end = *p;
  word->folded = fold (word->start, word->end);
  return TRUE;
}

GArray *
_tl_names_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (TlNameWord));
  TlNameWord word;

  g_array_set_clear_func (words, word_clear);
  while (next_word (&text, &word))
    g_array_append_val (words, word);
  return words;
}

/**
 * tl_names_new:
 *
 * Returns: (transfer full): no names
 */
TlNames *
tl_names_new (void)
{
  TlNames *self = g_new0 (TlNames, 1);

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->phrases
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * tl_names_free:
 * @self: (transfer full): names
 */
void
tl_names_free (TlNames *self)
{
  g_hash_table_unref (self->parts);
  g_hash_table_unref (self->phrases);
  g_free (self);
}

static gboolean
is_common (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (strcmp (common[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* Whether @next follows @word after one mark, as in O’Brien and Okonjo-Brown. */
static gboolean
is_joined (const TlNameWord *word,
           const TlNameWord *next)
{
  return *word->end != '\0' && !g_unichar_isspace (g_utf8_get_char (word->end))
         && g_utf8_next_char (word->end) == next->start;
}

static void
add_line (TlNames    *self,
          const char *line,
          gboolean    in_parts)
{
  g_autoptr (GArray) words = _tl_names_split (line);
  g_autoptr (GPtrArray) phrase = g_ptr_array_new_with_free_func (g_free);

  if (words->len == 0)
    return;

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_array_index (words, TlNameWord, i).folded;

      g_ptr_array_add (phrase, g_strdup (word));
      self->first_bytes[(guchar) word[0]] = TRUE;
      if (!in_parts)
        continue;
      if (g_utf8_strlen (word, -1) >= MIN_PART && !is_common (word))
        g_hash_table_add (self->parts, g_strdup (word));
      /* “OBrien” is O’Brien too. */
      if (i > 0 && is_joined (&g_array_index (words, TlNameWord, i - 1), &g_array_index (words, TlNameWord, i)))
        g_hash_table_add (self->parts, g_strconcat (g_array_index (words, TlNameWord, i - 1).folded, word, NULL));
    }
  g_ptr_array_add (phrase, NULL);

  GPtrArray *same = g_hash_table_lookup (self->phrases, phrase->pdata[0]);

  if (same == NULL)
    {
      same = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_hash_table_insert (self->phrases, g_strdup (phrase->pdata[0]), same);
    }
  g_ptr_array_add (same, g_ptr_array_steal (phrase, NULL));
}

/**
 * tl_names_add:
 * @self: names
 * @lines: (nullable): names, one a line
 */
void
tl_names_add (TlNames    *self,
              const char *lines)
{
  g_return_if_fail (self != NULL);

  g_auto (GStrv) split_lines = g_strsplit (lines != NULL ? lines : "", "\n", -1);

  for (guint i = 0; split_lines[i] != NULL; i++)
    add_line (self, split_lines[i], TRUE);
}

/**
 * tl_names_add_whole:
 * @self: names
 * @name: (nullable): a name whose parts point at nobody, such as a reference number
 */
void
tl_names_add_whole (TlNames    *self,
                    const char *name)
{
  g_return_if_fail (self != NULL);

  if (name != NULL && g_utf8_strlen (name, -1) >= MIN_WHOLE)
    add_line (self, name, FALSE);
}

/* "smiths" and "joneses" are found by what comes before the ending; an apostrophe ends a word anyway. */
gboolean
_tl_names_word_is (const char *word,
                   const char *name)
{
  gsize length = strlen (name);

  return strncmp (word, name, length) == 0
         && (word[length] == '\0' || strcmp (word + length, "s") == 0 || strcmp (word + length, "es") == 0);
}

static gboolean
is_part (TlNames    *self,
         const char *word)
{
  static const char *const endings[] = { "", "s", "es" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]))
      {
        g_autofree char *stem = g_strndup (word, strlen (word) - strlen (endings[i]));

        if (g_hash_table_contains (self->parts, stem))
          return TRUE;
      }
  return FALSE;
}

/* How many words from @from on are the longest of those names: 0 or more. */
static guint
match_phrases (GArray    *words,
               guint      from,
               GPtrArray *phrases)
{
  guint longest = 0;

  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    {
      char **phrase = g_ptr_array_index (phrases, i);
      guint n = 0;

      while (phrase[n] != NULL && from + n < words->len
             && _tl_names_word_is (g_array_index (words, TlNameWord, from + n).folded, phrase[n]))
        n++;
      if (phrase[n] == NULL)
        longest = MAX (longest, n);
    }
  return longest;
}

/* How many words from @from on are a whole name. */
guint
_tl_names_match_phrase (TlNames *self,
                        GArray  *words,
                        guint    from)
{
  const char *word = g_array_index (words, TlNameWord, from).folded;
  guint n = match_phrases (words, from, g_hash_table_lookup (self->phrases, word));

  /* a name of one short word with an ending */
  for (guint cut = 1; n == 0 && cut <= 2 && strlen (word) > cut; cut++)
    {
      g_autofree char *stem = g_strndup (word, strlen (word) - cut);
      n = match_phrases (words, from, g_hash_table_lookup (self->phrases, stem));
    }
  return n;
}

/* How many words from @from on are a single part of a name: one, or two that stand for one. */
guint
_tl_names_match_part (TlNames *self,
                      GArray  *words,
                      guint    from)
{
  const char *word = g_array_index (words, TlNameWord, from).folded;

  if (is_part (self, word))
    return 1;
  if (from + 1 < words->len
      && is_joined (&g_array_index (words, TlNameWord, from), &g_array_index (words, TlNameWord, from + 1)))
    {
      g_autofree char *joined = g_strconcat (word, g_array_index (words, TlNameWord, from + 1).folded, NULL);

      if (is_part (self, joined))
        return 2;
    }
  return 0;
}

/* Whether the word is that word rather than a name: one of the ordinary ones, in small letters. */
gboolean
_tl_names_is_ordinary (const TlNameWord *word)
{
  if (!g_unichar_islower (g_utf8_get_char (word->start)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (ordinary); i++)
    if (_tl_names_word_is (word->folded, ordinary[i]))
      return TRUE;
  return FALSE;
}

static guint
match_at (TlNames *self,
          GArray  *words,
          guint    from)
{
  guint n = _tl_names_match_part (self, words, from);

  if (n == 0)
    n = _tl_names_match_titled (self, words, from);
  return n > 0 ? n : _tl_names_match_phrase (self, words, from);
}

static char *
find (TlNames    *self,
      const char *text,
      gboolean    with_ordinary)
{
  if (g_hash_table_size (self->phrases) == 0)
    return NULL;

  g_autoptr (GArray) words = _tl_names_split (text);

  for (guint i = 0; i < words->len; i++)
    {
      const TlNameWord *word = &g_array_index (words, TlNameWord, i);
      guint n = match_at (self, words, i);

      if (n > 1 || (n == 1 && (with_ordinary || !_tl_names_is_ordinary (word))))
        return g_strndup (word->start, (gsize) (g_array_index (words, TlNameWord, i + n - 1).end - word->start));
    }
  return NULL;
}

/**
 * tl_names_find:
 * @self: names
 * @text: a text
 *
 * Looks for any of the names, whole or by a single part of three letters or more, as whole words, in any case, with or
 * without accents, and with the endings of plural and possessive.
 *
 * Returns: (transfer full) (nullable): the first passage of @text that is a name
 */
char *
tl_names_find (TlNames    *self,
               const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return find (self, text, TRUE);
}

/**
 * tl_names_find_written:
 * @self: names
 * @text: a text
 *
 * Looks as tl_names_find() does, but takes names that are ordinary words too, such as Will and Young, for names only
 * where they are written so.
 *
 * Returns: (transfer full) (nullable): the first passage of @text that is a name
 */
char *
tl_names_find_written (TlNames    *self,
                       const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return find (self, text, FALSE);
}
