/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The index of a library: sets of records, as they are stored in its file and brought up to date with what came,
 * changed or went since. It is never the truth: whatever is missing or damaged is made anew from the tables. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-sets.h"

#include <string.h>

#include "model/library/tl-library-tables.h"
#include "model/questions/tl-sets-private.h"

/* With this many records that the stored sets do not know, the sets are written anew. Up to that many their rows are
 * read at each opening, which takes a few milliseconds; a library that has no more needs no stored sets at all. */
#define SETTLE_AT 512

TlConnection *
_tl_sets_get_connection (TlSets *self)
{
  return tl_library_get_connection (self->library);
}

/* Names */

static const char *const kind_names[TL_SET_N_KINDS] = {
  "record", "year",   "region", "method",      "type",          "agency",     "age",
  "outcome", "typology", "coded", "level", "tagged", "tagged_lead", "tagged_agreed", "considered", "considered_lead",
};

/* Valid until the next one is asked for. */
const char *
_tl_sets_name_set (TlSets    *self,
                   const char *kind,
                   const char *key,
                   const char *level)
{
  g_string_assign (self->name, kind);
  g_string_append_c (self->name, '\n');
  g_string_append (self->name, key);
  g_string_append_c (self->name, '\n');
  g_string_append (self->name, level);
  return self->name->str;
}

/* Facts of records that the stored sets do not know */

static void
free_bitmap (gpointer bitmap)
{
  roaring_bitmap_free (bitmap);
}

static void
add_fact (guint        record,
          TlSetKind  kind,
          const char  *key,
          const char  *level,
          gpointer     data)
{
  TlSets *self = data;
  const char *name = _tl_sets_name_set (self, kind_names[kind], key, level);
  roaring_bitmap_t *bitmap = g_hash_table_lookup (self->fresh, name);
  TlBits *bits = g_hash_table_lookup (self->loaded, name);

  if (bitmap == NULL)
    {
      bitmap = roaring_bitmap_create ();
      g_hash_table_insert (self->fresh, g_strdup (name), bitmap);
    }
  roaring_bitmap_add (bitmap, record);
  if (bits != NULL)
    tl_bits_add (bits, record);
}

void
_tl_sets_forget (TlSets *self)
{
  g_hash_table_remove_all (self->loaded);
  g_hash_table_remove_all (self->fresh);
  roaring_bitmap_clear (self->changed);
  self->known = FALSE;
}

/* From here on everything is known from the tables and nothing from what is stored. Sets that are in use stay. */
gboolean
_tl_sets_read_all (TlSets  *self,
                   GError  **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  g_hash_table_remove_all (self->fresh);
  roaring_bitmap_clear (self->changed);
  self->generation = 0;
  return _tl_sets_read_facts (connection, 1, self->last_record, add_fact, self, error);
}

static void
take_out (TlSets *self,
          guint    record)
{
  GHashTableIter iter;
  gpointer set;

  g_hash_table_iter_init (&iter, self->fresh);
  while (g_hash_table_iter_next (&iter, NULL, &set))
    roaring_bitmap_remove (set, record);
  g_hash_table_iter_init (&iter, self->loaded);
  while (g_hash_table_iter_next (&iter, NULL, &set))
    tl_bits_remove (set, record);
}

/* One record came, changed or went: only its own facts are read, and only sets that it was or is in are touched. */
static gboolean
take_in (TlSets  *self,
         gint64    record,
         GError  **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  if (record > self->last_record)
    {
      g_autoptr (TlBits) longer = tl_bits_new ((gsize) record + 1);
      g_autoptr (TlBits) now = tl_bits_new ((gsize) self->last_record + 1);

      if (longer->n_words > now->n_words)
        g_hash_table_remove_all (self->loaded);
      self->last_record = record;
    }
  take_out (self, (guint) record);
  roaring_bitmap_add (self->changed, (guint) record);
  return _tl_sets_read_facts (connection, record, record, add_fact, self, error);
}

/* Following the file */

typedef struct {
  gint64 generation;
  gint64 change;
  gint64 last_record;
} State;

static gboolean
read_state (TlSets  *self,
            State    *state,
            GError  **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT generation, change, last_record "
                                                   "FROM index_state LIMIT 1", error);
  gboolean row;

  *state = (State) { 0, 0, 0 };
  if (statement == NULL || !tl_connection_step (connection, statement, &row, error))
    return FALSE;
  if (row)
    {
      *state = (State) { sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
                         sqlite3_column_int64 (statement, 2) };
      sqlite3_reset (statement);
    }
  return TRUE;
}

/* The records that changed after those that are taken into account, each once. */
static GArray *
read_changes (TlSets  *self,
              GError  **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT max(number), record FROM index_change "
                                                   "WHERE number > ? GROUP BY record ORDER BY record", error);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last = self->change;
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, self->change);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        {
          self->change = last;
          return g_steal_pointer (&records);
        }

      gint64 record = sqlite3_column_int64 (statement, 1);

      last = MAX (last, sqlite3_column_int64 (statement, 0));
      if (record > 0 && record <= G_MAXINT32)
        g_array_append_val (records, record);
    }
  return NULL;
}

