/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Laying out with an earlier drawing: what a person has before the eyes stays, whatever was added, taken away or moved.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-keep-private.h"
#include "tests/layout-graph.h"

/* Lays out graph @number without its last @n_new boxes, and then adds them without a place. */
static Graph *
graph_with_new_boxes (guint number,
                      guint n_new)
{
  g_autoptr (Graph) earlier = nth_graph (number);
  Graph *graph = nth_graph (number);
  guint n_kept = 0;

  g_assert_cmpuint (graph->n_boxes, >, n_new);
  earlier->n_boxes -= n_new;
  for (guint i = 0; i < earlier->n_lines; i++)
    if (earlier->lines[i].from < (int) earlier->n_boxes && earlier->lines[i].to < (int) earlier->n_boxes)
      earlier->lines[n_kept++] = earlier->lines[i];
  earlier->n_lines = n_kept;
  run (earlier);
  memcpy (graph->boxes, earlier->boxes, sizeof (TlLayoutBox) * earlier->n_boxes);
  graph->options.keep = TRUE;
  return graph;
}

static TlLayoutBox *
dup_boxes (const Graph *graph)
{
  return g_memdup2 (graph->boxes, sizeof (TlLayoutBox) * graph->n_boxes);
}

static gboolean
has_moved (const TlLayoutBox *before,
           const TlLayoutBox *now)
{
  return before->x != now->x || before->y != now->y;
}

/* Pairs of boxes of one band of which now the other one is further left; @n_pairs are all. */
static guint
count_flips (const Graph       *graph,
             const TlLayoutBox *before,
             guint              n_before,
             guint             *n_pairs)
{
  guint n = 0;

  for (guint i = 0; i < n_before; i++)
    for (guint j = 0; j < i; j++)
      {
        double was = before[i].x + before[i].width / 2 - before[j].x - before[j].width / 2;
        double is = graph->boxes[i].x + before[i].width / 2 - graph->boxes[j].x - before[j].width / 2;

        if (before[i].band != before[j].band)
          continue;
        n += was * is < 0;
        (*n_pairs)++;
      }
  return n;
}

static void
test_what_is_tidy_stays_where_it_is (void)
{
  for (guint i = 0; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autofree TlLayoutBox *before = NULL;

      run (graph);
      before = dup_boxes (graph);
      graph->options.keep = TRUE;
      run (graph);
      for (guint j = 0; j < graph->n_boxes; j++)
        g_assert_false (has_moved (&before[j], &graph->boxes[j]));
    }
}

static void
test_new_boxes_find_a_place (void)
{
  for (guint i = 1; i < N_GRAPHS; i += 3)
    {
      guint n_new = 1 + i % 3;
      g_autoptr (Graph) whole = nth_graph (i);
      g_autoptr (Graph) graph = whole->n_boxes > n_new ? graph_with_new_boxes (i, n_new) : NULL;

      if (graph == NULL)
        continue;
      run (graph);
      assert_no_overlap (graph);
      assert_bands_kept (graph);
      for (guint j = 0; j < graph->n_boxes; j++)
        g_assert_true (graph->boxes[j].placed);
    }
}

/* Of all boxes and pairs of all graphs. */
static void
test_a_new_box_moves_few_others (void)
{
  guint n_boxes = 0;
  guint n_moved = 0;
  guint n_pairs = 0;
  guint n_flips = 0;

  for (guint i = 1; i < N_GRAPHS; i += 2)
    {
      g_autoptr (Graph) whole = nth_graph (i);
      g_autoptr (Graph) graph = whole->n_boxes > 1 ? graph_with_new_boxes (i, 1) : NULL;
      g_autofree TlLayoutBox *before = graph != NULL ? dup_boxes (graph) : NULL;

      if (graph == NULL)
        continue;
      run (graph);
      for (guint j = 0; j + 1 < graph->n_boxes; j++)
        n_moved += fabs (graph->boxes[j].x - before[j].x) > 20;
      n_boxes += graph->n_boxes - 1;
      n_flips += count_flips (graph, before, graph->n_boxes - 1, &n_pairs);
    }
  g_test_message ("moved %u of %u, flipped %u of %u", n_moved, n_boxes, n_flips, n_pairs);
  g_assert_cmpuint (20 * n_moved, <=, n_boxes);
  g_assert_cmpuint (100 * n_flips, <=, n_pairs);
}

static void
test_nothing_moves_where_a_gap_is_free (void)
{
  const int bands[] = { 0, 1, 1, 2, 1 };
  const TlLayoutLine lines[] = { { 0, 1 }, { 0, 2 }, { 1, 3 }, { 0, 4 }, { 4, 3 } };
  const TlLayoutPoint places[] = { { 400, 28 }, { 0, 148 }, { 800, 148 }, { 400, 268 } };
  g_autoptr (Graph) graph = graph_new (3, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      graph->boxes[i].x = places[i].x;
      graph->boxes[i].y = places[i].y;
      graph->boxes[i].placed = TRUE;
    }
  graph->options.keep = TRUE;
  run (graph);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpfloat (graph->boxes[i].x, ==, places[i].x);
      g_assert_cmpfloat (graph->boxes[i].y, ==, places[i].y);
    }
  g_assert_cmpfloat (graph->boxes[4].x, ==, 400);
  g_assert_cmpfloat (graph->boxes[4].y, ==, 148);
}

