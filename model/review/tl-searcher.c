/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Searching a review: which records have what is looked for, which of them best, and where in them it stands.
 *
 * The index knows slices of texts; what a person looks for is looked for in whole records. So each word or phrase is
 * asked for alone, and which of them a record has, in whatever field, says whether it was meant. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-searcher.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/store/tl-index.h"
#include "model/store/tl-schema.h"

/* How long to wait for whoever is writing, in milliseconds: what the index has is better than to wait on. */
#define PATIENCE 250

/* Lines of what was found are read out of the middle of texts of megabytes, again and again while somebody types. */
#define CACHE "PRAGMA cache_size = -32000"

/* How many places are shown of one record. */
#define MAX_PASSAGES 2

/* A word that occurs a thousand times in a slice is shown well enough among the first of them. */
#define ENOUGH_MARKS 8

/* How many slices are looked through for them. */
#define MAX_SLICES 8

struct _TlSearcher
{
  TlConnection *connection;
  TlTokenizer  *tokenizer;
  TlIndex      *index;
  gboolean      writable;
  gboolean      temporary;
};

/* A record that has something of what is looked for. */
typedef struct {
  char         *id;
  const TlKind *kind;
  guint64       terms;
  double        rank;
  GArray       *rows; /* TlIndexRow */
} Found;

/* A record that holds a text. */
typedef struct {
  char         *id;
  const TlKind *kind;
  guint         field;
} Holder;

/* One search under way. */
typedef struct {
  TlSearchQuery *query;
  GHashTable    *found;   /* id → Found */
  GHashTable    *holders; /* digest → GArray of Holder */
  guint64        term;    /* the bit of the one that is asked for */
} Search;

/* Where a file of an earlier version is not brought up to date, its copy in memory is. */
static gboolean
ensure_up_to_date (TlSearcher  *self,
                   GError     **error)
{
  gboolean outdated;

  return tl_schema_check (self->connection, &outdated, error)
         && (!outdated || tl_schema_update_in_memory (&self->connection, error));
}

/**
 * tl_searcher_new:
 * @path: name of a review file
 * @writable: whether the index may be kept in the file, which must have been looked at for damage then; else a
 *   temporary one is made where the file has none, or none that is up to date
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a searcher
 */
TlSearcher *
tl_searcher_new (const char  *path,
                 gboolean     writable,
                 GError     **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (TlSearcher) self = g_new0 (TlSearcher, 1);

  self->writable = writable;
  self->connection = tl_connection_open (path, writable ? 0 : TL_CONNECTION_READ_ONLY, error);
  if (self->connection == NULL || (!writable && !ensure_up_to_date (self, error)))
    return NULL;
  sqlite3_busy_timeout (tl_connection_get_handle (self->connection), PATIENCE);
  if (!tl_connection_execute (self->connection, CACHE, error))
    return NULL;
  self->tokenizer = tl_tokenizer_new (self->connection, error);
  self->index = tl_index_new (self->connection, FALSE);
  return self->tokenizer != NULL ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_searcher_free:
 * @self: (transfer full) (nullable): a searcher
 */
void
tl_searcher_free (TlSearcher *self)
{
  if (self == NULL)
    return;

  tl_index_free (self->index);
  tl_tokenizer_free (self->tokenizer);
  tl_connection_close (self->connection);
  g_free (self);
}

static void
use_temporary_index (TlSearcher *self)
{
  tl_index_free (self->index);
  self->index = tl_index_new (self->connection, TRUE);
  self->temporary = TRUE;
}

/* The file's own index serves as long as there is nothing to write to it. */
static gboolean
choose_index (TlSearcher  *self,
              GError     **error)
{
  gboolean behind;
  guint n_unread = 0, n_texts;

  if (self->writable || self->temporary)
    return TRUE;
  if (!tl_connection_begin (self->connection, FALSE, error))
    return FALSE;
  gboolean done = tl_index_is_behind (self->index, &behind, error)
                  && (behind || tl_index_count_texts (self->index, &n_unread, &n_texts, error));
  tl_connection_rollback (self->connection);

  if (done && (behind || n_unread > 0))
    use_temporary_index (self);
  return done;
}

static gboolean
follow (TlSearcher  *self,
        GError     **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->writable)
    {
      if (tl_index_follow (self->index, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, TL_ERROR, TL_ERROR_READ_ONLY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      /* a file that may be written in a folder that may not */
      self->writable = FALSE;
    }
  return choose_index (self, error) && (!self->temporary || tl_index_follow (self->index, error));
}

/**
 * tl_searcher_work:
 * @self: a searcher
 * @more: (out): whether there is more to do
 * @error: return location
 *
 * Brings the index one short step further: after what was committed, then through the texts of sources.
 *
 * Returns: %FALSE on failure; %TL_ERROR_LOCKED when another program is writing
 */
gboolean
tl_searcher_work (TlSearcher  *self,
                  gboolean    *more,
                  GError     **error)
{
  g_return_val_if_fail (self != NULL && more != NULL, FALSE);

  *more = FALSE;
  if (!follow (self, error))
    return FALSE;
  return !(self->writable || self->temporary) || tl_index_read_on (self->index, more, error);
}

static void
clear_row (gpointer row)
{
  g_free (((TlIndexRow *) row)->owner);
}

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->id);
  g_clear_pointer (&found->rows, g_array_unref);
  g_free (found);
}

