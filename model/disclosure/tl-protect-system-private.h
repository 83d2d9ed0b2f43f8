/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect-mover-private.h"
#include "model/disclosure/tl-protect-system.h"

G_BEGIN_DECLS

typedef struct {
  guint cell;
  guint relation;
  int   sign;
} Membership;

typedef struct {
  guint less;
  guint more;
} Bound;

struct _TlProtectSystem
{
  gint64  threshold;
  GArray *cells;       /* (element-type TlProtectCell) */
  GArray *memberships; /* (element-type Membership): in order of the relations */
  guint   n_relations;
  GArray *at_most; /* (element-type Bound) */

  GArray *first_parts; /* (element-type guint) */
  GArray *parts;       /* (element-type TlProtectTerm) */
  GArray *is_inner;    /* (element-type gboolean) */
  GArray *terms;       /* (element-type TlProtectTerm) */
  GArray *bounds;      /* (element-type TlProtectBound) */

  TlProtectGraph graph; /* of these */

  TlProtectMover *mover;
  GPtrArray      *witnesses; /* (element-type GArray): a cell: those through which it moves; NULL if it is not proven */
  GPtrArray      *movers_of; /* (element-type GArray): a cell: those that may move through it */
};

static inline TlProtectCell *
_tl_protect_system_get_cell (TlProtectSystem *self,
                             guint            i)
{
  return &g_array_index (self->cells, TlProtectCell, i);
}

G_END_DECLS
