/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An open review: its file, what it holds, and the transactions in which it is written. How the records in memory
 * follow the file is in tl-review-image.c. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-review-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/base/tl-hash.h"
#include "model/base/tl-text.h"
#include "model/store/tl-schema.h"
#include "model/store/tl-table.h"

G_DEFINE_FINAL_TYPE (TlReview, tl_review, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
_tl_review_emit_changed (TlReview   *self,
                         GHashTable *touched)
{
  TlReviewChanges changes = { touched };

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, &changes);
}

/* Begins a transaction that writes, with the image in memory as the file is. */
gboolean
_tl_review_begin_write (TlReview  *self,
                        GError   **error)
{
  if (self->read_only)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_READ_ONLY, _("“%s” can be read but not changed."),
                   tl_connection_get_name (self->connection));
      return FALSE;
    }
  /* A damaged file is never written to. */
  if (!tl_review_verify (self, error) || !tl_connection_begin (self->connection, TRUE, error))
    return FALSE;
  if (!_tl_review_follow (self, error))
    {
      tl_connection_rollback (self->connection);
      return FALSE;
    }
  return TRUE;
}

/* Commits a transaction with its line in the log, or takes it back; then brings the image after it. */
gboolean
_tl_review_commit_write (TlReview    *self,
                         TlRecorder  *recorder,
                         TlLogEntry  *entry,
                         gboolean    *changed,
                         GError     **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) changeset = tl_recorder_finish (recorder, self->connection, error);

  *changed = changeset != NULL && g_bytes_get_size (changeset) > 0;
  /* An undo or redo takes its line even so: the edits of a group may cancel each other out, and without the line that
   * step would stay the last one for ever. */
  if (changeset == NULL || (!*changed && entry->target == NULL))
    {
      tl_connection_rollback (self->connection);
      return changeset != NULL;
    }

  g_autoptr (GPtrArray) readings = NULL;

  if (tl_changeset_collect (changeset, touched))
    readings = _tl_review_read_touched (self, touched, error);
  else
    tl_connection_fail (self->connection, SQLITE_CORRUPT, error);
  if (readings == NULL || !tl_log_append (self->connection, entry, changeset, &entry->seq, error))
    {
      tl_connection_rollback (self->connection);
      return FALSE;
    }
  if (!tl_connection_commit (self->connection, error))
    return FALSE;

  self->last_seq = entry->seq;
  _tl_history_append (self->history, entry);
  _tl_review_refresh (self, touched, readings);
  _tl_history_notify (self->history);
  return TRUE;
}

