/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The left-to-right order of the layout: how many lines cross, and that no star that is put back could be put better.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"
#include "tests/layout-graph.h"

typedef struct
{
  TlLayoutRanks *ranks;
  GPtrArray *nets;
} Nets;

static void
nets_clear (Nets *nets)
{
  _tl_layout_ranks_free (nets->ranks);
  g_ptr_array_unref (nets->nets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Nets, nets_clear)

/* The nets of a graph, every rank in the order in which its boxes were entered. */
static void
nets_init (Nets        *nets,
           const Graph *graph)
{
  nets->ranks = _tl_layout_ranks_new (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, &graph->options,
                                      NULL);
  nets->nets = _tl_layout_nets_new (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, nets->ranks, NULL);
}

static gint64
crossings_of_nets (const Graph *graph,
                   gboolean     ordered)
{
  g_auto (Nets) nets = { NULL };
  gint64 n_crossings = 0;

  nets_init (&nets, graph);
  for (guint i = 0; i < nets.nets->len; i++)
    {
      if (ordered)
        _tl_layout_order (g_ptr_array_index (nets.nets, i), graph->boxes, &graph->options, NULL);
      n_crossings += _tl_layout_cross_count (g_ptr_array_index (nets.nets, i));
    }
  return n_crossings;
}

static void
test_lines_cross_less_than_in_order_of_entry (void)
{
  gint64 sum_naive = 0;
  gint64 sum = 0;
  gint64 sum_thorough = 0;

  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      gint64 naive = crossings_of_nets (graph, FALSE);
      gint64 ordered = crossings_of_nets (graph, TRUE);
      gint64 thorough;

      graph->options.thorough = TRUE;
      thorough = crossings_of_nets (graph, TRUE);
      g_assert_cmpint (ordered, <=, naive);
      g_assert_cmpint (thorough, <=, naive);
      sum_naive += naive;
      sum += ordered;
      sum_thorough += thorough;
    }
  g_assert_cmpint (sum_thorough, <=, sum);
  g_assert_cmpint (sum, <, sum_naive / 3);
}

static void
test_a_planar_graph_has_no_crossing (void)
{
  const int bands[] = { 0, 0, 0, 1, 1, 1, 2, 2, 2 };
  const TlLayoutLine lines[] = { { 0, 5 }, { 1, 4 }, { 2, 3 }, { 0, 4 }, { 5, 6 }, { 4, 8 }, { 3, 7 }, { 4, 7 } };
  g_autoptr (Graph) graph = graph_new (3, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);

  g_assert_cmpint (crossings_of_nets (graph, TRUE), ==, 0);
}

/* Two lines from 0 and 1 to 3 and 2: they cross in order of entry, counted by hand. */
static void
test_crossings_are_counted (void)
{
  const int bands[] = { 0, 0, 1, 1 };
  const TlLayoutLine lines[] = { { 0, 3 }, { 1, 2 }, { 0, 2 }, { 1, 3 } };
  g_autoptr (Graph) graph = graph_new (2, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);

  g_assert_cmpint (crossings_of_nets (graph, FALSE), ==, 1);
  g_assert_cmpint (crossings_of_nets (graph, TRUE), ==, 1);
}

/* A graph of @n_boxes in which box i is entered at a place drawn by lot, so that its place says nothing about it. */
static Graph *
shuffled_graph (int                 n_bands,
                guint               n_boxes,
                const int          *bands,
                guint               n_lines,
                const TlLayoutLine *lines)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (n_boxes);
  g_autofree int *place = g_new (int, n_boxes);
  Graph *graph = graph_new (n_bands, n_boxes, bands, n_lines, lines);

  for (guint i = 0; i < n_boxes; i++)
    {
      int j = g_rand_int_range (lot, 0, (int) i + 1);

      place[i] = place[j];
      place[j] = (int) i;
    }
  for (guint i = 0; i < n_boxes; i++)
    graph->boxes[place[i]].band = bands[i];
  for (guint i = 0; i < n_lines; i++)
    graph->lines[i] = (TlLayoutLine) { .from = place[lines[i].from], .to = place[lines[i].to] };
  return graph;
}