/* Begins with what is stored, or with nothing. */
static gboolean
start (TlSets      *self,
       const State  *state,
       gint64        last_record,
       GError      **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  gboolean stored = state->generation > 0 && state->last_record > 0 && state->last_record <= G_MAXINT32;

  _tl_sets_forget (self);
  self->generation = stored ? state->generation : 0;
  self->change = stored ? state->change : 0;
  self->last_record = stored ? state->last_record : last_record;
  self->known = TRUE;
  if (stored)
    return TRUE;
  return _tl_sets_read_all (self, error)
         && tl_connection_get_number (connection, "SELECT coalesce(max(number), 0) FROM index_change",
                                      &self->change, error);
}

/* Brings everything up to date with the file, in a transaction. */
gboolean
_tl_sets_refresh (TlSets  *self,
                  GError  **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  gint64 last_record;
  State state;

  if (!read_state (self, &state, error)
      || !tl_connection_get_number (connection, "SELECT coalesce(max(number), 0) FROM record", &last_record,
                                    error))
    return FALSE;
  self->stored = state.generation;
  last_record = CLAMP (last_record, 0, G_MAXINT32);
  if ((!self->known || (state.generation != self->generation && state.generation != self->damaged))
      && !start (self, &state, last_record, error))
    return FALSE;

  g_autoptr (GArray) records = read_changes (self, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!take_in (self, g_array_index (records, gint64, i), error))
      return FALSE;

  /* A record that came without saying so: the stored sets are of another library. */
  if (last_record <= self->last_record)
    return TRUE;
  g_hash_table_remove_all (self->loaded);
  self->last_record = last_record;
  self->damaged = state.generation;
  return _tl_sets_read_all (self, error);
}

/* Sets */

static bool
take_bit_out (uint32_t record,
              void    *data)
{
  tl_bits_remove (data, record);
  return true;
}

bool
_tl_sets_put_bit_in (uint32_t record,
                     void    *data)
{
  tl_bits_add (data, record);
  return true;
}

/* Adds what is stored under a name to @bits, which are empty. */
gboolean
_tl_sets_read_stored (TlSets     *self,
                      const char  *kind,
                      const char  *key,
                      const char  *level,
                      TlBits      *bits,
                      gboolean    *sound,
                      GError     **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT members FROM index_set WHERE kind = ? "
                                                   "AND key = ? AND level = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, key, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, level, -1, SQLITE_STATIC);
  if (!tl_connection_step (connection, statement, &row, error))
    return FALSE;

  *sound = TRUE;
  if (row)
    {
      *sound = _tl_sets_unpack (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0),
                                _tl_sets_name_set (self, kind, key, level), bits);
      sqlite3_reset (statement);
    }
  return TRUE;
}

/* The set as it is now: as it is stored, without what changed, and with what is known of that. */
TlBits *
_tl_sets_load (TlSets     *self,
               const char  *kind,
               const char  *key,
               const char  *level,
               GError     **error)
{
  g_autoptr (TlBits) bits = tl_bits_new ((gsize) self->last_record + 1);
  gboolean sound = TRUE;

  if (self->generation > 0 && !_tl_sets_read_stored (self, kind, key, level, bits, &sound, error))
    return NULL;
  if (!sound)
    {
      g_debug ("a stored set of “%s” is damaged; the index is made anew", tl_library_get_name (self->library));
      self->damaged = self->generation;
      memset (bits->words, 0, bits->n_words * sizeof (guint64));
      if (!_tl_sets_read_all (self, error))
        return NULL;
    }

  roaring_iterate (self->changed, take_bit_out, bits);

  const roaring_bitmap_t *fresh = g_hash_table_lookup (self->fresh, _tl_sets_name_set (self, kind, key, level));

  if (fresh != NULL)
    roaring_iterate (fresh, _tl_sets_put_bit_in, bits);
  return g_steal_pointer (&bits);
}

/**
 * tl_sets_find:
 * @self: sets, between tl_sets_begin() and tl_sets_end()
 * @kind: by what
 * @key: which of them
 * @level: (nullable): of what is tagged, only at this level; "" is no level
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the records of a set, empty where there are none; valid until tl_sets_end()
 */
const TlBits *
tl_sets_find (TlSets      *self,
              TlSetKind   kind,
              const char   *key,
              const char   *level,
              GError      **error)
{
  g_return_val_if_fail (self != NULL && kind < TL_SET_N_KINDS && key != NULL, NULL);

  if (level == NULL)
    level = TL_SET_ANY_LEVEL;

  TlBits *bits = g_hash_table_lookup (self->loaded, _tl_sets_name_set (self, kind_names[kind], key, level));

  if (bits == NULL)
    {
      bits = _tl_sets_load (self, kind_names[kind], key, level, error);
      if (bits != NULL)
        g_hash_table_insert (self->loaded, g_strdup (_tl_sets_name_set (self, kind_names[kind], key, level)), bits);
    }
  return bits;
}

