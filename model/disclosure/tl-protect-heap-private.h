/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A state that was reached, at what cost. */
typedef struct {
  gint64 cost;
  guint  state;
} TlProtectReached;

GArray           *_tl_protect_heap_new  (void);
void              _tl_protect_heap_push (GArray *heap,
                                         gint64  cost,
                                         guint   state);
TlProtectReached  _tl_protect_heap_take (GArray *heap);

G_END_DECLS
