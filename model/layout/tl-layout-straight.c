/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The x of the places at which lines pass: each line in turn, the longest first, goes upright through as many storeys
 * as it can and aside as little as it must, leaving room for those that come after it.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Free space between lines that pass side by side, and between them and a box, if there is room. */
#define PASSING_SPACE 12.0

typedef struct
{
  TlLayoutWeave *weave;
  double *space;   /* of every pass: to what is beside it */
  gboolean *is_set;
} Straighten;

/* A stretch of a line that can be upright, and where. */
typedef struct
{
  double low;
  double high;
  guint end; /* pass after its last */
} Run;

/* Shares the gaps between boxes among the lines that pass through them. */
static void
share_gaps (Straighten *straighten,
            guint       n_storeys)
{
  const TlLayoutWeave *weave = straighten->weave;

  for (guint storey = 0; storey < n_storeys; storey++)
    {
      guint first = weave->start[storey];

      for (guint i = first; i <= weave->start[storey + 1]; i++)
        {
          gboolean is_end = i == weave->start[storey + 1];
          double space = PASSING_SPACE;
          double width;

          if (!is_end && weave->box[weave->order[i]] < 0)
            continue;
          if (!is_end && first > weave->start[storey])
            {
              width = weave->left[weave->order[i]] - weave->right[weave->order[first - 1]];
              space = MIN (space, width / (i - first + 1));
            }
          for (guint j = first; j < i; j++)
            straighten->space[weave->order[j]] = MAX (space, 0);
          first = i + 1;
        }
    }
}

/* Between what @node may stand, with room left for the lines between it and its nearest settled neighbours. */
static Run
find_room (const Straighten *straighten,
           int               node)
{
  const TlLayoutWeave *weave = straighten->weave;
  const int *order = weave->order + weave->start[weave->storey[node]];
  int n = (int) (weave->start[weave->storey[node] + 1] - weave->start[weave->storey[node]]);
  double space = straighten->space[node];
  Run room = { -G_MAXDOUBLE, G_MAXDOUBLE };

  for (int i = weave->pos[node] - 1; i >= 0; i--)
    if (straighten->is_set[order[i]])
      {
        room.low = weave->right[order[i]] + space * (weave->pos[node] - i);
        break;
      }
  for (int i = weave->pos[node] + 1; i < n; i++)
    if (straighten->is_set[order[i]])
      {
        room.high = weave->left[order[i]] - space * (i - weave->pos[node]);
        break;
      }
  if (room.low > room.high)
    room.low = room.high = (room.low + room.high) / 2;
  return room;
}

/* Groups the rooms of a line into as few upright runs as there can be. */
static void
find_runs (const Straighten *straighten,
           int               first,
           int               end,
           double            from,
           double            to,
           GArray           *runs)
{
  Run run = { from, from, 0 };

  g_array_set_size (runs, 0);
  for (int node = first; node <= end; node++)
    {
      Run room = node < end ? find_room (straighten, node) : (Run) { to, to };
      double low = MAX (run.low, room.low);
      double high = MIN (run.high, room.high);

      if (low > high)
        {
          g_array_append_val (runs, run);
          low = room.low;
          high = room.high;
        }
      run = (Run) { low, high, (guint) (node - first) + 1 };
    }
  g_array_append_val (runs, run);
}

/* Narrows every run to where the line goes aside least on its whole way. */
static void
tighten (GArray *runs)
{
  for (guint i = 1; i < runs->len; i++)
    {
      const Run *before = &g_array_index (runs, Run, i - 1);
      Run *run = &g_array_index (runs, Run, i);

      if (before->high < run->low)
        run->high = run->low;
      else if (before->low > run->high)
        run->low = run->high;
      else
        {
          run->low = MAX (run->low, before->low);
          run->high = MIN (run->high, before->high);
        }
    }
  for (guint i = runs->len - 1; i-- > 0;)
    {
      const Run *after = &g_array_index (runs, Run, i + 1);
      Run *run = &g_array_index (runs, Run, i);

      run->low = run->high = CLAMP (after->low, run->low, run->high);
    }
}

static void
straighten_line (Straighten *straighten,
                 guint       line,
                 double      from,
                 double      to,
                 GArray     *runs)
{
  TlLayoutWeave *weave = straighten->weave;
  int first = weave->first_pass[line];
  int end = weave->first_pass[line + 1];
  guint run = 0;

  find_runs (straighten, first, end, from, to, runs);
  tighten (runs);
  for (int node = first; node < end; node++)
    {
      while ((guint) (node - first) >= g_array_index (runs, Run, run).end)
        run++;
      weave->left[node] = weave->right[node] = g_array_index (runs, Run, run).low;
      straighten->is_set[node] = TRUE;
    }
}

/*
 * Sets the x of all passes of @weave, the ports of @lines being known.
 */
void
_tl_layout_straighten (TlLayoutWeave      *weave,
                       const TlLayoutLine *lines,
                       guint               n_storeys)
{
  g_autofree double *space = g_new (double, weave->n_nodes + 1);
  g_autofree gboolean *is_set = g_new0 (gboolean, weave->n_nodes + 1);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Straighten straighten = { weave, space, is_set };

  for (guint i = 0; i < weave->n_fixed; i++)
    is_set[i] = TRUE;
  share_gaps (&straighten, n_storeys);
  for (guint i = weave->n_lines; i-- > 0;)
    {
      guint number = weave->by_span[i];
      const TlLayoutLine *line = &lines[number];
      int upper = weave->upper[number];
      int lower = weave->lower[number];
      gboolean down;

      if (upper < 0 || weave->first_pass[number] == weave->first_pass[number + 1])
        continue;
      down = weave->box[upper] == line->from;
      straighten_line (&straighten, number,
                       (weave->left[upper] + weave->right[upper]) / 2 + (down ? line->from_at : line->to_at),
                       (weave->left[lower] + weave->right[lower]) / 2 + (down ? line->to_at : line->from_at), runs);
    }
}
