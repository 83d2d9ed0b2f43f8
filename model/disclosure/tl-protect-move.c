/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How far a withheld count can move: other tables are looked for that agree with all that is shown, and in which it is
 * larger or smaller. What is found is a proof, for such a table could be the real one; what is not found proves
 * nothing, and then more is withheld.
 *
 * A move changes some cells by whole numbers so that every relation still holds. It begins with the cell that is
 * asked about, which upsets the relations that this is part of; each of these is put right by the cheapest chain of
 * further cells: from a relation through one of its cells to the next relation that this upsets, until nothing is
 * upset any more. Where each cell is in two sums, as in a table of rows and columns, that is the augmenting path of a
 * greatest flow, and the answer is exact (Cox 1995; Fischetti and Salazar 2001 on cell suppression). */
#include "config.h"

#include "model/disclosure/tl-protect-move-private.h"

#include "model/disclosure/tl-protect-heap-private.h"

#define ANY_AMOUNT (G_GINT64_CONSTANT (1) << 52)
#define NOWHERE G_MAXUINT

/* Chains in one move; what it costs to leave another relation upset on the way, and to end with it: a chain that goes
 * two ways at once may meet itself, which is seen only once it is made; and to go back on a step of the move. */
#define MAX_CHAINS 80
#define COST_OF_BRANCH 64
#define COST_OF_OPEN 1500
#define COST_OF_RETURN 200

/* How often a move is looked for, and by how much costs differ from time to time. */
#define MAX_ATTEMPTS 3
#define MAX_NOISE 400
/* How far a chain is looked for, and how many steps may be tried in all; beyond that it is as if there were none. */
#define MAX_REACHED 1000
#define MAX_TRIED (40 * 1000 * 1000)

/* A relation that is upset one way or the other: 2 × relation, + 1 if its sum is too large. */
typedef guint State;

struct _TlProtectMover
{
  TlProtectCell       *cells; /* borrowed, as the next three */
  const TlProtectTerm *terms;
  const guint         *first_parts;
  const TlProtectTerm *parts;
  guint                n_cells;
  guint               *slacks; /* a relation: a part of it that nobody is shown and that is in no other; or NOWHERE */

  gint64 *shifts; /* a cell: how far the moves so far have brought it */
  GArray *shifted;
  gint64 *lows;   /* a cell: how far it was brought down at most since the last measuring began; 0 or less */
  gint64 *highs;  /* and up */
  GArray *ranged;

  /* The move that is being made */
  guint   target;
  int    *steps;  /* a cell: by how much one such move changes it */
  GArray *stepped;
  int    *upsets; /* a relation: by how much it does not hold */
  GArray *upset;

  /* The chain that is being looked for */
  gint64  *costs; /* a state */
  guint   *ways;  /* a state: the part by which it was left */
  State   *from;
  guint   *stamps;
  GArray  *heap; /* (element-type TlProtectReached): the cheapest first; some were reached again for less */
  guint    n_states;
  guint    stamp;
  guint    n_attempts;
  guint    n_tried; /* steps */
  guint    attempt; /* how often a move was looked for in vain: each time costs are a little different */
};

/* Whether a cell is in one relation only and nobody is shown it: it is what that relation leaves open. */
static gboolean
is_slack (const TlProtectCell *cell)
{
  return cell->free && cell->cost == 0 && cell[1].first - cell->first == 1;
}

/**
 * _tl_protect_mover_new:
 * @cells: (array length=n_cells): stay the caller's, as all
 * @terms: in which relations each cell is, cell by cell; ended by that of one cell more
 * @first_parts: (array): a relation, and one more: its first part
 * @parts: (array): of which cells each consists
 *
 * Returns: (transfer full): what moves the cells
 */
