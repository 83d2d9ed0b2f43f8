/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of each band: as many as the lines inside the band need, each box in the row that keeps its lines short, and
 * no row much wider than suits the drawing.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-private.h"

/* Passes in which boxes settle; they are quiet after three or four on all graphs tried. */
#define MAX_SETTLE_PASSES 12
/* Width to height of a drawing that suits a screen and a wide sheet of paper. */
#define DRAWING_ASPECT 2.2

typedef struct
{
  const TlLayoutBox *boxes;
  TlLayoutRanks *ranks;
  int *sequence;
  TlLayoutLine *arcs; /* lines inside bands, all pointing forwards in sequence */
  guint n_arcs;
  guint *start; /* of each box in ends */
  guint *ends;  /* arc numbers, both directions together */
  int *pull;    /* of each box: lines to boxes above it minus lines to boxes below it, other bands only */
  double **row_width;
} Settle;

void
_tl_layout_ranks_free (TlLayoutRanks *ranks)
{
  g_free (ranks->sub);
  g_free (ranks->n_subs);
  g_free (ranks->first);
  g_free (ranks->isolated);
  g_free (ranks);
}

/*
 * Numbers the rows of all bands anew, from the top; to be called whenever @ranks->n_subs changed.
 */
void
_tl_layout_ranks_number (TlLayoutRanks *ranks)
{
  ranks->first[0] = 0;
  for (int i = 0; i < ranks->n_bands; i++)
    ranks->first[i + 1] = ranks->first[i] + ranks->n_subs[i];
}

/*
 * Returns: the row of @box among all rows
 */
int
_tl_layout_ranks_get (const TlLayoutRanks *ranks,
                      const TlLayoutBox   *boxes,
                      guint                box)
{
  return ranks->first[boxes[box].band] + ranks->sub[box];
}

static void
collect_arcs (Settle             *settle,
              const TlLayoutLine *lines,
              guint               n_lines)
{
  const TlLayoutBox *boxes = settle->boxes;
  TlLayoutRanks *ranks = settle->ranks;

  for (guint i = 0; i < n_lines; i++)
    {
      int from = lines[i].from;
      int to = lines[i].to;

      if (from == to)
        continue;
      ranks->isolated[from] = ranks->isolated[to] = FALSE;
      if (boxes[from].band == boxes[to].band)
        {
          settle->arcs[settle->n_arcs++] = (TlLayoutLine) { .from = from, .to = to };
          continue;
        }
      settle->pull[from] += boxes[to].band < boxes[from].band ? 1 : -1;
      settle->pull[to] += boxes[from].band < boxes[to].band ? 1 : -1;
    }
}

/* Turns round the arcs that point backwards and gives each box the list of its arcs. */
static void
straighten_arcs (Settle *settle)
{
  guint n_boxes = settle->ranks->n_boxes;
  g_autofree int *place = g_new (int, n_boxes + 1);
  g_autofree guint *fill = NULL;

  for (guint i = 0; i < n_boxes; i++)
    place[settle->sequence[i]] = (int) i;
  for (guint i = 0; i < settle->n_arcs; i++)
    {
      TlLayoutLine *arc = &settle->arcs[i];

      if (place[arc->from] > place[arc->to])
        *arc = (TlLayoutLine) { .from = arc->to, .to = arc->from };
      settle->start[arc->from + 1]++;
      settle->start[arc->to + 1]++;
    }
  for (guint i = 0; i < n_boxes; i++)
    settle->start[i + 1] += settle->start[i];
  fill = g_memdup2 (settle->start, sizeof (guint) * (n_boxes + 1));
  for (guint i = 0; i < settle->n_arcs; i++)
    {
      settle->ends[fill[settle->arcs[i].from]++] = i;
      settle->ends[fill[settle->arcs[i].to]++] = i;
    }
}

static void
rank_by_longest_path (Settle *settle)
{
  TlLayoutRanks *ranks = settle->ranks;

  for (guint i = 0; i < ranks->n_boxes; i++)
    {
      int box = settle->sequence[i];

      for (guint j = settle->start[box]; j < settle->start[box + 1]; j++)
        {
          const TlLayoutLine *arc = &settle->arcs[settle->ends[j]];

          if (arc->from == box)
            ranks->sub[arc->to] = MAX (ranks->sub[arc->to], ranks->sub[box] + 1);
        }
    }
  for (guint i = 0; i < ranks->n_boxes; i++)
    {
      int band = settle->boxes[i].band;

      ranks->n_subs[band] = MAX (ranks->n_subs[band], ranks->sub[i] + 1);
    }
}

