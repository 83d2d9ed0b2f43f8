/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The way of every line through its places, pulled taut like a string: each line in turn, the longest first, leaving
 * room for those that come after it. Ways bend only where storeys begin and end and keep their order there, so that
 * two of them cross in a strip at most once.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Free space between lines that pass side by side, and between them and a box, if there is room. */
#define PASSING_SPACE 12.0
/* Lines are led past where the others would be straight, and then past where they really are. */
#define N_ROUNDS 2
/* How far aside lines are led, in places. */
#define REACH 16
/* Room to round a corner at the edge of a storey, for each unit that this is away from the boxes. */
#define ROOM_SHARE 1.5

typedef struct
{
  TlLayoutWeave *weave;
  const TlLayoutStoreys *storeys;
  double *space;    /* of every pass: to what is beside it */
  gboolean *is_set; /* whether it is known where the node is */
  GArray *gates;    /* of the line in hand */
} Straighten;

/* Shares the gaps between boxes among the lines that pass through them. */
static void
share_gaps (Straighten *straighten)
{
  const TlLayoutWeave *weave = straighten->weave;

  for (guint storey = 0; storey < straighten->storeys->n; storey++)
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
              width = weave->left[weave->order[i]].top - weave->right[weave->order[first - 1]].top;
              space = MIN (space, width / (i - first + 1));
            }
          for (guint j = first; j < i; j++)
            straighten->space[weave->order[j]] = MAX (space, 0);
          first = i + 1;
        }
    }
}

/* Where the line of @node may be as its storey begins and ends, room being left for lines that are not settled yet. */
static void
add_gates (Straighten *straighten,
           int         node)
{
  const TlLayoutWeave *weave = straighten->weave;
  const TlLayoutExtent *extent = &straighten->storeys->extents[weave->storey[node]];
  const int *order = weave->order + weave->start[weave->storey[node]];
  int n = (int) (weave->start[weave->storey[node] + 1] - weave->start[weave->storey[node]]);
  int pos = weave->pos[node];
  double space = straighten->space[node];
  const double *clearances = &straighten->storeys->clearances[weave->storey[node]];
  TlLayoutExtent low = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  TlLayoutExtent high = { G_MAXDOUBLE, G_MAXDOUBLE };
  int left = pos - 1;
  int right = pos + 1;

  while (left >= 0 && !straighten->is_set[order[left]])
    left--;
  while (right < n && !straighten->is_set[order[right]])
    right++;
  if (left >= 0)
    low = weave->right[order[left]];
  if (right < n)
    high = weave->left[order[right]];
  _tl_layout_string_add (straighten->gates, extent->top, low.top + space * (pos - left),
                         high.top - space * (right - pos), MIN (space, ROOM_SHARE * clearances[-1]));
  _tl_layout_string_add (straighten->gates, extent->bottom, low.bottom + space * (pos - left),
                         high.bottom - space * (right - pos), MIN (space, ROOM_SHARE * clearances[0]));
}

/* From a box to the edge of its storey at @y, which is @distance away, a line may slant by half a right angle. */
static void
add_end_gate (Straighten *straighten,
              double      y,
              double      port,
              double      distance)
{
  double room = MIN (distance, PASSING_SPACE);

  _tl_layout_string_add (straighten->gates, y, port - room, port + room, room);
}

/* The x at @y of a way, between its corner and the next. */
static double
get_x (const TlLayoutCorner *corner,
       double                y)
{
  TlLayoutPoint from = corner[0].point;
  TlLayoutPoint to = corner[1].point;

  return from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y);
}

/* Notes where the way with @corners begins and ends to pass each storey. */
static void
settle_passes (Straighten           *straighten,
               guint                 line,
               const TlLayoutCorner *corners)
{
  TlLayoutWeave *weave = straighten->weave;

  for (int node = weave->first_pass[line]; node < weave->first_pass[line + 1]; node++)
    {
      const TlLayoutExtent *extent = &straighten->storeys->extents[weave->storey[node]];

      while (corners[1].point.y < extent->top)
        corners++;
      weave->left[node].top = get_x (corners, extent->top);
      while (corners[1].point.y < extent->bottom)
        corners++;
      weave->left[node].bottom = get_x (corners, extent->bottom);
      straighten->is_set[node] = TRUE;
      weave->right[node] = weave->left[node];
    }
}

