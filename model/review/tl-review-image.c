/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The image of a review in memory: reading it all, and the one function that brings it after the file.
 *
 * The file is the truth. With every commit, whoever made it, the records that the changeset touched are read again and
 * _tl_review_refresh() brings the image after them; views learn of changes from the records' properties, the lists and
 * "changed", and in no other way. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-review-private.h"
#include "model/store/tl-table.h"

static gboolean
has_referrers (const TlField *field)
{
  return tl_field_is_reference (field) || field->type == TL_FIELD_ANY;
}

static void
add_referrer (TlReview   *self,
              const char *id,
              TlRecord   *record,
              guint       field)
{
  GArray *list = g_hash_table_lookup (self->referrers, id);
  const TlReferrer referrer = { record, field };

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (TlReferrer));
      g_hash_table_insert (self->referrers, g_strdup (id), list);
    }
  g_array_append_val (list, referrer);
}

static void
remove_referrer (TlReview   *self,
                 const char *id,
                 TlRecord   *record,
                 guint       field)
{
  GArray *list = g_hash_table_lookup (self->referrers, id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const TlReferrer *referrer = &g_array_index (list, TlReferrer, i);

      if (referrer->record == record && referrer->field == field)
        {
          g_array_remove_index (list, i);
          if (list->len == 0)
            g_hash_table_remove (self->referrers, id);
          return;
        }
    }
}

static void
each_reference (TlReview *self,
                TlRecord *record,
                guint     field,
                void    (*func) (TlReview *, const char *, TlRecord *, guint))
{
  const TlValue *value = tl_record_get_value (record, field);

  if (!has_referrers (&tl_record_get_kind (record)->fields[field]))
    return;
  if (value->type == TL_VALUE_TEXT)
    func (self, value->text, record, field);
  for (guint i = 0; value->type == TL_VALUE_LIST && value->list[i] != NULL; i++)
    func (self, value->list[i], record, field);
}

/* For records whose values were there before they came here. */
void
_tl_review_note_references (TlReview *self)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    for (guint j = 0; j < tl_record_list_get_n (self->lists[i]); j++)
      for (guint k = 0; k < tl_kinds_get (i)->n_fields; k++)
        each_reference (self, tl_record_list_get (self->lists[i], j), k, add_referrer);
  self->unnoted = FALSE;
}

static void
take_value (TlReview *self,
            TlRecord *record,
            guint     field,
            TlValue  *value)
{
  if (!tl_value_equal (tl_record_get_value (record, field), value))
    {
      each_reference (self, record, field, remove_referrer);
      tl_record_take_value (record, field, value);
      each_reference (self, record, field, add_referrer);
    }
  tl_value_clear (value);
}

/* What one refresh has to tell once the image is whole again. */
typedef struct {
  GPtrArray **added;   /* one a kind */
  GPtrArray **removed;
  GPtrArray  *frozen;  /* records whose notifications wait */
} Refresh;

static Refresh *
refresh_new (void)
{
  Refresh *refresh = g_new0 (Refresh, 1);
  guint n = tl_kinds_get_n ();

  refresh->added = g_new0 (GPtrArray *, n);
  refresh->removed = g_new0 (GPtrArray *, n);
  for (guint i = 0; i < n; i++)
    {
      refresh->added[i] = g_ptr_array_new_with_free_func (g_object_unref);
      refresh->removed[i] = g_ptr_array_new_with_free_func (g_object_unref);
    }
  refresh->frozen = g_ptr_array_new_with_free_func (g_object_unref);
  return refresh;
}

static void
refresh_free (Refresh *refresh)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      g_ptr_array_unref (refresh->added[i]);
      g_ptr_array_unref (refresh->removed[i]);
    }
  for (guint i = 0; i < refresh->frozen->len; i++)
    g_object_thaw_notify (g_ptr_array_index (refresh->frozen, i));
  g_ptr_array_unref (refresh->frozen);
  g_free (refresh->added);
  g_free (refresh->removed);
  g_free (refresh);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Refresh, refresh_free)

static void
forget_record (TlReview *self,
               TlRecord *record,
               Refresh  *refresh)
{
  const TlKind *kind = tl_record_get_kind (record);

  for (guint i = 0; i < kind->n_fields; i++)
    each_reference (self, record, i, remove_referrer);
  g_ptr_array_add (refresh->removed[tl_kind_get_position (kind)], g_object_ref (record));
  g_hash_table_remove (self->records, tl_record_get_id (record));
}

