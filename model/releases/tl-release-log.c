/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The log of releases in the library's file: what left, when, by whom, with which settings, and what was withheld with
 * the count that nobody outside may see. Nothing is ever taken out of it, for what has left stays known. */
#include "config.h"

#include "model/releases/tl-release-log-private.h"

/* What stands between the caveats of a release. */
#define BETWEEN_CAVEATS "\n"

static void
free_release (gpointer data)
{
  TlLoggedRelease *release = data;

  tl_release_plan_free (release->plan);
  g_ptr_array_unref (release->places);
  g_clear_pointer (&release->counts, g_array_unref);
  g_hash_table_unref (release->words);
  g_free (release);
}

static const char *
text_of (sqlite3_stmt *statement,
         int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}

static TlLoggedRelease *
read_release (sqlite3_stmt *row,
              GHashTable   *words)
{
  TlLoggedRelease *release = g_new0 (TlLoggedRelease, 1);
  TlReleasePlan *plan = tl_release_plan_new (text_of (row, 3));
  g_auto (GStrv) caveats = g_strsplit (text_of (row, 5), BETWEEN_CAVEATS, -1);

  release->number = sqlite3_column_int64 (row, 0);
  release->time = sqlite3_column_int64 (row, 1);
  release->plan = plan;
  release->places = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_release_place_free);
  release->words = g_hash_table_ref (words);
  plan->author = g_strdup (text_of (row, 2));
  plan->date = g_strdup (text_of (row, 4));
  for (guint i = 0; caveats[i] != NULL; i++)
    g_ptr_array_add (plan->caveats, g_strdup (caveats[i]));
  plan->threshold = (guint) sqlite3_column_int64 (row, 6);
  plan->round = (guint) sqlite3_column_int64 (row, 7);
  plan->says_differences = sqlite3_column_int (row, 8) != 0;
  release->n_counts = (guint) sqlite3_column_int64 (row, 9);
  release->n_withheld = (guint) sqlite3_column_int64 (row, 10);
  return release;
}

TlLoggedRelease *
_tl_release_log_find (GPtrArray *releases,
                      gint64     number)
{
  for (guint i = 0; i < releases->len; i++)
    if (((TlLoggedRelease *) releases->pdata[i])->number == number)
      return releases->pdata[i];
  return NULL;
}

/* Ends a statement of which a row is not what was written. */
gboolean
_tl_release_log_refuse (TlConnection  *connection,
                        sqlite3_stmt  *row,
                        GError       **error)
{
  sqlite3_reset (row);
  return tl_connection_fail (connection, SQLITE_CORRUPT, error);
}

static gboolean
read_releases (TlConnection  *connection,
               GPtrArray     *releases,
               GHashTable    *words,
               GError       **error)
{
  sqlite3_stmt *statement
    = tl_connection_prepare (connection, "SELECT number, time, author, title, date, caveats, threshold, round, "
                                         "says_differences, counts, withheld FROM release ORDER BY number", error);
  gboolean row;

  while (statement != NULL && tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (releases, read_release (statement, words));
    }
  return FALSE;
}

static gboolean
read_questions (TlConnection  *connection,
                GPtrArray     *releases,
                GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT release, question FROM release_table ORDER BY "
                                                               "release, position", error);
  gboolean row;

  while (statement != NULL && tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      TlLoggedRelease *release = _tl_release_log_find (releases, sqlite3_column_int64 (statement, 0));

      if (release != NULL && !tl_release_plan_add (release->plan, text_of (statement, 1), error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }
  return FALSE;
}

static gboolean
read_words (TlConnection  *connection,
            GHashTable    *words,
            GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "SELECT number, word FROM release_word", error);
  gboolean row;

  while (statement != NULL && tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_insert (words, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (statement, 0)),
                           g_strdup (text_of (statement, 1)));
    }
  return FALSE;
}

static gboolean
read_counts (TlConnection  *connection,
             GPtrArray     *releases,
             GHashTable    *words,
             GError       **error)
{
  sqlite3_stmt *statement
    = tl_connection_prepare (connection, "SELECT release, position, mark, reach, count, reason FROM release_count "
                                         "ORDER BY release, number", error);
  gboolean row;

  while (statement != NULL && tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      TlLoggedRelease *release = _tl_release_log_find (releases, sqlite3_column_int64 (statement, 0));
      TlLoggedCount count = {
        (guint) sqlite3_column_int64 (statement, 1),
        g_hash_table_lookup (words, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (statement, 2))),
        g_hash_table_lookup (words, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (statement, 3))),
        sqlite3_column_int64 (statement, 4),
        (TlProtectReason) sqlite3_column_int (statement, 5),
      };

      if (release == NULL || count.mark == NULL || count.reach == NULL || count.count < 0)
        return _tl_release_log_refuse (connection, statement, error);
      if (release->counts == NULL)
        release->counts = g_array_new (FALSE, FALSE, sizeof (TlLoggedCount));
      g_array_append_val (release->counts, count);
    }
  return FALSE;
}

/**
 * tl_release_log_read:
 * @library: a library
 * @with_counts: whether to read the counts too
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type TlLoggedRelease): the releases, the first first; %NULL if the
 *   library can't be read
 */
GPtrArray *
tl_release_log_read (TlLibrary  *library,
                     gboolean    with_counts,
                     GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlConnection *connection = tl_library_get_connection (library);
  g_autoptr (GPtrArray) releases = g_ptr_array_new_with_free_func (free_release);
  g_autoptr (GHashTable) words = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (read_releases (connection, releases, words, error) && read_questions (connection, releases, error)
      && _tl_release_log_read_places (connection, releases, error)
      && (!with_counts
          || (read_words (connection, words, error) && read_counts (connection, releases, words, error))))
    return g_steal_pointer (&releases);
  tl_library_explain (tl_library_get_name (library), error);
  return NULL;
}

