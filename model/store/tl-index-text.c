/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of sources in the index: taken in part by part, each part a transaction, so that nobody waits for long. */
#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <string.h>

#include "model/base/tl-error.h"
#include "model/store/tl-index-private.h"
#include "model/store/tl-table.h"

/* How much one transaction takes in, in bytes: what an edit may have to wait for. */
#define PART (1024 * 1024)

/* How far a text is read: the last slice, and where it begins in characters. */
typedef struct {
  TlSlice slice;
  gint64  position;
} Mark;

/* One statement of @format for each field that holds a text: the names of field, kind and field. */
static char *
join_bodies (const char *format,
             const char *schema)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlKind *kind = tl_kinds_get (i);

      for (guint j = 0; j < kind->n_fields; j++)
        if (kind->fields[j].type == TL_FIELD_BODY && (kind->fields[j].flags & TL_FIELD_SEARCHED))
          {
            g_autoptr (GString) one = g_string_new (format);

            g_string_replace (one, "$FIELD", kind->fields[j].name, 0);
            g_string_replace (one, "$KIND", kind->name, 0);
            g_string_replace (one, "$SCHEMA", schema, 0);
            if (sql->len > 0)
              g_string_append (sql, " UNION ALL ");
            g_string_append (sql, one->str);
          }
    }
  return g_string_free (sql, FALSE);
}

#define UNREAD "SELECT \"$FIELD\" FROM \"main\".\"$KIND\" WHERE \"$FIELD\" IS NOT NULL AND \"$FIELD\" NOT IN " \
               "(SELECT \"digest\" FROM \"$SCHEMA\".\"search_text\" WHERE \"done\")"

/* The digest of a text that is not read to its end; NULL without an error when all are. */
static gboolean
find_unread (TlIndex  *self,
             char    **digest,
             GError  **error)
{
  g_autofree char *unread = join_bodies (UNREAD, self->schema);
  sqlite3_stmt *statement = _tl_index_prepare (self, error, "%s LIMIT 1", unread);
  gboolean row;

  *digest = NULL;
  if (statement == NULL || !tl_connection_step (self->connection, statement, &row, error))
    return FALSE;
  if (row)
    {
      *digest = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  return TRUE;
}

/* Keeps the text until another one is wanted. What isn't there or isn't text has no words. */
static gboolean
take_text (TlIndex     *self,
           const char  *digest,
           GError     **error)
{
  if (g_strcmp0 (self->digest, digest) == 0)
    return TRUE;

  g_autoptr (GPtrArray) found = tl_table_find (self->connection, "text", "body", "digest", digest, error);
  if (found == NULL)
    return FALSE;

  const char *text = found->len > 0 ? g_ptr_array_index (found, 0) : "";
  g_free (self->digest);
  g_free (self->text);
  self->digest = g_strdup (digest);
  self->text = g_strdup (g_utf8_validate (text, -1, NULL) ? text : "");
  return TRUE;
}

static gboolean
get_mark (TlIndex     *self,
          const char  *digest,
          Mark        *mark,
          GError     **error)
{
  sqlite3_stmt *statement = _tl_index_prepare (self, error, "SELECT \"start\", \"size\", \"position\" FROM "
                                                            "\"%s\".\"search_text\" WHERE \"digest\" = ?",
                                               self->schema);
  gboolean row;

  *mark = (Mark) { 0 };
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, digest, -1, SQLITE_STATIC);
  if (!tl_connection_step (self->connection, statement, &row, error))
    return FALSE;
  if (row)
    {
      mark->slice = (TlSlice) { (gsize) sqlite3_column_int64 (statement, 0),
                                (gsize) sqlite3_column_int64 (statement, 1) };
      mark->position = sqlite3_column_int64 (statement, 2);
      sqlite3_reset (statement);
    }
  return TRUE;
}

