/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index of a review: how it is made and follows the log.
 *
 * It stands in the file beside the records, in tables that no changeset knows, and remembers how far in the log it is:
 * whoever searches first brings it after what was committed since, by whomever. Where the file may not be written it is
 * a temporary one.
 *
 * The table holds no text. A contentless one takes a row back only if it is told what was in it (before SQLite 3.43);
 * for a field the changeset tells, and the text of a source never changes: it stays in the index as long as it stays in
 * the file, that is until the history is forgotten, and then the index goes. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "model/store/tl-index-private.h"

#include "model/base/tl-error.h"
#include "model/store/tl-changeset.h"
#include "model/store/tl-log.h"
#include "model/store/tl-table.h"

/* Raised whenever what stands in the index changes: other words, other slices, other tables. */
#define VERSION 1

/* How often the file is told how far in the log the index is though nothing in it had to change, in changes. */
#define MARK_EVERY 64

static const char *const tables[] = { "search", "search_row", "search_text", "search_state" };

/* What is no record, as the log; "search_row" says what each row of the index is a slice of, "search_text" how far each
 * text of a source is read. */
static const char declarations[] =
  "CREATE VIRTUAL TABLE \"%s\"." TL_INDEX_DECLARATION ";"
  "CREATE TABLE \"%s\".\"search_row\" (\"row\" INTEGER PRIMARY KEY, \"owner\" TEXT NOT NULL, "
  "\"place\" TEXT NOT NULL, \"start\" INTEGER NOT NULL, \"position\" INTEGER NOT NULL, \"size\" INTEGER NOT NULL, "
  "UNIQUE (\"owner\", \"place\", \"start\")) STRICT;"
  "CREATE TABLE \"%s\".\"search_text\" (\"digest\" TEXT NOT NULL PRIMARY KEY, \"start\" INTEGER NOT NULL, "
  "\"size\" INTEGER NOT NULL, \"position\" INTEGER NOT NULL, \"done\" INTEGER NOT NULL) STRICT;"
  "CREATE TABLE \"%s\".\"search_state\" (\"key\" TEXT NOT NULL PRIMARY KEY, \"value\" INTEGER NOT NULL) STRICT;";

/**
 * tl_index_new:
 * @connection: a connection to a review
 * @temporary: whether the index is to be made anew for this connection and to go with it, since the file may not be
 *   written
 *
 * Returns: (transfer full): the index, which is not read or made yet
 */
TlIndex *
tl_index_new (TlConnection *connection,
              gboolean      temporary)
{
  g_return_val_if_fail (connection != NULL, NULL);

  TlIndex *self = g_new0 (TlIndex, 1);

  self->connection = connection;
  self->schema = temporary ? "temp" : "main";
  return self;
}

/**
 * tl_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
tl_index_free (TlIndex *self)
{
  if (self == NULL)
    return;

  g_free (self->digest);
  g_free (self->text);
  g_free (self);
}

gboolean
_tl_index_field (const TlField *field)
{
  return (field->flags & TL_FIELD_SEARCHED) && (field->type == TL_FIELD_TEXT || field->type == TL_FIELD_PROSE);
}

/* As tl_connection_prepare(). */
sqlite3_stmt *
_tl_index_prepare (TlIndex     *self,
                   GError     **error,
                   const char  *format,
                   ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *sql = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return tl_connection_prepare (self->connection, sql, error);
}

/* Each “%s” is the schema. */
static gboolean
execute (TlIndex     *self,
         const char  *format,
         GError     **error)
{
  g_autoptr (GString) sql = g_string_new (format);

  g_string_replace (sql, "%s", self->schema, 0);
  return tl_connection_execute (self->connection, sql->str, error);
}

gboolean
_tl_index_begin (TlIndex   *self,
                 gboolean   write,
                 GError   **error)
{
  return tl_connection_begin (self->connection, write && self->schema[0] == 'm', error);
}

static gboolean
drop (TlIndex  *self,
      GError  **error)
{
  return execute (self, "DROP TABLE IF EXISTS \"%s\".\"search\"; DROP TABLE IF EXISTS \"%s\".\"search_row\";"
                        "DROP TABLE IF EXISTS \"%s\".\"search_text\"; DROP TABLE IF EXISTS \"%s\".\"search_state\";",
                  error);
}

static gboolean
get_state (TlIndex     *self,
           const char  *key,
           gint64      *value,
           GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"value\" FROM \"%s\".\"search_state\" WHERE \"key\" = '%s'",
                                          self->schema, key);

  return tl_connection_get_number (self->connection, sql, value, error);
}