/* A chain inside one band needs a row of its own; what is below goes down, and nothing else moves. */
static void
test_a_band_without_room_grows (void)
{
  const int bands[] = { 0, 1, 1, 2, 2 };
  const TlLayoutLine lines[] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 1, 4 } };
  g_autoptr (Graph) earlier = graph_new (3, 2, bands, 1, lines);
  g_autoptr (Graph) graph = graph_new (3, G_N_ELEMENTS (bands), bands, G_N_ELEMENTS (lines), lines);

  run (earlier);
  memcpy (graph->boxes, earlier->boxes, sizeof (TlLayoutBox) * 2);
  graph->options.keep = TRUE;
  run (graph);
  g_assert_false (has_moved (&earlier->boxes[0], &graph->boxes[0]));
  g_assert_false (has_moved (&earlier->boxes[1], &graph->boxes[1]));
  g_assert_cmpfloat (graph->boxes[2].y, >, graph->boxes[1].y + graph->boxes[1].height);
  assert_no_overlap (graph);
  assert_bands_kept (graph);
}

static void
test_pinned_boxes_stay (void)
{
  for (guint i = 1; i < N_GRAPHS; i += 3)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autofree TlLayoutBox *before = NULL;

      run (graph);
      graph->options.keep = TRUE;
      for (guint j = 0; j < graph->n_boxes; j++)
        {
          TlLayoutBox *box = &graph->boxes[j];

          box->pinned = j % 5 == 0;
          box->placed = j % 7 != 3;
          if (box->pinned)
            box->x += 61.5 * (j % 3);
        }
      before = dup_boxes (graph);
      run (graph);
      for (guint j = 0; j < graph->n_boxes; j++)
        g_assert_true (!before[j].pinned || !has_moved (&before[j], &graph->boxes[j]));
      assert_no_overlap (graph);
    }
}

/* Boxes thrown about by a person: on each other, between rows, among those of other bands. */
static void
test_disorder_is_straightened (void)
{
  for (guint i = 1; i < N_GRAPHS; i += 3)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autoptr (GRand) lot = g_rand_new_with_seed (i);

      run (graph);
      for (guint j = 0; j < graph->n_boxes; j += 3)
        {
          graph->boxes[j].x += g_rand_int_range (lot, -300, 300);
          graph->boxes[j].y += g_rand_int_range (lot, -200, 200);
        }
      graph->options.keep = TRUE;
      run (graph);
      assert_no_overlap (graph);
      assert_bands_kept (graph);
    }
}

static void
test_a_nudged_box_goes_back_to_its_row (void)
{
  g_autoptr (Graph) graph = nth_graph (30);
  g_autofree TlLayoutBox *before = NULL;
  guint n_moved = 0;

  run (graph);
  before = dup_boxes (graph);
  graph->boxes[5].y += 17;
  graph->options.keep = TRUE;
  run (graph);
  for (guint i = 0; i < graph->n_boxes; i++)
    n_moved += has_moved (&before[i], &graph->boxes[i]);
  g_assert_cmpuint (n_moved, ==, 0);
}

static void
test_an_overlap_is_parted_with_the_least_moves (void)
{
  const int bands[] = { 0, 0, 0, 0 };
  g_autoptr (Graph) graph = graph_new (1, G_N_ELEMENTS (bands), bands, 0, NULL);
  const double places[] = { 0, 224, 300, 448 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      graph->boxes[i].x = places[i];
      graph->boxes[i].y = 28;
      graph->boxes[i].placed = TRUE;
    }
  graph->options.keep = TRUE;
  run (graph);
  assert_no_overlap (graph);
  g_assert_cmpfloat (graph->boxes[0].x, ==, 0);
  g_assert_cmpfloat (graph->boxes[1].x, ==, 224);
  g_assert_cmpfloat (graph->boxes[2].x, ==, 448);
  g_assert_cmpfloat (graph->boxes[3].x, ==, 672);
}

static gboolean
is_alone (const Graph *graph,
          guint        box)
{
  for (guint i = 0; i < graph->n_boxes; i++)
    if (i != box && graph->boxes[i].band == graph->boxes[box].band)
      return FALSE;
  return TRUE;
}

/* Save one that is left alone in its band, which must keep its least height. */
static void
test_taking_boxes_away_moves_none (void)
{
  for (guint i = 1; i < N_GRAPHS; i++)
    {
      g_autoptr (Graph) graph = nth_graph (i);
      g_autofree TlLayoutBox *before = NULL;
      guint n_kept = 0;

      run (graph);
      graph->n_boxes = (graph->n_boxes + 1) / 2;
      for (guint j = 0; j < graph->n_lines; j++)
        if (graph->lines[j].from < (int) graph->n_boxes && graph->lines[j].to < (int) graph->n_boxes)
          graph->lines[n_kept++] = graph->lines[j];
      graph->n_lines = n_kept;
      before = dup_boxes (graph);
      graph->options.keep = TRUE;
      run (graph);
      for (guint j = 0; j < graph->n_boxes; j++)
        g_assert_true (is_alone (graph, j) || !has_moved (&before[j], &graph->boxes[j]));
    }
}

