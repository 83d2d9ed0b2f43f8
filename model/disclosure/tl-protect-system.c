/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which counts are withheld where any of them may be a sum of any others: the small ones, and of the rest as many as
 * it takes that each that is withheld is proven to be able to move far enough. Pure arithmetic on arrays. */
#include "config.h"

#include "model/disclosure/tl-protect-system.h"

#include "model/disclosure/tl-protect-move-private.h"

/* Of parts rather few go than many, rather small than large. */
#define COST_OF_PART 1000
#define COST_OF_COUNT_MAX 900

/* How far around a count that can't be proven everything is withheld, in relations. */
#define MAX_RINGS 3

/* How much further is looked where looking as far as is needed found too little. */
#define FURTHER 8

typedef struct {
  guint cell;
  guint relation;
  int   sign;
} Membership;

struct _TlProtectSystem
{
  gint64  threshold;
  GArray *cells;       /* (element-type TlProtectCell) */
  GArray *memberships; /* (element-type Membership): in order of the relations */
  guint   n_relations;

  GArray *first_parts; /* (element-type guint) */
  GArray *parts;       /* (element-type TlProtectTerm) */
  GArray *terms;       /* (element-type TlProtectTerm) */

  TlProtectMover *mover;
  GPtrArray      *witnesses; /* (element-type GArray): a cell: those through which it moves; NULL if it is not proven */
  GPtrArray      *movers_of; /* (element-type GArray): a cell: those that may move through it */
};

/**
 * tl_protect_system_new:
 * @threshold: counts from 1 to this are small
 *
 * Returns: (transfer full): a system without counts
 */
TlProtectSystem *
tl_protect_system_new (guint threshold)
{
  TlProtectSystem *self = g_new0 (TlProtectSystem, 1);

  self->threshold = threshold;
  self->cells = g_array_new (FALSE, TRUE, sizeof (TlProtectCell));
  self->memberships = g_array_new (FALSE, FALSE, sizeof (Membership));
  self->first_parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parts = g_array_new (FALSE, FALSE, sizeof (TlProtectTerm));
  self->terms = g_array_new (FALSE, FALSE, sizeof (TlProtectTerm));
  return self;
}

/**
 * tl_protect_system_free:
 * @self: (transfer full): a system
 */
void
tl_protect_system_free (TlProtectSystem *self)
{
  g_clear_pointer (&self->mover, _tl_protect_mover_free);
  g_clear_pointer (&self->witnesses, g_ptr_array_unref);
  g_clear_pointer (&self->movers_of, g_ptr_array_unref);
  g_array_unref (self->cells);
  g_array_unref (self->memberships);
  g_array_unref (self->first_parts);
  g_array_unref (self->parts);
  g_array_unref (self->terms);
  g_free (self);
}

static TlProtectCell *
get_cell (TlProtectSystem *self,
          guint            i)
{
  return &g_array_index (self->cells, TlProtectCell, i);
}

static gboolean
is_small (TlProtectSystem *self,
          gint64           count)
{
  return ABS (count) >= 1 && ABS (count) <= self->threshold;
}

static guint
add_cell (TlProtectSystem *self,
          TlProtectCell    cell)
{
  g_array_append_val (self->cells, cell);
  return self->cells->len - 1;
}

/**
 * tl_protect_system_add_count:
 * @self: a system
 * @count: what is to be published
 * @is_total: whether its loss is dear
 * @required: whether it is withheld in any case
 *
 * A zero tells of nobody and is shown; and as everybody knows that, what is withheld is known to be at least 1.
 *
 * Returns: the number of the count
 */
