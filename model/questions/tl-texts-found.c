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
  guint           n_found;
  GArray         *ranked;  /* of guint */
  TlInstance     *instance;
  GError         *error;
} Searching;

static void
note_found (guint    record,
            gpointer data)
{
  Searching *self = data;

  self->n_found += tl_bits_contains (self->records, record) ? 1 : 0;
}

/* What stands behind the count */

static gboolean
note_rank (guint    record,
           gpointer data)
{
  Searching *self = data;

  if (tl_bits_contains (self->records, record))
    g_array_append_val (self->ranked, record);
  return self->ranked->len < TL_INSTANCES_MAX;
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
               const char   *match,
               TlAnswerRow  *row,
               GError      **error)
{
  if (!tl_library_texts_rank (self->texts, match, note_rank, self, error))
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

/* Counts and shows, of the library as it is now. */
static gboolean
search (Searching           *self,
        const TlTextsQuery  *query,
        TlAnswer            *answer,
        GError             **error)
{
  const TlAnswerTerms terms = { &query->population, query->threshold, query->internal };

  g_autofree char *match = tl_search_query_dup_match (self->words);

  if (!tl_library_texts_find (self->texts, match, note_found, self, error))
    return FALSE;

  TlAnswerRow *row = tl_answer_add (answer, 1, self->n_found);

  row->keys[0] = g_strdup (query->words);
  row->labels[0] = g_strdup ("");
  if (query->internal && !add_instances (self, match, row, error))
    return FALSE;
  tl_answer_finish (answer, &terms, tl_bits_count (self->records),
                    _("Reviews in whose released texts the words occur, anywhere in the review."));
  return TRUE;
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

  TlLibraryTexts *texts = tl_library_texts_get (library, cancellable, error);
  g_autoptr (TlTokenizer) tokenizer = texts != NULL ? tl_library_texts_new_tokenizer (texts, error) : NULL;
  g_autoptr (TlSearchQuery) words = tokenizer != NULL
                                      ? tl_search_query_new (query->words, TL_SEARCH_DEFAULT, tokenizer, error)
                                      : NULL;
  TlSets *sets = tl_sets_get (library);

  if (words == NULL || !tl_sets_begin (sets, error))
    return NULL;

  g_autoptr (TlBits) records = tl_sets_dup_population (sets, &query->population, error);
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TlAnswer) answer = tl_answer_new ();
  Searching searching = { library, texts, tokenizer, words, records, 0, ranked };
  gboolean done = records != NULL && search (&searching, query, answer, error);

  tl_sets_end (sets);
  return done ? g_steal_pointer (&answer) : NULL;
}
