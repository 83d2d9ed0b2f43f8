/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which counts of a system are withheld: the small ones, and of the rest as many as it takes that each that is withheld
 * is proven to be able to move far enough. */
#include "config.h"

#include "model/disclosure/tl-protect-system-private.h"

/* How far around a count that can't be proven everything is withheld, in relations. */
#define MAX_RINGS 3

/* How often a proof is looked for. */
#define N_ATTEMPTS 30

/* How much further is looked where looking as far as is needed found too little. */
#define FURTHER 8

/* Sorts what is at most what by either. */
static void
settle_bounds (TlProtectSystem *self)
{
  g_autofree guint *next = g_new0 (guint, self->cells->len + 1);

  for (guint i = 0; i < self->at_most->len; i++)
    {
      const Bound *bound = &g_array_index (self->at_most, Bound, i);

      next[bound->less + 1]++;
      next[bound->more + 1]++;
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      next[i + 1] += next[i];
      _tl_protect_system_get_cell (self, i)->first_bound = next[i];
    }
  g_array_set_size (self->bounds, 2 * self->at_most->len);
  for (guint i = 0; i < self->at_most->len; i++)
    {
      const Bound *bound = &g_array_index (self->at_most, Bound, i);

      g_array_index (self->bounds, TlProtectBound, next[bound->less]++) = (TlProtectBound) { bound->more, 1 };
      g_array_index (self->bounds, TlProtectBound, next[bound->more]++) = (TlProtectBound) { bound->less, -1 };
    }
}

/* Sorts who is part of what by either. */
static void
settle (TlProtectSystem *self)
{
  TlProtectCell end = { 0 };
  g_autofree guint *next = NULL;

  g_array_set_size (self->is_inner, self->n_relations);
  for (guint i = 0, relation = 0; i < self->memberships->len; i++)
    {
      const Membership *membership = &g_array_index (self->memberships, Membership, i);
      TlProtectTerm part = { membership->cell, membership->sign };

      for (; self->first_parts->len <= membership->relation; relation++)
        g_array_append_val (self->first_parts, i);
      g_array_append_val (self->parts, part);
      if (_tl_protect_system_get_cell (self, membership->cell)->inner)
        g_array_index (self->is_inner, gboolean, membership->relation) = TRUE;
      _tl_protect_system_get_cell (self, membership->cell)->first++;
    }
  while (self->first_parts->len <= self->n_relations)
    g_array_append_val (self->first_parts, self->parts->len);

  g_array_append_val (self->cells, end);
  next = g_new (guint, self->cells->len);
  for (guint i = 0, first = 0; i < self->cells->len; i++)
    {
      guint n = _tl_protect_system_get_cell (self, i)->first;

      _tl_protect_system_get_cell (self, i)->first = next[i] = first;
      first += n;
    }
  g_array_set_size (self->terms, self->memberships->len);
  for (guint i = 0; i < self->memberships->len; i++)
    {
      const Membership *membership = &g_array_index (self->memberships, Membership, i);

      g_array_index (self->terms, TlProtectTerm, next[membership->cell]++)
        = (TlProtectTerm) { membership->relation, membership->sign };
    }
  settle_bounds (self);
  self->graph = (TlProtectGraph) {
    _tl_protect_system_get_cell (self, 0),
    self->cells->len - 1,
    (const TlProtectTerm *) (void *) self->terms->data,
    (const TlProtectBound *) (void *) self->bounds->data,
    (const guint *) (void *) self->first_parts->data,
    (const TlProtectTerm *) (void *) self->parts->data,
    (const gboolean *) (void *) self->is_inner->data,
    self->n_relations,
  };
  self->mover = _tl_protect_mover_new (&self->graph);
}

static void
withhold (TlProtectSystem *self,
          GArray          *cells,
          GArray          *todo)
{
  for (guint i = 0; i < cells->len; i++)
    {
      guint at = g_array_index (cells, guint, i);
      TlProtectCell *cell = _tl_protect_system_get_cell (self, at);

      cell->free = TRUE;
      cell->guarded = TRUE;
      cell->reason = TL_PROTECT_SECONDARY;
      g_array_append_val (todo, at);
    }
}

