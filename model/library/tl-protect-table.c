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
  GStrvBuilder   *notes;
} Counts;

static void
counts_clear (Counts *self)
{
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_strv_builder_unref);
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

/* Finds the place of the one total of a line of labels, or 0. Returns FALSE if there are several. */
static gboolean
find_total (const Counts *self,
            guint         n,
            const char *(*get_label) (const Counts *self, guint place),
            guint        *total)
{
  *total = 0;
  for (guint i = 1; i <= n; i++)
    if (is_total (get_label (self, i)))
      {
        if (*total != 0)
          return FALSE;
        *total = i;
      }
  return TRUE;
}

/* All places from 1 on, that of the total first. */
static guint *
order (guint n,
       guint total)
{
  guint *places = g_new0 (guint, n + 1), *next = places;

  if (total != 0)
    *next++ = total;
  for (guint i = 1; i <= n; i++)
    if (i != total)
      *next++ = i;
  return places;
}

/* Digits, as publications group them: "1,234" and "1 234" with any space. Returns NULL if it is not that. */
static char *
dup_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint n = 0; /* digits since the last separator, or since the beginning */
  gboolean grouped = FALSE;

  for (const char *at = stripped; *at != '\0'; at = g_utf8_next_char (at))
    if (g_ascii_isdigit (*at))
      {
        g_string_append_c (digits, *at);
        n++;
      }
    else if ((*at == ',' || g_unichar_isspace (g_utf8_get_char (at))) && (grouped ? n == 3 : n >= 1 && n <= 3))
      {
        grouped = TRUE;
        n = 0;
      }
    else
      return NULL;
  return digits->len > 0 && digits->len <= MAX_DIGITS && (!grouped || n == 3) ? g_strdup (digits->str) : NULL;
}

static gboolean
read_count (const char *text,
            gint64     *count)
{
  g_autofree char *digits = dup_digits (text);

  *count = digits != NULL ? g_ascii_strtoll (digits, NULL, 10) : 0;
  return digits != NULL;
}

/* In the order of the file, so that what is wrong first is said first. */
static gboolean
read_counts (Counts    *self,
             gint64    *counts,
             GPtrArray *problems)
{
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      {
        const TlCsvRow *row = get_row (self, i + 1);
        const char *cell = row->cells[j + 1];

        if (!read_count (cell, &counts[i * self->n_columns + j]))
          tl_problems_add (problems, TL_PROBLEM_VALUE, row->line,
                           /* Translators: a row and a column of a table, and what stands there */
                           _("“%s”, “%s”: “%s” is not a count. A count is a whole number without sign or point."),
                           row->cells[0], label_of_column (self, j + 1), cell);
      }
  return problems->len == 0;
}

/* Totals that are not called so */

/* Whether one line of counts, wherever it stands, is the sum of all others; @step leads along a line, @stride to the
 * next. */
static gboolean
is_sum_of_others (const gint64 *counts,
                  guint         line,
                  guint         n_lines,
                  guint         stride,
                  guint         n,
                  guint         step)
{
  gboolean counts_any = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gint64 rest = counts[line * stride + i * step];

      counts_any |= rest > 0;
      for (guint j = 0; j < n_lines; j++)
        rest -= j != line ? counts[j * stride + i * step] : 0;
      if (rest != 0)
        return FALSE;
    }
  return counts_any;
}

/* Readers see that a line is the sum of the others, whatever it is called. Of two lines each would be that of the
 * other where they are equal: it takes three. Returns its place among the labels, or 0. */
static guint
find_sum (Counts       *self,
          const gint64 *counts,
          gboolean      of_rows)
{
  guint n_lines = of_rows ? self->n_rows : self->n_columns, n = of_rows ? self->n_columns : self->n_rows;
  guint stride = of_rows ? self->n_columns : 1, step = of_rows ? 1 : self->n_columns;

  for (guint i = n_lines; i > 0 && n_lines >= 3; i--)
    if (is_sum_of_others (counts, i - 1, n_lines, stride, n, step))
      {
        const char *label = of_rows ? label_of_row (self, i) : label_of_column (self, i);
        g_autofree char *note = g_strdup_printf (_("“%s” is the sum of the others, and is protected as their total."),
                                                 label);

        g_strv_builder_add (self->notes, note);
        return i;
      }
  return 0;
}

/* Shape */

static gboolean
is_blank (const TlCsvRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i][strspn (row->cells[i], " \t")] != '\0')
      return FALSE;
  return TRUE;
}

