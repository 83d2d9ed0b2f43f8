/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loads the graphs of a population as plain arrays, on two threads where there are many. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-graphs-private.h"

#include <string.h>

#include "model/library/tl-library-tables.h"
#include "model/library/tl-packed-graph.h"
#include "model/method/tl-method.h"
#include "model/questions/tl-sets.h"
#include "model/typology/tl-typology.h"

/* From so many reviews on a second thread is worth its start. */
#define SHARED_FROM 2000

/* A packed graph that waits. */
typedef struct {
  guint record;
  gsize end; /* where it ends in the bytes of all; the next begins there */
} Waiting;

/* The first half of the graphs waits until all of it is there, and is unpacked by another thread while this one goes on
 * with the second half. */
typedef struct {
  TlBits       *records;
  guint         n_first; /* in the first half */
  GArray       *waiting; /* of Waiting */
  GByteArray   *bytes;
  TlGraphsPart *first;
  TlGraphsPart *second;
  GThread      *thread;
  gboolean      damaged; /* in the first half; of the thread until it has ended */
  GCancellable *cancellable;
} Loading;

/* Codes */

static void
add_codes (TlGraphs   *self,
           GArray     *parents,
           GListModel *codes,
           int         parent)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);

      g_ptr_array_add (self->code_names, g_strdup (tl_code_get_qualified (code)));
      g_array_append_val (parents, parent);
      if (tl_code_get_children (code) != NULL)
        add_codes (self, parents, tl_code_get_children (code), (int) self->code_names->len - 1);
    }
}

static gboolean
load_codes (TlGraphs            *self,
            const TlPopulation  *population,
            GError             **error)
{
  const char *id = population->typology != NULL ? population->typology : TL_POPULATION_DEFAULT_TYPOLOGY;
  TlTypology *typology = tl_typology_lookup (id, error);
  GArray *parents = g_array_new (FALSE, FALSE, sizeof (int));

  self->code_names = g_ptr_array_new_with_free_func (g_free);
  if (typology != NULL)
    add_codes (self, parents, tl_typology_get_top (typology), -1);
  self->parents = (int *) (void *) g_array_free (parents, FALSE);
  return typology != NULL;
}

/**
 * tl_graphs_find_code:
 * @self: graphs
 * @name: a code as it is written in records, or its notation alone
 * @code: (out): its index
 *
 * Returns: whether the typology has it
 */
gboolean
tl_graphs_find_code (const TlGraphs *self,
                     const char     *name,
                     guint          *code)
{
  g_return_val_if_fail (self != NULL && name != NULL && code != NULL, FALSE);

  for (guint i = 0; i < self->code_names->len; i++)
    {
      const char *qualified = g_ptr_array_index (self->code_names, i);

      if (strcmp (qualified, name) != 0 && strcmp (tl_code_find_notation (qualified), name) != 0)
        continue;
      *code = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tl_graphs_is_below:
 * @self: graphs
 * @code: the index of a code
 * @above: the index of another
 *
 * Returns: whether @code is @above or one of those below it
 */
gboolean
tl_graphs_is_below (const TlGraphs *self,
                    guint           code,
                    guint           above)
{
  for (int at = (int) code; at >= 0; at = self->parents[at])
    if ((guint) at == above)
      return TRUE;
  return FALSE;
}

/* Names */

/* Whether links of that kind say that one thing hinders another, by the first method that has the kind. */
static gboolean
is_hindering (GPtrArray  *methods,
              const char *kind)
{
  for (guint i = 0; i < methods->len; i++)
    {
      TlMethod *method = g_ptr_array_index (methods, i);

      if (tl_method_find_entry (method, TL_VOCABULARY_LINK_KIND, kind) != NULL)
        return tl_method_get_link_role (method, kind) == TL_LINK_ROLE_HINDERS;
    }
  return FALSE;
}

static void
read_names (TlGraphsTerms *terms,
            TlGraphs      *graphs)
{
  guint n = terms->names->len;
  g_autoptr (GPtrArray) methods = tl_methods_list (NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < graphs->code_names->len; i++)
    g_hash_table_insert (codes, g_ptr_array_index (graphs->code_names, i), GUINT_TO_POINTER (i + 1));
  terms->code_of = g_new0 (int, n + 1);
  terms->hinders = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const char *name = g_ptr_array_index (terms->names, i);

      terms->code_of[i] = name != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (codes, name)) - 1 : -1;
      terms->hinders[i] = name != NULL && is_hindering (methods, name);
    }
}

static guint
wanted_marks (TlCoder coder)
{
  switch (coder)
    {
    case TL_CODER_LEAD:
      return TL_CODING_TAGGED_LEAD;
    case TL_CODER_AGREED:
      return TL_CODING_TAGGED_AGREED;
    case TL_CODER_ANY:
    default:
      return TL_CODING_TAGGED;
    }
}

/* Graphs */

static gboolean
is_wanted (gint64 record,
           gpointer data)
{
  Loading *loading = data;

  return record > 0 && record <= G_MAXUINT && tl_bits_contains (loading->records, (guint) record);
}