static void
test_a_tree_has_no_crossing (void)
{
  int bands[40] = { 0 };
  TlLayoutLine lines[39] = { 0 };
  g_autoptr (Graph) graph = NULL;

  for (int i = 1; i < 40; i++)
    {
      lines[i - 1] = (TlLayoutLine) { .from = (i - 1) / 3, .to = i };
      bands[i] = bands[(i - 1) / 3] + 1;
    }
  graph = shuffled_graph (4, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);
  g_assert_cmpint (crossings_of_nets (graph, TRUE), ==, 0);
}

/* Seven boxes below one, and below each of them another, entered in disorder. */
static void
test_a_sweep_puts_nodes_where_their_neighbours_are (void)
{
  int bands[15] = { 0 };
  TlLayoutLine lines[14] = { 0 };
  g_autoptr (Graph) graph = NULL;
  g_auto (Nets) nets = { NULL };
  TlLayoutNet *net;

  for (int i = 0; i < 7; i++)
    {
      lines[i] = (TlLayoutLine) { .from = 0, .to = 1 + i };
      lines[7 + i] = (TlLayoutLine) { .from = 1 + i, .to = 8 + 3 * i % 7 };
      bands[1 + i] = 1;
      bands[8 + i] = 2;
    }
  graph = graph_new (3, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);
  graph->options.row_width = -1;
  nets_init (&nets, graph);
  net = g_ptr_array_index (nets.nets, 0);
  g_assert_cmpint (_tl_layout_cross_count (net), >, 0);

  _tl_layout_sweep (net, 1);
  g_assert_cmpint (_tl_layout_cross_count (net), ==, 0);
  for (guint i = 0; i < net->n_nodes; i++)
    g_assert_cmpint (net->order[net->start[net->rank[i]] + (guint) net->pos[i]], ==, (int) i);
}

/* A path that goes down and up again, of which every part looks like every other. */
static void
test_a_long_zigzag_unfolds (void)
{
  int bands[80] = { 0 };
  TlLayoutLine lines[79] = { 0 };
  g_autoptr (Graph) graph = NULL;

  for (int i = 0; i < 80; i++)
    bands[i] = i % 2;
  for (int i = 0; i < 79; i++)
    lines[i] = (TlLayoutLine) { .from = i + i % 2, .to = i + 1 - i % 2 };
  graph = shuffled_graph (2, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);
  graph->options.row_width = -1;
  g_assert_cmpint (crossings_of_nets (graph, TRUE), ==, 0);
}

/* A star is said to have moved if and only if lines cross less, and nothing else is said to be in its place. */
static void
test_putting_a_star_back_never_adds_a_crossing (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_auto (Nets) nets = { NULL };

      nets_init (&nets, graph);
      for (guint j = 0; j < nets.nets->len; j++)
        {
          TlLayoutNet *net = g_ptr_array_index (nets.nets, j);
          g_autoptr (TlLayoutStar) star = _tl_layout_star_new (net, graph->boxes, 1 + (int) i % 7);
          gint64 n_before = _tl_layout_cross_count (net);

          for (guint box = 0; box < net->n_boxes; box++)
            {
              gboolean moved = _tl_layout_star_insert (star, (int) box);
              gint64 n_after = _tl_layout_cross_count (net);

              g_assert_cmpint (n_after < n_before, ==, moved);
              g_assert_cmpint (n_after, <=, n_before);
              n_before = n_after;
            }
          for (guint k = 0; k < net->n_nodes; k++)
            g_assert_cmpint (net->order[net->start[net->rank[k]] + (guint) net->pos[k]], ==, (int) k);
        }
    }
}

/* Puts a node at another place of its rank. */
static void
move_node (TlLayoutNet *net,
           int          node,
           int          place)
{
  int *order = net->order + net->start[net->rank[node]];
  int step = place > net->pos[node] ? 1 : -1;

  for (int i = net->pos[node]; i != place; i += step)
    {
      order[i] = order[i + step];
      net->pos[order[i]] = i;
    }
  order[place] = node;
  net->pos[node] = place;
}

/* The least number of crossings with nodes number @i and up of the @n nodes of a star at any places. */
static gint64
try_all_places (TlLayoutNet *net,
                const int   *nodes,
                guint        n,
                guint        i)
{
  gint64 best = G_MAXINT64;
  int n_places;

  if (i == n)
    return _tl_layout_cross_count (net);
  n_places = (int) (net->start[net->rank[nodes[i]] + 1] - net->start[net->rank[nodes[i]]]);
  for (int place = 0; place < n_places; place++)
    {
      move_node (net, nodes[i], place);
      best = MIN (best, try_all_places (net, nodes, n, i + 1));
    }
  return best;
}

