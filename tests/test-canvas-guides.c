/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * With what a box that is being moved is in line. */
#include "config.h"

#include "ui/canvas/tl-canvas-guides.h"

#define BOX(x, y) GRAPHENE_RECT_INIT (x, y, 200, 80)

static void
test_sides_and_middles_attract (void)
{
  const graphene_rect_t other = GRAPHENE_RECT_INIT (100, 400, 300, 80);
  const struct {
    float x;
    double dx;
  } cases[] = { { 104, -4 }, { 97, 3 }, { 146, 4 }, { 203, -3 }, { 120, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t box = BOX (cases[i].x, 0);
      TlCanvasSnap snap;

      tl_canvas_guides_find (&box, &other, 1, 5, &snap);
      g_assert_cmpfloat_with_epsilon (snap.dx, cases[i].dx, 1e-6);
      g_assert_cmpfloat (snap.dy, ==, 0);
      g_assert_cmpuint (snap.n_guides, ==, cases[i].dx != 0);
    }
}

static void
test_the_nearest_wins (void)
{
  const graphene_rect_t others[] = { BOX (4, 300), BOX (-2, 600), BOX (5, 900) };
  graphene_rect_t box = BOX (0, 0);
  TlCanvasSnap snap;

  tl_canvas_guides_find (&box, others, G_N_ELEMENTS (others), 6, &snap);
  g_assert_cmpfloat_with_epsilon (snap.dx, -2, 1e-6);
}

static void
test_a_line_reaches_all_that_are_in_line (void)
{
  const graphene_rect_t others[] = { BOX (0, 300), BOX (0, -500), BOX (37, 900) };
  graphene_rect_t box = BOX (3, 0);
  TlCanvasSnap snap;

  tl_canvas_guides_find (&box, others, G_N_ELEMENTS (others), 6, &snap);
  g_assert_cmpuint (snap.n_guides, ==, 3); /* left, middle and right */
  g_assert_false (snap.guides[0].is_gap);
  g_assert_cmpfloat (snap.guides[0].from.x, ==, 0);
  g_assert_cmpfloat (snap.guides[0].to.x, ==, 0);
  g_assert_cmpfloat (snap.guides[0].from.y, ==, -500);
  g_assert_cmpfloat (snap.guides[0].to.y, ==, 380);
}

static void
test_rows_attract_too (void)
{
  const graphene_rect_t other = BOX (500, 100);
  graphene_rect_t box = BOX (0, 96);
  TlCanvasSnap snap;

  tl_canvas_guides_find (&box, &other, 1, 6, &snap);
  g_assert_cmpfloat (snap.dx, ==, 0);
  g_assert_cmpfloat_with_epsilon (snap.dy, 4, 1e-6);
  g_assert_cmpfloat (snap.guides[0].from.y, ==, 100);
  g_assert_cmpfloat (snap.guides[0].from.x, ==, 0);
  g_assert_cmpfloat (snap.guides[0].to.x, ==, 700);
}

static void
test_gaps_become_equal (void)
{
  const graphene_rect_t others[] = { BOX (0, 7), BOX (260, 7) };
  const struct {
    float x;
    double dx;
  } cases[] = { { 523, -3 }, { -264, 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t box = BOX (cases[i].x, 40);
      TlCanvasSnap snap;

      tl_canvas_guides_find (&box, others, G_N_ELEMENTS (others), 5, &snap);
      g_assert_cmpfloat_with_epsilon (snap.dx, cases[i].dx, 1e-6);
      g_assert_cmpfloat (snap.dy, ==, 0);
      g_assert_cmpuint (snap.n_guides, ==, 2);
      for (guint j = 0; j < 2; j++)
        {
          g_assert_true (snap.guides[j].is_gap);
          g_assert_cmpfloat_with_epsilon (snap.guides[j].to.x - snap.guides[j].from.x, 60, 1e-4);
        }
    }
}

static void
test_the_middle_of_two_attracts (void)
{
  const graphene_rect_t others[] = { BOX (0, 0), BOX (500, 0) };
  graphene_rect_t box = BOX (247, 30);
  TlCanvasSnap snap;

  tl_canvas_guides_find (&box, others, G_N_ELEMENTS (others), 5, &snap);
  g_assert_cmpfloat_with_epsilon (snap.dx, 3, 1e-6);
  g_assert_cmpuint (snap.n_guides, ==, 2);
}

static void
test_far_from_all_nothing_happens (void)
{
  const graphene_rect_t others[] = { BOX (0, 0), BOX (260, 0) };
  graphene_rect_t box = BOX (31, 233);
  TlCanvasSnap snap;

  tl_canvas_guides_find (&box, others, G_N_ELEMENTS (others), 5, &snap);
  g_assert_cmpfloat (snap.dx, ==, 0);
  g_assert_cmpfloat (snap.dy, ==, 0);
  g_assert_cmpuint (snap.n_guides, ==, 0);
  tl_canvas_guides_find (&box, NULL, 0, 5, &snap);
  g_assert_cmpuint (snap.n_guides, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/canvas/guides/sides-and-middles-attract", test_sides_and_middles_attract);
  g_test_add_func ("/canvas/guides/the-nearest-wins", test_the_nearest_wins);
  g_test_add_func ("/canvas/guides/a-line-reaches-all-that-are-in-line", test_a_line_reaches_all_that_are_in_line);
  g_test_add_func ("/canvas/guides/rows-attract-too", test_rows_attract_too);
  g_test_add_func ("/canvas/guides/gaps-become-equal", test_gaps_become_equal);
  g_test_add_func ("/canvas/guides/the-middle-of-two-attracts", test_the_middle_of_two_attracts);
  g_test_add_func ("/canvas/guides/far-from-all-nothing-happens", test_far_from_all_nothing_happens);

  return g_test_run ();
}
