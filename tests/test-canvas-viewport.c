/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The arithmetic between canvas and screen. */
#include "config.h"

#include "ui/canvas/tl-canvas-viewport.h"

static TlCanvasViewport
viewport_of (double width,
             double height)
{
  TlCanvasViewport viewport;

  tl_canvas_viewport_init (&viewport);
  viewport.width = width;
  viewport.height = height;
  return viewport;
}

static void
test_there_and_back (void)
{
  TlCanvasViewport viewport = viewport_of (800, 600);
  double x, y;

  viewport.x = -37.5;
  viewport.y = 112;
  viewport.zoom = 0.7;
  viewport.unit = 1.6;
  tl_canvas_viewport_to_view (&viewport, 321, -45, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, (321 + 37.5) * 1.12, 1e-9);
  tl_canvas_viewport_to_canvas (&viewport, x, y, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 321, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, -45, 1e-9);
}

static void
test_what_is_inside_is_contained (void)
{
  graphene_rect_t outer = GRAPHENE_RECT_INIT (-700.486938f, -732.116516f, 3697.57056f, 3212.23315f);
  graphene_rect_t inner = GRAPHENE_RECT_INIT (0, 0, 2877, 1748);

  g_assert_true (tl_canvas_rect_contains (&outer, &inner));
  g_assert_true (tl_canvas_rect_contains (&outer, &outer));
  g_assert_false (tl_canvas_rect_contains (&inner, &outer));
  graphene_rect_offset (&inner, 200, 0);
  g_assert_false (tl_canvas_rect_contains (&outer, &inner));
}