static void
clear_holder (gpointer holder)
{
  g_free (((Holder *) holder)->id);
}

static void
add_holder (const char   *digest,
            const TlKind *kind,
            guint         field,
            const char   *id,
            gpointer      data)
{
  Search *search = data;
  GArray *holders = g_hash_table_lookup (search->holders, digest);
  const Holder holder = { g_strdup (id), kind, field };

  if (holders == NULL)
    {
      holders = g_array_new (FALSE, FALSE, sizeof (Holder));
      g_array_set_clear_func (holders, clear_holder);
      g_hash_table_insert (search->holders, g_strdup (digest), holders);
    }
  g_array_append_val (holders, holder);
}

static Found *
ensure_found (Search       *search,
              const char   *id,
              const TlKind *kind)
{
  Found *found = g_hash_table_lookup (search->found, id);

  if (found == NULL)
    {
      found = g_new0 (Found, 1);
      *found = (Found) { .id = g_strdup (id), .kind = kind };
      g_hash_table_insert (search->found, found->id, found);
    }
  return found;
}

/* Calls @func for each record that @row is a slice of: a text may be that of several sources. */
static void
each_record (Search            *search,
             const TlIndexRow  *row,
             void             (*func) (Search *, const TlIndexRow *, const char *, const TlKind *, guint))
{
  if (row->kind != NULL)
    {
      func (search, row, row->owner, row->kind, row->field);
      return;
    }

  GArray *holders = g_hash_table_lookup (search->holders, row->owner);
  for (guint i = 0; holders != NULL && i < holders->len; i++)
    {
      const Holder *holder = &g_array_index (holders, Holder, i);

      func (search, row, holder->id, holder->kind, holder->field);
    }
}

static void
note_term (Search           *search,
           const TlIndexRow *row,
           const char       *id,
           const TlKind     *kind,
           guint             field)
{
  ensure_found (search, id, kind)->terms |= search->term;
}

static void
note_row (Search           *search,
          const TlIndexRow *row,
          const char       *id,
          const TlKind     *kind,
          guint             field)
{
  Found *found = ensure_found (search, id, kind);
  TlIndexRow kept = *row;

  found->terms |= search->term;
  if (!tl_search_query_accepts (search->query, found->terms))
    return;

  if (found->rows == NULL)
    {
      found->rows = g_array_new (FALSE, FALSE, sizeof (TlIndexRow));
      g_array_set_clear_func (found->rows, clear_row);
    }
  kept.owner = g_strdup (row->owner);
  kept.field = field;
  found->rank = MIN (found->rank, row->rank);
  g_array_append_val (found->rows, kept);
}

static void
note_term_cb (const TlIndexRow *row,
              gpointer          data)
{
  each_record (data, row, note_term);
}

static void
note_row_cb (const TlIndexRow *row,
             gpointer          data)
{
  each_record (data, row, note_row);
}

/* Which words and phrases each record has, and then the slices of those that were meant. One word alone needs no more
 * than that. */
static gboolean
collect (TlSearcher    *self,
         Search        *search,
         GCancellable  *cancellable,
         GError       **error)
{
  guint n = tl_search_query_get_n_terms (search->query);
  g_autofree char *wanted = tl_search_query_dup_wanted (search->query);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      search->term = G_GUINT64_CONSTANT (1) << i;
      if (!tl_index_find (self->index, tl_search_query_get_match (search->query, i), FALSE, note_term_cb, search,
                          cancellable, error))
        return FALSE;
    }
  search->term = n == 1;
  return tl_index_find (self->index, wanted, TRUE, note_row_cb, search, cancellable, error);
}

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *x = *(const Found *const *) a, *y = *(const Found *const *) b;

  return x->rank < y->rank ? -1 : x->rank > y->rank ? 1 : strcmp (x->id, y->id);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const TlIndexRow *x = a, *y = b;

  return x->rank < y->rank ? -1 : x->rank > y->rank ? 1 : x->start < y->start ? -1 : x->start > y->start;
}

