/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What depends on where boxes are: the curves of lines, where they join their boxes, and a place for one new box.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-route-private.h"
#include "tests/layout-graph.h"

static void
test_a_new_box_finds_a_free_place (void)
{
  for (guint i = 1; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      guint last = graph->n_boxes - 1;
      g_autofree TlLayoutBox *before = NULL;

      run (graph);
      graph->boxes[last].placed = FALSE;
      before = g_memdup2 (graph->boxes, sizeof (TlLayoutBox) * graph->n_boxes);
      tl_layout_place_one (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, last, &graph->options);
      g_assert_cmpmem (before, sizeof (TlLayoutBox) * last, graph->boxes, sizeof (TlLayoutBox) * last);
      g_assert_true (graph->boxes[last].placed);
      assert_no_overlap (graph);
      assert_bands_kept (graph);
    }
}

static void
test_a_new_cause_comes_above_its_effect (void)
{
  const int bands[] = { 0, 1, 2, 0 };
  const TlLayoutLine lines[] = { { 0, 1 }, { 1, 2 }, { 3, 1 } };
  g_autoptr (Graph) graph = graph_new (3, G_N_ELEMENTS (bands), bands, 2, lines);

  graph->n_boxes = 3;
  run (graph);
  tl_layout_place_one (graph->boxes, 4, lines, 3, 3, &graph->options);
  g_assert_cmpfloat (graph->boxes[3].y, ==, graph->boxes[0].y);
  g_assert_cmpfloat (fabs (graph->boxes[3].x - graph->boxes[0].x), ==, 200 + graph->options.box_gap);
}

/* A band that a pin has made higher, its rows full: there is room between them, near the effect. */
static void
test_a_new_box_uses_free_space_between_rows (void)
{
  const int n_in_row = 15;
  g_autofree int *bands = g_new0 (int, 2 * n_in_row + 2);
  g_autoptr (Graph) graph = NULL;
  guint last = 2 * (guint) n_in_row + 1;
  TlLayoutLine line = { (int) last, n_in_row / 2 };

  bands[last - 1] = 1;
  graph = graph_new (2, last + 1, bands, 1, &line);
  for (guint i = 0; i < last; i++)
    {
      TlLayoutBox *box = &graph->boxes[i];

      box->placed = TRUE;
      box->x = i % (guint) n_in_row * (box->width + graph->options.box_gap);
      box->y = i < (guint) n_in_row ? 28 : i < last - 1 ? 300 : 448;
    }
  tl_layout_place_one (graph->boxes, graph->n_boxes, &line, 1, last, &graph->options);
  g_assert_cmpfloat (graph->boxes[last].x, ==, graph->boxes[n_in_row / 2].x);
  g_assert_cmpfloat (graph->boxes[last].y, ==, 28 + 64 + graph->options.row_gap);
  assert_no_overlap (graph);
}

static gboolean
runs_through (const GArray      *points,
              const TlLayoutBox *box)
{
  for (int i = 0; i <= 400; i++)
    {
      TlLayoutPoint point = tl_layout_curve_at ((const TlLayoutPoint *) points->data, points->len, i / 400.0);

      if (point.x > box->x && point.x < box->x + box->width && point.y > box->y && point.y < box->y + box->height)
        return TRUE;
    }
  return FALSE;
}

static void
assert_lines_keep_clear (const Graph *graph)
{
  g_autoptr (TlLayoutRoutes) routes =
    tl_layout_routes_new (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));

  for (guint i = 0; i < graph->n_lines; i++)
    {
      const TlLayoutLine *line = &graph->lines[i];

      tl_layout_routes_get (routes, i, points);
      g_assert_cmpuint (points->len, >=, 4);
      g_assert_cmpuint (points->len % 3, ==, 1);
      for (guint j = 0; j < graph->n_boxes; j++)
        if ((int) j != line->from && (int) j != line->to)
          g_assert_false (runs_through (points, &graph->boxes[j]));
    }
}

static void
test_lines_keep_clear_of_boxes (void)
{
  for (guint i = 1; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);

      run (graph);
      assert_lines_keep_clear (graph);
    }
}

/* A place drawn by lot in which @box keeps some distance from all others. */
static void
move_somewhere (const Graph *graph,
                TlLayoutBox *box,
                GRand       *lot)
{
  gboolean is_free = FALSE;

  while (!is_free)
    {
      TlLayoutBox around;

      box->x = g_rand_int_range (lot, -300, 2000);
      box->y = g_rand_int_range (lot, -300, 1500);
      around = (TlLayoutBox) { .x = box->x - 16, .y = box->y - 16,
                               .width = box->width + 32, .height = box->height + 32 };
      is_free = TRUE;
      for (guint i = 0; i < graph->n_boxes; i++)
        is_free = is_free && (&graph->boxes[i] == box || !overlap (&around, &graph->boxes[i]));
    }
}