static TlRecord *
make_record (TlReview     *self,
             const TlKind *kind,
             const char   *id,
             Refresh      *refresh)
{
  TlRecord *record = tl_record_new (kind, id);

  g_hash_table_insert (self->records, (gpointer) tl_record_get_id (record), record);
  g_ptr_array_add (refresh->added[tl_kind_get_position (kind)], g_object_ref (record));
  return record;
}

/* A record as it is in the file now. */
typedef struct {
  char         *id;
  const TlKind *kind; /* NULL when there is none */
  TlValue      *values;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  if (reading->kind != NULL)
    tl_values_clear (reading->values, reading->kind->n_fields);
  g_free (reading->values);
  g_free (reading->id);
  g_free (reading);
}

static gboolean
read_as (TlReview      *self,
         const TlKind  *kind,
         Reading       *reading,
         GError       **error)
{
  gboolean found;

  reading->values = g_new0 (TlValue, kind->n_fields);
  if (!tl_table_read (tl_table_get (kind), self->connection, reading->id, reading->values, &found, error))
    {
      /* So that what was read before it broke off is freed with the reading. */
      reading->kind = kind;
      return FALSE;
    }
  if (found)
    reading->kind = kind;
  else
    g_clear_pointer (&reading->values, g_free);
  return TRUE;
}

/* Reads the records that a changeset touched. Before the commit, in its transaction: after it another process could
 * have changed them again, or keep us from reading them at all. */
GPtrArray *
_tl_review_read_touched (TlReview    *self,
                         GHashTable  *touched,
                         GError     **error)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (reading_free);
  GHashTableIter iter;
  gpointer id, kind;

  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, &kind))
    {
      Reading *reading = g_new0 (Reading, 1);

      reading->id = g_strdup (id);
      g_ptr_array_add (readings, reading);
      if (kind != NULL && !read_as (self, kind, reading, error))
        return NULL;
      for (guint i = 0; kind == NULL && reading->kind == NULL && i < tl_kinds_get_n (); i++)
        if (!read_as (self, tl_kinds_get (i), reading, error))
          return NULL;
    }
  return g_steal_pointer (&readings);
}

static void
take_reading (TlReview *self,
              Reading  *reading,
              Refresh  *refresh)
{
  TlRecord *record = g_hash_table_lookup (self->records, reading->id);

  if (record != NULL && tl_record_get_kind (record) != reading->kind)
    {
      forget_record (self, record, refresh);
      record = NULL;
    }
  if (reading->kind == NULL)
    return;

  if (record == NULL)
    record = make_record (self, reading->kind, reading->id, refresh);
  else
    {
      g_object_freeze_notify (G_OBJECT (record));
      g_ptr_array_add (refresh->frozen, g_object_ref (record));
    }
  for (guint i = 0; i < reading->kind->n_fields; i++)
    take_value (self, record, i, &reading->values[i]);
}

static void
show_lists (TlReview *self,
            Refresh  *refresh)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    if (refresh->added[i]->len + refresh->removed[i]->len > 0)
      tl_record_list_change (self->lists[i], refresh->added[i], refresh->removed[i]);
}

/* The one way in which a change reaches the image in memory. */
void
_tl_review_refresh (TlReview   *self,
                    GHashTable *touched,
                    GPtrArray  *readings)
{
  if (readings->len == 0)
    return;

  {
    g_autoptr (Refresh) work = refresh_new ();

    for (guint i = 0; i < readings->len; i++)
      take_reading (self, g_ptr_array_index (readings, i), work);
    show_lists (self, work);
  }

  _tl_review_emit_changed (self, touched);
}

static void
load_row (const char *id,
          TlValue    *values,
          gpointer    data)
{
  gpointer *context = data;
  TlReview *self = context[0];
  const TlKind *kind = context[2];
  TlRecord *record = make_record (self, kind, id, context[1]);

  for (guint i = 0; i < kind->n_fields; i++)
    if (values[i].type != TL_VALUE_UNSET)
      take_value (self, record, i, &values[i]);
}

static void
load_list (const char *owner,
           guint       field,
           TlValue    *value,
           gpointer    data)
{
  gpointer *context = data;
  TlReview *self = context[0];
  TlRecord *record = g_hash_table_lookup (self->records, owner);

  if (record != NULL && tl_record_get_kind (record) == context[2])
    take_value (self, record, field, value);
}

