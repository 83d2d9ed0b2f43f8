/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_TYPE_FOLDER_WATCH (tl_folder_watch_get_type ())
G_DECLARE_FINAL_TYPE (TlFolderWatch, tl_folder_watch, TL, FOLDER_WATCH, GObject)

TlFolderWatch *tl_folder_watch_new         (guint          max_folders,
                                            guint          rest);
void           tl_folder_watch_set_folders (TlFolderWatch *self,
                                            GPtrArray     *watched);
guint          tl_folder_watch_get_n       (TlFolderWatch *self);
char          *tl_folder_watch_dup_unseen  (TlFolderWatch *self);

G_END_DECLS