/* Finds the way of @line; returns how many corners it has. */
static guint
straighten_line (Straighten         *straighten,
                 guint               number,
                 const TlLayoutLine *line,
                 const TlLayoutBox  *boxes,
                 GArray             *corners)
{
  const TlLayoutWeave *weave = straighten->weave;
  const TlLayoutBox *upper = &boxes[weave->box[weave->upper[number]]];
  const TlLayoutBox *lower = &boxes[weave->box[weave->lower[number]]];
  gboolean down = weave->box[weave->upper[number]] == line->from;
  double from = upper->x + upper->width / 2 + (down ? line->from_at : line->to_at);
  double to = lower->x + lower->width / 2 + (down ? line->to_at : line->from_at);
  double bottom = straighten->storeys->extents[weave->storey[weave->upper[number]]].bottom;
  double top = straighten->storeys->extents[weave->storey[weave->lower[number]]].top;
  guint first = corners->len;

  g_array_set_size (straighten->gates, 0);
  add_end_gate (straighten, bottom, from, bottom - upper->y - upper->height);
  for (int node = weave->first_pass[number]; node < weave->first_pass[number + 1]; node++)
    add_gates (straighten, node);
  add_end_gate (straighten, top, to, lower->y - top);
  _tl_layout_string_add (straighten->gates, lower->y, to, to, 0);
  _tl_layout_string_pull (straighten->gates, (TlLayoutPoint) { from, upper->y + upper->height }, corners);
  settle_passes (straighten, number, &g_array_index (corners, TlLayoutCorner, first));
  return corners->len - first;
}

/* Finds the ways of all lines, their order and their ports being known. */
static void
straighten_all (Straighten         *straighten,
                const TlLayoutLine *lines,
                const TlLayoutBox  *boxes,
                TlLayoutWays       *ways)
{
  const TlLayoutWeave *weave = straighten->weave;

  g_array_set_size (ways->corners, 0);
  for (guint i = 0; i < weave->n_nodes; i++)
    straighten->is_set[i] = i < weave->n_fixed;
  share_gaps (straighten);
  for (guint i = weave->n_lines; i-- > 0;)
    {
      guint line = weave->by_span[i];

      if (weave->upper[line] < 0)
        continue;
      ways->first[line] = ways->corners->len;
      ways->n[line] = straighten_line (straighten, line, &lines[line], boxes, ways->corners);
    }
}

/*
 * Orders the passes of @weave, sets the ports of @lines and finds their ways.
 *
 * Returns: (transfer full): the ways
 */
TlLayoutWays *
_tl_layout_ways_new (TlLayoutWeave         *weave,
                     const TlLayoutStoreys *storeys,
                     const TlLayoutBox     *boxes,
                     TlLayoutLine          *lines)
{
  TlLayoutWays *ways = g_new0 (TlLayoutWays, 1);
  g_autofree double *space = g_new (double, weave->n_nodes + 1);
  g_autofree gboolean *is_set = g_new (gboolean, weave->n_nodes + 1);
  g_autoptr (GArray) gates = g_array_new (FALSE, FALSE, sizeof (TlLayoutGate));
  Straighten straighten = { weave, storeys, space, is_set, gates };

  ways->corners = g_array_new (FALSE, FALSE, sizeof (TlLayoutCorner));
  ways->first = g_new0 (guint, weave->n_lines + 1);
  ways->n = g_new0 (guint, weave->n_lines + 1);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      _tl_layout_lead (weave, REACH);
      _tl_layout_ports (weave, lines);
      straighten_all (&straighten, lines, boxes, ways);
    }
  return ways;
}

void
_tl_layout_ways_free (TlLayoutWays *ways)
{
  g_array_unref (ways->corners);
  g_free (ways->first);
  g_free (ways->n);
  g_free (ways);
}