guint
tl_protect_system_add_count (TlProtectSystem *self,
                             gint64           count,
                             gboolean         is_total,
                             gboolean         required)
{
  gboolean small = is_small (self, count), withheld = count > 0 && (small || required);
  TlProtectReason reason = small ? TL_PROTECT_SMALL : withheld ? TL_PROTECT_REQUIRED : TL_PROTECT_SHOWN;
  gint64 cost = count == 0 ? 0 : is_total ? TL_PROTECT_COST_OF_TOTAL : COST_OF_PART + MIN (count, COST_OF_COUNT_MAX);

  g_return_val_if_fail (self != NULL && self->mover == NULL && count >= 0, 0);

  return add_cell (self, (TlProtectCell) { count, 1, cost, withheld, withheld, reason, 0 });
}

/**
 * tl_protect_system_add_published:
 * @self: a system
 * @count: what stood in a table that has left
 * @withheld: whether it was withheld there
 * @guarded: whether it has to stay unknown if it was
 *
 * Nothing can be taken back of it.
 *
 * Returns: the number of the count
 */
guint
tl_protect_system_add_published (TlProtectSystem *self,
                                 gint64           count,
                                 gboolean         withheld,
                                 gboolean         guarded)
{
  g_return_val_if_fail (self != NULL && self->mover == NULL && count >= 0, 0);

  return add_cell (self, (TlProtectCell) { count, 1, 0, withheld, withheld && guarded, TL_PROTECT_SHOWN, 0 });
}

/**
 * tl_protect_system_add_unknown:
 * @self: a system
 * @count: what is published nowhere, such as the rest of a whole
 * @least: what everybody knows it to be at least, or %TL_PROTECT_NO_LEAST
 * @guarded: whether it must not become known if it is small, for it is about some reviews
 *
 * Returns: the number of the count
 */
guint
tl_protect_system_add_unknown (TlProtectSystem *self,
                               gint64           count,
                               gint64           least,
                               gboolean         guarded)
{
  g_return_val_if_fail (self != NULL && self->mover == NULL && count >= least, 0);

  return add_cell (self, (TlProtectCell) { count, least, 0, TRUE, guarded && is_small (self, count),
                                           TL_PROTECT_SHOWN, 0 });
}

/**
 * tl_protect_system_add_relation:
 * @self: a system
 * @cells: (array length=n): numbers of counts, each once
 * @signs: (array length=n): 1 or -1 each
 * @n: how many
 *
 * Says that everybody knows the sum of these, with their signs: a row is its total less its parts, which is nothing.
 */
void
tl_protect_system_add_relation (TlProtectSystem *self,
                                const guint     *cells,
                                const int       *signs,
                                guint            n)
{
  g_return_if_fail (self != NULL && self->mover == NULL);

  for (guint i = 0; i < n; i++)
    {
      Membership membership = { cells[i], self->n_relations, signs[i] };

      g_array_append_val (self->memberships, membership);
    }
  self->n_relations++;
}

/**
 * tl_protect_system_add_sum:
 * @self: a system
 * @total: the number of a count
 * @parts: (array length=n_parts): numbers of those that it should be the sum of
 * @n_parts: how many
 *
 * Where a total is not the sum of its parts, by how much is taken to be known to nobody, but which is larger.
 */
void
tl_protect_system_add_sum (TlProtectSystem *self,
                           guint            total,
                           const guint     *parts,
                           guint            n_parts)
{
  g_return_if_fail (self != NULL);

  g_autofree guint *cells = g_new (guint, n_parts + 2);
  g_autofree int *signs = g_new (int, n_parts + 2);
  gint64 gap = get_cell (self, total)->count;

  cells[0] = total;
  signs[0] = 1;
  for (guint i = 0; i < n_parts; i++)
    {
      cells[i + 1] = parts[i];
      signs[i + 1] = -1;
      gap -= get_cell (self, parts[i])->count;
    }
  if (gap != 0)
    {
      cells[n_parts + 1] = tl_protect_system_add_unknown (self, ABS (gap), 0, FALSE);
      signs[n_parts + 1] = gap > 0 ? -1 : 1;
    }
  tl_protect_system_add_relation (self, cells, signs, n_parts + (gap != 0 ? 2 : 1));
}

