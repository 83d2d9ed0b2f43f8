/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What depends on where boxes are: the curves of lines, where they join their boxes, and a place for one new box.
 */
#include "config.h"

#include <math.h>

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
test_lines_keep_clear_of_boxes (void)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));

  for (guint i = 1; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);

      run (graph);
      tl_layout_ports (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines);
      for (guint j = 0; j < graph->n_lines; j++)
        {
          const TlLayoutLine *line = &graph->lines[j];

          tl_layout_line_route (graph->boxes, graph->n_boxes, line, points);
          g_assert_cmpuint (points->len, >=, 4);
          g_assert_cmpuint (points->len % 3, ==, 1);
          for (guint k = 0; k < graph->n_boxes; k++)
            if ((int) k != line->from && (int) k != line->to)
              g_assert_false (runs_through (points, &graph->boxes[k]));
        }
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
  };

  tl_layout_line_route (boxes, 3, &(TlLayoutLine) { 0, 2 }, points);
  assert_point (points, 0, 50, 40);
  assert_point (points, 3, 50, 200);
  tl_layout_line_route (boxes, 3, &(TlLayoutLine) { 2, 0 }, points);
  assert_point (points, 0, 50, 200);
  assert_point (points, 3, 50, 40);
  tl_layout_line_route (boxes, 3, &(TlLayoutLine) { 1, 0 }, points);
  assert_point (points, 0, 300, 20);
  assert_point (points, 3, 100, 20);
  tl_layout_line_route (boxes, 3, &(TlLayoutLine) { 1, 1 }, points);
  assert_point (points, 0, 400, 10);
  assert_point (points, 3, 400, 30);
}

static void
test_ports_follow_the_order_of_the_other_ends (void)
{
  const TlLayoutBox boxes[] = {
    { .width = 100, .height = 40, .x = 0, .y = 0 },
    { .width = 100, .height = 40, .x = 300, .y = 0 },
    { .width = 100, .height = 40, .x = 600, .y = 0 },
    { .width = 100, .height = 40, .x = 300, .y = 200 },
  };
  TlLayoutLine lines[] = { { 2, 3 }, { 0, 3 }, { 3, 1 } };

  tl_layout_ports (boxes, 4, lines, 3);
  g_assert_cmpfloat (lines[1].to_at, <, 0);
  g_assert_cmpfloat (lines[2].from_at, ==, 0);
  g_assert_cmpfloat (lines[0].to_at, ==, -lines[1].to_at);
  g_assert_cmpfloat (lines[0].from_at, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-route/a-new-box-finds-a-free-place", test_a_new_box_finds_a_free_place);
  g_test_add_func ("/layout-route/a-new-cause-comes-above-its-effect", test_a_new_cause_comes_above_its_effect);
  g_test_add_func ("/layout-route/lines-keep-clear-of-boxes", test_lines_keep_clear_of_boxes);
  g_test_add_func ("/layout-route/lines-join-the-sides-that-face", test_lines_join_the_sides_that_face);
  g_test_add_func ("/layout-route/ports-follow-the-order-of-the-other-ends",
                   test_ports_follow_the_order_of_the_other_ends);
  return g_test_run ();
}
