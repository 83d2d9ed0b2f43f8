/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Themes: asks a library in how many reviews each code of a typology occurs. */
#define G_LOG_DOMAIN "tl-library"

#include "config.h"

#include "model/library/tl-library-themes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/base/tl-error.h"
#include "model/library/tl-library-ingest.h"
#include "model/library/tl-library-private.h"
#include "model/library/tl-library-schema.h"
#include "model/library/tl-themes-private.h"

typedef struct {
  TlThemes            *themes;     /* borrowed, as all that is not said to be owned */
  const TlThemesQuery *query;
  TlTypology          *typology;
  TlConnection        *connection;
  char                *first_code; /* owned: every code of the typology sorts between these two */
  char                *last_code;  /* owned */
  GArray              *reviews;    /* owned, of TlThemesReview, by number */
  GPtrArray           *keys;       /* owned: of the columns, by review until they are known */
  GHashTable          *columns;    /* owned: key → position */
  GHashTable          *rows;       /* owned: code → position + 1 */
} Asking;

/* Rows */

static void
add_rows (GArray     *rows,
          GListModel *codes,
          guint       depth)
{
  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (TlCode) code = g_list_model_get_item (codes, i);
      TlThemesRow row = { g_strdup (tl_code_get_qualified (code)), g_strdup (tl_code_get_notation (code)),
                          g_strdup (tl_code_get_label (code)), depth, NULL };

      g_array_append_val (rows, row);
      if (tl_code_get_children (code) != NULL)
        add_rows (rows, tl_code_get_children (code), depth + 1);
    }
}

static void
make_rows (Asking *asking)
{
  TlThemes *themes = asking->themes;
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (TlThemesRow));

  add_rows (rows, tl_typology_get_top (asking->typology), 0);
  themes->n_rows = rows->len;
  themes->rows = (TlThemesRow *) (void *) g_array_free (rows, FALSE);
  for (guint i = 0; i < themes->n_rows; i++)
    {
      themes->rows[i].cells = g_new0 (TlThemesCell, themes->n_columns);
      g_hash_table_insert (asking->rows, themes->rows[i].code, GUINT_TO_POINTER (i + 1));
    }
}

/* Columns */

static int
compare_keys (const void *a,
              const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The keys of the columns in the order in which people expect them; what is not stated comes last. */
static GPtrArray *
order_keys (Asking     *asking,
            GHashTable *keys)
{
  g_autofree char **found = (char **) g_hash_table_get_keys_as_array (keys, NULL);
  GPtrArray *ordered;

  if (asking->query->by == TL_THEMES_BY_LEVEL)
    ordered = _tl_themes_order_levels (keys);
  else
    {
      ordered = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; found[i] != NULL; i++)
        if (found[i][0] != '\0')
          g_ptr_array_add (ordered, g_strdup (found[i]));
      g_ptr_array_sort (ordered, compare_keys);
    }
  if (g_hash_table_contains (keys, ""))
    g_ptr_array_add (ordered, g_strdup (""));
  return ordered;
}

static void
make_columns (Asking     *asking,
              GHashTable *keys)
{
  TlThemes *themes = asking->themes;
  g_autoptr (GPtrArray) ordered = order_keys (asking, keys);

  themes->n_columns = ordered->len + 1;
  themes->columns = g_new0 (TlThemesColumn, themes->n_columns);
  themes->columns[0].key = g_strdup ("all");
  themes->columns[0].title = g_strdup (_("All"));
  for (guint i = 0; i < ordered->len; i++)
    {
      TlThemesColumn *column = &themes->columns[i + 1];

      column->key = g_strdup (g_ptr_array_index (ordered, i));
      column->title = _tl_themes_title_column (asking->query->by, column->key);
      g_hash_table_insert (asking->columns, column->key, GUINT_TO_POINTER (i + 1));
    }
}

static guint
find_column (Asking     *asking,
             const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (asking->columns, key));
}

/* Reviews under the filter */

static const char *
by_expression (TlThemesBy by)
{
  switch (by)
    {
    case TL_THEMES_BY_YEAR:
      return "CAST(review.year AS TEXT)";
    case TL_THEMES_BY_REGION:
      return "review.region";
    case TL_THEMES_BY_METHOD:
      return "review.method";
    case TL_THEMES_BY_NONE:
    case TL_THEMES_BY_LEVEL:
    default:
      return "NULL";
    }
}

/* Superseded revisions do not count, nor does a record without any code of the typology: it was not coded. */
static char *
dup_reviews_sql (TlThemesBy by)
{
  return g_strdup_printf (
    "SELECT record.number, coalesce(%s, '') FROM record "
    "JOIN review ON review.key = (record.number << 24 | 1) "
    "JOIN typology ON typology.record = record.number AND typology.scheme = ?1 AND typology.version = ?2 "
    "WHERE NOT record.superseded "
    "AND (?3 = 0 OR review.year >= ?3) AND (?4 = 0 OR review.year <= ?4) "
    "AND (?5 IS NULL OR review.region = ?5) AND (?6 IS NULL OR review.method = ?6) "
    "AND (?7 IS NULL OR review.type = ?7) "
    "AND (?8 IS NULL OR EXISTS (SELECT 1 FROM reached_level AS reached WHERE reached.record = record.number "
    "AND reached.level = ?8)) "
    "AND EXISTS (SELECT 1 FROM coding WHERE coding.record = record.number AND coding.code > ?9 AND coding.code < ?10) "
    "ORDER BY record.number", by_expression (by));
}

