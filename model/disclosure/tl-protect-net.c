/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be worked out of a table in which some numbers are withheld. Every sum is a node and every number an arc
 * between the two sums it is part of; tables that agree with what is shown are the flows that keep every node in
 * balance. How far a withheld number can move is then a greatest flow back from its one end to its other, and it is a
 * whole number (Cox 1995; Fischetti and Salazar 2001 on cell suppression). */
#include "config.h"

#include "model/disclosure/tl-protect-net-private.h"

#define ANY_AMOUNT G_MAXINT64

/* One end of an arc, at its node. */
typedef struct {
  guint cell;
  guint other; /* the node at the other end */
  int   sign;  /* 1 if the arc leaves here: going along it adds to the cell; else going along it takes away */
} Step;

struct _TlProtectNet
{
  TlProtectCell *cells; /* of the caller */
  guint          n_cells;
  guint          n_nodes;

  guint *first; /* (array length=n_nodes + 1): where the steps of a node begin */
  Step  *steps;

  gint64 *shifts; /* a cell: how far the flow that is being pushed has moved it */

  /* The way that is being looked for */
  gint64 *costs;    /* a node: least cost found, or -1 */
  gint64 *ways;     /* a node: the step that leads to it, or -1 */
  guint  *queue;    /* a ring */
  guint8 *waiting;  /* a node: in the queue */
};

static void
collect_steps (TlProtectNet *self)
{
  g_autofree guint *next = NULL;

  for (guint i = 0; i < self->n_cells; i++)
    {
      self->first[self->cells[i].from + 1]++;
      self->first[self->cells[i].to + 1]++;
    }
  for (guint i = 0; i < self->n_nodes; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, (self->n_nodes + 1) * sizeof (guint));
  for (guint i = 0; i < self->n_cells; i++)
    {
      const TlProtectCell *cell = &self->cells[i];

      self->steps[next[cell->from]++] = (Step) { i, cell->to, 1 };
      self->steps[next[cell->to]++] = (Step) { i, cell->from, -1 };
    }
}

/**
 * _tl_protect_net_new:
 * @n_nodes: how many sums there are
 * @cells: (array length=n_cells): stay the caller's, who must keep them
 *
 * Returns: (transfer full): the net
 */
TlProtectNet *
_tl_protect_net_new (guint          n_nodes,
                     TlProtectCell *cells,
                     guint          n_cells)
{
  TlProtectNet *self = g_new0 (TlProtectNet, 1);

  self->cells = cells;
  self->n_cells = n_cells;
  self->n_nodes = n_nodes;
  self->first = g_new0 (guint, n_nodes + 2);
  self->steps = g_new0 (Step, 2 * (gsize) n_cells + 1);
  self->shifts = g_new0 (gint64, n_cells + 1);
  self->costs = g_new0 (gint64, n_nodes + 1);
  self->ways = g_new0 (gint64, n_nodes + 1);
  self->queue = g_new0 (guint, n_nodes + 1);
  self->waiting = g_new0 (guint8, n_nodes + 1);
  collect_steps (self);
  return self;
}

void
_tl_protect_net_free (TlProtectNet *self)
{
  g_free (self->first);
  g_free (self->steps);
  g_free (self->shifts);
  g_free (self->costs);
  g_free (self->ways);
  g_free (self->queue);
  g_free (self->waiting);
  g_free (self);
}

/* How much can still go along a step. */
static gint64
room_along (TlProtectNet *self,
            const Step   *step)
{
  const TlProtectCell *cell = &self->cells[step->cell];

  return step->sign > 0 ? ANY_AMOUNT : cell->count + self->shifts[step->cell] - cell->least;
}

static gint64
cost_along (TlProtectNet *self,
            const Step   *step)
{
  const TlProtectCell *cell = &self->cells[step->cell];

  return cell->withheld ? 0 : cell->cost;
}

static void
start_way (TlProtectNet *self,
           guint         from)
{
  for (guint i = 0; i < self->n_nodes; i++)
    {
      self->costs[i] = -1;
      self->ways[i] = -1;
      self->waiting[i] = FALSE;
    }
  self->costs[from] = 0;
}

/* Looks for the cheapest way: through what is withheld, which costs nothing, and, if @more, through what is still
 * shown. Returns its cost, or -1 if there is none. A node comes into the queue again when a cheaper way to it is
 * found; where nothing costs, that is never, and the search is over at the first arrival. */
static gint64
find_way (TlProtectNet *self,
          guint         from,
          guint         to,
          guint         except,
          gboolean      more)
{
  guint head = 0, n = 1;

  start_way (self, from);
  self->queue[0] = from;
  while (n > 0)
    {
      guint node = self->queue[head];

      head = (head + 1) % self->n_nodes;
      n--;
      self->waiting[node] = FALSE;
      for (guint i = self->first[node]; i < self->first[node + 1]; i++)
        {
          const Step *step = &self->steps[i];
          const TlProtectCell *cell = &self->cells[step->cell];

          if (step->cell == except || (!cell->withheld && (!more || cell->cost == 0)) || room_along (self, step) <= 0)
            continue;
          gint64 cost = self->costs[node] + cost_along (self, step);
          if (self->costs[step->other] >= 0 && self->costs[step->other] <= cost)
            continue;
          self->costs[step->other] = cost;
          self->ways[step->other] = i;
          if (step->other == to && !more)
            return 0;
          if (self->waiting[step->other] || step->other == to)
            continue;
          self->waiting[step->other] = TRUE;
          self->queue[(head + n++) % self->n_nodes] = step->other;
        }
    }
  return self->costs[to];
}

