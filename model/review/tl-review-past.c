/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The past of a review, read by taking its history back step by step in a copy that nobody else sees and that is thrown
 * away. Whoever compares two files that were one learns so which of them changed what. */
#include "config.h"

#include "model/review/tl-review-past.h"

#include "model/base/tl-error.h"
#include "model/review/tl-review-private.h"
#include "model/store/tl-changeset.h"
#include "model/store/tl-log.h"
#include "model/store/tl-table.h"

struct _TlReviewPast
{
  GHashTable *states;   /* id → GPtrArray of TlPastState, the latest first */
  gboolean    is_whole; /* nothing of the history was forgotten */
};

/* Who waits for it. */
typedef struct {
  TlReviewPastProgress progress;
  gpointer             user_data;
  GCancellable        *cancellable;
} Waiting;

static void
state_free (gpointer data)
{
  TlPastState *state = data;

  for (guint i = 0; state->values != NULL && i < state->kind->n_fields; i++)
    tl_value_clear (&state->values[i]);
  g_free (state->values);
  g_free (state);
}

static gboolean
read_state (TlReviewPast  *self,
            TlConnection  *connection,
            const char    *id,
            const TlKind  *kind,
            GError       **error)
{
  GPtrArray *states = g_hash_table_lookup (self->states, id);
  TlPastState *state = g_new (TlPastState, 1);
  gboolean found = FALSE;

  if (states == NULL)
    {
      states = g_ptr_array_new_with_free_func (state_free);
      g_hash_table_insert (self->states, g_strdup (id), states);
    }
  state->kind = kind;
  state->values = g_new0 (TlValue, kind->n_fields);
  g_ptr_array_add (states, state);
  if (!tl_table_read (tl_table_get (kind), connection, id, state->values, &found, error))
    return FALSE;
  if (!found)
    g_clear_pointer (&state->values, g_free);
  return TRUE;
}

static gboolean
take_back (TlReviewPast  *self,
           TlConnection  *connection,
           GBytes        *changeset,
           GError       **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id, kind;

  if (!tl_changeset_collect (changeset, touched))
    return tl_connection_fail (connection, SQLITE_CORRUPT, error);
  if (!tl_changeset_apply (changeset, TRUE, connection, error))
    return FALSE;
  g_hash_table_iter_init (&iter, touched);
  /* An id that passed from one kind to another has no past of its own. */
  while (g_hash_table_iter_next (&iter, &id, &kind))
    if (kind != NULL && !read_state (self, connection, id, kind, error))
      return FALSE;
  return TRUE;
}

/* From the last step to the first, or to where the history was forgotten. */
static gboolean
read_back (TlReviewPast   *self,
           TlConnection   *connection,
           const Waiting  *waiting,
           GError        **error)
{
  g_autoptr (GPtrArray) entries = tl_log_read (connection, 0, error);

  if (entries == NULL)
    return FALSE;
  self->is_whole = TRUE;
  for (guint i = entries->len; i > 0 && self->is_whole; i--)
    {
      const TlLogEntry *entry = g_ptr_array_index (entries, i - 1);
      g_autoptr (GBytes) changeset = NULL;

      if (g_cancellable_set_error_if_cancelled (waiting->cancellable, error))
        return FALSE;
      if (waiting->progress != NULL)
        waiting->progress ((double) (entries->len - i) / entries->len, waiting->user_data);
      self->is_whole = !entry->forgotten;
      if (entry->forgotten)
        break;
      changeset = tl_log_read_changeset (connection, entry->seq, error);
      if (changeset == NULL || !take_back (self, connection, changeset, error))
        return FALSE;
    }
  return TRUE;
}

/* In a copy in memory: what was deleted is in the history, and must not be left about in a temporary file. */
static gboolean
read_copy (TlReviewPast   *self,
           TlConnection   *now,
           const Waiting  *waiting,
           GError        **error)
{
  g_autoptr (TlConnection) copy = tl_connection_open_memory (tl_connection_get_name (now), error);

  return copy != NULL && tl_connection_copy_pages (now, copy, error) && tl_connection_begin (copy, TRUE, error)
         && read_back (self, copy, waiting, error);
}

/**
 * tl_review_read_past:
 * @review: a review
 * @progress: (nullable): told in this thread how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): to give up
 * @error: return location
 *
 * Takes as long as undoing everything. The file of the review is not written to.
 *
 * Returns: (transfer full) (nullable): its past; %NULL with %TL_ERROR_DAMAGED where the history does not fit the
 *   review, or %G_IO_ERROR_CANCELLED
 */
TlReviewPast *
tl_review_read_past (TlReview              *review,
                     TlReviewPastProgress   progress,
                     gpointer               user_data,
                     GCancellable          *cancellable,
                     GError               **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (review), NULL);

  g_autoptr (TlReviewPast) self = g_new0 (TlReviewPast, 1);
  const Waiting waiting = { progress, user_data, cancellable };

  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return read_copy (self, tl_review_get_connection (review), &waiting, error) ? g_steal_pointer (&self) : NULL;
}

void
tl_review_past_free (TlReviewPast *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_free (self);
}

/**
 * tl_review_past_is_whole:
 *
 * Returns: whether it goes back to the beginning of the file; else part of the history was forgotten
 */
gboolean
tl_review_past_is_whole (const TlReviewPast *self)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return self->is_whole;
}

/**
 * tl_review_past_get_n:
 *
 * Returns: how many earlier states of the record @id are known; none if it was never changed
 */
guint
tl_review_past_get_n (const TlReviewPast *self,
                      const char         *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, 0);

  const GPtrArray *states = g_hash_table_lookup (self->states, id);
  return states != NULL ? states->len : 0;
}

/**
 * tl_review_past_get:
 * @id: id of a record
 * @position: 0 for what it was before the last change
 *
 * Returns: (transfer none): an earlier state
 */
const TlPastState *
tl_review_past_get (const TlReviewPast *self,
                    const char         *id,
                    guint               position)
{
  g_return_val_if_fail (self != NULL && position < tl_review_past_get_n (self, id), NULL);
  return g_ptr_array_index ((GPtrArray *) g_hash_table_lookup (self->states, id), position);
}
