/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines woven into the storeys: a place for every line in every storey that it passes, in order with the boxes.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* So many nodes at most; lines beyond that are left to find their way between the boxes. */
#define MAX_NODES 600000

/* From a node to one in the next storey. */
typedef struct
{
  int upper;
  int lower;
  float price;
} Stretch;

void
_tl_layout_weave_free (TlLayoutWeave *weave)
{
  g_free (weave->box);
  g_free (weave->storey);
  g_free (weave->pos);
  g_free (weave->left);
  g_free (weave->right);
  g_free (weave->straight);
  g_free (weave->order);
  g_free (weave->is_closed);
  g_free (weave->is_closed_below);
  g_free (weave->is_closed_above);
  g_free (weave->start);
  g_free (weave->up_start);
  g_free (weave->ups);
  g_free (weave->down_start);
  g_free (weave->downs);
  g_free (weave->up_price);
  g_free (weave->down_price);
  g_free (weave->upper);
  g_free (weave->lower);
  g_free (weave->first_pass);
  g_free (weave->by_span);
  g_free (weave->is_free);
  g_free (weave);
}

/* Gives every line its passes: one node for each storey between its ends. */
static void
add_passes (TlLayoutWeave         *weave,
            const TlLayoutLine    *lines,
            const TlLayoutStoreys *storeys,
            const int             *first_node)
{
  guint n = weave->n_fixed;

  for (guint i = 0; i < weave->n_lines; i++)
    {
      guint from = (guint) lines[i].from;
      guint to = (guint) lines[i].to;
      gboolean down = storeys->last[from] < storeys->first[to];
      guint upper = down ? from : to;
      guint lower = down ? to : from;
      guint n_passes;

      weave->first_pass[i] = (int) n;
      weave->upper[i] = weave->lower[i] = -1;
      if (storeys->last[upper] >= storeys->first[lower])
        continue;
      n_passes = storeys->first[lower] - storeys->last[upper] - 1;
      if (n + n_passes > MAX_NODES)
        continue;
      weave->upper[i] = first_node[upper] + (int) (storeys->last[upper] - storeys->first[upper]);
      weave->lower[i] = first_node[lower];
      n += n_passes;
    }
  weave->first_pass[weave->n_lines] = (int) n;
  weave->n_nodes = n;
}

static void
fill_fixed (TlLayoutWeave         *weave,
            const TlLayoutBox     *boxes,
            guint                  n_boxes,
            const TlLayoutStoreys *storeys,
            const int             *first_node)
{
  for (guint i = 0; i < n_boxes; i++)
    for (int node = first_node[i]; node < first_node[i + 1]; node++)
      {
        weave->box[node] = (int) i;
        weave->storey[node] = storeys->first[i] + (guint) (node - first_node[i]);
        weave->left[node] = (TlLayoutExtent) { boxes[i].x, boxes[i].x };
        weave->right[node] = (TlLayoutExtent) { boxes[i].x + boxes[i].width, boxes[i].x + boxes[i].width };
      }
}

static double
middle_of (const TlLayoutWeave *weave,
           int                  node)
{
  return (weave->left[node].top + weave->right[node].top) / 2;
}

/* Puts every pass on the straight way between the ends of its line. */
static void
fill_passes (TlLayoutWeave         *weave,
             const TlLayoutStoreys *storeys)
{
  for (guint i = 0; i < weave->n_lines; i++)
    {
      double from;
      double to;
      double top;
      double bottom;

      if (weave->upper[i] < 0)
        continue;
      from = middle_of (weave, weave->upper[i]);
      to = middle_of (weave, weave->lower[i]);
      top = storeys->extents[weave->storey[weave->upper[i]]].bottom;
      bottom = storeys->extents[weave->storey[weave->lower[i]]].top;
      for (int node = weave->first_pass[i]; node < weave->first_pass[i + 1]; node++)
        {
          guint storey = weave->storey[weave->upper[i]] + 1 + (guint) (node - weave->first_pass[i]);
          double y = (storeys->extents[storey].top + storeys->extents[storey].bottom) / 2;

          weave->box[node] = -1;
          weave->storey[node] = storey;
          weave->straight[node] = from + (to - from) * (y - top) / (bottom - top);
          weave->left[node] = (TlLayoutExtent) { weave->straight[node], weave->straight[node] };
          weave->right[node] = weave->left[node];
        }
    }
}

