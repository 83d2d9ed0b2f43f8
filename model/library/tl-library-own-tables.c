/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tables that are the library's own, and which of their rows belong to a record. */
#include "config.h"

#include "model/library/tl-library-schema.h"

/* What is the library's own: each record with the file it came from; the codes of each record as a set, with marks
 * (tl-library-tables.h); the levels that it has factors at; the typologies it is coded in. Then how they were
 * gathered: what was not taken in; a receipt of each gathering; what was withdrawn, never what it said; which folders
 * are watched, and what was seen in them. Then what is made from the others at will, for questions: sets of records,
 * the records that came, changed or went since the sets were written, and how far those reach; and the graph of each
 * record in a few bytes, with the texts in it. Then the highest number that a record ever had, and how often each of
 * the numbered rules has something to say of a record. Then the log of releases (model/releases): each with its tables
 * and all their counts, of which the words are kept once. Then the questions that people saved (model/questions). Last
 * where each release was written, and the files with their sizes and digests. */
const TlLibraryOwnTable tl_library_own_tables[TL_LIBRARY_N_OWN_TABLES] = {
  { "record", "number INTEGER PRIMARY KEY, review TEXT NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL, "
              "file TEXT NOT NULL, added INTEGER NOT NULL, superseded INTEGER NOT NULL, factors INTEGER NOT NULL, "
              "links INTEGER NOT NULL, tags INTEGER NOT NULL, UNIQUE (review, revision)", "STRICT", "number" },
  { "typology", "record INTEGER NOT NULL, scheme TEXT NOT NULL, version TEXT NOT NULL, PRIMARY KEY (record, scheme)",
    "STRICT, WITHOUT ROWID", "record" },
  { "coding", "record INTEGER NOT NULL, code TEXT NOT NULL, level TEXT NOT NULL, marks INTEGER NOT NULL, "
              "PRIMARY KEY (record, code, level)", "STRICT, WITHOUT ROWID", "record" },
  { "reached_level", "record INTEGER NOT NULL, level TEXT NOT NULL, PRIMARY KEY (record, level)",
    "STRICT, WITHOUT ROWID", "record" },
  { "quarantine", "file TEXT NOT NULL PRIMARY KEY, reason TEXT NOT NULL, time INTEGER NOT NULL, path BLOB",
    "STRICT, WITHOUT ROWID", NULL, "path BLOB" },
  { "receipt", "number INTEGER PRIMARY KEY, began INTEGER NOT NULL, ended INTEGER, stopped TEXT", "STRICT" },
  { "receipt_place", "receipt INTEGER NOT NULL, position INTEGER NOT NULL, path BLOB NOT NULL, "
                     "PRIMARY KEY (receipt, position)", "STRICT, WITHOUT ROWID" },
  { "receipt_file", "receipt INTEGER NOT NULL, position INTEGER NOT NULL, file TEXT NOT NULL, "
                    "outcome INTEGER NOT NULL, reason TEXT, record INTEGER, PRIMARY KEY (receipt, position)",
    "STRICT, WITHOUT ROWID", NULL, "record INTEGER" },
  { "withdrawal", "review TEXT NOT NULL, record INTEGER NOT NULL, revision INTEGER NOT NULL, "
                  "time INTEGER NOT NULL, author TEXT, reason TEXT NOT NULL, readmitted INTEGER, "
                  "PRIMARY KEY (review, record)", "STRICT, WITHOUT ROWID" },
  { "watch", "path BLOB NOT NULL PRIMARY KEY, since INTEGER NOT NULL", "STRICT, WITHOUT ROWID" },
  { "watch_file", "path BLOB NOT NULL PRIMARY KEY, size INTEGER NOT NULL, time INTEGER NOT NULL, "
                  "outcome INTEGER NOT NULL", "STRICT, WITHOUT ROWID" },
  { "index_set", "kind TEXT NOT NULL, key TEXT NOT NULL, level TEXT NOT NULL, members BLOB NOT NULL, "
                 "PRIMARY KEY (kind, key, level)", "STRICT" },
  { "index_change", "number INTEGER PRIMARY KEY AUTOINCREMENT, record INTEGER NOT NULL", "STRICT" },
  { "index_state", "generation INTEGER NOT NULL, change INTEGER NOT NULL, last_record INTEGER NOT NULL", "STRICT" },
  { "packed", "record INTEGER PRIMARY KEY, graph BLOB NOT NULL", "STRICT", "record" },
  { "packed_name", "number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE", "STRICT" },
  { "last_number", "number INTEGER NOT NULL", "STRICT" },
  { "advice", "record INTEGER NOT NULL, rule TEXT NOT NULL, problems INTEGER NOT NULL, PRIMARY KEY (record, rule)",
    "STRICT, WITHOUT ROWID", "record" },
  { "release", "number INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER NOT NULL, author TEXT NOT NULL, "
               "title TEXT NOT NULL, date TEXT NOT NULL, caveats TEXT NOT NULL, threshold INTEGER NOT NULL, "
               "round INTEGER NOT NULL, says_differences INTEGER NOT NULL, counts INTEGER NOT NULL, "
               "withheld INTEGER NOT NULL", "STRICT" },
  { "release_table", "release INTEGER NOT NULL, position INTEGER NOT NULL, question TEXT NOT NULL, "
                     "PRIMARY KEY (release, position)", "STRICT, WITHOUT ROWID" },
  { "release_word", "number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE", "STRICT" },
  { "release_count", "release INTEGER NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL, "
                     "mark INTEGER NOT NULL, reach INTEGER NOT NULL, count INTEGER NOT NULL, reason INTEGER NOT NULL, "
                     "PRIMARY KEY (release, number)", "STRICT, WITHOUT ROWID" },
  { "saved_question", "number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, question TEXT NOT NULL, "
                      "shown INTEGER NOT NULL", "STRICT" },
  { "release_place", "number INTEGER PRIMARY KEY, release INTEGER NOT NULL, name BLOB NOT NULL, way BLOB, "
                     "time INTEGER NOT NULL, zip_size INTEGER, zip_digest TEXT", "STRICT" },
  { "release_piece", "place INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, "
                     "digest TEXT NOT NULL, PRIMARY KEY (place, position)", "STRICT, WITHOUT ROWID" },
};

