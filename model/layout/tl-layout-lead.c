/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way lines take among the boxes and each other: each line in turn is led, through all storeys at once, along the
 * way on which it crosses least.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-route-private.h"

/* At least so many places to the left and right are tried, where there are very many. */
#define MIN_REACH 4
#define MAX_TRIALS 2000000
/* What it costs to go aside by one unit, in crossings. */
#define ASIDE_PRICE (1 / 400.0)

/* The places tried in one storey, the pass itself being taken out of the row. */
typedef struct
{
  guint first;
  guint n;
  float *price; /* of the way from the upper end to each */
  float *x;     /* where each is as the storey begins, in units of the price of going aside */
  float *end_x; /* likewise as it ends */
} Window;

typedef struct
{
  TlLayoutWeave *weave;
  GArray *windows; /* of the passes of a line */
  GArray *numbers; /* of the windows, one after the other */
  GArray *steps;   /* from the place looked at to each place in the next storey */
} Lead;

/* Takes @node out of its row, to the end of its window. */
static void
open_window (Lead *lead,
             int   node,
             guint reach)
{
  TlLayoutWeave *weave = lead->weave;
  guint storey = weave->storey[node];
  int *order = weave->order + weave->start[storey];
  guint n = weave->start[storey + 1] - weave->start[storey];
  guint pos = (guint) weave->pos[node];
  guint first = pos > reach ? pos - reach : 0;
  guint last = MIN (pos + reach, n - 1);
  guint n_places = last - first + 1;
  float *numbers = &g_array_index (lead->numbers, float, lead->numbers->len);
  Window window = { first, n_places, numbers, numbers + n_places, numbers + 2 * n_places };

  for (guint i = pos; i < last; i++)
    {
      order[i] = order[i + 1];
      weave->pos[order[i]] = (int) i;
    }
  order[last] = node;
  weave->pos[node] = (int) last;
  g_array_set_size (lead->numbers, lead->numbers->len + 3 * n_places);
  g_array_append_val (lead->windows, window);
}

/* Puts @node, which is at the end of its window, to @place. */
static void
close_window (Lead *lead,
              int   node,
              guint place)
{
  TlLayoutWeave *weave = lead->weave;
  int *order = weave->order + weave->start[weave->storey[node]];

  for (guint i = (guint) weave->pos[node]; i > place; i--)
    {
      order[i] = order[i - 1];
      weave->pos[order[i]] = (int) i;
    }
  order[place] = node;
  weave->pos[node] = (int) place;
}

/* Whether @place of @storey is in a gap between boxes that has no room for a line. */
static gboolean
is_in_closed_gap (const TlLayoutWeave *weave,
                  guint                storey,
                  guint                place)
{
  const int *order = weave->order + weave->start[storey];

  while (place > 0 && weave->box[order[place - 1]] < 0)
    place--;
  return place > 0 && weave->is_closed[order[place - 1]];
}

/* Notes where each place for @node is: as near as can be to where the line would be straight. */
static void
fill_x (const TlLayoutWeave *weave,
        const Window        *window,
        int                  node)
{
  guint storey = weave->storey[node];
  const int *order = weave->order + weave->start[storey];
  guint n = weave->start[storey + 1] - weave->start[storey];
  double straight = weave->straight[node];
  int left = window->first > 0 ? order[window->first - 1] : -1;

  for (guint i = 0; i < window->n; i++)
    {
      guint place = window->first + i + (i + 1 == window->n);
      int right = place < n ? order[place] : -1;
      double x = MIN (straight, right >= 0 ? weave->left[right].top : G_MAXDOUBLE);
      double end_x = MIN (straight, right >= 0 ? weave->left[right].bottom : G_MAXDOUBLE);

      window->x[i] = (float) (MAX (x, left >= 0 ? weave->right[left].top : -G_MAXDOUBLE) * ASIDE_PRICE);
      window->end_x[i] = (float) (MAX (end_x, left >= 0 ? weave->right[left].bottom : -G_MAXDOUBLE) * ASIDE_PRICE);
      left = right;
    }
}