/* Moves @box to the row in which its lines are shortest; where that is all the same, to the narrowest row. */
static gboolean
settle_box (Settle *settle,
            int     box)
{
  TlLayoutRanks *ranks = settle->ranks;
  int band = settle->boxes[box].band;
  double *row_width = settle->row_width[band];
  int low = 0;
  int high = ranks->n_subs[band] - 1;
  int pull = settle->pull[box];
  int sub = ranks->sub[box];

  for (guint i = settle->start[box]; i < settle->start[box + 1]; i++)
    {
      const TlLayoutLine *arc = &settle->arcs[settle->ends[i]];

      if (arc->to == box)
        low = MAX (low, ranks->sub[arc->from] + 1);
      else
        high = MIN (high, ranks->sub[arc->to] - 1);
      pull += arc->to == box ? 1 : -1;
    }
  if (pull > 0)
    sub = low;
  else if (pull < 0)
    sub = high;
  else
    {
      for (int i = low; i <= high; i++)
        {
          double gain = row_width[ranks->sub[box]] - row_width[i] - settle->boxes[box].width;

          if (gain > 0 && (sub == ranks->sub[box] || row_width[i] < row_width[sub]))
            sub = i;
        }
    }
  if (sub == ranks->sub[box])
    return FALSE;
  row_width[ranks->sub[box]] -= settle->boxes[box].width;
  row_width[sub] += settle->boxes[box].width;
  ranks->sub[box] = sub;
  return TRUE;
}

static void
settle_all (Settle       *settle,
            GCancellable *cancellable)
{
  TlLayoutRanks *ranks = settle->ranks;
  gboolean moved = TRUE;

  settle->row_width = g_new0 (double *, ranks->n_bands);
  for (int i = 0; i < ranks->n_bands; i++)
    settle->row_width[i] = g_new0 (double, ranks->n_subs[i]);
  for (guint i = 0; i < ranks->n_boxes; i++)
    settle->row_width[settle->boxes[i].band][ranks->sub[i]] += settle->boxes[i].width;

  for (int pass = 0; moved && pass < MAX_SETTLE_PASSES; pass++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      moved = FALSE;
      for (guint i = 0; i < ranks->n_boxes; i++)
        {
          int box = settle->sequence[pass % 2 == 0 ? ranks->n_boxes - 1 - i : i];

          if (!ranks->isolated[box])
            moved |= settle_box (settle, box);
        }
    }
  for (int i = 0; i < ranks->n_bands; i++)
    g_free (settle->row_width[i]);
  g_free (settle->row_width);
}

/* The width of a row in a drawing of all boxes with DRAWING_ASPECT, lines taking half as much again. */
static double
suitable_row_width (const TlLayoutBox     *boxes,
                    guint                  n_boxes,
                    const TlLayoutOptions *options)
{
  double area = 0;
  double widest = 0;

  if (options->row_width > 0)
    return options->row_width;
  for (guint i = 0; i < n_boxes; i++)
    {
      area += (boxes[i].width + options->box_gap) * (boxes[i].height + options->row_gap);
      widest = MAX (widest, boxes[i].width);
    }
  return MAX (4 * (widest + options->box_gap), sqrt (1.5 * area * DRAWING_ASPECT));
}

/* Order in which the boxes of a too wide row go from its upper to its lower part: those drawn upwards first. */
static int
compare_pull (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const int *pull = user_data;
  int box_a = *(const int *) a;
  int box_b = *(const int *) b;

  return pull[box_a] != pull[box_b] ? pull[box_b] - pull[box_a] : box_a - box_b;
}