static void
collect_neighbours (TlProtectSystem *self,
                    guint            at,
                    GArray          *cells)
{
  const TlProtectCell *cell = _tl_protect_system_get_cell (self, at);

  for (guint i = cell->first; i < cell[1].first; i++)
    {
      guint relation = g_array_index (self->terms, TlProtectTerm, i).other;
      guint end = g_array_index (self->first_parts, guint, relation + 1);

      for (guint j = g_array_index (self->first_parts, guint, relation); j < end; j++)
        g_array_append_val (cells, g_array_index (self->parts, TlProtectTerm, j).other);
    }
}

/* How cells moved, which proves that they can */

static void
free_witness (gpointer witness)
{
  if (witness != NULL)
    g_array_unref (witness);
}

static gboolean
moves_through (const GArray *witness,
               guint         at)
{
  for (guint i = 0; witness != NULL && i < witness->len; i++)
    if (g_array_index (witness, guint, i) == at)
      return TRUE;
  return FALSE;
}

static void
keep_witness (TlProtectSystem *self,
              guint            at,
              GArray          *witness) /* (transfer full) (nullable) */
{
  free_witness (self->witnesses->pdata[at]);
  self->witnesses->pdata[at] = witness;
  for (guint i = 0; witness != NULL && i < witness->len; i++)
    {
      gpointer *movers = &self->movers_of->pdata[g_array_index (witness, guint, i)];

      if (*movers == NULL)
        *movers = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (*movers, at);
    }
}

/* What was found for the cell that was measured last is found for all that moved far enough with it. */
static void
share_witness (TlProtectSystem *self,
               const GArray    *witness)
{
  for (guint i = 0; i < witness->len; i++)
    {
      guint moved = g_array_index (witness, guint, i);

      if (_tl_protect_system_get_cell (self, moved)->free && self->witnesses->pdata[moved] == NULL
          && _tl_protect_mover_get_range (self->mover, moved) >= self->threshold)
        keep_witness (self, moved, g_array_copy ((GArray *) witness));
    }
}

/* What no search found a way for: withholds all around it, ring by ring, until it can move or nothing is left. */
static gboolean
widen_by_force (TlProtectSystem *self,
                guint            at,
                GArray          *withheld,
                GArray          *witness)
{
  g_autoptr (GArray) ring = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_array_append_val (ring, at);
  for (guint i = 0; i < MAX_RINGS && ring->len > 0; i++)
    {
      g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint j = 0; j < ring->len; j++)
        collect_neighbours (self, g_array_index (ring, guint, j), next);
      g_array_set_size (ring, 0);
      for (guint j = 0; j < next->len; j++)
        {
          guint neighbour = g_array_index (next, guint, j);
          TlProtectCell *cell = _tl_protect_system_get_cell (self, neighbour);

          if (!g_hash_table_add (seen, GUINT_TO_POINTER (neighbour + 1)))
            continue;
          g_array_append_val (ring, neighbour);
          if (cell->free || cell->cost == 0)
            continue;
          cell->free = TRUE;
          g_array_append_val (withheld, neighbour);
        }
      if (_tl_protect_mover_widen (self->mover, at, self->threshold, withheld, witness))
        return TRUE;
    }
  return FALSE;
}

/* Withholds until every cell that is guarded can move. What can move can still move when more is withheld, and what
 * moved far enough with another is done with. */
static gboolean
widen_all (TlProtectSystem *self,
           GCancellable    *cancellable)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) withheld = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) witness = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < self->cells->len; i++)
    if (_tl_protect_system_get_cell (self, i)->guarded)
      g_array_append_val (todo, i);
  for (guint i = 0; i < todo->len; i++)
    {
      guint at = g_array_index (todo, guint, i);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (self->witnesses->pdata[at] != NULL || _tl_protect_mover_is_exhausted (self->mover))
        continue;
      g_array_set_size (withheld, 0);
      if (_tl_protect_mover_widen (self->mover, at, self->threshold, withheld, witness)
          || widen_by_force (self, at, withheld, witness))
        share_witness (self, witness);
      withhold (self, withheld, todo);
    }
  return TRUE;
}

/* Showing again what can be */

static GArray *
measure (TlProtectSystem *self,
         guint            at)
{
  GArray *witness = g_array_new (FALSE, FALSE, sizeof (guint));

  if (_tl_protect_mover_measure (self->mover, at, self->threshold, 1, witness) >= self->threshold)
    return witness;
  g_array_unref (witness);
  return NULL;
}

