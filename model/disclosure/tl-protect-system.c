/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts any of which may be a sum of any others, as they are said to be; and, once it is solved, which of them are
 * withheld. Pure arithmetic on arrays. */
#include "config.h"

#include "model/disclosure/tl-protect-system-private.h"

/* Of parts rather few go than many, rather small than large. */
#define COST_OF_PART 1000
#define COST_OF_COUNT_MAX 900

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
  self->at_most = g_array_new (FALSE, FALSE, sizeof (Bound));
  self->first_parts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->parts = g_array_new (FALSE, FALSE, sizeof (TlProtectTerm));
  self->is_inner = g_array_new (FALSE, TRUE, sizeof (gboolean));
  self->terms = g_array_new (FALSE, FALSE, sizeof (TlProtectTerm));
  self->bounds = g_array_new (FALSE, FALSE, sizeof (TlProtectBound));
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
  g_array_unref (self->at_most);
  g_array_unref (self->first_parts);
  g_array_unref (self->parts);
  g_array_unref (self->is_inner);
  g_array_unref (self->terms);
  g_array_unref (self->bounds);
  g_free (self);
}

static gboolean
is_small (TlProtectSystem *self,
          gint64           count)
{
  return ABS (count) >= 1 && ABS (count) <= self->threshold;
}

/* What the loss of a count costs; 0 if it can't be withheld for others. */
static gint64
choose_cost (gint64         count,
             TlProtectWorth worth)
{
  if (count == 0 || worth == TL_PROTECT_BASE)
    return 0;
  return worth == TL_PROTECT_TOTAL ? TL_PROTECT_COST_OF_TOTAL : COST_OF_PART + MIN (count, COST_OF_COUNT_MAX);
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
 * @worth: how dear its loss is
 * @required: whether it is withheld in any case
 *
 * A zero tells of nobody and is shown; and as everybody knows that, what is withheld is known to be at least 1.
 *
 * Returns: the number of the count
 */
guint
tl_protect_system_add_count (TlProtectSystem *self,
                             gint64           count,
                             TlProtectWorth   worth,
                             gboolean         required)
{
  gboolean small = is_small (self, count), withheld = count > 0 && (small || required);
  TlProtectReason reason = small ? TL_PROTECT_SMALL : withheld ? TL_PROTECT_REQUIRED : TL_PROTECT_SHOWN;

  g_return_val_if_fail (self != NULL && self->mover == NULL && count >= 0, 0);

  return add_cell (self, (TlProtectCell) { .count = count, .least = 1, .cost = choose_cost (count, worth),
                                           .free = withheld, .guarded = withheld, .reason = reason });
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

  return add_cell (self, (TlProtectCell) { .count = count, .least = 1, .free = withheld,
                                           .guarded = withheld && guarded });
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

  return add_cell (self, (TlProtectCell) { .count = count, .least = least, .free = TRUE,
                                           .guarded = guarded && is_small (self, count) });
}

/**
 * tl_protect_system_add_inner:
 * @self: a system
 * @count: what no table has, but several that cross are made of
 *
 * Returns: the number of the count
 */
guint
tl_protect_system_add_inner (TlProtectSystem *self,
                             gint64           count)
{
  g_return_val_if_fail (self != NULL && self->mover == NULL && count >= 0, 0);

  return add_cell (self, (TlProtectCell) { .count = count, .free = TRUE, .inner = TRUE });
}

/**
 * tl_protect_system_set_least:
 * @self: a system
 * @cell: the number of a count
 * @least: what everybody knows it to be at least where it is withheld, as where a list names only what is common
 *
 * Where it is less, they do not.
 */
void
tl_protect_system_set_least (TlProtectSystem *self,
                             guint            cell,
                             gint64           least)
{
  g_return_if_fail (self != NULL && self->mover == NULL && cell < self->cells->len);

  if (least <= _tl_protect_system_get_cell (self, cell)->count)
    _tl_protect_system_get_cell (self, cell)->least = least;
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
  gint64 gap = _tl_protect_system_get_cell (self, total)->count;

  cells[0] = total;
  signs[0] = 1;
  for (guint i = 0; i < n_parts; i++)
    {
      cells[i + 1] = parts[i];
      signs[i + 1] = -1;
      gap -= _tl_protect_system_get_cell (self, parts[i])->count;
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

  gint64 rest = _tl_protect_system_get_cell (self, more)->count - _tl_protect_system_get_cell (self, less)->count;

  if (rest < 0)
    return FALSE;

  Bound bound = { less, more };

  g_array_append_val (self->at_most, bound);
  return TRUE;
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
  return _tl_protect_system_get_cell (self, cell)->reason;
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
  return !_tl_protect_system_get_cell (self, cell)->guarded || self->witnesses->pdata[cell] != NULL;
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

/**
 * tl_protect_system_is_exhausted:
 * @self: a system that is solved
 *
 * Returns: whether the search for proofs was ended because it took too long, not because there were none
 */
gboolean
tl_protect_system_is_exhausted (TlProtectSystem *self)
{
  g_return_val_if_fail (self != NULL && self->mover != NULL, FALSE);
  return _tl_protect_mover_is_exhausted (self->mover);
}