/**
 * tl_protect_system_add_at_most:
 * @self: a system
 * @less: the number of a count
 * @more: that of one of which it counts a part
 *
 * Returns: whether that is so; if not, nothing is said
 */
gboolean
tl_protect_system_add_at_most (TlProtectSystem *self,
                               guint            less,
                               guint            more)
{
  g_return_val_if_fail (self != NULL, FALSE);

  gint64 rest = get_cell (self, more)->count - get_cell (self, less)->count;

  if (rest < 0)
    return FALSE;

  guint cells[] = { more, less, tl_protect_system_add_unknown (self, rest, 0, FALSE) };

  tl_protect_system_add_relation (self, cells, (const int[]) { 1, -1, -1 }, 3);
  return TRUE;
}

/* Solving */

/* Sorts who is part of what by either. */
static void
settle (TlProtectSystem *self)
{
  TlProtectCell end = { 0 };
  g_autofree guint *next = NULL;

  for (guint i = 0, relation = 0; i < self->memberships->len; i++)
    {
      const Membership *membership = &g_array_index (self->memberships, Membership, i);
      TlProtectTerm part = { membership->cell, membership->sign };

      for (; self->first_parts->len <= membership->relation; relation++)
        g_array_append_val (self->first_parts, i);
      g_array_append_val (self->parts, part);
      get_cell (self, membership->cell)->first++;
    }
  while (self->first_parts->len <= self->n_relations)
    g_array_append_val (self->first_parts, self->parts->len);

  g_array_append_val (self->cells, end);
  next = g_new (guint, self->cells->len);
  for (guint i = 0, first = 0; i < self->cells->len; i++)
    {
      guint n = get_cell (self, i)->first;

      get_cell (self, i)->first = next[i] = first;
      first += n;
    }
  g_array_set_size (self->terms, self->memberships->len);
  for (guint i = 0; i < self->memberships->len; i++)
    {
      const Membership *membership = &g_array_index (self->memberships, Membership, i);

      g_array_index (self->terms, TlProtectTerm, next[membership->cell]++)
        = (TlProtectTerm) { membership->relation, membership->sign };
    }
  self->mover = _tl_protect_mover_new (get_cell (self, 0), self->cells->len - 1,
                                       (const TlProtectTerm *) (void *) self->terms->data,
                                       (const guint *) (void *) self->first_parts->data,
                                       (const TlProtectTerm *) (void *) self->parts->data, self->n_relations);
}

static void
withhold (TlProtectSystem *self,
          GArray          *cells,
          GArray          *todo)
{
  for (guint i = 0; i < cells->len; i++)
    {
      guint at = g_array_index (cells, guint, i);
      TlProtectCell *cell = get_cell (self, at);

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
  const TlProtectCell *cell = get_cell (self, at);

  for (guint i = cell->first; i < cell[1].first; i++)
    {
      guint relation = g_array_index (self->terms, TlProtectTerm, i).other;
      guint end = g_array_index (self->first_parts, guint, relation + 1);

      for (guint j = g_array_index (self->first_parts, guint, relation); j < end; j++)
        g_array_append_val (cells, g_array_index (self->parts, TlProtectTerm, j).other);
    }
}

/* What no search found a way for: withholds all around it, ring by ring, until it can move or nothing is left. */
static gboolean
widen_by_force (TlProtectSystem *self,
                guint            at,
                GArray          *withheld)
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
          TlProtectCell *cell = get_cell (self, neighbour);

          if (!g_hash_table_add (seen, GUINT_TO_POINTER (neighbour + 1)))
            continue;
          g_array_append_val (ring, neighbour);
          if (cell->free || cell->cost == 0)
            continue;
          cell->free = TRUE;
          g_array_append_val (withheld, neighbour);
        }
      if (_tl_protect_mover_widen (self->mover, at, self->threshold, withheld))
        return TRUE;
    }
  return FALSE;
}

