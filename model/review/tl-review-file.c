/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Review files as wholes: a new one, one whose history is to be forgotten, and what can be saved of a damaged one. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/review/tl-review-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/base/tl-error.h"
#include "model/base/tl-id.h"
#include "model/method/tl-method.h"
#include "model/review/tl-backup.h"
#include "model/review/tl-review-private.h"
#include "model/store/tl-index.h"
#include "model/store/tl-schema.h"
#include "model/store/tl-table.h"
#include "model/terms/tl-terms.h"

static TlValue *
find_value (TlValue    *values,
            const char *field)
{
  return &values[tl_kind_find_field_index (tl_kind_lookup ("review"), field)];
}

static void
set_if_unset (TlValue    *values,
              const char *field,
              char       *text)
{
  TlValue *value = find_value (values, field);

  if (value->type == TL_VALUE_UNSET)
    *value = (TlValue) { .type = TL_VALUE_TEXT, .text = text };
  else
    g_free (text);
}

/* What a file of another tier is to hold besides, or NULL. */
typedef struct {
  TlTier       tier;
  TlReviewFill fill;
  void        *data;
} Copy;

static gboolean
write_new_file (TlConnection  *connection,
                const char    *id,
                TlValue       *values,
                const Copy    *copy,
                GError       **error)
{
  if (!tl_connection_begin (connection, TRUE, error))
    return FALSE;
  if (!tl_schema_create (connection, error)
      || !tl_table_insert (tl_table_get (tl_kind_lookup ("review")), connection, id, values, error)
      || (copy != NULL && (!tl_schema_set_tier (connection, copy->tier, error)
                           || !copy->fill (connection, copy->data, error))))
    {
      tl_connection_rollback (connection);
      return FALSE;
    }
  return tl_connection_commit (connection, error);
}

static gboolean
make_file (const char  *path,
           const char  *id,
           TlValue     *values,
           const Copy  *copy,
           GError     **error)
{
  g_autofree char *new_id = id != NULL ? g_strdup (id) : tl_id_new ();
  g_autoptr (TlConnection) connection = tl_connection_open (path, TL_CONNECTION_CREATE, error);

  if (connection == NULL)
    return FALSE;

  set_if_unset (values, "learning_key", tl_id_new ());
  set_if_unset (values, "board_pseudonym", tl_id_new ());
  if (find_value (values, "revision")->type == TL_VALUE_UNSET)
    *find_value (values, "revision") = (TlValue) { .type = TL_VALUE_INTEGER, .integer = 1 };

  if (write_new_file (connection, new_id, values, copy, error))
    return TRUE;
  tl_connection_discard (g_steal_pointer (&connection));
  return FALSE;
}

/**
 * tl_review_create:
 * @path: name of a file that doesn't exist
 * @id: (nullable): id of the review; %NULL for a new one
 * @values: one a field of the kind "review"; its secret key, its board's pseudonym and its revision are made where
 *   unset
 * @error: return location
 *
 * Makes a review file. That the review exists is no edit and can't be undone. On failure there is no file.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_create (const char  *path,
                  const char  *id,
                  TlValue     *values,
                  GError     **error)
{
  g_return_val_if_fail (path != NULL && values != NULL, FALSE);

  return make_file (path, id, values, NULL, error);
}

/**
 * tl_review_create_copy:
 * @path: name of a file that doesn't exist
 * @tier: whom the copy is for
 * @id: id of the review
 * @values: as for tl_review_create()
 * @fill: (scope call): puts in all other records
 * @data: for @fill
 * @error: return location
 *
 * Makes a copy of a review that holds what leaves in @tier. None of it is in its history: that begins with the first
 * thing done in the copy.
 *
 * Returns: %FALSE on failure, and then there is no file
 */
gboolean
tl_review_create_copy (const char    *path,
                       TlTier         tier,
                       const char    *id,
                       TlValue       *values,
                       TlReviewFill   fill,
                       void          *data,
                       GError       **error)
{
  const Copy copy = { tier, fill, data };

  g_return_val_if_fail (path != NULL && id != NULL && values != NULL && fill != NULL, FALSE);

  return make_file (path, id, values, &copy, error);
}

