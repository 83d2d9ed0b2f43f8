/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a withheld count can move: other tables are looked for that agree with all that is shown, and in which it is
 * larger or smaller. What is found is a proof, for such a table could be the real one; what is not found proves
 * nothing, and then more is withheld.
 *
 * Where each cell is in two sums, as in a table of rows and columns, the chains of a move are the augmenting path of a
 * greatest flow, and the answer is exact (Cox 1995; Fischetti and Salazar 2001 on cell suppression). */
#include "config.h"

#include "model/disclosure/tl-protect-mover-private.h"

#include "model/disclosure/tl-protect-chain-private.h"

#define ANY_AMOUNT (G_GINT64_CONSTANT (1) << 52)

/* Chains in one move, and how often one is looked for before more is withheld than has to be. */
#define MAX_CHAINS 40
#define N_ATTEMPTS 3
/* How many steps may be tried in all; beyond that it is as if there were none. */
#define MAX_TRIED (40 * 1000 * 1000)

struct _TlProtectMover
{
  const TlProtectGraph *graph; /* borrowed */
  TlProtectMove        *move;
  TlProtectChain       *chain;
  gint64               *lows;   /* a cell: how far it was brought down at most since measuring began; 0 or less */
  gint64               *highs;  /* and up */
  GArray               *ranged; /* (element-type guint) */
};

/**
 * _tl_protect_mover_new:
 * @graph: the cells, which outlive it
 *
 * Returns: (transfer full): what moves them
 */
