/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Disclosure control of tables, held against somebody who tries to work out what is withheld. */
#include <glib.h>
#include <string.h>

#include "model/disclosure/tl-protect.h"
#include "model/exchange/tl-problem.h"
#include "model/library/tl-protect-table.h"

#define MAX_ROWS 31
#define MAX_COLUMNS 13
#define N_TABLES 500
#define BOTH (TL_PROTECT_ROW_TOTALS | TL_PROTECT_COLUMN_TOTALS)

/* A table whose first row and first column are totals. */
typedef struct {
  guint    n_rows;
  guint    n_columns;
  gint64   counts[MAX_ROWS * MAX_COLUMNS];
  gboolean withheld[MAX_ROWS * MAX_COLUMNS];
} Table;

/* The attacker. He sees what is shown, that a line adds up to its total, and knows that what is withheld is at least 1.
 * What goes along an arc is what a withheld cell has above 1; it leads from the sum of its row to that of its column,
 * or back if it is a total. He knows no count that is withheld: he begins with numbers of his own that fit. */
#define WORLD (MAX_ROWS + MAX_COLUMNS)
#define ENDLESS (G_GINT64_CONSTANT (1) << 40)

typedef struct {
  gint64 room[WORLD + 2][WORLD + 2];
  guint  n_nodes;
} Attacker;

static gboolean
goes_back (guint row,
           guint column)
{
  return (row == 0) != (column == 0);
}

static guint
node_of_column (guint column)
{
  return MAX_ROWS + column;
}

static gboolean
find_path (Attacker *self,
           guint     from,
           guint     to,
           guint    *parents)
{
  guint queue[WORLD + 2], n = 0;

  memset (parents, 0xff, sizeof (guint) * (WORLD + 2));
  parents[from] = from;
  queue[n++] = from;
  for (guint i = 0; i < n; i++)
    for (guint next = 0; next < WORLD + 2; next++)
      if (parents[next] == G_MAXUINT && self->room[queue[i]][next] > 0)
        {
          parents[next] = queue[i];
          if (next == to)
            return TRUE;
          queue[n++] = next;
        }
  return FALSE;
}

static gint64
send_all (Attacker *self,
          guint     from,
          guint     to,
          gint64    limit)
{
  guint parents[WORLD + 2];
  gint64 sent = 0;

  while (sent < limit && find_path (self, from, to, parents))
    {
      gint64 amount = limit - sent;

      for (guint node = to; node != from; node = parents[node])
        amount = MIN (amount, self->room[parents[node]][node]);
      for (guint node = to; node != from; node = parents[node])
        {
          self->room[parents[node]][node] -= amount;
          self->room[node][parents[node]] += amount;
        }
      sent += amount;
    }
  return sent;
}

/* What each sum still lacks when every withheld cell is 1. */
static void
collect_lacks (const Table *table,
               gint64      *lacks)
{
  memset (lacks, 0, sizeof (gint64) * WORLD);
  for (guint i = 0; i < table->n_rows; i++)
    for (guint j = 0; j < table->n_columns; j++)
      {
        guint at = i * table->n_columns + j;
        gint64 known = table->withheld[at] ? 1 : table->counts[at];

        if (goes_back (i, j))
          known = -known;
        lacks[i] += known;
        lacks[node_of_column (j)] -= known;
      }
}

static void
begin_attack (Attacker    *self,
              const Table *table)
{
  gint64 lacks[WORLD], wanted = 0;

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < table->n_rows; i++)
    for (guint j = 0; j < table->n_columns; j++)
      if (table->withheld[i * table->n_columns + j])
        {
          if (goes_back (i, j))
            self->room[node_of_column (j)][i] = ENDLESS;
          else
            self->room[i][node_of_column (j)] = ENDLESS;
        }
  /* What leaves a row must come to nothing: what the known leaves over has to be brought in from outside. */
  collect_lacks (table, lacks);
  for (guint node = 0; node < WORLD; node++)
    if (lacks[node] < 0)
      {
        self->room[WORLD][node] = -lacks[node];
        wanted -= lacks[node];
      }
    else
      self->room[node][WORLD + 1] = lacks[node];
  g_assert_cmpint (send_all (self, WORLD, WORLD + 1, ENDLESS), ==, wanted);
  for (guint node = 0; node < WORLD + 2; node++)
    self->room[WORLD][node] = self->room[node][WORLD] = self->room[WORLD + 1][node] = self->room[node][WORLD + 1] = 0;
}