/* Lists what joins nodes of neighbouring storeys: lines, and boxes that reach into several. */
static void
list_stretches (const TlLayoutWeave *weave,
                GArray              *stretches)
{
  for (guint i = 0; i + 1 < weave->n_fixed; i++)
    if (weave->box[i] == weave->box[i + 1])
      {
        Stretch stretch = { (int) i, (int) i + 1, TL_LAYOUT_THROUGH_PRICE };

        g_array_append_val (stretches, stretch);
      }
  for (guint i = 0; i < weave->n_lines; i++)
    {
      int upper = weave->upper[i];

      if (upper < 0)
        continue;
      for (int node = weave->first_pass[i]; node <= weave->first_pass[i + 1]; node++)
        {
          Stretch stretch = { upper, node < weave->first_pass[i + 1] ? node : weave->lower[i], 1 };

          g_array_append_val (stretches, stretch);
          upper = node;
        }
    }
}

static void
fill_neighbours (TlLayoutWeave *weave)
{
  g_autoptr (GArray) stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_autofree guint *up_fill = NULL;
  g_autofree guint *down_fill = NULL;

  list_stretches (weave, stretches);
  weave->up_start = g_new0 (guint, weave->n_nodes + 1);
  weave->down_start = g_new0 (guint, weave->n_nodes + 1);
  weave->ups = g_new (int, stretches->len + 1);
  weave->downs = g_new (int, stretches->len + 1);
  weave->up_price = g_new (float, stretches->len + 1);
  weave->down_price = g_new (float, stretches->len + 1);
  for (guint i = 0; i < stretches->len; i++)
    {
      weave->down_start[g_array_index (stretches, Stretch, i).upper + 1]++;
      weave->up_start[g_array_index (stretches, Stretch, i).lower + 1]++;
    }
  for (guint i = 0; i < weave->n_nodes; i++)
    {
      weave->up_start[i + 1] += weave->up_start[i];
      weave->down_start[i + 1] += weave->down_start[i];
    }
  up_fill = g_memdup2 (weave->up_start, sizeof (guint) * (weave->n_nodes + 1));
  down_fill = g_memdup2 (weave->down_start, sizeof (guint) * (weave->n_nodes + 1));
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      weave->down_price[down_fill[stretch->upper]] = weave->up_price[up_fill[stretch->lower]] = stretch->price;
      weave->downs[down_fill[stretch->upper]++] = stretch->lower;
      weave->ups[up_fill[stretch->lower]++] = stretch->upper;
    }
}

typedef struct
{
  double x;
  int node;
} Keyed;

static int
compare_keyed (gconstpointer a,
               gconstpointer b)
{
  const Keyed *keyed_a = a;
  const Keyed *keyed_b = b;

  if (keyed_a->x != keyed_b->x)
    return keyed_a->x < keyed_b->x ? -1 : 1;
  return keyed_a->node - keyed_b->node;
}

/* Sorts the nodes of every storey from left to right. */
static void
fill_order (TlLayoutWeave *weave,
            guint          n_storeys)
{
  g_autofree Keyed *keyed = g_new (Keyed, weave->n_nodes + 1);
  g_autofree guint *fill = NULL;

  weave->start = g_new0 (guint, n_storeys + 1);
  for (guint i = 0; i < weave->n_nodes; i++)
    weave->start[weave->storey[i] + 1]++;
  for (guint i = 0; i < n_storeys; i++)
    weave->start[i + 1] += weave->start[i];
  fill = g_memdup2 (weave->start, sizeof (guint) * (n_storeys + 1));
  for (guint i = 0; i < weave->n_nodes; i++)
    keyed[fill[weave->storey[i]]++] = (Keyed) { middle_of (weave, (int) i), (int) i };
  for (guint i = 0; i < n_storeys; i++)
    {
      qsort (keyed + weave->start[i], weave->start[i + 1] - weave->start[i], sizeof (Keyed), compare_keyed);
      for (guint j = weave->start[i]; j < weave->start[i + 1]; j++)
        {
          weave->order[j] = keyed[j].node;
          weave->pos[keyed[j].node] = (int) (j - weave->start[i]);
        }
    }
}

/* Lists the nodes of boxes in @storey from left to right. */
static void
list_boxes (const TlLayoutWeave *weave,
            guint                storey,
            GArray              *nodes)
{
  g_array_set_size (nodes, 0);
  for (guint i = weave->start[storey]; i < weave->start[storey + 1]; i++)
    if (weave->box[weave->order[i]] >= 0)
      g_array_append_val (nodes, weave->order[i]);
}

/*
 * Finds the gaps beside boxes that are too narrow for a line, and the boxes that have others right above or below them
 * in one storey, so that lines cannot go straight to and from them.
 */
