/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sequence of the boxes in which few arcs point backwards: the greedy way of Eades, Lin and Smyth (1993). Arcs that
 * point backwards are drawn upwards, so that a layered drawing of a cyclic graph exists.
 */
#include "config.h"

#include "model/layout/tl-layout-private.h"

typedef struct
{
  guint n_boxes;
  const TlLayoutLine *arcs;
  guint *start; /* of each box in ends, for both directions together */
  guint *ends;  /* arc numbers */
  int *n_in;
  int *n_out;
  gboolean *taken;
  GQueue sources;
  GQueue sinks;
} Peel;

static void
peel_init (Peel               *peel,
           guint               n_boxes,
           const TlLayoutLine *arcs,
           guint               n_arcs)
{
  peel->n_boxes = n_boxes;
  peel->arcs = arcs;
  peel->start = g_new0 (guint, n_boxes + 2);
  peel->ends = g_new (guint, 2 * (gsize) n_arcs + 1);
  peel->n_in = g_new0 (int, n_boxes + 1);
  peel->n_out = g_new0 (int, n_boxes + 1);
  peel->taken = g_new0 (gboolean, n_boxes + 1);
  g_queue_init (&peel->sources);
  g_queue_init (&peel->sinks);

  for (guint i = 0; i < n_arcs; i++)
    {
      peel->n_out[arcs[i].from]++;
      peel->n_in[arcs[i].to]++;
      peel->start[arcs[i].from + 2]++;
      peel->start[arcs[i].to + 2]++;
    }
  for (guint i = 2; i < n_boxes + 2; i++)
    peel->start[i] += peel->start[i - 1];
  for (guint i = 0; i < n_arcs; i++)
    {
      peel->ends[peel->start[arcs[i].from + 1]++] = i;
      peel->ends[peel->start[arcs[i].to + 1]++] = i;
    }
}

static void
peel_clear (Peel *peel)
{
  g_free (peel->start);
  g_free (peel->ends);
  g_free (peel->n_in);
  g_free (peel->n_out);
  g_free (peel->taken);
  g_queue_clear (&peel->sources);
  g_queue_clear (&peel->sinks);
}

static void
queue_if_bare (Peel *peel,
               int   box)
{
  if (peel->taken[box])
    return;
  if (peel->n_out[box] == 0)
    g_queue_push_tail (&peel->sinks, GINT_TO_POINTER (box));
  else if (peel->n_in[box] == 0)
    g_queue_push_tail (&peel->sources, GINT_TO_POINTER (box));
}

static void
take (Peel *peel,
      int   box)
{
  peel->taken[box] = TRUE;
  for (guint i = peel->start[box]; i < peel->start[box + 1]; i++)
    {
      const TlLayoutLine *arc = &peel->arcs[peel->ends[i]];
      int other = arc->from == box ? arc->to : arc->from;

      if (peel->taken[other])
        continue;
      if (arc->from == box)
        peel->n_in[other]--;
      else
        peel->n_out[other]--;
      queue_if_bare (peel, other);
    }
}

/* Of the boxes left, all on or between cycles, the one with the greatest surplus of arcs going out. */
static int
find_freest (const Peel *peel)
{
  int best = -1;

  for (guint i = 0; i < peel->n_boxes; i++)
    {
      if (!peel->taken[i] &&
          (best < 0 || peel->n_out[i] - peel->n_in[i] > peel->n_out[best] - peel->n_in[best]))
        best = (int) i;
    }
  return best;
}

/*
 * Writes the boxes into @sequence such that most of @arcs point forwards. @arcs has no arc from a box to itself.
 * Cancelled, it leaves @sequence unfinished.
 */
void
_tl_layout_cycle_sequence (guint               n_boxes,
                           const TlLayoutLine *arcs,
                           guint               n_arcs,
                           int                *sequence,
                           GCancellable       *cancellable)
{
  guint head = 0;
  guint tail = n_boxes;
  Peel peel;

  peel_init (&peel, n_boxes, arcs, n_arcs);
  for (guint i = 0; i < n_boxes; i++)
    queue_if_bare (&peel, (int) i);

  while (head < tail && !g_cancellable_is_cancelled (cancellable))
    {
      gboolean at_end = !g_queue_is_empty (&peel.sinks);
      int box;

      if (at_end)
        box = GPOINTER_TO_INT (g_queue_pop_head (&peel.sinks));
      else if (!g_queue_is_empty (&peel.sources))
        box = GPOINTER_TO_INT (g_queue_pop_head (&peel.sources));
      else
        box = find_freest (&peel);
      if (peel.taken[box])
        continue;

      if (at_end)
        sequence[--tail] = box;
      else
        sequence[head++] = box;
      take (&peel, box);
    }
  peel_clear (&peel);
}
