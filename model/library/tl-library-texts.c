/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index of a library, beside it: a row a record, so that what is found is counted in reviews. Records are
 * read into it after they were taken in, many at a time, for that costs half of what it would record by record. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-texts-private.h"

#include <string.h>

#include "model/library/tl-library-schema.h"

#define RECORDS_PER_TRANSACTION 500

/* Texts of a record */

/* Columns of a kind that hold words, as SQL; %NULL if it has none. */
static char *
dup_sql (const TlLibraryTable *table)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) any = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (table->form->kind->fields[table->columns[i].slot->field].flags & TL_FIELD_SEARCHED)
      {
        g_string_append_printf (columns, ", \"%s\"", table->columns[i].name);
        g_string_append_printf (any, "%s\"%s\" IS NOT NULL", any->len > 0 ? " OR " : "", table->columns[i].name);
      }
  if (columns->len == 0)
    return NULL;
  return g_strdup_printf ("SELECT key & %d%s FROM \"%s\" WHERE key BETWEEN ?1 << %d AND (?1 << %d) + %d AND (%s) "
                          "ORDER BY key", TL_LIBRARY_MAX_NUMBER, columns->str, table->form->kind->name,
                          TL_LIBRARY_KEY_BITS, TL_LIBRARY_KEY_BITS, TL_LIBRARY_MAX_NUMBER, any->str);
}

static const char *
get_sql (guint position)
{
  static char **all;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      all = g_new0 (char *, tl_kinds_get_n ());
      for (guint i = 0; i < tl_kinds_get_n (); i++)
        if (tl_library_table_get (i)->form->leaves)
          all[i] = dup_sql (tl_library_table_get (i));
      g_once_init_leave (&once, 1);
    }
  return all[position];
}

/**
 * tl_library_read_texts:
 * @library: a library
 * @record: the number of a record
 * @func: takes its texts one by one
 * @data: for @func
 * @error: return location
 *
 * Goes through the released texts of a record, as far as @func wants.
 *
 * Returns: %FALSE if the library can't be read
 */
gboolean
tl_library_read_texts (TlLibrary          *library,
                       guint               record,
                       TlLibraryTextFunc   func,
                       gpointer            data,
                       GError            **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && func != NULL, FALSE);

  TlConnection *connection = tl_library_get_connection (library);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const char *sql = get_sql (i);
      sqlite3_stmt *statement = sql != NULL ? tl_connection_prepare (connection, sql, error) : NULL;
      gboolean row = TRUE;

      if (sql == NULL)
        continue;
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, record);
      while (row)
        {
          if (!tl_connection_step (connection, statement, &row, error))
            return FALSE;
          for (int j = 1; row && j < sqlite3_column_count (statement); j++)
            {
              const char *text = (const char *) sqlite3_column_text (statement, j);

              if (text == NULL || func (tl_kinds_get (i), (guint) sqlite3_column_int64 (statement, 0), text, data))
                continue;
              sqlite3_reset (statement);
              return TRUE;
            }
        }
    }
  return TRUE;
}

/* Following the library */

typedef struct {
  gint64 last;
  gint64 records;
  char  *digest;
} State;

