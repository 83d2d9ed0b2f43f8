/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The full-text index beside a library that is being written; for this room only. */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlFollower:
 *
 * A thread in which the full-text index of a library reads what was committed, while more is being written.
 */
typedef struct _TlFollower TlFollower;

TlFollower *tl_follower_new    (TlLibrary    *library,
                                GCancellable *cancellable);
void        tl_follower_free   (TlFollower   *self);

void        tl_follower_give   (TlFollower   *self,
                                gint64        record,
                                GString      *text);
void        tl_follower_commit (TlFollower   *self);
void        tl_follower_tell   (TlFollower   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFollower, tl_follower_free)

G_END_DECLS
