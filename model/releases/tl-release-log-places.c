/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of the log of releases where each was written, and its pieces with their digests. What is written where the same
 * release was before takes its place. */
#include "config.h"

#include "model/releases/tl-release-log-private.h"

#include <string.h>

/* A file name, which need not be text. */
static void
bind_name (sqlite3_stmt *statement,
           int           at,
           const char   *name)
{
  if (name != NULL)
    sqlite3_bind_blob (statement, at, name, (int) strlen (name), SQLITE_TRANSIENT);
}

static char *
dup_name (sqlite3_stmt *row,
          int           column)
{
  return sqlite3_column_type (row, column) == SQLITE_BLOB
           ? g_strndup (sqlite3_column_blob (row, column), (gsize) sqlite3_column_bytes (row, column))
           : NULL;
}

static const char *
text_of (sqlite3_stmt *row,
         int           column)
{
  return (const char *) sqlite3_column_text (row, column);
}

/* Reading */

/* A name must not lead elsewhere: a library may come from anywhere. */
static gboolean
is_plain (const char *name)
{
  return name[0] != '\0' && strchr (name, G_DIR_SEPARATOR) == NULL && strcmp (name, ".") != 0
         && strcmp (name, "..") != 0;
}

static TlReleasePlace *
read_place (sqlite3_stmt *row)
{
  g_autofree char *name = dup_name (row, 2);
  g_autofree char *way = dup_name (row, 3);
  gint64 size = sqlite3_column_int64 (row, 5);

  if (name == NULL || size < 0 || (way != NULL && g_path_is_absolute (way)))
    return NULL;

  TlReleasePlace *place = tl_release_place_new (name, way, sqlite3_column_int64 (row, 4));

  if (text_of (row, 6) != NULL)
    place->zip = tl_written_piece_new (name, size, text_of (row, 6));
  return place;
}

static gboolean
read_pieces (TlConnection  *connection,
             GHashTable    *places,
             GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT place, name, size, digest FROM release_piece "
                                                               "ORDER BY place, position", error);
  gboolean row;

  while (statement != NULL && tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      gsize number = (gsize) sqlite3_column_int64 (statement, 0);
      TlReleasePlace *place = g_hash_table_lookup (places, GSIZE_TO_POINTER (number));
      gint64 size = sqlite3_column_int64 (statement, 2);

      if (place == NULL || size < 0 || !is_plain (text_of (statement, 1)))
        return _tl_release_log_refuse (connection, statement, error);
      g_ptr_array_add (place->pieces, tl_written_piece_new (text_of (statement, 1), size, text_of (statement, 3)));
    }
  return FALSE;
}

/* Adds to @releases where they were written. */
gboolean
_tl_release_log_read_places (TlConnection  *connection,
                             GPtrArray     *releases,
                             GError       **error)
{
  sqlite3_stmt *statement
    = tl_connection_prepare (connection, "SELECT number, release, name, way, time, zip_size, zip_digest "
                                         "FROM release_place ORDER BY number", error);
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  gboolean row = TRUE;

  while (row)
    {
      if (statement == NULL || !tl_connection_step (connection, statement, &row, error))
        return FALSE;
      if (!row)
        break;

      TlLoggedRelease *release = _tl_release_log_find (releases, sqlite3_column_int64 (statement, 1));
      TlReleasePlace *place = release != NULL ? read_place (statement) : NULL;

      if (place == NULL)
        return _tl_release_log_refuse (connection, statement, error);
      g_ptr_array_add (release->places, place);
      g_hash_table_insert (places, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (statement, 0)), place);
    }
  return read_pieces (connection, places, error);
}

/* Writing */

static gboolean
forget_place (TlConnection          *connection,
              gint64                 release,
              const TlReleasePlace  *place,
              GError               **error)
{
  static const char *const statements[] = {
    "DELETE FROM release_piece WHERE place IN "
    "(SELECT number FROM release_place WHERE release = ?1 AND name = ?2 AND way IS ?3)",
    "DELETE FROM release_place WHERE release = ?1 AND name = ?2 AND way IS ?3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      sqlite3_stmt *statement = tl_connection_prepare (connection, statements[i], error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, release);
      bind_name (statement, 2, place->name);
      bind_name (statement, 3, place->way);
      if (!tl_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_piece (TlConnection          *connection,
             gint64                 place,
             guint                  position,
             const TlWrittenPiece  *piece,
             GError               **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "INSERT INTO release_piece VALUES (?, ?, ?, ?, ?)",
                                                   error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place);
  sqlite3_bind_int64 (statement, 2, position);
  sqlite3_bind_text (statement, 3, piece->name, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 4, piece->size);
  sqlite3_bind_text (statement, 5, piece->digest, -1, SQLITE_TRANSIENT);
  return tl_connection_run (connection, statement, error);
}

/* In a transaction. */
gboolean
_tl_release_log_write_place (TlConnection          *connection,
                             gint64                 release,
                             const TlReleasePlace  *place,
                             GError               **error)
{
  if (!forget_place (connection, release, place, error))
    return FALSE;

  sqlite3_stmt *statement
    = tl_connection_prepare (connection, "INSERT INTO release_place (release, name, way, time, zip_size, zip_digest) "
                                         "VALUES (?, ?, ?, ?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, release);
  bind_name (statement, 2, place->name);
  bind_name (statement, 3, place->way);
  sqlite3_bind_int64 (statement, 4, place->time);
  if (place->zip != NULL)
    {
      sqlite3_bind_int64 (statement, 5, place->zip->size);
      sqlite3_bind_text (statement, 6, place->zip->digest, -1, SQLITE_TRANSIENT);
    }
  if (!tl_connection_run (connection, statement, error))
    return FALSE;

  gint64 number = sqlite3_last_insert_rowid (tl_connection_get_handle (connection));

  for (guint i = 0; i < place->pieces->len; i++)
    if (!write_piece (connection, number, i, place->pieces->pdata[i], error))
      return FALSE;
  return TRUE;
}