static void
test_lines_keep_clear_of_boxes_put_anywhere (void)
{
  for (guint i = 1; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autoptr (GRand) lot = g_rand_new_with_seed (i);

      run (graph);
      for (guint j = i % 3; j < graph->n_boxes; j += 1 + i % 5)
        move_somewhere (graph, &graph->boxes[j], lot);
      assert_lines_keep_clear (graph);
    }
}

static void
test_lines_keep_clear_of_pinned_boxes (void)
{
  for (guint i = 1; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autoptr (GRand) lot = g_rand_new_with_seed (i);

      run (graph);
      for (guint j = i % 3; j < graph->n_boxes; j += 4 + i % 5)
        {
          move_somewhere (graph, &graph->boxes[j], lot);
          graph->boxes[j].pinned = TRUE;
        }
      run (graph);
      assert_lines_keep_clear (graph);
    }
}

/* On which side of the line from @a to @b the point @c is. */
static double
side_of (TlLayoutPoint a,
         TlLayoutPoint b,
         TlLayoutPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static guint
count_meetings (const GArray *a,
                const GArray *b)
{
  guint n = 0;

  for (guint i = 0; i + 1 < a->len; i++)
    for (guint j = 0; j + 1 < b->len; j++)
      {
        const TlLayoutPoint *p = &g_array_index (a, TlLayoutPoint, i);
        const TlLayoutPoint *q = &g_array_index (b, TlLayoutPoint, j);

        n += side_of (p[0], p[1], q[0]) * side_of (p[0], p[1], q[1]) < 0 &&
             side_of (q[0], q[1], p[0]) * side_of (q[0], q[1], p[1]) < 0;
      }
  return n;
}

/* Replaces each cubic by straight pieces. */
static GArray *
flatten (const GArray *curve)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));
  guint n_pieces = 8 * (curve->len - 1) / 3;

  for (guint i = 0; i <= n_pieces; i++)
    {
      TlLayoutPoint point =
        tl_layout_curve_at ((const TlLayoutPoint *) curve->data, curve->len, (double) i / n_pieces);

      g_array_append_val (points, point);
    }
  return points;
}

/* How often the lines change their order from one storey to the next. */
static guint
count_crossings (const Graph *graph)
{
  TlLayoutStoreys *storeys = _tl_layout_storeys_new (graph->boxes, graph->n_boxes);
  TlLayoutWeave *weave =
    _tl_layout_weave_new (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, storeys);
  TlLayoutWays *ways;
  guint n = 0;

  ways = _tl_layout_ways_new (weave, storeys, graph->boxes, graph->lines);
  for (guint i = 0; i < weave->n_nodes; i++)
    for (guint j = 0; j < weave->n_nodes; j++)
      {
        if (weave->storey[i] != weave->storey[j] || weave->pos[i] >= weave->pos[j])
          continue;
        for (guint k = weave->down_start[i]; k < weave->down_start[i + 1]; k++)
          for (guint l = weave->down_start[j]; l < weave->down_start[j + 1]; l++)
            n += weave->pos[weave->downs[k]] > weave->pos[weave->downs[l]];
      }
  _tl_layout_ways_free (ways);
  _tl_layout_weave_free (weave);
  _tl_layout_storeys_free (storeys);
  return n;
}

/* In a fresh layout no line crosses another but where their order changes. */
static void
test_lines_cross_only_where_they_change_order (void)
{
  for (guint i = 1; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autoptr (TlLayoutRoutes) routes = NULL;
      g_autoptr (GPtrArray) curves = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));
      guint n = 0;

      run (graph);
      routes = tl_layout_routes_new (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines);
      for (guint j = 0; j < graph->n_lines; j++)
        {
          tl_layout_routes_get (routes, j, points);
          if (graph->lines[j].from != graph->lines[j].to)
            g_ptr_array_add (curves, flatten (points));
        }
      for (guint j = 0; j < curves->len; j++)
        for (guint k = 0; k < j; k++)
          n += count_meetings (g_ptr_array_index (curves, j), g_ptr_array_index (curves, k));
      g_assert_cmpuint (n, <=, count_crossings (graph));
    }
}

static void
assert_point (const GArray *points,
              guint         i,
              double        x,
              double        y)
{
  g_assert_cmpfloat (g_array_index (points, TlLayoutPoint, i).x, ==, x);
  g_assert_cmpfloat (g_array_index (points, TlLayoutPoint, i).y, ==, y);
}

