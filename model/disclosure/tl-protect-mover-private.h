/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect-graph-private.h"

G_BEGIN_DECLS

typedef struct _TlProtectMover TlProtectMover;

TlProtectMover *_tl_protect_mover_new          (const TlProtectGraph *graph);
void            _tl_protect_mover_free         (TlProtectMover       *self);

gint64          _tl_protect_mover_measure      (TlProtectMover       *self,
                                                guint                 cell,
                                                gint64                enough,
                                                guint                 n_attempts,
                                                GArray               *witness);
gint64          _tl_protect_mover_get_range    (TlProtectMover       *self,
                                                guint                 cell);
gboolean        _tl_protect_mover_widen        (TlProtectMover       *self,
                                                guint                 cell,
                                                gint64                enough,
                                                GArray               *withheld,
                                                GArray               *witness);
gboolean        _tl_protect_mover_is_exhausted (TlProtectMover       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProtectMover, _tl_protect_mover_free)

G_END_DECLS
