/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/library/tl-library.h"

G_BEGIN_DECLS

/**
 * TlWatched:
 * @path: of the folder
 * @since: since when the library watches it, in milliseconds since 1970
 * @reachable: whether it can be read now
 */
typedef struct {
  char    *path;
  gint64   since;
  gboolean reachable;
} TlWatched;

void       tl_watched_free         (TlWatched           *watched);

gboolean   tl_library_watch        (TlLibrary           *self,
                                    const char          *folder,
                                    GError             **error);
gboolean   tl_library_unwatch      (TlLibrary           *self,
                                    const char          *folder,
                                    GError             **error);
GPtrArray *tl_library_list_watched (TlLibrary           *self,
                                    GError             **error);

GPtrArray *tl_watch_find_folders   (const char *const   *places,
                                    guint                max,
                                    gboolean            *beyond);

G_END_DECLS