static void
state_clear (State *state)
{
  g_free (state->digest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

static gboolean
read_state (TlConnection  *connection,
            const char    *sql,
            gint64         number,
            State         *state,
            GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  if (number >= 0)
    sqlite3_bind_int64 (statement, 1, number);
  if (!tl_connection_step (connection, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  state->last = sqlite3_column_int64 (statement, 0);
  state->records = sqlite3_column_int64 (statement, 1);
  state->digest = g_strdup ((const char *) sqlite3_column_text (statement, 2));
  sqlite3_reset (statement);
  return TRUE;
}

/* What is in the library up to a record, to tell whether it is what was read. */
#define LIBRARY_STATE_SQL \
  "SELECT ?1, (SELECT count(*) FROM record WHERE number <= ?1), " \
  "coalesce ((SELECT digest FROM record WHERE number = ?1), '')"

static gboolean
compare_states (TlLibraryTexts  *self,
                gint64          *last,
                gboolean        *fits,
                GError         **error)
{
  g_auto (State) own = { 0 }, library = { 0 };

  if (!read_state (self->connection, "SELECT last, records, digest FROM state", -1, &own, error)
      || !read_state (tl_library_get_connection (self->library), LIBRARY_STATE_SQL, own.last, &library, error))
    return FALSE;
  *last = own.last;
  *fits = own.records == library.records && g_strcmp0 (own.digest, library.digest) == 0;
  return TRUE;
}

static gboolean
forget_strange (TlLibraryTexts  *self,
                gint64          *last,
                GError         **error)
{
  gboolean fits = FALSE;

  if (!compare_states (self, last, &fits, error))
    return FALSE;
  if (fits)
    return TRUE;
  *last = 0;
  return tl_connection_execute (self->connection, "INSERT INTO texts (texts) VALUES ('delete-all'); "
                                "UPDATE state SET last = 0, records = 0, digest = ''", error);
}

/* Adds a text to those of the same record. */
void
_tl_library_texts_append (GString    *texts,
                          const char *text)
{
  g_string_append (texts, text);
  g_string_append (texts, "\n\n");
}

static gboolean
append_text (const TlKind *kind,
             guint         row,
             const char   *text,
             gpointer      data)
{
  _tl_library_texts_append (data, text);
  return TRUE;
}

static int
compare_given (const void *a,
               const void *b)
{
  const TlGivenText *one = a, *other = b;

  return one->record < other->record ? -1 : one->record > other->record;
}

/* The texts of a record that were given; NULL if they were not. */
static const GString *
find_given (GArray *given,
            gint64  record)
{
  const TlGivenText key = { .record = record };
  const TlGivenText *found = given != NULL && given->len > 0
                               ? bsearch (&key, given->data, given->len, sizeof key, compare_given)
                               : NULL;

  return found != NULL ? found->text : NULL;
}

static gboolean
read_record (TlLibraryTexts  *self,
             gint64           record,
             GArray          *given,
             GString         *buffer,
             GError         **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (self->connection, "INSERT INTO texts (rowid, text) VALUES (?, ?)",
                                                   error);
  const GString *text = find_given (given, record);

  if (statement == NULL)
    return FALSE;
  if (text == NULL)
    {
      g_string_truncate (buffer, 0);
      if (!tl_library_read_texts (self->library, (guint) record, append_text, buffer, error))
        return FALSE;
      text = buffer;
    }
  sqlite3_bind_int64 (statement, 1, record);
  sqlite3_bind_text (statement, 2, text->str, (int) text->len, SQLITE_STATIC);
  return tl_connection_run (self->connection, statement, error);
}

/* The next records after @last; empty at the end. */
static GArray *
list_next (TlLibraryTexts  *self,
           gint64           last,
           GError         **error)
{
  TlConnection *connection = tl_library_get_connection (self->library);
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number FROM record WHERE number > ? "
                                                   "ORDER BY number LIMIT " G_STRINGIFY (RECORDS_PER_TRANSACTION),
                                                   error);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, last);
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&numbers);

      gint64 number = sqlite3_column_int64 (statement, 0);

      g_array_append_val (numbers, number);
    }
  return NULL;
}

static gboolean
write_state (TlLibraryTexts  *self,
             gint64           last,
             GError         **error)
{
  g_auto (State) library = { 0 };
  sqlite3_stmt *statement = tl_connection_prepare (self->connection,
                                                   "UPDATE state SET last = ?, records = ?, digest = ?", error);

  if (statement == NULL
      || !read_state (tl_library_get_connection (self->library), LIBRARY_STATE_SQL, last, &library, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, last);
  sqlite3_bind_int64 (statement, 2, library.records);
  sqlite3_bind_text (statement, 3, library.digest, -1, SQLITE_STATIC);
  return tl_connection_run (self->connection, statement, error);
}

/* Reads some records; @last moves to the last of them, @more says whether there were any. */
static gboolean
read_some (TlLibraryTexts  *self,
           GArray          *given,
           gint64          *last,
           gboolean        *more,
           GError         **error)
{
  g_autoptr (GArray) numbers = list_next (self, *last, error);
  g_autoptr (GString) buffer = g_string_new (NULL);

  if (numbers == NULL)
    return FALSE;
  *more = numbers->len > 0;
  for (guint i = 0; i < numbers->len; i++)
    {
      *last = g_array_index (numbers, gint64, i);
      if (!read_record (self, *last, given, buffer, error))
        return FALSE;
    }
  return numbers->len == 0 || write_state (self, *last, error);
}

/* Whether there is anything to read, found out without keeping anybody else from it. */
gboolean
_tl_library_texts_has_read_all (TlLibraryTexts  *self,
                                gboolean        *all,
                                GError         **error)
{
  gint64 last = 0, newest = 0;
  gboolean fits = FALSE;

  if (!compare_states (self, &last, &fits, error)
      || !tl_connection_get_number (tl_library_get_connection (self->library),
                                    "SELECT coalesce (max (number), 0) FROM record", &newest, error))
    return FALSE;
  *all = fits && last == newest;
  return TRUE;
}

/* Reads what came to the library since; from @given, in the order of their numbers, the texts of the records that are
 * there. Others may follow at the same time: whoever comes second finds what the first has read. */
gboolean
_tl_library_texts_follow (TlLibraryTexts  *self,
                          GArray          *given, /* (nullable) (element-type TlGivenText) */
                          GCancellable    *cancellable,
                          GError         **error)
{
  gboolean all = FALSE, more = TRUE;

  if (!_tl_library_texts_has_read_all (self, &all, error))
    return FALSE;
  while (more && !all)
    {
      gint64 last;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !tl_connection_begin (self->connection, TRUE, error))
        return FALSE;
      if (!forget_strange (self, &last, error) || !read_some (self, given, &last, &more, error)
          || !tl_connection_commit (self->connection, error))
        {
          tl_connection_rollback (self->connection);
          return FALSE;
        }
    }
  return TRUE;
}

