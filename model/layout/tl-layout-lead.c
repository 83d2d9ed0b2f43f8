/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which way lines take among the boxes and each other: each line in turn is led, through all storeys at once, along the
 * way on which it crosses least.
 */
#include "config.h"

#include <math.h>

#include "model/layout/tl-layout-route-private.h"

/* Places to the left and right of the present one that are tried in every storey; fewer where there are very many. */
#define REACH 16
#define MIN_REACH 4
#define MAX_TRIALS 3000000
/* How often all lines are led anew. */
#define N_ROUNDS 2
/* What it costs to run through a box, and to go so far aside as this, in crossings. */
#define THROUGH_PRICE 1e5f
#define ASIDE 400.0

typedef struct
{
  guint first;  /* first place tried */
  guint n;      /* how many */
  float *price; /* of the way from the upper end to each */
} Window;

typedef struct
{
  TlLayoutWeave *weave;
  gboolean *present; /* of every node: whether lines cross it yet */
  GArray *windows;   /* of the passes of a line */
  GArray *prices;    /* of the windows, one after the other */
  GArray *steps;     /* from the place looked at to each place in the next storey */
} Lead;

/* What a crossing with the stretch between two nodes costs: a box in two storeys is not to be crossed. */
static inline float
price_of_stretch (const TlLayoutWeave *weave,
                  int                  upper,
                  int                  lower)
{
  return weave->box[upper] >= 0 && weave->box[upper] == weave->box[lower] ? THROUGH_PRICE : 1;
}

/* The price of @node at @place: for being aside of the straight way, and for a gap without room. */
static float
price_of_place (const TlLayoutWeave *weave,
                int                  node,
                guint                place)
{
  guint storey = weave->storey[node];
  const int *order = weave->order + weave->start[storey];
  guint n = weave->start[storey + 1] - weave->start[storey];
  guint next = place + (place == (guint) weave->pos[node]);
  double left = place > 0 ? weave->right[order[place - 1]] : -G_MAXDOUBLE;
  double right = next < n ? weave->left[order[next]] : G_MAXDOUBLE;
  double ideal = weave->left[node];
  float price = 0;

  if (right - left < 2 * TL_LAYOUT_LEAST_CLEARANCE + 1 && place > 0 && next < n &&
      weave->box[order[place - 1]] >= 0 && weave->box[order[next]] >= 0)
    price = THROUGH_PRICE;
  if (ideal < left)
    price += (float) ((left - ideal) / ASIDE);
  else if (ideal > right)
    price += (float) ((ideal - right) / ASIDE);
  return price;
}

/* Takes @node out of the way to the end of its window, the places being counted without it. */
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
  lead->present[node] = FALSE;
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
  lead->present[node] = TRUE;
}

/*
 * How the price of a line that goes down from left of @node changes where it goes down from right of it, the line going
 * to @place of the next storey.
 */
static float
price_past_upper (const Lead *lead,
                  int         node,
                  int         place)
{
  const TlLayoutWeave *weave = lead->weave;
  float price = 0;

  for (guint i = weave->down_start[node]; i < weave->down_start[node + 1]; i++)
    {
      int lower = weave->downs[i];

      if (lead->present[lower] && lead->present[node])
        price += (weave->pos[lower] >= place ? 1 : -1) * price_of_stretch (weave, node, lower);
    }
  return price;
}

/* The same where it comes from @place of the storey above and goes down to right of @node rather than left of it. */
static float
price_past_lower (const Lead *lead,
                  int         node,
                  int         place)
{
  const TlLayoutWeave *weave = lead->weave;
  float price = 0;

  for (guint i = weave->up_start[node]; i < weave->up_start[node + 1]; i++)
    {
      int upper = weave->ups[i];

      if (lead->present[upper] && lead->present[node])
        price += (weave->pos[upper] >= place ? 1 : -1) * price_of_stretch (weave, upper, node);
    }
  return price;
}

/* From the upper box to each place of the first window. Lines of the box itself are not crossed. */
static void
price_first (const Lead *lead,
             int         upper)
{
  const TlLayoutWeave *weave = lead->weave;
  const Window *window = &g_array_index (lead->windows, Window, 0);
  const int *order = weave->order + weave->start[weave->storey[upper] + 1] + window->first;
  float price = 0;

  for (guint i = 0; i < window->n; i++)
    {
      int node = order[i];

      window->price[i] = price;
      if (i + 1 == window->n || !lead->present[node])
        continue;
      for (guint j = weave->up_start[node]; j < weave->up_start[node + 1]; j++)
        {
          int other = weave->ups[j];

          if (lead->present[other] && other != upper)
            price += (weave->pos[other] > weave->pos[upper] ? 1 : -1) * price_of_stretch (weave, other, node);
        }
    }
}

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
  guint n = window->n;

  step[0] = 0;
  for (guint i = 0; i + 1 < n; i++)
    step[i + 1] = step[i] + price_past_lower (lead, order[i], (int) above->first);
  for (guint i = 0; i < n; i++)
    price[i] = G_MAXFLOAT;
  for (guint i = 0; i < above->n; i++)
    {
      float before = above->price[i];
      int node = upper_order[i];

      for (guint j = 0; j < n; j++)
        price[j] = MIN (price[j], before + step[j]);
      if (i + 1 == above->n || !lead->present[node])
        continue;
      for (guint j = weave->down_start[node]; j < weave->down_start[node + 1]; j++)
        {
          int lower = weave->downs[j];
          float by = price_of_stretch (weave, node, lower);
          int turn = weave->pos[lower] - (int) window->first; /* last place from which it is to the right */

          if (!lead->present[lower])
            continue;
          for (int k = 0; k < (int) n; k++)
            step[k] += k <= turn ? by : -by;
        }
    }
}