static void
test_lines_join_the_sides_that_face (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));
  const TlLayoutBox boxes[] = {
    { .width = 100, .height = 40, .x = 0, .y = 0 },
    { .width = 100, .height = 40, .x = 300, .y = 0 },
    { .width = 100, .height = 40, .x = 0, .y = 200 },
    { .width = 100, .height = 40, .x = 0, .y = 400 },
  };
  const TlLayoutLine lines[] = { { 0, 2 }, { 3, 2 }, { 1, 0 }, { 1, 1 } };
  g_autoptr (TlLayoutRoutes) routes = tl_layout_routes_new (boxes, G_N_ELEMENTS (boxes), lines, G_N_ELEMENTS (lines));

  tl_layout_routes_get (routes, 0, points);
  assert_point (points, 0, 50, 40);
  assert_point (points, 3, 50, 200);
  tl_layout_routes_get (routes, 1, points);
  assert_point (points, 0, 50, 400);
  assert_point (points, 3, 50, 240);
  tl_layout_routes_get (routes, 2, points);
  assert_point (points, 0, 300, 20);
  assert_point (points, 3, 100, 20);
  tl_layout_routes_get (routes, 3, points);
  assert_point (points, 0, 400, 10);
  assert_point (points, 3, 400, 30);
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* What the index finds in places drawn by lot is what a look at every box finds. */
static void
assert_index_finds_all (const TlLayoutIndex *index,
                        const Graph         *graph,
                        GRand               *lot)
{
  const TlLayoutLine line = { 3, 5 };

  for (int i = 0; i < 50; i++)
    {
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (int));
      double x = g_rand_double_range (lot, -9000, 9000), y = g_rand_double_range (lot, -3000, 3000);
      TlLayoutArea area = { x, x + g_rand_double_range (lot, 1, 4000), y, y + g_rand_double_range (lot, 1, 900) };

      for (int j = 0; j < (int) graph->n_boxes; j++)
        {
          TlLayoutBox stripe = { .x = area.left, .y = area.top,
                                 .width = area.right - area.left, .height = area.bottom - area.top };

          if (j != line.from && j != line.to && overlap (&graph->boxes[j], &stripe))
            g_array_append_val (expected, j);
        }
      _tl_layout_index_find (index, &area, &line, found);
      g_array_sort (found, compare_ints);
      g_assert_cmpmem (found->data, found->len * sizeof (int), expected->data, expected->len * sizeof (int));
    }
}

static void
test_an_index_follows_boxes_that_move (void)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (7);
  g_autoptr (Graph) graph = random_graph (7, 300, 0, 4);
  g_autoptr (TlLayoutIndex) index = NULL;

  for (guint i = 0; i < graph->n_boxes; i++)
    {
      graph->boxes[i].x = g_rand_int_range (lot, -5000, 5000);
      graph->boxes[i].y = 64 * g_rand_int_range (lot, -20, 20);
    }
  index = _tl_layout_index_new (graph->boxes, graph->n_boxes);
  assert_index_finds_all (index, graph, lot);
  for (guint i = 0; i < graph->n_boxes; i += 2)
    {
      graph->boxes[i].x = g_rand_int_range (lot, -9000, 9000);
      graph->boxes[i].y = g_rand_int_range (lot, -3000, 3000);
      _tl_layout_index_move_box (index, i, graph->boxes[i].x, graph->boxes[i].y);
    }
  assert_index_finds_all (index, graph, lot);
}

/* The only gap in a row of many boxes is further away than a line usually looks. */
static void
test_a_line_finds_a_gap_far_away (void)
{
  const TlLayoutLine line = { 0, 1 };
  g_autofree TlLayoutBox *boxes = g_new0 (TlLayoutBox, 203);
  g_autoptr (TlLayoutRoutes) routes = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));

  boxes[0] = (TlLayoutBox) { .width = 100, .height = 40, .x = 0, .y = 0 };
  boxes[1] = (TlLayoutBox) { .width = 100, .height = 40, .x = 0, .y = 400 };
  for (int i = 0; i < 200; i++)
    boxes[2 + i] = (TlLayoutBox) { .width = 100, .height = 40, .x = 100 * (i - 100) + (i > 140 ? 40 : 0), .y = 200 };
  boxes[202] = (TlLayoutBox) { .width = 100, .height = 40, .x = 90000, .y = 90000 };
  routes = tl_layout_routes_new (boxes, 203, &line, 1);

  for (int round = 0; round < 2; round++)
    {
      tl_layout_routes_get (routes, 0, points);
      g_assert_cmpuint (points->len, >, 4);
      for (guint i = 2; i < 203; i++)
        g_assert_false (runs_through (points, &boxes[i]));
      tl_layout_routes_move_box (routes, 0, 0, 10); /* from now on the line goes its own way */
    }
}

