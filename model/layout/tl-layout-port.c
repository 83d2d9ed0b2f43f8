/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where lines leave and enter their boxes: spread along the side in the order of the boxes they come from, so that
 * lines of one box neither coincide nor cross beside it.
 */
#include "config.h"

#include "model/layout/tl-layout-route-private.h"

/* Lines of one side keep this distance from each other while together they take no more than this part of the side. */
#define PORT_GAP 22.0
#define PORT_SHARE 0.6

typedef struct
{
  int box;
  gboolean at_bottom;
  double slope; /* how far the other end is aside for each unit it is away */
  guint line;
  gboolean is_from;
} Port;

static int
compare_ports (gconstpointer a,
               gconstpointer b)
{
  const Port *port_a = a;
  const Port *port_b = b;

  if (port_a->box != port_b->box)
    return port_a->box - port_b->box;
  if (port_a->at_bottom != port_b->at_bottom)
    return port_a->at_bottom - port_b->at_bottom;
  if (port_a->slope != port_b->slope)
    return port_a->slope < port_b->slope ? -1 : 1;
  return port_a->line < port_b->line ? -1 : port_a->line > port_b->line;
}

static void
add_ports (GArray             *ports,
           const TlLayoutBox  *boxes,
           const TlLayoutLine *line,
           guint               number)
{
  TlLayoutWay way = _tl_layout_route_way (boxes, line);
  const TlLayoutBox *from = &boxes[line->from];
  const TlLayoutBox *to = &boxes[line->to];
  double drop = way == TL_LAYOUT_WAY_DOWN ? to->y - from->y - from->height : from->y - to->y - to->height;
  double aside = to->x + to->width / 2 - from->x - from->width / 2;
  Port leave = { line->from, way == TL_LAYOUT_WAY_DOWN, aside / drop, number, TRUE };
  Port enter = { line->to, way == TL_LAYOUT_WAY_UP, -aside / drop, number, FALSE };

  if (way != TL_LAYOUT_WAY_DOWN && way != TL_LAYOUT_WAY_UP)
    return;
  g_array_append_val (ports, leave);
  g_array_append_val (ports, enter);
}

/**
 * tl_layout_ports:
 * @boxes: (array length=n_boxes): boxes with positions
 * @n_boxes: number of boxes
 * @lines: (array length=n_lines) (inout): the lines; the points at which they leave and arrive are set
 * @n_lines: number of lines
 *
 * Spreads the lines of each box along its upper and its lower side. To be called again when boxes have moved; without
 * it, or with both distances 0, a line joins the middles of the sides.
 */
void
tl_layout_ports (const TlLayoutBox *boxes,
                 guint              n_boxes,
                 TlLayoutLine      *lines,
                 guint              n_lines)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));
  guint end;

  g_return_if_fail (boxes != NULL || n_boxes == 0);
  g_return_if_fail (lines != NULL || n_lines == 0);

  for (guint i = 0; i < n_lines; i++)
    {
      lines[i].from_at = lines[i].to_at = 0;
      add_ports (ports, boxes, &lines[i], i);
    }
  g_array_sort (ports, compare_ports);

  for (guint i = 0; i < ports->len; i = end)
    {
      const Port *first = &g_array_index (ports, Port, i);
      double gap;

      for (end = i + 1; end < ports->len; end++)
        if (g_array_index (ports, Port, end).box != first->box ||
            g_array_index (ports, Port, end).at_bottom != first->at_bottom)
          break;
      gap = end - i > 1 ? MIN (PORT_GAP, PORT_SHARE * boxes[first->box].width / (end - i - 1)) : 0;
      for (guint j = i; j < end; j++)
        {
          const Port *port = &g_array_index (ports, Port, j);
          double at = (j - i - (end - i - 1) / 2.0) * gap;

          if (port->is_from)
            lines[port->line].from_at = at;
          else
            lines[port->line].to_at = at;
        }
    }
}