/* The place of the last window from which the lower box is best reached. */
static guint
choose_last (const Lead *lead,
             int         lower,
             float      *best_price)
{
  const TlLayoutWeave *weave = lead->weave;
  const Window *window = &g_array_index (lead->windows, Window, lead->windows->len - 1);
  const int *order = weave->order + weave->start[weave->storey[lower] - 1] + window->first;
  float price = 0;
  guint best = 0;

  *best_price = G_MAXFLOAT;
  for (guint i = 0; i < window->n; i++)
    {
      int node = order[i];

      if (price + window->price[i] < *best_price)
        {
          *best_price = price + window->price[i];
          best = i;
        }
      if (i + 1 == window->n || !lead->present[node])
        continue;
      for (guint j = weave->down_start[node]; j < weave->down_start[node + 1]; j++)
        {
          int other = weave->downs[j];

          if (lead->present[other] && other != lower)
            price += (weave->pos[other] > weave->pos[lower] ? 1 : -1) * price_of_stretch (weave, node, other);
        }
    }
  return best;
}

/* The place of the window above window @number from which @place is best reached. */
static guint
choose_above (const Lead *lead,
              guint       storey,
              guint       number,
              guint       place)
{
  const TlLayoutWeave *weave = lead->weave;
  const Window *above = &g_array_index (lead->windows, Window, number - 1);
  const int *order = weave->order + weave->start[storey - 1] + above->first;
  float price = 0;
  float best_price = G_MAXFLOAT;
  guint best = 0;

  for (guint i = 0; i < above->n; i++)
    {
      if (price + above->price[i] < best_price)
        {
          best_price = price + above->price[i];
          best = i;
        }
      if (i + 1 < above->n)
        price += price_past_upper (lead, order[i], (int) place);
    }
  return best;
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
  guint place;
  float price;

  g_array_set_size (lead->steps, 2 * reach + 1);
  g_array_set_size (lead->prices, n * (2 * reach + 1));
  g_array_set_size (lead->prices, 0);
  g_array_set_size (lead->windows, 0);
  for (guint i = 0; i < n; i++)
    open_window (lead, first + (int) i, reach);
  for (guint i = 0; i < n; i++)
    {
      const Window *window = &g_array_index (lead->windows, Window, i);

      if (i == 0)
        price_first (lead, weave->upper[line]);
      else
        price_next (lead, weave->storey[first + (int) i], i);
      for (guint j = 0; j < window->n; j++)
        window->price[j] += price_of_place (weave, first + (int) i, window->first + j);
    }
  place = choose_last (lead, weave->lower[line], &price);
  for (guint i = n; i-- > 0;)
    {
      guint window_first = g_array_index (lead->windows, Window, i).first;
      guint next = i > 0 ? choose_above (lead, weave->storey[first + (int) i], i, window_first + place) : 0;

      close_window (lead, first + (int) i, window_first + place);
      place = next;
    }
  return price;
}

/* Leads @line, further aside where there is no way through nearer by; returns whether there is any. */
static gboolean
lead_line (Lead *lead,
           guint line,
           guint reach)
{
  for (; lead_within (lead, line, reach) >= THROUGH_PRICE / 2; reach *= 4)
    if (reach >= lead->weave->n_nodes)
      return FALSE;
  return TRUE;
}

/*
 * Orders the passes of @weave among the boxes, which stay where they are, so that few lines cross.
 */
void
_tl_layout_lead (TlLayoutWeave *weave)
{
  guint n_passes = weave->n_nodes - weave->n_fixed;
  g_autofree gboolean *present = g_new0 (gboolean, weave->n_nodes + 1);
  Lead lead = { weave, present };
  guint reach = REACH;

  while (reach > MIN_REACH && (gint64) n_passes * reach * reach > MAX_TRIALS)
    reach--;
  lead.windows = g_array_new (FALSE, FALSE, sizeof (Window));
  lead.prices = g_array_new (FALSE, FALSE, sizeof (float));
  lead.steps = g_array_new (FALSE, FALSE, sizeof (float));
  for (guint i = 0; i < weave->n_fixed; i++)
    present[i] = TRUE;
  for (guint round = 0; round < 1 + N_ROUNDS; round++)
    for (guint i = 0; i < weave->n_lines; i++)
      {
        guint line = weave->by_span[i];

        if (weave->first_pass[line] < weave->first_pass[line + 1])
          weave->is_free[line] = lead_line (&lead, line, reach);
      }
  g_array_unref (lead.windows);
  g_array_unref (lead.prices);
  g_array_unref (lead.steps);
}
