/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect-graph-private.h"

G_BEGIN_DECLS

#define TL_PROTECT_NOWHERE G_MAXUINT

/**
 * TlProtectMove:
 * @graph: the cells
 * @shifts: (array): a cell: how far the moves so far have brought it
 * @steps: (array): a cell: by how much one move of the one that is being made changes it
 * @stepped: (element-type guint): those that it steps on, each once
 * @upsets: (array): a relation: by how much it does not hold
 *
 * A table that is moved to another which agrees with all that is shown, move by move.
 */
typedef struct {
  const TlProtectGraph *graph;
  gint64               *shifts;
  int                  *steps;
  GArray               *stepped;
  int                  *upsets;

  guint    *slacks; /* a relation: a part of it that nobody is shown and that is in no other; or nowhere */
  GArray   *shifted;
  gboolean *is_stepped;
  GArray   *upset;
  guint     target;
} TlProtectMove;

TlProtectMove *_tl_protect_move_new         (const TlProtectGraph *graph);
void           _tl_protect_move_free        (TlProtectMove        *self);

void           _tl_protect_move_return      (TlProtectMove        *self);
gboolean       _tl_protect_move_begin       (TlProtectMove        *self,
                                             guint                 target,
                                             int                   way,
                                             gboolean              more);
gint64         _tl_protect_move_get_cost    (TlProtectMove        *self,
                                             guint                 at,
                                             int                   way,
                                             gboolean              more);
gboolean       _tl_protect_move_upsets      (TlProtectMove        *self,
                                             guint                 relation,
                                             int                   change);
gboolean       _tl_protect_move_goes_along  (TlProtectMove        *self,
                                             guint                 at,
                                             int                   way);
void           _tl_protect_move_step        (TlProtectMove        *self,
                                             guint                 at,
                                             int                   way);
void           _tl_protect_move_take_up     (TlProtectMove        *self);
guint          _tl_protect_move_find_upset  (TlProtectMove        *self);
gint64         _tl_protect_move_measure     (TlProtectMove        *self,
                                             gint64                limit);
void           _tl_protect_move_make        (TlProtectMove        *self,
                                             gint64                times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProtectMove, _tl_protect_move_free)

G_END_DECLS