static void
test_a_cancelled_run_changes_nothing (void)
{
  g_autoptr (Graph) graph = graph_with_new_boxes (40, 3);
  g_autofree TlLayoutBox *before = dup_boxes (graph);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tl_layout_run (graph->boxes, graph->n_boxes, graph->lines, graph->n_lines, &graph->options,
                                 cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpmem (before, sizeof (TlLayoutBox) * graph->n_boxes, graph->boxes, sizeof (TlLayoutBox) * graph->n_boxes);
}

static double
sum_of_moves (const double *wants,
              const double *weights,
              const double *places,
              guint         n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weights[i] * fabs (places[i] - wants[i]);
  return sum;
}

/* One box of the lower band above those of the upper one: it alone is in the way of order. A pinned one never is. */
static void
test_a_box_among_those_of_another_band_is_astray (void)
{
  TlLayoutBox boxes[] = {
    { .band = 0, .width = 200, .height = 64, .x = 0, .y = 100, .placed = TRUE },
    { .band = 0, .width = 200, .height = 64, .x = 300, .y = 110, .placed = TRUE },
    { .band = 1, .width = 200, .height = 64, .x = 0, .y = 400, .placed = TRUE },
    { .band = 1, .width = 200, .height = 64, .x = 300, .y = 20, .placed = TRUE },
    { .band = 1, .width = 200, .height = 64 },
  };
  gboolean astray[G_N_ELEMENTS (boxes)];

  tl_layout_find_astray (boxes, G_N_ELEMENTS (boxes), 2, astray);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    g_assert_cmpint (astray[i], ==, i == 3);
  boxes[3].pinned = TRUE;
  tl_layout_find_astray (boxes, G_N_ELEMENTS (boxes), 2, astray);
  g_assert_false (astray[3]);
  g_assert_true (astray[0] && astray[1]);
}

/* Against all other places on a grid that keep the distances. */
static void
test_least_moves_are_least (void)
{
  g_autoptr (GRand) lot = g_rand_new_with_seed (7);

  for (guint i = 0; i < 40; i++)
    {
      double wants[4];
      double weights[4];
      const double distances[4] = { 0, 2, 1, 2 };
      double places[4];
      double best = G_MAXDOUBLE;

      for (guint j = 0; j < 4; j++)
        {
          wants[j] = g_rand_int_range (lot, 0, 7);
          weights[j] = g_rand_int_range (lot, 1, 4);
        }
      _tl_layout_apart (wants, weights, distances, 4, places);
      for (guint j = 1; j < 4; j++)
        g_assert_cmpfloat (places[j] - places[j - 1], >=, distances[j]);
      for (int code = 0; code < 20 * 20 * 20 * 20; code++)
        {
          double other[4] = { code % 20 - 6, code / 20 % 20 - 6, code / 400 % 20 - 6, code / 8000 - 6 };

          if (other[1] - other[0] >= 2 && other[2] - other[1] >= 1 && other[3] - other[2] >= 2)
            best = MIN (best, sum_of_moves (wants, weights, other, 4));
        }
      g_assert_cmpfloat (sum_of_moves (wants, weights, places, 4), ==, best);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/keep/what-is-tidy-stays-where-it-is", test_what_is_tidy_stays_where_it_is);
  g_test_add_func ("/layout/keep/new-boxes-find-a-place", test_new_boxes_find_a_place);
  g_test_add_func ("/layout/keep/a-new-box-moves-few-others", test_a_new_box_moves_few_others);
  g_test_add_func ("/layout/keep/nothing-moves-where-a-gap-is-free", test_nothing_moves_where_a_gap_is_free);
  g_test_add_func ("/layout/keep/a-band-without-room-grows", test_a_band_without_room_grows);
  g_test_add_func ("/layout/keep/pinned-boxes-stay", test_pinned_boxes_stay);
  g_test_add_func ("/layout/keep/disorder-is-straightened", test_disorder_is_straightened);
  g_test_add_func ("/layout/keep/a-nudged-box-goes-back-to-its-row", test_a_nudged_box_goes_back_to_its_row);
  g_test_add_func ("/layout/keep/an-overlap-is-parted-with-the-least-moves",
                   test_an_overlap_is_parted_with_the_least_moves);
  g_test_add_func ("/layout/keep/taking-boxes-away-moves-none", test_taking_boxes_away_moves_none);
  g_test_add_func ("/layout/keep/a-cancelled-run-changes-nothing", test_a_cancelled_run_changes_nothing);
  g_test_add_func ("/layout/keep/a-box-among-those-of-another-band-is-astray",
                   test_a_box_among_those_of_another_band_is_astray);
  g_test_add_func ("/layout/keep/least-moves-are-least", test_least_moves_are_least);
  return g_test_run ();
}
