/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a library holds, in numbers: how many reviews, of which years and boards, coded in what, by which method. */
#include "config.h"

#include "model/questions/tl-holdings.h"

#include "model/disclosure/tl-protect-system.h"
#include "model/library/tl-library-tables.h"
#include "model/questions/tl-count.h"

/* The row of a review has the first number of its record. */
#define OF_REVIEWS "FROM record JOIN review ON review.key = (record.number << 24 | 1) WHERE NOT record.superseded "

/* How many reviews there are is known to everybody, so parts that add up to it are protected together. */
static const struct {
  const char *sql;
  gboolean    adds_up;
} parts[TL_N_HOLDINGS_PARTS] = {
  [TL_HOLDINGS_YEARS] = { "SELECT coalesce (year, ''), count(*) " OF_REVIEWS "GROUP BY 1 ORDER BY year IS NULL, year",
                          TRUE },
  [TL_HOLDINGS_TYPOLOGIES] = { "SELECT scheme || ' ' || version, count(*) FROM typology "
                               "JOIN record ON record.number = typology.record WHERE NOT superseded "
                               "GROUP BY 1 ORDER BY 1", FALSE },
  [TL_HOLDINGS_METHODS] = { "SELECT coalesce (method, ''), count(*) " OF_REVIEWS "GROUP BY 1 ORDER BY 1", TRUE },
  [TL_HOLDINGS_BOARDS] = { "SELECT coalesce (board_pseudonym, ''), count(*) " OF_REVIEWS "GROUP BY 1 ORDER BY 1",
                           TRUE },
};

static void
clear_holding (gpointer holding)
{
  g_free (((TlHolding *) holding)->key);
}

static GArray *
make_part (void)
{
  GArray *part = g_array_new (FALSE, FALSE, sizeof (TlHolding));

  g_array_set_clear_func (part, clear_holding);
  return part;
}

static gboolean
read_part (TlConnection  *connection,
           const char    *sql,
           GArray        *part,
           GError       **error)
{
  sqlite3_stmt *statement = tl_connection_prepare (connection, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (tl_connection_step (connection, statement, &row, error))
    {
      if (!row)
        return TRUE;

      TlHolding holding = { g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                            sqlite3_column_int64 (statement, 1) };

      g_array_append_val (part, holding);
    }
  return FALSE;
}

static gboolean
read_number (TlConnection  *connection,
             const char    *sql,
             guint         *number,
             GError       **error)
{
  gint64 read;

  if (!tl_connection_get_number (connection, sql, &read, error))
    return FALSE;
  *number = (guint) read;
  return TRUE;
}

/**
 * tl_holdings_new:
 * @library: a library
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what it holds; nothing is withheld
 */
TlHoldings *
tl_holdings_new (TlLibrary  *library,
                 GError    **error)
{
  g_return_val_if_fail (TL_IS_LIBRARY (library), NULL);

  TlConnection *connection = tl_library_get_connection (library);
  g_autoptr (TlHoldings) self = g_new0 (TlHoldings, 1);

  for (guint i = 0; i < TL_N_HOLDINGS_PARTS; i++)
    {
      self->parts[i] = make_part ();
      if (!read_part (connection, parts[i].sql, self->parts[i], error))
        return NULL;
    }
  return read_number (connection, "SELECT count(*) FROM record WHERE NOT superseded", &self->reviews, error)
         && read_number (connection, "SELECT count(DISTINCT board_pseudonym) " OF_REVIEWS, &self->boards, error)
         && read_number (connection, "SELECT coalesce (min (year), 0) " OF_REVIEWS, &self->first_year, error)
         && read_number (connection, "SELECT coalesce (max (year), 0) " OF_REVIEWS, &self->last_year, error)
         && read_number (connection, "SELECT count(*) FROM record WHERE superseded", &self->superseded, error)
         && read_number (connection, "SELECT count(DISTINCT review) FROM withdrawal WHERE readmitted IS NULL",
                         &self->withdrawn, error)
           ? g_steal_pointer (&self)
           : NULL;
}

/* Withholds what is small in a part, and what that could be worked out from. */
static void
protect_part (GArray   *part,
              gint64    total,
              guint     threshold,
              gboolean  adds_up,
              guint    *n_primary,
              guint    *n_secondary)
{
  g_autoptr (TlProtectSystem) system = tl_protect_system_new (threshold);
  g_autofree guint *cells = g_new0 (guint, part->len + 1);

  for (guint i = 0; i < part->len; i++)
    cells[i] = tl_protect_system_add_count (system, g_array_index (part, TlHolding, i).reviews, FALSE, FALSE);
  if (adds_up)
    tl_protect_system_add_sum (system, tl_protect_system_add_published (system, total, FALSE, FALSE), cells, part->len);
  tl_protect_system_solve (system, NULL);
  for (guint i = 0; i < part->len; i++)
    {
      TlProtectReason reason = tl_protect_system_get_reason (system, cells[i]);

      if (reason == TL_PROTECT_SHOWN)
        continue;
      *(reason == TL_PROTECT_SMALL ? n_primary : n_secondary) += 1;
      g_array_index (part, TlHolding, i).reviews = TL_COUNT_WITHHELD;
    }
}

/**
 * tl_holdings_protect:
 * @self: what a library holds
 * @threshold: counts of reviews from 1 to this are withheld; 0 for %TL_COUNT_DEFAULT_THRESHOLD
 * @note: (out) (optional): what was withheld, in words
 *
 * Returns: (transfer full): the same with small counts withheld. How many reviews there are in all is not: whoever sees
 *   the library knows.
 */
TlHoldings *
tl_holdings_protect (const TlHoldings  *self,
                     guint              threshold,
                     char             **note)
{
  g_return_val_if_fail (self != NULL, NULL);

  TlHoldings *protected = g_new0 (TlHoldings, 1);
  guint n_primary = 0, n_secondary = 0;

  if (threshold == 0)
    threshold = TL_COUNT_DEFAULT_THRESHOLD;
  *protected = *self;
  for (guint i = 0; i < TL_N_HOLDINGS_PARTS; i++)
    {
      protected->parts[i] = make_part ();
      for (guint j = 0; j < self->parts[i]->len; j++)
        {
          const TlHolding *holding = &g_array_index (self->parts[i], TlHolding, j);
          TlHolding copy = { g_strdup (holding->key), holding->reviews };

          g_array_append_val (protected->parts[i], copy);
        }
      protect_part (protected->parts[i], self->reviews, threshold, parts[i].adds_up, &n_primary, &n_secondary);
    }
  if (note != NULL)
    *note = tl_count_dup_note (threshold, 0, n_primary, n_secondary);
  return protected;
}

/**
 * tl_holdings_free:
 * @self: (transfer full): what a library holds
 */
void
tl_holdings_free (TlHoldings *self)
{
  for (guint i = 0; i < TL_N_HOLDINGS_PARTS; i++)
    g_clear_pointer (&self->parts[i], g_array_unref);
  g_free (self);
}
