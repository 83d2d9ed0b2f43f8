/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect-system.h"

G_BEGIN_DECLS

/**
 * TlProtectCell:
 * @count: what stands there
 * @least: what everybody knows it to be at least
 * @cost: what its loss costs; 0 if it can't be withheld
 * @free: whether nobody is shown it: it is withheld, or was never published
 * @inner: whether no table has it, but several that cross are made of it
 * @guarded: whether it has to be able to move
 * @reason: why it is withheld
 * @first: its first term
 * @first_bound: its first bound
 */
typedef struct {
  gint64          count;
  gint64          least;
  gint64          cost;
  gboolean        free;
  gboolean        inner;
  gboolean        guarded;
  TlProtectReason reason;
  guint           first;
  guint           first_bound;
} TlProtectCell;

/* That a cell takes part in a relation, seen from either: the cells of a relation, times their signs, add up to the
 * same whatever happens. */
typedef struct {
  guint other;
  int   sign;
} TlProtectTerm;

/* That a cell is never more than another, seen from either: @way is 1 if the other is the larger, and -1 if it is the
 * smaller; a step that way may need the other to follow. */
typedef struct {
  guint other;
  int   way;
} TlProtectBound;

/* How cells hang together. Borrowed. */
typedef struct {
  TlProtectCell        *cells; /* ended by one more, for the ends of its terms and bounds */
  guint                 n_cells;
  const TlProtectTerm  *terms;       /* in which relations each cell is, cell by cell */
  const TlProtectBound *bounds;      /* cell by cell */
  const guint          *first_parts; /* a relation, and one more: its first part */
  const TlProtectTerm  *parts;       /* of which cells each consists */
  const gboolean       *is_inner;    /* a relation: whether an inner cell is among these */
  guint                 n_relations;
} TlProtectGraph;

G_END_DECLS