static void
find_closed_ways (TlLayoutWeave     *weave,
                  const TlLayoutBox *boxes,
                  guint              n_storeys)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree double *right = g_new (double, weave->n_fixed + 1); /* of all nodes until there */

  for (guint storey = 0; storey < n_storeys; storey++)
    {
      list_boxes (weave, storey, nodes);
      for (guint i = 0; i < nodes->len; i++)
        {
          int node = g_array_index (nodes, int, i);

          right[i] = i > 0 ? MAX (right[i - 1], weave->right[node].top) : weave->right[node].top;
          if (i > 0 && weave->left[node].top - right[i - 1] < 2 * TL_LAYOUT_LEAST_CLEARANCE + 1)
            weave->is_closed[g_array_index (nodes, int, i - 1)] = weave->has_closed_gaps = TRUE;
          for (guint j = i; j > 0 && right[j - 1] + TL_LAYOUT_CLEARANCE > weave->left[node].top; j--)
            {
              int other = g_array_index (nodes, int, j - 1);
              gboolean is_above = boxes[weave->box[other]].y < boxes[weave->box[node]].y;

              if (weave->right[other].top + TL_LAYOUT_CLEARANCE <= weave->left[node].top)
                continue;
              weave->is_closed_below[is_above ? other : node] = TRUE;
              weave->is_closed_above[is_above ? node : other] = TRUE;
            }
        }
    }
}

/* Sorts the lines by the number of storeys they pass. */
static void
sort_by_span (TlLayoutWeave *weave,
              guint          n_storeys)
{
  g_autofree guint *fill = g_new0 (guint, n_storeys + 2);

  for (guint i = 0; i < weave->n_lines; i++)
    fill[weave->first_pass[i + 1] - weave->first_pass[i] + 1]++;
  for (guint i = 0; i < n_storeys; i++)
    fill[i + 1] += fill[i];
  for (guint i = 0; i < weave->n_lines; i++)
    weave->by_span[fill[weave->first_pass[i + 1] - weave->first_pass[i]]++] = i;
}

/*
 * Returns: (transfer full): the lines with their passes among @boxes, in the order in which they would be straight
 */
TlLayoutWeave *
_tl_layout_weave_new (const TlLayoutBox     *boxes,
                      guint                  n_boxes,
                      const TlLayoutLine    *lines,
                      guint                  n_lines,
                      const TlLayoutStoreys *storeys)
{
  TlLayoutWeave *weave = g_new0 (TlLayoutWeave, 1);
  g_autofree int *first_node = g_new (int, n_boxes + 1);

  weave->n_lines = n_lines;
  weave->upper = g_new (int, n_lines + 1);
  weave->lower = g_new (int, n_lines + 1);
  weave->first_pass = g_new (int, n_lines + 1);
  weave->by_span = g_new (guint, n_lines + 1);
  weave->is_free = g_new (gboolean, n_lines + 1);
  for (guint i = 0; i < n_boxes; i++)
    {
      first_node[i] = (int) weave->n_fixed;
      weave->n_fixed += storeys->last[i] - storeys->first[i] + 1;
    }
  first_node[n_boxes] = (int) weave->n_fixed;
  weave->has_tall_boxes = weave->n_fixed > n_boxes;
  add_passes (weave, lines, storeys, first_node);
  weave->box = g_new (int, weave->n_nodes + 1);
  weave->storey = g_new (guint, weave->n_nodes + 1);
  weave->pos = g_new (int, weave->n_nodes + 1);
  weave->left = g_new (TlLayoutExtent, weave->n_nodes + 1);
  weave->right = g_new (TlLayoutExtent, weave->n_nodes + 1);
  weave->straight = g_new (double, weave->n_nodes + 1);
  weave->order = g_new (int, weave->n_nodes + 1);
  weave->is_closed = g_new0 (gboolean, weave->n_fixed + 1);
  weave->is_closed_below = g_new0 (gboolean, weave->n_fixed + 1);
  weave->is_closed_above = g_new0 (gboolean, weave->n_fixed + 1);
  fill_fixed (weave, boxes, n_boxes, storeys, first_node);
  fill_passes (weave, storeys);
  fill_neighbours (weave);
  fill_order (weave, storeys->n);
  find_closed_ways (weave, boxes, storeys->n);
  sort_by_span (weave, storeys->n);
  for (guint i = 0; i < n_lines; i++)
    weave->is_free[i] = weave->upper[i] >= 0 && !weave->is_closed_below[weave->upper[i]] &&
                        !weave->is_closed_above[weave->lower[i]];
  return weave;
}