/* A spreadsheet leaves rows of nothing behind a table. */
static void
drop_blank_end (GPtrArray *rows)
{
  while (rows->len > 1 && is_blank (rows->pdata[rows->len - 1]))
    g_ptr_array_set_size (rows, (int) rows->len - 1);
}

/* A line above the header would make counts of it. */
static gboolean
check_header (Counts    *self,
              GPtrArray *problems)
{
  const TlCsvRow *header = get_row (self, 0);

  for (guint i = 1; i < header->n_cells; i++)
    if (header->cells[i][strspn (header->cells[i], " \t")] == '\0')
      return tl_problems_add (problems, TL_PROBLEM_MISSING, header->line,
                              _("Column %u has no label. The first row is the header: take out what stands above it."),
                              i + 1)
             && FALSE;
  return TRUE;
}

static gboolean
check_shape (Counts    *self,
             GPtrArray *problems)
{
  if (problems->len > 0)
    return FALSE;
  drop_blank_end (self->rows);
  if (self->rows->len < 2 || get_row (self, 0)->n_cells < 2)
    return tl_problems_add (problems, TL_PROBLEM_MISSING, 1,
                            _("This is no table of counts. It needs a header row, a column of labels, and counts, with "
                              "commas between them."))
           && FALSE;
  for (guint i = 1; i < self->rows->len; i++)
    tl_csv_check_row (get_row (self, i), get_row (self, 0), problems);
  return problems->len == 0 && check_header (self, problems);
}

static gboolean
read_table (Counts    *self,
            GBytes    *csv,
            GPtrArray *problems)
{
  g_autofree gint64 *counts = NULL;
  guint total_row, total_column;

  self->notes = g_strv_builder_new ();
  self->rows = tl_csv_parse (csv, problems);
  if (!check_shape (self, problems))
    return FALSE;
  self->n_rows = self->rows->len - 1;
  self->n_columns = get_row (self, 0)->n_cells - 1;
  if (!find_total (self, self->n_rows, label_of_row, &total_row)
      || !find_total (self, self->n_columns, label_of_column, &total_column))
    return tl_problems_add (problems, TL_PROBLEM_REPEATED, 1,
                            _("There is more than one row, or more than one column, called Total.")) && FALSE;
  counts = g_new0 (gint64, (gsize) self->n_rows * self->n_columns + 1);
  if (!read_counts (self, counts, problems))
    return FALSE;
  if (total_row == 0)
    total_row = find_sum (self, counts, TRUE);
  if (total_column == 0)
    total_column = find_sum (self, counts, FALSE);
  self->row_of = order (self->n_rows, total_row);
  self->column_of = order (self->n_columns, total_column);
  self->flags = (total_column != 0 ? TL_PROTECT_ROW_TOTALS : 0) | (total_row != 0 ? TL_PROTECT_COLUMN_TOTALS : 0);
  self->counts = g_new0 (gint64, (gsize) self->n_rows * self->n_columns + 1);
  for (guint i = 0; i < self->n_rows; i++)
    for (guint j = 0; j < self->n_columns; j++)
      self->counts[i * self->n_columns + j]
        = counts[(self->row_of[i] - 1) * self->n_columns + self->column_of[j] - 1];
  return TRUE;
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
note_gaps (const Counts *self)
{
  for (guint i = 0; i < self->n_rows && (self->flags & TL_PROTECT_ROW_TOTALS); i++)
    if (measure_gap (self, i * self->n_columns, self->n_columns, 1) != 0)
      {
        const TlCsvRow *row = get_row (self, self->row_of[i]);
        g_autofree char *note = g_strdup_printf (
          _("Line %u: the total of the row “%s” is not the sum of its parts; it is protected as one that need not be."),
          row->line, row->cells[0]);

        g_strv_builder_add (self->notes, note);
      }
  for (guint j = 0; j < self->n_columns && (self->flags & TL_PROTECT_COLUMN_TOTALS); j++)
    if (measure_gap (self, j, self->n_rows, self->n_columns) != 0)
      {
        g_autofree char *note = g_strdup_printf (
          _("Line %u: the total of the column “%s” is not the sum of its parts; it is protected as one that need not "
            "be."), get_row (self, self->row_of[0])->line, label_of_column (self, self->column_of[j]));

        g_strv_builder_add (self->notes, note);
      }
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
 * @csv: a table with a header row, a column of labels, and counts, which may be grouped as in "1,234"; a row and a
 *   column called Total, in any case and at any place, are the sums of the others, and so are those that plainly are
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
  note_gaps (&counts);
  self->notes = g_strv_builder_end (counts.notes);
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