static gboolean
read_reviews (Asking     *asking,
              GHashTable *keys,
              GError    **error)
{
  const TlThemesQuery *query = asking->query;
  g_autofree char *sql = dup_reviews_sql (query->by);
  sqlite3_stmt *statement = tl_connection_prepare (asking->connection, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, asking->themes->typology, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, asking->themes->version, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 3, query->year_from);
  sqlite3_bind_int64 (statement, 4, query->year_to);
  sqlite3_bind_text (statement, 5, query->region, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, query->method, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 7, query->type, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 8, query->level, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 9, asking->first_code, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 10, asking->last_code, -1, SQLITE_STATIC);

  while (tl_connection_step (asking->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      TlThemesReview review = { sqlite3_column_int64 (statement, 0), 0 };
      char *key = g_strdup ((const char *) sqlite3_column_text (statement, 1));

      g_array_append_val (asking->reviews, review);
      g_ptr_array_add (asking->keys, key);
      if (query->by != TL_THEMES_BY_NONE && query->by != TL_THEMES_BY_LEVEL)
        g_hash_table_add (keys, g_strdup (key));
    }
  return FALSE;
}

/* Levels at which there is something to count become columns. */
static gboolean
read_levels (Asking     *asking,
             GHashTable *keys,
             GError    **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (asking->connection,
                                                   "SELECT level FROM reached_level UNION SELECT level FROM coding "
                                                   "WHERE code > ?1 AND code < ?2 AND marks & 1", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, asking->first_code, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 2, asking->last_code, -1, SQLITE_STATIC);
  while (tl_connection_step (asking->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_hash_table_add (keys, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
  return FALSE;
}

/* The columns of the levels that a review has factors at, and of "not stated" if it has tags at none. */
static gboolean
find_level_columns (Asking        *asking,
                    gint64         record,
                    const GArray  *codings,
                    GArray        *columns,
                    GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (asking->connection,
                                                   "SELECT level FROM reached_level WHERE record = ?", error);
  guint none = find_column (asking, "");
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record);
  while (tl_connection_step (asking->connection, statement, &row, error))
    {
      if (row)
        {
          guint column = find_column (asking, (const char *) sqlite3_column_text (statement, 0));

          if (column != none)
            g_array_append_val (columns, column);
          continue;
        }
      for (guint i = 0; i < codings->len; i++)
        if (none > 0 && g_array_index (codings, TlThemesCoding, i).column == none
            && (g_array_index (codings, TlThemesCoding, i).marks & TL_CODING_TAGGED))
          {
            g_array_append_val (columns, none);
            break;
          }
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_codings (Asking   *asking,
              gint64    record,
              guint     column,
              GArray   *codings,
              GError  **error)
{
  const TlThemesQuery *query = asking->query;
  sqlite3_stmt *statement = tl_connection_prepare (asking->connection, "SELECT code, level, marks FROM coding WHERE "
                                                   "record = ?1 AND code > ?2 AND code < ?3", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, record);
  sqlite3_bind_text (statement, 2, asking->first_code, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, asking->last_code, -1, SQLITE_STATIC);
  while (tl_connection_step (asking->connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      const char *code = (const char *) sqlite3_column_text (statement, 0);
      const char *level = (const char *) sqlite3_column_text (statement, 1);
      guint position = GPOINTER_TO_UINT (g_hash_table_lookup (asking->rows, code));
      TlThemesCoding coding = { position - 1, query->by == TL_THEMES_BY_LEVEL ? find_column (asking, level) : column,
                                query->level == NULL || strcmp (level, query->level) == 0,
                                (guint) sqlite3_column_int64 (statement, 2) };

      if (position > 0)
        g_array_append_val (codings, coding);
    }
  return FALSE;
}

static gboolean
count_reviews (Asking  *asking,
               GError **error)
{
  g_autoptr (TlThemesCount) count = _tl_themes_count_new (asking->themes, asking->query->coder);
  g_autoptr (GArray) codings = g_array_new (FALSE, FALSE, sizeof (TlThemesCoding));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < asking->reviews->len; i++)
    {
      gint64 record = g_array_index (asking->reviews, TlThemesReview, i).number;
      guint column = find_column (asking, g_ptr_array_index (asking->keys, i));

      g_array_set_size (codings, 0);
      g_array_set_size (columns, 0);
      if (!read_codings (asking, record, column, codings, error))
        return FALSE;
      if (column > 0 && asking->query->by != TL_THEMES_BY_LEVEL)
        g_array_append_val (columns, column);
      else if (asking->query->by == TL_THEMES_BY_LEVEL
               && !find_level_columns (asking, record, codings, columns, error))
        return FALSE;
      _tl_themes_count_review (count, (const guint *) (void *) columns->data, columns->len,
                               (const TlThemesCoding *) (void *) codings->data, codings->len);
    }
  return TRUE;
}

/* Takes out the levels that no review under the filter has factors at. */
static void
drop_empty_columns (TlThemes *themes)
{
  guint kept = 1;

  for (guint j = 1; j < themes->n_columns; j++)
    {
      if (themes->columns[j].base == 0)
        {
          g_free (themes->columns[j].key);
          g_free (themes->columns[j].title);
          continue;
        }
      for (guint i = 0; i < themes->n_rows; i++)
        themes->rows[i].cells[kept] = themes->rows[i].cells[j];
      themes->columns[kept++] = themes->columns[j];
    }
  themes->n_columns = kept;
}

/* Public */

static gboolean
ask (Asking  *asking,
     GError **error)
{
  const TlThemesQuery *query = asking->query;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!read_reviews (asking, keys, error)
      || (query->by == TL_THEMES_BY_LEVEL && !read_levels (asking, keys, error)))
    return FALSE;

  make_columns (asking, keys);
  make_rows (asking);
  if (!count_reviews (asking, error))
    return FALSE;
  drop_empty_columns (asking->themes);
  if (!query->internal)
    _tl_themes_protect (asking->themes, query->threshold > 0 ? query->threshold : TL_THEMES_DEFAULT_THRESHOLD,
                        query->by != TL_THEMES_BY_LEVEL && query->by != TL_THEMES_BY_NONE);
  _tl_themes_describe (asking->themes, query, asking->typology);
  return TRUE;
}

/**
 * tl_library_themes:
 * @self: a library
 * @query: what to ask
 * @error: return location
 *
 * Counts for each code of a typology in how many reviews it occurs. A review counts once per code, and once for a code
 * of the top tier if any code below it occurs. Small counts are withheld unless @query is internal.
 *
 * The base are the reviews under the filter that have any code of the typology, tagged or considered, in the version at
 * hand. With columns of levels a review belongs to each level that it has factors at, a tag stands at the level of its
 * factor or of the cause of its link, and that a code was looked for holds for the review as a whole.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with %TL_ERROR_NOT_FOUND if there is no such typology, or if
 *   the library can't be read
 */
TlThemes *
tl_library_themes (TlLibrary            *self,
                   const TlThemesQuery  *query,
                   GError              **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (self) && _tl_library_get_connection (self) != NULL && query != NULL, NULL);

  const char *id = query->typology != NULL ? query->typology : TL_THEMES_DEFAULT_TYPOLOGY;
  TlTypology *typology = tl_typology_lookup (id, error);
  g_autoptr (TlThemes) themes = g_new0 (TlThemes, 1);

  if (typology == NULL)
    return NULL;

  Asking asking = { themes, query, typology, _tl_library_get_connection (self) };

  themes->typology = g_strdup (tl_typology_get_id (typology));
  themes->version = g_strdup (tl_typology_get_version (typology));
  asking.first_code = g_strconcat (themes->typology, ":", NULL);
  asking.last_code = g_strconcat (themes->typology, ";", NULL); /* the character after the colon */
  asking.reviews = g_array_new (FALSE, FALSE, sizeof (TlThemesReview));
  asking.keys = g_ptr_array_new_with_free_func (g_free);
  asking.columns = g_hash_table_new (g_str_hash, g_str_equal);
  asking.rows = g_hash_table_new (g_str_hash, g_str_equal);

  /* One transaction, so that what another process adds meanwhile is in all counts or in none. */
  gboolean done = tl_connection_begin (asking.connection, FALSE, error) && ask (&asking, error);

  tl_connection_rollback (asking.connection);
  g_free (asking.first_code);
  g_free (asking.last_code);
  g_array_unref (asking.reviews);
  g_ptr_array_unref (asking.keys);
  g_hash_table_unref (asking.columns);
  g_hash_table_unref (asking.rows);

  if (done)
    return g_steal_pointer (&themes);
  tl_library_explain (tl_library_get_name (self), error);
  return NULL;
}

/**
 * tl_themes_free:
 * @themes: (transfer full): a table
 */
void
tl_themes_free (TlThemes *themes)
{
  for (guint i = 0; i < themes->n_columns; i++)
    {
      g_free (themes->columns[i].key);
      g_free (themes->columns[i].title);
    }
  for (guint i = 0; i < themes->n_rows; i++)
    {
      g_free (themes->rows[i].code);
      g_free (themes->rows[i].notation);
      g_free (themes->rows[i].label);
      g_free (themes->rows[i].cells);
    }
  g_free (themes->columns);
  g_free (themes->rows);
  g_free (themes->typology);
  g_free (themes->version);
  g_free (themes->caption);
  g_free (themes->note);
  g_free (themes);
}
