/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The layered layout: what must hold of every drawing, on drawn-by-lot graphs, and what a person would expect of small
 * ones.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"
#include "tests/layout-graph.h"

static void
test_boxes_never_overlap (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);

      graph->options.thorough = i % 4 == 1;
      run (graph);
      assert_no_overlap (graph);
    }
}

static void
test_boxes_stay_in_their_bands (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);

      run (graph);
      assert_bands_kept (graph);
    }
}

static void
test_neighbours_keep_the_gap (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);

      run (graph);
      for (guint j = 0; j < graph->n_boxes; j++)
        for (guint k = 0; k < j; k++)
          {
            TlLayoutBox grown = graph->boxes[j];

            grown.x -= graph->options.box_gap - 2;
            grown.width += 2 * (graph->options.box_gap - 2);
            g_assert_false (overlap (&grown, &graph->boxes[k]));
          }
    }
}

static void
test_equal_input_gives_equal_output (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) one = nth_graph (i);
      g_autoptr (Graph) two = nth_graph (i);

      one->options.thorough = two->options.thorough = i % 2;
      run (one);
      run (two);
      g_assert_cmpmem (one->boxes, sizeof (TlLayoutBox) * one->n_boxes, two->boxes,
                       sizeof (TlLayoutBox) * two->n_boxes);
    }
}

static void
test_pinned_boxes_stay (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autofree TlLayoutBox *before = NULL;

      run (graph);
      for (guint j = 0; j < graph->n_boxes; j += 7)
        {
          graph->boxes[j].pinned = TRUE;
          graph->boxes[j].x += 37.5 * (j % 3);
          graph->boxes[j].y += 3;
        }
      before = g_memdup2 (graph->boxes, sizeof (TlLayoutBox) * graph->n_boxes);
      run (graph);
      for (guint j = 0; j < graph->n_boxes; j += 7)
        {
          g_assert_cmpfloat (graph->boxes[j].x, ==, before[j].x);
          g_assert_cmpfloat (graph->boxes[j].y, ==, before[j].y);
        }
      assert_no_overlap (graph);
    }
}

static void
test_a_far_pin_takes_its_band_along (void)
{
  const int bands[] = { 0, 1, 2, 1 };
  const TlLayoutLine lines[] = { { 0, 1 }, { 1, 2 }, { 0, 3 } };
  g_autoptr (Graph) graph = graph_new (3, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);

  graph->boxes[1].pinned = TRUE;
  graph->boxes[1].x = 5000;
  graph->boxes[1].y = 900;
  run (graph);
  g_assert_cmpfloat (graph->boxes[1].y, ==, 900);
  assert_bands_kept (graph);
  assert_no_overlap (graph);

  graph->boxes[1].y = -700;
  run (graph);
  g_assert_cmpfloat (graph->boxes[1].y, ==, -700);
  assert_bands_kept (graph);
  g_assert_cmpfloat (graph->boxes[0].y, <, -700);
}

static void
test_lines_point_down (void)
{
  const int bands[] = { 0, 0, 0, 1, 2, 2 };
  const TlLayoutLine lines[] = { { 0, 1 }, { 1, 2 }, { 0, 2 }, { 2, 3 }, { 3, 5 }, { 4, 5 } };
  g_autoptr (Graph) graph = graph_new (3, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);

  run (graph);
  for (guint i = 0; i < graph->n_lines; i++)
    {
      const TlLayoutBox *from = &graph->boxes[lines[i].from];

      g_assert_cmpfloat (from->y + from->height, <, graph->boxes[lines[i].to].y);
    }
}

static void
test_a_cycle_turns_one_line_round (void)
{
  const int bands[] = { 0, 0, 0, 0 };
  const TlLayoutLine lines[] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 3, 0 } };
  g_autoptr (Graph) graph = graph_new (1, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);
  int n_up = 0;

  run (graph);
  for (guint i = 0; i < graph->n_lines; i++)
    n_up += graph->boxes[lines[i].from].y > graph->boxes[lines[i].to].y;
  g_assert_cmpint (n_up, ==, 1);
  assert_no_overlap (graph);
}

static void
test_a_chain_is_straight (void)
{
  const int bands[] = { 0, 1, 2, 3, 0, 3 };
  const TlLayoutLine lines[] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 4, 5 } };
  g_autoptr (Graph) graph = graph_new (4, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);

  run (graph);
  g_assert_cmpfloat_with_epsilon (graph->boxes[0].x, graph->boxes[3].x, 1);
  g_assert_cmpfloat_with_epsilon (graph->boxes[4].x, graph->boxes[5].x, 1);
}

static void
test_nothing_is_laid_out (void)
{
  g_autoptr (GError) error = NULL;
  TlLayoutExtent extents[3];
  TlLayoutOptions options;

  tl_layout_options_init (&options, 3);
  g_assert_true (tl_layout_run (NULL, 0, NULL, 0, &options, NULL, &error));
  g_assert_no_error (error);
  tl_layout_band_extents (NULL, 0, &options, extents);
  for (int i = 0; i < 3; i++)
    g_assert_cmpfloat (extents[i].top, ==, i * options.band_min_height);
}

