/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells what a statement is about by its words: simple, and always the same for the same words. */
#include "config.h"

#include "model/questions/tl-gist.h"

#include <libstemmer.h>
#include <string.h>

#define MIN_LETTERS 3

/* Small words of English that say nothing of what a statement is about. */
static const char *const small_words[] = {
  "about", "after", "all",  "also",  "and",   "any",  "are",  "because", "been",  "before", "being", "both",  "but",
  "can",   "did",   "does", "done",  "each",  "for",  "from", "had",     "has",   "have",   "her",   "him",   "his",
  "how",   "into",  "its",  "more",  "most",  "much", "nor",  "not",     "now",   "off",    "once",  "one",   "only",
  "other", "our",   "out",  "over",  "own",   "same", "she",  "some",    "such",  "than",   "that",  "the",   "their",
  "them",  "then",  "there", "these", "they", "this", "those", "times",  "too",   "two",    "under", "until", "was",
  "were",  "what",  "when", "where", "which", "while", "who", "whom",    "whose", "why",    "will",  "with",  "within",
  "without", "would", "you", "your", NULL,
};

struct _TlGists
{
  struct sb_stemmer *stemmer;
  GHashTable        *stems; /* stem → the word that was met first */
};

TlGists *
tl_gists_new (void)
{
  TlGists *self = g_new0 (TlGists, 1);

  self->stemmer = sb_stemmer_new ("english", NULL);
  self->stems = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
tl_gists_free (TlGists *self)
{
  sb_stemmer_delete (self->stemmer);
  g_hash_table_unref (self->stems);
  g_free (self);
}

/* The stem of a word, kept as long as @self. */
static const char *
keep_stem (TlGists    *self,
           const char *word)
{
  const sb_symbol *bytes = sb_stemmer_stem (self->stemmer, (const sb_symbol *) word, (int) strlen (word));
  g_autofree char *stem = g_strndup ((const char *) bytes, (gsize) sb_stemmer_length (self->stemmer));
  gpointer kept;

  if (g_hash_table_lookup_extended (self->stems, stem, &kept, NULL))
    return kept;
  kept = g_steal_pointer (&stem);
  g_hash_table_insert (self->stems, kept, g_strdup (word));
  return kept;
}

static int
compare_texts (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Returns: (transfer container): the stems of a text in order, each once; they belong to @self. */
GPtrArray *
tl_gists_read (TlGists    *self,
               const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, "en", NULL);
  GPtrArray *gist = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (g_utf8_strlen (words[i], -1) >= MIN_LETTERS && !g_ascii_isdigit (words[i][0])
        && !g_strv_contains (small_words, words[i]))
      {
        const char *stem = keep_stem (self, words[i]);

        if (!g_ptr_array_find (gist, stem, NULL))
          g_ptr_array_add (gist, (char *) stem);
      }
  g_ptr_array_sort (gist, compare_texts);
  return gist;
}

/* Returns: how much of all words of the two both have, from 0 to 1 (Jaccard) */
double
tl_gist_compare (GPtrArray *one,
                 GPtrArray *other)
{
  guint n_both = 0;

  for (guint i = 0; i < one->len; i++)
    n_both += g_ptr_array_find (other, one->pdata[i], NULL) ? 1 : 0;
  return n_both > 0 ? (double) n_both / (one->len + other->len - n_both) : 0;
}

/* Returns: (transfer none): the word that had that stem first */
const char *
tl_gists_get_word (TlGists    *self,
                   const char *stem)
{
  return g_hash_table_lookup (self->stems, stem);
}
