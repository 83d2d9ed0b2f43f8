/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way lines take among the boxes and each other: each line in turn is led, through all storeys at once, along the
 * way on which it crosses least.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Places to the left and right of the present one that are tried in every storey; fewer where there are very many. */
#define REACH 16
#define MIN_REACH 4
#define MAX_TRIALS 3000000
/* How often all lines are led. */
#define N_ROUNDS 2
/* What it costs to go so far aside as this is one crossing. */
#define ASIDE 400.0

/* The places tried in one storey, the pass itself being taken out of the row. */
typedef struct
{
  guint first;
  guint n;
  float *price; /* of the way from the upper end to each */
} Window;

typedef struct
{
  TlLayoutWeave *weave;
  GArray *windows; /* of the passes of a line */
  GArray *prices;  /* of the windows, one after the other */
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
  Window window = { first, last - first + 1, &g_array_index (lead->prices, float, lead->prices->len) };

  for (guint i = pos; i < last; i++)
    {
      order[i] = order[i + 1];
      weave->pos[order[i]] = (int) i;
    }
  order[last] = node;
  weave->pos[node] = (int) last;
  g_array_set_size (lead->prices, lead->prices->len + window.n);
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

  if (!weave->has_closed_gaps)
    return FALSE;
  while (place > 0 && weave->box[order[place - 1]] < 0)
    place--;
  return place > 0 && weave->is_closed[order[place - 1]];
}

/* Adds what each place for @node costs in itself: for being aside of the straight way, and for a gap without room. */
static void
add_place_prices (const TlLayoutWeave *weave,
                  const Window        *window,
                  int                  node)
{
  guint storey = weave->storey[node];
  const int *order = weave->order + weave->start[storey];
  guint n = weave->start[storey + 1] - weave->start[storey];
  gboolean is_closed = is_in_closed_gap (weave, storey, window->first);
  double straight = weave->left[node];
  double left = window->first > 0 ? weave->right[order[window->first - 1]] : -G_MAXDOUBLE;

  for (guint i = 0; i < window->n; i++)
    {
      guint next = window->first + i + (i + 1 == window->n);
      double right = next < n ? weave->left[order[next]] : G_MAXDOUBLE;

      if (is_closed)
        window->price[i] += TL_LAYOUT_THROUGH_PRICE;
      if (straight < left)
        window->price[i] += (float) ((left - straight) / ASIDE);
      else if (straight > right)
        window->price[i] += (float) ((straight - right) / ASIDE);
      if (i + 1 == window->n)
        break;
      left = weave->right[order[next]];
      if (weave->has_closed_gaps && weave->box[order[next]] >= 0)
        is_closed = weave->is_closed[order[next]];
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

  window->price[0] = 0;
  for (guint i = 0; i + 1 < window->n; i++)
    window->price[i + 1] = window->price[i] + price_past (weave, weave->up_start, weave->ups, weave->up_price, order[i],
                                                          weave->pos[upper], upper);
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
  int n = (int) window->n;

  step[0] = 0;
  for (int i = 0; i + 1 < n; i++)
    step[i + 1] = step[i] + price_past (weave, weave->up_start, weave->ups, weave->up_price, order[i],
                                        (int) above->first, -1);
  for (int i = 0; i < n; i++)
    price[i] = above->price[0] + step[i];
  for (guint i = 1; i < above->n; i++)
    {
      float before = above->price[i];
      int node = upper_order[i - 1];

      for (guint j = weave->down_start[node]; j < weave->down_start[node + 1]; j++)
        {
          float by = weave->down_price[j];
          int turn = weave->pos[weave->downs[j]] - (int) window->first; /* last place that has it to the right */

          for (int k = 0; k < n; k++)
            step[k] += k <= turn ? by : -by;
        }
      for (int k = 0; k < n; k++)
        price[k] = MIN (price[k], before + step[k]);
    }
}

/*
 * The place of @window, in @storey, from which @place of the next storey is best reached. Lines that end in the node
 * @end, -1 if none, are not crossed.
 */
static guint
choose_place (const TlLayoutWeave *weave,
              const Window        *window,
              guint                storey,
              int                  place,
              int                  end,
              float               *best_price)
{
  const int *order = weave->order + weave->start[storey] + window->first;
  float price = 0;
  guint best = 0;

  *best_price = window->price[0];
  for (guint i = 1; i < window->n; i++)
    {
      price += price_past (weave, weave->down_start, weave->downs, weave->down_price, order[i - 1], place, end);
      if (price + window->price[i] >= *best_price)
        continue;
      *best_price = price + window->price[i];
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
  const Window *windows;
  guint place;
  float price;
  float ignored;

  g_array_set_size (lead->steps, 2 * reach + 1);
  g_array_set_size (lead->prices, n * (2 * reach + 1));
  g_array_set_size (lead->prices, 0);
  g_array_set_size (lead->windows, 0);
  for (guint i = 0; i < n; i++)
    open_window (lead, first + (int) i, reach);
  windows = (const Window *) lead->windows->data;
  for (guint i = 0; i < n; i++)
    {
      if (i == 0)
        price_first (lead, weave->upper[line]);
      else
        price_next (lead, weave->storey[first + (int) i], i);
      add_place_prices (weave, &windows[i], first + (int) i);
    }
  place = choose_place (weave, &windows[n - 1], weave->storey[first + (int) n - 1], weave->pos[weave->lower[line]],
                        weave->lower[line], &price);
  for (guint i = n; i-- > 0;)
    {
      int node = first + (int) i;
      guint above = 0;

      if (i > 0)
        above = choose_place (weave, &windows[i - 1], weave->storey[node - 1], (int) place, -1, &ignored);
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
 * Orders the passes of @weave among the boxes, which stay where they are, so that few lines cross.
 */
void
_tl_layout_lead (TlLayoutWeave *weave)
{
  guint n_passes = weave->n_nodes - weave->n_fixed;
  Lead lead = { weave };
  guint reach = REACH;

  while (reach > MIN_REACH && (gint64) n_passes * reach * reach > MAX_TRIALS)
    reach--;
  lead.windows = g_array_new (FALSE, FALSE, sizeof (Window));
  lead.prices = g_array_new (FALSE, FALSE, sizeof (float));
  lead.steps = g_array_new (FALSE, FALSE, sizeof (float));
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < weave->n_lines; i++)
      {
        guint line = weave->by_span[i];

        if (!weave->is_free[line])
          continue;
        if (weave->first_pass[line] < weave->first_pass[line + 1])
          weave->is_free[line] = lead_line (&lead, line, reach);
        else if (round == 0)
          weave->is_free[line] = !is_barred (weave, line);
      }
  g_array_unref (lead.windows);
  g_array_unref (lead.prices);
  g_array_unref (lead.steps);
}