/**
 * tl_review_create_titled:
 * @path: name of a file that doesn't exist
 * @title: (nullable): title of the review
 * @method: id of a method pack
 * @profile: (nullable): id of a terminology profile
 * @error: return location
 *
 * Makes a file for a new review.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_create_titled (const char  *path,
                         const char  *title,
                         const char  *method,
                         const char  *profile,
                         GError     **error)
{
  const TlKind *kind = tl_kind_lookup ("review");
  g_autofree TlValue *values = g_new0 (TlValue, kind->n_fields);
  g_autoptr (TlMethod) pack = tl_method_lookup (method, error);
  g_autoptr (TlTerms) terms = profile != NULL && pack != NULL ? tl_terms_lookup (profile, error) : NULL;
  gboolean done = pack != NULL && (profile == NULL || terms != NULL)
                  && tl_value_set_string (find_value (values, "title"), tl_kind_find_field (kind, "title"), title,
                                          error)
                  && tl_value_set_string (find_value (values, "profile"), tl_kind_find_field (kind, "profile"), profile,
                                          error);

  if (done)
    {
      set_if_unset (values, "method", g_strdup (method));
      set_if_unset (values, "method_version", g_strdup (tl_method_get_version (pack)));
      done = tl_review_create (path, NULL, values, error);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    tl_value_clear (&values[i]);
  return done;
}

/**
 * tl_review_forget:
 * @self: a review
 * @error: return location
 *
 * Forgets the history: what was deleted or replaced is no longer anywhere in the file, and nothing before this can be
 * undone. UUIDs of changes stay, for merging with copies. The dated backup copies on this computer are removed.
 *
 * Returns: %FALSE on failure
 */
gboolean
tl_review_forget (TlReview  *self,
                  GError   **error)
{
  g_return_val_if_fail (TL_IS_REVIEW (self), FALSE);

  TlConnection *connection = tl_review_get_connection (self);

  if (!_tl_review_begin_write (self, error))
    return FALSE;
  /* The words of what was deleted are in the index too, until it is made anew for the next search. */
  if (!tl_log_forget (connection, error) || !tl_index_drop (connection, error))
    {
      tl_connection_rollback (connection);
      return FALSE;
    }
  /* The image first: the history is gone from here on, even if there is no room to clean up the file. */
  return tl_connection_commit (connection, error)
         && _tl_review_reload (self, error)
         && tl_review_remove_backups (self, error)
         && tl_connection_execute (connection, "VACUUM", error);
}

typedef struct {
  TlConnection  *to;
  const TlTable *table;
  GHashTable    *ids;   /* of records saved, of every kind */
  guint          n_saved;
  guint          n_lost;
} Salvage;

static void
salvage_row (const char *id,
             TlValue    *values,
             gpointer    data)
{
  Salvage *salvage = data;

  if (tl_id_is_valid (id) && !g_hash_table_contains (salvage->ids, id)
      && tl_table_insert (salvage->table, salvage->to, id, values, NULL))
    {
      g_hash_table_add (salvage->ids, g_strdup (id));
      salvage->n_saved++;
    }
  else
    salvage->n_lost++;
}

static void
salvage_list (const char *owner,
              guint       field,
              TlValue    *value,
              gpointer    data)
{
  Salvage *salvage = data;

  if (g_hash_table_contains (salvage->ids, owner))
    tl_table_update (salvage->table, salvage->to, owner, field, value, NULL);
}

/* Copies what reads; goes on with the next table where one breaks off. */
static void
salvage_tables (TlConnection *from,
                Salvage      *salvage)
{
  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      salvage->table = tl_table_get (tl_kinds_get (i));
      if (!tl_table_load (salvage->table, from, salvage_row, salvage_list, salvage, NULL))
        salvage->n_lost++;
    }
}

static void
salvage_texts (TlConnection *from,
               Salvage      *salvage)
{
  sqlite3_stmt *read = tl_connection_prepare (from, "SELECT \"digest\", \"body\" FROM \"text\"", NULL);
  sqlite3_stmt *write = tl_connection_prepare (salvage->to, "INSERT OR IGNORE INTO \"text\" VALUES (?, ?)", NULL);
  gboolean row = TRUE;

  while (read != NULL && write != NULL && row && tl_connection_step (from, read, &row, NULL))
    if (row)
      {
        sqlite3_bind_value (write, 1, sqlite3_column_value (read, 0));
        sqlite3_bind_value (write, 2, sqlite3_column_value (read, 1));
        if (!tl_connection_run (salvage->to, write, NULL))
          salvage->n_lost++;
      }
}