static void
test_a_single_box_is_at_the_top_left (void)
{
  const int bands[] = { 0 };
  const TlLayoutLine lines[] = { { 0, 0 } };
  g_autoptr (Graph) graph = graph_new (2, 1, bands, 1, lines);

  run (graph);
  g_assert_cmpfloat (graph->boxes[0].x, ==, 0);
  g_assert_cmpfloat (graph->boxes[0].y, ==, graph->options.band_padding);
  g_assert_true (graph->boxes[0].placed);
}

static void
test_empty_bands_keep_their_height (void)
{
  const int bands[] = { 1, 3 };
  const TlLayoutLine lines[] = { { 0, 1 } };
  g_autoptr (Graph) graph = graph_new (5, 2, bands, 1, lines);
  TlLayoutExtent extents[5];

  run (graph);
  tl_layout_band_extents (graph->boxes, 2, &graph->options, extents);
  assert_bands_kept (graph);
  g_assert_cmpfloat (extents[0].top, ==, 0);
  g_assert_cmpfloat (extents[2].bottom - extents[2].top, ==, graph->options.band_min_height);
  g_assert_cmpfloat (extents[4].bottom, >=, 5 * graph->options.band_min_height);
}

static void
test_boxes_without_lines_form_a_block (void)
{
  int bands[40];
  double right = 0;
  g_autoptr (Graph) graph = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bands); i++)
    bands[i] = 1;
  graph = graph_new (3, G_N_ELEMENTS (bands), bands, 0, NULL);
  run (graph);
  for (guint i = 0; i < graph->n_boxes; i++)
    right = MAX (right, graph->boxes[i].x + 200);
  g_assert_cmpfloat (right, <=, 10 * 224);
  g_assert_cmpfloat (right, >=, 4 * 200);
  assert_no_overlap (graph);
  assert_bands_kept (graph);
}

static void
test_a_cancelled_run_changes_nothing (void)
{
  g_autoptr (Graph) graph = nth_graph (23);
  g_autofree TlLayoutBox *before = g_memdup2 (graph->boxes, sizeof (TlLayoutBox) * graph->n_boxes);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_layout_run (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, &graph->options,
                                 cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpmem (before, sizeof (TlLayoutBox) * graph->n_boxes, graph->boxes, sizeof (TlLayoutBox) * graph->n_boxes);
}

static gpointer
cancel_in_thread (gpointer data)
{
  g_cancellable_cancel (data);
  return NULL;
}

/* A run that would take seconds, cancelled by another thread, returns with the error. */
static void
test_a_run_can_be_cancelled_midway (void)
{
  g_autoptr (Graph) graph = random_graph (5, 3000, 4500, 6);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_in_thread, cancellable);

  graph->options.thorough = TRUE;
  g_assert_false (tl_layout_run (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, &graph->options,
                                 cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (graph->boxes[0].placed);
  g_thread_join (thread);
}

static void
test_five_thousand_boxes_are_laid_out (void)
{
  g_autoptr (Graph) graph = random_graph (1, 5000, 8000, 6);

  run (graph);
  assert_no_overlap (graph);
  assert_bands_kept (graph);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/boxes-never-overlap", test_boxes_never_overlap);
  g_test_add_func ("/layout/boxes-stay-in-their-bands", test_boxes_stay_in_their_bands);
  g_test_add_func ("/layout/neighbours-keep-the-gap", test_neighbours_keep_the_gap);
  g_test_add_func ("/layout/equal-input-gives-equal-output", test_equal_input_gives_equal_output);
  g_test_add_func ("/layout/pinned-boxes-stay", test_pinned_boxes_stay);
  g_test_add_func ("/layout/a-far-pin-takes-its-band-along", test_a_far_pin_takes_its_band_along);
  g_test_add_func ("/layout/lines-point-down", test_lines_point_down);
  g_test_add_func ("/layout/a-cycle-turns-one-line-round", test_a_cycle_turns_one_line_round);
  g_test_add_func ("/layout/a-chain-is-straight", test_a_chain_is_straight);
  g_test_add_func ("/layout/nothing-is-laid-out", test_nothing_is_laid_out);
  g_test_add_func ("/layout/a-single-box-is-at-the-top-left", test_a_single_box_is_at_the_top_left);
  g_test_add_func ("/layout/empty-bands-keep-their-height", test_empty_bands_keep_their_height);
  g_test_add_func ("/layout/boxes-without-lines-form-a-block", test_boxes_without_lines_form_a_block);
  g_test_add_func ("/layout/a-cancelled-run-changes-nothing", test_a_cancelled_run_changes_nothing);
  g_test_add_func ("/layout/a-run-can-be-cancelled-midway", test_a_run_can_be_cancelled_midway);
  g_test_add_func ("/layout/five-thousand-boxes-are-laid-out", test_five_thousand_boxes_are_laid_out);
  return g_test_run ();
}
