/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlArena:
 *
 * Memory for many small things that go together. To be used from one thread at a time.
 */
typedef struct _TlArena TlArena;

TlArena *tl_arena_new   (void);
void     tl_arena_free  (TlArena    *self);
void     tl_arena_clear (TlArena    *self);

void    *tl_arena_alloc (TlArena    *self,
                         gsize       size);
char    *tl_arena_copy  (TlArena    *self,
                         const char *text,
                         gsize       length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlArena, tl_arena_free)

G_END_DECLS