/* NULL NOT IN (nothing) is true in SQL, hence the first half of the condition. */
static void
append_dangling_column (GString        *sql,
                        const TlTable  *table,
                        const TlColumn *column)
{
  if (column->target == NULL)
    return;

  if (table->kind->fields[column->field].on_remove == TL_ON_REMOVE_DELETE)
    g_string_append_printf (sql, "DELETE FROM \"%s\"", table->kind->name);
  else
    g_string_append_printf (sql, "UPDATE \"%s\" SET \"%s\" = NULL", table->kind->name, column->name);
  g_string_append_printf (sql, " WHERE \"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT \"id\" FROM \"%s\");",
                          column->name, column->name, column->target->name);
}

static void
append_dangling_list (GString       *sql,
                      const TlTable *table,
                      guint          field)
{
  if (table->lists[field] == NULL)
    return;

  g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE \"owner\" NOT IN (SELECT \"id\" FROM \"%s\");",
                          table->lists[field], table->kind->name);
  if (table->kind->fields[field].type == TL_FIELD_REFS)
    g_string_append_printf (sql, "DELETE FROM \"%s\" WHERE \"value\" NOT IN (SELECT \"id\" FROM \"%s\");",
                            table->lists[field], table->kind->fields[field].refs[0]);
}

/* References to records that could not be saved are emptied, and what depends on them goes too, until all hold. */
static gboolean
drop_dangling (Salvage  *salvage,
               GError  **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  int before;

  for (guint i = 0; i < tl_kinds_get_n (); i++)
    {
      const TlTable *table = tl_table_get (tl_kinds_get (i));

      for (guint j = 0; j < table->n_columns; j++)
        append_dangling_column (sql, table, &table->columns[j]);
      for (guint j = 0; j < table->kind->n_fields; j++)
        append_dangling_list (sql, table, j);
    }

  do
    {
      before = sqlite3_total_changes (tl_connection_get_handle (salvage->to));
      if (!tl_connection_execute (salvage->to, sql->str, error))
        return FALSE;
    }
  while (before != sqlite3_total_changes (tl_connection_get_handle (salvage->to)));
  return TRUE;
}

static gboolean
salvage_into (TlConnection *from,
              Salvage      *salvage,
              GError      **error)
{
  gint64 n_reviews;
  TlTier tier;

  if (!tl_connection_begin (salvage->to, TRUE, error))
    return FALSE;
  if (!tl_schema_create (salvage->to, error))
    return FALSE;
  if (tl_schema_get_tier (from, &tier, NULL) && !tl_schema_set_tier (salvage->to, tier, error))
    return FALSE;
  salvage_tables (from, salvage);
  salvage_texts (from, salvage);
  if (!drop_dangling (salvage, error)
      || !tl_connection_get_number (salvage->to, "SELECT count(*) FROM \"review\"", &n_reviews, error))
    return FALSE;
  if (n_reviews != 1)
    {
      g_set_error (error, TL_ERROR, TL_ERROR_DAMAGED, _("Nothing of “%s” can be saved."),
                   tl_connection_get_name (from));
      return FALSE;
    }
  return tl_connection_commit (salvage->to, error);
}

/**
 * tl_review_salvage:
 * @path: name of a review file, perhaps damaged
 * @copy: name of a file that doesn't exist
 * @n_saved: (out): number of records saved
 * @n_lost: (out): number of records, and of tables that broke off, that could not be
 * @error: return location
 *
 * Saves the records that can be read into a new review, without the history. @path is only read.
 *
 * Returns: %FALSE on failure; then there is no copy
 */
gboolean
tl_review_salvage (const char  *path,
                   const char  *copy,
                   guint       *n_saved,
                   guint       *n_lost,
                   GError     **error)
{
  g_return_val_if_fail (path != NULL && copy != NULL && n_saved != NULL && n_lost != NULL, FALSE);

  g_autoptr (TlConnection) from = tl_connection_open (path, TL_CONNECTION_READ_ONLY | TL_CONNECTION_SALVAGE, error);
  gint64 application_id;

  if (from == NULL || !tl_connection_get_number (from, "PRAGMA application_id", &application_id, error))
    return FALSE;
  if (application_id != TL_SCHEMA_APPLICATION_ID)
    return tl_connection_fail (from, SQLITE_NOTADB, error);

  g_autoptr (TlConnection) to = tl_connection_open (copy, TL_CONNECTION_CREATE, error);
  if (to == NULL)
    return FALSE;

  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Salvage salvage = { .to = to, .ids = ids };
  gboolean done = salvage_into (from, &salvage, error);

  *n_saved = salvage.n_saved;
  *n_lost = salvage.n_lost;
  if (!done)
    tl_connection_discard (g_steal_pointer (&to));
  return done;
}
