/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/disclosure/tl-protect-move-private.h"

G_BEGIN_DECLS

typedef struct _TlProtectChain TlProtectChain;

TlProtectChain *_tl_protect_chain_new       (TlProtectMove  *move);
void            _tl_protect_chain_free      (TlProtectChain *self);

gboolean        _tl_protect_chain_put_right (TlProtectChain *self,
                                             guint           relation,
                                             gboolean        more,
                                             guint           attempt);
guint           _tl_protect_chain_get_tried (TlProtectChain *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlProtectChain, _tl_protect_chain_free)

G_END_DECLS