/* Divides one row of linked boxes into as many as its width asks for; returns how many rows were added. */
static int
divide_row (TlLayoutRanks         *ranks,
            const TlLayoutBox     *boxes,
            GArray                *row,
            int                   *pull,
            const TlLayoutOptions *options,
            double                 limit)
{
  double width = 0;
  double used = 0;
  int n_parts;

  for (guint i = 0; i < row->len; i++)
    width += boxes[g_array_index (row, int, i)].width + options->box_gap;
  n_parts = (int) ceil (width / limit);
  if (n_parts < 2)
    return 0;
  g_array_sort_with_data (row, compare_pull, pull);
  for (guint i = 0; i < row->len; i++)
    {
      int box = g_array_index (row, int, i);

      ranks->sub[box] += MIN (n_parts - 1, (int) (used / width * n_parts));
      used += boxes[box].width + options->box_gap;
    }
  return n_parts - 1;
}

/* Boxes of one row have no lines between them, so that any of them may go lower when all below makes room. */
static void
divide_wide_rows (TlLayoutRanks         *ranks,
                  const TlLayoutBox     *boxes,
                  int                   *pull,
                  const TlLayoutOptions *options)
{
  double limit = suitable_row_width (boxes, ranks->n_boxes, options);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  _tl_layout_ranks_number (ranks);
  for (int i = 0; i < ranks->first[ranks->n_bands]; i++)
    g_ptr_array_add (rows, g_array_new (FALSE, FALSE, sizeof (int)));
  for (guint i = 0; i < ranks->n_boxes; i++)
    {
      int box = (int) i;

      if (!ranks->isolated[i])
        g_array_append_val (g_ptr_array_index (rows, _tl_layout_ranks_get (ranks, boxes, i)), box);
    }
  for (int band = 0; band < ranks->n_bands; band++)
    {
      int n_rows = ranks->n_subs[band];
      int n_added = 0;

      for (int i = 0; i < n_rows; i++)
        {
          GArray *row = g_ptr_array_index (rows, ranks->first[band] + i);

          for (guint j = 0; j < row->len; j++)
            ranks->sub[g_array_index (row, int, j)] += n_added;
          n_added += divide_row (ranks, boxes, row, pull, options, limit);
        }
      ranks->n_subs[band] += n_added;
    }
}

/*
 * Gives every box its row. Boxes without lines are given row 0; _tl_layout_pack() places them.
 *
 * Returns: (transfer full): the ranks
 */
TlLayoutRanks *
_tl_layout_ranks_new (const TlLayoutBox     *boxes,
                      guint                  n_boxes,
                      const TlLayoutLine    *lines,
                      guint                  n_lines,
                      const TlLayoutOptions *options,
                      GCancellable          *cancellable)
{
  TlLayoutRanks *ranks = g_new0 (TlLayoutRanks, 1);
  g_autofree int *sequence = g_new (int, n_boxes + 1);
  g_autofree TlLayoutLine *arcs = g_new0 (TlLayoutLine, n_lines + 1);
  g_autofree guint *start = g_new0 (guint, n_boxes + 2);
  g_autofree guint *ends = NULL;
  g_autofree int *pull = g_new0 (int, n_boxes + 1);
  Settle settle = {
    .boxes = boxes, .ranks = ranks, .sequence = sequence, .arcs = arcs, .start = start, .pull = pull,
  };

  ranks->n_boxes = n_boxes;
  ranks->n_bands = options->n_bands;
  ranks->sub = g_new0 (int, n_boxes + 1);
  ranks->n_subs = g_new (int, options->n_bands);
  ranks->first = g_new0 (int, options->n_bands + 1);
  ranks->isolated = g_new (gboolean, n_boxes + 1);
  for (int i = 0; i < options->n_bands; i++)
    ranks->n_subs[i] = 1;
  for (guint i = 0; i < n_boxes; i++)
    ranks->isolated[i] = TRUE;

  collect_arcs (&settle, lines, n_lines);
  ends = g_new (guint, 2 * (gsize) settle.n_arcs + 1);
  settle.ends = ends;
  _tl_layout_cycle_sequence (n_boxes, arcs, settle.n_arcs, sequence, cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return ranks;
  straighten_arcs (&settle);
  rank_by_longest_path (&settle);
  settle_all (&settle, cancellable);
  if (options->row_width >= 0)
    divide_wide_rows (ranks, boxes, pull, options);
  _tl_layout_ranks_number (ranks);
  return ranks;
}
