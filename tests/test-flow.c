/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Chains as a flow: where all is, what its counts say, and what is withheld. */
#include "config.h"

#include <string.h>

#include "model/questions/tl-chart-image.h"
#include "model/questions/tl-flow-plan.h"

#define FONT 11.0
#define N_COLUMNS 3
#define MAX_CHAINS 40

/* Chains of codes drawn from few, so that stations are shared; the @withheld-th is withheld. */
typedef struct {
  TlChains chains;
  TlChain  each[MAX_CHAINS];
  char    *path[MAX_CHAINS][N_COLUMNS + 1];
  char    *labels[MAX_CHAINS][N_COLUMNS + 1];
} Drawn;

static void
draw_chains (Drawn *drawn,
             guint  n,
             int    withheld,
             GRand *rand)
{
  memset (drawn, 0, sizeof *drawn);
  drawn->chains = (TlChains) { .caption = (char *) "What was counted.", .base = 500, .chains = drawn->each,
                               .n_chains = n };
  for (guint i = 0; i < n; i++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          int code = g_rand_int_range (rand, 0, 9);

          drawn->path[i][column] = g_strdup_printf ("national-1:LW.%d", code);
          drawn->labels[i][column] = g_strdup_printf ("Number %d of the column that is called %u", code, column);
        }
      drawn->each[i] = (TlChain) { .path = drawn->path[i], .labels = drawn->labels[i],
                                   .reviews = (int) i == withheld ? TL_COUNT_WITHHELD : 400 - 9 * (gint64) i };
    }
}

static void
clear_chains (Drawn *drawn)
{
  for (guint i = 0; i < drawn->chains.n_chains; i++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        g_free (drawn->path[i][column]);
        g_free (drawn->labels[i][column]);
      }
}

static gboolean
boxes_meet (const TlLayoutBox *a,
            const TlLayoutBox *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

/* Both ways, in any room. */
static void
every_count_stands_on_its_ribbon_and_on_no_other_count (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 20; round++)
    {
      Drawn drawn;
      TlLayoutBox room = { .x = 12, .y = 7 }, places[MAX_CHAINS];
      double least, width, height;
      guint n_shown = 0;

      draw_chains (&drawn, (guint) g_rand_int_range (rand, 1, 20), -1, rand);

      g_autoptr (TlFlowPlan) plan = tl_flow_plan_new (&drawn.chains, MAX_CHAINS);
      guint n = tl_flow_plan_get_n_ribbons (plan);

      g_assert_cmpuint (n, ==, drawn.chains.n_chains);
      tl_flow_plan_measure (plan, FONT, &least, &width, &height);
      g_assert_cmpfloat (least, <=, width);
      room.width = g_rand_double_range (rand, least, 2 * width);
      room.height = g_rand_double_range (rand, height, 2 * height);
      tl_flow_plan_lay_out (plan, &room, FONT, round % 2 == 1);
      for (guint i = 0; i < n; i++)
        {
          const TlLayoutBox *place = &places[n_shown];
          g_autofree char *count = tl_count_format (drawn.each[i].reviews);

          g_assert_cmpstr (tl_flow_plan_get_count (plan, i, &places[n_shown]), ==, count);
          if (place->width <= 0)
            continue;
          g_assert_true (tl_flow_plan_meets (plan, i, place->x + place->width / 2, place->y + place->height / 2));
          for (guint j = 0; j < n_shown; j++)
            g_assert_false (boxes_meet (place, &places[j]));
          n_shown++;
        }
      g_assert_cmpuint (n_shown, >=, n - n / 4);
      clear_chains (&drawn);
    }
}