static gboolean
set_state (TlIndex     *self,
           const char  *key,
           gint64       value,
           GError     **error)
{
  sqlite3_stmt *statement = _tl_index_prepare (self, error, "INSERT OR REPLACE INTO \"%s\".\"search_state\" VALUES "
                                                            "(?, ?)", self->schema);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, key, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, value);
  return tl_connection_run (self->connection, statement, error);
}

/* Inside a transaction. */
gboolean
_tl_index_look (TlIndex          *self,
                TlIndexStanding  *standing,
                GError          **error)
{
  sqlite3 *db = tl_connection_get_handle (self->connection);
  gint64 version, epoch, log_epoch;

  *standing = (TlIndexStanding) { .there = !self->broken };
  if (!tl_log_get_epoch (self->connection, &log_epoch, error)
      || !tl_connection_get_number (self->connection, "SELECT max(\"seq\") FROM \"change\"", &standing->end, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    standing->there &= sqlite3_table_column_metadata (db, self->schema, tables[i], NULL, NULL, NULL, NULL, NULL, NULL)
                       == SQLITE_OK;
  if (!standing->there)
    return TRUE;

  if (!get_state (self, "version", &version, error) || !get_state (self, "epoch", &epoch, error)
      || !get_state (self, "position", &standing->position, error))
    return FALSE;
  standing->there = version == VERSION && epoch == log_epoch && standing->position <= standing->end;
  return TRUE;
}

/* What became of one field, however often it changed. */
typedef struct {
  const TlKind *kind;
  guint         field;
  char         *id;
  char         *before;
  char         *after;
} Touch;

static void
touch_free (gpointer data)
{
  Touch *touch = data;

  g_free (touch->id);
  g_free (touch->before);
  g_free (touch->after);
  g_free (touch);
}

static void
collect_text (const TlKind *kind,
              guint         field,
              const char   *id,
              const char   *before,
              const char   *after,
              gpointer      data)
{
  GHashTable *touches = data;

  if (!_tl_index_field (&kind->fields[field]))
    return;

  char *key = g_strdup_printf ("%s %s.%s", id, kind->name, kind->fields[field].name);
  Touch *touch = g_hash_table_lookup (touches, key);

  if (touch == NULL)
    {
      touch = g_new0 (Touch, 1);
      *touch = (Touch) { kind, field, g_strdup (id), g_strdup (before), NULL };
      g_hash_table_insert (touches, key, touch);
    }
  else
    g_free (key);
  g_free (touch->after);
  touch->after = g_strdup (after);
}

/* What the log did to the searched fields after @position. FALSE with TL_ERROR_NOT_FOUND where it was forgotten. */
static gboolean
collect_touches (TlIndex      *self,
                 gint64        position,
                 GHashTable  **touches,
                 GError      **error)
{
  g_autoptr (GPtrArray) entries = tl_log_read (self->connection, position, error);

  *touches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, touch_free);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const TlLogEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GBytes) changeset = tl_log_read_changeset (self->connection, entry->seq, error);

      if (changeset == NULL)
        return FALSE;
      if (!tl_changeset_each_text (changeset, collect_text, *touches))
        return tl_connection_fail (self->connection, SQLITE_CORRUPT, error);
    }
  return entries != NULL;
}