/* Dropping */

static gboolean
drop_record (TlLibraryTexts  *self,
             gint64           record,
             GString         *buffer,
             GError         **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (self->connection, "INSERT INTO texts (texts, rowid, text) "
                                                   "VALUES ('delete', ?, ?)", error);

  g_string_truncate (buffer, 0);
  if (statement == NULL || !tl_library_read_texts (self->library, (guint) record, append_text, buffer, error))
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record);
  sqlite3_bind_text (statement, 2, buffer->str, (int) buffer->len, SQLITE_STATIC);
  return tl_connection_run (self->connection, statement, error);
}

/* Takes @records, which are still in the library, out of the index, if there is one; leaves it in a transaction. Should
 * the program end between the two commits the index is found to be strange and is made anew. */
gboolean
_tl_library_texts_begin_drop (TlLibrary       *library,
                              GArray          *records,
                              TlLibraryTexts **texts,
                              GError         **error)
{
  g_autofree char *path = _tl_library_texts_dup_beside (library);
  g_autoptr (TlLibraryTexts) self = g_new0 (TlLibraryTexts, 1);
  g_autoptr (GString) buffer = g_string_new (NULL);
  gint64 last;

  *texts = NULL;
  self->library = library;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  /* What is deleted is to be gone from the file, too. */
  if (!_tl_library_texts_open_file (self, error)
      || !tl_connection_execute (self->connection, "PRAGMA secure_delete = ON", error)
      || !tl_connection_begin (self->connection, TRUE, error) || !forget_strange (self, &last, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (g_array_index (records, gint64, i) <= last
        && !drop_record (self, g_array_index (records, gint64, i), buffer, error))
      return FALSE;
  *texts = g_steal_pointer (&self);
  return TRUE;
}

/* When the records are gone from the library: notes up to where it is read. */
gboolean
_tl_library_texts_end_drop (TlLibraryTexts  *self,
                            GError         **error)
{
  g_auto (State) own = { 0 };
  gint64 newest;

  return read_state (self->connection, "SELECT last, records, digest FROM state", -1, &own, error)
         && tl_connection_get_number (tl_library_get_connection (self->library),
                                      "SELECT coalesce (max (number), 0) FROM record", &newest, error)
         && write_state (self, MIN (own.last, newest), error);
}

/* When the library has committed. The words themselves go from the file only as its parts are merged. */
gboolean
_tl_library_texts_commit_drop (TlLibraryTexts  *self,
                               GError         **error)
{
  return tl_connection_commit (self->connection, error)
         && tl_connection_execute (self->connection, "INSERT INTO texts (texts) VALUES ('optimize')", error);
}

/* Opens the index as it is, perhaps behind the library. */
TlLibraryTexts *
_tl_library_texts_new (TlLibrary  *library,
                       GError    **error)
{
  g_autoptr (TlLibraryTexts) self = g_new0 (TlLibraryTexts, 1);

  self->library = library;
  if (!_tl_library_texts_open_file (self, error))
    return NULL;
  _tl_library_texts_add_functions (self);
  return g_steal_pointer (&self);
}

/**
 * tl_library_texts_open:
 * @library: a library
 * @cancellable: (nullable): to give up; what was read by then is kept
 * @error: return location
 *
 * Opens the index and reads into it what came to the library since; makes it if it is not there.
 *
 * Returns: (transfer full) (nullable): the index
 */
TlLibraryTexts *
tl_library_texts_open (TlLibrary     *library,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  g_autoptr (TlLibraryTexts) self = _tl_library_texts_new (library, error);

  return self != NULL && _tl_library_texts_follow (self, NULL, cancellable, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_library_texts_rebuild:
 * @library: a library
 * @cancellable: (nullable): to give up; whoever opens the index next goes on
 * @error: return location
 *
 * Has the index forget what it read and read all that the library holds; makes it if it is not there.
 *
 * Returns: %FALSE if the library can't be read or the index can't be written
 */
gboolean
tl_library_texts_rebuild (TlLibrary     *library,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), FALSE);

  g_autoptr (TlLibraryTexts) self = _tl_library_texts_new (library, error);

  /* What fits no library is made anew. */
  return self != NULL
         && tl_connection_execute (self->connection, "UPDATE state SET last = 0, records = -1, digest = ''", error)
         && _tl_library_texts_follow (self, NULL, cancellable, error);
}

/**
 * tl_library_texts_free:
 * @self: (transfer full): an index
 */
void
tl_library_texts_free (TlLibraryTexts *self)
{
  tl_connection_close (self->connection);
  g_free (self);
}