/* Withholds until every cell that is guarded can move. What can move can still move when more is withheld. */
static gboolean
widen_all (TlProtectSystem *self,
           GCancellable    *cancellable)
{
  g_autoptr (GArray) todo = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) withheld = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i + 1 < self->cells->len; i++)
    if (get_cell (self, i)->guarded)
      g_array_append_val (todo, i);
  for (guint i = 0; i < todo->len; i++)
    {
      guint at = g_array_index (todo, guint, i);

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      g_array_set_size (withheld, 0);
      if (!_tl_protect_mover_widen (self->mover, at, self->threshold, withheld))
        widen_by_force (self, at, withheld);
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

  if (_tl_protect_mover_measure (self->mover, at, self->threshold, FALSE, witness) >= self->threshold)
    return witness;
  g_array_unref (witness);
  return NULL;
}

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

/* Measures a cell, and keeps what is found for it and for others that moved far enough with it. */
static void
prove (TlProtectSystem *self,
       guint            at)
{
  g_autoptr (GArray) witness = g_array_new (FALSE, FALSE, sizeof (guint));

  if (self->witnesses->pdata[at] != NULL)
    return;
  /* Who looks further sometimes goes another way. */
  if (_tl_protect_mover_measure (self->mover, at, self->threshold, TRUE, witness) < self->threshold)
    {
      g_array_set_size (witness, 0);
      _tl_protect_mover_measure (self->mover, at, FURTHER * self->threshold, TRUE, witness);
    }
  for (guint i = 0; i < witness->len; i++)
    {
      guint moved = g_array_index (witness, guint, i);

      if (get_cell (self, moved)->guarded && self->witnesses->pdata[moved] == NULL
          && _tl_protect_mover_get_range (self->mover, moved) >= self->threshold)
        keep_witness (self, moved, g_array_copy (witness));
    }
}

static void
prove_all (TlProtectSystem *self)
{
  for (guint i = 0; i + 1 < self->cells->len; i++)
    if (get_cell (self, i)->guarded)
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
  TlProtectCell *cell = get_cell (self, at);

  cell->free = FALSE;
  for (guint i = 0; movers != NULL && i < movers->len && !cell->free; i++)
    {
      guint mover = g_array_index (movers, guint, i);

      if (mover == at || !get_cell (self, mover)->guarded || !moves_through (self->witnesses->pdata[mover], at)
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
  gint64 cost_a = get_cell (user_data, *(const guint *) a)->cost;
  gint64 cost_b = get_cell (user_data, *(const guint *) b)->cost;

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
    if (get_cell (self, i)->reason == TL_PROTECT_SECONDARY)
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

/**
 * tl_protect_system_get_reason:
 * @self: a system that is solved
 * @cell: the number of a count that is to be published
 *
 * Returns: why it is withheld, if it is
 */
TlProtectReason
tl_protect_system_get_reason (TlProtectSystem *self,
                              guint            cell)
{
  g_return_val_if_fail (self != NULL && self->mover != NULL && cell + 1 < self->cells->len, TL_PROTECT_SHOWN);
  return get_cell (self, cell)->reason;
}

/**
 * tl_protect_system_is_proven:
 * @self: a system that is solved
 * @cell: the number of a count
 *
 * Returns: whether nothing of it has to stay unknown, or it is proven that it does
 */
gboolean
tl_protect_system_is_proven (TlProtectSystem *self,
                             guint            cell)
{
  g_return_val_if_fail (self != NULL && self->mover != NULL && cell + 1 < self->cells->len, FALSE);
  return !get_cell (self, cell)->guarded || self->witnesses->pdata[cell] != NULL;
}

/**
 * tl_protect_system_count_unproven:
 * @self: a system that is solved
 *
 * Returns: of how many counts that have to stay unknown there is no proof that they do
 */
guint
tl_protect_system_count_unproven (TlProtectSystem *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && self->mover != NULL, 0);

  for (guint i = 0; i + 1 < self->cells->len; i++)
    n += tl_protect_system_is_proven (self, i) ? 0 : 1;
  return n;
}