static gboolean
apply_touches (TlIndex     *self,
               GHashTable  *touches,
               GError     **error)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, touches);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Touch *touch = value;

      if (g_strcmp0 (touch->before, touch->after) == 0)
        continue;
      if (touch->before != NULL
          && !_tl_index_take_field (self, touch->kind, touch->field, touch->id, touch->before, error))
        return FALSE;
      if (touch->after != NULL
          && !_tl_index_put_field (self, touch->kind, touch->field, touch->id, touch->after, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_all_of (TlIndex       *self,
            const TlKind  *kind,
            guint          field,
            GError       **error)
{
  sqlite3_stmt *statement = _tl_index_prepare (self, error,
                                               "SELECT \"id\", \"%s\" FROM \"main\".\"%s\" "
                                               "WHERE \"%s\" IS NOT NULL", kind->fields[field].name, kind->name,
                                               kind->fields[field].name);
  gboolean row = TRUE;

  while (statement != NULL && tl_connection_step (self->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!_tl_index_put_field (self, kind, field, (const char *) sqlite3_column_text (statement, 0),
                                (const char *) sqlite3_column_text (statement, 1), error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  return FALSE;
}

/* Makes the index of all fields. The texts of sources are read part by part afterwards. */
static gboolean
make (TlIndex         *self,
      const TlIndexStanding *standing,
      GError         **error)
{
  gint64 epoch;

  if (!drop (self, error) || !tl_log_get_epoch (self->connection, &epoch, error)
      || !execute (self, declarations, error)
      || !set_state (self, "version", VERSION, error) || !set_state (self, "epoch", epoch, error)
      || !set_state (self, "position", standing->end, error))
    return FALSE;

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);

      for (guint j = 0; j < kind->n_fields; j++)
        if (_tl_index_field (&kind->fields[j]) && !put_all_of (self, kind, j, error))
          return FALSE;
    }
  self->broken = FALSE;
  return TRUE;
}

/* Inside a transaction that writes. */
static gboolean
bring_after (TlIndex   *self,
             TlIndexStanding *standing,
             GError   **error)
{
  g_autoptr (GHashTable) touches = NULL;

  if (!_tl_index_look (self, standing, error))
    return FALSE;
  if (!standing->there)
    return make (self, standing, error);
  return collect_touches (self, standing->position, &touches, error) && apply_touches (self, touches, error)
         && set_state (self, "position", standing->end, error);
}

/**
 * tl_index_is_behind:
 * @self: an index, in a transaction
 * @behind: (out): whether something is to be written before the index says what the records say
 * @error: return location
 *
 * An edit that has nothing to do with the index does not cost a write of it.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_index_is_behind (TlIndex   *self,
                    gboolean  *behind,
                    GError   **error)
{
  g_return_val_if_fail (self != NULL && behind != NULL, FALSE);

  g_autoptr (GHashTable) touches = NULL;
  TlIndexStanding standing;

  *behind = TRUE;
  if (!_tl_index_look (self, &standing, error))
    return FALSE;
  if (!standing.there || standing.end - standing.position >= MARK_EVERY)
    return TRUE;
  if (!collect_touches (self, MAX (standing.position, self->seen), &touches, error))
    return FALSE;
  *behind = g_hash_table_size (touches) > 0;
  if (!*behind)
    self->seen = standing.end;
  return TRUE;
}

static gboolean
follow_once (TlIndex  *self,
             GError  **error)
{
  TlIndexStanding standing;
  gboolean behind;

  if (!_tl_index_begin (self, FALSE, error))
    return FALSE;
  gboolean done = tl_index_is_behind (self, &behind, error);
  tl_connection_rollback (self->connection);
  if (!done || !behind)
    return done;

  if (!_tl_index_begin (self, TRUE, error))
    return FALSE;
  if (!bring_after (self, &standing, error))
    {
      tl_connection_rollback (self->connection);
      return FALSE;
    }
  self->seen = standing.end;
  return tl_connection_commit (self->connection, error);
}

/**
 * tl_index_follow:
 * @self: an index
 * @error: return location
 *
 * Brings the index after what was committed since it was written, by whomever; makes it where there is none, where it
 * is of another version or where the log was cut. Writes to the file unless the index is temporary, so the file must
 * have been looked at for damage.
 *
 * Returns: %FALSE on failure; %TL_ERROR_LOCKED when another program is writing
 */
gboolean
tl_index_follow (TlIndex  *self,
                 GError  **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  g_autoptr (GError) fault = NULL;

  if (follow_once (self, &fault))
    return TRUE;
  /* It does not fit the log. The records may be sound all the same. */
  if (!self->broken && (g_error_matches (fault, TL_ERROR, TL_ERROR_DAMAGED)
                        || g_error_matches (fault, TL_ERROR, TL_ERROR_NOT_FOUND)))
    {
      self->broken = TRUE;
      return follow_once (self, error);
    }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/**
 * tl_index_distrust:
 * @self: an index
 *
 * Has it made anew when it is to follow next: it was at fault when it was asked.
 */
void
tl_index_distrust (TlIndex *self)
{
  g_return_if_fail (self != NULL);
  self->broken = TRUE;
}

/**
 * tl_index_drop:
 * @connection: a connection in a transaction that writes
 * @error: return location
 *
 * Takes the index out of a file: the words of what was deleted are still in it. It is made again when somebody
 * searches.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_index_drop (TlConnection  *connection,
               GError       **error)
{
  g_return_val_if_fail (connection != NULL, FALSE);

  g_autoptr (TlIndex) self = tl_index_new (connection, FALSE);
  return drop (self, error);
}