static guint
came_from (TlProtectNet *self,
           const Step   *step)
{
  const TlProtectCell *cell = &self->cells[step->cell];

  return step->sign > 0 ? cell->from : cell->to;
}

/* How much can go along the way that was found, at most @limit. */
static gint64
measure_way (TlProtectNet *self,
             guint         from,
             guint         to,
             gint64        limit)
{
  for (guint node = to; node != from; node = came_from (self, &self->steps[self->ways[node]]))
    limit = MIN (limit, room_along (self, &self->steps[self->ways[node]]));
  return limit;
}

/* Sends @amount along the way that was found. */
static void
push (TlProtectNet *self,
      guint         from,
      guint         to,
      gint64        amount,
      GArray       *witness)
{
  for (guint node = to; node != from;)
    {
      const Step *step = &self->steps[self->ways[node]];

      self->shifts[step->cell] += step->sign * amount;
      if (witness != NULL)
        g_array_append_val (witness, step->cell);
      node = came_from (self, step);
    }
}

/* How far @cell can be moved up, or down, through what is withheld, at most @limit. What it adds at its one end has to
 * come back to its other. Leaves the flow in the shifts. */
static gint64
move (TlProtectNet *self,
      guint         cell,
      gboolean      up,
      gint64        limit,
      GArray       *witness)
{
  guint from = up ? self->cells[cell].to : self->cells[cell].from;
  guint to = up ? self->cells[cell].from : self->cells[cell].to;
  gint64 moved = 0;

  for (guint i = 0; i < self->n_cells; i++)
    self->shifts[i] = 0;
  if (!up)
    limit = MIN (limit, self->cells[cell].count - self->cells[cell].least);
  while (moved < limit && find_way (self, from, to, cell, FALSE) >= 0)
    {
      gint64 amount = measure_way (self, from, to, limit - moved);

      push (self, from, to, amount, witness);
      moved += amount;
    }
  return moved;
}

/**
 * _tl_protect_net_measure:
 * @cell: one that is withheld
 * @enough: what is not measured any further
 * @witness: (nullable) (element-type guint): takes the cells through which it moves
 *
 * Returns: how far apart the least and the greatest number are that it can be for who sees what is shown, at most
 *   @enough
 */
gint64
_tl_protect_net_measure (TlProtectNet *self,
                         guint         cell,
                         gint64        enough,
                         GArray       *witness)
{
  gint64 up = move (self, cell, TRUE, enough, witness);

  return up >= enough ? enough : up + move (self, cell, FALSE, enough - up, witness);
}

/* A way by which a cell could move further. */
typedef struct {
  gint64  cost;
  gint64  gain;
  GArray *cells; /* that are still shown */
} Way;

static gboolean
look_for_way (TlProtectNet *self,
              guint         cell,
              gboolean      up,
              gint64        missing,
              Way          *way)
{
  guint from = up ? self->cells[cell].to : self->cells[cell].from;
  guint to = up ? self->cells[cell].from : self->cells[cell].to;
  gint64 moved = move (self, cell, up, ANY_AMOUNT / 4, NULL);

  if (!up)
    missing = MIN (missing, self->cells[cell].count - self->cells[cell].least - moved);
  if (missing <= 0)
    return FALSE;
  way->cost = find_way (self, from, to, cell, TRUE);
  if (way->cost <= 0)
    return FALSE;
  way->gain = measure_way (self, from, to, missing);
  g_array_set_size (way->cells, 0);
  for (guint node = to; node != from;)
    {
      const Step *step = &self->steps[self->ways[node]];

      if (!self->cells[step->cell].withheld)
        g_array_append_val (way->cells, step->cell);
      node = came_from (self, step);
    }
  return way->gain > 0;
}

/**
 * _tl_protect_net_widen:
 * @cell: one that is withheld
 * @enough: how far apart the least and the greatest number have to be that it can be
 *
 * Withholds more, by the ways that cost least, until @cell can move far enough.
 *
 * Returns: how many cells it withheld; a cell that can't move far enough by any means stays as it is
 */
guint
_tl_protect_net_widen (TlProtectNet *self,
                       guint         cell,
                       gint64        enough)
{
  Way up = { .cells = g_array_new (FALSE, FALSE, sizeof (guint)) };
  Way down = { .cells = g_array_new (FALSE, FALSE, sizeof (guint)) };
  guint n = 0;

  for (;;)
    {
      gint64 missing = enough - _tl_protect_net_measure (self, cell, enough, NULL);

      if (missing <= 0)
        break;
      gboolean can_up = look_for_way (self, cell, TRUE, missing, &up);
      gboolean can_down = look_for_way (self, cell, FALSE, missing, &down);
      if (!can_up && !can_down)
        break;
      gboolean is_up = can_up && (!can_down || up.cost * down.gain <= down.cost * up.gain);
      const Way *way = is_up ? &up : &down;
      for (guint i = 0; i < way->cells->len; i++)
        self->cells[g_array_index (way->cells, guint, i)].withheld = TRUE;
      n += way->cells->len;
    }
  g_array_unref (up.cells);
  g_array_unref (down.cells);
  return n;
}