static gpointer
unpack_first (gpointer data)
{
  Loading *loading = data;
  gsize start = 0;

  for (guint i = 0; i < loading->waiting->len && !g_cancellable_is_cancelled (loading->cancellable); i++)
    {
      const Waiting *next = &g_array_index (loading->waiting, Waiting, i);

      if (!_tl_graphs_part_add (loading->first, next->record, loading->bytes->data + start, next->end - start))
        loading->damaged = TRUE;
      start = next->end;
    }
  return NULL;
}

static gboolean
take (gint64        record,
      gconstpointer bytes,
      gsize         length,
      gpointer      data)
{
  Loading *loading = data;

  if (loading->waiting->len == loading->n_first)
    return _tl_graphs_part_add (loading->second, (guint) record, bytes, length);

  Waiting waiting = { (guint) record, loading->bytes->len + length };

  g_byte_array_append (loading->bytes, bytes, (guint) length);
  g_array_append_val (loading->waiting, waiting);
  if (loading->waiting->len == loading->n_first)
    loading->thread = g_thread_new ("graphs", unpack_first, loading);
  return TRUE;
}

/* Ends the first half, in this thread if there were fewer graphs than records. */
static void
end_first (Loading *loading)
{
  if (loading->thread != NULL)
    g_thread_join (loading->thread);
  else
    unpack_first (loading);
}

static gboolean
load (TlGraphs             *self,
      TlLibrary            *library,
      const TlGraphsTerms  *terms,
      TlBits               *records,
      GCancellable         *cancellable,
      GError              **error)
{
  guint n = tl_bits_count (records), n_first = n < SHARED_FROM ? 0 : n / 2;
  g_autoptr (TlGraphsPart) first = _tl_graphs_part_new (terms, n); /* all of them in the end */
  g_autoptr (TlGraphsPart) second = _tl_graphs_part_new (terms, n - n_first);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Loading loading = {
    .records = records,
    .n_first = n_first,
    .waiting = waiting,
    .bytes = bytes,
    .first = first,
    .second = second,
    .cancellable = cancellable,
  };
  gboolean done = tl_library_scan_graphs (library, is_wanted, take, &loading, cancellable, error);

  end_first (&loading);
  if (!done || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (loading.damaged)
    return tl_library_fail_graph (library, error);
  _tl_graphs_part_append (first, second);
  _tl_graphs_part_give (first, self);
  return TRUE;
}

/* Reviews are in the order of their records. */
static TlGraphsReview *
find_review (TlGraphs *self,
             gint64    record)
{
  guint low = 0, high = self->n_reviews;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->reviews[middle].record < record)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->n_reviews && self->reviews[low].record == record ? &self->reviews[low] : NULL;
}

static gboolean
read_lots (TlGraphs   *self,
           TlLibrary  *library,
           GError    **error)
{
  TlConnection *connection = tl_library_get_connection (library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number, review FROM record", error);
  gboolean row = statement != NULL;

  while (row)
    {
      if (!tl_connection_step (connection, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      TlGraphsReview *review = find_review (self, sqlite3_column_int64 (statement, 0));

      if (review != NULL)
        review->lot = g_str_hash (sqlite3_column_text (statement, 1));
    }
  return FALSE;
}

/**
 * tl_graphs_new:
 * @library: a library
 * @population: which reviews
 * @tested: whether to leave out links for which no counterfactual test speaks
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Returns: (transfer full) (nullable): their graphs
 */
TlGraphs *
tl_graphs_new (TlLibrary           *library,
               const TlPopulation  *population,
               gboolean             tested,
               GCancellable        *cancellable,
               GError             **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && population != NULL, NULL);

  g_autoptr (TlGraphs) self = g_new0 (TlGraphs, 1);
  TlSets *sets = tl_sets_get (library);

  if (!load_codes (self, population, error) || !tl_sets_begin (sets, error))
    return NULL;

  /* One transaction, so that the graphs are those of the population. */
  g_autoptr (TlBits) records = tl_sets_dup_population (sets, population, error);
  g_autoptr (GPtrArray) names = records != NULL ? tl_library_list_names (library, error) : NULL;
  gboolean done = FALSE;

  if (names != NULL)
    {
      TlGraphsTerms terms = { .names = names, .marks = wanted_marks (population->coder), .tested = tested };

      read_names (&terms, self);
      done = load (self, library, &terms, records, cancellable, error) && read_lots (self, library, error);
      g_free (terms.code_of);
      g_free (terms.hinders);
    }
  tl_sets_end (sets);
  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_graphs_free:
 * @self: (transfer full): graphs
 */
void
tl_graphs_free (TlGraphs *self)
{
  g_clear_pointer (&self->code_names, g_ptr_array_unref);
  g_clear_pointer (&self->levels, g_ptr_array_unref);
  g_free (self->parents);
  g_free (self->reviews);
  g_free (self->nodes);
  g_free (self->codes);
  g_free (self->effects);
  g_free (self->rows);
  g_free (self->findings);
  g_free (self->finding_factors);
  g_free (self);
}
