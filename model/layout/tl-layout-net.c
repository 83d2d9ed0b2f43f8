/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The connected parts of the graph as nets: boxes and, for lines that pass by ranks, a node in every rank they pass.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

/* Room that a passing line takes in a row. */
#define PASSING_WIDTH 8.0
/* So many passing nodes at most; beyond that the longest lines are left to find their way between the boxes. */
#define MAX_PASSING 300000

typedef struct
{
  int upper; /* node */
  int lower;
} Edge;

static void
net_free (TlLayoutNet *net)
{
  g_free (net->box);
  g_free (net->rank);
  g_free (net->width);
  g_free (net->order);
  g_free (net->start);
  g_free (net->pos);
  g_free (net->up_start);
  g_free (net->ups);
  g_free (net->down_start);
  g_free (net->downs);
  g_free (net->x);
  g_free (net);
}

/* Follows @parent to the box that stands for its part, shortening the way for the next time. */
static int
find_root (int *parent,
           int  box)
{
  while (parent[box] != box)
    {
      parent[box] = parent[parent[box]];
      box = parent[box];
    }
  return box;
}

/* Gives every box the number of its part, in the order in which parts first occur; -1 for a box without lines. */
static guint
number_parts (const TlLayoutRanks *ranks,
              const TlLayoutLine  *lines,
              guint                n_lines,
              int                 *part)
{
  g_autofree int *parent = g_new (int, ranks->n_boxes + 1);
  guint n_parts = 0;

  for (guint i = 0; i < ranks->n_boxes; i++)
    {
      parent[i] = (int) i;
      part[i] = -1;
    }
  for (guint i = 0; i < n_lines; i++)
    {
      int a = find_root (parent, lines[i].from);
      int b = find_root (parent, lines[i].to);

      parent[MAX (a, b)] = MIN (a, b);
    }
  /* The root of a part is its first box, so that it is numbered before the others ask for its number. */
  for (guint i = 0; i < ranks->n_boxes; i++)
    {
      int root = find_root (parent, (int) i);

      if (root == (int) i && !ranks->isolated[i])
        part[i] = (int) n_parts++;
      part[i] = part[root];
    }
  return n_parts;
}

/* The length, in ranks, of the longest lines that still get passing nodes. */
static int
longest_span (const TlLayoutBox   *boxes,
              const TlLayoutRanks *ranks,
              const TlLayoutLine  *lines,
              guint                n_lines)
{
  int n_ranks = ranks->first[ranks->n_bands];
  g_autofree guint *n_of_span = g_new0 (guint, n_ranks + 1);
  gint64 n_passing = 0;

  for (guint i = 0; i < n_lines; i++)
    n_of_span[ABS (_tl_layout_ranks_get (ranks, boxes, lines[i].from) -
                   _tl_layout_ranks_get (ranks, boxes, lines[i].to))]++;
  for (int span = 2; span < n_ranks; span++)
    {
      n_passing += (gint64) n_of_span[span] * (span - 1);
      if (n_passing > MAX_PASSING)
        return span - 1;
    }
  return MAX (n_ranks, 1);
}

static int
add_node (GArray *nodes,
          GArray *rank_of,
          int     box,
          int     rank)
{
  g_array_append_val (nodes, box);
  g_array_append_val (rank_of, rank);
  return (int) nodes->len - 1;
}

static void
add_line (GArray *nodes,
          GArray *rank_of,
          GArray *edges,
          int     upper,
          int     lower)
{
  int last = g_array_index (rank_of, int, lower);
  int node = upper;

  for (int rank = g_array_index (rank_of, int, upper) + 1; rank <= last; rank++)
    {
      int next = rank == last ? lower : add_node (nodes, rank_of, -1, rank);
      Edge edge = { node, next };

      g_array_append_val (edges, edge);
      node = next;
    }
}

static void
fill_neighbours (TlLayoutNet *net,
                 GArray      *edges)
{
  g_autofree guint *up_fill = NULL;
  g_autofree guint *down_fill = NULL;

  net->up_start = g_new0 (guint, net->n_nodes + 1);
  net->down_start = g_new0 (guint, net->n_nodes + 1);
  net->ups = g_new (int, edges->len + 1);
  net->downs = g_new (int, edges->len + 1);
  for (guint i = 0; i < edges->len; i++)
    {
      net->down_start[g_array_index (edges, Edge, i).upper + 1]++;
      net->up_start[g_array_index (edges, Edge, i).lower + 1]++;
    }
  for (guint i = 0; i < net->n_nodes; i++)
    {
      net->up_start[i + 1] += net->up_start[i];
      net->down_start[i + 1] += net->down_start[i];
    }
  up_fill = g_memdup2 (net->up_start, sizeof (guint) * (net->n_nodes + 1));
  down_fill = g_memdup2 (net->down_start, sizeof (guint) * (net->n_nodes + 1));
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);

      net->downs[down_fill[edge->upper]++] = edge->lower;
      net->ups[up_fill[edge->lower]++] = edge->upper;
    }
}