TlProtectMover *
_tl_protect_mover_new (TlProtectCell       *cells,
                       guint                n_cells,
                       const TlProtectTerm *terms,
                       const guint         *first_parts,
                       const TlProtectTerm *parts,
                       guint                n_relations)
{
  TlProtectMover *self = g_new0 (TlProtectMover, 1);

  self->cells = cells;
  self->terms = terms;
  self->first_parts = first_parts;
  self->parts = parts;
  self->n_cells = n_cells;
  self->n_states = 2 * n_relations;
  self->slacks = g_new (guint, n_relations + 1);
  for (guint i = 0; i < n_relations; i++)
    {
      self->slacks[i] = NOWHERE;
      for (guint j = first_parts[i]; j < first_parts[i + 1] && self->slacks[i] == NOWHERE; j++)
        if (is_slack (&cells[parts[j].other]))
          self->slacks[i] = j;
    }
  self->shifts = g_new0 (gint64, n_cells + 1);
  self->shifted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->lows = g_new0 (gint64, n_cells + 1);
  self->highs = g_new0 (gint64, n_cells + 1);
  self->ranged = g_array_new (FALSE, FALSE, sizeof (guint));
  self->steps = g_new0 (int, n_cells + 1);
  self->stepped = g_array_new (FALSE, FALSE, sizeof (guint));
  self->upsets = g_new0 (int, n_relations + 1);
  self->upset = g_array_new (FALSE, FALSE, sizeof (guint));
  self->costs = g_new0 (gint64, self->n_states + 1);
  self->ways = g_new0 (guint, self->n_states + 1);
  self->from = g_new0 (State, self->n_states + 1);
  self->stamps = g_new0 (guint, self->n_states + 1);
  self->heap = _tl_protect_heap_new ();
  return self;
}

void
_tl_protect_mover_free (TlProtectMover *self)
{
  g_array_unref (self->shifted);
  g_array_unref (self->ranged);
  g_free (self->lows);
  g_free (self->highs);
  g_array_unref (self->stepped);
  g_array_unref (self->upset);
  g_array_unref (self->heap);
  g_free (self->slacks);
  g_free (self->shifts);
  g_free (self->steps);
  g_free (self->upsets);
  g_free (self->costs);
  g_free (self->ways);
  g_free (self->from);
  g_free (self->stamps);
  g_free (self);
}

/* The move */

/* Whether a cell can go one further up or down. */
static gboolean
can_step (TlProtectMover *self,
          guint           at,
          int             way,
          gboolean        more)
{
  const TlProtectCell *cell = &self->cells[at];

  if (at == self->target || !(cell->free || (more && cell->cost > 0)))
    return FALSE;
  return way > 0 || cell->count + self->shifts[at] + self->steps[at] > cell->least;
}

static void
step (TlProtectMover *self,
      guint           at,
      int             way)
{
  const TlProtectCell *cell = &self->cells[at];

  if (self->steps[at] == 0)
    g_array_append_val (self->stepped, at);
  self->steps[at] += way;
  for (guint i = cell->first; i < cell[1].first; i++)
    {
      guint relation = self->terms[i].other;

      if (self->upsets[relation] == 0)
        g_array_append_val (self->upset, relation);
      self->upsets[relation] += self->terms[i].sign * way;
    }
}

/* Whether what nobody is shown of a relation can take up a change of its sum. */
static gboolean
can_take_up (TlProtectMover *self,
             guint           relation,
             int             change)
{
  guint slack = self->slacks[relation];

  return slack != NOWHERE && can_step (self, self->parts[slack].other, -change * self->parts[slack].sign, FALSE);
}

static void
take_up (TlProtectMover *self)
{
  for (guint i = 0; i < self->upset->len; i++)
    {
      guint relation = g_array_index (self->upset, guint, i);

      while (self->upsets[relation] != 0)
        {
          int way = self->upsets[relation] > 0 ? 1 : -1;

          if (!can_take_up (self, relation, way))
            break;

          const TlProtectTerm *slack = &self->parts[self->slacks[relation]];

          step (self, slack->other, -way * slack->sign);
        }
    }
}

static void
begin_move (TlProtectMover *self,
            guint           target,
            int             way)
{
  for (guint i = 0; i < self->stepped->len; i++)
    self->steps[g_array_index (self->stepped, guint, i)] = 0;
  for (guint i = 0; i < self->upset->len; i++)
    self->upsets[g_array_index (self->upset, guint, i)] = 0;
  g_array_set_size (self->stepped, 0);
  g_array_set_size (self->upset, 0);
  self->target = target;
  step (self, target, way);
  take_up (self);
}

/* A chain */

/* How many relations a step upsets that nothing puts right at once, but for the one that it comes from. */
static guint
count_upset (TlProtectMover *self,
             guint           at,
             int             way,
             guint           from)
{
  const TlProtectCell *cell = &self->cells[at];
  guint n = 0;

  for (guint i = cell->first; i < cell[1].first; i++)
    {
      guint relation = self->terms[i].other;
      int change = self->terms[i].sign * way;

      n += relation != from && self->upsets[relation] * change >= 0 && !can_take_up (self, relation, change) ? 1 : 0;
    }
  return n;
}

static void
reach (TlProtectMover *self,
       State           state,
       State           from,
       guint           part,
       gint64          cost)
{
  if (self->stamps[state] == self->stamp && self->costs[state] <= cost)
    return;
  self->stamps[state] = self->stamp;
  self->costs[state] = cost;
  self->ways[state] = part;
  self->from[state] = from;
  _tl_protect_heap_push (self->heap, cost, state);
}