static gboolean
delete_rows (TlConnection  *connection,
             const char    *table,
             const char    *where,
             gint64         number,
             GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE %s", table, where);
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  return tl_connection_run (connection, statement, error);
}

/**
 * tl_library_schema_delete_record:
 * @connection: a library's, in a transaction
 * @number: the number of a record
 * @error: return location
 *
 * Deletes every row that is of a record.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_library_schema_delete_record (TlConnection  *connection,
                                 gint64         number,
                                 GError       **error)
{
  g_autofree char *range = g_strdup_printf ("BETWEEN ?1 << %d AND (?1 << %d) + %d", TL_LIBRARY_KEY_BITS,
                                            TL_LIBRARY_KEY_BITS, TL_LIBRARY_MAX_NUMBER);
  g_autofree char *by_key = g_strconcat ("key ", range, NULL);
  g_autofree char *by_owner = g_strconcat ("owner ", range, NULL);

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlLibraryTable *table = tl_library_table_get (i);

      if (!table->form->leaves)
        continue;
      if (!delete_rows (connection, table->form->kind->name, by_key, number, error))
        return FALSE;
      for (guint j = 0; j < table->form->kind->n_fields; j++)
        if (table->lists[j] != NULL && !delete_rows (connection, table->lists[j], by_owner, number, error))
          return FALSE;
    }
  for (guint i = 0; i < TL_LIBRARY_N_OWN_TABLES; i++)
    {
      const TlLibraryOwnTable *own = &tl_library_own_tables[i];
      g_autofree char *by_record = g_strconcat (own->record, " = ?1", NULL);

      if (own->record != NULL && !delete_rows (connection, own->name, by_record, number, error))
        return FALSE;
    }
  return TRUE;
}