/* Writing */

static void
bind_text (sqlite3_stmt *statement,
           int           at,
           const char   *text)
{
  sqlite3_bind_text (statement, at, text != NULL ? text : "", -1, SQLITE_TRANSIENT);
}

static gboolean
write_release (TlConnection         *connection,
               const TlReleasePlan  *plan,
               guint                 n_counts,
               guint                 n_withheld,
               GError              **error)
{
  sqlite3_stmt *statement
    = tl_connection_prepare (connection, "INSERT INTO release (time, author, title, date, caveats, threshold, round, "
                                         "says_differences, counts, withheld) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             error);
  g_autoptr (GString) caveats = g_string_new (NULL);

  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < plan->caveats->len; i++)
    g_string_append_printf (caveats, "%s%s", i > 0 ? BETWEEN_CAVEATS : "", (const char *) plan->caveats->pdata[i]);
  sqlite3_bind_int64 (statement, 1, g_get_real_time () / G_USEC_PER_SEC);
  bind_text (statement, 2, plan->author);
  bind_text (statement, 3, plan->title);
  bind_text (statement, 4, plan->date);
  bind_text (statement, 5, caveats->str);
  sqlite3_bind_int64 (statement, 6, plan->threshold);
  sqlite3_bind_int64 (statement, 7, plan->round);
  sqlite3_bind_int64 (statement, 8, plan->says_differences);
  sqlite3_bind_int64 (statement, 9, n_counts);
  sqlite3_bind_int64 (statement, 10, n_withheld);
  return tl_connection_run (connection, statement, error);
}

static gboolean
write_word (TlConnection  *connection,
            const char    *word,
            GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "INSERT OR IGNORE INTO release_word (word) VALUES (?)",
                                                   error);

  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, word);
  return tl_connection_run (connection, statement, error);
}

static gboolean
write_table (TlConnection          *connection,
             gint64                 release,
             guint                  position,
             const TlReleaseTable  *table,
             gint64                *number,
             GError               **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, "INSERT INTO release_table VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, release);
  sqlite3_bind_int64 (statement, 2, position);
  bind_text (statement, 3, table->text);
  if (!tl_connection_run (connection, statement, error))
    return FALSE;

  for (guint i = 0; i < table->counts->len; i++)
    {
      const TlReleaseCount *count = table->counts->pdata[i];
      g_autofree char *reach = tl_reach_dup_text (&count->reach);

      if (!write_word (connection, count->mark, error) || !write_word (connection, reach, error))
        return FALSE;
      statement = tl_connection_prepare (connection, "INSERT INTO release_count SELECT ?1, ?2, ?3, (SELECT number FROM "
                                                     "release_word WHERE word = ?4), (SELECT number FROM release_word "
                                                     "WHERE word = ?5), ?6, ?7", error);
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, release);
      sqlite3_bind_int64 (statement, 2, (*number)++);
      sqlite3_bind_int64 (statement, 3, position);
      bind_text (statement, 4, count->mark);
      bind_text (statement, 5, reach);
      sqlite3_bind_int64 (statement, 6, count->count);
      sqlite3_bind_int (statement, 7, count->reason);
      if (!tl_connection_run (connection, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_all (TlConnection         *connection,
           const TlReleasePlan  *plan,
           GPtrArray            *tables,
           const TlReleasePlace *place,
           gint64               *number,
           GError              **error)
{
  guint n_counts = 0, n_withheld = 0;
  gint64 n = 0;

  for (guint i = 0; i < tables->len; i++)
    {
      const TlReleaseTable *table = tables->pdata[i];

      n_counts += table->n_shown + table->n_withheld;
      n_withheld += table->n_withheld;
    }
  if (!write_release (connection, plan, n_counts, n_withheld, error))
    return FALSE;
  *number = sqlite3_last_insert_rowid (tl_connection_get_handle (connection));
  for (guint i = 0; i < tables->len; i++)
    if (!write_table (connection, *number, i, tables->pdata[i], &n, error))
      return FALSE;
  return place == NULL || _tl_release_log_write_place (connection, *number, place, error);
}

/**
 * tl_release_log_write:
 * @library: a library that can be written
 * @plan: what is released
 * @tables: (element-type TlReleaseTable): its tables as they leave
 * @place: (nullable): where it is written, and of what pieces
 * @number: (out): the number that it gets
 * @error: return location
 *
 * Returns: %FALSE on failure; then nothing was written
 */
gboolean
tl_release_log_write (TlLibrary             *library,
                      const TlReleasePlan   *plan,
                      GPtrArray             *tables,
                      const TlReleasePlace  *place,
                      gint64                *number,
                      GError               **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && plan != NULL && tables != NULL && number != NULL, FALSE);

  TlConnection *connection = tl_library_get_connection (library);

  return tl_library_begin_write (library, error)
         && tl_library_end_write (library, write_all (connection, plan, tables, place, number, error), NULL, error);
}

/**
 * tl_release_log_write_place:
 * @library: a library that can be written
 * @number: of a release in the log
 * @place: where it is written again
 * @error: return location
 *
 * Returns: %FALSE on failure; then nothing was written
 */
gboolean
tl_release_log_write_place (TlLibrary             *library,
                            gint64                 number,
                            const TlReleasePlace  *place,
                            GError               **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library) && place != NULL, FALSE);

  TlConnection *connection = tl_library_get_connection (library);

  return tl_library_begin_write (library, error)
         && tl_library_end_write (library, _tl_release_log_write_place (connection, number, place, error), NULL, error);
}
