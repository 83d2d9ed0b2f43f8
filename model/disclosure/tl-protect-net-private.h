/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlProtectCell:
 * @from: node of one of the two sums it belongs to
 * @to: node of the other
 * @count: what stands there
 * @least: what everybody knows it to be at least
 * @cost: what its loss costs; 0 if it can't be withheld
 * @withheld: whether it is
 *
 * A number of a table as an arc: of a sum nothing is left over, so what is added to a cell has to go round and come
 * back through others that are withheld too.
 */
typedef struct {
  guint    from;
  guint    to;
  gint64   count;
  gint64   least;
  gint64   cost;
  gboolean withheld;
} TlProtectCell;

typedef struct _TlProtectNet TlProtectNet;

TlProtectNet  *_tl_protect_net_new      (guint          n_nodes,
                                         TlProtectCell *cells,
                                         guint          n_cells);
void           _tl_protect_net_free     (TlProtectNet  *self);

gint64         _tl_protect_net_measure  (TlProtectNet  *self,
                                         guint          cell,
                                         gint64         enough,
                                         GArray        *witness);
guint          _tl_protect_net_widen    (TlProtectNet  *self,
                                         guint          cell,
                                         gint64         enough);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProtectNet, _tl_protect_net_free)

G_END_DECLS