/* How far apart the least and the greatest number are that a withheld cell can be. */
static gint64
attack (const Attacker *fitting,
        guint           row,
        guint           column,
        gint64         *least,
        gint64          limit)
{
  Attacker up = *fitting;
  guint from = goes_back (row, column) ? node_of_column (column) : row;
  guint to = goes_back (row, column) ? row : node_of_column (column);
  gint64 now = up.room[to][from];

  /* The cell itself is no way for what it moves. */
  up.room[from][to] = up.room[to][from] = 0;
  Attacker down = up;
  gint64 more = send_all (&up, to, from, limit);
  gint64 less = send_all (&down, from, to, MIN (now, limit));
  *least = 1 + now - less;
  return more + less;
}

static void
assert_safe (const Table *table,
             guint        threshold)
{
  static Attacker fitting;

  begin_attack (&fitting, table);
  for (guint i = 0; i < table->n_rows; i++)
    for (guint j = 0; j < table->n_columns; j++)
      {
        guint at = i * table->n_columns + j;
        gint64 least;

        if (!table->withheld[at])
          {
            g_assert_false (table->counts[at] >= 1 && table->counts[at] <= threshold);
            continue;
          }
        g_assert_cmpint (attack (&fitting, i, j, &least, ENDLESS / 4), >=, threshold);
        g_assert_cmpint (least, <=, table->counts[at]);
      }
}

/* Tables */

static void
add_up (Table *table)
{
  for (guint i = 1; i < table->n_rows; i++)
    for (guint j = 1; j < table->n_columns; j++)
      {
        gint64 count = table->counts[i * table->n_columns + j];

        table->counts[i * table->n_columns] += count;
        table->counts[j] += count;
        table->counts[0] += count;
      }
}

/* Counts as they come: many small, few large, some rows and columns weightier than others; @size is about the mean. */
static void
draw (Table  *table,
      double  size,
      double  zeros)
{
  table->n_rows = (guint) g_test_rand_int_range (2, MAX_ROWS + 1);
  table->n_columns = (guint) g_test_rand_int_range (2, MAX_COLUMNS + 1);
  memset (table->counts, 0, sizeof table->counts);
  for (guint i = 1; i < table->n_rows; i++)
    {
      double row = g_test_rand_double_range (0.1, 2);

      for (guint j = 1; j < table->n_columns; j++)
        {
          double drawn = g_test_rand_double ();

          if (g_test_rand_double () >= zeros)
            table->counts[i * table->n_columns + j] = (gint64) (size * row * drawn * drawn * 3);
        }
    }
  add_up (table);
}

static gsize
count_withheld (const Table *table)
{
  gsize n = 0;

  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    n += table->withheld[i] ? 1 : 0;
  return n;
}

static void
no_withheld_number_can_be_worked_out (void)
{
  static const guint thresholds[] = { 5, 5, 5, 3, 10 };
  static const double sizes[] = { 4, 10, 25, 80 };
  static Table table;
  double primary = 0, all = 0;

  for (guint k = 0; k < N_TABLES; k++)
    {
      guint threshold = thresholds[k % G_N_ELEMENTS (thresholds)];

      draw (&table, sizes[k % G_N_ELEMENTS (sizes)], g_test_rand_double_range (0, 0.5));
      memset (table.withheld, 0, sizeof table.withheld);

      TlProtectResult result
        = tl_protect (table.counts, table.n_rows, table.n_columns, threshold, BOTH, table.withheld);
      g_assert_cmpuint (count_withheld (&table), ==, result.n_primary + result.n_secondary);
      assert_safe (&table, threshold);
      primary += (double) result.n_primary / (table.n_rows * table.n_columns);
      all += (double) (result.n_primary + result.n_secondary) / (table.n_rows * table.n_columns);
    }
  g_test_message ("withheld on the mean of %u tables: %.1f %% of all numbers; the small ones alone: %.1f %%", N_TABLES,
                  all * 100 / N_TABLES, primary * 100 / N_TABLES);
  g_assert_cmpfloat (all, <, primary * 2);
}

static void
set_table (Table        *table,
           guint         n_rows,
           guint         n_columns,
           const gint64 *counts)
{
  table->n_rows = n_rows;
  table->n_columns = n_columns;
  memcpy (table->counts, counts, sizeof (gint64) * n_rows * n_columns);
}

static void
protect (Table *table,
         guint  threshold)
{
  memset (table->withheld, 0, sizeof table->withheld);
  tl_protect (table->counts, table->n_rows, table->n_columns, threshold, BOTH, table->withheld);
  assert_safe (table, threshold);
}

