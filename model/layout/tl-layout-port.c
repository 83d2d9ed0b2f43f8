/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where lines leave and enter their boxes: spread along the side in the order in which they pass the next storey, so
 * that lines of one box neither coincide nor cross beside it.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Lines of one side keep this distance from each other, if it suffices, and all keep so near the middle of the side. */
#define PORT_GAP 22.0
#define PORT_SHARE 0.3

typedef struct
{
  int node;
  gboolean at_bottom;
  int place; /* in the next storey */
  guint line;
  double want; /* where it would best be, from the middle of the side */
  double *at;
} Port;

typedef struct
{
  double want;
  guint n;
} Pool;

static int
compare_ports (gconstpointer a,
               gconstpointer b)
{
  const Port *port_a = a;
  const Port *port_b = b;

  if (port_a->node != port_b->node)
    return port_a->node - port_b->node;
  if (port_a->at_bottom != port_b->at_bottom)
    return port_a->at_bottom - port_b->at_bottom;
  if (port_a->place != port_b->place)
    return port_a->place - port_b->place;
  return port_a->line < port_b->line ? -1 : port_a->line > port_b->line;
}

static void
add_port (GArray              *ports,
          const TlLayoutWeave *weave,
          int                  node,
          int                  next,
          guint                line,
          double              *at)
{
  double middle = (weave->left[node].top + weave->right[node].top) / 2;
  double next_middle = (weave->left[next].top + weave->right[next].top) / 2;
  Port port = {
    node, weave->storey[next] > weave->storey[node], weave->pos[next], line, (next_middle - middle) / 2, at,
  };

  g_array_append_val (ports, port);
}

static void
add_ports (GArray              *ports,
           const TlLayoutWeave *weave,
           TlLayoutLine        *line,
           guint                number)
{
  int upper = weave->upper[number];
  int lower = weave->lower[number];
  int first = weave->first_pass[number];
  int end = weave->first_pass[number + 1];
  gboolean down = upper >= 0 && weave->box[upper] == line->from;

  line->from_at = line->to_at = 0;
  if (upper < 0)
    return;
  add_port (ports, weave, upper, first < end ? first : lower, number, down ? &line->from_at : &line->to_at);
  add_port (ports, weave, lower, first < end ? end - 1 : upper, number, down ? &line->to_at : &line->from_at);
}

/* Sets the @n ports of a side as near to where they would best be as their gaps and the side, @width wide, allow. */
static void
spread_ports (const Port *ports,
              guint       n,
              double      width,
              Pool       *pools)
{
  double reach = PORT_SHARE * width;
  double gap = n > 1 ? MIN (PORT_GAP, 2 * reach / (n - 1)) : 0;
  guint n_pools = 0;
  guint i = 0;

  for (guint j = 0; j < n; j++)
    {
      Pool pool = { ports[j].want - j * gap, 1 };

      for (; n_pools > 0 && pools[n_pools - 1].want >= pool.want; n_pools--)
        {
          const Pool *last = &pools[n_pools - 1];

          pool.want = (pool.want * pool.n + last->want * last->n) / (pool.n + last->n);
          pool.n += last->n;
        }
      pools[n_pools++] = pool;
    }
  for (guint j = 0; j < n_pools; j++)
    for (guint k = 0; k < pools[j].n; k++, i++)
      *ports[i].at = CLAMP (pools[j].want, -reach, reach - (n - 1) * gap) + i * gap;
}

/*
 * Spreads the @lines of each box along its upper and its lower side, each as near as can be to where it goes; those
 * that do not pass from storey to storey join the middles.
 */
void
_tl_layout_ports (const TlLayoutWeave *weave,
                  TlLayoutLine        *lines)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));
  g_autofree Pool *pools = g_new (Pool, 2 * weave->n_lines + 1);
  guint end;

  for (guint i = 0; i < weave->n_lines; i++)
    add_ports (ports, weave, &lines[i], i);
  g_array_sort (ports, compare_ports);
  for (guint i = 0; i < ports->len; i = end)
    {
      const Port *first = &g_array_index (ports, Port, i);

      for (end = i + 1; end < ports->len; end++)
        if (g_array_index (ports, Port, end).node != first->node ||
            g_array_index (ports, Port, end).at_bottom != first->at_bottom)
          break;
      spread_ports (first, end - i, weave->right[first->node].top - weave->left[first->node].top, pools);
    }
}
