/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which counts of a table are withheld so that nobody is found through them: the small ones, and of the others as many
 * as it takes that none of what is withheld can be worked out closely from what is shown. Pure arithmetic on arrays. */
#include "config.h"

#include "model/disclosure/tl-protect.h"

#include "model/disclosure/tl-protect-net-private.h"

/* What a loss costs: a total tells the most and goes only where there is no other way, and of parts rather few than
 * many, rather small than large. */
#define COST_OF_PART 1000
#define COST_OF_COUNT_MAX 900
#define COST_OF_TOTAL (G_GINT64_CONSTANT (1) << 32)

/* A table, or one line of it where lines have nothing to do with each other. */
typedef struct {
  const gint64   *counts;
  gboolean       *withheld;
  const gboolean *required; /* what has to be withheld in any case */
  guint           n_rows;
  guint           n_columns;
  gsize           row_stride;
  gsize           column_stride;
  TlProtectFlags  flags;

  GArray *cells; /* (element-type TlProtectCell) */
  GArray *spots; /* (element-type gsize): where each cell stands; as long as there are cells of the table */
} Table;

static gint64
count_at (const Table *table,
          guint        row,
          guint        column)
{
  return table->counts[row * table->row_stride + column * table->column_stride];
}

/* The sums of rows come first, then those of columns, then the world outside: what takes part in no sum that is
 * shown. */
static guint
row_node (const Table *table,
          guint        row)
{
  return table->flags & TL_PROTECT_ROW_TOTALS ? row : table->n_rows + table->n_columns;
}

static guint
column_node (const Table *table,
             guint        column)
{
  return table->flags & TL_PROTECT_COLUMN_TOTALS ? table->n_rows + column : table->n_rows + table->n_columns;
}

static gboolean
is_total (const Table *table,
          guint        row,
          guint        column)
{
  return (row == 0 && (table->flags & TL_PROTECT_COLUMN_TOTALS))
         || (column == 0 && (table->flags & TL_PROTECT_ROW_TOTALS));
}

/* A zero tells of nobody and is shown, and as everybody knows that, it is no part of any way. */
static void
add_cell (Table *table,
          guint  row,
          guint  column)
{
  gint64 count = count_at (table, row, column);
  gsize spot = row * table->row_stride + column * table->column_stride;
  gboolean turned = (row == 0 && (table->flags & TL_PROTECT_COLUMN_TOTALS) != 0)
                    != (column == 0 && (table->flags & TL_PROTECT_ROW_TOTALS) != 0);
  TlProtectCell cell = {
    .from = turned ? column_node (table, column) : row_node (table, row),
    .to = turned ? row_node (table, row) : column_node (table, column),
    .count = count,
    .least = 1,
    .cost = is_total (table, row, column) ? COST_OF_TOTAL : COST_OF_PART + MIN (count, COST_OF_COUNT_MAX),
    .withheld = table->withheld[spot],
  };

  if (count == 0)
    return;
  g_array_append_val (table->cells, cell);
  g_array_append_val (table->spots, spot);
}

/* What a total has more than its parts, or its parts more than it, as where a review counts in several: nobody knows
 * how much that is, only that it is not less than nothing. */
static void
add_gap (Table *table,
         guint  node,
         gint64 gap,
         gboolean of_row)
{
  guint world = table->n_rows + table->n_columns;
  gboolean leaves = (gap > 0) == of_row;
  TlProtectCell cell = {
    .from = leaves ? node : world, .to = leaves ? world : node, .count = ABS (gap), .withheld = TRUE,
  };

  if (gap != 0)
    g_array_append_val (table->cells, cell);
}

static void
add_gaps (Table *table)
{
  for (guint i = 0; i < table->n_rows && (table->flags & TL_PROTECT_ROW_TOTALS); i++)
    {
      gint64 gap = count_at (table, i, 0);

      for (guint j = 1; j < table->n_columns; j++)
        gap -= count_at (table, i, j);
      add_gap (table, row_node (table, i), gap, TRUE);
    }
  for (guint j = 0; j < table->n_columns && (table->flags & TL_PROTECT_COLUMN_TOTALS); j++)
    {
      gint64 gap = count_at (table, 0, j);

      for (guint i = 1; i < table->n_rows; i++)
        gap -= count_at (table, i, j);
      add_gap (table, column_node (table, j), gap, FALSE);
    }
}

static TlProtectCell *
get_cell (Table *table,
          guint  i)
{
  return &g_array_index (table->cells, TlProtectCell, i);
}

static GArray *
measure (TlProtectNet *net,
         guint         cell,
         gint64        enough)
{
  GArray *witness = g_array_new (FALSE, FALSE, sizeof (guint));

  if (_tl_protect_net_measure (net, cell, enough, witness) >= enough)
    return witness;
  g_array_unref (witness);
  return NULL;
}

static void
free_witness (gpointer witness)
{
  if (witness != NULL)
    g_array_unref (witness);
}

static gboolean
moves_through (GArray *witness,
               guint   cell)
{
  for (guint i = 0; witness != NULL && i < witness->len; i++)
    if (g_array_index (witness, guint, i) == cell)
      return TRUE;
  return FALSE;
}

/* Shows a cell again if what is withheld can move far enough without it. Only what moved through it has to be measured
 * anew. */