static void
test_zooming_keeps_the_pointed_spot (void)
{
  TlCanvasViewport viewport = viewport_of (800, 600);
  double x, y, after_x, after_y;

  viewport.x = 50;
  viewport.y = -20;
  viewport.unit = 1.25;
  tl_canvas_viewport_to_canvas (&viewport, 613, 77, &x, &y);
  for (int i = 0; i < 5; i++)
    tl_canvas_viewport_zoom_at (&viewport, tl_canvas_viewport_next_zoom (&viewport, -1), 613, 77);
  g_assert_cmpfloat (viewport.zoom, ==, 0.5);
  tl_canvas_viewport_to_canvas (&viewport, 613, 77, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (x, after_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, after_y, 1e-9);
}

static void
test_zoom_has_limits (void)
{
  TlCanvasViewport viewport = viewport_of (800, 600);

  tl_canvas_viewport_zoom_at (&viewport, 100, 0, 0);
  g_assert_cmpfloat (viewport.zoom, ==, TL_CANVAS_MAX_ZOOM);
  g_assert_cmpfloat (tl_canvas_viewport_next_zoom (&viewport, 1), ==, TL_CANVAS_MAX_ZOOM);
  tl_canvas_viewport_zoom_at (&viewport, 0, 0, 0);
  g_assert_cmpfloat (viewport.zoom, ==, TL_CANVAS_MIN_ZOOM);
  g_assert_cmpfloat (tl_canvas_viewport_next_zoom (&viewport, -1), ==, TL_CANVAS_MIN_ZOOM);
}

static void
test_steps_lead_out_and_back (void)
{
  TlCanvasViewport viewport = viewport_of (800, 600);

  for (int i = 0; i < 40; i++)
    viewport.zoom = tl_canvas_viewport_next_zoom (&viewport, 1);
  g_assert_cmpfloat (viewport.zoom, ==, TL_CANVAS_MAX_ZOOM);
  guint steps = 0;
  for (; viewport.zoom > 1; steps++)
    viewport.zoom = tl_canvas_viewport_next_zoom (&viewport, -1);
  g_assert_cmpfloat (viewport.zoom, ==, 1.0);
  g_assert_cmpuint (steps, ==, 8);
}

static void
test_fit_shows_everything_beside_the_names (void)
{
  TlCanvasViewport viewport = viewport_of (1000, 500);
  graphene_rect_t content = GRAPHENE_RECT_INIT (-300, 200, 4000, 800);
  double x, y, right, bottom;

  viewport.left = 120;
  viewport.unit = 1.5;
  tl_canvas_viewport_fit (&viewport, &content, 20, 1);
  tl_canvas_viewport_to_view (&viewport, -300, 200, &x, &y);
  tl_canvas_viewport_to_view (&viewport, 3700, 1000, &right, &bottom);
  g_assert_cmpfloat_with_epsilon (x, 140, 1e-3);
  g_assert_cmpfloat_with_epsilon (right, 980, 1e-3);
  g_assert_cmpfloat (y, >, 19.9);
  g_assert_cmpfloat (bottom, <, 480.1);
  g_assert_cmpfloat_with_epsilon ((y + bottom) / 2, 250, 1e-3);
}

static void
test_fit_does_not_blow_up_one_factor (void)
{
  TlCanvasViewport viewport = viewport_of (1000, 500);
  graphene_rect_t content = GRAPHENE_RECT_INIT (0, 0, 200, 90);

  tl_canvas_viewport_fit (&viewport, &content, 20, 1);
  g_assert_cmpfloat (viewport.zoom, ==, 1.0);
}

static void
test_the_content_stays_in_reach (void)
{
  TlCanvasViewport viewport = viewport_of (800, 600);
  graphene_rect_t content = GRAPHENE_RECT_INIT (0, 0, 1000, 1000);
  double x, y;

  tl_canvas_viewport_pan (&viewport, 50000, -50000);
  tl_canvas_viewport_clamp (&viewport, &content, 60);
  tl_canvas_viewport_to_view (&viewport, 1000, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 60, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, 540, 1e-6);

  TlCanvasViewport before = viewport_of (800, 600);
  viewport = before;
  tl_canvas_viewport_clamp (&viewport, &content, 60);
  g_assert_cmpfloat (viewport.x, ==, before.x);
  g_assert_cmpfloat (viewport.y, ==, before.y);
}

static void
test_reveal_moves_no_more_than_needed (void)
{
  TlCanvasViewport viewport = viewport_of (800, 600);
  graphene_rect_t inside = GRAPHENE_RECT_INIT (200, 200, 100, 50);
  graphene_rect_t beyond = GRAPHENE_RECT_INIT (900, 200, 100, 50);
  graphene_rect_t covered = GRAPHENE_RECT_INIT (330, 200, 100, 50);

  viewport.left = 100;
  g_assert_false (tl_canvas_viewport_reveal (&viewport, &inside, 20));
  g_assert_true (tl_canvas_viewport_reveal (&viewport, &beyond, 20));
  g_assert_cmpfloat_with_epsilon (viewport.x, 220, 1e-6);
  g_assert_cmpfloat_with_epsilon (viewport.y, 0, 1e-6);
  g_assert_true (tl_canvas_viewport_reveal (&viewport, &covered, 20));
  g_assert_cmpfloat_with_epsilon (viewport.x, 210, 1e-6);
}

static void
test_what_covers_the_top_is_left_out (void)
{
  TlCanvasViewport viewport = viewport_of (800, 600);
  graphene_rect_t below = GRAPHENE_RECT_INIT (200, 100, 100, 50);
  graphene_rect_t content = GRAPHENE_RECT_INIT (0, 0, 400, 4000);
  double x, y;

  viewport.top = 90;
  g_assert_true (tl_canvas_viewport_reveal (&viewport, &below, 20));
  tl_canvas_viewport_to_view (&viewport, 200, 100, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 110, 1e-6);
  tl_canvas_viewport_fit (&viewport, &content, 20, 1);
  tl_canvas_viewport_to_view (&viewport, 0, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 110, 1e-6);
  tl_canvas_viewport_to_view (&viewport, 0, 4000, &x, &y);
  g_assert_cmpfloat_with_epsilon (y, 580, 1e-6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/canvas/viewport/there-and-back-is-the-same-point", test_there_and_back);
  g_test_add_func ("/canvas/viewport/what-is-inside-is-contained", test_what_is_inside_is_contained);
  g_test_add_func ("/canvas/viewport/zooming-keeps-the-pointed-spot-still", test_zooming_keeps_the_pointed_spot);
  g_test_add_func ("/canvas/viewport/the-zoom-has-limits", test_zoom_has_limits);
  g_test_add_func ("/canvas/viewport/steps-lead-out-and-back-to-100-percent", test_steps_lead_out_and_back);
  g_test_add_func ("/canvas/viewport/fit-shows-everything-beside-the-names",
                   test_fit_shows_everything_beside_the_names);
  g_test_add_func ("/canvas/viewport/fit-does-not-blow-up-one-factor", test_fit_does_not_blow_up_one_factor);
  g_test_add_func ("/canvas/viewport/the-content-stays-in-reach", test_the_content_stays_in_reach);
  g_test_add_func ("/canvas/viewport/reveal-moves-no-more-than-needed", test_reveal_moves_no_more_than_needed);
  g_test_add_func ("/canvas/viewport/what-covers-the-top-is-left-out", test_what_covers_the_top_is_left_out);

  return g_test_run ();
}