TlProtectMover *
_tl_protect_mover_new (const TlProtectGraph *graph)
{
  TlProtectMover *self = g_new0 (TlProtectMover, 1);

  self->graph = graph;
  self->move = _tl_protect_move_new (graph);
  self->chain = _tl_protect_chain_new (self->move);
  self->lows = g_new0 (gint64, graph->n_cells + 1);
  self->highs = g_new0 (gint64, graph->n_cells + 1);
  self->ranged = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * _tl_protect_mover_free:
 * @self: (transfer full): a mover
 */
void
_tl_protect_mover_free (TlProtectMover *self)
{
  _tl_protect_chain_free (self->chain);
  _tl_protect_move_free (self->move);
  g_array_unref (self->ranged);
  g_free (self->lows);
  g_free (self->highs);
  g_free (self);
}

/**
 * _tl_protect_mover_is_exhausted:
 *
 * Returns: whether so much was tried that nothing is looked for any longer
 */
gboolean
_tl_protect_mover_is_exhausted (TlProtectMover *self)
{
  return _tl_protect_chain_get_tried (self->chain) >= MAX_TRIED;
}

/* Makes up a move that brings @cell one up or down. Returns how often it can be made, at most @limit; 0 if none was
 * found. */
static gint64
find_move (TlProtectMover *self,
           guint           cell,
           int             way,
           gboolean        more,
           guint           attempt,
           gint64          limit)
{
  guint relation;

  if (!_tl_protect_move_begin (self->move, cell, way, more))
    return 0;
  for (guint i = 0; (relation = _tl_protect_move_find_upset (self->move)) != TL_PROTECT_NOWHERE; i++)
    if (i == MAX_CHAINS || _tl_protect_mover_is_exhausted (self)
        || !_tl_protect_chain_put_right (self->chain, relation, more, attempt))
      return 0;
  return self->move->steps[cell] == way ? _tl_protect_move_measure (self->move, limit) : 0;
}

static void
make_move (TlProtectMover *self,
           gint64          times,
           GArray         *witness)
{
  _tl_protect_move_make (self->move, times);
  for (guint i = 0; i < self->move->stepped->len; i++)
    {
      guint at = g_array_index (self->move->stepped, guint, i);

      if (self->move->steps[at] == 0)
        continue;
      self->lows[at] = MIN (self->lows[at], self->move->shifts[at]);
      self->highs[at] = MAX (self->highs[at], self->move->shifts[at]);
      g_array_append_val (self->ranged, at);
      if (witness != NULL)
        g_array_append_val (witness, at);
    }
}

/* How far @cell can be brought up or down through what nobody is shown, at most @limit. */
static gint64
bring (TlProtectMover *self,
       guint           cell,
       int             way,
       gint64          limit,
       guint           n_attempts,
       GArray         *witness)
{
  gint64 moved = 0;

  _tl_protect_move_return (self->move);
  if (way < 0)
    limit = MIN (limit, self->graph->cells[cell].count - self->graph->cells[cell].least);
  while (moved < limit)
    {
      gint64 times = 0;

      for (guint attempt = 0; times <= 0 && attempt < n_attempts; attempt++)
        times = find_move (self, cell, way, FALSE, attempt, limit - moved);
      if (times <= 0)
        break;
      make_move (self, times, witness);
      moved += times;
    }
  return moved;
}

/**
 * _tl_protect_mover_measure:
 * @cell: one that nobody is shown
 * @enough: what is not measured any further
 * @n_attempts: how often to look for a way, each time a little differently
 * @witness: (nullable) (element-type guint): set to the cells through which it moves
 *
 * Returns: how far apart two numbers are that it can be for who sees what is shown, at most @enough
 */
gint64
_tl_protect_mover_measure (TlProtectMover *self,
                           guint           cell,
                           gint64          enough,
                           guint           n_attempts,
                           GArray         *witness)
{
  gint64 up;

  for (guint i = 0; i < self->ranged->len; i++)
    self->lows[g_array_index (self->ranged, guint, i)] = self->highs[g_array_index (self->ranged, guint, i)] = 0;
  g_array_set_size (self->ranged, 0);
  if (witness != NULL)
    g_array_set_size (witness, 0);
  up = bring (self, cell, 1, enough, n_attempts, witness);
  return up >= enough ? enough : up + bring (self, cell, -1, enough - up, n_attempts, witness);
}

/**
 * _tl_protect_mover_get_range:
 *
 * Returns: how far apart two numbers are that @cell was at when another was measured last: what was found for that one
 *   is found for all that moved with it
 */
gint64
_tl_protect_mover_get_range (TlProtectMover *self,
                             guint           cell)
{
  return self->highs[cell] - self->lows[cell];
}

/* A way by which a cell could move further. */
typedef struct {
  gint64  cost;
  gint64  gain;
  GArray *cells; /* that are still shown */
} Way;

static gboolean
look_for_way (TlProtectMover *self,
              guint           cell,
              int             way,
              gint64          missing,
              Way            *found)
{
  gint64 moved = bring (self, cell, way, ANY_AMOUNT, 1, NULL);

  found->cost = 0;
  g_array_set_size (found->cells, 0);
  if (way < 0)
    missing = MIN (missing, self->graph->cells[cell].count - self->graph->cells[cell].least - moved);
  if (missing <= 0)
    return FALSE;
  found->gain = find_move (self, cell, way, TRUE, 0, missing);
  for (guint i = 0; i < self->move->stepped->len; i++)
    {
      guint at = g_array_index (self->move->stepped, guint, i);

      if (self->graph->cells[at].free || self->move->steps[at] == 0)
        continue;
      found->cost += self->graph->cells[at].cost;
      g_array_append_val (found->cells, at);
    }
  return found->gain > 0 && found->cells->len > 0;
}

/**
 * _tl_protect_mover_widen:
 * @cell: one that nobody is shown
 * @enough: how far apart two numbers have to be that it can be
 * @withheld: (element-type guint): takes the cells that are withheld for it
 * @witness: (element-type guint): set to the cells through which it moves
 *
 * Withholds more, by the ways that cost least, until @cell can move far enough.
 *
 * Returns: whether it can
 */
gboolean
_tl_protect_mover_widen (TlProtectMover *self,
                         guint           cell,
                         gint64          enough,
                         GArray         *withheld,
                         GArray         *witness)
{
  Way up = { .cells = g_array_new (FALSE, FALSE, sizeof (guint)) };
  Way down = { .cells = g_array_new (FALSE, FALSE, sizeof (guint)) };
  gint64 missing;

  while ((missing = enough - _tl_protect_mover_measure (self, cell, enough, 1, witness)) > 0)
    {
      gboolean can_up = look_for_way (self, cell, 1, missing, &up);
      gboolean can_down = look_for_way (self, cell, -1, missing, &down);

      if (!can_up && !can_down)
        {
          missing = enough - _tl_protect_mover_measure (self, cell, enough, N_ATTEMPTS, witness);
          break;
        }

      gboolean is_up = can_up && (!can_down || up.cost * down.gain <= down.cost * up.gain);
      const Way *way = is_up ? &up : &down;

      for (guint i = 0; i < way->cells->len; i++)
        self->graph->cells[g_array_index (way->cells, guint, i)].free = TRUE;
      g_array_append_vals (withheld, way->cells->data, way->cells->len);
    }
  g_array_unref (up.cells);
  g_array_unref (down.cells);
  return missing <= 0;
}