static gboolean
show_again (Table        *table,
            TlProtectNet *net,
            guint         cell,
            gint64        enough,
            GPtrArray    *witnesses)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_full (witnesses->len, NULL);
  gboolean safe = TRUE;

  get_cell (table, cell)->withheld = FALSE;
  g_ptr_array_set_size (others, (int) witnesses->len);
  for (guint i = 0; i < witnesses->len && safe; i++)
    if (i != cell && moves_through (g_ptr_array_index (witnesses, i), cell))
      {
        others->pdata[i] = measure (net, i, enough);
        safe = others->pdata[i] != NULL;
      }
  get_cell (table, cell)->withheld = !safe;
  for (guint i = 0; i < witnesses->len; i++)
    if (others->pdata[i] != NULL)
      {
        GArray **kept = (GArray **) &witnesses->pdata[i];

        g_array_unref (safe ? *kept : others->pdata[i]);
        if (safe)
          *kept = others->pdata[i];
      }
  if (safe)
    g_clear_pointer (&witnesses->pdata[cell], g_array_unref);
  return safe;
}

static int
compare_costs (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  gint64 cost_a = get_cell (user_data, *(const guint *) a)->cost;
  gint64 cost_b = get_cell (user_data, *(const guint *) b)->cost;

  return (cost_a < cost_b) - (cost_a > cost_b);
}

/* One small number is protected after the other, so that some of what was withheld at first is not needed in the end.
 * The dearest is tried first. */
static void
show_what_can_be (Table        *table,
                  TlProtectNet *net,
                  gint64        threshold)
{
  g_autoptr (GPtrArray) witnesses = g_ptr_array_new_with_free_func (free_witness);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));

  g_ptr_array_set_size (witnesses, (int) table->spots->len);
  for (guint i = 0; i < table->spots->len; i++)
    if (get_cell (table, i)->withheld)
      {
        witnesses->pdata[i] = measure (net, i, threshold);
        if (!table->required[g_array_index (table->spots, gsize, i)])
          g_array_append_val (candidates, i);
      }
  g_array_sort_with_data (candidates, compare_costs, table);
  for (guint i = 0; i < candidates->len; i++)
    show_again (table, net, g_array_index (candidates, guint, i), threshold, witnesses);
}

/* Withholds in one table, or line, what has to be besides the small numbers. */
static void
protect_table (Table *table,
               gint64 threshold)
{
  g_autoptr (TlProtectNet) net = NULL;
  guint n_added;

  table->cells = g_array_new (FALSE, FALSE, sizeof (TlProtectCell));
  table->spots = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint i = 0; i < table->n_rows; i++)
    for (guint j = 0; j < table->n_columns; j++)
      add_cell (table, i, j);
  add_gaps (table);
  net = _tl_protect_net_new (table->n_rows + table->n_columns + 1, (TlProtectCell *) (void *) table->cells->data,
                             table->cells->len);

  do
    {
      n_added = 0;
      for (guint i = 0; i < table->spots->len; i++)
        if (get_cell (table, i)->withheld)
          n_added += _tl_protect_net_widen (net, i, threshold);
    }
  while (n_added > 0);
  show_what_can_be (table, net, threshold);

  for (guint i = 0; i < table->spots->len; i++)
    table->withheld[g_array_index (table->spots, gsize, i)] = get_cell (table, i)->withheld;
  g_array_unref (table->cells);
  g_array_unref (table->spots);
}

/* Lines that have nothing to do with each other are protected one by one: as rows of one table they would only cost
 * time. */
static void
protect_lines (const gint64   *counts,
               guint           n_rows,
               guint           n_columns,
               guint           threshold,
               TlProtectFlags  flags,
               const gboolean *required,
               gboolean       *withheld)
{
  gboolean of_rows = flags == TL_PROTECT_ROW_TOTALS;

  for (guint i = 0; i < (of_rows ? n_rows : n_columns); i++)
    {
      gsize start = of_rows ? (gsize) i * n_columns : i;
      Table line = {
        .counts = counts + start,
        .withheld = withheld + start,
        .required = required + start,
        .n_rows = 1,
        .n_columns = of_rows ? n_columns : n_rows,
        .column_stride = of_rows ? 1 : n_columns,
        .flags = TL_PROTECT_ROW_TOTALS,
      };

      protect_table (&line, threshold);
    }
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
  const TlProtectFlags both = TL_PROTECT_ROW_TOTALS | TL_PROTECT_COLUMN_TOTALS;
  TlProtectResult result = { 0, 0 };
  gsize n = (gsize) n_rows * n_columns;
  guint n_required = 0;

  g_return_val_if_fail (counts != NULL && withheld != NULL, result);

  for (gsize i = 0; i < n; i++)
    {
      gboolean small = counts[i] >= 1 && counts[i] <= threshold;

      withheld[i] = small || (withheld[i] && counts[i] > 0);
      result.n_primary += small ? 1 : 0;
      n_required += withheld[i] ? 1 : 0;
    }
  result.n_secondary = n_required - result.n_primary;
  if (n_required == 0 || flags == TL_PROTECT_ALONE)
    return result;

  g_autofree gboolean *required = g_memdup2 (withheld, n * sizeof (gboolean));

  if (flags == both)
    {
      Table table = { counts, withheld, required, n_rows, n_columns, n_columns, 1, flags, NULL, NULL };

      protect_table (&table, threshold);
    }
  else
    protect_lines (counts, n_rows, n_columns, threshold, flags, required, withheld);

  result.n_secondary = 0;
  for (gsize i = 0; i < n; i++)
    result.n_secondary += withheld[i] ? 1 : 0;
  result.n_secondary -= result.n_primary;
  return result;
}
