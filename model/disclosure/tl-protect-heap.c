/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was reached in a search, the cheapest first: a binary heap. */
#include "config.h"

#include "model/disclosure/tl-protect-heap-private.h"

/**
 * _tl_protect_heap_new:
 *
 * Returns: (transfer full) (element-type TlProtectReached): an empty heap
 */
GArray *
_tl_protect_heap_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TlProtectReached));
}

static TlProtectReached *
get (GArray *heap,
     guint   i)
{
  return &g_array_index (heap, TlProtectReached, i);
}

static void
swap (GArray *heap,
      guint   i,
      guint   j)
{
  TlProtectReached kept = *get (heap, i);

  *get (heap, i) = *get (heap, j);
  *get (heap, j) = kept;
}

/**
 * _tl_protect_heap_push:
 * @heap: a heap
 * @cost: at what cost
 * @state: what was reached
 */
void
_tl_protect_heap_push (GArray *heap,
                       gint64  cost,
                       guint   state)
{
  TlProtectReached reached = { cost, state };

  g_array_append_val (heap, reached);
  for (guint at = heap->len - 1; at > 0 && get (heap, at)->cost < get (heap, (at - 1) / 2)->cost; at = (at - 1) / 2)
    swap (heap, at, (at - 1) / 2);
}

/**
 * _tl_protect_heap_take:
 * @heap: a heap with something in it
 *
 * Returns: what was reached at the least cost; it is in @heap no more
 */
TlProtectReached
_tl_protect_heap_take (GArray *heap)
{
  TlProtectReached cheapest = *get (heap, 0);
  guint n = heap->len - 1, at = 0;

  swap (heap, 0, n);
  g_array_set_size (heap, n);
  for (;;)
    {
      guint least = at;

      for (guint child = 2 * at + 1; child < MIN (2 * at + 3, n); child++)
        if (get (heap, child)->cost < get (heap, least)->cost)
          least = child;
      if (least == at)
        return cheapest;
      swap (heap, at, least);
      at = least;
    }
}
