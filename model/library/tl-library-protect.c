/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which counts of a table are withheld so that nobody is found through them: the small ones, and of the others as many
 * as it takes that no small one follows from a total by taking away what is shown. Pure arithmetic on arrays. */
#include "config.h"

#include "model/library/tl-library-protect.h"

/* A row or column: where it starts and how far apart its cells are. */
typedef struct {
  const gint64 *counts;
  gboolean     *withheld;
  guint         length;
  guint         stride;
} Line;

static gint64
count_at (const Line *line,
          guint       i)
{
  return line->counts[(gsize) i * line->stride];
}

static gboolean *
withheld_at (const Line *line,
             guint       i)
{
  return &line->withheld[(gsize) i * line->stride];
}

/* The smallest shown part that is not zero, else a shown zero, else the total: 0 stands for it. */
static guint
pick_next (const Line *line)
{
  guint best = 0;

  for (guint i = 1; i < line->length; i++)
    {
      gint64 count = count_at (line, i);

      if (*withheld_at (line, i))
        continue;
      if (best == 0 || (count_at (line, best) == 0 && count > 0) || (count > 0 && count < count_at (line, best)))
        best = i;
    }
  return best;
}

/* What is shown of a line must not pin down what is withheld. Where the total is shown, there have to be two withheld
 * parts at least, and together they have to be more than what is called small; where it is withheld, one part. */
static gboolean
is_safe (const Line *line,
         guint       threshold)
{
  guint n = 0;
  gint64 sum = 0;

  for (guint i = 1; i < line->length; i++)
    if (*withheld_at (line, i))
      {
        n++;
        sum += count_at (line, i);
      }
  if (*withheld_at (line, 0))
    return n > 0 || count_at (line, 0) == 0;
  return n == 0 || (n > 1 && sum > threshold);
}

static guint
protect_line (const Line *line,
              guint       threshold)
{
  guint n_added = 0;

  while (!is_safe (line, threshold))
    {
      gboolean *next = withheld_at (line, pick_next (line));

      if (*next)
        break;
      *next = TRUE;
      n_added++;
    }
  return n_added;
}

static guint
protect_lines (const gint64   *counts,
               guint           n_rows,
               guint           n_columns,
               guint           threshold,
               TlProtectFlags  flags,
               gboolean       *withheld)
{
  guint n_added = 0;

  if (flags & TL_PROTECT_ROW_TOTALS)
    for (guint i = 0; i < n_rows; i++)
      {
        gsize start = (gsize) i * n_columns;
        Line line = { counts + start, withheld + start, n_columns, 1 };

        n_added += protect_line (&line, threshold);
      }
  if (flags & TL_PROTECT_COLUMN_TOTALS)
    for (guint i = 0; i < n_columns; i++)
      {
        Line line = { counts + i, withheld + i, n_rows, n_columns };

        n_added += protect_line (&line, threshold);
      }
  return n_added;
}

/**
 * tl_library_protect:
 * @counts: (array): the table, row by row; no count is negative
 * @n_rows: how many rows
 * @n_columns: how many columns
 * @threshold: counts from 1 to this are small; a zero is shown, for it tells of nobody
 * @flags: what is a total
 * @withheld: (out caller-allocates) (array): one a cell: whether it is to be withheld
 *
 * Withholds what is small, and what a small count could be worked out from along a row or a column. A table with both
 * totals can still be solved as a system of equations: that takes full disclosure control.
 *
 * Returns: how much was withheld for which reason
 */
TlProtectResult
tl_library_protect (const gint64   *counts,
                    guint           n_rows,
                    guint           n_columns,
                    guint           threshold,
                    TlProtectFlags  flags,
                    gboolean       *withheld)
{
  TlProtectResult result = { 0, 0 };
  guint n_added;

  g_return_val_if_fail (counts != NULL && withheld != NULL, result);

  for (gsize i = 0; i < (gsize) n_rows * n_columns; i++)
    {
      withheld[i] = counts[i] >= 1 && counts[i] <= threshold;
      result.n_primary += withheld[i] ? 1 : 0;
    }

  /* What is withheld along a row can open a column again, and the other way round; each turn withholds more. */
  do
    {
      n_added = protect_lines (counts, n_rows, n_columns, threshold, flags, withheld);
      result.n_secondary += n_added;
    }
  while (n_added > 0);
  return result;
}