/* Where a chain ends: the state it was in, and the part by which it left that. */
typedef struct {
  gint64 cost;
  State  state;
  guint  part;
} End;

/* Makes a step dearer in another way at each attempt, and in the same way on each run. */
static gint64
get_noise (TlProtectMover *self,
           guint           at)
{
  return self->attempt == 0 ? 0 : ((at + 1) * 2654435761u ^ self->attempt * 2246822519u) % 8191 % MAX_NOISE;
}

/* From a state goes on through one of the parts of its relation. */
static void
go_on (TlProtectMover *self,
       State           state,
       guint           part,
       gboolean        more,
       End            *end)
{
  guint relation = state / 2, at = self->parts[part].other;
  int way = (state & 1 ? -1 : 1) * self->parts[part].sign;
  const TlProtectCell *cell = &self->cells[at];

  if (!can_step (self, at, way, more))
    return;

  guint n_upset = count_upset (self, at, way, relation);
  gint64 cost = self->costs[state] + 1 + (cell->free ? 0 : cell->cost) + (gint64) MAX (n_upset, 1) * COST_OF_BRANCH
                + (self->steps[at] * way < 0 ? COST_OF_RETURN : 0) + get_noise (self, at);

  if (cost >= end->cost)
    return;
  if (n_upset != 1 && cost + n_upset * COST_OF_OPEN < end->cost)
    *end = (End) { cost + n_upset * COST_OF_OPEN, state, part };
  if (n_upset == 0)
    return;
  for (guint i = cell->first; i < cell[1].first; i++)
    {
      guint next = self->terms[i].other;
      int change = self->terms[i].sign * way;

      if (next != relation && self->upsets[next] * change >= 0 && !can_take_up (self, next, change))
        reach (self, 2 * next + (change > 0 ? 1 : 0), state, part, cost);
    }
}

/* Returns: whether so much was tried that nothing is looked for any longer */
gboolean
_tl_protect_mover_is_exhausted (TlProtectMover *self)
{
  return self->n_tried >= MAX_TRIED;
}

/* Looks for the cheapest chain that puts a relation right, through what nobody is shown and, if @more, what still
 * is. */
static gboolean
find_chain (TlProtectMover *self,
            State           start,
            gboolean        more,
            End            *end)
{
  *end = (End) { G_MAXINT64, start, NOWHERE };
  if (_tl_protect_mover_is_exhausted (self))
    return FALSE;
  self->stamp++;
  g_array_set_size (self->heap, 0);
  reach (self, start, start, NOWHERE, 0);
  for (guint i = 0; self->heap->len > 0 && i < MAX_REACHED; i++)
    {
      TlProtectReached reached = _tl_protect_heap_take (self->heap);

      if (reached.cost >= end->cost)
        break;
      if (reached.cost > self->costs[reached.state])
        continue;
      self->n_tried += self->first_parts[reached.state / 2 + 1] - self->first_parts[reached.state / 2];
      for (guint j = self->first_parts[reached.state / 2]; j < self->first_parts[reached.state / 2 + 1]; j++)
        go_on (self, reached.state, j, more, end);
    }
  return end->part != NOWHERE;
}

static void
step_along (TlProtectMover *self,
            State           start,
            const End      *end)
{
  State state = end->state;
  guint part = end->part;

  for (;;)
    {
      step (self, self->parts[part].other, (state & 1 ? -1 : 1) * self->parts[part].sign);
      if (state == start)
        break;
      part = self->ways[state];
      state = self->from[state];
    }
  take_up (self);
}

static guint
find_upset (TlProtectMover *self)
{
  for (guint i = 0; i < self->upset->len; i++)
    if (self->upsets[g_array_index (self->upset, guint, i)] != 0)
      return g_array_index (self->upset, guint, i);
  return NOWHERE;
}

/* How often the move that was made can be made, at most @limit. */
static gint64
measure_move (TlProtectMover *self,
              gint64          limit)
{
  for (guint i = 0; i < self->stepped->len; i++)
    {
      guint at = g_array_index (self->stepped, guint, i);
      const TlProtectCell *cell = &self->cells[at];

      if (self->steps[at] < 0)
        limit = MIN (limit, (cell->count + self->shifts[at] - cell->least) / -self->steps[at]);
    }
  return limit;
}

/* Makes a move that brings @cell one up or down. Returns how often it can be made, at most @limit; 0 if none was
 * found. */