/* Reads everything, inside a transaction. */
static gboolean
load_all (TlReview  *self,
          Refresh   *work,
          GError   **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      gpointer context[] = { self, work, (gpointer) tl_kinds_get (i) };

      if (!tl_table_load (tl_table_get (tl_kinds_get (i)), self->connection, load_row, load_list, context, error))
        return FALSE;
    }

  entries = tl_log_read (self->connection, 0, error);
  if (entries == NULL || !tl_log_get_epoch (self->connection, &self->epoch, error)
      || !tl_connection_get_number (self->connection, "PRAGMA data_version", &self->data_version, error))
    return FALSE;

  _tl_history_clear (self->history);
  self->last_seq = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      TlLogEntry *entry = g_ptr_array_index (entries, i);

      self->last_seq = entry->seq;
      _tl_history_append (self->history, entry);
    }
  return TRUE;
}

/* Another process cut the log: what changed since can't be told from it, so everything is read again. */
static gboolean
reload_in_transaction (TlReview  *self,
                       GError   **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (Refresh) work = refresh_new ();
  g_autoptr (GPtrArray) old = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (old, g_object_ref (record));
  for (guint i = 0; i < old->len; i++)
    {
      record = g_ptr_array_index (old, i);
      g_hash_table_add (touched, g_strdup (tl_record_get_id (record)));
      forget_record (self, record, work);
    }
  if (!load_all (self, work, error))
    return FALSE;

  show_lists (self, work);
  _tl_history_notify (self->history);
  _tl_review_emit_changed (self, touched);
  return TRUE;
}

static gboolean
read_log_tail (TlReview    *self,
               GHashTable  *touched,
               GPtrArray  **entries,
               GError     **error)
{
  *entries = tl_log_read (self->connection, self->last_seq, error);
  if (*entries == NULL)
    return FALSE;

  for (guint i = 0; i < (*entries)->len; i++)
    {
      TlLogEntry *entry = g_ptr_array_index (*entries, i);
      g_autoptr (GBytes) changeset = tl_log_read_changeset (self->connection, entry->seq, error);

      if (changeset == NULL)
        return FALSE;
      if (!tl_changeset_collect (changeset, touched))
        return tl_connection_fail (self->connection, SQLITE_CORRUPT, error);
    }
  return TRUE;
}

/* Brings the image after what other processes committed, inside a transaction. */
gboolean
_tl_review_follow (TlReview  *self,
                   GError   **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  gint64 epoch, data_version;

  if (!tl_connection_get_number (self->connection, "PRAGMA data_version", &data_version, error))
    return FALSE;
  if (data_version == self->data_version)
    return TRUE;

  if (!tl_log_get_epoch (self->connection, &epoch, error))
    return FALSE;
  if (epoch != self->epoch)
    return reload_in_transaction (self, error);
  if (!read_log_tail (self, touched, &entries, error))
    return FALSE;
  readings = _tl_review_read_touched (self, touched, error);
  if (readings == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      TlLogEntry *entry = g_ptr_array_index (entries, i);

      self->last_seq = entry->seq;
      _tl_history_append (self->history, entry);
    }
  self->data_version = data_version;
  _tl_review_refresh (self, touched, readings);
  if (entries->len > 0)
    _tl_history_notify (self->history);
  return TRUE;
}

/**
 * tl_review_catch_up:
 * @self: a review
 * @error: return location
 *
 * Brings the image after what other processes have appended to the log. Cheap when there is nothing.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_catch_up (TlReview  *self,
                    GError   **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), FALSE);

  if (!tl_connection_begin (self->connection, FALSE, error))
    return FALSE;

  gboolean done = _tl_review_follow (self, error);
  tl_connection_rollback (self->connection);
  return done;
}

/* As tl_review_catch_up(), but whatever the log says: for after it was cut by this process. */
gboolean
_tl_review_reload (TlReview  *self,
                   GError   **error)
{
  if (!tl_connection_begin (self->connection, FALSE, error))
    return FALSE;

  gboolean done = reload_in_transaction (self, error);
  tl_connection_rollback (self->connection);
  return done;
}

/* Reads everything of a file just opened, inside a transaction. */
gboolean
_tl_review_load (TlReview  *self,
                 GError   **error)
{
  g_autoptr (Refresh) work = refresh_new ();

  if (!load_all (self, work, error))
    return FALSE;
  show_lists (self, work);
  _tl_history_notify (self->history);
  return TRUE;
}