/* A box between two storeys, as a person may put it, stands in the way in both. */
static void
test_a_line_keeps_clear_of_a_box_between_storeys (void)
{
  const TlLayoutBox boxes[] = {
    { .width = 100, .height = 40, .x = 0, .y = 0 },    { .width = 100, .height = 40, .x = 300, .y = 0 },
    { .width = 100, .height = 40, .x = 300, .y = 90 }, { .width = 100, .height = 40, .x = 450, .y = 90 },
    { .width = 100, .height = 80, .x = 150, .y = 110 }, { .width = 100, .height = 40, .x = 0, .y = 180 },
    { .width = 100, .height = 40, .x = 300, .y = 180 }, { .width = 100, .height = 40, .x = 0, .y = 270 },
    { .width = 100, .height = 40, .x = 300, .y = 270 },
  };
  const TlLayoutLine lines[] = { { 0, 8 }, { 1, 7 }, { 4, 8 }, { 1, 4 } };
  g_autoptr (TlLayoutRoutes) routes = tl_layout_routes_new (boxes, G_N_ELEMENTS (boxes), lines, G_N_ELEMENTS (lines));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      tl_layout_routes_get (routes, i, points);
      for (guint j = 0; j < G_N_ELEMENTS (boxes); j++)
        if ((int) j != lines[i].from && (int) j != lines[i].to)
          g_assert_false (runs_through (points, &boxes[j]));
    }
}

static void
test_lines_of_one_box_leave_in_the_order_of_their_other_ends (void)
{
  const TlLayoutBox boxes[] = {
    { .width = 100, .height = 40, .x = 0, .y = 0 },
    { .width = 100, .height = 40, .x = 300, .y = 0 },
    { .width = 100, .height = 40, .x = 600, .y = 0 },
    { .width = 100, .height = 40, .x = 300, .y = 200 },
  };
  const TlLayoutLine lines[] = { { 2, 3 }, { 0, 3 }, { 3, 1 } };
  g_autoptr (TlLayoutRoutes) routes = tl_layout_routes_new (boxes, G_N_ELEMENTS (boxes), lines, G_N_ELEMENTS (lines));
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));

  tl_layout_routes_get (routes, 2, points);
  assert_point (points, 0, 350, 200);
  assert_point (points, 3, 350, 40);
  tl_layout_routes_get (routes, 1, points);
  assert_point (points, 0, 80, 40);
  assert_point (points, points->len - 1, 320, 200);
  tl_layout_routes_get (routes, 0, points);
  assert_point (points, points->len - 1, 380, 200);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-route/a-new-box-finds-a-free-place", test_a_new_box_finds_a_free_place);
  g_test_add_func ("/layout-route/a-new-cause-comes-above-its-effect", test_a_new_cause_comes_above_its_effect);
  g_test_add_func ("/layout-route/a-new-box-uses-free-space-between-rows", test_a_new_box_uses_free_space_between_rows);
  g_test_add_func ("/layout-route/lines-keep-clear-of-boxes", test_lines_keep_clear_of_boxes);
  g_test_add_func ("/layout-route/lines-keep-clear-of-boxes-put-anywhere",
                   test_lines_keep_clear_of_boxes_put_anywhere);
  g_test_add_func ("/layout-route/lines-keep-clear-of-pinned-boxes", test_lines_keep_clear_of_pinned_boxes);
  g_test_add_func ("/layout-route/lines-cross-only-where-they-change-order",
                   test_lines_cross_only_where_they_change_order);
  g_test_add_func ("/layout-route/lines-join-the-sides-that-face", test_lines_join_the_sides_that_face);
  g_test_add_func ("/layout-route/an-index-follows-boxes-that-move", test_an_index_follows_boxes_that_move);
  g_test_add_func ("/layout-route/a-line-finds-a-gap-far-away", test_a_line_finds_a_gap_far_away);
  g_test_add_func ("/layout-route/a-line-keeps-clear-of-a-box-between-storeys",
                   test_a_line_keeps_clear_of_a_box_between_storeys);
  g_test_add_func ("/layout-route/lines-of-one-box-leave-in-the-order-of-their-other-ends",
                   test_lines_of_one_box_leave_in_the_order_of_their_other_ends);
  return g_test_run ();
}