/* Measures a cell, and keeps what is found for it and for others that moved far enough with it. */
static void
prove (TlProtectSystem *self,
       guint            at)
{
  g_autoptr (GArray) witness = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->witnesses->pdata[at] != NULL)
    return;
  /* Who looks further sometimes goes another way. */
  if (_tl_protect_mover_measure (self->mover, at, self->threshold, N_ATTEMPTS, witness) < self->threshold)
    _tl_protect_mover_measure (self->mover, at, FURTHER * self->threshold, N_ATTEMPTS, witness);
  share_witness (self, witness);
}

static void
prove_all (TlProtectSystem *self)
{
  for (guint i = 0; i + 1 < self->cells->len; i++)
    if (_tl_protect_system_get_cell (self, i)->guarded)
      prove (self, i);
}

/* Shows a cell again if all that moves through it can move far enough without it. */
static void
show_again (TlProtectSystem *self,
            guint            at)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (free_witness);
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (guint));
  const GArray *movers = self->movers_of->pdata[at];
  TlProtectCell *cell = _tl_protect_system_get_cell (self, at);

  cell->free = FALSE;
  for (guint i = 0; movers != NULL && i < movers->len && !cell->free; i++)
    {
      guint mover = g_array_index (movers, guint, i);

      if (mover == at || !_tl_protect_system_get_cell (self, mover)->guarded
          || !moves_through (self->witnesses->pdata[mover], at)
          || moves_through (moved, mover))
        continue;

      GArray *witness = measure (self, mover);

      g_ptr_array_add (found, witness);
      g_array_append_val (moved, mover);
      cell->free = witness == NULL;
    }
  if (cell->free)
    return;
  for (guint i = 0; i < moved->len; i++)
    keep_witness (self, g_array_index (moved, guint, i), g_steal_pointer (&found->pdata[i]));
  keep_witness (self, at, NULL);
  cell->guarded = FALSE;
  cell->reason = TL_PROTECT_SHOWN;
}

/* What nobody could prove to be unknown had better be shown. */
static int
compare_costs (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  TlProtectSystem *self = user_data;
  gboolean proven_a = self->witnesses->pdata[*(const guint *) a] != NULL;
  gboolean proven_b = self->witnesses->pdata[*(const guint *) b] != NULL;
  gint64 cost_a = _tl_protect_system_get_cell (user_data, *(const guint *) a)->cost;
  gint64 cost_b = _tl_protect_system_get_cell (user_data, *(const guint *) b)->cost;

  if (proven_a != proven_b)
    return proven_a ? 1 : -1;
  return (cost_a < cost_b) - (cost_a > cost_b);
}

/* One count is protected after the other, so that some of what was withheld at first is not needed in the end. The
 * dearest is tried first. */
static gboolean
show_what_can_be (TlProtectSystem *self,
                  GCancellable    *cancellable)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (guint));

  prove_all (self);
  for (guint i = 0; i + 1 < self->cells->len; i++)
    if (_tl_protect_system_get_cell (self, i)->reason == TL_PROTECT_SECONDARY)
      g_array_append_val (candidates, i);
  g_array_sort_with_data (candidates, compare_costs, self);
  for (guint i = 0; i < candidates->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      show_again (self, g_array_index (candidates, guint, i));
    }
  prove_all (self);
  return TRUE;
}

static void
free_movers (gpointer movers)
{
  free_witness (movers);
}

/**
 * tl_protect_system_solve:
 * @self: a system with all its counts and relations; nothing can be added after this
 * @cancellable: (nullable): to stop it
 *
 * Withholds what is small, and of the rest as much as it takes that whoever knows all that is shown, how the counts
 * hang together, the threshold, and that what is withheld is at least 1, can tell of nothing withheld more than a range
 * in which the greatest number is larger than the least by the threshold or more.
 *
 * Returns: whether it came to its end
 */
gboolean
tl_protect_system_solve (TlProtectSystem *self,
                         GCancellable    *cancellable)
{
  g_return_val_if_fail (self != NULL && self->mover == NULL, FALSE);

  settle (self);
  self->witnesses = g_ptr_array_new_with_free_func (free_witness);
  self->movers_of = g_ptr_array_new_with_free_func (free_movers);
  g_ptr_array_set_size (self->witnesses, (int) self->cells->len);
  g_ptr_array_set_size (self->movers_of, (int) self->cells->len);
  return widen_all (self, cancellable) && show_what_can_be (self, cancellable);
}
