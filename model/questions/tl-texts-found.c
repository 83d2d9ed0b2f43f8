/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Full-text search: in how many reviews words occur, and for the office where. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-texts-found.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/library/tl-library-texts.h"
#include "model/questions/tl-sets.h"
#include "model/review/tl-search-query.h"

/* Places of a word that are marked in one text. */
#define MAX_MARKS 8

typedef struct {
  TlLibrary      *library;
  TlLibraryTexts *texts;
  TlTokenizer    *tokenizer;
  TlSearchQuery  *words;
  TlBits         *records;
  GHashTable     *terms;   /* record → a bit for each term that occurs in it */
  guint           term;
  GArray         *ranked;  /* of guint */
  TlInstance     *instance;
  GError         *error;
} Searching;

static void
note_term (guint    record,
           gpointer data)
{
  Searching *self = data;
  gpointer key = GUINT_TO_POINTER (record);

  if (tl_bits_contains (self->records, record))
    g_hash_table_insert (self->terms, key, GSIZE_TO_POINTER (GPOINTER_TO_SIZE (g_hash_table_lookup (self->terms, key))
                                                             | (gsize) 1 << self->term));
}

static gboolean
is_found (Searching *self,
          guint      record)
{
  return tl_bits_contains (self->records, record)
         && tl_search_query_accepts (self->words,
                                     GPOINTER_TO_SIZE (g_hash_table_lookup (self->terms, GUINT_TO_POINTER (record))));
}

static gboolean
find_terms (Searching  *self,
            GError    **error)
{
  for (self->term = 0; self->term < tl_search_query_get_n_terms (self->words); self->term++)
    if (!tl_library_texts_find (self->texts, tl_search_query_get_match (self->words, self->term), FALSE, note_term,
                                self, error))
      return FALSE;
  return TRUE;
}

static guint
count_found (Searching *self)
{
  GHashTableIter iter;
  gpointer record;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->terms);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    n += is_found (self, GPOINTER_TO_UINT (record)) ? 1 : 0;
  return n;
}

/* What stands behind the count */

static void
note_rank (guint    record,
           gpointer data)
{
  Searching *self = data;

  if (self->ranked->len < TL_INSTANCES_MAX && is_found (self, record))
    g_array_append_val (self->ranked, record);
}

static gboolean
add_text (const TlKind *kind,
          guint         row,
          const char   *text,
          gpointer      data)
{
  Searching *self = data;
  g_autoptr (GArray) marks = tl_search_query_mark (self->words, self->tokenizer, text, strlen (text), MAX_MARKS);

  return marks->len == 0
         || tl_instance_add_text (self->instance, self->library, kind->name, row, text, marks, &self->error);
}

static gboolean
add_instances (Searching    *self,
               TlAnswerRow  *row,
               GError      **error)
{
  g_autofree char *wanted = tl_search_query_dup_wanted (self->words);

  if (!tl_library_texts_find (self->texts, wanted, TRUE, note_rank, self, error))
    return FALSE;
  for (guint i = 0; i < self->ranked->len; i++)
    {
      guint record = g_array_index (self->ranked, guint, i);

      self->instance = tl_instance_new (self->library, record, error);
      if (self->instance == NULL)
        return FALSE;
      g_ptr_array_add (row->instances, self->instance);
      if (!tl_library_read_texts (self->library, record, add_text, self, error))
        return FALSE;
      if (self->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&self->error));
          return FALSE;
        }
    }
  return TRUE;
}

static TlBits *
find_records (TlLibrary           *library,
              const TlPopulation  *population,
              GError             **error)
{
  TlSets *sets = tl_sets_get (library);

  if (!tl_sets_begin (sets, error))
    return NULL;

  TlBits *records = tl_sets_dup_population (sets, population, error);

  tl_sets_end (sets);
  return records;
}

/**
 * tl_library_find_texts:
 * @library: a library
 * @query: what is looked for
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): one row: in how many reviews the words occur; behind it those where they weigh
 *   most. %NULL with %TL_ERROR_INVALID if nothing is looked for, or if the library can't be read
 */
TlAnswer *
tl_library_find_texts (TlLibrary           *library,
                       const TlTextsQuery  *query,
                       GCancellable        *cancellable,
                       GError             **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && query != NULL && query->words != NULL, NULL);

  const TlAnswerTerms answer_terms = { &query->population, query->threshold, query->internal };
  g_autoptr (TlLibraryTexts) texts = tl_library_texts_open (library, cancellable, error);
  g_autoptr (TlTokenizer) tokenizer = texts != NULL ? tl_library_texts_new_tokenizer (texts, error) : NULL;
  g_autoptr (TlSearchQuery) words = tokenizer != NULL
                                      ? tl_search_query_new (query->words, TL_SEARCH_DEFAULT, tokenizer, error)
                                      : NULL;
  g_autoptr (TlBits) records = words != NULL ? find_records (library, &query->population, error) : NULL;

  if (records == NULL)
    return NULL;

  g_autoptr (GHashTable) terms = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (guint));
  Searching searching = { library, texts, tokenizer, words, records, terms, 0, ranked };
  g_autoptr (TlAnswer) answer = tl_answer_new ();

  if (!find_terms (&searching, error))
    return NULL;

  TlAnswerRow *row = tl_answer_add (answer, 1, count_found (&searching));

  row->keys[0] = g_strdup (query->words);
  row->labels[0] = g_strdup ("");
  if (query->internal && !add_instances (&searching, row, error))
    return NULL;
  tl_answer_finish (answer, &answer_terms, tl_bits_count (records),
                    _("Reviews in whose released texts the words occur, anywhere in the review."));
  return g_steal_pointer (&answer);
}