/* A box with one line that passes two ranks: of all places of the box and its line, none is better than that found. */
static void
test_a_star_is_put_where_it_crosses_least (void)
{
  int n_moved = 0;

  for (guint32 seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) lot = g_rand_new_with_seed (seed);
      int bands[20] = { 0, 3 };
      TlLayoutLine lines[32] = { { .from = 0, .to = 1 }, { .from = 6, .to = 1 } };
      int star_nodes[3] = { 0 };
      guint n_star_nodes = 1;
      g_autoptr (Graph) graph = NULL;
      g_auto (Nets) nets = { NULL };
      g_autoptr (TlLayoutStar) star = NULL;
      TlLayoutNet *net;
      gint64 n_before;
      gint64 n_found;

      for (int i = 2; i < 20; i++)
        bands[i] = i % 4;
      for (int i = 2; i < 32; i++)
        {
          int band = g_rand_int_range (lot, 0, 3);

          lines[i].from = band + 4 * g_rand_int_range (lot, 1, 5);
          lines[i].to = band + 1 + 4 * g_rand_int_range (lot, 1, 5);
        }
      graph = graph_new (4, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);
      nets_init (&nets, graph);
      net = g_ptr_array_index (nets.nets, 0);
      g_assert_cmpint (net->box[0], ==, 0);
      for (int node = net->downs[net->down_start[0]]; net->box[node] < 0; node = net->downs[net->down_start[node]])
        star_nodes[n_star_nodes++] = node;
      g_assert_cmpuint (n_star_nodes, ==, 3);
      n_before = _tl_layout_cross_count (net);

      star = _tl_layout_star_new (net, graph->boxes, 100);
      _tl_layout_star_insert (star, 0);
      n_found = _tl_layout_cross_count (net);
      n_moved += n_found < n_before;
      g_assert_cmpint (n_found, ==, try_all_places (net, star_nodes, n_star_nodes, 0));
    }
  g_assert_cmpint (n_moved, >, 20);
}

static void
test_pinned_boxes_stand_as_they_are_pinned (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_auto (Nets) nets = { NULL };

      for (guint j = 0; j < graph->n_boxes; j++)
        {
          graph->boxes[j].pinned = j % 3 == 0;
          graph->boxes[j].x = (double) (j * 7919 % 1000);
        }
      nets_init (&nets, graph);
      for (guint j = 0; j < nets.nets->len; j++)
        {
          const TlLayoutNet *net = g_ptr_array_index (nets.nets, j);

          _tl_layout_order (g_ptr_array_index (nets.nets, j), graph->boxes, &graph->options, NULL);
          for (guint rank = 0; rank < net->n_ranks; rank++)
            {
              double x = -G_MAXDOUBLE;

              for (guint k = net->start[rank]; k < net->start[rank + 1]; k++)
                {
                  int box = net->box[net->order[k]];

                  if (box < 0 || !graph->boxes[box].pinned)
                    continue;
                  g_assert_cmpfloat (graph->boxes[box].x, >=, x);
                  x = graph->boxes[box].x;
                }
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-order/crossings-are-counted", test_crossings_are_counted);
  g_test_add_func ("/layout-order/lines-cross-less-than-in-order-of-entry",
                   test_lines_cross_less_than_in_order_of_entry);
  g_test_add_func ("/layout-order/a-planar-graph-has-no-crossing", test_a_planar_graph_has_no_crossing);
  g_test_add_func ("/layout-order/a-tree-has-no-crossing", test_a_tree_has_no_crossing);
  g_test_add_func ("/layout-order/a-sweep-puts-nodes-where-their-neighbours-are",
                   test_a_sweep_puts_nodes_where_their_neighbours_are);
  g_test_add_func ("/layout-order/a-long-zigzag-unfolds", test_a_long_zigzag_unfolds);
  g_test_add_func ("/layout-order/putting-a-star-back-never-adds-a-crossing",
                   test_putting_a_star_back_never_adds_a_crossing);
  g_test_add_func ("/layout-order/a-star-is-put-where-it-crosses-least", test_a_star_is_put_where_it_crosses_least);
  g_test_add_func ("/layout-order/pinned-boxes-stand-as-they-are-pinned", test_pinned_boxes_stand_as_they_are_pinned);
  return g_test_run ();
}