/* Adds the price of places in gaps that have no room for a line. */
static void
add_closed_gaps (const TlLayoutWeave *weave,
                 const Window        *window,
                 guint                storey)
{
  const int *order = weave->order + weave->start[storey] + window->first;
  gboolean is_closed = is_in_closed_gap (weave, storey, window->first);

  for (guint i = 0; i < window->n; i++)
    {
      if (i > 0 && weave->box[order[i - 1]] >= 0)
        is_closed = weave->is_closed[order[i - 1]];
      if (is_closed)
        window->price[i] += TL_LAYOUT_THROUGH_PRICE;
    }
}

/*
 * How the price of a line that goes from left of @node to @place in the storey of its @neighbours changes where the
 * line goes from right of @node. Lines that end in the same node as this one, -1 if none, are not crossed.
 */
static inline float
price_past (const TlLayoutWeave *weave,
            const guint         *start,
            const int           *neighbours,
            const float         *prices,
            int                  node,
            int                  place,
            int                  end)
{
  float price = 0;

  for (guint i = start[node]; i < start[node + 1]; i++)
    if (neighbours[i] != end)
      price += weave->pos[neighbours[i]] >= place ? prices[i] : -prices[i];
  return price;
}

/* From the upper box to each place of the first window. */
static void
price_first (const Lead *lead,
             int         upper)
{
  const TlLayoutWeave *weave = lead->weave;
  const Window *window = &g_array_index (lead->windows, Window, 0);
  const int *order = weave->order + weave->start[weave->storey[upper] + 1] + window->first;

  float x = (float) ((weave->left[upper].bottom + weave->right[upper].bottom) / 2 * ASIDE_PRICE);
  float crossed = 0;

  for (guint i = 0; i < window->n; i++)
    {
      if (i > 0)
        crossed += price_past (weave, weave->up_start, weave->ups, weave->up_price, order[i - 1], weave->pos[upper],
                               upper);
      window->price[i] = crossed + fabsf (window->x[i] - x);
    }
}

/* From each place of the window above to each of window @number. */
static void
price_next (const Lead *lead,
            guint       storey,
            guint       number)
{
  const TlLayoutWeave *weave = lead->weave;
  const Window *above = &g_array_index (lead->windows, Window, number - 1);
  const Window *window = &g_array_index (lead->windows, Window, number);
  const int *upper_order = weave->order + weave->start[storey - 1] + above->first;
  const int *order = weave->order + weave->start[storey] + window->first;
  float *restrict step = (float *) lead->steps->data;
  float *restrict price = window->price;
  const float *restrict x = window->x;
  int n = (int) window->n;

  step[0] = 0;
  for (int i = 0; i + 1 < n; i++)
    step[i + 1] = step[i] + price_past (weave, weave->up_start, weave->ups, weave->up_price, order[i],
                                        (int) above->first, -1);
  for (int i = 0; i < n; i++)
    price[i] = above->price[0] + step[i] + fabsf (x[i] - above->end_x[0]);
  for (guint i = 1; i < above->n; i++)
    {
      float before = above->price[i];
      float from = above->end_x[i];
      int node = upper_order[i - 1];

      for (guint j = weave->down_start[node]; j < weave->down_start[node + 1]; j++)
        {
          float by = weave->down_price[j];
          int turn = weave->pos[weave->downs[j]] - (int) window->first; /* last place that has it to the right */

          for (int k = 0; k < n; k++)
            step[k] += k <= turn ? by : -by;
        }
      for (int k = 0; k < n; k++)
        price[k] = MIN (price[k], before + step[k] + fabsf (x[k] - from));
    }
}

/*
 * The place of @window, in @storey, from which @place of the next storey, which is at @x, is best reached. Lines that
 * end in the node @end, -1 if none, are not crossed.
 */
static guint
choose_place (const TlLayoutWeave *weave,
              const Window        *window,
              guint                storey,
              int                  place,
              float                x,
              int                  end,
              float               *best_price)
{
  const int *order = weave->order + weave->start[storey] + window->first;
  float crossed = 0;
  guint best = 0;

  *best_price = G_MAXFLOAT;
  for (guint i = 0; i < window->n; i++)
    {
      float price;

      if (i > 0)
        crossed += price_past (weave, weave->down_start, weave->downs, weave->down_price, order[i - 1], place, end);
      price = crossed + window->price[i] + fabsf (window->end_x[i] - x);
      if (price >= *best_price)
        continue;
      *best_price = price;
      best = i;
    }
  return window->first + best;
}

