/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The geometry of a link's curve. */
#include "config.h"

#include "ui/canvas/tl-canvas-curve.h"

#include <math.h>

/* Straight down for 100, then straight to the right for 300. */
static const TlLayoutPoint corner[] = {
  { 0, 0 }, { 0, 33 }, { 0, 66 }, { 0, 100 }, { 100, 100 }, { 200, 100 }, { 300, 100 },
};

static const TlLayoutPoint swing[] = { { 0, 0 }, { 0, 100 }, { 200, 100 }, { 200, 200 } };

static void
test_middle_is_half_way_by_length (void)
{
  TlLayoutPoint middle = tl_layout_curve_middle (corner, G_N_ELEMENTS (corner));

  g_assert_cmpfloat_with_epsilon (middle.x, 100, 0.5);
  g_assert_cmpfloat_with_epsilon (middle.y, 100, 0.5);

  middle = tl_layout_curve_middle (swing, G_N_ELEMENTS (swing));
  g_assert_cmpfloat_with_epsilon (middle.x, 100, 0.01);
  g_assert_cmpfloat_with_epsilon (middle.y, 100, 0.01);
}

static void
test_no_length_has_a_middle (void)
{
  const TlLayoutPoint still[] = { { 7, 9 }, { 7, 9 }, { 7, 9 }, { 7, 9 } };
  TlLayoutPoint middle = tl_layout_curve_middle (still, 4);
  TlLayoutPoint direction = tl_layout_curve_end_direction (still, 4);

  g_assert_cmpfloat (middle.x, ==, 7);
  g_assert_cmpfloat (middle.y, ==, 9);
  g_assert_cmpfloat (direction.y, ==, 1);
}

static void
test_distance (void)
{
  g_assert_cmpfloat_with_epsilon (tl_canvas_curve_get_distance (corner, G_N_ELEMENTS (corner), 150, 88), 12, 0.01);
  g_assert_cmpfloat_with_epsilon (tl_canvas_curve_get_distance (corner, G_N_ELEMENTS (corner), 304, 103), 5, 0.01);
  g_assert_cmpfloat (tl_canvas_curve_get_distance (swing, 4, 100, 100), <, 0.01);
  g_assert_cmpfloat (tl_canvas_curve_get_distance (swing, 4, 0, 200), >, 80);
}

static void
test_bounds_hold_the_curve (void)
{
  graphene_rect_t bounds;

  tl_canvas_curve_get_bounds (swing, 4, 3, &bounds);
  for (int i = 0; i <= 50; i++)
    {
      TlLayoutPoint here = tl_layout_curve_at (swing, 4, i / 50.0);

      g_assert_true (graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) here.x, (float) here.y)));
    }
  g_assert_cmpfloat (bounds.origin.x, ==, -3);
  g_assert_cmpfloat (bounds.size.height, ==, 206);
}

static void
test_arrow_points_along_the_end (void)
{
  const TlLayoutPoint flat_end[] = { { 0, 0 }, { 50, 0 }, { 100, 40 }, { 100, 40 } };
  TlLayoutPoint direction = tl_layout_curve_end_direction (corner, G_N_ELEMENTS (corner));

  g_assert_cmpfloat (direction.x, ==, 1);
  g_assert_cmpfloat (direction.y, ==, 0);

  direction = tl_layout_curve_end_direction (flat_end, 4);
  g_assert_cmpfloat_with_epsilon (hypot (direction.x, direction.y), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (direction.y / direction.x, 0.8, 1e-9);
}

static void
test_meets (void)
{
  const graphene_rect_t on_the_way = GRAPHENE_RECT_INIT (80, 80, 40, 40);
  const graphene_rect_t within_bounds_only = GRAPHENE_RECT_INIT (150, 0, 40, 40);

  g_assert_true (tl_canvas_curve_meets (swing, 4, &on_the_way));
  g_assert_false (tl_canvas_curve_meets (swing, 4, &within_bounds_only));
}

static void
test_drawn_link_arrives_from_above (void)
{
  TlLayoutPoint from = { 10, 10 }, to = { 400, -50 }, points[4];

  tl_canvas_curve_between (&from, &to, points);
  TlLayoutPoint direction = tl_layout_curve_end_direction (points, 4);
  g_assert_cmpfloat (direction.x, ==, 0);
  g_assert_cmpfloat (direction.y, ==, 1);
  g_assert_cmpfloat (points[3].x, ==, 400);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/canvas/curve/its-middle-is-half-way-by-length", test_middle_is_half_way_by_length);
  g_test_add_func ("/canvas/curve/one-without-length-has-a-middle", test_no_length_has_a_middle);
  g_test_add_func ("/canvas/curve/distance-is-to-the-nearest-point", test_distance);
  g_test_add_func ("/canvas/curve/bounds-hold-all-of-it", test_bounds_hold_the_curve);
  g_test_add_func ("/canvas/curve/an-arrow-points-along-its-end", test_arrow_points_along_the_end);
  g_test_add_func ("/canvas/curve/meets-what-it-runs-through-only", test_meets);
  g_test_add_func ("/canvas/curve/a-link-being-drawn-arrives-from-above", test_drawn_link_arrives_from_above);

  return g_test_run ();
}