static void
all_is_within_its_room (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  TlLayoutBox room = { .x = 12, .y = 7 }, extent;
  double least, width, height;
  Drawn drawn;

  draw_chains (&drawn, 15, 3, rand);

  g_autoptr (TlFlowPlan) plan = tl_flow_plan_new (&drawn.chains, 9);

  g_assert_cmpuint (tl_flow_plan_get_n_ribbons (plan), ==, 9);
  tl_flow_plan_measure (plan, FONT, &least, &width, &height);
  room.width = width;
  room.height = height + 40;
  tl_flow_plan_lay_out (plan, &room, FONT, FALSE);
  for (guint i = 0; i < 9; i++)
    {
      tl_flow_plan_get_extent (plan, i, &extent);
      g_assert_cmpfloat (extent.y, >=, room.y - 1e-6);
      g_assert_cmpfloat (extent.y + extent.height, <=, room.y + room.height + 1e-6);
    }
  g_assert_null (tl_flow_plan_find_station (plan, room.x - 1, room.y + 1));
  clear_chains (&drawn);
}

/* Causes are where reading begins. */
static void
it_is_mirrored_where_reading_is (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  TlLayoutBox room = { .x = 0 };
  double least, width, height;
  Drawn drawn;

  draw_chains (&drawn, 1, -1, rand);

  g_autoptr (TlFlowPlan) plan = tl_flow_plan_new (&drawn.chains, MAX_CHAINS);
  const char *code = strchr (drawn.path[0][0], ':') + 1;

  tl_flow_plan_measure (plan, FONT, &least, &width, &height);
  room.width = width;
  room.height = height;
  tl_flow_plan_lay_out (plan, &room, FONT, FALSE);
  g_assert_true (g_str_has_prefix (tl_flow_plan_find_station (plan, 5, height / 2), code));
  tl_flow_plan_lay_out (plan, &room, FONT, TRUE);
  g_assert_true (g_str_has_prefix (tl_flow_plan_find_station (plan, width - 5, height / 2), code));
  clear_chains (&drawn);
}

static guint
count_in (GBytes     *svg,
          const char *what)
{
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  g_autofree char *text = g_strndup (data, size);
  guint n = 0;

  for (const char *at = text; (at = strstr (at, what)) != NULL; at += strlen (what))
    n++;
  return n;
}

static void
a_picture_outlines_what_is_withheld_and_says_c (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int withheld = -1; withheld < 2; withheld++)
    {
      g_autoptr (GError) error = NULL;
      Drawn drawn;

      draw_chains (&drawn, 4, withheld, rand);

      g_autoptr (TlChartImage) image = tl_chart_image_new_of_chains (&drawn.chains);
      g_autoptr (GBytes) svg = tl_chart_image_make (image, TL_PICTURE_SVG, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (count_in (svg, "stroke-dasharray"), ==, withheld >= 0);
      g_assert_cmpuint (count_in (svg, ">c<"), ==, withheld >= 0);
      g_assert_cmpuint (count_in (svg, ">400<"), ==, withheld != 0);
      g_assert_cmpuint (count_in (svg, "What was counted."), >=, 1);
      clear_chains (&drawn);
    }
}

static void
a_picture_of_no_chain_says_what_was_counted (void)
{
  TlChains none = { .caption = (char *) "What was counted.", .base = 500 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TlChartImage) image = tl_chart_image_new_of_chains (&none);
  g_autoptr (GBytes) svg = tl_chart_image_make (image, TL_PICTURE_SVG, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (count_in (svg, "What was counted."), >=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/every-count-stands-on-its-ribbon-and-on-no-other-count",
                   every_count_stands_on_its_ribbon_and_on_no_other_count);
  g_test_add_func ("/flow/all-is-within-its-room", all_is_within_its_room);
  g_test_add_func ("/flow/it-is-mirrored-where-reading-is", it_is_mirrored_where_reading_is);
  g_test_add_func ("/flow/a-picture-outlines-what-is-withheld-and-says-c",
                   a_picture_outlines_what_is_withheld_and_says_c);
  g_test_add_func ("/flow/a-picture-of-no-chain-says-what-was-counted", a_picture_of_no_chain_says_what_was_counted);
  return g_test_run ();
}
