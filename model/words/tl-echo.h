/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlEcho:
 *
 * Tells whether a recommendation only turns a factor round.
 */
typedef struct _TlEcho TlEcho;

TlEcho  *tl_echo_load (GError      **error);
void     tl_echo_free (TlEcho       *self);

char    *tl_echo_find (TlEcho       *self,
                       const char   *factor,
                       const char   *recommendation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlEcho, tl_echo_free)

G_END_DECLS
