/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ribbons through columns: nothing overlaps, as thick as they weigh, and what need not cross does not. */
#include "config.h"

#include <math.h>

#include "model/layout/tl-ribbons.h"

#define N_FLOWS 60
#define MAX_RIBBONS 40
#define MAX_COLUMNS 5
#define NEAR 1e-6

typedef struct {
  TlRibbonsOptions options;
  guint            n;
  guint            stops[MAX_RIBBONS][MAX_COLUMNS];
  TlRibbon         ribbons[MAX_RIBBONS];
} Flow;

/* A flow with as many numbers a column as @n_stops. */
static void
draw_flow (Flow  *flow,
           GRand *rand,
           guint  n,
           guint  n_columns,
           guint  n_stops)
{
  flow->options = (TlRibbonsOptions) { n_columns, 600, 12, 30, 2, 80 };
  flow->n = n;
  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < n_columns; j++)
        flow->stops[i][j] = 7 * (guint) g_rand_int_range (rand, 0, (gint32) n_stops);
      flow->ribbons[i] = (TlRibbon) { .stops = flow->stops[i], .weight = g_rand_int_range (rand, 1, 200) };
    }
}

static const TlRibbonsStation *
station_of (const Flow      *flow,
            const TlRibbons *laid,
            guint            ribbon,
            guint            column)
{
  return &g_array_index (laid->stations, TlRibbonsStation, laid->places[ribbon * flow->options.n_columns + column]);
}

static double
top_of (const Flow      *flow,
        const TlRibbons *laid,
        guint            ribbon,
        guint            column)
{
  return laid->tops[ribbon * flow->options.n_columns + column];
}

/* What crosses between two columns, pair by pair, each pair as much as the thinner. */
static double
weigh_crossings (const Flow      *flow,
                 const TlRibbons *laid)
{
  double crossing = 0;

  for (guint column = 1; column < flow->options.n_columns; column++)
    for (guint i = 0; i < flow->n; i++)
      for (guint j = 0; j < i; j++)
        {
          double left = station_of (flow, laid, i, column - 1)->top - station_of (flow, laid, j, column - 1)->top;
          double right = station_of (flow, laid, i, column)->top - station_of (flow, laid, j, column)->top;

          if (left * right < 0)
            crossing += MIN (flow->ribbons[i].weight, flow->ribbons[j].weight);
        }
  return crossing;
}

static void
check_stations (const Flow      *flow,
                const TlRibbons *laid)
{
  for (guint i = 0; i < laid->stations->len; i++)
    {
      const TlRibbonsStation *station = &g_array_index (laid->stations, TlRibbonsStation, i);

      g_assert_cmpfloat (station->top, >, -NEAR);
      g_assert_cmpfloat (station->top + station->height, <, laid->height + NEAR);
      g_assert_cmpfloat (station->height, >, flow->options.least_station - NEAR);
      if (i > 0 && station[-1].column == station->column)
        g_assert_cmpfloat (station[-1].top + station[-1].height + flow->options.gap, <, station->top + NEAR);
    }
}

static void
check_ribbons (const Flow      *flow,
               const TlRibbons *laid)
{
  for (guint i = 0; i < flow->n; i++)
    {
      double thickness = flow->ribbons[i].thickness;

      g_assert_cmpfloat (thickness, <, 80 + NEAR);
      g_assert_cmpfloat_with_epsilon (thickness, MAX (flow->ribbons[i].weight * laid->scale, 2), NEAR);
      for (guint column = 0; column < flow->options.n_columns; column++)
        {
          const TlRibbonsStation *station = station_of (flow, laid, i, column);
          double top = top_of (flow, laid, i, column);

          g_assert_cmpuint (station->column, ==, column);
          g_assert_cmpuint (station->stop, ==, flow->stops[i][column]);
          g_assert_cmpfloat (top, >, station->top - NEAR);
          g_assert_cmpfloat (top + thickness, <, station->top + station->height + NEAR);
          for (guint j = 0; j < i; j++)
            g_assert_true (top_of (flow, laid, j, column) + flow->ribbons[j].thickness < top + NEAR
                           || top + thickness < top_of (flow, laid, j, column) + NEAR);
        }
    }
}

static void
nothing_overlaps_and_all_is_as_thick_as_it_weighs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_FLOWS; i++)
    {
      Flow flow;

      draw_flow (&flow, rand, (guint) g_rand_int_range (rand, 1, MAX_RIBBONS),
                 (guint) g_rand_int_range (rand, 1, MAX_COLUMNS + 1), (guint) g_rand_int_range (rand, 1, 14));

      g_autoptr (TlRibbons) laid = tl_ribbons_new (flow.ribbons, flow.n, &flow.options);

      check_stations (&flow, laid);
      check_ribbons (&flow, laid);
    }
}