/* Each line has two withheld cells, and yet the four can be solved where their neighbours leave no room. */
static void
what_rows_and_columns_give_together_is_withheld (void)
{
  static const gint64 counts[] = { 60, 23, 37, 29, 1, 28, 31, 22, 9 };
  static Table table;

  set_table (&table, 3, 3, counts);
  protect (&table, 5);
  g_assert_cmpuint (count_withheld (&table), >=, 4);
}

static void
a_total_goes_only_where_nothing_else_can (void)
{
  static const gint64 enough[] = { 33, 20, 13, 18, 12, 6, 15, 8, 7 };
  static const gint64 lonely[] = { 40, 20, 20, 3, 3, 0, 37, 17, 20 };
  static Table table;

  set_table (&table, 3, 3, enough);
  table.counts[5] = 5, table.counts[3] = 17, table.counts[2] = 12, table.counts[0] = 32;
  protect (&table, 5);
  for (guint i = 0; i < 3; i++)
    g_assert_false (table.withheld[i] || table.withheld[3 * i]);

  /* The first row holds one number and a true zero: its total is that number. */
  set_table (&table, 3, 3, lonely);
  protect (&table, 5);
  g_assert_true (table.withheld[3] && table.withheld[4] && !table.withheld[5]);
}

/* The attacker is worth something: what only the small numbers are taken out of does not hold. */
static void
the_attacker_finds_what_is_not_protected (void)
{
  static const gint64 counts[] = { 40, 20, 20, 23, 3, 20, 17, 17, 0 };
  static Attacker fitting;
  static Table table;
  gint64 least;

  set_table (&table, 3, 3, counts);
  memset (table.withheld, 0, sizeof table.withheld);
  table.withheld[4] = TRUE;
  begin_attack (&fitting, &table);
  g_assert_cmpint (attack (&fitting, 1, 1, &least, ENDLESS / 4), ==, 0);
  g_assert_cmpint (least, ==, 3);
  table.withheld[5] = TRUE;
  begin_attack (&fitting, &table);
  g_assert_cmpint (attack (&fitting, 1, 1, &least, ENDLESS / 4), ==, 0);
}

static void
what_holds_nothing_small_is_shown (void)
{
  static const gint64 counts[] = { 40, 20, 20, 20, 20, 0, 20, 0, 20 };
  static Table table;

  set_table (&table, 3, 3, counts);
  protect (&table, 5);
  g_assert_cmpuint (count_withheld (&table), ==, 0);
  set_table (&table, 3, 3, counts);
  protect (&table, 0);
  g_assert_cmpuint (count_withheld (&table), ==, 0);
}

/* Lines by themselves */

static void
a_single_small_count_takes_the_next_with_it (void)
{
  static const gint64 counts[] = { 42, 3, 20, 12, 7 };
  static const gint64 two[] = { 42, 4, 4, 22, 12 };
  static const gint64 sparse[] = { 42, 1, 2, 27, 12 };
  gboolean withheld[5] = { FALSE };

  TlProtectResult result = tl_protect (counts, 1, 5, 5, TL_PROTECT_ROW_TOTALS, withheld);
  g_assert_true (!withheld[0] && withheld[1] && !withheld[2] && !withheld[3] && withheld[4]);
  g_assert_cmpuint (result.n_primary, ==, 1);
  g_assert_cmpuint (result.n_secondary, ==, 1);

  memset (withheld, 0, sizeof withheld);
  result = tl_protect (two, 1, 5, 5, TL_PROTECT_ROW_TOTALS, withheld);
  g_assert_cmpuint (result.n_secondary, ==, 0);

  /* One and two can only be one and two. */
  memset (withheld, 0, sizeof withheld);
  result = tl_protect (sparse, 1, 5, 5, TL_PROTECT_ROW_TOTALS, withheld);
  g_assert_true (withheld[4]);
  g_assert_cmpuint (result.n_secondary, ==, 1);

  memset (withheld, 0, sizeof withheld);
  result = tl_protect (counts, 1, 5, 5, TL_PROTECT_ALONE, withheld);
  g_assert_cmpuint (result.n_secondary, ==, 0);
}

/* As where another table of the release withholds it. */
static void
what_has_to_be_withheld_is_and_cannot_be_worked_out (void)
{
  static const gint64 counts[] = { 40, 20, 12, 8 };
  gboolean withheld[4] = { FALSE, TRUE, FALSE, FALSE };
  TlProtectResult result = tl_protect (counts, 1, 4, 5, TL_PROTECT_ROW_TOTALS, withheld);

  g_assert_true (!withheld[0] && withheld[1] && !withheld[2] && withheld[3]);
  g_assert_cmpuint (result.n_primary, ==, 0);
  g_assert_cmpuint (result.n_secondary, ==, 2);
}