/* Where two slices overlap the same place is found twice. */
static gboolean
is_new (TlSearchResult        *result,
        const TlSearchPassage *passage)
{
  for (guint i = 0; i < result->passages->len; i++)
    {
      const TlSearchPassage *other = g_ptr_array_index (result->passages, i);

      if (other->field == passage->field && other->position == passage->position)
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_passage (TlSearcher        *self,
             TlSearchQuery     *query,
             const TlIndexRow  *row,
             TlSearchResult    *result,
             GError           **error)
{
  g_autofree char *text = tl_index_dup_slice (self->index, row, error);
  if (text == NULL)
    return FALSE;

  g_autoptr (GArray) marks = tl_search_query_mark (query, self->tokenizer, text, strlen (text), ENOUGH_MARKS);
  if (marks->len == 0)
    return TRUE;

  TlSearchPassage *passage = tl_search_passage_new (row->field, text, (guint) row->position, marks);
  if (is_new (result, passage))
    g_ptr_array_add (result->passages, passage);
  else
    tl_search_passage_free (passage);
  return TRUE;
}

static TlSearchResult *
make_result (TlSearcher     *self,
             TlSearchQuery  *query,
             const Found    *found,
             GError        **error)
{
  g_autoptr (TlSearchResult) result = tl_search_result_new (found->kind, found->id);

  g_array_sort (found->rows, compare_rows);
  for (guint i = 0; i < MIN (found->rows->len, MAX_SLICES) && result->passages->len < MAX_PASSAGES; i++)
    if (!add_passage (self, query, &g_array_index (found->rows, TlIndexRow, i), result, error))
      return NULL;
  return g_steal_pointer (&result);
}

static gboolean
fill_answer (TlSearcher      *self,
             Search          *search,
             TlSearchAnswer  *answer,
             guint            n,
             GError         **error)
{
  g_autoptr (GPtrArray) meant = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, search->found);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Found *) value)->rows != NULL)
      g_ptr_array_add (meant, value);
  g_ptr_array_sort (meant, compare_found);

  answer->n_records = meant->len;
  for (guint i = answer->first; i < meant->len && i - answer->first < n; i++)
    {
      TlSearchResult *result = make_result (self, search->query, g_ptr_array_index (meant, i), error);

      if (result == NULL)
        return FALSE;
      g_ptr_array_add (answer->results, result);
    }
  return TRUE;
}

static gboolean
ask_in_transaction (TlSearcher      *self,
                    TlSearchQuery   *query,
                    TlSearchAnswer  *answer,
                    guint            n,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, found_free);
  g_autoptr (GHashTable) holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                          (GDestroyNotify) g_array_unref);
  Search search = { query, found, holders, 0 };
  gboolean there;

  if (!tl_index_is_there (self->index, &there, error))
    return FALSE;
  if (!there)
    {
      answer->behind = TRUE;
      return TRUE;
    }
  return tl_index_count_texts (self->index, &answer->n_unread, &answer->n_texts, error)
         && tl_index_each_holder (self->index, add_holder, &search, error)
         && collect (self, &search, cancellable, error)
         && fill_answer (self, &search, answer, n, error);
}

static TlSearchAnswer *
ask (TlSearcher     *self,
     TlSearchQuery  *query,
     guint           first,
     guint           n,
     GCancellable   *cancellable,
     GError        **error)
{
  g_autoptr (TlSearchAnswer) answer = tl_search_answer_new ();
  g_autoptr (GError) fault = NULL;

  if (!follow (self, &fault) && !g_error_matches (fault, TL_ERROR, TL_ERROR_LOCKED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  answer->first = first;
  answer->behind = fault != NULL;
  answer->temporary = self->temporary;
  if (!tl_connection_begin (self->connection, FALSE, error))
    return NULL;
  gboolean done = ask_in_transaction (self, query, answer, n, cancellable, error);
  tl_connection_rollback (self->connection);
  return done ? g_steal_pointer (&answer) : NULL;
}

/**
 * tl_searcher_find:
 * @self: a searcher
 * @text: what was typed
 * @flags: how to read it
 * @first: the first result wanted
 * @n: how many results are wanted
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Brings the index after what was committed and asks it. What cannot be brought after it, since another program is
 * writing, is searched as it was.
 *
 * Returns: (transfer full) (nullable): the answer; %NULL with %TL_ERROR_INVALID where @text asks for nothing
 */
TlSearchAnswer *
tl_searcher_find (TlSearcher     *self,
                  const char     *text,
                  TlSearchFlags   flags,
                  guint           first,
                  guint           n,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  g_autoptr (TlSearchQuery) query = tl_search_query_new (text, flags, self->tokenizer, error);
  g_autoptr (TlSearchAnswer) answer = NULL;
  g_autoptr (GError) fault = NULL;

  if (query == NULL)
    return NULL;
  answer = ask (self, query, first, n, cancellable, &fault);
  /* The records may be sound though the index is not. */
  if (answer == NULL && g_error_matches (fault, TL_ERROR, TL_ERROR_DAMAGED))
    {
      g_clear_error (&fault);
      if (self->writable)
        tl_index_distrust (self->index);
      else
        use_temporary_index (self);
      answer = ask (self, query, first, n, cancellable, &fault);
    }
  if (answer == NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return g_steal_pointer (&answer);
}