static void
what_can_have_the_height_takes_no_more (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_FLOWS; i++)
    {
      Flow flow;

      draw_flow (&flow, rand, (guint) g_rand_int_range (rand, 1, MAX_RIBBONS),
                 (guint) g_rand_int_range (rand, 1, MAX_COLUMNS + 1), (guint) g_rand_int_range (rand, 1, 14));
      flow.options.height = 1;
      flow.options.least_ribbon = 0;

      g_autoptr (TlRibbons) least = tl_ribbons_new (flow.ribbons, flow.n, &flow.options);

      flow.options.height = least->height + g_rand_double_range (rand, 0, 300);

      g_autoptr (TlRibbons) laid = tl_ribbons_new (flow.ribbons, flow.n, &flow.options);

      g_assert_cmpfloat (laid->height, <, flow.options.height + NEAR);
      g_assert_cmpfloat (laid->scale, >=, least->scale);
      check_stations (&flow, laid);
    }
}

/* Ribbons that share no station need not cross, whatever their numbers. */
static void
what_need_not_cross_does_not (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_FLOWS; i++)
    {
      Flow flow;

      draw_flow (&flow, rand, 12, 4, 1);
      for (guint j = 0; j < flow.n; j++)
        for (guint column = 0; column < 4; column++)
          flow.stops[j][column] = (j * 5 + column * 7) % 13;

      g_autoptr (TlRibbons) laid = tl_ribbons_new (flow.ribbons, flow.n, &flow.options);

      g_assert_cmpfloat (weigh_crossings (&flow, laid), <, NEAR);
    }
}

/* Tries every order of the stations of a column, and of those of the columns after it. */
static double
try_orders (const Flow *flow,
            TlRibbons  *trial,
            guint       column,
            guint       n)
{
  double best = INFINITY;
  guint first = 0;

  if (column == flow->options.n_columns)
    return weigh_crossings (flow, trial);
  while (g_array_index (trial->stations, TlRibbonsStation, first).column != column)
    first++;

  TlRibbonsStation *stations = &g_array_index (trial->stations, TlRibbonsStation, first);
  guint n_stations = 0;

  while (first + n_stations < trial->stations->len && stations[n_stations].column == column)
    n_stations++;
  if (n == n_stations)
    return try_orders (flow, trial, column + 1, 0);
  for (guint i = n; i < n_stations; i++)
    {
      double top = stations[i].top;

      stations[i].top = stations[n].top;
      stations[n].top = top;
      best = MIN (best, try_orders (flow, trial, column, n + 1));
      stations[n].top = stations[i].top;
      stations[i].top = top;
    }
  return best;
}

static void
small_flows_cross_about_as_little_as_they_can (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  double all = 0, least = 0;

  for (guint i = 0; i < 60; i++)
    {
      Flow flow;

      draw_flow (&flow, rand, 9, 3, 3);

      g_autoptr (TlRibbons) laid = tl_ribbons_new (flow.ribbons, flow.n, &flow.options);

      all += weigh_crossings (&flow, laid);
      least += try_orders (&flow, laid, 0, 0);
    }
  g_test_message ("%.3f times what must cross", all / least);
  g_assert_cmpfloat (all, <, 1.1 * least);
}

static void
the_same_flow_is_laid_out_the_same (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  Flow flow;

  draw_flow (&flow, rand, 30, 3, 9);

  g_autoptr (TlRibbons) one = tl_ribbons_new (flow.ribbons, flow.n, &flow.options);
  g_autoptr (TlRibbons) other = tl_ribbons_new (flow.ribbons, flow.n, &flow.options);

  g_assert_cmpmem (one->tops, 90 * sizeof *one->tops, other->tops, 90 * sizeof *other->tops);

  g_autoptr (TlRibbons) none = tl_ribbons_new (NULL, 0, &flow.options);

  g_assert_cmpuint (none->stations->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/ribbons/nothing-overlaps-and-all-is-as-thick-as-it-weighs",
                   nothing_overlaps_and_all_is_as_thick_as_it_weighs);
  g_test_add_func ("/layout/ribbons/what-can-have-the-height-takes-no-more", what_can_have_the_height_takes_no_more);
  g_test_add_func ("/layout/ribbons/what-need-not-cross-does-not", what_need_not_cross_does_not);
  g_test_add_func ("/layout/ribbons/small-flows-cross-about-as-little-as-they-can",
                   small_flows_cross_about_as_little_as_they_can);
  g_test_add_func ("/layout/ribbons/the-same-flow-is-laid-out-the-same", the_same_flow_is_laid_out_the_same);
  return g_test_run ();
}