/* Where a total is not the sum, what is missing could be anything, and still tells how much a part is at most. */
static void
a_total_that_is_no_sum_gives_nothing_away (void)
{
  static const gint64 more[] = { 20, 2, 17 };
  static const gint64 fewer[] = { 10, 3, 9 };
  static const gint64 column[] = { 20, 2, 17 };
  gboolean withheld[3] = { FALSE };

  tl_protect (more, 1, 3, 5, TL_PROTECT_ROW_TOTALS, withheld);
  g_assert_true (!withheld[0] && withheld[1] && withheld[2]);
  memset (withheld, 0, sizeof withheld);
  tl_protect (fewer, 1, 3, 5, TL_PROTECT_ROW_TOTALS, withheld);
  g_assert_true (!withheld[0] && withheld[1] && !withheld[2]);
  memset (withheld, 0, sizeof withheld);
  tl_protect (column, 3, 1, 5, TL_PROTECT_COLUMN_TOTALS, withheld);
  g_assert_true (!withheld[0] && withheld[1] && withheld[2]);
}

/* Tables from outside */

static TlProtectTable *
protect_text (const char *text,
              guint       threshold,
              guint       round,
              GPtrArray  *problems)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return tl_protect_table (bytes, threshold, round, problems);
}

static void
assert_protects (const char *text,
                 guint       threshold,
                 guint       round,
                 const char *expected)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (TlProtectTable) table = protect_text (text, threshold, round, problems);

  g_assert_nonnull (table);
  g_assert_cmpstr (table->csv, ==, expected);
}

static void
a_table_keeps_its_shape (void)
{
  assert_protects ("Region,2010,2011,TOTAL\nNorth,3,20,23\n\"South, all\",17,20,37\nTotal,20,40,60\n", 5, 0,
                   "Region,2010,2011,TOTAL\nNorth,c,c,23\n\"South, all\",c,c,37\nTotal,20,40,60\n");
  assert_protects ("Region,total,2010,2011\ntotal,60,20,40\nNorth,23,3,20\nSouth,37,17,20\n", 5, 0,
                   "Region,total,2010,2011\ntotal,60,20,40\nNorth,23,c,c\nSouth,37,c,c\n");
  assert_protects ("Code,2010\nA,3\nB,0\nC, 17 \n", 5, 0, "Code,2010\nA,c\nB,0\nC,17\n");
}

/* As they come from spreadsheets and out of publications. */
static void
a_table_may_be_written_as_people_do (void)
{
  assert_protects ("\xef\xbb\xbfRegion,2010,Total\r\nA,\"1,234\",\"1,234\"\r\nB,3,3\r\nTotal,\"1,237\",1 237\r\n"
                   ",,\r\n,,\r\n", 5, 0, "Region,2010,Total\nA,c,c\nB,c,c\nTotal,1237,1237\n");
  assert_protects ("Region,2010\rA,3\rB,12\xc2\xa0""345\r", 5, 0, "Region,2010\nA,c\nB,12345\n");
  assert_protects ("Region,2010,2011\nA,3,20\nA,17,20\n\n\n", 5, 0, "Region,2010,2011\nA,c,20\nA,17,20\n");
  assert_protects ("Region,2010\nTotal,30\nA,3\nB,20\nC,7\n", 5, 0, "Region,2010\nTotal,30\nA,c\nB,20\nC,c\n");
  assert_protects ("Region,2010,Total\nA,0,0\nB,0,0\nTotal,0,0\n", 5, 0,
                   "Region,2010,Total\nA,0,0\nB,0,0\nTotal,0,0\n");
}

/* Whoever reads it sees the sum, whatever it is called. */
static void
a_sum_is_a_total_whatever_it_is_called (void)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (TlProtectTable) table
    = protect_text ("Region,2010,2011,Grand total\nA,3,20,23\nB,17,20,37\nAll,20,40,60\n", 5, 0, problems);
  g_autoptr (TlProtectTable) equal = protect_text ("Region,2010,2011\nA,3,3\nB,20,20\n", 5, 0, problems);

  g_assert_cmpstr (table->csv, ==, "Region,2010,2011,Grand total\nA,c,c,23\nB,c,c,37\nAll,20,40,60\n");
  g_assert_cmpuint (g_strv_length (table->notes), ==, 2);
  g_assert_nonnull (strstr (table->notes[0], "“All”"));
  g_assert_nonnull (strstr (table->notes[1], "“Grand total”"));
  g_assert_cmpstr (equal->csv, ==, "Region,2010,2011\nA,c,c\nB,20,20\n");
  g_assert_cmpuint (g_strv_length (equal->notes), ==, 0);
}

