/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Disclosure control of any table of counts that comes as CSV: a header row, a column of labels, and counts, with or
 * without a row and a column called Total. The symbols are those of official statistics: c for what is withheld, k for
 * what rounds to zero and is none (DfE, see tl_protect() for the rule). */
#include "config.h"

#include "model/library/tl-protect-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/disclosure/tl-protect.h"
#include "model/exchange/tl-csv.h"
#include "model/exchange/tl-problem.h"

#define MAX_DIGITS 15 /* what adds up without overflow, whatever the size of the table */

/* The counts with totals first, as tl_protect() takes them. */
typedef struct {
  GPtrArray      *rows;       /* as they stand in the file */
  guint          *row_of;     /* a row of the counts: its place in @rows */
  guint          *column_of;  /* a column of the counts: its place among the cells */
  guint           n_rows;
  guint           n_columns;
  gint64         *counts;
  TlProtectFlags  flags;
} Counts;

static void
counts_clear (Counts *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->row_of);
  g_free (self->column_of);
  g_free (self->counts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

static const TlCsvRow *
get_row (const Counts *self,
         guint         row)
{
  return g_ptr_array_index (self->rows, row);
}

static gboolean
is_total (const char *label)
{
  g_autofree char *stripped = g_strstrip (g_strdup (label));

  return g_ascii_strcasecmp (stripped, "total") == 0;
}

/* Finds the one total of a line of labels, and puts it first. */
static gboolean
order (guint       n,
       guint      *places,
       const char *(*get_label) (const Counts *self, guint place),
       Counts     *self,
       gboolean   *has_total)
{
  guint total = 0;

  for (guint i = 1; i <= n; i++)
    if (is_total (get_label (self, i)))
      {
        if (total != 0)
          return FALSE;
        total = i;
      }
  *has_total = total != 0;
  if (total != 0)
    *places++ = total;
  for (guint i = 1; i <= n; i++)
    if (i != total)
      *places++ = i;
  return TRUE;
}

static const char *
label_of_row (const Counts *self,
              guint         place)
{
  return get_row (self, place)->cells[0];
}

static const char *
label_of_column (const Counts *self,
                 guint         place)
{
  return get_row (self, 0)->cells[place];
}

static gboolean
read_count (const char *text,
            gint64     *count)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  gsize length = strlen (stripped);

  *count = length > 0 && length <= MAX_DIGITS ? g_ascii_strtoll (stripped, NULL, 10) : 0;
  return length > 0 && length <= MAX_DIGITS && strspn (stripped, "0123456789") == length;
}

static gboolean
read_counts (Counts    *self,
             GPtrArray *problems)
{
  self->counts = g_new0 (gint64, (gsize) self->n_rows * self->n_columns + 1);
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        const TlCsvRow *row = get_row (self, self->row_of[i]);
        const char *cell = row->cells[self->column_of[j]];

        if (!read_count (cell, &self->counts[i * self->n_columns + j]))
          tl_problems_add (problems, TL_PROBLEM_VALUE, row->line,
                           /* Translators: a row and a column of a table, and what stands there */
                           _("“%s”, “%s”: “%s” is not a count. A count is a whole number without sign or point."),
                           row->cells[0], label_of_column (self, self->column_of[j]), cell);
      }
  return problems->len == 0;
}

static gboolean
check_shape (Counts    *self,
             GPtrArray *problems)
{
  if (problems->len > 0)
    return FALSE;
  if (self->rows->len < 2 || get_row (self, 0)->n_cells < 2)
    return tl_problems_add (problems, TL_PROBLEM_MISSING, 1,
                            _("This is no table of counts. It needs a header row, a column of labels, and counts."))
           && FALSE;
  for (guint i = 1; i < self->rows->len; i++)
    tl_csv_check_row (get_row (self, i), get_row (self, 0), problems);
  return problems->len == 0;
}

static gboolean
read_table (Counts    *self,
            GBytes    *csv,
            GPtrArray *problems)
{
  gboolean row_totals, column_totals;

  self->rows = tl_csv_parse (csv, problems);
  if (!check_shape (self, problems))
    return FALSE;
  self->n_rows = self->rows->len - 1;
  self->n_columns = get_row (self, 0)->n_cells - 1;
  self->row_of = g_new0 (guint, self->n_rows);
  self->column_of = g_new0 (guint, self->n_columns);
  if (!order (self->n_rows, self->row_of, label_of_row, self, &column_totals)
      || !order (self->n_columns, self->column_of, label_of_column, self, &row_totals))
    return tl_problems_add (problems, TL_PROBLEM_REPEATED, 1,
                            _("There is more than one row, or more than one column, called Total.")) && FALSE;
  self->flags = (row_totals ? TL_PROTECT_ROW_TOTALS : 0) | (column_totals ? TL_PROTECT_COLUMN_TOTALS : 0);
  return read_counts (self, problems);
}