/* What may not be changed is read as if it had been. */
static gboolean
bring_up_to_date (TlReview  *self,
                  GError   **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!self->read_only)
    {
      if (tl_review_verify (self, &local_error) && tl_schema_update (self->connection, &local_error))
        return TRUE;
      if (!g_error_matches (local_error, TL_ERROR, TL_ERROR_READ_ONLY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      self->read_only = TRUE;
    }
  return tl_schema_update_in_memory (&self->connection, error);
}

static gboolean
open_file (TlReview           *self,
           TlReviewOpenFlags   flags,
           GError            **error)
{
  gboolean outdated;

  self->read_only = flags & TL_REVIEW_OPEN_READ_ONLY;
  self->connection = tl_connection_open (self->path, self->read_only ? TL_CONNECTION_READ_ONLY : 0, error);
  if (self->connection == NULL || !tl_schema_check (self->connection, &outdated, error)
      || !tl_schema_get_tier (self->connection, &self->tier, error))
    return FALSE;

  self->read_only |= sqlite3_db_readonly (tl_connection_get_handle (self->connection), "main") == 1;
  return !outdated || bring_up_to_date (self, error);
}

static gboolean
load (TlReview  *self,
      GError   **error)
{
  if (!tl_connection_begin (self->connection, FALSE, error))
    return FALSE;

  gboolean loaded = _tl_review_load (self, error);

  tl_connection_rollback (self->connection);
  return loaded && (tl_review_get_subject (self) != NULL
                    || tl_connection_fail (self->connection, SQLITE_CORRUPT, error));
}

/**
 * tl_review_open:
 * @path: name of a review file
 * @flags: how
 * @error: return location
 *
 * Opens a review and reads its records. A file of an older version is brought up to date first.
 *
 * Opens a review. A file of an earlier version is brought up to date; where it can't be changed, it is read as if it
 * had been, and what others do to it meanwhile is not seen.
 *
 * Returns: (transfer full) (nullable): the review; %NULL with %TL_ERROR_NOT_FOUND, %TL_ERROR_NOT_OURS, %TL_ERROR_NEWER,
 *   %TL_ERROR_DAMAGED and others
 */
TlReview *
tl_review_open (const char         *path,
                TlReviewOpenFlags   flags,
                GError            **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (TlReview) self = g_object_new (TL_TYPE_REVIEW, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  return open_file (self, flags, error) && load (self, error) ? g_steal_pointer (&self) : NULL;
}

/* A review whose file is not there yet; takes @connection, and leaves it open for others as long as it is there. */
TlReview *
_tl_review_new_for_connection (TlConnection  *connection,
                               const char    *path,
                               GError       **error)
{
  g_autoptr (TlReview) self = g_object_new (TL_TYPE_REVIEW, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->connection = connection;
  return tl_schema_get_tier (connection, &self->tier, error) && load (self, error) ? g_steal_pointer (&self) : NULL;
}

static void
tl_review_finalize (GObject *object)
{
  TlReview *self = TL_REVIEW (object);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    g_object_unref (self->lists[i]);
  g_free (self->lists);
  g_hash_table_unref (self->records);
  g_hash_table_unref (self->referrers);
  g_object_unref (self->history);
  tl_connection_close (self->connection);
  g_free (self->path);
  g_free (self->author);

  G_OBJECT_CLASS (tl_review_parent_class)->finalize (object);
}

static void
tl_review_class_init (TlReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_review_finalize;

  /**
   * TlReview::changed:
   * @self: a review
   * @changes: (type TlReviewChanges): what was touched; only while the signal is emitted
   *
   * After records and lists have been brought after a commit.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TL_TYPE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tl_review_init (TlReview *self)
{
  self->history = _tl_history_new ();
  self->records = g_hash_table_new_full (tl_hash_text, g_str_equal, NULL, g_object_unref);
  self->referrers = g_hash_table_new_full (tl_hash_text, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->lists = g_new0 (TlRecordList *, tl_kinds_get_n ());
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    self->lists[i] = tl_record_list_new (tl_kinds_get (i));
}

/**
 * tl_review_get_path:
 * @self: a review
 *
 * Returns: the absolute name of its file
 */
const char *
tl_review_get_path (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);
  return self->path;
}

/**
 * tl_review_get_read_only:
 * @self: a review
 *
 * Returns: whether the reviewers' work in it can't be changed, because it was opened so, the file may not be written or
 *   is damaged, or it is the board's copy; see tl_review_can_change() for what a board may
 */
gboolean
tl_review_get_read_only (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), TRUE);
  return self->read_only || self->tier == TL_TIER_BOARD;
}

/**
 * tl_review_get_tier:
 * @self: a review
 *
 * Returns: %TL_TIER_TRANSFER for a review, %TL_TIER_BOARD for the copy of one that was made for the board: that holds
 *   what leaves in the tier, and only answers can be written in it; %TL_TIER_LEARNING for a learning record
 */
TlTier
tl_review_get_tier (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), TL_TIER_TRANSFER);
  return self->tier;
}

/**
 * tl_review_can_change:
 * @self: a review
 * @kind: (nullable): a kind, or %NULL for any
 *
 * Returns: whether records of @kind can be added, changed and removed: in the board's copy those that are the board's
 *   own, its responses and actions; in a file that can only be read none
 */
gboolean
tl_review_can_change (TlReview     *self,
                      const TlKind *kind)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), FALSE);

  return !self->read_only
         && (self->tier != TL_TIER_BOARD || kind == NULL || (kind->flags & TL_KIND_BOARDS_OWN) != 0);
}

/**
 * tl_review_get_author:
 * @self: a review
 *
 * Returns: (nullable): who is working, for the history
 */
const char *
tl_review_get_author (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);
  return self->author;
}

/**
 * tl_review_set_author:
 * @self: a review
 * @author: (nullable): who is working
 */
void
tl_review_set_author (TlReview   *self,
                      const char *author)
{
  g_return_if_fail (TL_IS_REVIEW (self));

  g_free (self->author);
  self->author = author != NULL && author[0] != '\0' ? tl_text_normalise (author, -1, NULL) : NULL;
}

/**
 * tl_review_get_subject:
 * @self: a review
 *
 * Returns: (transfer none): the one record of kind "review"
 */
TlRecord *
tl_review_get_subject (TlReview *self)
{
  return tl_record_list_get (tl_review_get_list (self, "review"), 0);
}

/**
 * tl_review_get_list:
 * @self: a review
 * @kind: name of a kind
 *
 * Returns: (transfer none): all its records of that kind
 */
TlRecordList *
tl_review_get_list (TlReview   *self,
                    const char *kind)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);

  const TlKind *found = tl_kind_lookup (kind);
  g_return_val_if_fail (found != NULL, NULL);
  return self->lists[tl_kind_get_position (found)];
}

