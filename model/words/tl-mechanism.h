/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/words/tl-words.h"

G_BEGIN_DECLS

/**
 * TlMechanism:
 *
 * Tells whether a statement says how one thing comes from another.
 */
typedef struct _TlMechanism TlMechanism;

TlMechanism *tl_mechanism_load       (GError      **error);
void         tl_mechanism_free       (TlMechanism  *self);

TlWordHit   *tl_mechanism_find       (TlMechanism  *self,
                                      const char   *text);
const char  *tl_mechanism_get_advice (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlMechanism, tl_mechanism_free)

G_END_DECLS
