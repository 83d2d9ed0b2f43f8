/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The system in its files: tl-protect-system.c holds the counts and decides what is withheld, tl-protect-move.c finds
 * out how far a withheld one can move. */
#pragma once

#include "model/disclosure/tl-protect-system.h"

G_BEGIN_DECLS

/**
 * TlProtectCell:
 * @count: what stands there
 * @least: what everybody knows it to be at least
 * @cost: what its loss costs; 0 if it can't be withheld
 * @free: whether nobody is shown it: it is withheld, or was never published
 * @guarded: whether it has to be able to move
 * @reason: why it is withheld
 * @first: its first term
 */
typedef struct {
  gint64          count;
  gint64          least;
  gint64          cost;
  gboolean        free;
  gboolean        guarded;
  TlProtectReason reason;
  guint           first;
} TlProtectCell;

/* That a cell takes part in a relation, seen from either: the cells of a relation, times their signs, add up to the
 * same whatever happens. */
typedef struct {
  guint other;
  int   sign;
} TlProtectTerm;

typedef struct _TlProtectMover TlProtectMover;

TlProtectMover *_tl_protect_mover_new       (TlProtectCell        *cells,
                                             guint                 n_cells,
                                             const TlProtectTerm  *terms,
                                             const guint          *first_parts,
                                             const TlProtectTerm  *parts,
                                             guint                 n_relations);
void            _tl_protect_mover_free      (TlProtectMover       *self);

gint64          _tl_protect_mover_measure   (TlProtectMover       *self,
                                             guint                 cell,
                                             gint64                enough,
                                             gboolean              persistent,
                                             GArray               *witness);
gint64          _tl_protect_mover_get_range (TlProtectMover       *self,
                                             guint                 cell);
gboolean        _tl_protect_mover_widen     (TlProtectMover       *self,
                                             guint                 cell,
                                             gint64                enough,
                                             GArray               *withheld,
                                             GArray               *witness);

gboolean        _tl_protect_mover_is_exhausted (TlProtectMover       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProtectMover, _tl_protect_mover_free)

G_END_DECLS
