/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the index is stored: sets that changed are written, all others left as they are. */
#define G_LOG_DOMAIN "tl-questions"

#include "config.h"

#include "model/questions/tl-sets-private.h"

#include <string.h>

#include "model/library/tl-library-tables.h"

static gboolean
write_set (TlSets       *self,
           const char    *name,
           const TlBits  *bits,
           GError       **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  const char *sql = tl_bits_count (bits) > 0 ? "INSERT OR REPLACE INTO index_set VALUES (?1, ?2, ?3, ?4)"
                                             : "DELETE FROM index_set WHERE kind = ?1 AND key = ?2 AND level = ?3";
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  g_autoptr (GBytes) blob = _tl_sets_pack (bits, name);
  g_auto (GStrv) parts = g_strsplit (name, "\n", 3);

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < 3; i++)
    sqlite3_bind_text (statement, i + 1, parts[i], -1, SQLITE_STATIC);
  if (sqlite3_bind_parameter_count (statement) > 3)
    sqlite3_bind_blob (statement, 4, g_bytes_get_data (blob, NULL), (int) g_bytes_get_size (blob), SQLITE_STATIC);
  return tl_connection_run (connection, statement, error);
}

/* Whether what is stored under a name is not what the set is now. */
static gboolean
is_outdated (TlSets      *self,
             const char   *name,
             const TlBits *bits)
{
  g_autoptr (TlBits) gone = tl_bits_new ((gsize) self->last_record + 1);

  if (self->generation == 0 || g_hash_table_contains (self->fresh, name))
    return TRUE;
  roaring_iterate (self->changed, _tl_sets_put_bit_in, gone);
  return tl_bits_count_both (bits, gone) > 0;
}

static gboolean
write_sets (TlSets  *self,
            GError  **error)
{
  g_autoptr (GHashTable) names = _tl_sets_dup_names (self, NULL, error);
  GHashTableIter iter;
  gpointer name;

  if (names == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (name, "\n", 3);
      g_autoptr (TlBits) stored = tl_bits_new ((gsize) self->last_record + 1);
      g_autoptr (TlBits) bits = NULL;
      gboolean sound = TRUE;

      if (self->generation > 0 && !_tl_sets_read_stored (self, parts[0], parts[1], parts[2], stored, &sound, error))
        return FALSE;
      if (sound && !is_outdated (self, name, stored))
        continue;
      bits = _tl_sets_load (self, parts[0], parts[1], parts[2], error);
      if (bits == NULL || !write_set (self, name, bits, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (TlSets  *self,
           gint64    generation,
           GError  **error)
{
  TlConnection *connection = _tl_sets_get_connection (self);
  g_autofree char *state = g_strdup_printf (
    "DELETE FROM index_state; INSERT INTO index_state VALUES (%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT
    ", %" G_GINT64_FORMAT "); DELETE FROM index_change WHERE number <= %" G_GINT64_FORMAT, generation, self->change,
    self->last_record, self->change);

  gint64 before;

  do
    {
      before = self->generation;
      if ((before == 0 && !tl_connection_execute (connection, "DELETE FROM index_set", error))
          || !write_sets (self, error))
        return FALSE;
    }
  while (self->generation != before); /* one was found to be damaged */
  return tl_connection_execute (connection, state, error);
}

/**
 * tl_sets_settle:
 * @self: sets; not between tl_sets_begin() and tl_sets_end()
 * @error: return location
 *
 * Writes the sets that changed into the library's file, so that whoever opens it next need not read the records that
 * changed. Questions do it by themselves once there are many of those; it is best called where many were added.
 *
 * Returns: %FALSE if they can't be written; all can be asked nevertheless
 */
gboolean
tl_sets_settle (TlSets  *self,
                GError  **error)
{
  g_return_val_if_fail (self != NULL && _tl_sets_get_connection (self) != NULL, FALSE);

  TlConnection *connection = _tl_sets_get_connection (self);

  if (!tl_library_begin_write (self->library, error))
    return FALSE;
  if (!_tl_sets_refresh (self, error))
    {
      tl_connection_rollback (connection);
      return FALSE;
    }
  if (self->generation > 0 && roaring_bitmap_is_empty (self->changed))
    {
      tl_connection_rollback (connection);
      return TRUE;
    }
  if (!tl_library_end_write (self->library, write_all (self, self->stored + 1, error), NULL, error))
    {
      _tl_sets_forget (self);
      return FALSE;
    }

  g_hash_table_remove_all (self->fresh);
  roaring_bitmap_clear (self->changed);
  self->generation = ++self->stored;
  self->damaged = 0;
  return TRUE;
}

/**
 * tl_sets_rebuild:
 * @self: sets; not between tl_sets_begin() and tl_sets_end()
 * @error: return location
 *
 * Throws away what is stored and makes it anew from the tables.
 *
 * Returns: %FALSE if it can't be written
 */
gboolean
tl_sets_rebuild (TlSets  *self,
                 GError  **error)
{
  g_return_val_if_fail (self != NULL && _tl_sets_get_connection (self) != NULL, FALSE);

  if (!tl_sets_begin (self, error))
    return FALSE;

  gboolean read;

  g_hash_table_remove_all (self->loaded);
  self->damaged = self->generation;
  read = _tl_sets_read_all (self, error);
  tl_sets_end (self);
  return read && tl_sets_settle (self, error);
}