/* The names of what is stored, as "kind\nkey\nlevel"; of all kinds where @kind is NULL. */
static gboolean
add_stored_names (TlSets     *self,
                  const char  *kind,
                  GHashTable  *names,
                  GError     **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT kind, key, level FROM index_set "
                                                   "WHERE ?1 IS NULL OR kind = ?1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_add (names, g_strdup (_tl_sets_name_set (self, (const char *) sqlite3_column_text (statement, 0),
                                                   (const char *) sqlite3_column_text (statement, 1),
                                                   (const char *) sqlite3_column_text (statement, 2))));
    }
  return FALSE;
}

GHashTable *
_tl_sets_dup_names (TlSets     *self,
                    const char  *kind,
                    GError     **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize length = kind != NULL ? strlen (kind) : 0;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->fresh);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (kind == NULL || (strncmp (name, kind, length) == 0 && ((const char *) name)[length] == '\n'))
      g_hash_table_add (names, g_strdup (name));
  if (self->generation > 0 && !add_stored_names (self, kind, names, error))
    return NULL;
  return g_steal_pointer (&names);
}

static int
compare_texts (const void *a,
               const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/**
 * tl_sets_dup_keys:
 * @self: sets, between tl_sets_begin() and tl_sets_end()
 * @kind: by what
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the keys of a kind, each once, in order of bytes; of some
 *   the last record may have gone
 */
GPtrArray *
tl_sets_dup_keys (TlSets      *self,
                  TlSetKind   kind,
                  GError      **error)
{
  g_return_val_if_fail (self != NULL && kind < TL_SET_N_KINDS, NULL);

  g_autoptr (GHashTable) names = _tl_sets_dup_names (self, kind_names[kind], error);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer name;

  if (names == NULL)
    return NULL;

  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      const char *start_of_key = strchr (name, '\n') + 1;
      char *key = g_strndup (start_of_key, (gsize) (strrchr (name, '\n') - start_of_key));

      if (g_hash_table_add (seen, key))
        g_ptr_array_add (keys, key);
      else
        g_free (key);
    }
  g_ptr_array_sort (keys, compare_texts);
  return keys;
}

/* Asking */

static guint
count_fresh (TlSets *self)
{
  const char *name = _tl_sets_name_set (self, kind_names[TL_SET_RECORD], "", TL_SET_ANY_LEVEL);
  const roaring_bitmap_t *all = g_hash_table_lookup (self->fresh, name);

  return (guint) roaring_bitmap_get_cardinality (self->generation == 0 && all != NULL ? all : self->changed);
}

/**
 * tl_sets_begin:
 * @self: sets
 * @error: return location
 *
 * Begins to ask: brings the index up to date, and keeps the library as it is now until tl_sets_end(), so that what
 * another process adds meanwhile is in all answers or in none.
 *
 * Returns: %FALSE if the library can't be read; there is then nothing to end
 */
gboolean
tl_sets_begin (TlSets  *self,
               GError  **error)
{
  g_return_val_if_fail (self != NULL && _tl_sets_get_connection (self) != NULL, FALSE);

  TlConnection *connection = _tl_sets_get_connection (self);

  if (!tl_connection_begin (connection, FALSE, error))
    return FALSE;
  if (!_tl_sets_refresh (self, error))
    {
      tl_sets_end (self);
      return FALSE;
    }
  if (self->unsettled || (self->damaged == 0 && count_fresh (self) < SETTLE_AT))
    return TRUE;

  g_autoptr (GError) reason = NULL;

  tl_sets_end (self);
  self->unsettled = !tl_sets_settle (self, &reason);
  if (reason != NULL)
    g_debug ("the index is kept in memory only: %s", reason->message);
  if (tl_connection_begin (connection, FALSE, error))
    {
      if (_tl_sets_refresh (self, error))
        return TRUE;
      tl_sets_end (self);
    }
  return FALSE;
}

/**
 * tl_sets_end:
 * @self: sets
 *
 * Ends asking.
 */
void
tl_sets_end (TlSets *self)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  g_return_if_fail (self != NULL);
  tl_connection_rollback (connection);
}

/* Making */

static void
sets_free (gpointer data)
{
  TlSets *self = data;

  g_hash_table_unref (self->loaded);
  g_hash_table_unref (self->fresh);
  roaring_bitmap_free (self->changed);
  g_string_free (self->name, TRUE);
  g_free (self);
}

/**
 * tl_sets_get:
 * @library: a library
 *
 * Returns: (transfer none): its sets, which live as long as @library
 */
TlSets *
tl_sets_get (TlLibrary *library)
{
  static const char key[] = "tl-sets";

  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlSets *self = g_object_get_data (G_OBJECT (library), key);

  if (self == NULL)
    {
      self = g_new0 (TlSets, 1);
      self->library = library;
      self->loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tl_bits_free);
      self->fresh = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_bitmap);
      self->changed = roaring_bitmap_create ();
      self->name = g_string_new (NULL);
      g_object_set_data_full (G_OBJECT (library), key, self, sets_free);
    }
  return self;
}
