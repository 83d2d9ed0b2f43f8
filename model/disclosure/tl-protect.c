/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which counts of one table are withheld so that nobody is found through them: a table is a system in which rows and
 * columns add up. */
#include "config.h"

#include "model/disclosure/tl-protect.h"

#include "model/disclosure/tl-protect-system.h"

static gboolean
is_total (guint          row,
          guint          column,
          TlProtectFlags flags)
{
  return (row == 0 && (flags & TL_PROTECT_COLUMN_TOTALS)) || (column == 0 && (flags & TL_PROTECT_ROW_TOTALS));
}

/* That the first cell of a line is the sum of the others. */
static void
add_line (TlProtectSystem *system,
          guint            first,
          guint            n,
          guint            stride)
{
  g_autofree guint *parts = g_new (guint, n);

  for (guint i = 1; i < n; i++)
    parts[i - 1] = first + i * stride;
  tl_protect_system_add_sum (system, first, parts, n - 1);
}

/**
 * tl_protect:
 * @counts: (array): the table, row by row; no count is negative
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @threshold: counts from 1 to this are small; a zero is shown, for it tells of nobody
 * @flags: what is a total
 * @withheld: (inout) (array): one a cell: whether it is to be withheld in any case, as where another table of the same
 *   release withholds it; then, whether it is to be withheld
 *
 * Withholds what is small, and of the rest as much as it takes that whoever knows all that is shown, the threshold,
 * and that what is withheld is at least 1, can tell of no withheld number more than a range in which the greatest is
 * larger than the least by @threshold or more. A total is withheld only where there is no other way. Where a total is
 * not the sum of its parts, by how much is taken to be known to nobody.
 *
 * Returns: how much was withheld for which reason
 */
TlProtectResult
tl_protect (const gint64   *counts,
            guint           n_rows,
            guint           n_columns,
            guint           threshold,
            TlProtectFlags  flags,
            gboolean       *withheld)
{
  TlProtectResult result = { 0, 0 };
  guint n = n_rows * n_columns;

  g_return_val_if_fail (counts != NULL && withheld != NULL, result);

  g_autoptr (TlProtectSystem) system = tl_protect_system_new (threshold);

  for (guint i = 0; i < n; i++)
    {
      gboolean total = is_total (i / n_columns, i % n_columns, flags);

      tl_protect_system_add_count (system, counts[i], total ? TL_PROTECT_TOTAL : TL_PROTECT_PART, withheld[i]);
    }
  for (guint i = 0; i < n_rows && (flags & TL_PROTECT_ROW_TOTALS); i++)
    add_line (system, i * n_columns, n_columns, 1);
  for (guint j = 0; j < n_columns && (flags & TL_PROTECT_COLUMN_TOTALS); j++)
    add_line (system, j, n_rows, n_columns);
  tl_protect_system_solve (system, NULL);

  for (guint i = 0; i < n; i++)
    {
      TlProtectReason reason = tl_protect_system_get_reason (system, i);

      withheld[i] = reason != TL_PROTECT_SHOWN;
      result.n_primary += reason == TL_PROTECT_SMALL ? 1 : 0;
      result.n_secondary += reason != TL_PROTECT_SMALL && withheld[i] ? 1 : 0;
    }
  return result;
}
