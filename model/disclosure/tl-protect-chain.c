/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cheapest chain of cells that puts a relation right: from that through one of its cells to the next relation that
 * this upsets, until nothing is upset any more. */
#include "config.h"

#include "model/disclosure/tl-protect-chain-private.h"

#include "model/disclosure/tl-protect-heap-private.h"

/* What it costs to upset another relation on the way, less to go where what counts more or less has gone, and to end
 * with one upset: a chain that goes two ways at once may meet itself, which is seen only once it is made; and to go
 * back on a step of the move, which leads in circles. */
#define COST_OF_BRANCH 64
#define COST_OF_GOING_ALONG 2
#define COST_OF_OPEN 1500
#define COST_OF_RETURN 20000

/* By how much costs differ from one attempt to the next; at some, by up to four times as much. */
#define MAX_NOISE 400
/* How far a chain is looked for. */
#define MAX_REACHED 1000

/* A relation that is upset one way or the other: 2 × relation, + 1 if its sum is too large. */
typedef guint State;

/* Where a chain ends: the state it was in, and the part by which it left that. */
typedef struct {
  gint64 cost;
  State  state;
  guint  part;
} End;

struct _TlProtectChain
{
  TlProtectMove *move; /* borrowed */
  gboolean       more; /* whether what is still shown may be withheld */
  guint          attempt;
  gint64        *costs;  /* a state */
  guint         *ways;   /* a state: the part by which it was left */
  State         *from;   /* a state */
  guint         *stamps; /* a state: the search that reached it last */
  guint          stamp;
  GArray        *heap; /* (element-type TlProtectReached): the cheapest first; some were reached again for less */
  guint          n_tried;
};

TlProtectChain *
_tl_protect_chain_new (TlProtectMove *move)
{
  TlProtectChain *self = g_new0 (TlProtectChain, 1);
  guint n_states = 2 * move->graph->n_relations;

  self->move = move;
  self->costs = g_new0 (gint64, n_states + 1);
  self->ways = g_new0 (guint, n_states + 1);
  self->from = g_new0 (State, n_states + 1);
  self->stamps = g_new0 (guint, n_states + 1);
  self->heap = _tl_protect_heap_new ();
  return self;
}

void
_tl_protect_chain_free (TlProtectChain *self)
{
  g_array_unref (self->heap);
  g_free (self->costs);
  g_free (self->ways);
  g_free (self->from);
  g_free (self->stamps);
  g_free (self);
}

/**
 * _tl_protect_chain_get_tried:
 *
 * Returns: how many steps were tried by all searches so far
 */
guint
_tl_protect_chain_get_tried (TlProtectChain *self)
{
  return self->n_tried;
}

/* Whether a step upsets a relation that has to be put right now. What tables that cross are made of waits until these
 * have moved, for it follows them. */
static gboolean
upsets (TlProtectChain      *self,
        const TlProtectTerm *term,
        int                  way,
        guint                from)
{
  const gboolean *is_inner = self->move->graph->is_inner;

  return term->other != from && (is_inner[from] || !is_inner[term->other])
         && _tl_protect_move_upsets (self->move, term->other, term->sign * way);
}

/* How many relations a step upsets, but for the one that it comes from. */
static guint
count_upset (TlProtectChain *self,
             guint           at,
             int             way,
             guint           from)
{
  const TlProtectGraph *graph = self->move->graph;
  guint n = 0;

  for (guint i = graph->cells[at].first; i < graph->cells[at + 1].first; i++)
    n += upsets (self, &graph->terms[i], way, from) ? 1 : 0;
  return n;
}

static void
reach (TlProtectChain *self,
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

/* Makes a step dearer in another way at each attempt, and in the same way on each run. */
static gint64
get_noise (TlProtectChain *self,
           guint           at)
{
  guint noise = ((at + 1) * 2654435761u ^ self->attempt * 2246822519u) % 8191;

  return self->attempt == 0 ? 0 : noise % (MAX_NOISE << self->attempt % 3);
}

/* The way in which a part of a relation that is upset has to go. */
static int
get_way (TlProtectChain *self,
         State           state,
         guint           part)
{
  return (state & 1 ? -1 : 1) * self->move->graph->parts[part].sign;
}

/* From a state goes on through one of the parts of its relation. */
static void
go_on (TlProtectChain *self,
       State           state,
       guint           part,
       End            *end)
{
  const TlProtectGraph *graph = self->move->graph;
  guint relation = state / 2, at = graph->parts[part].other, n_upset;
  int way = get_way (self, state, part);
  gint64 cost = _tl_protect_move_get_cost (self->move, at, way, self->more);

  if (cost < 0 || (cost += self->costs[state] + 1) >= end->cost)
    return;
  n_upset = count_upset (self, at, way, relation);
  cost += _tl_protect_move_goes_along (self->move, at, way) ? COST_OF_GOING_ALONG
                                                            : (gint64) MAX (n_upset, 1) * COST_OF_BRANCH;
  cost += (self->move->steps[at] * way < 0 ? COST_OF_RETURN : 0) + get_noise (self, at);
  if (cost >= end->cost)
    return;
  if (n_upset != 1 && cost + n_upset * COST_OF_OPEN < end->cost)
    *end = (End) { cost + n_upset * COST_OF_OPEN, state, part };
  if (n_upset == 0)
    return;
  for (guint i = graph->cells[at].first; i < graph->cells[at + 1].first; i++)
    {
      const TlProtectTerm *term = &graph->terms[i];

      if (upsets (self, term, way, relation))
        reach (self, 2 * term->other + (term->sign * way > 0 ? 1 : 0), state, part, cost);
    }
}

static gboolean
find (TlProtectChain *self,
      State           start,
      End            *end)
{
  const guint *first_parts = self->move->graph->first_parts;

  *end = (End) { G_MAXINT64, start, TL_PROTECT_NOWHERE };
  self->stamp++;
  g_array_set_size (self->heap, 0);
  reach (self, start, start, TL_PROTECT_NOWHERE, 0);
  for (guint i = 0; self->heap->len > 0 && i < MAX_REACHED; i++)
    {
      TlProtectReached reached = _tl_protect_heap_take (self->heap);
      guint relation = reached.state / 2;

      if (reached.cost >= end->cost)
        break;
      if (reached.cost > self->costs[reached.state])
        continue;
      self->n_tried += first_parts[relation + 1] - first_parts[relation];
      for (guint j = first_parts[relation]; j < first_parts[relation + 1]; j++)
        go_on (self, reached.state, j, end);
    }
  return end->part != TL_PROTECT_NOWHERE;
}

/**
 * _tl_protect_chain_put_right:
 * @relation: one that is upset
 * @more: whether what is still shown may be withheld for it
 * @attempt: 0, or another number for each further attempt
 *
 * Looks for the cheapest chain that puts it right, and steps along that.
 *
 * Returns: whether there is one
 */
gboolean
_tl_protect_chain_put_right (TlProtectChain *self,
                             guint           relation,
                             gboolean        more,
                             guint           attempt)
{
  State start = 2 * relation + (self->move->upsets[relation] > 0 ? 1 : 0);
  End end;

  self->more = more;
  self->attempt = attempt;
  if (!find (self, start, &end))
    return FALSE;
  for (State state = end.state;; state = self->from[state])
    {
      _tl_protect_move_step (self->move, self->move->graph->parts[end.part].other, get_way (self, state, end.part));
      if (state == start)
        break;
      end.part = self->ways[state];
    }
  _tl_protect_move_take_up (self->move);
  return TRUE;
}
