/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *tl_load_file   (const char    *path,
                        gsize          max_bytes,
                        GCancellable  *cancellable,
                        GError       **error);
GBytes *tl_load_stream (int            file,
                        gsize          max_bytes,
                        GCancellable  *cancellable,
                        GError       **error);

G_END_DECLS
