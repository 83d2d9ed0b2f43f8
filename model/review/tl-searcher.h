/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/review/tl-search-answer.h"

G_BEGIN_DECLS

/**
 * TlSearcher:
 *
 * Searches a review's file through a connection of its own and keeps its full-text index. Used in the thread that made
 * it.
 */
typedef struct _TlSearcher TlSearcher;

TlSearcher     *tl_searcher_new     (const char      *path,
                                     gboolean         writable,
                                     GError         **error);
void            tl_searcher_free    (TlSearcher      *self);

gboolean        tl_searcher_work    (TlSearcher      *self,
                                     gboolean        *more,
                                     GError         **error);
TlSearchAnswer *tl_searcher_find    (TlSearcher      *self,
                                     const char      *text,
                                     TlSearchFlags    flags,
                                     guint            first,
                                     guint            n,
                                     GCancellable    *cancellable,
                                     GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSearcher, tl_searcher_free)

G_END_DECLS