/* What a total differs from the sum of its parts by. */
static gint64
measure_gap (const Counts *self,
             guint         start,
             guint         n,
             guint         stride)
{
  gint64 gap = self->counts[start];

  for (guint i = 1; i < n; i++)
    gap -= self->counts[start + i * stride];
  return gap;
}

static void
note_gap (GStrvBuilder *notes,
          gint64        gap,
          const char   *label)
{
  g_autofree char *note = g_strdup_printf (
    _("The total of “%s” is not the sum of its parts; it is protected as one that need not be."), label);

  if (gap != 0)
    g_strv_builder_add (notes, note);
}

static GStrv
collect_notes (const Counts *self)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  for (guint i = 0; i < self->n_rows && (self->flags & TL_PROTECT_ROW_TOTALS); i++)
    note_gap (notes, measure_gap (self, i * self->n_columns, self->n_columns, 1), label_of_row (self, self->row_of[i]));
  for (guint j = 0; j < self->n_columns && (self->flags & TL_PROTECT_COLUMN_TOTALS); j++)
    note_gap (notes, measure_gap (self, j, self->n_rows, self->n_columns),
              label_of_column (self, self->column_of[j]));
  return g_strv_builder_end (notes);
}

static char *
write_count (gint64   count,
             gboolean withheld,
             guint    round)
{
  gint64 rounded = round > 0 ? (count + round / 2) / round * round : count;

  if (withheld)
    return g_strdup ("c");
  return rounded == 0 && count > 0 ? g_strdup ("k") : g_strdup_printf ("%" G_GINT64_FORMAT, rounded);
}

/* The table as it stood, with what may be seen of each count. */
static char *
write_table (const Counts   *self,
             const gboolean *withheld,
             guint           round)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  guint n_cells = self->n_columns + 1;

  g_ptr_array_set_size (shown, (int) (self->rows->len * n_cells));
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      shown->pdata[self->row_of[i] * n_cells + self->column_of[j]]
        = write_count (self->counts[i * self->n_columns + j], withheld[i * self->n_columns + j], round);

  for (guint i = 0; i < self->rows->len; i++)
    {
      for (guint j = 0; j < n_cells; j++)
        {
          const char *count = g_ptr_array_index (shown, i * n_cells + j);

          tl_csv_append_cell (out, count != NULL ? count : get_row (self, i)->cells[j]);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (out, FALSE);
}

/**
 * tl_protect_table:
 * @csv: a table with a header row, a column of labels, and counts; a row and a column called Total, in any case and at
 *   any place, are the sums of the others
 * @threshold: counts from 1 to this are small; at most %TL_PROTECT_MAX_THRESHOLD
 * @round: 0, or what to round shown counts to the nearest multiple of; at most %TL_PROTECT_MAX_ROUND
 * @problems: (element-type TlProblem): where to say what is wrong with it
 *
 * Applies disclosure control to a table: small counts and what they could be worked out from are withheld, true zeros
 * stay. What is rounded is rounded after that.
 *
 * Returns: (transfer full) (nullable): the table; %NULL if there are problems
 */
TlProtectTable *
tl_protect_table (GBytes    *csv,
                  guint      threshold,
                  guint      round,
                  GPtrArray *problems)
{
  g_return_val_if_fail (csv != NULL && problems != NULL, NULL);
  g_return_val_if_fail (threshold <= TL_PROTECT_MAX_THRESHOLD && round <= TL_PROTECT_MAX_ROUND, NULL);

  g_auto (Counts) counts = { NULL };

  if (!read_table (&counts, csv, problems))
    return NULL;

  TlProtectTable *self = g_new0 (TlProtectTable, 1);
  g_autofree gboolean *withheld = g_new0 (gboolean, (gsize) counts.n_rows * counts.n_columns + 1);
  TlProtectResult result
    = tl_protect (counts.counts, counts.n_rows, counts.n_columns, threshold, counts.flags, withheld);

  self->csv = write_table (&counts, withheld, round);
  self->n_counts = counts.n_rows * counts.n_columns;
  self->n_withheld = result.n_primary + result.n_secondary;
  self->notes = collect_notes (&counts);
  return self;
}

/**
 * tl_protect_table_free:
 * @self: (transfer full): a table
 */
void
tl_protect_table_free (TlProtectTable *self)
{
  g_free (self->csv);
  g_strfreev (self->notes);
  g_free (self);
}
