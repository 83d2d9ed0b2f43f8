/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tl_hash_bytes (const void *bytes,
                     gsize       length);
guint tl_hash_text  (const void *text);

G_END_DECLS