/**
 * tl_review_lookup:
 * @self: a review
 * @id: (nullable): an id, perhaps from outside
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
TlRecord *
tl_review_lookup (TlReview   *self,
                  const char *id)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);
  if (id != NULL && self->unindexed)
    _tl_review_index (self);
  return id != NULL ? g_hash_table_lookup (self->records, id) : NULL;
}

/**
 * tl_review_get_referrers:
 * @self: a review
 * @id: an id
 * @kind: (nullable): name of a kind
 * @field: (nullable): name of a field
 *
 * Returns: (transfer container) (element-type TlRecord): the records that name @id, of @kind and in @field if given;
 *   free with g_ptr_array_unref()
 */
GPtrArray *
tl_review_get_referrers (TlReview   *self,
                         const char *id,
                         const char *kind,
                         const char *field)
{
  g_return_val_if_fail (TL_IS_REVIEW (self) && id != NULL, NULL);

  if (self->unnoted)
    _tl_review_note_references (self);

  GPtrArray *found = g_ptr_array_new ();
  GArray *list = g_hash_table_lookup (self->referrers, id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TlReferrer *referrer = &g_array_index (list, TlReferrer, i);
      const TlKind *from = tl_record_get_kind (referrer->record);

      if ((kind == NULL || strcmp (kind, from->name) == 0)
          && (field == NULL || strcmp (field, from->fields[referrer->field].name) == 0)
          && !g_ptr_array_find (found, referrer->record, NULL))
        g_ptr_array_add (found, referrer->record);
    }
  return found;
}

/* A record that only exists between two others is called by them. */
static char *
dup_relation_title (TlReview *self,
                    TlRecord *record)
{
  const TlKind *kind = tl_record_get_kind (record);

  if (kind->n_fields < 2 || kind->fields[0].on_remove != TL_ON_REMOVE_DELETE || kind->fields[0].type != TL_FIELD_REF
      || kind->fields[1].on_remove != TL_ON_REMOVE_DELETE || kind->fields[1].type != TL_FIELD_REF)
    return NULL;

  TlRecord *from = tl_review_lookup (self, tl_record_get_text (record, kind->fields[0].name));
  TlRecord *to = tl_review_lookup (self, tl_record_get_text (record, kind->fields[1].name));
  if (from == NULL || to == NULL)
    return NULL;

  g_autofree char *from_title = tl_review_dup_title (self, from);
  g_autofree char *to_title = tl_review_dup_title (self, to);
  return g_strdup_printf ("%s → %s", from_title, to_title);
}

/**
 * tl_review_dup_title:
 * @self: a review
 * @record: a record of it
 *
 * Returns: (transfer full): what to call @record in a list or a sentence: one line, never empty
 */
char *
tl_review_dup_title (TlReview *self,
                     TlRecord *record)
{
  g_return_val_if_fail (TL_IS_REVIEW (self) && TL_IS_RECORD (record), NULL);

  const TlKind *kind = tl_record_get_kind (record);
  const TlField *field = tl_kind_get_title_field (kind);
  char *relation = dup_relation_title (self, record);

  if (relation != NULL)
    return relation;
  if (field != NULL)
    {
      g_autofree char *text = tl_value_dup_string (tl_record_get_value (record, (guint) (field - kind->fields)), field);
      if (text != NULL)
        return tl_text_shorten (text, 90);
    }
  return g_strdup_printf (_("%s without a title"), _(kind->label));
}

/**
 * tl_review_dup_body:
 * @self: a review
 * @digest: the value of a field that holds a body
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
tl_review_dup_body (TlReview    *self,
                    const char  *digest,
                    GError     **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (self) && digest != NULL, NULL);

  g_autoptr (GPtrArray) found = tl_table_find (self->connection, "text", "body", "digest", digest, error);
  if (found == NULL)
    return NULL;

  g_autofree char *text = found->len == 1 ? g_strdup (g_ptr_array_index (found, 0)) : NULL;
  g_autofree char *actual = text != NULL ? tl_text_digest (text) : NULL;
  if (g_strcmp0 (actual, digest) != 0)
    {
      tl_connection_fail (self->connection, SQLITE_CORRUPT, error);
      return NULL;
    }
  return g_steal_pointer (&text);
}

/**
 * tl_review_get_history:
 * @self: a review
 *
 * Returns: (transfer none): every change ever made to it
 */
TlHistory *
tl_review_get_history (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);
  return self->history;
}

/**
 * tl_review_get_connection:
 * @self: a review
 *
 * Returns: (transfer none): its connection, for this room and for backups; never for a worker
 */
TlConnection *
tl_review_get_connection (TlReview *self)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), NULL);
  return self->connection;
}