static gboolean
set_mark (TlIndex     *self,
          const char  *digest,
          const Mark  *mark,
          gboolean     done,
          GError     **error)
{
  sqlite3_stmt *statement = _tl_index_prepare (self, error, "INSERT OR REPLACE INTO \"%s\".\"search_text\" "
                                                            "VALUES (?, ?, ?, ?, ?)", self->schema);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, digest, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, (gint64) mark->slice.start);
  sqlite3_bind_int64 (statement, 3, (gint64) mark->slice.size);
  sqlite3_bind_int64 (statement, 4, mark->position);
  sqlite3_bind_int (statement, 5, done);
  return tl_connection_run (self->connection, statement, error);
}

/* As g_utf8_strlen(), of what is known to be sound: the compiler makes a good loop of it. */
static gint64
count_characters (const char *text,
                  gsize       size)
{
  gint64 n = 0;

  for (gsize i = 0; i < size; i++)
    n += ((guchar) text[i] & 0xc0) != 0x80;
  return n;
}

/* Takes in the next part of @digest's text. */
static gboolean
read_part (TlIndex     *self,
           const char  *digest,
           GError     **error)
{
  Mark mark;

  if (!take_text (self, digest, error) || !get_mark (self, digest, &mark, error))
    return FALSE;

  gsize length = strlen (self->text);
  gboolean more = TRUE;

  if (mark.slice.start > length || mark.slice.size > length - mark.slice.start)
    return tl_connection_fail (self->connection, SQLITE_CORRUPT, error);
  for (gsize taken = 0; more && taken < PART; taken += mark.slice.size)
    {
      gsize before = mark.slice.start;

      more = _tl_slice_next (self->text, length, &mark.slice);
      if (!more)
        break;
      mark.position += count_characters (self->text + before, mark.slice.start - before);
      if (!_tl_index_insert_slice (self, digest, "", FALSE, self->text, &mark.slice, mark.position, error))
        return FALSE;
    }
  return set_mark (self, digest, &mark, !more, error);
}

/**
 * tl_index_read_on:
 * @self: an index that is there
 * @more: (out): whether there is more to read
 * @error: return location
 *
 * Takes in the next part of the texts of sources, in one short transaction.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_index_read_on (TlIndex   *self,
                  gboolean  *more,
                  GError   **error)
{
  g_return_val_if_fail (self != NULL && more != NULL, FALSE);

  g_autofree char *digest = NULL;
  g_autoptr (GError) fault = NULL;

  *more = FALSE;
  /* Nothing is locked only to see that there is nothing to do. */
  if (!_tl_index_begin (self, FALSE, error))
    return FALSE;
  gboolean looked = find_unread (self, &digest, error);
  tl_connection_rollback (self->connection);
  if (!looked || digest == NULL)
    {
      g_clear_pointer (&self->digest, g_free);
      g_clear_pointer (&self->text, g_free);
      return looked;
    }

  g_clear_pointer (&digest, g_free);
  if (!_tl_index_begin (self, TRUE, error))
    return FALSE;
  /* Once more: somebody else may have read it meanwhile, or forgotten it. */
  if (!find_unread (self, &digest, &fault) || (digest != NULL && !read_part (self, digest, &fault)))
    {
      tl_connection_rollback (self->connection);
      self->broken = g_error_matches (fault, TL_ERROR, TL_ERROR_DAMAGED);
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  *more = TRUE;
  return tl_connection_commit (self->connection, error);
}

static gboolean
add_up (TlIndex     *self,
        const char  *format,
        guint       *n,
        GError     **error)
{
  g_autofree char *all = join_bodies (format, self->schema);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM (%s)", all);
  gint64 number;

  if (!tl_connection_get_number (self->connection, sql, &number, error))
    return FALSE;
  *n = (guint) number;
  return TRUE;
}

/**
 * tl_index_count_texts:
 * @self: an index that is there, in a transaction
 * @n_unread: (out): how many sources are not read to their end
 * @n_texts: (out): how many have a text
 * @error: return location
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_index_count_texts (TlIndex  *self,
                      guint    *n_unread,
                      guint    *n_texts,
                      GError  **error)
{
  g_return_val_if_fail (self != NULL && n_unread != NULL && n_texts != NULL, FALSE);

  return add_up (self, UNREAD, n_unread, error)
         && add_up (self, "SELECT 1 FROM \"main\".\"$KIND\" WHERE \"$FIELD\" IS NOT NULL", n_texts, error);
}