static gint64
find_move (TlProtectMover *self,
           guint           cell,
           int             way,
           gboolean        more,
           gint64          limit)
{
  guint relation;

  begin_move (self, cell, way);
  for (guint i = 0; (relation = find_upset (self)) != NOWHERE; i++)
    {
      State start = 2 * relation + (self->upsets[relation] > 0 ? 1 : 0);
      End end;

      if (i == MAX_CHAINS || !find_chain (self, start, more, &end))
        return 0;
      step_along (self, start, &end);
    }
  return self->steps[cell] == way ? measure_move (self, limit) : 0;
}

static void
begin_again (TlProtectMover *self)
{
  for (guint i = 0; i < self->shifted->len; i++)
    self->shifts[g_array_index (self->shifted, guint, i)] = 0;
  g_array_set_size (self->shifted, 0);
}

/* Who was stepped on, back, and again stands there twice, but goes once. */
static void
make_move (TlProtectMover *self,
           gint64          times,
           GArray         *witness)
{
  for (guint i = 0; i < self->stepped->len; i++)
    {
      guint at = g_array_index (self->stepped, guint, i);

      if (self->steps[at] == 0)
        continue;
      self->shifts[at] += self->steps[at] * times;
      self->lows[at] = MIN (self->lows[at], self->shifts[at]);
      self->highs[at] = MAX (self->highs[at], self->shifts[at]);
      self->steps[at] = 0;
      g_array_append_val (self->shifted, at);
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
       GArray         *witness)
{
  gint64 moved = 0;
  begin_again (self);
  if (way < 0)
    limit = MIN (limit, self->cells[cell].count - self->cells[cell].least);
  while (moved < limit)
    {
      gint64 times = find_move (self, cell, way, FALSE, limit - moved);

      for (self->attempt = 1; times <= 0 && self->attempt < self->n_attempts; self->attempt++)
        times = find_move (self, cell, way, FALSE, limit - moved);
      self->attempt = 0;
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
 * @persistent: whether to try again where no way was found
 * @witness: (nullable) (element-type guint): set to the cells through which it moves
 *
 * Returns: how far apart two numbers are that it can be for who sees what is shown, at most @enough
 */
gint64
_tl_protect_mover_measure (TlProtectMover *self,
                           guint           cell,
                           gint64          enough,
                           gboolean        persistent,
                           GArray         *witness)
{
  gint64 up;

  self->n_attempts = persistent ? MAX_ATTEMPTS : 1;
  for (guint i = 0; i < self->ranged->len; i++)
    self->lows[g_array_index (self->ranged, guint, i)] = self->highs[g_array_index (self->ranged, guint, i)] = 0;
  g_array_set_size (self->ranged, 0);
  if (witness != NULL)
    g_array_set_size (witness, 0);
  up = bring (self, cell, 1, enough, witness);
  return up >= enough ? enough : up + bring (self, cell, -1, enough - up, witness);
}

/* Returns: how far apart two numbers are that @cell was at when another was measured last: what was found for that one
 * is found for all that moved with it */
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
  gint64 moved = bring (self, cell, way, ANY_AMOUNT, NULL);

  found->cost = 0;
  g_array_set_size (found->cells, 0);
  if (way < 0)
    missing = MIN (missing, self->cells[cell].count - self->cells[cell].least - moved);
  if (missing <= 0)
    return FALSE;
  found->gain = find_move (self, cell, way, TRUE, missing);
  for (guint i = 0; i < self->stepped->len; i++)
    {
      guint at = g_array_index (self->stepped, guint, i);

      if (self->cells[at].free || self->steps[at] == 0)
        continue;
      found->cost += self->cells[at].cost;
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

  while ((missing = enough - _tl_protect_mover_measure (self, cell, enough, FALSE, witness)) > 0)
    {
      gboolean can_up = look_for_way (self, cell, 1, missing, &up);
      gboolean can_down = look_for_way (self, cell, -1, missing, &down);

      if (!can_up && !can_down)
        {
          missing = enough - _tl_protect_mover_measure (self, cell, enough, TRUE, witness);
          break;
        }

      gboolean is_up = can_up && (!can_down || up.cost * down.gain <= down.cost * up.gain);
      const Way *way = is_up ? &up : &down;

      for (guint i = 0; i < way->cells->len; i++)
        self->cells[g_array_index (way->cells, guint, i)].free = TRUE;
      g_array_append_vals (withheld, way->cells->data, way->cells->len);
    }
  g_array_unref (up.cells);
  g_array_unref (down.cells);
  return missing <= 0;
}
