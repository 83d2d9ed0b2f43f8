/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TL_DATA_MAX_BYTES (16 * 1024 * 1024)

GBytes  *tl_data_load     (const char  *path,
                           GError     **error);
gboolean tl_data_save     (const char  *path,
                           GBytes      *bytes,
                           GError     **error);
char   **tl_data_list     (const char  *folder,
                           const char  *suffix);
char    *tl_data_describe (const char  *path);

G_END_DECLS