/* Leads @line along the best way that is within @reach of the present one; returns what that costs. */
static float
lead_within (Lead *lead,
             guint line,
             guint reach)
{
  TlLayoutWeave *weave = lead->weave;
  int first = weave->first_pass[line];
  guint n = (guint) (weave->first_pass[line + 1] - first);
  int lower = weave->lower[line];
  const Window *windows;
  guint place;
  float price;
  float ignored;

  g_array_set_size (lead->steps, 2 * reach + 1);
  g_array_set_size (lead->numbers, 3 * n * (2 * reach + 1));
  g_array_set_size (lead->numbers, 0);
  g_array_set_size (lead->windows, 0);
  for (guint i = 0; i < n; i++)
    open_window (lead, first + (int) i, reach);
  windows = (const Window *) lead->windows->data;
  for (guint i = 0; i < n; i++)
    {
      guint storey = weave->storey[first + (int) i];

      fill_x (weave, &windows[i], first + (int) i);
      if (i == 0)
        price_first (lead, weave->upper[line]);
      else
        price_next (lead, storey, i);
      for (guint j = 0; j < windows[i].n; j++)
        windows[i].price[j] += fabsf (windows[i].end_x[j] - windows[i].x[j]);
      if (weave->has_closed_gaps)
        add_closed_gaps (weave, &windows[i], storey);
    }
  place = choose_place (weave, &windows[n - 1], weave->storey[lower] - 1, weave->pos[lower],
                        (float) ((weave->left[lower].top + weave->right[lower].top) / 2 * ASIDE_PRICE), lower, &price);
  for (guint i = n; i-- > 0;)
    {
      int node = first + (int) i;
      guint above = 0;

      if (i > 0)
        above = choose_place (weave, &windows[i - 1], weave->storey[node - 1], (int) place,
                              windows[i].x[place - windows[i].first], -1, &ignored);
      close_window (lead, node, place);
      place = above;
    }
  return price;
}

/* Leads @line, further aside where there is no way through nearer by; returns whether there is any. */
static gboolean
lead_line (Lead *lead,
           guint line,
           guint reach)
{
  for (; lead_within (lead, line, reach) >= TL_LAYOUT_THROUGH_PRICE / 2; reach *= 4)
    if (reach >= lead->weave->n_nodes)
      return FALSE;
  return TRUE;
}

/* Whether a box stands in the strip between the ends of @line, which passes no storey. */
static gboolean
is_barred (const TlLayoutWeave *weave,
           guint                line)
{
  int upper = weave->upper[line];
  int lower = weave->lower[line];
  guint storey = weave->storey[upper];

  if (!weave->has_tall_boxes)
    return FALSE;
  for (guint i = weave->start[storey]; i < weave->start[storey + 1]; i++)
    {
      int node = weave->order[i];

      for (guint j = weave->down_start[node]; j < weave->down_start[node + 1]; j++)
        if (weave->down_price[j] >= TL_LAYOUT_THROUGH_PRICE &&
            (weave->pos[node] < weave->pos[upper]) != (weave->pos[weave->downs[j]] < weave->pos[lower]))
          return TRUE;
    }
  return FALSE;
}

/*
 * Leads all lines once, each past the others as they are now, up to @reach places to the left and right of the present
 * one; less far where there are very many. Boxes stay where they are.
 */
void
_tl_layout_lead (TlLayoutWeave *weave,
                 guint          reach)
{
  guint n_passes = weave->n_nodes - weave->n_fixed;
  Lead lead = { weave };

  while (reach > MIN_REACH && (gint64) n_passes * reach * reach > MAX_TRIALS)
    reach--;
  lead.windows = g_array_new (FALSE, FALSE, sizeof (Window));
  lead.numbers = g_array_new (FALSE, FALSE, sizeof (float));
  lead.steps = g_array_new (FALSE, FALSE, sizeof (float));
  for (guint i = 0; i < weave->n_lines; i++)
    {
      guint line = weave->by_span[i];

      if (!weave->is_free[line])
        continue;
      if (weave->first_pass[line] < weave->first_pass[line + 1])
        weave->is_free[line] = lead_line (&lead, line, reach);
      else
        weave->is_free[line] = !is_barred (weave, line);
    }
  g_array_unref (lead.windows);
  g_array_unref (lead.numbers);
  g_array_unref (lead.steps);
}
