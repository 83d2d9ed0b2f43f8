/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether two libraries hold the same, row by row, but for when and in how many goes it came. */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/* The columns of a table that do not tell when. */
static inline char *
list_columns (sqlite3    *db,
              const char *table)
{
  g_autofree char *sql = sqlite3_mprintf ("SELECT name FROM pragma_table_info(%Q) WHERE name NOT IN ('added', 'time')",
                                          table);
  g_autoptr (GString) columns = g_string_new (NULL);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (columns, "%s\"%s\"", columns->len > 0 ? ", " : "", sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_free (g_steal_pointer (&sql));
  return g_string_free (g_steal_pointer (&columns), FALSE);
}

static inline gint64
get_number (sqlite3    *db,
            const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sqlite3_errmsg (db), sql);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);

  gint64 number = sqlite3_column_int64 (statement, 0);

  sqlite3_finalize (statement);
  return number;
}

/* Asserts that both files have the same rows in the same tables, and that neither is damaged. */
static inline void
assert_same_rows (const char *path,
                  const char *other_path)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS other", other_path);
  sqlite3_stmt *tables;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (get_number (db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), ==, 1);
  g_assert_cmpint (get_number (db, "SELECT count(*) FROM main.sqlite_schema"), ==,
                   get_number (db, "SELECT count(*) FROM other.sqlite_schema"));

  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT name FROM main.sqlite_schema WHERE type = 'table' "
                                           "AND name NOT GLOB 'sqlite*' AND name NOT GLOB 'receipt*' "
                                           "AND name NOT GLOB 'watch*'", -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);
      g_autofree char *columns = list_columns (db, table);
      g_autofree char *differing
          = g_strdup_printf ("SELECT count(*) FROM (SELECT * FROM (SELECT %1$s FROM main.\"%2$s\" EXCEPT SELECT %1$s "
                             "FROM other.\"%2$s\") UNION ALL SELECT * FROM (SELECT %1$s FROM other.\"%2$s\" EXCEPT "
                             "SELECT %1$s FROM main.\"%2$s\"))", columns, table);
      g_autofree char *more = g_strdup_printf ("SELECT (SELECT count(*) FROM main.\"%1$s\") - (SELECT count(*) FROM "
                                               "other.\"%1$s\")", table);

      if (get_number (db, differing) != 0 || get_number (db, more) != 0)
        g_error ("the table “%s” is not the same", table);
    }
  sqlite3_finalize (tables);
  sqlite3_close (db);
}

/* Asserts that the full-text index beside a library has read all of it. */
static inline void
assert_index_is_whole (const char *path)
{
  g_autofree char *search = g_strconcat (path, "-search", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS other", path);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (search, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (get_number (db, "SELECT last FROM state"), ==, get_number (db, "SELECT max(number) FROM record"));
  g_assert_cmpint (get_number (db, "SELECT records FROM state"), ==, get_number (db, "SELECT count(*) FROM record"));
  g_assert_cmpint (get_number (db, "SELECT count(*) FROM texts_docsize"), ==,
                   get_number (db, "SELECT count(*) FROM record"));
  sqlite3_close (db);
}
