/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A move changes some cells by whole numbers so that every relation still holds. It begins with the cell that is asked
 * about, which upsets the relations that this is part of; what nobody is shown of these takes that up if it can, and
 * the rest is put right by chains of further cells. What counts a part of another follows it where it has to, for it
 * is never more. */
#include "config.h"

#include "model/disclosure/tl-protect-move-private.h"

/* What it costs that another has to follow. */
#define COST_OF_FOLLOWER 64

/* Whether a cell is in one relation only and nobody is shown it: it is what that relation leaves open. */
static gboolean
is_slack (const TlProtectCell *cell)
{
  return cell->free && cell->cost == 0 && cell[1].first - cell->first == 1 && cell[1].first_bound == cell->first_bound;
}

/**
 * _tl_protect_move_new:
 * @graph: the cells, which outlive it
 *
 * Returns: (transfer full): what moves them
 */
TlProtectMove *
_tl_protect_move_new (const TlProtectGraph *graph)
{
  TlProtectMove *self = g_new0 (TlProtectMove, 1);

  self->graph = graph;
  self->slacks = g_new (guint, graph->n_relations + 1);
  for (guint i = 0; i < graph->n_relations; i++)
    {
      self->slacks[i] = TL_PROTECT_NOWHERE;
      for (guint j = graph->first_parts[i + 1]; j-- > graph->first_parts[i];)
        if (is_slack (&graph->cells[graph->parts[j].other]))
          self->slacks[i] = j;
    }
  self->shifts = g_new0 (gint64, graph->n_cells + 1);
  self->shifted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->steps = g_new0 (int, graph->n_cells + 1);
  self->is_stepped = g_new0 (gboolean, graph->n_cells + 1);
  self->stepped = g_array_new (FALSE, FALSE, sizeof (guint));
  self->upsets = g_new0 (int, graph->n_relations + 1);
  self->upset = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * _tl_protect_move_free:
 * @self: (transfer full): a move
 */
void
_tl_protect_move_free (TlProtectMove *self)
{
  g_array_unref (self->shifted);
  g_array_unref (self->stepped);
  g_array_unref (self->upset);
  g_free (self->slacks);
  g_free (self->shifts);
  g_free (self->steps);
  g_free (self->is_stepped);
  g_free (self->upsets);
  g_free (self);
}

/* Where a cell is, with the move that is being made. */
static gint64
get_value (TlProtectMove *self,
           guint          at)
{
  return self->graph->cells[at].count + self->shifts[at] + self->steps[at];
}

/* Whether @bound, of a cell that is at @value, does not hold unless the other follows. */
static gboolean
is_broken (TlProtectMove        *self,
           const TlProtectBound *bound,
           gint64                value)
{
  return (get_value (self, bound->other) - value) * bound->way < 0;
}

/* What it costs to go there: what is still shown of it would have to be withheld, and what counts a part of it or more
 * may have to follow. */
static gint64
get_cost (TlProtectMove *self,
          guint          at,
          int            way,
          gboolean       more)
{
  const TlProtectCell *cell = &self->graph->cells[at];
  gint64 value = get_value (self, at) + way, cost = cell->free ? 0 : cell->cost;

  if (!(cell->free || (more && cell->cost > 0)) || (way < 0 && value < cell->least))
    return -1;
  for (guint i = cell->first_bound; i < cell[1].first_bound; i++)
    {
      const TlProtectBound *bound = &self->graph->bounds[i];
      gint64 of_other;

      if (bound->way != way || !is_broken (self, bound, value))
        continue;
      of_other = _tl_protect_move_get_cost (self, bound->other, way, more);
      if (of_other < 0)
        return -1;
      cost += of_other + COST_OF_FOLLOWER;
    }
  return cost;
}

/**
 * _tl_protect_move_get_cost:
 * @at: a cell
 * @way: 1 or -1
 * @more: whether what is still shown may be withheld for it
 *
 * Returns: what it costs to step on that cell, with all that has to follow; -1 if it can't be
 */
gint64
_tl_protect_move_get_cost (TlProtectMove *self,
                           guint          at,
                           int            way,
                           gboolean       more)
{
  return at == self->target ? -1 : get_cost (self, at, way, more);
}

/**
 * _tl_protect_move_goes_along:
 *
 * Returns: whether a step goes the way of one that was made in what counts more, or a part of it
 */
gboolean
_tl_protect_move_goes_along (TlProtectMove *self,
                             guint          at,
                             int            way)
{
  const TlProtectCell *cell = &self->graph->cells[at];

  for (guint i = cell->first_bound; i < cell[1].first_bound; i++)
    if (self->steps[self->graph->bounds[i].other] * way > 0)
      return TRUE;
  return FALSE;
}

/**
 * _tl_protect_move_step:
 *
 * Steps on a cell, and on those that have to follow.
 */
void
_tl_protect_move_step (TlProtectMove *self,
                       guint          at,
                       int            way)
{
  const TlProtectCell *cell = &self->graph->cells[at];

  if (!self->is_stepped[at])
    g_array_append_val (self->stepped, at);
  self->is_stepped[at] = TRUE;
  self->steps[at] += way;
  for (guint i = cell->first; i < cell[1].first; i++)
    {
      const TlProtectTerm *term = &self->graph->terms[i];

      if (self->upsets[term->other] == 0)
        g_array_append_val (self->upset, term->other);
      self->upsets[term->other] += term->sign * way;
    }
  for (guint i = cell->first_bound; i < cell[1].first_bound; i++)
    {
      const TlProtectBound *bound = &self->graph->bounds[i];

      if (bound->way == way && is_broken (self, bound, get_value (self, at)))
        _tl_protect_move_step (self, bound->other, way);
    }
}

/* Whether what nobody is shown of a relation can take up a change of its sum. */
static gboolean
can_take_up (TlProtectMove *self,
             guint          relation,
             int            change)
{
  guint slack = self->slacks[relation];

  if (slack == TL_PROTECT_NOWHERE)
    return FALSE;
  return _tl_protect_move_get_cost (self, self->graph->parts[slack].other,
                                    -change * self->graph->parts[slack].sign, FALSE) >= 0;
}

/**
 * _tl_protect_move_upsets:
 * @relation: a relation
 * @change: 1 or -1
 *
 * Returns: whether it would not hold after its sum has changed by that
 */
gboolean
_tl_protect_move_upsets (TlProtectMove *self,
                         guint          relation,
                         int            change)
{
  return self->upsets[relation] * change >= 0 && !can_take_up (self, relation, change);
}

/**
 * _tl_protect_move_take_up:
 *
 * Puts right what needs no chain.
 */
void
_tl_protect_move_take_up (TlProtectMove *self)
{
  for (guint i = 0; i < self->upset->len; i++)
    {
      guint relation = g_array_index (self->upset, guint, i);

      while (self->upsets[relation] != 0)
        {
          int way = self->upsets[relation] > 0 ? 1 : -1;

          if (!can_take_up (self, relation, way))
            break;

          const TlProtectTerm *slack = &self->graph->parts[self->slacks[relation]];

          _tl_protect_move_step (self, slack->other, -way * slack->sign);
        }
    }
}

/**
 * _tl_protect_move_begin:
 * @target: a cell
 * @way: 1 or -1
 * @more: whether what is still shown may be withheld for it
 *
 * Begins a move with a step on @target.
 *
 * Returns: whether it can be
 */
gboolean
_tl_protect_move_begin (TlProtectMove *self,
                        guint          target,
                        int            way,
                        gboolean       more)
{
  for (guint i = 0; i < self->stepped->len; i++)
    {
      guint at = g_array_index (self->stepped, guint, i);

      self->steps[at] = 0;
      self->is_stepped[at] = FALSE;
    }
  for (guint i = 0; i < self->upset->len; i++)
    self->upsets[g_array_index (self->upset, guint, i)] = 0;
  g_array_set_size (self->stepped, 0);
  g_array_set_size (self->upset, 0);
  self->target = target;
  if (get_cost (self, target, way, more) < 0)
    return FALSE;
  _tl_protect_move_step (self, target, way);
  _tl_protect_move_take_up (self);
  return TRUE;
}

/**
 * _tl_protect_move_find_upset:
 *
 * Returns: a relation that does not hold, or nowhere; one of inner cells only where all others hold
 */
guint
_tl_protect_move_find_upset (TlProtectMove *self)
{
  guint found = TL_PROTECT_NOWHERE;

  for (guint i = 0; i < self->upset->len; i++)
    {
      guint relation = g_array_index (self->upset, guint, i);

      if (self->upsets[relation] != 0 && !self->graph->is_inner[relation])
        return relation;
      if (self->upsets[relation] != 0 && found == TL_PROTECT_NOWHERE)
        found = relation;
    }
  return found;
}

/* How often a bound of a cell lets the move be made, at most @limit. */
static gint64
measure_bound (TlProtectMove        *self,
               guint                 at,
               const TlProtectBound *bound,
               gint64                limit)
{
  int narrowing = (self->steps[at] - self->steps[bound->other]) * bound->way;
  gint64 room;

  if (narrowing <= 0)
    return limit;
  room = (get_value (self, bound->other) - get_value (self, at)) * bound->way + narrowing;
  return MIN (limit, room / narrowing);
}

/**
 * _tl_protect_move_measure:
 *
 * Returns: how often the move that was made can be made, at most @limit
 */
gint64
_tl_protect_move_measure (TlProtectMove *self,
                          gint64         limit)
{
  for (guint i = 0; i < self->stepped->len; i++)
    {
      guint at = g_array_index (self->stepped, guint, i);
      const TlProtectCell *cell = &self->graph->cells[at];

      if (self->steps[at] < 0)
        limit = MIN (limit, (cell->count + self->shifts[at] - cell->least) / -self->steps[at]);
      for (guint j = cell->first_bound; j < cell[1].first_bound; j++)
        limit = measure_bound (self, at, &self->graph->bounds[j], limit);
    }
  return limit;
}

/**
 * _tl_protect_move_make:
 *
 * Brings the cells as far as the move does in so many times.
 */
void
_tl_protect_move_make (TlProtectMove *self,
                       gint64         times)
{
  for (guint i = 0; i < self->stepped->len; i++)
    {
      guint at = g_array_index (self->stepped, guint, i);

      self->shifts[at] += self->steps[at] * times;
      g_array_append_val (self->shifted, at);
    }
}

/**
 * _tl_protect_move_return:
 *
 * Brings all cells back to where they are in truth.
 */
void
_tl_protect_move_return (TlProtectMove *self)
{
  for (guint i = 0; i < self->shifted->len; i++)
    self->shifts[g_array_index (self->shifted, guint, i)] = 0;
  g_array_set_size (self->shifted, 0);
}
