/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where lines leave and enter their boxes: spread along the side in the order in which they pass the next storey, so
 * that lines of one box neither coincide nor cross beside it.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Lines of one side keep this distance from each other while together they take no more than this part of the side. */
#define PORT_GAP 22.0
#define PORT_SHARE 0.6

typedef struct
{
  int node;
  gboolean at_bottom;
  int place; /* in the next storey */
  guint line;
  double *at;
} Port;

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
  Port leave = { upper, TRUE, 0, number, down ? &line->from_at : &line->to_at };
  Port enter = { lower, FALSE, 0, number, down ? &line->to_at : &line->from_at };

  line->from_at = line->to_at = 0;
  if (upper < 0)
    return;
  leave.place = weave->pos[first < end ? first : lower];
  enter.place = weave->pos[first < end ? end - 1 : upper];
  g_array_append_val (ports, leave);
  g_array_append_val (ports, enter);
}

/*
 * Spreads the @lines of each box along its upper and its lower side; those that do not pass from storey to storey join
 * the middles.
 */
void
_tl_layout_ports (const TlLayoutWeave *weave,
                  TlLayoutLine        *lines)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));
  guint end;

  for (guint i = 0; i < weave->n_lines; i++)
    add_ports (ports, weave, &lines[i], i);
  g_array_sort (ports, compare_ports);

  for (guint i = 0; i < ports->len; i = end)
    {
      const Port *first = &g_array_index (ports, Port, i);
      double width = weave->right[first->node] - weave->left[first->node];
      double gap;

      for (end = i + 1; end < ports->len; end++)
        if (g_array_index (ports, Port, end).node != first->node ||
            g_array_index (ports, Port, end).at_bottom != first->at_bottom)
          break;
      gap = end - i > 1 ? MIN (PORT_GAP, PORT_SHARE * width / (end - i - 1)) : 0;
      for (guint j = i; j < end; j++)
        *g_array_index (ports, Port, j).at = (j - i - (end - i - 1) / 2.0) * gap;
    }
}