static void
fill_ranks (TlLayoutNet *net)
{
  int last = 0;
  g_autofree guint *fill = NULL;

  net->top_rank = G_MAXINT;
  for (guint i = 0; i < net->n_nodes; i++)
    {
      net->top_rank = MIN (net->top_rank, net->rank[i]);
      last = MAX (last, net->rank[i]);
    }
  net->n_ranks = (guint) (last - net->top_rank + 1);
  net->start = g_new0 (guint, net->n_ranks + 1);
  net->order = g_new (int, net->n_nodes);
  net->pos = g_new (int, net->n_nodes);
  for (guint i = 0; i < net->n_nodes; i++)
    {
      net->rank[i] -= net->top_rank;
      net->start[net->rank[i] + 1]++;
    }
  for (guint i = 0; i < net->n_ranks; i++)
    net->start[i + 1] += net->start[i];
  fill = g_memdup2 (net->start, sizeof (guint) * (net->n_ranks + 1));
  for (guint i = 0; i < net->n_nodes; i++)
    {
      net->pos[i] = (int) (fill[net->rank[i]] - net->start[net->rank[i]]);
      net->order[fill[net->rank[i]]++] = (int) i;
    }
}

static TlLayoutNet *
net_new (const TlLayoutBox *boxes,
         GArray            *nodes,
         GArray            *rank_of,
         GArray            *edges)
{
  TlLayoutNet *net = g_new0 (TlLayoutNet, 1);

  net->n_nodes = nodes->len;
  net->box = g_memdup2 (nodes->data, sizeof (int) * nodes->len);
  net->rank = g_memdup2 (rank_of->data, sizeof (int) * nodes->len);
  net->width = g_new (double, nodes->len);
  net->x = g_new0 (double, nodes->len);
  for (guint i = 0; i < nodes->len; i++)
    {
      int box = net->box[i];

      net->width[i] = box >= 0 ? boxes[box].width : PASSING_WIDTH;
      net->n_boxes += box >= 0;
      net->has_pins |= box >= 0 && boxes[box].pinned;
    }
  fill_ranks (net);
  fill_neighbours (net, edges);
  return net;
}

/* Lists the members of each part one after the other; @start says where each part begins. */
static guint *
sort_by_part (const int *part_of,
              guint      n,
              guint      n_parts,
              guint    **start)
{
  guint *members = g_new (guint, n + 1);
  g_autofree guint *fill = NULL;

  *start = g_new0 (guint, n_parts + 1);
  for (guint i = 0; i < n; i++)
    {
      if (part_of[i] >= 0)
        (*start)[part_of[i] + 1]++;
    }
  for (guint i = 0; i < n_parts; i++)
    (*start)[i + 1] += (*start)[i];
  fill = g_memdup2 (*start, sizeof (guint) * (n_parts + 1));
  for (guint i = 0; i < n; i++)
    {
      if (part_of[i] >= 0)
        members[fill[part_of[i]]++] = i;
    }
  return members;
}

/*
 * Returns: (transfer full) (element-type TlLayoutNet): a net for each connected part that has lines, in the order in
 *   which its first box comes
 */
GPtrArray *
_tl_layout_nets_new (const TlLayoutBox   *boxes,
                     guint                n_boxes,
                     const TlLayoutLine  *lines,
                     guint                n_lines,
                     const TlLayoutRanks *ranks,
                     GCancellable        *cancellable)
{
  GPtrArray *nets = g_ptr_array_new_with_free_func ((GDestroyNotify) net_free);
  g_autofree int *part = g_new (int, n_boxes + 1);
  g_autofree int *line_part = g_new (int, n_lines + 1);
  g_autofree int *node_of = g_new (int, n_boxes + 1);
  g_autofree guint *box_start = NULL;
  g_autofree guint *line_start = NULL;
  g_autofree guint *box_list = NULL;
  g_autofree guint *line_list = NULL;
  guint n_parts = number_parts (ranks, lines, n_lines, part);
  int max_span = longest_span (boxes, ranks, lines, n_lines);

  for (guint i = 0; i < n_lines; i++)
    line_part[i] = lines[i].from == lines[i].to ? -1 : part[lines[i].from];
  box_list = sort_by_part (part, n_boxes, n_parts, &box_start);
  line_list = sort_by_part (line_part, n_lines, n_parts, &line_start);

  for (guint i = 0; i < n_parts && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GArray) rank_of = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));

      for (guint j = box_start[i]; j < box_start[i + 1]; j++)
        node_of[box_list[j]] =
          add_node (nodes, rank_of, (int) box_list[j], _tl_layout_ranks_get (ranks, boxes, box_list[j]));
      for (guint j = line_start[i]; j < line_start[i + 1]; j++)
        {
          const TlLayoutLine *line = &lines[line_list[j]];
          int from = node_of[line->from];
          int to = node_of[line->to];
          int span = g_array_index (rank_of, int, to) - g_array_index (rank_of, int, from);

          if (ABS (span) <= max_span)
            add_line (nodes, rank_of, edges, span > 0 ? from : to, span > 0 ? to : from);
        }
      g_ptr_array_add (nets, net_new (boxes, nodes, rank_of, edges));
    }
  return nets;
}