static void
what_is_shown_is_rounded (void)
{
  assert_protects ("Code,2010\nA,3\nB,0\nC,14\nD,15\n", 2, 10, "Code,2010\nA,k\nB,0\nC,10\nD,20\n");
  assert_protects ("Code,2010\nA,3\n", 0, 0, "Code,2010\nA,3\n");
}

static void
what_is_no_count_is_refused (void)
{
  static const struct {
    const char *text;
    guint       line;
  } broken[] = {
    { "", 1 },
    { "Code,2010\n", 1 },
    { "Code\nA\n", 1 },
    { "Code,2010\nA,3\nB,-1\n", 3 },
    { "Code,2010\nA,3.5\n", 2 },
    { "Code,2010\nA,\n", 2 },
    { "Code,2010\nA,c\n", 2 },
    { "Code,2010\nA,1e3\n", 2 },
    { "Code,2010\nA,9999999999999999\n", 2 },
    { "Code,2010\nA,3,4\n", 2 },
    { "Code,2010\nA,\"1,23\"\nTotal,-1\n", 2 },
    { "Code,2010\nA,\"1234,567\"\n", 2 },
    { "Code,2010\nA,\",123\"\n", 2 },
    { "Code,2010\nA,+3\n", 2 },
    { "Code;2010\nA;3\n", 1 },
    { "Table 1,\nCode,2010\nA,3\n", 1 },
    { "Code,Total,total\nA,3,4\n", 1 },
    { "Code,2010\nTotal,3\nTOTAL,4\n", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GPtrArray) problems = tl_problems_new ();

      g_assert_null (protect_text (broken[i].text, 5, 0, problems));
      g_assert_cmpuint (problems->len, >, 0);
      g_assert_cmpuint (((TlProblem *) g_ptr_array_index (problems, 0))->line, ==, broken[i].line);
    }
}

static void
a_total_that_is_no_sum_is_said (void)
{
  g_autoptr (GPtrArray) problems = tl_problems_new ();
  g_autoptr (TlProtectTable) table = protect_text ("Code,2010,Total\nA,9,20\nB,30,30\n", 5, 0, problems);

  g_assert_cmpuint (g_strv_length (table->notes), ==, 1);
  g_assert_nonnull (strstr (table->notes[0], "Line 2: the total of the row “A”"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protect/what-has-to-be-withheld-is-and-cannot-be-worked-out",
                   what_has_to_be_withheld_is_and_cannot_be_worked_out);
  g_test_add_func ("/protect/a-single-small-count-takes-the-next-with-it", a_single_small_count_takes_the_next_with_it);
  g_test_add_func ("/protect/a-total-that-is-no-sum-gives-nothing-away", a_total_that_is_no_sum_gives_nothing_away);
  g_test_add_func ("/protect/the-attacker-finds-what-is-not-protected", the_attacker_finds_what_is_not_protected);
  g_test_add_func ("/protect/what-holds-nothing-small-is-shown", what_holds_nothing_small_is_shown);
  g_test_add_func ("/protect/a-total-goes-only-where-nothing-else-can", a_total_goes_only_where_nothing_else_can);
  g_test_add_func ("/protect/what-rows-and-columns-give-together-is-withheld",
                   what_rows_and_columns_give_together_is_withheld);
  g_test_add_func ("/protect/table/keeps-its-shape", a_table_keeps_its_shape);
  g_test_add_func ("/protect/table/may-be-written-as-people-do", a_table_may_be_written_as_people_do);
  g_test_add_func ("/protect/table/a-sum-is-a-total-whatever-it-is-called", a_sum_is_a_total_whatever_it_is_called);
  g_test_add_func ("/protect/table/what-is-shown-is-rounded", what_is_shown_is_rounded);
  g_test_add_func ("/protect/table/what-is-no-count-is-refused", what_is_no_count_is_refused);
  g_test_add_func ("/protect/table/a-total-that-is-no-sum-is-said", a_total_that_is_no_sum_is_said);
  g_test_add_func ("/protect/no-withheld-number-can-be-worked-out", no_withheld_number_can_be_worked_out);
  return g_test_run ();
}
