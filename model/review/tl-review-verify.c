/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The look for damage, in slices: a damaged file is never written to. */
#define G_LOG_DOMAIN "tl-review"

#include "config.h"

#include "model/base/tl-error.h"
#include "model/review/tl-review-private.h"
#include "model/store/tl-table.h"

/* A slice is one table; the last is the references between them. A file of an earlier version is looked at before it is
 * brought up to date, and does not have every table yet. */
static gboolean
verify_table (TlReview    *self,
              const char  *table,
              GError     **error)
{
  if (sqlite3_table_column_metadata (tl_connection_get_handle (self->connection), "main", table, NULL, NULL, NULL, NULL,
                                     NULL, NULL) == SQLITE_ERROR)
    return TRUE;

  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check('%s')", table);
  sqlite3_stmt *statement = tl_connection_prepare (self->connection, sql, error);
  gboolean row;

  if (statement == NULL || !tl_connection_step (self->connection, statement, &row, error))
    return FALSE;

  gboolean sound = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_reset (statement);
  return sound || tl_connection_fail (self->connection, SQLITE_CORRUPT, error);
}

static gboolean
verify_references (TlReview  *self,
                   GError   **error)
{
  gint64 dangling;

  return tl_connection_get_number (self->connection, "SELECT count(*) FROM pragma_foreign_key_check()", &dangling,
                                   error)
         && (dangling == 0 || tl_connection_fail (self->connection, SQLITE_CORRUPT, error));
}

static gboolean
verify_kind (TlReview      *self,
             const TlTable *table,
             GError       **error)
{
  if (!verify_table (self, table->kind->name, error))
    return FALSE;
  for (guint i = 0; i < table->kind->n_fields; i++)
    if (table->lists[i] != NULL && !verify_table (self, table->lists[i], error))
      return FALSE;
  return TRUE;
}

/**
 * tl_review_verify_slice:
 * @self: a review
 * @done: (out): whether the whole file has been looked at
 * @error: return location
 *
 * Looks at the next part of the file for damage. Call it when there is nothing else to do; whatever is left is done
 * before the first write.
 *
 * Returns: %FALSE with %TL_ERROR_DAMAGED when the file is damaged; the review can't be changed then. With another error
 *   it could not be looked at now; call again
 */
gboolean
tl_review_verify_slice (TlReview  *self,
                        gboolean  *done,
                        GError   **error)
{
  static const char *const own_tables[] = { "change", "text", "meta" };
  guint n_kinds = tl_kinds_get_n ();
  guint slice = self->verify_next;
  gboolean sound = TRUE;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (TL_IS_REVIEW (self) && done != NULL, FALSE);

  *done = self->verified;
  if (self->verified)
    return !self->damaged || tl_connection_fail (self->connection, SQLITE_CORRUPT, error);

  if (slice < n_kinds)
    sound = verify_kind (self, tl_table_get (tl_kinds_get (slice)), &fault);
  else if (slice < n_kinds + G_N_ELEMENTS (own_tables))
    sound = verify_table (self, own_tables[slice - n_kinds], &fault);
  else
    sound = verify_references (self, &fault);

  /* That it could not be read just now, since another program is writing it, is no damage: the slice is still to do. */
  if (!sound && !g_error_matches (fault, TL_ERROR, TL_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (!sound)
    g_propagate_error (error, g_steal_pointer (&fault));

  self->verify_next++;
  self->damaged = !sound;
  self->read_only |= self->damaged;
  self->verified = self->damaged || self->verify_next > n_kinds + G_N_ELEMENTS (own_tables);
  *done = self->verified;
  return sound;
}

/**
 * tl_review_verify:
 * @self: a review
 * @error: return location
 *
 * Looks at the rest of the file for damage at once.
 *
 * Returns: as tl_review_verify_slice()
 */
gboolean
tl_review_verify (TlReview  *self,
                  GError   **error)
{
  gboolean done = FALSE;

  while (!done)
    if (!tl_review_verify_slice (self, &done, error))
      return FALSE;
  return TRUE;
}
